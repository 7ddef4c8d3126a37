#include "core/base/decimal.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace checkup;
using namespace Qt::StringLiterals;

// Expected: what a spreadsheet's ROUND and number formats print, worked out by hand on the
// decimals.
TEST_CASE("fixed decimals round half away from zero")
{
    CHECK(formatFixed(2.675, 2) == u"2.68"_s);
    CHECK(formatFixed(1.005, 2) == u"1.01"_s);
    CHECK(formatFixed(-2.5, 0) == u"-3"_s);
    CHECK(formatFixed(0.5, 0) == u"1"_s);
    CHECK(formatFixed(0.49999, 0) == u"0"_s);
    CHECK(formatFixed(-0.001, 2) == u"0.00"_s);
    CHECK(formatFixed(0, 2) == u"0.00"_s);
    CHECK(formatFixed(0.05, 1) == u"0.1"_s);
    CHECK(formatFixed(0.005, 1) == u"0.0"_s);
    CHECK(formatFixed(0.00012345, 6) == u"0.000123"_s);
    CHECK(formatFixed(9.995, 2) == u"10.00"_s);
    CHECK(formatFixed(999.9999, 1) == u"1000.0"_s);
    CHECK(formatFixed(12, 3) == u"12.000"_s);
    CHECK(formatFixed(1e20, 1) == u"100000000000000000000.0"_s);
    CHECK(formatFixed(0.1 + 0.2, 1) == u"0.3"_s);
    CHECK(formatFixed(1e-300, 2) == u"0.00"_s);
}

TEST_CASE("thousands are grouped")
{
    CHECK(formatGrouped(1234567.5, 1) == u"1,234,567.5"_s);
    CHECK(formatGrouped(-123456, 0) == u"-123,456"_s);
    CHECK(formatGrouped(999.5, 0) == u"1,000"_s);
    CHECK(formatGrouped(123, 2) == u"123.00"_s);
}

TEST_CASE("shortest text")
{
    CHECK(formatShortest(0.1) == u"0.1"_s);
    CHECK(formatShortest(22.942305) == u"22.942305"_s);
    CHECK(formatShortest(0.1 + 0.2) == u"0.3"_s);
    CHECK(formatShortest(-0.0) == u"0"_s);
    CHECK(formatShortest(1200) == u"1200"_s);
    CHECK(formatShortest(1e15) == u"1000000000000000"_s);
    CHECK(formatShortest(-0.00025) == u"-0.00025"_s);
    CHECK(formatShortest(1e-9) == u"1e-09"_s);
}

TEST_CASE("rounded numbers")
{
    CHECK(roundDecimal(2.675, 2) == 2.68);
    CHECK(roundDecimal(-1.45, 1) == -1.5);
    CHECK(std::isnan(roundDecimal(std::nan(""), 1)));
}
