#include "core/base/error.h"

#include <utility>

namespace checkup {

Error::Error(ErrorCode code, QString message, QString detail)
    : m_code(code)
    , m_message(std::move(message))
    , m_detail(std::move(detail))
{}

Error Error::wrap(QString message) const
{
    Error outer(m_code, std::move(message), m_detail);
    outer.m_cause = std::make_shared<const Error>(*this);
    return outer;
}

} // namespace checkup
