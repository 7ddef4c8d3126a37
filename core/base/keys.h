#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace checkup {

/// Enumerators and the names that files, tables and JSON have for them.
template <class Enum, size_t size>
using Keys = std::array<std::pair<Enum, QLatin1StringView>, size>;

/// Empty for an enumerator that has none.
template <class Enum, size_t size>
QString keyIn(const Keys<Enum, size>& keys, Enum value)
{
    for (const auto& [known, name] : keys) {
        if (known == value)
            return name;
    }
    return {};
}

template <class Enum, size_t size>
std::optional<Enum> fromKeyIn(const Keys<Enum, size>& keys, QStringView key)
{
    for (const auto& [known, name] : keys) {
        if (name == key)
            return known;
    }
    return {};
}

} // namespace checkup
