#include "app/workspace/maps/measured.h"

#include "core/base/decimal.h"

#include <QCoreApplication>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Measured)
};

constexpr double hectare = 1e4, squareKilometre = 1e6;
/// A mu is a fifteenth of a hectare (国务院, 统一我国法定计量单位的命令, 1984).
constexpr double mu = hectare / 15;

} // namespace

QString areaWords(double squareMetres)
{
    const QString inMu = formatFixed(squareMetres / mu, 2);
    if (squareMetres >= 100 * squareKilometre)
        return Text::tr("%1 平方千米（%2 亩）")
            .arg(formatFixed(squareMetres / squareKilometre, 2), inMu);
    if (squareMetres >= hectare)
        return Text::tr("%1 公顷（%2 亩）").arg(formatFixed(squareMetres / hectare, 4), inMu);
    return Text::tr("%1 平方米（%2 亩）").arg(formatFixed(squareMetres, 2), inMu);
}

QString lengthWords(double metres)
{
    return metres >= 1000 ? Text::tr("%1 千米").arg(formatFixed(metres / 1000, 3))
                          : Text::tr("%1 米").arg(formatFixed(metres, 2));
}

QList<InUnit> areaInUnits(double squareMetres)
{
    return {{Text::tr("平方米"), formatFixed(squareMetres, 2)},
            {Text::tr("亩"), formatFixed(squareMetres / mu, 3)},
            {Text::tr("公顷"), formatFixed(squareMetres / hectare, 4)},
            {Text::tr("平方千米"), formatFixed(squareMetres / squareKilometre, 6)}};
}

QList<InUnit> lengthInUnits(double metres)
{
    return {{Text::tr("米"), formatFixed(metres, 2)},
            {Text::tr("千米"), formatFixed(metres / 1000, 5)}};
}

} // namespace checkup::workspace
