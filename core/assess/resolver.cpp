#include "core/assess/resolver.h"

#include "core/base/decimal.h"
#include "core/base/units.h"
#include "core/catalogue/formula.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace checkup::assess {

using namespace Qt::StringLiterals;
using catalogue::Formula;
using catalogue::Indicator;
using catalogue::Quantity;
using catalogue::YearShift;
using project::FigureKey;
using project::Value;
using project::ValueState;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Assess)
};

struct KeyHash
{
    size_t operator()(const FigureKey& key) const { return qHash(key, 0); }
};

/// Ten significant digits: enough to follow a conversion, without the tail of binary fractions.
QString shown(double number)
{
    if (number == 0.0)
        return u"0"_s;
    const int magnitude = static_cast<int>(std::floor(std::log10(std::abs(number))));
    return formatShortest(roundDecimal(number, std::clamp(9 - magnitude, 0, 15)));
}

QString shownWithUnit(double number, const QString& unit)
{
    return unit.isEmpty() || unit == u"比值"_s ? shown(number) : shown(number) + u" "_s + unit;
}

QString coherentNoun(Axis axis, int power)
{
    switch (axis) {
    case Axis::Length:
        return power == 1   ? u"米"_s
               : power == 2 ? u"平方米"_s
               : power == 3 ? u"立方米"_s
                            : u"米^%1"_s.arg(power);
    case Axis::Mass:
        return u"吨"_s;
    case Axis::Coal:
        return u"吨标准煤"_s;
    case Axis::Time:
        return u"天"_s;
    case Axis::Person:
        return u"人"_s;
    case Axis::Count:
        return u"个"_s;
    case Axis::Money:
        return u"元"_s;
    case Axis::Energy:
        return u"千瓦时"_s;
    }
    return {};
}

/// The coherent unit as text. A unit's own noun is kept where only its multiplier goes (万件 → 件).
QString coherentName(const Unit& unit)
{
    if (unit.numerator == unit.denominator && unit.symbol != u"比值"_s)
        return unit.symbol;
    static const QString multipliers = u"十百千万亿"_s;
    qsizetype start = 0;
    while (start < unit.symbol.size() && multipliers.contains(unit.symbol[start]))
        ++start;
    if (start > 0 && start < unit.symbol.size()) {
        const Result<Unit> noun = parseUnit(QStringView(unit.symbol).mid(start));
        if (noun && noun->sameKindAs(unit) && noun->numerator == noun->denominator)
            return noun->symbol;
    }
    QString above;
    QString below;
    for (int axis = 0; axis < axisCount; ++axis) {
        const int power = unit.exponents[static_cast<size_t>(axis)];
        QString& side = power > 0 ? above : below;
        if (power == 0)
            continue;
        QString noun = coherentNoun(static_cast<Axis>(axis), std::abs(power));
        if (static_cast<Axis>(axis) != Axis::Length && std::abs(power) > 1)
            noun += u"^%1"_s.arg(std::abs(power));
        side += (side.isEmpty() ? QString() : u"·"_s) + noun;
    }
    if (below.isEmpty())
        return above;
    return (above.isEmpty() ? u"1"_s : above) + u"/"_s + below;
}

QString shiftName(YearShift shift)
{
    switch (shift) {
    case YearShift::Same:
        return {};
    case YearShift::Previous:
        return Text::tr("（上年）");
    case YearShift::Base:
        return Text::tr("（基期年）");
    }
    return {};
}

QString functionName(const QString& name)
{
    if (name == u"min"_s)
        return Text::tr("最小值");
    if (name == u"max"_s)
        return Text::tr("最大值");
    if (name == u"abs"_s)
        return Text::tr("绝对值");
    if (name == u"sqrt"_s)
        return Text::tr("平方根");
    return name;
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u'.';
}

/// A number said in another unit, or why it could not be.
struct Said
{
    std::optional<double> number;
    QString conversion;
    QString problem;
};

} // namespace

struct Resolver::State
{
    struct Compiled
    {
        std::optional<Formula> formula;
        QString readable;
        QString problem;
    };

    State(const project::YearData& yearData, double relativeTolerance)
        : data(yearData)
        , tolerance(relativeTolerance)
    {
        for (const Indicator& indicator : data.catalogue.indicators) {
            indicators.insert(indicator.code, &indicator);
            codeOfVariable.insert(catalogue::indicatorVariable(indicator.code), indicator.code);
        }
        for (const Quantity& quantity : data.catalogue.quantities)
            quantities.insert(quantity.id, &quantity);
        QSet<int> seen;
        for (const Value& value : data.values)
            seen.insert(value.year);
        years = QList<int>(seen.cbegin(), seen.cend());
        std::sort(years.begin(), years.end());
        earliest = data.info.year;
        if (data.info.baseYear > 0)
            earliest = std::min(earliest, data.info.baseYear);
        if (!years.isEmpty())
            earliest = std::min(earliest, years.first());
        --earliest;
    }

    const std::optional<Unit>& unit(const QString& text)
    {
        const auto known = units.find(text);
        if (known != units.end())
            return known->second;
        const Result<Unit> parsed = parseUnit(text);
        return units.emplace(text, parsed ? std::optional<Unit>(*parsed) : std::nullopt)
            .first->second;
    }

    QString nameOf(const QString& subject) const
    {
        if (const Indicator* indicator = indicators.value(subject))
            return indicator->nameZh;
        if (const Quantity* quantity = quantities.value(subject))
            return quantity->nameZh;
        return subject;
    }

    QString subjectOf(const QString& quantity) const
    {
        return codeOfVariable.value(quantity, quantity);
    }

    QString readable(const QString& text) const
    {
        QString out;
        bool afterOperand = false;
        for (qsizetype at = 0; at < text.size();) {
            const QChar c = text[at];
            qsizetype end = at + 1;
            if (isLetter(c)) {
                while (end < text.size() && (isLetter(text[end]) || isDigit(text[end])))
                    ++end;
                const QString word = text.mid(at, end - at);
                if (end < text.size() && text[end] == u'(') {
                    out += functionName(word);
                } else {
                    const catalogue::VariableName variable = catalogue::splitVariable(word);
                    out += nameOf(subjectOf(variable.quantity)) + shiftName(variable.shift);
                    afterOperand = true;
                }
            } else if (isDigit(c)) {
                while (end < text.size() &&
                       (isDigit(text[end]) || text[end] == u'e' || text[end] == u'E' ||
                        ((text[end] == u'+' || text[end] == u'-') &&
                         (text[end - 1] == u'e' || text[end - 1] == u'E'))))
                    ++end;
                out += text.mid(at, end - at);
                afterOperand = true;
            } else if (c == u'*') {
                out += u" × "_s;
                afterOperand = false;
            } else if (c == u'/') {
                out += u" ÷ "_s;
                afterOperand = false;
            } else if (c == u'+' || c == u'-') {
                out += afterOperand ? u" %1 "_s.arg(c) : QString(c);
                afterOperand = false;
            } else if (c == u',') {
                out += u", "_s;
                afterOperand = false;
            } else if (!c.isSpace()) {
                out += c;
                afterOperand = c == u')';
            }
            at = end;
        }
        return out;
    }

    const Compiled& compiled(const Indicator& indicator)
    {
        const auto known = formulas.find(indicator.code);
        if (known != formulas.end())
            return known->second;
        Compiled entry;
        entry.readable = readable(indicator.formula);
        Result<Formula> parsed = Formula::parse(indicator.formula);
        if (parsed)
            entry.formula = *parsed;
        else
            entry.problem = parsed.error().message();
        return formulas.emplace(indicator.code, std::move(entry)).first->second;
    }

    Said say(const QString& name, double number, const QString& from, const QString& to)
    {
        if (!std::isfinite(number))
            return {std::nullopt, {}, Text::tr("“%1”存储的不是有效数字，请重新填报。").arg(name)};
        if (from == to || from.isEmpty())
            return {number, {}, {}};
        const std::optional<Unit>& source = unit(from);
        const std::optional<Unit>& target = unit(to);
        if (source && target) {
            const Result<double> converted = convert(number, *source, *target);
            if (converted && std::isfinite(*converted)) {
                const bool same = source->numerator == target->numerator &&
                                  source->denominator == target->denominator;
                return {*converted,
                        same ? QString()
                             : u"%1 = %2"_s.arg(shownWithUnit(number, from),
                                                shownWithUnit(*converted, to)),
                        {}};
            }
        }
        return {std::nullopt,
                {},
                Text::tr("“%1”的单位“%2”不能换算为“%3”，请更正单位。").arg(name, from, to)};
    }

    bool apart(double a, double b) const
    {
        const double scale = std::max(std::abs(a), std::abs(b));
        return std::abs(a - b) > tolerance * scale * (1 + 1e-9);
    }

    /// Takes the adopted stored figure over into `figure`.
    void adopt(Figure& figure, const Value& value)
    {
        figure.origin = Figure::Origin::Adopted;
        figure.value = value.id;
        figure.state = value.state;
        if (value.state != ValueState::Present)
            return;
        if (figure.unit.isEmpty() && !indicators.contains(figure.key.subject) &&
            !quantities.contains(figure.key.subject))
            figure.unit = value.unit;
        const Said said = say(nameOf(figure.key.subject), value.number, value.unit, figure.unit);
        figure.conversion = said.conversion;
        if (said.number) {
            figure.number = *said.number;
            if (!value.vintage.isEmpty())
                figure.vintages.insert(figure.key.subject, value.vintage);
        } else {
            figure.state = ValueState::Missing;
            figure.origin = Figure::Origin::None;
            figure.problem = said.problem;
        }
    }

    QString evidenceOf(const Value& value) const
    {
        const project::Evidence* evidence = data.evidenceOf(value);
        if (!evidence)
            return {};
        QStringList parts;
        for (const QString& part : {evidence->fileName, evidence->sheet, evidence->cell})
            if (!part.isEmpty())
                parts.append(part);
        return parts.isEmpty() ? evidence->note : parts.join(u" ▸ "_s);
    }

    ExplainedInput explain(const QString& variable, const FigureKey& from, YearShift shift,
                           const Figure& input)
    {
        ExplainedInput explained;
        explained.variable = variable;
        explained.quantity = from.subject;
        explained.name = nameOf(from.subject) + shiftName(shift);
        explained.year = from.year;
        explained.state = input.state;
        explained.number = input.number;
        explained.unit = input.unit;
        const Value* stored =
            input.origin == Figure::Origin::Adopted ? data.value(input.value) : nullptr;
        if (stored) {
            explained.value = stored->id;
            if (const project::Source* source = data.source(stored->source))
                explained.sourceName = source->name;
            explained.evidence = evidenceOf(*stored);
            if (input.isPresent()) {
                explained.number = stored->number;
                explained.unit = stored->unit.isEmpty() ? input.unit : stored->unit;
            }
        }
        if (!input.isPresent())
            return explained;
        if (const std::optional<Unit>& own = unit(explained.unit)) {
            explained.coherent = toCoherent(explained.number, *own);
            explained.coherentUnit = coherentName(*own);
            if (own->numerator != own->denominator)
                explained.conversion =
                    u"%1 = %2"_s.arg(shownWithUnit(explained.number, explained.unit),
                                     shownWithUnit(explained.coherent, explained.coherentUnit));
        } else {
            explained.coherent = explained.number;
            explained.coherentUnit = explained.unit;
        }
        return explained;
    }

    struct Outcome
    {
        ValueState state = ValueState::Missing;
        double number = 0;
        QString problem;
        QMap<QString, QString> vintages;
        bool contested = false; ///< rests on a figure whose rivals contradict each other, undecided
    };

    static Outcome missing(const QString& problem)
    {
        return {ValueState::Missing, 0, problem, {}, false};
    }

    /// Computes by the formula, leaving the explanation in `figure`.
    Outcome compute(Figure& figure, const Indicator& indicator)
    {
        const Compiled& entry = compiled(indicator);
        figure.rawFormula = indicator.formula;
        figure.formula = entry.readable;
        if (!entry.formula)
            return missing(entry.problem);
        QHash<QString, double> coherent;
        QMap<QString, QString> vintages;
        bool notApplicable = false;
        bool withheld = false;
        bool contested = false;
        QString problem;
        for (const QString& variable : entry.formula->variables()) {
            const catalogue::VariableName name = catalogue::splitVariable(variable);
            FigureKey from{subjectOf(name.quantity), figure.key.region, figure.key.year};
            if (name.shift == YearShift::Previous)
                --from.year;
            else if (name.shift == YearShift::Base)
                from.year = data.info.baseYear;
            const Figure& input = resolve(from);
            figure.inputs.append(explain(variable, from, name.shift, input));
            contested = contested || (input.contradictory && !input.settled);
            if (input.isPresent()) {
                coherent.insert(variable, figure.inputs.last().coherent);
                for (auto it = input.vintages.cbegin(); it != input.vintages.cend(); ++it) {
                    QString& vintage = vintages[it.key()];
                    if (vintage.isEmpty())
                        vintage = it.value();
                    else if (vintage != it.value())
                        vintage += u" / "_s + it.value();
                }
                continue;
            }
            notApplicable = notApplicable || input.state == ValueState::NotApplicable;
            withheld = withheld || input.state == ValueState::Withheld;
            figure.missingInputs.append(figure.inputs.last().name);
            if (problem.isEmpty())
                problem = input.problem;
        }
        if (!figure.missingInputs.isEmpty())
            return {notApplicable ? ValueState::NotApplicable
                    : withheld    ? ValueState::Withheld
                                  : ValueState::Missing,
                    0,
                    problem,
                    {},
                    false};
        const std::optional<Unit>& own = unit(indicator.unit);
        if (!own)
            return missing(Text::tr("指标“%1”的单位“%2”不能识别，无法计算，请更正单位。")
                               .arg(indicator.nameZh, indicator.unit));
        const Result<double> result = entry.formula->evaluate(coherent);
        if (!result)
            return missing(result.error().message());
        const double number = fromCoherent(*result, *own);
        if (!std::isfinite(number))
            return missing(Text::tr("指标“%1”的计算结果超出可表示的范围，请核对其输入。")
                               .arg(indicator.nameZh));
        return {ValueState::Present, number, {}, vintages, contested};
    }

    Figure work(const FigureKey& key)
    {
        Figure figure;
        figure.key = key;
        const Indicator* indicator = indicators.value(key.subject);
        const Quantity* quantity = indicator ? nullptr : quantities.value(key.subject);
        if (indicator)
            figure.unit = indicator->unit;
        else if (quantity)
            figure.unit = quantity->unit;

        const QList<const Value*> rivals = data.rivals(key);
        std::optional<double> least;
        std::optional<double> most;
        for (const Value* rival : rivals) {
            figure.rivals.append(rival->id);
            if (rival->state != ValueState::Present || rivals.size() < 2)
                continue;
            const Said said = say(nameOf(key.subject), rival->number, rival->unit, figure.unit);
            if (!said.number)
                continue;
            least = std::min(least.value_or(*said.number), *said.number);
            most = std::max(most.value_or(*said.number), *said.number);
        }
        figure.contradictory = least && apart(*least, *most);

        const Value* adopted = data.adopted(key);
        figure.settled = adopted && !adopted->adoptionReason.isEmpty();
        const bool computable = indicator && !indicator->formula.isEmpty();
        if (!computable) {
            if (adopted)
                adopt(figure, *adopted);
            return figure;
        }

        const Outcome outcome = compute(figure, *indicator);
        if (adopted)
            adopt(figure, *adopted);
        if (figure.settled)
            return figure;
        if (outcome.state == ValueState::Present) {
            if (figure.origin == Figure::Origin::Adopted && figure.isPresent()) {
                figure.reported = figure.number;
                figure.contradictory = figure.contradictory || apart(figure.number, outcome.number);
            }
            figure.origin = Figure::Origin::Computed;
            figure.value = {};
            figure.state = ValueState::Present;
            figure.number = outcome.number;
            figure.vintages = outcome.vintages;
            figure.contradictory = figure.contradictory || outcome.contested;
            figure.conversion.clear();
            return figure;
        }
        if (figure.problem.isEmpty())
            figure.problem = outcome.problem;
        if (figure.origin == Figure::Origin::None || figure.state == ValueState::Missing) {
            figure.origin = Figure::Origin::None;
            figure.value = {};
            figure.state = outcome.state;
        }
        return figure;
    }

    const Figure& resolve(const FigureKey& key)
    {
        const auto known = figures.find(key);
        if (known != figures.end())
            return known->second;
        // Before the first figure nothing can be computed; this also ends formulas over their own
        // __prev.
        if (key.year < earliest) {
            Figure none;
            none.key = key;
            return figures.emplace(key, std::move(none)).first->second;
        }
        if (busy.contains(key)) {
            circular = {};
            circular.key = key;
            circular.problem = Text::tr("指标“%1”的公式绕回到自身，无法计算，请更正公式。")
                                   .arg(nameOf(key.subject));
            return circular;
        }
        busy.insert(key);
        Figure figure = work(key);
        busy.remove(key);
        return figures.emplace(key, std::move(figure)).first->second;
    }

    const project::YearData& data;
    double tolerance;
    QHash<QString, const Indicator*> indicators;
    QHash<QString, const Quantity*> quantities;
    QHash<QString, QString> codeOfVariable;
    // Not QHash: references into these are held while more is inserted.
    std::unordered_map<QString, std::optional<Unit>> units;
    std::unordered_map<QString, Compiled> formulas;
    std::unordered_map<FigureKey, Figure, KeyHash> figures;
    QSet<FigureKey> busy;
    Figure circular; ///< what a figure sees of itself
    QList<int> years;
    int earliest = 0;
};

QStringList Figure::editionsApart(const Figure& other) const
{
    QStringList apart;
    for (auto it = vintages.cbegin(); it != vintages.cend(); ++it) {
        const auto theirs = other.vintages.constFind(it.key());
        if (theirs != other.vintages.cend() && *theirs != it.value())
            apart.append(it.key());
    }
    return apart;
}

Resolver::Resolver(const project::YearData& data, double tolerance)
    : m_state(std::make_unique<State>(data, tolerance))
{}
Resolver::~Resolver() = default;

const Figure& Resolver::figure(const QString& subject, project::RegionId region, int year)
{
    return m_state->resolve({subject, region, year});
}

QList<std::pair<int, double>> Resolver::series(const QString& subject, project::RegionId region)
{
    const Indicator* indicator = m_state->indicators.value(subject);
    const bool computable = indicator && !indicator->formula.isEmpty();
    QList<std::pair<int, double>> points;
    for (const int year : computable ? m_state->years : m_state->data.yearsOf(subject, region)) {
        const Figure& found = figure(subject, region, year);
        if (found.isPresent())
            points.append({year, found.number});
    }
    return points;
}

const project::YearData& Resolver::data() const
{
    return m_state->data;
}

} // namespace checkup::assess
