#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace checkup::workspace {

/// What stands where there is nothing yet: why, and what to do next.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString& iconName, QWidget* parent = nullptr);

    /// `button` empty: no button.
    void setTexts(const QString& title, const QString& text, const QString& button = {});

Q_SIGNALS:
    void activated(); ///< the button was pressed

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace checkup::workspace
