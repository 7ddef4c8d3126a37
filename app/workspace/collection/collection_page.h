#pragma once

#include "app/workspace/stage_page.h"

#include <QSortFilterProxyModel>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace checkup::workspace {

class Jobs;
class ValueMatrixModel;

/// Rows of the matrix by words and by what is wrong with the status year's cell.
class MatrixFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Show { All, Gaps, Contradictions };
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString& words);
    void setShow(Show show, int statusYear);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    Show m_show = Show::All;
    int m_year = 0;
};

/// 数据采集: what is there, year by year; typing, pasting, importing with a preview, and the workbooks
/// for the departments.
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

    /// Reads sources and shows the preview; also what dropping files onto the window does.
    void importFiles(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void refresh();
    void applyFilter();
    void updateCount();
    void pasteBlock();
    void copyBlock();
    void clearCells();
    void writeWorkbooks();
    void currentChanged();

    Jobs* m_jobs;
    ValueMatrixModel* m_model;
    MatrixFilter* m_filter;
    QTableView* m_table;
    QLineEdit* m_search;
    QComboBox *m_region, *m_rows, *m_show, *m_source;
    QLabel *m_legend, *m_count, *m_sourceLabel;
    QAction *m_import, *m_workbooks, *m_paste, *m_copy, *m_clear;
};

} // namespace checkup::workspace
