#pragma once

#include "core/collect/import_plan.h"

#include <QAbstractTableModel>
#include <QDialog>
#include <QSortFilterProxyModel>

class QComboBox;
class QLabel;
class QTableView;

namespace checkup::workspace {

/// The cells of an import and what becomes of each. No widgets.
class ImportPreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Fate, Where, Subject, Region, Year, Before, After, Reason, ColumnCount };
    static constexpr int FateRole = Qt::UserRole + 1, FileRole = Qt::UserRole + 2;
    /// Refused, or read as something else than it stood: what a person should look at.
    static constexpr int DoubtRole = Qt::UserRole + 3;

    explicit ImportPreviewModel(collect::ImportPlan plan, QObject* parent = nullptr);

    const collect::ImportPlan& plan() const { return m_plan; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    collect::ImportPlan m_plan;
};

/// Shows what an import would do, cell by cell, before it is done. Accepted: the plan is to be
/// committed.
class ImportPreview : public QDialog
{
    Q_OBJECT
public:
    ImportPreview(const collect::ImportPlan& plan, bool readOnly, QWidget* parent = nullptr);

    /// What the sources have wrong: the plan's own issues and every refused cell.
    Issues issues() const;

Q_SIGNALS:
    void importRequested(const checkup::project::ChangeSet& changes);
    /// The user wants to look at how the one foreign table of the plan was read.
    void mappingRequested();

private:
    QStringList sayReturns(const QList<collect::PlannedReturn>& returns) const;

    ImportPreviewModel* m_model;
    QSortFilterProxyModel* m_filter;
};

} // namespace checkup::workspace
