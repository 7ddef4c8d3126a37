#pragma once

#include "core/collect/cell_reading.h"
#include "core/collect/import_plan.h"
#include "core/collect/returns.h"
#include "core/collect/subjects.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <map>

namespace checkup::collect {

/// Where a proposal comes from.
struct Place
{
    QString file, sha256, sheet, cell;
};

/// A figure that a source offers.
struct Offer
{
    Place place;
    const Subject* subject = nullptr;
    project::RegionId region;
    int year = 0;
    QString source = QStringLiteral("department"); ///< key
    CellReading reading;                           ///< Figure or State
    QString note, vintage, publication;
};

/// A field of a record (key task, layer, contacts) as it was typed.
struct FieldOffer
{
    Place place;
    QString field;  ///< name in fill_in_layout.h
    QString header; ///< what its column says
    office::Cell cell;
};

/// A returned workbook that is about to be read.
struct IncomingReturn
{
    project::Return record; ///< version 0: the next
    const office::Workbook* workbook = nullptr;
    project::Attachment attachment; ///< under which its bytes are kept
    QByteArray content;             ///< empty when it is kept by reference
    QString superseded;             ///< why its cells are not taken: a newer one is there
};

/// Collects what sources offer, compares it with the project and with what came before in the same
/// import, and makes the one edit that carries it all out. Not thread-safe.
class Planner
{
public:
    Planner(const project::YearData& data, const ImportOptions& options);

    const project::YearData& data() const { return m_data; }
    const Subjects& subjects() const { return m_subjects; }
    Issues& issues() { return m_plan.issues; }
    void addFile(const QString& file) { m_plan.files.append(file); }
    void addForeign(const ImportPlan::Foreign& sheet) { m_plan.foreign.append(sheet); }

    /// Regions and departments offered until now can be named by what is read from here on.
    void settle();

    /// What is read until endReturn() is one department's workbook. When its digest is not on file
    /// it becomes the department's next version, unless nothing was filled in; a task that was
    /// given back for correction counts as submitted again.
    void beginReturn(const IncomingReturn& incoming);
    void endReturn(int asked);

    void offer(const Offer& offer);
    void ignore(const Place& place, const Subject* subject, const QString& region, int year,
                const QString& reason);
    void refuse(const Place& place, const Subject* subject, const QString& region, int year,
                const QString& reason);

    void goal(const Place& place, const project::Goal& goal, const QString& name);
    void benchmark(const Place& place, const project::Benchmark& benchmark, const QString& name);
    void region(const Place& place, const project::Region& region, const QString& parent);
    void text(const Place& place, const project::TextBlock& text);
    /// The department as it shall be; several changes to one add up.
    void department(const Place& place, const project::Department& department);
    /// As known so far in this import, or as the project has it.
    std::optional<project::Department> departmentByName(const QString& name) const;
    /// The filled fields of one row; blank ones leave what the project has.
    void keyTask(const QString& lead, const QString& name, const QList<FieldOffer>& fields);
    void layer(const QString& department, const QString& layer, const QList<FieldOffer>& fields);
    /// One line of the contact sheet.
    void contact(const QString& department, const FieldOffer& field);
    void refuseRow(const Place& place, const QString& subject, const QString& name,
                   const QString& reason);

    /// The key of the source that a cell of a table means; empty when it means none.
    QString sourceKey(const QString& text) const;

    ImportPlan take();

private:
    struct Pending
    {
        project::Value value;
        std::optional<project::Evidence> evidence;
        QString sourceKey;
    };
    struct RivalKey
    {
        QString subject, source;
        qint64 region = 0;
        int year = 0;
        bool operator==(const RivalKey&) const = default;
        friend size_t qHash(const RivalKey& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.subject, key.source, key.region, key.year);
        }
    };
    struct Seen
    {
        project::ValueState state = project::ValueState::Present;
        double number = 0;
        QString place;
    };

    CellFate fateAt(const Place& place, const Subject* subject, const QString& region,
                    int year) const;
    project::Evidence evidenceAt(const Place& place, const QString& publication) const;
    /// Books a row of another table than figures: its fate follows from the edit being empty or
    /// not.
    void book(const Place& place, const QString& key, const QString& name, const QString& before,
              const QString& after, const project::ChangeSet& set, bool keep = true);
    /// Notes a fate. While a workbook that a newer one supersedes is read, it becomes Ignored.
    void put(CellFate fate);
    /// A cell of the workbook that is being read, for its version's record.
    void read(const Place& place, const ReturnedCell& cell);
    void readRefused(const Place& place, const QString& subject, const QString& region, int year);
    /// Books a field of a record; true when it is to be written.
    bool bookField(const FieldOffer& field, const QString& key, const QString& name,
                   const QString& before, const QString& after);
    void ignoreField(const FieldOffer& field, const QString& key, const QString& name,
                     const QString& held);
    /// The edit of a row whose evidence is -1, with that evidence.
    void keep(const project::ChangeSet& set, const Place& place);
    void reopen(const ReturnContent& content);
    void appendNewRegions(project::ChangeSet& all);
    void appendReturns(project::ChangeSet& all);
    void appendNewSources(project::ChangeSet& all, project::YearData& scratch);
    void appendFigures(project::ChangeSet& all);

    const project::YearData& m_given; ///< as the project has it
    project::YearData m_data;         ///< with what this import has added to it; see settle()
    const ImportOptions& m_options;
    Subjects m_subjects;
    ImportPlan m_plan;
    QList<Pending> m_pending;
    QHash<RivalKey, Seen> m_seen;
    QHash<QString, QString> m_booked; ///< key → after
    QList<project::Region> m_newRegions;
    int m_settledRegions = 0;
    std::optional<IncomingReturn> m_incoming;
    ReturnContent m_content;         ///< of m_incoming
    bool m_substance = false;        ///< something was filled in
    QList<IncomingReturn> m_returns; ///< to be registered
    QStringList m_reopened;          ///< subjects
    QSet<QString> m_records;         ///< key tasks and layers offered so far
    std::map<QString, project::Department> m_departments;
    QList<project::ChangeSet> m_sets;
};

} // namespace checkup::collect
