#include "app/cli/verbs.h"

#include "app/language/language.h"

#include <QApplication>
#include <QHash>
#include <QLocale>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <memory>
#include <string_view>

using namespace checkup::cli;
using namespace Qt::StringLiterals;

namespace {

/// "zh" or "en", as the command line or else the environment says. Read before CLI11 does, which
/// takes its help texts when the options are declared.
QString wantedLanguage(const QStringList& arguments)
{
    for (qsizetype i = arguments.size() - 1; i > 0; --i) {
        if (arguments[i] == u"--lang" && i + 1 < arguments.size())
            return arguments[i + 1];
        if (arguments[i].startsWith(u"--lang="))
            return arguments[i].sliced(7);
    }
    return qEnvironmentVariable("CHECKUP_LANG", u"zh"_s);
}

/// CLI11's own words, too, speak the language chosen.
void nameParts(CLI::App& app)
{
    const auto formatter = app.get_formatter();
    formatter->column_width(38);
    formatter->label("Usage", Text::help("用法"));
    formatter->label("OPTIONS", Text::help("选项…"));
    formatter->label("SUBCOMMAND", Text::help("动词"));
    formatter->label("SUBCOMMANDS", Text::help("动词"));
    formatter->label("Positionals", Text::help("参数"));
    formatter->label("REQUIRED", Text::help("必填"));
    formatter->label("TEXT", Text::help("文字"));
    formatter->label("INT", Text::help("整数"));
    app.option_defaults()->group(Text::help("选项"));
    app.group(Text::help("子命令"));
    app.set_help_flag("-h,--help", Text::help("显示这份说明"));
    app.failure_message([](const CLI::App*, const CLI::Error& error) {
        return Text::tr("命令的写法不对：%1。加 --help 可看说明。\n")
            .arg(text(error.what()).trimmed())
            .toStdString();
    });
}

/// Subcommands take their help flag over before its group.
void nameHelp(CLI::App& app)
{
    if (app.get_help_ptr())
        app.get_help_ptr()->group(Text::help("选项"));
    for (CLI::App* verb : app.get_subcommands({}))
        nameHelp(*verb);
}

} // namespace

int main(int argc, char* argv[])
{
    // Qt's PDF engine numbers its fonts in the order of a hash: without a fixed seed the same
    // project would give other bytes in each process.
    QHashSeed::setDeterministicGlobalSeed();
    // The command never shows a window; drawing still needs a platform, and a server has no
    // display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Standard error belongs to our own sentences; what Qt remarks about a server's environment is
    // not one.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& message) {
        if (type == QtCriticalMsg || type == QtFatalMsg)
            std::fprintf(stderr, "%s\n", message.toLocal8Bit().constData());
    });
    std::string verb;
    for (int i = 1; i < argc && verb.empty(); ++i) {
        if (std::string_view(argv[i]) == "--lang")
            ++i;
        else if (argv[i][0] != '-')
            verb = argv[i];
    }
    std::unique_ptr<QCoreApplication> application;
    if (verb == "report" || verb == "draw" || verb == "tasks" || verb == "letters")
        application = std::make_unique<QApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    QCoreApplication::setApplicationName(u"citycheckup"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CHECKUP_VERSION));

    checkup::language::apply(wantedLanguage(QCoreApplication::arguments()));

    CLI::App app(Text::help("城检：国土空间规划城市体检评估"), "checkup");
    nameParts(app);
    app.set_version_flag("--version", std::string("checkup ") + CHECKUP_VERSION,
                         Text::help("显示版本号"));
    app.require_subcommand(1);
    Command command;
    app.add_flag("--json", command.console.json, Text::help("在标准输出给出一份 JSON"));
    app.add_flag("-q,--quiet", command.console.quiet, Text::help("不输出文字和进度"));
    std::string language;
    app.add_option("--lang", language, Text::help("语言：zh 或 en，也可用环境变量 CHECKUP_LANG"))
        ->check(CLI::IsMember({"zh", "en"}));
    app.fallthrough();
    addProjectVerbs(app, command);
    addCatalogueVerbs(app, command);
    addCollectVerbs(app, command);
    addReturnsVerb(app, command);
    addTaskVerbs(app, command);
    addEditVerbs(app, command);
    addEvidenceVerbs(app, command);
    addCheckVerbs(app, command);
    addAssessVerbs(app, command);
    addMeasureVerbs(app, command);
    addLayersVerb(app, command);
    addSpatialVerbs(app, command);
    addSymbolsVerb(app, command);
    addReportVerbs(app, command);
    nameHelp(app);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : static_cast<int>(Exit::Usage);
    }
    try {
        return static_cast<int>(command.work(command.console));
    } catch (const std::exception& error) {
        // Only exhausted memory or a fault of ours gets here; the file is safe, since edits are
        // transactions.
        return static_cast<int>(command.console.failure(checkup::Error(
            checkup::ErrorCode::Internal, Text::tr("程序出错，已停止；项目文件保持原样。"),
            QString::fromLocal8Bit(error.what()))));
    }
}
