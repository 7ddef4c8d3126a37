#include "core/draw/sheet_chart.h"

#include "core/base/decimal.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

using Kind = ChartFigure::Kind;

constexpr double titleHeight = 6; // units
constexpr double keyHeight = 3.6;
constexpr double rowHeight = 4;
constexpr double linesHeight = 30;

QColor colourOf(qsizetype series)
{
    static const std::array<QColor, 4> calm{QColor(76, 114, 156), QColor(204, 153, 82),
                                            QColor(103, 150, 116), QColor(150, 110, 145)};
    return calm[static_cast<std::size_t>(series) % calm.size()];
}

const QColor faint(222, 226, 230);

QColor faded(const QColor& colour)
{
    constexpr int white = 255;
    const auto half = [](int part) { return (part + white) / 2; };
    return {half(colour.red()), half(colour.green()), half(colour.blue())};
}

/// Distances between marks of an axis: 1, 2 or 5 times a power of ten, some three of them.
double stepOf(double span)
{
    const double power = std::pow(10, std::floor(std::log10(span / 3)));
    for (const double nice : {1.0, 2.0, 5.0}) {
        if (span / (nice * power) <= 4)
            return nice * power;
    }
    return 10 * power;
}

class ChartPainter
{
public:
    ChartPainter(const SheetPen& pen, const QRectF& area, const ChartFigure& chart)
        : m_pen(pen)
        , m_chart(chart)
        , m_unit(pen.unit() * std::clamp(area.height() / chartHeight(chart, pen.unit()), 0.5, 1.0))
        , m_area(area)
    {}

    QStringList paint()
    {
        const QString unit = m_chart.kind == Kind::Shares ? u"%"_s : m_chart.unit;
        const QString title =
            unit.isEmpty() ? m_chart.title : m_chart.title + u"（"_s + unit + u"）"_s;
        m_pen.fitted(title, {m_area.center().x(), m_area.top() + 2.4 * m_unit}, 3.4 * m_unit,
                     m_area.width(), Qt::AlignHCenter);
        double top = m_area.top() + titleHeight * m_unit;
        if (m_chart.series.size() > 1) {
            paintKey(top + keyHeight * m_unit / 2 - 0.8 * m_unit);
            top += keyHeight * m_unit;
        }
        const QRectF rest(m_area.left(), top, m_area.width(), m_area.bottom() - top);
        if (m_chart.kind == Kind::Lines)
            paintLines(rest);
        else
            paintBars(rest);
        return m_said;
    }

private:
    double size() const { return 2.4 * m_unit; }

    void paintKey(double y)
    {
        const double swatch = 3 * m_unit;
        double all = 0;
        for (const ChartFigure::Series& one : m_chart.series)
            all += swatch + m_pen.widthOf(one.name, size()) + 3 * m_unit;
        const double small = std::min(1.0, m_area.width() / all);
        double x = m_area.center().x() - (all * small - 3 * m_unit) / 2;
        for (qsizetype i = 0; i < m_chart.series.size(); ++i) {
            const QString& name = m_chart.series[i].name;
            m_pen.ground({x, y - 0.8 * m_unit, swatch * 0.8 * small, 1.6 * m_unit}, colourOf(i));
            m_pen.text(name, {x + swatch * small, y}, size() * small, Qt::AlignLeft);
            x += (swatch + m_pen.widthOf(name, size()) + 3 * m_unit) * small;
        }
    }

    std::optional<double> numberOf(qsizetype series, qsizetype category) const
    {
        const auto value = m_chart.series[series].values.value(category);
        if (!value || m_chart.kind != Kind::Shares)
            return value;
        double sum = m_chart.whole.value_or(0);
        for (const auto& one : m_chart.series[series].values)
            sum += m_chart.whole ? 0 : one.value_or(0);
        return sum > 0 ? std::optional(*value / sum * 100) : std::nullopt;
    }

    QString printed(const std::optional<double>& number) const
    {
        return number ? formatFixed(*number, m_chart.kind == Kind::Shares ? 1 : m_chart.decimals)
                      : u"未收集"_s;
    }

    void say(qsizetype series, qsizetype category)
    {
        QString line = m_chart.categories[category];
        if (m_chart.series.size() > 1)
            line += u' ' + m_chart.series[series].name;
        m_said << line + u' ' + printed(numberOf(series, category));
    }

    /// From the least to the largest number, 0 within.
    std::pair<double, double> range() const
    {
        double least = 0;
        double most = 0;
        for (qsizetype i = 0; i < m_chart.series.size(); ++i) {
            for (qsizetype at = 0; at < m_chart.categories.size(); ++at) {
                const double number = numberOf(i, at).value_or(0);
                least = std::min(least, number);
                most = std::max(most, number);
            }
        }
        return {least, most > least ? most : least + 1};
    }

    void paintBars(const QRectF& area)
    {
        const auto count = static_cast<double>(std::max<qsizetype>(1, m_chart.categories.size()));
        const auto several = static_cast<double>(m_chart.series.size());
        const double row = std::min(area.height() / count, 6 * m_unit * several);
        const double letters = std::min(size(), row * 0.8);
        double names = 0;
        double numbers = 0;
        for (qsizetype i = 0; i < m_chart.categories.size(); ++i) {
            names = std::max(names, m_pen.widthOf(m_chart.categories[i], letters));
            for (qsizetype of = 0; of < m_chart.series.size(); ++of)
                numbers = std::max(numbers, m_pen.widthOf(printed(numberOf(of, i)), letters));
        }
        names = std::min(names, area.width() * 0.42);
        numbers = std::min(numbers, area.width() * 0.25);
        const double gap = m_unit;
        const double left = area.left() + names + gap;
        const double room = area.right() - numbers - gap - left;
        const auto [least, most] = range();
        const double perNumber = room / (most - least);
        const double zero = left - least * perNumber;
        for (qsizetype i = 0; i < m_chart.categories.size(); ++i) {
            const double top = area.top() + static_cast<double>(i) * row;
            m_pen.fitted(m_chart.categories[i], {area.left() + names, top + row / 2}, letters,
                         names, Qt::AlignRight);
            const double bar = row * 0.72 / several;
            for (qsizetype of = 0; of < m_chart.series.size(); ++of) {
                const auto number = numberOf(of, i);
                const double y = top + row * 0.14 + static_cast<double>(of) * bar;
                const double end = zero + number.value_or(0) * perNumber;
                QColor colour = colourOf(of);
                if (m_chart.marked >= 0 && m_chart.marked != i)
                    colour = faded(colour);
                m_pen.ground(QRectF(QPointF(std::min(zero, end), y),
                                    QPointF(std::max(zero, end), y + bar * 0.92)),
                             colour);
                m_pen.fitted(printed(number), {std::max(zero, end) + gap * 0.6, y + bar * 0.46},
                             std::min(letters, bar * 1.15), numbers, Qt::AlignLeft);
                say(of, i);
            }
        }
        m_pen.ground({zero - 0.06 * m_unit, area.top(), 0.12 * m_unit, row * count},
                     SheetPen::ink());
    }

    /// Lines need no zero, but some room above and below.
    std::pair<double, double> lineRange() const
    {
        std::optional<double> least;
        std::optional<double> most;
        for (const ChartFigure::Series& one : m_chart.series) {
            for (const auto& value : one.values) {
                if (!value)
                    continue;
                least = std::min(least.value_or(*value), *value);
                most = std::max(most.value_or(*value), *value);
            }
        }
        const double span = std::max(*most - *least, std::abs(*most) * 0.02 + 1e-6);
        const double step = stepOf(span * 1.2);
        return {std::floor((*least - span * 0.1) / step) * step,
                std::ceil((*most + span * 0.1) / step) * step};
    }

    void paintLines(const QRectF& area)
    {
        const auto [least, most] = lineRange();
        const double step = stepOf(most - least);
        const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
        double marks = 0;
        for (double at = least; at <= most + step / 2; at += step)
            marks = std::max(marks, m_pen.widthOf(formatFixed(at, decimals), size()));
        const QRectF plot(area.left() + marks + m_unit, area.top() + 1.5 * m_unit,
                          area.width() - marks - 3 * m_unit, area.height() - 6 * m_unit);
        const auto yOf = [&](double number) {
            return plot.bottom() - (number - least) / (most - least) * plot.height();
        };
        for (double at = least; at <= most + step / 2; at += step) {
            m_pen.ground({plot.left(), yOf(at) - 0.05 * m_unit, plot.width(), 0.1 * m_unit},
                         at == least ? SheetPen::ink() : faint);
            m_pen.text(formatFixed(at, decimals), {plot.left() - 0.8 * m_unit, yOf(at)}, size(),
                       Qt::AlignRight);
        }
        const auto places = static_cast<double>(std::max<qsizetype>(1, m_chart.categories.size()));
        const auto xOf = [&](qsizetype category) {
            return plot.left() + plot.width() * (static_cast<double>(category) + 0.5) / places;
        };
        for (qsizetype i = 0; i < m_chart.categories.size(); ++i)
            m_pen.fitted(m_chart.categories[i], {xOf(i), plot.bottom() + 2.4 * m_unit}, size(),
                         plot.width() / places, Qt::AlignHCenter);
        for (qsizetype of = 0; of < m_chart.series.size(); ++of)
            paintLine(of, xOf, yOf);
    }

    template <class X, class Y>
    void paintLine(qsizetype series, const X& xOf, const Y& yOf)
    {
        QPainter& painter = m_pen.painter();
        const double perMm = m_pen.perMm();
        QPolygonF run;
        qsizetype last = -1;
        const auto finish = [&] {
            painter.save();
            painter.setPen(QPen(colourOf(series), 0.5 * m_unit * perMm, Qt::SolidLine, Qt::RoundCap,
                                Qt::RoundJoin));
            painter.drawPolyline(run);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colourOf(series));
            for (const QPointF& at : std::as_const(run))
                painter.drawEllipse(at, 0.7 * m_unit * perMm, 0.7 * m_unit * perMm);
            painter.restore();
            run.clear();
        };
        for (qsizetype i = 0; i < m_chart.categories.size(); ++i) {
            const auto number = numberOf(series, i);
            if (!number) {
                finish();
                continue;
            }
            run << QPointF(xOf(i), yOf(*number)) * perMm;
            last = i;
            say(series, i);
        }
        finish();
        if (last >= 0) {
            const double number = *numberOf(series, last);
            m_pen.text(printed(number), {xOf(last), yOf(number) - 2.2 * m_unit}, size(),
                       Qt::AlignHCenter, 0, true);
        }
    }

    const SheetPen& m_pen;
    const ChartFigure& m_chart;
    double m_unit;
    QRectF m_area;
    QStringList m_said;
};

} // namespace

bool ChartFigure::isEmpty() const
{
    return std::all_of(series.cbegin(), series.cend(), [](const Series& one) {
        return std::none_of(one.values.cbegin(), one.values.cend(),
                            [](const auto& value) { return value.has_value(); });
    });
}

double chartHeight(const ChartFigure& chart, double unit)
{
    const auto rows = static_cast<double>(chart.categories.size());
    const double several = chart.series.size() > 1 ? 1.4 : 1;
    const double key = chart.series.size() > 1 ? keyHeight : 0;
    return (titleHeight + key +
            (chart.kind == Kind::Lines ? linesHeight : rows * rowHeight * several)) *
           unit;
}

QStringList paintChart(const SheetPen& pen, const QRectF& area, const ChartFigure& chart)
{
    if (chart.isEmpty())
        return {};
    return ChartPainter(pen, area, chart).paint();
}

} // namespace checkup::draw
