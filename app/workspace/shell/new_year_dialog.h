#pragma once

#include "core/catalogue/catalogue_files.h"
#include "core/project/project_file.h"

#include <QDialog>
#include <QMap>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace checkup::workspace {

class Jobs;

/// The assistant that begins a year: a new file, or last year's file carried forward. Says at once
/// what is still wanted; asks the window to create the file.
class NewYearDialog : public QDialog
{
    Q_OBJECT
public:
    explicit NewYearDialog(Jobs* jobs, QWidget* parent = nullptr);

    /// The open project as the year to carry on from.
    void suggestLastYear(const QString& path, const project::YearData& last);

Q_SIGNALS:
    void createRequested(const QString& path, const checkup::project::NewYear& year);
    void rollForwardRequested(const QString& lastYear, const QString& path, int year);

private:
    QWidget* makeFreshPage();
    QWidget* makeForwardPage();
    QWidget* makePathLine(QLineEdit* line, bool saving);
    void catalogueLoaded(const QString& id, const catalogue::Catalogue& catalogue);
    void showProfiles();
    void check();
    void finish();
    QString suggestedName() const;
    const catalogue::Catalogue* chosenCatalogue() const;

    Jobs* m_jobs;
    QMap<QString, catalogue::Catalogue> m_catalogues;
    QTabWidget* m_tabs;
    QLineEdit* m_city;
    QSpinBox* m_year;
    QSpinBox* m_baseYear;
    QSpinBox* m_nearYear;
    QSpinBox* m_targetYear;
    QLineEdit* m_organisation;
    QComboBox* m_catalogue;
    QComboBox* m_profile;
    QLabel* m_counts;
    QPlainTextEdit* m_regions;
    QLineEdit* m_last;
    QSpinBox* m_forwardYear;
    QLineEdit* m_path;
    QLabel* m_problem;
    QPushButton* m_create;
    bool m_pathTyped = false;
    bool m_catalogueChosen = false; ///< by the user; until then the standard's own is offered
};

/// Districts as typed, one a line: a name, or a code and a name apart by a blank or tab. The city
/// comes first and is their parent; ids are provisional.
QList<project::Region> regionsFromText(const QString& city, const QString& text);

} // namespace checkup::workspace
