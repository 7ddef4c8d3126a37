#pragma once

#include "app/workspace/maps/maps_view.h"

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolBar;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace checkup::report {
struct DrawingOptions;
}

namespace checkup::workspace {

class EmptyState;
class Jobs;
class SheetCanvas;
class SheetDesk;
class SheetPanel;
enum class Alignment;

/// 图幅: the year's drawings, each as it will be printed; laid out by hand where an office wants it
/// so, and written as files.
class SheetsView : public MapsView
{
    Q_OBJECT
public:
    SheetsView(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    QString title() const override;
    void retranslate() override;
    QList<QAction*> viewActions() const override;

    SheetCanvas* canvas() const { return m_canvas; }
    SheetDesk* desk() const { return m_desk; }
    bool isDrawn() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    QAction* add(const QString& name, const QString& iconName, const std::function<void()>& work);
    void makeMenu(QToolButton* button);
    QAction* addTo(QToolButton* button, const QString& name, const std::function<void()>& work);
    void makeActions();
    void showSheets();
    void showPicture();
    void askPicture();
    void updateState();
    void align(Alignment how);
    void place(const QMap<int, QRectF>& areas, const QString& label);
    void remove(const QList<int>& elements);
    void automatic();
    void copy();
    void editFrame();
    void exportSheets();
    void askResume(int before, const QString& folder, const report::DrawingOptions& options);
    void writeSheets(const QString& folder, const report::DrawingOptions& options);
    void takeTemplates(const QStringList& paths);
    void saveTemplate();

    Jobs* m_jobs;
    SheetDesk* m_desk;
    SheetCanvas* m_canvas;
    SheetPanel* m_panel;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QTreeWidget* m_list;
    QComboBox* m_district;
    QLabel *m_state, *m_faults;
    QToolBar* m_tools;
    QToolButton *m_templates, *m_alignment;
    QList<QAction*> m_aligning;
    QAction *m_removing, *m_automatic, *m_restore, *m_copy, *m_frame, *m_export;
    QAction *m_takeFiles, *m_takeFolder, *m_save;
    bool m_filling = false;
};

} // namespace checkup::workspace
