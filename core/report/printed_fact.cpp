#include "core/report/printed_fact.h"

#include "core/base/decimal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PrintedFacts)
};

} // namespace

QString printNumber(double number, int decimals)
{
    return formatFixed(number, decimals);
}

QString printWithUnit(double number, int decimals, const QString& unit)
{
    const QString text = printNumber(number, decimals);
    return unit == u"比值"_s ? text : text + unit;
}

QByteArray factsToJson(const QList<PrintedFact>& facts)
{
    QByteArray json = "{\"facts\":[";
    bool first = true;
    for (const PrintedFact& fact : facts) {
        QJsonObject object;
        object[u"text"_s] = fact.text;
        object[u"subject"_s] = fact.subject;
        object[u"measure"_s] = fact.measure;
        object[u"region"_s] = fact.region;
        object[u"year"_s] = fact.year;
        object[u"number"_s] = fact.number;
        object[u"decimals"_s] = fact.decimals;
        object[u"unit"_s] = fact.unit;
        object[u"place"_s] = fact.place;
        json += first ? "\n" : ",\n";
        json += QJsonDocument(object).toJson(QJsonDocument::Compact);
        first = false;
    }
    json += "\n]}\n";
    return json;
}

Result<QList<PrintedFact>> factsFromJson(const QByteArray& json)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError || !document.object().value(u"facts"_s).isArray())
        return Error(ErrorCode::Damaged,
                     Text::tr("引用数字清单不是有效的 JSON，请重新生成成果包。"),
                     fault.errorString());
    QList<PrintedFact> facts;
    for (const QJsonValue& value : document.object().value(u"facts"_s).toArray()) {
        const QJsonObject object = value.toObject();
        PrintedFact fact;
        fact.text = object.value(u"text"_s).toString();
        fact.subject = object.value(u"subject"_s).toString();
        fact.measure = object.value(u"measure"_s).toString();
        fact.region = object.value(u"region"_s).toString();
        fact.year = object.value(u"year"_s).toInt();
        fact.number = object.value(u"number"_s).toDouble();
        fact.decimals = object.value(u"decimals"_s).toInt();
        fact.unit = object.value(u"unit"_s).toString();
        fact.place = object.value(u"place"_s).toString();
        facts.append(fact);
    }
    return facts;
}

} // namespace checkup::report
