#include "core/draw/map_views.h"

#include "core/catalogue/layer_roles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

const QString& viewKind()
{
    static const QString kind = u"view"_s;
    return kind;
}

const QString& orderKey()
{
    static const QString key = u"order"_s;
    return key;
}

const QString& areasKey()
{
    static const QString key = u"areas over pictures"_s;
    return key;
}

QString paneKey(int pane)
{
    return u"pane%1"_s.arg(pane + 1);
}

QJsonObject kept(const project::YearData& data, const QString& kind, const QString& key)
{
    const project::MapSetting* const setting = data.mapSetting(kind, key);
    return setting ? QJsonDocument::fromJson(setting->content.toUtf8()).object() : QJsonObject();
}

project::ChangeSet keep(const project::YearData& data, const QString& kind, const QString& key,
                        const QJsonObject& content, const QString& label)
{
    project::MapSetting setting;
    setting.kind = kind;
    setting.key = key;
    if (!content.isEmpty())
        setting.content = QString::fromUtf8(QJsonDocument(content).toJson(QJsonDocument::Compact));
    project::ChangeSet changes = project::edits::setMapSetting(data, setting);
    changes.label = label;
    return changes;
}

/// Land at the bottom, then other areas, lines, borders, points.
int rankOf(const QString& role)
{
    if (role == u"DLTB")
        return 0;
    if (role == u"XZQ" || role == u"JDXZ")
        return 3;
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    if (!known)
        return 1;
    return known->geometry == catalogue::LayerGeometry::Polygon ? 1
           : known->geometry == catalogue::LayerGeometry::Line  ? 2
                                                                : 4;
}

QStringList textsIn(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue& one : value.toArray())
        texts << one.toString();
    return texts;
}

} // namespace

QString viewKey(const project::YearData& data, const project::Layer& layer)
{
    int number = 1;
    for (const project::Layer& other : data.layers) {
        if (other.role == layer.role && other.year == layer.year && other.id < layer.id)
            ++number;
    }
    QString key = layer.role + u'/';
    if (layer.year > 0)
        key += QString::number(layer.year - data.info.year);
    return number > 1 ? key + u'/' + QString::number(number) : key;
}

LayerView viewOf(const project::YearData& data, const project::Layer& layer)
{
    LayerView view;
    const QJsonObject content = kept(data, viewKind(), viewKey(data, layer));
    view.opacity = std::clamp(content.value(u"opacity"_s).toDouble(1), 0.05, 1.0);
    if (const auto filter = conditionsFrom(textsIn(content.value(u"filter"_s))))
        view.filter = *filter;
    return view;
}

project::ChangeSet setView(const project::YearData& data, const project::Layer& layer,
                           const LayerView& view)
{
    QJsonObject content;
    if (view.opacity < 1)
        content.insert(u"opacity"_s, view.opacity);
    if (!view.filter.isEmpty())
        content.insert(u"filter"_s, QJsonArray::fromStringList(textsOf(view.filter)));
    return keep(data, viewKind(), viewKey(data, layer), content,
                Text::tr("改图层“%1”的显示").arg(layer.name));
}

QList<const project::Layer*> drawingOrder(const project::YearData& data)
{
    QList<const project::Layer*> order;
    for (const project::Layer& layer : data.layers) {
        const catalogue::LayerRole* const role = catalogue::layerRole(layer.role);
        if (!role || role->geometry != catalogue::LayerGeometry::Table)
            order << &layer;
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const project::Layer* one, const project::Layer* other) {
                         return rankOf(one->role) < rankOf(other->role);
                     });
    const QStringList keys = textsIn(kept(data, viewKind(), orderKey()).value(u"layers"_s));
    if (keys.isEmpty())
        return order;
    // Layers that came later keep their place beside what they were next to by rank.
    QList<const project::Layer*> mine;
    for (const QString& key : keys) {
        for (const project::Layer* layer : std::as_const(order)) {
            if (viewKey(data, *layer) == key && !mine.contains(layer))
                mine << layer;
        }
    }
    for (const project::Layer* layer : std::as_const(order)) {
        if (mine.contains(layer))
            continue;
        const auto above = std::find_if(mine.cbegin(), mine.cend(), [layer](const auto* other) {
            return rankOf(other->role) > rankOf(layer->role);
        });
        mine.insert(above, layer);
    }
    return mine;
}

project::ChangeSet putAbove(const project::YearData& data, const project::Layer& layer,
                            const project::Layer* below)
{
    QList<const project::Layer*> order = drawingOrder(data);
    order.removeIf([&layer](const project::Layer* one) { return one->id == layer.id; });
    qsizetype at = 0;
    for (qsizetype i = 0; below && i < order.size(); ++i) {
        if (order[i]->id == below->id)
            at = i + 1;
    }
    order.insert(at, &layer);
    QStringList keys;
    for (const project::Layer* one : std::as_const(order))
        keys << viewKey(data, *one);
    return keep(data, viewKind(), orderKey(), {{u"layers"_s, QJsonArray::fromStringList(keys)}},
                Text::tr("改图层“%1”的上下次序").arg(layer.name));
}

std::optional<QList<project::LayerId>> chosenLayers(const project::YearData& data, int pane)
{
    const QJsonObject content = kept(data, viewKind(), paneKey(pane));
    if (!content.contains(u"layers"_s))
        return std::nullopt;
    const QStringList keys = textsIn(content.value(u"layers"_s));
    QList<project::LayerId> layers;
    for (const project::Layer& layer : data.layers) {
        if (keys.contains(viewKey(data, layer)))
            layers << layer.id;
    }
    return layers;
}

project::ChangeSet setChosenLayers(const project::YearData& data, int pane,
                                   const QList<project::LayerId>& layers)
{
    QStringList keys;
    for (const project::LayerId id : layers) {
        if (const project::Layer* const layer = data.layer(id))
            keys << viewKey(data, *layer);
    }
    keys.sort();
    return keep(data, viewKind(), paneKey(pane), {{u"layers"_s, QJsonArray::fromStringList(keys)}},
                Text::tr("改第 %1 幅的图层").arg(pane + 1));
}

QList<Bookmark> bookmarks(const project::YearData& data)
{
    QList<Bookmark> all;
    for (const project::MapSetting& setting : data.mapSettings) {
        if (setting.kind != u"bookmark")
            continue;
        const QJsonObject content = QJsonDocument::fromJson(setting.content.toUtf8()).object();
        Bookmark one{setting.key,
                     {content.value(u"longitude"_s).toDouble(-1000),
                      content.value(u"latitude"_s).toDouble(-1000)},
                     content.value(u"metresPerPixel"_s).toDouble()};
        if (std::abs(one.at.x()) <= 180 && std::abs(one.at.y()) <= 90 && one.metresPerPixel > 0)
            all << one;
    }
    return all;
}

project::ChangeSet setBookmark(const project::YearData& data, const Bookmark& bookmark)
{
    return keep(data, u"bookmark"_s, bookmark.name,
                {{u"longitude"_s, bookmark.at.x()},
                 {u"latitude"_s, bookmark.at.y()},
                 {u"metresPerPixel"_s, bookmark.metresPerPixel}},
                Text::tr("记下书签“%1”").arg(bookmark.name));
}

project::ChangeSet removeBookmark(const project::YearData& data, const QString& name)
{
    return keep(data, u"bookmark"_s, name, {}, Text::tr("删除书签“%1”").arg(name));
}

QList<Underlay> underlays(const project::YearData& data)
{
    QList<Underlay> all;
    for (const project::MapSetting& setting : data.mapSettings) {
        if (setting.kind != u"raster")
            continue;
        const QJsonObject content = QJsonDocument::fromJson(setting.content.toUtf8()).object();
        Underlay one;
        one.name = setting.key;
        one.path = content.value(u"path"_s).toString();
        one.table = content.value(u"table"_s).toString();
        one.opacity = std::clamp(content.value(u"opacity"_s).toDouble(1), 0.05, 1.0);
        one.visible = content.value(u"visible"_s).toBool(true);
        if (!one.path.isEmpty())
            all << one;
    }
    return all;
}

project::ChangeSet setUnderlay(const project::YearData& data, const Underlay& underlay)
{
    QJsonObject content{{u"path"_s, underlay.path}};
    if (!underlay.table.isEmpty())
        content.insert(u"table"_s, underlay.table);
    if (underlay.opacity < 1)
        content.insert(u"opacity"_s, underlay.opacity);
    if (!underlay.visible)
        content.insert(u"visible"_s, false);
    return keep(data, u"raster"_s, underlay.name, content,
                Text::tr("改底图“%1”").arg(underlay.name));
}

project::ChangeSet removeUnderlay(const project::YearData& data, const QString& name)
{
    return keep(data, u"raster"_s, name, {}, Text::tr("移除底图“%1”").arg(name));
}

double areaShare(const project::YearData& data)
{
    constexpr double usual = 0.6;
    return std::clamp(kept(data, viewKind(), areasKey()).value(u"share"_s).toDouble(usual), 0.1,
                      1.0);
}

project::ChangeSet setAreaShare(const project::YearData& data, double share)
{
    return keep(data, viewKind(), areasKey(), {{u"share"_s, share}},
                Text::tr("改面图层盖住底图的程度"));
}

QString pathOf(const QString& projectPath, const Underlay& underlay)
{
    return QDir::cleanPath(QFileInfo(projectPath).dir().absoluteFilePath(underlay.path));
}

QString keptPath(const QString& projectPath, const QString& path)
{
    const QString relative = QFileInfo(projectPath).dir().relativeFilePath(path);
    return relative.startsWith(u"../../"_s) ? QFileInfo(path).absoluteFilePath() : relative;
}

} // namespace checkup::draw
