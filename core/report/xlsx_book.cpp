#include "core/report/xlsx_book.h"

#include "core/base/in_chinese.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

/// The errors' sentences; what stands in the workbook is Chinese whatever the interface's language.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr qsizetype longestCell = 32767;

} // namespace

XlsxBook::XlsxBook(const QString& path)
    : m_book(workbook_new(path.toUtf8().constData()))
{}

XlsxBook::~XlsxBook()
{
    if (m_book != nullptr)
        workbook_close(m_book);
}

lxw_error XlsxBook::close()
{
    lxw_workbook* book = std::exchange(m_book, nullptr);
    return workbook_close(book);
}

lxw_format* XlsxBook::look(Look look)
{
    lxw_format*& format = m_looks[static_cast<int>(look)];
    if (format != nullptr)
        return format;
    format = fresh();
    switch (look) {
    case Look::Title:
        format_set_bold(format);
        format_set_font_size(format, 16);
        format_set_align(format, LXW_ALIGN_LEFT);
        break;
    case Look::CentredTitle:
        format_set_bold(format);
        format_set_font_size(format, 16);
        format_set_align(format, LXW_ALIGN_CENTER);
        break;
    case Look::Note:
        format_set_font_color(format, 0x606060);
        break;
    case Look::Header:
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_bg_color(format, 0xDDE6EF);
        format_set_border(format, LXW_BORDER_THIN);
        break;
    case Look::Text:
        format_set_text_wrap(format);
        format_set_border(format, LXW_BORDER_THIN);
        break;
    case Look::Centred:
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_CENTER);
        format_set_border(format, LXW_BORDER_THIN);
        break;
    }
    return format;
}

lxw_format* XlsxBook::number(const QString& pattern)
{
    lxw_format*& format = m_numbers[pattern];
    if (format == nullptr) {
        format = fresh();
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_num_format(format, pattern.toUtf8().constData());
    }
    return format;
}

lxw_format* XlsxBook::fill(const QColor& colour)
{
    lxw_format* format = workbook_add_format(m_book);
    format_set_bg_color(format, static_cast<lxw_color_t>(colour.rgb() & 0xFFFFFF));
    format_set_font_color(format, 0x000000);
    return format;
}

lxw_format* XlsxBook::fresh()
{
    lxw_format* format = workbook_add_format(m_book);
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 10);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

XlsxSheet::XlsxSheet(XlsxBook& book, const QString& name)
    : m_book(book)
    , m_sheet(workbook_add_worksheet(book.get(), name.toUtf8().constData()))
{}

void XlsxSheet::text(lxw_col_t column, const QString& text, XlsxBook::Look look)
{
    // XML knows no other control characters, and a workbook that holds one does not open.
    QString clean = text.left(longestCell);
    clean.removeIf(
        [](QChar letter) { return letter < u' ' && letter != u'\n' && letter != u'\t'; });
    if (clean.isEmpty())
        worksheet_write_blank(m_sheet, row, column, m_book.look(look));
    else
        worksheet_write_string(m_sheet, row, column, clean.toUtf8().constData(), m_book.look(look));
    if (look == XlsxBook::Look::Text)
        makeRoom(column, clean);
}

void XlsxSheet::number(lxw_col_t column, double number, const QString& format)
{
    worksheet_write_number(m_sheet, row, column, number, m_book.number(format));
}

void XlsxSheet::number(lxw_col_t column, const std::optional<double>& value, const QString& format,
                       const QString& otherwise)
{
    if (value && std::isfinite(*value))
        number(column, *value, format);
    else
        text(column, otherwise, XlsxBook::Look::Centred);
}

void XlsxSheet::formula(lxw_col_t column, const QString& formula, double value,
                        const QString& format)
{
    worksheet_write_formula_num(m_sheet, row, column, formula.toUtf8().constData(),
                                m_book.number(format), value);
}

void XlsxSheet::header(const QStringList& names)
{
    for (qsizetype i = 0; i < names.size(); ++i)
        text(static_cast<lxw_col_t>(i), names.at(i), XlsxBook::Look::Header);
    worksheet_set_row(m_sheet, row, headerHeight, nullptr);
}

void XlsxSheet::widths(const QList<double>& widths)
{
    m_widths = widths;
    for (qsizetype i = 0; i < widths.size(); ++i)
        worksheet_set_column(m_sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i),
                             widths.at(i), nullptr);
}

double XlsxSheet::endRow()
{
    constexpr double lineHeight = 14;
    constexpr int mostLines = 12;
    const double height = lineHeight * std::clamp(m_lines, 1, mostLines) + 3;
    worksheet_set_row(m_sheet, row, height, nullptr);
    m_lines = 1;
    ++row;
    return height;
}

void XlsxSheet::title(const QString& title, const QString& note, int columns)
{
    if (columns > 1) {
        worksheet_merge_range(m_sheet, row, 0, row, static_cast<lxw_col_t>(columns - 1),
                              title.toUtf8().constData(),
                              m_book.look(XlsxBook::Look::CentredTitle));
    } else {
        text(0, title, XlsxBook::Look::Title);
    }
    worksheet_set_row(m_sheet, row, 26, nullptr);
    ++row;
    text(0, note, XlsxBook::Look::Note);
    ++row;
}

void XlsxSheet::printSetUp(std::optional<lxw_row_t> headerRow, const QString& footer, uint8_t paper)
{
    worksheet_set_landscape(m_sheet);
    worksheet_set_paper(m_sheet, paper);
    worksheet_fit_to_pages(m_sheet, 1, 0);
    worksheet_set_margins(m_sheet, 0.5, 0.5, 0.6, 0.6);
    if (headerRow)
        worksheet_repeat_rows(m_sheet, *headerRow, *headerRow);
    worksheet_set_footer(m_sheet, (u"&L"_s + footer + u"&R&P/&N"_s).toUtf8().constData());
}

/// A Chinese letter is about two digits wide, and a column's width is counted in digits.
void XlsxSheet::makeRoom(lxw_col_t column, const QString& text)
{
    const double width = std::max(4.0, m_widths.value(column, 9) - 1);
    int lines = 0;
    for (const QString& part : text.split(u'\n')) {
        double needed = 0;
        for (const QChar letter : part)
            needed += letter.unicode() < 0x2000 ? 1 : 2;
        lines += std::max(1, static_cast<int>(std::ceil(needed / width)));
    }
    m_lines = std::max(m_lines, lines);
}

Result<void> writeXlsx(const QString& path, const QString& title, const project::YearInfo& info,
                       const CancelToken& cancel, const std::function<void(XlsxBook&)>& fill)
{
    const QString shown = QDir::toNativeSeparators(path);
    // Asked before the library does, which would complain on standard error.
    if (QFile probe(path); !probe.open(QIODevice::WriteOnly)) {
        return Error(
            ErrorCode::ReadOnly,
            Text::tr("表格“%1”写不进去，请检查文件夹的写权限，并关闭正打开它的程序。").arg(shown),
            probe.errorString());
    }
    try {
        XlsxBook book(path);
        if (book.get() == nullptr)
            return Error(ErrorCode::Internal,
                         Text::tr("无法建立表格“%1”，请关闭其他程序后重试。").arg(shown));
        const QByteArray titleBytes = title.toUtf8();
        const QByteArray author = info.organisation.toUtf8();
        lxw_doc_properties properties{};
        properties.title = const_cast<char*>(titleBytes.constData());
        properties.author = const_cast<char*>(author.constData());
        // Without a time the library would take the time of day; 1 January 2000 stands for
        // "unknown".
        constexpr qint64 unknownTime = 946684800;
        properties.created =
            info.changedAt.isValid() ? info.changedAt.toSecsSinceEpoch() : unknownTime;
        workbook_set_properties(book.get(), &properties);
        {
            const InChinese official;
            fill(book);
        }
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消写出表格“%1”。").arg(shown));
        const lxw_error fault = book.close();
        if (fault != LXW_NO_ERROR) {
            return Error(ErrorCode::Io,
                         Text::tr("表格“%1”没有写完，请检查磁盘剩余空间后重试。").arg(shown),
                         QString::fromUtf8(lxw_strerror(fault)));
        }
        return {};
    } catch (const std::exception& fault) {
        return Error(ErrorCode::Internal, Text::tr("写出表格“%1”时出错，请重试。").arg(shown),
                     QString::fromUtf8(fault.what()));
    }
}

} // namespace checkup::report
