#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkup::catalogue {

/// 指标类型: 基本, 国审必选, 推荐, 特色.
enum class Kind { Basic, Mandatory, Recommended, Featured };
inline size_t qHash(Kind kind, size_t seed = 0)
{
    return ::qHash(static_cast<int>(kind), seed);
}
/// Which way is better.
enum class Direction { HigherBetter, LowerBetter, TargetRange, Monitor };
/// 约束性, 预期性, or neither.
enum class Constraint { Binding, Expected, None };
/// How sure we are of a row's text against the official standard.
enum class Confidence { High, Medium, Low };
/// Where an input quantity comes from.
enum class Origin { Statistics, Layer, Survey, BigData, Grid, Points, Count };
/// The method by which an indicator is computed from layers.
enum class SpatialMethod {
    None,
    AreaSum,
    AreaShare,
    Overlay,
    Count,
    Length,
    LengthDensity,
    Density,
    PerCapita,
    BufferCoverage,
    NetworkCoverage
};

/// 一级类别.
struct Dimension
{
    QString id; ///< "safety"
    QString nameZh, nameEn;
    QStringList categories; ///< 二级类别 in order
    bool operator==(const Dimension&) const = default;
};

/// An input quantity: asked for once, whatever number of indicators use it.
struct Quantity
{
    QString id; ///< the variable in formulas: "w_total"; a lower-case letter first, no "__"
    QString nameZh, nameEn;
    QString unit;
    QList<Origin> origins;
    QString layer;      ///< layer role and class codes, "DLTB 0101,0102,0103 TBDLMJ"
    QString department; ///< first of several, "、" between
    QString note;
    bool operator==(const Quantity&) const = default;
};

struct Indicator
{
    QString code;      ///< "S-11": letters, digits, hyphens; ours, never an official number
    QString dimension; ///< Dimension::id
    QString category;
    QString nameZh, nameEn;
    QString unit;
    int decimals = 2;
    Kind kind = Kind::Basic;
    Direction direction = Direction::Monitor;
    Constraint constraint = Constraint::None;
    SpatialMethod method = SpatialMethod::None;
    QString definition;
    QString formula; ///< over Quantity ids; empty: the value is reported as it is
    QString department;
    QString aspect;                                 ///< one of the six 评估方面
    Confidence confidence = Confidence::Medium;     ///< of name, dimension and category
    Confidence kindConfidence = Confidence::Medium; ///< of `kind`
    bool definitionRecalled = true;                 ///< "recalled, check against the standard"
    QString source;
    QStringList profiles;  ///< Profile ids that take this row
    bool excluded = false; ///< in a project: not part of this year
    QString exclusionReason;
    bool operator==(const Indicator&) const = default;
};

/// A selection of a catalogue's rows with the counts it claims, which loading checks.
struct Profile
{
    QString id; ///< "xiamen-122"
    QString titleZh, titleEn;
    int total = 0;
    QHash<Kind, int> counts;
    int categories = 0; ///< of (dimension, category) pairs with a row; 0: not claimed
    bool operator==(const Profile&) const = default;
};

/// An indicator system: dimension → category → indicator, and the quantities its formulas use.
struct Catalogue
{
    QString id; ///< "tdt1063-2021"
    QString titleZh, titleEn;
    QString standard; ///< "TD/T 1063-2021 国土空间规划城市体检评估规程"
    QString version;
    QString note;
    QList<Dimension> dimensions;
    QList<Quantity> quantities;
    QList<Indicator> indicators; ///< in the standard's order
    QList<Profile> profiles;

    const Indicator* indicator(const QString& code) const;
    const Quantity* quantity(const QString& id) const;
    const Dimension* dimension(const QString& id) const;
    const Profile* profile(const QString& id) const;
    /// The indicator that a formula's variable stands for ("I_S_11", without __prev); null for
    /// others.
    const Indicator* indicatorOfVariable(const QString& variable) const;
    bool operator==(const Catalogue&) const = default;
};

/// The keys used in catalogue files, project tables and JSON ("basic", "higher_better",
/// "area_sum"...), and back; nullopt for an unknown key.
QString key(Kind);
QString key(Direction);
QString key(Constraint);
QString key(Confidence);
QString key(Origin);
QString key(SpatialMethod);
std::optional<Kind> kindFromKey(QStringView);
std::optional<Direction> directionFromKey(QStringView);
std::optional<Constraint> constraintFromKey(QStringView);
std::optional<Confidence> confidenceFromKey(QStringView);
std::optional<Origin> originFromKey(QStringView);
std::optional<SpatialMethod> spatialMethodFromKey(QStringView);

/// The same for people, in the interface's language: 基本, 国审必选...
QString label(Kind);
QString label(Direction);
QString label(Constraint);
QString label(Confidence);
QString label(Origin);
QString label(SpatialMethod);

} // namespace checkup::catalogue
