#include "tests/flows/command.h"

#include <QImage>
#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using test::run;

namespace {

/// The share of a picture's pixels that have a colour, or nearly so.
double shareOf(const QImage& picture, const QColor& colour)
{
    qint64 found = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor there = picture.pixelColor(x, y);
            found += std::abs(there.red() - colour.red()) < 4 &&
                     std::abs(there.green() - colour.green()) < 4 &&
                     std::abs(there.blue() - colour.blue()) < 4;
        }
    }
    return static_cast<double>(found) / (picture.width() * picture.height());
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QString onlyFile(const QString& folder, const QString& pattern)
{
    const QStringList found = QDir(folder).entryList({pattern});
    REQUIRE(found.size() == 1);
    return folder + u'/' + found.constFirst();
}

} // namespace

TEST_CASE("a project's own symbols are taken from SLD, drawn alike in every format, and go again")
{
    QTemporaryDir folder;
    const QString project = folder.filePath(u"年.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), project));
    const QString sld = folder.filePath(u"绿地.sld"_s);
    // A colour that no shipped symbol has.
    const QColor colour(0x01, 0xc8, 0xf7);
    write(sld, R"(<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld"
        xmlns:se="http://www.opengis.net/se"><NamedLayer><UserStyle><se:FeatureTypeStyle><se:Rule>
        <se:PolygonSymbolizer><se:Fill><se:SvgParameter name="fill">#01c8f7</se:SvgParameter></se:Fill>
        <se:VendorOption name="x">1</se:VendorOption></se:PolygonSymbolizer></se:Rule>
        </se:FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>)");

    CHECK(run({u"symbols"_s, project, u"--import"_s, sld}).exit != 0); // of which layers?
    const auto taken = run({u"symbols"_s, project, u"--import"_s, sld, u"--role"_s, u"CQFW"_s});
    INFO(taken.err.toStdString());
    REQUIRE(taken.exit == 0);
    CHECK(taken.err.contains(u"VendorOption"_s)); // said, not dropped

    const QString out = folder.filePath(u"图"_s);
    const auto drawn = run({u"draw"_s, project, u"-o"_s, out, u"--map"_s, u"CQFW"_s, u"--dpi"_s,
                            u"60"_s, u"--format"_s, u"png,svg,pdf"_s});
    INFO(drawn.err.toStdString());
    REQUIRE(drawn.exit == 0);
    const double inPng = shareOf(QImage(onlyFile(out, u"*.png"_s)), colour);
    CHECK(inPng > 0.02);
    CHECK(test::bytesOf(onlyFile(out, u"*.svg"_s)).contains("#01c8f7"));
    const QString poppler = QStandardPaths::findExecutable(u"pdftoppm"_s);
    if (poppler.isEmpty()) {
        WARN("skipped: pdftoppm is not installed");
    } else {
        QProcess process;
        process.start(poppler, {u"-r"_s, u"60"_s, u"-png"_s, u"-singlefile"_s,
                                onlyFile(out, u"*.pdf"_s), folder.filePath(u"page"_s)});
        REQUIRE(process.waitForFinished(60000));
        const double inPdf = shareOf(QImage(folder.filePath(u"page.png"_s)), colour);
        CHECK(std::abs(inPdf - inPng) < 0.1 * inPng);
    }

    // A sheet of the set uses them too.
    const QString sheets = folder.filePath(u"图纸"_s);
    REQUIRE(run({u"draw"_s, project, u"-o"_s, sheets, u"--sheet"_s, u"urban-area"_s, u"--dpi"_s,
                 u"60"_s, u"--format"_s, u"png"_s})
                .exit == 0);
    CHECK(shareOf(QImage(onlyFile(sheets, u"*.png"_s)), colour) > 0.005);

    const auto listed = run({u"symbols"_s, project, u"--json"_s});
    CHECK(listed.exit == 0);
    int own = 0;
    const QJsonArray styles = listed.json.value(u"styles"_s).toArray();
    for (const QJsonValue& one : styles) {
        if (one.toObject().value(u"own"_s).toBool()) {
            ++own;
            CHECK(one.toObject().value(u"key"_s) == u"CQFW"_s);
        }
    }
    CHECK(own == 1);
    // Out into a file, back to shipped, in again.
    const QString file = folder.filePath(u"符号.json"_s);
    REQUIRE(run({u"symbols"_s, project, u"--export"_s, file}).exit == 0);
    REQUIRE(run({u"symbols"_s, project, u"--reset"_s, u"all"_s}).exit == 0);
    const QString empty = folder.filePath(u"空.json"_s);
    REQUIRE(run({u"symbols"_s, project, u"--export"_s, empty}).exit == 0);
    REQUIRE(run({u"symbols"_s, project, u"--import"_s, file}).exit == 0);
    const QString again = folder.filePath(u"再.json"_s);
    REQUIRE(run({u"symbols"_s, project, u"--export"_s, again}).exit == 0);
    CHECK(test::sameBytes(file, again));
    CHECK(!test::sameBytes(file, empty));
    CHECK(run({u"symbols"_s, project, u"--missing"_s}).exit == 0);
    CHECK(run({u"symbols"_s, project, u"--reset"_s, u"XX"_s}).exit != 0);
}
