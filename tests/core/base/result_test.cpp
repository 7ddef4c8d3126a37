#include "core/base/result.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace Qt::StringLiterals;

TEST_CASE("a result holds a value or an error")
{
    const Result<int> good = 7;
    CHECK(good);
    CHECK(*good == 7);
    const Result<int> bad = Error(ErrorCode::NotFound, u"没有这个文件"_s);
    CHECK_FALSE(bad);
    CHECK(bad.value_or(3) == 3);
    CHECK(bad.error().code() == ErrorCode::NotFound);
    const Result<void> done;
    CHECK(done);
}

TEST_CASE("wrapping keeps the first cause and its code")
{
    const Error first(ErrorCode::DiskFull, u"磁盘已满"_s, u"ENOSPC"_s);
    const Error outer = first.wrap(u"未能保存 厦门市-2022.gpkg：磁盘已满"_s);
    CHECK(outer.code() == ErrorCode::DiskFull);
    CHECK(outer.detail() == u"ENOSPC"_s);
    REQUIRE(outer.cause() != nullptr);
    CHECK(outer.cause()->message() == u"磁盘已满"_s);
}
