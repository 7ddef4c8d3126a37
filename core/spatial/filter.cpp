#include "core/spatial/filter.h"

#include "core/catalogue/land_classes.h"

#include <algorithm>

namespace checkup::spatial {

using Op = Condition::Op;

namespace {

bool equals(const QString& text, const QString& value)
{
    if (text.compare(value, Qt::CaseInsensitive) == 0)
        return true;
    const std::optional<double> one = numberIn(text);
    return one && one == numberIn(value);
}

std::optional<int> yearIn(const QString& text)
{
    bool isNumber = false;
    const int year = text.left(4).toInt(&isNumber);
    return isNumber && text.size() >= 4 ? std::optional(year) : std::nullopt;
}

} // namespace

std::optional<double> numberIn(const QString& text)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    return isNumber && qIsFinite(number) ? std::optional(number) : std::nullopt;
}

Filter::Filter(const Selection& selection, const project::Layer& layer, const QStringList& columns,
               int year)
    : m_year(year + selection.yearOffset)
    , m_classSystem(layer.classSystem)
{
    for (const Condition& condition : selection.where) {
        const qsizetype place = columns.indexOf(condition.column);
        if (place < 0)
            continue; // only where a condition allows it: others keep the layer from being opened
        m_needsArea = m_needsArea || condition.perSquareKilometre;
        m_tests << Test{condition, place,
                        condition.values.isEmpty() ? std::nullopt
                                                   : numberIn(condition.values.constFirst())};
    }
}

bool Filter::takes(const QStringList& attributes, double squareKilometres) const
{
    return std::all_of(m_tests.cbegin(), m_tests.cend(), [&](const Test& test) {
        return holds(test, attributes.at(test.place), squareKilometres) != test.condition.negated;
    });
}

bool Filter::holds(const Test& test, const QString& given, double squareKilometres) const
{
    const QString text = given.trimmed();
    const QStringList& values = test.condition.values;
    const auto any = [&values](const auto& fits) {
        return std::any_of(values.cbegin(), values.cend(), fits);
    };
    switch (test.condition.op) {
    case Op::Prefix:
        return catalogue::hasPrefix(text, values);
    case Op::Equals:
        return any([&text](const QString& value) { return equals(text, value); });
    case Op::Contains:
        return any(
            [&text](const QString& value) { return text.contains(value, Qt::CaseInsensitive); });
    case Op::OfYear:
        return yearIn(text) == m_year;
    case Op::UpToYear:
        return !yearIn(text) || *yearIn(text) <= m_year;
    case Op::Construction: {
        const auto system = catalogue::classSystemOf(m_classSystem);
        return catalogue::LandClasses::of(system.value_or(catalogue::ClassSystem::ThirdSurvey))
            .isConstruction(text);
    }
    default:
        break;
    }
    std::optional<double> number = numberIn(text);
    if (!number)
        return test.condition.negated; // no number is neither above nor below
    if (test.condition.perSquareKilometre)
        number = squareKilometres > 0 ? *number / squareKilometres : 0;
    switch (test.condition.op) {
    case Op::AtLeast:
        return *number >= *test.limit;
    case Op::MoreThan:
        return *number > *test.limit;
    case Op::AtMost:
        return *number <= *test.limit;
    default:
        return *number < *test.limit;
    }
}

} // namespace checkup::spatial
