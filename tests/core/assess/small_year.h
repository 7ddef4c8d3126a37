#pragma once

#include "core/project/year_data.h"

#include <QString>

namespace test {

/// A year's data made by hand, row by row; index() is called by data().
class SmallYear
{
public:
    SmallYear(int year, int baseYear, int targetYear)
    {
        using namespace Qt::StringLiterals;
        m_data.info.city = u"厦门市"_s;
        m_data.info.year = year;
        m_data.info.baseYear = baseYear;
        m_data.info.targetYear = targetYear;
        m_data.regions.append({city(),
                               u"350200"_s,
                               u"厦门市"_s,
                               u"Xiamen"_s,
                               checkup::project::RegionLevel::City,
                               {},
                               0});
        m_data.sources.append({department(), u"department"_s, u"水利局报送"_s,
                               checkup::project::SourceKind::Department, 1});
        m_data.sources.append({statistics(), u"statistics"_s, u"统计年鉴"_s,
                               checkup::project::SourceKind::Statistics, 2});
    }

    static checkup::project::RegionId city() { return checkup::project::RegionId(1); }
    static checkup::project::SourceId department() { return checkup::project::SourceId(1); }
    static checkup::project::SourceId statistics() { return checkup::project::SourceId(2); }

    checkup::project::RegionId district(const QString& name)
    {
        const checkup::project::RegionId id(static_cast<qint64>(m_data.regions.size()) + 1);
        m_data.regions.append(
            {id, name, name, name, checkup::project::RegionLevel::District, city(), 0});
        return id;
    }

    void quantity(const QString& id, const QString& name, const QString& unit)
    {
        checkup::catalogue::Quantity row;
        row.id = id;
        row.nameZh = name;
        row.unit = unit;
        m_data.catalogue.quantities.append(row);
    }

    checkup::catalogue::Indicator& indicator(const QString& code, const QString& name,
                                             const QString& unit, const QString& formula)
    {
        checkup::catalogue::Indicator row;
        row.code = code;
        row.nameZh = name;
        row.unit = unit;
        row.formula = formula;
        row.direction = checkup::catalogue::Direction::HigherBetter;
        m_data.catalogue.indicators.append(row);
        return m_data.catalogue.indicators.last();
    }

    /// A stored figure of the city in the year, adopted; change what differs. The reference is good
    /// until the next row.
    checkup::project::Value& value(const QString& subject, double number, const QString& unit)
    {
        checkup::project::Value row;
        row.id = checkup::project::ValueId(static_cast<qint64>(m_data.values.size()) + 1);
        row.subject = subject;
        row.region = city();
        row.year = m_data.info.year;
        row.source = department();
        row.number = number;
        row.unit = unit;
        row.adopted = true;
        m_data.values.append(row);
        return m_data.values.last();
    }

    checkup::project::Value& state(const QString& subject, checkup::project::ValueState state)
    {
        checkup::project::Value& row = value(subject, 0, {});
        row.state = state;
        return row;
    }

    checkup::project::Goal& goal(const QString& indicator, checkup::project::GoalKind kind,
                                 std::optional<double> target)
    {
        checkup::project::Goal row;
        row.id = checkup::project::GoalId(static_cast<qint64>(m_data.goals.size()) + 1);
        row.indicator = indicator;
        row.region = city();
        row.kind = kind;
        row.target = target;
        m_data.goals.append(row);
        return m_data.goals.last();
    }

    void benchmark(const QString& indicator, const QString& name, double value, int year)
    {
        m_data.benchmarks.append(
            {static_cast<qint64>(m_data.benchmarks.size()) + 1, indicator, name, value, year, {}});
    }

    checkup::project::YearData& raw() { return m_data; }
    const checkup::project::YearData& data()
    {
        m_data.index();
        return m_data;
    }

private:
    checkup::project::YearData m_data;
};

} // namespace test
