#include "tests/flows/command.h"

#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using test::run;

namespace {

/// What a program of poppler says of a file; empty where it is not installed.
QString askPoppler(const QString& program, const QStringList& arguments)
{
    const QString found = QStandardPaths::findExecutable(program);
    if (found.isEmpty()) {
        WARN("skipped: " << program.toStdString() << " is not installed");
        return {};
    }
    QProcess process;
    process.start(found, arguments);
    process.waitForFinished(60000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Without the breaks between words that a reader does not see.
QString plain(QString text)
{
    return text.remove(u'\n').remove(u' ').remove(u'\f');
}

QJsonObject sheet(const QJsonObject& document, const QString& id)
{
    const QJsonArray sheets = document.value(u"sheets"_s).toArray();
    for (const QJsonValue& one : sheets) {
        if (one.toObject().value(u"id"_s) == id)
            return one.toObject();
    }
    return {};
}

QStringList drawn(const QJsonObject& document, bool wanted)
{
    QStringList ids;
    const QJsonArray sheets = document.value(u"sheets"_s).toArray();
    for (const QJsonValue& one : sheets) {
        if (one.toObject().value(u"drawn"_s).toBool() == wanted)
            ids << one.toObject().value(u"id"_s).toString();
    }
    return ids;
}

} // namespace

TEST_CASE("the sample year's set of drawings is made at one press")
{
    QTemporaryDir folder;
    const QString project = test::sampleProject();
    const QStringList arguments{u"draw"_s,   project,      u"-o"_s,       folder.path(),
                                u"--json"_s, u"--sheet"_s, u"all"_s,      u"--atlas"_s,
                                u"--dpi"_s,  u"50"_s,      u"--format"_s, u"png"_s};
    const auto made = run(arguments);
    INFO(made.err.toStdString());
    REQUIRE(made.exit == 0);
    // The sample has no survey.
    CHECK(drawn(made.json, false) == QStringList{u"satisfaction"_s});
    CHECK(drawn(made.json, true).size() == 26);
    CHECK(sheet(made.json, u"satisfaction"_s).value(u"why"_s).toString().contains(u"2022"_s));
    CHECK(!sheet(made.json, u"satisfaction"_s).value(u"failed"_s).toBool());
    const QByteArray list = test::bytesOf(folder.filePath(u"图纸清单.csv"_s));
    CHECK(list.contains("厦门市2022年国土利用现状图"));
    CHECK(list.contains("没有 2022 年分区的"));

    const QString atlas = folder.filePath(made.json.value(u"atlas"_s).toString());
    const QString text = plain(askPoppler(u"pdftotext"_s, {atlas, u"-"_s}));
    if (!text.isEmpty()) {
        const QJsonArray sheets = made.json.value(u"sheets"_s).toArray();
        for (const QJsonValue& one : sheets) {
            if (!one.toObject().value(u"drawn"_s).toBool())
                continue;
            INFO(one.toObject().value(u"id"_s).toString().toStdString());
            CHECK(text.contains(plain(one.toObject().value(u"title"_s).toString())));
            const QJsonArray legend = one.toObject().value(u"legend"_s).toArray();
            CHECK(legend.size() > 2);
            for (const QJsonValue& row : legend)
                CHECK(text.contains(plain(row.toString())));
            for (const QJsonValue& figure : one.toObject().value(u"figures"_s).toArray()) {
                // Long names are broken: between their lines stand the numbers.
                const QString words = figure.toString();
                INFO(words.toStdString());
                CHECK(text.contains(plain(words.section(u' ', 0, -2)).left(5)));
                CHECK(text.contains(words.section(u' ', -1)));
            }
        }
        // Published: 国土变更调查's cultivated land of the sample's returns, 22.84万亩.
        CHECK(text.contains(u"耕地保有量（万亩）"_s));
        CHECK(text.contains(u"22.84"_s));
        CHECK(text.contains(u"中央子午线117°"_s));
        CHECK(text.contains(u"本图界线不作为划界依据。"_s));
        const QStringList fonts =
            askPoppler(u"pdffonts"_s, {atlas}).trimmed().split(u'\n').sliced(2);
        CHECK(!fonts.isEmpty());
        for (const QString& font : fonts) {
            INFO(font.toStdString());
            CHECK(font.simplified().contains(u" yes yes yes "_s)); // embedded, subset, unicode
        }
        CHECK(askPoppler(u"pdfinfo"_s, {atlas}).simplified().contains(u"Pages: 26 "_s));
    }

    // A world file's scale and corner put the picture where the city is: zone 117, near 118° E.
    const QStringList worlds = QDir(folder.path()).entryList({u"03_*.pgw"_s});
    REQUIRE(worlds.size() == 1);
    const QList<QByteArray> lines =
        test::bytesOf(folder.filePath(worlds.constFirst())).trimmed().split('\n');
    REQUIRE(lines.size() == 6);
    const double scale = sheet(made.json, u"land-use"_s).value(u"scale"_s).toDouble();
    CHECK(std::abs(lines[0].toDouble() - scale * 0.0254 / 50) < 1e-3);
    CHECK(lines[4].toDouble() > 550000);
    CHECK(lines[4].toDouble() < 620000);
    CHECK(lines[5].toDouble() > 2710000);
    CHECK(lines[5].toDouble() < 2760000);

    SECTION("again the same, and in another language")
    {
        QTemporaryDir again;
        QStringList second = arguments;
        second[3] = again.path();
        second << u"--lang"_s << u"en"_s;
        REQUIRE(run(second).exit == 0);
        const QStringList names = test::namesIn(folder.path());
        REQUIRE(test::namesIn(again.path()) == names);
        CHECK(names.size() == 26 * 2 + 2);
        for (const QString& name : names) {
            INFO(name.toStdString());
            CHECK(test::sameBytes(folder.filePath(name), again.filePath(name)));
        }
    }
}

TEST_CASE("without a layer its sheets are left out, with the reason")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"年.gpkg"_s);
    REQUIRE(run({u"new"_s, project, u"--city"_s, u"厦门市"_s, u"--year"_s, u"2022"_s}).exit == 0);
    const QString layers = test::sourceDir() + u"/data/samples/xiamen-2022/layers/"_s;
    REQUIRE(run({u"layers"_s, project, u"--add"_s, layers + u"行政区.shp"_s}).exit == 0);
    REQUIRE(run({u"layers"_s, project, u"--add"_s, layers + u"生态保护红线.shp"_s}).exit == 0);
    const auto listed = run({u"draw"_s, project, u"--list"_s, u"--json"_s});
    REQUIRE(listed.exit == 0);
    CHECK(drawn(listed.json, true) == QStringList{u"districts"_s});
    const QString why = sheet(listed.json, u"control-lines"_s).value(u"why"_s).toString();
    CHECK(why.contains(u"YJJBNT"_s));
    CHECK(why.contains(u"CZKFBJ"_s));
    CHECK(!why.contains(u"STBHHX"_s));

    const QString out = folder.filePath(u"图"_s);
    const auto made = run({u"draw"_s, project, u"-o"_s, out, u"--sheet"_s, u"1,5"_s, u"--json"_s,
                           u"--format"_s, u"svg"_s});
    CHECK(made.exit == 0);
    CHECK(drawn(made.json, true) == QStringList{u"districts"_s});
    const QStringList pictures = QDir(out).entryList({u"*.svg"_s});
    REQUIRE(pictures.size() == 1);
    // Nothing was collected: figures are said to be missing, never invented.
    CHECK(test::bytesOf(out + u'/' + pictures.constFirst()).contains("未收集"));

    CHECK(run({u"draw"_s, project, u"-o"_s, out, u"--sheet"_s, u"nichts"_s}).exit == 2);
    CHECK(run({u"draw"_s, project, u"--sheet"_s, u"1"_s}).exit == 2);
}

TEST_CASE("a district alone, and an office's own sheet")
{
    QTemporaryDir folder;
    const QString own = folder.filePath(u"模板"_s);
    REQUIRE(QDir().mkpath(own));
    QFile file(own + u"/own.json"_s);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"version": 1, "id": "density", "number": 40, "title": "{city}{year}年耕地分布图",
        "layers": [{"what": {"role": "XZQ"}, "labels": true,
                    "region": {"subject": "a_farmland", "ramp": "green", "count": 3}}],
        "figures": ["a_farmland"], "notes": ["本单位图纸。"]})");
    file.close();
    const QString out = folder.filePath(u"图"_s);
    const auto made = run({u"draw"_s, test::sampleProject(), u"-o"_s, out, u"--json"_s,
                           u"--templates"_s, own, u"--sheet"_s, u"density,3"_s, u"--district"_s,
                           u"同安区"_s, u"--format"_s, u"svg"_s, u"--secrecy"_s, u"内部资料"_s});
    INFO(made.err.toStdString());
    REQUIRE(made.exit == 0);
    const QStringList pictures = QDir(out).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    REQUIRE(pictures.size() == 2);
    CHECK(pictures[0] == u"03_厦门市同安区2022年国土利用现状图.svg"_s);
    const QByteArray svg = test::bytesOf(out + u'/' + pictures[1]);
    CHECK(svg.contains("厦门市同安区2022年耕地分布图"));
    CHECK(svg.contains("耕地面积（公顷）"));
    CHECK(svg.contains("内部资料"));
    CHECK(svg.contains("本单位图纸。"));

    const auto unknown = run({u"draw"_s, test::sampleProject(), u"-o"_s, out, u"--sheet"_s, u"3"_s,
                              u"--district"_s, u"浦东新区"_s});
    CHECK(unknown.exit == 2);
    CHECK(unknown.err.contains(u"思明区"_s));
}

#ifdef Q_OS_UNIX
TEST_CASE("drawing that is asked to stop ends with whole files only, and goes on where it was")
{
    QTemporaryDir folder;
    const QStringList arguments{
        u"draw"_s, test::sampleProject(), u"-o"_s,  folder.path(), u"--sheet"_s,
        u"all"_s,  u"--format"_s,         u"png"_s, u"--dpi"_s,    u"150"_s};
    QProcess process;
    process.start(QStringLiteral(CHECKUP_COMMAND), arguments);
    const auto pictures = [&folder] {
        return QDir(folder.path()).entryList({u"*.png"_s}, QDir::Files | QDir::Hidden);
    };
    for (int i = 0; i < 1200 && pictures().size() < 2; ++i)
        process.waitForFinished(50);
    REQUIRE(process.state() == QProcess::Running);
    process.terminate();
    REQUIRE(process.waitForFinished(20000));
    CHECK(process.exitStatus() == QProcess::NormalExit);
    CHECK(process.exitCode() == 3);
    CHECK(QString::fromUtf8(process.readAllStandardError()).contains(u"已取消"_s));
    CHECK(pictures().size() < 26);
    for (const QString& name : pictures()) {
        const QByteArray bytes = test::bytesOf(folder.filePath(name));
        INFO(name.toStdString());
        CHECK(bytes.startsWith("\x89PNG"));
        CHECK(bytes.endsWith("IEND\xae\x42\x60\x82"));
    }

    // A file that somebody changed meanwhile is made anew, the others stay as they are.
    const QString record = folder.filePath(u".图纸进度.json"_s);
    const QJsonArray finished =
        QJsonDocument::fromJson(test::bytesOf(record)).object().value(u"sheets"_s).toArray();
    REQUIRE(finished.size() >= 1);
    const QString first = finished.first()[u"files"_s].toObject().keys().constFirst();
    const QByteArray whole = test::bytesOf(folder.filePath(first));
    QFile spoiled(folder.filePath(first));
    REQUIRE(spoiled.open(QIODevice::WriteOnly | QIODevice::Append));
    spoiled.write("x");
    spoiled.close();
    QHash<QString, QDateTime> times;
    for (const QJsonValue& one : finished) {
        for (const QString& name : one[u"files"_s].toObject().keys())
            times.insert(name, QFileInfo(folder.filePath(name)).lastModified());
    }
    const auto again = run(arguments + QStringList{u"--resume"_s, u"--json"_s});
    INFO(again.err.toStdString());
    REQUIRE(again.exit == 0);
    CHECK(drawn(again.json, true).size() == 26);
    CHECK(pictures().size() == 26);
    CHECK_FALSE(QFile::exists(record));
    CHECK(bool(test::bytesOf(folder.filePath(first)) == whole));
    for (auto time = times.cbegin(); time != times.cend(); ++time) {
        INFO(time.key().toStdString());
        const bool same = QFileInfo(folder.filePath(time.key())).lastModified() == time.value();
        CHECK(same == (QFileInfo(time.key()).baseName() != QFileInfo(first).baseName()));
    }
}
#endif
