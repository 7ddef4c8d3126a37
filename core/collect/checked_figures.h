#pragma once

#include "core/base/units.h"
#include "core/catalogue/formula.h"
#include "core/project/year_data.h"

#include <QHash>
#include <QList>

#include <map>
#include <optional>
#include <vector>

namespace checkup::collect {

/// A stored figure said in its subject's own unit.
struct CheckedValue
{
    const project::Value* value = nullptr;
    double number = 0;
    /// Half of the last digit it was given with, and no less than adding up may lose: what rounding
    /// may have taken.
    double slack = 0;
};

/// What is stored for one year of a series.
struct CheckedPoint
{
    int year = 0;
    std::optional<CheckedValue> adopted; ///< present, and in a unit that converts
    QList<CheckedValue> rivals;          ///< present ones, by source rank, the adopted among them
    bool settled = false;                ///< a person adopted one with a reason
    bool stated = false; ///< no number, and the source says why: not applicable, withheld, ...
};

/// All years of a subject in a region, ascending.
struct CheckedSeries
{
    QString subject;
    project::RegionId region;
    QString name, unit;
    bool isIndicator = false;
    QList<CheckedPoint> points;

    const CheckedPoint* at(int year) const;
};

/// A year's stored figures, laid out for the cross-checks: one pass over the values, every unit
/// converted once, indicators computed from their inputs when asked. Figures of excluded indicators
/// and of subjects that the catalogue does not know are left out. Not thread-safe; outlived by the
/// data.
class CheckedFigures
{
public:
    explicit CheckedFigures(const project::YearData& data);

    const project::YearData& data() const { return m_data; }
    /// In the catalogue's order (indicators, then quantities), regions parents before children.
    const std::vector<CheckedSeries>& series() const { return m_series; }
    const CheckedSeries* find(const QString& subject, project::RegionId region) const;
    /// The adopted figure in the subject's own unit.
    std::optional<CheckedValue> adopted(const QString& subject, project::RegionId region,
                                        int year) const;
    /// What the indicator's formula gives, in the indicator's unit; none when an input is missing.
    /// Inputs that are indicators themselves are taken as a person adopted them, else computed,
    /// else as reported.
    std::optional<double> computed(const QString& indicator, project::RegionId region, int year);
    /// The variables of an indicator's formula; empty when it has none that can be read.
    QStringList variables(const QString& indicator);
    /// The same figure in the coherent unit of its kind, to compare figures of different units.
    double coherent(const QString& subject, double number) const;

    QString nameOf(const QString& subject) const;
    QString unitOf(const QString& subject) const;

private:
    struct Known
    {
        QString name, unitText;
        std::optional<Unit> unit;
        bool isIndicator = false;
        int order = 0;
    };
    struct Key
    {
        QString subject;
        qint64 region = 0;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.subject, key.region);
        }
    };

    std::optional<double> inCoherent(const QString& subject, project::RegionId region, int year,
                                     int depth);
    std::optional<double> computedAt(const QString& indicator, project::RegionId region, int year,
                                     int depth);
    const catalogue::Formula* formula(const QString& indicator);
    std::optional<CheckedValue> checked(const project::Value& value, const Known& known);

    const project::YearData& m_data;
    QHash<QString, Known> m_known;
    QHash<QString, std::optional<Unit>> m_units;
    std::vector<CheckedSeries> m_series;
    QHash<Key, int> m_places;
    std::map<QString, std::optional<catalogue::Formula>> m_formulas;
    QHash<project::FigureKey, std::optional<double>> m_computed;
};

} // namespace checkup::collect
