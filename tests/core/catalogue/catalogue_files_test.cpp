#include "core/catalogue/catalogue_files.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace checkup;
using namespace checkup::catalogue;
using namespace Qt::StringLiterals;
using Catch::Matchers::ContainsSubstring;

namespace {

/// A catalogue of three rows as its files' texts; each test spoils one thing in it.
struct Files
{
    QString head = uR"({
        "id": "small", "title_zh": "小目录", "title_en": "Small", "standard": "", "version": "1", "note": "",
        "dimensions": [
            {"id": "safety", "name_zh": "安全", "name_en": "Safety", "categories": ["水安全", "粮食安全"]},
            {"id": "green", "name_zh": "绿色", "name_en": "Green", "categories": ["生态保护"]}
        ],
        "profiles": [{"id": "all", "title_zh": "全部", "title_en": "All", "total": 3, "categories": 3,
            "counts": {"basic": 1, "mandatory": 1, "recommended": 1, "featured": 0}}]
    })"_s;
    QString indicators =
        u"code,dimension,category,name_zh,name_en,unit,decimals,kind,direction,constraint,"
        "spatial_method,definition_zh,formula,department,aspect,confidence,kind_confidence,"
        "definition_recalled,source,profiles\n"
        "S-01,safety,水安全,人均用水量,Water use,立方米/人,1,basic,lower_better,expected,none,"
        "\"用水总量,与常住人口之比\",w_total / p_resident,水利局,底线管控,high,high,yes,回忆,all\n"
        "S-02,safety,粮食安全,耕地保有量,Farmland,万亩,2,mandatory,higher_better,binding,area_sum,"
        "耕地,a_farmland,自然资源局,底线管控,high,low,no,公报,all\n"
        "G-01,green,生态保护,人均耕地,Farmland per "
        "head,亩/人,2,recommended,monitor,none,per_capita,"
        "比,I_S_02 / p_resident,统计局,,low,medium,yes,自拟,all\n"_s;
    QString quantities = u"id,name_zh,name_en,unit,origin,layer,department,note\n"
                         "w_total,用水总量,Water,亿立方米,statistics,,水利局,\n"
                         "p_resident,常住人口,Residents,万人,statistics;grid,,统计局,年末数\n"
                         "a_farmland,耕地面积,Farmland,公顷,layer,DLTB 0101,自然资源局,\n"_s;
};

void put(const QString& folder, const QString& name, const QByteArray& bytes)
{
    QFile file(QDir(folder).filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray get(const QString& folder, const QString& name)
{
    QFile file(QDir(folder).filePath(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

Result<LoadedCatalogue> load(const Files& files)
{
    const QTemporaryDir folder;
    put(folder.path(), u"catalogue.json"_s, files.head.toUtf8());
    put(folder.path(), u"indicators.csv"_s, files.indicators.toUtf8());
    put(folder.path(), u"quantities.csv"_s, files.quantities.toUtf8());
    return loadCatalogue(folder.path());
}

LoadedCatalogue loaded(const Files& files)
{
    const auto result = load(files);
    REQUIRE_OK(result);
    return *result;
}

/// The one issue that spoiling something gave.
Issue only(const Issues& issues)
{
    for (const Issue& issue : issues)
        UNSCOPED_INFO(toSentence(issue).toStdString());
    REQUIRE(issues.size() == 1);
    return issues.first();
}

struct Spoiled
{
    QString before, after; ///< in one of the tables
    QString file, cell;
    std::string fragment;
};

void checkSpoiled(const Spoiled& spoiled)
{
    Files files;
    QString& text = spoiled.file == u"indicators.csv"_s ? files.indicators : files.quantities;
    REQUIRE(text.contains(spoiled.before));
    text.replace(text.indexOf(spoiled.before), spoiled.before.size(), spoiled.after);
    INFO(spoiled.after.toStdString());
    const Issue issue = only(loaded(files).issues);
    CHECK(issue.severity == Severity::Error);
    CHECK(issue.file == spoiled.file);
    CHECK(issue.cell == spoiled.cell);
    CHECK_THAT(issue.text.toStdString(), ContainsSubstring(spoiled.fragment));
}

} // namespace

TEST_CASE("A sound catalogue loads without a word")
{
    const LoadedCatalogue sound = loaded({});
    for (const Issue& issue : sound.issues)
        UNSCOPED_INFO(toSentence(issue).toStdString());
    CHECK(sound.issues.isEmpty());
    const Catalogue& catalogue = sound.catalogue;
    CHECK(catalogue.id == u"small"_s);
    REQUIRE(catalogue.indicators.size() == 3);
    const Indicator& first = catalogue.indicators[0];
    CHECK(first.definition == u"用水总量,与常住人口之比"_s);
    CHECK(first.decimals == 1);
    CHECK(first.constraint == Constraint::Expected);
    CHECK(first.definitionRecalled);
    CHECK_FALSE(catalogue.indicators[1].definitionRecalled);
    CHECK(catalogue.indicators[1].method == SpatialMethod::AreaSum);
    REQUIRE(catalogue.quantities.size() == 3);
    CHECK(catalogue.quantities[1].origins == QList<Origin>{Origin::Statistics, Origin::Grid});
    CHECK(catalogue.profiles[0].counts.value(Kind::Mandatory) == 1);
}

TEST_CASE("Each fault of a row is reported with its row and column")
{
    const QString table = u"indicators.csv"_s;
    checkSpoiled({u"立方米/人"_s, u"立方迷/人"_s, table, u"第 2 行 unit 列"_s, "立方迷"});
    checkSpoiled({u"S-01,safety"_s, u"S-01,safty"_s, table, u"第 2 行 dimension 列"_s, "safty"});
    checkSpoiled({u"green,生态保护"_s, u"green,生态"_s, table, u"第 4 行 category 列"_s, "生态"});
    checkSpoiled({u"lower_better"_s, u"lower"_s, table, u"第 2 行 direction 列"_s, "lower"});
    checkSpoiled({u",binding"_s, u",约束性"_s, table, u"第 3 行 constraint 列"_s, "约束性"});
    checkSpoiled({u"area_sum"_s, u"sum"_s, table, u"第 3 行 spatial_method 列"_s, "sum"});
    checkSpoiled({u"high,low,no"_s, u"hoch,low,no"_s, table, u"第 3 行 confidence 列"_s, "hoch"});
    checkSpoiled(
        {u"high,low,no"_s, u"high,,no"_s, table, u"第 3 行 kind_confidence 列"_s, "没有填写"});
    checkSpoiled({u"low,no"_s, u"low,nein"_s, table, u"第 3 行 definition_recalled 列"_s, "nein"});
    checkSpoiled({u"万亩,2"_s, u"万亩,两位"_s, table, u"第 3 行 decimals 列"_s, "两位"});
    checkSpoiled({u"万亩,2"_s, u"万亩,20"_s, table, u"第 3 行 decimals 列"_s, "20"});
    checkSpoiled({u"人均用水量"_s, u""_s, table, u"第 2 行 name_zh 列"_s, "没有名称"});
    checkSpoiled({u"水利局,底线管控"_s, u"水利局,底线"_s, table, u"第 2 行 aspect 列"_s, "底线"});
    checkSpoiled({u"G-01,"_s, u"G_01,"_s, table, u"第 4 行 code 列"_s, "代码"});
    checkSpoiled({u"G-01,"_s, u"S-01,"_s, table, u"第 4 行 code 列"_s, "与第 2 行重复"});
    checkSpoiled(
        {u"w_total / p"_s, u"w_total / / p"_s, table, u"第 2 行 formula 列"_s, "第 11 个字符"});
    checkSpoiled({u"w_total / p_resident"_s, u"w_total / p_resident^2"_s, table,
                  u"第 2 行 formula 列"_s, "人口"});
    checkSpoiled({u"a_farmland,自然"_s, u"a_farmland + a_missing * 0,自然"_s, table,
                  u"第 3 行 formula 列"_s, "a_missing"});
    checkSpoiled({u"a_farmland,自然"_s, u"a_farmland + I_G_01 * p_resident,自然"_s, table,
                  u"第 4 行 formula 列"_s, "S-02 → G-01 → S-02"});

    const QString inputs = u"quantities.csv"_s;
    checkSpoiled({u"亿立方米"_s, u"亿立方"_s, inputs, u"第 2 行 unit 列"_s, "立方"});
    checkSpoiled(
        {u"statistics;grid"_s, u"statistics;grit"_s, inputs, u"第 3 行 origin 列"_s, "grit"});
    checkSpoiled({u"用水总量"_s, u""_s, inputs, u"第 2 行 name_zh 列"_s, "没有名称"});
    checkSpoiled({u"\na_farmland"_s, u"\nw_total,重复,,公顷,,,,\na_farmland"_s, inputs,
                  u"第 4 行 id 列"_s, "与第 2 行重复"});
}

TEST_CASE("A cycle through the year before is a cycle")
{
    Files files;
    files.indicators.replace(u"I_S_02 / p_resident"_s,
                             u"I_S_02 / p_resident * I_G_01__prev / I_G_01__prev"_s);
    const Issues issues = loaded(files).issues;
    REQUIRE_FALSE(issues.isEmpty());
    CHECK_THAT(issues.first().text.toStdString(), ContainsSubstring("G-01 → G-01"));
}

TEST_CASE("A row out of step with its header is reported before what follows from it")
{
    Files files;
    files.indicators.replace(u"耕地,a_farmland"_s, u"耕地,地类面积,a_farmland"_s);
    Issue issue = loaded(files).issues.value(0);
    CHECK(issue.severity == Severity::Error);
    CHECK(issue.file == u"indicators.csv"_s);
    CHECK(issue.cell == u"第 3 行"_s);
    CHECK_THAT(issue.text.toStdString(), ContainsSubstring("有 21 格，应有 20 格"));

    files = {};
    files.quantities.replace(u"亿立方米,statistics,,"_s, u"亿立方米,statistics,"_s);
    issue = loaded(files).issues.value(0);
    CHECK(issue.cell == u"第 2 行"_s);
    CHECK_THAT(issue.text.toStdString(), ContainsSubstring("只有 7 格，应有 8 格"));
}

TEST_CASE("Names that formulas cannot use are refused")
{
    for (const QString& id : {u"P_resident"_s, u"p__prev"_s, u"min"_s, u"2p"_s, u"人口"_s}) {
        Files files;
        files.quantities += id + u",甲,A,人,statistics,,,\n"_s;
        const Issues issues = loaded(files).issues;
        INFO(id.toStdString());
        REQUIRE_FALSE(issues.isEmpty());
        CHECK(issues.first().severity == Severity::Error);
        CHECK(issues.first().cell == u"第 5 行 id 列"_s);
    }
}

TEST_CASE("A quantity that nobody uses is worth a note")
{
    Files files;
    files.quantities += u"\n\nspare,备用,Spare,人,statistics,,统计局,\n"_s; // two empty rows before
    const Issue issue = only(loaded(files).issues);
    CHECK(issue.severity == Severity::Note);
    CHECK(issue.cell == u"第 7 行 id 列"_s);
}

TEST_CASE("Counts that differ from a profile's own statement are a warning")
{
    Files files;
    files.head.replace(u"\"total\": 3"_s, u"\"total\": 4"_s);
    Issue issue = only(loaded(files).issues);
    CHECK(issue.severity == Severity::Warning);
    CHECK(issue.file == u"catalogue.json"_s);
    CHECK_THAT(issue.text.toStdString(), ContainsSubstring("4 项，实有 3 项"));

    files = {};
    files.head.replace(u"\"basic\": 1"_s, u"\"basic\": 2"_s);
    issue = only(loaded(files).issues);
    CHECK_THAT(issue.text.toStdString(), ContainsSubstring("基本指标 2 项，实有 1 项"));

    files = {};
    files.head.replace(u"\"categories\": 3"_s, u"\"categories\": 2"_s);
    issue = only(loaded(files).issues);
    CHECK_THAT(issue.text.toStdString(), ContainsSubstring("二级类别 2 项，实有 3 项"));
}

TEST_CASE("Faults of the head file name the field")
{
    Files files;
    files.head.replace(u"\"id\": \"small\", "_s, QString());
    Issue issue = only(loaded(files).issues);
    CHECK(issue.severity == Severity::Error);
    CHECK(issue.cell == u"id"_s);

    files = {};
    files.head.replace(u"\"version\""_s, u"\"versoin\""_s);
    issue = only(loaded(files).issues);
    CHECK(issue.severity == Severity::Warning);
    CHECK(issue.cell == u"versoin"_s);

    files = {};
    files.head.replace(u"[\"生态保护\"]"_s, u"[\"生态保护\", \"生态保护\"]"_s);
    CHECK_THAT(only(loaded(files).issues).text.toStdString(), ContainsSubstring("生态保护"));

    files = {};
    files.head.replace(u"\"featured\": 0"_s, u"\"featured\": \"none\""_s);
    CHECK(only(loaded(files).issues).cell == u"profiles[1].counts.featured"_s);

    files = {};
    files.head.replace(u"\"counts\": {\"basic\": 1,"_s,
                       u"\"counts\": {\"basics\": 0, \"basic\": 1,"_s);
    CHECK(only(loaded(files).issues).cell == u"profiles[1].counts.basics"_s);
}

TEST_CASE("A row that asks for an unknown profile, or refers out of its own, is reported")
{
    Files files;
    files.indicators.replace(u"公报,all"_s, u"公报,all;some"_s);
    CHECK(only(loaded(files).issues).cell == u"第 3 行 profiles 列"_s);

    files = {};
    files.indicators.replace(u"公报,all"_s, u"公报,"_s); // S-02, which G-01 refers to
    Issues issues = loaded(files).issues;
    REQUIRE_FALSE(issues.isEmpty());
    CHECK(issues.first().cell == u"第 4 行 formula 列"_s);
    CHECK_THAT(issues.first().text.toStdString(), ContainsSubstring("S-02"));
}

TEST_CASE("Columns may be missing, unknown, doubled or in another order")
{
    Files files;
    files.quantities.replace(u",note\n"_s, u",notes\n"_s);
    const Issues issues = loaded(files).issues;
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].severity == Severity::Warning);
    CHECK(issues[0].cell == u"第 1 行 notes 列"_s);
    CHECK(issues[1].severity == Severity::Error);
    CHECK(issues[1].cell == u"第 1 行 note 列"_s);

    files = {};
    files.quantities = u"note,unit,name_zh,id,name_en,origin,layer,department\n"
                       "甲,亿立方米,用水总量,w_total,,statistics,,\n"
                       ",万人,常住人口,p_resident,,statistics,,\n"
                       ",公顷,耕地面积,a_farmland,,layer,,\n"_s;
    const LoadedCatalogue shuffled = loaded(files);
    CHECK(shuffled.issues.isEmpty());
    CHECK(shuffled.catalogue.quantities[0].note == u"甲"_s);

    files.quantities.replace(u"note,unit,"_s, u"note,note,"_s);
    CHECK(hasErrors(loaded(files).issues));
}

TEST_CASE("Files as spreadsheet programs save them load the same")
{
    const Files plain;
    const Catalogue expected = loaded(plain).catalogue;

    Files excel =
        plain; // byte order mark, CRLF, every cell quoted or blank around, empty cells after
    excel.indicators.replace(u"\n"_s, u"\r\n"_s).prepend(QChar::ByteOrderMark);
    excel.quantities.replace(u"\n"_s, u",,\r\n"_s).prepend(QChar::ByteOrderMark);
    excel.quantities.replace(u"w_total,用水总量"_s, u"\"w_total\", \"用水总量\" "_s);
    excel.quantities += u",,,,,,,,,\r\n"_s;
    excel.head.prepend(QChar::ByteOrderMark);
    const LoadedCatalogue again = loaded(excel);
    CHECK(again.issues.isEmpty());
    CHECK((again.catalogue == expected));

    Files unended = plain;
    unended.indicators.chop(1);
    CHECK((loaded(unended).catalogue == expected));
}

TEST_CASE("A file that cannot be read is an error that names it")
{
    const QTemporaryDir folder;
    const auto absent = loadCatalogue(folder.filePath(u"nowhere"_s));
    REQUIRE_FALSE(absent.has_value());
    CHECK(absent.error().code() == ErrorCode::NotFound);

    Files files;
    files.head.replace(u"\"version\":"_s, u"\"version\""_s);
    const auto json = load(files);
    REQUIRE_FALSE(json.has_value());
    CHECK(json.error().code() == ErrorCode::Invalid);
    CHECK_THAT(json.error().message().toStdString(),
               ContainsSubstring("catalogue.json") && ContainsSubstring("第 2 行"));

    files = {};
    files.quantities.replace(u",年末数"_s, u",\"年末数"_s);
    const auto open = load(files);
    REQUIRE_FALSE(open.has_value());
    CHECK(open.error().code() == ErrorCode::Damaged);
    CHECK_THAT(open.error().message().toStdString(), ContainsSubstring("“quantities.csv”第 3 行"));

    put(folder.path(), u"catalogue.json"_s, Files().head.toUtf8());
    put(folder.path(), u"indicators.csv"_s, Files().indicators.toUtf8());
    put(folder.path(), u"quantities.csv"_s, "id,name_zh\n\xD3\xC3\xCB\xAE"); // 用水 in GBK
    const auto gbk = loadCatalogue(folder.path());
    REQUIRE_FALSE(gbk.has_value());
    CHECK(gbk.error().code() == ErrorCode::Unsupported);
    CHECK_THAT(gbk.error().message().toStdString(), ContainsSubstring("CSV UTF-8"));
}

TEST_CASE("Saved and loaded again, a catalogue is the same, byte for byte and row for row")
{
    QStringList ids = builtInCatalogues();
    REQUIRE_FALSE(ids.isEmpty());
    QList<Catalogue> catalogues{loaded({}).catalogue};
    for (const QString& id : ids)
        catalogues.append(loadBuiltIn(id)->catalogue);
    catalogues[0].indicators[0].definition = u"两行\n“引号” \"quotes\", 逗号"_s;

    const QStringList names{u"catalogue.json"_s, u"indicators.csv"_s, u"quantities.csv"_s};
    for (const Catalogue& catalogue : catalogues) {
        INFO(catalogue.id.toStdString());
        const QTemporaryDir folder;
        const QString first = folder.filePath(u"new/一"_s);
        const QString second = folder.filePath(u"二"_s);
        REQUIRE_OK(saveCatalogue(catalogue, first));
        const auto again = loadCatalogue(first);
        REQUIRE_OK(again);
        CHECK(again->issues.isEmpty());
        CHECK((again->catalogue == catalogue));
        CHECK(diff(catalogue, again->catalogue).isEmpty());
        REQUIRE_OK(saveCatalogue(again->catalogue, second));
        for (const QString& name : names)
            CHECK((get(first, name) == get(second, name)));
        CHECK(get(first, u"indicators.csv"_s)
                  .startsWith("\xEF\xBB\xBF"
                              "code,"));
    }
}

TEST_CASE("Saving where nothing can be written is an error")
{
    const QTemporaryDir folder;
    put(folder.path(), u"file"_s, "x");
    const auto saved = saveCatalogue(loaded({}).catalogue, folder.filePath(u"file"_s));
    REQUIRE_FALSE(saved.has_value());
}

TEST_CASE("An edited catalogue is validated without files")
{
    Catalogue catalogue = loaded({}).catalogue;
    CHECK(validate(catalogue).isEmpty());
    catalogue.indicators[1].unit = u"万人"_s;
    const Issues issues = validate(catalogue);
    REQUIRE(issues.size() == 2); // its own formula, and G-01's, which uses it
    CHECK(issues[0].file.isEmpty());
    CHECK(issues[0].cell == u"formula"_s);
    CHECK_THAT(issues[0].text.toStdString(), ContainsSubstring("指标 S-02"));
    CHECK_THAT(issues[1].text.toStdString(), ContainsSubstring("指标 G-01"));
}
