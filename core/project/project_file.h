#pragma once

#include "core/base/cancel.h"
#include "core/base/issue.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QDateTime>
#include <QString>

#include <memory>

namespace checkup::project {

/// What `create` needs to know.
struct NewYear
{
    YearInfo info;
    catalogue::Catalogue catalogue; ///< already cut to the profile; copied into the file
    QList<Region> regions; ///< the city first; ids may be provisional (negative) and are replaced
    QList<Department> departments; ///< empty: derived from the catalogue's departments
};

/// How the stored schema stood to ours.
enum class SchemaOutcome {
    Current,
    Upgraded,
    UpgradeFailed,
    NewerReadable,
    NewerUnreadable,
    Damaged
};

enum class OpenMode { ReadWrite, ReadOnly };

/// Who wrote what when. `before` and `after` are the row's JSON.
struct AuditEntry
{
    qint64 number = 0;
    QDateTime at; ///< UTC
    QString person;
    QString label;
    QString table; ///< key(Table)
    qint64 row = 0;
    QString before, after;
    QString reason;

    QJsonObject beforeRow() const;
    QJsonObject afterRow() const;
};

struct AuditFilter
{
    QString text; ///< in label, before or after
    QString person;
    QString table;   ///< key(Table)
    QString subject; ///< an indicator or quantity: its values, documents, goals, tasks, definition
    QDateTime from, to;
    qint64 beforeNumber = 0; ///< paging: only entries with a smaller number; 0: from the newest
    int limit = 200;
};

/// A check-up year's file: one GeoPackage; the house's only SQL is in this room. Use an object on
/// the thread that opened it. At most one writer: the second opener gets a read-only object and
/// lockHolder(). WAL while open for writing; close() checkpoints and returns to a delete journal,
/// so that no side file is left beside a closed file.
class ProjectFile
{
public:
    static Result<ProjectFile> create(const QString& path, const NewYear& year);
    /// NotAProject, Damaged, NewerVersion, NotFound, Io. A file or folder that cannot be written, a
    /// file held by someone else, or a newer compatible schema opens read-only; readOnlyReason()
    /// says why. Before upgrading, a copy "NAME.schema-N.bak.gpkg" is kept beside the file.
    static Result<ProjectFile> open(const QString& path, OpenMode mode = OpenMode::ReadWrite);

    ProjectFile(ProjectFile&&) noexcept;
    ProjectFile& operator=(ProjectFile&&) noexcept;
    ~ProjectFile(); ///< closes

    const QString& path() const;
    bool isReadOnly() const;
    QString readOnlyReason() const; ///< one sentence, empty when writable
    QString lockHolder() const;     ///< "张三@PC-01, 2023-03-02 09:15", empty when nobody else
    SchemaOutcome schemaOutcome() const;
    QString backupMade() const; ///< path of the copy kept before an upgrade

    /// Everything, into memory.
    Result<YearData> load(const CancelToken& cancel = {}) const;
    /// Loads again only what `changes` may have touched, starting from `previous`.
    Result<YearData> reload(const YearData& previous, const ChangeSet& changes) const;

    /// One transaction: stores contents, checks each `before` against the file (Invalid when the
    /// row has changed meanwhile), writes, appends the audit rows. Gives the set back with ids
    /// filled in.
    Result<ChangeSet> commit(const ChangeSet& changes);

    /// Newest first.
    Result<QList<AuditEntry>> audit(const AuditFilter& filter = {}) const;
    /// Everyone who ever wrote, in the order of their names.
    Result<QStringList> auditPersons() const;
    /// The edit that an audit row belongs to, as it was committed: its inverse brings back what was
    /// before. NotFound when nothing was changed by it (the row of a new file).
    Result<ChangeSet> step(qint64 number) const;
    /// The rows that are gone (or were once), each as it was when it was taken away; oldest first.
    Result<QList<RowChange>> removedRows() const;

    /// The net difference between the states after two audit rows (0: the new file): per row its
    /// first `before` and last `after`, by table and row; rows that came back to what they were
    /// are left out.
    Result<QList<RowChange>> changesBetween(qint64 earlier, qint64 later) const;
    /// Number of the newest audit row.
    Result<qint64> lastAuditNumber() const;

    /// Bytes kept inside the file, by digest. NotFound when there are none; Damaged when they do
    /// not fit their digest.
    Result<QByteArray> content(const QString& sha256) const;

    /// A consistent copy by SQLite's backup, written beside and renamed; the original stays open.
    Result<void> backupTo(const QString& path, const CancelToken& cancel = {},
                          const ProgressSink& progress = {}) const;

    Result<void> close();

    /// Who is written into audit rows; default: the system's user name.
    static void setPerson(const QString& person);
    static QString currentPerson();

private:
    struct State;
    explicit ProjectFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Integrity, foreign keys, schema, GeoPackage rules, one adopted rival at most, audit continuity
/// (numbers without gap, hash chain), documents (contents inside and files beside the project, by
/// digest). Opens read-only; the file stays byte for byte what it was.
struct VerifyReport
{
    bool ok = false;
    int schema = 0;
    qint64 auditEntries = 0;
    Issues problems;
};
Result<VerifyReport> verifyProject(const QString& path, const CancelToken& cancel = {});

/// Next year's file from this one: catalogue, regions, departments, sources, goals, benchmarks,
/// rule settings, decisions on findings, task settings, the plan's stages (moved by the years
/// between), remembered table layouts, recipes, map settings and the adopted values of the years
/// before with the documents behind them come along; returns, dates of return and snapshots do not.
Result<ProjectFile> rollForward(const QString& lastYear, const QString& path, int year);

} // namespace checkup::project
