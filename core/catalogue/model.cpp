#include "core/catalogue/model.h"

#include "core/base/keys.h"
#include "core/catalogue/formula.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Catalogue)
};

constexpr Keys<Kind, 4> kindKeys{{
    {Kind::Basic, "basic"_L1},
    {Kind::Mandatory, "mandatory"_L1},
    {Kind::Recommended, "recommended"_L1},
    {Kind::Featured, "featured"_L1},
}};
constexpr Keys<Direction, 4> directionKeys{{
    {Direction::HigherBetter, "higher_better"_L1},
    {Direction::LowerBetter, "lower_better"_L1},
    {Direction::TargetRange, "target_range"_L1},
    {Direction::Monitor, "monitor"_L1},
}};
constexpr Keys<Constraint, 3> constraintKeys{{
    {Constraint::Binding, "binding"_L1},
    {Constraint::Expected, "expected"_L1},
    {Constraint::None, "none"_L1},
}};
constexpr Keys<Confidence, 3> confidenceKeys{{
    {Confidence::High, "high"_L1},
    {Confidence::Medium, "medium"_L1},
    {Confidence::Low, "low"_L1},
}};
constexpr Keys<Origin, 7> originKeys{{
    {Origin::Statistics, "statistics"_L1},
    {Origin::Layer, "layer"_L1},
    {Origin::Survey, "survey"_L1},
    {Origin::BigData, "big_data"_L1},
    {Origin::Grid, "grid"_L1},
    {Origin::Points, "points"_L1},
    {Origin::Count, "count"_L1},
}};
constexpr Keys<SpatialMethod, 11> spatialMethodKeys{{
    {SpatialMethod::None, "none"_L1},
    {SpatialMethod::AreaSum, "area_sum"_L1},
    {SpatialMethod::AreaShare, "area_share"_L1},
    {SpatialMethod::Overlay, "overlay"_L1},
    {SpatialMethod::Count, "count"_L1},
    {SpatialMethod::Length, "length"_L1},
    {SpatialMethod::LengthDensity, "length_density"_L1},
    {SpatialMethod::Density, "density"_L1},
    {SpatialMethod::PerCapita, "per_capita"_L1},
    {SpatialMethod::BufferCoverage, "buffer_coverage"_L1},
    {SpatialMethod::NetworkCoverage, "network_coverage"_L1},
}};

template <class Row>
const Row* rowWith(const QList<Row>& rows, const QString& id, QString Row::*member)
{
    const auto found =
        std::find_if(rows.cbegin(), rows.cend(), [&](const Row& row) { return row.*member == id; });
    return found == rows.cend() ? nullptr : &*found;
}

} // namespace

const Indicator* Catalogue::indicator(const QString& code) const
{
    return rowWith(indicators, code, &Indicator::code);
}

const Quantity* Catalogue::quantity(const QString& wanted) const
{
    return rowWith(quantities, wanted, &Quantity::id);
}

const Dimension* Catalogue::dimension(const QString& wanted) const
{
    return rowWith(dimensions, wanted, &Dimension::id);
}

const Profile* Catalogue::profile(const QString& wanted) const
{
    return rowWith(profiles, wanted, &Profile::id);
}

const Indicator* Catalogue::indicatorOfVariable(const QString& variable) const
{
    if (!variable.startsWith("I_"_L1))
        return nullptr;
    const auto found =
        std::find_if(indicators.cbegin(), indicators.cend(),
                     [&](const Indicator& row) { return indicatorVariable(row.code) == variable; });
    return found == indicators.cend() ? nullptr : &*found;
}

QString key(Kind value)
{
    return keyIn(kindKeys, value);
}

QString key(Direction value)
{
    return keyIn(directionKeys, value);
}

QString key(Constraint value)
{
    return keyIn(constraintKeys, value);
}

QString key(Confidence value)
{
    return keyIn(confidenceKeys, value);
}

QString key(Origin value)
{
    return keyIn(originKeys, value);
}

QString key(SpatialMethod value)
{
    return keyIn(spatialMethodKeys, value);
}

std::optional<Kind> kindFromKey(QStringView key)
{
    return fromKeyIn(kindKeys, key);
}

std::optional<Direction> directionFromKey(QStringView key)
{
    return fromKeyIn(directionKeys, key);
}

std::optional<Constraint> constraintFromKey(QStringView key)
{
    return fromKeyIn(constraintKeys, key);
}

std::optional<Confidence> confidenceFromKey(QStringView key)
{
    return fromKeyIn(confidenceKeys, key);
}

std::optional<Origin> originFromKey(QStringView key)
{
    return fromKeyIn(originKeys, key);
}

std::optional<SpatialMethod> spatialMethodFromKey(QStringView key)
{
    return fromKeyIn(spatialMethodKeys, key);
}

QString label(Kind value)
{
    switch (value) {
    case Kind::Basic:
        return Text::tr("基本");
    case Kind::Mandatory:
        return Text::tr("国审必选");
    case Kind::Recommended:
        return Text::tr("推荐");
    case Kind::Featured:
        return Text::tr("特色");
    }
    return {};
}

QString label(Direction value)
{
    switch (value) {
    case Direction::HigherBetter:
        return Text::tr("越高越好");
    case Direction::LowerBetter:
        return Text::tr("越低越好");
    case Direction::TargetRange:
        return Text::tr("适度区间");
    case Direction::Monitor:
        return Text::tr("监测");
    }
    return {};
}

QString label(Constraint value)
{
    switch (value) {
    case Constraint::Binding:
        return Text::tr("约束性");
    case Constraint::Expected:
        return Text::tr("预期性");
    case Constraint::None:
        return Text::tr("无");
    }
    return {};
}

QString label(Confidence value)
{
    switch (value) {
    case Confidence::High:
        return Text::tr("高");
    case Confidence::Medium:
        return Text::tr("中");
    case Confidence::Low:
        return Text::tr("低");
    }
    return {};
}

QString label(Origin value)
{
    switch (value) {
    case Origin::Statistics:
        return Text::tr("部门统计");
    case Origin::Layer:
        return Text::tr("空间图层");
    case Origin::Survey:
        return Text::tr("抽样调查");
    case Origin::BigData:
        return Text::tr("大数据");
    case Origin::Grid:
        return Text::tr("人口格网");
    case Origin::Points:
        return Text::tr("点位");
    case Origin::Count:
        return Text::tr("计数");
    }
    return {};
}

QString label(SpatialMethod value)
{
    switch (value) {
    case SpatialMethod::None:
        return Text::tr("不经空间计算");
    case SpatialMethod::AreaSum:
        return Text::tr("面积汇总");
    case SpatialMethod::AreaShare:
        return Text::tr("面积占比");
    case SpatialMethod::Overlay:
        return Text::tr("叠加分析");
    case SpatialMethod::Count:
        return Text::tr("要素计数");
    case SpatialMethod::Length:
        return Text::tr("长度汇总");
    case SpatialMethod::LengthDensity:
        return Text::tr("线密度");
    case SpatialMethod::Density:
        return Text::tr("密度");
    case SpatialMethod::PerCapita:
        return Text::tr("人均");
    case SpatialMethod::BufferCoverage:
        return Text::tr("服务半径覆盖");
    case SpatialMethod::NetworkCoverage:
        return Text::tr("路网可达覆盖");
    }
    return {};
}

} // namespace checkup::catalogue
