#include "app/workspace/maps/pane_contents.h"

#include "core/catalogue/layer_roles.h"
#include "core/draw/map_views.h"
#include "core/draw/project_layers.h"

#include <QCoreApplication>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PaneContents)
};

const QStringList& planRoles()
{
    static const QStringList roles{u"CZKFBJ"_s, u"YJJBNT"_s, u"STBHHX"_s, u"LSWHBHX"_s};
    return roles;
}

bool isPoints(const QString& role)
{
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    return known && known->geometry == catalogue::LayerGeometry::Point;
}

} // namespace

QList<std::pair<PaneContent, QString>> paneContents()
{
    return {{PaneContent::Implementation, Text::tr("实施：现状地类")},
            {PaneContent::Plan, Text::tr("规划：控制线")},
            {PaneContent::Before, Text::tr("以前：上一期地类")},
            {PaneContent::Facilities, Text::tr("设施和道路")},
            {PaneContent::Everything, Text::tr("全部图层")},
            {PaneContent::Own, Text::tr("自选图层")},
            {PaneContent::LandChange, Text::tr("差异：两期之间的地类变化")},
            {PaneContent::BuiltChange, Text::tr("差异：两期之间的建设用地增减")},
            {PaneContent::PlanGap, Text::tr("差异：规划边界外和红线内的建设用地")}};
}

bool isComparison(PaneContent content)
{
    return content == PaneContent::LandChange || content == PaneContent::BuiltChange ||
           content == PaneContent::PlanGap;
}

draw::Comparison comparisonOf(PaneContent content)
{
    return content == PaneContent::LandChange    ? draw::Comparison::LandChange
           : content == PaneContent::BuiltChange ? draw::Comparison::BuiltChange
                                                 : draw::Comparison::PlanGap;
}

QSet<qint64> layersFor(const project::YearData& year, int pane, PaneContent content)
{
    QSet<qint64> layers;
    if (isComparison(content))
        return layers;
    const auto add = [&](const QString& role, int of) {
        if (const project::Layer* const layer = draw::layerFor(year, role, of))
            layers.insert(layer->id.number());
    };
    add(u"XZQ"_s, year.info.year);
    switch (content) {
    case PaneContent::Implementation:
        add(u"DLTB"_s, year.info.year);
        break;
    case PaneContent::Plan:
        for (const QString& role : planRoles())
            add(role, year.info.year);
        break;
    case PaneContent::Before:
        if (const project::Layer* const now = draw::layerFor(year, u"DLTB"_s, year.info.year))
            add(u"DLTB"_s, now->year - 1);
        break;
    case PaneContent::Facilities:
        for (const project::Layer& layer : year.layers) {
            if (layer.role == u"DLWL" || isPoints(layer.role))
                layers.insert(layer.id.number());
        }
        break;
    case PaneContent::Own:
        if (const auto chosen = draw::chosenLayers(year, pane)) {
            layers.clear();
            for (const project::LayerId id : *chosen)
                layers.insert(id.number());
            break;
        }
        [[fallthrough]];
    default:
        for (const project::Layer* layer : draw::drawingOrder(year))
            layers.insert(layer->id.number());
        break;
    }
    return layers;
}

} // namespace checkup::workspace
