#include "core/project/source_order.h"
#include "tests/core/project/year.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

/// A file with four figures of 2019—2022, each from departments (10, adopted) and statistics (20):
/// 2019 undecided, 2020 decided for departments, 2021 statistics hold no number, 2022 only one.
Result<ProjectFile> fileWithRivals(const QString& path)
{
    auto file = ProjectFile::create(path, test::smallYear());
    if (!file)
        return file;
    auto data = file->load();
    if (!data)
        return data.error();
    const qint64 city = data->city()->id.number();
    ChangeSet all;
    for (int year = 2019; year <= 2022; ++year)
        all.append(edits::setValue(*data, test::figure(u"S-01"_s, city, year, 1, 10)));
    for (int year = 2019; year <= 2021; ++year) {
        Value rival = test::figure(u"S-01"_s, city, year, 2, 20);
        if (year == 2021)
            rival.state = ValueState::NotCollected;
        all.append(edits::setValue(*data, rival));
    }
    all.label = u"figures"_s;
    if (auto done = file->commit(all); !done)
        return done.error();
    data = file->load();
    const Value* decided = data->adopted({u"S-01"_s, data->city()->id, 2020});
    if (auto done = file->commit(edits::adoptValue(*data, decided->id, u"已与部门核实"_s)); !done)
        return done.error();
    return file;
}

double adopted(const YearData& data, int year)
{
    return data.adopted({u"S-01"_s, data.city()->id, year})->number;
}

} // namespace

TEST_CASE("another order of sources moves only what nobody decided, and only when asked")
{
    const test::Folder folder;
    auto file = fileWithRivals(folder(u"次序.gpkg"_s));
    REQUIRE_OK(file);
    auto data = file->load();
    REQUIRE_OK(data);
    CHECK(adopted(*data, 2019) == 10);

    const auto same = orderSources(*data, {u"department"_s});
    REQUIRE_OK(same);
    CHECK(same->ranks.isEmpty());
    CHECK(same->adoptions.isEmpty());
    CHECK(same->follow == 0);

    const auto order = orderSources(*data, {u"statistics"_s});
    REQUIRE_OK(order);
    CHECK(order->follow == 1);
    CHECK(order->decided == 1);
    const auto ranked = file->commit(order->ranks);
    REQUIRE_OK(ranked);
    data = file->load();
    REQUIRE_OK(data);
    CHECK(data->sources.first().key == u"statistics"_s);
    CHECK(data->sources.at(1).key == u"department"_s);
    CHECK(data->sources.at(2).key == u"spatial"_s);
    CHECK(data->rivals({u"S-01"_s, data->city()->id, 2019}).first()->number == 20);
    CHECK(adopted(*data, 2019) == 10);

    const auto again = orderSources(*data, {});
    REQUIRE_OK(again);
    CHECK(again->ranks.isEmpty());
    const auto done = file->commit(again->adoptions);
    REQUIRE_OK(done);
    data = file->load();
    REQUIRE_OK(data);
    CHECK(adopted(*data, 2019) == 20);
    CHECK(adopted(*data, 2020) == 10); // a person's decision
    CHECK(adopted(*data, 2021) == 10); // statistics hold no number
    CHECK(adopted(*data, 2022) == 10);
    CHECK(orderSources(*data, {})->follow == 0);

    REQUIRE_OK(file->commit(done->inverted()));
    REQUIRE_OK(file->commit(ranked->inverted()));
    data = file->load();
    REQUIRE_OK(data);
    CHECK(data->sources.first().key == u"department"_s);
    CHECK(adopted(*data, 2019) == 10);
}

TEST_CASE("an order names sources that there are, each once")
{
    const test::Folder folder;
    auto file = fileWithRivals(folder(u"次序.gpkg"_s));
    REQUIRE_OK(file);
    const auto data = file->load();
    REQUIRE_OK(data);
    const auto unknown = orderSources(*data, {u"hearsay"_s});
    REQUIRE(!unknown);
    CHECK(unknown.error().code() == ErrorCode::BadUsage);
    CHECK(unknown.error().message().contains(u"statistics"_s));
    CHECK(!orderSources(*data, {u"spatial"_s, u"spatial"_s}));
}
