#pragma once

#include "core/spatial/recipe.h"

#include <QStringList>

#include <optional>

namespace checkup::spatial {

/// A number as tables write it; none for another text.
std::optional<double> numberIn(const QString& text);

/// A condition as people write it: 字段=值1|值2, 字段!=值, 字段~词 (contains), 字段^值 (begins
/// with), 字段>=数, 字段>数, 字段<=数, 字段<数. BadUsage for another text.
Result<Condition> conditionFrom(const QString& text);

/// A selection's conditions, ready for a layer's features. Read by any number of threads.
class Filter
{
public:
    Filter() = default;
    /// `columns` are the keys of the attributes that features come with. `year` is the year
    /// computed.
    Filter(const Selection& selection, const project::Layer& layer, const QStringList& columns,
           int year);

    /// Whether takes() wants to know how large the feature is.
    bool needsArea() const { return m_needsArea; }
    bool takes(const QStringList& attributes, double squareKilometres = 0) const;

private:
    struct Test
    {
        Condition condition;
        qsizetype place = 0;
        std::optional<double> limit;
    };
    bool holds(const Test& test, const QString& text, double squareKilometres) const;

    QList<Test> m_tests;
    int m_year = 0;
    QString m_classSystem;
    bool m_needsArea = false;
};

} // namespace checkup::spatial
