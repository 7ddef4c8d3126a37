#pragma once

#include "core/base/cancel.h"

namespace checkup::cli {

/// Cancelled when the user presses Ctrl+C or the system asks the program to end, so that long work
/// ends with what it had stored whole. Watching begins with the first call; a second Ctrl+C ends
/// the program at once.
CancelToken interruption();

} // namespace checkup::cli
