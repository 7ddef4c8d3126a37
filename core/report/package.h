#pragma once

#include "core/assess/assessment.h"
#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/year_data.h"
#include "core/report/chart.h"

#include <QList>
#include <QString>

#include <functional>

namespace checkup::report {

/// What the package should hold.
struct PackageOptions
{
    bool docx = true;
    bool pdf = true;
    bool conclusionTable = true;
    bool charts = true;
    bool everySeries =
        false; ///< with the charts: a series for every indicator, not the telling ones only
    QString docxTemplate; ///< empty: the built-in one
    /// The project's file; empty: neither of the next two.
    QString project;
    bool landTables = true; ///< those that the project's layers allow, 附表_空间/*.xlsx
    bool drawings = true;   ///< likewise the drawings, 图纸/*.png and an atlas; see drawing_set.h
    /// Told why a table of land or a drawing failed; called on the calling thread.
    std::function<void(const Issue&)> tell;
};

/// One file of a package.
struct PackageFile
{
    QString path;        ///< below the folder, "/" between parts
    QString description; ///< one line for people, in Chinese like the package
    qint64 bytes = 0;
    QString sha256;
};

/// Writes the package of a year into `folder` (made when absent): 01_年度体检评估总报告.docx and
/// .pdf, 02_指标结论表.xlsx, 附表_空间/*.xlsx, 图纸/*.png with the atlas and the list of drawings,
/// 图表/*.png and *.svg, 引用数字.json (every number printed in the report, for checking) and
/// 清单.json (the manifest). All is first written into a
/// hidden folder beside and moved file by file at the end, the manifest last: cancelling, a failure
/// or a kill leaves the former package, or a folder without manifest, and never half a file. Files
/// of the former package that the new one does not have are removed; files that no package wrote
/// stay. The same data gives the same bytes, whatever the interface's language; let `assessment` be
/// made in Chinese (InChinese), since its sentences are quoted. Calls the painter on the calling
/// thread. Errors: Cancelled, Busy (another program writes the same package), ReadOnly, DiskFull,
/// Io with the path.
Result<QList<PackageFile>> writePackage(const QString& folder, const project::YearData& data,
                                        const assess::Assessment& assessment, ChartPainter& painter,
                                        const PackageOptions& options = {},
                                        const CancelToken& cancel = {},
                                        const ProgressSink& progress = {});

/// What a look at a finished package found.
struct PackageCheck
{
    bool ok = false;
    int files = 0;   ///< listed in the manifest
    int numbers = 0; ///< printed numbers found again in the report's text
    Issues problems;
};

/// Compares every file with the manifest, opens workbook and report, and finds every number of
/// 引用数字.json again in the report's text. NotFound when the folder has no manifest.
Result<PackageCheck> verifyPackage(const QString& folder, const CancelToken& cancel = {});

/// The text of a .docx: a line a paragraph, table rows with a tab between cells.
Result<QStringList> docxLines(const QString& path);

} // namespace checkup::report
