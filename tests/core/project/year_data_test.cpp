#include "core/project/year_data.h"
#include "tests/core/project/year.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

template <class T>
void checkKeys(std::optional<T> (*fromKey)(QStringView), int count)
{
    QStringList keys, labels;
    for (int i = 0; i < count; ++i) {
        const T value = static_cast<T>(i);
        CHECK(fromKey(key(value)) == value);
        keys << key(value);
        labels << label(value);
    }
    CHECK(keys.removeDuplicates() == 0);
    CHECK(labels.removeDuplicates() == 0);
    CHECK_FALSE(keys.contains(QString()));
    CHECK_FALSE(labels.contains(QString()));
    CHECK_FALSE(fromKey(u"nonsense"));
    CHECK_FALSE(fromKey(u""));
}

} // namespace

TEST_CASE("keys lead back to their values")
{
    checkKeys(&regionLevelFromKey, 3);
    checkKeys(&sourceKindFromKey, 7);
    checkKeys(&valueStateFromKey, 5);
    checkKeys(&goalKindFromKey, 8);
    checkKeys(&textKindFromKey, 5);
}

TEST_CASE("an empty year answers with nothing")
{
    YearData data;
    data.index();
    CHECK(data.city() == nullptr);
    CHECK(data.region(RegionId(1)) == nullptr);
    CHECK(data.regionByName({}) == nullptr);
    CHECK(data.value(ValueId(1)) == nullptr);
    CHECK(data.rivals({u"S-01"_s, RegionId(1), 2022}).isEmpty());
    CHECK(data.adopted({u"S-01"_s, RegionId(1), 2022}) == nullptr);
    CHECK(data.goal(u"S-01"_s, RegionId(1)) == nullptr);
    CHECK(data.yearsOf(u"S-01"_s, RegionId(1)).isEmpty());
}

TEST_CASE("figures are found by what they are")
{
    YearData data;
    data.regions = {{RegionId(4), u"350200"_s, u"厦门市"_s, u"Xiamen"_s, RegionLevel::City, {}, 0},
                    {RegionId(7), u"350203"_s, u"思明区"_s, u"Siming"_s, RegionLevel::District,
                     RegionId(4), 1}};
    data.sources = {{SourceId(2), u"statistics"_s, u"统计"_s, SourceKind::Statistics, 1},
                    {SourceId(1), u"department"_s, u"部门"_s, SourceKind::Department, 2}};
    // Out of order on purpose: the lookups may not depend on the list's order.
    for (const auto& [id, region, year, source] :
         {std::array{1, 4, 2022, 1}, {2, 4, 2020, 1}, {3, 4, 2022, 2}, {4, 7, 2021, 1}}) {
        Value value = test::figure(u"S-01"_s, region, year, source, id);
        value.id = ValueId(id);
        value.adopted = id == 1 || id == 4;
        data.values << value;
    }
    data.values[0].evidence = EvidenceId(9);
    Evidence evidence = test::cell(u"C1"_s);
    evidence.id = EvidenceId(9);
    data.evidence = {evidence};
    data.goals = {
        {GoalId(1), u"S-01"_s, RegionId(4), GoalKind::Floor, 19.47, {}, {}, {}, {}, {}, {}}};
    data.benchmarks = {{1, u"S-01"_s, u"甲"_s, 1, 2020, {}}, {2, u"S-02"_s, u"乙"_s, 1, 2020, {}}};
    data.index();
    data.index(); // a second time changes nothing

    CHECK(data.city()->id == RegionId(4));
    CHECK(data.region(RegionId(7))->nameZh == u"思明区"_s);
    CHECK(data.regionByName(u"思明区"_s)->id == RegionId(7));
    CHECK(data.regionByName(u"350203"_s)->id == RegionId(7));
    CHECK(data.regionByName(u"无"_s) == nullptr);
    CHECK(data.source(SourceId(2))->key == u"statistics"_s);
    CHECK(data.sourceByKey(u"department"_s)->id == SourceId(1));
    const auto rivals = data.rivals({u"S-01"_s, RegionId(4), 2022});
    REQUIRE(rivals.size() == 2);
    CHECK(rivals.at(0)->id == ValueId(3)); // statistics rank first here
    CHECK(rivals.at(1)->id == ValueId(1));
    CHECK(data.adopted({u"S-01"_s, RegionId(4), 2022})->id == ValueId(1));
    CHECK(data.adopted({u"S-01"_s, RegionId(4), 2020}) == nullptr);
    CHECK(data.value(ValueId(4))->year == 2021);
    CHECK(data.evidenceOf(data.values.first())->cell == u"C1"_s);
    CHECK(data.evidenceOf(data.values.last()) == nullptr);
    CHECK(data.goal(u"S-01"_s, RegionId(4))->target == 19.47);
    CHECK(data.goal(u"S-01"_s, RegionId(7)) == nullptr);
    CHECK(data.benchmarksOf(u"S-01"_s).size() == 1);
    CHECK(data.yearsOf(u"S-01"_s, RegionId(4)) == QList<int>{2020, 2022});
    CHECK(data.yearsOf(u"S-01"_s, RegionId(7)) == QList<int>{2021});
}

TEST_CASE("a copy answers from its own lists")
{
    YearData data;
    Value value = test::figure(u"S-01"_s, 1, 2022, 1, 1);
    value.id = ValueId(1);
    data.values = {value};
    data.index();
    YearData copy = data;
    copy.values[0].number = 2;
    copy.index();
    CHECK(data.value(ValueId(1))->number == 1);
    CHECK(copy.value(ValueId(1))->number == 2);
}
