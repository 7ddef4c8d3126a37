#include "app/workspace/shell/issues_dialog.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

IssuesDialog::IssuesDialog(const QString& what, const Issues& issues, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"issuesDialog"_s);
    setWindowTitle(tr("提醒"));
    auto* table = new QTableWidget(static_cast<int>(issues.size()), 3, this);
    table->setObjectName(u"issuesTable"_s);
    table->setAccessibleName(tr("提醒"));
    table->setHorizontalHeaderLabels({tr("轻重"), tr("位置"), tr("说明")});
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->setColumnWidth(0, Theme::scaled(70));
    table->setColumnWidth(1, Theme::scaled(300));
    QStringList sentences;
    for (int row = 0; row < table->rowCount(); ++row) {
        const Issue& issue = issues[row];
        sentences << toSentence(issue);
        QStringList where{issue.file, issue.sheet, issue.cell};
        where.removeAll(QString());
        const QString grave = issue.severity == Severity::Error     ? tr("错误")
                              : issue.severity == Severity::Warning ? tr("警告")
                                                                    : tr("说明");
        auto* first = new QTableWidgetItem(grave);
        first->setForeground(Theme::colour(issue.severity == Severity::Error ? Theme::Role::Danger
                                           : issue.severity == Severity::Warning
                                               ? Theme::Role::Warning
                                               : Theme::Role::Dim));
        table->setItem(row, 0, first);
        table->setItem(row, 1, new QTableWidgetItem(where.join(u" ▸ "_s)));
        table->setItem(row, 2, new QTableWidgetItem(issue.text));
        table->item(row, 2)->setToolTip(issue.text);
    }
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* copy = buttons->addButton(tr("复制全部"), QDialogButtonBox::ActionRole);
    buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole)->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this,
            [text = sentences.join(u'\n')] { QGuiApplication::clipboard()->setText(text); });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(tr("%1，有 %2 处提醒。").arg(what).arg(issues.size())));
    layout->addWidget(table, 1);
    layout->addWidget(buttons);
    resize(Theme::scaled(900), Theme::scaled(460));
}

} // namespace checkup::workspace
