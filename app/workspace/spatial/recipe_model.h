#pragma once

#include "core/project/year_data.h"
#include "core/spatial/compute.h"

#include <QAbstractTableModel>
#include <QList>
#include <QSortFilterProxyModel>

#include <optional>

namespace checkup::workspace {

/// A quantity that layers give, as the table shows it.
struct RecipeRow
{
    spatial::RecipeStatus status;
    bool off = false; ///< switched off in this project
    QString name, unit;
    QStringList roles;              ///< of the layers it reads
    QStringList missing;            ///< of these, which no layer plays
    QStringList indicators;         ///< codes of those that use it
    std::optional<double> value;    ///< computed last, city, in `unit`
    std::optional<double> reported; ///< by the best of the other sources, in `unit`
    QString reporter;               ///< that source's name

    /// (value - reported) / reported; none without both or of a zero.
    std::optional<double> difference() const;
};

/// How a row stands: the engine's states and switched off.
enum class RecipeState { Current, Stale, NotComputed, NotComputable, Off };
RecipeState stateOf(const RecipeRow& row);
QString symbol(RecipeState state);
QString label(RecipeState state); ///< translated

/// A unit as the interface's language writes it: 平方千米, km². As it is where there is no word.
QString unitWord(const QString& unit);

/// A computed number as tables show it: six digits that count.
QString amountText(double number, const QString& unit = {});

/// All rows of a year, those switched off last. Reads nothing but the data, which must outlive
/// them; a worker may call it.
QList<RecipeRow> recipeRows(const project::YearData& data);

class RecipeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        State,
        Name,
        Value,
        Reported,
        Difference,
        Indicators,
        Layers,
        Method,
        ColumnCount
    };
    enum Role { SubjectRole = Qt::UserRole + 1, StateRole, SearchRole, SortRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<RecipeRow>& rows);
    void retranslate();
    const RecipeRow* at(int row) const;
    int rowOf(const QString& subject) const;
    int count(RecipeState state) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QList<RecipeRow> m_rows;
};

/// Words and a state.
class RecipeFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RecipeFilter(QObject* parent = nullptr);
    void setWords(const QString& words);
    void setState(int state); ///< -1: all

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    int m_state = -1;
};

} // namespace checkup::workspace
