#include "app/workspace/settings.h"
#include "tests/support/catch.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using checkup::workspace::Settings;
using Key = Settings::Key;

TEST_CASE("settings keep what was set and tell of a change once")
{
    Settings& settings = Settings::instance();
    settings.useTemporary();
    CHECK(settings.value(Key::Language).toString() == u"zh"_s);
    QSignalSpy changed(&settings, &Settings::changed);
    settings.set(Key::Language, u"en"_s);
    settings.set(Key::Language, u"en"_s);
    CHECK(changed.count() == 1);
    CHECK(settings.value(Key::Language).toString() == u"en"_s);
    settings.useTemporary();
    CHECK(settings.value(Key::Language).toString() == u"zh"_s);
}

TEST_CASE("a setting that does not read as its kind falls back to the default")
{
    Settings& settings = Settings::instance();
    settings.useTemporary();
    settings.set(Key::TextScale, u"large"_s);
    CHECK(settings.value(Key::TextScale).toInt() == 100);
}

TEST_CASE("recent files are newest first, without repetition, ten at most")
{
    Settings& settings = Settings::instance();
    settings.useTemporary();
    for (int i = 0; i < 12; ++i)
        settings.addRecent(u"/somewhere/%1.gpkg"_s.arg(i));
    settings.addRecent(u"/somewhere/5.gpkg"_s);
    const QStringList files = settings.value(Key::RecentFiles).toStringList();
    CHECK(files.size() == 10);
    CHECK(files.value(0) == u"/somewhere/5.gpkg"_s);
    CHECK(files.value(1) == u"/somewhere/11.gpkg"_s);
    CHECK(files.count(u"/somewhere/5.gpkg"_s) == 1);
    settings.removeRecent(u"/somewhere/5.gpkg"_s);
    CHECK(settings.value(Key::RecentFiles).toStringList().size() == 9);
}
