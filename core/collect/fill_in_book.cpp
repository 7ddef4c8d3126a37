#include "core/collect/fill_in_book.h"

#include <QDateTime>

#include <algorithm>
#include <vector>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* heading = "黑体";
constexpr const char* body = "仿宋";

/// Cut to what Excel takes in titles and messages of an input hint.
QByteArray cut(const QString& text, int length)
{
    return (text.size() <= length ? text : text.left(length - 1) + u'…').toUtf8();
}

/// Bytes must not depend on the clock: the workbook carries the time of the last audited change.
time_t workbookTime(const project::YearInfo& info)
{
    const QDateTime fallback(QDate(std::max(info.year, 1990), 12, 31), QTime(0, 0), Qt::UTC);
    const QDateTime time = info.changedAt.isValid() ? info.changedAt : fallback;
    return static_cast<time_t>(std::max<qint64>(1, time.toSecsSinceEpoch()));
}

} // namespace

int lineCount(const QString& text, double width)
{
    int lines = 0;
    for (const QString& paragraph : text.split(u'\n')) {
        double used = 0;
        for (const QChar sign : paragraph)
            used += sign.unicode() < 0x2E80 ? 1.0 : 2.05;
        lines += std::max(1, static_cast<int>((used + width - 1) / width));
    }
    return lines;
}

FillInBook::FillInBook(const project::YearData& data, const DepartmentTask& task,
                       const QList<LayerAsked>& layers, const FilledIn* filled)
    : m_data(data)
    , m_task(task)
    , m_layers(layers)
    , m_filled(filled)
    , m_subjects(data.catalogue)
{
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (indicator.excluded)
            continue;
        const QStringList inputs = quantitiesOf(indicator);
        m_inputs.insert(indicator.code, inputs);
        for (const QString& id : inputs)
            m_users[id].append(indicator.nameZh);
    }
    for (const Task& one : taskList(data, {}))
        m_supporting.insert(one.subject, one.supporting);
}

lxw_error FillInBook::write(const QByteArray& path, const QByteArray& scratch)
{
    QByteArray folder = scratch;
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    m_book = workbook_new_opt(path.constData(), &options);
    if (!m_book)
        return LXW_ERROR_CREATING_XLSX_FILE;
    QByteArray documentTitle = title().toUtf8();
    QByteArray subject = m_task.department.name.toUtf8();
    QByteArray author = m_data.info.organisation.toUtf8();
    lxw_doc_properties properties{};
    properties.title = documentTitle.data();
    properties.subject = subject.data();
    properties.author = author.data();
    properties.created = workbookTime(m_data.info);
    workbook_set_properties(m_book, &properties);
    makeFormats();

    QStringList names;
    const auto add = [&](QStringView name) {
        names.append(name.toString());
        return addSheet(name);
    };
    lxw_worksheet* cover = addSheet(u"填报说明");
    writeFigureSheet(*this, add(layout::valueSheet), m_task.subjects, {m_data.city()}, false);
    const QList<const project::Region*> districts = districtsOf(m_data);
    const QStringList byDistrict = askedByDistrict(*this);
    if (!districts.isEmpty() && !byDistrict.isEmpty())
        writeFigureSheet(*this, add(layout::districtSheet), byDistrict, districts, true);
    writeTextSheet(*this, add(layout::textSheet));
    writeKeyTaskSheet(*this, add(layout::keyTaskSheet));
    if (!m_layers.isEmpty())
        writeLayerSheet(*this, add(layout::layerSheet));
    writeContactSheet(*this, add(layout::contactSheet));
    writeCoverSheet(*this, cover, names);
    writeKeys(addSheet(layout::keySheet));
    worksheet_activate(cover);
    return workbook_close(m_book);
}

QString FillInBook::title() const
{
    return u"%1%2年度国土空间规划城市体检评估数据填报表"_s.arg(m_data.info.city)
        .arg(m_data.info.year);
}

QString FillInBook::identityText() const
{
    const project::YearInfo& info = m_data.info;
    return layout::identityMark + info.uuid + layout::separator + info.city + layout::separator +
           QString::number(info.year) + layout::separator + m_task.department.name +
           layout::separator + QString::number(layout::version);
}

lxw_worksheet* FillInBook::addSheet(QStringView name)
{
    return workbook_add_worksheet(m_book, name.toUtf8().constData());
}

lxw_format* FillInBook::format(const char* font, double size)
{
    lxw_format* made = workbook_add_format(m_book);
    format_set_font_name(made, font);
    format_set_font_size(made, size);
    format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
    return made;
}

lxw_format* FillInBook::boxed(const char* font, uint8_t align)
{
    lxw_format* made = format(font, 10.5);
    format_set_border(made, LXW_BORDER_THIN);
    format_set_border_color(made, 0x9AA5B1);
    format_set_text_wrap(made);
    format_set_align(made, align);
    if (align == LXW_ALIGN_LEFT)
        format_set_indent(made, 1);
    return made;
}

lxw_format* FillInBook::input(uint8_t align)
{
    lxw_format* made = boxed(body, align);
    format_set_bg_color(made, 0xFFF8E1);
    format_set_unlocked(made);
    return made;
}

void FillInBook::makeFormats()
{
    Formats& f = m_formats;
    f.title = format(heading, 18);
    format_set_align(f.title, LXW_ALIGN_CENTER);
    format_set_text_wrap(f.title);
    f.sheetTitle = format(heading, 15);
    format_set_align(f.sheetTitle, LXW_ALIGN_CENTER);
    f.small = format(body, 10.5);
    format_set_font_color(f.small, 0x4A5560);
    format_set_text_wrap(f.small);
    f.section = format(heading, 12);
    format_set_bottom(f.section, LXW_BORDER_MEDIUM);
    format_set_bottom_color(f.section, 0x2F5D8A);
    f.paragraph = format(body, 12);
    format_set_text_wrap(f.paragraph);
    f.header = boxed(heading, LXW_ALIGN_CENTER);
    format_set_bg_color(f.header, 0xDCE6F1);
    f.label = boxed(heading, LXW_ALIGN_CENTER);
    format_set_bg_color(f.label, 0xEEF2F7);
    f.left = boxed(body, LXW_ALIGN_LEFT);
    f.centre = boxed(body, LXW_ALIGN_CENTER);
    f.reference = boxed(body, LXW_ALIGN_RIGHT);
    format_set_font_color(f.reference, 0x6B7785);
    f.inputNumber = input(LXW_ALIGN_RIGHT);
    f.inputText = input(LXW_ALIGN_LEFT);
    f.inputCentre = input(LXW_ALIGN_CENTER);
    f.inputTop = input(LXW_ALIGN_LEFT);
    format_set_align(f.inputTop, LXW_ALIGN_VERTICAL_TOP);
}

void FillInBook::text(lxw_worksheet* on, int row, int column, const QString& what, lxw_format* how)
{
    if (what.isEmpty())
        worksheet_write_blank(on, lxw_row_t(row), lxw_col_t(column), how);
    else
        worksheet_write_string(on, lxw_row_t(row), lxw_col_t(column), what.toUtf8().constData(),
                               how);
}

void FillInBook::number(lxw_worksheet* on, int row, int column, double what, lxw_format* how)
{
    worksheet_write_number(on, lxw_row_t(row), lxw_col_t(column), what, how);
}

void FillInBook::merged(lxw_worksheet* on, int row, int first, int last, const QString& what,
                        lxw_format* how)
{
    worksheet_merge_range(on, lxw_row_t(row), lxw_col_t(first), lxw_row_t(row), lxw_col_t(last),
                          what.toUtf8().constData(), how);
}

void FillInBook::beginTable(lxw_worksheet* on, const QList<Column>& columns, const QString& part,
                            const QString& remark, double remarkHeight)
{
    const int last = static_cast<int>(columns.size());
    text(on, 0, 0, identityText(), nullptr);
    for (int at = 0; at < last; ++at) {
        const Column& column = columns[at];
        worksheet_set_column(on, lxw_col_t(at + 1), lxw_col_t(at + 1), column.width, nullptr);
        if (!column.key.isEmpty())
            text(on, 0, at + 1, layout::columnMark + column.key, nullptr);
        text(on, headerRow, at + 1, column.header, m_formats.header);
    }
    lxw_row_col_options hidden{};
    hidden.hidden = LXW_TRUE;
    worksheet_set_row_opt(on, 0, 15, nullptr, &hidden);
    worksheet_set_column_opt(on, 0, 0, 4, nullptr, &hidden);
    worksheet_set_row(on, 1, 30, nullptr);
    merged(on, 1, 1, last, title() + u"（%1）"_s.arg(part), m_formats.sheetTitle);
    worksheet_set_row(on, 2, remarkHeight, nullptr);
    merged(on, 2, 1, last, remark, m_formats.small);
    worksheet_set_row(on, headerRow, 34, nullptr);
}

void FillInBook::endTable(lxw_worksheet* on, int lastRow, int lastColumn, int frozenColumns,
                          int paper)
{
    worksheet_freeze_panes(on, firstRow, lxw_col_t(frozenColumns));
    worksheet_repeat_rows(on, headerRow, headerRow);
    worksheet_print_area(on, 1, 1, lxw_row_t(std::max(lastRow, firstRow)), lxw_col_t(lastColumn));
    finishSheet(on, true, paper);
}

void FillInBook::choose(lxw_worksheet* on, int top, int bottom, int column, const Choice& choice)
{
    std::vector<QByteArray> words;
    for (const QString& word : choice.words)
        words.push_back(word.toUtf8());
    std::vector<const char*> list;
    for (const QByteArray& word : words)
        list.push_back(word.constData());
    list.push_back(nullptr);
    lxw_data_validation check{};
    check.validate = LXW_VALIDATION_TYPE_LIST;
    check.value_list = const_cast<decltype(check.value_list)>(list.data());
    QByteArray title = cut(choice.title, 30), hint = cut(choice.hint, 250),
               errorTitle = cut(choice.title, 30), error = cut(choice.error, 220);
    check.input_title = title.data();
    check.input_message = hint.data();
    check.error_title = errorTitle.data();
    check.error_message = error.data();
    check.error_type =
        choice.strict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING;
    worksheet_data_validation_range(on, lxw_row_t(top), lxw_col_t(column), lxw_row_t(bottom),
                                    lxw_col_t(column), &check);
}

void FillInBook::checkNumber(lxw_worksheet* on, int top, int left, int bottom, int right,
                             double least, double most, const QString& title, const QString& hint,
                             const QString& error)
{
    lxw_data_validation check{};
    check.validate = LXW_VALIDATION_TYPE_DECIMAL;
    check.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    check.minimum_number = least;
    check.maximum_number = most;
    check.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    QByteArray inputTitle = cut(title, 30), input = cut(hint, 250),
               errorTitle = QByteArray("这里应当填数"), message = cut(error, 220);
    check.input_title = inputTitle.data();
    check.input_message = input.data();
    check.error_title = errorTitle.data();
    check.error_message = message.data();
    worksheet_data_validation_range(on, lxw_row_t(top), lxw_col_t(left), lxw_row_t(bottom),
                                    lxw_col_t(right), &check);
}

void FillInBook::finishSheet(lxw_worksheet* on, bool landscape, int paper)
{
    worksheet_set_paper(on, uint8_t(paper));
    if (landscape)
        worksheet_set_landscape(on);
    worksheet_fit_to_pages(on, 1, 0);
    worksheet_set_margins(on, 0.5, 0.5, 0.6, 0.6);
    worksheet_set_footer(on, "&C第 &P 页 共 &N 页");
    lxw_protection allowed{};
    allowed.format_cells = LXW_TRUE;
    allowed.format_columns = LXW_TRUE;
    allowed.format_rows = LXW_TRUE;
    allowed.sort = LXW_TRUE;
    allowed.autofilter = LXW_TRUE;
    worksheet_protect(on, nullptr, &allowed);
}

void FillInBook::writeKeys(lxw_worksheet* on)
{
    text(on, 0, 0, identityText(), nullptr);
    text(on, 1, 0, u"本工作表用来识别填报单位和年份，请勿删除。"_s, nullptr);
    worksheet_hide(on);
    worksheet_protect(on, nullptr, nullptr);
}

} // namespace checkup::collect
