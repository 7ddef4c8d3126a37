#pragma once

#include "core/draw/sheet_template.h"

#include <QGroupBox>

#include <functional>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace checkup::workspace {

class SubjectList;

/// What a chart of a sheet shows: its kind, indicators, districts or years.
class SheetChartForm : public QGroupBox
{
    Q_OBJECT
public:
    explicit SheetChartForm(QWidget* parent);

    void retranslate();
    void setChart(const project::YearData& year, const draw::SheetChart& chart);
    const draw::SheetChart& chart() const { return m_chart; }

Q_SIGNALS:
    void changed(); ///< by the user: chart() is the new one

private:
    void showChart(const project::YearData& year);
    void take(const std::function<void(draw::SheetChart&)>& change);
    void takeSubjects();
    void takeRegions();

    draw::SheetChart m_chart;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QLineEdit* m_title;
    QSpinBox* m_years;
    SubjectList* m_subjects;
    QListWidget* m_regions;
    bool m_filling = false;
};

} // namespace checkup::workspace
