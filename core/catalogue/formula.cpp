#include "core/catalogue/formula.h"

#include <QCoreApplication>

#include <muParser.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Formula)
};

constexpr qsizetype longestFormula = 2000;

mu::value_type lowest(const mu::value_type* numbers, int count)
{
    return *std::min_element(numbers, numbers + count);
}

mu::value_type highest(const mu::value_type* numbers, int count)
{
    return *std::max_element(numbers, numbers + count);
}

mu::value_type magnitude(mu::value_type number)
{
    return std::fabs(number);
}

mu::value_type squareRoot(mu::value_type number)
{
    return std::sqrt(number);
}

/// Only what the header promises of muParser's functions and constants.
void prepare(mu::Parser& parser)
{
    parser.ClearFun();
    parser.ClearConst();
    parser.DefineFun("min", lowest);
    parser.DefineFun("max", highest);
    parser.DefineFun("abs", magnitude);
    parser.DefineFun("sqrt", squareRoot);
}

/// A character that muParser might accept but the header does not promise (comparisons, assignment,
/// a list of results), or -1.
qsizetype strangerIn(const QString& text)
{
    static const QString signs = u"_.+-*/^(), \t"_s;
    qsizetype depth = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char16_t code = text[at].unicode();
        const bool alphanumeric = (code >= u'a' && code <= u'z') ||
                                  (code >= u'A' && code <= u'Z') || (code >= u'0' && code <= u'9');
        if (!alphanumeric && !signs.contains(text[at]))
            return at;
        if (code == u'(')
            ++depth;
        else if (code == u')')
            --depth;
        else if (code == u',' && depth <= 0)
            return at;
    }
    return -1;
}

Error unreadable(const QString& text, qsizetype at, const QString& detail = {})
{
    if (at < 0 || at >= text.size()) {
        return {ErrorCode::Invalid,
                Text::tr("公式“%1”读不通：结尾不完整；请补全运算数或括号。").arg(text), detail};
    }
    return {
        ErrorCode::Invalid,
        Text::tr(
            "公式“%1”第 %2 个字符“%3”处读不通；公式只能含变量、数字、+ - * / ^ ( ) 和 min、max、"
            "abs、sqrt。")
            .arg(text)
            .arg(at + 1)
            .arg(text[at]),
        detail};
}

/// A formula bound to its own variables' places.
struct Compiled
{
    mu::Parser parser;
    std::vector<double> places; ///< in the order of Formula::variables()
};

/// muParser's set-up costs far more than an evaluation, so each thread keeps its own.
Compiled& compiled(const QString& text, const QStringList& variables)
{
    thread_local std::unordered_map<QString, std::unique_ptr<Compiled>> known;
    constexpr size_t most = 4096; // a project has some hundreds; edits leave old ones behind
    auto& entry = known[text];
    if (!entry) {
        if (known.size() > most) {
            known.clear();
            return compiled(text, variables);
        }
        entry = std::make_unique<Compiled>();
        prepare(entry->parser);
        entry->places.resize(static_cast<size_t>(variables.size()));
        for (qsizetype i = 0; i < variables.size(); ++i)
            entry->parser.DefineVar(variables[i].toStdString(),
                                    &entry->places[static_cast<size_t>(i)]);
        entry->parser.SetExpr(text.toStdString());
    }
    return *entry;
}

QString axisName(Axis axis)
{
    switch (axis) {
    case Axis::Length:
        return Text::tr("长度（面积、体积）");
    case Axis::Mass:
        return Text::tr("质量");
    case Axis::Coal:
        return Text::tr("标准煤");
    case Axis::Time:
        return Text::tr("时间");
    case Axis::Person:
        return Text::tr("人口");
    case Axis::Count:
        return Text::tr("个数");
    case Axis::Money:
        return Text::tr("金额");
    case Axis::Energy:
        return Text::tr("能量");
    }
    return {};
}

/// Positive numbers between 1 and 2 that differ from variable to variable and from trial to trial,
/// always the same: multiples of the golden ratio's fraction.
double sample(qsizetype variable, int trial)
{
    const double turns = static_cast<double>(variable + 1) * 0.6180339887498949 +
                         static_cast<double>(trial) * 0.7548776662466927;
    return 1.0 + turns - std::floor(turns);
}

} // namespace

Result<Formula> Formula::parse(const QString& text)
{
    Formula formula;
    formula.m_text = text.trimmed();
    if (formula.m_text.isEmpty())
        return Error(ErrorCode::Invalid,
                     Text::tr("公式是空的；请填写公式，或把该指标作为直接填报。"));
    if (formula.m_text.size() > longestFormula) {
        return Error(ErrorCode::Invalid,
                     Text::tr("公式超过 %1 个字符；请拆成几个指标。").arg(longestFormula));
    }
    if (const qsizetype at = strangerIn(formula.m_text); at >= 0)
        return unreadable(formula.m_text, at);
    try {
        mu::Parser parser;
        prepare(parser);
        parser.SetExpr(formula.m_text.toStdString());
        for (const auto& [name, place] : parser.GetUsedVar())
            formula.m_variables.append(QString::fromStdString(name));
        // Looking for variables is lenient; compiling with all of them known is not.
        double number = 1;
        for (const QString& name : std::as_const(formula.m_variables))
            parser.DefineVar(name.toStdString(), &number);
        parser.Eval();
    } catch (const mu::Parser::exception_type& fault) {
        return unreadable(formula.m_text, fault.GetPos(), QString::fromStdString(fault.GetMsg()));
    }
    formula.m_variables.sort();
    return formula;
}

Result<double> Formula::evaluate(const QHash<QString, double>& coherent) const
{
    try {
        Compiled& own = compiled(m_text, m_variables);
        for (qsizetype i = 0; i < m_variables.size(); ++i) {
            const auto found = coherent.constFind(m_variables[i]);
            if (found == coherent.cend() || !std::isfinite(*found)) {
                return Error(ErrorCode::Invalid,
                             Text::tr("公式“%1”中的“%2”没有数值；请先填报该数据。")
                                 .arg(m_text, m_variables[i]));
            }
            own.places[static_cast<size_t>(i)] = *found;
        }
        const double result = own.parser.Eval();
        if (!std::isfinite(result)) {
            return Error(ErrorCode::Invalid,
                         Text::tr("公式“%1”的结果不是有限的数（例如分母为零）；请核对各项输入。")
                             .arg(m_text));
        }
        return result;
    } catch (const mu::Parser::exception_type& fault) {
        return Error(ErrorCode::Invalid, Text::tr("公式“%1”无法计算；请检查公式。").arg(m_text),
                     QString::fromStdString(fault.GetMsg()));
    }
}

Result<void> Formula::checkUnits(const QHash<QString, Unit>& variables, const Unit& result) const
{
    for (const QString& name : m_variables) {
        if (!variables.contains(name)) {
            return Error(
                ErrorCode::Invalid,
                Text::tr("公式“%1”中的“%2”没有计量单位；请在数据项中补上。").arg(m_text, name));
        }
    }
    constexpr double step = 1.7;
    constexpr int trials = 8;
    constexpr int enough = 3; // several points, because min and max take different sides
    int tried = 0;
    for (int trial = 0; trial < trials && tried < enough; ++trial) {
        QHash<QString, double> point;
        for (qsizetype i = 0; i < m_variables.size(); ++i)
            point.insert(m_variables[i], sample(i, trial));
        const auto before = evaluate(point);
        if (!before)
            continue;
        ++tried;
        for (int index = 0; index < axisCount; ++index) {
            const auto axis = static_cast<size_t>(index);
            QHash<QString, double> scaled = point;
            for (auto it = scaled.begin(); it != scaled.end(); ++it)
                it.value() *= std::pow(step, variables[it.key()].exponents[axis]);
            const auto after = evaluate(scaled);
            const double expected = *before * std::pow(step, result.exponents[axis]);
            if (after && std::fabs(*after - expected) <= 1e-9 * std::max(1.0, std::fabs(expected)))
                continue;
            const double power = after ? std::log(*after / *before) / std::log(step)
                                       : std::numeric_limits<double>::quiet_NaN();
            const QString name = axisName(static_cast<Axis>(index));
            if (std::isfinite(power) && std::fabs(power - std::round(power)) < 1e-6) {
                return Error(
                    ErrorCode::Invalid,
                    Text::tr("公式“%1”的单位不符：按各项输入，“%2”应为 %3 次方，而单位“%4”是 %5 "
                             "次方；请核对公式和各项单位。")
                        .arg(m_text, name)
                        .arg(qRound(power))
                        .arg(result.symbol)
                        .arg(result.exponents[axis]));
            }
            return Error(
                ErrorCode::Invalid,
                Text::tr("公式“%1”把“%2”不同的量加减在一起，结果不能以“%3”为单位；请核对公式和各"
                         "项单位。")
                    .arg(m_text, name, result.symbol));
        }
    }
    if (tried == 0) {
        return Error(
            ErrorCode::Invalid,
            Text::tr("公式“%1”在试算中得不到有限的数，无法核对单位；请检查公式。").arg(m_text));
    }
    return {};
}

VariableName splitVariable(const QString& variable)
{
    const auto ending = [&](QLatin1StringView suffix) {
        return variable.size() > suffix.size() && variable.endsWith(suffix);
    };
    if (ending("__prev"_L1))
        return {variable.chopped(6), YearShift::Previous};
    if (ending("__base"_L1))
        return {variable.chopped(6), YearShift::Base};
    return {variable, YearShift::Same};
}

QString indicatorVariable(const QString& code)
{
    QString variable = u"I_"_s + code;
    variable.replace(u'-', u'_');
    return variable;
}

} // namespace checkup::catalogue
