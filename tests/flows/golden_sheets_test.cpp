// Each sheet that the sample year has, against pictures that a person has looked
// at.

#include "tests/flows/command.h"
#include "tests/support/golden.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

TEST_CASE("the sheets of the sample year look as they should")
{
    QTemporaryDir folder;
    constexpr int dots = 50;
    const auto made = test::run({u"draw"_s, test::sampleProject(), u"-o"_s,
                                 folder.filePath(u"图"_s), u"--json"_s, u"--sheet"_s, u"all"_s,
                                 u"--format"_s, u"png"_s, u"--dpi"_s, QString::number(dots)});
    INFO(made.err.toStdString());
    REQUIRE(made.exit == 0);
    const QJsonArray sheets = made.json.value(u"sheets"_s).toArray();
    CHECK(sheets.size() == 27);
    for (const QJsonValue& one : sheets) {
        const QJsonObject sheet = one.toObject();
        const QString id = sheet.value(u"id"_s).toString();
        INFO(id.toStdString() << ": " << sheet.value(u"why"_s).toString().toStdString());
        // The sample has no survey, which the map of satisfaction shows.
        REQUIRE(sheet.value(u"drawn"_s).toBool() == (id != u"satisfaction"));
        for (const QJsonValue& file : sheet.value(u"files"_s).toArray()) {
            const QString name = file.toString();
            if (name.endsWith(u".png"_s))
                test::checkGolden(u"sheets/%1"_s.arg(id), QImage(folder.filePath(u"图/"_s + name)));
        }
    }
}
