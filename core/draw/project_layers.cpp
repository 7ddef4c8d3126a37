#include "core/draw/project_layers.h"

#include "core/catalogue/land_classes.h"
#include "core/catalogue/layer_roles.h"
#include "core/gdal/database.h"
#include "core/project/layer_files.h"
#include "core/spatial/ground.h"
#include "core/spatial/intake.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

/// The likeliest of the names that a column usually has.
QString fieldOf(const QStringList& fields, const catalogue::LayerColumn& column)
{
    for (const QString& name : column.names) {
        for (const QString& field : fields) {
            if (field.compare(name, Qt::CaseInsensitive) == 0)
                return field;
        }
    }
    return {};
}

/// What a layer's shapes depend on. A file's size and time stand for its bytes: to take their
/// digest is to read it. Empty for what can change without either (a database).
QString keyOf(const QString& projectPath, const project::Layer& layer,
              const spatial::ProjectLayer& opened, const gdal::Crs& plane)
{
    QStringList parts{
        layer.sha256, layer.layer,   opened.crs.wkt(), plane.wkt(), opened.columns.join(u','),
        layer.fields, layer.encoding};
    if (layer.isInside())
        return parts.join(u'\n');
    if (gdal::Database::isConnection(layer.path))
        return {};
    const QFileInfo file(QFileInfo(projectPath).dir().filePath(layer.path));
    if (!file.exists())
        return {};
    // With what belongs to it: a shapefile's columns, a database's journal, a folder's files.
    const QDir folder(file.isDir() ? file.filePath() : file.path());
    const QFileInfoList all = folder.entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QFileInfo& one : all) {
        if (file.isDir() || one.completeBaseName() == file.completeBaseName())
            parts << one.absoluteFilePath() << QString::number(one.size())
                  << QString::number(one.lastModified().toMSecsSinceEpoch());
    }
    return parts.join(u'\n');
}

} // namespace

const project::Layer* layerFor(const project::YearData& data, const QString& role, int year)
{
    const project::Layer* best = nullptr;
    for (const project::Layer& layer : data.layers) {
        if (layer.role != role || layer.year > year)
            continue;
        if (!best || layer.year > best->year)
            best = &layer;
    }
    return best;
}

const project::Layer* planeLayer(const project::YearData& data, int year)
{
    if (const project::Layer* const districts = layerFor(data, u"XZQ"_s, year))
        return districts;
    for (const project::Layer& layer : data.layers) {
        const catalogue::LayerRole* const role = catalogue::layerRole(layer.role);
        if (role && role->geometry != catalogue::LayerGeometry::Table)
            return &layer;
    }
    return nullptr;
}

Result<gdal::Crs> planeFor(const QString& projectPath, const project::Layer& layer)
{
    const auto opened = spatial::openLayer(projectPath, layer, {}, {}, gdal::Faults::Keep);
    if (!opened)
        return opened.error();
    return spatial::planeOf(opened->reader.info(), opened->crs, spatial::Distances::Ellipsoid);
}

Result<project::Layer> layerOfFile(const QString& path, const QString& layer, const QString& role)
{
    auto reader = gdal::LayerReader::open(path, layer, QStringList(), gdal::Faults::Keep);
    if (!reader)
        return reader.error();
    project::Layer found;
    found.role = role;
    found.path = QFileInfo(path).absoluteFilePath();
    found.layer = reader->info().name;
    found.fileName = QFileInfo(path).fileName();
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    found.name = known ? known->name : role;
    QJsonObject fields;
    QString codes;
    for (const catalogue::LayerColumn& column :
         known ? known->columns : QList<catalogue::LayerColumn>()) {
        const QString field = fieldOf(reader->info().fields, column);
        if (field.isEmpty())
            continue;
        fields.insert(column.key, field);
        if (column.key == u"class")
            codes = field;
    }
    found.fields = QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    if (codes.isEmpty())
        return found;
    auto again = gdal::LayerReader::open(path, layer, QStringList{codes}, gdal::Faults::Keep);
    if (!again)
        return again.error();
    QStringList some;
    gdal::LayerFeature feature;
    constexpr qsizetype enough = 2000;
    while (some.size() < enough) {
        const Result<bool> more = again->next(feature);
        if (!more)
            return more.error();
        if (!*more)
            break;
        some << feature.attributes.constFirst();
    }
    if (const auto system = catalogue::guessClassSystem(some))
        found.classSystem = catalogue::LandClasses::of(*system).id();
    return found;
}

Result<QList<FieldText>> fieldsOf(const QString& projectPath, const project::Layer& layer,
                                  qint64 number)
{
    gdal::ReadOptions options;
    options.faults = gdal::Faults::Keep;
    options.encoding = layer.encoding;
    options.values = true;
    options.where = u"FID = %1"_s.arg(number);
    QList<FieldText> texts;
    bool found = false;
    {
        auto reader =
            gdal::LayerReader::open(project::layerPath(projectPath, layer), layer.layer, options);
        if (!reader)
            return reader.error();
        gdal::LayerFeature feature;
        const Result<bool> more = reader->next(feature);
        if (!more)
            return more.error();
        found = *more;
        for (qsizetype i = 0; found && i < feature.values.size(); ++i)
            texts << FieldText{reader->info().fields.value(i), feature.values[i].toString()};
    }
    if (layer.isInside())
        project::keepSharedLock(projectPath);
    if (!found)
        return Error(ErrorCode::NotFound,
                     Text::tr("图层“%1”里没有 %2 号要素；数据可能已改动，请重新打开图件。")
                         .arg(layer.name)
                         .arg(number));
    return texts;
}

namespace {

/// Calls `use` with a column's text of each feature.
template <class Use>
Result<void> overValues(const QString& projectPath, const project::Layer& layer,
                        const QString& column, const CancelToken& cancel, Use use)
{
    auto opened = spatial::openLayer(projectPath, layer, {column}, {}, gdal::Faults::Keep);
    if (!opened)
        return opened.error();
    gdal::LayerFeature feature;
    for (;;) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消绘图。"));
        const Result<bool> more = opened->reader.next(feature);
        if (!more)
            return more.error();
        if (!*more)
            return {};
        use(feature.attributes.constFirst());
    }
}

} // namespace

Result<QList<double>> numbersOf(const QString& projectPath, const project::Layer& layer,
                                const QString& column, const CancelToken& cancel)
{
    QList<double> numbers;
    const auto done = overValues(projectPath, layer, column, cancel, [&](const QString& text) {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        if (isNumber)
            numbers << number;
    });
    if (!done)
        return done.error();
    return numbers;
}

Result<QMap<QString, qint64>> valuesOf(const QString& projectPath, const project::Layer& layer,
                                       const QString& column, const CancelToken& cancel)
{
    QMap<QString, qint64> values;
    const auto done = overValues(projectPath, layer, column, cancel,
                                 [&values](const QString& text) { ++values[text]; });
    if (!done)
        return done.error();
    return values;
}

QMap<QString, qint64> valuesOf(const MapLayer& layer)
{
    QMap<QString, qint64> values;
    if (layer.value < 0)
        return values;
    const ShapeStore& shapes = *layer.shapes;
    const QStringList& texts = shapes.texts(layer.value);
    std::vector<qint64> features(static_cast<std::size_t>(texts.size()));
    for (std::size_t i = 0; i < shapes.count(); ++i)
        ++features[shapes.textOf(layer.value, i)];
    for (std::size_t text = 0; text < features.size(); ++text) {
        if (features[text] > 0)
            values.insert(texts[static_cast<qsizetype>(text)], features[text]);
    }
    return values;
}

QMap<QString, qint64> withoutSymbol(const QMap<QString, qint64>& values, const LayerStyle& style)
{
    QMap<QString, qint64> without;
    for (auto value = values.cbegin(); style.listsOthers && value != values.cend(); ++value) {
        if (style.caseOf(value.key()) < 0)
            without.insert(value.key(), value.value());
    }
    return without;
}

Result<MapLayer> loadLayer(const QString& projectPath, const project::Layer& layer,
                           const gdal::Crs& plane, const LayerStyle& style,
                           const CancelToken& cancel, const ProgressSink& progress,
                           const ShapeCache* cache)
{
    QStringList needed;
    QStringList optional;
    if (!style.column.isEmpty())
        (style.codes || style.grades ? needed : optional) << style.column;
    if (!style.labels.isEmpty() && style.labels != style.column)
        optional << style.labels;
    auto opened = spatial::openLayer(projectPath, layer, needed, optional, gdal::Faults::Keep);
    if (!opened)
        return opened.error();
    const QString key = cache ? keyOf(projectPath, layer, *opened, plane) : QString();
    auto kept = key.isEmpty() ? std::nullopt : cache->find(key);
    if (!kept) {
        auto shapes = ShapeStore::read({&opened->reader, opened->crs}, plane, cancel, progress);
        if (!shapes)
            return shapes.error();
        kept = *std::move(shapes);
        if (!key.isEmpty())
            cache->keep(key, *kept);
    }
    MapLayer loaded;
    loaded.role = layer.role;
    loaded.shapes = std::make_shared<ShapeStore>(*std::move(kept));
    loaded.style = style;
    if (loaded.shapes->attributes() > 0) {
        loaded.value = opened->place(style.column);
        loaded.label = opened->place(style.labels);
    }
    return loaded;
}

} // namespace checkup::draw
