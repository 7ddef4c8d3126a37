#include "core/collect/stages.h"

#include <QCoreApplication>

namespace checkup::collect {

using namespace Qt::StringLiterals;
using project::PlanStage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

} // namespace

QList<PlanStage> proposedStages(const project::YearInfo& info)
{
    const int next = info.year + 1;
    const auto stage = [](int order, const QString& name, const QDate& from, const QDate& to,
                          const QString& note) {
        return PlanStage{0, name, from, to, note, order};
    };
    return {
        stage(1, u"准备与任务下发"_s, QDate(next, 3, 1), QDate(next, 3, 31),
              u"确定指标体系，分解任务，下发填报表"_s),
        stage(2, u"数据采集与校核"_s, QDate(next, 4, 1), QDate(next, 6, 30),
              u"部门报送，数据截至%1年12月31日；多源校核，退回修改"_s.arg(info.year)),
        stage(3, u"指标计算与社会调查"_s, QDate(next, 7, 1), QDate(next, 8, 31),
              u"空间分析、指标计算、社会满意度调查"_s),
        stage(4, u"评估诊断与报告编制"_s, QDate(next, 9, 1), QDate(next, 10, 31),
              u"评价诊断，编制总报告、专项报告与附件"_s),
        stage(5, u"审查与成果上报"_s, QDate(next, 11, 1), QDate(next, 11, 30),
              u"征求意见，报市政府审定，11月底前在线报送"_s),
    };
}

QList<PlanStage> stagesOf(const project::YearData& data)
{
    return data.stages.isEmpty() ? proposedStages(data.info) : data.stages;
}

namespace {

Error noSuchStage(qsizetype stages, int index)
{
    return {ErrorCode::NotFound,
            Text::tr("计划只有 %1 个阶段，没有第 %2 个。").arg(stages).arg(index + 1)};
}

/// The stages of a plan that is only proposed become the project's own.
project::ChangeSet stored(const project::YearData& data, const QList<PlanStage>& stages)
{
    project::ChangeSet set;
    for (const PlanStage& each : stages)
        set.append(project::edits::setStage(data, each));
    return set;
}

} // namespace

Result<project::ChangeSet> changeStage(const project::YearData& data, int index,
                                       const PlanStage& stage)
{
    QList<PlanStage> stages = stagesOf(data);
    if (index < 0 || index > stages.size())
        return noSuchStage(stages.size(), index);
    if (stage.name.trimmed().isEmpty() || !stage.from.isValid() || !stage.to.isValid() ||
        stage.to < stage.from) {
        return Error(
            ErrorCode::Invalid,
            Text::tr("阶段“%1”需要名称、开始和结束日期，结束不能早于开始。").arg(stage.name));
    }
    PlanStage changed = stage;
    if (index == stages.size()) {
        changed.id = 0;
        changed.order = stages.constLast().order + 1;
        stages << changed;
    } else {
        changed.id = stages.at(index).id;
        changed.order = stages.at(index).order;
        stages[index] = changed;
    }
    project::ChangeSet set =
        data.stages.isEmpty() ? stored(data, stages) : project::edits::setStage(data, changed);
    set.label = Text::tr("修改阶段 %1").arg(stage.name);
    return set;
}

Result<project::ChangeSet> removeStage(const project::YearData& data, int index)
{
    QList<PlanStage> stages = stagesOf(data);
    if (index < 0 || index >= stages.size())
        return noSuchStage(stages.size(), index);
    if (stages.size() == 1)
        return Error(ErrorCode::Invalid, Text::tr("计划至少要有一个阶段；请改它的名称和日期。"));
    const PlanStage gone = stages.takeAt(index);
    project::ChangeSet set =
        data.stages.isEmpty() ? stored(data, stages) : project::edits::removeStage(data, gone.id);
    set.label = Text::tr("删除阶段 %1").arg(gone.name);
    return set;
}

} // namespace checkup::collect
