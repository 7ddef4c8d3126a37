#include "app/workspace/spatial/class_picker.h"

#include "app/language/language.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/catalogue/land_classes.h"

#include <QDialogButtonBox>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using catalogue::LandClasses;

QList<PickableCode> pickableCodes(const QString& column, const QString& classSystem)
{
    QList<PickableCode> table;
    const auto add = [&table](const auto& one, const LandClasses& classes) {
        table.append({one.code, language::choose(one.name, one.nameEn),
                      language::choose(one.group, classes.englishGroup(one.group))});
    };
    if (column == u"cityVillage"_s) {
        const LandClasses& survey = LandClasses::of(catalogue::ClassSystem::ThirdSurvey);
        for (const catalogue::TownCode& one : survey.townCodes())
            add(one, survey);
        return table;
    }
    const auto system = catalogue::classSystemOf(classSystem);
    if (column == u"class"_s && system) {
        for (const catalogue::LandClass& one : LandClasses::of(*system).classes())
            add(one, LandClasses::of(*system));
    }
    return table;
}

QString namesOf(const QStringList& codes, const QList<PickableCode>& table)
{
    QStringList names;
    for (const QString& code : codes) {
        const auto found = std::find_if(table.cbegin(), table.cend(),
                                        [&](const PickableCode& one) { return one.code == code; });
        if (found != table.cend())
            names.append(found->name);
    }
    return names.join(u'、');
}

ClassPicker::ClassPicker(const QList<PickableCode>& table, const QStringList& chosen,
                         QWidget* parent)
    : QDialog(parent)
    , m_before(chosen)
    , m_search(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
{
    setObjectName(u"classPicker"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("选择编码"));
    m_search->setPlaceholderText(tr("按编码或名称查找"));
    m_search->setAccessibleName(tr("查找"));
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(u"classTree"_s);
    m_tree->setAccessibleName(tr("编码表"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    QHash<QString, QTreeWidgetItem*> groups;
    const auto add = [&](const PickableCode& one) {
        QTreeWidgetItem*& group = groups[one.group];
        if (!group) {
            group = new QTreeWidgetItem(m_tree, {one.group});
            group->setFlags(group->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsAutoTristate);
        }
        auto* item = new QTreeWidgetItem(group, {(one.code + u' ' + one.name).trimmed()});
        item->setData(0, Qt::UserRole, one.code);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(0, chosen.contains(one.code) ? Qt::Checked : Qt::Unchecked);
    };
    for (const PickableCode& one : table)
        add(one);
    for (const QString& code : chosen) {
        if (std::none_of(table.cbegin(), table.cend(),
                         [&](const PickableCode& one) { return one.code == code; }))
            add({code, {}, tr("表中没有的")});
    }
    for (QTreeWidgetItem* group : std::as_const(groups))
        group->setExpanded(group->checkState(0) != Qt::Unchecked);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("确定"), QDialogButtonBox::AcceptRole)->setObjectName(u"classPickerOk"_s);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(
        makeLabel(tr("空格勾选。“开头是”一个编码时，它下面的各级编码都算在内。"), "faint"));
    layout->addWidget(buttons);
    resize(Theme::scaled(420), Theme::scaled(520));
    connect(m_search, &QLineEdit::textChanged, this, &ClassPicker::filter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT this->chosen(codes());
        accept();
    });
}

QStringList ClassPicker::codes() const
{
    QStringList ticked;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* group = m_tree->topLevelItem(i);
        for (int j = 0; j < group->childCount(); ++j) {
            if (group->child(j)->checkState(0) == Qt::Checked)
                ticked.append(group->child(j)->data(0, Qt::UserRole).toString());
        }
    }
    QStringList all;
    for (const QString& code : m_before) {
        if (ticked.removeAll(code) > 0)
            all.append(code);
    }
    return all + ticked;
}

void ClassPicker::filter(const QString& words)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            const bool fits = words.isEmpty() ||
                              group->text(0).contains(words, Qt::CaseInsensitive) ||
                              group->child(j)->text(0).contains(words, Qt::CaseInsensitive);
            group->child(j)->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
        if (!words.isEmpty())
            group->setExpanded(any);
    }
}

} // namespace checkup::workspace
