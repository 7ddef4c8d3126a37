#include "app/workspace/spatial/database_dialog.h"

#include "app/workspace/jobs.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QLineEdit* makeField(const QString& name, const QString& placeholder, QWidget* parent)
{
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setPlaceholderText(placeholder);
    return field;
}

/// A value as libpq reads it.
QString quoted(const QString& value)
{
    QString text = value;
    text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return text.contains(u' ') || text != value ? u'\'' + text + u'\'' : text;
}

} // namespace

DatabaseDialog::DatabaseDialog(Jobs* jobs, QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_host(makeField(u"databaseHost"_s, tr("本机"), this))
    , m_port(makeField(u"databasePort"_s, u"5432"_s, this))
    , m_database(makeField(u"databaseName"_s, tr("如 gis"), this))
    , m_user(makeField(u"databaseUser"_s, tr("与系统用户同名"), this))
    , m_service(makeField(u"databaseService"_s, tr("可不填；有服务名时其余都可不填"), this))
    , m_list(new QPushButton(tr("连接并列出表"), this))
    , m_stack(new QStackedWidget(this))
    , m_message(makeLabel({}, "dim", 1, false, true))
    , m_count(makeLabel({}, "dim"))
    , m_tables(new QTableWidget(0, 4, this))
{
    setObjectName(u"databaseDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("从数据库添加图层"));
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_port->setMaximumWidth(Theme::scaled(90));
    m_list->setObjectName(u"databaseList"_s);
    m_list->setDefault(true);
    m_tables->setObjectName(u"databaseTables"_s);
    m_tables->setAccessibleName(tr("数据库里的空间表"));
    m_tables->setHorizontalHeaderLabels({tr("表"), tr("图形"), tr("坐标系"), tr("约有要素")});
    m_tables->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tables->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tables->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tables->setTabKeyNavigation(false);
    m_tables->verticalHeader()->hide();
    m_tables->verticalHeader()->setDefaultSectionSize(Theme::scaled(28));
    m_tables->horizontalHeader()->setHighlightSections(false);
    m_tables->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_message->setObjectName(u"databaseMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setText(tr("填好连接后按回车。只用来读：数据库里不会写入任何东西，图层留在库里，"
                          "面积、个数、叠加等在库里计算。"));

    auto* place = new QHBoxLayout;
    place->addWidget(m_host, 1);
    auto* portLabel = makeLabel(tr("端口(&P)"));
    portLabel->setWordWrap(false);
    portLabel->setBuddy(m_port);
    place->addWidget(portLabel);
    place->addWidget(m_port);
    auto* form = new QFormLayout;
    form->addRow(tr("服务器(&H)"), place);
    qobject_cast<QLabel*>(form->labelForField(place))->setBuddy(m_host);
    form->addRow(tr("数据库(&D)"), m_database);
    form->addRow(tr("用户(&U)"), m_user);
    form->addRow(tr("服务名(&S)"), m_service);
    auto* password = makeLabel(
        tr("密码不在这里填，也不存进项目：写在 .pgpass（Windows 上是 pgpass.conf）、服务文件或环境"
           "变量 PGPASSWORD 里，连接时自动取用。"),
        "dim");
    auto* ask = new QHBoxLayout;
    ask->addWidget(password, 1);
    ask->addWidget(m_list, 0, Qt::AlignBottom);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_tables);
    auto* buttons = new QDialogButtonBox(this);
    m_next = buttons->addButton(tr("下一步…"), QDialogButtonBox::AcceptRole);
    m_next->setObjectName(u"databaseNext"_s);
    buttons->addButton(tr("取消"), QDialogButtonBox::RejectRole);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_count, 1);
    foot->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(ask);
    layout->addWidget(makeLine());
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);
    resize(Theme::scaled(620), Theme::scaled(560));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QPushButton::clicked, this, &DatabaseDialog::list);
    connect(m_next, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(m_listed, ticked());
        accept();
    });
    connect(m_tables, &QTableWidget::itemChanged, this, [this] {
        if (!m_filling)
            update();
    });
    for (QLineEdit* field : {m_host, m_port, m_database, m_user, m_service})
        connect(field, &QLineEdit::textChanged, this, &DatabaseDialog::update);
    update();
}

DatabaseDialog::~DatabaseDialog()
{
    if (m_job != 0)
        m_jobs->cancel(m_job);
}

QString DatabaseDialog::connection() const
{
    QString text = u"PG:"_s;
    const auto add = [&text](const QString& key, const QLineEdit* field) {
        const QString value = field->text().trimmed();
        if (!value.isEmpty())
            text += key + u'=' + quoted(value) + u' ';
    };
    add(u"service"_s, m_service);
    add(u"host"_s, m_host);
    add(u"port"_s, m_port);
    add(u"dbname"_s, m_database);
    add(u"user"_s, m_user);
    return text + u"connect_timeout=10"_s;
}

void DatabaseDialog::list()
{
    if (m_job != 0)
        m_jobs->cancel(m_job);
    m_listed = connection();
    m_tables->setRowCount(0);
    m_stack->setCurrentWidget(m_message);
    setKind(m_message, "dim");
    m_message->setText(tr("正在连接…"));
    using Tables = QList<spatial::DatabaseTable>;
    m_job = m_jobs->start<Tables>(
        tr("读取数据库里的表"),
        [connection = m_listed](const CancelToken& cancel, const ProgressSink&) {
            return spatial::databaseTables(connection, cancel);
        },
        this,
        [this, asked = m_listed](const Result<Tables>& tables) {
            if (asked != m_listed)
                return;
            m_job = 0;
            show(tables);
        });
    update();
}

void DatabaseDialog::show(const Result<QList<spatial::DatabaseTable>>& tables)
{
    if (!tables || tables->isEmpty()) {
        setKind(m_message, tables ? "dim" : "danger");
        m_message->setText(tables ? tr("这个数据库里没有您能读的空间表。请确认它装有 "
                                       "PostGIS，并请管理员给您读表的权限。")
                                  : tables.error().message() + u'\n' + tables.error().detail());
        update();
        return;
    }
    m_filling = true;
    m_tables->setRowCount(static_cast<int>(tables->size()));
    for (int row = 0; row < m_tables->rowCount(); ++row) {
        const spatial::DatabaseTable& table = tables->at(row);
        const QStringList texts{table.name, table.kind,
                                table.srid > 0 ? u"EPSG:%1"_s.arg(table.srid) : tr("未注明"),
                                table.rows >= 0 ? QLocale::c().toString(table.rows) : tr("不详")};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts.at(column));
            item->setToolTip(texts.at(column));
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            if (column == 0) {
                item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
                item->setCheckState(Qt::Unchecked);
            }
            if (column == 3)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_tables->setItem(row, column, item);
        }
    }
    m_filling = false;
    m_tables->resizeColumnToContents(1);
    m_tables->resizeColumnToContents(2);
    m_stack->setCurrentWidget(m_tables);
    m_tables->setCurrentCell(0, 0);
    m_tables->setFocus();
    update();
}

QStringList DatabaseDialog::ticked() const
{
    QStringList names;
    for (int row = 0; row < m_tables->rowCount(); ++row) {
        const QTableWidgetItem* item = m_tables->item(row, 0);
        if (item && item->checkState() == Qt::Checked)
            names << item->text();
    }
    return names;
}

void DatabaseDialog::update()
{
    const bool some =
        !m_database->text().trimmed().isEmpty() || !m_service->text().trimmed().isEmpty();
    m_list->setEnabled(some);
    m_list->setToolTip(some ? QString() : tr("请填数据库名或服务名。"));
    const auto wanted = ticked().size();
    const bool fresh = m_listed == connection();
    m_next->setEnabled(fresh && m_job == 0 && wanted > 0);
    (m_next->isEnabled() ? m_next : m_list)->setDefault(true); // what Return does
    if (m_tables->rowCount() == 0)
        m_count->clear();
    else if (!fresh)
        m_count->setText(tr("连接改过了，请再列一次。"));
    else
        m_count->setText(tr("%1 个表，选了 %2 个；空格键勾选，回车下一步。")
                             .arg(m_tables->rowCount())
                             .arg(wanted));
}

} // namespace checkup::workspace
