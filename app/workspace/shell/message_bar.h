#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace checkup::workspace {

/// One sentence across the window: a failure, a warning, why the project is read-only.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Notice, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);

    /// `detail` becomes the tooltip. `closable` false: stays until clear().
    void say(Kind kind, const QString& sentence, const QString& detail = {}, bool closable = true);
    void clear();
    QString text() const;

private:
    QToolButton* m_icon;
    QLabel* m_text;
    QToolButton* m_close;
};

} // namespace checkup::workspace
