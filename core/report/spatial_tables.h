#pragma once

#include "core/spatial/project_tables.h"

#include <functional>
#include <utility>

namespace checkup::report {

/// Where a table's figures are from, for its title and notes. In Chinese.
struct TableSource
{
    QString a, b;      ///< files (and layers): parcels and control lines, or the two years
    QString districts; ///< empty: none
    spatial::SliverLimit sliver;
    bool codes = true; ///< classes are codes: their names stand beside them
    catalogue::ClassSystem system = catalogue::ClassSystem::ThirdSurvey; ///< of the codes
    /// Puts classes in the order that tables have; none: by code.
    std::function<QStringList(const QStringList&)> order = {};
    QStringList districtOrder = {}; ///< none: as they come
    QList<std::pair<QString, QString>> origin = {}; ///< further notes, those that stand first
    project::YearInfo info = {};                    ///< of the project, where there is one
};

/// Land class × control line in hectares (one sheet), by district (another, and a third in m²), and
/// how it was computed. The same report gives the same bytes. Errors: those of writeXlsx.
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

/// A project's table as a workbook; its notes say of which project and by which layers (source
/// file, digest, year, reference system, when taken) it was made.
Result<void> writeTable(const QString& path, const spatial::ProjectTable& table,
                        const project::YearData& data, const CancelToken& cancel = {});

/// What a project's table is called as a file, without suffix:
/// "厦门市-2022-地类与控制线叠加面积表".
QString tableFileName(const spatial::ProjectTable& table, const project::YearData& data);

/// A picture of one parcel, PNG: north up, the parcel grey and what is inside red. Empty without
/// shapes.
QByteArray encroachmentPicture(const spatial::Encroachment& one);

} // namespace checkup::report
