#pragma once

class QTabBar;

namespace checkup::workspace {

/// A page has two or three views, and they always fit: their tabs need no scroll buttons, which Qt
/// would name in the language of the start for ever.
void withoutScrolling(QTabBar* tabs);

} // namespace checkup::workspace
