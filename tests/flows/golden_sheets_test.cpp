// Each sheet of the annual set, drawn of the sample year, against pictures that a person has looked
// at.

#include "core/draw/sheet_template.h"
#include "core/project/project_file.h"
#include "tests/flows/command.h"
#include "tests/support/golden.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

/// The sample year with what it has no survey for: satisfaction by district, invented.
void addSatisfaction(const QString& path)
{
    auto file = ProjectFile::open(path);
    REQUIRE_OK(file);
    auto data = file->load();
    REQUIRE_OK(data);
    catalogue::Indicator indicator;
    indicator.code = u"X-01"_s;
    indicator.dimension = data->catalogue.indicators.constFirst().dimension;
    indicator.nameZh = u"社会满意度"_s;
    indicator.nameEn = u"Satisfaction"_s;
    indicator.unit = u"分"_s;
    indicator.formula = u"satisfaction"_s;
    catalogue::Quantity quantity;
    quantity.id = u"satisfaction"_s;
    quantity.nameZh = u"社会满意度"_s;
    quantity.nameEn = u"Satisfaction"_s;
    quantity.unit = u"分"_s;
    REQUIRE_OK(file->commit(edits::addIndicator(*data, indicator, {quantity})));
    data = file->load();
    REQUIRE_OK(data);
    double score = 82;
    for (const Region& region : data->regions) {
        if (region.level == RegionLevel::Street)
            continue;
        Value value;
        value.subject = u"satisfaction"_s;
        value.region = region.id;
        value.year = 2022;
        value.source = data->sources.constFirst().id;
        value.number = score += 1.5;
        value.unit = u"分"_s;
        value.state = ValueState::Present;
        REQUIRE_OK(file->commit(edits::setValue(*data, value)));
        data = file->load();
        REQUIRE_OK(data);
    }
    REQUIRE_OK(file->close());
}

} // namespace

TEST_CASE("all 27 sheets of the sample year look as they should")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"样例.gpkg"_s);
    REQUIRE(QFile::copy(test::sampleProject(), path));
    addSatisfaction(path);
    constexpr int dots = 40;
    const auto made =
        test::run({u"draw"_s, path, u"-o"_s, folder.filePath(u"图"_s), u"--json"_s, u"--sheet"_s,
                   u"all"_s, u"--format"_s, u"png,pdf"_s, u"--dpi"_s, QString::number(dots)});
    INFO(made.err.toStdString());
    REQUIRE(made.exit == 0);
    const QJsonArray sheets = made.json.value(u"sheets"_s).toArray();
    CHECK(sheets.size() == 27);
    for (const QJsonValue& one : sheets) {
        const QJsonObject sheet = one.toObject();
        const QString id = sheet.value(u"id"_s).toString();
        INFO(id.toStdString() << ": " << sheet.value(u"why"_s).toString().toStdString());
        REQUIRE(sheet.value(u"drawn"_s).toBool());
        for (const QJsonValue& file : sheet.value(u"files"_s).toArray()) {
            const QString name = file.toString();
            if (name.endsWith(u".png"_s))
                test::checkGolden(u"sheets/%1"_s.arg(id), QImage(folder.filePath(u"图/"_s + name)));
        }
    }
}
