#pragma once

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/project/year_data.h"

#include <QColor>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <xlsxwriter.h>

#include <functional>
#include <optional>

namespace checkup::report {

/// A workbook under construction with its formats made once each.
class XlsxBook
{
public:
    explicit XlsxBook(const QString& path);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    lxw_workbook* get() const { return m_book; } ///< null when it could not be made
    lxw_error close();

    enum class Look { Title, CentredTitle, Note, Header, Text, Centred };
    lxw_format* look(Look look);
    lxw_format* number(const QString& pattern);
    /// For conditional formats: only what differs.
    lxw_format* fill(const QColor& colour);

private:
    lxw_format* fresh();

    lxw_workbook* m_book;
    QHash<int, lxw_format*> m_looks;
    QHash<QString, lxw_format*> m_numbers;
};

/// One sheet with a running row.
class XlsxSheet
{
public:
    static constexpr double headerHeight = 34; ///< points, as all heights of rows
    static constexpr uint8_t paperA3 = 8, paperA4 = 9;

    XlsxSheet(XlsxBook& book, const QString& name);

    XlsxBook& book() const { return m_book; }
    lxw_worksheet* get() const { return m_sheet; }
    lxw_row_t row = 0;

    /// Strings go in as strings whatever they begin with: never through a call that guesses
    /// formulas.
    void text(lxw_col_t column, const QString& text, XlsxBook::Look look = XlsxBook::Look::Text);
    void number(lxw_col_t column, double number, const QString& format);
    void number(lxw_col_t column, const std::optional<double>& value, const QString& format,
                const QString& otherwise);
    void formula(lxw_col_t column, const QString& formula, double value, const QString& format);
    void header(const QStringList& names);
    /// To be called before the rows are written: their heights depend on it.
    void widths(const QList<double>& widths);
    /// Ends a row; gives it the height that its wrapped text needs, which not every program works
    /// out. That height in points.
    double endRow();
    /// A title line and a note line; the title is centred over `columns` when these are given.
    void title(const QString& title, const QString& note, int columns = 0);
    /// Landscape, as many pages as it takes, the header row repeated.
    void printSetUp(std::optional<lxw_row_t> headerRow, const QString& footer,
                    uint8_t paper = paperA3);

private:
    void makeRoom(lxw_col_t column, const QString& text);

    XlsxBook& m_book;
    lxw_worksheet* m_sheet;
    QList<double> m_widths;
    int m_lines = 1;
};

/// Writes a workbook: `fill` adds its sheets and speaks Chinese, whatever the interface's language.
/// The same content gives the same bytes; the only time in the file is info.changedAt. Writes
/// `path` itself, not beside it. Errors: ReadOnly, Io with the path; Cancelled.
Result<void> writeXlsx(const QString& path, const QString& title, const project::YearInfo& info,
                       const CancelToken& cancel, const std::function<void(XlsxBook&)>& fill);

} // namespace checkup::report
