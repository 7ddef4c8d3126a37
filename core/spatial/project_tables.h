#pragma once

#include "core/base/issue.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"
#include "core/spatial/matrices.h"

#include <QJsonObject>

/// The tables of matrices.h over a project's layers, which are named by role and year.
namespace checkup::spatial {

enum class TableKind { Matrix, Transition, Encroachment };

/// What land classes are put together under.
enum class ClassLevel {
    Two,   ///< the code's first two digits
    Four,  ///< its first four; letters that surveys append fall away
    Group, ///< what communiqués sum up under (湿地 by itself): catalogue::LandClass::group
    Code   ///< as it stands
};

/// Which parcels the list of those inside redlines has.
enum class ParcelChoice {
    All,
    Construction, ///< 建设用地 by the class code
    UrbanRural    ///< 城乡建设用地 by the 城镇村属性码
};

/// How a table is to be made: what the project keeps of it. Years are asked for each time.
struct TableChoices
{
    TableKind kind = TableKind::Matrix;
    /// Roles of the control lines; empty: those that are usual for the table and that the project
    /// has. Not of a transition.
    QStringList lines = {};
    bool byName = false;                ///< each line by its name or kind, not by its role alone
    ClassLevel level = ClassLevel::Two; ///< a list has the codes as they stand
    bool byDistrict = true;
    SliverLimit sliver = {1, 0}; ///< of a transition usually half a metre wide, too
    ParcelChoice parcels = ParcelChoice::Construction; ///< of a list
    QStringList classes = {}; ///< of a list: prefixes of codes; empty: as `parcels` says
    bool operator==(const TableChoices&) const = default;
};

QString key(TableKind);    ///< matrix, transition, encroach
QString key(ClassLevel);   ///< 2, 4, group, code
QString key(ParcelChoice); ///< all, construction, urban-rural
std::optional<TableKind> tableKindFromKey(QStringView);
std::optional<ClassLevel> classLevelFromKey(QStringView);
std::optional<ParcelChoice> parcelChoiceFromKey(QStringView);
/// The table's name in documents, Chinese in any language; the choices are kept under it.
QString tableName(TableKind);

/// 永久基本农田, 生态保护红线 and 城镇开发边界 for a matrix; the first two for a list.
QStringList usualLines(TableKind kind);
/// Roles of polygons that a control line can be, the usual first.
QStringList lineRoles();

/// The project's own choices, else the usual ones.
TableChoices choicesFor(const project::YearData& data, TableKind kind);
/// Keeps choices with the project; the usual ones again take the setting away.
project::ChangeSet setChoicesAsEdit(const project::YearData& data, const TableChoices& choices);

/// A table as it would be made: with which layers, and what is missing.
struct TablePlan
{
    TableChoices choices;
    int year = 0;   ///< of the parcels
    int before = 0; ///< of the parcels before, for a transition
    QList<project::Layer> parcels, parcelsBefore, lines, districts;
    /// Sentences with what to do next; not empty: the table cannot be made.
    QStringList lacking;
    /// What is to be known: parcels of another year than asked for, no layer of districts.
    Issues issues;
    catalogue::ClassSystem system = catalogue::ClassSystem::ThirdSurvey; ///< of the parcels

    bool canBeMade() const { return lacking.isEmpty(); }
};

/// Years for which the project has parcels, the newest first.
QList<int> parcelYears(const project::YearData& data);

/// `year` 0: the status year, or the newest before it that has parcels; `before` 0: the newest
/// before that. Reads no layer.
TablePlan planTable(const project::YearData& data, const TableChoices& choices, int year = 0,
                    int before = 0);

/// A layer that a table was made of.
struct TableUse
{
    project::LayerId id;
    QString part; ///< "parcels", "before", "lines", "districts"
    QString role, name;
    int year = 0;
    qint64 features = 0;
    QString fileName, sha256, crs; ///< the system's name, with its EPSG code where it has one
    QDateTime takenAt;
};

/// A table that was made. Districts have the names of the project's regions.
struct ProjectTable
{
    TableChoices choices;
    int year = 0, before = 0;
    catalogue::ClassSystem system = catalogue::ClassSystem::ThirdSurvey;
    QStringList districts; ///< of the project that have land in it, in the project's order
    QList<TableUse> layers;
    MatrixReport matrix;         ///< of its kind
    TransitionReport transition; ///< likewise; with changes when shapes were wanted
    EncroachReport encroachment; ///< likewise
    Issues issues;

    bool hasCodes() const { return choices.level != ClassLevel::Group; }
    const Slivers& slivers() const;
    QString planeCrs() const;
};

struct TableOptions
{
    int threads = 0;     ///< at most; 0: as many as the machine has. The result is the same
    bool shapes = false; ///< for a list's pictures and layer, and a transition's layer
};

/// Makes a table. Errors: BadUsage with what is lacking, those of openLayer and of matrices.h,
/// Cancelled. Any thread; changes nothing.
Result<ProjectTable> makeTable(const QString& projectPath, const project::YearData& data,
                               const TablePlan& plan, const TableOptions& options = {},
                               const CancelToken& cancel = {}, const ProgressSink& progress = {});

/// Classes in the order in which tables have them: codes by number, groups as the code table has
/// them, what is no class last.
QStringList inOrder(const QStringList& classes, const ProjectTable& table);
/// A class's name: "03" 林地; empty for what has none.
QString className(const QString& name, const ProjectTable& table);
/// A class as people read it: "03 林地"; a group by its name. In English: "03 Forest land", empty
/// for what has no English name.
QString classText(const QString& name, const ProjectTable& table);
QString englishClassText(const QString& name, const ProjectTable& table);

/// The table's land as a layer: of a list the parts inside, of a transition what changed. BadUsage
/// for a matrix, which has none. Errors: those of gdal::LayerWriter.
Result<void> writeTableLayer(const QString& path, const ProjectTable& table);

} // namespace checkup::spatial
