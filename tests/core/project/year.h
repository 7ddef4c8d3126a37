#pragma once

#include "core/project/project_file.h"

#include <QTemporaryDir>

namespace test {

/// A folder with Chinese characters in its name, gone at the end.
class Folder
{
public:
    Folder();
    QString operator()(const QString& name) const { return m_path + u'/' + name; }
    const QString& path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

/// A small made-up city: two districts, three indicators, two quantities.
checkup::project::NewYear smallYear();

/// Twelve regions and `indicators` indicators.
checkup::project::NewYear largeYear(int indicators);

checkup::project::Value figure(const QString& subject, qint64 region, int year, qint64 source,
                               double number);

checkup::project::Evidence cell(const QString& name);

} // namespace test
