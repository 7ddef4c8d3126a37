// Damaged files of every kind that comes back: each ends in a clear error or in a clean plan, and
// what a clean plan commits leaves a project that verifies. CHECKUP_FUZZ_ROUNDS sets how often the
// seeded part is done with other seeds (default 1).

#include "core/base/file_tools.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/import_plan.h"
#include "core/office/zip.h"
#include "tests/core/collect/support.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <random>

using namespace checkup;
using namespace checkup::collect;
using namespace Qt::StringLiterals;

namespace {

int rounds()
{
    return std::max(1, qEnvironmentVariableIntValue("CHECKUP_FUZZ_ROUNDS"));
}

/// Numbers below a bound, the same on every machine.
class Chance
{
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {}
    qsizetype below(qsizetype bound)
    {
        return static_cast<qsizetype>(m_engine() % static_cast<unsigned long>(bound));
    }

private:
    std::mt19937 m_engine;
};

/// Flips one to eight bits, or cuts out, doubles or overwrites a few bytes.
QByteArray disturbed(QByteArray bytes, Chance& chance)
{
    if (bytes.isEmpty())
        return bytes;
    const qsizetype at = chance.below(bytes.size());
    const qsizetype length = 1 + chance.below(std::min<qsizetype>(40, bytes.size() - at));
    switch (chance.below(6)) {
    case 0:
        return bytes.remove(at, length);
    case 1:
        return bytes.insert(at, bytes.mid(at, length));
    case 2: {
        static const QList<QByteArray> nasty{"\0",          "<",         "&#0;", "&#xFFFF;",
                                             "]]>",         "\xff\xfe",  "\"",   "999999999999",
                                             "-1",          "1e999",     "nan",  "cc:r:",
                                             "cc:c:y2020",  "cc:id:|||", "|",    "\xf0\x9f\x98\x80",
                                             "\xed\xa0\x80"};
        return bytes.replace(at, length, nasty[chance.below(nasty.size())]);
    }
    default:
        for (qsizetype flips = 1 + chance.below(8); flips > 0; --flips) {
            const qsizetype where = chance.below(bytes.size());
            bytes[where] = static_cast<char>(bytes[where] ^ (1 << chance.below(8)));
        }
        return bytes;
    }
}

/// A project that damaged files are imported into, and a tally of how they ended.
class Importing
{
public:
    Importing()
        : m_data(m_small.data())
    {
        const auto live = project::ProjectFile::open(m_small.path(u"厦门市-2022.gpkg"_s),
                                                     project::OpenMode::ReadOnly);
        REQUIRE_OK(live);
        REQUIRE_OK(live->backupTo(m_small.path(u"清洁.gpkg"_s)));
    }

    test::SmallProject& small() { return m_small; }

    /// Imports `bytes` called `name`; `how` says what was done to them.
    void take(const QByteArray& bytes, const QString& name, const QString& how)
    {
        INFO(name.toStdString() << ", " << how.toStdString());
        const QString path = test::writeFile(m_small.path(name), bytes);
        const Result<ImportPlan> plan = planImport(m_data, {path}, options());
        ++m_files;
        if (!plan) {
            REQUIRE_FALSE(plan.error().message().isEmpty());
            ++m_refused;
            return;
        }
        if (hasErrors(plan->issues)) {
            for (const Issue& issue : plan->issues) {
                REQUIRE_FALSE(issue.text.isEmpty());
                REQUIRE(issue.file == name);
            }
            REQUIRE(plan->changes.isEmpty());
            REQUIRE(plan->count(Fate::New) + plan->count(Fate::Changed) == 0);
            ++m_refused;
            return;
        }
        for (const CellFate& cell : plan->cells) {
            if (cell.fate == Fate::Refused || cell.fate == Fate::Ignored)
                REQUIRE_FALSE(cell.reason.isEmpty());
        }
        REQUIRE(plan->changes.isEmpty() ==
                (plan->count(Fate::New) + plan->count(Fate::Changed) == 0));
        if (!plan->changes.isEmpty() && isNext(plan->changes))
            commit(*plan, path);
    }

    void say(const char* what) const
    {
        UNSCOPED_INFO(what << ": " << m_files << " files, " << m_refused << " refused, "
                           << m_committed << " committed");
        CHECK(m_refused > 0);
        CHECK(m_committed > 0);
    }

private:
    static ImportOptions options()
    {
        ImportOptions made;
        made.person = u"李四"_s;
        made.takenAt = QDateTime(QDate(2023, 3, 20), QTime(9, 30), Qt::UTC);
        return made;
    }

    /// Whether an edit is to be committed: every third that differs in more than the file's
    /// digest, or all of them when more rounds are asked for.
    bool isNext(const project::ChangeSet& changes)
    {
        QByteArray all;
        for (const project::RowChange& change : changes.changes) {
            if (change.table == project::Table::Returns ||
                change.table == project::Table::Attachments)
                continue; // hold the file itself
            QJsonObject after = change.after;
            after.remove(u"sha256"_s);
            all += QByteArray::number(static_cast<int>(change.table)) +
                   QByteArray::number(change.row) +
                   QJsonDocument(change.before).toJson(QJsonDocument::Compact) +
                   QJsonDocument(after).toJson(QJsonDocument::Compact);
        }
        const QByteArray digest = QCryptographicHash::hash(all, QCryptographicHash::Sha256);
        if (m_seen.contains(digest))
            return false;
        m_seen.insert(digest);
        return rounds() > 1 || m_seen.size() % 3 == 1;
    }

    void commit(const ImportPlan& plan, const QString& source)
    {
        const QString path = m_small.path(u"试.gpkg"_s);
        QFile::remove(path);
        REQUIRE(QFile::copy(m_small.path(u"清洁.gpkg"_s), path));
        auto file = project::ProjectFile::open(path);
        REQUIRE_OK(file);
        REQUIRE_OK(file->commit(plan.changes));
        const auto data = file->load();
        REQUIRE_OK(data);
        const auto again = planImport(*data, {source}, options());
        REQUIRE_OK(again);
        REQUIRE(again->changes.isEmpty());
        REQUIRE_OK(file->close());
        const auto verified = project::verifyProject(path);
        REQUIRE_OK(verified);
        for (const Issue& issue : verified->problems)
            UNSCOPED_INFO(toSentence(issue).toStdString());
        REQUIRE(verified->ok);
        ++m_committed;
    }

    test::SmallProject m_small;
    project::YearData m_data;
    QSet<QByteArray> m_seen;
    int m_files = 0, m_refused = 0, m_committed = 0;
};

void truncate(Importing& importing, const QByteArray& whole, const QString& name)
{
    for (int percent = 0; percent <= 100; ++percent)
        importing.take(whole.left(whole.size() * percent / 100), name,
                       u"cut at %1 %"_s.arg(percent));
}

void flip(Importing& importing, const QByteArray& whole, const QString& name, int times)
{
    for (int round = 0; round < rounds(); ++round) {
        for (int at = 0; at < times; ++at) {
            const auto seed = static_cast<unsigned>(round * 100'000 + at);
            Chance chance(seed);
            importing.take(disturbed(whole, chance), name, u"seed %1"_s.arg(seed));
        }
    }
}

/// The same inside an archive's parts, packed again so that their checksums are right.
void flipInside(Importing& importing, const QString& path, const QString& name, int times)
{
    auto zip = office::ZipReader::open(path);
    REQUIRE_OK(zip);
    QList<office::ZipEntry> parts;
    for (const QString& part : zip->names()) {
        const auto bytes = zip->read(part);
        REQUIRE_OK(bytes);
        parts.append({part, *bytes});
    }
    const QString repacked = importing.small().path(u"重装.zip"_s);
    for (int round = 0; round < rounds(); ++round) {
        for (int at = 0; at < times; ++at) {
            const auto seed = static_cast<unsigned>(round * 100'000 + at);
            Chance chance(seed);
            QList<office::ZipEntry> now = parts;
            office::ZipEntry& victim = now[chance.below(now.size())];
            victim.bytes = chance.below(20) == 0
                               ? victim.bytes.left(chance.below(victim.bytes.size() + 1))
                               : disturbed(victim.bytes, chance);
            REQUIRE_OK(office::writeZip(repacked, now,
                                        QDateTime(QDate(2023, 1, 1), QTime(8, 0), Qt::UTC)));
            const auto bytes = readFile(repacked);
            REQUIRE_OK(bytes);
            importing.take(*bytes, name, u"seed %1 in %2"_s.arg(seed).arg(victim.name));
        }
    }
}

QByteArray bytesOf(const QString& path)
{
    const auto bytes = readFile(path);
    REQUIRE_OK(bytes);
    return *bytes;
}

const QByteArray longTable =
    u"指标,地区,年份,数值,单位,来源,口径\n"
    "用水总量,厦门市,2019,6.78,亿立方米,department,\n"
    "用水总量,厦门市,2020,\"69,300万立方米\",,department,资源公报\n"
    "用水总量,厦门市,2021,７．１,亿立方米,统计,\n"
    "常住人口,思明区,2021,106.3,万人,department,\n"
    "常住人口,厦门市,2022,约531万人,万人,统计年鉴,\"年末数，\"\"普查后\"\"\"\n"
    "再生水利用率,厦门市,2022,12.3%,%,department,\n"
    "耕地面积,厦门市,2022,22.84万亩,公顷,空间,图斑\n"_s.toUtf8();

} // namespace

TEST_CASE("a damaged fill-in workbook is refused or read cleanly", "[collect][fuzz]")
{
    Importing importing;
    const project::YearData data = importing.small().data();
    FilledIn filled;
    filled.figures = {{u"w_total"_s, {}, 2019, u"6.78"_s, 0, false},
                      {u"w_total"_s, {}, 2020, u"６．９３"_s, 0, false},
                      {u"w_total"_s, {}, 2021, u"=3.5+3.6"_s, 7.1, false},
                      {u"w_total"_s, {}, 2022, u"69,300万立方米"_s, 0, false},
                      {u"S-09"_s, {}, 2020, u"12.3%"_s, 0, false},
                      {u"w_total"_s, u"思明区"_s, 2022, u"1.1"_s, 0, false}};
    filled.rows = {{u"w_total"_s, {}, {}, u"水资源公报口径"_s, u"2022年公报第8页"_s},
                   {u"S-09"_s, {}, u"未统计"_s, {}, {}}};
    filled.texts = {{u"底线管控"_s, project::TextKind::Shortfall, u"供水以外调为主。"_s}};
    project::KeyTask task;
    task.name = u"堤防达标提升"_s;
    task.progress = u"完成 3.2 千米"_s;
    task.rate = 80;
    task.state = project::KeyTaskState::OnSchedule;
    filled.keyTasks = {task};
    filled.contacts = data.departments.first();
    filled.contacts->leader = u"某副局长"_s;
    filled.person = u"王五"_s;
    filled.date = QDate(2023, 3, 18);
    const QString whole = importing.small().path(u"原表.xlsx"_s);
    REQUIRE_OK(writeFillInWorkbook(whole, data, taskBreakdown(data).first(), &filled));
    truncate(importing, bytesOf(whole), u"水利局.xlsx"_s);
    flip(importing, bytesOf(whole), u"水利局.xlsx"_s, 200);
    flipInside(importing, whole, u"水利局.xlsx"_s, 300);
    importing.say("fill-in workbook");
}

TEST_CASE("a damaged workbook of figures is refused or read cleanly", "[collect][fuzz]")
{
    Importing importing;
    const QString whole = importing.small().path(u"原件.xlsx"_s);
    test::writePlain(whole,
                     {{u"水"_s,
                       {{u"厦门市用水情况"_s},
                        {u"指标"_s, u"单位"_s, u"2020年"_s, u"2021年"_s, u"2022年"_s},
                        {u"用水总量"_s, u"万立方米"_s, u"69300"_s, u"=1+2|70100"_s, u"71,000"_s},
                        {u"常住人口"_s, u"万人"_s, u"518"_s, u"528"_s, u"530.8"_s}}},
                      {u"说明"_s, {{u"数据来源：统计年鉴"_s}}}});
    truncate(importing, bytesOf(whole), u"年鉴.xlsx"_s);
    flip(importing, bytesOf(whole), u"年鉴.xlsx"_s, 200);
    flipInside(importing, whole, u"年鉴.xlsx"_s, 300);
    importing.say("workbook of figures");
}

TEST_CASE("a damaged csv is refused or read cleanly", "[collect][fuzz]")
{
    Importing importing;
    truncate(importing, longTable, u"指标.csv"_s);
    flip(importing, longTable, u"指标.csv"_s, 200);
    const QByteArray utf16 =
        QByteArray("\xff\xfe", 2) +
        QByteArray(reinterpret_cast<const char*>(QString::fromUtf8(longTable).utf16()),
                   QString::fromUtf8(longTable).size() * 2);
    flip(importing, utf16, u"指标.txt"_s, 100);
    importing.say("csv");
}

TEST_CASE("a damaged web page that calls itself a workbook is refused or read cleanly",
          "[collect][fuzz]")
{
    Importing importing;
    QByteArray page = "<html><head><meta charset=\"utf-8\"></head><body><table border=1>";
    for (const QByteArray& line : longTable.trimmed().split('\n')) {
        page += "<tr>";
        for (const QByteArray& cell : line.split(','))
            page += "<td colspan=\"1\">" + cell + "</td>";
        page += "</tr>\n";
    }
    page += "</table></body></html>";
    truncate(importing, page, u"导出.xls"_s);
    flip(importing, page, u"导出.xls"_s, 150);
    importing.say("web page");
}

TEST_CASE("a damaged XML spreadsheet is refused or read cleanly", "[collect][fuzz]")
{
    QByteArray xml = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
                     "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" "
                     "xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                     "<Worksheet ss:Name=\"表\"><Table>";
    for (const QByteArray& line : longTable.trimmed().split('\n')) {
        xml += "<Row>";
        for (const QByteArray& cell : line.split(','))
            xml += "<Cell><Data ss:Type=\"String\">" + cell + "</Data></Cell>";
        xml += "</Row>\n";
    }
    xml += "</Table></Worksheet></Workbook>";
    Importing importing;
    truncate(importing, xml, u"导出.xls"_s);
    flip(importing, xml, u"导出.xls"_s, 100);
    importing.say("XML spreadsheet");
}

TEST_CASE("a damaged .ods is refused or read cleanly", "[collect][fuzz]")
{
    QByteArray content =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "office:version=\"1.2\"><office:body><office:spreadsheet><table:table table:name=\"表\">";
    for (const QByteArray& line : longTable.trimmed().split('\n')) {
        content += "<table:table-row>";
        for (const QByteArray& cell : line.split(','))
            content += "<table:table-cell office:value-type=\"string\"><text:p>" + cell +
                       "</text:p></table:table-cell>";
        content += "</table:table-row>\n";
    }
    content += "</table:table></office:spreadsheet></office:body></office:document-content>";
    Importing importing;
    const QString whole = importing.small().path(u"原件.ods"_s);
    REQUIRE_OK(office::writeZip(
        whole,
        {{u"mimetype"_s, "application/vnd.oasis.opendocument.spreadsheet"},
         {u"content.xml"_s, content},
         {u"META-INF/manifest.xml"_s,
          "<?xml version=\"1.0\"?><manifest:manifest "
          "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"}},
        QDateTime(QDate(2023, 1, 1), QTime(8, 0), Qt::UTC)));
    truncate(importing, bytesOf(whole), u"指标.ods"_s);
    flip(importing, bytesOf(whole), u"指标.ods"_s, 50);
    flipInside(importing, whole, u"指标.ods"_s, 100);
    importing.say("ods");
}

TEST_CASE("a damaged .xls is refused or read cleanly", "[collect][fuzz]")
{
    const QString whole = test::sharedFile(u"data/sheets/readxl/deaths.xls"_s);
    if (whole.isEmpty()) {
        WARN("skipped: the reference file deaths.xls is not beside the checkout");
        return;
    }
    Importing importing;
    truncate(importing, bytesOf(whole), u"旧表.xls"_s);
    flip(importing, bytesOf(whole), u"旧表.xls"_s, 100);
}
