#include "tests/flows/command.h"

using namespace Qt::StringLiterals;
using test::run;

TEST_CASE("the command speaks English when it is asked to, whatever the place of --lang")
{
    const auto help = run({u"--lang"_s, u"en"_s, u"report"_s, u"--help"_s});
    REQUIRE(help.exit == 0);
    CHECK(help.out.contains(u"Usage: checkup report"_s));
    CHECK(help.out.contains(u"compile the package"_s));
    const auto missing = run({u"info"_s, u"nowhere.gpkg"_s, u"--lang=en"_s});
    CHECK(missing.exit == 3);
    CHECK(missing.err.contains(u"was not found"_s));
    qputenv("CHECKUP_LANG", "en");
    const auto environment = run({u"info"_s});
    qunsetenv("CHECKUP_LANG");
    CHECK(environment.exit == 2);
    CHECK(environment.err.contains(u"Wrong usage"_s));
    const auto chinese = run({u"info"_s, u"nowhere.gpkg"_s});
    CHECK(chinese.err.contains(u"找不到"_s));
    CHECK(run({u"--lang"_s, u"fr"_s, u"info"_s, u"nowhere.gpkg"_s}).exit == 2);
}
