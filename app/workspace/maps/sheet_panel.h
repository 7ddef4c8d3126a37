#pragma once

#include "core/draw/sheet_template.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QGroupBox;
class QLineEdit;
class QPlainTextEdit;
class QTreeWidget;

namespace checkup::workspace {

class Session;
class SheetChartForm;
class SheetDesk;
class SubjectList;

/// What the current sheet says, to be changed: title, paper, grid, notes, key figures; which
/// elements it has, and of the selected one its place, the edges it holds to, its letters, its
/// words, what its chart shows.
class SheetPanel : public QWidget
{
    Q_OBJECT
public:
    SheetPanel(Session* session, SheetDesk* desk, QWidget* parent = nullptr);

    void retranslate();
    void showSheet(); ///< what the desk has now
    void setSelected(const QList<int>& elements);
    void showElement(); ///< the selected one, as it lies now

    static QString nameOf(draw::SheetPart part);

Q_SIGNALS:
    /// Also what has nothing to show, and so no place on the sheet.
    void selected(const QList<int>& elements);

private:
    void makeSheetForm();
    void makeElementForm();
    void fillCombos();
    void fillElements();
    void showHolds(const draw::SheetElement& element);
    void takeHolds();
    void takeWords();
    void takeChart();
    void addChart();
    void change(const QString& label, const std::function<void(draw::SheetTemplate&)>& how);
    void changeElement(const std::function<void(draw::SheetElement&)>& how);
    void toggleElement(int row);

    Session* m_session;
    SheetDesk* m_desk;
    QFormLayout *m_sheetForm, *m_elementForm;
    QLineEdit* m_title;
    QComboBox *m_paper, *m_orientation, *m_grid, *m_inset;
    QPlainTextEdit* m_notes;
    SubjectList* m_figures;
    QTreeWidget* m_elements;
    QGroupBox *m_sheetBox, *m_figureBox, *m_elementsBox, *m_elementBox;
    QDoubleSpinBox *m_left, *m_top, *m_width, *m_height, *m_type;
    QComboBox *m_across, *m_down;
    QLineEdit* m_words;
    SheetChartForm* m_chart;
    QList<int> m_selected;
    bool m_filling = false;
};

} // namespace checkup::workspace
