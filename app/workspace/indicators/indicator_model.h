#pragma once

#include "core/project/year_data.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

namespace checkup::workspace {

/// The year's indicator system as a tree: dimension → category → indicator. Reads a snapshot;
/// editing is offered through editRequested(), since only the session commits. No widgets.
class IndicatorModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column {
        Code,
        Name,
        Unit,
        Kind,
        Direction,
        Constraint,
        Department,
        Definition,
        ColumnCount
    };
    enum Role {
        CodeRole = Qt::UserRole + 1, ///< indicator code, empty for groups
        SearchRole,                  ///< everything a search looks at
        ExcludedRole,
        RecalledRole,
        KindRole, ///< key of the kind
    };

    explicit IndicatorModel(QObject* parent = nullptr);

    void setData(project::YearDataPtr data);
    void retranslate();
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    QModelIndex indexOf(const QString& code) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// What was typed cannot stand; a sentence.
    void refused(const QString& sentence);
    /// A cell was edited: the indicator as it should become.
    void editRequested(const checkup::catalogue::Indicator& indicator);

private:
    struct Node
    {
        QString title, titleEn;
        int indicator = -1; ///< position in the catalogue, -1 for groups
        int parent = -1;
        int row = 0;
        int included = 0; ///< indicators below that are not excluded
        QList<int> children;
    };
    void build();
    const Node* node(const QModelIndex& index) const;
    QVariant indicatorData(const catalogue::Indicator& indicator, int column, int role) const;

    project::YearDataPtr m_data;
    bool m_readOnly = false;
    QList<Node> m_nodes; ///< the root first
};

/// Keeps what matches the words of a search and the chosen kinds; groups stay while they hold a
/// match.
class IndicatorFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit IndicatorFilter(QObject* parent = nullptr);

    void setWords(const QString& words);
    void setKind(const QString& kindKey); ///< empty: all
    void setOnlyRecalled(bool only);
    void setOnlyExcluded(bool only);
    int matches() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    QString m_kind;
    bool m_onlyRecalled = false, m_onlyExcluded = false;
};

} // namespace checkup::workspace
