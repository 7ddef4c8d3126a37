// Tasks out for a whole city-year, filled in as offices do, with every disorder at once, and back.

#include "core/catalogue/catalogue_files.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/import_plan.h"
#include "core/collect/subjects.h"
#include "core/project/project_file.h"
#include "tests/support/catch.h"
#include "tests/support/workbook_editor.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;
using project::ValueState;
using test::EditedSheet;
using test::EditedWorkbook;

namespace {

constexpr int firstYear = 2019, lastYear = 2022;

ImportOptions options()
{
    ImportOptions made;
    made.person = u"李四"_s;
    made.takenAt = QDateTime(QDate(2023, 3, 20), QTime(9, 30), Qt::UTC);
    return made;
}

project::ProjectFile newProject(const QString& path)
{
    const auto loaded = catalogue::loadBuiltIn(u"tdt1063-2021"_s);
    REQUIRE_OK(loaded);
    auto selected = catalogue::select(loaded->catalogue, u"xiamen-122"_s);
    REQUIRE_OK(selected);
    project::NewYear year;
    year.info.city = u"厦门市"_s;
    year.info.year = lastYear;
    year.info.baseYear = firstYear;
    year.info.targetYear = 2035;
    year.catalogue = *selected;
    const QStringList names{u"厦门市"_s, u"思明区"_s, u"湖里区"_s};
    for (int i = 0; i < names.size(); ++i) {
        project::Region region;
        region.id = project::RegionId(-1 - i);
        region.code = QString::number(350200 + 3 * i);
        region.nameZh = names[i];
        region.level = i == 0 ? project::RegionLevel::City : project::RegionLevel::District;
        region.parent = i == 0 ? project::RegionId() : project::RegionId(-1);
        region.order = i;
        year.regions.append(region);
    }
    auto file = project::ProjectFile::create(path, year);
    REQUIRE_OK(file);
    return *std::move(file);
}

/// What must become of a cell.
struct Expected
{
    Fate fate = Fate::Ignored;
    bool converted = false;
    QString after;  ///< for what is taken
    QString reason; ///< part of the sentence
};

/// Units that a figure may be typed in instead of its own, and how many of them make one.
struct OtherUnit
{
    QString own, typed;
    double count;
};
const QList<OtherUnit> otherUnits{
    {u"万人"_s, u"人"_s, 10'000},           {u"公顷"_s, u"平方千米"_s, 0.01},
    {u"平方千米"_s, u"公顷"_s, 100},        {u"亿元"_s, u"万元"_s, 10'000},
    {u"亿立方米"_s, u"万立方米"_s, 10'000}, {u"万立方米"_s, u"亿立方米"_s, 0.0001},
    {u"万平方米"_s, u"公顷"_s, 1},          {u"千米"_s, u"米"_s, 1000},
    {u"万吨"_s, u"吨"_s, 10'000},           {u"平方米"_s, u"公顷"_s, 0.0001}};

QString fullWidth(const QString& text)
{
    QString wide;
    for (const QChar sign : text)
        wide += QChar(sign.unicode() - u'!' + u'！');
    return wide;
}

/// Types figures into one workbook, disturbs it, and knows what must become of every cell.
class Filler
{
public:
    Filler(EditedWorkbook& book, const Subjects& subjects, int seed)
        : m_book(book)
        , m_subjects(subjects)
        , m_count(seed)
    {}

    /// A figure that the project holds from this department already; every first year of the city.
    static double held(const QString& key)
    {
        uint sum = 0;
        for (const QChar sign : key)
            sum = sum * 31 + sign.unicode();
        return 1000 + sum % 9000 + 0.25;
    }

    void fill(const QString& name, bool ofCity)
    {
        EditedSheet* sheet = m_book.find(name);
        if (!sheet)
            return;
        const auto years = yearColumns(*sheet);
        REQUIRE(years.size() == 4);
        const int state = columnOf(*sheet, u"cc:c:state"_s);
        int row = 0;
        for (const int at : keyRows(*sheet)) {
            const QString key = sheet->textAt(at, 0);
            const Subject* subject = m_subjects.byId(key.mid(5).section(u'|', 0, 0));
            REQUIRE(subject);
            ++row;
            for (const auto& [year, column] : years) {
                const double number =
                    ofCity && year == firstYear ? held(key) : 100 + m_count % 9000 + 0.25;
                type(*sheet, at, column, *subject, number, ofCity && year == firstYear,
                     m_expected[{key, year}]);
            }
            const int statusColumn = years.at(lastYear);
            if (row % 7 == 3) {
                sheet->setText(at, state, u"未统计"_s);
                sheet->clear(at, statusColumn);
                m_expected.erase({key, lastYear});
                m_states[key] = {Fate::New, false, project::label(ValueState::NotCollected), {}};
            } else if (row % 7 == 5) {
                sheet->setText(at, state, u"涉密"_s);
                sheet->setNumber(at, statusColumn, "12.5");
                m_expected[{key, lastYear}] = {Fate::Refused, false, {}, u"数据状态却选了"_s};
            } else if (row % 7 == 6) {
                sheet->setText(at, state, u"有值"_s);
                Expected& expected = m_expected[{key, lastYear}];
                if (expected.fate == Fate::Ignored)
                    expected.reason = u"单元格却是空的"_s;
            }
        }
    }

    void disturb(const QString& name)
    {
        EditedSheet* sheet = m_book.find(name);
        if (!sheet)
            return;
        constexpr int headerRow = 3;
        // A row copied and pasted further down, then one deleted, then the lot sorted by name.
        QList<int> rows = keyRows(*sheet);
        sheet->copyRow(rows.first(), rows.last() + 1);
        rows = keyRows(*sheet);
        if (rows.size() > 3) {
            const QString gone = sheet->textAt(rows[1], 0);
            sheet->deleteRow(rows[1]);
            for (int year = firstYear; year <= lastYear; ++year)
                m_expected.erase({gone, year});
            m_states.remove(gone);
        }
        const int nameColumn = columnOf(*sheet, u"cc:c:name"_s);
        sheet->sortRows(headerRow + 1, sheet->lastRow(), [&](int one, int other) {
            return sheet->textAt(one, nameColumn) > sheet->textAt(other, nameColumn);
        });
        // Names of a subject's districts merged into one cell; two years of a row merged as well.
        rows = keyRows(*sheet);
        for (qsizetype at = 0; at + 1 < rows.size(); ++at) {
            const QString one = sheet->textAt(rows[at], 0).section(u'|', 0, 0);
            if (columnOf(*sheet, u"cc:c:region"_s) >= 0 &&
                one == sheet->textAt(rows[at + 1], 0).section(u'|', 0, 0) &&
                sheet->textAt(rows[at], 0) != sheet->textAt(rows[at + 1], 0)) {
                sheet->merge({rows[at], nameColumn, rows[at + 1], nameColumn});
                ++at;
            }
        }
        const auto years = yearColumns(*sheet);
        for (const int row : std::as_const(rows)) {
            const QString key = sheet->textAt(row, 0);
            if (key == sheet->textAt(rows.last(), 0) || rows.count(row) > 1 || isTwice(*sheet, key))
                continue;
            sheet->merge({row, years.at(2020), row, years.at(2021)});
            m_expected[{key, 2021}] = {Fate::Ignored, false, {}, u"空白"_s};
            break;
        }
        // Rows put in between: empty, a heading, an own item with a figure.
        sheet->insertRow(headerRow + 2);
        sheet->insertRow(headerRow + 3);
        sheet->setText(headerRow + 3, nameColumn, u"一、由本单位汇总"_s);
        sheet->insertRow(sheet->lastRow() + 1);
        const int own = sheet->lastRow() + 1;
        sheet->setText(own, nameColumn, u"本单位另行统计的项目"_s);
        extra(*sheet, own, years.at(2021), u"识别键"_s);
        // Columns put in between: remarks, own figures; one beside the table; two years exchanged.
        const int remarks = years.at(2020);
        sheet->insertColumn(remarks);
        sheet->setText(headerRow, remarks, u"本单位备注"_s);
        sheet->setText(keyRows(*sheet).first(), remarks, u"快报数，以年鉴为准"_s);
        const int state = columnOf(*sheet, u"cc:c:state"_s);
        sheet->insertColumn(state);
        sheet->setText(headerRow, state, u"增长率（%）"_s);
        extra(*sheet, keyRows(*sheet).first(), state, u"不是要求填报的列"_s);
        const int beside = sheet->lastColumn() + 2;
        extra(*sheet, keyRows(*sheet).last(), beside, u"不是要求填报的列"_s);
        sheet->setText(keyRows(*sheet).first(), beside, u"张工说：此行待核"_s);
        sheet->setText(sheet->lastRow() + 2, 2, u"填表说明：各年数据均来自台账。"_s);
        const auto now = yearColumns(*sheet);
        sheet->swapColumns(now.at(2020), now.at(2022));
        sheet->comments.insert(office::cellName(keyRows(*sheet).first(), now.at(2021)),
                               u"请再核对一次"_s);
        sheet->isProtected = false;
    }

    void writeTexts(const QString& name)
    {
        EditedSheet* sheet = m_book.find(name);
        REQUIRE(sheet);
        const int column = columnOf(*sheet, u"cc:c:text"_s);
        for (int row = 4; row <= sheet->lastRow(); ++row) {
            const QString key = sheet->textAt(row, 0);
            if (!key.startsWith(u"cc:t:") || row % 3 == 2)
                continue;
            const QString text = u"第%1段：本年度工作按计划推进，完成 3.5 项。"_s.arg(m_count++);
            sheet->setText(row, column, text);
            m_texts[key] = {Fate::New, false, text, {}};
        }
        sheet->sortRows(4, sheet->lastRow(), [](int one, int other) { return one > other; });
        sheet->insertRow(6);
        sheet->insertColumn(3);
        sheet->isProtected = false;
    }

    /// Key tasks, layers and contacts.
    void fillRecords()
    {
        const auto text = [this](const QString& what) { return what + QString::number(m_count++); };
        if (EditedSheet* sheet = m_book.find(u"重点任务"_s)) {
            const QList<int> rows = rowsWith(*sheet, u"cc:k:"_s);
            REQUIRE(rows.size() >= 2);
            for (const int row : rows.first(2)) {
                const bool good = row == rows.first();
                field(*sheet, row, u"task"_s, text(u"重点任务之"_s));
                m_records[{sheet->textAt(row, 0), u"lead"_s}] = {
                    Fate::New, false, sheet->textAt(row, columnOf(*sheet, u"cc:c:lead"_s)), {}};
                field(*sheet, row, u"aspect"_s, u"底线管控"_s);
                field(*sheet, row, u"progress"_s, text(u"已完成投资 3.5 亿元，第"_s));
                field(*sheet, row, u"rate"_s, good ? u"８５．５％"_s : u"120"_s,
                      good ? Expected{Fate::New, false, u"85.5"_s, {}}
                           : Expected{Fate::Refused, false, {}, u"0 至 100"_s});
                field(*sheet, row, u"status"_s, good ? u"按期推进"_s : u"快好了"_s,
                      good ? Expected{Fate::New, false, u"按期推进"_s, {}}
                           : Expected{Fate::Refused, false, {}, u"请从列表中选择"_s});
            }
        }
        if (EditedSheet* sheet = m_book.find(u"空间数据"_s)) {
            for (const int row : rowsWith(*sheet, u"cc:l:"_s)) {
                const bool good = m_count % 3 != 0;
                field(*sheet, row, u"provided"_s, good ? u"部分提供"_s : u"给了"_s,
                      good ? Expected{Fate::New, false, u"部分提供"_s, {}}
                           : Expected{Fate::Refused, false, {}, u"请从列表中选择"_s});
                field(*sheet, row, u"file"_s, text(u"图层.gdb 第"_s));
                field(*sheet, row, u"remark"_s, text(u"说明"_s));
            }
        }
        EditedSheet* sheet = m_book.find(u"联络表"_s);
        REQUIRE(sheet);
        for (const int row : rowsWith(*sheet, u"cc:p:"_s)) {
            const QString what = sheet->textAt(row, 0);
            field(*sheet, row, u"content"_s,
                  what == u"cc:p:date" ? u"2023年3月20日"_s : text(what.mid(5)));
        }
    }

    void disturbRecords(const QString& name)
    {
        EditedSheet* sheet = m_book.find(name);
        if (!sheet)
            return;
        sheet->sortRows(4, sheet->lastRow(), [](int one, int other) { return one > other; });
        sheet->insertRow(5);
        sheet->insertColumn(2);
        sheet->setText(sheet->lastRow() + 2, 2, u"以上由办公室汇总"_s);
        sheet->isProtected = false;
    }

    /// Where every expected cell has come to lie: "sheet!C12" → what must become of it.
    QHash<QString, Expected> places() const
    {
        QHash<QString, Expected> all;
        for (const EditedSheet& sheet : m_book.sheets) {
            const auto place = [&](int row, int column) {
                return sheet.name + u'!' + office::cellName(row, column);
            };
            QSet<QString> seen;
            for (const auto& [row, cells] : sheet.rows) {
                const QString key = keyOf(sheet, row);
                if (key.startsWith(u"cc:t:") && m_texts.contains(key))
                    all.insert(place(row, columnOf(sheet, u"cc:c:text"_s)), m_texts[key]);
                for (const auto& [column, cell] : cells) {
                    if (m_extras.contains(cell.text) && cell.type != "s")
                        all.insert(place(row, column), m_extras[cell.text]);
                }
                for (const auto& [which, expected] : m_records) {
                    if (which.first == key)
                        all.insert(place(row, columnOf(sheet, u"cc:c:"_s + which.second)),
                                   expected);
                }
                if (!key.startsWith(u"cc:r:"))
                    continue;
                const bool again = seen.contains(key);
                seen.insert(key);
                const auto asTwice = [again](Expected expected) {
                    const bool taken = expected.fate == Fate::New ||
                                       expected.fate == Fate::Changed ||
                                       expected.fate == Fate::Unchanged;
                    if (again && taken)
                        expected = {Fate::Unchanged, false, {}, u"相同"_s};
                    return expected;
                };
                const auto years = yearColumns(sheet);
                for (const auto& [year, column] : years) {
                    const auto expected = m_expected.find({key, year});
                    if (expected != m_expected.end())
                        all.insert(place(row, column), asTwice(expected->second));
                }
                if (m_states.contains(key))
                    all.insert(place(row, columnOf(sheet, u"cc:c:state"_s)),
                               asTwice(m_states[key]));
            }
        }
        return all;
    }

private:
    static QString keyOf(const EditedSheet& sheet, int row) { return sheet.textAt(row, 0); }

    static QList<int> rowsWith(const EditedSheet& sheet, const QString& mark)
    {
        QList<int> rows;
        for (const auto& [row, cells] : sheet.rows) {
            if (keyOf(sheet, row).startsWith(mark))
                rows.append(row);
        }
        return rows;
    }

    static QList<int> keyRows(const EditedSheet& sheet) { return rowsWith(sheet, u"cc:r:"_s); }

    void field(EditedSheet& sheet, int row, const QString& name, const QString& text)
    {
        field(sheet, row, name, text, {Fate::New, false, text, {}});
    }

    void field(EditedSheet& sheet, int row, const QString& name, const QString& text,
               const Expected& expected)
    {
        const int column = columnOf(sheet, u"cc:c:"_s + name);
        REQUIRE(column > 0);
        sheet.setText(row, column, text);
        m_records[{sheet.textAt(row, 0), name}] = expected;
    }

    static bool isTwice(const EditedSheet& sheet, const QString& key)
    {
        int times = 0;
        for (const int row : keyRows(sheet))
            times += sheet.textAt(row, 0) == key ? 1 : 0;
        return times > 1;
    }

    static int columnOf(const EditedSheet& sheet, const QString& mark)
    {
        const auto first = sheet.rows.find(0);
        if (first == sheet.rows.end())
            return -1;
        for (const auto& [column, cell] : first->second) {
            if (cell.text == mark)
                return column;
        }
        return -1;
    }

    static std::map<int, int> yearColumns(const EditedSheet& sheet)
    {
        std::map<int, int> years;
        for (int year = firstYear; year <= lastYear; ++year) {
            const int column = columnOf(sheet, u"cc:c:y%1"_s.arg(year));
            if (column >= 0)
                years.emplace(year, column);
        }
        return years;
    }

    void extra(EditedSheet& sheet, int row, int column, const QString& why)
    {
        const QString number = QString::number(7'700'000 + m_count++);
        sheet.setNumber(row, column, number.toLatin1());
        m_extras.insert(number, {Fate::Ignored, false, {}, why});
    }

    /// Types `number` into a cell in one of the ways that people have, turn by turn.
    void type(EditedSheet& sheet, int row, int column, const Subject& subject, double number,
              bool isHeld, Expected& expected)
    {
        const QString plain = QString::number(number, 'f', 2);
        const Fate taken = isHeld ? Fate::Unchanged : Fate::New;
        expected = {taken, false, figureText(number, subject.unit), {}};
        const auto refused = [&](const QString& why) {
            expected = {Fate::Refused, false, {}, why};
        };
        switch (m_count++ % 17) {
        case 0:
            sheet.setText(row, column, plain);
            break;
        case 1:
            sheet.setText(row, column, fullWidth(plain));
            expected.converted = true;
            break;
        case 2:
            sheet.setText(row, column,
                          number >= 1000 ? plain.left(plain.size() - 6) + u',' + plain.right(6)
                                         : plain);
            expected.converted = number >= 1000;
            break;
        case 3:
            sheet.setText(row, column, plain + subject.unit);
            expected.converted = true;
            break;
        case 4: {
            const auto other =
                std::find_if(otherUnits.cbegin(), otherUnits.cend(),
                             [&](const OtherUnit& one) { return one.own == subject.unit; });
            if (other == otherUnits.cend()) {
                sheet.setText(row, column, u"  "_s + plain + u" "_s);
                break;
            }
            sheet.setText(row, column,
                          QString::number(number * other->count, 'f', 6) + other->typed);
            expected.converted = true;
            expected.reason = u"换算为"_s;
            break;
        }
        case 5:
            sheet.setFormula(row, column, "1+2", plain.toLatin1());
            break;
        case 6:
            sheet.setFormula(row, column, "SUM(A1:A2)", {});
            refused(u"公式没有存下计算结果"_s);
            break;
        case 7:
            sheet.clear(row, column);
            expected = {Fate::Ignored, false, {}, u"空白"_s};
            break;
        case 8:
            sheet.setText(row, column, u"见附件"_s);
            refused(u"不是一个确定的数"_s);
            break;
        case 9:
            sheet.setText(row, column, plain + u"千瓦时"_s);
            refused(u"单位"_s);
            break;
        case 10:
            sheet.setText(row, column, u"约"_s + plain);
            expected.converted = true;
            expected.fate = isHeld ? Fate::Changed : Fate::New;
            break;
        case 11:
            sheet.setText(row, column, u"—"_s);
            expected = {
                isHeld ? Fate::Changed : Fate::New, true, project::label(ValueState::Missing), {}};
            break;
        case 12:
            if (subject.unit == u"%") {
                sheet.setNumber(row, column, QByteArray::number(number / 100, 'f', 6));
                sheet.rows[row][column].style = m_book.percentStyle();
            } else {
                sheet.setNumber(row, column, plain.toLatin1());
            }
            break;
        case 13:
            sheet.setRaw(row, column, "b", "1");
            refused(u"逻辑值"_s);
            break;
        case 14:
            sheet.setRaw(row, column, "e", "#DIV/0!");
            refused(u"公式出错"_s);
            break;
        case 15:
            sheet.setRaw(row, column, "d", "2022-12-31");
            refused(u"日期"_s);
            break;
        default:
            sheet.setNumber(row, column, plain.toLatin1());
        }
    }

    EditedWorkbook& m_book;
    const Subjects& m_subjects;
    int m_count;
    std::map<std::pair<QString, int>, Expected> m_expected;    ///< by key and year
    QHash<QString, Expected> m_states, m_texts;                ///< by key
    std::map<std::pair<QString, QString>, Expected> m_records; ///< by key and column
    QHash<QString, Expected> m_extras;                         ///< by what was typed
};

/// What departments had sent before: the first year's figures of the city.
void sendFirstYear(project::ProjectFile& file, const QString& folder)
{
    const auto data = file.load();
    REQUIRE_OK(data);
    QDir().mkpath(folder);
    for (const DepartmentTask& task : taskBreakdown(*data)) {
        FilledIn filled;
        for (const QString& subject : task.subjects) {
            const QString key = u"cc:r:%1|%2"_s.arg(subject, data->city()->code);
            filled.figures.append(
                {subject, {}, firstYear, QString::number(Filler::held(key), 'f', 2), 0, false});
        }
        REQUIRE_OK(writeFillInWorkbook(folder + u'/' + task.department.name + u".xlsx"_s, *data,
                                       task, &filled));
    }
    const auto plan = planImport(*data, {folder}, options());
    REQUIRE_OK(plan);
    REQUIRE_FALSE(hasErrors(plan->issues));
    REQUIRE_OK(file.commit(plan->changes));
}

} // namespace

TEST_CASE("tasks out, filled in with every disorder, and back: each cell has its fate", "[collect]")
{
    const QTemporaryDir folder;
    auto file = newProject(folder.filePath(u"厦门市-2022.gpkg"_s));
    sendFirstYear(file, folder.filePath(u"早前"_s));
    auto data = file.load();
    REQUIRE_OK(data);
    const QString out = folder.filePath(u"下发"_s), back = folder.filePath(u"回收"_s);
    const auto sent = writeAllWorkbooks(out, *data);
    REQUIRE_OK(sent);
    REQUIRE(sent->size() > 20);
    QDir().mkpath(back);

    const Subjects subjects(data->catalogue);
    QHash<QString, Expected> expected; // "file!sheet!cell"
    int number = 0;
    for (const QString& path : *sent) {
        auto book = EditedWorkbook::open(path);
        REQUIRE_OK(book);
        Filler filler(*book, subjects, 101 * ++number);
        for (const QString& sheet : {u"数值"_s, u"分区数值"_s}) {
            filler.fill(sheet, sheet == u"数值"_s);
            filler.disturb(sheet);
        }
        filler.writeTexts(u"文字"_s);
        filler.fillRecords();
        for (const QString& sheet : {u"重点任务"_s, u"空间数据"_s, u"联络表"_s})
            filler.disturbRecords(sheet);
        // Sheets renamed and moved.
        const QHash<QString, QString> names{
            {u"数值"_s, u"数值（定稿）"_s}, {u"分区数值"_s, u"Sheet2"_s},
            {u"文字"_s, u"情况说明"_s},     {u"重点任务"_s, u"重点工作清单"_s},
            {u"空间数据"_s, u"Sheet5"_s},   {u"联络表"_s, u"联系人"_s}};
        for (EditedSheet& sheet : book->sheets)
            sheet.name = names.value(sheet.name, sheet.name);
        std::reverse(book->sheets.begin(), book->sheets.end());
        const QString name = u"%1（盖章版）.xlsx"_s.arg(QFileInfo(path).completeBaseName());
        REQUIRE_OK(book->save(back + u'/' + name));
        const auto places = filler.places();
        for (auto place = places.cbegin(); place != places.cend(); ++place)
            expected.insert(name + u'!' + place.key(), place.value());
    }

    const auto plan = planImport(*data, {back}, options());
    REQUIRE_OK(plan);
    for (const Issue& issue : plan->issues)
        UNSCOPED_INFO(toSentence(issue).toStdString());
    REQUIRE_FALSE(hasErrors(plan->issues));
    QHash<QString, QList<const CellFate*>> fates;
    for (const CellFate& fate : plan->cells)
        fates[fate.file + u'!' + fate.sheet + u'!' + fate.cell].append(&fate);

    // Nothing lost: every cell that something was typed into has one fate, the expected one.
    QMap<QString, int> counts;
    for (auto cell = expected.cbegin(); cell != expected.cend(); ++cell) {
        INFO(cell.key().toStdString());
        const auto& got = fates.value(cell.key());
        REQUIRE(got.size() == 1);
        const CellFate& fate = *got.first();
        INFO(fate.subjectName.toStdString()
             << " " << fate.year << ": " << fate.before.toStdString() << " -> "
             << fate.after.toStdString() << " " << fate.reason.toStdString());
        CHECK(key(fate.fate) == key(cell->fate));
        if (!cell->after.isEmpty())
            CHECK(fate.after == cell->after);
        CHECK(fate.reason.contains(cell->reason));
        if (fate.fate == Fate::New || fate.fate == Fate::Changed) {
            CHECK(fate.converted == cell->converted);
            CHECK(fate.reason.isEmpty() != fate.converted);
        }
        if (fate.fate == Fate::Refused || fate.fate == Fate::Ignored)
            CHECK_FALSE(fate.reason.isEmpty());
        ++counts[key(fate.fate) + (fate.converted ? u" converted"_s : QString())];
    }
    // And no fate but theirs.
    for (auto got = fates.cbegin(); got != fates.cend(); ++got) {
        INFO(got.key().toStdString());
        CHECK(expected.contains(got.key()));
    }
    for (const QString& kind : {u"new"_s, u"new converted"_s, u"changed converted"_s,
                                u"unchanged"_s, u"ignored"_s, u"refused"_s}) {
        INFO(kind.toStdString());
        CHECK(counts.value(kind) > 10);
    }

    // What was taken stands in the project, with the cell it came from.
    REQUIRE_OK(file.commit(plan->changes));
    data = file.load();
    REQUIRE_OK(data);
    int taken = 0;
    for (const CellFate& fate : plan->cells) {
        if ((fate.fate != Fate::New && fate.fate != Fate::Changed) || fate.year == 0)
            continue;
        const project::Region* region = data->regionByName(fate.regionName);
        REQUIRE(region);
        const project::Value* value = data->adopted({fate.subject, region->id, fate.year});
        REQUIRE(value);
        const project::Evidence* evidence = data->evidenceOf(*value);
        REQUIRE(evidence);
        INFO(fate.file.toStdString() << " " << fate.cell.toStdString());
        CHECK(figureText(*value) == fate.after);
        CHECK(evidence->fileName == fate.file);
        CHECK(evidence->sheet == fate.sheet);
        CHECK(evidence->cell == fate.cell);
        ++taken;
    }
    CHECK(taken > 500);

    const auto again = planImport(*data, {back}, options());
    REQUIRE_OK(again);
    CHECK(again->changes.isEmpty());
    CHECK(again->count(Fate::New) + again->count(Fate::Changed) == 0);
    CHECK(again->count(Fate::Refused) == plan->count(Fate::Refused));
    REQUIRE_OK(file.close());
    const auto verified = project::verifyProject(folder.filePath(u"厦门市-2022.gpkg"_s));
    REQUIRE_OK(verified);
    CHECK(verified->ok);
}
