#include "core/base/file_tools.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/import_plan.h"
#include "tests/core/collect/support.h"
#include "tests/support/catch.h"

#include <QDir>

#include <algorithm>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;
using project::ValueState;

namespace {

/// What 水利局 returns, with the disorders of typing that people leave in cells.
FilledIn waterReturn()
{
    FilledIn filled;
    filled.figures = {{u"w_total"_s, {}, 2019, u"6.78"_s, 0, false},
                      {u"w_total"_s, {}, 2020, u"６．９３"_s, 0, false},
                      {u"w_total"_s, {}, 2021, u"=3.5+3.6"_s, 7.1, false},
                      {u"w_total"_s, {}, 2022, u"69,300万立方米"_s, 0, false},
                      {u"S-09"_s, {}, 2020, u"12.3%"_s, 0, false},
                      {u"S-09"_s, {}, 2021, u"15.5"_s, 0, true},
                      {u"w_total"_s, u"思明区"_s, 2022, u"1.1"_s, 0, false}};
    filled.rows = {{u"w_total"_s, {}, {}, u"水资源公报口径"_s, u"2022年厦门市水资源公报第8页"_s},
                   {u"S-09"_s, {}, u"未统计"_s, {}, {}}};
    filled.texts = {{u"底线管控"_s, project::TextKind::Shortfall, u"供水以外调为主。"_s}};
    filled.person = u"王五"_s;
    return filled;
}

/// The water department's fates are the same however its workbook was disturbed.
void checkWater(const ImportPlan& made)
{
    for (const Issue& issue : made.issues)
        INFO(toSentence(issue).toStdString());
    REQUIRE_FALSE(hasErrors(made.issues));
    CHECK(test::fateOf(made, u"w_total"_s, 2019).after == u"6.78 亿立方米"_s);
    CHECK(test::fateOf(made, u"w_total"_s, 2020).after == u"6.93 亿立方米"_s);
    CHECK(test::fateOf(made, u"w_total"_s, 2020).converted);
    CHECK(test::fateOf(made, u"w_total"_s, 2021).after == u"7.1 亿立方米"_s);
    // 69 300 万立方米 = 6.93 亿立方米
    CHECK(test::fateOf(made, u"w_total"_s, 2022).after == u"6.93 亿立方米"_s);
    CHECK(test::fateOf(made, u"w_total"_s, 2022).converted);
    CHECK(test::fateOf(made, u"w_total"_s, 2022, u"思明区"_s).after == u"1.1 亿立方米"_s);
    CHECK(test::fateOf(made, u"S-09"_s, 2020).after == u"12.3 %"_s);
    CHECK(test::fateOf(made, u"S-09"_s, 2021).after == u"15.5 %"_s);
    CHECK(test::fateOf(made, u"S-09"_s, 2022).after == project::label(ValueState::NotCollected));
    CHECK(test::fateOf(made, u"S-09"_s, 2019).fate == Fate::Ignored);
    CHECK(made.count(Fate::New) == 10); // eight figures and states, one text, 填表人
    CHECK(made.count(Fate::Refused) == 0);
}

using Disorder = void (*)(QList<test::PlainSheet>&);

QString disturbed(const test::SmallProject& small, const QString& original, Disorder disorder,
                  const QString& name)
{
    QList<test::PlainSheet> sheets = test::readPlain(original);
    disorder(sheets);
    const QString path = small.path(name);
    test::writePlain(path, sheets);
    return path;
}

} // namespace

TEST_CASE("a returned workbook comes in whole, with its evidence, and only once", "[collect]")
{
    test::SmallProject small;
    project::YearData data = small.data();
    const QString path = small.path(u"01_水利局.xlsx"_s);
    const FilledIn filled = waterReturn();
    REQUIRE_OK(writeFillInWorkbook(path, data, test::taskOf(data, u"水利局"_s), &filled));

    const ImportPlan first = test::importPlan(data, {path});
    checkWater(first);
    CHECK(first.convertedCount() == 3);
    small.commit(first);

    data = small.data();
    const project::Value* value = test::figure(data, u"w_total"_s, 2022);
    REQUIRE(value);
    CHECK_THAT(value->number, Catch::Matchers::WithinRel(6.93, 1e-14));
    CHECK(value->unit == u"亿立方米"_s);
    CHECK(value->note == u"水资源公报口径"_s);
    CHECK(value->adopted);
    const project::Evidence* evidence = data.evidenceOf(*value);
    REQUIRE(evidence);
    CHECK(evidence->fileName == u"01_水利局.xlsx"_s);
    CHECK(evidence->sheet == u"数值"_s);
    CHECK(evidence->person == u"李四"_s);
    CHECK(evidence->note == u"2022年厦门市水资源公报第8页"_s);
    CHECK(evidence->takenAt == test::importOptions().takenAt);
    CHECK(evidence->sha256 == *sha256OfFile(path));
    const project::Value* state = test::figure(data, u"S-09"_s, 2022);
    REQUIRE(state);
    CHECK(state->state == ValueState::NotCollected);
    CHECK_FALSE(test::figure(data, u"S-09"_s, 2019));
    REQUIRE(data.texts.size() == 1);
    CHECK(data.texts.first().text == u"供水以外调为主。"_s);
    const auto proof = std::find_if(
        data.evidence.cbegin(), data.evidence.cend(),
        [&](const project::Evidence& one) { return one.id == data.texts.first().evidence; });
    REQUIRE(proof != data.evidence.cend());
    CHECK(proof->sheet == u"文字"_s);
    CHECK(data.departments.first().returnedAt == QDate(2023, 3, 20));

    const ImportPlan again = test::importPlan(data, {path});
    CHECK(again.changes.isEmpty());
    CHECK(again.count(Fate::Unchanged) == 12);
    CHECK(again.count(Fate::New) + again.count(Fate::Changed) == 0);

    FilledIn corrected = filled;
    corrected.figures[0].text = u"6.8"_s;
    const QString resubmitted = small.path(u"01_水利局（更正）.xlsx"_s);
    REQUIRE_OK(writeFillInWorkbook(resubmitted, data, test::taskOf(data, u"水利局"_s), &corrected));
    const ImportPlan third = test::importPlan(data, {resubmitted});
    CHECK(third.count(Fate::Changed) == 1);
    const CellFate changed = test::fateOf(third, u"w_total"_s, 2019);
    CHECK(changed.before == u"6.78 亿立方米"_s);
    CHECK(changed.after == u"6.8 亿立方米"_s);
    small.commit(third);
    data = small.data();
    CHECK(data.evidenceOf(*test::figure(data, u"w_total"_s, 2019))->fileName ==
          u"01_水利局（更正）.xlsx"_s);
    CHECK(data.evidenceOf(*test::figure(data, u"w_total"_s, 2020))->fileName ==
          u"01_水利局.xlsx"_s);
}

TEST_CASE("keys find the figures wherever rows, columns and sheets went", "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    const QString original = small.path(u"原表.xlsx"_s);
    const FilledIn filled = waterReturn();
    REQUIRE_OK(writeFillInWorkbook(original, data, test::taskOf(data, u"水利局"_s), &filled));

    SECTION("rows sorted the other way round")
    {
        checkWater(test::importPlan(data, {disturbed(
                                              small, original,
                                              [](QList<test::PlainSheet>& sheets) {
                                                  for (const int sheet : {1, 2}) {
                                                      auto& rows = sheets[sheet].rows;
                                                      std::reverse(rows.begin() + 4, rows.end());
                                                  }
                                              },
                                              u"a.xlsx"_s)}));
    }
    SECTION("rows and columns inserted, remarks in the margin")
    {
        checkWater(test::importPlan(
            data, {disturbed(
                      small, original,
                      [](QList<test::PlainSheet>& sheets) {
                          for (test::PlainSheet& sheet : sheets) {
                              for (QStringList& row : sheet.rows)
                                  row.insert(std::min<qsizetype>(2, row.size()), QString());
                              sheet.rows.insert(std::min<qsizetype>(4, sheet.rows.size()),
                                                QStringList{QString(), u"备注"_s, u"第一季度"_s});
                              sheet.rows.prepend({});
                              sheet.rows.append(QStringList{QString(), u"填表说明：见附件"_s});
                          }
                      },
                      u"b.xlsx"_s)}));
    }
    SECTION("sheets renamed and moved, the key sheet deleted")
    {
        checkWater(test::importPlan(data, {disturbed(
                                              small, original,
                                              [](QList<test::PlainSheet>& sheets) {
                                                  sheets.removeLast();
                                                  for (int at = 0; at < sheets.size(); ++at)
                                                      sheets[at].name = u"表%1"_s.arg(at);
                                                  std::reverse(sheets.begin(), sheets.end());
                                              },
                                              u"c.xlsx"_s)}));
    }
    SECTION("the key column emptied: names serve, with a warning")
    {
        const ImportPlan made =
            test::importPlan(data, {disturbed(
                                       small, original,
                                       [](QList<test::PlainSheet>& sheets) {
                                           for (const int sheet : {1, 2, 3}) {
                                               for (QStringList& row : sheets[sheet].rows)
                                                   row[0].clear();
                                           }
                                       },
                                       u"d.xlsx"_s)});
        checkWater(made);
        CHECK(std::any_of(made.issues.cbegin(), made.issues.cend(), [](const Issue& issue) {
            return issue.severity == Severity::Warning && issue.sheet == u"数值"_s;
        }));
    }
    SECTION("the hidden row deleted: headers serve")
    {
        checkWater(test::importPlan(data, {disturbed(
                                              small, original,
                                              [](QList<test::PlainSheet>& sheets) {
                                                  for (const int sheet : {1, 2, 3})
                                                      sheets[sheet].rows.removeFirst();
                                              },
                                              u"e.xlsx"_s)}));
    }
}

TEST_CASE("rows whose key and name disagree are refused", "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    const QString original = small.path(u"原表.xlsx"_s);
    const FilledIn filled = waterReturn();
    REQUIRE_OK(writeFillInWorkbook(original, data, test::taskOf(data, u"水利局"_s), &filled));
    const ImportPlan made = test::importPlan(
        data, {disturbed(
                  small, original,
                  [](QList<test::PlainSheet>& sheets) {
                      auto& rows = sheets[1].rows;
                      std::swap(rows[4][0], rows[5][0]); // sorted without the hidden column
                  },
                  u"f.xlsx"_s)});
    CHECK(made.count(Fate::Refused) == 6);
    CHECK(test::fateOf(made, u"w_total"_s, 2022, u"思明区"_s).fate == Fate::New);
}

TEST_CASE("single bad cells are refused and do not stop the rest", "[collect]")
{
    test::SmallProject small;
    const project::YearData data = small.data();
    FilledIn filled;
    filled.figures = {{u"w_total"_s, {}, 2019, u"见附件"_s, 0, false},
                      {u"w_total"_s, {}, 2020, u"3.2万亩"_s, 0, false},
                      {u"w_total"_s, {}, 2021, u"约7"_s, 0, false},
                      {u"w_total"_s, {}, 2022, u"—"_s, 0, false},
                      {u"S-09"_s, {}, 2022, u"20"_s, 0, false}};
    filled.rows = {{u"S-09"_s, {}, u"涉密"_s, {}, {}}};
    const QString path = small.path(u"水利局.xlsx"_s);
    REQUIRE_OK(writeFillInWorkbook(path, data, test::taskOf(data, u"水利局"_s), &filled));
    const ImportPlan made = test::importPlan(data, {path});
    CHECK_FALSE(hasErrors(made.issues));
    for (const int year : {2019, 2020}) {
        const CellFate fate = test::fateOf(made, u"w_total"_s, year);
        CHECK(fate.fate == Fate::Refused);
        CHECK(fate.reason.contains(u"水利局.xlsx ▸ 数值 ▸ "_s + fate.cell));
    }
    CHECK(test::fateOf(made, u"w_total"_s, 2021).converted);
    CHECK(test::fateOf(made, u"w_total"_s, 2022).after == project::label(ValueState::Missing));
    CHECK(test::fateOf(made, u"S-09"_s, 2022).fate == Fate::Refused);
    small.commit(made);
    const project::YearData after = small.data();
    CHECK(test::figure(after, u"w_total"_s, 2021)->note.contains(u"约数"_s));
    CHECK(test::figure(after, u"w_total"_s, 2022)->state == ValueState::Missing);
}

TEST_CASE("another city's, another year's and nameless workbooks stop the whole import",
          "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    const FilledIn filled = waterReturn();
    const QString good = small.path(u"good.xlsx"_s);
    REQUIRE_OK(writeFillInWorkbook(good, data, test::taskOf(data, u"水利局"_s), &filled));
    const QString bad = small.path(u"bad.xlsx"_s);
    QString expected;
    project::YearData other = data;
    SECTION("city")
    {
        other.info.city = u"泉州市"_s;
        expected = u"泉州市的填报表"_s;
        REQUIRE_OK(writeFillInWorkbook(bad, other, test::taskOf(data, u"水利局"_s), &filled));
    }
    SECTION("year")
    {
        other.info.year = 2021;
        expected = u"2021年度的填报表"_s;
        REQUIRE_OK(writeFillInWorkbook(bad, other, test::taskOf(data, u"水利局"_s), &filled));
    }
    SECTION("identity gone")
    {
        expected = u"隐藏信息已被删除"_s;
        QList<test::PlainSheet> sheets = test::readPlain(good);
        sheets.removeLast();
        for (test::PlainSheet& sheet : sheets)
            sheet.rows.removeFirst();
        test::writePlain(bad, sheets);
    }
    SECTION("truncated")
    {
        expected = u"bad.xlsx"_s;
        const Result<QByteArray> bytes = readFile(good);
        REQUIRE_OK(bytes);
        test::writeFile(bad, bytes->left(bytes->size() / 2));
    }
    SECTION("absent")
    {
        expected = u"找不到文件"_s;
    }
    const ImportPlan made = test::importPlan(data, {good, bad});
    REQUIRE(hasErrors(made.issues));
    CHECK(made.changes.isEmpty());
    CHECK(made.count(Fate::New) + made.count(Fate::Changed) + made.count(Fate::Unchanged) == 0);
    const auto error =
        std::find_if(made.issues.cbegin(), made.issues.cend(),
                     [](const Issue& issue) { return issue.severity == Severity::Error; });
    CHECK(toSentence(*error).contains(expected));
    CHECK(error->file == u"bad.xlsx"_s);
}

TEST_CASE("a folder is read in order, other files are noted, cancelling is an outcome", "[collect]")
{
    const test::SmallProject small;
    const project::YearData data = small.data();
    const QString folder = small.path(u"返回"_s);
    REQUIRE(QDir().mkpath(folder));
    const FilledIn filled = waterReturn();
    REQUIRE_OK(writeFillInWorkbook(folder + u"/02.xlsx"_s, data, test::taskOf(data, u"水利局"_s),
                                   &filled));
    FilledIn contrary = filled;
    contrary.figures[0].text = u"9.99"_s;
    REQUIRE_OK(writeFillInWorkbook(folder + u"/03.xlsx"_s, data, test::taskOf(data, u"水利局"_s),
                                   &contrary));
    test::writeFile(folder + u"/~$02.xlsx"_s, "lock");
    test::writeFile(folder + u"/公函.pdf"_s, "%PDF-1.4");
    const ImportPlan made = test::importPlan(data, {folder});
    CHECK(made.files == QStringList{u"02.xlsx"_s, u"03.xlsx"_s});
    CHECK_FALSE(hasErrors(made.issues));
    CHECK(std::any_of(made.issues.cbegin(), made.issues.cend(),
                      [](const Issue& issue) { return issue.file == u"公函.pdf"_s; }));
    // The same figure twice is unchanged; a contradiction inside one import is refused.
    CHECK(made.count(Fate::New) == 10);
    CHECK(made.count(Fate::Unchanged) == 13); // contact and phone of both, 填表人 of the second
    CHECK(made.count(Fate::Refused) == 1);

    const CancelToken cancel;
    cancel.cancel();
    const Result<ImportPlan> stopped = planImport(data, {folder}, test::importOptions(), cancel);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code() == ErrorCode::Cancelled);
}
