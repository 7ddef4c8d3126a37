#pragma once

#include "core/base/error.h"
#include "core/spatial/project_tables.h"

#include <QMap>
#include <QSet>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace checkup::workspace {

class EmptyState;
class Jobs;
class LandTableModel;
class Session;

/// 表格: land class × control line × district, what became of each class between two years, and the
/// parcels inside control lines, made of the project's layers in the background. What was chosen is
/// kept with the project when a table is made.
class TablesView : public QWidget
{
    Q_OBJECT
public:
    TablesView(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    void refresh(); ///< the year changed
    void retranslate();
    QList<QAction*> viewActions() const;
    /// The parcels that the table is about, for the map; null while there are none.
    const project::Layer* mapLayer() const;
    /// The control line that the selected row is about, else the first; null where there is none.
    const project::Layer* lineLayer() const;
    /// The parcels that the table lists.
    QSet<qint64> listed() const;

Q_SIGNALS:
    void tableChanged();
    void rowChanged();
    void parcelChosen(qint64 feature);
    void layersWanted(); ///< one is lacking
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Made = std::shared_ptr<const spatial::ProjectTable>;

    spatial::TableKind kind() const;
    Made made() const { return m_made.value(kind()); }
    void load();
    void fillYears();
    void fillLines();
    void nameLines(const QStringList& roles);
    void fillDistricts();
    void writeChoices();
    void readChoices();
    void plan();
    bool isStale() const; ///< the table shown is not what would be made now
    void showTable();
    void updateState();
    void compute();
    void choose();
    void exportTable(bool asLayer);

    Session* m_session;
    Jobs* m_jobs;
    QComboBox *m_kind, *m_year, *m_before, *m_level, *m_parcels, *m_district;
    QLabel *m_yearLabel, *m_beforeLabel, *m_levelLabel, *m_sliverLabel, *m_orLabel;
    QPushButton* m_lines;
    QMenu* m_lineMenu;
    QCheckBox* m_byName;
    QDoubleSpinBox *m_sliver, *m_width;
    QLabel *m_head, *m_notice, *m_closing;
    QTableView* m_table;
    LandTableModel* m_model;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QAction *m_run, *m_stop, *m_export, *m_exportLayer, *m_zoom;
    QMap<spatial::TableKind, spatial::TableChoices> m_choices; ///< as set here
    QMap<spatial::TableKind, Made> m_made;
    spatial::TablePlan m_plan;
    QString m_path; ///< of the project that these are of
    int m_job = 0;
    bool m_stale = true, m_writing = false;
};

} // namespace checkup::workspace
