#include "core/collect/foreign_table.h"

#include "core/base/file_tools.h"
#include "core/collect/fill_in_reader.h"
#include "core/collect/special_tables.h"
#include "core/collect/table_reader.h"
#include "core/gdal/open_table.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

const project::RememberedMapping* rememberedFor(const project::YearData& data,
                                                const QString& fingerprint)
{
    const auto found = std::find_if(
        data.mappings.cbegin(), data.mappings.cend(),
        [&](const project::RememberedMapping& one) { return one.fingerprint == fingerprint; });
    return found == data.mappings.cend() ? nullptr : &*found;
}

/// The remembered mapping fitted to the sheet, or a guess; a remembered one that cannot be read
/// any more is said to be so and gives way to the guess.
void chooseMapping(const project::YearData& data, const Subjects& subjects,
                   const office::Sheet& sheet, SheetMapping& chosen)
{
    Issues doubts;
    if (const auto* remembered = rememberedFor(data, chosen.fingerprint)) {
        const Result<TableMapping> mapping = mappingFromJson(remembered->mapping.toUtf8());
        if (mapping) {
            chosen.guessed = fitMapping(*mapping, sheet);
            chosen.remembered = remembered->name;
            if (chosen.guessed.usable) {
                chosen.guessed.issues.prepend(
                    Issue{Severity::Note,
                          Text::tr("按记住的版式“%1”读入。").arg(remembered->name),
                          {},
                          sheet.name,
                          {},
                          1});
                return;
            }
            doubts = chosen.guessed.issues;
        } else {
            doubts.append({Severity::Warning, mapping.error().message(), {}, sheet.name, {}, 1});
        }
        doubts.prepend(Issue{
            Severity::Warning,
            Text::tr("记住的版式“%1”不适合这张表，改按表头判断，请核对。").arg(remembered->name),
            {},
            sheet.name,
            {},
            1});
        chosen.remembered.clear();
    }
    chosen.guessed = guessMapping(data, subjects, sheet);
    chosen.guessed.issues = doubts + chosen.guessed.issues;
}

} // namespace

Result<ForeignTable> openForeignTable(const QString& path, const CancelToken& cancel)
{
    const Result<QString> sha256 = sha256OfFile(path, cancel);
    if (!sha256)
        return sha256.error();
    Result<office::Workbook> workbook = gdal::openTable(path, {}, cancel);
    if (!workbook)
        return workbook.error();
    if (identify(*workbook) || hasFillInKeys(*workbook)) {
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”是下发的填报表，不需要指定对应关系，请直接导入。")
                         .arg(workbook->fileName));
    }
    return ForeignTable{std::move(*workbook), *sha256};
}

QList<SheetMapping> mappingsFor(const project::YearData& data, const office::Workbook& workbook)
{
    const Subjects subjects(data.catalogue);
    QList<SheetMapping> list;
    for (const office::Sheet& sheet : workbook.sheets) {
        if (sheet.hidden || sheet.rows.isEmpty())
            continue;
        SheetMapping one;
        one.sheet = sheet.name;
        one.fingerprint = layoutFingerprint(workbook, sheet);
        one.isSpecial = findSpecialTable(sheet).has_value();
        if (!one.isSpecial)
            chooseMapping(data, subjects, sheet, one);
        for (Issue& issue : one.guessed.issues)
            issue.file = workbook.fileName;
        list.append(one);
    }
    return list;
}

Result<GuessedMapping> guessMapping(const project::YearData& data, const QString& file)
{
    const Result<office::Workbook> workbook = gdal::openTable(file);
    if (!workbook)
        return workbook.error();
    const QList<SheetMapping> list = mappingsFor(data, *workbook);
    const auto usable = std::find_if(list.cbegin(), list.cend(),
                                     [](const SheetMapping& one) { return one.guessed.usable; });
    if (usable != list.cend())
        return usable->guessed;
    return list.isEmpty() ? GuessedMapping() : list.first().guessed;
}

Result<ImportPlan> planTable(const project::YearData& data, const ForeignTable& table,
                             const QList<TableMapping>& mappings, const ImportOptions& options,
                             const CancelToken& cancel)
{
    Planner planner(data, options);
    planner.addFile(table.workbook.fileName);
    planner.issues().append(table.workbook.issues);
    for (const TableMapping& mapping : mappings) {
        if (!readTable(planner, table.workbook, mapping, table.sha256, cancel))
            return Error(ErrorCode::Cancelled, Text::tr("已取消导入，项目没有改动。"));
    }
    return planner.take();
}

project::ChangeSet rememberMapping(const project::YearData& data, const office::Workbook& workbook,
                                   const TableMapping& mapping, const QString& name,
                                   const QDateTime& usedAt)
{
    const office::Sheet* sheet = sheetOf(workbook, mapping);
    if (!sheet)
        return {};
    const SheetHead head = sheetHead(*sheet);
    TableMapping kept = mapping;
    kept.sheet = sheet->name;
    kept.title = head.title;
    kept.header = head.header;
    project::RememberedMapping remembered;
    remembered.fingerprint = layoutFingerprint(workbook, *sheet);
    remembered.name = name.trimmed().isEmpty() ? suggestedName(workbook, *sheet) : name.trimmed();
    remembered.mapping = QString::fromUtf8(toJson(kept));
    remembered.usedAt = usedAt;
    return project::edits::setMapping(data, remembered);
}

QString suggestedName(const office::Workbook& workbook, const office::Sheet& sheet)
{
    // The title as it will be next year too, else the file's and the sheet's name.
    static const QRegularExpression years(
        u"(?:19|20)[0-9]{2}(?:\\s*[-\\x{2014}\\x{2013}~\\x{FF5E}至]+\\s*(?:19|20)?[0-9]{2})?\\s*年?(?:度|末|底)?"_s);
    static const QRegularExpression brackets(u"[(\\x{FF08}]\\s*[)\\x{FF09}]"_s);
    const SheetHead head = sheetHead(sheet);
    for (const QString& line : head.title.mid(0, head.title.size() - 1)) {
        QString name = line;
        name = name.remove(years).remove(brackets).simplified();
        if (name.size() > 3 && !name.contains(u"单位："_s))
            return name;
    }
    QString file =
        QFileInfo(workbook.fileName).completeBaseName().remove(years).remove(brackets).simplified();
    if (workbook.sheets.size() > 1)
        file += u' ' + sheet.name;
    return file.isEmpty() ? sheet.name : file;
}

const office::Sheet* sheetOf(const office::Workbook& workbook, const TableMapping& mapping)
{
    const auto found = std::find_if(
        workbook.sheets.cbegin(), workbook.sheets.cend(), [&](const office::Sheet& candidate) {
            return mapping.sheet.isEmpty() ? !candidate.hidden : candidate.name == mapping.sheet;
        });
    return found == workbook.sheets.cend() ? nullptr : &*found;
}

} // namespace checkup::collect
