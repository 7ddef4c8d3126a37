#include "core/collect/cell_reading.h"

#include "core/base/decimal.h"
#include "core/base/number_text.h"
#include "core/base/units.h"
#include "core/collect/fill_in_layout.h"
#include "core/collect/subjects.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

CellReading refused(const QString& reason)
{
    CellReading reading;
    reading.kind = CellReading::Kind::Refused;
    reading.reason = reason;
    return reading;
}

/// A spreadsheet's 15 digits: 0.123 * 100 is 12.3, not 12.299999999999999.
double tidy(double number)
{
    return QString::number(number, 'g', 15).toDouble();
}

/// As parseUnit(); a table asks for the same few units again and again.
const Result<Unit>& unitOf(const QString& text)
{
    constexpr qsizetype most = 256;
    thread_local QHash<QString, Result<Unit>> known;
    auto found = known.constFind(text);
    if (found == known.cend()) {
        if (known.size() >= most)
            known.clear();
        found = known.insert(text, parseUnit(text));
    }
    return *found;
}

/// Brings `number` from `from` into the subject's unit and says so when they differ.
CellReading inSubjectUnit(double number, const QString& from, const QString& subjectUnit,
                          const QString& shown, const QString& where)
{
    CellReading reading;
    reading.kind = CellReading::Kind::Figure;
    reading.number = number;
    if (from.isEmpty() || foldedText(from) == foldedText(subjectUnit))
        return reading;
    const Result<Unit> source = unitOf(from);
    const Result<Unit> target = unitOf(subjectUnit);
    if (!source)
        return refused(
            Text::tr("%1：不认识单位“%2”，请改用“%3”后重新导入。").arg(where, from, subjectUnit));
    if (!target)
        return refused(Text::tr("%1：指标体系中的单位“%2”不可识别，请先在指标体系中更正。")
                           .arg(where, subjectUnit));
    const Result<double> converted = convert(number, *source, *target);
    if (!converted) {
        return refused(
            Text::tr("%1：单位“%2”与要求的“%3”不是同一类量，不能换算，请按“%3”填写后重新导入。")
                .arg(where, from, subjectUnit));
    }
    reading.number = tidy(*converted);
    if (*converted != number || source->symbol != target->symbol) {
        reading.converted = true;
        reading.reason =
            Text::tr("原文“%1”，换算为 %2。").arg(shown, figureText(reading.number, subjectUnit));
    }
    return reading;
}

} // namespace

QString placeText(const QString& file, const QString& sheet, const QString& cell)
{
    QStringList parts{file, sheet, cell};
    parts.removeAll(QString());
    return parts.join(u" ▸ "_s);
}

std::optional<project::ValueState> stateFromWord(const QString& text)
{
    const QString word = foldedText(text);
    for (int at = 0; at < static_cast<int>(std::size(layout::stateWords)); ++at) {
        if (word == layout::stateWords[at])
            return static_cast<project::ValueState>(at);
    }
    if (const auto known = project::valueStateFromKey(word))
        return known;
    switch (readNumber(text).kind) {
    case ReadNumber::Kind::Missing:
        return project::ValueState::Missing;
    case ReadNumber::Kind::NotApplicable:
        return project::ValueState::NotApplicable;
    case ReadNumber::Kind::NotCollected:
        return project::ValueState::NotCollected;
    case ReadNumber::Kind::Withheld:
        return project::ValueState::Withheld;
    default:
        return std::nullopt;
    }
}

CellReading readCell(const office::Cell& cell, const QString& unit, const QString& subjectUnit,
                     const QString& where)
{
    CellReading reading;
    switch (cell.kind) {
    case office::Cell::Kind::Empty:
        if (cell.isFormula) {
            return refused(
                Text::tr("%1：公式没有存下计算结果，请用 Excel 或 WPS 打开并保存一次后重新导入。")
                    .arg(where));
        }
        return reading;
    case office::Cell::Kind::Bool:
        return refused(
            Text::tr("%1：这里应填数，却是逻辑值“%2”，请改为数后重新导入。").arg(where, cell.text));
    case office::Cell::Kind::Date:
        return refused(
            Text::tr("%1：这里应填数，却是日期“%2”，请把单元格格式改为“常规”并重填后重新导入。")
                .arg(where, cell.text));
    case office::Cell::Kind::Fault:
        return refused(
            Text::tr("%1：公式出错“%2”，请改正公式或直接填数后重新导入。").arg(where, cell.text));
    case office::Cell::Kind::Number:
        if (!std::isfinite(cell.number))
            return refused(
                Text::tr("%1：“%2”不是有限的数，请改为数后重新导入。").arg(where, cell.text));
        if (cell.isPercent) {
            const double percent = tidy(cell.number * 100);
            return inSubjectUnit(percent, u"%"_s, subjectUnit, formatShortest(percent) + u'%',
                                 where);
        }
        return inSubjectUnit(cell.number, unit, subjectUnit, figureText(cell.number, unit), where);
    case office::Cell::Kind::Text:
        break;
    }

    const ReadNumber read = readNumber(cell.text);
    const auto state = [&](project::ValueState which) {
        reading.kind = CellReading::Kind::State;
        reading.state = which;
        reading.converted = true;
        reading.reason = Text::tr("原文“%1”，记为“%2”。").arg(read.text, project::label(which));
        return reading;
    };
    switch (read.kind) {
    case ReadNumber::Kind::Blank:
        return reading;
    case ReadNumber::Kind::Missing:
        return state(project::ValueState::Missing);
    case ReadNumber::Kind::NotApplicable:
        return state(project::ValueState::NotApplicable);
    case ReadNumber::Kind::NotCollected:
        return state(project::ValueState::NotCollected);
    case ReadNumber::Kind::Withheld:
        return state(project::ValueState::Withheld);
    case ReadNumber::Kind::NotANumber:
        return refused(
            Text::tr("%1：“%2”不是一个确定的数，请改为数（或在数据状态中选明情况）后重新导入。")
                .arg(where, read.text));
    case ReadNumber::Kind::Number:
        break;
    }

    QString from = read.unit.isEmpty() ? (unit.isEmpty() ? subjectUnit : unit) : read.unit;
    if (read.unit.isEmpty() && (from.startsWith(u'万') || from.startsWith(u'亿'))) {
        // "496万" beside 万人 counts people: the magnitude was typed, it is not meant twice.
        const auto isMagnitude = [](QChar sign) { return u"十百千万亿"_s.contains(sign); };
        if (std::any_of(read.text.cbegin(), read.text.cend(), isMagnitude))
            from = from.mid(1);
    }
    reading = inSubjectUnit(read.number, from, subjectUnit, read.text, where);
    if (reading.kind != CellReading::Kind::Figure)
        return reading;
    reading.approximate = read.approximate;
    if (read.approximate) {
        reading.converted = true;
        reading.reason = Text::tr("原文“%1”，按 %2 取值，并在口径说明中注明是约数。")
                             .arg(read.text, figureText(reading.number, subjectUnit));
    } else if (read.converted && !reading.converted) {
        reading.converted = true;
        reading.reason =
            Text::tr("原文“%1”，读作 %2。").arg(read.text, figureText(reading.number, subjectUnit));
    }
    return reading;
}

} // namespace checkup::collect
