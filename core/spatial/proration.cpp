#include "core/spatial/proration.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace checkup::spatial {

Prorated prorate(double registered, double parcel, const std::vector<double>& pieces)
{
    Prorated made;
    std::vector<double> shares = pieces;
    for (double& share : shares)
        share = std::max(0.0, share);
    const double covered = std::accumulate(shares.cbegin(), shares.cend(), 0.0);
    constexpr double negligible = 1e-6;
    const double left = parcel - covered;
    const bool hasRest = left > negligible * parcel || covered <= 0;
    shares.push_back(hasRest ? std::max(left, covered > 0 ? 0.0 : 1.0) : 0.0);
    made.residual = hasRest ? 0 : covered - parcel;
    const double whole = std::accumulate(shares.cbegin(), shares.cend(), 0.0);

    const qint64 total = qRound64(registered * 100);
    std::vector<qint64> given(shares.size());
    std::vector<double> remainders(shares.size());
    qint64 spent = 0;
    for (size_t i = 0; i < shares.size(); ++i) {
        const double exact = static_cast<double>(total) * (shares[i] / whole);
        given[i] = static_cast<qint64>(std::floor(exact));
        remainders[i] = shares[i] > 0 ? exact - static_cast<double>(given[i]) : -1;
        spent += given[i];
    }
    std::vector<size_t> order(shares.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&remainders](size_t a, size_t b) { return remainders[a] > remainders[b]; });
    for (size_t i = 0; i < order.size() && spent < total; ++i, ++spent)
        ++given[order[i]];
    // Where floating point took one too many.
    for (size_t i = order.size(); i > 0 && spent > total; --i) {
        if (given[order[i - 1]] > 0) {
            --given[order[i - 1]];
            --spent;
        }
    }
    made.rest = static_cast<double>(given.back()) / 100;
    given.pop_back();
    for (const qint64 share : given)
        made.pieces.push_back(static_cast<double>(share) / 100);
    return made;
}

} // namespace checkup::spatial
