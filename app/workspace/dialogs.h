#pragma once

#include <QString>

#include <functional>

class QWidget;

/// Every question that a native dialog would ask goes through here, so that a test can answer it
/// beforehand. Nothing waits: the answer comes to `then`, which is not called when the user
/// cancels.
namespace checkup::workspace::dialogs {

struct FileQuestion
{
    QString title;
    QString filter;    ///< "城检项目 (*.gpkg)"
    QString suggested; ///< file name or path offered when saving
    QString suffix;    ///< appended to a name typed without one, "gpkg"
};

void openFile(QWidget* parent, const FileQuestion& question,
              std::function<void(const QString&)> then);
void openFiles(QWidget* parent, const FileQuestion& question,
               std::function<void(const QStringList&)> then);
void saveFile(QWidget* parent, const FileQuestion& question,
              std::function<void(const QString&)> then);
void chooseFolder(QWidget* parent, const QString& title, std::function<void(const QString&)> then);

/// A question with one way forward, named on the button, and 取消.
void ask(QWidget* parent, const QString& text, const QString& informative, const QString& button,
         std::function<void()> then);
/// A question with several ways forward, one button each, and 取消; `then` gets the button's
/// number.
void choose(QWidget* parent, const QString& text, const QString& informative,
            const QStringList& buttons, std::function<void(int)> then);
/// One line (or several) of text asked for: a reason, a name.
void askText(QWidget* parent, const QString& title, const QString& label, const QString& initial,
             bool multiLine, std::function<void(const QString&)> then);
/// Something to be read and closed. `detail` goes behind a button.
void tell(QWidget* parent, const QString& text, const QString& informative = {},
          const QString& detail = {});
/// Hands a file to the program that the desktop has for it.
void openOutside(const QString& path);

/// For tests: the answers to the next questions, in order; an empty one cancels. While answers are
/// prepared no dialog is shown.
void setNextFileNames(const QStringList& paths);
void setNextFileName(const QString& path);
void setNextAnswer(bool accept);
void setNextChoice(int button); ///< -1 cancels
void setNextText(const QString& text);
/// For tests: what tell(), ask() and choose() said since the last call.
QStringList takeTold();
/// For tests: what openOutside() was given since the last call.
QStringList takeOpened();

} // namespace checkup::workspace::dialogs
