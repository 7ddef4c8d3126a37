#include "app/workspace/maps/style_list.h"

#include "app/workspace/maps/style_fields.h"
#include "app/workspace/widgets/theme.h"

#include "core/catalogue/land_classes.h"

#include <QHeaderView>
#include <QSet>
#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;

namespace {

constexpr int spotNumber = Qt::UserRole;
constexpr int groupTitle = Qt::UserRole + 1;

LayerGeometry geometryOf(const QString& role)
{
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    return known ? known->geometry : LayerGeometry::Polygon;
}

} // namespace

StyleList::StyleList(QWidget* parent)
    : QTreeWidget(parent)
{
    setObjectName(u"styleList"_s);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIconSize(QSize(Theme::scaled(30), Theme::scaled(18)));
    setTextElideMode(Qt::ElideRight);
    connect(this, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT chosen();
    });
}

QTreeWidgetItem* StyleList::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(this, {title});
    group->setData(0, groupTitle, title);
    group->setFont(0, Theme::font(1, true));
    return group;
}

QTreeWidgetItem* StyleList::add(QTreeWidgetItem* parent, const QString& text, const StyleSpot& spot,
                                const draw::Symbol* symbol, bool own)
{
    auto* item = new QTreeWidgetItem(parent, {text});
    item->setData(0, spotNumber, static_cast<int>(m_spots.size()));
    m_spots << spot;
    if (symbol)
        item->setIcon(0, swatchOf(*symbol, geometryOf(spot.role), devicePixelRatioF()));
    if (own) {
        item->setFont(0, Theme::font(1, true));
        item->setToolTip(0, tr("%1：本项目改过").arg(text));
    } else {
        item->setToolTip(0, text);
    }
    return item;
}

void StyleList::addMissing(const Contents& contents)
{
    qsizetype all = 0;
    for (const auto& values : contents.missing)
        all += values.size();
    if (all == 0)
        return;
    QTreeWidgetItem* const group = addGroup(tr("没有符号的代码（%1）").arg(all));
    group->setData(0, groupTitle, u"missing"_s);
    group->setForeground(0, Theme::colour(Theme::Role::Danger));
    const draw::Symbol unknown = draw::unknownCase().symbol;
    for (const auto& [layer, values] : contents.missing.asKeyValueRange()) {
        for (const auto& [value, features] : values.asKeyValueRange())
            add(group,
                tr("%1 %2，%3 个")
                    .arg(catalogue::layerTitle(layer.first), value.isEmpty() ? tr("（空）") : value)
                    .arg(features),
                {StyleSpot::Kind::Missing, layer.first, layer.second, 0, value}, &unknown, false);
    }
    group->setExpanded(true);
}

void StyleList::addSystems(const Contents& contents)
{
    for (const QString& system : contents.all->systems()) {
        if (contents.onlyThese && !contents.systems.isEmpty() && !contents.systems.contains(system))
            continue;
        const auto known = catalogue::classSystemOf(system);
        QTreeWidgetItem* const group = addGroup(
            tr("地类：%1").arg(known ? catalogue::LandClasses::of(*known).name() : system));
        const QList<draw::SymbolCase> own = contents.own->classesOf(system);
        for (const draw::SymbolCase& one : contents.all->classesOf(system))
            add(group, one.values.constFirst() + u' ' + one.name,
                {StyleSpot::Kind::Class, {}, system, 0, one.values.constFirst()}, &one.symbol,
                own.contains(one));
    }
}

void StyleList::addCases(QTreeWidgetItem* parent, const draw::RoleStyle& style)
{
    if (style.byClass || style.style.column.isEmpty())
        return;
    for (qsizetype i = 0; i < style.style.cases.size(); ++i) {
        const draw::SymbolCase& one = style.style.cases[i];
        add(parent, one.name,
            {StyleSpot::Kind::Case, style.role, style.system, static_cast<int>(i), {}}, &one.symbol,
            false);
    }
    if (!style.style.listsOthers)
        add(parent, style.style.otherwise.name,
            {StyleSpot::Kind::Otherwise, style.role, style.system, 0, {}},
            &style.style.otherwise.symbol, false);
}

void StyleList::addRoles(const Contents& contents)
{
    QMap<QString, QTreeWidgetItem*> groups;
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        if (role.geometry == LayerGeometry::Table ||
            (contents.onlyThese && !contents.roles.contains(role.code)))
            continue;
        QTreeWidgetItem*& group = groups[role.group];
        if (!group)
            group = addGroup(role.group);
        QList<draw::RoleStyle> styles;
        for (const draw::RoleStyle& style : contents.all->roleStyles()) {
            if (style.role == role.code)
                styles << style;
        }
        if (styles.isEmpty()) {
            draw::RoleStyle plain;
            plain.role = role.code;
            plain.style = contents.all->styleOf(role.code);
            styles << plain;
        }
        for (const draw::RoleStyle& style : styles) {
            const auto system = catalogue::classSystemOf(style.system);
            QString name = role.code + u' ' + role.name;
            if (system)
                name = tr("%1（%2）").arg(name, catalogue::LandClasses::of(*system).name());
            const draw::SymbolCase* first = style.style.cases.isEmpty()
                                                ? &style.style.otherwise
                                                : &style.style.cases.constFirst();
            const draw::RoleStyle* const own = contents.own->roleStyle(style.role, style.system);
            auto* item =
                add(group, name, {StyleSpot::Kind::Role, style.role, style.system, 0, {}},
                    style.byClass ? nullptr : &first->symbol, own && own->key() == style.key());
            addCases(item, style);
        }
    }
}

void StyleList::show(const Contents& contents)
{
    m_filling = true;
    const StyleSpot was = spot();
    QSet<QString> open;
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        if ((*it)->isExpanded())
            open << (*it)->data(0, groupTitle).toString() + (*it)->text(0).section(u' ', 0, 0);
    }
    const bool first = topLevelItemCount() == 0;
    clear();
    m_spots.clear();
    addMissing(contents);
    addSystems(contents);
    addRoles(contents);
    for (QTreeWidgetItemIterator it(this); *it && !first; ++it) {
        if (open.contains((*it)->data(0, groupTitle).toString() +
                          (*it)->text(0).section(u' ', 0, 0)))
            (*it)->setExpanded(true);
    }
    if (first) {
        for (int i = 0; i < topLevelItemCount(); ++i)
            topLevelItem(i)->setExpanded(true);
    }
    seek();
    choose(was);
    m_filling = false;
    if (spot() != was)
        Q_EMIT chosen();
}

QTreeWidgetItem* StyleList::itemOf(const StyleSpot& wanted) const
{
    const qsizetype number = m_spots.indexOf(wanted);
    for (QTreeWidgetItemIterator it(const_cast<StyleList*>(this)); number >= 0 && *it; ++it) {
        const QVariant at = (*it)->data(0, spotNumber);
        if (at.isValid() && at.toInt() == number)
            return *it;
    }
    return nullptr;
}

StyleSpot StyleList::spot() const
{
    const QVariant at = currentItem() ? currentItem()->data(0, spotNumber) : QVariant();
    return at.isValid() ? m_spots.value(at.toInt()) : StyleSpot();
}

void StyleList::choose(const StyleSpot& wanted)
{
    if (QTreeWidgetItem* const item = itemOf(wanted)) {
        setCurrentItem(item);
        scrollToItem(item);
    }
}

void StyleList::setSwatch(const draw::Symbol& symbol)
{
    if (QTreeWidgetItem* const item = currentItem())
        item->setIcon(0, swatchOf(symbol, geometryOf(spot().role), devicePixelRatioF()));
}

void StyleList::setSought(const QString& text)
{
    m_sought = text.trimmed();
    seek();
}

void StyleList::seek()
{
    // A parent stays while any of its children does, and shows all of them when it is meant itself.
    const auto fits = [this](const QTreeWidgetItem* item) {
        return item->text(0).contains(m_sought, Qt::CaseInsensitive);
    };
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* const group = topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* const item = group->child(j);
            bool inside = false;
            for (int k = 0; k < item->childCount(); ++k)
                inside = inside || fits(item->child(k));
            const bool stays = m_sought.isEmpty() || fits(item) || inside;
            item->setHidden(!stays);
            if (!m_sought.isEmpty() && inside)
                item->setExpanded(true);
            any = any || stays;
        }
        group->setHidden(!any);
        if (any && !m_sought.isEmpty())
            group->setExpanded(true);
    }
}

} // namespace checkup::workspace
