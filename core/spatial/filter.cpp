#include "core/spatial/filter.h"

#include "core/catalogue/land_classes.h"

#include <QCoreApplication>

#include <algorithm>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using Op = Condition::Op;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

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

Result<Condition> conditionFrom(const QString& text)
{
    struct Sign
    {
        QString text;
        Condition::Op op;
        bool negated;
    };
    // Of two that begin alike the longer comes first.
    static const QList<Sign> signs{
        {u"!="_s, Condition::Op::Equals, true},   {u">="_s, Condition::Op::AtLeast, false},
        {u"<="_s, Condition::Op::AtMost, false},  {u"="_s, Condition::Op::Equals, false},
        {u">"_s, Condition::Op::MoreThan, false}, {u"<"_s, Condition::Op::LessThan, false},
        {u"~"_s, Condition::Op::Contains, false}, {u"^"_s, Condition::Op::Prefix, false}};
    const auto fault = [&text] {
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”不是条件；请写成 字段=值、字段!=值、字段~词、字段^开头、"
                              "字段>=数 等。")
                         .arg(text));
    };
    qsizetype first = -1;
    const Sign* found = nullptr;
    for (const Sign& sign : signs) {
        const qsizetype at = text.indexOf(sign.text);
        if (at > 0 && (first < 0 || at < first)) {
            first = at;
            found = &sign;
        }
    }
    if (!found)
        return fault();
    Condition condition;
    condition.column = text.left(first).trimmed();
    condition.op = found->op;
    condition.negated = found->negated;
    const QString value = text.mid(first + found->text.size()).trimmed();
    condition.values = value.split(u'|');
    const bool number = found->op == Condition::Op::AtLeast || found->op == Condition::Op::AtMost ||
                        found->op == Condition::Op::MoreThan ||
                        found->op == Condition::Op::LessThan;
    if (condition.column.isEmpty() || value.isEmpty() || (number && !numberIn(value)))
        return fault();
    return condition;
}

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
