#include "core/office/xlsx_reader.h"
#include "core/office/zip.h"
#include "core/report/task_documents.h"
#include "tests/support/catch.h"
#include "tests/support/small_year.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <pugixml.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::report;
using office::Cell;

namespace {

const QDate today(2023, 6, 30);

/// The small year with one department that is late and one task that was sent back.
project::YearData lateYear()
{
    auto data = test::smallYear();
    project::TaskSetting returned;
    returned.subject = u"S-3"_s;
    returned.state = project::TaskState::Returned;
    returned.stateReason = u"<单位>有误 & 请核对"_s;
    project::TaskSetting withdrawn;
    withdrawn.subject = u"C-1"_s;
    withdrawn.asked = false;
    data.tasks = {withdrawn, returned};
    data.index();
    return data;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The paragraphs of a Word file, table cells included, in order.
struct WordText
{
    pugi::xml_document xml;
    QStringList paragraphs;

    explicit WordText(const QString& path)
    {
        auto archive = office::ZipReader::open(path);
        REQUIRE_OK(archive);
        const auto bytes = archive->read(u"word/document.xml"_s);
        REQUIRE_OK(bytes);
        REQUIRE(xml.load_buffer(bytes->constData(), static_cast<std::size_t>(bytes->size()),
                                pugi::parse_default | pugi::parse_ws_pcdata));
        for (const pugi::xpath_node& paragraph : xml.select_nodes("//w:p")) {
            QString text;
            for (const pugi::xpath_node& run : paragraph.node().select_nodes(".//w:t"))
                text += QString::fromUtf8(run.node().text().get());
            paragraphs.append(text);
        }
    }
    bool holds(const QString& text) const
    {
        return std::any_of(paragraphs.cbegin(), paragraphs.cend(),
                           [&text](const QString& line) { return line.contains(text); });
    }
};

} // namespace

TEST_CASE("the task table is read back as it was asked")
{
    const auto data = lateYear();
    const auto tasks = collect::taskList(data, today);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"任务分解表.xlsx"_s);
    REQUIRE_OK(writeTaskTable(path, data, tasks));
    const auto book = office::readXlsx(path);
    REQUIRE_OK(book);
    REQUIRE(book->sheets.size() == 2);
    const office::Sheet& sheet = book->sheets.first();
    CHECK(sheet.rows[0][0].text == u"示例市2022年度国土空间规划城市体检评估任务分解表"_s);
    CHECK(sheet.rows[1][0].text.contains(u"演示数据"_s));
    const QStringList columns = taskTableColumns();
    for (int i = 0; i < columns.size(); ++i)
        CHECK(sheet.rows[2][i].text == columns[i]);
    // Eleven tasks, one of them withdrawn.
    int rows = 0;
    for (int row = 3; row < sheet.rows.size(); ++row) {
        const auto& cells = sheet.rows[row];
        CHECK(cells[0].number == ++rows);
        CHECK(cells[1].text != u"C-1"_s);
        if (cells[1].text == u"w_total"_s) {
            CHECK(cells[2].text == u"用水总量"_s);
            CHECK(cells[5].text == u"G-2"_s);
            CHECK(cells[6].text == u"统计数据"_s);
            CHECK(cells[8].text == u"水利局"_s);
            CHECK(cells[11].text == u"2019—2022年"_s);
            CHECK(cells[12].text == u"2023年5月31日"_s);
        }
    }
    CHECK(rows == 10);
    const office::Sheet& units = book->sheets[1];
    CHECK(units.rows[3][1].text == u"自然资源和规划局"_s);
    CHECK(units.rows[3][2].number == 4); // S-1, S-2, C-2, H-1

    const QString again = folder.filePath(u"again.xlsx"_s);
    REQUIRE_OK(writeTaskTable(again, data, tasks));
    CHECK((bytesOf(path) == bytesOf(again)));

    CancelToken cancel;
    cancel.cancel();
    const auto stopped = writeTaskTable(folder.filePath(u"stopped.xlsx"_s), data, tasks, cancel);
    CHECK((!stopped && stopped.error().code() == ErrorCode::Cancelled));
    CHECK_FALSE(QFileInfo::exists(folder.filePath(u"stopped.xlsx"_s)));
    const auto nowhere = writeTaskTable(folder.filePath(u"none/x.xlsx"_s), data, tasks);
    CHECK((!nowhere && nowhere.error().message().contains(u"x.xlsx"_s)));
}

TEST_CASE("the Word task table lies across and holds every task")
{
    const auto data = lateYear();
    const auto tasks = collect::taskList(data, today);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"任务分解表.docx"_s);
    REQUIRE_OK(writeTaskTableDocx(path, data, tasks));
    const WordText word(path);
    CHECK(word.paragraphs.first() == u"示例市2022年度国土空间规划城市体检评估任务分解表"_s);
    const pugi::xml_node page = word.xml.select_node("//w:sectPr/w:pgSz").node();
    CHECK(std::string(page.attribute("w:orient").value()) == "landscape");
    const auto rows = word.xml.select_nodes("//w:tbl/w:tr");
    CHECK(rows.size() == 11); // the header and ten tasks
    for (const collect::Task& task : tasks)
        CHECK(word.holds(u"%1（%2）"_s.arg(task.name, task.unit)) == task.asked);
    CHECK_FALSE(word.holds(u"表 1"_s)); // no caption
    CHECK_FALSE(word.holds(u"{{"_s));
    // The grid is as wide as the landscape page's text.
    int width = 0;
    for (const pugi::xpath_node& column : word.xml.select_nodes("//w:tblGrid/w:gridCol"))
        width += column.node().attribute("w:w").as_int();
    CHECK(std::abs(width - (16838 - 2 * 1134)) <= 10);
    const QString again = folder.filePath(u"again.docx"_s);
    REQUIRE_OK(writeTaskTableDocx(again, data, tasks));
    CHECK((bytesOf(path) == bytesOf(again)));
}

TEST_CASE("whoever is late gets a letter that says what is owed")
{
    const auto data = lateYear();
    const auto late = collect::reminders(data, collect::taskList(data, today), today);
    QTemporaryDir folder;
    const auto files =
        writeReminderLetters(folder.filePath(u"催办"_s), data, late, today, u"王五，0592-1"_s);
    REQUIRE_OK(files);
    REQUIRE(files->size() == 2);
    CHECK(QFileInfo(files->at(0)).fileName() == u"催办单_水利局.docx"_s);
    const WordText water(files->at(0));
    CHECK(water.paragraphs[0] == u"关于催报2022年度国土空间规划城市体检评估数据的函"_s);
    CHECK(water.paragraphs[1] == u"水利局："_s);
    CHECK(
        water.holds(u"截至2023年6月30日，贵单位牵头的数据尚有1项没有报齐（其中退回待修改1项）"_s));
    CHECK(water.holds(u"已退回，待修改后重报：<单位>有误 & 请核对"_s));
    CHECK(water.holds(u"联系人：王五，0592-1"_s));
    CHECK(water.holds(u"示例市自然资源和规划局"_s)); // who signs
    CHECK(water.paragraphs.contains(u"2023年6月30日"_s));
    CHECK_FALSE(water.holds(u"用水总量"_s)); // that came
    const WordText trade(files->at(1));
    CHECK(trade.holds(u"最长已逾期30天"_s));
    CHECK(trade.holds(u"报为暂缺，请补报"_s));
    CHECK(trade.holds(u"2023年5月31日"_s));

    const auto again =
        writeReminderLetters(folder.filePath(u"再"_s), data, late, today, u"王五，0592-1"_s);
    REQUIRE_OK(again);
    CHECK((bytesOf(files->at(0)) == bytesOf(again->at(0))));
    CancelToken cancel;
    cancel.cancel();
    const auto stopped = writeReminderLetters(folder.path(), data, late, today, {}, cancel);
    CHECK((!stopped && stopped.error().code() == ErrorCode::Cancelled));
}

TEST_CASE("the appraisal table shows the points and the rule")
{
    const auto data = lateYear();
    const auto rule = collect::appraisalRuleOf(data);
    REQUIRE_OK(rule);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"考核表.xlsx"_s);
    REQUIRE_OK(
        writeAppraisalTable(path, data, *rule, collect::appraisal(data, *rule, today), today));
    const auto book = office::readXlsx(path);
    REQUIRE_OK(book);
    const office::Sheet& sheet = book->sheets.first();
    const auto row = std::find_if(sheet.rows.cbegin(), sheet.rows.cend(), [](const auto& cells) {
        return cells.size() > 1 && cells[1].text == u"水利局"_s;
    });
    REQUIRE(row != sheet.rows.cend());
    // Five days late: 40 - 10; all answered: 40; one task sent back: 20 - 2.
    CHECK((*row)[6].number == 5);
    CHECK((*row)[7].number == 30);
    CHECK((*row)[8].number == 40);
    CHECK((*row)[12].number == 18);
    CHECK((*row)[13].number == 88);
    CHECK((*row)[14].text == u"良好"_s);
    bool told = false;
    for (const auto& cells : sheet.rows)
        told = told || (!cells.isEmpty() && cells[0].text == u"考核办法："_s + rule->sentence());
    CHECK(told);
}
