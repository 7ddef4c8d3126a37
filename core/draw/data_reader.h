#pragma once

#include "core/draw/symbols.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace checkup::draw {

/// Reads files of symbols and sheets strictly: what is missing, unknown or of another kind is a
/// fault. The first one is kept, with the file's name and the place in it.
class DataReader
{
public:
    /// The file's object; empty with a fault for what is no JSON object.
    QJsonObject begin(const QString& file, const QByteArray& bytes);
    std::optional<Error> fault() const;

    void fail(const QString& place, const QString& sentence);
    void expectKeys(const QJsonObject& object, const QString& place, const QStringList& needed,
                    const QStringList& allowed);
    QString text(const QJsonObject& object, const QString& place, const QString& key);
    /// Above 0.
    double number(const QJsonObject& object, const QString& place, const QString& key,
                  double otherwise, double most);
    bool flag(const QJsonObject& object, const QString& place, const QString& key, bool otherwise);
    QStringList texts(const QJsonObject& object, const QString& place, const QString& key);
    QColor colour(const QJsonObject& object, const QString& place, const QString& key);
    LineSymbol line(const QJsonObject& object, const QString& place);
    /// Those of a symbol among an object's keys.
    static const QStringList& symbolKeys();
    Symbol symbol(const QJsonObject& object, const QString& place);

    template <class Value>
    Value choice(const QJsonObject& object, const QString& place, const QString& key,
                 const QList<QPair<QString, Value>>& choices)
    {
        const QString given = text(object, place, key);
        QStringList names;
        for (const auto& [name, value] : choices) {
            if (name == given)
                return value;
            names << name;
        }
        failChoice(place, key, names, given);
        return choices.constFirst().second;
    }

private:
    HatchSymbol hatch(const QJsonObject& object, const QString& place);
    MarkerSymbol marker(const QJsonObject& object, const QString& place);
    void failChoice(const QString& place, const QString& key, const QStringList& names,
                    const QString& given);

    QString m_file, m_fault;
};

} // namespace checkup::draw
