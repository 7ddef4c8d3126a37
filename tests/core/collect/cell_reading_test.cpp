#include "core/collect/cell_reading.h"
#include "core/collect/subjects.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;

namespace {

office::Cell text(const QString& what)
{
    office::Cell cell;
    cell.kind = office::Cell::Kind::Text;
    cell.text = what;
    return cell;
}

office::Cell number(double what, bool percent = false)
{
    office::Cell cell;
    cell.kind = office::Cell::Kind::Number;
    cell.number = what;
    cell.text = QString::number(what, 'g', 15);
    cell.isPercent = percent;
    return cell;
}

CellReading read(const office::Cell& cell, const QString& unit, const QString& subjectUnit)
{
    return readCell(cell, unit, subjectUnit, u"表.xlsx ▸ 数值 ▸ C5"_s);
}

} // namespace

TEST_CASE("figures are read in the subject's unit, and what is not plain says how", "[collect]")
{
    struct Case
    {
        office::Cell cell;
        QString unit, subjectUnit;
        double number;
        bool converted;
    };
    // Conversions by hand: 1 亩 = 1/15 公顷, 1 亿 = 10 000 万.
    const QList<Case> cases{{number(6.93), {}, u"亿立方米"_s, 6.93, false},
                            {text(u"6.93"_s), {}, u"亿立方米"_s, 6.93, false},
                            {text(u"１２３"_s), {}, u"万人"_s, 123, true},
                            {text(u"1,234.5"_s), {}, u"公顷"_s, 1234.5, true},
                            {text(u"12.3%"_s), {}, u"%"_s, 12.3, true},
                            {number(0.123, true), {}, u"%"_s, 12.3, false},
                            {number(0.123, true), {}, u"‰"_s, 123, true},
                            {text(u"3.2万亩"_s), {}, u"公顷"_s, 32000.0 / 15, true},
                            {number(530.8), u"万人"_s, u"人"_s, 5308000, true},
                            {number(28170697), u"万元"_s, u"亿元"_s, 2817.0697, true},
                            {text(u"496万"_s), {}, u"万人"_s, 496, true},
                            {text(u"1.2亿"_s), {}, u"亿立方米"_s, 1.2, true},
                            {text(u"496万"_s), {}, u"人"_s, 4960000, true},
                            {text(u"约5"_s), {}, u"个"_s, 5, true},
                            {number(0), {}, u"件"_s, 0, false}};
    for (const Case& one : cases) {
        const CellReading reading = read(one.cell, one.unit, one.subjectUnit);
        INFO(one.cell.text.toStdString() << " " << one.subjectUnit.toStdString());
        REQUIRE(reading.kind == CellReading::Kind::Figure);
        CHECK_THAT(reading.number, Catch::Matchers::WithinRel(one.number, 1e-14));
        CHECK(reading.converted == one.converted);
        CHECK(reading.reason.isEmpty() == !one.converted);
    }
    CHECK(read(text(u"约5"_s), {}, u"个"_s).approximate);
}

TEST_CASE("states are states and blanks are nothing", "[collect]")
{
    using project::ValueState;
    const QList<std::pair<QString, ValueState>> cases{{u"—"_s, ValueState::Missing},
                                                      {u"暂无"_s, ValueState::Missing},
                                                      {u"不适用"_s, ValueState::NotApplicable},
                                                      {u"未统计"_s, ValueState::NotCollected},
                                                      {u"涉密"_s, ValueState::Withheld}};
    for (const auto& [what, state] : cases) {
        INFO(what.toStdString());
        const CellReading reading = read(text(what), {}, u"%"_s);
        REQUIRE(reading.kind == CellReading::Kind::State);
        CHECK(reading.state == state);
        CHECK(stateFromWord(what) == state);
    }
    CHECK(read(text(u"  "_s), {}, u"%"_s).kind == CellReading::Kind::Blank);
    CHECK(read({}, {}, u"%"_s).kind == CellReading::Kind::Blank);
    CHECK(stateFromWord(u"有值"_s) == ValueState::Present);
    CHECK_FALSE(stateFromWord(u"也许"_s));
}

TEST_CASE("what cannot be read is refused with place and remedy", "[collect]")
{
    office::Cell fault;
    fault.kind = office::Cell::Kind::Fault;
    fault.text = u"#DIV/0!"_s;
    office::Cell formula;
    formula.isFormula = true;
    office::Cell date;
    date.kind = office::Cell::Kind::Date;
    date.text = u"2022-12-31"_s;
    for (const office::Cell& cell :
         {fault, formula, date, text(u"1,5"_s), text(u"见附件"_s), text(u"3.2万亩"_s)}) {
        const CellReading reading = read(cell, {}, u"人"_s);
        INFO(cell.text.toStdString());
        CHECK(reading.kind == CellReading::Kind::Refused);
        CHECK(reading.reason.startsWith(u"表.xlsx ▸ 数值 ▸ C5"_s));
        CHECK(reading.reason.contains(u"重新导入"_s));
    }
    CHECK(read(number(0.25, true), {}, u"人"_s).kind == CellReading::Kind::Refused);
    CHECK(read(number(5), u"万美元"_s, u"亿元"_s).kind == CellReading::Kind::Refused);
}

TEST_CASE("years and units are read out of headers", "[collect]")
{
    CHECK(yearFromText(u"2019") == 2019);
    CHECK(yearFromText(u"２０１９年") == 2019);
    CHECK(yearFromText(u"2019 年末") == 2019);
    CHECK(yearFromText(u"2019.0") == 2019);
    CHECK(yearFromText(u"20190") == 0);
    CHECK(yearFromText(u"年份") == 0);

    catalogue::Catalogue system;
    catalogue::Quantity people;
    people.id = u"p_resident"_s;
    people.nameZh = u"常住人口"_s;
    people.unit = u"万人"_s;
    system.quantities = {people};
    catalogue::Indicator same;
    same.code = u"C-01"_s;
    same.nameZh = u"常住人口"_s;
    system.indicators = {same};
    const Subjects subjects(system);
    REQUIRE(subjects.find(u" 常住 人口"_s));
    CHECK(subjects.find(u"常住人口"_s)->id == u"p_resident"_s);
    CHECK(subjects.find(u"c-01"_s)->id == u"C-01"_s);
    for (const QString& header : {u"常住人口(人)"_s, u"常住人口（人）"_s, u"常住人口，单位：人"_s,
                                  u"常住人口（单位：人）"_s}) {
        INFO(header.toStdString());
        const Subjects::Match match = subjects.findWithUnit(header);
        REQUIRE(match.subject);
        CHECK(match.subject->id == u"p_resident"_s);
        CHECK(match.unit == u"人"_s);
    }
    CHECK_FALSE(subjects.findWithUnit(u"户籍人口（人）"_s).subject);
}
