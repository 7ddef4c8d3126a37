// In place of base_map.cpp where Qt has no Location.
#include "app/workspace/maps/base_map.h"

#include <QCoreApplication>

namespace checkup::workspace {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BaseMap)
};

} // namespace

QString baseMapFault()
{
    return Text::tr(
        "此系统的 Qt 没有 Qt Location（需 Qt 6.5 以上，Debian 13 有），所以没有底图。"
        "在 Debian 13 上安装 qt6-location-dev 等部件后重新构建，就会有；其他功能不受影响。");
}

Result<MapGround*> makeBaseMap(Jobs* jobs, const BaseTiles& tiles, const gdal::Crs& plane,
                               QObject* parent)
{
    Q_UNUSED(jobs)
    Q_UNUSED(tiles)
    Q_UNUSED(plane)
    Q_UNUSED(parent)
    return Error(ErrorCode::Unsupported, baseMapFault());
}

} // namespace checkup::workspace
