#include "core/base/number_text.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

using Kind = ReadNumber::Kind;

void checkNumber(const QString& text, double number, const QString& unit = {},
                 bool approximate = false)
{
    INFO(text.toStdString());
    const ReadNumber read = readNumber(text);
    CHECK(read.kind == Kind::Number);
    CHECK(read.number == number);
    CHECK(read.unit == unit);
    CHECK(read.approximate == approximate);
    CHECK(read.converted);
}

void checkKind(const QString& text, Kind kind)
{
    INFO(text.toStdString());
    const ReadNumber read = readNumber(text);
    CHECK(static_cast<int>(read.kind) == static_cast<int>(kind));
    CHECK(read.unit.isEmpty());
}

} // namespace

TEST_CASE("plain numbers are taken as they are")
{
    for (const auto& [text, number] : {std::pair(u"12"_s, 12.0),
                                       {u" 3.5 "_s, 3.5},
                                       {u"-0.25"_s, -0.25},
                                       {u"3.2E+05"_s, 320000.0},
                                       {u"007"_s, 7.0},
                                       {u"0"_s, 0.0}}) {
        INFO(text.toStdString());
        const ReadNumber read = readNumber(text);
        CHECK(read.kind == Kind::Number);
        CHECK(read.number == number);
        CHECK_FALSE(read.converted);
    }
}

TEST_CASE("numbers as people type them")
{
    checkNumber(u"１２３"_s, 123);
    checkNumber(u"1,234.5"_s, 1234.5);
    checkNumber(u"１，２３４"_s, 1234);
    checkNumber(u"1 234"_s, 1234);
    checkNumber(u"12 345 678"_s, 12345678);
    checkNumber(u"12.3%"_s, 12.3, u"%"_s);
    checkNumber(u"５．６％"_s, 5.6, u"%"_s);
    checkNumber(u"3.2万亩"_s, 3.2, u"万亩"_s);
    checkNumber(u"5.6 件/万人"_s, 5.6, u"件/万人"_s);
    checkNumber(u"12㎡"_s, 12, u"㎡"_s);
    checkNumber(u"1.2亿"_s, 120000000);
    checkNumber(u"1.2万亿"_s, 1.2e12);
    checkNumber(u"0.07万"_s, 700);
    checkNumber(u"约5"_s, 5, {}, true);
    checkNumber(u"近5"_s, 5, {}, true);
    checkNumber(u"5左右"_s, 5, {}, true);
    checkNumber(u"≈5"_s, 5, {}, true);
    checkNumber(u"5余"_s, 5, {}, true);
    checkNumber(u"3万余人"_s, 3, u"万人"_s, true);
    checkNumber(u"约1.5万平方米"_s, 1.5, u"万平方米"_s, true);
    checkNumber(u"(3.5)"_s, -3.5);
    checkNumber(u"（3.5）"_s, -3.5);
    checkNumber(u"(3.5%)"_s, -3.5, u"%"_s);
    checkNumber(u"+3"_s, 3);
    checkNumber(u"−3"_s, -3); // the typographic minus
    checkNumber(u".5"_s, 0.5);
    checkNumber(u"5."_s, 5);
    checkNumber(u"5‰"_s, 5, u"‰"_s);
}

TEST_CASE("two readings are none")
{
    for (const QString& text :
         {u"1,5"_s,      u"5-6"_s,    u"5/6"_s,      u"1,23"_s,      u"0,123"_s,  u"1,2345"_s,
          u"1.2.3"_s,    u"5~6"_s,    u"5—6"_s,      u"12 34"_s,     u"1 2345"_s, u"2022年12月"_s,
          u"1亿2千万"_s, u"大于5"_s,  u">5"_s,       u"≥5"_s,        u"无"_s,     u"三"_s,
          u"(-3)"_s,     u"约"_s,     u"%"_s,        u"万亩"_s,      u"1e999"_s,  u"5蚁"_s,
          u"."_s,        u"5/万人"_s, u"--5"_s,      u"1,234 567"_s, u"5无"_s,    u"2022-12-31"_s,
          u"5人以上"_s,  u"不足5"_s,  u"1,234,56"_s, u"()"_s,        u"true"_s}) {
        checkKind(text, Kind::NotANumber);
        CHECK(readNumber(text).text == text);
    }
}

TEST_CASE("words in place of a number")
{
    for (const QString& text :
         {QString(), u"  "_s, u"　"_s, QString(QChar(0xFEFF)), QString(QChar(0xA0))})
        checkKind(text, Kind::Blank);
    for (const QString& text :
         {u"—"_s, u"-"_s, u"－"_s, u"——"_s, u"/"_s, u"／"_s, u"缺"_s, u"暂无"_s, u"无数据"_s,
          u"…"_s, u"……"_s, u"暂无数据"_s, u"（缺）"_s, u"暂 无"_s})
        checkKind(text, Kind::Missing);
    for (const QString& text : {u"不适用"_s, u"不涉及"_s, u"N/A"_s, u"n/a"_s, u"（不涉及）"_s})
        checkKind(text, Kind::NotApplicable);
    for (const QString& text :
         {u"未统计"_s, u"未采集"_s, u"未开展"_s, u"尚未开展"_s, u"未统计。"_s})
        checkKind(text, Kind::NotCollected);
    for (const QString& text : {u"保密"_s, u"涉密"_s, u"不公开"_s})
        checkKind(text, Kind::Withheld);
}
