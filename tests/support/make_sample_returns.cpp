// Fills in the workbooks that the sample year's departments return, and those that some of them
// send again:
//   make_sample_returns PROJECT data/samples/source PLANTED RETURNS RESUBMISSIONS
// PROJECT is a file made by `checkup new` with the sample's regions and departments imported.
// PLANTED lists what is wrong in the returns (data/samples/README.md says how); the corrected
// workbooks hold what source says. data/samples/make-returns.sh runs it.

#include "core/collect/fill_in_layout.h"
#include "core/collect/fill_in_workbook.h"
#include "core/collect/returned_fields.h"
#include "core/gdal/open_table.h"
#include "core/project/project_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>
#include <QSet>

#include <algorithm>
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

/// What each department knows, as source says it.
using Returns = QMap<QString, collect::FilledIn>;

/// The name of the field whose column is headed so; empty for none.
template <size_t N>
QString fieldOf(const collect::layout::Field (&fields)[N], const QString& header)
{
    for (const collect::layout::Field& field : fields) {
        if (field.header == header)
            return field.name.toString();
    }
    return {};
}

Error wrongCell(const QString& file, int row, const QString& text)
{
    return {ErrorCode::Invalid, u"%1 row %2: %3"_s.arg(file).arg(row + 1).arg(text)};
}

Result<void> readKeyTasks(const QString& folder, Returns& returns)
{
    const auto table = gdal::openTable(folder + u"/key-tasks-source.csv"_s);
    if (!table)
        return table.error();
    const office::Sheet& sheet = table->sheets.constFirst();
    for (int r = 1; r < sheet.rows.size(); ++r) {
        project::KeyTask task;
        for (int c = 1; c < sheet.columnCount(); ++c) {
            const QString text = sheet.at(r, c).text;
            const QString field = fieldOf(collect::layout::keyTaskFields, sheet.at(0, c).text);
            if (field == u"rate") {
                task.rate = text.toDouble();
            } else if (field == u"status") {
                const auto state = collect::keyTaskStateFromWord(text);
                if (!state)
                    return wrongCell(table->fileName, r, text);
                task.state = *state;
            } else {
                collect::setKeyTaskText(task, field, text);
            }
        }
        task.lead = sheet.at(r, 0).text;
        returns[task.lead].keyTasks.append(task);
    }
    return {};
}

Result<void> readLayers(const QString& folder, Returns& returns)
{
    const auto table = gdal::openTable(folder + u"/layers-source.csv"_s);
    if (!table)
        return table.error();
    const office::Sheet& sheet = table->sheets.constFirst();
    for (int r = 1; r < sheet.rows.size(); ++r) {
        project::LayerReturn layer;
        layer.department = sheet.at(r, 0).text;
        layer.layer = sheet.at(r, 1).text;
        for (int c = 2; c < sheet.columnCount(); ++c) {
            const QString text = sheet.at(r, c).text;
            const QString field = fieldOf(collect::layout::layerFields, sheet.at(0, c).text);
            if (field != u"provided") {
                collect::setLayerText(layer, field, text);
                continue;
            }
            const auto state = collect::layerStateFromWord(text);
            if (!state)
                return wrongCell(table->fileName, r, text);
            layer.state = *state;
        }
        returns[layer.department].layers.append(layer);
    }
    return {};
}

Result<Returns> readSource(const QString& folder, const project::YearData& data)
{
    const auto figures = gdal::openTable(folder + u"/returns-source.csv"_s);
    if (!figures)
        return figures.error();
    const auto texts = gdal::openTable(folder + u"/texts-source.csv"_s);
    if (!texts)
        return texts.error();
    Returns returns;
    const office::Sheet& sheet = figures->sheets.constFirst();
    for (int r = 1; r < sheet.rows.size(); ++r) {
        const auto cell = [&](int column) { return sheet.at(r, column).text; };
        if (cell(0).isEmpty())
            continue;
        collect::FilledIn& filled = returns[cell(0)];
        const QString region = cell(3) == data.info.city ? QString() : cell(3);
        const int year = cell(4).toInt();
        if (!cell(5).isEmpty())
            filled.figures.append({cell(1), region, year, cell(5)});
        if (year == data.info.year)
            filled.rows.append({cell(1), region, cell(6), cell(7), cell(8)});
    }
    const office::Sheet& words = texts->sheets.constFirst();
    for (int r = 1; r < words.rows.size(); ++r) {
        const QString department = words.at(r, 0).text;
        const auto kind = textKind(words.at(r, 2).text);
        if (department.isEmpty())
            continue;
        if (!kind)
            return wrongCell(texts->fileName, r, words.at(r, 2).text);
        returns[department].texts.append({words.at(r, 1).text, *kind, words.at(r, 3).text});
    }
    if (const auto read = readKeyTasks(folder, returns); !read)
        return read.error();
    if (const auto read = readLayers(folder, returns); !read)
        return read.error();
    return returns;
}

/// Puts the listed faults into the returns; gives the departments that send their workbook again.
/// What the list says is right must be what source says.
Result<QSet<QString>> plant(const QString& list, const project::YearData& data, Returns& returns)
{
    const auto table = gdal::openTable(list);
    if (!table)
        return table.error();
    const office::Sheet& sheet = table->sheets.constFirst();
    QMap<QString, int> columns;
    for (int c = 0; c < sheet.columnCount(); ++c)
        columns.insert(sheet.at(0, c).text, c);
    QSet<QString> again;
    for (int r = 1; r < sheet.rows.size(); ++r) {
        const auto cell = [&](const QString& name) {
            return sheet.at(r, columns.value(name, -1)).text;
        };
        const auto wrong = [&](const QString& what) { return wrongCell(table->fileName, r, what); };
        const QString place = cell(u"位置"_s), department = cell(u"部门"_s);
        if (place == u"附表" || cell(u"误填"_s) == cell(u"应为"_s))
            continue; // written by hand beside the workbooks, or odd but right
        if (!returns.contains(department))
            return wrong(u"no such department"_s);
        collect::FilledIn& filled = returns[department];
        const QString region =
            cell(u"填报地区"_s) == data.info.city ? QString() : cell(u"填报地区"_s);
        const int year = cell(u"年份"_s).toInt();
        if (place == u"口径" && year != data.info.year)
            continue; // a row's note is said of all its years; the list names each
        if (place == u"口径") {
            bool found = false;
            for (collect::FilledIn::Row& row : filled.rows) {
                if (row.subject != cell(u"数据项"_s) || row.region != region)
                    continue;
                found = true;
                if (row.note != cell(u"应为"_s))
                    return wrong(u"source says "_s + row.note);
                row.note = cell(u"误填"_s);
            }
            if (!found)
                return wrong(u"no such row"_s);
        } else {
            const auto figure =
                std::find_if(filled.figures.begin(), filled.figures.end(), [&](const auto& one) {
                    return one.subject == cell(u"数据项"_s) && one.region == region &&
                           one.year == year;
                });
            if (figure == filled.figures.end())
                return wrong(u"no such figure"_s);
            if (figure->text != cell(u"应为"_s))
                return wrong(u"source says "_s + figure->text);
            figure->text = cell(u"误填"_s);
        }
        again.insert(department);
    }
    return again;
}

Result<void> write(const project::YearData& data, const Returns& returns,
                   const QSet<QString>& which, const QString& folder, const QString& suffix,
                   QDate date)
{
    QDir().mkpath(folder);
    int number = 0, written = 0;
    for (const collect::DepartmentTask& task : collect::taskBreakdown(data)) {
        ++number;
        if (!which.contains(task.department.name))
            continue;
        collect::FilledIn filled = returns.value(task.department.name);
        filled.person = task.department.contact;
        filled.phone = task.department.phone;
        filled.date = date;
        filled.contacts = task.department;
        filled.contacts->leader = u"分管领导（示例）"_s;
        filled.contacts->post = u"统计员（示例）"_s;
        const QString path =
            folder + u"/%1_%2_数据填报表_%3%4.xlsx"_s.arg(number, 2, 10, QChar(u'0'))
                         .arg(task.department.name)
                         .arg(data.info.year)
                         .arg(suffix);
        if (const auto done = collect::writeFillInWorkbook(path, data, task, &filled); !done)
            return done;
        ++written;
    }
    std::printf("%d workbooks%s\n", written, suffix.isEmpty() ? "" : " sent again");
    return {};
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() != 6)
        return fail(u"make_sample_returns PROJECT SOURCE_FOLDER PLANTED RETURNS RESUBMISSIONS"_s);
    auto file = project::ProjectFile::open(arguments[1], project::OpenMode::ReadOnly);
    if (!file)
        return fail(file.error().message());
    auto data = file->load();
    if (!data)
        return fail(data.error().message());
    // Whichever project they are made from, the workbooks are the same bytes.
    data->info.uuid.clear();
    data->info.changedAt = {};

    const auto right = readSource(arguments[2], *data);
    if (!right)
        return fail(right.error().message());
    Returns faulty = *right;
    const auto again = plant(arguments[3], *data, faulty);
    if (!again)
        return fail(again.error().message());
    const QStringList all = faulty.keys();
    if (const auto done =
            write(*data, faulty, {all.cbegin(), all.cend()}, arguments[4], {}, QDate(2023, 4, 20));
        !done)
        return fail(done.error().message());
    if (const auto done =
            write(*data, *right, *again, arguments[5], u"（更正）"_s, QDate(2023, 5, 12));
        !done)
        return fail(done.error().message());
    return 0;
}
