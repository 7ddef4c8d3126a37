#pragma once

#include "core/base/result.h"
#include "core/project/year_data.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>
#include <optional>
#include <utility>

namespace checkup::assess {

/// One input of a computed figure, with what was done to it.
struct ExplainedInput
{
    QString variable; ///< "gdp__prev"
    QString quantity; ///< id (or indicator code)
    QString name;
    int year = 0;
    project::ValueState state = project::ValueState::Missing;
    double number = 0; ///< as stored
    QString unit;
    double coherent = 0; ///< as it entered the formula
    QString coherentUnit;
    QString conversion; ///< "6.8 亿立方米 = 680000000 立方米", empty when nothing was converted
    project::ValueId value; ///< the adopted figure it came from (invalid when computed or missing)
    QString sourceName;
    QString evidence; ///< "水利局.xlsx ▸ 数值 ▸ E7"
};

/// Where a figure comes from and why it is what it is.
struct Figure
{
    enum class Origin { None, Adopted, Computed };
    project::FigureKey key;
    project::ValueState state = project::ValueState::Missing;
    double number = 0; ///< in `unit`, unrounded
    QString unit;      ///< the indicator's or quantity's own
    Origin origin = Origin::None;
    project::ValueId value;         ///< the adopted figure when origin is Adopted
    QList<project::ValueId> rivals; ///< every stored figure for the key
    std::optional<double>
        reported; ///< the stored adopted figure, in `unit`, when origin is Computed
    bool contradictory =
        false;            ///< rivals, or reported and computed, differ by more than the tolerance;
                          ///< or an input of the computation is so, and nobody has decided
    bool settled = false; ///< a person adopted one with a reason: a contradiction is decided
    QString formula;      ///< in names: "用水总量 ÷ 常住人口"
    QString rawFormula;
    QList<ExplainedInput> inputs;
    QStringList missingInputs; ///< names of inputs that keep it from being computed
    QString conversion;        ///< stored unit → own unit, empty when the same
    /// Editions of the stored series it rests on, where stated: "p_resident" → "2020 年普查后修订".
    QMap<QString, QString> vintages;
    QString problem; ///< one sentence when something stored could not be used: a unit that does not
                     ///< convert, a formula that cannot be read or divides by zero; else empty

    bool isPresent() const { return state == project::ValueState::Present; }
    /// Subjects that both rest on, but in different editions: the two must not be compared.
    QStringList editionsApart(const Figure& other) const;
};

/// Figures of a year's data. An indicator's figure is, in this order: the rival a person adopted
/// with a reason; computed from its inputs by its formula; the adopted stored figure. A quantity's
/// is its adopted figure. Computed on demand and remembered; one object per thread; outlived by the
/// data.
///
/// An input that is not applicable or withheld makes the computed figure so; any other absence
/// makes it missing. A figure stored without a unit is taken to be in the subject's own. Inputs of
/// a person-adopted figure are explained as well, though it was not computed from them.
class Resolver
{
public:
    /// `tolerance`: relative difference from which rivals contradict each other.
    explicit Resolver(const project::YearData& data, double tolerance = 0.005);
    ~Resolver();

    /// The reference stays good as long as the resolver.
    const Figure& figure(const QString& subject, project::RegionId region, int year);
    /// All years with a present figure, ascending.
    QList<std::pair<int, double>> series(const QString& subject, project::RegionId region);
    const project::YearData& data() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace checkup::assess
