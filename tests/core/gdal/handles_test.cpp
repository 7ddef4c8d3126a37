#include "core/gdal/handles.h"
#include "tests/support/catch.h"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <thread>
#include <vector>

using namespace checkup;
using namespace checkup::gdal;
using namespace Qt::StringLiterals;

TEST_CASE("drivers are there for every thread")
{
    std::vector<int> counts(4, 0);
    std::vector<std::thread> threads;
    for (int& count : counts) {
        threads.emplace_back([&count] {
            registerDrivers();
            count = GDALGetDriverCount();
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    CHECK(counts[0] > 10);
    for (const int count : counts)
        CHECK(count == counts[0]);
}

TEST_CASE("what GDAL says is collected, innermost first")
{
    ErrorCollector outer;
    {
        ErrorCollector inner;
        CPLError(CE_Warning, CPLE_AppDefined, "only a warning");
        CHECK_FALSE(inner.hasErrors());
        CPLError(CE_Failure, CPLE_OpenFailed, "图层 broken");
        CHECK(inner.hasErrors());
        const Error error = inner.toError(ErrorCode::Damaged, u"坏了"_s);
        CHECK(error.code() == ErrorCode::Damaged);
        CHECK(error.message() == u"坏了"_s);
        CHECK(error.detail().contains(u"图层 broken"));
        CHECK(error.detail().contains(u"only a warning"));
    }
    CHECK_FALSE(outer.hasErrors());
    CHECK(CPLGetLastErrorType() == CE_None);
}

TEST_CASE("options hold for a scope")
{
    const char* name = "CHECKUP_TEST_OPTION";
    {
        const ScopedOption one(name, "1");
        {
            const ScopedOption two(name, "2");
            CHECK(QString::fromUtf8(CPLGetConfigOption(name, "")) == u"2"_s);
        }
        CHECK(QString::fromUtf8(CPLGetConfigOption(name, "")) == u"1"_s);
    }
    CHECK(CPLGetConfigOption(name, nullptr) == nullptr);
}
