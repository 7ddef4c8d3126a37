#include "core/collect/checked_figures.h"

#include "core/base/decimal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

std::optional<Unit> unitOfText(const QString& text)
{
    const auto unit = parseUnit(text);
    return unit ? std::optional(*unit) : std::nullopt;
}

/// Pieces are counted exactly; everything else has been rounded to its last digit.
bool isExactCount(const Unit& unit)
{
    for (size_t axis = 0; axis < unit.exponents.size(); ++axis) {
        const bool count = axis == static_cast<size_t>(Axis::Count);
        if (unit.exponents.at(axis) != (count ? 1 : 0))
            return false;
    }
    return unit.numerator == unit.denominator;
}

double lastDigit(double number)
{
    const QString text = formatShortest(number);
    const qsizetype point = text.indexOf(u'.');
    const qsizetype exponent = text.indexOf(u'e', 0, Qt::CaseInsensitive);
    if (exponent >= 0)
        return 0;
    return point < 0 ? 1.0 : std::pow(10.0, -static_cast<double>(text.size() - point - 1));
}

} // namespace

const CheckedPoint* CheckedSeries::at(int year) const
{
    const auto place =
        std::lower_bound(points.cbegin(), points.cend(), year,
                         [](const CheckedPoint& point, int wanted) { return point.year < wanted; });
    return place == points.cend() || place->year != year ? nullptr : &*place;
}

CheckedFigures::CheckedFigures(const project::YearData& data)
    : m_data(data)
{
    int order = 0;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (!indicator.excluded)
            m_known.insert(indicator.code, {indicator.nameZh, indicator.unit,
                                            unitOfText(indicator.unit), true, order++});
    }
    for (const catalogue::Quantity& quantity : data.catalogue.quantities)
        m_known.insert(quantity.id,
                       {quantity.nameZh, quantity.unit, unitOfText(quantity.unit), false, order++});
    QHash<qint64, int> regionOrder, ranks;
    for (int i = 0; i < data.regions.size(); ++i)
        regionOrder.insert(data.regions.at(i).id.number(), i);
    for (const project::Source& source : data.sources)
        ranks.insert(source.id.number(), source.rank);

    struct Place
    {
        int subject, region, year, rank;
        const project::Value* value;
        const Known* known;
    };
    std::vector<Place> places;
    places.reserve(static_cast<size_t>(data.values.size()));
    // Rows come sorted by subject, so the one before often has the same.
    const QString* lastSubject = nullptr;
    const Known* lastKnown = nullptr;
    for (const project::Value& value : data.values) {
        if (!lastSubject || *lastSubject != value.subject) {
            const auto found = m_known.constFind(value.subject);
            lastKnown = found == m_known.cend() ? nullptr : &*found;
            lastSubject = &value.subject;
        }
        const auto region = regionOrder.constFind(value.region.number());
        if (!lastKnown || region == regionOrder.cend())
            continue;
        places.push_back({lastKnown->order, *region, value.year,
                          ranks.value(value.source.number(), std::numeric_limits<int>::max()),
                          &value, lastKnown});
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::tie(a.subject, a.region, a.year, a.rank) <
               std::tie(b.subject, b.region, b.year, b.rank);
    });

    const Place* before = nullptr;
    for (const Place& place : places) {
        const project::Value& value = *place.value;
        if (!before || before->subject != place.subject || before->region != place.region) {
            m_places.insert({value.subject, value.region.number()},
                            static_cast<int>(m_series.size()));
            m_series.push_back({value.subject,
                                value.region,
                                place.known->name,
                                place.known->unitText,
                                place.known->isIndicator,
                                {}});
        }
        before = &place;
        CheckedSeries& series = m_series.back();
        if (series.points.isEmpty() || series.points.constLast().year != value.year)
            series.points.append(CheckedPoint{value.year, {}, {}, false, false});
        CheckedPoint& point = series.points.last();
        if (value.adopted && !value.adoptionReason.isEmpty())
            point.settled = true;
        if (value.state != project::ValueState::Present) {
            if (value.adopted && value.state != project::ValueState::Missing)
                point.stated = true;
            continue;
        }
        if (const auto number = checked(value, *place.known)) {
            point.rivals.append(*number);
            if (value.adopted)
                point.adopted = number;
        }
    }
}

std::optional<CheckedValue> CheckedFigures::checked(const project::Value& value, const Known& known)
{
    CheckedValue result{&value, value.number, 0};
    double factor = 1;
    const bool own = value.unit.isEmpty() || value.unit == known.unitText;
    std::optional<Unit> unit = known.unit;
    if (!own) {
        auto there = m_units.constFind(value.unit);
        if (there == m_units.cend())
            there = m_units.insert(value.unit, unitOfText(value.unit));
        unit = *there;
        if (!unit || !known.unit)
            return {};
        const auto number = convert(value.number, *unit, *known.unit);
        if (!number)
            return {};
        result.number = *number;
        factor = unit->factor() / known.unit->factor();
    }
    // A figure of sixteen digits is a sum of thousands of parcels: the last of them are noise.
    constexpr double adding = 1e-10;
    if (!unit || !isExactCount(*unit))
        result.slack =
            std::max(lastDigit(value.number) / 2 * factor, adding * std::fabs(result.number));
    return result;
}

const CheckedSeries* CheckedFigures::find(const QString& subject, project::RegionId region) const
{
    const auto place = m_places.constFind({subject, region.number()});
    return place == m_places.cend() ? nullptr : &m_series.at(static_cast<size_t>(*place));
}

std::optional<CheckedValue> CheckedFigures::adopted(const QString& subject,
                                                    project::RegionId region, int year) const
{
    const CheckedSeries* series = find(subject, region);
    const CheckedPoint* point = series ? series->at(year) : nullptr;
    return point ? point->adopted : std::nullopt;
}

const catalogue::Formula* CheckedFigures::formula(const QString& indicator)
{
    auto found = m_formulas.find(indicator);
    if (found == m_formulas.end()) {
        std::optional<catalogue::Formula> parsed;
        const catalogue::Indicator* row = m_data.catalogue.indicator(indicator);
        if (row && !row->formula.isEmpty()) {
            if (auto read = catalogue::Formula::parse(row->formula))
                parsed = *std::move(read);
        }
        found = m_formulas.emplace(indicator, std::move(parsed)).first;
    }
    return found->second ? &*found->second : nullptr;
}

QStringList CheckedFigures::variables(const QString& indicator)
{
    const catalogue::Formula* parsed = formula(indicator);
    return parsed ? parsed->variables() : QStringList();
}

std::optional<double> CheckedFigures::computed(const QString& indicator, project::RegionId region,
                                               int year)
{
    return computedAt(indicator, region, year, 0);
}

std::optional<double> CheckedFigures::computedAt(const QString& indicator, project::RegionId region,
                                                 int year, int depth)
{
    constexpr int deepest = 20; // a cycle, which the catalogue's own checks report
    if (depth > deepest)
        return {};
    const project::FigureKey key{indicator, region, year};
    const auto known = m_computed.constFind(key);
    if (known != m_computed.cend())
        return *known;
    std::optional<double> result;
    const auto subject = m_known.constFind(indicator);
    const catalogue::Formula* parsed = formula(indicator);
    if (parsed && subject != m_known.cend() && subject->unit) {
        QHash<QString, double> inputs;
        for (const QString& variable : parsed->variables()) {
            const catalogue::VariableName name = catalogue::splitVariable(variable);
            const int when = name.shift == catalogue::YearShift::Same       ? year
                             : name.shift == catalogue::YearShift::Previous ? year - 1
                                                                            : m_data.info.baseYear;
            const catalogue::Indicator* input = m_data.catalogue.indicatorOfVariable(name.quantity);
            const auto number =
                inCoherent(input ? input->code : name.quantity, region, when, depth + 1);
            if (!number)
                break;
            inputs.insert(variable, *number);
        }
        if (inputs.size() == parsed->variables().size()) {
            if (const auto value = parsed->evaluate(inputs))
                result = fromCoherent(*value, *subject->unit);
        }
    }
    m_computed.insert(key, result);
    return result;
}

std::optional<double> CheckedFigures::inCoherent(const QString& subject, project::RegionId region,
                                                 int year, int depth)
{
    const auto known = m_known.constFind(subject);
    if (known == m_known.cend() || !known->unit)
        return {};
    const CheckedSeries* series = find(subject, region);
    const CheckedPoint* point = series ? series->at(year) : nullptr;
    std::optional<double> number;
    if (point && point->adopted)
        number = point->adopted->number;
    if (known->isIndicator && !(point && point->settled)) {
        if (const auto result = computedAt(subject, region, year, depth))
            number = result;
    }
    return number ? std::optional(toCoherent(*number, *known->unit)) : std::nullopt;
}

double CheckedFigures::coherent(const QString& subject, double number) const
{
    const auto known = m_known.constFind(subject);
    return known != m_known.cend() && known->unit ? toCoherent(number, *known->unit) : number;
}

QString CheckedFigures::nameOf(const QString& subject) const
{
    const auto known = m_known.constFind(subject);
    return known == m_known.cend() ? subject : known->name;
}

QString CheckedFigures::unitOf(const QString& subject) const
{
    const auto known = m_known.constFind(subject);
    return known == m_known.cend() ? QString() : known->unitText;
}

} // namespace checkup::collect
