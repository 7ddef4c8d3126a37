#include "app/cli/verbs.h"

#include "app/cli/layer_documents.h"
#include "app/cli/year_file.h"
#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"
#include "core/report/repair_list.h"
#include "core/spatial/layer_guess.h"
#include "core/spatial/layer_regions.h"
#include "core/spatial/recipe.h"
#include "core/spatial/stated_transformation.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <vector>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct LayersArguments
{
    std::string file, role, layer, crs, classSystem, remove, regions, person, takenAt, output,
        transformation, transformationSource;
    std::vector<std::string> add, inspect, fields, set;
    int year = -1;
    qint64 repairs = 0;
    bool beside = false, inside = false, swapAxes = false;
};

struct Assignment
{
    QString key, value;
};

Result<Assignment> assignmentOf(const std::string& given)
{
    const QString whole = text(given);
    const qsizetype sign = whole.indexOf(u'=');
    if (sign < 1)
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”应写作 名称=值，如 class=DLBM。").arg(whole));
    return Assignment{whole.first(sign).trimmed(), whole.sliced(sign + 1).trimmed()};
}

/// Whether a layer's system, as it is known by now, can be brought to CGCS2000 as it is.
bool isUsable(const spatial::LayerGuess& guess)
{
    const auto crs = guess.crs.isEmpty() ? Result<gdal::Crs>(guess.info.crs.value_or(gdal::Crs()))
                                         : spatial::crsOf(guess.crs);
    return crs && gdal::Transformation::toGeodetic(*crs);
}

/// The guess with what the command line says instead. `only`: no other layer was found.
Result<void> settle(spatial::LayerGuess& guess, const LayersArguments& o,
                    const project::YearData& data, bool only)
{
    if (!o.role.empty())
        spatial::settleRole(guess, text(o.role).toUpper(), data);
    if (o.year >= 0) {
        guess.year = o.year;
        const catalogue::LayerRole* const role = catalogue::layerRole(guess.role);
        if (role)
            guess.name = o.year > 0 ? u"%1 %2"_s.arg(role->name).arg(o.year) : role->name;
    }
    if (!o.crs.empty()) {
        const auto crs = spatial::crsOf(text(o.crs));
        if (!crs)
            return crs.error();
        guess.crs = crs->epsg() > 0 ? u"EPSG:%1"_s.arg(crs->epsg()) : text(o.crs);
        guess.problem.clear();
    }
    if (!guess.role.isEmpty() && guess.crsChoices.isEmpty() && guess.info.crs && o.crs.empty() &&
        gdal::Transformation::toGeodetic(*guess.info.crs))
        guess.problem.clear(); // it was the role that was missing
    if (!o.transformation.empty()) {
        const auto stated = spatial::StatedTransformation::parse(text(o.transformation));
        if (!stated)
            return stated.error();
        if (o.transformationSource.empty())
            return Error(ErrorCode::BadUsage,
                         Text::tr("--transform 要同时用 --transform-source 写明参数从哪里来。"));
        if (only || !isUsable(guess)) { // among others it is for those that need it
            guess.transformation = stated->text();
            guess.transformationSource = text(o.transformationSource);
            guess.problem.clear(); // taking looks at what is still missing
        }
    }
    if (!o.classSystem.empty())
        guess.classSystem = text(o.classSystem);
    guess.swapAxes = guess.swapAxes || o.swapAxes;
    for (const std::string& given : o.fields) {
        const auto field = assignmentOf(given);
        if (!field)
            return field.error();
        if (field->value.isEmpty())
            guess.fields.remove(field->key);
        else
            guess.fields.insert(field->key, field->value);
    }
    return {};
}

Result<QList<spatial::LayerGuess>> inspectAll(const std::vector<std::string>& paths,
                                              const LayersArguments& o,
                                              const project::YearData& data,
                                              const CancelToken& cancel)
{
    QList<spatial::LayerGuess> all;
    const QString wanted = text(o.layer);
    for (const std::string& path : paths) {
        auto found = spatial::inspectLayers(text(path), data, cancel);
        if (!found)
            return found.error();
        QStringList names;
        const qsizetype before = all.size();
        for (spatial::LayerGuess& guess : *found) {
            const QString name = guess.fileName.section(u" ▸ "_s, -1);
            names << name;
            if (wanted.isEmpty() || guess.layer == wanted || name == wanted)
                all << std::move(guess);
        }
        if (!wanted.isEmpty() && all.size() == before)
            return Error(ErrorCode::NotFound, Text::tr("%1 里没有图层“%2”；有的是：%3。")
                                                  .arg(text(path), wanted, names.join(u'、')));
    }
    if (!o.role.empty() && all.size() > 1 && wanted.isEmpty()) {
        QStringList names;
        for (const spatial::LayerGuess& guess : std::as_const(all))
            names << guess.fileName;
        return Error(
            ErrorCode::BadUsage,
            Text::tr("有几个图层，--role 要用 --layer 指明是哪一个：%1。").arg(names.join(u'、')));
    }
    for (spatial::LayerGuess& guess : all) {
        if (const auto settled = settle(guess, o, data, all.size() == 1); !settled)
            return settled.error();
    }
    return all;
}

Exit runInspect(const LayersArguments& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const auto found = inspectAll(o.inspect, o, *data, console.cancel());
    if (!found)
        return console.failure(found.error());
    QJsonArray array;
    bool ready = true;
    QList<QStringList> rows{{Text::tr("图层"), Text::tr("角色"), Text::tr("年份"),
                             Text::tr("坐标系"), Text::tr("要素"), Text::tr("待定")}};
    for (const spatial::LayerGuess& guess : *found) {
        array.append(toJson(guess));
        ready = ready && guess.isReady();
        console.issues(guess.issues);
        rows << QStringList{guess.fileName,
                            catalogue::layerTitle(guess.role),
                            guess.year > 0 ? QString::number(guess.year) : QString(),
                            !guess.crs.isEmpty() ? spatial::crsTitle(guess.crs)
                            : guess.info.crs     ? guess.info.crs->name()
                                                 : QString(),
                            guess.info.features >= 0 ? QString::number(guess.info.features)
                                                     : QString(),
                            guess.problem};
    }
    console.document({{u"found"_s, array}});
    console.table(rows);
    return ready ? Exit::Success : Exit::Problems;
}

Result<spatial::TakeOptions> takeOptions(const LayersArguments& o)
{
    spatial::TakeOptions options;
    options.person = o.person.empty() ? project::ProjectFile::currentPerson() : text(o.person);
    options.takenAt = QDateTime::currentDateTimeUtc();
    if (!o.takenAt.empty()) {
        options.takenAt = QDateTime::fromString(text(o.takenAt), Qt::ISODate);
        if (!options.takenAt.isValid())
            return Error(ErrorCode::BadUsage,
                         Text::tr("--taken-at 应写作 2023-03-02T09:15:00Z 这样的时间。"));
    }
    options.keep = o.beside   ? spatial::Keep::Beside
                   : o.inside ? spatial::Keep::Inside
                              : spatial::Keep::Auto;
    return options;
}

/// Takes what is ready, one after the other, each an edit of its own; what is not is said.
Exit runAdd(const LayersArguments& o, const Console& console)
{
    const QString path = text(o.file);
    auto year = openYear(path, project::OpenMode::ReadWrite);
    if (!year)
        return console.failure(year.error());
    auto options = takeOptions(o);
    if (!options)
        return console.failure(options.error());
    project::DigestMemory digests;
    options->digests = &digests;
    const auto found = inspectAll(o.add, o, year->data, console.cancel());
    if (!found)
        return console.failure(found.error());
    const bool single = found->size() == 1;
    QJsonArray taken;
    Issues issues;
    int unchanged = 0;
    for (const spatial::LayerGuess& guess : *found) {
        issues << guess.issues;
        if (!guess.isReady()) {
            const QString problem = guess.role.isEmpty()
                                        ? Text::tr("看不出是哪种图层，请用 --role 指定。")
                                        : guess.problem;
            if (single)
                return console.failure(
                    Error(ErrorCode::BadUsage, Text::tr("%1：%2").arg(guess.fileName, problem)));
            issues << Issue{Severity::Warning, problem, guess.fileName, {}, {}, 1};
            continue;
        }
        auto changes = spatial::takeLayer(path, year->data, guess, *options, console.cancel(),
                                          console.progress());
        if (!changes && (single || changes.error().code() == ErrorCode::DiskFull))
            return console.failure(changes.error());
        if (!changes) {
            issues << Issue{Severity::Error, changes.error().message(), guess.fileName, {}, {}, 1};
            continue;
        }
        if (changes->isEmpty()) {
            ++unchanged;
            console.line(Text::tr("%1：已在项目里，没有变化。").arg(guess.fileName));
            continue;
        }
        const auto committed = year->file.commit(*changes);
        if (!committed)
            return console.failure(committed.error());
        auto data = year->file.load();
        if (!data)
            return console.failure(data.error());
        year->data = *std::move(data);
        for (const project::RowChange& change : committed->changes) {
            const project::Layer* const layer = year->data.layer(project::LayerId(change.row));
            if (!layer)
                continue;
            taken.append(toJson(*layer));
            issues << spatial::gateIssues(*layer);
            console.line(Text::tr("已导入 %1。").arg(inWords(*layer)));
        }
    }
    if (const auto closed = year->file.close(); !closed)
        return console.failure(closed.error());
    console.document({{u"layers"_s, taken},
                      {u"taken"_s, taken.size()},
                      {u"unchanged"_s, unchanged},
                      {u"issues"_s, toJson(issues)}});
    console.issues(issues);
    const bool left = taken.size() + unchanged < found->size();
    return left ? Exit::Problems : Exit::Success;
}

Exit runList(const LayersArguments& o, const Console& console)
{
    const QString path = text(o.file);
    const auto data = readYear(path);
    if (!data)
        return console.failure(data.error());
    QJsonArray layers;
    bool fine = true;
    project::DigestMemory digests; // layers of one file: it is read once
    QList<QStringList> rows{{Text::tr("编号"), Text::tr("图层"), Text::tr("角色"), Text::tr("年份"),
                             Text::tr("要素"), Text::tr("存放"), Text::tr("状态"),
                             Text::tr("修复")}};
    for (const project::Layer& layer : data->layers) {
        const auto state = spatial::layerState(path, layer, console.cancel(), &digests);
        if (!state)
            return console.failure(state.error());
        fine = fine &&
               (*state == project::LayerHealth::Fine || *state == project::LayerHealth::Remote);
        const spatial::GateReport report = spatial::GateReport::fromJson(layer.health);
        QJsonObject json = toJson(layer);
        json.insert(u"state"_s, project::key(*state));
        layers.append(json);
        rows << QStringList{QString::number(layer.id.number()),
                            layer.name,
                            layer.role,
                            layer.year > 0 ? QString::number(layer.year) : QString(),
                            QString::number(layer.features),
                            layer.isInside() ? Text::tr("项目内") : layer.path,
                            project::label(*state),
                            report.repairs.isEmpty()
                                ? QString()
                                : QString::number(report.repairs.size() + report.unlisted)};
    }
    console.document({{u"layers"_s, layers}});
    if (layers.isEmpty())
        console.line(Text::tr("还没有图层；用 checkup layers FILE --add 文件 导入。"));
    else
        console.table(rows);
    for (const project::Layer& layer : data->layers) {
        const spatial::Moved moved = spatial::GateReport::fromJson(layer.health).moved;
        if (!moved.isEmpty())
            console.line(Text::tr("%1：%2").arg(layer.name, spatial::inWords(moved)));
    }
    return fine ? Exit::Success : Exit::Problems;
}

/// By number, or by role where only one layer has it.
Result<const project::Layer*> layerOf(const project::YearData& data, const QString& name)
{
    bool isNumber = false;
    const qint64 number = name.toLongLong(&isNumber);
    QList<const project::Layer*> found;
    for (const project::Layer& layer : data.layers) {
        if (isNumber ? layer.id.number() == number
                     : layer.role.compare(name, Qt::CaseInsensitive) == 0)
            found << &layer;
    }
    if (found.size() == 1)
        return found.first();
    if (found.isEmpty())
        return Error(ErrorCode::NotFound,
                     Text::tr("项目里没有图层“%1”；checkup layers FILE 列出全部。").arg(name));
    return Error(ErrorCode::BadUsage,
                 Text::tr("有几个图层是“%1”，请写编号；checkup layers FILE 列出全部。").arg(name));
}

Exit runRemove(const LayersArguments& o, const Console& console)
{
    return commitEdit(
        text(o.file),
        [&](const project::YearData& data) -> Result<project::ChangeSet> {
            const auto layer = layerOf(data, text(o.remove));
            if (!layer)
                return layer.error();
            return project::edits::removeLayer(data, (*layer)->id);
        },
        console);
}

Result<void> change(project::Layer& layer, const Assignment& one)
{
    if (one.key == u"name" && !one.value.isEmpty()) {
        layer.name = one.value;
    } else if (one.key == u"role" && catalogue::layerRole(one.value)) {
        layer.role = one.value;
    } else if (one.key == u"year") {
        layer.year = one.value.toInt();
    } else if (one.key == u"class-system" &&
               (one.value.isEmpty() || catalogue::classSystemOf(one.value))) {
        layer.classSystem = one.value;
    } else if (one.key == u"note") {
        layer.note = one.value;
    } else if (one.key.startsWith(u"field.")) {
        QJsonObject fields = QJsonDocument::fromJson(layer.fields.toUtf8()).object();
        const QString column = one.key.sliced(6);
        const catalogue::LayerRole* const role = catalogue::layerRole(layer.role);
        if (!role || !role->column(column))
            return Error(
                ErrorCode::BadUsage,
                Text::tr("图层%1没有“%2”这一列。").arg(catalogue::layerTitle(layer.role), column));
        if (one.value.isEmpty())
            fields.remove(column);
        else
            fields.insert(column, one.value);
        layer.fields = QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    } else {
        return Error(
            ErrorCode::BadUsage,
            Text::tr("“%1=%2”不能用；可改 name、role、year、class-system、note、field.列。")
                .arg(one.key, one.value));
    }
    return {};
}

Exit runSet(const LayersArguments& o, const Console& console)
{
    const QString path = text(o.file);
    return commitEdit(
        path,
        [&](const project::YearData& data) -> Result<project::ChangeSet> {
            const auto there = layerOf(data, text(o.set.front()));
            if (!there)
                return there.error();
            project::Layer layer = **there;
            for (size_t i = 1; i < o.set.size(); ++i) {
                const auto one = assignmentOf(o.set[i]);
                if (!one)
                    return one.error();
                if (const auto changed = change(layer, *one); !changed)
                    return changed.error();
            }
            // A field that the layer has not got would only be noticed when computing.
            const QStringList columns =
                QJsonDocument::fromJson(layer.fields.toUtf8()).object().keys();
            if (const auto open = spatial::openLayer(path, layer, columns); !open)
                return open.error();
            return project::edits::setLayer(data, layer);
        },
        console);
}

Exit runRepairs(const LayersArguments& o, const Console& console)
{
    const auto data = readYear(text(o.file));
    if (!data)
        return console.failure(data.error());
    const project::Layer* const layer = data->layer(project::LayerId(o.repairs));
    if (!layer)
        return console.failure(
            Error(ErrorCode::NotFound,
                  Text::tr("项目里没有图层“%1”；checkup layers FILE 列出全部。").arg(o.repairs)));
    const spatial::GateReport report = spatial::GateReport::fromJson(layer->health);
    if (!o.output.empty()) {
        const auto written = report::writeRepairList(text(o.output), *data, *layer);
        if (!written)
            return console.failure(written.error());
    }
    QJsonArray repairs;
    QList<QStringList> rows{{Text::tr("要素"), Text::tr("问题"), Text::tr("修复前（平方米）"),
                             Text::tr("修复后（平方米）")}};
    for (const spatial::GateRepair& repair : report.repairs) {
        repairs.append(QJsonObject{{u"feature"_s, repair.feature},
                                   {u"flaw"_s, spatial::key(repair.flaw)},
                                   {u"settled"_s, repair.settled},
                                   {u"before_m2"_s, repair.before},
                                   {u"after_m2"_s, repair.after}});
        rows << QStringList{QString::number(repair.feature), spatial::label(repair.flaw),
                            QString::number(repair.before, 'f', 2),
                            QString::number(repair.after, 'f', 2)};
    }
    QJsonObject document = toJson(report);
    document.insert(u"repairs"_s, repairs);
    console.document(document);
    if (!o.output.empty())
        console.line(Text::tr("已写出 %1。").arg(text(o.output)));
    else if (repairs.isEmpty())
        console.line(Text::tr("图形没有问题，没有修复。"));
    else
        console.table(rows);
    return Exit::Success;
}

/// Those asked for: one by number or role, or of each role that draws regions the first.
Result<QList<project::LayerId>> layersOfRegions(const project::YearData& data, const QString& name)
{
    QList<project::LayerId> layers;
    if (name != u"all") {
        const auto layer = layerOf(data, name);
        if (!layer)
            return layer.error();
        return layers << (*layer)->id;
    }
    for (const QString& role : {u"XZQ"_s, u"JDXZ"_s}) {
        for (const project::Layer& layer : spatial::choose({role}, data, data.info.year).layers)
            layers << layer.id;
    }
    if (layers.isEmpty())
        return Error(ErrorCode::NotFound,
                     Text::tr("项目里没有行政区（XZQ）或乡镇街道（JDXZ）图层；请先导入。"));
    return layers;
}

/// Makes districts and streets of the layers that draw them, each layer an edit of its own.
Exit runRegions(const LayersArguments& o, const Console& console)
{
    const QString path = text(o.file);
    if (!o.person.empty())
        project::ProjectFile::setPerson(text(o.person));
    auto year = openYear(path, project::OpenMode::ReadWrite);
    if (!year)
        return console.failure(year.error());
    const auto layers = layersOfRegions(year->data, text(o.regions));
    if (!layers)
        return console.failure(layers.error());
    QJsonArray regions;
    Issues issues;
    qsizetype added = 0;
    for (const project::LayerId layer : *layers) {
        const auto found = spatial::regionsOfLayer(path, year->data, layer);
        if (!found)
            return console.failure(found.error());
        const project::ChangeSet set = spatial::regionsAsEdits(year->data, *found);
        issues << found->issues;
        added += found->added();
        for (const spatial::LayerRegions::Place& place : found->places) {
            const project::Region* parent = year->data.region(place.region.parent);
            regions.append(QJsonObject{{u"code"_s, place.region.code},
                                       {u"name"_s, place.region.nameZh},
                                       {u"level"_s, project::key(place.region.level)},
                                       {u"parent"_s, parent ? parent->nameZh : QString()},
                                       {u"state"_s, spatial::key(place.state)},
                                       {u"by_place"_s, place.byPlace}});
        }
        console.line(Text::tr("%1：%2 个，新列入 %3 个。")
                         .arg(found->layer)
                         .arg(found->places.size())
                         .arg(found->added()));
        if (const auto done = commitAndReload(*year, set); !done)
            return console.failure(done.error());
    }
    if (const auto closed = year->file.close(); !closed)
        return console.failure(closed.error());
    console.document({{u"regions"_s, regions}, {u"added"_s, added}, {u"issues"_s, toJson(issues)}});
    console.issues(issues);
    return issues.isEmpty() ? Exit::Success : Exit::Problems;
}

Exit runLayers(const LayersArguments& o, const Console& console)
{
    if (!o.regions.empty())
        return runRegions(o, console);
    if (!o.inspect.empty())
        return runInspect(o, console);
    if (!o.add.empty())
        return runAdd(o, console);
    if (!o.remove.empty())
        return runRemove(o, console);
    if (!o.set.empty())
        return runSet(o, console);
    if (o.repairs > 0)
        return runRepairs(o, console);
    return runList(o, console);
}

} // namespace

Exit importLayers(const std::string& file, const std::vector<std::string>& sources,
                  const std::string& person, const std::string& takenAt, const Console& console)
{
    LayersArguments o;
    o.file = file;
    o.add = sources;
    o.person = person;
    o.takenAt = takenAt;
    return runAdd(o, console);
}

void addLayersVerb(CLI::App& app, Command& command)
{
    auto o = std::make_shared<LayersArguments>();
    CLI::App* verb = app.add_subcommand(
        "layers", Text::help("导入空间图层，列出、改动或移除它们；不加选项则列出并核对"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    verb->add_option("--add", o->add, Text::help("导入这些文件、文件夹或数据库（PG:…）"));
    verb->add_option("--inspect", o->inspect, Text::help("只看会怎样导入，不写入"));
    verb->add_option("--role", o->role, Text::help("角色代码，如 DLTB"));
    verb->add_option("--layer", o->layer, Text::help("只要这一个图层"));
    verb->add_option("--year", o->year, Text::help("数据年份；0 为不分年份"));
    verb->add_option("--crs", o->crs, Text::help("坐标系，如 EPSG:4549 或 4549"));
    verb->add_option(
        "--transform", o->transformation,
        Text::help(
            "西安 80、北京 54 或地方坐标系的转换参数，如 \"position-vector dx=… dy=… dz=… rx=… "
            "ry=… rz=… scale=…\"；种类还有 coordinate-frame、three（dx dy dz）、plane（x 向北、y "
            "向东：dx dy rotation scale into=4549）；米、秒、ppm"));
    verb->add_option("--transform-source", o->transformationSource,
                     Text::help("转换参数从哪里来：单位、成果名称"));
    verb->add_option("--field", o->fields, Text::help("列=字段，如 class=DLBM"));
    verb->add_option("--class-system", o->classSystem,
                     Text::help("地类编码的分类：third-survey 或 land-and-sea-use"));
    verb->add_flag("--swap-axes", o->swapAxes, Text::help("坐标是纬度（北坐标）在前"));
    auto* const beside =
        verb->add_flag("--beside", o->beside, Text::help("留在原处，按相对路径和散列引用"));
    verb->add_flag("--inside", o->inside, Text::help("复制进项目文件"))->excludes(beside);
    verb->add_option("--remove", o->remove, Text::help("移除这个图层：编号或角色"));
    verb->add_option("--set", o->set,
                     Text::help("改图层：编号 名称=值…，如 3 year=2022 field.class=DLBM"))
        ->expected(2, 20);
    verb->add_option("--regions", o->regions,
                     Text::help("由行政区、街道图层建立地区名录：图层的编号或角色，all 为全部"));
    verb->add_option("--repairs", o->repairs, Text::help("列出这个图层的图形修复：编号"));
    verb->add_option("-o,--output", o->output, Text::help("修复清单写成 .xlsx"));
    verb->add_option("--person", o->person, Text::help("经手人"));
    verb->add_option("--taken-at", o->takenAt, Text::help("收到的时间（UTC），默认现在"));
    verb->callback(
        [=, &command] { command.work = [=](const Console& c) { return runLayers(*o, c); }; });
}

} // namespace checkup::cli
