#include "core/draw/grades.h"

#include "tests/support/catch.h"

#include <cmath>
#include <limits>

using namespace checkup::draw;
using checkup::ErrorCode;

namespace {

/// CIE lightness, from the definition of sRGB.
double lightness(const QColor& colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double y = 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
                     0.0722 * linear(colour.blueF());
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

} // namespace

TEST_CASE("Equal intervals are as wide as each other")
{
    const auto grades = gradesOf({10, 0, 3, 7}, GradeMethod::EqualIntervals, 4);
    REQUIRE(grades);
    CHECK(grades->lowest == 0);
    CHECK(grades->uppers == QList<double>{2.5, 5, 7.5, 10});
    CHECK(grades->of(0) == 0);
    CHECK(grades->of(2.5) == 0);
    CHECK(grades->of(2.6) == 1);
    CHECK(grades->of(10) == 3);
    CHECK(grades->of(10.1) == -1);
    CHECK(grades->of(-0.1) == -1);
    CHECK(grades->of(std::nan("")) == -1);
}

TEST_CASE("Quantiles hold as many values each")
{
    // By hand: of 1…10 in four, the nearest ranks are the 3rd, the 5th, the 8th and the 10th.
    const auto grades = gradesOf({9, 1, 8, 2, 7, 3, 6, 4, 5, 10}, GradeMethod::Quantiles, 4);
    REQUIRE(grades);
    CHECK(grades->uppers == QList<double>{3, 5, 8, 10});
    // Where half of all values are the same, one grade holds them.
    const auto few = gradesOf({0, 0, 0, 0, 0, 0, 1, 2}, GradeMethod::Quantiles, 4);
    REQUIRE(few);
    CHECK(few->uppers == QList<double>{0, 2});
}

TEST_CASE("Natural breaks leave the least deviation within grades")
{
    // By hand: {1,2,3} {10,11,12} {20,21}: 2 + 2 + 0.5 = 4.5; every other cut leaves more.
    const auto grades = gradesOf({1, 10, 2, 20, 11, 3, 21, 12}, GradeMethod::NaturalBreaks, 3);
    REQUIRE(grades);
    CHECK(grades->uppers == QList<double>{3, 12, 21});
    // {4,5} {9,10}: 0.5 + 0.5 against {4,5,9} {10}: 14.
    const auto two = gradesOf({4, 5, 9, 10}, GradeMethod::NaturalBreaks, 2);
    REQUIRE(two);
    CHECK(two->uppers == QList<double>{5, 10});
    const auto fewer = gradesOf({7, 7, 8}, GradeMethod::NaturalBreaks, 5);
    REQUIRE(fewer);
    CHECK(fewer->uppers == QList<double>{7, 8});
}

TEST_CASE("Natural breaks of very many values find the gaps between them")
{
    QList<double> values;
    for (int i = 0; i < 30000; ++i)
        values << (i % 3) * 1e6 + i * 0.01;
    const auto grades = gradesOf(values, GradeMethod::NaturalBreaks, 3);
    REQUIRE(grades);
    REQUIRE(grades->uppers.size() == 3);
    CHECK(grades->of(299.97) == 0);
    CHECK(grades->of(1e6) == 1);
    CHECK(grades->of(1e6 + 299.98) == 1);
    CHECK(grades->of(2e6) == 2);
}

TEST_CASE("Grades that cannot be made are refused")
{
    CHECK(gradesOf({}, GradeMethod::Quantiles, 3).error().code() == ErrorCode::Invalid);
    CHECK(gradesOf({std::numeric_limits<double>::infinity()}, GradeMethod::Quantiles, 3)
              .error()
              .code() == ErrorCode::Invalid);
    CHECK(gradesOf({1, 2}, GradeMethod::Quantiles, 0).error().code() == ErrorCode::BadUsage);
    CHECK(gradesBetween({0, 5, 5}).error().code() == ErrorCode::BadUsage);
    CHECK(gradesBetween({3}).error().code() == ErrorCode::BadUsage);
    const auto given = gradesBetween({0, 10, 50});
    REQUIRE(given);
    CHECK(given->of(10) == 0);
    CHECK(given->of(11) == 1);
    CHECK(given->nameOf(1, 0) == QStringLiteral("10–50"));
}

TEST_CASE("Ramps stay apart in grey")
{
    REQUIRE(ramps().size() >= 5);
    for (const Ramp& ramp : ramps()) {
        if (ramp.twoSided)
            continue; // alike on both sides, as it says
        for (int count = 2; count <= 7; ++count) {
            for (int i = 1; i < count; ++i) {
                INFO(ramp.id.toStdString() << ' ' << i << " of " << count);
                // Grey copies tell steps of six apart well; seven grades are the most.
                CHECK(lightness(ramp.at(i, count)) < lightness(ramp.at(i - 1, count)) - 6);
            }
        }
    }
}

TEST_CASE("rounded grades have few digits, hold all values and stay apart")
{
    const Grades people = rounded({0, {0, 10254, 15692, 22931, 35384, 48413}});
    CHECK(people.lowest == 0);
    CHECK(people.uppers == QList<double>{0, 10000, 16000, 23000, 35000, 49000});
    const Grades scores = rounded({79.8, {81.5, 83.2, 86.6, 88.3}});
    CHECK(scores.lowest == 79);
    CHECK(scores.uppers == QList<double>{82, 83, 87, 89});
    const Grades shares = rounded({0.021, {0.034, 0.09}});
    CHECK_THAT(shares.lowest, Catch::Matchers::WithinAbs(0.02, 1e-12));
    CHECK_THAT(shares.uppers[0], Catch::Matchers::WithinAbs(0.03, 1e-12));
    const Grades one{5, {5}};
    CHECK((rounded(one) == one));
}
