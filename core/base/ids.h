#pragma once

#include <QHash>
#include <QtGlobal>

namespace checkup {

/// A row id that knows which table it belongs to. Zero or less means "none".
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 number)
        : m_number(number)
    {}

    constexpr qint64 number() const { return m_number; }
    constexpr bool isValid() const { return m_number > 0; }
    constexpr auto operator<=>(const Id&) const = default;

private:
    qint64 m_number = 0;
};

template <class Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.number(), seed);
}

} // namespace checkup
