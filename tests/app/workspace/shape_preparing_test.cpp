#include "app/workspace/maps/shape_preparing.h"

#include "tests/app/workspace/maps_fixture.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace checkup::workspace;
using test::settled;

namespace {

QStringList kept()
{
    return QDir(shapeCacheFolder()).entryList(QDir::Files);
}

} // namespace

TEST_CASE("a large layer is made ready for its first picture when it is taken in")
{
    const QTemporaryDir folder;
    test::Maps year;
    QDir(shapeCacheFolder()).removeRecursively();
    auto* const preparing = year.window.findChild<ShapePreparing*>();
    REQUIRE(preparing);

    // Two parcels are nothing that anyone would wait for.
    year.take(test::redline(folder.path()));
    REQUIRE(settled(year.window));
    CHECK(kept().isEmpty());

    preparing->setLeast(2);
    year.take(test::parcels(folder.path()));
    CHECK(QTest::qWaitFor([] { return kept().size() == 1; }, 10000));

    // The maps take what is there: besides, at most the redline is kept.
    const QString ready = kept().value(0);
    year.open();
    CHECK(kept().contains(ready));
    CHECK(kept().size() <= 2);
}
