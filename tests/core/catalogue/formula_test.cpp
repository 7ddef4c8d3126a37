#include "core/catalogue/formula.h"
#include "tests/support/catch.h"

#include <cmath>
#include <limits>
#include <thread>
#include <utility>
#include <vector>

using namespace checkup;
using namespace checkup::catalogue;
using namespace Qt::StringLiterals;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinRel;

namespace {

struct Input
{
    QString variable;
    double number;
    QString unit;
};

/// What a project does with a formula: inputs to coherent units, result to the indicator's.
double compute(const QString& text, const std::vector<Input>& inputs, const QString& unit)
{
    const auto formula = Formula::parse(text);
    REQUIRE_OK(formula);
    QHash<QString, double> coherent;
    QHash<QString, Unit> units;
    for (const Input& input : inputs) {
        const auto parsed = parseUnit(input.unit);
        REQUIRE_OK(parsed);
        coherent.insert(input.variable, toCoherent(input.number, *parsed));
        units.insert(input.variable, *parsed);
    }
    const auto result = parseUnit(unit);
    REQUIRE_OK(result);
    REQUIRE_OK(formula->checkUnits(units, *result));
    const auto number = formula->evaluate(coherent);
    REQUIRE_OK(number);
    return fromCoherent(*number, *result);
}

/// The sentence of the refusal; fails when the formula is taken.
std::string refusal(const QString& text)
{
    const auto formula = Formula::parse(text);
    INFO(text.toStdString());
    REQUIRE_FALSE(formula.has_value());
    CHECK(formula.error().code() == ErrorCode::Invalid);
    return formula.error().message().toStdString();
}

std::string misfit(const QString& text, const std::vector<std::pair<QString, QString>>& units,
                   const QString& result)
{
    const auto formula = Formula::parse(text);
    REQUIRE_OK(formula);
    QHash<QString, Unit> known;
    for (const auto& [variable, unit] : units)
        known.insert(variable, *parseUnit(unit));
    const auto checked = formula->checkUnits(known, *parseUnit(result));
    return checked ? std::string() : checked.error().message().toStdString();
}

} // namespace

TEST_CASE("A formula knows its variables, sorted and with their year")
{
    const auto formula =
        Formula::parse(u" 1 - c_intensity / c_intensity__prev + min(b, a__base) "_s);
    REQUIRE_OK(formula);
    CHECK(formula->text() == u"1 - c_intensity / c_intensity__prev + min(b, a__base)"_s);
    CHECK(formula->variables() ==
          QStringList{u"a__base"_s, u"b"_s, u"c_intensity"_s, u"c_intensity__prev"_s});
}

TEST_CASE("Variables are taken apart into quantity and year")
{
    CHECK(splitVariable(u"gdp"_s).quantity == u"gdp"_s);
    CHECK(splitVariable(u"gdp"_s).shift == YearShift::Same);
    CHECK(splitVariable(u"gdp__prev"_s).quantity == u"gdp"_s);
    CHECK(splitVariable(u"gdp__prev"_s).shift == YearShift::Previous);
    CHECK(splitVariable(u"I_S_11__base"_s).quantity == u"I_S_11"_s);
    CHECK(splitVariable(u"I_S_11__base"_s).shift == YearShift::Base);
    CHECK(splitVariable(u"__prev"_s).shift == YearShift::Same);
    CHECK(indicatorVariable(u"S-11"_s) == u"I_S_11"_s);
}

TEST_CASE("What cannot be read is refused with the character's place")
{
    CHECK_THAT(refusal(u"a / "_s), ContainsSubstring("结尾不完整"));
    CHECK_THAT(refusal(u"(a + b"_s), ContainsSubstring("结尾不完整"));
    CHECK_THAT(refusal(u"a + * b"_s), ContainsSubstring("第 5 个字符"));
    CHECK_THAT(refusal(u"a ÷ b"_s), ContainsSubstring("第 3 个字符“÷”"));
    CHECK_THAT(refusal(u""_s), ContainsSubstring("空"));
    refusal(u"a b"_s);
    refusal(u"2x"_s);
    refusal(u"min()"_s);
    refusal(QString(3000, u'1'));
}

TEST_CASE("Nothing of muParser's language beyond the promised is taken")
{
    for (const QString& text : {u"a > b"_s, u"a == b"_s, u"a = 3"_s, u"a ? b : c"_s, u"a, b"_s,
                                u"(a, b)"_s, u"sin(a)"_s, u"a && b"_s, u"sum(a)"_s, u"\"a\""_s})
        refusal(text);
    const auto constant = Formula::parse(u"_pi * 2"_s); // a name like any other, not a constant
    REQUIRE_OK(constant);
    CHECK(constant->variables() == QStringList{u"_pi"_s});
}

TEST_CASE("Formulas give what a hand calculation gives")
{
    // 15294.87 公顷 × 15 亩 / 10000 = 22.942305 万亩 (Xiamen's farmland in the third land survey)
    CHECK_THAT(compute(u"a_farmland"_s, {{u"a_farmland"_s, 15294.87, u"公顷"_s}}, u"万亩"_s),
               WithinRel(22.942305, 1e-14));
    // 680 000 000 m³ / 5 308 000 persons = 128 rest 576 000; 576 000 / 5 308 000 = 0.108515448…
    CHECK_THAT(compute(u"w_total / p_resident"_s,
                       {{u"w_total"_s, 6.8, u"亿立方米"_s}, {u"p_resident"_s, 530.80, u"万人"_s}},
                       u"立方米/人"_s),
               WithinRel(128.108515448, 1e-9));
    // The seventh census' communique of Xiamen prints 26940 per 100 000 for these two figures.
    CHECK(std::lround(
              compute(u"p_tertiary / p_resident"_s,
                      {{u"p_tertiary"_s, 1391167, u"人"_s}, {u"p_resident"_s, 516.3970, u"万人"_s}},
                      u"人/10万人"_s)) == 26940);
    // 366.2303 km² / 4.56704 million: 366 230 300 = 80 × 4 567 040 + 867 100; rest 0.18986…
    CHECK_THAT(compute(u"a_town / p_town"_s,
                       {{u"a_town"_s, 366.2303, u"平方千米"_s}, {u"p_town"_s, 456.704, u"万人"_s}},
                       u"平方米/人"_s),
               WithinRel(80.18986, 1e-6));
    // 0.57 is 5 % less than 0.60
    CHECK_THAT(compute(u"1 - c / c__prev"_s,
                       {{u"c"_s, 0.57, u"吨/万元"_s}, {u"c__prev"_s, 0.60, u"吨/万元"_s}}, u"%"_s),
               WithinRel(5.0, 1e-12));
    // births 3.99, deaths 1.80, mean 529.4 (万人): 2.19 / 529.4 = 4.13675… ‰
    CHECK_THAT(
        compute(u"(b - d) / m"_s,
                {{u"b"_s, 3.99, u"万人"_s}, {u"d"_s, 1.80, u"万人"_s}, {u"m"_s, 529.4, u"万人"_s}},
                u"‰"_s),
        WithinRel(4.1367586, 1e-7));
    // 2^3 + |-4| + √9 - min(5, 1) = 8 + 4 + 3 - 1
    CHECK_THAT(compute(u"2^3 + abs(-4) + sqrt(9) - min(5, 1) * max(1, 0)"_s, {}, u"比值"_s),
               WithinRel(14.0, 1e-15));
}

TEST_CASE("Evaluation says which input is missing and that a result is not finite")
{
    const auto formula = Formula::parse(u"a / b"_s);
    REQUIRE_OK(formula);
    const auto missing = formula->evaluate({{u"a"_s, 1.0}});
    REQUIRE_FALSE(missing.has_value());
    CHECK_THAT(missing.error().message().toStdString(), ContainsSubstring("“b”没有数值"));
    CHECK_FALSE(formula->evaluate({{u"a"_s, 1.0}, {u"b"_s, std::nan("")}}).has_value());
    const auto endless = formula->evaluate({{u"a"_s, 1.0}, {u"b"_s, 0.0}});
    REQUIRE_FALSE(endless.has_value());
    CHECK_THAT(endless.error().message().toStdString(), ContainsSubstring("分母为零"));
    const auto fine = formula->evaluate({{u"a"_s, 1.0}, {u"b"_s, 4.0}, {u"unused"_s, 9.0}});
    REQUIRE_OK(fine);
    CHECK(*fine == 0.25);
}

TEST_CASE("Units that fit are accepted whatever their size")
{
    CHECK(
        misfit(u"w / p"_s, {{u"w"_s, u"万立方米"_s}, {u"p"_s, u"千人"_s}}, u"立方米/人"_s).empty());
    CHECK(misfit(u"n / a"_s, {{u"n"_s, u"千米"_s}, {u"a"_s, u"公顷"_s}}, u"千米/百平方千米"_s)
              .empty());
    CHECK(misfit(u"max(a, b) / min(a, b)"_s, {{u"a"_s, u"元"_s}, {u"b"_s, u"亿元"_s}}, u"%"_s)
              .empty());
    CHECK(misfit(u"sqrt(a * b)"_s, {{u"a"_s, u"公顷"_s}, {u"b"_s, u"平方米"_s}}, u"平方千米"_s)
              .empty());
    CHECK(
        misfit(u"sqrt(a - b)"_s, {{u"a"_s, u"平方米"_s}, {u"b"_s, u"公顷"_s}}, u"千米"_s).empty());
}

TEST_CASE("Units that do not fit are refused by the axis")
{
    CHECK_THAT(misfit(u"w / p"_s, {{u"w"_s, u"立方米"_s}, {u"p"_s, u"人"_s}}, u"平方米/人"_s),
               ContainsSubstring("“长度（面积、体积）”应为 3 次方") &&
                   ContainsSubstring("是 2 次方"));
    CHECK_THAT(misfit(u"w / p"_s, {{u"w"_s, u"立方米"_s}, {u"p"_s, u"人"_s}}, u"立方米/件"_s),
               ContainsSubstring("人口"));
    CHECK_THAT(misfit(u"a + p"_s, {{u"a"_s, u"公顷"_s}, {u"p"_s, u"人"_s}}, u"公顷"_s),
               ContainsSubstring("加减"));
    CHECK_THAT(misfit(u"1 - c"_s, {{u"c"_s, u"吨/万元"_s}}, u"%"_s), ContainsSubstring("质量"));
    CHECK_THAT(misfit(u"2 ^ t"_s, {{u"t"_s, u"天"_s}}, u"比值"_s), ContainsSubstring("时间"));
    CHECK_THAT(misfit(u"a / b"_s, {{u"a"_s, u"公顷"_s}}, u"%"_s),
               ContainsSubstring("“b”没有计量单位"));
}

TEST_CASE("One formula may be evaluated by several threads")
{
    const auto formula = Formula::parse(u"a * 2 + b"_s);
    REQUIRE_OK(formula);
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (size_t worker = 0; worker < wrong.size(); ++worker) {
        threads.emplace_back([&formula, &wrong, worker] {
            for (int i = 0; i < 2000; ++i) {
                const double a = i + 1000.0 * static_cast<double>(worker);
                const auto result = formula->evaluate({{u"a"_s, a}, {u"b"_s, 1.0}});
                wrong[worker] += !result || *result != a * 2 + 1;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(wrong == std::vector<int>(4, 0));
}
