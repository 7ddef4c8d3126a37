#include "core/project/audit.h"
#include "core/project/contents.h"
#include "core/project/documents.h"
#include "core/project/layer_files.h"
#include "core/project/migrations.h"
#include "core/project/project_file.h"
#include "core/project/writer_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QTemporaryDir>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

class Verifier
{
public:
    Verifier(const Database& database, const QString& path)
        : m_database(database)
        , m_file(QFileInfo(path).fileName())
    {}

    void problem(const QString& text, const QString& sheet = {},
                 Severity severity = Severity::Error)
    {
        m_report.problems << Issue{severity, text, m_file, sheet, {}, 1};
    }

    /// Reports a failing query and goes on: a damaged file should show all that is wrong with it.
    QStringList column(const QString& statement)
    {
        const auto texts = m_database.column(statement);
        if (texts)
            return *texts;
        problem(texts.error().message());
        return {};
    }

    void integrity()
    {
        for (const QString& line : column(u"PRAGMA integrity_check(20)"_s)) {
            if (line != u"ok")
                problem(Text::tr("数据库结构损坏（%1），请改用备份。").arg(line));
        }
        for (const QString& table :
             column(u"SELECT DISTINCT \"table\" FROM pragma_foreign_key_check"_s))
            problem(Text::tr("有记录引用了不存在的记录，请改用备份。"), table);
    }

    void schema(const QList<Migration>& steps)
    {
        const auto state = schemaState(m_database);
        if (!state) {
            problem(state.error().message());
            return;
        }
        m_report.schema = state->version;
        if (state->version > steps.last().version) {
            problem(Text::tr("文件由更新版本的软件保存，只作了部分检查；请用新版本检查。"), {},
                    Severity::Note);
            return;
        }
        QList<Migration> same = steps;
        same.resize(state->version);
        const auto fresh = Database::openInMemory();
        Error failure;
        if (!fresh || state->version < 1 ||
            migrate(**fresh, same, &failure) != SchemaOutcome::Upgraded) {
            problem(Text::tr("结构版本无法识别，请改用备份。"), u"cc_schema"_s);
            return;
        }
        if (state->version < steps.last().version)
            problem(Text::tr("文件是旧结构（版本 %1），下次打开时会自动升级并保留副本。")
                        .arg(state->version),
                    {}, Severity::Note);
        const QString statement =
            u"SELECT name || char(10) || coalesce(sql, '') FROM sqlite_master "
            "WHERE name LIKE 'cc\\_%' ESCAPE '\\' ORDER BY name"_s;
        const QStringList found = column(statement);
        const auto wanted = (*fresh)->column(statement);
        if (!wanted)
            return problem(wanted.error().message());
        for (const QString& item : *wanted) {
            if (!found.contains(item))
                problem(Text::tr("表或索引 %1 缺失或被改动，请改用备份。")
                            .arg(item.section(u'\n', 0, 0)));
        }
        for (const QString& item : found) {
            const QString name = item.section(u'\n', 0, 0);
            const bool known =
                std::any_of(wanted->cbegin(), wanted->cend(), [&](const QString& other) {
                    return other.section(u'\n', 0, 0) == name;
                });
            if (!known)
                problem(Text::tr("多出表或索引 %1，不是本软件所建。").arg(name), {},
                        Severity::Warning);
        }
    }

    void geopackage()
    {
        if (column(u"PRAGMA application_id"_s) != QStringList{u"1196444487"_s})
            problem(
                Text::tr("不符合 GeoPackage 规范：application_id 不是 GPKG，QGIS 可能拒绝打开。"));
        if (column(u"PRAGMA user_version"_s).value(0).toInt() < 10200)
            problem(Text::tr("不符合 GeoPackage 规范：user_version 没有给出规范版本。"));
        for (
            const QString& table : column(
                u"SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'cc\\_%' "
                u"ESCAPE '\\' "
                "AND name NOT IN (SELECT table_name FROM gpkg_contents WHERE data_type = 'attributes')"_s))
            problem(Text::tr("表没有在 gpkg_contents 中登记，QGIS 看不到它。"), table);
        for (const QString& table :
             column(u"SELECT table_name FROM gpkg_contents WHERE table_name NOT IN "
                    "(SELECT name FROM sqlite_master WHERE type IN ('table', 'view'))"_s))
            problem(Text::tr("gpkg_contents 登记了不存在的表。"), table);
        const QStringList systems = column(u"SELECT srs_id FROM gpkg_spatial_ref_sys"_s);
        for (const QString& needed : {u"-1"_s, u"0"_s, u"4326"_s}) {
            if (!systems.contains(needed))
                problem(Text::tr("不符合 GeoPackage 规范：缺少坐标系 %1。").arg(needed),
                        u"gpkg_spatial_ref_sys"_s);
        }
    }

    void contents()
    {
        for (const QString& figure :
             column(u"SELECT subject || ' ' || year FROM cc_values WHERE adopted = 1 "
                    "GROUP BY subject, region_id, year HAVING count(*) > 1"_s))
            problem(Text::tr("%1 有两个以上的采用值，请只保留一个。").arg(figure), u"cc_values"_s);
        for (const QString& key :
             {u"city"_s, u"year"_s, u"catalogue_id"_s, u"uuid"_s, u"changed_at"_s}) {
            const auto value =
                m_database.scalar(u"SELECT value FROM cc_info WHERE key = ?"_s, {key});
            if (!value || value->toString().isEmpty() || value->toString() == u"0")
                problem(Text::tr("项目信息缺少 %1，请在项目设置中补充。").arg(key), u"cc_info"_s);
        }
    }

    /// Bytes inside against their digests, files beside the project against size and digest.
    Result<void> documents(const QString& projectPath, const CancelToken& cancel)
    {
        const Result<bool> kept = m_database.hasTable(u"cc_attachments"_s);
        if (!kept || !*kept)
            return {};
        const QString statement = u"SELECT name, sha256, size, path FROM cc_attachments "
                                  "ORDER BY id"_s;
        QSqlQuery query(m_database.connection());
        query.setForwardOnly(true);
        if (!query.exec(statement)) {
            problem(m_database.failure(query.lastError(), statement).message(),
                    u"cc_attachments"_s);
            return {};
        }
        while (query.next()) {
            if (cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消检查。"));
            Attachment attachment;
            attachment.name = query.value(0).toString();
            attachment.sha256 = query.value(1).toString();
            attachment.size = query.value(2).toLongLong();
            attachment.path = query.value(3).toString();
            const Result<void> looked = document(attachment, projectPath, cancel);
            if (!looked)
                return looked;
        }
        for (const QString& digest : column(u"SELECT sha256 FROM cc_contents WHERE sha256 NOT IN "
                                            "(SELECT sha256 FROM cc_attachments) ORDER BY id"_s)) {
            const Result<QByteArray> bytes = readContent(m_database, digest);
            if (!bytes)
                problem(Text::tr("曾经附加的一份材料（散列 %1…）内容已损坏；请改用备份。")
                            .arg(digest.left(12)),
                        u"cc_contents"_s);
        }
        return {};
    }

    /// Feature tables and files beside the project against what was taken. Tables that no layer
    /// names any more are left from layers that were removed, and are no fault.
    Result<void> layers(const QString& projectPath, const CancelToken& cancel)
    {
        const Result<bool> kept = m_database.hasTable(u"cc_layers"_s);
        if (!kept || !*kept)
            return {};
        const QString statement = u"SELECT name, path, layer, file_name, sha256, size, features, "
                                  "health FROM cc_layers ORDER BY id"_s;
        QSqlQuery query(m_database.connection());
        query.setForwardOnly(true);
        if (!query.exec(statement)) {
            problem(m_database.failure(query.lastError(), statement).message(), u"cc_layers"_s);
            return {};
        }
        DigestMemory memory; // several layers of one file: it is read once
        while (query.next()) {
            Layer one;
            one.name = query.value(0).toString();
            one.path = query.value(1).toString();
            one.layer = query.value(2).toString();
            one.fileName = query.value(3).toString();
            one.sha256 = query.value(4).toString();
            one.size = query.value(5).toLongLong();
            one.features = query.value(6).toLongLong();
            one.health = query.value(7).toString();
            const Result<LayerHealth> health = one.isInside()
                                                   ? checkInside(m_database, one, cancel)
                                                   : checkLayer(projectPath, one, cancel, &memory);
            if (!health)
                return health.error();
            layer(one, *health);
        }
        return {};
    }

    /// Stops at the first break: what follows a broken link says nothing more.
    Result<void> audit(const CancelToken& cancel)
    {
        const QString statement = u"SELECT number, at, person, label, table_name, row_id, before, "
                                  u"after, reason, previous_hash, "
                                  "hash FROM cc_audit ORDER BY number"_s;
        QSqlQuery query(m_database.connection());
        query.setForwardOnly(true);
        if (!query.exec(statement)) {
            problem(m_database.failure(query.lastError(), statement).message(), u"cc_audit"_s);
            return {};
        }
        QString previous, lastAt;
        while (query.next()) {
            if (m_report.auditEntries % 500 == 0 && cancel.isCancelled())
                return Error(ErrorCode::Cancelled, Text::tr("已取消检查。"));
            const AuditRow row{query.value(0).toLongLong(), query.value(1).toString(),
                               query.value(2).toString(),   query.value(3).toString(),
                               query.value(4).toString(),   query.value(5).toLongLong(),
                               query.value(6).toString(),   query.value(7).toString(),
                               query.value(8).toString(),   query.value(9).toString()};
            if (row.number != m_report.auditEntries + 1) {
                problem(Text::tr("修改记录在第 %1 条之后缺号，记录可能被删除。")
                            .arg(m_report.auditEntries),
                        u"cc_audit"_s);
                return {};
            }
            const QString hash = query.value(10).toString();
            if (row.previousHash != previous || row.hash() != hash) {
                problem(Text::tr("修改记录第 %1 条与散列不符，记录可能被改动。").arg(row.number),
                        u"cc_audit"_s);
                return {};
            }
            previous = hash;
            lastAt = row.at;
            ++m_report.auditEntries;
        }
        if (query.lastError().isValid())
            problem(m_database.failure(query.lastError(), statement).message(), u"cc_audit"_s);
        // The newest rows can be cut off without breaking the chain; these two numbers still tell.
        const qint64 used = column(u"SELECT seq FROM sqlite_sequence WHERE name = 'cc_audit'"_s)
                                .value(0)
                                .toLongLong();
        const QString changed =
            column(u"SELECT value FROM cc_info WHERE key = 'changed_at'"_s).value(0);
        if (used > m_report.auditEntries || changed != lastAt)
            problem(Text::tr("修改记录在第 %1 条之后被截断。").arg(m_report.auditEntries),
                    u"cc_audit"_s);
        return {};
    }

    VerifyReport report()
    {
        m_report.ok = !hasErrors(m_report.problems);
        return m_report;
    }

private:
    Result<void> document(const Attachment& attachment, const QString& projectPath,
                          const CancelToken& cancel)
    {
        const QString sheet = u"cc_attachments"_s;
        if (attachment.isInside()) {
            const Result<QByteArray> bytes = readContent(m_database, attachment.sha256);
            if (bytes)
                return {};
            if (bytes.error().code() == ErrorCode::NotFound)
                problem(Text::tr("材料“%1”应存于项目之内，但内容缺失；请改用备份，或重新指定这份材"
                                 "料。")
                            .arg(attachment.name),
                        sheet);
            else
                problem(Text::tr("材料“%1”的内容与登记的散列不符，可能已损坏；请改用备份，或重新指"
                                 "定这份材料。")
                            .arg(attachment.name),
                        sheet);
            return {};
        }
        const Result<DocumentState> state = checkReferenced(projectPath, attachment, cancel);
        if (!state)
            return state.error();
        if (*state == DocumentState::Vanished)
            problem(Text::tr("材料“%1”应在 %2，但找不到或打不开；请放回原处，或重新指定这份材料。")
                        .arg(attachment.name, attachment.path),
                    sheet);
        else if (*state == DocumentState::Changed)
            problem(Text::tr("材料“%1”（%2）在附加之后被改动；请核对它所支持的数值，再放回原件或重"
                             "新指定。")
                        .arg(attachment.name, attachment.path),
                    sheet);
        return {};
    }

    void layer(const Layer& one, LayerHealth health)
    {
        const QString sheet = u"cc_layers"_s;
        if (health == LayerHealth::Vanished)
            problem(one.isInside()
                        ? Text::tr("图层“%1”的表 %2 不在项目里；请改用备份，或重新导入 %3。")
                              .arg(one.name, one.layer, one.fileName)
                        : Text::tr("图层“%1”应在 %2，但找不到或打不开；请放回原处，或重新导入 %3。")
                              .arg(one.name, one.path, one.fileName),
                    sheet);
        else if (health == LayerHealth::Changed)
            problem(one.isInside()
                        ? Text::tr("图层“%1”的表 %2 与导入时不同；请改用备份，或重新导入 %3。")
                              .arg(one.name, one.layer, one.fileName)
                        : Text::tr("图层“%1”（%2）在导入之后被改动；请重新导入后再计算。")
                              .arg(one.name, one.path),
                    sheet);
    }

    const Database& m_database;
    QString m_file;
    VerifyReport m_report;
};

} // namespace

Result<VerifyReport> verifyProject(const QString& path, const CancelToken& cancel)
{
    const QFileInfo file(path);
    if (!file.isFile())
        return Error(
            ErrorCode::NotFound,
            Text::tr("找不到项目文件 %1，请检查路径。").arg(QDir::toNativeSeparators(path)));
    const auto head = readHead(path);
    if (!head)
        return head.error();
    if (!head->sqlite)
        return Error(ErrorCode::NotAProject,
                     Text::tr("%1 不是体检年度项目；请选择由本软件新建的 .gpkg 文件。")
                         .arg(QDir::toNativeSeparators(path)));
    const auto steps = readMigrations();
    if (!steps)
        return steps.error();

    const bool sideFiles =
        QFileInfo::exists(path + u"-wal"_s) || QFileInfo::exists(path + u"-journal"_s);
    const QString holder = WriterLock::holderOf(path);
    // What a killed writer left behind must be recovered before it can be read, and recovering
    // writes: so that the file stays what it is, a copy with its side files is recovered and looked
    // at instead.
    QTemporaryDir workshop;
    QString place = file.absoluteFilePath();
    Access access = Access::Frozen;
    if (holder.isEmpty() && sideFiles) {
        const QString copy = workshop.filePath(u"project.gpkg"_s);
        for (const QString& suffix : {u""_s, u"-wal"_s, u"-journal"_s}) {
            if (QFileInfo::exists(place + suffix) && !QFile::copy(place + suffix, copy + suffix))
                return Error(
                    ErrorCode::Io,
                    Text::tr(
                        "检查 %1 需要在临时文件夹中复制一份，但没有写成；请清理磁盘空间后重试。")
                        .arg(QDir::toNativeSeparators(path)));
        }
        place = copy;
        access = Access::Write;
    } else if (holder.isEmpty() && head->walMode) {
        access = Access::Immutable;
    }
    const auto database = Database::open(place, access);
    if (!database)
        return database.error();
    const Result<bool> project = (*database)->hasTable(u"cc_schema"_s);
    if (project && !*project)
        return Error(ErrorCode::NotAProject,
                     Text::tr("%1 是数据库，但不是体检年度项目；请选择由本软件新建的 .gpkg 文件。")
                         .arg(QDir::toNativeSeparators(path)));

    Verifier verifier(**database, path);
    if (head->truncated)
        verifier.problem(Text::tr("文件不完整（可能复制或下载中断），请重新复制或改用备份。"));
    if (sideFiles || !holder.isEmpty()) {
        verifier.problem(
            holder.isEmpty()
                ? Text::tr(
                      "上次没有正常关闭，旁边留有日志文件；打开并关闭一次即可清理，请勿单独删除。")
                : Text::tr("%1 正在编辑，检查的是此刻的内容。").arg(holder),
            {}, Severity::Note);
    }
    // One view of the file throughout, even while someone else writes.
    const auto snapshot = Transaction::begin(**database, false);
    if (!snapshot)
        return snapshot.error();
    verifier.integrity();
    if (cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消检查。"));
    verifier.schema(*steps);
    verifier.geopackage();
    verifier.contents();
    const Result<void> looked = verifier.documents(file.absoluteFilePath(), cancel);
    if (!looked)
        return looked.error();
    const Result<void> mapped = verifier.layers(file.absoluteFilePath(), cancel);
    if (!mapped)
        return mapped.error();
    const Result<void> audited = verifier.audit(cancel);
    if (!audited)
        return audited.error();
    return verifier.report();
}

} // namespace checkup::project
