#pragma once

#include <atomic>
#include <memory>

namespace checkup {

/// Asks a long piece of work to stop. Copies share one flag; any thread may ask or look. The work
/// polls it at least every few hundred records and ends with ErrorCode::Cancelled.
class CancelToken
{
public:
    CancelToken()
        : m_asked(std::make_shared<std::atomic<bool>>(false))
    {}

    void cancel() const { m_asked->store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_asked->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_asked;
};

} // namespace checkup
