#include "app/workspace/collection/returns_view.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/file_tools.h"

#include <QComboBox>
#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QTableView* makeTable(const QString& name, QStandardItemModel* model, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setObjectName(name);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void addRow(QStandardItemModel* model, const QStringList& texts,
            const std::optional<QColor>& colour = {})
{
    QList<QStandardItem*> items;
    for (const QString& text : texts) {
        auto* item = new QStandardItem(text);
        item->setToolTip(text);
        if (colour)
            item->setForeground(*colour);
        items.append(item);
    }
    model->appendRow(items);
}

void setWidths(QTableView* table, const QList<int>& widths)
{
    for (int column = 0; column < widths.size(); ++column)
        table->setColumnWidth(column, Theme::scaled(widths[column]));
}

} // namespace

ReturnsView::ReturnsView(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_departments(new QStandardItemModel(this))
    , m_versions(new QStandardItemModel(this))
    , m_differences(new QStandardItemModel(this))
    , m_departmentTable(makeTable(u"returnDepartments"_s, m_departments, this))
    , m_versionTable(makeTable(u"returnVersions"_s, m_versions, this))
    , m_differenceTable(makeTable(u"returnDifferences"_s, m_differences, this))
    , m_versionCard(new Card(this))
    , m_differenceCard(new Card(this))
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
    , m_summary(makeLabel())
    , m_hint(makeLabel({}, "dim"))
    , m_nothing(makeLabel({}, "dim"))
    , m_open(new QPushButton(this))
    , m_save(new QPushButton(this))
{
    m_from->setObjectName(u"returnFrom"_s);
    m_to->setObjectName(u"returnTo"_s);
    m_open->setObjectName(u"returnOpen"_s);
    m_save->setObjectName(u"returnSave"_s);
    m_versionCard->body()->addWidget(m_versionTable);
    m_versionCard->tools()->addWidget(m_open);
    m_versionCard->tools()->addWidget(m_save);
    m_differenceCard->tools()->addWidget(m_from);
    m_differenceCard->tools()->addWidget(m_to);
    m_differenceCard->body()->addWidget(m_differenceTable, 1);
    m_differenceCard->body()->addWidget(m_nothing);

    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_versionCard, 2);
    column->addWidget(m_differenceCard, 3);
    auto* split = new QSplitter(this);
    split->addWidget(m_departmentTable);
    split->addWidget(right);
    split->setStretchFactor(0, 6);
    split->setStretchFactor(1, 5);
    split->setChildrenCollapsible(false);
    auto* top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(m_hint);
    m_hint->setWordWrap(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(top);
    layout->addWidget(split, 1);

    connect(session, &Session::dataChanged, this, &ReturnsView::refresh);
    connect(session, &Session::closed, this, &ReturnsView::refresh);
    connect(m_departmentTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReturnsView::showDepartment);
    connect(m_versionTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] {
                m_open->setEnabled(currentVersion());
                m_save->setEnabled(currentVersion());
            });
    for (QComboBox* box : {m_from, m_to})
        connect(box, &QComboBox::currentIndexChanged, this, &ReturnsView::showDifferences);
    connect(m_open, &QPushButton::clicked, this, &ReturnsView::openVersion);
    connect(m_versionTable, &QTableView::activated, this, &ReturnsView::openVersion);
    connect(m_save, &QPushButton::clicked, this, &ReturnsView::saveVersion);
    retranslate();
}

void ReturnsView::retranslate()
{
    m_departmentTable->setAccessibleName(tr("各部门的报送情况"));
    m_versionTable->setAccessibleName(tr("所选部门的各次报送"));
    m_differenceTable->setAccessibleName(tr("两次报送之间的差别"));
    m_from->setAccessibleName(tr("从哪一次"));
    m_to->setAccessibleName(tr("到哪一次"));
    m_open->setText(tr("打开原件"));
    m_save->setText(tr("另存原件…"));
    m_hint->setText(tr("把返回的文件夹拖到这里"));
    m_differenceCard->setTitle(tr("两次之间的差别"));
    m_departments->setHorizontalHeaderLabels(
        {tr("部门"), tr("报送"), tr("填写"), tr("拒收"), tr("日期"), tr("期限")});
    m_versions->setHorizontalHeaderLabels(
        {tr("次"), tr("收到"), tr("填报日期"), tr("填表人"), tr("文件")});
    m_differences->setHorizontalHeaderLabels(
        {tr("差别"), tr("项目"), tr("地区"), tr("年份"), tr("原来"), tr("现在"), tr("位置")});
    setWidths(m_departmentTable, {104, 144, 76, 46, 88});
    setWidths(m_versionTable, {36, 92, 92, 90});
    setWidths(m_differenceTable, {48, 130, 64, 48, 90, 90});
    m_stale = true;
    refresh();
}

void ReturnsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

const collect::DepartmentReturns* ReturnsView::current() const
{
    const int row = m_departmentTable->currentIndex().row();
    return row >= 0 && row < m_overview.size() ? &m_overview[row] : nullptr;
}

const project::Return* ReturnsView::currentVersion() const
{
    const collect::DepartmentReturns* department = current();
    const int row = m_versionTable->currentIndex().row();
    if (!department || row < 0 || row >= department->versions.size())
        return nullptr;
    return &department->versions[department->versions.size() - 1 - row]; // newest on top
}

void ReturnsView::refresh()
{
    m_stale = !isVisible();
    if (m_stale && m_session->isOpen())
        return;
    const QString selected = current() ? current()->department.name : QString();
    const auto year = m_session->data();
    m_departments->removeRows(0, m_departments->rowCount());
    m_overview.clear();
    if (!year) {
        showDepartment();
        return;
    }
    const QDate cutOff = year->info.cutOff;
    m_overview = collect::returnOverview(*year, cutOff.isValid() ? cutOff : QDate::currentDate());
    int came = 0, late = 0;
    for (const collect::DepartmentReturns& one : std::as_const(m_overview)) {
        came += one.owing() ? 0 : 1;
        late += one.daysLate > 0 ? 1 : 0;
        const QString state = one.owing() && one.daysLate > 0
                                  ? tr("未报送，逾期 %1 天").arg(one.daysLate)
                              : one.owing()             ? tr("未报送")
                              : one.daysLate > 0        ? tr("迟 %1 天").arg(one.daysLate)
                              : one.versions.size() > 1 ? tr("第 %1 次").arg(one.versions.size())
                                                        : tr("已报送");
        addRow(
            m_departments,
            {one.department.name, state,
             one.owing() ? u"0 / %1"_s.arg(one.asked) : u"%1 / %2"_s.arg(one.filled).arg(one.asked),
             one.refused > 0 ? QString::number(one.refused) : QString(),
             one.department.returnedAt.toString(Qt::ISODate),
             one.department.deadline.toString(Qt::ISODate)});
        QStandardItem* shown = m_departments->item(m_departments->rowCount() - 1, 1);
        if (one.daysLate > 0)
            shown->setForeground(Theme::colour(Theme::Role::Danger));
        else if (!one.owing())
            shown->setForeground(Theme::colour(Theme::Role::Good));
    }
    m_summary->setText(m_overview.isEmpty()
                           ? tr("指标体系中没有要向部门收取的数据。")
                           : tr("%1 个部门，已报送 %2 个，逾期 %3 个；以 %4 为准。")
                                 .arg(m_overview.size())
                                 .arg(came)
                                 .arg(late)
                                 .arg(cutOff.isValid()
                                          ? tr("截止日 %1").arg(cutOff.toString(Qt::ISODate))
                                          : tr("今天")));
    if (!reveal(selected) && !m_overview.isEmpty())
        m_departmentTable->setCurrentIndex(m_departments->index(0, 0));
    showDepartment();
}

bool ReturnsView::reveal(const QString& department)
{
    for (int row = 0; row < m_overview.size(); ++row) {
        if (m_overview[row].department.name == department) {
            m_departmentTable->setCurrentIndex(m_departments->index(row, 0));
            return true;
        }
    }
    return false;
}

void ReturnsView::showDepartment()
{
    const collect::DepartmentReturns* department = current();
    m_versions->removeRows(0, m_versions->rowCount());
    const QSignalBlocker quietFrom(m_from), quietTo(m_to);
    m_from->clear();
    m_to->clear();
    m_versionCard->setTitle(department ? tr("%1的报送").arg(department->department.name)
                                       : tr("报送"));
    if (department) {
        for (auto version = department->versions.crbegin(); version != department->versions.crend();
             ++version) {
            addRow(m_versions,
                   {QString::number(version->version),
                    version->takenAt.toLocalTime().date().toString(Qt::ISODate),
                    version->filledOn.toString(Qt::ISODate), version->person, version->fileName});
        }
        for (const project::Return& version : department->versions) {
            m_from->addItem(tr("第 %1 次").arg(version.version), version.version);
            m_to->addItem(tr("第 %1 次").arg(version.version), version.version);
        }
        m_from->setCurrentIndex(std::max(0, m_from->count() - 2));
        m_to->setCurrentIndex(m_to->count() - 1);
        if (!department->versions.isEmpty())
            m_versionTable->setCurrentIndex(m_versions->index(0, 0));
        Q_EMIT departmentSelected(department->department.name);
    }
    m_open->setEnabled(currentVersion());
    m_save->setEnabled(currentVersion());
    showDifferences();
}

void ReturnsView::showDifferences()
{
    const collect::DepartmentReturns* department = current();
    const auto year = m_session->data();
    m_differences->removeRows(0, m_differences->rowCount());
    const bool several = department && department->versions.size() > 1;
    m_from->setVisible(several);
    m_to->setVisible(several);
    QString nothing;
    if (!department || department->versions.isEmpty()) {
        nothing = tr("还没有收到填报表。收到后拖到窗口里，核对预览再导入。");
    } else if (!several) {
        nothing = tr("只收到一次，没有可比的；更正后的填报表导入后成为下一次，原件保留。");
    } else if (year) {
        for (const collect::ReturnDifference& one : collect::returnDifference(
                 *year, department->department.name, m_from->currentData().toInt(),
                 m_to->currentData().toInt())) {
            addRow(m_differences, {collect::label(one.kind), one.name, one.region,
                                   one.year > 0 ? QString::number(one.year) : QString(), one.before,
                                   one.after, one.cell});
        }
        if (m_differences->rowCount() == 0)
            nothing = tr("两次报送没有差别。");
    }
    m_nothing->setText(nothing);
    m_nothing->setVisible(!nothing.isEmpty());
    m_differenceTable->setVisible(nothing.isEmpty());
}

void ReturnsView::writeVersion(const QString& path, std::function<void()> done)
{
    const project::Return* version = currentVersion();
    const auto year = m_session->data();
    if (!version || !year)
        return;
    const project::Attachment* kept = year->attachmentByDigest(version->sha256);
    const QString beside = kept && !kept->isInside() ? kept->path : QString();
    const QString digest = version->sha256;
    auto failure = std::make_shared<std::optional<Error>>();
    m_session->withFile(
        this,
        [failure, path, digest, beside](project::ProjectFile& file) {
            const Result<QByteArray> bytes =
                beside.isEmpty() ? file.content(digest)
                                 : readFile(QFileInfo(file.path()).absoluteDir().filePath(beside));
            if (!bytes) {
                *failure = bytes.error();
                return;
            }
            if (const Result<void> written = writeFileSafely(path, *bytes); !written)
                *failure = written.error();
        },
        [this, failure, done = std::move(done)] {
            if (*failure)
                Q_EMIT failed(**failure);
            else
                done();
        });
}

void ReturnsView::openVersion()
{
    const project::Return* version = currentVersion();
    if (!version)
        return;
    // A copy: whoever changes it in the office program changes nothing here.
    const QString path = m_opened.filePath(u"%1_%2"_s.arg(version->version).arg(version->fileName));
    writeVersion(path, [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
}

void ReturnsView::saveVersion()
{
    const project::Return* version = currentVersion();
    if (!version)
        return;
    dialogs::saveFile(
        this, {tr("原件另存为"), tr("填报表 (*.xlsx)"), version->fileName, u"xlsx"_s},
        [this](const QString& path) {
            writeVersion(path, [this, path] { Q_EMIT noticed(tr("已另存为 %1。").arg(path)); });
        });
}

} // namespace checkup::workspace
