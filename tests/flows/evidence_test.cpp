#include "core/base/file_tools.h"
#include "tests/flows/command.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using test::run;

namespace {

/// A copy of the sample year in a folder of its own, with a document beside it.
struct Desk
{
    QTemporaryDir folder;
    QString project = folder.filePath(u"厦门市-2022.gpkg"_s);
    QString document = folder.filePath(u"批复 第一号.pdf"_s);

    Desk()
    {
        REQUIRE(QFile::copy(test::sampleProject(), project));
        REQUIRE_OK(checkup::writeFileSafely(document, "%PDF-1.4 made up"));
    }
    test::Ran command(const QStringList& arguments, int exit = 0) const
    {
        QStringList all = arguments;
        all.insert(1, project);
        const test::Ran ran = run(all);
        INFO(arguments.join(u' ').toStdString());
        INFO(ran.err.toStdString());
        CHECK_FALSE(ran.crashed);
        CHECK(ran.exit == exit);
        return ran;
    }
    QJsonObject json(QStringList arguments, int exit = 0) const
    {
        return command(arguments << u"--json"_s, exit).json;
    }
};

/// The document of that digest; the sample year holds the returned workbooks too.
QJsonObject ownDocument(const QJsonObject& list, const QString& sha256)
{
    QList<QJsonObject> found;
    for (const QJsonValue& document : list[u"documents"_s].toArray()) {
        if (document[u"sha256"_s].toString() == sha256)
            found.append(document.toObject());
    }
    REQUIRE(found.size() == 1);
    return found.first();
}

} // namespace

TEST_CASE("a document is attached, traced, listed and taken out again")
{
    const Desk desk;
    const QJsonObject attached =
        desk.json({u"attach"_s, desk.document, u"--for"_s, u"S-01"_s, u"--place"_s, u"第 3 页"_s});
    CHECK(attached[u"inside"_s].toBool());
    CHECK(attached[u"media_type"_s].toString() == u"application/pdf"_s);
    CHECK(attached[u"changed"_s].toInt() == 2);
    CHECK(desk.json({u"attach"_s, desk.document, u"--for"_s, u"S-01"_s, u"--place"_s,
                     u"第 3 页"_s})[u"changed"_s]
              .toInt() == 0);

    const QJsonArray traced =
        desk.json({u"info"_s, u"--trace"_s, u"S-01"_s})[u"documents"_s].toArray();
    REQUIRE(traced.size() == 1);
    const QJsonObject one = traced.first().toObject();
    CHECK(one[u"name"_s].toString() == u"批复 第一号.pdf"_s);
    CHECK(one[u"place"_s].toString() == u"第 3 页"_s);
    CHECK(one[u"sha256"_s].toString() == attached[u"sha256"_s].toString());
    CHECK(one[u"inside"_s].toBool());
    CHECK(one[u"present"_s].toBool());

    const QJsonObject listed =
        ownDocument(desk.json({u"documents"_s}), attached[u"sha256"_s].toString());
    const QJsonArray figures = listed[u"figures"_s].toArray();
    REQUIRE(figures.size() == 1);
    CHECK(figures.first().toObject()[u"subject"_s].toString() == u"S-01"_s);
    const QString saved = desk.folder.filePath(u"另存.pdf"_s);
    desk.command(
        {u"documents"_s, u"--save"_s, QString::number(listed[u"id"_s].toInt()), u"-o"_s, saved});
    CHECK(test::sameBytes(saved, desk.document));
    desk.command({u"documents"_s, u"--save"_s, u"9999"_s, u"-o"_s, saved}, 3);
    desk.command({u"verify"_s});
    desk.command({u"attach"_s, desk.document, u"--for"_s, u"Z-99"_s}, 3);
    desk.command({u"attach"_s, desk.folder.filePath(u"没有.pdf"_s)}, 3);
    desk.command({u"attach"_s, desk.project}, 3);
}

TEST_CASE("verify tells of a referenced document that vanished or was changed")
{
    const Desk desk;
    const QJsonObject attached = desk.json({u"attach"_s, desk.document, u"--for"_s, u"S-01"_s,
                                            u"--source"_s, u"department"_s, u"--reference"_s});
    CHECK_FALSE(attached[u"inside"_s].toBool());
    CHECK(attached[u"path"_s].toString() == u"批复 第一号.pdf"_s);
    const QByteArray before = test::bytesOf(desk.project);
    desk.command({u"verify"_s});
    REQUIRE_OK(checkup::writeFileSafely(desk.document, "%PDF-1.4 MADE UP"));
    const QJsonArray changed = desk.json({u"verify"_s}, 1)[u"problems"_s].toArray();
    REQUIRE(changed.size() == 1);
    CHECK(changed.first().toObject()[u"text"_s].toString().contains(u"批复 第一号.pdf"_s));
    REQUIRE(QFile::remove(desk.document));
    CHECK(desk.json({u"verify"_s}, 1)[u"problems"_s].toArray().size() == 1);
    const bool untouched = test::bytesOf(desk.project) == before;
    CHECK(untouched);
    const QJsonObject listed =
        ownDocument(desk.json({u"documents"_s}, 1), attached[u"sha256"_s].toString());
    CHECK(listed[u"state"_s].toString() == u"vanished"_s);
    const QJsonObject traced = desk.json({u"info"_s, u"--trace"_s, u"S-01"_s})[u"documents"_s]
                                   .toArray()
                                   .first()
                                   .toObject();
    CHECK_FALSE(traced[u"present"_s].toBool(true));
}

TEST_CASE("snapshots are named and compared, and the audit is searched")
{
    const Desk desk;
    const QJsonObject made = desk.json({u"snapshot"_s, u"初报"_s});
    CHECK(made[u"audit_number"_s].toInt() > 0);
    desk.command({u"snapshot"_s, u"初报"_s}, 3);
    desk.command({u"snapshot"_s}, 2);
    const QJsonArray names = desk.json({u"snapshot"_s, u"--list"_s})[u"snapshots"_s].toArray();
    REQUIRE(names.size() == 1);
    CHECK(names.first().toObject()[u"name"_s].toString() == u"初报"_s);
    CHECK(desk.json({u"compare"_s, u"初报"_s, u"now"_s})[u"rows"_s].toArray().isEmpty());

    // Department 589.3 km², spatial computation 596.8 km²: planted to contradict.
    desk.command({u"adopt"_s, u"a_construct"_s, u"--source"_s, u"spatial"_s, u"--reason"_s,
                  u"以图斑为准"_s});
    const QString book = desk.folder.filePath(u"差异.xlsx"_s);
    const QJsonObject told = desk.json({u"compare"_s, u"初报"_s, u"now"_s, u"-o"_s, book});
    const QJsonArray rows = told[u"rows"_s].toArray();
    REQUIRE(rows.size() == 1);
    const QJsonObject row = rows.first().toObject();
    CHECK(row[u"kind"_s].toString() == u"adopted"_s);
    CHECK(row[u"subject"_s].toString() == u"a_construct"_s);
    CHECK(row[u"text"_s].toString().contains(u"596.8"_s));
    CHECK(row[u"text"_s].toString().contains(u"589.3"_s));
    CHECK(row[u"text"_s].toString().contains(u"以图斑为准"_s));
    CHECK(QFileInfo(book).size() > 0);
    // The other way round, and in English: the same difference, told in English; the file stays
    // Chinese.
    const QJsonObject english =
        desk.json({u"compare"_s, u"now"_s, u"初报"_s, u"--lang"_s, u"en"_s});
    CHECK(english[u"rows"_s].toArray().size() == 1);
    desk.command({u"compare"_s, u"终稿"_s, u"now"_s}, 3);
    desk.command({u"compare"_s, u"初报"_s, u"now"_s, u"-o"_s, desk.folder.filePath(u"a.doc"_s)}, 2);

    const auto count = [&desk](QStringList filter) {
        filter.prepend(u"audit"_s);
        return desk.json(filter)[u"entries"_s].toArray().size();
    };
    CHECK(count({u"--subject"_s, u"a_construct"_s, u"--text"_s, u"adopted"_s, u"--limit"_s,
                 u"2"_s}) == 2);
    CHECK(count({u"--person"_s, u"没有这个人"_s}) == 0);
    CHECK(count({u"--to"_s, u"2001-01-01"_s}) == 0);
    CHECK(count({u"--from"_s, u"2001-01-01"_s, u"--limit"_s, u"5"_s}) == 5);
    CHECK(count({u"--table"_s, u"snapshots"_s}) == 1);
    desk.command({u"audit"_s, u"--from"_s, u"昨天"_s}, 2);
    desk.command({u"audit"_s, u"--subject"_s, u"Z-99"_s}, 3);
}
