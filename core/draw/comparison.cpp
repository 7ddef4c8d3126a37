#include "core/draw/comparison.h"

#include "core/assess/resolver.h"
#include "core/draw/sheet_layers.h"
#include "core/draw/sheet_template.h"

#include <QCoreApplication>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

spatial::Selection land(bool construction)
{
    spatial::Selection parcels;
    parcels.role = u"DLTB"_s;
    if (construction) {
        spatial::Condition built;
        built.column = u"class"_s;
        built.op = spatial::Condition::Op::Construction;
        parcels.where << built;
    }
    return parcels;
}

spatial::Selection all(const QString& role)
{
    spatial::Selection selection;
    selection.role = role;
    return selection;
}

SheetCase built(const QString& name, const QColor& fill)
{
    SheetCase made;
    made.name = name;
    made.what = land(true);
    made.symbol.fill = fill;
    made.symbol.line = LineSymbol{fill.darker(150), 0.1, {}};
    return made;
}

/// Every case that the project has a boundary for; `lacking` gets the others.
SheetLayer gapLayer(const project::YearData& data, QStringList& lacking)
{
    SheetLayer layer;
    layer.what = land(false);
    layer.look = SheetLayer::Look::Cases;
    layer.name = u"规划与实施的差异"_s;
    struct Line
    {
        QString role, name;
        QColor fill;
        bool inside;
    };
    for (const Line& line :
         {Line{u"STBHHX"_s, u"生态保护红线内的建设用地"_s, QColor(0, 104, 55), true},
          Line{u"YJJBNT"_s, u"永久基本农田内的建设用地"_s, QColor(217, 119, 6), true},
          Line{u"CZKFBJ"_s, u"城镇开发边界外的建设用地"_s, QColor(123, 50, 148), false}}) {
        if (spatial::choose(all(line.role), data, data.info.year).layers.isEmpty()) {
            lacking << Text::tr("没有图层 %1").arg(catalogue::layerTitle(line.role));
            continue;
        }
        SheetCase one = built(line.name, line.fill);
        (line.inside ? one.within : one.outside) = all(line.role);
        layer.cases << one;
    }
    layer.cases << built(u"其余建设用地"_s, QColor(226, 210, 205));
    return layer;
}

} // namespace

Result<Compared> compare(Comparison kind, const QString& projectPath, const project::YearData& data,
                         const gdal::Crs& plane, const CancelToken& cancel)
{
    Compared compared;
    SheetTemplate sheet;
    if (kind == Comparison::PlanGap) {
        sheet.layers << gapLayer(data, compared.lacking);
    } else {
        SheetLayer layer;
        layer.what = land(false);
        layer.look = SheetLayer::Look::Change;
        layer.construction = kind == Comparison::BuiltChange;
        layer.name = layer.construction ? u"建设用地变化"_s : u"地类变化"_s;
        sheet.layers << layer;
    }
    const bool nothing = kind == Comparison::PlanGap && sheet.layers[0].cases.size() == 1;
    for (const QString& role : {u"CZKFBJ"_s, u"STBHHX"_s, u"YJJBNT"_s}) {
        SheetLayer line;
        line.what = all(role);
        line.required = false;
        if (kind == Comparison::PlanGap)
            sheet.layers << line;
    }
    SheetLayer districts;
    districts.what = all(u"XZQ"_s);
    districts.required = false;
    districts.labels = true;
    sheet.layers << districts;

    assess::Resolver figures(data);
    SheetLayers layers(projectPath, data, data.info.year, {sheet}, figures, cancel);
    layers.setPlane(plane);
    const QStringList lacks = layers.lacking(sheet.layers[0]);
    compared.lacking += lacks;
    if (nothing || !lacks.isEmpty())
        return compared;
    for (const SheetLayer& layer : sheet.layers) {
        if (!layer.required && !layers.lacking(layer).isEmpty())
            continue;
        auto drawn = layers.drawn(layer);
        if (!drawn)
            return drawn.error();
        compared.layers += *drawn;
    }
    const QList<project::Layer> sources = layers.sourcesOf(sheet.layers[0]);
    if (!sources.isEmpty())
        compared.of = sources.constFirst().id;
    return compared;
}

} // namespace checkup::draw
