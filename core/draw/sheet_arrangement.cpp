#include "core/draw/sheet_arrangement.h"

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

class Arranger
{
public:
    Arranger(const SheetPen& pen, const MapSheet& sheet, const QRectF& map,
             const SheetLegend& legend)
        : m_pen(pen)
        , m_sheet(sheet)
        , m_elements(sheet.elements.isEmpty() ? usualElements(static_cast<int>(sheet.charts.size()))
                                              : sheet.elements)
        , m_map(map)
        , m_legend(legend)
    {}

    QList<PlacedElement> arrange()
    {
        placeAround();
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
        put(SheetPart::Map, m_map);
        put(SheetPart::North, {m_map.right() - u(13), m_map.top() + u(4.5), u(8), u(15)});
        if (const auto extent = extentOf(m_sheet.inset)) {
            const double tall = extent->maxY - extent->minY;
            const double wide = extent->maxX - extent->minX;
            const QSizeF size = QSizeF(wide, tall).scaled(u(30), u(30), Qt::KeepAspectRatio);
            put(SheetPart::Inset,
                {QPointF(m_map.left() + u(2), m_map.bottom() - size.height() - u(2)), size});
        }
        for (qsizetype i = 0; i < m_elements.size(); ++i) {
            if (m_elements[i].part == SheetPart::Text && !m_elements[i].area)
                m_places[i] = {m_map.left() + u(4), m_map.top() + u(6), u(60), u(12)};
        }
    }

    void placeColumn()
    {
        // Where the map is as it is by itself, beside it; else where that would be.
        const QRectF beside = automatic(SheetPart::Map) >= 0 ? m_map : mapArea(plainSheet());
        const double left = beside.right() + u(gap);
        double bottom = beside.bottom();
        if (automatic(SheetPart::Block) >= 0) {
            bottom -= u(blockHeight);
            put(SheetPart::Block, {left, bottom, u(column), u(blockHeight)});
            bottom -= u(2);
        }
        if (automatic(SheetPart::Scale) >= 0)
            put(SheetPart::Scale, {left, bottom - u(13), u(column), u(10)});
        bottom -= u(16);
        if (automatic(SheetPart::Notes) >= 0) {
            const double height =
                notesHeight(m_pen, m_sheet.notes, u(column), typeOf(SheetPart::Notes));
            put(SheetPart::Notes, {left, bottom - height, u(column), height});
            bottom -= height + u(2);
        }
        if (automatic(SheetPart::Figures) >= 0) {
            const double height =
                figuresHeight(m_pen, m_sheet.figures, u(column), typeOf(SheetPart::Figures));
            put(SheetPart::Figures, {left, bottom - height, u(column), height});
            bottom -= height + u(3);
        }
        placeCharts(left, beside.top(), bottom);
        put(SheetPart::Legend, {left, beside.top(), u(column), bottom - beside.top() - u(2)});
    }

    /// From below, as many as leave the legend its room.
    void placeCharts(double left, double top, double& bottom)
    {
        const LegendHeight legend = automatic(SheetPart::Legend) >= 0
                                        ? legendHeight(m_pen, m_legend, u(column))
                                        : LegendHeight();
        for (qsizetype i = m_elements.size() - 1; i >= 0; --i) {
            const SheetElement& element = m_elements[i];
            if (element.part != SheetPart::Chart || element.area || !hasContent(element))
                continue;
            const double wanted = chartHeight(m_sheet.charts[element.chart - 1], m_pen.unit());
            const double room = bottom - top - u(2) - u(3);
            const double height =
                std::min(wanted, std::max(room - legend.good, room - legend.least));
            constexpr double leastShare = 0.6;
            if (height < leastShare * wanted)
                continue;
            m_places[i] = {left, bottom - height, u(column), height};
            bottom -= height + u(3);
        }
    }

    void placeFooter()
    {
        const QRectF beside = automatic(SheetPart::Map) >= 0 ? m_map : mapArea(plainSheet());
        const double left = u(margin);
        const double all = width() - 2 * u(margin);
        const double size = u(2.4);
        // Lines lie around their middles, the first 3.1 below the map.
        const double top = beside.bottom() + u(3.1 - footerLine / 2);
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

    MapSheet plainSheet() const
    {
        MapSheet plain;
        plain.paper = m_sheet.paper;
        return plain;
    }

    const SheetPen& m_pen;
    const MapSheet& m_sheet;
    QList<SheetElement> m_elements;
    QRectF m_map;
    const SheetLegend& m_legend;
    std::map<qsizetype, QRectF> m_places;
};

} // namespace

QRectF mapArea(const MapSheet& sheet)
{
    for (const SheetElement& element : sheet.elements) {
        if (element.part == SheetPart::Map && element.area)
            return *element.area;
    }
    const double unit = sheetUnit(sheet.paper);
    const double top = (margin + titleHeight) * unit;
    return {margin * unit, top, sheet.paper.width() - (2 * margin + column + gap) * unit,
            sheet.paper.height() - top - (margin + footer) * unit};
}

QList<PlacedElement> arranged(const SheetPen& pen, const MapSheet& sheet, const QRectF& map,
                              const SheetLegend& legend)
{
    return Arranger(pen, sheet, map, legend).arrange();
}

} // namespace checkup::draw
