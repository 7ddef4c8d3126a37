#include "core/draw/map_sheet.h"

#include "core/base/decimal.h"
#include "core/draw/labels.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageSize>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

using catalogue::LayerGeometry;

LayerGeometry geometryOf(ShapeStore::Kind kind)
{
    return kind == ShapeStore::Kind::Polygons ? LayerGeometry::Polygon
           : kind == ShapeStore::Kind::Lines  ? LayerGeometry::Line
                                              : LayerGeometry::Point;
}

/// The next number above that reads well: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.
double roundUp(double value)
{
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double nice : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (nice * power >= value * (1 - 1e-9))
            return nice * power;
    }
    return 10 * power;
}

/// "118°05′30″", as short as it stays exact.
QString degrees(double value)
{
    const auto seconds = static_cast<qint64>(std::llround(std::abs(value) * 3600));
    QString text = QString::number(seconds / 3600) + u'°';
    if (seconds % 3600 != 0)
        text += QString::number(seconds / 60 % 60).rightJustified(2, u'0') + u'′';
    if (seconds % 60 != 0)
        text += QString::number(seconds % 60).rightJustified(2, u'0') + u'″';
    return text;
}

struct LegendRow
{
    QString text;
    const Symbol* symbol = nullptr; ///< none: a heading
    LayerGeometry geometry = LayerGeometry::Polygon;
};

class SheetPainter
{
public:
    SheetPainter(QPainter& painter, double pixelsPerMm, SheetForm form, const MapSheet& sheet)
        : m_painter(painter)
        , m_mm(pixelsPerMm)
        , m_form(form)
        , m_sheet(sheet)
        , m_font(sheet.font)
        , m_metrics([this] {
            m_font.setPixelSize(fontSize);
            return QFontMetricsF(m_font);
        }())
    {}

    Result<SheetReport> paint(const CancelToken& cancel)
    {
        const double width = m_sheet.paper.width();
        const double height = m_sheet.paper.height();
        const double unit = std::clamp(std::min(width, height) / 210, 0.6, 3.0);
        m_unit = unit;
        const double margin = 8 * unit;
        const double top = margin + 12 * unit;
        const double legend = 52 * unit;
        const double footer = 9 * unit;
        const QRectF map(margin, top, width - 2 * margin - legend - 4 * unit,
                         height - top - margin - footer);
        m_painter.fillRect(QRectF(0, 0, width * m_mm, height * m_mm), Qt::white);
        const Result<void> painted = paintTheMap(map, cancel);
        if (!painted)
            return painted.error();
        // Not every painter can clip: what the map has beyond its frame is covered.
        for (const QRectF& beside :
             {QRectF(0, 0, width, map.top()), QRectF(0, map.bottom(), width, height - map.bottom()),
              QRectF(0, map.top(), map.left(), map.height()),
              QRectF(map.right(), map.top(), width - map.right(), map.height())})
            m_painter.fillRect(QRectF(beside.topLeft() * m_mm, beside.size() * m_mm), Qt::white);
        text(m_sheet.title, {width / 2, margin + 5.5 * unit}, 7 * unit, Qt::AlignHCenter);
        paintLegend(QRectF(map.right() + 4 * unit, map.top(), legend, map.height() - 22 * unit));
        paintScale(QPointF(map.right() + 4 * unit, map.bottom() - 10 * unit), legend);
        paintFooter(QRectF(margin, map.bottom() + 1.5 * unit, width - 2 * margin, footer));
        box(QRectF(margin - 3 * unit, margin - 3 * unit, width - 2 * margin + 6 * unit,
                   height - 2 * margin + 6 * unit),
            0.6 * unit);
        box(map, 0.3 * unit);
        return m_report;
    }

private:
    static constexpr int fontSize = 200;

    double widthOf(const QString& words, double size) const
    {
        return m_metrics.horizontalAdvance(words) * size / fontSize;
    }

    /// Text at the middle of its height, sizes and places in mm.
    void text(const QString& words, QPointF at, double size, Qt::Alignment alignment,
              double angle = 0, bool halo = false)
    {
        const double share = alignment & Qt::AlignHCenter ? 0.5
                             : alignment & Qt::AlignRight ? 1
                                                          : 0;
        m_painter.save();
        m_painter.translate(at * m_mm);
        m_painter.rotate(angle);
        m_painter.scale(size * m_mm / fontSize, size * m_mm / fontSize);
        m_painter.setFont(m_font);
        const QPointF start(-share * m_metrics.horizontalAdvance(words),
                            (m_metrics.ascent() - m_metrics.descent()) / 2);
        if (halo) {
            QPainterPath outline;
            outline.addText(start, m_font, words);
            m_painter.strokePath(outline, QPen(Qt::white, fontSize * 0.18, Qt::SolidLine,
                                               Qt::RoundCap, Qt::RoundJoin));
        }
        m_painter.setPen(QColor(25, 25, 25));
        m_painter.drawText(start, words);
        m_painter.restore();
    }

    void box(const QRectF& area, double line)
    {
        m_painter.setPen(QPen(QColor(25, 25, 25), line * m_mm));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(QRectF(area.topLeft() * m_mm, area.size() * m_mm));
    }

    Result<void> paintTheMap(const QRectF& area, const CancelToken& cancel)
    {
        const QPointF corner(std::round(area.left() * m_mm), std::round(area.top() * m_mm));
        const QSize size = (area.size() * m_mm).toSize();
        m_frame = MapFrame::around(m_sheet.extent, size, m_mm);
        const double scale = roundUp(m_frame.scale());
        const QPointF middle(m_frame.corner.x() + m_frame.metresPerPixel * size.width() / 2,
                             m_frame.corner.y() - m_frame.metresPerPixel * size.height() / 2);
        m_frame.metresPerPixel = scale / 1000 / m_mm;
        m_frame.corner = {middle.x() - m_frame.metresPerPixel * size.width() / 2,
                          middle.y() + m_frame.metresPerPixel * size.height() / 2};
        m_report.scale = scale;
        m_painter.save();
        m_painter.translate(corner);
        Result<void> done;
        if (m_form == SheetForm::Pixels) {
            const auto picture = paintMap(m_frame, m_sheet.layers, {}, cancel);
            if (picture)
                m_painter.drawImage(QPointF(), *picture);
            else
                done = picture.error();
        } else {
            done = paintMap(m_painter, m_frame, m_sheet.layers, {}, cancel);
        }
        if (done)
            done = paintGraticule();
        if (done) {
            const LabelPlan plan =
                placeLabels(m_frame, m_sheet.layers,
                            [this](const QString& words) { return widthOf(words, 1); });
            for (const Label& label : plan.labels)
                text(label.text, label.at / m_mm, label.height / m_mm, Qt::AlignHCenter,
                     label.angle, true);
            m_report.labels = plan.labels.size();
            m_report.labelsLeftOut = plan.leftOut;
            paintNorth(QPointF(size.width() / m_mm - 9 * m_unit, 11 * m_unit));
        }
        m_painter.restore();
        return done;
    }

    /// Meridians and parallels, some four each way.
    Result<void> paintGraticule()
    {
        const auto up = gdal::Transformation::toGeodetic(m_sheet.plane);
        if (!up)
            return up.error();
        const auto down = gdal::Transformation::fromGeodetic(m_sheet.plane);
        if (!down)
            return down.error();
        const spatial::Box shown = m_frame.box();
        double x[] = {shown.minX, shown.maxX, shown.minX, shown.maxX};
        double y[] = {shown.minY, shown.minY, shown.maxY, shown.maxY};
        if (const auto moved = up->apply(x, y, 4); !moved)
            return moved;
        const auto [west, east] = std::minmax_element(x, x + 4);
        const auto [south, north] = std::minmax_element(y, y + 4);
        const double span = std::max(*east - *west, *north - *south);
        double step = 1.0 / 3600;
        for (const double seconds : {1., 2., 5., 10., 20., 30., 60., 120., 300., 600., 1200., 1800.,
                                     3600., 7200., 18000., 36000.}) {
            step = seconds / 3600;
            if (span / step <= 6)
                break;
        }
        for (const bool meridian : {true, false}) {
            const double first = meridian ? *west : *south;
            const double last = meridian ? *east : *north;
            for (double at = std::ceil(first / step) * step; at <= last; at += step) {
                const double from = meridian ? *south : *west;
                const double to = meridian ? *north : *east;
                constexpr int pieces = 16;
                double lineX[pieces + 1];
                double lineY[pieces + 1];
                for (int i = 0; i <= pieces; ++i) {
                    const double along = from + (to - from) * i / pieces;
                    lineX[i] = meridian ? at : along;
                    lineY[i] = meridian ? along : at;
                }
                if (const auto moved = down->apply(lineX, lineY, pieces + 1); !moved)
                    return moved;
                QPolygonF line;
                for (int i = 0; i <= pieces; ++i)
                    line << m_frame.toPixel(lineX[i], lineY[i]);
                paintGridLine(line, degrees(at), meridian);
            }
        }
        return {};
    }

    void paintGridLine(const QPolygonF& line, const QString& words, bool meridian)
    {
        m_painter.save();
        m_painter.setClipRect(QRectF(QPointF(), QSizeF(m_frame.size)), Qt::IntersectClip);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(QPen(QColor(90, 110, 140, 140), 0.12 * m_unit * m_mm));
        m_painter.drawPolyline(line);
        m_painter.restore();
        // Named where it leaves the map, at the top or on the left.
        const double size = 1.9 * m_unit;
        for (qsizetype i = 0; i + 1 < line.size(); ++i) {
            const double a = meridian ? line[i].y() : line[i].x();
            const double b = meridian ? line[i + 1].y() : line[i + 1].x();
            if ((a < 0) == (b < 0))
                continue;
            const QPointF at = line[i] + (line[i + 1] - line[i]) * (a / (a - b));
            const double room = widthOf(words, size) * m_mm;
            const double along = meridian ? at.x() : at.y();
            const double most = meridian ? m_frame.size.width() : m_frame.size.height();
            if (along < room || along > most - room)
                continue;
            text(words,
                 meridian ? QPointF(at.x() / m_mm, 1.6 * m_unit)
                          : QPointF(1.2 * m_unit, at.y() / m_mm),
                 size, meridian ? Qt::AlignHCenter : Qt::AlignLeft, 0, true);
        }
    }

    void paintNorth(QPointF at)
    {
        const double size = 6 * m_unit;
        QPolygonF west;
        west << QPointF(0, -size) << QPointF(-size * 0.38, size * 0.6) << QPointF(0, size * 0.25);
        QPolygonF east;
        east << QPointF(0, -size) << QPointF(size * 0.38, size * 0.6) << QPointF(0, size * 0.25);
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.translate(at * m_mm);
        m_painter.scale(m_mm, m_mm);
        m_painter.setPen(QPen(QColor(25, 25, 25), 0.2 * m_unit));
        m_painter.setBrush(Qt::white);
        m_painter.drawPolygon(east);
        m_painter.setBrush(QColor(25, 25, 25));
        m_painter.drawPolygon(west);
        m_painter.restore();
        text(u"北"_s, at + QPointF(0, size * 0.6 + 2.6 * m_unit), 3.6 * m_unit, Qt::AlignHCenter, 0,
             true);
    }

    QList<LegendRow> legendRows()
    {
        QList<LegendRow> rows;
        for (auto layer = m_sheet.layers.crbegin(); layer != m_sheet.layers.crend(); ++layer) {
            const SeenLayer seen = seenIn(m_frame, *layer);
            const LayerGeometry geometry = geometryOf(layer->shapes->kind());
            if (seen.cases.isEmpty())
                continue;
            if (!layer->style.column.isEmpty() && layer->value >= 0)
                rows << LegendRow{layer->style.name, nullptr, geometry};
            for (const SeenCase& one : seen.cases) {
                const SymbolCase& shown = layer->style.shown(one.number);
                QString words = shown.name;
                if (layer->style.codes && one.number >= 0)
                    words = shown.values.constFirst() + u' ' + words;
                if (one.number < 0 && !seen.unknown.isEmpty()) {
                    QStringList listed =
                        seen.unknown.first(std::min<qsizetype>(5, seen.unknown.size()));
                    for (QString& value : listed) {
                        if (value.isEmpty())
                            value = u"（空）"_s;
                    }
                    words += u'：' + listed.join(u'、');
                    if (seen.unknown.size() > listed.size())
                        words += u"等%1种"_s.arg(seen.unknown.size());
                    m_report.unknown << layer->style.name + u'：' + seen.unknown.join(u'、');
                }
                rows << LegendRow{words, &shown.symbol, geometry};
            }
        }
        return rows;
    }

    void paintLegend(const QRectF& area)
    {
        const QList<LegendRow> rows = legendRows();
        text(u"图例"_s, {area.center().x(), area.top() + 3 * m_unit}, 4.2 * m_unit,
             Qt::AlignHCenter);
        const double top = area.top() + 7 * m_unit;
        // As tall as reads well, less where there are many; in two columns when that is too small.
        const double room = area.bottom() - top;
        const auto count = static_cast<double>(std::max<qsizetype>(rows.size(), 1));
        const int columns = room / count < 3.4 * m_unit ? 2 : 1;
        const auto perColumn = static_cast<qsizetype>(std::ceil(count / columns));
        const double row = std::min(5.4 * m_unit, room / static_cast<double>(perColumn));
        const double column = area.width() / columns;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const LegendRow& one = rows[i];
            m_report.legend << one.text;
            const double x = area.left() + static_cast<double>(i / perColumn) * column;
            const double y = top + (static_cast<double>(i % perColumn) + 0.5) * row;
            const double swatch = std::min(8 * m_unit, column * 0.22);
            const double start = one.symbol ? x + swatch + 1.5 * m_unit : x;
            if (one.symbol)
                paintSymbol(
                    m_painter,
                    QRectF(x * m_mm, (y - row * 0.33) * m_mm, swatch * m_mm, row * 0.66 * m_mm),
                    *one.symbol, one.geometry, m_mm);
            double size = std::min(3 * m_unit, row * 0.62);
            const double wide = widthOf(one.text, size);
            size *= std::min(1.0, (x + column - start) / std::max(wide, 0.01));
            text(one.text, {start, y}, size, Qt::AlignLeft);
        }
    }

    void paintScale(QPointF at, double width)
    {
        const double perMm = m_report.scale / 1000;
        double length = roundUp(perMm * width * 0.6);
        if (length / perMm > width * 0.85)
            length /= 2;
        const double long_ = length / perMm;
        const double left = at.x() + (width - long_) / 2;
        const double bar = 1.4 * m_unit;
        m_painter.save();
        m_painter.setPen(QPen(QColor(25, 25, 25), 0.15 * m_unit * m_mm));
        for (int i = 0; i < 4; ++i) {
            m_painter.setBrush(i % 2 == 0 ? QColor(25, 25, 25) : QColor(Qt::white));
            m_painter.drawRect(
                QRectF((left + long_ * i / 4) * m_mm, at.y() * m_mm, long_ / 4 * m_mm, bar * m_mm));
        }
        m_painter.restore();
        const bool kilometres = length >= 1000;
        const auto number = [&](double metres) {
            return QString::number(kilometres ? metres / 1000 : metres, 'g', 6);
        };
        for (const int i : {0, 2, 4})
            text(number(length * i / 4) +
                     (i == 4 ? (kilometres ? u" 千米"_s : u" 米"_s) : QString()),
                 {left + long_ * i / 4, at.y() - 1.8 * m_unit}, 2.4 * m_unit, Qt::AlignHCenter);
        text(u"比例尺 1∶"_s + QString::number(m_report.scale, 'f', 0),
             {at.x() + width / 2, at.y() + 5.5 * m_unit}, 3 * m_unit, Qt::AlignHCenter);
    }

    void paintFooter(const QRectF& area)
    {
        const double size = 2.4 * m_unit;
        const auto line = [&](int number) { return area.top() + (1.6 + 3.4 * number) * m_unit; };
        fitted(u"资料来源："_s + m_sheet.sources.join(u'；'), {area.left(), line(0)}, size,
               area.width());
        fitted(u"坐标系："_s + m_sheet.plane.name() + u"。"_s + m_sheet.notice,
               {area.left(), line(1)}, size, area.width() * 0.75);
        if (!m_sheet.reviewNumber.isEmpty())
            text(u"审图号："_s + m_sheet.reviewNumber, {area.right(), line(1)}, size,
                 Qt::AlignRight);
    }

    /// Smaller where it would be too long.
    void fitted(const QString& words, QPointF at, double size, double room)
    {
        text(words, at, size * std::min(1.0, room / std::max(widthOf(words, size), 0.01)),
             Qt::AlignLeft);
    }

    QPainter& m_painter;
    double m_mm;
    SheetForm m_form;
    const MapSheet& m_sheet;
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_unit = 1;
    MapFrame m_frame;
    SheetReport m_report;
};

Error noWindowSystem()
{
    return Error(ErrorCode::Internal,
                 Text::tr("绘图需要图形界面环境，请设置 QT_QPA_PLATFORM=offscreen 后重试。"));
}

} // namespace

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

Result<SheetFile> sheetAsPng(const MapSheet& sheet, int dotsPerInch, const CancelToken& cancel)
{
    const double perMm = dotsPerInch / 25.4;
    QImage image((sheet.paper * perMm).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return Error(ErrorCode::TooLarge,
                     Text::tr("图纸 %1×%2 毫米按每英寸 %3 点太大，内存不够；请减小图幅或分辨率。")
                         .arg(sheet.paper.width())
                         .arg(sheet.paper.height())
                         .arg(dotsPerInch));
    image.fill(Qt::white);
    QPainter painter(&image);
    const auto report = paintSheet(painter, perMm, SheetForm::Pixels, sheet, cancel);
    painter.end();
    if (!report)
        return report.error();
    const int perMetre = static_cast<int>(std::lround(dotsPerInch / 0.0254));
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
    SheetFile file;
    file.report = *report;
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return Error(
            ErrorCode::Io,
            Text::tr("图纸“%1”不能保存为 PNG 图片，请检查 Qt 图像插件是否完整。").arg(sheet.title));
    return file;
}

Result<SheetFile> sheetAsSvg(const MapSheet& sheet, const CancelToken& cancel)
{
    constexpr int dots = 254; // ten to the mm
    SheetFile file;
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dots);
    generator.setSize((sheet.paper * 10).toSize());
    generator.setViewBox(QRectF(QPointF(), sheet.paper * 10));
    generator.setTitle(sheet.title);
    QPainter painter(&generator);
    const auto report = paintSheet(painter, 10, SheetForm::Vectors, sheet, cancel);
    painter.end();
    if (!report)
        return report.error();
    file.report = *report;
    return file;
}

Result<SheetFile> sheetAsPdf(const MapSheet& sheet, const CancelToken& cancel)
{
    SheetFile file;
    QBuffer buffer(&file.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int dots = 508; // twenty to the mm
    writer.setResolution(dots);
    writer.setPageSize(QPageSize(sheet.paper, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(sheet.title);
    QPainter painter(&writer);
    const auto report = paintSheet(painter, 20, SheetForm::Vectors, sheet, cancel);
    painter.end();
    if (!report)
        return report.error();
    file.report = *report;
    return file;
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
