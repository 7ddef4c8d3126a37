#pragma once

#include <cstddef>
#include <functional>

namespace checkup::draw {

/// Calls `work` once with each number below `count`, on `threads` threads of which the caller's is
/// one (0: as many as there are processors). What comes out must not depend on the order.
void forEachOf(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

} // namespace checkup::draw
