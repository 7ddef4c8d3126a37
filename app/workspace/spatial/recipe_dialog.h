#pragma once

#include "core/spatial/recipe.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace checkup::workspace {

class SelectionEditor;

/// How a quantity is computed, as fields and as text, with the sentence that it comes to and what
/// is unsound about it.
class RecipeDialog : public QDialog
{
    Q_OBJECT
public:
    RecipeDialog(project::YearDataPtr year, const spatial::Recipe& recipe, const QString& name,
                 QWidget* parent = nullptr);

Q_SIGNALS:
    void recipeRequested(const checkup::spatial::Recipe& recipe, const QString& note);

private:
    QWidget* makeSource();
    QWidget* makeWithin();
    QWidget* makeReach();
    QWidget* makeText();
    void show(const spatial::Recipe& recipe, bool writeText = true);
    void fillWithin();
    void fillReach();
    void takeSource();
    void takeReach();
    void takeText();
    void reset();
    void check(bool writeText);

    project::YearDataPtr m_data;
    spatial::Recipe m_recipe;
    bool m_filling = false, m_readable = true;
    QTabWidget* m_tabs;
    SelectionEditor *m_what, *m_withinEditor;
    QComboBox *m_measure, *m_mode, *m_counted, *m_direction;
    QLineEdit *m_columns, *m_columnUnit, *m_note, *m_closed;
    QCheckBox *m_once, *m_beyond;
    QDoubleSpinBox *m_sliver, *m_snap, *m_strip, *m_speed;
    QListWidget* m_withinList;
    QTableWidget *m_services, *m_speeds;
    QLabel *m_barriers, *m_noReach;
    QWidget* m_reachBody;
    QPlainTextEdit* m_text;
    QLabel *m_words, *m_issues;
    QPushButton *m_ok, *m_reset;
};

} // namespace checkup::workspace
