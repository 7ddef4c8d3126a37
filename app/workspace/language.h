#pragma once

#include <QString>

namespace checkup::workspace {

/// The interface's language: "zh" (the source text) or "en". Installs translators, ours and Qt's, and
/// with them sends QEvent::LanguageChange to every window.
void applyLanguage(const QString& language);
/// Of the two, the one in use.
QString currentLanguage();

} // namespace checkup::workspace
