#include "core/base/units.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QFile>
#include <QRegularExpression>

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

Unit unit(const QString& text)
{
    const auto parsed = parseUnit(text);
    INFO("unit: " << text.toStdString());
    REQUIRE_OK(parsed);
    return *parsed;
}

double said(double number, const QString& from, const QString& to)
{
    const auto result = convert(number, unit(from), unit(to));
    REQUIRE_OK(result);
    return *result;
}

} // namespace

TEST_CASE("every unit of the indicator systems is understood")
{
    // The `unit` columns of the two national systems and the 2020 trial, and the units named in
    // `inputs`.
    const QStringList all =
        u"% - ‰ 万亩 万人 万人/平方千米 万人次 万元/人 万吨 万平方米 万立方米 个 个/万人 "
        "个/平方千米 人 人/万人 人/万车 亿元 亿元/平方千米 亿立方米 件 件/万人 元/平方米 公里 "
        "公顷 分钟 千米 千米/小时 千米/平方千米 千米/百平方千米 吨标准煤/万元 处 处/10万人 天 套 "
        "岁 幢 平方千米 平方米 平方米/万人 平方米/万元 平方米/人 张 张/千人 所 栋 次 比值 毫米 "
        "点位 班/万人 种 立方米/万元 立方米/人 米 米/人 万吨标准煤 人次 元 元/月 吨 吨/万元 户 "
        "条 班 辆 人/10万人 千瓦时 kWh 度 mg µg/m³ 项 站 月 年 日"_s.split(u' ');
    for (const QString& text : all) {
        INFO(text.toStdString());
        const auto parsed = parseUnit(text);
        REQUIRE_OK(parsed);
        CHECK(parsed->symbol == text);
    }
}

TEST_CASE("units in the reference tables parse")
{
    for (const QString& name : {u"indicators_tdt1063_2021.tsv"_s, u"indicators_mohurd_2022.tsv"_s,
                                u"crosswalk_trial2020_qinshui.tsv"_s}) {
        const QString path = test::sharedFile(u"reference/"_s + name);
        if (path.isEmpty()) {
            WARN("skipped: reference tables are absent");
            return;
        }
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        qsizetype column = -1;
        int seen = 0;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith(u'#') || line.isEmpty())
                continue;
            const QStringList fields = line.split(u'\t');
            if (column < 0) {
                column = fields.indexOf(u"unit"_s);
                REQUIRE(column >= 0);
                continue;
            }
            // One trial row asks for two numbers and gives both units: "%; 万立方米".
            for (const QString& text : fields.value(column).split(u';')) {
                INFO(text.toStdString());
                CHECK(parseUnit(text));
                ++seen;
            }
        }
        CHECK(seen > 20);
    }
}

TEST_CASE("prefixes and 千 in 千米 do not get in each other's way")
{
    CHECK(unit(u"千米"_s).factor() == 1000);
    CHECK(unit(u"千人"_s).factor() == 1000);
    CHECK(unit(u"千克"_s).factor() == 0.001); // in tonnes
    CHECK(unit(u"千瓦时"_s).factor() == 1);
    CHECK(unit(u"千千瓦时"_s).factor() == 1000);
    CHECK(unit(u"亿千瓦时"_s).factor() == 1e8);
    CHECK(unit(u"百万元"_s).factor() == 1e6);
    CHECK(unit(u"万亿元"_s).factor() == 1e12);
    CHECK(unit(u"千米/百平方千米"_s).factor() == 1e-5); // 1000 m / 10^8 m²
    CHECK(unit(u"人/10万人"_s).factor() == 1e-5);
    CHECK(unit(u"1/10万"_s).factor() == 1e-5);
    CHECK(unit(u"吨标准煤/万元"_s).exponents == unit(u"千克标准煤/元"_s).exponents);
    CHECK(unit(u"吨标准煤"_s).exponents != unit(u"吨"_s).exponents);
}

TEST_CASE("other spellings mean the same")
{
    for (const QString& text :
         {u"km²"_s, u"ｋｍ２"_s, u"㎢"_s, u"平方公里"_s, u"km^2"_s, u" 平方 千米 "_s}) {
        INFO(text.toStdString());
        CHECK(unit(text).factor() == 1e6);
        CHECK(unit(text).sameKindAs(unit(u"公顷"_s)));
    }
    CHECK(unit(u"㎡／人"_s).sameKindAs(unit(u"平方米/人"_s)));
    CHECK(unit(u"㎡／人"_s).symbol == u"㎡/人"_s);
    CHECK(unit(u"％"_s).symbol == u"%"_s);
    CHECK(unit(u"hm²"_s).factor() == 10000);
    CHECK(unit(u"㏊"_s).factor() == 10000);
    CHECK(unit(u"ug/m3"_s).factor() == unit(u"µg/m³"_s).factor());
    CHECK(unit(QString()).symbol == u"比值"_s);
}

TEST_CASE("conversions round once")
{
    // Expected: Python's fractions.Fraction of the exact double, times the exact factor, to float.
    CHECK(said(1234.5, u"公顷"_s, u"万亩"_s) == 1.85175);
    CHECK(said(0.1, u"平方千米"_s, u"万亩"_s) == 0.015000000000000001);
    CHECK(said(7, u"亩"_s, u"公顷"_s) == 0.4666666666666667);
    CHECK(said(3500, u"元/月"_s, u"万元/年"_s) == 4.2);
    CHECK(said(35.7, u"µg/m³"_s, u"毫克/立方米"_s) == 0.0357);
    CHECK(said(1.7, u"吉焦"_s, u"千瓦时"_s) == 472.22222222222223);
    CHECK(said(28.3, u"立方米/万元"_s, u"升/元"_s) == 2.83);
    CHECK(said(13.37, u"千米/百平方千米"_s, u"米/平方千米"_s) == 133.7);
    CHECK(said(15, u"亩"_s, u"公顷"_s) == 1);
    CHECK(said(12.5, u"%"_s, u"比值"_s) == 0.125);
    CHECK(said(3, u"‰"_s, u"%"_s) == 0.3);
    CHECK(said(-2.5, u"万人"_s, u"人"_s) == -25000);
    CHECK(said(0, u"万人"_s, u"人"_s) == 0);
    CHECK(said(36, u"千米/小时"_s, u"米/秒"_s) == 10);
    CHECK(said(24, u"小时"_s, u"天"_s) == 1);
    CHECK(toCoherent(3.2, unit(u"万亩"_s)) == 21333333.333333336);
    CHECK(fromCoherent(1e6, unit(u"公顷"_s)) == 100);
}

TEST_CASE("what is not a unit is refused by name")
{
    const auto unknown = parseUnit(u"平方米/万蚁");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code() == ErrorCode::Invalid);
    CHECK(unknown.error().message().contains(u"蚁"));
    CHECK_FALSE(parseUnit(u"万"));
    CHECK_FALSE(parseUnit(u"/万人"));
    CHECK_FALSE(parseUnit(u"人/"));
    CHECK_FALSE(parseUnit(u"人/0万人"));
    CHECK_FALSE(parseUnit(u"9999999999999999999人"));
    CHECK_FALSE(parseUnit(u"亿亿亿人"));
    CHECK_FALSE(parseUnit(u"%; 万立方米"));
    const auto mixed = convert(1, unit(u"公顷"_s), unit(u"人"_s));
    REQUIRE_FALSE(mixed);
    CHECK(mixed.error().code() == ErrorCode::Invalid);
}
