#include "core/spatial/stated_transformation.h"

#include "core/base/decimal.h"
#include "core/spatial/layer_guess.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <cmath>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using gdal::Crs;
using gdal::DatumShift;
using Kind = StatedTransformation::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

struct KindWords
{
    Kind kind;
    const char* key;
    const char* chinese; ///< also understood
    const char* wanted;  ///< parameters that must be there
};

constexpr std::array kinds{
    KindWords{Kind::PositionVector, "position-vector", "位置矢量", "dx dy dz rx ry rz scale"},
    KindWords{Kind::CoordinateFrame, "coordinate-frame", "坐标框架", "dx dy dz rx ry rz scale"},
    KindWords{Kind::Three, "three", "三参数", "dx dy dz"},
    KindWords{Kind::Plane, "plane", "四参数", "dx dy rotation scale into"},
};

const KindWords* wordsOf(const QString& name)
{
    for (const KindWords& words : kinds) {
        if (name.compare(QLatin1StringView(words.key), Qt::CaseInsensitive) == 0 ||
            name == QString::fromUtf8(words.chinese))
            return &words;
    }
    return nullptr;
}

const KindWords& wordsOf(Kind kind)
{
    return kinds.at(static_cast<size_t>(kind));
}

QString allKinds()
{
    QStringList names;
    for (const KindWords& words : kinds)
        names << QString::fromLatin1(words.key);
    return names.join(u'、');
}

constexpr double secondsPerDegree = 3600;
constexpr double secondsPerRadian = 206264.80624709636;
constexpr double partsPerMillion = 1e6;

/// A number with a unit after it, in what is counted in here.
std::optional<double> valueOf(const QString& name, const QString& given)
{
    static const QRegularExpression form(
        uR"(^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(″|"|''|秒|°|度|rad|弧度|m|米|ppm)?$)"_s);
    QString plain = given;
    plain.replace(QChar(0x2212), u'-');
    const auto match = form.match(plain);
    if (!match.hasMatch())
        return {};
    const double value = match.captured(1).toDouble();
    const QString unit = match.captured(2);
    const bool isAngle = name.startsWith(u'r');
    const bool isScale = name == u"scale";
    if (unit.isEmpty() || name == u"k" || name == u"into")
        return unit.isEmpty() ? std::optional(value) : std::nullopt;
    if (unit == u"ppm")
        return isScale ? std::optional(value) : std::nullopt;
    if (unit == u"m" || unit == u"米")
        return !isAngle && !isScale ? std::optional(value) : std::nullopt;
    if (!isAngle)
        return {};
    if (unit == u"°" || unit == u"度")
        return value * secondsPerDegree;
    if (unit == u"rad" || unit == u"弧度")
        return value * secondsPerRadian;
    return value;
}

QString exact(double value)
{
    // The shortest text that is the same number again.
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

Error wrong(const QString& what)
{
    return {ErrorCode::BadUsage,
            Text::tr("转换参数“%1”看不懂；写法如：position-vector dx=1.2 "
                     "dy=-3.4 dz=5.6 rx=0.1 ry=0.2 rz=-0.3 scale=1.5（dx、dy、dz "
                     "以米计，rx、ry、rz 以秒计，scale 以百万分之一计）。")
                .arg(what)};
}

Error missing(const KindWords& words, const QString& name)
{
    return {ErrorCode::BadUsage,
            Text::tr("%1缺少参数 %2；要有的是：%3。")
                .arg(label(words.kind), name, QString::fromLatin1(words.wanted))};
}

struct Place
{
    double x, y;
};

Place middleOf(const gdal::LayerInfo& info)
{
    return {(info.minX + info.maxX) / 2, (info.minY + info.maxY) / 2};
}

/// Between the numbers of two systems that are alike.
double metresBetween(const Crs& crs, const Place& a, const Place& b)
{
    constexpr double metresPerDegree = 111'195; // of a sphere: only the size of it matters
    if (!crs.isGeographic())
        return std::hypot(b.x - a.x, b.y - a.y) * crs.metresPerUnit();
    const double east = (b.x - a.x) * std::cos((a.y + b.y) / 2 * M_PI / 180);
    return std::hypot(east, b.y - a.y) * metresPerDegree;
}

Error lost(const gdal::LayerInfo& info, const Place& place)
{
    return {
        ErrorCode::BadUsage,
        Text::tr("按所给参数转换后，图层“%1”的中心在东经 %2°、北纬 %3°，不在本市范围；请核对参数"
                 "的种类、单位和正负号，以及原坐标系。")
            .arg(info.name)
            .arg(place.x, 0, 'f', 4)
            .arg(place.y, 0, 'f', 4)};
}

} // namespace

QString key(Kind kind)
{
    return QString::fromLatin1(wordsOf(kind).key);
}

QString label(Kind kind)
{
    switch (kind) {
    case Kind::PositionVector:
        return Text::tr("七参数（位置矢量）");
    case Kind::CoordinateFrame:
        return Text::tr("七参数（坐标框架）");
    case Kind::Three:
        return Text::tr("三参数");
    case Kind::Plane:
        return Text::tr("平面四参数");
    }
    return {};
}

Result<StatedTransformation> StatedTransformation::parse(const QString& given)
{
    static const QRegularExpression between(u"[\\s,;，；、]+"_s);
    const QStringList words = given.split(between, Qt::SkipEmptyParts);
    const KindWords* const known = words.isEmpty() ? nullptr : wordsOf(words.first());
    if (!known)
        return Error(ErrorCode::BadUsage,
                     Text::tr("转换参数要先写是哪一种：%1；“%2”不是。")
                         .arg(allKinds(), words.isEmpty() ? given : words.first()));
    QStringList wanted = QString::fromLatin1(known->wanted).split(u' ');
    QMap<QString, double> values;
    for (const QString& word : words.sliced(1)) {
        const qsizetype sign = word.indexOf(u'=');
        if (sign < 1)
            return wrong(word);
        QString name = word.first(sign).toLower();
        QString number = word.sliced(sign + 1);
        if (name == u"into" && number.startsWith(u"EPSG:", Qt::CaseInsensitive))
            number = number.sliced(5);
        const bool factor = name == u"k" && wanted.contains(u"scale"_s);
        if (!factor && name != u"into" && !wanted.contains(name))
            return Error(ErrorCode::BadUsage, Text::tr("%1没有参数 %2；要有的是：%3。")
                                                  .arg(spatial::label(known->kind), name,
                                                       QString::fromLatin1(known->wanted)));
        const auto value = valueOf(name, number);
        if (!value || !std::isfinite(*value))
            return wrong(word);
        const QString into = factor ? u"scale"_s : name;
        if (values.contains(into))
            return Error(ErrorCode::BadUsage, Text::tr("转换参数 %1 写了两次。").arg(name));
        values.insert(into, factor ? (*value - 1) * partsPerMillion : *value);
    }
    for (const QString& name : std::as_const(wanted)) {
        if (!values.contains(name))
            return missing(*known, name);
    }
    StatedTransformation stated;
    stated.kind = known->kind;
    DatumShift& shift = stated.shift;
    shift.model = known->kind == Kind::Plane             ? DatumShift::Model::Plane
                  : known->kind == Kind::CoordinateFrame ? DatumShift::Model::CoordinateFrame
                                                         : DatumShift::Model::PositionVector;
    shift.dx = values.value(u"dx"_s);
    shift.dy = values.value(u"dy"_s);
    shift.dz = values.value(u"dz"_s);
    shift.rx = values.value(u"rx"_s);
    shift.ry = values.value(u"ry"_s);
    shift.rz = values.value(known->kind == Kind::Plane ? u"rotation"_s : u"rz"_s);
    shift.scale = values.value(u"scale"_s);
    stated.into = static_cast<int>(values.value(u"into"_s));
    return stated;
}

QString StatedTransformation::text() const
{
    QStringList words{key(kind), u"dx=%1"_s.arg(exact(shift.dx)), u"dy=%1"_s.arg(exact(shift.dy))};
    if (kind != Kind::Plane)
        words << u"dz=%1"_s.arg(exact(shift.dz));
    if (kind == Kind::PositionVector || kind == Kind::CoordinateFrame)
        words << u"rx=%1"_s.arg(exact(shift.rx)) << u"ry=%1"_s.arg(exact(shift.ry))
              << u"rz=%1"_s.arg(exact(shift.rz));
    if (kind == Kind::Plane)
        words << u"rotation=%1"_s.arg(exact(shift.rz));
    if (kind != Kind::Three)
        words << u"scale=%1"_s.arg(exact(shift.scale));
    if (into != 0)
        words << u"into=%1"_s.arg(into);
    return words.join(u' ');
}

QString StatedTransformation::inWords() const
{
    const auto shown = [](double value) { return formatShortest(value); };
    switch (kind) {
    case Kind::PositionVector:
    case Kind::CoordinateFrame:
        return Text::tr("%1：dx=%2、dy=%3、dz=%4 米，rx=%5、ry=%6、rz=%7 秒，尺度 %8 ppm")
            .arg(spatial::label(kind), shown(shift.dx), shown(shift.dy), shown(shift.dz),
                 shown(shift.rx), shown(shift.ry), shown(shift.rz), shown(shift.scale));
    case Kind::Three:
        return Text::tr("%1：dx=%2、dy=%3、dz=%4 米")
            .arg(spatial::label(kind), shown(shift.dx), shown(shift.dy), shown(shift.dz));
    case Kind::Plane:
        return Text::tr("%1：北移 %2 米、东移 %3 米，旋转 %4 秒，尺度 %5 ppm")
            .arg(spatial::label(kind), shown(shift.dx), shown(shift.dy), shown(shift.rz),
                 shown(shift.scale));
    }
    return {};
}

QString inWords(const Moved& moved)
{
    const auto stated = StatedTransformation::parse(moved.transformation);
    return Text::tr("坐标由“%1”转换到“%2”，%3；参数来源：%4。")
        .arg(moved.from.isEmpty() ? Text::tr("未注明的平面坐标系") : moved.from, moved.into,
             stated ? stated->inWords() : moved.transformation, moved.source);
}

Result<Move> moveOf(const StatedTransformation& stated, const QString& source,
                    const std::optional<Crs>& from, const gdal::LayerInfo& info, const Extent& city)
{
    const bool isPlane = stated.kind == Kind::Plane;
    if (source.trimmed().isEmpty())
        return Error(ErrorCode::BadUsage,
                     Text::tr("请说明转换参数从哪里来（哪个单位、哪份成果）。"));
    if (!from && !isPlane)
        return Error(ErrorCode::BadUsage,
                     Text::tr("图层“%1”没有标明坐标系；请先指明原坐标系（如 EPSG:2384 "
                              "西安 80），再按参数转换。")
                         .arg(info.name));
    if (from && !isPlane &&
        (from->datum() == Crs::Datum::Cgcs2000 || from->datum() == Crs::Datum::Wgs84))
        return Error(
            ErrorCode::BadUsage,
            Text::tr("坐标系“%1”已在 2000 国家大地坐标系上，不需要转换参数。").arg(from->name()));
    const auto into = stated.into != 0 ? Crs::fromEpsg(stated.into) : gdal::likeOnCgcs2000(*from);
    if (!into)
        return into.error();
    if (into->datum() != Crs::Datum::Cgcs2000)
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”不在 2000 国家大地坐标系上；into= 要写 4490、4526–4528、"
                              "4547–4549 这样的坐标系。")
                         .arg(into->name()));
    auto transformation =
        gdal::ShiftedTransformation::make(stated.shift, from ? *from : *into, *into);
    if (!transformation)
        return transformation.error();
    Move move{
        *into, *std::move(transformation),
        Moved{stated.text(), source.trimmed(), from ? from->name() : QString(), into->name(), 0}};
    const Place middle = middleOf(info);
    const bool isPlace = info.features != 0 && std::isfinite(middle.x) && std::isfinite(middle.y) &&
                         (middle.x != 0 || middle.y != 0);
    if (!isPlace)
        return move;
    Place landed = middle;
    if (!move.transformation.apply(&landed.x, &landed.y, 1))
        return lost(info, landed);
    const auto like = from && !isPlane ? gdal::likeOnCgcs2000(*from) : *into;
    if (from && !isPlane && like && like->epsg() == into->epsg())
        move.moved.metres = metresBetween(*into, middle, landed);
    const auto up = gdal::Transformation::toGeodetic(*into);
    if (!up || !up->apply(&landed.x, &landed.y, 1) ||
        !city.contains(landed.x, landed.y, cityMargin))
        return lost(info, landed);
    return move;
}

} // namespace checkup::spatial
