#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace checkup {

/// Hands things from threads that make them to threads that use them, in the order in which they
/// came. Who makes waits while `most` wait to be taken, so that memory does not grow with the work.
template <class Thing>
class Handover
{
public:
    explicit Handover(std::size_t most)
        : m_most(most)
    {}

    /// Waits for room. Not after end().
    void give(Thing thing)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting.size() < m_most; });
        m_waiting.push_back(std::move(thing));
        m_changed.notify_all();
    }
    /// Nothing more will be given.
    void end()
    {
        const std::scoped_lock lock(m_mutex);
        m_isOver = true;
        m_changed.notify_all();
    }
    /// Waits for the next one; nothing once it is over and all are taken.
    std::optional<Thing> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isOver || !m_waiting.empty(); });
        if (m_waiting.empty())
            return std::nullopt;
        Thing thing = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_changed.notify_all();
        return thing;
    }

private:
    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Thing> m_waiting;
    bool m_isOver = false;
};

} // namespace checkup
