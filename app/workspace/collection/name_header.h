#pragma once

#include <QHeaderView>

namespace checkup::workspace {

/// The left edge of the matrix: a row's name and, dim at the right, its unit. It stays in sight
/// while the years scroll; what is too long ends in …, and the tooltip says it all.
class NameHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit NameHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

} // namespace checkup::workspace
