#pragma once

#include "core/base/issue.h"
#include "core/project/year_data.h"
#include "core/spatial/recipe.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QPointer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace checkup::workspace {

class Jobs;
class ReachEditor;
class RoadsEditor;
class SelectionEditor;
class SelectionList;

/// How a quantity is computed, as forms and as text, with the sentences that it comes to and what
/// is unsound about it, said beside the field too. Every change can be undone; what was not touched
/// stays as it was to the last character.
class RecipeDialog : public QDialog
{
    Q_OBJECT
public:
    RecipeDialog(Jobs* jobs, project::YearDataPtr year, const spatial::Recipe& recipe,
                 const QString& name, QWidget* parent = nullptr);

    /// As the forms have it now.
    const spatial::Recipe& recipe() const { return m_recipe; }
    /// Asks first when something was changed.
    void reject() override;

Q_SIGNALS:
    void recipeRequested(const checkup::spatial::Recipe& recipe);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum Tab { What, HowMuch, Within, ReachTab, Roads, TextTab };

    QWidget* makeWhat();
    QWidget* makeMeasure();
    QWidget* makeWithin();
    QWidget* makeReach();
    QWidget* makeRoads();
    QWidget* makeText();
    QWidget* makeSummary();
    void addTab(QWidget* content, bool stretches);
    void fill(bool writeText);
    void fillColumns();
    /// Makes a change of the recipe, to be undone by itself, unless the fields are being filled.
    template <class Change>
    void edit(Change change, bool writeText = true);
    void changeMeasure(spatial::Measure measure);
    void takeText();
    void importText();
    void exportText();
    void step(QList<spatial::Recipe>& from, QList<spatial::Recipe>& to);
    void check();

    Jobs* m_jobs;
    project::YearDataPtr m_data;
    QString m_name;
    spatial::Recipe m_recipe;
    QList<spatial::Recipe> m_past, m_future;
    QPointer<QWidget> m_typedIn; ///< typing goes on there: one change
    QElapsedTimer m_typed;
    bool m_filling = false, m_readable = true;
    QTabWidget* m_tabs;
    SelectionEditor* m_what;
    SelectionList* m_within;
    ReachEditor* m_reach;
    RoadsEditor* m_roads;
    QComboBox* m_measure;
    QListWidget* m_columns;
    QLabel *m_columnsTitle, *m_unitTitle;
    QLineEdit *m_columnUnit, *m_note;
    QCheckBox *m_once, *m_beyond;
    QDoubleSpinBox* m_sliver;
    QPlainTextEdit* m_text;
    QLabel *m_words, *m_issues;
    QLabel *m_measureFault, *m_columnsFault, *m_onceFault, *m_textFault;
    QPushButton *m_ok, *m_reset, *m_undo, *m_redo;
};

} // namespace checkup::workspace
