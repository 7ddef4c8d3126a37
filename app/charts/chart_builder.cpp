#include "app/charts/chart_builder.h"

#include "core/base/decimal.h"

#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGraphicsItem>
#include <QGraphicsLayout>
#include <QHorizontalBarSeries>
#include <QHorizontalStackedBarSeries>
#include <QLegendMarker>
#include <QLineSeries>
#include <QPainter>
#include <QPieSeries>
#include <QPieSlice>
#include <QPolarChart>
#include <QScatterSeries>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace checkup::charts {

using namespace Qt::StringLiterals;
using report::Chart;
using report::ChartSeries;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Charts)
};

constexpr double barShare = 0.62; ///< of a category's room

/// Told apart by colour-blind readers (after Okabe and Ito) and of falling lightness in grey.
QColor paletteColour(qsizetype index)
{
    static const QList<QColor> palette{QColor(0x1f, 0x5a, 0x8c), QColor(0xd5, 0x7a, 0x1f),
                                       QColor(0x2a, 0x8f, 0x6d), QColor(0x9a, 0x4f, 0x96),
                                       QColor(0x8c, 0x8c, 0x8c), QColor(0xc4, 0xa0, 0x00)};
    return palette.at(index % palette.size());
}

/// The colour that the chart names, else the palette's.
QColor colourOf(const QString& name, qsizetype index, const Look& look)
{
    const QColor named(name);
    return look.drawn(!name.isEmpty() && named.isValid() ? named : paletteColour(index));
}

QColor colourOf(const ChartSeries& series, qsizetype index, const Look& look)
{
    return colourOf(series.colour, index, look);
}

/// Relative luminance as WCAG 2 defines it.
double luminance(const QColor& colour)
{
    const auto part = [](float share) {
        const auto value = static_cast<double>(share);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) +
           0.0722 * part(colour.blueF());
}

/// Lines and marks that are told apart also without their colours.
Qt::PenStyle penStyle(qsizetype index)
{
    static constexpr std::array styles{Qt::SolidLine, Qt::DashDotLine, Qt::DotLine, Qt::DashLine};
    return styles.at(static_cast<size_t>(index) % styles.size());
}

QScatterSeries::MarkerShape markerShape(qsizetype index)
{
    static constexpr std::array shapes{
        QScatterSeries::MarkerShapeCircle,   QScatterSeries::MarkerShapeRectangle,
        QScatterSeries::MarkerShapeTriangle, QScatterSeries::MarkerShapeRotatedRectangle,
        QScatterSeries::MarkerShapePentagon, QScatterSeries::MarkerShapeStar};
    return shapes.at(static_cast<size_t>(index) % shapes.size());
}

/// Black or white, whichever reads better on `ground`.
QColor inkOn(const QColor& ground)
{
    const double luminance =
        0.299 * ground.redF() + 0.587 * ground.greenF() + 0.114 * ground.blueF();
    return luminance > 0.55 ? QColor(Qt::black) : QColor(Qt::white);
}

QString printed(double number, int decimals)
{
    return decimals < 0 ? formatShortest(number) : formatFixed(number, decimals);
}

/// Axis and legend texts are read as HTML by Qt Charts.
QString wrapped(const QString& text, const QFont& font, double width)
{
    const QFontMetricsF metrics(font);
    QStringList lines;
    QString line;
    for (const QChar letter : text) {
        if (!line.isEmpty() && metrics.horizontalAdvance(line + letter) > width) {
            lines.append(line.toHtmlEscaped());
            line.clear();
        }
        line.append(letter);
    }
    lines.append(line.toHtmlEscaped());
    // A last line of one letter looks like a slip: share the letters out evenly instead.
    if (lines.size() == 2 && line.size() == 1 && text.size() > 3) {
        const qsizetype half = (text.size() + 1) / 2;
        return text.left(half).toHtmlEscaped() + u"<br/>"_s + text.mid(half).toHtmlEscaped();
    }
    return lines.join(u"<br/>"_s);
}

/// A category's name in at most `height`: in smaller letters where the usual ones need too many
/// lines.
QString fitted(const QString& name, const QFont& font, double width, double height)
{
    static constexpr int smallest = 7;
    QFont smaller = font;
    for (;;) {
        const QString lines = wrapped(name, smaller, width);
        const double needed =
            static_cast<double>(lines.count(u"<br/>"_s) + 1) * QFontMetricsF(smaller).lineSpacing();
        if (needed <= height || smaller.pixelSize() <= smallest) {
            return smaller.pixelSize() == font.pixelSize()
                       ? lines
                       : u"<span style=\"font-size:%1px\">%2</span>"_s.arg(
                             QString::number(smaller.pixelSize()), lines);
        }
        smaller.setPixelSize(smaller.pixelSize() - 1);
    }
}

/// Round steps of an axis that covers [low, high].
struct Scale
{
    double low = 0, high = 1, step = 1;
    int decimals = 0;
};

Scale scaleFor(double low, double high, int steps)
{
    if (!(high > low)) {
        const double room = high == 0 ? 1 : std::abs(high) * 0.1;
        low -= room;
        high += room;
    }
    const double rough = (high - low) / steps;
    const double magnitude = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * magnitude;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * magnitude >= rough * 0.999) {
            step = factor * magnitude;
            break;
        }
    }
    Scale scale;
    scale.step = step;
    scale.low = std::floor(low / step + 1e-9) * step;
    scale.high = std::ceil(high / step - 1e-9) * step;
    for (scale.decimals = 0; scale.decimals < 9; ++scale.decimals) {
        const double scaled = step * std::pow(10.0, scale.decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled)
            break;
    }
    return scale;
}

/// What Qt Charts cannot draw: values on bars, the mark of the expected progress, the target's
/// name, the unit above the axis. Follows the chart's plot area.
class Overlay : public QGraphicsItem
{
public:
    using Paint = std::function<void(QPainter& painter, QChart& chart)>;
    Overlay(QChart* chart, Paint paint)
        : QGraphicsItem(chart)
        , m_chart(chart)
        , m_paint(std::move(paint))
    {
        setZValue(100);
        QObject::connect(chart, &QChart::plotAreaChanged, chart, [this] {
            prepareGeometryChange();
            update();
        });
    }
    QRectF boundingRect() const override { return QRectF(QPointF(0, 0), m_chart->size()); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override
    {
        m_paint(*painter, *m_chart);
    }

private:
    QChart* m_chart;
    Paint m_paint;
};

void drawUnit(QPainter& painter, const QChart& chart, const QString& unit, const Look& look)
{
    if (unit.isEmpty())
        return;
    painter.setFont(look.font);
    painter.setPen(look.faint);
    const QRectF plot = chart.plotArea();
    painter.drawText(QRectF(8, plot.top() - 24, chart.size().width() - 16, 18),
                     Qt::AlignLeft | Qt::AlignVCenter, Text::tr("单位：%1").arg(unit));
}

void styleAxis(QAbstractAxis& axis, const Look& look)
{
    axis.setLabelsFont(look.font);
    axis.setLabelsBrush(look.text);
    axis.setGridLinePen(QPen(look.grid, 1));
    axis.setLinePen(QPen(look.faint, 1));
}

QValueAxis* valueAxis(const Scale& scale, const Look& look)
{
    auto* axis = new QValueAxis;
    axis->setRange(scale.low, scale.high);
    axis->setTickCount(static_cast<int>(std::lround((scale.high - scale.low) / scale.step)) + 1);
    axis->setLabelFormat(u"%.%1f"_s.arg(scale.decimals));
    styleAxis(*axis, look);
    return axis;
}

/// Category axes merge equal labels, so equal names are told apart by blanks that nobody sees.
QStringList distinct(const QStringList& names)
{
    QStringList result;
    for (QString name : names) {
        while (result.contains(name))
            name.append(QChar(0x200b));
        result.append(name);
    }
    return result;
}

void buildStacked(QChart& chart, const Chart& data, QSize size, const Look& look)
{
    const qsizetype count = data.categories.size();
    double high = 0;
    double low = 0;
    for (qsizetype i = 0; i < count; ++i) {
        double sum = 0;
        for (const ChartSeries& series : data.series) {
            const double point = i < series.points.size() ? series.points.at(i).value_or(0) : 0;
            low = std::min(low, point);
            sum += point;
        }
        high = std::max(high, sum);
    }
    const bool single = data.series.size() == 1;
    auto* bars = new QStackedBarSeries;
    bars->setBarWidth(std::min(barShare, 0.12 * static_cast<double>(count) + 0.1));
    for (qsizetype s = 0; s < data.series.size(); ++s) {
        auto* set = new QBarSet(data.series.at(s).name.toHtmlEscaped());
        const QColor colour = colourOf(data.series.at(s), s, look);
        set->setColor(colour);
        set->setBorderColor(look.background);
        for (qsizetype i = 0; i < count; ++i)
            set->append(i < data.series.at(s).points.size()
                            ? data.series.at(s).points.at(i).value_or(0)
                            : 0);
        bars->append(set);
    }
    chart.addSeries(bars);
    QStringList labels;
    const double room = 0.86 * (size.width() - 70) / static_cast<double>(count);
    for (const QString& name : data.categories)
        labels.append(wrapped(name, look.font, room));
    auto* across = new QBarCategoryAxis;
    across->append(distinct(labels));
    styleAxis(*across, look);
    across->setGridLineVisible(false);
    chart.addAxis(across, Qt::AlignBottom);
    bars->attachAxis(across);
    Scale scale = scaleFor(low, high > 0 ? high * 1.06 : 1, 5);
    if (data.decimals == 0 && scale.step < 1)
        scale = {scale.low, std::max(1.0, scale.high), 1, 0};
    auto* up = valueAxis(scale, look);
    chart.addAxis(up, Qt::AlignLeft);
    bars->attachAxis(up);
    chart.legend()->setVisible(!single);

    new Overlay(&chart, [data, bars, look, single](QPainter& painter, QChart& on) {
        painter.setFont(look.font);
        const QFontMetricsF metrics(look.font);
        for (qsizetype i = 0; i < data.categories.size(); ++i) {
            double below = 0;
            for (qsizetype s = 0; s < data.series.size(); ++s) {
                if (i >= data.series.at(s).points.size())
                    continue;
                const std::optional<double>& point = data.series.at(s).points.at(i);
                const auto at = static_cast<double>(i);
                if (!point) {
                    const QPointF foot = on.mapToPosition({at, 0}, bars);
                    painter.setPen(look.faint);
                    painter.drawText(QRectF(foot.x() - 40, foot.y() - 20, 80, 18), Qt::AlignCenter,
                                     Text::tr("暂缺"));
                    continue;
                }
                const QPointF foot = on.mapToPosition({at, below}, bars);
                below += *point;
                const QPointF head = on.mapToPosition({at, below}, bars);
                const QString text = printed(*point, data.decimals);
                if (single) {
                    painter.setPen(look.text);
                    painter.drawText(
                        QRectF(head.x() - 60, std::min(head.y(), foot.y()) - 19, 120, 18),
                        Qt::AlignCenter, text);
                } else if (*point != 0 && std::abs(foot.y() - head.y()) >= metrics.height() * 0.9) {
                    painter.setPen(inkOn(colourOf(data.series.at(s), s, look)));
                    painter.drawText(QRectF(head.x() - 60, head.y(), 120, foot.y() - head.y()),
                                     Qt::AlignCenter, text);
                }
            }
        }
        drawUnit(painter, on, data.unit, look);
    });
}

void buildProgress(QChart& chart, const Chart& data, QSize size, const Look& look)
{
    const qsizetype count = data.categories.size();
    const ChartSeries rate = data.series.value(0);
    const ChartSeries expected = data.series.value(1);
    // Beyond these ends a bar is cut, so that one outlier does not flatten all others; a mark on it
    // and a line above the axis say so.
    static constexpr double least = -200;
    static constexpr double most = 200;
    double low = 0;
    double high = 100;
    for (const auto& point : rate.points) {
        if (point) {
            low = std::clamp(*point, least, low);
            high = std::clamp(*point, high, most);
        }
    }
    for (const auto& point : expected.points) {
        if (point)
            high = std::clamp(*point, high, most);
    }
    // Qt Charts counts categories from the bottom; people read from the top.
    auto* bars = new QHorizontalStackedBarSeries;
    bars->setBarWidth(barShare);
    const auto colourAt = [data, look](qsizetype i) {
        return colourOf(data.categoryColours.value(i), 0, look);
    };
    for (qsizetype i = count - 1; i >= 0; --i) {
        auto* set = new QBarSet(QString::number(i));
        set->setColor(colourAt(i));
        set->setBorderColor(look.background);
        for (qsizetype row = count - 1; row >= 0; --row)
            set->append(row == i ? std::clamp(rate.points.value(i).value_or(0), least, most) : 0);
        bars->append(set);
    }
    chart.addSeries(bars);
    QStringList labels;
    // What title, margins and the axis below leave to a row, less what Qt Charts keeps clear there.
    const double rowHeight = (size.height() - 96) / static_cast<double>(count) - 10;
    for (qsizetype i = count - 1; i >= 0; --i)
        labels.append(fitted(data.categories.at(i), look.font, std::min(size.width() * 0.36, 232.0),
                             rowHeight));
    auto* up = new QBarCategoryAxis;
    up->append(distinct(labels));
    styleAxis(*up, look);
    up->setGridLineVisible(false);
    chart.addAxis(up, Qt::AlignLeft);
    bars->attachAxis(up);
    // Room for the values printed behind the bars.
    auto* across = valueAxis(scaleFor(low, high + 18, 6), look);
    chart.addAxis(across, Qt::AlignBottom);
    bars->attachAxis(across);
    chart.legend()->setVisible(false);

    new Overlay(&chart, [data, rate, expected, bars, look, count](QPainter& painter, QChart& on) {
        painter.setFont(look.font);
        const QRectF plot = on.plotArea();
        const double half = plot.height() / static_cast<double>(count) * barShare / 2;
        bool anyMark = false;
        bool anyCut = false;
        for (qsizetype i = 0; i < count; ++i) {
            const auto row = static_cast<double>(count - 1 - i);
            const std::optional<double> value = rate.points.value(i);
            const QPointF end =
                on.mapToPosition({value ? std::clamp(*value, least, most) : 0.0, row}, bars);
            const QPointF zero = on.mapToPosition({0, row}, bars);
            if (value && (*value < least || *value > most)) {
                anyCut = true;
                const double inward = *value < 0 ? 1 : -1;
                painter.setPen(QPen(look.background, 2.5));
                for (const double step : {9.0, 15.0}) {
                    const double x = end.x() + inward * step;
                    painter.drawLine(QPointF(x - 3, end.y() + half + 1),
                                     QPointF(x + 3, end.y() - half - 1));
                }
            }
            painter.setPen(look.text);
            const QString text =
                value ? printed(*value, data.decimals) + data.unit : Text::tr("暂缺");
            double left = std::max(end.x(), zero.x()) + 5;
            const double needed = QFontMetricsF(look.font).horizontalAdvance(text);
            if (const std::optional<double> mark = expected.points.value(i)) {
                const double x = on.mapToPosition({std::clamp(*mark, least, most), row}, bars).x();
                painter.save();
                painter.setPen(QPen(look.background, 5));
                painter.drawLine(QPointF(x, end.y() - half), QPointF(x, end.y() + half));
                painter.setPen(QPen(look.text, 2));
                painter.drawLine(QPointF(x, end.y() - half - 2), QPointF(x, end.y() + half + 2));
                painter.restore();
                anyMark = true;
                if (x > left - 4 && x < left + needed + 4)
                    left = x + 6;
            }
            painter.drawText(QRectF(left, end.y() - 10, needed + 4, 20),
                             Qt::AlignLeft | Qt::AlignVCenter, text);
        }
        painter.setPen(QPen(look.faint, 1));
        const double x0 = on.mapToPosition({0, 0}, bars).x();
        painter.drawLine(QPointF(x0, plot.top()), QPointF(x0, plot.bottom()));
        drawUnit(painter, on, data.unit, look);
        if (anyCut) {
            painter.setPen(look.faint);
            painter.drawText(QRectF(0, plot.top() - 24, on.size().width(), 18), Qt::AlignCenter,
                             Text::tr("超出 %1～%2 的条形已截断（//）")
                                 .arg(printed(least, 0) + data.unit, printed(most, 0) + data.unit));
        }
        if (anyMark) {
            const QString name = expected.name;
            const double width = QFontMetricsF(look.font).horizontalAdvance(name);
            const double right = on.size().width() - 14;
            painter.setPen(QPen(look.text, 2));
            painter.drawLine(QPointF(right - width - 10, plot.top() - 22),
                             QPointF(right - width - 10, plot.top() - 8));
            painter.drawText(QRectF(right - width - 2, plot.top() - 25, width + 4, 20),
                             Qt::AlignLeft | Qt::AlignVCenter, name);
        }
    });
}

void buildLine(QChart& chart, const Chart& data, QSize size, const Look& look)
{
    const qsizetype count = data.categories.size();
    double low = 0;
    double high = 0;
    bool any = false;
    const auto widen = [&](double number) {
        low = any ? std::min(low, number) : number;
        high = any ? std::max(high, number) : number;
        any = true;
    };
    for (const ChartSeries& series : data.series) {
        for (const auto& point : series.points) {
            if (point)
                widen(*point);
        }
    }
    if (data.targetLine)
        widen(*data.targetLine);
    auto* across = new QBarCategoryAxis;
    QStringList labels;
    const QFontMetricsF metrics(look.font);
    const double room = (size.width() - 80) / static_cast<double>(std::max<qsizetype>(1, count));
    for (const QString& name : data.categories)
        labels.append(
            wrapped(name, look.font, std::max(room, metrics.horizontalAdvance(u"0000"_s) + 1)));
    across->append(distinct(labels));
    styleAxis(*across, look);
    across->setGridLineVisible(false);
    if (room < metrics.horizontalAdvance(u"0000"_s) + 6)
        across->setLabelsAngle(-60);
    chart.addAxis(across, Qt::AlignBottom);
    const double span = high > low ? high - low : std::max(std::abs(high) * 0.1, 1e-9);
    // A series that starts near zero stands on zero; otherwise the axis shows the change.
    const double bottom = low >= 0 && low < span ? 0 : low - 0.12 * span;
    auto* up = valueAxis(scaleFor(bottom, high + 0.15 * span, 5), look);
    chart.addAxis(up, Qt::AlignLeft);
    QXYSeries* anchor = nullptr;
    for (qsizetype s = 0; s < data.series.size(); ++s) {
        const ChartSeries& series = data.series.at(s);
        const QColor colour = colourOf(series, s, look);
        QLineSeries* run = nullptr;
        auto* dots = new QScatterSeries;
        for (qsizetype i = 0; i < std::min(count, series.points.size()); ++i) {
            if (!series.points.at(i)) {
                run = nullptr;
                continue;
            }
            if (run == nullptr) {
                run = new QLineSeries;
                run->setPen(QPen(colour, 2.4, penStyle(s), Qt::RoundCap, Qt::RoundJoin));
                chart.addSeries(run);
                run->attachAxis(across);
                run->attachAxis(up);
                // The legend shows the mark, which differs from series to series.
                for (QLegendMarker* marker : chart.legend()->markers(run))
                    marker->setVisible(false);
            }
            run->append(static_cast<double>(i), *series.points.at(i));
            dots->append(static_cast<double>(i), *series.points.at(i));
        }
        dots->setMarkerSize(s == 0 ? 8 : 9);
        dots->setMarkerShape(markerShape(s));
        dots->setName(series.name.toHtmlEscaped());
        dots->setColor(colour);
        dots->setBorderColor(look.background);
        chart.addSeries(dots);
        dots->attachAxis(across);
        dots->attachAxis(up);
        anchor = dots;
    }
    chart.legend()->setVisible(data.series.size() > 1);
    chart.legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    new Overlay(&chart, [data, anchor, look, count](QPainter& painter, QChart& on) {
        painter.setFont(look.font);
        const QFontMetricsF own(look.font);
        const QRectF plot = on.plotArea();
        if (anchor == nullptr)
            return;
        if (data.targetLine) {
            const double y = on.mapToPosition({0, *data.targetLine}, anchor).y();
            painter.setPen(QPen(look.target, 1.6, Qt::DashLine));
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        }
        QList<QRectF> taken;
        for (const ChartSeries& series : data.series) {
            qsizetype last = -1;
            for (qsizetype i = 0; i < std::min(count, series.points.size()); ++i) {
                if (series.points.at(i))
                    last = i;
            }
            // From the newest back, so that where room is short the newest keep their numbers.
            for (qsizetype i = last; i >= 0; --i) {
                if (!series.points.at(i))
                    continue;
                const QString text = printed(*series.points.at(i), data.decimals);
                const double width = own.horizontalAdvance(text) + 4;
                const QPointF at =
                    on.mapToPosition({static_cast<double>(i), *series.points.at(i)}, anchor);
                QRectF box(at.x() - width / 2, at.y() - 24, width, 18);
                box.moveLeft(std::clamp(box.left(), 2.0, on.size().width() - width - 2));
                const bool hit = std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) {
                    return other.intersects(box);
                });
                if (hit)
                    continue;
                taken.append(box);
                painter.setPen(look.text);
                painter.drawText(box, Qt::AlignCenter, text);
            }
        }
        if (data.targetLine) {
            const double y = on.mapToPosition({0, *data.targetLine}, anchor).y();
            const QString text = data.targetName + u' ' + printed(*data.targetLine, data.decimals);
            const double width = own.horizontalAdvance(text) + 6;
            // Above or below the line, right or left: wherever no number stands.
            for (const QPointF corner :
                 {QPointF(plot.right() - width, y - 20), QPointF(plot.left() + 4, y - 20),
                  QPointF(plot.right() - width, y + 2), QPointF(plot.left() + 4, y + 2),
                  QPointF(plot.center().x() - width / 2, y + 2)}) {
                const QRectF box(corner, QSizeF(width, 18));
                const bool hit = box.top() < plot.top() - 4 || box.bottom() > plot.bottom() ||
                                 std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) {
                                     return other.intersects(box);
                                 });
                if (hit && corner != QPointF(plot.center().x() - width / 2, y + 2))
                    continue;
                painter.setPen(look.target);
                painter.drawText(box, Qt::AlignCenter, text);
                break;
            }
        }
        drawUnit(painter, on, data.unit, look);
    });
}

void buildRadar(QPolarChart& chart, const Chart& data, const Look& look)
{
    const qsizetype count = data.categories.size();
    auto* round = new QCategoryAxis;
    round->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    round->setRange(0, static_cast<double>(count));
    const QStringList names = distinct(data.categories);
    for (qsizetype i = 1; i < count; ++i)
        round->append(names.at(i).toHtmlEscaped(), static_cast<double>(i));
    round->append(names.value(0).toHtmlEscaped(), static_cast<double>(count));
    styleAxis(*round, look);
    chart.addAxis(round, QPolarChart::PolarOrientationAngular);
    auto* out = valueAxis({0, 100, 25, 0}, look);
    out->setLabelsBrush(look.faint);
    chart.addAxis(out, QPolarChart::PolarOrientationRadial);
    for (qsizetype s = 0; s < data.series.size(); ++s) {
        const ChartSeries& series = data.series.at(s);
        const QColor colour = colourOf(series, s, look);
        const auto at = [&](qsizetype i) -> std::optional<double> {
            const std::optional<double> point = series.points.value(i % count);
            return point ? std::optional(std::clamp(*point, 0.0, 100.0)) : std::nullopt;
        };
        bool whole = true;
        for (qsizetype i = 0; i < count; ++i)
            whole = whole && at(i).has_value();
        const QPen pen(colour, 2.4, s % 2 == 0 ? Qt::SolidLine : Qt::DashLine);
        if (whole) {
            auto* edge = new QLineSeries;
            auto* line = new QLineSeries;
            for (qsizetype i = 0; i <= count; ++i) {
                edge->append(static_cast<double>(i), *at(i));
                line->append(static_cast<double>(i), *at(i));
            }
            // The area's own pen would also draw the seam from the middle to the first corner.
            auto* area = new QAreaSeries(edge);
            edge->setParent(area);
            QColor fill = colour;
            fill.setAlpha(40);
            area->setBrush(fill);
            area->setPen(Qt::NoPen);
            chart.addSeries(area);
            area->attachAxis(round);
            area->attachAxis(out);
            for (QLegendMarker* marker : chart.legend()->markers(area))
                marker->setVisible(false);
            line->setPen(pen);
            line->setName(series.name.toHtmlEscaped());
            chart.addSeries(line);
            line->attachAxis(round);
            line->attachAxis(out);
        } else {
            bool first = true;
            QLineSeries* run = nullptr;
            for (qsizetype i = 0; i <= count; ++i) {
                if (!at(i)) {
                    run = nullptr;
                    continue;
                }
                if (run == nullptr) {
                    run = new QLineSeries;
                    run->setPen(pen);
                    run->setName(series.name.toHtmlEscaped());
                    chart.addSeries(run);
                    run->attachAxis(round);
                    run->attachAxis(out);
                    if (!first) {
                        for (QLegendMarker* marker : chart.legend()->markers(run))
                            marker->setVisible(false);
                    }
                    first = false;
                }
                run->append(static_cast<double>(i), *at(i));
            }
        }
        auto* dots = new QScatterSeries;
        for (qsizetype i = 0; i < count; ++i) {
            if (at(i))
                dots->append(static_cast<double>(i), *at(i));
        }
        dots->setMarkerSize(8);
        dots->setMarkerShape(s % 2 == 0 ? QScatterSeries::MarkerShapeCircle
                                        : QScatterSeries::MarkerShapeRectangle);
        dots->setColor(colour);
        dots->setBorderColor(look.background);
        chart.addSeries(dots);
        dots->attachAxis(round);
        dots->attachAxis(out);
        for (QLegendMarker* marker : chart.legend()->markers(dots))
            marker->setVisible(false);
    }
    new Overlay(&chart, [data, look](QPainter& painter, QChart& on) {
        painter.setFont(look.font);
        painter.setPen(look.faint);
        painter.drawText(QRectF(8, 34, on.size().width() - 16, 18),
                         Qt::AlignLeft | Qt::AlignVCenter, Text::tr("单位：%1").arg(data.unit));
    });
}

void buildDonut(QChart& chart, const Chart& data, const Look& look)
{
    const ChartSeries series = data.series.value(0);
    double total = 0;
    for (const auto& point : series.points)
        total += point.value_or(0);
    auto* pie = new QPieSeries;
    pie->setHoleSize(0.36);
    pie->setPieSize(0.66);
    for (qsizetype i = 0; i < data.categories.size(); ++i) {
        const double value = series.points.value(i).value_or(0);
        if (value <= 0)
            continue;
        auto* slice = pie->append(Text::tr("%1 %2%3（%4%）")
                                      .arg(data.categories.at(i), printed(value, data.decimals),
                                           data.unit, formatFixed(100 * value / total, 1))
                                      .toHtmlEscaped(),
                                  value);
        slice->setBrush(colourOf(data.categoryColours.value(i), i, look));
        slice->setPen(QPen(look.background, 2));
        slice->setLabelFont(look.font);
        slice->setLabelBrush(look.text);
        slice->setLabelVisible(true);
        slice->setLabelArmLengthFactor(0.12);
    }
    chart.addSeries(pie);
    chart.legend()->setVisible(false);
    new Overlay(&chart, [total, data, look](QPainter& painter, QChart& on) {
        QFont large = look.font;
        large.setPixelSize(look.font.pixelSize() * 3 / 2);
        large.setBold(true);
        painter.setFont(large);
        painter.setPen(look.text);
        const QPointF centre = on.plotArea().center();
        painter.drawText(QRectF(centre.x() - 60, centre.y() - 14, 120, 28), Qt::AlignCenter,
                         printed(total, data.decimals) + data.unit);
    });
}

} // namespace

Look Look::of(bool dark)
{
    Look look;
    look.background = dark ? QColor(0x1e, 0x25, 0x28) : QColor(Qt::white);
    look.text = dark ? QColor(0xe8, 0xea, 0xed) : QColor(0x20, 0x20, 0x20);
    look.faint = dark ? QColor(0xa0, 0xa6, 0xad) : QColor(0x60, 0x60, 0x60);
    look.grid = dark ? QColor(0x3a, 0x3f, 0x45) : QColor(0xdc, 0xdc, 0xdc);
    look.target = look.drawn(QColor(0xb0, 0x30, 0x30));
    look.font.setFamilies({u"Noto Sans CJK SC"_s, u"WenQuanYi Zen Hei"_s, u"Source Han Sans SC"_s,
                           u"Microsoft YaHei"_s, u"PingFang SC"_s, u"SimHei"_s});
    look.font.setPixelSize(12);
    return look;
}

QColor Look::drawn(const QColor& colour) const
{
    // On paper colours stay as they are named; on a dark ground they are lightened until lines and
    // the words beside them can be read.
    static constexpr double least = 4.5;
    const double ground = luminance(background);
    QColor lighter = colour;
    while (ground < 0.2 && (luminance(lighter) + 0.05) / (ground + 0.05) < least &&
           lighter.lightnessF() < 0.95F)
        lighter.setHslF(std::max(0.0F, lighter.hslHueF()), lighter.hslSaturationF(),
                        lighter.lightnessF() + 0.02F);
    return lighter;
}

std::unique_ptr<QChart> buildChart(const Chart& data, QSize size, const Look& look)
{
    std::unique_ptr<QChart> chart;
    if (data.kind == Chart::Kind::Radar)
        chart = std::make_unique<QPolarChart>();
    else
        chart = std::make_unique<QChart>();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setDropShadowEnabled(false);
    chart->setBackgroundRoundness(0);
    chart->setBackgroundBrush(look.background);
    chart->setBackgroundPen(Qt::NoPen);
    chart->setMargins(QMargins(10, 8, 14, 6));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    QFont titleFont = look.font;
    titleFont.setPixelSize(look.font.pixelSize() + 3);
    titleFont.setBold(true);
    chart->setTitleFont(titleFont);
    chart->setTitleBrush(look.text);
    chart->setTitle(wrapped(data.title, titleFont, size.width() - 40));
    chart->legend()->setAlignment(Qt::AlignBottom);
    chart->legend()->setFont(look.font);
    chart->legend()->setLabelBrush(look.text);

    if (data.series.isEmpty() || data.categories.isEmpty()) {
        chart->legend()->hide();
        new Overlay(chart.get(), [look](QPainter& painter, QChart& on) {
            painter.setFont(look.font);
            painter.setPen(look.faint);
            painter.drawText(QRectF(QPointF(0, 0), on.size()), Qt::AlignCenter,
                             Text::tr("暂无可绘制的数据"));
        });
        return chart;
    }
    switch (data.kind) {
    case Chart::Kind::Radar:
        buildRadar(static_cast<QPolarChart&>(*chart), data, look);
        break;
    case Chart::Kind::StackedBars:
        buildStacked(*chart, data, size, look);
        break;
    case Chart::Kind::Progress:
        buildProgress(*chart, data, size, look);
        break;
    case Chart::Kind::Line:
        buildLine(*chart, data, size, look);
        break;
    case Chart::Kind::Donut:
        buildDonut(*chart, data, look);
        break;
    }
    return chart;
}

} // namespace checkup::charts
