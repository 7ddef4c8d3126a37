#include "core/base/file_tools.h"
#include "core/collect/fill_in_workbook.h"
#include "core/office/xlsx_reader.h"
#include "tests/core/collect/support.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;

TEST_CASE("each quantity is asked once, of its first department", "[collect]")
{
    const test::SmallProject small;
    const QList<DepartmentTask> tasks = taskBreakdown(small.data());
    REQUIRE(tasks.size() == 3);
    CHECK(tasks[0].department.name == u"水利局"_s);
    CHECK(tasks[0].subjects == QStringList{u"w_total"_s, u"S-09"_s});
    CHECK(tasks[1].subjects == QStringList{u"p_resident"_s});
    CHECK(tasks[2].subjects == QStringList{u"a_farmland"_s, u"t_commute"_s});
    CHECK(tasks[0].years == QList<int>{2019, 2020, 2021, 2022});
    // gdp serves only an excluded indicator, n_unused none.
    for (const DepartmentTask& task : tasks) {
        CHECK_FALSE(task.subjects.contains(u"gdp"_s));
        CHECK_FALSE(task.subjects.contains(u"n_unused"_s));
    }

    project::YearData other = small.data();
    other.departments.removeFirst();
    const QList<DepartmentTask> appended = taskBreakdown(other);
    REQUIRE(appended.size() == 3);
    CHECK(appended[2].department.name == u"水利局"_s);
    CHECK_FALSE(appended[2].department.id.isValid());
}

TEST_CASE("a workbook has its sheets, its identity and the same bytes twice", "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    const QString folder = small.path(u"填报"_s);
    const Result<QStringList> files = writeAllWorkbooks(folder, data);
    REQUIRE_OK(files);
    REQUIRE(files->size() == 3);
    CHECK(QFileInfo(files->first()).fileName() == u"01_水利局_数据填报表_2022.xlsx"_s);

    const Result<office::Workbook> book = office::readXlsx(files->first());
    REQUIRE_OK(book);
    QStringList names;
    for (const office::Sheet& sheet : book->sheets)
        names.append(sheet.name);
    CHECK(names == QStringList{u"填报说明"_s, u"数值"_s, u"分区数值"_s, u"文字"_s, u"重点任务"_s,
                               u"联络表"_s, u"_keys"_s});
    CHECK(book->sheets.last().hidden);
    const office::Sheet& values = book->sheets[1];
    CHECK(values.hiddenRows.contains(0));
    CHECK(values.hiddenColumns.contains(0));
    CHECK(values.at(3, 2).text == u"指标/数据项"_s);
    CHECK(values.at(4, 2).text == u"用水总量"_s);
    CHECK(values.at(4, 0).text == u"cc:r:w_total|350200"_s);

    const auto identity = identify(*book);
    REQUIRE(identity);
    CHECK(identity->city == u"厦门市"_s);
    CHECK(identity->year == 2022);
    CHECK(identity->department == u"水利局"_s);
    CHECK(identity->projectUuid == data.info.uuid);

    const Result<QByteArray> first = readFile(files->first());
    REQUIRE_OK(first);
    REQUIRE_OK(writeAllWorkbooks(folder, data));
    const Result<QByteArray> second = readFile(files->first());
    REQUIRE_OK(second);
    CHECK(*first == *second);

    const CancelToken cancel;
    cancel.cancel();
    const Result<QStringList> stopped = writeAllWorkbooks(folder, data, cancel);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("a workbook of another origin has no identity", "[collect]")
{
    const test::SmallProject small;
    const QString path = small.path(u"plain.xlsx"_s);
    test::writePlain(path, {{u"Sheet1"_s, {{u"指标"_s, u"2022"_s}, {u"用水总量"_s, u"6.9"_s}}}});
    const Result<office::Workbook> book = office::readXlsx(path);
    REQUIRE_OK(book);
    CHECK_FALSE(identify(*book));
}
