#pragma once

namespace checkup::spatial {

/// Whether the token of the Interruptible that lives on this thread is set: long work on one
/// polygon looks now and then, and gives up.
bool isInterrupted();

} // namespace checkup::spatial
