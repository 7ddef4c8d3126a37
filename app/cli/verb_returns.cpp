#include "app/cli/verbs.h"
#include "app/cli/year_file.h"

#include "core/base/file_tools.h"
#include "core/collect/returns.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>

#include <vector>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct ReturnsArguments
{
    std::string file, department, output;
    std::vector<int> diff;
    int save = 0;
};

Error unknownVersion(const QString& department, int version)
{
    return Error(
        ErrorCode::NotFound,
        Text::tr("%1没有第 %2 次报送，不加选项可列出收到的各次。").arg(department).arg(version));
}

QJsonObject toJson(const project::YearData& data, const project::Return& version)
{
    const collect::ReturnContent content = collect::returnContent(version.cells);
    const project::Attachment* kept = data.attachmentByDigest(version.sha256);
    return {{u"version"_s, version.version},
            {u"file"_s, version.fileName},
            {u"sha256"_s, version.sha256},
            {u"size"_s, version.size},
            {u"taken_at"_s, version.takenAt.toString(Qt::ISODate)},
            {u"person"_s, version.person},
            {u"filled_on"_s, version.filledOn.toString(Qt::ISODate)},
            {u"asked"_s, content.asked},
            {u"filled"_s, content.filled(data)},
            {u"refused"_s, content.refused()},
            {u"kept"_s, kept != nullptr},
            {u"inside"_s, kept && kept->isInside()}};
}

const project::Return* find(const collect::DepartmentReturns& department, int version)
{
    for (const project::Return& one : department.versions) {
        if (one.version == version)
            return &one;
    }
    return nullptr;
}

Exit listReturns(const project::YearData& data, const QList<collect::DepartmentReturns>& overview,
                 const Console& console)
{
    QJsonArray departments;
    QList<QStringList> rows;
    for (const collect::DepartmentReturns& one : overview) {
        QJsonArray versions;
        for (const project::Return& version : one.versions)
            versions.append(toJson(data, version));
        const QString came = one.department.returnedAt.toString(Qt::ISODate);
        departments.append(
            QJsonObject{{u"department"_s, one.department.name},
                        {u"deadline"_s, one.department.deadline.toString(Qt::ISODate)},
                        {u"returned_at"_s, came},
                        {u"days_late"_s, one.daysLate},
                        {u"asked"_s, one.asked},
                        {u"filled"_s, one.filled},
                        {u"refused"_s, one.refused},
                        {u"versions"_s, versions}});
        rows.append(
            {one.department.name, one.owing() ? Text::tr("未报送") : came,
             one.daysLate > 0 ? Text::tr("逾期 %1 天").arg(one.daysLate) : QString(),
             one.versions.isEmpty() ? QString() : Text::tr("第 %1 次").arg(one.versions.size()),
             Text::tr("填 %1 / %2").arg(one.filled).arg(one.asked),
             one.refused > 0 ? Text::tr("拒收 %1").arg(one.refused) : QString()});
    }
    console.document({{u"departments"_s, departments}});
    console.table(rows);
    return Exit::Success;
}

Exit showDifference(const project::YearData& data, const collect::DepartmentReturns& department,
                    const std::vector<int>& versions, const Console& console)
{
    for (const int version : versions) {
        if (!find(department, version))
            return console.failure(unknownVersion(department.department.name, version));
    }
    QJsonArray differences;
    QList<QStringList> rows;
    for (const collect::ReturnDifference& one :
         collect::returnDifference(data, department.department.name, versions[0], versions[1])) {
        differences.append(QJsonObject{{u"kind"_s, collect::key(one.kind)},
                                       {u"subject"_s, one.subject},
                                       {u"name"_s, one.name},
                                       {u"region"_s, one.region},
                                       {u"year"_s, one.year},
                                       {u"before"_s, one.before},
                                       {u"after"_s, one.after},
                                       {u"cell"_s, one.cell}});
        rows.append({collect::label(one.kind), one.cell, one.name, one.region,
                     one.year > 0 ? QString::number(one.year) : QString(), one.before,
                     u"→ "_s + one.after});
    }
    console.document({{u"department"_s, department.department.name},
                      {u"from"_s, versions[0]},
                      {u"to"_s, versions[1]},
                      {u"differences"_s, differences}});
    console.table(rows);
    if (rows.isEmpty())
        console.line(Text::tr("两次报送没有差别。"));
    return Exit::Success;
}

Exit saveReturn(const YearFile& year, const QString& project,
                const collect::DepartmentReturns& department, int version, const QString& output,
                const Console& console)
{
    const project::Return* wanted = find(department, version);
    if (!wanted)
        return console.failure(unknownVersion(department.department.name, version));
    const project::Attachment* kept = year.data.attachmentByDigest(wanted->sha256);
    const Result<QByteArray> bytes =
        kept && !kept->isInside() ? readFile(QFileInfo(project).absoluteDir().filePath(kept->path))
                                  : year.file.content(wanted->sha256);
    if (!bytes)
        return console.failure(bytes.error());
    if (const Result<void> written = writeFileSafely(output, *bytes); !written)
        return console.failure(written.error());
    console.document({{u"file"_s, output}, {u"sha256"_s, wanted->sha256}});
    console.line(Text::tr("已另存为 %1。").arg(output));
    return Exit::Success;
}

Exit runReturns(const ReturnsArguments& o, const Console& console)
{
    const auto year = openYear(text(o.file), project::OpenMode::ReadOnly);
    if (!year)
        return console.failure(year.error());
    const project::YearInfo& info = year->data.info;
    QList<collect::DepartmentReturns> overview = collect::returnOverview(
        year->data, info.cutOff.isValid() ? info.cutOff : QDate::currentDate());
    if (!o.department.empty()) {
        const QString name = text(o.department);
        overview.removeIf(
            [&name](const collect::DepartmentReturns& one) { return one.department.name != name; });
        if (overview.isEmpty())
            return console.failure(
                Error(ErrorCode::NotFound,
                      Text::tr("没有向“%1”要数，请写任务分解表中的部门名称。").arg(name)));
    }
    if (o.diff.empty() && o.save == 0)
        return listReturns(year->data, overview, console);
    if (o.department.empty()) {
        return console.failure(
            Error(ErrorCode::BadUsage, Text::tr("--diff 和 --save 要用 --department 指明部门。")));
    }
    if (!o.diff.empty())
        return showDifference(year->data, overview.constFirst(), o.diff, console);
    if (o.output.empty())
        return console.failure(
            Error(ErrorCode::BadUsage, Text::tr("--save 要用 -o 指明存到哪个文件。")));
    return saveReturn(*year, text(o.file), overview.constFirst(), o.save, text(o.output), console);
}

} // namespace

void addReturnsVerb(CLI::App& app, Command& command)
{
    auto o = std::make_shared<ReturnsArguments>();
    CLI::App* verb =
        app.add_subcommand("returns", Text::help("各部门报送了什么、迟了几天、各次之间有什么差别"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    verb->add_option("--department", o->department, Text::help("只看这个部门"));
    verb->add_option("--diff", o->diff, Text::help("比较这两次报送"))->expected(2);
    verb->add_option("--save", o->save, Text::help("取出第几次报送的原件"));
    verb->add_option("-o,--output", o->output, Text::help("原件存到这个文件"));
    verb->callback(
        [=, &command] { command.work = [=](const Console& c) { return runReturns(*o, c); }; });
}

} // namespace checkup::cli
