#include "app/workspace/shell/start_page.h"

#include "app/workspace/settings.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/link_button.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, "", 2, true))
    , m_subtitle(makeLabel({}, "dim", 1.1))
    , m_new(new QPushButton)
    , m_open(new QPushButton)
    , m_sample(new QPushButton)
    , m_recent(new Card)
    , m_files(new QVBoxLayout)
    , m_hint(makeLabel({}, "dim"))
{
    setKind(m_new, "primary");
    m_new->setObjectName(u"startNewButton"_s);
    m_open->setObjectName(u"startOpenButton"_s);
    m_sample->setObjectName(u"startSampleButton"_s);
    m_new->setIcon(icon(u"plus"_s, Theme::Role::OnAccent));
    m_open->setIcon(icon(u"open"_s));
    m_sample->setIcon(icon(u"sample"_s));
    for (QPushButton* button : {m_new, m_open, m_sample})
        button->setIconSize({20, 20});

    auto* picture = new QLabel;
    picture->setPixmap(programIcon().pixmap(72, 72));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(m_new);
    buttons->addWidget(m_open);
    buttons->addWidget(m_sample);
    buttons->addStretch();
    m_recent->body()->addLayout(m_files);
    m_files->setSpacing(2);

    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    column->addStretch(2);
    auto* head = new QHBoxLayout;
    head->setSpacing(18);
    head->addWidget(picture, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(14);
    column->addLayout(buttons);
    column->addSpacing(14);
    column->addWidget(m_recent);
    column->addWidget(m_hint);
    column->addStretch(3);

    auto* holder = new QWidget;
    holder->setMaximumWidth(760);
    holder->setLayout(column);
    auto* all = new QHBoxLayout(this);
    all->addStretch(1);
    all->addWidget(holder, 8);
    all->addStretch(1);

    connect(m_new, &QPushButton::clicked, this, &StartPage::newRequested);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    connect(&Settings::instance(), &Settings::changed, this, [this](Settings::Key key) {
        if (key == Settings::Key::RecentFiles)
            fillRecent();
    });
    retranslate();
}

void StartPage::retranslate()
{
    m_title->setText(tr("城检"));
    m_subtitle->setText(
        tr("国土空间规划城市体检评估：一座城市一年的指标、数据、诊断与成果，都在一个文件里。"));
    m_new->setText(tr("新建年度…"));
    m_open->setText(tr("打开项目…"));
    m_sample->setText(tr("打开示例"));
    m_recent->setTitle(tr("最近打开"));
    m_hint->setText(tr("也可以把项目文件（*.gpkg）拖到这里打开。按 Ctrl+K 可查找命令。"));
    fillRecent();
}

void StartPage::showEvent(QShowEvent* event)
{
    fillRecent();
    QWidget::showEvent(event);
}

void StartPage::fillRecent()
{
    clearLayout(m_files);
    m_sample->setVisible(!samplePath().isEmpty());
    const QStringList files = Settings::instance().value(Settings::Key::RecentFiles).toStringList();
    if (files.isEmpty()) {
        m_files->addWidget(
            makeLabel(tr("还没有打开过项目。新建一个年度，或打开同事交来的项目文件。"), "dim"));
        return;
    }
    for (const QString& path : files.mid(0, 6)) {
        const QFileInfo info(path);
        auto* entry = new LinkButton(
            tr("%1    %2")
                .arg(info.completeBaseName(), QDir::toNativeSeparators(info.absolutePath())));
        entry->setIcon(icon(u"file"_s));
        entry->setToolTip(QDir::toNativeSeparators(path));
        connect(entry, &LinkButton::clicked, this, [this, path] { Q_EMIT fileRequested(path); });
        m_files->addWidget(entry);
    }
}

QString samplePath()
{
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString& folder :
         {program + u"/samples"_s, program + u"/../share/citycheckup/samples"_s}) {
        const QFileInfoList files =
            QDir(folder).entryInfoList({u"*.gpkg"_s}, QDir::Files, QDir::Name);
        if (!files.isEmpty())
            return files.first().absoluteFilePath();
    }
    return {};
}

} // namespace checkup::workspace
