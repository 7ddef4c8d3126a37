#include "app/workspace/audit/changes_view.h"

#include "app/language/language.h"
#include "app/workspace/audit/audit_model.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/collect/row_words.h"
#include "core/project/rows.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

enum Period { Always, Today, Week, Month, Chosen };

void keepData(QComboBox* box, const QVariant& wanted)
{
    box->setCurrentIndex(qMax(0, box->findData(wanted)));
}

} // namespace

ChangesView::ChangesView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new AuditModel(session, this))
    , m_subject(new QComboBox(this))
    , m_person(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_table(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
    , m_words(new QLineEdit(this))
    , m_count(makeLabel({}, "dim"))
    , m_list(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"history"_s, this))
    , m_card(new Card(this))
    , m_facts(makeLabel({}, "dim", 1, false, true))
    , m_detail(new QTableWidget(this))
    , m_restore(new QAction(icon(u"undo"_s), {}, this))
{
    m_subject->setObjectName(u"auditSubject"_s);
    m_person->setObjectName(u"auditPerson"_s);
    m_period->setObjectName(u"auditPeriod"_s);
    m_table->setObjectName(u"auditTable"_s);
    m_from->setObjectName(u"auditFrom"_s);
    m_to->setObjectName(u"auditTo"_s);
    m_words->setObjectName(u"auditSearch"_s);
    m_list->setObjectName(u"auditList"_s);
    m_detail->setObjectName(u"auditDetail"_s);
    m_restore->setObjectName(u"restoreAction"_s);
    m_subject->setEditable(true);
    m_subject->setInsertPolicy(QComboBox::NoInsert);
    m_subject->completer()->setFilterMode(Qt::MatchContains);
    m_subject->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_subject->setMinimumContentsLength(18);
    m_subject->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (QDateEdit* day : {m_from, m_to}) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(u"yyyy-MM-dd"_s);
        day->setDate(QDate::currentDate());
        day->hide();
    }
    m_words->setClearButtonEnabled(true);
    m_count->setWordWrap(false);

    m_list->setModel(m_model);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(false);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_list->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setStretchLastSection(true);

    m_detail->setColumnCount(3);
    m_detail->verticalHeader()->hide();
    m_detail->horizontalHeader()->setHighlightSections(false);
    m_detail->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_detail->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_detail->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_detail->setSelectionMode(QAbstractItemView::SingleSelection);
    m_detail->setTabKeyNavigation(false);
    m_detail->setAlternatingRowColors(true);

    auto* bar = new QHBoxLayout;
    bar->addWidget(m_subject, 2);
    bar->addWidget(m_person);
    bar->addWidget(m_period);
    bar->addWidget(m_from);
    bar->addWidget(m_to);
    bar->addWidget(m_table);
    bar->addWidget(m_words, 2);
    bar->addWidget(m_count);
    auto* restoreButton = new QToolButton(this);
    restoreButton->setDefaultAction(m_restore);
    restoreButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_card->tools()->addWidget(restoreButton);
    m_card->body()->addWidget(m_facts);
    m_card->body()->addWidget(m_detail, 1);
    m_card->setMinimumHeight(Theme::scaled(180));
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_card);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);
    setKind(splitter, "gap");
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_stack, 1);

    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(250);
    connect(pause, &QTimer::timeout, this, &ChangesView::apply);
    connect(m_words, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    for (QComboBox* box : {m_subject, m_person, m_table})
        connect(box, &QComboBox::activated, this, &ChangesView::apply);
    connect(m_subject->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (chosenSubject().isEmpty())
            m_subject->setCurrentIndex(0);
        apply();
    });
    connect(m_period, &QComboBox::activated, this, [this] {
        const bool chosen = m_period->currentData().toInt() == Chosen;
        m_from->setVisible(chosen);
        m_to->setVisible(chosen);
        apply();
    });
    for (QDateEdit* day : {m_from, m_to})
        connect(day, &QDateEdit::dateChanged, pause, qOverload<>(&QTimer::start));
    connect(m_empty, &EmptyState::activated, this, [this] {
        for (QComboBox* box : {m_subject, m_person, m_period, m_table})
            box->setCurrentIndex(0);
        m_from->hide();
        m_to->hide();
        m_words->clear();
        apply();
    });
    connect(m_model, &AuditModel::failed, this, &ChangesView::failed);
    connect(m_model, &AuditModel::read, this, [this] {
        fillBoxes();
        m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
        m_count->setText(m_model->canFetchMore({}) ? tr("%1 条以上").arg(m_model->rowCount())
                                                   : tr("%n 条", nullptr, m_model->rowCount()));
        if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
            m_list->setCurrentIndex(m_model->index(0, 0));
        showDetail();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ChangesView::showDetail);
    connect(m_restore, &QAction::triggered, this, &ChangesView::restore);
    connect(session, &Session::dataChanged, this, &ChangesView::refresh);
    connect(session, &Session::closed, this, [this] {
        m_model->clear();
        m_stale = true;
        showDetail();
    });
    retranslate();
}

void ChangesView::retranslate()
{
    m_subject->setAccessibleName(tr("指标或数据项"));
    m_person->setAccessibleName(tr("人员"));
    m_period->setAccessibleName(tr("时间"));
    m_table->setAccessibleName(tr("记录的种类"));
    m_from->setAccessibleName(tr("起"));
    m_to->setAccessibleName(tr("止"));
    m_words->setPlaceholderText(tr("查找说明或内容"));
    m_words->setAccessibleName(tr("查找"));
    m_list->setAccessibleName(tr("修改记录，最新的在前"));
    m_detail->setAccessibleName(tr("改动前后"));
    m_detail->setHorizontalHeaderLabels({tr("项目"), tr("之前"), tr("之后")});
    m_restore->setText(tr("恢复此前值"));
    m_empty->setTexts(tr("没有符合条件的记录"), tr("放宽上面的条件，或查看全部记录。"),
                      tr("查看全部"));
    m_model->retranslate();
    fillBoxes();
    for (int column = 0; column < AuditModel::Reason; ++column)
        m_list->setColumnWidth(column, Theme::scaled(QList<int>{150, 84, 210, 290}.at(column)));
    showDetail();
}

void ChangesView::fillBoxes()
{
    const QString subject = chosenSubject();
    const QVariant person = m_person->currentData(), period = m_period->currentData(),
                   table = m_table->currentData();
    const project::YearDataPtr held = m_session->data();
    m_subject->clear();
    m_subject->addItem(tr("全部指标"), QString());
    if (held) {
        for (const catalogue::Indicator& indicator : held->catalogue.indicators)
            m_subject->addItem(u"%1 %2"_s.arg(indicator.code,
                                              language::choose(indicator.nameZh, indicator.nameEn)),
                               indicator.code);
        for (const catalogue::Quantity& quantity : held->catalogue.quantities)
            m_subject->addItem(
                u"%1 %2"_s.arg(quantity.id, language::choose(quantity.nameZh, quantity.nameEn)),
                quantity.id);
    }
    keepData(m_subject, subject);
    m_subject->lineEdit()->setCursorPosition(0);
    m_person->clear();
    m_person->addItem(tr("所有人"), QString());
    for (const QString& name : m_model->persons())
        m_person->addItem(name, name);
    keepData(m_person, person);
    m_period->clear();
    m_period->addItem(tr("任何时间"), Always);
    m_period->addItem(tr("今天"), Today);
    m_period->addItem(tr("近 7 天"), Week);
    m_period->addItem(tr("近 30 天"), Month);
    m_period->addItem(tr("指定起止…"), Chosen);
    keepData(m_period, period);
    m_table->clear();
    m_table->addItem(tr("各种记录"), QString());
    using project::Table;
    for (const Table kind :
         {Table::Values, Table::Documents, Table::Attachments, Table::Goals, Table::Benchmarks,
          Table::Indicators, Table::Quantities, Table::Tasks, Table::Departments, Table::Returns,
          Table::Texts, Table::Decisions, Table::Rules, Table::Info})
        m_table->addItem(collect::tableLabel(kind), project::key(kind));
    keepData(m_table, table);
}

QString ChangesView::chosenSubject() const
{
    const int typed = m_subject->findText(m_subject->currentText());
    return typed > 0 ? m_subject->itemData(typed).toString() : QString();
}

project::AuditFilter ChangesView::filter() const
{
    project::AuditFilter wanted;
    wanted.subject = chosenSubject();
    wanted.person = m_person->currentData().toString();
    wanted.table = m_table->currentData().toString();
    wanted.text = m_words->text().trimmed();
    const QDate today = QDate::currentDate();
    switch (m_period->currentData().toInt()) {
    case Today:
        wanted.from = today.startOfDay();
        break;
    case Week:
        wanted.from = today.addDays(-6).startOfDay();
        break;
    case Month:
        wanted.from = today.addDays(-29).startOfDay();
        break;
    case Chosen:
        wanted.from = qMin(m_from->date(), m_to->date()).startOfDay();
        wanted.to = qMax(m_from->date(), m_to->date()).endOfDay();
        break;
    default:
        break;
    }
    return wanted;
}

void ChangesView::apply()
{
    m_stale = false;
    if (m_session->isOpen())
        m_model->setFilter(filter());
}

void ChangesView::refresh()
{
    m_stale = true;
    if (isVisible())
        apply();
}

void ChangesView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        apply();
}

void ChangesView::showSubject(const QString& subject)
{
    if (m_subject->findData(subject) < 0)
        fillBoxes();
    keepData(m_subject, subject);
    m_subject->lineEdit()->setCursorPosition(0);
    m_stale = true;
    if (isVisible())
        apply();
}

void ChangesView::showDetail()
{
    const int row = m_list->currentIndex().row();
    const project::AuditEntry* entry = m_model->at(row);
    const QString name = m_model->rowName(row);
    m_restore->setEnabled(entry && !name.isEmpty() && !m_session->isReadOnly());
    m_restore->setToolTip(m_session->isReadOnly()
                              ? m_session->readOnlyReason()
                              : tr("把这一步改动的记录恢复为改动之前的内容；可以撤销"));
    m_card->setTitle(entry ? name.isEmpty() ? entry->label : name : QString());
    m_detail->setRowCount(0);
    if (!entry) {
        m_facts->clear();
        return;
    }
    QStringList facts{entry->label, tr("第 %1 条").arg(entry->number), entry->person,
                      entry->at.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s),
                      entry->reason.isEmpty() ? QString() : tr("理由：%1").arg(entry->reason)};
    facts.removeAll(QString());
    m_facts->setText(facts.join(u" · "_s));
    const QList<collect::RowWords::Line> lines = m_model->lines(row);
    m_detail->setRowCount(static_cast<int>(lines.size()));
    for (int line = 0; line < lines.size(); ++line) {
        const auto& said = lines.at(line);
        int column = 0;
        for (const QString& text : {said.label, said.before, said.after}) {
            auto* item = new QTableWidgetItem(text);
            item->setToolTip(text);
            m_detail->setItem(line, column++, item);
        }
    }
}

void ChangesView::restore()
{
    const project::AuditEntry* entry = m_model->at(m_list->currentIndex().row());
    if (!entry)
        return;
    auto step = std::make_shared<Result<project::ChangeSet>>(project::ChangeSet());
    m_session->withFile(
        this,
        [step, number = entry->number](project::ProjectFile& file) { *step = file.step(number); },
        [this, step] {
            if (!*step) {
                Q_EMIT failed(step->error());
                return;
            }
            project::ChangeSet back = (*step)->inverted();
            back.label = tr("恢复此前值：%1").arg(back.label);
            back.reason.clear();
            dialogs::ask(this, tr("恢复“%1”之前的内容？").arg((*step)->label),
                         tr("这一步改动了 %n 条记录，将一并恢复；如果其中有记录后来又被改动，"
                            "则不恢复并说明。恢复可以撤销。",
                            nullptr, static_cast<int>(back.changes.size())),
                         tr("恢复"), [this, back] { m_session->edit(back); });
        });
}

} // namespace checkup::workspace
