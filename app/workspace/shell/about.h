#pragma once

#include <QDialog>

class QTextBrowser;

namespace checkup::workspace {

/// The guide (resources/help), in the interface's language.
class HelpWindow : public QDialog
{
    Q_OBJECT
public:
    explicit HelpWindow(QWidget* parent = nullptr);
    void showGuide();

protected:
    void changeEvent(QEvent* event) override;

private:
    void load();
    QTextBrowser* m_text;
};

/// Version and licences.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace checkup::workspace
