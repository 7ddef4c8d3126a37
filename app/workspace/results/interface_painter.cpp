#include "app/workspace/results/interface_painter.h"

#include "core/base/in_chinese.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace checkup::workspace {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(InterfacePainter)
};

/// What both threads share; outlives whichever leaves first.
struct Desk
{
    std::mutex mutex;
    std::condition_variable ready;
    std::optional<Result<QByteArray>> picture;
};

} // namespace

Result<QByteArray>
InterfacePainter::ask(std::function<Result<QByteArray>(charts::QtChartPainter&)> draw)
{
    auto desk = std::make_shared<Desk>();
    const CancelToken cancel = m_cancel;
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [desk, cancel, draw = std::move(draw)] {
            if (cancel.isCancelled())
                return;
            const InChinese official; // the worker's own does not reach this thread
            charts::QtChartPainter painter;
            Result<QByteArray> picture = draw(painter);
            const std::lock_guard lock(desk->mutex);
            desk->picture.emplace(std::move(picture));
            desk->ready.notify_one();
        },
        Qt::QueuedConnection);
    std::unique_lock lock(desk->mutex);
    while (!desk->picture) {
        if (m_cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消。"));
        desk->ready.wait_for(lock, std::chrono::milliseconds(50));
    }
    return std::move(*desk->picture);
}

Result<QByteArray> InterfacePainter::png(const report::Chart& chart, QSize size, double scale)
{
    return ask([chart, size, scale](charts::QtChartPainter& painter) {
        return painter.png(chart, size, scale);
    });
}

Result<QByteArray> InterfacePainter::svg(const report::Chart& chart, QSize size)
{
    return ask([chart, size](charts::QtChartPainter& painter) { return painter.svg(chart, size); });
}

} // namespace checkup::workspace
