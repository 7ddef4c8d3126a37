#pragma once

#include <QtGlobal>

#include <vector>

namespace checkup::spatial {

/// A registered area (TBDLMJ, KCMJ or TBMJ, which have two decimals) shared out over the pieces
/// that its parcel was cut into.
struct Prorated
{
    std::vector<double> pieces; ///< m², whole hundredths, in the order given
    double rest = 0;            ///< m², what lies in none of the pieces; likewise
    /// Geometry against itself, m²: the pieces and the rest less the parcel. Not 0 when pieces
    /// overlap or cutting lost something; the shares are then of the pieces' own sum.
    double residual = 0;
};

/// Each piece gets registered × its area / the parcel's, rounded to 0.01 m² so that the pieces and
/// the rest add up to `registered` exactly (the largest remainders are rounded up, of equals the
/// earlier piece; the rest comes last). A rest that is no more than a millionth of the parcel is
/// none. Areas in m², all by one measure; without any area everything is rest.
Prorated prorate(double registered, double parcel, const std::vector<double>& pieces);

/// Sums of hundredths without rounding: what a table of prorated areas adds up with.
class Hundredths
{
public:
    void add(double area) { m_sum += qRound64(area * 100); }
    double result() const { return static_cast<double>(m_sum) / 100; }

private:
    qint64 m_sum = 0;
};

} // namespace checkup::spatial
