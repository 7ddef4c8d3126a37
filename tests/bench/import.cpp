// Forty returned workbooks, imported by planning and committing, against the time that LibreOffice
// takes merely to convert the same files to csv. Three ways: one year's questions (122 indicators,
// 8 years, texts) shared out among forty departments; the same with six districts, seven times the
// figures; and forty workbooks that each hold all 122 indicators.
//   bench_import [share | districts | whole]

#include "core/catalogue/catalogue_files.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/import_plan.h"
#include "core/project/project_file.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>
#include <cstdio>

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

constexpr int departments = 40;
constexpr int rounds = 3;
constexpr double goal = 5;

int fail(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", sentence.toUtf8().constData());
    return 1;
}

QString departmentName(qsizetype number)
{
    return u"第%1局"_s.arg(number + 1, 2, 10, QLatin1Char('0'));
}

struct Variant
{
    const char* name;
    const char* title;
    int regions;
    bool whole; ///< each workbook holds all indicators
};
constexpr Variant variants[] = {{"share", "122 indicators shared out", 1, false},
                                {"districts", "shared out, with six districts", 7, false},
                                {"whole", "122 indicators in each workbook", 1, true}};

Result<project::ProjectFile> makeProject(const QString& path, int regions)
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
    year.info.baseYear = 2015;
    year.info.targetYear = 2035;
    year.info.catalogueId = selected->id;
    year.info.profileId = u"xiamen-122"_s;
    year.catalogue = *selected;
    qsizetype next = 0;
    for (catalogue::Indicator& indicator : year.catalogue.indicators)
        indicator.department = departmentName(next++ % departments);
    for (catalogue::Quantity& quantity : year.catalogue.quantities)
        quantity.department = departmentName(next++ % departments);
    for (int i = 0; i < regions; ++i) {
        project::Region region;
        region.id = project::RegionId(-1 - i);
        region.code = QString::number(990000 + i);
        region.nameZh = i == 0 ? year.info.city : u"第%1区"_s.arg(i);
        region.level = i == 0 ? project::RegionLevel::City : project::RegionLevel::District;
        region.parent = i == 0 ? project::RegionId() : project::RegionId(-1);
        region.order = i;
        year.regions.append(region);
    }
    for (int i = 0; i < departments; ++i) {
        project::Department department;
        department.name = departmentName(i);
        year.departments.append(department);
    }
    return project::ProjectFile::create(path, year);
}

/// Every year of every subject, for the city and the districts, and five texts of 200 signs for
/// each of three aspects.
collect::FilledIn filledIn(const project::YearData& data, const collect::DepartmentTask& task)
{
    collect::FilledIn filled;
    filled.person = u"填报人"_s;
    int n = 0;
    for (const QString& subject : task.subjects) {
        for (const project::Region& region : data.regions) {
            for (const int year : task.years) {
                ++n;
                filled.figures.append(
                    {subject, region.code, year, QString::number(50 + (n * 37 % 1000) / 100.0)});
            }
            filled.rows.append({subject, region.code, u"有值"_s, u"按统计制度口径"_s,
                                u"2022年统计年鉴第%1页"_s.arg(n % 400)});
        }
    }
    QStringList aspects;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (aspects.size() < 3 && !aspects.contains(indicator.aspect))
            aspects.append(indicator.aspect);
    }
    for (const QString& aspect : std::as_const(aspects)) {
        for (const auto kind : {project::TextKind::Situation, project::TextKind::Achievement,
                                project::TextKind::Shortfall, project::TextKind::Measure,
                                project::TextKind::Suggestion})
            filled.texts.append(
                {aspect, kind, u"本年度各项工作按计划推进，完成情况良好。"_s.repeated(10)});
    }
    return filled;
}

Result<QStringList> writeReturns(const QString& folder, const project::YearData& data, bool whole)
{
    QStringList files;
    auto tasks = collect::taskBreakdown(data);
    for (collect::DepartmentTask& task : tasks) {
        if (whole) {
            task.subjects.clear();
            for (const catalogue::Indicator& indicator : data.catalogue.indicators)
                task.subjects.append(indicator.code);
        }
        const collect::FilledIn filled = filledIn(data, task);
        const QString path = folder + u'/' + task.department.name + u".xlsx"_s;
        if (const auto written = collect::writeFillInWorkbook(path, data, task, &filled); !written)
            return written.error();
        files.append(path);
    }
    return files;
}

/// Milliseconds of the best of several conversions after one to warm up; nothing without soffice.
std::optional<qint64> convert(const QStringList& files, const QTemporaryDir& folder)
{
    const QString program = QStandardPaths::findExecutable(u"soffice"_s);
    if (program.isEmpty())
        return {};
    const QStringList common{u"-env:UserInstallation="_s +
                                 QUrl::fromLocalFile(folder.filePath(u"profile"_s)).toString(),
                             u"--headless"_s,
                             u"--convert-to"_s,
                             u"csv"_s,
                             u"--outdir"_s,
                             folder.filePath(u"csv"_s)};
    const auto run = [&](const QStringList& which) {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.setStandardErrorFile(QProcess::nullDevice());
        process.start(program, common + which);
        return process.waitForFinished(600'000) && process.exitCode() == 0;
    };
    if (!run(files.first(1)))
        return {};
    std::optional<qint64> best;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        if (!run(files))
            return {};
        best = std::min(best.value_or(clock.elapsed()), clock.elapsed());
    }
    return best;
}

int measure(const Variant& variant)
{
    const QTemporaryDir folder;
    QStringList files;
    std::optional<qint64> best;
    collect::ImportOptions options;
    options.person = u"测试"_s;
    options.takenAt = QDateTime(QDate(2023, 4, 1), QTime(8, 0), QTimeZone::utc());
    for (int round = 0; round < rounds; ++round) {
        auto file = makeProject(folder.filePath(u"试验市-%1.gpkg"_s.arg(round)), variant.regions);
        if (!file)
            return fail(file.error().message());
        const auto data = file->load();
        if (!data)
            return fail(data.error().message());
        if (files.isEmpty()) {
            const auto written = writeReturns(folder.path(), *data, variant.whole);
            if (!written)
                return fail(written.error().message());
            files = *written;
            std::printf("%s: %lld workbooks\n", variant.title,
                        static_cast<long long>(files.size()));
        }
        QElapsedTimer clock;
        clock.start();
        const auto plan = collect::planImport(*data, files, options);
        if (!plan)
            return fail(plan.error().message());
        const qint64 planned = clock.elapsed();
        if (hasErrors(plan->issues))
            return fail(toSentence(plan->issues.first()));
        if (const auto committed = file->commit(plan->changes); !committed)
            return fail(committed.error().message());
        const qint64 all = clock.elapsed();
        best = std::min(best.value_or(all), all);
        std::printf("  %lld cells, %d new, %d refused: plan %lld ms, commit %lld ms\n",
                    static_cast<long long>(plan->cells.size()), plan->count(collect::Fate::New),
                    plan->count(collect::Fate::Refused), planned, all - planned);
        std::fflush(stdout);
    }
    const auto converted = convert(files, folder);
    if (!converted) {
        std::printf("  soffice is absent or failed: import %lld ms, nothing to compare with\n",
                    *best);
        return 0;
    }
    const double ratio = double(*converted) / double(std::max<qint64>(*best, 1));
    std::printf("  import %lld ms, soffice %lld ms: %.1f times as fast (goal %.0f, %s)\n", *best,
                *converted, ratio, goal, ratio >= goal ? "reached" : "missed");
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QString which = app.arguments().value(1);
    int failed = 0;
    for (const Variant& variant : variants) {
        if (which.isEmpty() || which == QLatin1String(variant.name))
            failed += measure(variant);
    }
    return failed == 0 ? 0 : 1;
}
