#include "app/workspace/dialogs.h"

#include "app/workspace/settings.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QQueue>
#include <QStandardPaths>
#include <QUrl>

#include <optional>

namespace checkup::workspace::dialogs {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

struct Prepared
{
    QQueue<QStringList> files;
    QQueue<bool> answers;
    QQueue<int> choices;
    QQueue<QString> texts;
    QStringList told, opened;
    bool testing = false;
};

Prepared& prepared()
{
    static Prepared answers;
    return answers;
}

std::optional<QStringList> nextFiles()
{
    if (!prepared().testing)
        return std::nullopt;
    return prepared().files.isEmpty() ? QStringList() : prepared().files.dequeue();
}

QString startFolder()
{
    const QString last = Settings::instance().value(Settings::Key::LastFolder).toString();
    if (!last.isEmpty() && QFileInfo(last).isDir())
        return last;
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void remember(const QString& path, bool folder)
{
    const QFileInfo info(path);
    Settings::instance().set(Settings::Key::LastFolder,
                             folder ? info.absoluteFilePath() : info.absolutePath());
}

void show(QWidget* parent, const FileQuestion& question, QFileDialog::FileMode mode,
          QFileDialog::AcceptMode accept, std::function<void(const QStringList&)> then)
{
    if (const std::optional<QStringList> files = nextFiles()) {
        if (!files->isEmpty())
            then(*files);
        return;
    }
    auto* dialog = new QFileDialog(parent, question.title, startFolder(), question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    dialog->setAcceptMode(accept);
    if (mode == QFileDialog::Directory)
        dialog->setOption(QFileDialog::ShowDirsOnly);
    if (!question.suffix.isEmpty())
        dialog->setDefaultSuffix(question.suffix);
    if (!question.suggested.isEmpty())
        dialog->selectFile(question.suggested);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog,
                     [then = std::move(then), mode](const QStringList& files) {
                         if (files.isEmpty() || files.first().isEmpty())
                             return;
                         remember(files.first(), mode == QFileDialog::Directory);
                         then(files);
                     });
    dialog->open();
}

std::function<void(const QStringList&)> first(std::function<void(const QString&)> then)
{
    return [then = std::move(then)](const QStringList& files) { then(files.first()); };
}

QMessageBox* questionBox(QWidget* parent, const QString& text, const QString& informative)
{
    auto* box = new QMessageBox(QMessageBox::Question, QCoreApplication::applicationName(), text,
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(informative);
    return box;
}

} // namespace

void openFile(QWidget* parent, const FileQuestion& question,
              std::function<void(const QString&)> then)
{
    show(parent, question, QFileDialog::ExistingFile, QFileDialog::AcceptOpen,
         first(std::move(then)));
}

void openFiles(QWidget* parent, const FileQuestion& question,
               std::function<void(const QStringList&)> then)
{
    show(parent, question, QFileDialog::ExistingFiles, QFileDialog::AcceptOpen, std::move(then));
}

void saveFile(QWidget* parent, const FileQuestion& question,
              std::function<void(const QString&)> then)
{
    show(parent, question, QFileDialog::AnyFile, QFileDialog::AcceptSave, first(std::move(then)));
}

void chooseFolder(QWidget* parent, const QString& title, std::function<void(const QString&)> then)
{
    show(parent, {.title = title, .filter = {}, .suggested = {}, .suffix = {}},
         QFileDialog::Directory, QFileDialog::AcceptOpen, first(std::move(then)));
}

void choose(QWidget* parent, const QString& text, const QString& informative,
            const QStringList& buttons, std::function<void(int)> then)
{
    Prepared& answers = prepared();
    if (answers.testing) {
        answers.told << text;
        const int chosen = answers.choices.isEmpty() ? -1 : answers.choices.dequeue();
        if (chosen >= 0)
            then(chosen);
        return;
    }
    QMessageBox* const box = questionBox(parent, text, informative);
    for (int i = 0; i < buttons.size(); ++i) {
        QPushButton* button = box->addButton(buttons.at(i), QMessageBox::AcceptRole);
        if (i == 0)
            box->setDefaultButton(button);
        QObject::connect(button, &QPushButton::clicked, box, [then, i] { then(i); });
    }
    box->setEscapeButton(box->addButton(Text::tr("取消"), QMessageBox::RejectRole));
    box->open();
}

void ask(QWidget* parent, const QString& text, const QString& informative, const QString& button,
         std::function<void()> then)
{
    Prepared& answers = prepared();
    if (answers.testing) {
        answers.told << text;
        if (!answers.answers.isEmpty() && answers.answers.dequeue())
            then();
        return;
    }
    QMessageBox* const box = questionBox(parent, text, informative);
    QPushButton* yes = box->addButton(button, QMessageBox::AcceptRole);
    box->setDefaultButton(yes);
    box->setEscapeButton(box->addButton(Text::tr("取消"), QMessageBox::RejectRole));
    QObject::connect(yes, &QPushButton::clicked, box, [then = std::move(then)] { then(); });
    box->open();
}

void askText(QWidget* parent, const QString& title, const QString& label, const QString& initial,
             bool multiLine, std::function<void(const QString&)> then)
{
    Prepared& answers = prepared();
    if (answers.testing) {
        answers.told << label;
        if (!answers.texts.isEmpty())
            then(answers.texts.dequeue());
        return;
    }
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput, multiLine);
    dialog->setTextValue(initial);
    dialog->setOkButtonText(Text::tr("确定"));
    dialog->setCancelButtonText(Text::tr("取消"));
    dialog->resize(420, multiLine ? 220 : 120);
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog,
                     [then = std::move(then)](const QString& text) { then(text); });
    dialog->open();
}

void tell(QWidget* parent, const QString& text, const QString& informative, const QString& detail)
{
    if (prepared().testing) {
        prepared().told << text;
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Information, QCoreApplication::applicationName(), text,
                                QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(informative);
    box->setDetailedText(detail);
    box->addButton(Text::tr("知道了"), QMessageBox::AcceptRole);
    box->open();
}

void setNextFileNames(const QStringList& paths)
{
    prepared().testing = true;
    prepared().files.enqueue(paths);
}

void setNextFileName(const QString& path)
{
    setNextFileNames(path.isEmpty() ? QStringList() : QStringList(path));
}

void setNextAnswer(bool accept)
{
    prepared().testing = true;
    prepared().answers.enqueue(accept);
}

void openOutside(const QString& path)
{
    if (prepared().testing)
        prepared().opened << path;
    else
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void setNextChoice(int button)
{
    prepared().testing = true;
    prepared().choices.enqueue(button);
}

void setNextText(const QString& text)
{
    prepared().testing = true;
    prepared().texts.enqueue(text);
}

QStringList takeTold()
{
    prepared().testing = true;
    return std::exchange(prepared().told, {});
}

QStringList takeOpened()
{
    prepared().testing = true;
    return std::exchange(prepared().opened, {});
}

} // namespace checkup::workspace::dialogs
