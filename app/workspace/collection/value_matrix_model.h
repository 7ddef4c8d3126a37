#pragma once

#include "core/assess/assessment.h"
#include "core/assess/resolver.h"
#include "core/project/change_set.h"
#include "core/project/year_data.h"

#include <QAbstractTableModel>
#include <QColor>

#include <memory>

namespace checkup::workspace {

/// Figures of one region: a row a quantity or indicator, a column a year; the vertical header says
/// the row's name and unit. Cells carry the state as symbol and colour, so that neither is alone.
/// Editing gives a change set through editRequested(). Reads a snapshot; no widgets.
class ValueMatrixModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Rows { Inputs, Indicators, Both };
    /// What a cell shows.
    enum class State {
        Present,
        Computed,
        Missing,
        NotApplicable,
        NotCollected,
        Withheld,
        Contradictory
    };
    enum Role { StateRole = Qt::UserRole + 1, UnitRole }; ///< UnitRole: of the vertical header

    explicit ValueMatrixModel(QObject* parent = nullptr);
    ~ValueMatrixModel() override;

    void setData(project::YearDataPtr data);
    void setRegion(project::RegionId region);
    void setRows(Rows rows);
    /// Whose column typed and pasted figures go into ("department", "statistics"...).
    void setSource(const QString& sourceKey);
    void setReadOnly(bool readOnly);
    /// Colours and words of states are taken anew: the theme or the language changed.
    void repaint();

    project::FigureKey figureAt(const QModelIndex& index) const; ///< empty subject without an index
    QModelIndex indexOf(const QString& subject, int year) const; ///< year 0: the status year
    /// What a search looks at: code, name in both languages, department.
    QString searchText(int row) const;
    /// A row's state in a year, without making a text of it.
    State stateOfRow(int row, int year) const;
    const QList<int>& years() const { return m_years; }

    /// A block copied from a spreadsheet (tab-separated), put at `at`: the edit, and what could not
    /// be read, cell by cell. `rowOf` and `columnOf` map steps to model rows (a filter may stand
    /// between).
    struct Pasted
    {
        project::ChangeSet changes;
        int taken = 0, unchanged = 0;
        QStringList refused;
    };
    Pasted paste(const QString& block, const QList<QModelIndex>& rowsFromCurrent,
                 int firstColumn) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    static QString label(State state);
    static QString symbol(State state);
    static QColor colour(State state); ///< to be read on the theme's surface

Q_SIGNALS:
    void editRequested(const checkup::project::ChangeSet& changes);
    /// What was typed is not a number nor a state.
    void refused(const QString& sentence);

private:
    struct Row
    {
        QString subject, name, nameEn, unit, department;
        int decimals = -1; ///< -1: as stored
    };
    void rebuild();
    State stateOf(const assess::Figure& figure) const;
    QString tip(const assess::Figure& figure) const;
    /// The edit that typing `text` into a figure means; a sentence when it means nothing.
    std::optional<QString> typed(const project::FigureKey& key, const QString& text,
                                 project::ChangeSet* out) const;

    project::YearDataPtr m_data;
    mutable std::unique_ptr<assess::Resolver> m_resolver;
    project::RegionId m_region;
    Rows m_kind = Rows::Both;
    QString m_source = QStringLiteral("department");
    bool m_readOnly = false;
    QList<Row> m_rows;
    QList<int> m_years;
};

} // namespace checkup::workspace
