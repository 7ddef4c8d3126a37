#pragma once

#include "core/base/cancel.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/draw/sheet_set.h"
#include "core/project/year_data.h"

#include <QList>
#include <QString>

#include <optional>

/// The set of drawings of a year as files.
namespace checkup::report {

struct DrawingOptions
{
    int year = 0;          ///< 0: the status year
    QStringList formats;   ///< of single sheets: "png", "svg", "pdf"
    bool atlas = false;    ///< all sheets in one pdf with bookmarks
    int dotsPerInch = 200; ///< of png
    QStringList sheets;    ///< ids or numbers; empty: all
    /// Names or codes of districts, each sheet once for each; "all"; empty: the city.
    QStringList districts;
    QString reviewNumber, secrecy;
    /// Sheets that work which was stopped has finished stay, if nothing that they are made of has
    /// changed since.
    bool resume = false;
    QString paper;                               ///< "A4" to "A0", in place of the sheets' own
    std::optional<bool> upright = {};            ///< likewise portrait or landscape
    std::optional<draw::OfficeFrame> frame = {}; ///< in place of the project's own
};

/// One sheet of the set, drawn or not.
struct DrawnSheet
{
    QString id, title, district;
    int number = 0;
    bool isDrawn = false;
    QString why;       ///< not drawn: what it lacks, or what failed
    bool lacks = true; ///< not drawn for want of layers or figures; else a failure
    double scale = 0;  ///< denominator
    QStringList legend, figures, unknown;
    QStringList files; ///< below the folder
};

struct DrawingSet
{
    QList<DrawnSheet> sheets; ///< by number, districts in the project's order
    QString atlas;            ///< its file; empty: none
    QString list;             ///< the list of drawings, "图纸清单.csv"
    QStringList faults;       ///< what the project keeps for its sheets and cannot be used
};

/// The drawings that a set would have, those that the project keeps itself in place of `templates`,
/// and what keeps the others out. Reads no layer.
/// Errors: BadUsage for an unknown id.
Result<DrawingSet> listDrawings(const QString& projectPath, const project::YearData& data,
                                const QList<draw::SheetTemplate>& templates,
                                const DrawingOptions& options);

/// What of a set is the same in a file and in a preview: year, frame, paper, fonts.
draw::SheetSetOptions setOptions(const DrawingOptions& options, const draw::ProjectSheets& project);

/// How many sheets of this set, with these options, work that was stopped has finished in a folder:
/// what `resume` would take over if nothing has changed since.
int drawnBefore(const QString& folder, const QString& projectPath, const project::YearData& data,
                const QList<draw::SheetTemplate>& templates, const DrawingOptions& options);

/// Draws them into a folder (made when absent): "03_厦门市2022年国土利用现状图.png" and its world
/// file .pgw, the atlas, and the list of what is there and why the rest is not. Each layer is read
/// once; sheets are painted in several threads. A sheet that fails is told in its place and stops
/// no other. The same project gives the same bytes, in any language. Needs a QGuiApplication.
/// Errors: BadUsage (an unknown sheet or district), ReadOnly, DiskFull, Io, Cancelled.
Result<DrawingSet> writeDrawings(const QString& folder, const QString& projectPath,
                                 const project::YearData& data,
                                 const QList<draw::SheetTemplate>& templates,
                                 const DrawingOptions& options, const CancelToken& cancel = {},
                                 const ProgressSink& progress = {});

} // namespace checkup::report
