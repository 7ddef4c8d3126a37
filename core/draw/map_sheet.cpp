#include "core/draw/map_sheet.h"

#include "core/draw/sheet_arrangement.h"
#include "core/draw/sheet_legend.h"
#include "core/draw/sheet_map.h"
#include "core/draw/sheet_parts.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

class SheetPainter
{
public:
    SheetPainter(QPainter& painter, double pixelsPerMm, SheetForm form, const MapSheet& sheet)
        : m_pen(painter, pixelsPerMm, sheet.font, sheetUnit(sheet.paper))
        , m_sheet(sheet)
    {
        layOut(form, groundOf(m_pen, sheet));
        if (m_ground.below)
            layOut(form, groundOf(m_pen, sheet, m_legend));
    }

    /// Only these rows of the paper are to be painted, pixels; what else falls beside them is the
    /// painter's to clip.
    void setRows(int first, int count)
    {
        for (const auto& map : m_maps)
            map->setRows(first, count);
    }

    Result<SheetReport> paint(const CancelToken& cancel)
    {
        m_report = {};
        const QRectF paper(QPointF(), m_sheet.paper);
        m_pen.ground(paper, Qt::white);
        for (const auto& map : m_maps) {
            const auto names = map->paint(cancel);
            if (!names)
                return names.error();
            m_report.labels += names->written;
            m_report.labelsLeftOut += names->leftOut;
            if (map == m_maps.front())
                coverAround(m_frames.constFirst());
        }
        const SheetMap& first = *m_maps.front();
        m_report.scale = first.scale();
        m_report.metresPerMm = m_report.scale / 1000;
        m_report.corner = first.paperCorner();
        for (const SheetLegend::Row& row : m_legend.rows)
            m_report.legend << row.text;
        m_report.unknown = m_legend.unknown;
        paintBorder(paper);
        for (const QRectF& map : std::as_const(m_frames))
            m_pen.box(map, 0.3 * m_pen.unit());
        m_report.placed = arranged(m_pen, m_sheet, m_ground, m_legend);
        for (const PlacedElement& placed : std::as_const(m_report.placed)) {
            if (const auto done = paintElement(placed, cancel); !done)
                return done.error();
        }
        return m_report;
    }

private:
    void layOut(SheetForm form, const SheetGround& ground)
    {
        m_ground = ground;
        m_frames.clear();
        m_maps.clear();
        m_legend = {};
        double scale = 0;
        for (const QRectF& area : ground.maps) {
            m_frames << frameIn(area, m_sheet);
            scale = std::max(scale, SheetMap::scaleIn(m_frames.constLast().size(), m_sheet.extent));
        }
        for (int map = 1; map <= m_sheet.maps(); ++map) {
            m_maps.push_back(std::make_unique<SheetMap>(m_pen, form, m_sheet, map,
                                                        m_frames[map - 1], roundScale(scale)));
            addLegend(m_maps.back()->frame(), m_sheet.layersOf(map), m_legend);
        }
    }

    /// Not every painter can clip: what the first map has beyond its frame is covered. Others keep
    /// within theirs on any painter.
    void coverAround(const QRectF& map)
    {
        const QSizeF& paper = m_sheet.paper;
        for (const QRectF& beside :
             {QRectF(0, 0, paper.width(), map.top()),
              QRectF(0, map.bottom(), paper.width(), paper.height() - map.bottom()),
              QRectF(0, map.top(), map.left(), map.height()),
              QRectF(map.right(), map.top(), paper.width() - map.right(), map.height())})
            m_pen.ground(beside, Qt::white);
    }

    bool isOverMap(const QRectF& area) const
    {
        return std::any_of(m_frames.cbegin(), m_frames.cend(),
                           [&area](const QRectF& map) { return map.intersects(area); });
    }

    void paintBorder(const QRectF& paper)
    {
        const double unit = m_pen.unit();
        const double outside = 5 * unit;
        m_pen.box(paper.adjusted(outside, outside, -outside, -outside), 0.6 * unit);
        if (m_sheet.frame && m_sheet.frame->doubled) {
            const double inside = 6.2 * unit;
            m_pen.box(paper.adjusted(inside, inside, -inside, -inside), 0.15 * unit);
        }
    }

    /// What lies over the map stands on white of its own.
    void paintGround(const QRectF& area)
    {
        if (!isOverMap(area.adjusted(0.1, 0.1, -0.1, -0.1)))
            return;
        const double unit = m_pen.unit();
        const QRectF ground = area.adjusted(-unit, -unit, unit, unit);
        m_pen.ground(ground, Qt::white);
        m_pen.box(ground, 0.12 * unit);
    }

    Result<void> paintElement(const PlacedElement& placed, const CancelToken& cancel)
    {
        const SheetElement& element = placed.element;
        const QRectF& area = placed.area;
        const double unit = m_pen.unit();
        const auto type = [&](double usual) {
            return element.type > 0 ? element.type : usual * unit;
        };
        switch (element.part) {
        case SheetPart::Map:
            if (m_sheet.maps() > 1)
                paintCaption(area, m_sheet.captionOf(element.map), type(4));
            break;
        case SheetPart::Inset:
            return paintInset(area, cancel);
        case SheetPart::Title:
            m_pen.fitted(m_sheet.title, area.center(),
                         std::min(type(7), std::max(area.height() * 0.8, unit)), area.width(),
                         Qt::AlignHCenter);
            break;
        case SheetPart::Secrecy:
            m_pen.fitted(m_sheet.secrecy, {area.right(), area.center().y()}, type(4), area.width(),
                         Qt::AlignRight);
            break;
        case SheetPart::Legend:
            paintGround(area);
            paintLegend(m_pen, area, m_legend, element.type);
            break;
        case SheetPart::Chart:
            paintGround(area);
            m_report.charts += paintChart(m_pen, area, m_sheet.charts[element.chart - 1]);
            break;
        case SheetPart::Figures:
            paintGround(area);
            m_report.figures = paintFigures(m_pen, area, m_sheet.figures, element.type);
            break;
        case SheetPart::Notes:
            paintGround(area);
            paintNotes(m_pen, area, m_sheet.notes, element.type);
            break;
        case SheetPart::Scale:
            paintGround(area);
            paintScale(m_pen, area, m_report.scale);
            break;
        case SheetPart::North:
            paintNorth(m_pen, area);
            break;
        case SheetPart::Sources:
            paintGround(area);
            paintParagraph(m_pen, area, u"资料来源："_s + m_sheet.sources.join(u'；'), type(2.4));
            break;
        case SheetPart::System:
            paintGround(area);
            paintParagraph(m_pen, area,
                           u"坐标系："_s + chineseName(m_sheet.plane) + u"。"_s + m_sheet.notice,
                           type(2.4));
            break;
        case SheetPart::Review:
            paintGround(area);
            paintParagraph(m_pen, area, u"审图号："_s + m_sheet.reviewNumber, type(2.4),
                           Qt::AlignRight);
            break;
        case SheetPart::Maker:
            paintGround(area);
            paintParagraph(m_pen, area, m_sheet.madeBy(), type(2.4), Qt::AlignRight);
            break;
        case SheetPart::Block:
            paintBlock(m_pen, area, blockOf());
            break;
        case SheetPart::Text:
            paintParagraph(m_pen, area, element.words, type(3), Qt::AlignLeft, isOverMap(area));
            break;
        }
        return {};
    }

    /// Above a map's frame, within its element.
    void paintCaption(const QRectF& area, const QString& words, double type)
    {
        const double high = captionHeight(m_sheet);
        m_pen.fitted(words, {area.center().x(), area.top() + high / 2}, std::min(type, high * 0.8),
                     area.width(), Qt::AlignHCenter);
    }

    TitleBlock blockOf() const
    {
        const OfficeFrame& frame = *m_sheet.frame;
        TitleBlock block{frame.name,
                         frame.maker,
                         frame.checker,
                         frame.approver,
                         frame.date.isEmpty() ? m_sheet.date : frame.date,
                         m_sheet.number,
                         frame.logo};
        return block;
    }

    Result<void> paintInset(const QRectF& area, const CancelToken& cancel)
    {
        const auto extent = extentOf(m_sheet.inset);
        if (!extent)
            return {};
        QPainter& painter = m_pen.painter();
        const QSize size = (area.size() * m_pen.perMm()).toSize();
        m_pen.ground(area, Qt::white);
        painter.save();
        painter.translate(area.topLeft() * m_pen.perMm());
        const MapFrame frame = MapFrame::around(*extent, size, m_pen.perMm());
        const Result<void> done = paintMap(painter, frame, m_sheet.inset, {}, cancel);
        painter.restore();
        m_pen.box(area, 0.2 * m_pen.unit());
        return done;
    }

    SheetPen m_pen;
    const MapSheet& m_sheet;
    SheetGround m_ground;
    QList<QRectF> m_frames; ///< of each map
    std::vector<std::unique_ptr<SheetMap>> m_maps;
    SheetLegend m_legend;
    SheetReport m_report;
};

Error noWindowSystem()
{
    return Error(ErrorCode::Internal,
                 Text::tr("绘图需要图形界面环境，请设置 QT_QPA_PLATFORM=offscreen 后重试。"));
}

} // namespace

const QList<MapLayer>& MapSheet::layersOf(int map) const
{
    return map == 1 ? layers : beside[map - 2].layers;
}

const QString& MapSheet::captionOf(int map) const
{
    return map == 1 ? caption : beside[map - 2].caption;
}

QString MapSheet::madeBy() const
{
    QStringList words{maker, date};
    words.removeAll(QString());
    return words.join(u'　');
}

Result<SheetReport> paintSheet(QPainter& painter, double pixelsPerMm, SheetForm form,
                               const MapSheet& sheet, const CancelToken& cancel)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return noWindowSystem();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    auto report = SheetPainter(painter, pixelsPerMm, form, sheet).paint(cancel);
    painter.restore();
    return report;
}

struct SheetRows::State
{
    SheetPainter painter;
};

SheetRows::SheetRows(QPainter& painter, double pixelsPerMm, const MapSheet& sheet)
    : m_painter(painter)
    , m_state(new State{SheetPainter(painter, pixelsPerMm, SheetForm::Pixels, sheet)})
{}

SheetRows::~SheetRows() = default;

Result<SheetReport> SheetRows::paint(int first, int count, const CancelToken& cancel)
{
    if (!qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        return noWindowSystem();
    m_painter.save();
    m_painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    m_painter.translate(0, -first);
    m_state->painter.setRows(first, count);
    auto report = m_state->painter.paint(cancel);
    m_painter.restore();
    return report;
}

QString chineseName(const gdal::Crs& crs)
{
    static const QRegularExpression meridian(
        u"(?:Longitude of natural origin|central_meridian)\"\\s*,\\s*([0-9.]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (crs.datum() != gdal::Crs::Datum::Cgcs2000)
        return crs.name();
    if (crs.isGeographic())
        return u"2000国家大地坐标系（经纬度）"_s;
    const QRegularExpressionMatch found = meridian.match(crs.wkt());
    if (!crs.gaussKrueger() || !found.hasMatch())
        return crs.name();
    QString name = u"2000国家大地坐标系，高斯-克吕格投影"_s;
    if (crs.name().contains(u"3-degree"_s))
        name += u"（3度分带）"_s;
    return name + u"，中央子午线 "_s + QString::number(found.captured(1).toDouble(), 'g', 8) + u'°';
}

std::optional<spatial::Box> extentOf(const QList<MapLayer>& layers)
{
    std::optional<spatial::Box> all;
    for (const MapLayer& layer : layers) {
        if (layer.shapes->count() == 0)
            continue;
        const spatial::Box& box = layer.shapes->extent();
        if (!all)
            all = box;
        *all = {std::min(all->minX, box.minX), std::min(all->minY, box.minY),
                std::max(all->maxX, box.maxX), std::max(all->maxY, box.maxY)};
    }
    if (all) {
        const double room = std::max({all->maxX - all->minX, all->maxY - all->minY, 20.0}) / 40;
        *all = {all->minX - room, all->minY - room, all->maxX + room, all->maxY + room};
    }
    return all;
}

} // namespace checkup::draw
