#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace checkup::workspace {

class Session;

/// Which source is adopted by default: moved with the mouse or Alt+Up and Alt+Down. Says what the
/// new order would change before it is saved.
class SourceOrderDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SourceOrderDialog(Session* session, QWidget* parent = nullptr);

Q_SIGNALS:
    void noticed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void load();
    void move(int by);
    void tellEffect();
    void save();
    QStringList order() const;

    Session* m_session;
    QListWidget* m_list;
    QLabel* m_effect;
    QCheckBox* m_follow;
    QPushButton *m_up, *m_down, *m_save;
};

} // namespace checkup::workspace
