#pragma once

#include "core/spatial/matrices.h"

namespace checkup::report {

/// Where a table's figures are from, for its title and notes. In Chinese.
struct TableSource
{
    QString a, b;      ///< files (and layers): parcels and control lines, or the two years
    QString districts; ///< empty: none
    spatial::SliverLimit sliver;
    bool codes = true; ///< classes are codes of the land survey: their names stand beside them
};

/// Land class × control line in hectares (one sheet), by district (another), and how it was
/// computed. The same report gives the same bytes. Errors: those of writeXlsx.
Result<void> writeMatrix(const QString& path, const spatial::MatrixReport& report,
                         const TableSource& source, const CancelToken& cancel = {});

/// Class before × class after in hectares with what each row and column lost or gained, so that
/// all of them close; by district; and how it was computed.
Result<void> writeTransition(const QString& path, const spatial::TransitionReport& report,
                             const TableSource& source, const CancelToken& cancel = {});

/// The list with a small picture of each of its first parcels (grey: the parcel, red: inside) where
/// the report has shapes; sums by redline and class; and how it was computed.
Result<void> writeEncroachments(const QString& path, const spatial::EncroachReport& report,
                                const TableSource& source, const CancelToken& cancel = {});

/// A picture of one parcel, PNG: north up, the parcel grey and what is inside red. Empty without
/// shapes.
QByteArray encroachmentPicture(const spatial::Encroachment& one);

} // namespace checkup::report
