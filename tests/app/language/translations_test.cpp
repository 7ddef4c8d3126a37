#include "app/language/language.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace checkup;

namespace {

struct Message
{
    QString context, source;
    QStringList translations; ///< more than one for numbers
    bool finished = true;
    bool numerus = false;
};

QList<Message> messages()
{
    QFile file(test::sourceDir() + u"/resources/translations/citycheckup_en.ts"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QList<Message> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"message")
            continue;
        if (xml.tokenType() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            all.append(
                Message{context, {}, {}, true, xml.attributes().value(u"numerus"_s) == u"yes"});
        } else if (xml.name() == u"source") {
            all.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            all.last().finished = xml.attributes().value(u"type"_s).isEmpty();
            if (!all.last().numerus)
                all.last().translations << xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            all.last().translations << xml.readElementText();
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return all;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"%(L?[0-9]+|n)|\\{\\{\\w+\\}\\}"_s);
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found << matches.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

} // namespace

TEST_CASE("every sentence is translated, with the placeholders of its source")
{
    const QList<Message> all = messages();
    REQUIRE(all.size() > 900);
    for (const Message& message : all) {
        INFO(message.context.toStdString() << ": " << message.source.toStdString());
        CHECK(message.finished);
        CHECK(message.translations.size() == (message.numerus ? 2 : 1));
        const QStringList wanted = placeholders(message.source);
        for (const QString& translation : message.translations) {
            CHECK_FALSE(translation.trimmed().isEmpty());
            QStringList got = placeholders(translation);
            // "One department" may say so without the digit.
            if (message.numerus && !got.contains(u"%n"_s) && wanted.contains(u"%n"_s) &&
                &translation == &message.translations.constFirst()) {
                got << u"%n"_s;
                got.sort();
            }
            CHECK(got == wanted);
        }
    }
}

TEST_CASE("the translation is part of the program, and the command's help is in it")
{
    CHECK(QFile::exists(u":/i18n/citycheckup_en.qm"_s));
    language::apply(u"en"_s);
    CHECK(language::current() == u"en"_s);
    CHECK(QCoreApplication::translate("Command", "项目文件") == u"project file"_s);
    CHECK(language::choose(u"城市"_s, u"City"_s) == u"City"_s);
    CHECK(language::choose(u"城市"_s, {}) == u"城市"_s);
    language::apply(u"zh"_s);
    CHECK(QCoreApplication::translate("Command", "项目文件") == u"项目文件"_s);
    CHECK(language::choose(u"城市"_s, u"City"_s) == u"城市"_s);
    language::apply(u"tlh"_s);
    CHECK(language::current() == u"zh"_s);
}
