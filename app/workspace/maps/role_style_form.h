#pragma once

#include "core/draw/symbols.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace checkup::workspace {

class LineField;

/// How a role is drawn as a whole: alike, by values of a column, by class codes or graded by
/// numbers; its name, labels and opacity.
class RoleStyleForm : public QWidget
{
    Q_OBJECT
public:
    explicit RoleStyleForm(QWidget* parent = nullptr);

    /// `columns` are those that the project's layers of the role have; `classes`: by class codes is
    /// possible. Tells nobody.
    void show(const draw::RoleStyle& style, const QStringList& columns, bool classes);
    const draw::RoleStyle& style() const { return m_style; }
    void retranslate();

    enum class Way { Alike, Classes, Values, Grades };

Q_SIGNALS:
    void changed(); ///< style() is another
    /// What only the data can tell: cases of a column's values, grades of its numbers. The column
    /// is empty where there is none.
    void valuesWanted(const QString& column);
    void gradesWanted(const QString& column, checkup::draw::GradeMethod method, int count);

private:
    void fill();
    void fit();
    Way way() const;
    void takeWay();
    void askGrades();
    void takeBounds();
    void takeRamp();
    QString column() const;

    draw::RoleStyle m_style;
    QStringList m_columns;
    bool m_classes = false, m_filling = false;
    QFormLayout* m_rows;
    QLineEdit *m_name, *m_bounds;
    QComboBox *m_way, *m_column, *m_method, *m_ramp, *m_labels;
    QSpinBox *m_count, *m_opacity;
    LineField* m_outline;
};

} // namespace checkup::workspace
