#include "app/workspace/maps/subject_list.h"

#include "app/language/language.h"
#include "app/workspace/widgets/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <optional>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

SubjectList::SubjectList(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    m_search->setObjectName(name + u"Search"_s);
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(name);
    m_list->setMinimumHeight(Theme::scaled(120));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, &SubjectList::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT changed();
    });
}

void SubjectList::retranslate()
{
    m_list->setAccessibleName(tr("指标"));
    m_search->setPlaceholderText(tr("查找指标"));
    m_search->setAccessibleName(tr("查找指标"));
}

void SubjectList::setSubjects(const project::YearData& year, const QStringList& chosen)
{
    m_filling = true;
    const int place = m_list->currentRow();
    m_list->clear();
    const auto add = [&](const QString& id, const QString& name) {
        auto* item = new QListWidgetItem(id + u' ' + name, m_list);
        item->setData(Qt::UserRole, id);
        item->setToolTip(item->text());
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(id) ? Qt::Checked : Qt::Unchecked);
    };
    const auto nameOf = [&year](const QString& id) -> std::optional<QString> {
        if (const auto* indicator = year.catalogue.indicator(id))
            return language::choose(indicator->nameZh, indicator->nameEn);
        if (const auto* quantity = year.catalogue.quantity(id))
            return language::choose(quantity->nameZh, quantity->nameEn);
        return std::nullopt;
    };
    for (const QString& id : chosen)
        add(id, nameOf(id).value_or(tr("（体系中没有）")));
    for (const catalogue::Indicator& one : year.catalogue.indicators) {
        if (!chosen.contains(one.code))
            add(one.code, *nameOf(one.code));
    }
    for (const catalogue::Quantity& one : year.catalogue.quantities) {
        if (!chosen.contains(one.id))
            add(one.id, *nameOf(one.id));
    }
    m_list->setCurrentRow(place);
    m_filling = false;
    filter(m_search->text());
}

QStringList SubjectList::chosen() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            ids << m_list->item(row)->data(Qt::UserRole).toString();
    }
    return ids;
}

void SubjectList::filter(const QString& words)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(
            !m_list->item(row)->text().contains(words, Qt::CaseInsensitive));
}

} // namespace checkup::workspace
