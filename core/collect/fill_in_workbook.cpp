#include "core/collect/fill_in_workbook.h"

#include "core/base/decimal.h"
#include "core/base/file_tools.h"
#include "core/base/in_chinese.h"
#include "core/base/number_text.h"
#include "core/collect/fill_in_layout.h"
#include "core/collect/subjects.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>
#include <vector>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

using catalogue::Indicator;
using catalogue::Quantity;

/// A UTF-8 copy for libxlsxwriter, which stores its own.
QByteArray utf8(const QString& text)
{
    return text.toUtf8();
}
QByteArray utf8(QStringView text)
{
    return text.toUtf8();
}

/// Cut to what Excel takes in titles and messages of an input hint.
QByteArray cut(const QString& text, int length)
{
    return (text.size() <= length ? text : text.left(length - 1) + u'…').toUtf8();
}

/// How many lines a text takes in a column of `width` (characters of a Latin font; CJK take two).
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

/// Bytes must not depend on the clock: the workbook carries the time of the last audited change.
time_t workbookTime(const project::YearInfo& info)
{
    const QDateTime fallback(QDate(std::max(info.year, 1990), 12, 31), QTime(0, 0), Qt::UTC);
    const QDateTime time = info.changedAt.isValid() ? info.changedAt : fallback;
    return static_cast<time_t>(std::max<qint64>(1, time.toSecsSinceEpoch()));
}

QString title(const project::YearData& data)
{
    return u"%1%2年度国土空间规划城市体检评估数据填报表"_s.arg(data.info.city).arg(data.info.year);
}

QString regionToken(const project::Region& region)
{
    return region.code.isEmpty() ? region.nameZh : region.code;
}

/// One workbook while it is being written. What is on it is for the departments of a Chinese city
/// and is read back by the words of fill_in_layout.h, so its text is not translated.
class Writer
{
public:
    Writer(const project::YearData& data, const DepartmentTask& task, const FilledIn* filled)
        : m_data(data)
        , m_task(task)
        , m_filled(filled)
        , m_subjects(data.catalogue)
    {
        for (const Indicator& indicator : data.catalogue.indicators) {
            if (indicator.excluded)
                continue;
            const QStringList inputs = quantitiesOf(indicator);
            m_inputs.insert(indicator.code, inputs);
            for (const QString& id : inputs)
                m_users[id].append(indicator.nameZh);
        }
        if (!filled)
            return;
        for (const FilledIn::Figure& figure : filled->figures)
            m_figures.insert({figure.subject, token(figure.region), figure.year}, &figure);
        for (const FilledIn::Row& row : filled->rows)
            m_rows.insert({row.subject, token(row.region), 0}, &row);
        for (const FilledIn::Paragraph& paragraph : filled->texts)
            m_texts.insert({paragraph.group, {}, static_cast<int>(paragraph.kind)}, &paragraph);
    }

    lxw_error write(const QByteArray& path, const QByteArray& scratch)
    {
        QByteArray folder = scratch;
        lxw_workbook_options options{};
        options.tmpdir = folder.data();
        m_book = workbook_new_opt(path.constData(), &options);
        if (!m_book)
            return LXW_ERROR_CREATING_XLSX_FILE;
        QByteArray documentTitle = utf8(title(m_data));
        QByteArray subject = utf8(m_task.department.name);
        QByteArray author = utf8(m_data.info.organisation);
        lxw_doc_properties properties{};
        properties.title = documentTitle.data();
        properties.subject = subject.data();
        properties.author = author.data();
        properties.created = workbookTime(m_data.info);
        workbook_set_properties(m_book, &properties);
        makeFormats();

        lxw_worksheet* cover = sheet(u"填报说明");
        lxw_worksheet* values = sheet(layout::valueSheet);
        const QList<const project::Region*> districts = districtsAsked();
        QStringList byDistrict;
        for (const QString& id : m_task.subjects) {
            if (askedByDistrict(id))
                byDistrict.append(id);
        }
        lxw_worksheet* parts =
            districts.isEmpty() || byDistrict.isEmpty() ? nullptr : sheet(layout::districtSheet);
        lxw_worksheet* texts = sheet(layout::textSheet);
        lxw_worksheet* keys = sheet(layout::keySheet);
        writeCover(cover, parts != nullptr);
        writeFigures(values, m_task.subjects, {m_data.city()}, false);
        if (parts)
            writeFigures(parts, byDistrict, districts, true);
        writeTexts(texts);
        writeKeys(keys);
        worksheet_activate(cover);
        return workbook_close(m_book);
    }

private:
    struct Key
    {
        QString subject, region;
        int number = 0;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.subject, key.region, key.number);
        }
    };

    QString token(const QString& region) const
    {
        const project::Region* found = findRegion(m_data, region);
        return found ? regionToken(*found) : region;
    }

    lxw_worksheet* sheet(QStringView name)
    {
        return workbook_add_worksheet(m_book, utf8(name).constData());
    }

    lxw_format* format(const char* font, double size)
    {
        lxw_format* made = workbook_add_format(m_book);
        format_set_font_name(made, font);
        format_set_font_size(made, size);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        return made;
    }

    lxw_format* boxed(const char* font, uint8_t align)
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

    lxw_format* input(uint8_t align)
    {
        lxw_format* made = boxed(body, align);
        format_set_bg_color(made, 0xFFF8E1);
        format_set_unlocked(made);
        return made;
    }

    void makeFormats()
    {
        m_title = format(heading, 18);
        format_set_align(m_title, LXW_ALIGN_CENTER);
        format_set_text_wrap(m_title);
        m_sheetTitle = format(heading, 15);
        format_set_align(m_sheetTitle, LXW_ALIGN_CENTER);
        m_small = format(body, 10.5);
        format_set_font_color(m_small, 0x4A5560);
        m_section = format(heading, 12);
        format_set_bottom(m_section, LXW_BORDER_MEDIUM);
        format_set_bottom_color(m_section, 0x2F5D8A);
        m_paragraph = format(body, 12);
        format_set_text_wrap(m_paragraph);
        m_header = boxed(heading, LXW_ALIGN_CENTER);
        format_set_bg_color(m_header, 0xDCE6F1);
        m_label = boxed(heading, LXW_ALIGN_CENTER);
        format_set_bg_color(m_label, 0xEEF2F7);
        m_left = boxed(body, LXW_ALIGN_LEFT);
        m_centre = boxed(body, LXW_ALIGN_CENTER);
        m_reference = boxed(body, LXW_ALIGN_RIGHT);
        format_set_font_color(m_reference, 0x6B7785);
        m_inputNumber = input(LXW_ALIGN_RIGHT);
        m_inputText = input(LXW_ALIGN_LEFT);
        m_inputCentre = input(LXW_ALIGN_CENTER);
        m_inputTop = input(LXW_ALIGN_LEFT);
        format_set_align(m_inputTop, LXW_ALIGN_VERTICAL_TOP);
    }

    void text(lxw_worksheet* on, int row, int column, const QString& what, lxw_format* how)
    {
        if (what.isEmpty())
            worksheet_write_blank(on, lxw_row_t(row), lxw_col_t(column), how);
        else
            worksheet_write_string(on, lxw_row_t(row), lxw_col_t(column), utf8(what).constData(),
                                   how);
    }

    void merged(lxw_worksheet* on, int row, int first, int last, const QString& what,
                lxw_format* how)
    {
        worksheet_merge_range(on, lxw_row_t(row), lxw_col_t(first), lxw_row_t(row), lxw_col_t(last),
                              utf8(what).constData(), how);
    }

    void hiddenRow(lxw_worksheet* on, const QStringList& columns)
    {
        text(on, 0, 0, identityText(), nullptr);
        for (int at = 0; at < columns.size(); ++at) {
            if (!columns[at].isEmpty())
                text(on, 0, at + 1, layout::columnMark + columns[at], nullptr);
        }
        lxw_row_col_options hidden{};
        hidden.hidden = LXW_TRUE;
        worksheet_set_row_opt(on, 0, 15, nullptr, &hidden);
        worksheet_set_column_opt(on, 0, 0, 4, nullptr, &hidden);
    }

    void finishSheet(lxw_worksheet* on, bool landscape)
    {
        worksheet_set_paper(on, 9); // A4
        if (landscape)
            worksheet_set_landscape(on);
        worksheet_fit_to_pages(on, 1, 0);
        worksheet_set_margins(on, 0.5, 0.5, 0.6, 0.6);
        worksheet_set_footer(on, utf8(u"&C第 &P 页 共 &N 页"_s).constData());
        lxw_protection allowed{};
        allowed.format_cells = LXW_TRUE;
        allowed.format_columns = LXW_TRUE;
        allowed.format_rows = LXW_TRUE;
        allowed.sort = LXW_TRUE;
        allowed.autofilter = LXW_TRUE;
        worksheet_protect(on, nullptr, &allowed);
    }

    QString identityText() const
    {
        const project::YearInfo& info = m_data.info;
        return layout::identityMark + info.uuid + layout::separator + info.city +
               layout::separator + QString::number(info.year) + layout::separator +
               m_task.department.name + layout::separator + QString::number(layout::version);
    }

    QList<const project::Region*> districtsAsked() const
    {
        QList<const project::Region*> districts;
        for (const project::Region& region : m_data.regions) {
            if (region.level == project::RegionLevel::District)
                districts.append(&region);
        }
        return districts;
    }

    /// Sums that districts can count themselves; big data, surveys and ready-made indicators are
    /// the city's.
    bool askedByDistrict(const QString& id) const
    {
        const Quantity* quantity = m_data.catalogue.quantity(id);
        if (!quantity)
            return false;
        return std::none_of(
            quantity->origins.cbegin(), quantity->origins.cend(), [](catalogue::Origin origin) {
                return origin == catalogue::Origin::BigData || origin == catalogue::Origin::Survey;
            });
    }

    QString meaning(const QString& id) const
    {
        if (const Indicator* indicator = m_data.catalogue.indicator(id))
            return indicator->definition;
        const Quantity* quantity = m_data.catalogue.quantity(id);
        if (!quantity)
            return {};
        const QStringList users = m_users.value(id);
        QString text = quantity->note;
        if (!users.isEmpty()) {
            const int shown = std::min<int>(3, static_cast<int>(users.size()));
            QString list = QStringList(users.mid(0, shown)).join(u'、');
            if (users.size() > shown)
                list += u"等%1项指标"_s.arg(users.size());
            text += (text.isEmpty() ? QString() : u"。"_s) + u"用于："_s + list;
        }
        return text;
    }

    void writeCover(lxw_worksheet* on, bool withDistricts)
    {
        worksheet_set_column(on, 0, 0, 2, nullptr);
        worksheet_set_column(on, 1, 1, 16, nullptr);
        worksheet_set_column(on, 2, 2, 30, nullptr);
        worksheet_set_column(on, 3, 3, 16, nullptr);
        worksheet_set_column(on, 4, 4, 30, nullptr);
        worksheet_set_row(on, 0, 56, nullptr);
        merged(on, 0, 1, 4, title(m_data), m_title);

        const project::Department& department = m_task.department;
        const auto pair = [&](int row, int column, const QString& name, const QString& what,
                              lxw_format* how) {
            text(on, row, column, name, m_label);
            text(on, row, column + 1, what, how);
        };
        for (int row = 2; row <= 5; ++row)
            worksheet_set_row(on, lxw_row_t(row), 26, nullptr);
        pair(2, 1, u"填报单位"_s, department.name, m_left);
        pair(2, 3, u"报送期限"_s,
             department.deadline.isValid() ? department.deadline.toString(u"yyyy年M月d日"_s)
                                           : u"另行通知"_s,
             m_left);
        pair(3, 1, u"联系人"_s, department.contact, m_left);
        pair(3, 3, u"联系电话"_s, department.phone, m_left);
        pair(4, 1, u"填报人"_s, m_filled ? m_filled->person : QString(), m_inputText);
        pair(4, 3, u"填报人电话"_s, m_filled ? m_filled->phone : QString(), m_inputText);
        pair(5, 1, u"填报日期"_s,
             m_filled && m_filled->date.isValid() ? m_filled->date.toString(u"yyyy年M月d日"_s)
                                                  : QString(),
             m_inputText);
        pair(5, 3, u"数据截止日"_s, u"%1年12月31日"_s.arg(m_data.info.year), m_left);

        int row = 7;
        const auto section = [&](const QString& heading_) {
            merged(on, row, 1, 4, heading_, m_section);
            worksheet_set_row(on, lxw_row_t(row), 24, nullptr);
            ++row;
        };
        const auto paragraph = [&](const QString& what) {
            merged(on, row, 1, 4, what, m_paragraph);
            worksheet_set_row(on, lxw_row_t(row), 18.0 * lineCount(what, 80) + 4, nullptr);
            ++row;
        };
        section(u"填报步骤"_s);
        paragraph(
            u"1. 在“数值”表中逐行填写本单位负责的数据，浅黄色单元格为填写区，其余单元格已锁定。"_s);
        paragraph(withDistricts
                      ? u"2. 有分区统计的，在“分区数值”表中填写各区数据；没有的，整行留空即可。"_s
                      : u"2. 每一年份填一个数；以往年份已报送过且没有变化的，可以留空。"_s);
        paragraph(
            u"3. %1年没有数的，不要填 0，请在“数据状态”一列选明情况；口径与“含义/口径”不一致的，写入“口径说明”。"_s
                .arg(m_data.info.year));
        paragraph(u"4. 在“数据来源/佐证”中写明出处（年鉴、公报、台账名称及页码）。"_s);
        paragraph(u"5. 在“文字”表中填写情况说明，检查无误后以原文件名保存，随正式公函报送。"_s);
        ++row;
        section(u"数据状态的含义"_s);
        paragraph(
            u"有值：已填写数值。    暂缺：应当有数，但暂时提供不了。    不适用：本市没有这一事项。"_s);
        paragraph(
            u"未统计：本单位没有开展此项统计或监测。    涉密：有数，但不便在本表中提供，另行按规定报送。"_s);
        ++row;
        section(u"单位与数字"_s);
        paragraph(
            u"请按“单位”一列填写，只填数字。确需使用其他单位的，可以连同单位一起写在单元格中（如“3.2万亩”），同类单位会自动换算；百分比填 12.3 或 12.3%，不要填 0.123。"_s);
        paragraph(
            u"可以调整行高、列宽和排序；请不要删除隐藏的行、列和工作表，它们用来识别数据。"_s);
        worksheet_gridlines(on, LXW_HIDE_ALL_GRIDLINES);
        worksheet_print_area(on, 0, 1, lxw_row_t(row), 4);
        finishSheet(on, false);
    }

    void writeFigures(lxw_worksheet* on, const QStringList& subjects,
                      const QList<const project::Region*>& regions, bool withRegion)
    {
        // Columns: key, 序号, 指标, [地区], 单位, 含义, 上年值, years..., 状态, 口径说明, 来源
        QStringList keys{QString(), layout::nameColumn.toString()};
        QStringList headers{layout::numberHeader.toString(), layout::nameHeader.toString()};
        QList<double> widths{6, 24};
        if (withRegion) {
            keys.append(layout::regionColumn.toString());
            headers.append(layout::regionHeader.toString());
            widths.append(10);
        }
        keys.append(layout::unitColumn.toString());
        headers.append(layout::unitHeader.toString());
        widths.append(12);
        if (!withRegion) { // by district the meaning is the same; it stands on the city's sheet
            keys.append(QString());
            headers.append(layout::meaningHeader.toString());
            widths.append(meaningWidth);
        }
        keys.append(QString());
        headers.append(layout::lastYearHeader.toString());
        widths.append(11);
        const int firstYear = static_cast<int>(headers.size()) + 1;
        for (const int year : m_task.years) {
            keys.append(u"y%1"_s.arg(year));
            headers.append(u"%1年"_s.arg(year));
            widths.append(11);
        }
        const int stateColumn = static_cast<int>(headers.size()) + 1;
        keys << layout::stateColumn.toString() << layout::noteColumn.toString()
             << layout::sourceColumn.toString();
        headers << layout::stateHeader.toString() << layout::noteHeader.toString()
                << layout::sourceHeader.toString();
        widths << 11 << 24 << 24;
        const int lastColumn = static_cast<int>(headers.size());

        for (int at = 0; at < widths.size(); ++at)
            worksheet_set_column(on, lxw_col_t(at + 1), lxw_col_t(at + 1), widths[at], nullptr);
        hiddenRow(on, keys);
        worksheet_set_row(on, 1, 30, nullptr);
        merged(on, 1, 1, lastColumn,
               title(m_data) + (withRegion ? u"（分区数值）"_s : u"（数值）"_s), m_sheetTitle);
        merged(
            on, 2, 1, lastColumn,
            u"填报单位：%1        数据截止：%2年12月31日        浅黄色为填写区；%2年没有数的请选择“数据状态”，不要填 0"_s
                .arg(m_task.department.name)
                .arg(m_data.info.year),
            m_small);
        constexpr int headerRow = 3;
        worksheet_set_row(on, headerRow, 34, nullptr);
        for (int at = 0; at < headers.size(); ++at)
            text(on, headerRow, at + 1, headers[at], m_header);

        int row = headerRow + 1;
        int number = 0;
        for (const QString& id : subjects) {
            const Subject* subject = m_subjects.byId(id);
            if (!subject)
                continue;
            const QString what = meaning(id);
            ++number;
            for (const project::Region* region : regions) {
                if (region)
                    writeFigureRow(on, row++, number, *subject, what, *region, withRegion,
                                   firstYear, stateColumn);
            }
        }
        const int lastRow = std::max(row - 1, headerRow + 1);

        static constexpr const char* states[] = {"有值",   "暂缺", "不适用",
                                                 "未统计", "涉密", nullptr};
        lxw_data_validation choose{};
        choose.validate = LXW_VALIDATION_TYPE_LIST;
        choose.value_list = const_cast<decltype(choose.value_list)>(states);
        QByteArray chooseTitle = utf8(u"数据状态"_s);
        QByteArray chooseText =
            utf8(u"指%1年的数据：填了数选“有值”（可不选）；没有数的请选明情况。"_s.arg(
                m_data.info.year));
        QByteArray chooseError = utf8(u"请从列表中选择：有值、暂缺、不适用、未统计、涉密。"_s);
        choose.input_title = chooseTitle.data();
        choose.input_message = chooseText.data();
        choose.error_title = chooseTitle.data();
        choose.error_message = chooseError.data();
        worksheet_data_validation_range(on, headerRow + 1, lxw_col_t(stateColumn),
                                        lxw_row_t(lastRow), lxw_col_t(stateColumn), &choose);

        worksheet_freeze_panes(on, headerRow + 1, lxw_col_t(withRegion ? 4 : 3));
        worksheet_autofilter(on, headerRow, 1, lxw_row_t(lastRow), lxw_col_t(lastColumn));
        worksheet_repeat_rows(on, headerRow, headerRow);
        worksheet_print_area(on, 1, 1, lxw_row_t(lastRow), lxw_col_t(lastColumn));
        finishSheet(on, true);
    }

    void writeFigureRow(lxw_worksheet* on, int row, int number, const Subject& subject,
                        const QString& what, const project::Region& region, bool withRegion,
                        int firstYear, int stateColumn)
    {
        const QString token = regionToken(region);
        text(on, row, 0, layout::figureMark + subject.id + layout::separator + token, nullptr);
        int column = 1;
        worksheet_write_number(on, lxw_row_t(row), lxw_col_t(column++), number, m_centre);
        text(on, row, column++, subject.nameZh, m_left);
        if (withRegion)
            text(on, row, column++, region.nameZh, m_centre);
        text(on, row, column++, subject.unit, m_centre);
        if (!withRegion)
            text(on, row, column++, what, m_left);
        const project::Value* last = m_data.adopted({subject.id, region.id, m_data.info.year - 1});
        if (last && last->state == project::ValueState::Present)
            worksheet_write_number(on, lxw_row_t(row), lxw_col_t(column), last->number,
                                   m_reference);
        else
            text(on, row, column,
                 last ? inChinese([last] { return project::label(last->state); }) : u"—"_s,
                 m_reference);

        for (int at = 0; at < m_task.years.size(); ++at) {
            const auto typed = m_figures.constFind({subject.id, token, m_task.years[at]});
            writeTyped(on, row, firstYear + at, typed == m_figures.cend() ? nullptr : *typed);
        }
        const auto found = m_rows.constFind({subject.id, token, 0});
        const FilledIn::Row* typed = found == m_rows.cend() ? nullptr : *found;
        text(on, row, stateColumn, typed ? typed->state : QString(), m_inputCentre);
        text(on, row, stateColumn + 1, typed ? typed->note : QString(), m_inputText);
        text(on, row, stateColumn + 2, typed ? typed->source : QString(), m_inputText);
        const int lines =
            std::max({withRegion ? 1 : lineCount(what, meaningWidth), lineCount(subject.nameZh, 22),
                      typed ? lineCount(typed->note, 22) : 1,
                      typed ? lineCount(typed->source, 22) : 1, lineCount(subject.unit, 10)});
        worksheet_set_row(on, lxw_row_t(row), std::clamp(14.5 * lines + 6, 24.0, 400.0), nullptr);

        lxw_data_validation check{};
        check.validate = LXW_VALIDATION_TYPE_DECIMAL;
        check.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        check.minimum_number = -1e15;
        check.maximum_number = 1e15;
        check.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        QByteArray hintTitle = cut(subject.nameZh, 30);
        QByteArray hint =
            cut(subject.unit.isEmpty() ? u"请只填数字。"_s
                                       : u"单位：%1。请只填数字。"_s.arg(subject.unit),
                250);
        QByteArray wrongTitle = utf8(u"这里应当填数"_s);
        QByteArray wrong = utf8(
            u"输入的不是数。没有数的请留空并选择“数据状态”；使用其他单位的，可连同单位一起填写。仍要保留吗？"_s);
        check.input_title = hintTitle.data();
        check.input_message = hint.data();
        check.error_title = wrongTitle.data();
        check.error_message = wrong.data();
        if (!m_task.years.isEmpty()) {
            worksheet_data_validation_range(
                on, lxw_row_t(row), lxw_col_t(firstYear), lxw_row_t(row),
                lxw_col_t(firstYear + static_cast<int>(m_task.years.size()) - 1), &check);
        }
    }

    void writeTyped(lxw_worksheet* on, int row, int column, const FilledIn::Figure* figure)
    {
        if (!figure || figure->text.isEmpty()) {
            text(on, row, column, {}, m_inputNumber);
            return;
        }
        if (figure->text.startsWith(u'=')) {
            worksheet_write_formula_num(on, lxw_row_t(row), lxw_col_t(column),
                                        utf8(figure->text).constData(), m_inputNumber,
                                        figure->result);
            return;
        }
        bool plain = false;
        const double number = figure->text.toDouble(&plain);
        if (plain && !figure->asText)
            worksheet_write_number(on, lxw_row_t(row), lxw_col_t(column), number, m_inputNumber);
        else
            text(on, row, column, figure->text, m_inputNumber);
    }

    void writeTexts(lxw_worksheet* on)
    {
        hiddenRow(on, {QString(), QString(), QString(), layout::textColumn.toString()});
        const QList<double> widths{6, 16, 16, 96};
        for (int at = 0; at < widths.size(); ++at)
            worksheet_set_column(on, lxw_col_t(at + 1), lxw_col_t(at + 1), widths[at], nullptr);
        worksheet_set_row(on, 1, 30, nullptr);
        merged(on, 1, 1, 4, title(m_data) + u"（文字）"_s, m_sheetTitle);
        merged(on, 2, 1, 4,
               u"填报单位：%1        每格 500 字以内，写事实、数据和原因，没有的留空"_s.arg(
                   m_task.department.name),
               m_small);
        const QStringList headers{layout::numberHeader.toString(), layout::groupHeader.toString(),
                                  layout::kindHeader.toString(), layout::textHeader.toString()};
        worksheet_set_row(on, 3, 24, nullptr);
        for (int at = 0; at < headers.size(); ++at)
            text(on, 3, at + 1, headers[at], m_header);

        int row = 4;
        for (const QString& group : groups()) {
            for (int kind = 0; kind < static_cast<int>(std::size(layout::textKindWords));
                 ++kind, ++row) {
                text(on, row, 0,
                     layout::textMark + group + layout::separator +
                         key(static_cast<project::TextKind>(kind)),
                     nullptr);
                worksheet_write_number(on, lxw_row_t(row), 1, row - 3, m_centre);
                text(on, row, 2, group.isEmpty() ? u"总体"_s : group, m_centre);
                text(on, row, 3, layout::textKindWords[kind].toString(), m_centre);
                const auto typed = m_texts.constFind({group, {}, kind});
                const QString what = typed == m_texts.cend() ? QString() : (*typed)->text;
                text(on, row, 4, what, m_inputTop);
                worksheet_set_row(on, lxw_row_t(row),
                                  std::clamp(15.0 * lineCount(what, 92) + 8, 48.0, 400.0), nullptr);
            }
        }
        worksheet_freeze_panes(on, 4, 0);
        worksheet_repeat_rows(on, 3, 3);
        worksheet_print_area(on, 1, 1, lxw_row_t(std::max(row - 1, 4)), 4);
        finishSheet(on, true);
    }

    /// The 评估方面 this department has a say in, in catalogue order; "" (总体) when there is none.
    QStringList groups() const
    {
        QStringList groups;
        for (const Indicator& indicator : m_data.catalogue.indicators) {
            if (indicator.excluded || indicator.aspect.isEmpty() ||
                groups.contains(indicator.aspect))
                continue;
            bool concerned = m_task.subjects.contains(indicator.code) ||
                             findDepartment({m_task.department}, m_data.info.city,
                                            leadDepartment(indicator.department));
            if (!concerned) {
                const QStringList inputs = m_inputs.value(indicator.code);
                // A lone shared input (population) does not make a department speak for the whole
                // aspect.
                concerned = !inputs.isEmpty() && m_task.subjects.contains(inputs.first());
            }
            if (concerned)
                groups.append(indicator.aspect);
        }
        if (m_filled) {
            for (const FilledIn::Paragraph& paragraph : m_filled->texts) {
                if (!groups.contains(paragraph.group))
                    groups.append(paragraph.group);
            }
        }
        if (groups.isEmpty())
            groups.append(QString());
        return groups;
    }

    void writeKeys(lxw_worksheet* on)
    {
        text(on, 0, 0, identityText(), nullptr);
        text(on, 1, 0, u"本工作表用来识别填报单位和年份，请勿删除。"_s, nullptr);
        worksheet_hide(on);
        worksheet_protect(on, nullptr, nullptr);
    }

    static constexpr double meaningWidth = 44;
    static constexpr const char* heading = "黑体";
    static constexpr const char* body = "仿宋";

    const project::YearData& m_data;
    const DepartmentTask& m_task;
    const FilledIn* m_filled;
    Subjects m_subjects;
    QHash<QString, QStringList> m_inputs; ///< indicator code → quantities its formula reads
    QHash<QString, QStringList> m_users;  ///< quantity → names of the indicators that read it
    QHash<Key, const FilledIn::Figure*> m_figures;
    QHash<Key, const FilledIn::Row*> m_rows;
    QHash<Key, const FilledIn::Paragraph*> m_texts;
    lxw_workbook* m_book = nullptr;
    lxw_format *m_title = nullptr, *m_sheetTitle = nullptr, *m_small = nullptr,
               *m_section = nullptr, *m_paragraph = nullptr, *m_header = nullptr,
               *m_label = nullptr, *m_left = nullptr, *m_centre = nullptr, *m_reference = nullptr,
               *m_inputNumber = nullptr, *m_inputText = nullptr, *m_inputCentre = nullptr,
               *m_inputTop = nullptr;
};

/// A department's name as part of a file name.
QString fileSafe(QString name)
{
    static const QRegularExpression forbidden(u"[\\\\/:*?\"<>|\\s]+"_s);
    return name.replace(forbidden, u"_"_s);
}

} // namespace

Result<void> writeFillInWorkbook(const QString& path, const project::YearData& data,
                                 const DepartmentTask& task, const FilledIn* filled)
{
    const QTemporaryDir scratch;
    if (!scratch.isValid()) {
        return Error(ErrorCode::Io,
                     Text::tr("不能在临时文件夹“%1”中写文件，请检查磁盘空间和权限后重试。")
                         .arg(QDir::tempPath()),
                     scratch.errorString());
    }
    const QString draft = scratch.filePath(u"workbook.xlsx"_s);
    const lxw_error failure =
        Writer(data, task, filled)
            .write(QFile::encodeName(draft), QFile::encodeName(scratch.path()));
    if (failure != LXW_NO_ERROR) {
        return Error(ErrorCode::Io,
                     Text::tr("填报表“%1”没有写成，请检查磁盘空间后重试。").arg(path),
                     QString::fromUtf8(lxw_strerror(failure)));
    }
    const Result<QByteArray> bytes = readFile(draft);
    if (!bytes)
        return bytes.error();
    return writeFileSafely(path, *bytes);
}

Result<QStringList> writeAllWorkbooks(const QString& folder, const project::YearData& data,
                                      const CancelToken& cancel, const ProgressSink& progress)
{
    if (!QDir().mkpath(folder)) {
        return Error(ErrorCode::ReadOnly, Text::tr("不能建立文件夹“%1”，请换一个有写权限的位置。")
                                              .arg(QDir::toNativeSeparators(folder)));
    }
    const QList<DepartmentTask> tasks = taskBreakdown(data);
    QStringList files;
    for (int at = 0; at < tasks.size(); ++at) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消生成填报表。"));
        const QString name = tasks[at].department.name;
        tellProgress(progress, static_cast<double>(at) / static_cast<double>(tasks.size()), name);
        const QString path =
            QDir(folder).filePath(u"%1_%2_数据填报表_%3.xlsx"_s.arg(at + 1, 2, 10, QLatin1Char('0'))
                                      .arg(fileSafe(name))
                                      .arg(data.info.year));
        if (const Result<void> written = writeFillInWorkbook(path, data, tasks[at]); !written)
            return written.error();
        files.append(path);
    }
    tellProgress(progress, 1, {});
    return files;
}

std::optional<WorkbookIdentity> identify(const office::Workbook& workbook)
{
    for (const office::Sheet& sheet : workbook.sheets) {
        for (const QList<office::Cell>& row : sheet.rows) {
            for (const office::Cell& cell : row) {
                if (cell.kind != office::Cell::Kind::Text ||
                    !cell.text.startsWith(layout::identityMark))
                    continue;
                const QStringList parts =
                    cell.text.mid(layout::identityMark.size()).split(layout::separator);
                if (parts.size() != 5)
                    continue;
                WorkbookIdentity identity{parts[0], parts[1], parts[3], parts[2].toInt(),
                                          parts[4].toInt()};
                if (identity.year > 0 && identity.layout > 0)
                    return identity;
            }
        }
    }
    return std::nullopt;
}

} // namespace checkup::collect
