#include "app/workspace/maps/place_words.h"

#include <QCoreApplication>

#include <cmath>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PlaceWords)
};

/// "118°05′30.25″"
QString degrees(double value)
{
    const double seconds = std::round(std::abs(value) * 360000) / 100;
    const auto whole = static_cast<int>(seconds / 60);
    return u"%1°%2′%3″"_s.arg(whole / 60)
        .arg(whole % 60, 2, 10, QChar(u'0'))
        .arg(seconds - whole * 60, 5, 'f', 2, QChar(u'0'));
}

} // namespace

QString PlaceWords::of(const gdal::Crs& plane, const QPointF& place)
{
    if (plane.wkt() != m_plane) {
        m_plane = plane.wkt();
        m_up.reset();
        if (auto up = gdal::Transformation::toGeodetic(plane))
            m_up = *std::move(up);
    }
    double x = place.x();
    double y = place.y();
    if (!m_up || !m_up->apply(&x, &y, 1))
        return {};
    // Surveyors' X goes north; the zone's easting keeps its false 500 km.
    return Text::tr("东经 %1  北纬 %2    X %3  Y %4  %5")
        .arg(degrees(x), degrees(y), QString::number(place.y(), 'f', 1),
             QString::number(place.x(), 'f', 1), plane.name());
}

} // namespace checkup::workspace
