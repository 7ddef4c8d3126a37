#pragma once

#include "app/workspace/maps/map_library.h"
#include "app/workspace/maps/maps_view.h"
#include "app/workspace/maps/style_list.h"
#include "core/draw/project_symbols.h"

#include <QTimer>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolBar;

namespace checkup::workspace {

class Jobs;
class MapCanvas;
class RoleStyleForm;
class SightChoice;
class SymbolFiles;
class SymbolForm;

/// 符号: how roles and class codes are drawn in this project, changed in place with a map of the
/// layer beside it. What is changed is kept a moment after the last touch, each time one step of
/// undo. Codes in the data that have no symbol are listed first.
class StyleView : public MapsView
{
    Q_OBJECT
public:
    /// `library` must outlive it.
    StyleView(Session* session, Jobs* jobs, MapLibrary* library, QWidget* parent = nullptr);

    QString title() const override;
    void retranslate() override;
    QList<QAction*> viewActions() const override;

    StyleList* list() const { return m_list; }
    MapCanvas* preview() const { return m_canvas; }
    /// Chooses it in the list; the view must be seen.
    void reveal(const StyleSpot& spot);
    /// Everything is kept and drawn.
    bool isSettled() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeTools();
    QWidget* makeForms();
    QWidget* makePreview();
    void refresh();
    void fillList();
    void askLayers();
    void countMissing();
    void showSpot();
    void showPreview();
    void check();
    draw::RoleStyle roleStyle() const;
    draw::SymbolCase shownCase() const;
    const project::Layer* layerOfSpot() const;
    QStringList columnsOfSpot() const;
    QString key() const; ///< of the setting that the spot is kept in

    void take(const draw::RoleStyle& style);
    void takeCase(const draw::SymbolCase& changed);
    void drafted(); ///< the draft has changed
    void keep();
    void addSymbol(const StyleSpot& missing);
    void askCode();
    void removeCase();
    void asShipped();
    void makeCases(const QString& column);
    void takeMade(const draw::RoleStyle& made);
    void makeGrades(const QString& column, draw::GradeMethod method, int count);
    void importFile();
    void exportFile();

    Jobs* m_jobs;
    MapLibrary* m_library;
    StyleList* m_list;
    MapCanvas* m_canvas;
    RoleStyleForm* m_role;
    SymbolForm* m_symbol;
    QToolBar* m_tools;
    QAction *m_only, *m_add, *m_remove, *m_shipped, *m_import, *m_export;
    QLineEdit *m_search, *m_name, *m_values;
    QLabel *m_heading, *m_hint, *m_nameLabel, *m_valuesLabel, *m_check;
    QPushButton* m_give;
    SightChoice* m_sight;
    QWidget *m_case, *m_forms;
    SymbolFiles* m_files;

    draw::SymbolSet m_own, m_all; ///< as drafted
    QMap<QPair<QString, QString>, QMap<QString, qint64>> m_missing;
    QTimer m_timer;
    int m_pending = 0; ///< edits on their way
    bool m_stale = true, m_changed = false, m_showing = false;
};

} // namespace checkup::workspace
