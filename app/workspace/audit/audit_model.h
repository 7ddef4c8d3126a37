#pragma once

#include "app/workspace/session.h"

#include "core/collect/row_words.h"
#include "core/project/project_file.h"

#include <QAbstractTableModel>

#include <memory>

namespace checkup::workspace {

/// The audit, newest first, read a page at a time from the file's thread as the table scrolls.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Person, What, Row, Reason, ColumnCount };

    explicit AuditModel(Session* session, QObject* parent = nullptr);

    /// Starts again from the newest row that the filter lets through (its paging is ours).
    void setFilter(const project::AuditFilter& filter);
    void clear();
    void retranslate();

    const project::AuditEntry* at(int row) const;
    /// The row changed, in words; empty for the row of a new file.
    QList<collect::RowWords::Line> lines(int row) const;
    /// "数值：耕地保有量 厦门市 2022 年（部门报送）"
    QString rowName(int row) const;
    /// Everyone who wrote, as of the last start.
    const QStringList& persons() const { return m_persons; }
    bool isReading() const { return m_reading; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void read(); ///< a page has come; the first one also brings persons()
    void failed(const checkup::Error& error);

private:
    void readPage(bool first);

    Session* m_session;
    project::AuditFilter m_filter;
    QList<project::AuditEntry> m_entries;
    QStringList m_persons;
    project::YearDataPtr m_held; ///< what m_words reads
    std::unique_ptr<collect::RowWords> m_words;
    int m_request = 0; ///< numbers the starts, so that a late page is dropped
    bool m_complete = true, m_reading = false;
};

} // namespace checkup::workspace
