#include "app/workspace/shell/palette.h"
#include "tests/support/catch.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace checkup::workspace;

TEST_CASE("a name is found by a part, by its characters in order, in any case")
{
    CHECK(matchScore(u"耕地"_s, u"永久基本农田和耕地保有量"_s) > 0);
    CHECK(matchScore(u"耕保量"_s, u"耕地保有量"_s) > 0);
    CHECK(matchScore(u"water USE"_s, u"Total water use"_s) > 0);
    CHECK(matchScore(u"s-11"_s, u"S-11"_s) > 0);
    CHECK(matchScore(u"量耕"_s, u"耕地保有量"_s) == 0);
    CHECK(matchScore(u"耕地 林地"_s, u"耕地保有量"_s) == 0);
}

TEST_CASE(
    "the whole name ranks before its beginning, that before a part, that before scattered letters")
{
    const int whole = matchScore(u"耕地"_s, u"耕地"_s);
    const int beginning = matchScore(u"耕地"_s, u"耕地保有量"_s);
    const int part = matchScore(u"耕地"_s, u"人均耕地"_s);
    const int scattered = matchScore(u"耕地"_s, u"耕作土地"_s);
    CHECK(whole > beginning);
    CHECK(beginning > part);
    CHECK(part > scattered);
    CHECK(scattered > 0);
}

TEST_CASE("pinyin initials are read off the order of GB 2312")
{
    // gēng dì bǎo yǒu liàng; yòng shuǐ zǒng liàng; chéng zhèn kāi fā biān jiè
    CHECK(pinyinInitials(u"耕地保有量"_s) == u"gdbyl"_s);
    CHECK(pinyinInitials(u"用水总量 (2022)"_s) == u"yszl2022"_s);
    CHECK(pinyinInitials(u"城镇开发边界"_s) == u"czkfbj"_s);
}

TEST_CASE("the palette filters, moves with the arrows, runs with Enter, closes with Escape")
{
    QWidget window;
    window.resize(1000, 700);
    Palette palette(&window);
    window.show();
    QStringList run;
    const auto entry = [&run](const QString& title, const QString& keywords) {
        return PaletteEntry{title, {}, keywords, {}, [&run, title] { run << title; }};
    };
    const QList<PaletteEntry> entries{entry(u"耕地保有量"_s, u"S-11 Cultivated land"_s),
                                      entry(u"用水总量"_s, u"S-20 Water"_s),
                                      entry(u"森林覆盖率"_s, u"S-30"_s)};
    auto* line = palette.findChild<QLineEdit*>(u"paletteLine"_s);
    auto* list = palette.findChild<QListView*>(u"paletteList"_s);
    REQUIRE(line);
    REQUIRE(list);

    palette.open(entries);
    CHECK(palette.isVisible());
    CHECK(list->model()->rowCount() == 3);
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(run == QStringList{u"用水总量"_s});
    CHECK(!palette.isVisible());

    palette.open(entries);
    line->setText(u"water"_s);
    CHECK(list->model()->rowCount() == 1);
    line->setText(u"gdbyl"_s);
    REQUIRE(list->model()->rowCount() == 1);
    CHECK(list->model()->index(0, 0).data().toString() == u"耕地保有量"_s);
    line->setText(u"没有这样的"_s);
    CHECK(list->model()->rowCount() == 0);
    QTest::keyClick(line, Qt::Key_Return);
    QTest::keyClick(line, Qt::Key_Escape);
    CHECK(!palette.isVisible());
    CHECK(run.size() == 1);
}
