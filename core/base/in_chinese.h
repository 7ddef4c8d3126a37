#pragma once

namespace checkup {

/// While one lives, sentences made on its thread are Chinese, whatever the interface's language.
/// What goes to the city's departments and up to the ministry, and what is kept in the project
/// file, must not depend on the language of the window in which somebody pressed the button. May be
/// nested.
class InChinese
{
public:
    InChinese() noexcept;
    ~InChinese();
    InChinese(const InChinese&) = delete;
    InChinese& operator=(const InChinese&) = delete;

    /// Whether one lives on the calling thread: asked by the translator of app/language.
    static bool active() noexcept;
};

/// Runs `work` in Chinese and gives what it gives.
template <typename Work>
auto inChinese(Work&& work)
{
    const InChinese guard;
    return work();
}

} // namespace checkup
