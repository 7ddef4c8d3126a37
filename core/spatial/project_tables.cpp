#include "core/spatial/project_tables.h"

#include "core/catalogue/layer_roles.h"
#include "core/spatial/intake.h"
#include "core/spatial/recipe.h"
#include "core/spatial/shelf.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using catalogue::LandClasses;
using project::Layer;
using project::YearData;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

const QString parcelRole = u"DLTB"_s;
/// Between a control line's role and its name.
constexpr QChar nameSeparator = u'·';

constexpr std::array kinds{TableKind::Matrix, TableKind::Transition, TableKind::Encroachment};
constexpr std::array levels{ClassLevel::Two, ClassLevel::Four, ClassLevel::Group, ClassLevel::Code};
constexpr std::array parcelChoices{ParcelChoice::All, ParcelChoice::Construction,
                                   ParcelChoice::UrbanRural};

template <class Choice, size_t N>
std::optional<Choice> fromKey(const std::array<Choice, N>& choices, QStringView text)
{
    for (const Choice choice : choices) {
        if (key(choice) == text)
            return choice;
    }
    return std::nullopt;
}

TableChoices usualChoices(TableKind kind)
{
    TableChoices choices;
    choices.kind = kind;
    choices.byName = kind == TableKind::Encroachment;
    if (kind == TableKind::Transition)
        choices.sliver.width = 0.5; // borders of two surveys that do not quite agree
    return choices;
}

QJsonObject toJson(const TableChoices& choices)
{
    return {{u"lines"_s, QJsonArray::fromStringList(choices.lines)},
            {u"byName"_s, choices.byName},
            {u"level"_s, key(choices.level)},
            {u"byDistrict"_s, choices.byDistrict},
            {u"sliverArea"_s, choices.sliver.area},
            {u"sliverWidth"_s, choices.sliver.width},
            {u"parcels"_s, key(choices.parcels)},
            {u"classes"_s, QJsonArray::fromStringList(choices.classes)}};
}

QStringList stringsOf(const QJsonValue& value)
{
    QStringList strings;
    for (const QJsonValue& one : value.toArray())
        strings << one.toString();
    return strings;
}

TableChoices choicesFrom(TableKind kind, const QJsonObject& object)
{
    TableChoices choices = usualChoices(kind);
    choices.lines = stringsOf(object.value(u"lines"_s));
    choices.byName = object.value(u"byName"_s).toBool(choices.byName);
    choices.level = classLevelFromKey(object.value(u"level"_s).toString()).value_or(choices.level);
    choices.byDistrict = object.value(u"byDistrict"_s).toBool(true);
    choices.sliver = {object.value(u"sliverArea"_s).toDouble(choices.sliver.area),
                      object.value(u"sliverWidth"_s).toDouble(choices.sliver.width)};
    choices.parcels =
        parcelChoiceFromKey(object.value(u"parcels"_s).toString()).value_or(choices.parcels);
    choices.classes = stringsOf(object.value(u"classes"_s));
    return choices;
}

QJsonObject fieldsOf(const Layer& layer)
{
    return QJsonDocument::fromJson(layer.fields.toUtf8()).object();
}

/// What a control line's polygons are told apart by: the first of the role's columns that is a name
/// or a kind and that the layer has. Empty: nothing.
QString nameColumn(const Layer& layer)
{
    const catalogue::LayerRole* const role = catalogue::layerRole(layer.role);
    const QJsonObject fields = fieldsOf(layer);
    if (!role)
        return {};
    for (const catalogue::LayerColumn& column : role->columns) {
        if ((column.key == u"name" || column.key == u"type") && fields.contains(column.key))
            return column.key;
    }
    return {};
}

QString roleName(const QString& code)
{
    const catalogue::LayerRole* const role = catalogue::layerRole(code);
    return role ? role->name : code;
}

std::function<QString(const QString&)> grouping(ClassLevel level, const LandClasses& classes)
{
    switch (level) {
    case ClassLevel::Two:
        return [](const QString& code) { return code.trimmed().left(2); };
    case ClassLevel::Four:
        return [](const QString& code) { return code.trimmed().left(4); };
    case ClassLevel::Group:
        return [&classes](const QString& code) {
            const QString group = classes.groupOf(code.trimmed());
            return group.isEmpty() ? code.trimmed() : group;
        };
    case ClassLevel::Code:
        break;
    }
    return [](const QString& code) { return code.trimmed(); };
}

/// Gives the layer's features, all of them, to one part of a table.
class Part
{
public:
    Part(QString projectPath, const TablePlan& plan)
        : m_path(std::move(projectPath))
        , m_plan(plan)
        , m_classes(LandClasses::of(plan.system))
    {}

    TableInput parcels(const QList<Layer>& layers) const
    {
        TableInput input;
        for (const Layer& layer : layers)
            input.layers << [this, layer]() -> Result<TableLayer> {
                auto opened = openLayer(m_path, layer, {u"class"_s}, {}, gdal::Faults::Keep);
                if (!opened)
                    return opened.error();
                TableLayer made = take(*std::move(opened));
                made.groupBy = grouping(m_plan.choices.level, m_classes);
                return made;
            };
        return input;
    }

    /// With what a list shows of a parcel, the class code as it stands.
    TableInput listed(const QList<Layer>& layers) const
    {
        TableInput input;
        for (const Layer& layer : layers)
            input.layers << [this, layer]() -> Result<TableLayer> {
                auto opened = openLayer(m_path, layer, {u"class"_s},
                                        {u"id"_s, u"className"_s, u"cityVillage"_s, u"netArea"_s},
                                        gdal::Faults::Keep);
                if (!opened)
                    return opened.error();
                return take(*std::move(opened));
            };
        return input;
    }

    TableInput lines() const
    {
        TableInput input;
        for (const Layer& layer : m_plan.lines)
            input.layers << [this, layer]() -> Result<TableLayer> {
                const QString column = m_plan.choices.byName ? nameColumn(layer) : QString();
                const QStringList columns = column.isEmpty() ? QStringList() : QStringList(column);
                auto opened = openLayer(m_path, layer, columns, {}, gdal::Faults::Keep);
                if (!opened)
                    return opened.error();
                TableLayer made = take(*std::move(opened));
                made.columns = {};
                made.columns.group = column.isEmpty() ? -1 : 0;
                made.title = roleName(layer.role);
                made.groupBy = [title = made.title](const QString& name) {
                    return name.trimmed().isEmpty() ? title
                                                    : title + nameSeparator + name.trimmed();
                };
                return made;
            };
        return input;
    }

private:
    static TableLayer take(ProjectLayer opened)
    {
        TableLayer::Columns columns;
        columns.group = opened.place(u"class"_s);
        columns.id = opened.place(u"id"_s);
        columns.className = opened.place(u"className"_s);
        columns.town = opened.place(u"cityVillage"_s);
        columns.net = opened.place(u"netArea"_s);
        return {
            std::move(opened.lock), std::move(opened.reader), std::move(opened.crs), columns, {}};
    }

    QString m_path;
    const TablePlan& m_plan;
    const LandClasses& m_classes;
};

QString systemText(const gdal::Crs& crs)
{
    return crs.epsg() > 0 ? u"EPSG:%1 %2"_s.arg(crs.epsg()).arg(crs.name()) : crs.name();
}

/// The layers of a plan with the reference systems that they are read in.
Result<QList<TableUse>> usesOf(const QString& projectPath, const TablePlan& plan)
{
    QList<TableUse> uses;
    const std::array<std::pair<const QList<Layer>*, const char16_t*>, 4> parts{
        {{&plan.parcels, u"parcels"},
         {&plan.parcelsBefore, u"before"},
         {&plan.lines, u"lines"},
         {&plan.districts, u"districts"}}};
    for (const auto& [layers, part] : parts) {
        for (const Layer& layer : *layers) {
            const auto opened = openLayer(projectPath, layer, {}, {}, gdal::Faults::Keep);
            if (!opened)
                return opened.error();
            uses << TableUse{layer.id,
                             QString::fromUtf16(part),
                             layer.role,
                             layer.name,
                             layer.year,
                             layer.features,
                             layer.fileName,
                             layer.sha256,
                             systemText(opened->crs),
                             layer.takenAt};
        }
    }
    return uses;
}

/// The zones' numbers of regions become names, and lists follow the project's order.
class DistrictNames
{
public:
    explicit DistrictNames(const QList<project::Region>& regions)
        : m_regions(regions)
    {}

    /// Regions by number; what is in none comes last.
    int place(const QString& number) const
    {
        return number.isEmpty() ? static_cast<int>(m_regions.size()) : number.toInt();
    }
    QString name(const QString& number)
    {
        if (number.isEmpty())
            return {};
        const int place = number.toInt();
        m_seen.insert(place);
        return m_regions.at(place).nameZh;
    }
    QStringList seen() const
    {
        QStringList names;
        for (const int place : m_seen)
            names << m_regions.at(place).nameZh;
        return names;
    }

private:
    const QList<project::Region>& m_regions;
    std::set<int> m_seen;
};

/// Sorts cells by district within what they are of, then names the districts.
template <class Row, class Same>
void nameDistricts(QList<Row>& rows, DistrictNames& names, Same order)
{
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
        const auto left = order(a);
        const auto right = order(b);
        return left != right ? left < right : names.place(a.district) < names.place(b.district);
    });
    for (Row& row : rows)
        row.district = names.name(row.district);
}

} // namespace

QString key(TableKind kind)
{
    switch (kind) {
    case TableKind::Matrix:
        return u"matrix"_s;
    case TableKind::Transition:
        return u"transition"_s;
    case TableKind::Encroachment:
        return u"encroach"_s;
    }
    return {};
}

QString key(ClassLevel level)
{
    switch (level) {
    case ClassLevel::Two:
        return u"2"_s;
    case ClassLevel::Four:
        return u"4"_s;
    case ClassLevel::Group:
        return u"group"_s;
    case ClassLevel::Code:
        return u"code"_s;
    }
    return {};
}

QString key(ParcelChoice choice)
{
    switch (choice) {
    case ParcelChoice::All:
        return u"all"_s;
    case ParcelChoice::Construction:
        return u"construction"_s;
    case ParcelChoice::UrbanRural:
        return u"urban-rural"_s;
    }
    return {};
}

std::optional<TableKind> tableKindFromKey(QStringView text)
{
    return fromKey(kinds, text);
}

std::optional<ClassLevel> classLevelFromKey(QStringView text)
{
    return fromKey(levels, text);
}

std::optional<ParcelChoice> parcelChoiceFromKey(QStringView text)
{
    return fromKey(parcelChoices, text);
}

QString tableName(TableKind kind)
{
    switch (kind) {
    case TableKind::Matrix:
        return u"地类与控制线叠加面积表"_s;
    case TableKind::Transition:
        return u"两年地类转移矩阵"_s;
    case TableKind::Encroachment:
        return u"控制线内图斑清单"_s;
    }
    return {};
}

QStringList usualLines(TableKind kind)
{
    QStringList lines{u"YJJBNT"_s, u"STBHHX"_s};
    if (kind == TableKind::Matrix)
        lines << u"CZKFBJ"_s;
    return lines;
}

QStringList lineRoles()
{
    QStringList roles = usualLines(TableKind::Matrix);
    const QStringList others{u"CQFW"_s, u"JCQ"_s, u"ZT"_s};
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        if (role.geometry == catalogue::LayerGeometry::Polygon && !roles.contains(role.code) &&
            (role.group == u"底线" || others.contains(role.code)))
            roles << role.code;
    }
    return roles;
}

TableChoices choicesFor(const YearData& data, TableKind kind)
{
    const project::RecipeSetting* const kept = data.recipe(tableName(kind));
    return kept ? choicesFrom(kind, QJsonDocument::fromJson(kept->recipe.toUtf8()).object())
                : usualChoices(kind);
}

project::ChangeSet setChoicesAsEdit(const YearData& data, const TableChoices& choices)
{
    project::RecipeSetting setting;
    if (const project::RecipeSetting* const kept = data.recipe(tableName(choices.kind)))
        setting = *kept;
    setting.subject = tableName(choices.kind);
    setting.active = true;
    setting.recipe =
        choices == usualChoices(choices.kind)
            ? QString()
            : QString::fromUtf8(QJsonDocument(toJson(choices)).toJson(QJsonDocument::Compact));
    return project::edits::setRecipe(data, setting);
}

QList<int> parcelYears(const YearData& data)
{
    QList<int> years;
    for (const Layer& layer : data.layers) {
        if (layer.role == parcelRole && layer.year > 0 && !years.contains(layer.year))
            years << layer.year;
    }
    std::sort(years.begin(), years.end(), std::greater<>());
    return years;
}

namespace {

void planParcels(const YearData& data, int year, int before, TablePlan& plan)
{
    const int wanted = year > 0 ? year : data.info.year;
    const Choice choice = choose(Selection{parcelRole}, data, wanted);
    plan.parcels = choice.layers;
    plan.year = choice.year;
    if (plan.parcels.isEmpty()) {
        plan.lacking << Text::tr("还没有 %1 年的地类图斑（DLTB）。请在“图层”里添加变更调查的图斑。")
                            .arg(wanted);
        return;
    }
    if (choice.year > 0 && choice.year != wanted)
        plan.issues << Issue{
            Severity::Warning,
            Text::tr("没有 %1 年的地类图斑，用的是 %2 年的。").arg(wanted).arg(choice.year),
            {},
            {},
            {},
            1};
    const auto system = catalogue::classSystemOf(plan.parcels.constFirst().classSystem);
    plan.system = system.value_or(catalogue::ClassSystem::ThirdSurvey);
    for (const Layer& layer : std::as_const(plan.parcels)) {
        if (!fieldsOf(layer).contains(u"class"_s))
            plan.lacking << Text::tr(
                                "图层“%1”没有指明哪个字段是地类编码。请在“图层”里修改它的字段。")
                                .arg(layer.name);
    }
    if (plan.choices.kind != TableKind::Transition)
        return;
    const QList<int> years = parcelYears(data);
    for (const int one : years) {
        if (plan.before == 0 && (before > 0 ? one == before : one < plan.year))
            plan.before = one;
    }
    if (plan.year == 0 || plan.before == 0) {
        plan.lacking << (before > 0
                             ? Text::tr("还没有 %1 年的地类图斑（DLTB），不能与 %2 年比较。请在"
                                        "“图层”里添加，并填写它的年份。")
                                   .arg(before)
                                   .arg(wanted)
                             : Text::tr("转移矩阵要两个年份的地类图斑（DLTB），现在只有一个。"
                                        "请在“图层”里添加更早一年的，并填写它的年份。"));
        return;
    }
    if (plan.before == plan.year) {
        plan.lacking << Text::tr("前后是同一年（%1）的地类图斑。请另选一年。").arg(plan.year);
        return;
    }
    for (const Layer& layer : data.layers) {
        if (layer.role == parcelRole && layer.year == plan.before)
            plan.parcelsBefore << layer;
    }
    for (const Layer& layer : std::as_const(plan.parcelsBefore)) {
        if (layer.classSystem != plan.parcels.constFirst().classSystem)
            plan.lacking << Text::tr(
                                "图层“%1”与“%2”的地类编码用的不是同一种分类，不能比较。请在“图层”"
                                "里核对两者的分类。")
                                .arg(layer.name, plan.parcels.constFirst().name);
    }
}

void planLines(const YearData& data, TablePlan& plan)
{
    const QStringList roles =
        plan.choices.lines.isEmpty() ? usualLines(plan.choices.kind) : plan.choices.lines;
    QStringList missing;
    for (const QString& role : roles) {
        const QList<Layer> layers = choose(Selection{role}, data, data.info.year).layers;
        if (layers.isEmpty())
            missing << catalogue::layerTitle(role);
        plan.lines += layers;
    }
    if (plan.lines.isEmpty())
        plan.lacking << Text::tr("还没有控制线图层：%1。请在“图层”里添加其中至少一个。")
                            .arg(missing.join(u'、'));
    else if (!missing.isEmpty())
        plan.issues << Issue{
            Severity::Note,
            Text::tr("没有这些控制线图层，表里没有它们：%1。").arg(missing.join(u'、')),
            {},
            {},
            {},
            1};
}

} // namespace

TablePlan planTable(const YearData& data, const TableChoices& choices, int year, int before)
{
    TablePlan plan;
    plan.choices = choices;
    planParcels(data, year, before, plan);
    if (choices.kind != TableKind::Transition)
        planLines(data, plan);
    if (!choices.byDistrict)
        return plan;
    plan.districts = choose(Selection{u"XZQ"_s}, data, data.info.year).layers;
    if (plan.districts.isEmpty())
        plan.issues << Issue{
            Severity::Note, Text::tr("没有行政区图层（XZQ），不分区。"), {}, {}, {}, 1};
    return plan;
}

const Slivers& ProjectTable::slivers() const
{
    switch (choices.kind) {
    case TableKind::Transition:
        return transition.slivers;
    case TableKind::Encroachment:
        return encroachment.slivers;
    case TableKind::Matrix:
        break;
    }
    return matrix.slivers;
}

QString ProjectTable::planeCrs() const
{
    switch (choices.kind) {
    case TableKind::Transition:
        return transition.planeCrs;
    case TableKind::Encroachment:
        return encroachment.planeCrs;
    case TableKind::Matrix:
        break;
    }
    return matrix.planeCrs;
}

Result<ProjectTable> makeTable(const QString& projectPath, const YearData& data,
                               const TablePlan& plan, const TableOptions& options,
                               const CancelToken& cancel, const ProgressSink& progress)
{
    if (!plan.canBeMade())
        return Error(ErrorCode::BadUsage, plan.lacking.join(u' '));
    auto uses = usesOf(projectPath, plan);
    if (!uses)
        return uses.error();
    ProjectTable table;
    table.choices = plan.choices;
    table.year = plan.year;
    table.before = plan.before;
    table.system = plan.system;
    table.layers = *std::move(uses);
    table.issues = plan.issues;

    Shelf shelf(projectPath, data, data.info.year, cancel);
    QStringList unknown;
    TableSettings settings;
    settings.sliver = plan.choices.sliver;
    settings.threads = options.threads;
    if (!plan.districts.isEmpty())
        settings.regions = [&](const gdal::Crs& target) -> Result<std::shared_ptr<const Zones>> {
            const auto zones = shelf.regionZones(project::RegionLevel::District, target);
            if (!zones)
                return zones.error();
            unknown = zones->unknown;
            return zones->zones;
        };
    const Part part(projectPath, plan);
    DistrictNames names(shelf.regions());
    switch (plan.choices.kind) {
    case TableKind::Matrix: {
        auto made =
            overlayMatrix(part.parcels(plan.parcels), part.lines(), settings, cancel, progress);
        if (!made)
            return made.error();
        table.matrix = *std::move(made);
        const QStringList& lines = table.matrix.lines;
        const auto order = [&lines](const MatrixCell& cell) {
            return std::pair(cell.a, lines.indexOf(cell.b));
        };
        nameDistricts(table.matrix.cells, names, order);
        nameDistricts(table.matrix.totals, names, order);
        break;
    }
    case TableKind::Transition: {
        auto made = transitionMatrix(part.parcels(plan.parcelsBefore), part.parcels(plan.parcels),
                                     settings, options.shapes, cancel, progress);
        if (!made)
            return made.error();
        table.transition = *std::move(made);
        nameDistricts(table.transition.cells, names, [](const TransitionCell& cell) {
            return std::pair(cell.before, cell.after);
        });
        for (Change& change : table.transition.changes)
            change.district = names.name(change.district);
        break;
    }
    case TableKind::Encroachment: {
        EncroachRequest request;
        request.parcels = part.listed(plan.parcels);
        request.redlines = part.lines();
        request.classes = plan.choices.classes;
        request.builtOnly =
            plan.choices.classes.isEmpty() && plan.choices.parcels == ParcelChoice::UrbanRural;
        request.construction =
            plan.choices.classes.isEmpty() && plan.choices.parcels == ParcelChoice::Construction;
        request.system = plan.system;
        request.shapes = options.shapes;
        request.settings = settings;
        auto made = encroachments(request, cancel, progress);
        if (!made)
            return made.error();
        table.encroachment = *std::move(made);
        QStringList roles;
        for (const Layer& layer : plan.lines)
            roles << roleName(layer.role);
        nameDistricts(table.encroachment.list, names, [&roles](const Encroachment& one) {
            return std::pair(roles.indexOf(one.redline.section(nameSeparator, 0, 0)), 0);
        });
        break;
    }
    }
    table.districts = names.seen();
    unknown.removeDuplicates();
    if (!unknown.isEmpty())
        table.issues << Issue{Severity::Warning,
                              Text::tr("行政区图层里这些名称不是本项目的区县，按区外处理：%1。")
                                  .arg(unknown.join(u'、')),
                              {},
                              {},
                              {},
                              1};
    return table;
}

QStringList inOrder(const QStringList& classes, const ProjectTable& table)
{
    QStringList sorted = classes;
    const QStringList groups = LandClasses::of(table.system).groups();
    const auto place = [&](const QString& name) {
        const qsizetype group = table.hasCodes() ? -1 : groups.indexOf(name);
        return std::tuple(name.isEmpty(), group < 0 && !table.hasCodes(), group, name);
    };
    std::sort(sorted.begin(), sorted.end(),
              [&](const QString& a, const QString& b) { return place(a) < place(b); });
    return sorted;
}

QString className(const QString& name, const ProjectTable& table)
{
    return table.hasCodes() ? LandClasses::of(table.system).nameOf(name) : QString();
}

QString classText(const QString& name, const ProjectTable& table)
{
    const QString known = className(name, table);
    return known.isEmpty() ? name : name + u' ' + known;
}

QString englishClassText(const QString& name, const ProjectTable& table)
{
    const LandClasses& classes = LandClasses::of(table.system);
    if (!table.hasCodes())
        return classes.englishGroup(name);
    const QString known = classes.englishOf(name);
    return known.isEmpty() ? QString() : name + u' ' + known;
}

Result<void> writeTableLayer(const QString& path, const ProjectTable& table)
{
    switch (table.choices.kind) {
    case TableKind::Transition:
        return writeLayer(path, table.transition);
    case TableKind::Encroachment:
        return writeLayer(path, table.encroachment);
    case TableKind::Matrix:
        break;
    }
    return Error(ErrorCode::BadUsage, Text::tr("叠加面积表没有图层，只有表格。"));
}

} // namespace checkup::spatial
