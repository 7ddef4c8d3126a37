#include "app/workspace/audit/audit_model.h"

#include "app/workspace/session.h"

#include "core/project/rows.h"

#include <QLocale>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 200;

} // namespace

AuditModel::AuditModel(Session* session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{}

void AuditModel::clear()
{
    beginResetModel();
    ++m_request;
    m_entries.clear();
    m_persons.clear();
    m_words.reset();
    m_held.reset();
    m_complete = true;
    m_reading = false;
    endResetModel();
}

void AuditModel::setFilter(const project::AuditFilter& filter)
{
    ++m_request;
    m_filter = filter;
    m_filter.limit = pageSize;
    m_filter.beforeNumber = 0;
    readPage(true);
}

void AuditModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void AuditModel::readPage(bool first)
{
    const project::YearDataPtr held = m_session->data();
    if (!held)
        return;
    struct Page
    {
        Result<QList<project::AuditEntry>> entries = QList<project::AuditEntry>();
        QList<project::RowChange> gone;
        QStringList persons;
    };
    auto page = std::make_shared<Page>();
    m_reading = true;
    m_session->withFile(
        this,
        [page, first, filter = m_filter](project::ProjectFile& file) {
            page->entries = file.audit(filter);
            if (!first)
                return;
            page->gone = file.removedRows().value_or(QList<project::RowChange>());
            page->persons = file.auditPersons().value_or(QStringList());
        },
        [this, page, first, held, request = m_request] {
            if (request != m_request)
                return;
            m_reading = false;
            if (!page->entries) {
                m_complete = true;
                Q_EMIT failed(page->entries.error());
                return;
            }
            const QList<project::AuditEntry>& entries = *page->entries;
            if (first) {
                beginResetModel();
                m_entries = entries;
                m_persons = page->persons;
                m_held = held;
                m_words = std::make_unique<collect::RowWords>(*m_held, page->gone);
                endResetModel();
            } else if (!entries.isEmpty()) {
                const int from = rowCount();
                beginInsertRows({}, from, from + static_cast<int>(entries.size()) - 1);
                m_entries << entries;
                endInsertRows();
            }
            m_complete = entries.size() < pageSize;
            Q_EMIT read();
        });
}

bool AuditModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_complete && !m_reading;
}

void AuditModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent) || m_entries.isEmpty())
        return;
    m_filter.beforeNumber = m_entries.last().number;
    readPage(false);
}

const project::AuditEntry* AuditModel::at(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries.at(row) : nullptr;
}

QString AuditModel::rowName(int row) const
{
    const project::AuditEntry* entry = at(row);
    const auto table = entry ? project::tableFromKey(entry->table) : std::nullopt;
    if (!table || !m_words || (entry->before.isEmpty() && entry->after.isEmpty()))
        return {};
    const QJsonObject known = entry->after.isEmpty() ? entry->beforeRow() : entry->afterRow();
    return tr("%1：%2").arg(collect::tableLabel(*table),
                            m_words->name(*table, m_words->row(*table, entry->row, known)));
}

QList<collect::RowWords::Line> AuditModel::lines(int row) const
{
    const project::AuditEntry* entry = at(row);
    const auto table = entry ? project::tableFromKey(entry->table) : std::nullopt;
    if (!table || !m_words)
        return {};
    return m_words->lines({*table, entry->row, entry->beforeRow(), entry->afterRow()});
}

int AuditModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex& index, int role) const
{
    const project::AuditEntry* entry = at(index.row());
    if (!entry || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (index.column()) {
    case Time:
        return entry->at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    case Person:
        return entry->person;
    case What:
        return entry->label;
    case Row:
        return rowName(index.row());
    case Reason:
        return entry->reason;
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("时间");
    case Person:
        return tr("人员");
    case What:
        return tr("做了什么");
    case Row:
        return tr("改动的记录");
    case Reason:
        return tr("理由");
    default:
        return {};
    }
}

} // namespace checkup::workspace
