#include "core/project/change_set.h"
#include "tests/core/project/year.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

/// Two rivals for S-01 of 2022 (department 10 adopted, statistics 20) and a withheld S-03.
YearData smallData()
{
    const NewYear year = test::smallYear();
    YearData data;
    data.info = year.info;
    data.catalogue = year.catalogue;
    data.regions = {
        {RegionId(1), u"350200"_s, u"厦门市"_s, {}, RegionLevel::City, {}, 0},
        {RegionId(2), u"350203"_s, u"思明区"_s, {}, RegionLevel::District, RegionId(1), 1}};
    data.sources = {{SourceId(1), u"department"_s, u"部门"_s, SourceKind::Department, 1},
                    {SourceId(2), u"statistics"_s, u"统计"_s, SourceKind::Statistics, 2},
                    {SourceId(3), u"spatial"_s, u"空间"_s, SourceKind::Spatial, 3}};
    Value first = test::figure(u"S-01"_s, 1, 2022, 1, 10);
    first.id = ValueId(11);
    first.adopted = true;
    first.evidence = EvidenceId(5);
    Value second = test::figure(u"S-01"_s, 1, 2022, 2, 20);
    second.id = ValueId(12);
    Value withheld = test::figure(u"S-03"_s, 1, 2022, 1, 0);
    withheld.id = ValueId(13);
    withheld.state = ValueState::Withheld;
    withheld.adopted = true;
    data.values = {first, second, withheld};
    data.evidence = {test::cell(u"C12"_s)};
    data.evidence.first().id = EvidenceId(5);
    data.index();
    return data;
}

} // namespace

TEST_CASE("an edit that changes nothing is empty")
{
    const YearData data = smallData();
    Value same = test::figure(u"S-01"_s, 1, 2022, 1, 10);
    CHECK(edits::setValue(data, same).isEmpty());
    Evidence evidence = test::cell(u"C12"_s);
    evidence.takenAt = evidence.takenAt.addDays(3);
    evidence.person = u"别人"_s;
    CHECK(edits::setValue(data, same, evidence).isEmpty());
    evidence.cell = u"C13"_s;
    CHECK(edits::setValue(data, same, evidence).changes.size() == 2);
    CHECK(edits::adoptValue(data, ValueId(11), {}).isEmpty());
    CHECK(edits::adoptValue(data, ValueId(99), u"x"_s).isEmpty());
    CHECK(edits::removeValue(data, ValueId(99)).isEmpty());
    CHECK(edits::setIndicator(data, data.catalogue.indicators.first()).isEmpty());
    CHECK(edits::includeIndicator(data, u"S-01"_s).isEmpty());
    CHECK(edits::excludeIndicator(data, u"没有"_s, u"x"_s).isEmpty());
    CHECK(edits::setQuantity(data, data.catalogue.quantities.first()).isEmpty());
    CHECK(edits::setRegion(data, data.regions.at(1)).isEmpty());
    CHECK(edits::setSource(data, data.sources.first()).isEmpty());
    CHECK(edits::setInfo(data, data.info).isEmpty());
}

TEST_CASE("a change names the columns that differ")
{
    const YearData data = smallData();
    const ChangeSet set = edits::setValue(data, test::figure(u"S-01"_s, 1, 2022, 1, 10.5));
    REQUIRE(set.changes.size() == 1);
    const RowChange& change = set.changes.first();
    CHECK(change.table == Table::Values);
    CHECK(change.row == 11);
    CHECK(change.before == QJsonObject{{u"number"_s, 10}});
    CHECK(change.after == QJsonObject{{u"number"_s, 10.5}});
    CHECK(set.label == u"修改 耕地保有量 2022 年值"_s);

    Value gone = test::figure(u"S-01"_s, 1, 2022, 1, 10);
    gone.state = ValueState::Missing;
    const ChangeSet missing = edits::setValue(data, gone);
    REQUIRE(missing.changes.size() == 1);
    CHECK(missing.changes.first().after.value(u"number"_s).isNull());
    CHECK(missing.changes.first().after.value(u"state"_s) == u"missing"_s);
}

TEST_CASE("who is adopted")
{
    const YearData data = smallData();
    const auto adopted = [](const RowChange& change) {
        return change.after.value(u"adopted"_s).toInt(-1);
    };

    const ChangeSet first = edits::setValue(data, test::figure(u"S-01"_s, 1, 2021, 2, 1));
    CHECK(adopted(first.changes.last()) == 1);
    const ChangeSet rival = edits::setValue(data, test::figure(u"S-01"_s, 1, 2022, 3, 1));
    REQUIRE(rival.changes.size() == 1);
    CHECK(adopted(rival.changes.last()) == 0);

    // A rival without a number gives way to one with a number, unless a person chose it.
    const ChangeSet better = edits::setValue(data, test::figure(u"S-03"_s, 1, 2022, 2, 1));
    REQUIRE(better.changes.size() == 2);
    CHECK(better.changes.first().row == 13);
    CHECK(adopted(better.changes.first()) == 0);
    CHECK(adopted(better.changes.last()) == 1);
    YearData chosen = data;
    chosen.values[2].adoptionReason = u"按规定不公开"_s;
    chosen.index();
    CHECK(edits::setValue(chosen, test::figure(u"S-03"_s, 1, 2022, 2, 1)).changes.size() == 1);

    // The old one steps down before the new one steps up.
    const ChangeSet choice = edits::adoptValue(data, ValueId(12), u"年鉴为准"_s);
    REQUIRE(choice.changes.size() == 2);
    CHECK(choice.changes.at(0).row == 11);
    CHECK(adopted(choice.changes.at(0)) == 0);
    CHECK(choice.changes.at(1).row == 12);
    CHECK(adopted(choice.changes.at(1)) == 1);
    CHECK(choice.reason == u"年鉴为准"_s);

    const ChangeSet removal = edits::removeValue(data, ValueId(11));
    REQUIRE(removal.changes.size() == 2);
    CHECK(removal.changes.at(0).after.isEmpty());
    CHECK(removal.changes.at(1).row == 12);
    CHECK(edits::removeValue(data, ValueId(12)).changes.size() == 1);
}

TEST_CASE("appended sets keep their references apart")
{
    const YearData data = smallData();
    ChangeSet all;
    for (int i = 0; i < 4; ++i)
        all.append(
            edits::setValue(data, test::figure(u"S-01"_s, 1, 2000 + i, 1, i), test::cell(u"C1"_s)));
    REQUIRE(all.changes.size() == 8);
    QSet<qint64> evidence;
    for (int i = 0; i < 8; i += 2) {
        const RowChange& cell = all.changes.at(i);
        CHECK(cell.table == Table::Evidence);
        CHECK(cell.row < 0);
        evidence << cell.row;
        CHECK(all.changes.at(i + 1).after.value(u"evidence_id"_s).toInteger() == cell.row);
        CHECK(all.changes.at(i + 1).after.value(u"region_id"_s).toInteger() == 1);
    }
    CHECK(evidence.size() == 4);
    CHECK(all.label == u"录入 耕地保有量 2000 年值"_s);
}

TEST_CASE("an inverted set runs backwards")
{
    ChangeSet set{u"改"_s, u"因"_s, {}};
    set.changes << RowChange{Table::Values, 1, {}, {{u"year"_s, 1}}}
                << RowChange{Table::Values, 2, {{u"year"_s, 1}}, {{u"year"_s, 2}}};
    const ChangeSet back = set.inverted();
    REQUIRE(back.changes.size() == 2);
    CHECK(back.changes.at(0).row == 2);
    CHECK(back.changes.at(0).before == QJsonObject{{u"year"_s, 2}});
    CHECK(back.changes.at(0).after == QJsonObject{{u"year"_s, 1}});
    CHECK(back.changes.at(1).before == QJsonObject{{u"year"_s, 1}});
    CHECK(back.changes.at(1).after.isEmpty());
    CHECK(back.label == u"改"_s);
}
