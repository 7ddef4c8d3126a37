#include "app/workspace/spatial/take_dialog.h"

#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/spatial/layer_form.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/project/project_file.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::LayerGuess;

TakeDialog::TakeDialog(Session* session, Jobs* jobs, const QStringList& paths,
                       const std::optional<project::Layer>& replaced, QWidget* parent,
                       const QStringList& tables)
    : QDialog(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_paths(paths)
    , m_tables(tables)
    , m_replaced(replaced)
    , m_stack(new QStackedWidget(this))
    , m_wait(makeLabel(tables.isEmpty() ? tr("正在查看文件里的图层…") : tr("正在查看数据库里的表…"),
                       "dim"))
    , m_count(makeLabel({}, "dim"))
    , m_list(new QTableWidget(0, 3, this))
    , m_form(new LayerForm(jobs, true, this))
{
    setObjectName(u"takeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(replaced ? tr("替换图层：%1").arg(replaced->name) : tr("添加图层"));
    m_list->setObjectName(u"takeList"_s);
    m_list->setAccessibleName(tr("找到的图层"));
    m_list->setHorizontalHeaderLabels({tr("图层"), tr("角色"), tr("要素")});
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_wait->setAlignment(Qt::AlignCenter);
    m_wait->setObjectName(u"takeWait"_s);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_list);
    auto* right = new QWidget(splitter);
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(12, 0, 0, 0);
    rightLayout->addWidget(m_form);
    splitter->addWidget(right);
    splitter->setSizes({430, 470});
    splitter->setChildrenCollapsible(false);
    setKind(splitter, "gap");
    m_work = splitter;
    m_stack->addWidget(m_wait);
    m_stack->addWidget(splitter);
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("添加"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"takeOk"_s);
    m_cancel = buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);
    resize(Theme::scaled(960), Theme::scaled(600));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &TakeDialog::take);
    connect(m_list, &QTableWidget::currentCellChanged, this, &TakeDialog::showCurrent);
    connect(m_list, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
        if (m_filling || item->column() != 0)
            return;
        m_found[item->row()].wanted = item->checkState() == Qt::Checked;
        update();
    });
    connect(m_form, &LayerForm::changed, this, [this] {
        if (m_shown < 0)
            return;
        m_found[m_shown].guess = m_form->guess();
        m_found[m_shown].keep = m_form->keep();
        fillRow(m_shown);
        update();
    });
    update();
    inspect();
}

TakeDialog::~TakeDialog()
{
    if (m_job != 0)
        m_jobs->cancel(m_job);
}

void TakeDialog::setDigests(std::shared_ptr<project::DigestMemory> digests)
{
    m_digests = std::move(digests);
}

void TakeDialog::done(int result)
{
    if (m_taking && result == Rejected) {
        // The first time stops the work; the dialog stays with what was settled.
        m_jobs->cancel(m_job);
        m_cancel->setEnabled(false);
        return;
    }
    QDialog::done(result);
}

void TakeDialog::inspect()
{
    const auto year = m_session->data();
    m_job = m_jobs->start<Inspected>(
        tr("查看图层"),
        [paths = m_paths, tables = m_tables,
         year](const CancelToken& cancel, const ProgressSink& progress) -> Result<Inspected> {
            Inspected all;
            for (qsizetype i = 0; i < paths.size(); ++i) {
                tellProgress(progress, double(i) / double(paths.size()),
                             tables.isEmpty() ? QFileInfo(paths.at(i)).fileName() : QString());
                const auto found = tables.isEmpty()
                                       ? spatial::inspectLayers(paths.at(i), *year, cancel)
                                       : spatial::inspectTables(paths.at(i), tables, *year, cancel);
                if (found)
                    all.layers += *found;
                else if (found.error().code() == ErrorCode::Cancelled)
                    return found.error();
                else
                    all.issues.append(
                        {Severity::Error, found.error().message(), paths.at(i), {}, {}, 1});
            }
            return all;
        },
        this,
        [this](const Result<Inspected>& inspected) {
            m_job = 0;
            if (inspected)
                show(*inspected);
            else
                m_wait->setText(inspected.error().message());
        });
}

void TakeDialog::show(const Inspected& inspected)
{
    const auto year = m_session->data();
    QStringList faults;
    for (const Issue& issue : inspected.issues)
        faults << issue.text;
    if (inspected.layers.isEmpty() || !year) {
        m_wait->setText(faults.isEmpty() ? tr("这些文件里没有图层。请选择 shp、gpkg、gdb、dxf、"
                                              "geojson、fgb、带坐标的 csv 或 osm.pbf。")
                                         : faults.join(u'\n'));
        return;
    }
    if (!inspected.issues.isEmpty())
        Q_EMIT issuesFound(tr("查看图层"), inspected.issues);
    for (LayerGuess guess : inspected.layers) {
        Found found;
        if (m_replaced && inspected.layers.size() == 1) {
            spatial::settleRole(guess, m_replaced->role, *year);
            guess.name = m_replaced->name;
            guess.year = m_replaced->year;
            if (!m_replaced->classSystem.isEmpty())
                guess.classSystem = m_replaced->classSystem;
            spatial::keepTransformation(guess, *m_replaced);
        }
        found.wanted = guess.isReady() && (!m_replaced || guess.role == m_replaced->role);
        found.guess = guess;
        m_found.append(found);
    }
    m_filling = true;
    m_list->setRowCount(static_cast<int>(m_found.size()));
    m_filling = false;
    for (int row = 0; row < m_list->rowCount(); ++row)
        fillRow(row);
    m_list->setColumnWidth(1, Theme::scaled(150));
    m_list->setColumnWidth(2, Theme::scaled(72));
    m_stack->setCurrentIndex(1);
    m_list->setCurrentCell(0, 0);
    m_list->setFocus();
    update();
}

void TakeDialog::fillRow(int row)
{
    const Found& found = m_found.at(row);
    m_filling = true;
    const auto set = [this, row](int column, const QString& text) {
        QTableWidgetItem* item = m_list->item(row, column);
        if (!item) {
            item = new QTableWidgetItem;
            m_list->setItem(row, column, item);
        }
        item->setText(text);
        item->setToolTip(text);
        return item;
    };
    QString shown = found.guess.fileName;
    if (!shown.contains(found.guess.layer) && !found.guess.layer.isEmpty())
        shown += u" ▸ "_s + found.guess.layer;
    QTableWidgetItem* first = set(0, shown);
    first->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
    first->setCheckState(found.wanted ? Qt::Checked : Qt::Unchecked);
    QTableWidgetItem* role =
        set(1, found.guess.isReady()        ? roleTitle(found.guess.role)
               : found.guess.role.isEmpty() ? tr("▲ 请定角色")
                                            : tr("▲ %1").arg(roleTitle(found.guess.role)));
    role->setForeground(found.guess.isReady()
                            ? QBrush()
                            : QBrush(Theme::readable(Theme::colour(Theme::Role::Warning))));
    set(2, QLocale::c().toString(found.guess.info.features))
        ->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_filling = false;
}

void TakeDialog::showCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_found.size())
        return;
    m_shown = row;
    m_form->setGuess(m_found.at(row).guess, m_found.at(row).keep, m_session->data());
}

void TakeDialog::update()
{
    qsizetype wanted = 0, open = 0;
    for (const Found& found : std::as_const(m_found)) {
        wanted += found.wanted ? 1 : 0;
        open += found.wanted && !found.guess.isReady() ? 1 : 0;
    }
    m_work->setEnabled(!m_taking);
    m_ok->setEnabled(!m_taking && wanted > 0 && open == 0);
    m_ok->setText(m_replaced ? tr("替换") : tr("添加 %1 个图层").arg(wanted));
    m_cancel->setEnabled(true);
    m_cancel->setText(m_taking ? tr("停止") : tr("取消"));
    if (m_taking)
        m_count->setText(tr("正在检查几何并读入，进度见窗口下方…"));
    else if (m_found.isEmpty())
        m_count->clear();
    else if (open > 0)
        m_count->setText(tr("有 %1 个选中的图层还须定角色或坐标系。").arg(open));
    else
        m_count->setText(tr("找到 %1 个图层；空格键勾选。").arg(m_found.size()));
}

void TakeDialog::take()
{
    const auto year = m_session->data();
    if (!year || m_taking)
        return;
    QList<Found> wanted;
    for (const Found& found : std::as_const(m_found)) {
        if (found.wanted)
            wanted.append(found);
    }
    struct Taken
    {
        project::ChangeSet changes;
        Issues issues;
    };
    m_taking = true;
    update();
    m_job = m_jobs->start<Taken>(
        tr("读入图层"),
        [path = m_session->path(), year, wanted, replaced = m_replaced, label = windowTitle(),
         digests = m_digests](const CancelToken& cancel,
                              const ProgressSink& progress) -> Result<Taken> {
            Taken all;
            spatial::TakeOptions options;
            options.person = project::ProjectFile::currentPerson();
            options.takenAt = QDateTime::currentDateTimeUtc();
            options.digests = digests.get();
            const auto count = static_cast<double>(wanted.size());
            for (qsizetype i = 0; i < wanted.size(); ++i) {
                options.keep = wanted.at(i).keep;
                const ProgressSink part = [&progress, i, count](double share, const QString& at) {
                    tellProgress(progress, (static_cast<double>(i) + share) / count, at);
                };
                const auto taken =
                    spatial::takeLayer(path, *year, wanted.at(i).guess, options, cancel, part);
                if (!taken)
                    return taken.error().wrap(
                        TakeDialog::tr("%1 没有读入：%2")
                            .arg(wanted.at(i).guess.fileName, taken.error().message()));
                all.changes.append(*taken);
                if (all.changes.label.isEmpty())
                    all.changes.label = taken->label;
                all.issues += wanted.at(i).guess.issues;
            }
            if (replaced) {
                const bool sameRow =
                    std::any_of(all.changes.changes.cbegin(), all.changes.changes.cend(),
                                [&](const project::RowChange& change) {
                                    return change.row == replaced->id.number();
                                });
                if (!sameRow && !all.changes.isEmpty())
                    all.changes.append(project::edits::removeLayer(*year, replaced->id));
            }
            if (wanted.size() > 1 || replaced)
                all.changes.label = label;
            return all;
        },
        this,
        [this, number = wanted.size()](const Result<Taken>& answer) {
            m_job = 0;
            m_taking = false;
            if (!answer) {
                update();
                m_count->setText(answer.error().message());
                return;
            }
            m_session->edit(answer->changes);
            if (!answer->issues.isEmpty())
                Q_EMIT issuesFound(tr("读入图层"), answer->issues);
            Q_EMIT taken(static_cast<int>(number));
            accept();
        });
}

} // namespace checkup::workspace
