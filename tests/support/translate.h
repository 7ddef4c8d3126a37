#pragma once

#include <QString>
#include <QStringList>

namespace test {

/// ogr2ogr's work, within this process: a file's layers into a file or a database ("PG:…"), which
/// is written into where it exists. `arguments` are ogr2ogr's. False when it failed.
bool translate(const QString& from, const QString& to, const QStringList& arguments);

/// A file's layers into PostGIS under their own names, columns as they are called.
bool loadIntoPostgis(const QString& file, const QString& connection, const QStringList& layers);

} // namespace test
