#include "core/draw/project_symbols.h"

#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"
#include "core/draw/project_layers.h"
#include "core/draw/sld.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

const QString kind = u"style"_s;

QString titleOf(const QString& key)
{
    if (const auto system = catalogue::classSystemOf(key))
        return catalogue::LandClasses::of(*system).name();
    const catalogue::LayerRole* const role = catalogue::layerRole(key.section(u'/', 0, 0));
    return role ? role->name : key;
}

/// The settings that a set makes: content by key.
QMap<QString, QString> settingsOf(const SymbolSet& own)
{
    QMap<QString, QString> settings;
    for (const RoleStyle& style : own.roleStyles()) {
        SymbolSet one;
        one.setRole(style);
        settings.insert(style.key(), QString::fromUtf8(one.toJson()));
    }
    for (const QString& system : own.systems()) {
        SymbolSet one;
        for (const SymbolCase& symbol : own.classesOf(system))
            one.setClass(system, symbol);
        settings.insert(system, QString::fromUtf8(one.toJson()));
    }
    return settings;
}

SymbolSet withoutShipped(const SymbolSet& own)
{
    const SymbolSet& shipped = SymbolSet::shipped();
    SymbolSet differing = own;
    for (const RoleStyle& style : own.roleStyles()) {
        const RoleStyle* const known = shipped.roleStyle(style.role, style.system);
        if (known && *known == style)
            differing.removeRole(style.key());
    }
    for (const QString& system : own.systems()) {
        const QList<SymbolCase> known = shipped.classesOf(system);
        for (const SymbolCase& one : own.classesOf(system)) {
            if (known.contains(one))
                differing.removeClass(system, one.values.constFirst());
        }
    }
    return differing;
}

} // namespace

ProjectSymbols symbolsOf(const project::YearData& data)
{
    ProjectSymbols symbols;
    const auto warn = [&symbols](const QString& sentence) {
        Issue issue;
        issue.text = sentence;
        symbols.faults << issue;
    };
    for (const project::MapSetting& setting : data.mapSettings) {
        if (setting.kind != kind)
            continue;
        const auto read = SymbolSet::read({{setting.key, setting.content.toUtf8()}});
        if (!read) {
            warn(Text::tr("项目中“%1”的符号读不出，先用自带的；请在“图件”的“符号”里恢复自带，"
                          "或重新导入。（%2）")
                     .arg(titleOf(setting.key), read.error().message()));
            continue;
        }
        if (settingsOf(*read).keys() != QStringList{setting.key}) {
            warn(Text::tr("项目中“%1”的符号说的是别的图层，先用自带的；请在“图件”的“符号”里恢复"
                          "自带，或重新导入。")
                     .arg(titleOf(setting.key)));
            continue;
        }
        symbols.own = symbols.own.with(*read);
    }
    symbols.all = SymbolSet::shipped().with(symbols.own);
    return symbols;
}

project::ChangeSet symbolChanges(const project::YearData& data, const SymbolSet& own,
                                 const QString& label)
{
    const QMap<QString, QString> wanted = settingsOf(withoutShipped(own));
    const QMap<QString, QString> before = settingsOf(symbolsOf(data).own);
    project::ChangeSet all;
    for (const auto& [key, content] : wanted.asKeyValueRange()) {
        if (before.value(key) != content)
            all.append(project::edits::setMapSetting(data, {0, kind, key, content}));
    }
    for (const auto& [key, content] : before.asKeyValueRange()) {
        if (!wanted.contains(key))
            all.append(project::edits::setMapSetting(data, {0, kind, key, {}}));
    }
    all.label = label;
    return all;
}

Result<SymbolImport> readSymbolFile(const SymbolSet::File& file, const project::YearData& data,
                                    const QString& role)
{
    SymbolImport taken;
    if (file.bytes.trimmed().startsWith('{')) {
        auto read = SymbolSet::read({file});
        if (!read)
            return read.error();
        taken.symbols = *std::move(read);
        return taken;
    }
    if (role.isEmpty())
        return Error(
            ErrorCode::BadUsage,
            Text::tr("SLD 文件 %1 没有说是哪种图层，请指明图层代码，如 DLTB。").arg(file.name));
    QMap<QString, QString> fields;
    QString system;
    if (const project::Layer* const layer = layerFor(data, role, data.info.year)) {
        const QJsonObject known = QJsonDocument::fromJson(layer->fields.toUtf8()).object();
        for (auto field = known.begin(); field != known.end(); ++field)
            fields.insert(field.key(), field->toString());
        system = layer->classSystem;
    }
    const auto read = readSld(file, role, fields, system);
    if (!read)
        return read.error();
    taken.symbols.setRole(read->style);
    taken.notes = read->notes;
    return taken;
}

project::ChangeSet symbolsAsShipped(const project::YearData& data, const QString& key)
{
    project::ChangeSet change = project::edits::setMapSetting(data, {0, kind, key, {}});
    change.label = Text::tr("恢复自带符号 %1").arg(titleOf(key));
    return change;
}

} // namespace checkup::draw
