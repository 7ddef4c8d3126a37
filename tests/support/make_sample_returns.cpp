// Fills in the workbooks that the sample year's departments return:
//   make_sample_returns PROJECT data/samples/source FOLDER
// PROJECT is a file made by `checkup new` with the sample's regions and departments imported.

#include "core/collect/fill_in_workbook.h"
#include "core/gdal/open_table.h"
#include "core/project/project_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>

#include <cstdio>

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

int fail(const QString& sentence)
{
    std::fprintf(stderr, "%s\n", sentence.toUtf8().constData());
    return 1;
}

std::optional<project::TextKind> textKind(const QString& label)
{
    for (const auto kind : {project::TextKind::Situation, project::TextKind::Achievement,
                            project::TextKind::Shortfall, project::TextKind::Measure,
                            project::TextKind::Suggestion}) {
        if (project::label(kind) == label || label.startsWith(project::label(kind)) ||
            project::label(kind).endsWith(label))
            return kind;
    }
    return {};
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 4)
        return fail(u"make_sample_returns PROJECT SOURCE_FOLDER OUT_FOLDER"_s);
    auto file = project::ProjectFile::open(arguments[1], project::OpenMode::ReadOnly);
    if (!file)
        return fail(file.error().message());
    const auto data = file->load();
    if (!data)
        return fail(data.error().message());
    const auto figures = gdal::openTable(arguments[2] + u"/returns-source.csv"_s);
    const auto texts = gdal::openTable(arguments[2] + u"/texts-source.csv"_s);
    if (!figures || !texts)
        return fail((figures ? texts.error() : figures.error()).message());

    QMap<QString, collect::FilledIn> byDepartment;
    const office::Sheet& sheet = figures->sheets.constFirst();
    for (int r = 1; r < sheet.rows.size(); ++r) {
        const auto cell = [&](int column) { return sheet.at(r, column).text; };
        if (cell(0).isEmpty())
            continue;
        collect::FilledIn& filled = byDepartment[cell(0)];
        const QString region = cell(3) == data->info.city ? QString() : cell(3);
        const int year = cell(4).toInt();
        if (!cell(5).isEmpty())
            filled.figures.append({cell(1), region, year, cell(5)});
        if (year == data->info.year)
            filled.rows.append({cell(1), region, cell(6), cell(7), cell(8)});
    }
    const office::Sheet& words = texts->sheets.constFirst();
    for (int r = 1; r < words.rows.size(); ++r) {
        const QString department = words.at(r, 0).text;
        const auto kind = textKind(words.at(r, 2).text);
        if (department.isEmpty())
            continue;
        if (!kind)
            return fail(
                u"texts-source.csv row %1: unknown kind %2"_s.arg(r + 1).arg(words.at(r, 2).text));
        byDepartment[department].texts.append({words.at(r, 1).text, *kind, words.at(r, 3).text});
    }
    QDir().mkpath(arguments[3]);
    int number = 0, written = 0;
    const auto tasks = collect::taskBreakdown(*data);
    for (const collect::DepartmentTask& task : tasks) {
        ++number;
        if (!byDepartment.contains(task.department.name))
            continue;
        collect::FilledIn& filled = byDepartment[task.department.name];
        filled.person = task.department.contact;
        filled.phone = task.department.phone;
        filled.date = QDate(2023, 4, 20);
        const QString path =
            arguments[3] + u"/%1_%2_数据填报表_%3.xlsx"_s.arg(number, 2, 10, QChar(u'0'))
                               .arg(task.department.name)
                               .arg(data->info.year);
        if (const auto done = collect::writeFillInWorkbook(path, *data, task, &filled); !done)
            return fail(done.error().message());
        ++written;
    }
    std::printf("%d workbooks\n", written);
    return 0;
}
