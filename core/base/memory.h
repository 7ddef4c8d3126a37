#pragma once

namespace checkup {

/// Gives memory that was freed back to the system, so that what comes next may have it: to be
/// called after much was let go of. Where the system's own allocator does that by itself, nothing.
/// Any thread.
void giveBackMemory();

} // namespace checkup
