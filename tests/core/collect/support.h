#pragma once

#include "core/collect/fill_in_workbook.h"
#include "core/collect/import_plan.h"
#include "core/project/project_file.h"
#include "core/project/year_data.h"

#include <QDate>
#include <QString>
#include <QTemporaryDir>

#include <optional>

namespace test {

/// A project file in a folder of its own with a small year: 厦门市 2022, base year 2019, two
/// districts, three departments, five indicators over quantities and one without formula, and the
/// usual sources.
class SmallProject
{
public:
    SmallProject();

    /// As loaded from the file.
    checkup::project::YearData data() const;
    /// Commits a plan and fails the test when the file refuses it.
    void commit(const checkup::collect::ImportPlan& plan);
    checkup::project::ProjectFile& file() { return *m_file; }
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    std::optional<checkup::project::ProjectFile> m_file;
};

/// As 李四 imports on 20 March 2023, or on another day.
checkup::collect::ImportOptions importOptions(const QDate& day = QDate(2023, 3, 20));
/// Fails the test when it cannot be planned at all.
checkup::collect::ImportPlan
importPlan(const checkup::project::YearData& data, const QStringList& sources,
           const checkup::collect::ImportOptions& how = importOptions());
/// What a department is asked for; fails the test when it is asked for nothing.
checkup::collect::DepartmentTask taskOf(const checkup::project::YearData& data,
                                        const QString& department);

/// The fate of a subject's figure in a year; fails the test when there is not exactly one.
checkup::collect::CellFate fateOf(const checkup::collect::ImportPlan& plan, const QString& subject,
                                  int year, const QString& region = QStringLiteral("厦门市"));

/// The city's figure of a source in the data, or nullptr.
const checkup::project::Value* figure(const checkup::project::YearData& data,
                                      const QString& subject, int year,
                                      const QString& source = QStringLiteral("department"),
                                      const QString& region = QStringLiteral("厦门市"));

/// A sheet to be written with libxlsxwriter as cells are given: numbers, texts, "=formula|cached",
/// "25%" with a percent format when it starts with "pct:".
struct PlainSheet
{
    QString name;
    QList<QStringList> rows;
};
void writePlain(const QString& path, const QList<PlainSheet>& sheets);

/// The cells of a written workbook as plain sheets, to be disturbed and written again.
QList<PlainSheet> readPlain(const QString& path);

QString writeFile(const QString& path, const QByteArray& bytes);

} // namespace test
