#pragma once

#include "app/workspace/stage_page.h"

#include <QSortFilterProxyModel>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace checkup::workspace {

class Jobs;
class ReturnsView;
class ValueMatrixModel;

/// Rows of the matrix by words and by what is wrong with the status year's cell.
class MatrixFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Show { All, Gaps, Contradictions };
    using QSortFilterProxyModel::QSortFilterProxyModel;
    /// Asks for figures only where a state is asked for; nothing happens when nothing changes.
    void set(const QString& words, Show show, int statusYear);
    /// Figures changed: what is shown by state is chosen anew.
    void renew();

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    Show m_show = Show::All;
    int m_year = 0;
};

/// 数据采集: what is there, year by year; typing, pasting, importing with a preview, and the
/// workbooks for the departments; beside it 报送, what came back from whom.
class CollectionPage : public StagePage
{
    Q_OBJECT
public:
    CollectionPage(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("collection"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("collection"); }
    bool reveal(const Subject& subject) override;
    void retranslate() override;

    QList<QAction*> pageActions() const override;
    bool takeFiles(const QStringList& paths) override;

    /// Reads sources and shows the preview; also what dropping files onto the window does. A single
    /// foreign table that its header does not fully explain goes to mapTable() instead.
    void importFiles(const QStringList& paths);
    /// Shows how a foreign table is read, to be corrected and imported.
    void mapTable(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void load();
    void applyFilter();
    void updateCount();
    void fitColumns();
    void writeLegend();
    void pasteBlock();
    void copyBlock();
    void clearCells();
    void writeWorkbooks();
    void currentChanged();

    Jobs* m_jobs;
    QTabBar* m_tabs;
    QStackedWidget* m_views;
    ReturnsView* m_returns;
    ValueMatrixModel* m_model;
    MatrixFilter* m_filter;
    QTableView* m_table;
    QLineEdit* m_search;
    QComboBox *m_region, *m_rows, *m_show, *m_source;
    QLabel *m_legend, *m_count, *m_sourceLabel, *m_nothing;
    QAction *m_import, *m_mapTable, *m_workbooks, *m_paste, *m_copy, *m_clear;
    bool m_scrolled = false; ///< to the newest year, once a project
    bool m_stale = false;    ///< the year changed while another page was in front
};

} // namespace checkup::workspace
