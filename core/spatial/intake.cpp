#include "core/spatial/intake.h"

#include "core/base/in_chinese.h"
#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"
#include "core/gdal/archive.h"
#include "core/gdal/layer_store.h"
#include "core/gdal/layer_writer.h"
#include "core/gdal/open_table.h"
#include "core/project/documents.h"
#include "core/project/writer_lock.h"
#include "core/spatial/database_layers.h"
#include "core/spatial/drawn_sources.h"
#include "core/spatial/geos.h"
#include "core/spatial/layer_guess.h"
#include "core/spatial/stated_transformation.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <optional>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;
using catalogue::LayerRole;
using gdal::Crs;
using gdal::Drawing;
using gdal::LayerFeature;
using gdal::LayerInfo;
using gdal::LayerPlan;
using gdal::LayerReader;
using project::Layer;
using project::YearData;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

const QStringList& suffixes()
{
    static const QStringList known{u"gpkg"_s, u"shp"_s, u"geojson"_s, u"json"_s, u"fgb"_s,
                                   u"kml"_s,  u"kmz"_s, u"gml"_s,     u"dxf"_s,  u"dwg"_s,
                                   u"osm"_s,  u"pbf"_s, u"csv"_s,     u"zip"_s,  u"gdb"_s};
    return known;
}

bool isConnection(const QString& path)
{
    return path.startsWith(u"PG:");
}

QString withoutPassword(const QString& connection)
{
    static const QRegularExpression secret(u"\\s*\\bpassword\\s*=\\s*('[^']*'|\\S+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString shown = connection;
    return shown.remove(secret);
}

QString shown(const QString& path)
{
    return isConnection(path) ? withoutPassword(path) : QDir::toNativeSeparators(path);
}

/// Formats that stay where they are when they are large; others are made over.
bool canStay(const LayerGuess& guess)
{
    static const QStringList drivers{u"GPKG"_s, u"ESRI Shapefile"_s, u"OpenFileGDB"_s,
                                     u"FlatGeobuf"_s, u"PostgreSQL"_s};
    return guess.place == guess.path && guess.where.isEmpty() && !guess.swapAxes &&
           !guess.closedLines && guess.transformation.isEmpty() &&
           drivers.contains(guess.info.driver);
}

Drawing drawingOf(LayerGeometry geometry)
{
    switch (geometry) {
    case LayerGeometry::Polygon:
        return Drawing::Polygons;
    case LayerGeometry::Line:
        return Drawing::Lines;
    case LayerGeometry::Point:
        return Drawing::Points;
    case LayerGeometry::Table:
        return Drawing::None;
    }
    return Drawing::Unknown;
}

Issue issueOf(const LayerGuess& guess, Severity severity, const QString& text)
{
    return {severity, text, guess.fileName, {}, {}, 1};
}

/// Class codes and the year from the first features, and how texts are encoded.
void sample(LayerGuess& guess)
{
    constexpr int features = 2000;
    gdal::ReadOptions options;
    options.faults = gdal::Faults::Keep;
    options.tagsAsFields = true;
    options.where = guess.where;
    const bool hasClass = guess.fields.contains(u"class"_s);
    const bool hasYear = guess.fields.contains(u"year"_s);
    const LayerRole* const role = catalogue::layerRole(guess.role);
    const bool isDated = role && role->code == u"DLTB";
    for (const QString& field : std::as_const(guess.info.fields))
        options.attributes << field;
    const qsizetype classAt = guess.info.fields.indexOf(guess.fields.value(u"class"_s));
    const qsizetype yearAt = guess.info.fields.indexOf(guess.fields.value(u"year"_s));
    auto reader = LayerReader::open(guess.place, guess.layer, options);
    if (!reader)
        return;
    LayerFeature feature;
    QStringList codes;
    for (int i = 0; i < features; ++i) {
        const Result<bool> more = reader->next(feature);
        if (!more || !*more)
            break;
        if (hasClass && classAt >= 0 && !feature.attributes[classAt].isEmpty())
            codes << feature.attributes[classAt];
        if (isDated && hasYear && yearAt >= 0 && guess.year == 0)
            guess.year = guessYear(feature.attributes[yearAt]);
    }
    guess.encoding = reader->encoding();
    const auto system = catalogue::guessClassSystem(codes);
    if (hasClass && !codes.isEmpty() && system)
        guess.classSystem = catalogue::LandClasses::of(*system).id();
}

void checkCompanions(LayerGuess& guess)
{
    if (guess.info.driver != u"ESRI Shapefile" || guess.place != guess.path ||
        !guess.path.endsWith(u".shp", Qt::CaseInsensitive))
        return;
    const QStringList files = project::layerFiles(guess.path);
    const auto has = [&files](QLatin1StringView suffix) {
        return std::any_of(files.cbegin(), files.cend(), [suffix](const QString& file) {
            return QFileInfo(file).suffix().compare(suffix, Qt::CaseInsensitive) == 0;
        });
    };
    if (!has("dbf"_L1))
        guess.issues << issueOf(guess, Severity::Warning,
                                Text::tr("缺少 .dbf，没有属性；请向提供方索要完整的文件。"));
}

/// Everything that is guessed of one layer of one place.
LayerGuess guessLayer(LayerGuess guess, const YearData& data, const Extent& city,
                      const QString& roleKnown = {})
{
    const QString base = QFileInfo(gdal::nameInArchive(guess.place)).completeBaseName();
    const QString folder = QFileInfo(gdal::nameInArchive(guess.place)).path();
    QStringList names{guess.layer, base};
    if (!isConnection(guess.path))
        names << QFileInfo(folder).fileName();
    if (!guess.where.isEmpty())
        names.prepend(guess.name);
    guess.name.clear();
    for (const QString& name : std::as_const(names)) {
        if (guess.year == 0)
            guess.year = guessYear(name);
    }
    const CrsGuess crs = guessCrs(guess.info, city);
    guess.crs = crs.crs;
    guess.crsChoices = crs.choices;
    guess.swapAxes = crs.swapped;
    for (const QString& warning : crs.warnings)
        guess.issues << issueOf(guess, Severity::Warning, warning);
    checkCompanions(guess);
    settleRole(guess, roleKnown.isEmpty() ? guessRole(names, guess.info) : roleKnown, data);
    const bool small = guess.size <= insideBytes && guess.info.features <= insideFeatures;
    guess.inside = small && !isConnection(guess.path);
    if (!crs.problem.isEmpty())
        guess.problem = crs.problem;
    else if (guess.role.isEmpty())
        guess.problem = Text::tr("看不出是哪种图层，请指定角色。");
    return guess;
}

/// The project's own tables are no layers to take; its feature tables are.
bool isOurs(const LayerInfo& info)
{
    return info.driver == u"GPKG" && info.drawing == Drawing::None && info.name.startsWith(u"cc_");
}

Result<void> inspectPlace(const QString& path, const QString& place, qint64 size,
                          const YearData& data, const Extent& city, const CancelToken& cancel,
                          QList<LayerGuess>& found)
{
    if (cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
    const auto layers = LayerReader::list(place);
    if (!layers)
        return layers.error();
    const QString file = isConnection(path) ? shown(path)
                         : place == path
                             ? QFileInfo(path).fileName()
                             : QFileInfo(path).fileName() + u" ▸ "_s + gdal::nameInArchive(place);
    const auto start = [&](const LayerInfo& info) {
        LayerGuess guess;
        guess.path = path;
        guess.place = place;
        guess.layer = info.name;
        guess.info = info;
        guess.size = size;
        guess.fileName = file;
        return guess;
    };
    if (!layers->isEmpty() &&
        (layers->first().driver == u"DXF" || layers->first().driver == u"DWG")) {
        const auto parts = drawingLayers(place, *layers, cancel);
        if (!parts)
            return parts.error();
        for (const SourcePart& part : *parts) {
            LayerGuess guess = start(part.info);
            guess.layer = part.layer;
            guess.where = part.where;
            guess.name = part.name;
            guess.fileName += u" ▸ "_s + part.name;
            if (!part.info.leftOut.isEmpty())
                guess.issues << issueOf(
                    guess, Severity::Warning,
                    Text::tr(
                        "图纸里还有不能读的图元：%1；其中若有要用的，请在 CAD 软件中炸开或另存为 "
                        "DXF 再导入。")
                        .arg(part.info.leftOut));
            guess = guessLayer(std::move(guess), data, city);
            found << std::move(guess);
        }
        return {};
    }
    if (!layers->isEmpty() && layers->first().driver == u"OSM") {
        const auto parts = streetMapLayers(place, *layers, cancel);
        if (!parts)
            return parts.error();
        for (const SourcePart& part : *parts) {
            LayerGuess guess = start(part.info);
            guess.layer = part.layer;
            guess.where = part.where;
            guess.fileName += u" ▸ "_s + part.name;
            found << guessLayer(std::move(guess), data, city, part.role);
        }
        return {};
    }
    const auto drawn = std::count_if(layers->cbegin(), layers->cend(),
                                     [](const LayerInfo& info) { return !isOurs(info); });
    for (const LayerInfo& info : *layers) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
        if (isOurs(info))
            continue;
        LayerGuess guess = start(info);
        if (drawn > 1 || isConnection(path))
            guess.fileName += u" ▸ "_s + info.name;
        found << guessLayer(std::move(guess), data, city);
    }
    return {};
}

qint64 sizeOf(const QString& path)
{
    if (isConnection(path))
        return 0;
    qint64 size = 0;
    for (const QString& file : project::layerFiles(path))
        size += QFileInfo(file).size();
    return size;
}

QStringList filesBelow(const QString& folder, int depth)
{
    QStringList files;
    const QDir dir(folder);
    for (const QFileInfo& entry :
         dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (isLayerFile(entry.filePath()))
            files << entry.filePath();
        else if (entry.isDir() && depth > 1)
            files << filesBelow(entry.filePath(), depth - 1);
    }
    return files;
}

/// Stands for what cannot be read among others that can.
LayerGuess refusal(const QString& path, const QString& place, const Error& error)
{
    LayerGuess guess;
    guess.path = path;
    guess.place = place;
    guess.fileName = QFileInfo(path).fileName();
    if (place != path)
        guess.fileName += u" ▸ "_s + gdal::nameInArchive(place);
    guess.problem = error.message();
    return guess;
}

Result<void> inspectFile(const QString& path, const YearData& data, const Extent& city,
                         const CancelToken& cancel, QList<LayerGuess>& found)
{
    if (!path.endsWith(u".zip", Qt::CaseInsensitive))
        return inspectPlace(path, path, sizeOf(path), data, city, cancel, found);
    const auto places = gdal::archivedFiles(path);
    if (!places)
        return places.error();
    const qsizetype before = found.size();
    QList<LayerGuess> refused;
    for (const QString& place : *places) {
        if (!isLayerFile(place))
            continue;
        const bool nested = place.endsWith(u".zip", Qt::CaseInsensitive);
        const auto done =
            nested ? Result<void>(Error(ErrorCode::Unsupported,
                                        Text::tr("压缩包里还有压缩包，没有读；请解压后再导入。")))
                   : inspectPlace(path, place, QFileInfo(path).size(), data, city, cancel, found);
        if (!done && done.error().code() == ErrorCode::Cancelled)
            return done;
        if (!done)
            refused << refusal(path, place, done.error());
    }
    if (found.size() == before && refused.size() == 1)
        return Error(ErrorCode::Unsupported,
                     Text::tr("%1：%2").arg(refused.first().fileName, refused.first().problem));
    if (found.size() == before && refused.isEmpty())
        return Error(ErrorCode::Unsupported,
                     Text::tr("压缩包“%1”里没有能读的图层。").arg(shown(path)));
    found << refused;
    return {};
}

/// "DLTB 2022" as a table's name: letters, digits and "_". Other parameters make another table.
QString tableName(const LayerGuess& guess, const QString& sha256)
{
    QString name = u"layer_"_s + guess.role.toLower();
    if (guess.year > 0)
        name += u'_' + QString::number(guess.year);
    QString digest = sha256;
    if (!guess.transformation.isEmpty())
        digest = QString::fromLatin1(
            QCryptographicHash::hash((sha256 + guess.transformation + guess.crs).toUtf8(),
                                     QCryptographicHash::Sha256)
                .toHex());
    return name + u'_' + digest.left(8);
}

QString fieldsText(const QHash<QString, QString>& fields)
{
    QJsonObject json; // keeps its keys in order
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        json.insert(field.key(), field.value());
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

/// Names that a GeoPackage table can have: none twice, whatever the case, none of its own.
QStringList tableFields(const QStringList& fields)
{
    QStringList names;
    QSet<QString> taken{u"fid"_s, u"geom"_s, u"rowid"_s, u"oid"_s, u"_rowid_"_s};
    for (const QString& field : fields) {
        const QString wanted = field.trimmed().isEmpty() ? u"field"_s : field.trimmed();
        QString name = wanted;
        for (int number = 2; taken.contains(name.toLower()); ++number)
            name = u"%1_%2"_s.arg(wanted).arg(number);
        taken << name.toLower();
        names << name;
    }
    return names;
}

LayerPlan::Geometry geometryOf(LayerFeature::Shape shape)
{
    switch (shape) {
    case LayerFeature::Shape::Polygons:
        return LayerPlan::Geometry::MultiPolygon;
    case LayerFeature::Shape::Lines:
        return LayerPlan::Geometry::MultiLine;
    case LayerFeature::Shape::Points:
        return LayerPlan::Geometry::MultiPoint;
    case LayerFeature::Shape::Null:
    case LayerFeature::Shape::Empty:
        break;
    }
    return LayerPlan::Geometry::None;
}

/// Reads a layer through the gate, and writes what comes out into a file when there is one.
class Taking
{
public:
    Taking(const LayerGuess& guess, const std::optional<Crs>& crs, const CancelToken& cancel,
           const ProgressSink& progress)
        : m_guess(guess)
        , m_stated(crs)
        , m_cancel(cancel)
        , m_progress(progress)
    {}

    /// `file` empty: only looks.
    Result<GateReport> run(const QString& file, const QString& table, const Extent& city)
    {
        gdal::ReadOptions options;
        options.faults = gdal::Faults::List;
        options.tagsAsFields = true;
        options.values = !file.isEmpty();
        options.encoding = m_guess.encoding;
        options.where = m_guess.where;
        options.closedLines = m_guess.closedLines;
        options.swapAxes = m_guess.swapAxes;
        auto reader = LayerReader::open(m_guess.place, m_guess.layer, options);
        if (!reader)
            return reader.error();
        LayerInfo place = reader->info();
        if (const auto settled = settle(place, city); !settled)
            return settled.error();
        auto gate = gateFor(place, city);
        if (!gate)
            return gate.error();
        std::optional<gdal::LayerWriter> writer;
        if (!file.isEmpty()) {
            auto made = gdal::LayerWriter::create(file);
            if (!made)
                return made.error();
            writer.emplace(*std::move(made));
            if (const auto started = writer->start(planOf(reader->info(), table)); !started)
                return started.error();
        }
        const auto read = readAll(*reader, *gate, writer ? &*writer : nullptr);
        if (!read)
            return read.error();
        if (writer) {
            if (const auto finished = writer->finish(); !finished)
                return finished.error();
        }
        GateReport report = gate->report();
        if (m_move)
            report.moved = m_move->moved;
        return report;
    }

private:
    /// The system of what comes out, and the way there; `place` is moved too.
    Result<void> settle(LayerInfo& place, const Extent& city)
    {
        if (m_guess.transformation.isEmpty()) {
            m_crs = *m_stated;
            return {};
        }
        const auto stated = StatedTransformation::parse(m_guess.transformation);
        if (!stated)
            return stated.error();
        auto move = moveOf(*stated, m_guess.transformationSource, m_stated, place, city);
        if (!move)
            return move.error();
        m_move.emplace(*std::move(move));
        m_crs = m_move->into;
        std::array xs{place.minX, place.maxX, place.maxX, place.minX};
        std::array ys{place.minY, place.minY, place.maxY, place.maxY};
        if (m_move->transformation.apply(xs.data(), ys.data(), xs.size())) {
            place.minX = *std::min_element(xs.cbegin(), xs.cend());
            place.maxX = *std::max_element(xs.cbegin(), xs.cend());
            place.minY = *std::min_element(ys.cbegin(), ys.cend());
            place.maxY = *std::max_element(ys.cbegin(), ys.cend());
        }
        return {};
    }

    /// A feature whose coordinates the old system does not have is listed by the gate.
    void move(LayerFeature& feature) const
    {
        const auto moved = [this](gdal::Rings& rings) {
            return m_move->transformation.apply(rings.x.data(), rings.y.data(), rings.x.size())
                .has_value();
        };
        (void)moved(feature.stored);
        if (moved(feature.rings))
            return;
        feature.fault = u"Invalid Coordinate"_s;
        feature.rings.clear();
        feature.shape = LayerFeature::Shape::Null;
    }

    Result<Gate> gateFor(LayerInfo place, const Extent& city) const
    {
        // An extent that a broken feature has blown up says nothing; what does not fit is listed.
        const double largest = m_crs.isGeographic() ? 360 : 1e9;
        const bool odd = !(std::abs(place.minX) <= largest && std::abs(place.maxX) <= largest &&
                           std::abs(place.minY) <= largest && std::abs(place.maxY) <= largest);
        if (odd || (m_crs.isGeographic() && (place.minY < -90 || place.maxY > 90))) {
            place.minX = city.west;
            place.maxX = city.east;
            place.minY = city.south;
            place.maxY = city.north;
        }
        auto measure = AreaMeasure::make(place, m_crs);
        if (!measure)
            return measure.error();
        auto toGeodetic = gdal::Transformation::toGeodetic(m_crs);
        if (!toGeodetic)
            return toGeodetic.error();
        const LayerRole* const role = catalogue::layerRole(m_guess.role);
        return Gate(*std::move(measure), *std::move(toGeodetic),
                    role ? drawingOf(role->geometry) : Drawing::Unknown,
                    role && role->beyond ? city.widened(seaMargin) : city);
    }

    LayerPlan planOf(const LayerInfo& info, const QString& table) const
    {
        LayerPlan plan;
        plan.name = table;
        plan.geometry =
            info.drawing == Drawing::None ? LayerPlan::Geometry::None : LayerPlan::Geometry::Any;
        plan.crs = m_crs;
        plan.fields = info.types;
        const QStringList names = tableFields(info.fields);
        for (qsizetype i = 0; i < names.size(); ++i) {
            plan.fields[i].name = names[i];
            plan.fields[i].width = 0;
        }
        return plan;
    }

    Result<void> readAll(LayerReader& reader, Gate& gate, gdal::LayerWriter* writer)
    {
        const qint64 all = reader.info().features;
        constexpr qint64 between = 256;
        LayerFeature feature;
        const Interruptible guard(m_cancel); // mending one polygon can take minutes
        for (qint64 read = 0;; ++read) {
            if (read % between == 0) {
                tellProgress(m_progress, all > 0 ? std::min(1.0, double(read) / double(all)) : 0,
                             Text::tr("已读 %1 个要素").arg(read));
            }
            const Result<bool> more = reader.next(feature);
            if (m_cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消，项目保持原样。"));
            if (!more)
                return more.error();
            if (!*more)
                return {};
            if (m_move)
                move(feature);
            gate.look(feature);
            if (!writer)
                continue;
            const auto added =
                writer->add(feature.rings, feature.values, geometryOf(feature.shape));
            if (!added)
                return added.error();
        }
    }

    const LayerGuess& m_guess;
    std::optional<Crs> m_stated;
    Crs m_crs;
    std::optional<Move> m_move;
    const CancelToken& m_cancel;
    const ProgressSink& m_progress;
};

/// The system that coordinates are in; none where a transformation of the plane needs none.
Result<std::optional<Crs>> settledCrs(const LayerGuess& guess)
{
    const bool moves = !guess.transformation.isEmpty();
    if (guess.crs.isEmpty() && guess.info.drawing == Drawing::None) {
        const auto none = Crs::fromEpsg(4490);
        return none ? Result<std::optional<Crs>>(*none) : none.error();
    }
    if (moves && guess.crs.isEmpty() && !guess.info.crs)
        return std::optional<Crs>();
    const auto crs = guess.crs.isEmpty() ? systemOf(guess.info, 0) : crsOf(guess.crs);
    if (!crs)
        return crs.error();
    if (moves)
        return std::optional<Crs>(*crs);
    if (const auto usable = gdal::Transformation::toGeodetic(*crs); !usable)
        return usable.error();
    return std::optional<Crs>(*crs);
}

Result<void> checkGuess(const LayerGuess& guess)
{
    const LayerRole* const role = catalogue::layerRole(guess.role);
    if (!role)
        return Error(
            ErrorCode::BadUsage,
            guess.role.isEmpty()
                ? Text::tr("“%1”还没有角色；请指定它是哪种图层（如 DLTB）。").arg(guess.fileName)
                : Text::tr("没有“%1”这种图层；“空间数据”页列有全部角色。").arg(guess.role));
    for (auto field = guess.fields.cbegin(); field != guess.fields.cend(); ++field) {
        if (!role->column(field.key()))
            return Error(ErrorCode::BadUsage,
                         Text::tr("图层%1没有“%2”这一列。")
                             .arg(catalogue::layerTitle(role->code), field.key()));
        if (!guess.info.fields.contains(field.value()))
            return Error(ErrorCode::BadUsage,
                         Text::tr("“%1”里没有字段“%2”；有的是：%3。")
                             .arg(guess.fileName, field.value(), guess.info.fields.join(u'、')));
    }
    if (!guess.classSystem.isEmpty() && !catalogue::classSystemOf(guess.classSystem))
        return Error(ErrorCode::BadUsage,
                     Text::tr("没有“%1”这个分类；有的是 third-survey（三调工作分类）和 "
                              "land-and-sea-use（用地用海分类）。")
                         .arg(guess.classSystem));
    return {};
}

/// Fields by the names they have in our table.
QHash<QString, QString> storedFields(const LayerGuess& guess)
{
    const QStringList names = tableFields(guess.info.fields);
    QHash<QString, QString> fields;
    for (auto field = guess.fields.cbegin(); field != guess.fields.cend(); ++field)
        fields.insert(field.key(), names[guess.info.fields.indexOf(field.value())]);
    return fields;
}

/// The project's lock for as long as it is written to.
Result<std::unique_ptr<project::WriterLock>> lockOf(const QString& projectPath)
{
    QString holder;
    const project::Writer writer = project::writerOf(projectPath, &holder);
    if (writer == project::Writer::Here)
        return std::unique_ptr<project::WriterLock>();
    if (writer == project::Writer::Other)
        return Error(ErrorCode::Busy, Text::tr("%1 正在编辑 %2，图层没有存入；请等他关闭后再试。")
                                          .arg(holder, shown(projectPath)));
    auto lock = std::make_unique<project::WriterLock>();
    const auto outcome = lock->take(projectPath, {});
    if (outcome != project::WriterLock::Outcome::Held)
        return Error(ErrorCode::ReadOnly,
                     Text::tr("%1 不能写入，图层没有存入；请检查文件和文件夹的权限。")
                         .arg(shown(projectPath)));
    return lock;
}

/// Puts the staged table into the project file, or finds it there; its name then.
Result<QString> storeInside(const QString& projectPath, const QString& staged, const QString& table,
                            const QString& title, GateReport& report, const CancelToken& cancel)
{
    const auto facts = project::tableFacts(staged, table, cancel);
    if (!facts)
        return facts.error();
    report.content = facts->sha256;
    auto lock = lockOf(projectPath);
    if (!lock)
        return lock.error();
    QString name = table;
    for (int number = 2;; ++number) {
        const auto there = project::tableFacts(projectPath, name, cancel);
        if (!there && there.error().code() == ErrorCode::NotFound)
            break;
        if (!there)
            return there.error();
        if (there->sha256 == facts->sha256)
            return name;
        name = u"%1_%2"_s.arg(table).arg(number);
    }
    // Titles must differ within a GeoPackage.
    const auto copied =
        gdal::copyLayer({staged, table, projectPath, name, u"%1（%2）"_s.arg(title, name)}, cancel);
    project::keepSharedLock(projectPath);
    if (!copied)
        return copied.error();
    return name;
}

/// Removes what programs that were killed left of their work, a day later: nobody works so long on
/// one layer.
void sweep(const QDir& folder)
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    for (const QFileInfo& left :
         folder.entryInfoList({u".checkup-layer-*"_s, u".checkup-layers-*"_s},
                              QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (left.lastModified() < yesterday)
            (void)QDir(left.filePath()).removeRecursively();
    }
}

/// A GeoPackage's name beside the project that is free, or has the same table.
QString besideFile(const QString& projectPath, const QString& table)
{
    return QFileInfo(projectPath).absolutePath() + u"/空间数据/"_s + table + u".gpkg"_s;
}

} // namespace

bool isLayerFile(const QString& path)
{
    return suffixes().contains(QFileInfo(path).suffix().toLower());
}

namespace {

/// The newest layer of the role: what was settled of it holds for its next edition.
const Layer* formerEdition(const QString& role, const YearData& data)
{
    const Layer* newest = nullptr;
    for (const Layer& layer : data.layers) {
        if (layer.role == role && (!newest || layer.year > newest->year))
            newest = &layer;
    }
    return newest;
}

/// Fields of the former edition that this one has too, and its reference system where one must be
/// chosen.
void followFormer(LayerGuess& guess, const Layer& former)
{
    const QJsonObject fields = QJsonDocument::fromJson(former.fields.toUtf8()).object();
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        if (guess.info.fields.contains(field->toString()))
            guess.fields.insert(field.key(), field->toString());
    }
    if (guess.crsChoices.removeOne(former.crs))
        guess.crsChoices.prepend(former.crs);
}

} // namespace

void settleRole(LayerGuess& guess, const QString& role, const YearData& data)
{
    guess.role = role;
    const LayerRole* const known = catalogue::layerRole(role);
    guess.fields = guessFields(role, guess.info);
    const Layer* const former = formerEdition(role, data);
    if (former)
        followFormer(guess, *former);
    guess.classSystem.clear();
    const bool drawing = guess.info.driver == u"DXF" || guess.info.driver == u"DWG";
    guess.closedLines = drawing && known && known->geometry == LayerGeometry::Polygon;
    sample(guess);
    if (former && guess.classSystem.isEmpty())
        guess.classSystem = former->classSystem;
    if (!known)
        return;
    if (role == u"DLTB" && guess.year == 0) {
        guess.year = data.info.year;
        guess.issues << issueOf(guess, Severity::Note,
                                Text::tr("看不出是哪一年的，按现状年 %1 年。").arg(guess.year));
    }
    guess.name = guess.year > 0 ? u"%1 %2"_s.arg(known->name).arg(guess.year) : known->name;
}

void keepTransformation(LayerGuess& guess, const Layer& before)
{
    const Moved moved = GateReport::fromJson(before.health).moved;
    const bool needed =
        guess.info.crs ? !gdal::Transformation::toGeodetic(*guess.info.crs) : guess.crs.isEmpty();
    if (moved.isEmpty() || !needed)
        return;
    guess.transformation = moved.transformation;
    guess.transformationSource = moved.source;
    guess.problem.clear();
}

Result<QList<LayerGuess>> inspectLayers(const QString& path, const YearData& data,
                                        const CancelToken& cancel)
{
    const Extent city = cityExtent(data);
    QList<LayerGuess> found;
    const QFileInfo info(path);
    const bool isFolder = info.isDir() && info.suffix().compare(u"gdb"_s, Qt::CaseInsensitive) != 0;
    if (!isFolder) {
        const QString whole = isConnection(path) ? path : info.absoluteFilePath();
        if (const auto done = inspectFile(whole, data, city, cancel, found); !done)
            return done.error();
        return found;
    }
    const QStringList files = filesBelow(info.absoluteFilePath(), 3);
    for (const QString& file : files) {
        const auto done = inspectFile(file, data, city, cancel, found);
        if (!done && done.error().code() == ErrorCode::Cancelled)
            return done.error();
        if (!done)
            found << refusal(file, file, done.error());
    }
    if (found.isEmpty())
        return Error(ErrorCode::Unsupported,
                     Text::tr("文件夹“%1”里没有能读的图层。").arg(shown(path)));
    return found;
}

Result<QList<LayerGuess>> inspectTables(const QString& connection, const QStringList& tables,
                                        const YearData& data, const CancelToken& cancel)
{
    const Extent city = cityExtent(data);
    QList<LayerGuess> found;
    for (const QString& table : tables) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
        const auto reader = LayerReader::open(connection, table);
        if (!reader)
            return reader.error();
        LayerGuess guess;
        guess.path = guess.place = connection;
        guess.layer = table;
        guess.info = reader->info();
        guess.fileName = shown(connection) + u" ▸ "_s + table;
        found << guessLayer(std::move(guess), data, city);
    }
    return found;
}

Result<project::ChangeSet> takeLayer(const QString& projectPath, const YearData& data,
                                     const LayerGuess& guess, const TakeOptions& options,
                                     const CancelToken& cancel, const ProgressSink& progress)
{
    if (const auto checked = checkGuess(guess); !checked)
        return checked.error();
    const auto crs = settledCrs(guess);
    if (!crs)
        return crs.error();
    const auto digest = isConnection(guess.path)
                            ? digestDatabaseLayer(guess.path, guess.layer, cancel)
                        : options.digests ? options.digests->of(guess.path, cancel)
                                          : project::digestLayerFiles(guess.path, cancel);
    if (!digest)
        return digest.error();

    Layer layer;
    for (const Layer& known : data.layers) {
        if (known.role == guess.role && known.year == guess.year &&
            known.fileName == guess.fileName)
            layer = known;
    }
    const LayerRole* const role = catalogue::layerRole(guess.role);
    layer.role = guess.role;
    layer.year = guess.year;
    layer.name = guess.name.isEmpty() ? role->name : guess.name;
    layer.fileName = guess.fileName;
    layer.sha256 = digest->sha256;
    layer.size = digest->size;
    layer.classSystem = guess.classSystem;

    const bool small = guess.size <= insideBytes && guess.info.features <= insideFeatures;
    const bool inside = options.keep == Keep::Inside ||
                        (options.keep == Keep::Auto && small && !isConnection(guess.path));
    const bool stays = !inside && canStay(guess);
    const Extent city = cityExtent(data);
    const QString table = tableName(guess, digest->sha256);
    Taking taking(guess, *crs, cancel, progress);
    GateReport report;
    if (stays) {
        auto looked = taking.run({}, {}, city);
        if (!looked)
            return looked.error();
        report = *std::move(looked);
        layer.path = isConnection(guess.path)
                         ? withoutPassword(guess.path)
                         : project::relativeDocumentPath(projectPath, guess.path);
        layer.layer = guess.layer;
        layer.crs = guess.crs;
        layer.encoding = guess.encoding;
        layer.fields = fieldsText(guess.fields);
    } else {
        const QString beside = besideFile(projectPath, table);
        const QDir folder = QFileInfo(projectPath).absoluteDir();
        if (!inside && !folder.mkpath(u"空间数据"_s))
            return Error(ErrorCode::ReadOnly,
                         Text::tr("不能在 %1 中建立文件夹“空间数据”；请检查权限。")
                             .arg(shown(folder.path())));
        sweep(folder);
        sweep(QDir(folder.filePath(u"空间数据"_s)));
        const QTemporaryDir workshop(folder.filePath(u".checkup-layers-XXXXXX"_s));
        if (!workshop.isValid())
            return Error(ErrorCode::ReadOnly,
                         Text::tr("文件夹 %1 不能写入，图层没有存入；请检查权限和磁盘空间。")
                             .arg(shown(folder.path())));
        const QString staged = inside ? workshop.filePath(u"layer.gpkg"_s) : beside;
        auto looked = taking.run(staged, table, city);
        if (!looked && (looked.error().code() == ErrorCode::Io ||
                        looked.error().code() == ErrorCode::DiskFull))
            return looked.error().wrap(
                Text::tr("“%1”没有导入，项目保持原样：在 %2 旁边写不下它；请清理磁盘后重试。")
                    .arg(guess.fileName, shown(projectPath)));
        if (!looked)
            return looked.error();
        report = *std::move(looked);
        layer.layer = table;
        layer.crs.clear();
        layer.encoding.clear();
        layer.fields = fieldsText(storedFields(guess));
        if (inside) {
            const auto stored = storeInside(projectPath, staged, table, layer.name, report, cancel);
            if (!stored)
                return stored.error();
            layer.layer = *stored;
            layer.path.clear();
        } else {
            const auto facts = project::tableFacts(beside, table, cancel);
            if (!facts)
                return facts.error();
            report.content = facts->sha256;
            layer.path = project::relativeDocumentPath(projectPath, beside);
        }
    }
    layer.features = report.features;
    layer.health = QString::fromUtf8(QJsonDocument(report.toJson()).toJson(QJsonDocument::Compact));
    const Layer* const there = data.layer(layer.id);
    const bool same = there && there->sha256 == layer.sha256 && there->path == layer.path &&
                      there->layer == layer.layer && there->health == layer.health;
    if (!same) {
        layer.takenAt = options.takenAt;
        layer.person = options.person;
    }
    return project::edits::setLayer(data, layer);
}

Result<ProjectLayer> openLayer(const QString& projectPath, const Layer& layer,
                               const QStringList& columns, const QStringList& optional,
                               gdal::Faults faults, const gdal::ReadPart& part)
{
    const QJsonObject fields = QJsonDocument::fromJson(layer.fields.toUtf8()).object();
    gdal::ReadOptions options;
    options.faults = faults;
    options.encoding = layer.encoding;
    options.part = part;
    QStringList have;
    for (const QString& column : columns) {
        const QString field = fields.value(column).toString();
        if (field.isEmpty()) {
            const LayerRole* const role = catalogue::layerRole(layer.role);
            const catalogue::LayerColumn* const known = role ? role->column(column) : nullptr;
            return Error(ErrorCode::BadUsage,
                         Text::tr("图层“%1”没有指明“%2”是哪个字段；请在“空间数据”中指定，或运行 "
                                  "checkup layers FILE --set %3 field.%4=字段名。")
                             .arg(layer.name, known ? known->name : column)
                             .arg(layer.id.number())
                             .arg(column));
        }
        options.attributes << field;
        have << column;
    }
    for (const QString& column : optional) {
        const QString field = fields.value(column).toString();
        if (field.isEmpty() || have.contains(column))
            continue;
        options.attributes << field;
        have << column;
    }
    auto reader = LayerReader::open(project::layerPath(projectPath, layer), layer.layer, options);
    if (layer.isInside())
        project::keepSharedLock(projectPath);
    if (!reader)
        return reader.error().wrap(
            Text::tr("图层“%1”打不开：%2").arg(layer.name, reader.error().message()));
    const auto crs = layer.crs.isEmpty() ? systemOf(reader->info(), 0) : crsOf(layer.crs);
    if (!crs && reader->info().drawing != Drawing::None)
        return crs.error();
    std::shared_ptr<const void> lock;
    if (layer.isInside())
        lock = std::shared_ptr<const void>(new QString(projectPath), [](const QString* path) {
            project::keepSharedLock(*path);
            delete path;
        });
    return ProjectLayer{std::move(lock), *std::move(reader), crs ? *crs : Crs(), have};
}

Result<project::LayerHealth> layerState(const QString& projectPath, const Layer& layer,
                                        const CancelToken& cancel, project::DigestMemory* memory)
{
    return isConnection(layer.path) ? databaseLayerHealth(layer, cancel, memory)
                                    : project::checkLayer(projectPath, layer, cancel, memory);
}

Issues gateIssues(const Layer& layer)
{
    const GateReport report = GateReport::fromJson(layer.health);
    Issues issues;
    const auto say = [&](Severity severity, const QString& text) {
        issues << Issue{severity, text, layer.fileName, layer.name, {}, 1};
    };
    if (!report.moved.isEmpty())
        say(Severity::Note, inWords(report.moved));
    constexpr double far = 1000; // m; datums used in China lie some hundred apart at the most
    if (report.moved.metres > far)
        say(Severity::Warning,
            Text::tr("转换使图层移动了 %1 米，新旧基准一般只差几十到两三百米；请核对参数。")
                .arg(report.moved.metres, 0, 'f', 0));
    if (report.repaired > 0)
        say(Severity::Note, Text::tr("修复了 %1 个图形，面积共变化 %2 平方米；清单见 --repairs。")
                                .arg(report.repaired)
                                .arg(report.effect(), 0, 'f', 2));
    if (report.unrepaired > 0)
        say(Severity::Warning,
            Text::tr("%1 个图形修复不了，只留下属性；请核对源数据。").arg(report.unrepaired));
    if (report.nulls + report.empties > 0)
        say(Severity::Warning,
            Text::tr("%1 个要素没有图形，只有属性。").arg(report.nulls + report.empties));
    if (report.misfits > 0)
        say(Severity::Warning,
            Text::tr("%1 个要素的图形类型与角色不符，计算时不计。").arg(report.misfits));
    if (report.curves > 0)
        say(Severity::Note, Text::tr("%1 个图形的曲线改为折线。").arg(report.curves));
    if (report.heights > 0)
        say(Severity::Note, Text::tr("%1 个图形的高程或测值没有取用。").arg(report.heights));
    if (report.mixed > 0)
        say(Severity::Warning, Text::tr("%1 个图形混有点或线，只取其中的面。").arg(report.mixed));
    if (report.outside > 0)
        say(Severity::Warning,
            Text::tr("%1 个要素不在本市范围内；请核对坐标系。").arg(report.outside));
    return issues;
}

} // namespace checkup::spatial
