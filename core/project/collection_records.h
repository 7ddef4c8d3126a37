#pragma once

#include "core/base/ids.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

/// What a project keeps about collecting: tasks, returns, documents. Part of YearData.
namespace checkup::project {

using RegionId = Id<struct RegionTag>;
using SourceId = Id<struct SourceTag>;
using EvidenceId = Id<struct EvidenceTag>;
using AttachmentId = Id<struct AttachmentTag>;

enum class SourceKind;

/// How far a task is. Only Returned, Accepted and Frozen are decided by a person and stored; the
/// others follow from dates and returns.
enum class TaskState { NotSent, Sent, Submitted, Returned, Accepted, Frozen, Overdue };

/// What a project changes in the task that the catalogue gives for one subject (an indicator or an
/// input quantity). Empty fields: as the catalogue has it.
struct TaskSetting
{
    qint64 id = 0;
    QString subject;
    bool asked = true;                    ///< false: nobody is asked for it
    QString lead;                         ///< 牵头部门
    QString supporting;                   ///< 配合部门, "、" between them
    std::optional<SourceKind> sourceKind; ///< 数据来源
    QString method;                       ///< 采集方式
    QString division;                     ///< 任务分工
    int firstYear = 0, lastYear = 0;      ///< years wanted, 0: as generated
    QDate deadline;                       ///< invalid: the lead department's
    QString note;
    std::optional<TaskState> state; ///< Returned, Accepted or Frozen
    QString stateReason;
};

/// A stretch of the year's plan, both days included.
struct PlanStage
{
    qint64 id = 0;
    QString name;
    QDate from, to;
    QString note;
    int order = 0;
};

/// One workbook that came back. Its bytes are kept as the attachment with the same digest.
struct Return
{
    qint64 id = 0;
    QString department;
    int version = 1; ///< counts the department's returns of this year
    QString fileName;
    QString sha256;
    qint64 size = 0;
    QDateTime takenAt; ///< UTC
    QString person;    ///< 填表人, from the cover
    QDate filledOn;    ///< from the cover
    QString cells;     ///< what was read from it, as JSON; see core/collect/returns.h
};

enum class KeyTaskState { None, Done, OnSchedule, Late, NotStarted };

/// A row of 规划实施重点任务完成清单.
struct KeyTask
{
    qint64 id = 0;
    QString name;   ///< 任务名称; with `lead` the row's identity
    QString aspect; ///< 评估方面
    QString origin; ///< 任务来源: 总体规划, 近期规划, 年度计划, 政府工作报告
    QString lead, supporting;   ///< 牵头部门, 配合部门
    QString annualGoal;         ///< 年度目标
    QString progress;           ///< 完成情况
    std::optional<double> rate; ///< 完成率, %
    KeyTaskState state = KeyTaskState::None;
    QString place;              ///< 空间位置
    QString problems, measures; ///< 存在问题与成因, 下一步措施
    QString due;                ///< 完成时限, as written
    QString lastYearIssue;      ///< 上年问题整改对应
    QString documents;          ///< 佐证材料, as written
    EvidenceId evidence;
};

enum class LayerState { None, Provided, Partly, NotProvided, NotConcerned };

/// What a department says about a layer it was asked for.
struct LayerReturn
{
    qint64 id = 0;
    QString department;
    QString layer; ///< name of the layer asked for; with `department` the row's identity
    LayerState state = LayerState::None;
    QString fileName, format, crs;
    QString asOf; ///< 数据时点, as written
    QString note;
    EvidenceId evidence;
};

/// A document that stands behind figures. Its bytes are inside the project file (content addressed
/// by digest), or, when larger than `insideLimit` or by choice, in a file beside it.
struct Attachment
{
    /// Larger documents are referenced, not copied.
    static constexpr qint64 insideLimit = 20 * 1024 * 1024;

    AttachmentId id;
    QString name; ///< file name, unique names are not asked for
    QString sha256;
    qint64 size = 0; ///< bytes
    QString mediaType;
    QString path;      ///< relative to the project file's folder, "/" between; empty: inside
    QDateTime addedAt; ///< UTC
    QString person;
    QString note;

    bool isInside() const { return path.isEmpty(); }
};

/// Which document supports which figure, and where in it.
struct Document
{
    qint64 id = 0;
    QString subject;
    RegionId region;
    int year = 0;
    SourceId source; ///< invalid: the figure, whichever source
    AttachmentId attachment;
    QString place; ///< "第 3 页", "数值!C12"
    QString note;
};

/// A name for the data as they were after the audit row `auditNumber`.
struct Snapshot
{
    qint64 id = 0;
    QString name;           ///< unique
    qint64 auditNumber = 0; ///< 0 in an edit: the newest row when it is committed
    QDateTime at;           ///< UTC
    QString person;
    QString note;
};

/// How a table of this layout was read last time.
struct RememberedMapping
{
    qint64 id = 0;
    QString fingerprint; ///< of the layout, see core/collect
    QString name;        ///< "统计年鉴 分区人口"
    QString mapping;     ///< JSON, see collect::toJson
    QDateTime usedAt;    ///< UTC
};

QString key(TaskState);
QString key(KeyTaskState); ///< None: empty
QString key(LayerState);   ///< None: empty
std::optional<TaskState> taskStateFromKey(QStringView);
std::optional<KeyTaskState> keyTaskStateFromKey(QStringView);
std::optional<LayerState> layerStateFromKey(QStringView);
QString label(TaskState);
QString label(KeyTaskState);
QString label(LayerState);

} // namespace checkup::project
