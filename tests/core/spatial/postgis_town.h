#pragma once

#include "tests/core/spatial/tiny_city.h"
#include "tests/support/postgres.h"
#include "tests/support/translate.h"

namespace test {

/// A column's and a table's name that would end a statement if it were not quoted.
inline QString hostile(const QString& name)
{
    return name + QStringLiteral("\"'%1; DROP TABLE kept; --\\");
}

inline QString quotedName(QString name)
{
    return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

/// The same city with every layer in a database: tables and columns have hostile names. False when
/// a layer could not be loaded.
inline bool moveToPostgis(TinyCity& town, Postgres& server)
{
    using namespace Qt::StringLiterals;
    const QFileInfo project(town.project());
    for (checkup::project::Layer& layer : town.data.layers) {
        const QString table = hostile(layer.role + QString::number(layer.id.number()));
        const QString plain = u"loaded_%1"_s.arg(layer.id.number());
        if (!translate(project.dir().filePath(layer.path), u"PG:"_s + server.connection(),
                       {u"-nln"_s, plain, u"-lco"_s, u"LAUNDER=NO"_s, u"-lco"_s,
                        u"GEOMETRY_NAME=geom"_s, u"-lco"_s, u"FID=fid"_s, u"-nlt"_s,
                        u"GEOMETRY"_s}))
            return false;
        QString sql;
        QJsonObject fields = QJsonDocument::fromJson(layer.fields.toUtf8()).object();
        for (const QString& column : fields.keys()) {
            sql += u"ALTER TABLE "_s + plain + u" RENAME COLUMN "_s + quotedName(column) +
                   u" TO "_s + quotedName(hostile(column)) + u"; "_s;
            fields[column] = hostile(column);
        }
        sql += u"ALTER TABLE "_s + plain + u" RENAME TO "_s + quotedName(table);
        if (!server.sql(sql))
            return false;
        layer.path = u"PG:"_s + server.connection();
        layer.layer = table;
        layer.fields = QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    }
    town.data.index();
    return true;
}

} // namespace test
