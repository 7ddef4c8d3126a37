#pragma once

#include "app/workspace/widgets/theme.h"

#include <QAbstractButton>

namespace checkup::workspace {

/// A number that leads somewhere: symbol and caption above, the count large below.
class StatTile : public QAbstractButton
{
    Q_OBJECT
public:
    StatTile(const QString& iconName, Theme::Role role, QWidget* parent = nullptr);

    void setNumber(int number, const QString& caption, const QString& note = {});
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    Theme::Role m_role;
    int m_number = 0;
    QString m_caption, m_note;
};

} // namespace checkup::workspace
