#pragma once

#include "core/collect/cross_checks.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QSortFilterProxyModel>

#include <array>

namespace checkup::workspace {

/// Where a finding stands: its decision, and whether that still holds.
enum class FindingStatus { Open, Reopened, Corrected, Explained, Accepted, Gone };
FindingStatus statusOf(const collect::WorkItem& item);
QString label(FindingStatus status); ///< translated
QString symbol(collect::FindingSeverity severity);

/// The work list of the cross-checks as rows, in the order in which it is given.
class FindingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Severity, Subject, Region, Year, Sentence, Status, Who, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole, ///< Finding::key
        SeverityRole,           ///< int
        StatusRole,             ///< int
        RuleRole,
        DepartmentRole,
        SearchRole,
        SortRole
    };

    explicit FindingModel(QObject* parent = nullptr);

    void setItems(project::YearDataPtr data, const QList<collect::WorkItem>& items);
    void retranslate();
    QString departmentOf(const QString& subject) const; ///< as the catalogue writes it
    const QList<collect::WorkItem>& items() const { return m_items; }
    const collect::WorkItem* at(int row) const;
    int rowOf(const QString& key) const;
    int count(FindingStatus status) const;
    int count(collect::FindingSeverity severity) const; ///< of those that are still to be settled

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QString nameOf(const QString& subject) const;
    QString regionOf(const collect::WorkItem& item) const;

    project::YearDataPtr m_data;
    QList<collect::WorkItem> m_items;
    std::array<int, 6> m_states{};
    std::array<int, 3> m_severities{};
};

/// Words, severities, states, a rule, a department: all must fit; an empty one fits all.
class FindingFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit FindingFilter(QObject* parent = nullptr);

    struct Wanted
    {
        QString words, rule, department;
        QSet<int> severities, states;
        bool isEmpty() const;
    };
    void set(const Wanted& wanted);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Wanted m_wanted;
    QStringList m_words;
};

} // namespace checkup::workspace
