#include "core/draw/sheet_parts.h"

#include "core/draw/map_sheet.h"
#include "core/draw/sheet_map.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

constexpr double figuresType = 2.6; // units
constexpr double notesType = 2.5;   // units

/// A table of figures laid out with letters of one size; its lengths are in `em`, the letters'
/// share of their usual height.
class FiguresPlan
{
public:
    FiguresPlan(const SheetPen& pen, const FigureTable& table, double width, double type)
        : m_unit(type / figuresType)
        , m_type(type)
    {
        const auto widthOf = [&](const QString& words) { return pen.widthOf(words, type); };
        number = std::max(widthOf(table.nowHead), widthOf(table.beforeHead));
        for (const FigureTable::Row& row : table.rows)
            number = std::max({number, widthOf(row.now), widthOf(row.before)});
        number = std::min(number + 1.5 * m_unit, width * 0.28);
        height = 5.5 * m_unit + line() + 1.4 * m_unit;
        for (const FigureTable::Row& row : table.rows) {
            const QString unit = row.unit.isEmpty() ? QString() : u"（"_s + row.unit + u"）"_s;
            names << pen.wrapped(row.name + unit, type, width - 2 * number - m_unit);
            height += static_cast<double>(names.constLast().size()) * line() + 1.2 * m_unit;
        }
    }

    double unit() const { return m_unit; }
    double type() const { return m_type; }
    double line() const { return 3.4 * m_unit; }

    double number = 0; ///< a column's width
    double height = 0;
    QList<QStringList> names;

private:
    double m_unit, m_type;
};

/// The longest bar within `most` whose half is as round as itself, metres.
double barLength(double most)
{
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double nice : {8.0, 6.0, 5.0, 4.0, 2.0}) {
        if (nice * power <= most)
            return nice * power;
    }
    return power;
}

QStringList noteLines(const SheetPen& pen, const QStringList& notes, double width, double type)
{
    QStringList lines;
    for (const QString& note : notes)
        lines += pen.wrapped(u"注："_s + note, type, width);
    return lines;
}

/// The largest size up to `type` with which what `heightOf` measures is not above `room`.
template <class HeightOf>
double sizeFor(double type, double room, const HeightOf& heightOf)
{
    const double least = type / 5;
    while (type > least && heightOf(type) > room + 1e-6)
        type *= 0.97;
    return type;
}

} // namespace

double figuresHeight(const SheetPen& pen, const FigureTable& table, double width, double type)
{
    const double size = type > 0 ? type : figuresType * pen.unit();
    return table.rows.isEmpty() ? 0 : FiguresPlan(pen, table, width, size).height;
}

QStringList paintFigures(const SheetPen& pen, const QRectF& area, const FigureTable& table,
                         double type)
{
    const double usual = type > 0 ? type : figuresType * pen.unit();
    const double size = sizeFor(usual, area.height(), [&](double one) {
        return figuresHeight(pen, table, area.width(), one);
    });
    const FiguresPlan plan(pen, table, area.width(), size);
    const double unit = plan.unit();
    const double left = area.left();
    const double width = area.width();
    double y = area.top();
    pen.text(u"主要指标"_s, {left + width / 2, y + 2.4 * unit}, 3.8 * unit, Qt::AlignHCenter);
    y += 5.5 * unit;
    const auto cells = [&](const QString& before, const QString& now, double at) {
        const double room = plan.number - 0.5 * unit;
        pen.fitted(before, {left + width - plan.number, at}, size, room, Qt::AlignRight);
        pen.fitted(now, {left + width, at}, size, room, Qt::AlignRight);
    };
    pen.rule({left, y}, width, 0.25 * unit);
    cells(table.beforeHead, table.nowHead, y + 0.5 * plan.line() + 0.7 * unit);
    y += plan.line() + 1.4 * unit;
    pen.rule({left, y}, width, 0.12 * unit);
    QStringList said;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const QStringList& name = plan.names[i];
        const double tall = static_cast<double>(name.size()) * plan.line();
        for (qsizetype part = 0; part < name.size(); ++part)
            pen.text(name[part],
                     {left, y + 0.6 * unit + (static_cast<double>(part) + 0.5) * plan.line()}, size,
                     Qt::AlignLeft);
        cells(table.rows[i].before, table.rows[i].now, y + 0.6 * unit + tall / 2);
        y += tall + 1.2 * unit;
        said << table.rows[i].name + u' ' + table.rows[i].now;
    }
    pen.rule({left, y}, width, 0.25 * unit);
    return said;
}

double notesHeight(const SheetPen& pen, const QStringList& notes, double width, double type)
{
    const double size = type > 0 ? type : notesType * pen.unit();
    return static_cast<double>(noteLines(pen, notes, width, size).size()) * 1.4 * size;
}

void paintNotes(const SheetPen& pen, const QRectF& area, const QStringList& notes, double type)
{
    const double usual = type > 0 ? type : notesType * pen.unit();
    const double size = sizeFor(usual, area.height(), [&](double one) {
        return notesHeight(pen, notes, area.width(), one);
    });
    const QStringList lines = noteLines(pen, notes, area.width(), size);
    for (qsizetype i = 0; i < lines.size(); ++i)
        pen.text(lines[i], {area.left(), area.top() + (static_cast<double>(i) + 0.5) * 1.4 * size},
                 size, Qt::AlignLeft);
}

void paintParagraph(const SheetPen& pen, const QRectF& area, const QString& words, double type,
                    Qt::Alignment alignment, bool halo)
{
    constexpr double pitch = 3.4 / 2.4; // from line to line, of the letters' height
    const double x = alignment & Qt::AlignHCenter ? area.center().x()
                     : alignment & Qt::AlignRight ? area.right()
                                                  : area.left();
    const bool oneLine = area.height() < 1.9 * pitch * type;
    const double size = sizeFor(type, area.height(), [&](double one) {
        const qsizetype lines = oneLine ? 1 : pen.wrapped(words, one, area.width()).size();
        return static_cast<double>(lines) * pitch * one;
    });
    const QStringList lines = oneLine ? QStringList{words} : pen.wrapped(words, size, area.width());
    for (qsizetype i = 0; i < lines.size(); ++i)
        pen.text(lines[i], {x, area.top() + (static_cast<double>(i) + 0.5) * pitch * size},
                 pen.fitting(lines[i], size, area.width()), alignment, 0, halo);
}

void paintScale(const SheetPen& pen, const QRectF& area, double denominator)
{
    const double unit = std::min(area.height() / 10, area.width() / 20);
    const double width = area.width();
    const QPointF at(area.left(), area.top() + 3 * unit);
    const double perMm = denominator / 1000;
    const double length = barLength(perMm * width * 0.72);
    const double shown = length / perMm;
    const double left = at.x() + (width - shown) / 2;
    QPainter& painter = pen.painter();
    painter.save();
    painter.setPen(QPen(SheetPen::ink(), 0.15 * unit * pen.perMm()));
    for (int i = 0; i < 4; ++i) {
        painter.setBrush(i % 2 == 0 ? SheetPen::ink() : QColor(Qt::white));
        painter.drawRect(pen.pixels({left + shown * i / 4, at.y(), shown / 4, 1.4 * unit}));
    }
    painter.restore();
    const bool kilometres = length >= 1000;
    for (const int i : {0, 2, 4}) {
        const double metres = length * i / 4;
        QString words = QString::number(kilometres ? metres / 1000 : metres, 'g', 6);
        if (i == 4)
            words += kilometres ? u" 千米"_s : u" 米"_s;
        pen.text(words, {left + shown * i / 4, at.y() - 1.8 * unit}, 2.4 * unit, Qt::AlignHCenter);
    }
    pen.text(u"比例尺 1∶"_s + QString::number(denominator, 'f', 0),
             {at.x() + width / 2, at.y() + 5.5 * unit}, 3 * unit, Qt::AlignHCenter);
}

void paintNorth(const SheetPen& pen, const QRectF& area)
{
    const double unit = std::min(area.width() / 8, area.height() / 15);
    const QPointF at(area.center().x(), area.top() + 6.5 * unit);
    const double size = 6 * unit;
    QPolygonF west;
    west << QPointF(0, -size) << QPointF(-size * 0.38, size * 0.6) << QPointF(0, size * 0.25);
    QPolygonF east;
    east << QPointF(0, -size) << QPointF(size * 0.38, size * 0.6) << QPointF(0, size * 0.25);
    QPainter& painter = pen.painter();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at * pen.perMm());
    painter.scale(pen.perMm(), pen.perMm());
    painter.setPen(QPen(SheetPen::ink(), 0.2 * unit));
    painter.setBrush(Qt::white);
    painter.drawPolygon(east);
    painter.setBrush(SheetPen::ink());
    painter.drawPolygon(west);
    painter.restore();
    pen.text(u"北"_s, at + QPointF(0, size * 0.6 + 2.6 * unit), 3.6 * unit, Qt::AlignHCenter, 0,
             true);
}

void paintBlock(const SheetPen& pen, const QRectF& area, const TitleBlock& block)
{
    pen.ground(area, Qt::white);
    const double head = area.height() * 0.36;
    double left = area.left();
    if (!block.logo.isNull()) {
        const double room = head * 0.8;
        const QSizeF size =
            QSizeF(block.logo.size()).scaled(area.width() * 0.35, room, Qt::KeepAspectRatio);
        const double margin = head * 0.1;
        pen.painter().save();
        pen.painter().setRenderHint(QPainter::SmoothPixmapTransform);
        pen.painter().drawImage(
            pen.pixels({QPointF(left + margin, area.top() + (head - size.height()) / 2), size}),
            block.logo);
        pen.painter().restore();
        left += size.width() + 2 * margin;
    }
    const double middle = (left + area.right()) / 2;
    pen.fitted(block.name, {middle, area.top() + head / 2}, head * 0.42,
               (area.right() - left) * 0.94, Qt::AlignHCenter);
    const std::array<std::array<std::pair<QString, QString>, 2>, 3> rows{{
        {{{u"制图"_s, block.maker}, {u"校核"_s, block.checker}}},
        {{{u"审定"_s, block.approver}, {u"图号"_s, block.number}}},
        {{{u"日期"_s, block.date}, {QString(), QString()}}},
    }};
    const double row = (area.height() - head) / static_cast<double>(rows.size());
    const double half = area.width() / 2;
    const double key = half * 0.32;
    const double thin = 0.15 * pen.unit();
    double y = area.top() + head;
    for (const auto& cells : rows) {
        pen.rule({area.left(), y - thin / 2}, area.width(), thin);
        double x = area.left();
        for (const auto& [name, words] : cells) {
            if (name.isEmpty())
                continue;
            const bool wide = cells[1].first.isEmpty();
            const double room = (wide ? area.width() : half) - key;
            pen.fitted(name, {x + key / 2, y + row / 2}, row * 0.5, key * 0.9, Qt::AlignHCenter);
            pen.ground({x + key - thin / 2, y, thin, row}, SheetPen::ink());
            pen.fitted(words, {x + key + room / 2, y + row / 2}, row * 0.5, room * 0.92,
                       Qt::AlignHCenter);
            x += half;
            if (!wide && x < area.right() - thin)
                pen.ground({x - thin / 2, y, thin, row}, SheetPen::ink());
        }
        y += row;
    }
    pen.box(area, 0.3 * pen.unit());
}

} // namespace checkup::draw
