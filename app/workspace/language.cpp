#include "app/workspace/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QString& chosen()
{
    static QString language = u"zh"_s;
    return language;
}

} // namespace

void applyLanguage(const QString& language)
{
    static QTranslator ours;
    static QTranslator qts;
    chosen() = language == u"en" ? language : u"zh"_s;
    const bool english = chosen() == u"en";
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                : QLocale(QLocale::Chinese, QLocale::China));
    QCoreApplication::removeTranslator(&qts);
    QCoreApplication::removeTranslator(&ours);
    if (qts.load(u"qtbase_"_s + (english ? u"en"_s : u"zh_CN"_s), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts);
    if (english && ours.load(u":/i18n/citycheckup_en.qm"_s))
        QCoreApplication::installTranslator(&ours);
}

QString currentLanguage() { return chosen(); }

} // namespace checkup::workspace
