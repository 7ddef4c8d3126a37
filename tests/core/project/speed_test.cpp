#include "tests/core/project/year.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

// Ten years × 122 indicators × 12 regions × 3 sources: 43 920 figures. Prints the times; run by
// name.
TEST_CASE("speed of a large project", "[.speed]")
{
    const test::Folder folder;
    QElapsedTimer timer;
    const auto lap = [&timer](const char* what) {
        WARN(what << ": " << timer.nsecsElapsed() / 1000000 << " ms");
        timer.restart();
    };
    timer.start();
    auto file = ProjectFile::create(folder(u"大.gpkg"_s), test::largeYear(122));
    REQUIRE_OK(file);
    lap("create");
    auto data = file->load();
    REQUIRE_OK(data);
    timer.restart();
    ChangeSet set;
    for (int i = 0; i < 122; ++i) {
        for (int region = 1; region <= 12; ++region) {
            for (int year = 2013; year <= 2022; ++year) {
                for (int source = 1; source <= 3; ++source)
                    set.append(
                        edits::setValue(*data, test::figure(u"X-%1"_s.arg(i, 3, 10, QChar(u'0')),
                                                            region, year, source, i + year / 7.0)));
            }
        }
    }
    lap("43 920 edits as one set");
    REQUIRE_OK(file->commit(set));
    lap("commit of 43 920 changes");
    REQUIRE_OK(file->close());
    timer.restart();
    file = ProjectFile::open(folder(u"大.gpkg"_s));
    REQUIRE_OK(file);
    lap("open");
    data = file->load();
    REQUIRE_OK(data);
    lap("load 43 920 values");
    CHECK(data->values.size() == 43920);
    ChangeSet more;
    for (int i = 0; i < 2500; ++i)
        more.append(
            edits::setValue(*data, test::figure(u"Y-%1"_s.arg(i % 100), 1 + i % 12, 1000 + i, 1, i),
                            test::cell(u"C%1"_s.arg(i))));
    timer.restart();
    const auto done = file->commit(more);
    REQUIRE_OK(done);
    lap("commit of 5 000 changes");
    const auto again = file->reload(*data, *done);
    REQUIRE_OK(again);
    lap("reload after them");
    const auto single =
        file->commit(edits::setValue(*again, test::figure(u"X-001"_s, 1, 2020, 1, -1)));
    REQUIRE_OK(single);
    lap("one edit");
    REQUIRE_OK(file->reload(*again, *single));
    lap("reload after it");
    REQUIRE_OK(file->close());
    lap("close");
    REQUIRE_OK(verifyProject(folder(u"大.gpkg"_s)));
    lap("verify");
}
