#include "app/workspace/widgets/map_moves.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace checkup::workspace {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Maps)
};

} // namespace

MapMove mapMoveOf(const QKeyEvent& event, int width)
{
    using Kind = MapMove::Kind;
    const double step = std::max(40, width / 5);
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return {Kind::Zoom, 0.7, {}};
    case Qt::Key_Minus:
        return {Kind::Zoom, 1 / 0.7, {}};
    case Qt::Key_Left:
        return {Kind::Pan, 1, {step, 0}};
    case Qt::Key_Right:
        return {Kind::Pan, 1, {-step, 0}};
    case Qt::Key_Up:
        return {Kind::Pan, 1, {0, step}};
    case Qt::Key_Down:
        return {Kind::Pan, 1, {0, -step}};
    case Qt::Key_Home:
        return {Kind::All, 1, {}};
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return {Kind::Enter, 1, {}};
    default:
        return {};
    }
}

double scaleBarLength(double metres)
{
    const double power = std::pow(10.0, std::floor(std::log10(metres)));
    for (const double step : {5.0, 2.0, 1.0}) {
        if (step * power <= metres)
            return step * power;
    }
    return power;
}

QString lengthText(double metres)
{
    return metres >= 1000 ? Text::tr("%1 千米").arg(metres / 1000)
           : metres >= 1  ? Text::tr("%1 米").arg(metres)
                          : Text::tr("%1 厘米").arg(metres * 100);
}

} // namespace checkup::workspace
