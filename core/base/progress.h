#pragma once

#include <QString>

#include <functional>

namespace checkup {

/// Told how far a piece of work is: share done in [0, 1], never going back, and what it is at
/// (translated, may be empty). Called on the worker's thread, about ten times a second at most.
using ProgressSink = std::function<void(double share, const QString& at)>;

inline void tellProgress(const ProgressSink& sink, double share, const QString& at = {})
{
    if (sink)
        sink(share, at);
}

} // namespace checkup
