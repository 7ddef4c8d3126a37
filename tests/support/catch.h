#pragma once

// Catch2 2.13 (Debian 12) and 3 (Debian 13) behind one include.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
namespace Catch::Matchers {
inline auto ContainsSubstring(const std::string& text)
{
    return Catch::Matchers::Contains(text);
}
} // namespace Catch::Matchers
#endif

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <ostream>
#include <string>

/// A failing comparison of two files says their sizes and digests instead of printing them.
namespace Catch {
template <>
struct StringMaker<QByteArray>
{
    static std::string convert(const QByteArray& bytes)
    {
        constexpr qsizetype aLine = 120;
        if (bytes.size() <= aLine)
            return '"' + bytes.toStdString() + '"';
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        return std::to_string(bytes.size()) + " bytes, sha256 " + digest.toHex().toStdString();
    }
};
} // namespace Catch

/// Readable failures for QString comparisons.
inline std::ostream& operator<<(std::ostream& out, const QString& text)
{
    return out << '"' << text.toUtf8().constData() << '"';
}

/// For a Result<T>: fails the test with the error's sentence.
#define REQUIRE_OK(result)                                                                         \
    do {                                                                                           \
        if (!(result).has_value()) {                                                               \
            FAIL((result).error().message().toStdString()                                          \
                 << " / " << (result).error().detail().toStdString());                             \
        }                                                                                          \
    } while (false)
