#include "core/spatial/proration.h"
#include "tests/support/catch.h"

#include <random>

using namespace checkup::spatial;
using Catch::Matchers::WithinAbs;

namespace {

qint64 hundredths(double area)
{
    return qRound64(area * 100);
}

} // namespace

TEST_CASE("a parcel cut in three gives its registered area to the last hundredth")
{
    // 1000.00 / 3 by hand: 333.33 each and one hundredth left, which goes to the first of equals.
    const Prorated thirds = prorate(1000.00, 900, {300, 300, 300});
    REQUIRE(thirds.pieces.size() == 3);
    CHECK(hundredths(thirds.pieces[0]) == 33334);
    CHECK(hundredths(thirds.pieces[1]) == 33333);
    CHECK(hundredths(thirds.pieces[2]) == 33333);
    CHECK(thirds.rest == 0);
    CHECK(thirds.residual == 0);
}

TEST_CASE("what lies outside keeps its part")
{
    // 0.05 m² by 1 : 2 : 4 is 0.0071, 0.0143, 0.0286: floors 0, 1, 2; the two hundredths left go to
    // the largest remainders, 0.86 of the rest and 0.71 of the first.
    const Prorated cut = prorate(0.05, 7, {1, 2});
    CHECK(hundredths(cut.pieces[0]) == 1);
    CHECK(hundredths(cut.pieces[1]) == 1);
    CHECK(hundredths(cut.rest) == 3);

    const Prorated none = prorate(12.34, 7, {});
    CHECK(hundredths(none.rest) == 1234);
    const Prorated nothing = prorate(12.34, 0, {0, 0});
    CHECK(hundredths(nothing.rest) == 1234);
    CHECK(nothing.pieces[0] == 0);
}

TEST_CASE("a rest of rounding is none, and what cutting added or lost is told")
{
    const Prorated exact = prorate(500.00, 1e6, {4e5, 6e5 - 1e-4});
    CHECK(hundredths(exact.pieces[0]) == 20000);
    CHECK(hundredths(exact.pieces[1]) == 30000);
    CHECK(exact.rest == 0);
    CHECK_THAT(exact.residual, WithinAbs(-1e-4, 1e-9));
    const Prorated over = prorate(100.00, 100, {60, 60}); // pieces that overlap by a fifth
    CHECK(hundredths(over.pieces[0]) == 5000);
    CHECK(hundredths(over.pieces[1]) == 5000);
    CHECK_THAT(over.residual, WithinAbs(20, 1e-12));
}

TEST_CASE("ten thousand random parcels close exactly and no share is off by a hundredth")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> size(0.01, 5000);
    std::uniform_int_distribution<int> count(1, 12);
    bool closes = true;
    bool near = true;
    for (int i = 0; i < 10'000; ++i) {
        std::vector<double> pieces(static_cast<size_t>(count(random)));
        double parcel = size(random);
        for (double& piece : pieces)
            parcel += piece = size(random);
        const double registered = static_cast<double>(hundredths(size(random) * 10)) / 100;
        const Prorated shares = prorate(registered, parcel, pieces);
        qint64 sum = hundredths(shares.rest);
        for (size_t k = 0; k < pieces.size(); ++k) {
            sum += hundredths(shares.pieces[k]);
            near =
                near && std::abs(shares.pieces[k] - registered * pieces[k] / parcel) < 0.01 + 1e-9;
        }
        closes = closes && sum == hundredths(registered);
    }
    CHECK(closes);
    CHECK(near);
}

TEST_CASE("sums of hundredths do not drift")
{
    Hundredths sum;
    for (int i = 0; i < 1'000'000; ++i)
        sum.add(0.07);
    CHECK(sum.result() == 70'000.0);
}
