#include "core/draw/sheet_elements.h"

#include <algorithm>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

const QList<QPair<SheetPart, QString>>& names()
{
    static const QList<QPair<SheetPart, QString>> known{
        {SheetPart::Map, u"map"_s},         {SheetPart::Inset, u"inset"_s},
        {SheetPart::Title, u"title"_s},     {SheetPart::Secrecy, u"secrecy"_s},
        {SheetPart::Legend, u"legend"_s},   {SheetPart::Chart, u"chart"_s},
        {SheetPart::Figures, u"figures"_s}, {SheetPart::Notes, u"notes"_s},
        {SheetPart::Scale, u"scale"_s},     {SheetPart::North, u"north"_s},
        {SheetPart::Sources, u"sources"_s}, {SheetPart::System, u"system"_s},
        {SheetPart::Review, u"review"_s},   {SheetPart::Maker, u"maker"_s},
        {SheetPart::Block, u"block"_s},     {SheetPart::Text, u"text"_s}};
    return known;
}

struct Span
{
    double start, length;
};

SheetHold holdOf(Span span, double side, std::optional<SheetHold> asked)
{
    const double middle = span.start + span.length / 2;
    return asked                      ? *asked
           : span.length > 0.6 * side ? SheetHold::Stretch
           : middle < side * 0.4      ? SheetHold::Start
           : middle > side * 0.6      ? SheetHold::End
                                      : SheetHold::Middle;
}

Span moved(Span span, double from, double to, double grown, std::optional<SheetHold> asked)
{
    const double middle = span.start + span.length / 2;
    const SheetHold hold = holdOf(span, from, asked);
    const double before = span.start * grown;
    const double behind = (from - span.start - span.length) * grown;
    Span on{before, span.length * grown};
    switch (hold) {
    case SheetHold::Start:
        break;
    case SheetHold::End:
        on.start = to - behind - on.length;
        break;
    case SheetHold::Middle:
        on.start = to / 2 + (middle - from / 2) * grown - on.length / 2;
        break;
    case SheetHold::Stretch:
        on.length = std::max(to - before - behind, 1.0);
        break;
    }
    on.length = std::min(on.length, to);
    on.start = std::clamp(on.start, 0.0, to - on.length);
    return on;
}

} // namespace

double sheetUnit(const QSizeF& paper)
{
    return std::clamp(std::min(paper.width(), paper.height()) / 210, 0.6, 4.1);
}

SheetElement onPaper(SheetElement element, const QSizeF& from, const QSizeF& to)
{
    if (from == to)
        return element;
    const double grown = sheetUnit(to) / sheetUnit(from);
    element.type *= grown;
    if (element.area) {
        const QRectF& area = *element.area;
        const Span across =
            moved({area.left(), area.width()}, from.width(), to.width(), grown, element.across);
        const Span down =
            moved({area.top(), area.height()}, from.height(), to.height(), grown, element.down);
        element.area = QRectF(across.start, down.start, across.length, down.length);
    }
    return element;
}

std::pair<SheetHold, SheetHold> holdsOf(const SheetElement& element, const QSizeF& paper)
{
    const QRectF area = element.area.value_or(QRectF());
    return {holdOf({area.left(), area.width()}, paper.width(), element.across),
            holdOf({area.top(), area.height()}, paper.height(), element.down)};
}

QList<SheetElement> usualElements(int charts, int maps)
{
    QList<SheetElement> all;
    for (const SheetPart part : sheetParts()) {
        if (part == SheetPart::Text)
            continue;
        const bool isMap = part == SheetPart::Map;
        for (int i = 1; i <= (part == SheetPart::Chart ? charts : isMap ? maps : 1); ++i) {
            SheetElement element;
            element.part = part;
            (isMap ? element.map : element.chart) = i;
            all << element;
        }
    }
    return all;
}

QString nameOf(SheetPart part)
{
    for (const auto& [known, name] : names()) {
        if (known == part)
            return name;
    }
    return {};
}

std::optional<SheetPart> sheetPartOf(const QString& name)
{
    for (const auto& [part, known] : names()) {
        if (known == name)
            return part;
    }
    return std::nullopt;
}

const QList<SheetPart>& sheetParts()
{
    static const QList<SheetPart> parts = [] {
        QList<SheetPart> all;
        for (const auto& [part, name] : names())
            all << part;
        return all;
    }();
    return parts;
}

} // namespace checkup::draw
