#include "core/draw/workers.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace checkup::draw {

void forEachOf(std::size_t count, int threads, const std::function<void(std::size_t)>& work)
{
    const std::size_t wanted = threads > 0
                                   ? static_cast<std::size_t>(threads)
                                   : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    std::atomic<std::size_t> next{0};
    const auto take = [&] {
        for (std::size_t number = next++; number < count; number = next++)
            work(number);
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(wanted, count); ++i)
        others.emplace_back(take);
    take();
}

} // namespace checkup::draw
