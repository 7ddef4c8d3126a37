#include "core/base/in_chinese.h"

namespace checkup {

namespace {

thread_local int depth = 0;

} // namespace

InChinese::InChinese() noexcept
{
    ++depth;
}

InChinese::~InChinese()
{
    --depth;
}

bool InChinese::active() noexcept
{
    return depth > 0;
}

} // namespace checkup
