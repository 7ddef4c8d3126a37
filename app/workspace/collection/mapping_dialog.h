#pragma once

#include "core/collect/foreign_table.h"
#include "core/collect/subjects.h"

#include <QDialog>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabBar;
class QTableView;
class QTimer;

namespace checkup::workspace {

class ImportPreviewModel;
class Jobs;
class MappingGridModel;
class Session;
class ValueColumnsModel;

/// 表格对应: a foreign table as it was read, how it is to be read, and what comes of it, live with
/// every change. Importing goes through the preview like any other; the layout is remembered on
/// request, in the same edit.
class MappingDialog : public QDialog
{
    Q_OBJECT
public:
    /// A table file and how its sheets would be read.
    struct Opened
    {
        std::shared_ptr<const collect::ForeignTable> table;
        QList<collect::SheetMapping> sheets;
    };

    /// Reads the file away from the interface thread and shows the dialog over `parent`; what
    /// cannot be read is told. `import` gets the edit that the user agreed to.
    static void openFor(const QString& path, Session* session, Jobs* jobs, QWidget* parent,
                        std::function<void(const project::ChangeSet&)> import);

    MappingDialog(Opened opened, Session* session, Jobs* jobs, QWidget* parent = nullptr);

Q_SIGNALS:
    void importRequested(const checkup::project::ChangeSet& changes);
    void previewed(); ///< the effect shown is that of the choices shown

protected:
    void changeEvent(QEvent* event) override;

private:
    struct State
    {
        collect::SheetMapping sheet;
        collect::TableMapping mapping;
        bool isUsed = false;
    };
    struct RoleBox
    {
        int collect::TableMapping::*member;
        QComboBox* box;
    };

    QWidget* makeGridSide();
    QWidget* makeChoices();
    QWidget* makeEffect();
    QWidget* makeFoot();
    QWidget* makeGuessButton();
    QComboBox* roleBox(int collect::TableMapping::*member, const QString& name);

    State& state() { return m_states[m_current]; }
    const office::Sheet* sheet() const;
    void showSheet(int at);
    void showChoices();
    void renameColumns();
    void takeChoices();
    void mappingChanged();
    void preview();
    void takePlan(const Result<collect::ImportPlan>& plan);
    void showEffect();
    void guessAgain();
    void columnMenu(const QPoint& at);
    void tellCell();
    void startImport();
    void forget();
    void fitSpans();

    Session* m_session;
    Jobs* m_jobs;
    Opened m_opened;
    QList<State> m_states;
    int m_current = 0;
    std::shared_ptr<const collect::Subjects> m_subjects;
    project::YearDataPtr m_year;
    std::optional<collect::ImportPlan> m_plan; ///< of the choices as they stand; none: under way
    int m_job = 0;
    int m_asked = 0; ///< previews asked for; an answer to an earlier one is dropped
    bool m_isShowing = false;

    QTimer* m_wait;
    MappingGridModel* m_grid;
    ValueColumnsModel* m_columns;
    QTabBar* m_tabs;
    QTableView *m_table, *m_columnTable, *m_effectTable;
    QLabel *m_cell, *m_effect, *m_issues;
    QCheckBox *m_use, *m_fillDown, *m_remember;
    QSpinBox *m_headerRow, *m_headerRows, *m_lastRow, *m_tableYear;
    QLineEdit *m_tableSubject, *m_tableUnit, *m_onlyRegion, *m_name;
    QComboBox *m_tableRegion, *m_source;
    QList<RoleBox> m_roles;
    QPushButton *m_import, *m_forget;
};

} // namespace checkup::workspace
