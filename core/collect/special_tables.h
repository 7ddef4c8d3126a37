#pragma once

#include "core/collect/planner.h"

#include <optional>

namespace checkup::collect {

/// Tables of something else than figures, known by their header.
enum class SpecialTable { Goals, Benchmarks, Regions, Departments, Texts };

struct FoundTable
{
    SpecialTable table;
    int headerRow = 0;
};

/// Looks for such a header in a sheet's first rows.
std::optional<FoundTable> findSpecialTable(const office::Sheet& sheet);

/// Reads its rows into the planner. Columns go by their header, in any order:
///   goals        指标, [地区], 目标类型, 目标值, 近期目标值, 年度计划值, 下限, 上限, 基期值,
///   [单位], 来源 benchmarks   指标, 对标对象, 对标值, [单位], 年份, 来源 regions      代码, 名称,
///   英文名, 级别, 上级 departments  部门, 联系人, 电话, 截止日期, 报送日期 texts        部门,
///   方面, 类别, 内容
/// A blank cell of goals or departments leaves what the project has.
void readSpecialTable(Planner& planner, const office::Workbook& workbook,
                      const office::Sheet& sheet, const FoundTable& found, const QString& sha256);

} // namespace checkup::collect
