#pragma once

#include "core/collect/cell_reading.h"
#include "core/collect/import_plan.h"
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
    /// A workbook with content came back from this department.
    void returned(const QString& department);
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
    void appendNewRegions(project::ChangeSet& all);
    void appendNewSources(project::ChangeSet& all, project::YearData& scratch);
    void appendFigures(project::ChangeSet& all);

    const project::YearData& m_data;
    const ImportOptions& m_options;
    Subjects m_subjects;
    ImportPlan m_plan;
    QList<Pending> m_pending;
    QHash<RivalKey, Seen> m_seen;
    QHash<QString, QString> m_booked; ///< key → after
    QList<project::Region> m_newRegions;
    std::map<QString, project::Department> m_departments;
    QList<project::ChangeSet> m_sets;
};

} // namespace checkup::collect
