#include "app/language/language.h"

#include "core/base/in_chinese.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace checkup::language {

using namespace Qt::StringLiterals;

namespace {

class OurTranslator : public QTranslator
{
public:
    QString translate(const char* context, const char* source, const char* disambiguation,
                      int number) const override
    {
        if (InChinese::active())
            return {}; // the source text stands
        return QTranslator::translate(context, source, disambiguation, number);
    }
};

QString& chosen()
{
    static QString language = u"zh"_s;
    return language;
}

} // namespace

void apply(const QString& id)
{
    static OurTranslator ours;
    static QTranslator qts;
    chosen() = id == u"en" ? id : u"zh"_s;
    const bool english = chosen() == u"en";
    QLocale::setDefault(english ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                : QLocale(QLocale::Chinese, QLocale::China));
    QCoreApplication::removeTranslator(&qts);
    QCoreApplication::removeTranslator(&ours);
    if (!english && qts.load(u"qtbase_zh_CN"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts);
    if (english && ours.load(u":/i18n/citycheckup_en.qm"_s))
        QCoreApplication::installTranslator(&ours);
}

QString current()
{
    return chosen();
}

QString choose(const QString& chinese, const QString& english)
{
    return chosen() == u"en" && !english.isEmpty() ? english : chinese;
}

} // namespace checkup::language
