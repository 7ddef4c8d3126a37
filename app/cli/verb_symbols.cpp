#include "app/cli/verbs.h"

#include "app/cli/year_file.h"
#include "core/base/file_tools.h"
#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"
#include "core/draw/project_layers.h"
#include "core/draw/project_symbols.h"

#include <QFileInfo>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct SymbolArguments
{
    std::string file, output, source, role;
    std::vector<std::string> reset;
    bool all = false, missing = false;
};

QString titleOf(const QString& key)
{
    const catalogue::LayerRole* const role = catalogue::layerRole(key.section(u'/', 0, 0));
    const auto system = catalogue::classSystemOf(key.contains(u'/') ? key.section(u'/', 1) : key);
    const QString classes = system ? catalogue::LandClasses::of(*system).name() : QString();
    return role && system ? role->name + u' ' + classes : role ? role->name : classes;
}

/// The symbols of a project, its own marked.
Exit list(const SymbolArguments& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const draw::ProjectSymbols symbols = draw::symbolsOf(*data);
    console.issues(symbols.faults);
    QJsonArray styles;
    QList<QStringList> rows;
    const auto add = [&](const QString& key, bool own, qsizetype symbolCount) {
        styles.append(QJsonObject{{u"key"_s, key},
                                  {u"name"_s, titleOf(key)},
                                  {u"own"_s, own},
                                  {u"symbols"_s, symbolCount}});
        rows.append({key, titleOf(key), QString::number(symbolCount),
                     own ? Text::tr("本项目的") : Text::tr("自带")});
    };
    for (const draw::RoleStyle& style : symbols.all.roleStyles())
        add(style.key(), symbols.own.roleStyle(style.role, style.system) != nullptr,
            std::max<qsizetype>(1, style.style.cases.size()));
    for (const QString& system : symbols.all.systems())
        add(system, symbols.own.systems().contains(system), symbols.all.classesOf(system).size());
    console.table(rows);
    console.document({{u"styles"_s, styles}, {u"issues"_s, toJson(symbols.faults)}});
    return symbols.faults.isEmpty() ? Exit::Success : Exit::Problems;
}

/// Values in the layers that no symbol is known for.
Exit listMissing(const SymbolArguments& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const draw::SymbolSet symbols = draw::symbolsOf(*data).all;
    QJsonArray missing;
    QList<QStringList> rows;
    for (const project::Layer& layer : data->layers) {
        const draw::LayerStyle style = symbols.styleOf(layer.role, layer.classSystem);
        if (!style.listsOthers)
            continue;
        const auto values = draw::valuesOf(text(o.file), layer, style.column, console.cancel());
        if (!values)
            return console.failure(values.error());
        const QMap<QString, qint64> without = draw::withoutSymbol(*values, style);
        for (auto value = without.cbegin(); value != without.cend(); ++value) {
            missing.append(QJsonObject{{u"layer"_s, layer.name},
                                       {u"value"_s, value.key()},
                                       {u"features"_s, value.value()}});
            rows.append({layer.name, value.key(), QString::number(value.value())});
        }
    }
    if (rows.isEmpty())
        console.line(Text::tr("图层里的代码都有符号。"));
    else
        console.table(rows);
    console.document({{u"missing"_s, missing}});
    return rows.isEmpty() ? Exit::Success : Exit::Problems;
}

Exit writeFile(const SymbolArguments& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const draw::ProjectSymbols symbols = draw::symbolsOf(*data);
    console.issues(symbols.faults);
    const draw::SymbolSet& wanted = o.all ? symbols.all : symbols.own;
    if (const auto written = writeFileSafely(text(o.output), wanted.toJson()); !written)
        return console.failure(written.error());
    console.line(
        wanted.isEmpty()
            ? Text::tr("项目没有自己的符号，写出的是空文件：%1。加 --all 可连自带的一起写出。")
                  .arg(text(o.output))
            : Text::tr("符号已写到 %1。").arg(text(o.output)));
    console.document({{u"path"_s, text(o.output)}, {u"issues"_s, toJson(symbols.faults)}});
    return Exit::Success;
}

Exit takeFile(const SymbolArguments& o, const Console& console)
{
    constexpr qint64 most = 64 * 1024 * 1024;
    const auto bytes = readFile(text(o.source), most);
    if (!bytes)
        return console.failure(bytes.error());
    const draw::SymbolSet::File file{QFileInfo(text(o.source)).fileName(), *bytes};
    const Edit edit = [&](const project::YearData& data) -> Result<project::ChangeSet> {
        const auto taken = draw::readSymbolFile(file, data, text(o.role).toUpper());
        if (!taken)
            return taken.error();
        Issues issues;
        for (const QString& note : taken->notes) {
            Issue issue;
            issue.text = note;
            issue.file = file.name;
            issues << issue;
        }
        console.issues(issues);
        return draw::symbolChanges(data, draw::symbolsOf(data).own.with(taken->symbols),
                                   Text::tr("导入符号 %1").arg(file.name));
    };
    return commitEdit(text(o.file), edit, console);
}

Exit reset(const SymbolArguments& o, const Console& console)
{
    const Edit edit = [&](const project::YearData& data) -> Result<project::ChangeSet> {
        project::ChangeSet all;
        QStringList known;
        for (const project::MapSetting& setting : data.mapSettings) {
            if (setting.kind == u"style"_s)
                known << setting.key;
        }
        for (const std::string& one : o.reset) {
            const QStringList keys = one == "all" ? known : QStringList{text(one)};
            for (const QString& key : keys) {
                if (!known.contains(key))
                    return Error(ErrorCode::NotFound,
                                 Text::tr("项目没有自己的符号“%1”；有的是：%2。")
                                     .arg(key, known.join(u'、')));
                all.append(draw::symbolsAsShipped(data, key));
            }
        }
        all.label = Text::tr("恢复自带符号");
        return all;
    };
    return commitEdit(text(o.file), edit, console);
}

Exit run(const SymbolArguments& o, const Console& console)
{
    if (!o.output.empty())
        return writeFile(o, console);
    if (!o.source.empty())
        return takeFile(o, console);
    if (!o.reset.empty())
        return reset(o, console);
    return o.missing ? listMissing(o, console) : list(o, console);
}

} // namespace

void addSymbolsVerb(CLI::App& app, Command& command)
{
    auto o = std::make_shared<SymbolArguments>();
    CLI::App* verb = app.add_subcommand(
        "symbols", Text::help("图件的符号：列出、写出、导入、恢复自带；不加选项则列出"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    auto* const output =
        verb->add_option("--export", o->output, Text::help("把本项目的符号写成一个 .json 文件"));
    verb->add_flag("--all", o->all, Text::help("连自带的符号一起写出"))->needs(output);
    auto* const source = verb->add_option("--import", o->source,
                                          Text::help("导入符号：本程序的 .json，或 SLD 1.0、1.1"));
    verb->add_option("--role", o->role, Text::help("SLD 是哪种图层的，如 DLTB"))->needs(source);
    verb->add_option("--reset", o->reset,
                     Text::help("恢复自带：图层代码或地类体系，用逗号隔开；all 为全部"))
        ->delimiter(',');
    verb->add_flag("--missing", o->missing, Text::help("列出图层里没有符号的代码"));
    verb->callback([=, &command] { command.work = [=](const Console& c) { return run(*o, c); }; });
}

} // namespace checkup::cli
