#include "core/spatial/intake.h"
#include "tests/core/spatial/intake_support.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QProcess>
#include <QThread>

#include <chrono>
#include <filesystem>

using namespace Qt::StringLiterals;
using namespace checkup;
using namespace checkup::spatial;
using test::Desk;

namespace {

/// Some thousand parcels as GeoJSON, which is made over wherever it goes.
QString manyParcels(const Desk& desk)
{
    const QString path = desk.folder + u"/DLTB_2022.geojson"_s;
    auto writer = gdal::LayerWriter::create(path);
    REQUIRE(writer);
    gdal::LayerPlan plan;
    plan.name = u"DLTB"_s;
    plan.crs = *gdal::Crs::fromEpsg(4490);
    plan.fields = {{u"DLBM"_s, gdal::LayerField::Type::Text},
                   {u"TBMJ"_s, gdal::LayerField::Type::Real}};
    REQUIRE(writer->start(plan));
    for (int i = 0; i < 3000; ++i) {
        const double x = 118.0 + 0.001 * (i % 60);
        const double y = 24.4 + 0.001 * (i / 60);
        REQUIRE(writer->add(
            Desk::ring({{x, y}, {x + 0.001, y}, {x + 0.001, y + 0.001}, {x, y + 0.001}, {x, y}}),
            {u"0101"_s, 1.0}));
    }
    REQUIRE(writer->finish());
    return path;
}

/// All that must hold of a project after whatever happened while layers were taken.
void checkSound(Desk& desk)
{
    {
        auto opened = project::ProjectFile::open(desk.path); // brings it back to order
        REQUIRE(opened);
        REQUIRE_FALSE(opened->isReadOnly());
        const auto data = opened->load();
        REQUIRE(data);
        for (const project::Layer& layer : data->layers) {
            CAPTURE(layer.name.toStdString());
            CHECK(*layerState(desk.path, layer) == project::LayerHealth::Fine);
        }
        REQUIRE(opened->close());
    }
    const auto verified = project::verifyProject(desk.path);
    REQUIRE(verified);
    for (const Issue& issue : verified->problems)
        UNSCOPED_INFO(issue.text.toStdString() + issue.sheet.toStdString());
    CHECK(verified->ok);
    CHECK(verified->problems.isEmpty());
}

QStringList workshops(const Desk& desk)
{
    return desk.listFolder().filter(u".checkup-layer"_s);
}

} // namespace

TEST_CASE("killed at any moment while layers come in, a project is whole")
{
    Desk desk;
    const QString source = manyParcels(desk);
    desk.close();
    int layers = 0;
    for (int round = 0; round < 8; ++round) {
        CAPTURE(round);
        QProcess process;
        process.start(QStringLiteral(CHECKUP_INTAKE_HELPER), {u"take"_s, desk.path, source});
        REQUIRE(process.waitForReadyRead(60'000));
        QThread::msleep(static_cast<unsigned long>(40 + 137 * round));
        process.kill();
        REQUIRE(process.waitForFinished());
        checkSound(desk);
    }
    desk.reopen();
    layers = static_cast<int>(desk.data.layers.size());
    // Taking goes on where it was, and what the killed ones left in the folder goes in time.
    const auto found = inspectLayers(source, desk.data);
    REQUIRE(found);
    for (const QString& name : workshops(desk))
        std::filesystem::last_write_time((desk.folder + u'/' + name).toStdU16String(),
                                         std::filesystem::file_time_type::clock::now() -
                                             std::chrono::hours(48));
    desk.take(found->first());
    CHECK(workshops(desk).isEmpty());
    CHECK(desk.data.layers.size() >= layers);
    desk.close();
    checkSound(desk);
}

TEST_CASE("a full disk while a layer comes in leaves the project as it was")
{
    Desk desk;
    const QString source = manyParcels(desk);
    const QString keep = GENERATE(u"inside"_s, u"both"_s);
    desk.close();
    const qint64 before = QFile(desk.path).size();
    // Room for a little more than the project has now; the layer needs a megabyte or so.
    for (const qint64 room : {200'000, 600'000, 1'500'000}) {
        CAPTURE(room);
        QProcess process;
        process.start(QStringLiteral(CHECKUP_INTAKE_HELPER),
                      {u"full"_s, desk.path, source, QString::number(before + room), keep});
        REQUIRE(process.waitForFinished(120'000));
        const QString said = QString::fromUtf8(process.readAllStandardOutput());
        INFO(said.toStdString());
        CHECK(process.exitStatus() == QProcess::NormalExit);
        CHECK(process.exitCode() == 1);
        const QString last = said.trimmed().section(u'\n', -1);
        const int code = last.section(u' ', 0, 0).toInt();
        CHECK((code == static_cast<int>(ErrorCode::DiskFull) ||
               code == static_cast<int>(ErrorCode::Io)));
        CHECK(last.contains(u"磁盘"));
        CHECK(workshops(desk).isEmpty());
        checkSound(desk);
    }
}
