#include "app/cli/verbs.h"

#include "app/cli/documents.h"
#include "app/cli/year_file.h"
#include "core/base/file_tools.h"
#include "core/base/in_chinese.h"
#include "core/collect/attachments.h"
#include "core/collect/difference.h"
#include "core/collect/row_words.h"
#include "core/project/project_file.h"
#include "core/project/rows.h"

#include <QFileInfo>

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

struct AttachOptions
{
    std::string file, document, subject, region, source, place, note;
    int year = 0;
    bool reference = false, copy = false;
};

/// The figure that a document is to stand behind; none when no subject is given.
Result<QList<project::Document>> figureOf(const AttachOptions& o, const project::YearData& data)
{
    if (o.subject.empty())
        return QList<project::Document>();
    project::Document figure;
    figure.subject = text(o.subject);
    if (!data.catalogue.indicator(figure.subject) && !data.catalogue.quantity(figure.subject))
        return noSubject(figure.subject);
    const auto region = regionOf(data, text(o.region));
    if (!region)
        return region.error();
    figure.region = *region;
    figure.year = o.year > 0 ? o.year : data.info.year;
    figure.place = text(o.place);
    figure.note = text(o.note);
    if (!o.source.empty()) {
        const project::Source* source = data.sourceByKey(text(o.source));
        if (!source) {
            QStringList keys;
            for (const project::Source& known : data.sources)
                keys << known.key;
            return Error(ErrorCode::NotFound, Text::tr("项目中没有来源“%1”；有的来源：%2。")
                                                  .arg(text(o.source), keys.join(u"、"_s)));
        }
        figure.source = source->id;
    }
    return QList<project::Document>{figure};
}

Exit runAttach(const AttachOptions& o, const Console& console)
{
    const QString path = text(o.file);
    auto year = openYear(path, project::OpenMode::ReadWrite);
    if (!year)
        return console.failure(year.error());
    const auto figures = figureOf(o, year->data);
    if (!figures)
        return console.failure(figures.error());
    QString document = text(o.document);
    if (o.copy) {
        const auto copy =
            collect::copyBesideProject(path, document, console.cancel(), console.progress());
        if (!copy)
            return console.failure(copy.error());
        document = *copy;
    }
    const auto read = collect::readDocument(
        path, document,
        o.reference || o.copy ? collect::Keeping::Referenced : collect::Keeping::ByLimit,
        QDateTime::currentDateTimeUtc(), console.cancel(), console.progress());
    if (!read)
        return console.failure(read.error());
    const bool known = year->data.attachmentByDigest(read->attachment.sha256) != nullptr;
    const project::ChangeSet changes = collect::attach(year->data, *read, *figures);
    const auto committed = year->file.commit(changes);
    if (!committed)
        return console.failure(committed.error());
    const auto data = year->file.load();
    if (!data)
        return console.failure(data.error());
    const project::Attachment* kept = data->attachmentByDigest(read->attachment.sha256);
    if (const auto closed = year->file.close(); !closed)
        return console.failure(closed.error());
    QJsonObject told = kept ? toJson(*kept) : QJsonObject();
    told[u"changed"_s] = qint64(changes.changes.size());
    console.document(told);
    if (changes.isEmpty())
        console.line(Text::tr("没有要改的：项目里已经有这份材料。"));
    else if (known)
        console.line(Text::tr("这份材料已在项目里，补记了它所支持的数值。"));
    else if (kept && kept->isInside())
        console.line(
            Text::tr("已存入项目：%1（编号 %2）。").arg(kept->name).arg(kept->id.number()));
    else if (kept)
        console.line(Text::tr("已引用：%1（编号 %2）；请与项目文件一并移动。")
                         .arg(kept->path)
                         .arg(kept->id.number()));
    if (kept && !kept->isInside() && !collect::liesBesideProject(path, document))
        console.issues({{Severity::Warning,
                         Text::tr("材料在项目文件夹之外，移动项目后会找不到；可用 --copy "
                                  "复制到项目旁再引用。"),
                         kept->name,
                         {},
                         {},
                         1}});
    return Exit::Success;
}

struct DocumentsOptions
{
    std::string file, output;
    qint64 save = 0;
};

Exit saveDocument(const DocumentsOptions& o, const project::ProjectFile& file,
                  const project::YearData& data, const Console& console)
{
    const project::Attachment* attachment = data.attachment(project::AttachmentId(o.save));
    if (!attachment)
        return console.failure(
            Error(ErrorCode::NotFound,
                  Text::tr("没有编号为 %1 的材料；checkup documents FILE 列出全部。").arg(o.save)));
    const QString target = o.output.empty() ? attachment->name : text(o.output);
    const auto bytes = attachment->isInside()
                           ? file.content(attachment->sha256)
                           : readFile(project::documentPath(text(o.file), *attachment));
    if (!bytes)
        return console.failure(bytes.error());
    if (const auto written = writeFileSafely(target, *bytes); !written)
        return console.failure(written.error());
    QJsonObject told = toJson(*attachment);
    told[u"saved"_s] = target;
    console.document(told);
    console.line(Text::tr("已另存 %1。").arg(target));
    return Exit::Success;
}

Exit runDocuments(const DocumentsOptions& o, const Console& console)
{
    const QString path = text(o.file);
    auto year = openYear(path, project::OpenMode::ReadOnly);
    if (!year)
        return console.failure(year.error());
    if (o.save > 0)
        return saveDocument(o, year->file, year->data, console);
    const collect::RowWords words(year->data);
    bool whole = true;
    QJsonArray documents;
    QList<QStringList> table{{Text::tr("编号"), Text::tr("材料"), Text::tr("大小"),
                              Text::tr("存放"), Text::tr("状态"), Text::tr("支持的数值")}};
    for (const project::Attachment& attachment : year->data.attachments) {
        const auto state = documentState(year->file, attachment);
        if (!state)
            return console.failure(state.error());
        whole = whole && *state == project::DocumentState::Fine;
        QJsonObject told = toJson(attachment);
        told[u"state"_s] = project::key(*state);
        QJsonArray figures;
        QStringList names;
        for (const project::Document& document : year->data.documents) {
            if (document.attachment != attachment.id)
                continue;
            const project::Region* region = year->data.region(document.region);
            const project::Source* source = year->data.source(document.source);
            figures.append(QJsonObject{{u"subject"_s, document.subject},
                                       {u"region"_s, region ? region->nameZh : QString()},
                                       {u"year"_s, document.year},
                                       {u"source"_s, source ? source->key : QString()},
                                       {u"place"_s, document.place},
                                       {u"note"_s, document.note}});
            QString name = words.name(project::Table::Documents, project::rowOf(document));
            if (!document.place.isEmpty())
                name += u' ' + document.place;
            names << name;
        }
        told[u"figures"_s] = figures;
        documents.append(told);
        table << QStringList{QString::number(attachment.id.number()),
                             attachment.name,
                             Text::tr("%1 KB").arg((attachment.size + 1023) / 1024),
                             attachment.isInside() ? Text::tr("项目内") : attachment.path,
                             project::label(*state),
                             names.join(u"；"_s)};
    }
    console.document({{u"documents"_s, documents}});
    if (documents.isEmpty())
        console.line(Text::tr("还没有佐证材料；用 checkup attach FILE 材料 --for 编号 附加。"));
    else
        console.table(table);
    return whole ? Exit::Success : Exit::Problems;
}

Exit listSnapshots(const QString& path, const Console& console)
{
    const auto data = readYear(path);
    if (!data)
        return console.failure(data.error());
    QJsonArray all;
    QList<QStringList> table{
        {Text::tr("节点"), Text::tr("记录编号"), Text::tr("时间"), Text::tr("人员")}};
    for (const project::Snapshot& snapshot : data->snapshots) {
        const QString at = snapshot.at.toString(Qt::ISODateWithMs);
        all.append(QJsonObject{{u"name"_s, snapshot.name},
                               {u"audit_number"_s, snapshot.auditNumber},
                               {u"at"_s, at},
                               {u"person"_s, snapshot.person},
                               {u"note"_s, snapshot.note}});
        table << QStringList{snapshot.name, QString::number(snapshot.auditNumber),
                             snapshot.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                             snapshot.person};
    }
    console.document({{u"snapshots"_s, all}});
    if (all.isEmpty())
        console.line(Text::tr("还没有节点；用 checkup snapshot FILE 名称 记下此刻。"));
    else
        console.table(table);
    return Exit::Success;
}

Exit runSnapshot(const QString& path, const QString& name, bool list, const Console& console)
{
    if (list)
        return listSnapshots(path, console);
    if (name.trimmed().isEmpty())
        return console.failure(
            Error(ErrorCode::BadUsage, Text::tr("请给节点起个名字，或用 --list 列出已有的。")));
    auto year = openYear(path, project::OpenMode::ReadWrite);
    if (!year)
        return console.failure(year.error());
    project::Snapshot snapshot;
    snapshot.name = name.trimmed();
    snapshot.at = QDateTime::currentDateTimeUtc();
    snapshot.person = project::ProjectFile::currentPerson();
    for (const project::Snapshot& known : year->data.snapshots) {
        if (known.name == snapshot.name)
            return console.failure(
                Error(ErrorCode::Invalid,
                      Text::tr("已有名为“%1”的节点，请换一个名字。").arg(known.name)));
    }
    const auto done = year->file.commit(project::edits::setSnapshot(year->data, snapshot));
    if (!done)
        return console.failure(done.error());
    const qint64 number = done->changes.first().after.value("audit_number"_L1).toInteger();
    if (const auto closed = year->file.close(); !closed)
        return console.failure(closed.error());
    console.document({{u"name"_s, snapshot.name}, {u"audit_number"_s, number}});
    console.line(Text::tr("已记下节点“%1”：第 %2 条修改记录之后。").arg(snapshot.name).arg(number));
    return Exit::Success;
}

struct CompareOptions
{
    std::string file, from, to = "now", output;
};

Exit runCompare(const CompareOptions& o, const Console& console)
{
    auto year = openYear(text(o.file), project::OpenMode::ReadOnly);
    if (!year)
        return console.failure(year.error());
    const auto newest = year->file.lastAuditNumber();
    if (!newest)
        return console.failure(newest.error());
    const auto told = [&]() -> Result<collect::Difference> {
        const auto from = collect::comparedState(year->data, *newest, text(o.from));
        if (!from)
            return from.error();
        const auto to = collect::comparedState(year->data, *newest, text(o.to));
        if (!to)
            return to.error();
        return collect::compare(year->file, year->data, *from, *to);
    };
    const auto difference = told();
    if (!difference)
        return console.failure(difference.error());
    if (!o.output.empty()) {
        // What goes to others is Chinese, whatever the language of this terminal.
        const auto written = inChinese([&]() -> Result<void> {
            const auto official = told();
            if (!official)
                return official.error();
            return collect::writeDifference(text(o.output), *official);
        });
        if (!written)
            return console.failure(written.error());
    }
    QJsonArray rows;
    for (const collect::DifferenceRow& row : difference->rows)
        rows.append(QJsonObject{{u"kind"_s, collect::key(row.kind)},
                                {u"table"_s, project::key(row.table)},
                                {u"subject"_s, row.subject},
                                {u"what"_s, row.what},
                                {u"region"_s, row.region},
                                {u"year"_s, row.year},
                                {u"source"_s, row.source},
                                {u"column"_s, row.column},
                                {u"before"_s, row.before},
                                {u"after"_s, row.after},
                                {u"text"_s, row.sentence}});
    console.document({{u"from"_s, difference->from}, {u"to"_s, difference->to}, {u"rows"_s, rows}});
    console.line(Text::tr("“%1”与“%2”：%3 处不同。")
                     .arg(difference->from, difference->to)
                     .arg(difference->rows.size()));
    for (const collect::DifferenceRow& row : difference->rows)
        console.line(row.sentence);
    return Exit::Success;
}

struct AuditOptions
{
    std::string file, person, from, to, subject, words, table;
    int limit = 200;
};

/// "2023-03-01", read in the local time zone; `end`: the day's last moment.
Result<QDateTime> dayOf(const std::string& given, bool end)
{
    if (given.empty())
        return QDateTime();
    const QDate day = QDate::fromString(text(given), Qt::ISODate);
    if (!day.isValid())
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”不是日期，应写作 2023-03-01。").arg(text(given)));
    return end ? day.endOfDay() : day.startOfDay();
}

Exit runAudit(const AuditOptions& o, const Console& console)
{
    project::AuditFilter filter;
    filter.person = text(o.person);
    filter.subject = text(o.subject);
    filter.text = text(o.words);
    filter.table = text(o.table);
    filter.limit = o.limit;
    const auto from = dayOf(o.from, false);
    const auto to = dayOf(o.to, true);
    if (!from || !to)
        return console.failure(from ? to.error() : from.error());
    filter.from = *from;
    filter.to = *to;
    auto year = openYear(text(o.file), project::OpenMode::ReadOnly);
    if (!year)
        return console.failure(year.error());
    if (!filter.subject.isEmpty() && !year->data.catalogue.indicator(filter.subject) &&
        !year->data.catalogue.quantity(filter.subject))
        return console.failure(noSubject(filter.subject));
    const auto entries = year->file.audit(filter);
    if (!entries)
        return console.failure(entries.error());
    QJsonArray all;
    QList<QStringList> table;
    for (const project::AuditEntry& entry : *entries) {
        all.append(QJsonObject{{u"number"_s, entry.number},
                               {u"at"_s, entry.at.toString(Qt::ISODateWithMs)},
                               {u"person"_s, entry.person},
                               {u"label"_s, entry.label},
                               {u"reason"_s, entry.reason},
                               {u"table"_s, entry.table},
                               {u"row"_s, entry.row},
                               {u"before"_s, entry.beforeRow()},
                               {u"after"_s, entry.afterRow()}});
        table << QStringList{QString::number(entry.number),
                             entry.at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                             entry.person, entry.label, entry.reason};
    }
    console.document({{u"entries"_s, all}});
    if (table.isEmpty())
        console.line(Text::tr("没有符合条件的修改记录。"));
    else
        console.table(table);
    return Exit::Success;
}

void addAttach(CLI::App& app, Command& command)
{
    auto o = std::make_shared<AttachOptions>();
    CLI::App* verb = app.add_subcommand("attach", Text::help("给一个数值附上佐证材料"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    verb->add_option("DOCUMENT", o->document, Text::help("材料：pdf、扫描件、表格等"))->required();
    verb->add_option("--for", o->subject, Text::help("材料支持的指标或数据项的编号"));
    verb->add_option("--region", o->region, Text::help("区域，默认全市"));
    verb->add_option("--year", o->year, Text::help("年份，默认现状年"));
    verb->add_option("--source", o->source, Text::help("只支持这个来源的数，如 statistics"));
    verb->add_option("--place", o->place, Text::help("在材料的何处，如 第 3 页、Sheet1!C12"));
    verb->add_option("--note", o->note, Text::help("备注"));
    CLI::Option* reference = verb->add_flag("--reference", o->reference,
                                            Text::help("不存入项目，按相对路径引用原处的文件"));
    verb->add_flag("--copy", o->copy, Text::help("复制到项目旁的“佐证材料”文件夹，再引用"))
        ->excludes(reference);
    verb->callback(
        [o, &command] { command.work = [o](const Console& c) { return runAttach(*o, c); }; });
}

void addDocuments(CLI::App& app, Command& command)
{
    auto o = std::make_shared<DocumentsOptions>();
    CLI::App* verb =
        app.add_subcommand("documents", Text::help("列出佐证材料及其是否完好，或另存一份"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    CLI::Option* save = verb->add_option("--save", o->save, Text::help("另存这个编号的材料"));
    verb->add_option("-o,--output", o->output, Text::help("另存为，默认用材料原名"))->needs(save);
    verb->callback(
        [o, &command] { command.work = [o](const Console& c) { return runDocuments(*o, c); }; });
}

void addSnapshot(CLI::App& app, Command& command)
{
    auto file = std::make_shared<std::string>();
    auto name = std::make_shared<std::string>();
    auto list = std::make_shared<bool>(false);
    CLI::App* verb =
        app.add_subcommand("snapshot", Text::help("给此刻的数据起名作为节点，供以后比较"));
    verb->add_option("FILE", *file, Text::help("项目文件"))->required();
    verb->add_option("NAME", *name, Text::help("节点的名字，如 初报"));
    verb->add_flag("--list", *list, Text::help("列出已有的节点"));
    verb->callback([=, &command] {
        command.work = [=](const Console& c) {
            return runSnapshot(text(*file), text(*name), *list, c);
        };
    });
}

void addCompare(CLI::App& app, Command& command)
{
    auto o = std::make_shared<CompareOptions>();
    CLI::App* verb = app.add_subcommand("compare", Text::help("两个节点之间改了什么"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    verb->add_option("A", o->from, Text::help("节点名、修改记录编号，或 now（现在）"))->required();
    verb->add_option("B", o->to, Text::help("同上，默认 now"));
    verb->add_option("-o,--output", o->output, Text::help("另存为 .xlsx 或 .csv"));
    verb->callback(
        [o, &command] { command.work = [o](const Console& c) { return runCompare(*o, c); }; });
}

void addAudit(CLI::App& app, Command& command)
{
    auto o = std::make_shared<AuditOptions>();
    CLI::App* verb = app.add_subcommand("audit", Text::help("修改记录：何人何时改了什么"));
    verb->add_option("FILE", o->file, Text::help("项目文件"))->required();
    verb->add_option("--person", o->person, Text::help("只看此人所改"));
    verb->add_option("--from", o->from, Text::help("起始日期，如 2023-03-01"));
    verb->add_option("--to", o->to, Text::help("截止日期，含当日"));
    verb->add_option("--subject", o->subject, Text::help("只看这个指标或数据项"));
    verb->add_option("--text", o->words, Text::help("只看说明或内容中有这些字的"));
    verb->add_option("--table", o->table, Text::help("只看这类记录，如 values、goals"));
    verb->add_option("--limit", o->limit, Text::help("最多列出几条，从最新起"))
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb->callback(
        [o, &command] { command.work = [o](const Console& c) { return runAudit(*o, c); }; });
}

} // namespace

void addEvidenceVerbs(CLI::App& app, Command& command)
{
    addAttach(app, command);
    addDocuments(app, command);
    addAudit(app, command);
    addSnapshot(app, command);
    addCompare(app, command);
}

} // namespace checkup::cli
