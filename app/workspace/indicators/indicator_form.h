#pragma once

#include "core/catalogue/model.h"
#include "core/project/year_data.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace checkup::workspace {

/// Every field of one indicator, for editing one or adding a featured one. Checks what is typed as
/// it is typed (unit known, formula parses, inputs declared, units fit) and says below the fields
/// what is wrong.
class IndicatorForm : public QWidget
{
    Q_OBJECT
public:
    explicit IndicatorForm(QWidget* parent = nullptr);

    void setYear(project::YearDataPtr year);
    void setIndicator(const catalogue::Indicator& indicator, bool isNew);
    catalogue::Indicator indicator() const;
    bool isValid(); ///< checks at once what is still to be checked
    bool isChecked() const { return !m_pause.isActive(); }
    bool isChanged() const;
    void setReadOnly(bool readOnly);
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void touched();
    void check();
    void fillCategories();

    project::YearDataPtr m_data;
    catalogue::Indicator m_start;
    bool m_isNew = false;
    bool m_valid = false;
    bool m_filling = false;
    QTimer m_pause; ///< between a key and the check
    QLineEdit *m_code, *m_nameZh, *m_nameEn, *m_unit, *m_formula, *m_department, *m_source;
    QComboBox *m_dimension, *m_category, *m_kind, *m_direction, *m_constraint, *m_aspect;
    QSpinBox* m_decimals;
    QPlainTextEdit* m_definition;
    QCheckBox* m_recalled;
    QLabel* m_message;
    QList<std::pair<QLabel*, QWidget*>> m_rows;
};

} // namespace checkup::workspace
