// A made-up file of 10 years × 122 indicators × 12 regions × 3 sources: how long opening, loading,
// assessing and the cross-checks take. bench_big_year FILE makes the file when it is absent, then
// prints the times.

#include "core/assess/assessment.h"
#include "core/catalogue/catalogue_files.h"
#include "core/collect/cross_checks.h"
#include "core/project/project_file.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <ctime>

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

int fail(const Error& error)
{
    std::fprintf(stderr, "%s\n", error.message().toUtf8().constData());
    return 1;
}

Result<void> make(const QString& path)
{
    auto loaded = catalogue::loadBuiltIn(u"tdt1063-2021"_s);
    if (!loaded)
        return loaded.error();
    auto selected = catalogue::select(loaded->catalogue, u"xiamen-122"_s);
    if (!selected)
        return selected.error();
    project::NewYear year;
    year.info.city = u"试验市"_s;
    year.info.year = 2022;
    year.info.baseYear = 2013;
    year.info.targetYear = 2035;
    year.info.catalogueId = selected->id;
    year.info.profileId = u"xiamen-122"_s;
    year.catalogue = *selected;
    for (int i = 0; i < 12; ++i) {
        project::Region region;
        region.id = project::RegionId(-1 - i);
        region.nameZh = i == 0 ? year.info.city : u"第%1区"_s.arg(i);
        region.level = i == 0 ? project::RegionLevel::City : project::RegionLevel::District;
        region.parent = i == 0 ? project::RegionId() : project::RegionId(-1);
        region.order = i;
        year.regions.append(region);
    }
    auto file = project::ProjectFile::create(path, year);
    if (!file)
        return file.error();
    const auto data = file->load();
    if (!data)
        return data.error();
    project::ChangeSet all;
    all.label = u"made up"_s;
    int n = 0;
    for (const catalogue::Indicator& indicator : data->catalogue.indicators) {
        for (const project::Region& region : data->regions) {
            for (int y = 2013; y <= 2022; ++y) {
                for (int s = 0; s < 3; ++s) {
                    project::Value value;
                    value.subject = indicator.code;
                    value.region = region.id;
                    value.year = y;
                    value.source = data->sources[s].id;
                    value.number = 50 + (n * 37 % 1000) / 100.0;
                    value.unit = indicator.unit;
                    all.append(project::edits::setValue(*data, value));
                    ++n;
                }
            }
        }
    }
    const auto committed = file->commit(all);
    if (!committed)
        return committed.error();
    std::printf("made %d values\n", n);
    return file->close();
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QString path = argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"试验市-2022.gpkg"_s;
    QElapsedTimer clock;
    clock.start();
    if (!QFile::exists(path)) {
        if (const auto made = make(path); !made)
            return fail(made.error());
        std::printf("%-28s %6lld ms\n", "make", clock.elapsed());
    }
    for (int round = 0; round < 3; ++round) {
        clock.restart();
        auto file = project::ProjectFile::open(path);
        if (!file)
            return fail(file.error());
        const qint64 opened = clock.elapsed();
        const auto data = file->load();
        if (!data)
            return fail(data.error());
        const qint64 read = clock.elapsed();
        const auto assessment = assess::assess(*data);
        if (!assessment)
            return fail(assessment.error());
        const qint64 judged = clock.elapsed();
        // Beside the time on the wall, which other programs lengthen, the processor's.
        const std::clock_t processor = std::clock();
        const auto rules = collect::rulesOf(*data);
        if (!rules)
            return fail(rules.error());
        const auto found = collect::findings(*data, *rules);
        if (!found)
            return fail(found.error());
        const auto items = collect::workList(*data, *found);
        const qint64 checked = clock.elapsed();
        const auto busy =
            static_cast<long long>((std::clock() - processor) * 1000 / CLOCKS_PER_SEC);
        if (const auto closed = file->close(); !closed)
            return fail(closed.error());
        std::printf("open %lld ms, load %lld values %lld ms, assess %lld results %lld ms, "
                    "cross-check by %lld "
                    "rules %lld findings %lld ms (processor %lld ms), close %lld ms\n",
                    opened, static_cast<long long>(data->values.size()), read - opened,
                    static_cast<long long>(assessment->results.size()), judged - read,
                    static_cast<long long>(rules->size()), static_cast<long long>(items.size()),
                    checked - judged, busy, clock.elapsed() - checked);
    }
    return 0;
}
