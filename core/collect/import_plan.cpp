#include "core/collect/import_plan.h"

#include "core/base/file_tools.h"
#include "core/collect/fill_in_reader.h"
#include "core/collect/special_tables.h"
#include "core/collect/table_reader.h"
#include "core/gdal/open_table.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

Error cancelled()
{
    return Error(ErrorCode::Cancelled, Text::tr("已取消导入，项目没有改动。"));
}

/// Files of a folder that may be tables, by path; what is left out is noted.
QStringList tablesIn(const QString& folder, Issues& issues)
{
    static const QStringList endings{u"xlsx"_s, u"xlsm"_s, u"xls"_s, u"ods"_s,
                                     u"csv"_s,  u"txt"_s,  u"tsv"_s, u"et"_s};
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo file(entries.next());
        if (file.fileName().startsWith(u"~$"_s) || file.fileName().startsWith(u".~"_s))
            continue; // lock files of open workbooks
        if (endings.contains(file.suffix().toLower()))
            files.append(file.filePath());
        else
            issues.append(
                {Severity::Note, Text::tr("不是表格文件，未读取。"), file.fileName(), {}, {}, 1});
    }
    files.sort();
    std::sort(issues.begin(), issues.end(),
              [](const Issue& one, const Issue& other) { return one.file < other.file; });
    return files;
}

/// Puts the file's name into issues that do not say it.
Issues named(Issues issues, const QString& file)
{
    for (Issue& issue : issues) {
        if (issue.file.isEmpty())
            issue.file = file;
    }
    return issues;
}

/// Every sheet as what it is: a special table, or figures by the mapping that the project
/// remembers for the layout or that the header suggests. False when it was cancelled.
bool readSheets(Planner& planner, const office::Workbook& workbook, const QString& sha256,
                const CancelToken& cancel)
{
    bool any = false;
    Issues unreadable;
    for (const SheetMapping& one : mappingsFor(planner.data(), workbook)) {
        const auto sheet =
            std::find_if(workbook.sheets.cbegin(), workbook.sheets.cend(),
                         [&one](const office::Sheet& s) { return s.name == one.sheet; });
        if (one.isSpecial) {
            readSpecialTable(planner, workbook, *sheet, *findSpecialTable(*sheet), sha256);
            any = true;
            continue;
        }
        planner.addForeign(
            {workbook.fileName, one.sheet, one.fingerprint, one.remembered, one.guessed.usable});
        if (!one.guessed.usable) {
            unreadable.append({Severity::Note,
                               Text::tr("认不出表头，这个工作表没有导入。"),
                               workbook.fileName,
                               one.sheet,
                               {},
                               1});
            continue;
        }
        planner.issues().append(one.guessed.issues);
        if (!readTable(planner, workbook, one.guessed.mapping, sha256, cancel))
            return false;
        any = true;
    }
    if (any) {
        planner.issues().append(unreadable);
        return true;
    }
    planner.issues().append(
        {Severity::Error,
         Text::tr("认不出“%1”的表头，请为它指定导入映射（指标、年份、数值各在哪一列）。")
             .arg(workbook.fileName),
         workbook.fileName,
         {},
         {},
         1});
    return true;
}

/// Remembered layouts that this import used bear its time.
void touchMappings(const project::YearData& data, const QDateTime& usedAt, ImportPlan& plan)
{
    if (plan.changes.isEmpty() || !usedAt.isValid())
        return;
    for (const project::RememberedMapping& known : data.mappings) {
        const bool used = std::any_of(
            plan.foreign.cbegin(), plan.foreign.cend(), [&known](const ImportPlan::Foreign& sheet) {
                return !sheet.remembered.isEmpty() && sheet.fingerprint == known.fingerprint;
            });
        if (!used)
            continue;
        project::RememberedMapping touched = known;
        touched.usedAt = usedAt;
        const QString label = plan.changes.label;
        plan.changes.append(project::edits::setMapping(data, touched));
        plan.changes.label = label;
    }
}

/// A source that was opened, and what it is as far as that decides the order of reading.
struct Source
{
    QString path, sha256;
    office::Workbook workbook;
    std::optional<WorkbookIdentity> identity;
    QString department; ///< of a workbook that is ours
    Signature signature;
    bool introduces = false; ///< holds a table of regions or departments
    QString superseded;
};

/// Gives nothing when the source cannot be read; an issue says why.
Result<std::optional<Source>> openSource(Planner& planner, const QString& path,
                                         const CancelToken& cancel)
{
    const QString name = QFileInfo(path).fileName();
    const auto failed = [&](const Error& error) -> Result<std::optional<Source>> {
        if (error.code() == ErrorCode::Cancelled)
            return cancelled();
        planner.issues().append({Severity::Error, error.message(), name, {}, {}, 1});
        return std::optional<Source>();
    };
    planner.addFile(name);
    Source source;
    source.path = path;
    const Result<QString> sha256 = sha256OfFile(path, cancel);
    if (!sha256)
        return failed(sha256.error());
    source.sha256 = *sha256;
    Result<office::Workbook> workbook = gdal::openTable(path, {}, cancel);
    if (!workbook)
        return failed(workbook.error());
    planner.issues().append(named(workbook->issues, name));
    source.workbook = std::move(*workbook);
    source.identity = identify(source.workbook);
    if (!source.identity) {
        for (const office::Sheet& sheet : std::as_const(source.workbook.sheets)) {
            const auto special = findSpecialTable(sheet);
            source.introduces =
                source.introduces || (special && (special->table == SpecialTable::Regions ||
                                                  special->table == SpecialTable::Departments));
        }
        return std::optional(std::move(source));
    }
    if (!isOurs(planner, source.workbook, *source.identity))
        return std::optional<Source>();
    source.department = departmentOf(planner.data(), *source.identity);
    source.signature = signatureOf(source.workbook);
    return std::optional(std::move(source));
}

/// Several workbooks of one department: when all are dated and no two alike, older ones come first
/// and are superseded. A file that is on record as an older version is superseded too.
void orderVersions(const project::YearData& data, std::vector<Source>& sources)
{
    std::map<QString, std::vector<Source*>> byDepartment;
    for (Source& source : sources) {
        if (!source.identity)
            continue;
        for (const project::Return& known : data.returns) {
            const project::Return* last = data.lastReturn(source.department);
            if (known.department == source.department && known.sha256 == source.sha256 && last &&
                last->version != known.version) {
                source.superseded =
                    Text::tr("这是%1第 %2 次报送的原件，之后已收到第 %3 次报送，不再采用；要恢复其"
                             "中的数，请让该单位重新报送。")
                        .arg(source.department)
                        .arg(known.version)
                        .arg(last->version);
            }
        }
        if (source.superseded.isEmpty())
            byDepartment[source.department].push_back(&source);
    }
    for (auto& [department, same] : byDepartment) {
        std::set<QDate> dates;
        for (const Source* source : same) {
            if (source->signature.date.isValid())
                dates.insert(source->signature.date);
        }
        if (same.size() < 2 || dates.size() != same.size())
            continue;
        const auto newest =
            std::max_element(same.begin(), same.end(), [](const Source* a, const Source* b) {
                return a->signature.date < b->signature.date;
            });
        for (Source* source : same) {
            if (source != *newest) {
                source->superseded =
                    Text::tr("本次导入中有%1填报日期更晚的一份（%2），以那一份为准。")
                        .arg(department, QFileInfo((*newest)->path).fileName());
            }
        }
    }
    // Tables that introduce regions and departments first, then versions from old to new.
    std::stable_sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
        const auto rank = [](const Source& source) {
            return source.introduces ? 0 : source.superseded.isEmpty() ? 2 : 1;
        };
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return rank(a) == 1 && a.signature.date < b.signature.date;
    });
}

/// Where a document that is too large to be kept inside is referred to.
QString referenceTo(const QString& path, const QString& projectFolder)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    return projectFolder.isEmpty() ? absolute : QDir(projectFolder).relativeFilePath(absolute);
}

Result<void> readReturn(Planner& planner, const Source& source, const ImportOptions& options)
{
    const QFileInfo file(source.path);
    IncomingReturn incoming;
    incoming.workbook = &source.workbook;
    incoming.superseded = source.superseded;
    project::Return& record = incoming.record;
    record.department = source.department;
    record.fileName = file.fileName();
    record.sha256 = source.sha256;
    record.size = file.size();
    record.takenAt = options.takenAt;
    record.person = source.signature.person;
    record.filledOn = source.signature.date;
    project::Attachment& attachment = incoming.attachment;
    attachment.name = record.fileName;
    attachment.sha256 = record.sha256;
    attachment.size = record.size;
    attachment.mediaType = u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s;
    attachment.addedAt = options.takenAt;
    attachment.person = options.person;
    if (record.size > project::Attachment::insideLimit) {
        attachment.path = referenceTo(source.path, options.projectFolder);
    } else {
        const Result<QByteArray> bytes = readFile(source.path);
        if (!bytes)
            return bytes.error();
        incoming.content = *bytes;
    }
    planner.beginReturn(incoming);
    planner.endReturn(
        readFillInWorkbook(planner, source.workbook, *source.identity, source.sha256));
    return {};
}

Result<void> readSource(Planner& planner, const Source& source, const ImportOptions& options,
                        const CancelToken& cancel)
{
    const QString name = QFileInfo(source.path).fileName();
    if (source.identity) {
        if (const Result<void> read = readReturn(planner, source, options); !read)
            planner.issues().append({Severity::Error, read.error().message(), name, {}, {}, 1});
    } else if (hasFillInKeys(source.workbook)) {
        planner.issues().append({Severity::Error,
                                 Text::tr("“%"
                                          "1”是填报表，但识别城市和年份的隐藏信息已被删除，请把数据"
                                          "填入下发的原表后重新导入。")
                                     .arg(name),
                                 name,
                                 {},
                                 {},
                                 1});
    } else if (!options.mappings.isEmpty()) {
        for (const TableMapping& mapping : options.mappings) {
            if (!readTable(planner, source.workbook, mapping, source.sha256, cancel))
                return cancelled();
        }
    } else if (!readSheets(planner, source.workbook, source.sha256, cancel)) {
        return cancelled();
    }
    return {};
}

} // namespace

int ImportPlan::count(Fate fate) const
{
    return static_cast<int>(std::count_if(
        cells.cbegin(), cells.cend(), [fate](const CellFate& cell) { return cell.fate == fate; }));
}

int ImportPlan::convertedCount() const
{
    return static_cast<int>(std::count_if(cells.cbegin(), cells.cend(), [](const CellFate& cell) {
        return cell.converted && (cell.fate == Fate::New || cell.fate == Fate::Changed);
    }));
}

bool needsMapping(const ImportPlan& plan)
{
    const bool guessed =
        std::any_of(plan.foreign.cbegin(), plan.foreign.cend(),
                    [](const ImportPlan::Foreign& sheet) { return sheet.remembered.isEmpty(); });
    return guessed && std::any_of(plan.issues.cbegin(), plan.issues.cend(), [](const Issue& issue) {
               return issue.severity != Severity::Note;
           });
}

Result<ImportPlan> planImport(const project::YearData& data, const QStringList& sources,
                              const ImportOptions& options, const CancelToken& cancel,
                              const ProgressSink& progress)
{
    Planner planner(data, options);
    QStringList files;
    for (const QString& source : sources) {
        const QFileInfo info(source);
        if (info.isDir()) {
            Issues left;
            const QStringList found = tablesIn(source, left);
            planner.issues().append(left);
            files.append(found);
            if (found.isEmpty()) {
                planner.issues().append(
                    {Severity::Error,
                     Text::tr("文件夹“%1”中没有表格文件，请换一个文件夹后重新导入。").arg(source),
                     info.fileName(),
                     {},
                     {},
                     1});
            }
        } else if (!info.exists()) {
            planner.issues().append({Severity::Error,
                                     Text::tr("找不到文件“%1”，请检查路径后重新导入。").arg(source),
                                     info.fileName(),
                                     {},
                                     {},
                                     1});
        } else {
            files.append(source);
        }
    }
    std::vector<Source> opened;
    for (int at = 0; at < files.size(); ++at) {
        if (cancel.isCancelled())
            return cancelled();
        tellProgress(progress, 0.9 * static_cast<double>(at) / static_cast<double>(files.size()),
                     QFileInfo(files[at]).fileName());
        Result<std::optional<Source>> source = openSource(planner, files[at], cancel);
        if (!source)
            return source.error();
        if (*source)
            opened.push_back(std::move(**source));
    }
    orderVersions(data, opened);
    bool settled = false;
    for (size_t at = 0; at < opened.size(); ++at) {
        if (cancel.isCancelled())
            return cancelled();
        tellProgress(progress,
                     0.9 + 0.1 * static_cast<double>(at) / static_cast<double>(opened.size()),
                     QFileInfo(opened[at].path).fileName());
        if (!settled && !opened[at].introduces) {
            planner.settle();
            settled = true;
        }
        if (const Result<void> read = readSource(planner, opened[at], options, cancel); !read)
            return read.error();
        opened[at].workbook = {}; // read: its memory is not needed any more
    }
    ImportPlan plan = planner.take();
    touchMappings(data, options.takenAt, plan);
    tellProgress(progress, 1, {});
    return plan;
}

QString key(Fate fate)
{
    switch (fate) {
    case Fate::New:
        return u"new"_s;
    case Fate::Changed:
        return u"changed"_s;
    case Fate::Unchanged:
        return u"unchanged"_s;
    case Fate::Refused:
        return u"refused"_s;
    case Fate::Ignored:
        return u"ignored"_s;
    }
    return {};
}

QString label(Fate fate)
{
    switch (fate) {
    case Fate::New:
        return Text::tr("新增");
    case Fate::Changed:
        return Text::tr("有改动");
    case Fate::Unchanged:
        return Text::tr("未变");
    case Fate::Refused:
        return Text::tr("拒绝");
    case Fate::Ignored:
        return Text::tr("忽略");
    }
    return {};
}

} // namespace checkup::collect
