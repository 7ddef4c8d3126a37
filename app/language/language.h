#pragma once

#include <QString>

/// The interface's languages. The source text is Chinese; English lies in resources/translations.
namespace checkup::language {

/// "zh" or "en"; anything else is "zh". Installs translators, ours and Qt's, and with them sends
/// QEvent::LanguageChange to every window. Needs a QCoreApplication and its thread. Within an
/// InChinese sentences stay Chinese.
void apply(const QString& id);
/// Of the two, the one in use.
QString current();
/// Of a name's two forms the one to show: the Chinese one too where the English is missing.
QString choose(const QString& chinese, const QString& english);

} // namespace checkup::language
