#pragma once

#include <QPushButton>

namespace checkup::workspace {

/// A line of text that leads somewhere; shortened with … where there is no room for all of it, and
/// then the whole is its tooltip unless that says something else.
class LinkButton : public QPushButton
{
    Q_OBJECT
public:
    explicit LinkButton(const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QString m_full;
};

} // namespace checkup::workspace
