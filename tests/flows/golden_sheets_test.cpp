// Each sheet that the sample year has, against pictures that a person has looked at; and as it is
// shown in the window, as png and as pdf.

#include "core/base/in_chinese.h"
#include "core/draw/sheet_set.h"
#include "core/project/project_file.h"
#include "core/report/drawing_set.h"
#include "tests/flows/command.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QPainter>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace checkup;

namespace {

/// A copy of the sample year in which the districts' satisfaction was surveyed. The sample has no
/// survey; these figures are made up.
QString surveyedYear(const QTemporaryDir& folder)
{
    const QString path = folder.filePath(u"厦门市-2022.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), path));
    auto file = project::ProjectFile::open(path);
    REQUIRE(file);
    auto year = file->load();
    REQUIRE(year);
    catalogue::Quantity quantity;
    quantity.id = u"satisfaction"_s;
    quantity.nameZh = u"社会满意度"_s;
    quantity.nameEn = u"Satisfaction of citizens"_s;
    quantity.unit = u"分"_s;
    quantity.origins = {catalogue::Origin::Survey};
    REQUIRE(file->commit(project::edits::setQuantity(*year, quantity)));
    year = file->load();
    REQUIRE(year);
    project::ChangeSet all;
    double score = 76.4;
    for (const project::Region& region : year->regions) {
        if (region.level == project::RegionLevel::Street)
            continue;
        project::Value value;
        value.subject = quantity.id;
        value.region = region.id;
        value.year = 2022;
        value.source = year->sources.constFirst().id;
        value.unit = quantity.unit;
        value.number = score += 1.7;
        all.append(project::edits::setValue(*year, value));
    }
    REQUIRE_OK(file->commit(all));
    return path;
}

QJsonArray drawn(const QString& project, const QString& folder, const QString& formats, int dots)
{
    const auto made =
        test::run({u"draw"_s, project, u"-o"_s, folder, u"--json"_s, u"--sheet"_s, u"all"_s,
                   u"--format"_s, formats, u"--dpi"_s, QString::number(dots)});
    INFO(made.err.toStdString());
    REQUIRE(made.exit == 0);
    return made.json.value(u"sheets"_s).toArray();
}

QString fileOf(const QJsonObject& sheet, const QString& ending)
{
    for (const QJsonValue& file : sheet.value(u"files"_s).toArray()) {
        if (file.toString().endsWith(ending))
            return file.toString();
    }
    return {};
}

} // namespace

TEST_CASE("the sheets of the sample year look as they should")
{
    QTemporaryDir folder;
    const QJsonArray sheets = drawn(surveyedYear(folder), folder.filePath(u"图"_s), u"png"_s, 50);
    CHECK(sheets.size() == 27);
    for (const QJsonValue& one : sheets) {
        const QJsonObject sheet = one.toObject();
        const QString id = sheet.value(u"id"_s).toString();
        INFO(id.toStdString() << ": " << sheet.value(u"why"_s).toString().toStdString());
        REQUIRE(sheet.value(u"drawn"_s).toBool());
        test::checkGolden(u"sheets/%1"_s.arg(id),
                          QImage(folder.filePath(u"图/"_s + fileOf(sheet, u".png"_s))));
    }
}

TEST_CASE("each sheet of the sample year is alike in the window, as png and as pdf")
{
    QTemporaryDir folder;
    constexpr int dots = 100;
    const QString project = surveyedYear(folder);
    const QString out = folder.filePath(u"图"_s);
    const QJsonArray files = drawn(project, out, u"png,pdf"_s, dots);
    const QString pdftoppm = QStandardPaths::findExecutable(u"pdftoppm"_s);
    if (pdftoppm.isEmpty())
        WARN("skipped: pdftoppm is not installed");
    auto file = project::ProjectFile::open(project, project::OpenMode::ReadOnly);
    REQUIRE(file);
    const auto year = file->load();
    REQUIRE(year);
    const InChinese guard;
    draw::SheetSet set(project, *year, draw::shippedSheets(),
                       report::setOptions({}, draw::projectSheets(*year, {})));
    REQUIRE(files.size() == set.sheets().size());
    for (qsizetype i = 0; i < files.size(); ++i) {
        const draw::SheetTemplate& sheet = set.sheets()[i];
        const QJsonObject made = files[i].toObject();
        INFO(sheet.id.toStdString());
        REQUIRE(made.value(u"id"_s).toString() == sheet.id);
        const QImage png(out + u'/' + fileOf(made, u".png"_s));
        // As the layout page paints it.
        const auto whole = set.make(sheet);
        REQUIRE_OK(whole);
        QImage preview(png.size(), QImage::Format_RGB32);
        preview.fill(Qt::white);
        QPainter painter(&preview);
        REQUIRE_OK(draw::paintSheet(painter, dots / 25.4, draw::SheetForm::Pixels, *whole));
        painter.end();
        const test::Unlikeness shown = test::unlikeness(preview, png);
        CHECK(shown.mean < 0.05);
        CHECK(shown.share == 0);
        if (pdftoppm.isEmpty())
            continue;
        // Finer, since poppler gives lines below a pixel a whole one.
        constexpr int fine = 3;
        const QString page = folder.filePath(u"page"_s);
        REQUIRE(QProcess::execute(pdftoppm, {u"-r"_s, QString::number(fine * dots), u"-png"_s,
                                             u"-singlefile"_s, out + u'/' + fileOf(made, u".pdf"_s),
                                             page}) == 0);
        const QImage pdf = QImage(page + u".png"_s);
        REQUIRE(std::abs(pdf.width() - fine * png.width()) <= fine);
        REQUIRE(std::abs(pdf.height() - fine * png.height()) <= fine);
        const test::Unlikeness printed = test::unlikeness(
            pdf.scaled(png.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation), png);
        INFO("mean difference " << printed.mean << ", share of far pixels " << printed.share);
        CHECK(printed.mean < 4);
        CHECK(printed.share < 0.03);
    }
}
