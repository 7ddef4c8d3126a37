#pragma once

#include "core/base/result.h"
#include "core/report/drawing_set.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace checkup::report {

/// What of a set of drawings is finished, kept beside the files while they are made, so that work
/// that was stopped can go on where it was. For one thread at a time.
class DrawingProgress
{
public:
    /// `stamp` says what decides how the sheets look; see drawingStamp. What the folder's record
    /// says of the same stamp is taken over when `resume`, else work begins anew.
    DrawingProgress(const QString& folder, QByteArray stamp, bool resume);

    int count() const { return static_cast<int>(m_sheets.size()); } ///< finished, as recorded
    /// The sheet as it was finished, when its files still hold what was written.
    std::optional<DrawnSheet> finished(const DrawnSheet& sheet) const;
    /// Errors: those of writeFileSafely.
    Result<void> add(const DrawnSheet& sheet);
    /// The whole set is there: nothing is left to go on with.
    void end() const;

private:
    QString path() const;

    QString m_folder;
    QByteArray m_stamp;
    QMap<QString, DrawnSheet> m_sheets;           ///< by id and district
    QMap<QString, QMap<QString, QString>> m_sums; ///< of each its files' SHA-256
};

/// All that decides how sheets look, but which of them are asked for: the project's state, files
/// outside it as they stand, the templates, the options. Hex SHA-256.
QByteArray drawingStamp(const QString& projectPath, const project::YearData& data,
                        const QList<draw::SheetTemplate>& sheets, const DrawingOptions& options);

} // namespace checkup::report
