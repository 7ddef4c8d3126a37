#include "app/cli/verbs.h"

#include <QApplication>
#include <QHash>
#include <QLocale>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <memory>

using namespace checkup::cli;
using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    // Qt's PDF engine numbers its fonts in the order of a hash: without a fixed seed the same project
    // would give other bytes in each process.
    QHashSeed::setDeterministicGlobalSeed();
    // The command never shows a window; drawing still needs a platform, and a server has no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Standard error belongs to our own sentences; what Qt remarks about a server's environment is not one.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& message) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", message.toLocal8Bit().constData());
    });
    std::string verb;
    for (int i = 1; i < argc && verb.empty(); ++i) {
        if (argv[i][0] != '-')
            verb = argv[i];
    }
    std::unique_ptr<QCoreApplication> application;
    if (verb == "report" || verb == "draw")
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setApplicationName(u"citycheckup"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CHECKUP_VERSION));

    CLI::App app(Text::help("城检：国土空间规划城市体检评估"), "checkup");
    app.set_version_flag("--version", std::string("checkup ") + CHECKUP_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(38);
    Command command;
    app.add_flag("--json", command.console.json, Text::help("在标准输出给出一份 JSON"));
    app.add_flag("-q,--quiet", command.console.quiet, Text::help("不输出文字和进度"));
    app.fallthrough();
    addProjectVerbs(app, command);
    addCatalogueVerbs(app, command);
    addCollectVerbs(app, command);
    addEditVerbs(app, command);
    addAssessVerbs(app, command);
    addReportVerbs(app, command);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : static_cast<int>(Exit::Usage);
    }
    try {
        return static_cast<int>(command.work(command.console));
    } catch (const std::exception& error) {
        // Only exhausted memory or a fault of ours gets here; the file is safe, since edits are transactions.
        return static_cast<int>(command.console.failure(
            checkup::Error(checkup::ErrorCode::Internal, Text::tr("程序出错，已停止；项目文件保持原样。"), QString::fromLocal8Bit(error.what()))));
    }
}
