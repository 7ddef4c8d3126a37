#include "core/draw/sheet_arrangement.h"

#include "core/draw/sheet_map.h"
#include "core/draw/sheet_parts.h"

#include <algorithm>
#include <map>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

// Units.
constexpr double margin = 8;
constexpr double titleHeight = 12;
constexpr double column = 52; ///< beside the map
constexpr double gap = 4;
constexpr double footer = 12.5;
constexpr double footerLine = 3.4;
constexpr double blockHeight = 22;
constexpr double captionLine = 6.5; ///< above each of several maps

class Arranger
{
public:
    Arranger(const SheetPen& pen, const MapSheet& sheet, const SheetGround& ground,
             const SheetLegend& legend)
        : m_pen(pen)
        , m_sheet(sheet)
        , m_elements(sheet.elements.isEmpty()
                         ? usualElements(static_cast<int>(sheet.charts.size()), sheet.maps())
                         : sheet.elements)
        , m_ground(ground)
        , m_legend(legend)
    {}

    QList<PlacedElement> arrange()
    {
        placeAround();
        if (m_ground.below)
            placeBelow();
        else
            placeColumn();
        placeFooter();
        QList<PlacedElement> all;
        for (qsizetype i = 0; i < m_elements.size(); ++i) {
            const SheetElement& element = m_elements[i];
            if (!hasContent(element))
                continue;
            if (element.area)
                all << PlacedElement{element, *element.area, static_cast<int>(i), false};
            else if (const auto found = m_places.find(i); found != m_places.end())
                all << PlacedElement{element, found->second, static_cast<int>(i), true};
        }
        return all;
    }

private:
    bool hasContent(const SheetElement& element) const
    {
        switch (element.part) {
        case SheetPart::Map:
            return element.map <= m_sheet.maps();
        case SheetPart::Inset:
            return !m_sheet.inset.isEmpty();
        case SheetPart::Secrecy:
            return !m_sheet.secrecy.isEmpty();
        case SheetPart::Chart:
            return element.chart >= 1 && element.chart <= m_sheet.charts.size() &&
                   !m_sheet.charts[element.chart - 1].isEmpty();
        case SheetPart::Figures:
            return !m_sheet.figures.rows.isEmpty();
        case SheetPart::Notes:
            return !m_sheet.notes.isEmpty();
        case SheetPart::Review:
            return !m_sheet.reviewNumber.isEmpty();
        case SheetPart::Maker:
            // The title block says it all.
            return !m_sheet.madeBy().isEmpty() && !hasBlock();
        case SheetPart::Block:
            return m_sheet.frame && !m_sheet.frame->isEmpty();
        case SheetPart::Text:
            return !element.words.isEmpty();
        default:
            return true;
        }
    }

    bool hasBlock() const
    {
        return m_sheet.frame && !m_sheet.frame->isEmpty() &&
               std::any_of(m_elements.cbegin(), m_elements.cend(),
                           [](const SheetElement& one) { return one.part == SheetPart::Block; });
    }

    /// The first automatic element of a part; -1: there is none.
    qsizetype automatic(SheetPart part) const
    {
        for (qsizetype i = 0; i < m_elements.size(); ++i) {
            if (m_elements[i].part == part && !m_elements[i].area && hasContent(m_elements[i]))
                return i;
        }
        return -1;
    }

    void put(SheetPart part, const QRectF& area)
    {
        if (const qsizetype i = automatic(part); i >= 0)
            m_places[i] = area;
    }

    double typeOf(SheetPart part) const
    {
        const qsizetype i = automatic(part);
        return i < 0 ? 0 : m_elements[i].type;
    }

    double u(double units) const { return units * m_pen.unit(); }
    double width() const { return m_sheet.paper.width(); }

    void placeAround()
    {
        const double secrecy = m_sheet.secrecy.isEmpty() ? 0 : u(30);
        put(SheetPart::Title, {u(margin) + secrecy, u(margin - 0.5),
                               width() - 2 * (u(margin) + secrecy), u(titleHeight)});
        put(SheetPart::Secrecy, {width() - u(margin + 30), u(margin), u(30), u(6)});
        for (qsizetype i = 0; i < m_elements.size(); ++i) {
            if (m_elements[i].part == SheetPart::Map && !m_elements[i].area)
                m_places[i] = m_ground.maps[m_elements[i].map - 1];
        }
        const QRectF first = frameIn(m_ground.maps.constFirst(), m_sheet);
        if (const auto extent = extentOf(m_sheet.inset)) {
            const double tall = extent->maxY - extent->minY;
            const double wide = extent->maxX - extent->minX;
            const QSizeF size = QSizeF(wide, tall).scaled(u(30), u(30), Qt::KeepAspectRatio);
            put(SheetPart::Inset,
                {QPointF(first.left() + u(2), first.bottom() - size.height() - u(2)), size});
        }
        for (qsizetype i = 0; i < m_elements.size(); ++i) {
            if (m_elements[i].part == SheetPart::Text && !m_elements[i].area)
                m_places[i] = {first.left() + u(4), first.top() + u(6), u(60), u(12)};
        }
    }

    /// Beside the maps, from below; the legend takes what is left above.
    void placeColumn()
    {
        const QRectF& panel = m_ground.panel;
        const double left = panel.left();
        double bottom = placeFoot(panel);
        placeScale({left, bottom - u(13), panel.width(), u(10)});
        bottom -= u(16);
        if (automatic(SheetPart::Notes) >= 0) {
            const double height = heightOfNotes(panel.width());
            put(SheetPart::Notes, {left, bottom - height, panel.width(), height});
            bottom -= height + u(2);
        }
        if (automatic(SheetPart::Figures) >= 0) {
            const double height = heightOfFigures(panel.width());
            put(SheetPart::Figures, {left, bottom - height, panel.width(), height});
            bottom -= height + u(3);
        }
        placeCharts(left, panel.top(), bottom);
        put(SheetPart::Legend, {left, panel.top(), panel.width(), bottom - panel.top() - u(2)});
    }

    /// Scale, and the north arrow on its left, where no map is in its way.
    void placeScale(QRectF area)
    {
        if (automatic(SheetPart::North) >= 0) {
            put(SheetPart::North, {area.left(), area.bottom() - u(13), u(7), u(13)});
            area.adjust(u(9), 0, 0, 0);
        }
        put(SheetPart::Scale, area);
    }

    /// The title block at the foot of a column; gives what is left above.
    double placeFoot(const QRectF& place)
    {
        if (automatic(SheetPart::Block) < 0)
            return place.bottom();
        const double top = place.bottom() - u(blockHeight);
        put(SheetPart::Block, {place.left(), top, place.width(), u(blockHeight)});
        return top - u(2);
    }

    /// Below the maps: the legend on the left, then charts above the title block, then figures,
    /// notes and scale.
    void placeBelow()
    {
        const QRectF& panel = m_ground.panel;
        const double wide = columnBelow();
        const QRectF last(panel.right() - wide, panel.top(), wide, panel.height());
        placeScale({last.left(), last.bottom() - u(10), wide, u(10)});
        double y = panel.top();
        if (automatic(SheetPart::Figures) >= 0) {
            const double height = heightOfFigures(wide);
            put(SheetPart::Figures, {last.left(), y, wide, height});
            y += height + u(2);
        }
        if (automatic(SheetPart::Notes) >= 0)
            put(SheetPart::Notes, {last.left(), y, wide, heightOfNotes(wide)});
        double right = last.left() - u(gap);
        const double charts = chartsHeight();
        if (charts > 0 || automatic(SheetPart::Block) >= 0) {
            const QRectF middle(right - wide, panel.top(), wide, panel.height());
            const double room = placeFoot(middle) - panel.top();
            const double share = charts > room ? room / charts : 1;
            double top = panel.top();
            for (qsizetype i = 0; i < m_elements.size(); ++i) {
                if (!isAutomaticChart(i))
                    continue;
                const double height = heightOfChart(i) * share;
                m_places[i] = {middle.left(), top, wide, height};
                top += height + u(3) * share;
            }
            right -= wide + u(gap);
        }
        put(SheetPart::Legend, {panel.left(), panel.top(), right - panel.left(), panel.height()});
    }

public:
    /// How high a panel below the maps has to be.
    double heightBelow() const
    {
        const double wide = columnBelow();
        double last = 0;
        for (const auto& [part, height] :
             {std::pair(SheetPart::Figures, heightOfFigures(wide) + u(2)),
              std::pair(SheetPart::Notes, heightOfNotes(wide) + u(2)),
              std::pair(SheetPart::Scale, u(15))}) {
            if (automatic(part) >= 0)
                last += height;
        }
        const double block = automatic(SheetPart::Block) >= 0 ? u(blockHeight + 2) : 0;
        const LegendHeight legend =
            legendHeight(m_pen, m_legend, width() - u(2 * margin) - 2 * (wide + u(gap)));
        constexpr double most = 0.25; // of the paper, for one column of large letters
        const double rows =
            legend.good < most * m_sheet.paper.height() ? legend.good : legend.least;
        return std::max({last, chartsHeight() + block, rows, u(40)});
    }

private:
    /// A third of what there is, or what it takes.
    double columnBelow() const
    {
        return std::max(u(column + 4), (width() - u(2 * margin + 2 * gap)) / 3);
    }
    double heightOfNotes(double wide) const
    {
        return notesHeight(m_pen, m_sheet.notes, wide, typeOf(SheetPart::Notes));
    }
    double heightOfFigures(double wide) const
    {
        return figuresHeight(m_pen, m_sheet.figures, wide, typeOf(SheetPart::Figures));
    }
    double heightOfChart(qsizetype element) const
    {
        return chartHeight(m_sheet.charts[m_elements[element].chart - 1], m_pen.unit());
    }
    bool isAutomaticChart(qsizetype element) const
    {
        const SheetElement& one = m_elements[element];
        return one.part == SheetPart::Chart && !one.area && hasContent(one);
    }
    double chartsHeight() const
    {
        double all = 0;
        for (qsizetype i = 0; i < m_elements.size(); ++i) {
            if (isAutomaticChart(i))
                all += heightOfChart(i) + u(3);
        }
        return all;
    }

    /// From below, as many as leave the legend its room.
    void placeCharts(double left, double top, double& bottom)
    {
        const double wide = m_ground.panel.width();
        const LegendHeight legend = automatic(SheetPart::Legend) >= 0
                                        ? legendHeight(m_pen, m_legend, wide)
                                        : LegendHeight();
        for (qsizetype i = m_elements.size() - 1; i >= 0; --i) {
            if (!isAutomaticChart(i))
                continue;
            const double wanted = heightOfChart(i);
            const double room = bottom - top - u(2) - u(3);
            const double height =
                std::min(wanted, std::max(room - legend.good, room - legend.least));
            constexpr double leastShare = 0.6;
            if (height < leastShare * wanted)
                continue;
            m_places[i] = {left, bottom - height, wide, height};
            bottom -= height + u(3);
        }
    }

    void placeFooter()
    {
        const double left = u(margin);
        const double all = width() - 2 * u(margin);
        const double size = u(2.4);
        // Lines lie around their middles, the first 3.1 below map and panel.
        const double above = std::max(m_ground.automatic.bottom(), m_ground.panel.bottom());
        const double top = above + u(3.1 - footerLine / 2);
        const QString sources = u"资料来源："_s + m_sheet.sources.join(u'；');
        const auto lines = std::min<qsizetype>(2, m_pen.wrapped(sources, size, all).size());
        const double first = automatic(SheetPart::Sources) >= 0 ? static_cast<double>(lines) : 0;
        put(SheetPart::Sources, {left, top, all, first * u(footerLine)});
        const double y = top + first * u(footerLine);
        put(SheetPart::System, {left, y, all * 0.66, u(footerLine)});
        double right = left + all;
        double room = all * 0.34 - u(1);
        if (automatic(SheetPart::Maker) >= 0) {
            const double wide =
                std::min(m_pen.widthOf(m_sheet.madeBy(), size) + u(0.1), room * 0.7);
            const double taken = automatic(SheetPart::Review) >= 0 ? wide : room;
            put(SheetPart::Maker, {right - taken, y, taken, u(footerLine)});
            right -= taken + u(2.4);
            room -= taken + u(2.4);
        }
        put(SheetPart::Review, {right - room, y, room, u(footerLine)});
    }

    const SheetPen& m_pen;
    const MapSheet& m_sheet;
    QList<SheetElement> m_elements;
    const SheetGround& m_ground;
    const SheetLegend& m_legend;
    std::map<qsizetype, QRectF> m_places;
};

/// Places for some maps in an area, each with its caption, and the scale at which they hold the
/// extent.
struct Split
{
    QList<QRectF> areas;
    double scale = 0; ///< denominator
    int rows = 1;
};

Split splitFor(const QRectF& area, const MapSheet& sheet)
{
    const double between = gap * sheetUnit(sheet.paper);
    const int maps = sheet.maps();
    Split best;
    for (int across = 1; across <= maps; ++across) {
        const int rows = (maps + across - 1) / across;
        const QSizeF size((area.width() - (across - 1) * between) / across,
                          (area.height() - (rows - 1) * between) / rows);
        Split split;
        split.rows = rows;
        for (int map = 0; map < maps; ++map)
            split.areas << QRectF(area.topLeft() +
                                      QPointF((map % across) * (size.width() + between),
                                              (map / across) * (size.height() + between)),
                                  size);
        split.scale =
            SheetMap::scaleIn(frameIn(split.areas.constFirst(), sheet).size(), sheet.extent);
        if (best.areas.isEmpty() || split.scale < best.scale)
            best = split;
    }
    return best;
}

} // namespace

double captionHeight(const MapSheet& sheet)
{
    return sheet.maps() > 1 ? captionLine * sheetUnit(sheet.paper) : 0;
}

QRectF frameIn(const QRectF& element, const MapSheet& sheet)
{
    return element.adjusted(0, std::min(captionHeight(sheet), element.height() / 2), 0, 0);
}

SheetGround groundOf(const SheetPen& pen, const MapSheet& sheet, const SheetLegend& legend)
{
    const double unit = pen.unit();
    const QRectF all = QRectF(QPointF(), sheet.paper)
                           .adjusted(margin * unit, (margin + titleHeight) * unit, -margin * unit,
                                     -(margin + footer) * unit);
    SheetGround ground;
    ground.automatic = all.adjusted(0, 0, -(column + gap) * unit, 0);
    ground.panel = all.adjusted(ground.automatic.width() + gap * unit, 0, 0, 0);
    Split split = splitFor(ground.automatic, sheet);

    const double panel = Arranger(pen, sheet, ground, legend).heightBelow();
    QRectF above = all.adjusted(0, 0, 0, -panel - gap * unit);
    constexpr double worth = 1.1; // larger, for another layout than the usual one
    if (above.height() > all.height() / 3) {
        const Split wide = splitFor(above, sheet);
        if (wide.scale * worth < split.scale) {
            // Not much higher than what they show.
            constexpr double most = 1.5;
            const double shown =
                (sheet.extent.maxY - sheet.extent.minY) * 1000 / roundScale(wide.scale) * most +
                captionHeight(sheet);
            above.setHeight(
                std::min(above.height(), shown * wide.rows + gap * unit * (wide.rows - 1)));
            split = splitFor(above, sheet);
            ground.below = true;
            ground.automatic = above;
            ground.panel = all.adjusted(0, above.height() + gap * unit, 0, 0);
        }
    }
    ground.maps = split.areas;
    for (const SheetElement& element : sheet.elements) {
        if (element.part == SheetPart::Map && element.area && element.map <= sheet.maps())
            ground.maps[element.map - 1] = *element.area;
    }
    return ground;
}

QList<PlacedElement> arranged(const SheetPen& pen, const MapSheet& sheet, const SheetGround& ground,
                              const SheetLegend& legend)
{
    return Arranger(pen, sheet, ground, legend).arrange();
}

} // namespace checkup::draw
