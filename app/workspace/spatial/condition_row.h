#pragma once

#include "core/spatial/recipe.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace checkup::workspace {

/// Values separated by commas, in Chinese or English, each without blanks around it.
QStringList valuesOf(const QString& text);
QString textOf(const QStringList& values);

/// One condition on a column of a layer.
class ConditionRow : public QWidget
{
    Q_OBJECT
public:
    /// `role` says which columns there are, `classSystem` which codes can be picked.
    ConditionRow(const QString& role, const QString& classSystem,
                 const spatial::Condition& condition, QWidget* parent = nullptr);

    const spatial::Condition& condition() const { return m_condition; }
    void setClassSystem(const QString& classSystem);
    void setFault(const QString& words);

Q_SIGNALS:
    void changed();
    void removalWanted();

private:
    void take();
    void adapt();
    void pick();

    spatial::Condition m_condition;
    QString m_classSystem;
    QComboBox *m_column, *m_op;
    QLineEdit* m_values;
    QToolButton *m_pick, *m_remove;
    QCheckBox *m_negated, *m_perArea, *m_ifPresent;
    QLabel *m_names, *m_fault;
};

} // namespace checkup::workspace
