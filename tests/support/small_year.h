#pragma once

#include "core/project/year_data.h"

#include <QTimeZone>

#include <algorithm>
#include <optional>
#include <tuple>

namespace test {

/// A city-year small enough to judge by hand: 城市 with three districts, 2019 to 2022, base 2019,
/// target 2035, ten indicators (and one excluded) that between them meet every case of a report: a
/// floor kept, a binding floor broken, on track, late, regressing, monitored, computed with a rival
/// that contradicts, missing, across districts, unchanged since last year.
inline checkup::project::YearData smallYear()
{
    using namespace Qt::StringLiterals;
    using namespace checkup;
    using namespace checkup::project;
    using namespace checkup::catalogue;

    YearData data;
    data.info.city = u"示例市"_s;
    data.info.year = 2022;
    data.info.baseYear = 2019;
    data.info.nearYear = 2025;
    data.info.targetYear = 2035;
    data.info.catalogueId = u"small"_s;
    data.info.demonstration = true;
    data.info.organisation = u"示例市自然资源和规划局"_s;
    data.info.cutOff = QDate(2023, 6, 30);
    data.info.changedAt = QDateTime(QDate(2023, 7, 1), QTime(17, 30), QTimeZone::utc());
    data.info.uuid = u"00000000-0000-4000-8000-000000000001"_s;
    data.info.schema = 1;

    data.regions = {
        {RegionId(1), u"350200"_s, u"示例市"_s, u"Sample City"_s, RegionLevel::City, {}, 0},
        {RegionId(2), u"350203"_s, u"思明区"_s, u"Siming"_s, RegionLevel::District, RegionId(1), 1},
        {RegionId(3), u"350205"_s, u"海沧区"_s, u"Haicang"_s, RegionLevel::District, RegionId(1),
         2},
        {RegionId(4), u"350212"_s, u"同安区"_s, u"Tong'an"_s, RegionLevel::District, RegionId(1),
         3}};
    data.sources = {{SourceId(1), u"department"_s, u"部门报送"_s, SourceKind::Department, 1},
                    {SourceId(2), u"statistics"_s, u"统计年鉴"_s, SourceKind::Statistics, 2}};
    data.departments = {
        {DepartmentId(1),
         u"自然资源和规划局"_s,
         u"张三"_s,
         {},
         QDate(2023, 5, 31),
         QDate(2023, 5, 20)},
        {DepartmentId(2), u"水利局"_s, {}, {}, QDate(2023, 5, 31), QDate(2023, 6, 5)},
        {DepartmentId(3), u"商务局"_s, {}, {}, QDate(2023, 5, 31), {}},
        {DepartmentId(4), u"科技局"_s, {}, {}, QDate(2023, 5, 31), QDate(2023, 5, 31)}};
    data.evidence = {{EvidenceId(1), u"部门报送.xlsx"_s, QString(64, u'a'), u"数值"_s, u"E7"_s,
                      QDateTime(QDate(2023, 6, 1), QTime(8, 0), QTimeZone::utc()), u"张三"_s,
                      u"示例"_s}};

    Catalogue& catalogue = data.catalogue;
    catalogue.id = u"small"_s;
    catalogue.titleZh = u"示例指标体系"_s;
    catalogue.titleEn = u"Sample system"_s;
    catalogue.standard = u"TD/T 1063-2021 国土空间规划城市体检评估规程"_s;
    catalogue.version = u"1"_s;
    catalogue.dimensions = {
        {u"safety"_s, u"安全"_s, u"Safety"_s, {u"粮食安全"_s, u"生态安全"_s, u"水安全"_s}},
        {u"innovation"_s, u"创新"_s, u"Innovation"_s, {u"创新投入"_s}},
        {u"coordination"_s, u"协调"_s, u"Coordination"_s, {u"集约用地"_s, u"交通"_s}},
        {u"green"_s, u"绿色"_s, u"Green"_s, {u"环境"_s, u"资源"_s}},
        {u"openness"_s, u"开放"_s, u"Openness"_s, {u"贸易"_s}},
        {u"sharing"_s, u"共享"_s, u"Sharing"_s, {u"宜居"_s}}};
    catalogue.quantities = {{u"w_total"_s,
                             u"用水总量"_s,
                             u"Total water use"_s,
                             u"亿立方米"_s,
                             {Origin::Statistics},
                             {},
                             u"水利局"_s,
                             {}},
                            {u"gdp"_s,
                             u"地区生产总值"_s,
                             u"GDP"_s,
                             u"亿元"_s,
                             {Origin::Statistics},
                             {},
                             u"统计局"_s,
                             {}}};
    const auto indicator = [&](const QString& code, const QString& dimension,
                               const QString& category, const QString& name, const QString& unit,
                               int decimals, Kind kind, Direction direction, Constraint constraint,
                               const QString& department, const QString& aspect) {
        Indicator row;
        row.code = code;
        row.dimension = dimension;
        row.category = category;
        row.nameZh = name;
        row.nameEn = code;
        row.unit = unit;
        row.decimals = decimals;
        row.kind = kind;
        row.direction = direction;
        row.constraint = constraint;
        row.department = department;
        row.aspect = aspect;
        row.definition = name + u"的释义；范围为市域"_s;
        row.source = u"示例"_s;
        catalogue.indicators.append(row);
    };
    const auto higher = Direction::HigherBetter;
    const auto lower = Direction::LowerBetter;
    indicator(u"S-1"_s, u"safety"_s, u"粮食安全"_s, u"耕地保有量"_s, u"万亩"_s, 2, Kind::Basic,
              higher, Constraint::Binding, u"自然资源和规划局"_s, u"底线管控"_s);
    indicator(u"S-2"_s, u"safety"_s, u"生态安全"_s, u"生态保护红线面积"_s, u"平方千米"_s, 2,
              Kind::Basic, higher, Constraint::Binding, u"自然资源和规划局"_s, u"底线管控"_s);
    indicator(u"S-3"_s, u"safety"_s, u"水安全"_s, u"再生水利用率"_s, u"%"_s, 1, Kind::Mandatory,
              higher, Constraint::Expected, u"水利局"_s, u"支撑系统"_s);
    indicator(u"I-1"_s, u"innovation"_s, u"创新投入"_s, u"研究与试验发展经费投入强度"_s, u"%"_s, 2,
              Kind::Basic, higher, Constraint::None, u"科技局"_s, u"战略定位"_s);
    indicator(u"C-1"_s, u"coordination"_s, u"交通"_s, u"道路网密度"_s, u"千米/平方千米"_s, 2,
              Kind::Basic, higher, Constraint::Expected, u"自然资源和规划局"_s, u"空间布局"_s);
    indicator(u"C-2"_s, u"coordination"_s, u"集约用地"_s, u"人均城镇建设用地面积"_s, u"平方米/人"_s,
              1, Kind::Basic, lower, Constraint::Binding, u"自然资源和规划局"_s, u"规模结构"_s);
    indicator(u"G-1"_s, u"green"_s, u"环境"_s, u"空气质量优良天数比例"_s, u"%"_s, 1,
              Kind::Recommended, Direction::Monitor, Constraint::None, u"生态环境局"_s,
              u"支撑系统"_s);
    indicator(u"G-2"_s, u"green"_s, u"资源"_s, u"每万元GDP水耗"_s, u"立方米/万元"_s, 2,
              Kind::Mandatory, lower, Constraint::Expected, u"水利局"_s, u"底线管控"_s);
    catalogue.indicators.last().formula = u"w_total / gdp"_s;
    indicator(u"O-1"_s, u"openness"_s, u"贸易"_s, u"货物进出口总额"_s, u"亿元"_s, 2,
              Kind::Recommended, higher, Constraint::None, u"商务局"_s, u"战略定位"_s);
    indicator(u"H-1"_s, u"sharing"_s, u"宜居"_s, u"人均公园绿地面积"_s, u"平方米/人"_s, 2,
              Kind::Featured, higher, Constraint::Expected, u"自然资源和规划局"_s, u"支撑系统"_s);
    indicator(u"H-2"_s, u"sharing"_s, u"宜居"_s, u"未纳入的指标"_s, u"个"_s, 0, Kind::Recommended,
              higher, Constraint::None, u"文化和旅游局"_s, u"支撑系统"_s);
    catalogue.indicators.last().excluded = true;
    catalogue.indicators.last().exclusionReason = u"本市无此类设施"_s;
    catalogue.indicators.first().definitionRecalled = false;

    qint64 next = 0;
    const auto value = [&](const QString& subject, int region, int year, double number,
                           const QString& unit, int source = 1, bool adopted = true) -> Value& {
        Value row;
        row.id = ValueId(++next);
        row.subject = subject;
        row.region = RegionId(region);
        row.year = year;
        row.source = SourceId(source);
        row.number = number;
        row.unit = unit;
        row.evidence = EvidenceId(1);
        row.adopted = adopted;
        data.values.append(row);
        return data.values.last();
    };
    const auto series = [&](const QString& subject, int region, const QString& unit,
                            const QList<double>& numbers) {
        int year = 2019;
        for (const double number : numbers)
            value(subject, region, year++, number, unit);
    };
    series(u"S-1"_s, 1, u"万亩"_s, {22.942305, 22.90, 22.86, 22.85});
    series(u"S-2"_s, 1, u"平方千米"_s, {288.10, 288.05, 285.00, 280.50});
    series(u"S-3"_s, 1, u"%"_s, {10, 12, 15, 18});
    series(u"I-1"_s, 1, u"%"_s, {3.0, 3.02, 3.05, 3.08});
    series(u"C-1"_s, 1, u"千米/平方千米"_s, {7.9, 8.1, 8.3, 8.5});
    data.values.last().note = u"+城区口径，不含村道"_s; // begins like a formula
    series(u"C-1"_s, 2, u"千米/平方千米"_s, {9.0, 9.1, 9.2, 9.6});
    series(u"C-1"_s, 3, u"千米/平方千米"_s, {7.0, 7.2, 7.3, 7.5});
    series(u"C-2"_s, 1, u"平方米/人"_s, {80, 80.5, 81, 82});
    series(u"G-1"_s, 1, u"%"_s, {99.2, 99.7, 99.7, 99.7});
    series(u"w_total"_s, 1, u"亿立方米"_s, {7.0, 6.9, 6.8, 6.6});
    series(u"gdp"_s, 1, u"亿元"_s, {5995.04, 6384.02, 7033.89, 7802.66});
    data.values.last().vintage = u"2022 年公报初步核算数"_s;
    // 66000 / 7802.66 = 8.4586… 立方米/万元: what the department says is another number.
    value(u"G-2"_s, 1, 2022, 9.10, u"立方米/万元"_s);
    series(u"O-1"_s, 1, u"亿元"_s, {6412.9, 6915.77, 8876.52});
    {
        Value& missing = value(u"O-1"_s, 1, 2022, 0, u"亿元"_s);
        missing.state = ValueState::Missing;
    }
    series(u"H-1"_s, 1, u"平方米/人"_s, {14.2, 14.5, 14.85, 14.85});
    series(u"H-1"_s, 2, u"平方米/人"_s, {9.8, 9.9, 10.1, 10.4});
    series(u"H-1"_s, 3, u"平方米/人"_s, {15.0, 15.5, 16.0, 16.25});
    {
        Value& notCollected = value(u"H-1"_s, 4, 2022, 0, u"平方米/人"_s);
        notCollected.state = ValueState::NotCollected;
    }
    std::stable_sort(data.values.begin(), data.values.end(), [](const Value& a, const Value& b) {
        return std::tuple(a.subject, a.region.number(), a.year, a.source.number()) <
               std::tuple(b.subject, b.region.number(), b.year, b.source.number());
    });

    const auto goal = [&](const QString& code, GoalKind kind, std::optional<double> target) {
        Goal row;
        row.id = GoalId(data.goals.size() + 1);
        row.indicator = code;
        row.region = RegionId(1);
        row.kind = kind;
        row.target = target;
        row.source = u"示例市国土空间总体规划"_s;
        data.goals.append(row);
    };
    goal(u"S-1"_s, GoalKind::Floor, 19.47);  // kept
    goal(u"S-2"_s, GoalKind::Floor, 287.97); // broken, binding
    goal(u"S-3"_s, GoalKind::Growing, 40);   // R = 8/30, E = 3/16: on track
    goal(u"I-1"_s, GoalKind::Growing, 4.5);  // R = 0.08/1.5: late
    goal(u"C-1"_s, GoalKind::Growing, 10);   // R = 0.6/2.1: on track
    goal(u"C-2"_s, GoalKind::Falling, 75);   // R = -2/5: regress
    goal(u"G-1"_s, GoalKind::Monitor, std::nullopt);
    goal(u"G-2"_s, GoalKind::Falling, 7);
    goal(u"O-1"_s, GoalKind::Growing, 12000); // no value this year
    goal(u"H-1"_s, GoalKind::Growing, 14.5);  // reached
    data.benchmarks = {
        {1, u"C-1"_s, u"全国36个主要城市平均"_s, 6.2, 2020, u"道路网密度监测报告"_s}};
    data.texts = {
        {1, u"自然资源和规划局"_s, u"底线管控"_s, TextKind::Achievement,
         u"完成永久基本农田核实处置"_s, EvidenceId(1)},
        {2, u"自然资源和规划局"_s, u"S-2"_s, TextKind::Shortfall,
         u"=HYPERLINK(\"http://example.invalid\",\"红线内历史遗留用地未退出\")"_s, EvidenceId(1)},
        {3, u"自然资源和规划局"_s, u"S-2"_s, TextKind::Measure, u"分期清退红线内建设用地"_s,
         EvidenceId(1)},
        {4, u"科技局"_s, u"I-1"_s, TextKind::Measure, u"落实研发费用加计扣除"_s, EvidenceId(1)},
        {5, u"水利局"_s, u"支撑系统"_s, TextKind::Suggestion, u"新建小区同步铺设再生水管网"_s,
         EvidenceId(1)}};
    data.index();
    return data;
}

} // namespace test
