#include "app/language/language.h"
#include "app/workspace/settings.h"
#include "app/workspace/shell/main_window.h"
#include "app/workspace/widgets/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QHash>

using namespace Qt::StringLiterals;
using checkup::workspace::Settings;

int main(int argc, char* argv[])
{
    // The same package whoever writes it: see the command's main.
    QHashSeed::setDeterministicGlobalSeed();
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"CityCheckup"_s);
    QApplication::setApplicationName(u"citycheckup"_s);
    QApplication::setApplicationVersion(QString::fromLatin1(CHECKUP_VERSION));

    const Settings& settings = Settings::instance();
    checkup::language::apply(settings.value(Settings::Key::Language).toString());
    checkup::workspace::Theme::apply(application, settings.value(Settings::Key::Theme).toString(),
                                     settings.value(Settings::Key::TextScale).toInt());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "国土空间规划城市体检评估的年度工作台。"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, QCoreApplication::translate("main", "要打开的项目文件"),
                                 u"[file]"_s);
    parser.process(application);

    checkup::workspace::MainWindow window;
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openFile(parser.positionalArguments().first());
    return QApplication::exec();
}
