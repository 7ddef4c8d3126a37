#include "app/workspace/shell/main_window.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/settings.h"
#include "app/workspace/shell/about.h"
#include "app/workspace/shell/inspector.h"
#include "app/workspace/shell/issues_dialog.h"
#include "app/workspace/shell/job_bar.h"
#include "app/workspace/shell/message_bar.h"
#include "app/workspace/shell/new_year_dialog.h"
#include "app/workspace/shell/palette.h"
#include "app/workspace/shell/palette_entries.h"
#include "app/workspace/shell/rail.h"
#include "app/workspace/shell/stages.h"
#include "app/workspace/shell/start_page.h"
#include "app/workspace/spatial/layer_names.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"

#include "core/spatial/database_layers.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using Key = Settings::Key;

namespace {

/// What is dropped onto the window: a project to open, or sources for the year that is open.
struct Dropped
{
    explicit Dropped(const QMimeData* data)
    {
        const QList<QUrl> urls = data->urls();
        for (const QUrl& url : urls) {
            const QString path = url.toLocalFile();
            if (path.isEmpty())
                continue;
            if (path.endsWith(u".gpkg"_s, Qt::CaseInsensitive) && urls.size() == 1)
                project = path;
            else
                sources << path;
        }
    }

    QString project;
    QStringList sources;
};

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_jobs(std::make_unique<Jobs>())
    , m_session(std::make_unique<Session>())
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(programIcon());
    setAcceptDrops(true);
    makeBody();
    makeActions();
    makeMenus();
    connectSession();
    setMinimumSize(960, 600);
    resize(1366, 768);
    restoreGeometry(Settings::instance().value(Key::WindowGeometry).toByteArray());
    retranslate();
    updateState();
}

MainWindow::~MainWindow()
{
    // Nothing of the window hears of the file's closing.
    m_session->disconnect(this);
    m_session->undoStack()->disconnect(this);
}

void MainWindow::makeBody()
{
    m_city = makeLabel({}, "", 1.15, true);
    m_city->setWordWrap(false);
    m_file = makeLabel({}, "dim");
    m_file->setWordWrap(false);
    m_search = new QPushButton;
    m_search->setObjectName(u"searchButton"_s);
    m_search->setIcon(icon(u"search"_s));
    m_search->setMinimumWidth(260);
    connect(m_search, &QPushButton::clicked, this, &MainWindow::showPalette);
    const auto tool = [this](const QString& iconName, const QString& actionId) {
        auto* button = new QToolButton;
        button->setIcon(icon(iconName));
        button->setIconSize({20, 20});
        button->setObjectName(actionId + u"Button"_s);
        connect(button, &QToolButton::clicked, this,
                [this, actionId] { m_actions.value(actionId)->trigger(); });
        return button;
    };
    auto* bar = new QFrame;
    setKind(bar, "bar");
    auto* barLine = new QHBoxLayout(bar);
    barLine->setContentsMargins(14, 6, 10, 6);
    barLine->setSpacing(10);
    barLine->addWidget(m_city);
    barLine->addWidget(m_file);
    barLine->addStretch(1);
    barLine->addWidget(m_search);
    barLine->addWidget(tool(u"undo"_s, u"undo"_s));
    barLine->addWidget(tool(u"redo"_s, u"redo"_s));
    barLine->addWidget(tool(u"inspector"_s, u"inspector"_s));

    m_readOnly = new MessageBar;
    m_readOnly->setObjectName(u"readOnlyBar"_s);
    m_message = new MessageBar;
    m_message->setObjectName(u"messageBar"_s);

    m_rail = new Rail;
    m_rail->setCollapsed(Settings::instance().value(Key::RailCollapsed).toBool());
    connect(m_rail, &Rail::collapsedChanged, this,
            [](bool collapsed) { Settings::instance().set(Key::RailCollapsed, collapsed); });
    connect(m_rail, &Rail::activated, this, &MainWindow::showStage);

    m_pages = new QStackedWidget;
    m_stages = makeStages(m_session.get(), m_jobs.get(), m_pages);
    m_inspector = new Inspector(m_session.get(), m_jobs.get());
    for (StagePage* page : std::as_const(m_stages)) {
        m_pages->addWidget(page);
        m_rail->add(page->id(), page->iconName());
        connect(page, &StagePage::subjectSelected, m_inspector, &Inspector::explain);
        connect(page, &StagePage::jumpRequested, this, &MainWindow::jump);
        connect(page, &StagePage::failed, this, &MainWindow::report);
        connect(page, &StagePage::noticed, this,
                [this](const QString& sentence) { statusBar()->showMessage(sentence, 8000); });
        connect(page, &StagePage::issuesFound, this, &MainWindow::keepIssues);
    }
    connect(m_inspector, &Inspector::jumpRequested, this, &MainWindow::jump);
    connect(m_inspector, &Inspector::failed, this, &MainWindow::report);
    connect(m_inspector, &Inspector::noticed, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 8000); });

    m_splitter = new QSplitter;
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({1000, Settings::instance().value(Key::InspectorWidth).toInt()});
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        if (m_splitter->sizes().value(1) > 0)
            Settings::instance().set(Key::InspectorWidth, m_splitter->sizes().value(1));
    });

    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addWidget(m_splitter, 1);
    auto* work = new QWidget;
    auto* workColumn = new QVBoxLayout(work);
    workColumn->setContentsMargins(0, 0, 0, 0);
    workColumn->setSpacing(0);
    workColumn->addWidget(bar);
    workColumn->addWidget(m_readOnly);
    workColumn->addLayout(middle, 1);

    m_start = new StartPage;
    connect(m_start, &StartPage::newRequested, this, &MainWindow::askNew);
    connect(m_start, &StartPage::openRequested, this, &MainWindow::askOpen);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_start, &StartPage::fileRequested, this, &MainWindow::openFile);

    m_outer = new QStackedWidget;
    m_outer->addWidget(m_start);
    m_outer->addWidget(work);
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_outer, 1);
    setCentralWidget(all);
    m_palette = new Palette(this);
    statusBar()->setSizeGripEnabled(false);
    m_issuesButton = new QToolButton;
    m_issuesButton->setObjectName(u"issuesButton"_s);
    m_issuesButton->setIcon(icon(u"warning"_s, Theme::Role::Warning));
    m_issuesButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_issuesButton->hide();
    connect(m_issuesButton, &QToolButton::clicked, this, &MainWindow::showIssues);
    statusBar()->addPermanentWidget(m_issuesButton);
    statusBar()->addPermanentWidget(new JobBar(m_jobs.get()));
}

QAction* MainWindow::makeAction(const QString& id, const QString& iconName,
                                const QKeySequence& shortcut, std::function<void()> run)
{
    auto* action = new QAction(this);
    action->setObjectName(id);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WindowShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    addAction(action);
    m_actions.insert(id, action);
    return action;
}

void MainWindow::makeActions()
{
    Settings& settings = Settings::instance();
    makeAction(u"new"_s, u"plus"_s, QKeySequence::New, [this] { askNew(); });
    makeAction(u"open"_s, u"open"_s, QKeySequence::Open, [this] { askOpen(); });
    makeAction(u"close"_s, u"close"_s, QKeySequence(u"Ctrl+W"_s), [this] { m_session->close(); });
    makeAction(u"saveCopy"_s, u"copy"_s, QKeySequence(u"Ctrl+Shift+S"_s), [this] { saveCopy(); });
    makeAction(u"verify"_s, u"verify"_s, {}, [this] { verify(); });
    makeAction(u"quit"_s, {}, QKeySequence(u"Ctrl+Q"_s), [this] { close(); });
    makeAction(u"undo"_s, u"undo"_s, QKeySequence::Undo,
               [this] { m_session->undoStack()->undo(); });
    makeAction(u"redo"_s, u"redo"_s, QKeySequence(u"Ctrl+Shift+Z"_s),
               [this] { m_session->undoStack()->redo(); });
    m_actions.value(u"redo"_s)->setShortcuts(
        {QKeySequence(u"Ctrl+Y"_s), QKeySequence(u"Ctrl+Shift+Z"_s)});
    makeAction(u"find"_s, u"search"_s, QKeySequence(u"Ctrl+K"_s), [this] { showPalette(); });
    makeAction(u"person"_s, u"edit"_s, {}, [this] { askPerson(); });
    makeAction(u"inspector"_s, u"inspector"_s, QKeySequence(u"F9"_s), [this] {
        Settings::instance().set(Key::InspectorShown, !m_inspector->isVisibleTo(m_splitter));
    })->setCheckable(true);
    makeAction(u"rail"_s, u"rail"_s, QKeySequence(u"Ctrl+B"_s), [this] {
        m_rail->setCollapsed(!m_rail->isCollapsed());
        Settings::instance().set(Key::RailCollapsed, m_rail->isCollapsed());
    });
    const auto resize = [&settings](int percent) {
        settings.set(Key::TextScale, std::clamp(percent, 85, 160));
    };
    makeAction(u"larger"_s, {}, QKeySequence(u"Ctrl+="_s),
               [&settings, resize] { resize(settings.value(Key::TextScale).toInt() + 10); });
    m_actions.value(u"larger"_s)
        ->setShortcuts({QKeySequence(u"Ctrl+="_s), QKeySequence(u"Ctrl++"_s)});
    makeAction(u"smaller"_s, {}, QKeySequence(u"Ctrl+-"_s),
               [&settings, resize] { resize(settings.value(Key::TextScale).toInt() - 10); });
    makeAction(u"normal"_s, {}, QKeySequence(u"Ctrl+0"_s), [resize] { resize(100); });
    for (const QString& theme : {u"light"_s, u"dark"_s, u"system"_s}) {
        makeAction(u"theme."_s + theme, {}, {}, [&settings, theme] {
            settings.set(Key::Theme, theme);
        })->setCheckable(true);
    }
    for (const QString& language : {u"zh"_s, u"en"_s}) {
        makeAction(u"language."_s + language, {}, {}, [&settings, language] {
            settings.set(Key::Language, language);
        })->setCheckable(true);
    }
    int number = 0;
    for (const StagePage* page : std::as_const(m_stages)) {
        makeAction(u"stage."_s + page->id(), page->iconName(),
                   QKeySequence(u"Ctrl+%1"_s.arg(++number)),
                   [this, id = page->id()] { showStage(id); });
    }
    makeAction(u"nextPane"_s, {}, QKeySequence(u"F6"_s), [this] {
        // Rail, page, inspector, and round again.
        const QList<QWidget*> panes{m_rail, m_pages->currentWidget(), m_inspector};
        QWidget* focus = QApplication::focusWidget();
        qsizetype at = 0;
        for (qsizetype i = 0; i < panes.size(); ++i) {
            if (focus && panes.at(i)->isAncestorOf(focus))
                at = i + 1;
        }
        for (qsizetype i = 0; i < panes.size(); ++i) {
            QWidget* pane = panes.at((at + i) % panes.size());
            for (QWidget* inner : pane->findChildren<QWidget*>()) {
                if (pane->isVisible() && inner->isVisible() && inner->isEnabled() &&
                    (inner->focusPolicy() & Qt::TabFocus) == Qt::TabFocus) {
                    inner->setFocus(Qt::TabFocusReason);
                    return;
                }
            }
        }
    });
    makeAction(u"help"_s, u"help"_s, QKeySequence(u"F1"_s), [this] { showHelp(); });
    makeAction(u"about"_s, u"info"_s, {}, [this] { showAbout(); });
    connect(&settings, &Settings::changed, this, [this](Key key) {
        switch (key) {
        case Key::Theme:
        case Key::TextScale:
            Theme::apply(*qApp, Settings::instance().value(Key::Theme).toString(),
                         Settings::instance().value(Key::TextScale).toInt());
            break;
        case Key::Language:
            language::apply(Settings::instance().value(Key::Language).toString());
            m_session->refresh();
            break;
        case Key::RecentFiles:
            updateRecent();
            break;
        default:
            break;
        }
        updateState();
    });
}

void MainWindow::makeMenus()
{
    m_fileMenu = menuBar()->addMenu(QString());
    m_fileMenu->addActions({action(u"new"_s), action(u"open"_s)});
    m_recentMenu = m_fileMenu->addMenu(icon(u"recent"_s), QString());
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({action(u"saveCopy"_s), action(u"verify"_s)});
    m_fileMenu->addSeparator();
    m_fileMenu->addActions({action(u"close"_s), action(u"quit"_s)});

    m_editMenu = menuBar()->addMenu(QString());
    m_editMenu->addActions({action(u"undo"_s), action(u"redo"_s)});
    m_editMenu->addSeparator();
    m_editMenu->addAction(action(u"find"_s));
    m_editMenu->addSeparator();
    m_editMenu->addAction(action(u"person"_s));

    m_pageMenu = menuBar()->addMenu(QString());

    m_viewMenu = menuBar()->addMenu(QString());
    for (const StagePage* page : std::as_const(m_stages))
        m_viewMenu->addAction(action(u"stage."_s + page->id()));
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({action(u"inspector"_s), action(u"rail"_s), action(u"nextPane"_s)});
    m_viewMenu->addSeparator();
    m_viewMenu->addActions({action(u"larger"_s), action(u"smaller"_s), action(u"normal"_s)});
    m_viewMenu->addSeparator();
    m_themeMenu = m_viewMenu->addMenu(icon(u"theme"_s), QString());
    m_languageMenu = m_viewMenu->addMenu(icon(u"language"_s), QString());
    auto* themes = new QActionGroup(this);
    for (const QString& theme : {u"light"_s, u"dark"_s, u"system"_s}) {
        m_themeMenu->addAction(action(u"theme."_s + theme));
        themes->addAction(action(u"theme."_s + theme));
    }
    auto* languages = new QActionGroup(this);
    for (const QString& language : {u"zh"_s, u"en"_s}) {
        m_languageMenu->addAction(action(u"language."_s + language));
        languages->addAction(action(u"language."_s + language));
    }

    m_helpMenu = menuBar()->addMenu(QString());
    m_helpMenu->addActions({action(u"help"_s), action(u"about"_s)});
}

void MainWindow::connectSession()
{
    Session* session = m_session.get();
    connect(session, &Session::opened, this, [this] {
        m_issues.clear();
        updateIssues();
        Settings::instance().addRecent(m_session->path());
        m_message->clear();
        m_inspector->explain({});
        showStage(m_stages.first()->id());
        updateState();
        m_pages->currentWidget()->setFocus();
    });
    connect(session, &Session::closed, this, [this] {
        m_issues.clear();
        updateIssues();
        updateState();
    });
    connect(session, &Session::dataChanged, this, &MainWindow::updateState);
    connect(session, &Session::failed, this, &MainWindow::report);
    connect(session, &Session::busyChanged, this, [this](bool busy) {
        if (busy) {
            m_busyText = tr("正在处理…");
            statusBar()->showMessage(m_busyText);
        } else if (statusBar()->currentMessage() == m_busyText) {
            // By the words that were shown: the language may have changed meanwhile.
            statusBar()->clearMessage();
        }
    });
    QUndoStack* undo = session->undoStack();
    for (const auto signal : {&QUndoStack::canUndoChanged, &QUndoStack::canRedoChanged})
        connect(undo, signal, this, &MainWindow::updateState);
    for (const auto signal : {&QUndoStack::undoTextChanged, &QUndoStack::redoTextChanged})
        connect(undo, signal, this, &MainWindow::updateState);
}

void MainWindow::openFile(const QString& path)
{
    m_session->open(path);
}

void MainWindow::showStage(const QString& id)
{
    if (StagePage* page = stage(id)) {
        m_pages->setCurrentWidget(page);
        m_rail->setCurrent(id);
        updatePageMenu();
    }
}

QString MainWindow::currentStage() const
{
    const auto* page = qobject_cast<StagePage*>(m_pages->currentWidget());
    return page ? page->id() : QString();
}

StagePage* MainWindow::stage(const QString& id) const
{
    for (StagePage* page : m_stages) {
        if (page->id() == id)
            return page;
    }
    return nullptr;
}

QStringList MainWindow::stageIds() const
{
    QStringList ids;
    for (const StagePage* page : m_stages)
        ids << page->id();
    return ids;
}

void MainWindow::jump(const QString& id, const Subject& subject)
{
    if (subject.kind != Subject::Kind::Nothing)
        m_inspector->explain(subject);
    if (StagePage* page = stage(id)) {
        showStage(id);
        if (subject.kind != Subject::Kind::Nothing)
            page->reveal(subject);
        return;
    }
    // The page in front first: whoever looks for an indicator there wants to stay.
    QList<StagePage*> pages = m_stages;
    if (StagePage* front = stage(currentStage())) {
        pages.removeOne(front);
        pages.prepend(front);
    }
    for (StagePage* page : std::as_const(pages)) {
        if (page->reveal(subject)) {
            showStage(page->id());
            return;
        }
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    Settings::instance().set(Key::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const Dropped dropped(event->mimeData());
    if (!dropped.project.isEmpty() || (m_session->isOpen() && !dropped.sources.isEmpty()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const Dropped dropped(event->mimeData());
    event->acceptProposedAction();
    if (dropped.project.isEmpty()) {
        takeFiles(dropped.sources);
        return;
    }
    if (!m_session->isOpen() || currentStage() != u"spatial") {
        openFile(dropped.project);
        return;
    }
    // A GeoPackage may be either.
    dialogs::choose(this, tr("%1 是什么？").arg(QFileInfo(dropped.project).fileName()), {},
                    {tr("作为图层添加"), tr("作为项目打开")},
                    [this, path = dropped.project](int choice) {
                        if (choice == 0)
                            takeFiles({path});
                        else
                            openFile(path);
                    });
}

void MainWindow::takeFiles(const QStringList& paths)
{
    // The page in front first; then from the end, for the collection takes whatever there is.
    QList<StagePage*> pages(m_stages.crbegin(), m_stages.crend());
    if (StagePage* front = stage(currentStage())) {
        pages.removeOne(front);
        pages.prepend(front);
    }
    for (StagePage* page : std::as_const(pages)) {
        if (page->takeFiles(paths)) {
            showStage(page->id());
            return;
        }
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_palette->place();
}

void MainWindow::retranslate()
{
    const auto name = [this](const char16_t* id, const QString& text) {
        m_actions.value(QString::fromUtf16(id))->setText(text);
    };
    name(u"new", tr("新建年度…"));
    name(u"open", tr("打开…"));
    name(u"close", tr("关闭项目"));
    name(u"saveCopy", tr("另存副本…"));
    name(u"verify", tr("校验项目文件"));
    name(u"quit", tr("退出"));
    name(u"find", tr("查找指标、数据、命令…"));
    name(u"person", tr("署名…"));
    name(u"inspector", tr("检查器"));
    name(u"rail", tr("收起或展开阶段栏"));
    name(u"nextPane", tr("到下一窗格"));
    name(u"larger", tr("放大文字"));
    name(u"smaller", tr("缩小文字"));
    name(u"normal", tr("标准文字大小"));
    name(u"theme.light", tr("浅色"));
    name(u"theme.dark", tr("深色"));
    name(u"theme.system", tr("跟随系统"));
    // A language is always named in itself.
    name(u"language.zh", u"中文"_s);
    name(u"language.en", u"English"_s);
    name(u"help", tr("使用指南"));
    name(u"about", tr("关于城检"));
    m_fileMenu->setTitle(tr("文件(&F)"));
    m_recentMenu->setTitle(tr("最近打开"));
    m_editMenu->setTitle(tr("编辑(&E)"));
    m_viewMenu->setTitle(tr("视图(&V)"));
    m_pageMenu->setTitle(tr("操作(&A)"));
    m_themeMenu->setTitle(tr("主题"));
    m_languageMenu->setTitle(tr("语言"));
    m_helpMenu->setTitle(tr("帮助(&H)"));
    m_search->setText(tr("查找指标、数据、命令（Ctrl+K）"));
    for (StagePage* page : std::as_const(m_stages)) {
        page->retranslate();
        QAction* show = action(u"stage."_s + page->id());
        show->setText(page->title());
        m_rail->setText(page->id(), page->title(),
                        show->shortcut().toString(QKeySequence::NativeText));
    }
    m_rail->retranslate();
    m_start->retranslate();
    m_inspector->retranslate();
    m_palette->retranslate();
    updateRecent();
    updatePageMenu();
    updateIssues();
    updateState();
}

void MainWindow::keepIssues(const QString& what, const Issues& issues)
{
    m_issuesOf = what;
    m_issues = issues;
    updateIssues();
}

void MainWindow::updateIssues()
{
    m_issuesButton->setVisible(m_session->isOpen() && !m_issues.isEmpty());
    m_issuesButton->setText(tr("提醒 %1 条").arg(m_issues.size()));
    m_issuesButton->setToolTip(tr("%1 的提醒").arg(m_issuesOf));
}

void MainWindow::showIssues()
{
    auto* list = new IssuesDialog(m_issuesOf, m_issues, this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->open();
}

void MainWindow::updateState()
{
    const bool open = m_session->isOpen();
    m_outer->setCurrentIndex(open ? 1 : 0);
    const Settings& settings = Settings::instance();
    const QUndoStack* undo = m_session->undoStack();
    QAction* undoAction = action(u"undo"_s);
    QAction* redoAction = action(u"redo"_s);
    undoAction->setEnabled(undo->canUndo());
    redoAction->setEnabled(undo->canRedo());
    undoAction->setText(undo->canUndo() ? tr("撤销：%1").arg(undo->undoText()) : tr("撤销"));
    redoAction->setText(undo->canRedo() ? tr("重做：%1").arg(undo->redoText()) : tr("重做"));
    for (const QString& id : {u"undo"_s, u"redo"_s, u"inspector"_s}) {
        if (auto* button = findChild<QToolButton*>(id + u"Button"_s)) {
            button->setEnabled(action(id)->isEnabled());
            button->setToolTip(u"%1 (%2)"_s.arg(
                action(id)->text(), action(id)->shortcut().toString(QKeySequence::NativeText)));
        }
    }
    for (const QString& id :
         {u"close"_s, u"saveCopy"_s, u"verify"_s, u"inspector"_s, u"rail"_s, u"nextPane"_s})
        action(id)->setEnabled(open);
    for (const StagePage* page : std::as_const(m_stages))
        action(u"stage."_s + page->id())->setEnabled(open);
    m_pageMenu->menuAction()->setVisible(open && !m_pageMenu->isEmpty());

    m_inspector->setVisible(settings.value(Key::InspectorShown).toBool());
    action(u"inspector"_s)->setChecked(settings.value(Key::InspectorShown).toBool());
    action(u"theme."_s + settings.value(Key::Theme).toString())->setChecked(true);
    action(u"language."_s + language::current())->setChecked(true);

    if (!open) {
        setWindowTitle(tr("城检"));
        m_readOnly->clear();
        return;
    }
    const project::YearInfo& info = m_session->data()->info;
    const QString file = QFileInfo(m_session->path()).fileName();
    m_city->setText(tr("%1 · %2 年度").arg(info.city).arg(info.year));
    m_file->setText(info.demonstration ? tr("%1（演示数据）").arg(file) : file);
    m_file->setToolTip(QDir::toNativeSeparators(m_session->path()));
    setWindowTitle(tr("%1 - 城检").arg(file));
    if (m_session->isReadOnly())
        m_readOnly->say(MessageBar::Kind::Warning, tr("只读：%1").arg(m_session->readOnlyReason()),
                        {}, false);
    else
        m_readOnly->clear();
}

void MainWindow::updateRecent()
{
    m_recentMenu->clear();
    const QStringList files = Settings::instance().value(Key::RecentFiles).toStringList();
    for (const QString& path : files) {
        m_recentMenu->addAction(QDir::toNativeSeparators(path), this,
                                [this, path] { openFile(path); });
    }
    m_recentMenu->setEnabled(!files.isEmpty());
}

void MainWindow::updatePageMenu()
{
    m_pageMenu->clear();
    if (const StagePage* page = stage(currentStage()))
        m_pageMenu->addActions(page->pageActions());
    m_pageMenu->menuAction()->setVisible(m_session->isOpen() && !m_pageMenu->isEmpty());
}

void MainWindow::showPalette()
{
    QList<PaletteEntry> entries;
    if (m_session->isOpen()) {
        entries = subjectEntries(*m_session->data(),
                                 [this](const Subject& subject) { jump({}, subject); });
        if (const StagePage* page = stage(currentStage()))
            entries += actionEntries(page->pageActions());
    }
    QList<QAction*> commands;
    for (QAction* command : actions()) {
        if (command->objectName() != u"find" && command->objectName() != u"nextPane")
            commands << command;
    }
    entries += actionEntries(commands);
    m_palette->open(std::move(entries));
}

void MainWindow::askNew()
{
    auto* dialog = new NewYearDialog(m_jobs.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_session->isOpen())
        dialog->suggestLastYear(m_session->path(), *m_session->data());
    connect(dialog, &NewYearDialog::createRequested, this,
            [this](const QString& path, const project::NewYear& year) {
                m_session->create(path, year);
            });
    connect(dialog, &NewYearDialog::rollForwardRequested, this, &MainWindow::rollForward);
    dialog->open();
}

void MainWindow::rollForward(const QString& last, const QString& path, int year)
{
    const QString before = m_session->path();
    m_session->close();
    const auto roll = [this, last, path, year, before] {
        using Rolled = std::shared_ptr<const CarriedOver>;
        m_jobs->start<Rolled>(
            tr("正在结转到 %1 年度").arg(year),
            [last, path, year](const CancelToken& cancel,
                               const ProgressSink& progress) -> Result<Rolled> {
                auto next = spatial::rollForward(last, path, year, cancel, progress);
                if (!next)
                    return next.error();
                if (const Result<void> closed = next->file.close(); !closed)
                    return closed.error();
                return std::make_shared<const CarriedOver>(
                    CarriedOver{next->layers, next->renew, next->issues});
            },
            this,
            [this, before, path, year](const Result<Rolled>& rolled) {
                if (!rolled) {
                    report(rolled.error());
                    if (!before.isEmpty())
                        m_session->open(before);
                    return;
                }
                connect(
                    m_session.get(), &Session::opened, this,
                    [this, year, carried = *rolled] { tellCarried(year, *carried); },
                    Qt::SingleShotConnection);
                m_session->open(path);
            });
    };
    // The open file is ours to read only after it is closed, which its thread does.
    if (!m_session->isBusy()) {
        roll();
        return;
    }
    auto waiting = std::make_shared<QMetaObject::Connection>();
    *waiting = connect(m_session.get(), &Session::busyChanged, this, [waiting, roll](bool busy) {
        if (busy)
            return;
        disconnect(*waiting);
        roll();
    });
}

void MainWindow::tellCarried(int year, const CarriedOver& carried)
{
    QStringList behind, renew;
    qsizetype along = 0;
    for (const spatial::CarriedLayer& one : carried.layers) {
        if (one.stays)
            behind << one.layer.name;
        else
            ++along;
    }
    for (const QString& role : carried.renew)
        renew << roleTitle(role);
    statusBar()->showMessage(
        tr("已由上年项目建立 %1 年度项目，带来 %2 个图层。").arg(year).arg(along), 8000);
    Issues issues = carried.issues;
    const auto note = [&issues](const QString& text, qsizetype count) {
        issues << Issue{Severity::Note, text, {}, {}, {}, static_cast<int>(count)};
    };
    if (!behind.isEmpty())
        note(tr("留在上年项目里的图层：%1。").arg(behind.join(tr("、"))), behind.size());
    if (!renew.isEmpty())
        note(tr("要重新收集 %1 年的：%2。").arg(year).arg(renew.join(tr("、"))), renew.size());
    keepIssues(tr("结转到 %1 年度").arg(year), issues);
}

void MainWindow::askOpen()
{
    dialogs::openFile(
        this,
        {.title = tr("打开项目"), .filter = tr("城检项目 (*.gpkg)"), .suggested = {}, .suffix = {}},
        [this](const QString& path) { openFile(path); });
}

void MainWindow::openSample()
{
    // A copy, so that trying things out leaves the sample as it was.
    const QString folder = QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                               .filePath(tr("城检示例"));
    const QString copy = QDir(folder).filePath(QFileInfo(samplePath()).fileName());
    QDir().mkpath(folder);
    if (!QFile::exists(copy) && !QFile::copy(samplePath(), copy)) {
        report(Error(ErrorCode::Io, tr("示例无法复制到 %1。请检查该文件夹能否写入。")
                                        .arg(QDir::toNativeSeparators(folder))));
        return;
    }
    QFile::setPermissions(copy, QFile::permissions(copy) | QFile::WriteOwner | QFile::WriteUser);
    openFile(copy);
}

void MainWindow::saveCopy()
{
    const QFileInfo info(m_session->path());
    dialogs::saveFile(this,
                      {.title = tr("另存副本"),
                       .filter = tr("城检项目 (*.gpkg)"),
                       .suggested = tr("%1-副本.gpkg").arg(info.completeBaseName()),
                       .suffix = u"gpkg"_s},
                      [this](const QString& path) {
                          const Jobs::Handle job = m_jobs->begin(tr("正在另存副本"));
                          auto answer = std::make_shared<Result<void>>();
                          m_session->withFile(
                              this,
                              [answer, job, path](project::ProjectFile& file) {
                                  *answer = file.backupTo(path, job.cancel, job.progress);
                              },
                              [this, answer, job, path] {
                                  m_jobs->finish(job.id);
                                  if (*answer)
                                      statusBar()->showMessage(
                                          tr("副本已写入 %1。").arg(QDir::toNativeSeparators(path)),
                                          8000);
                                  else
                                      report(answer->error());
                              });
                      });
}

void MainWindow::verify()
{
    m_jobs->start<project::VerifyReport>(
        tr("正在校验"),
        [path = m_session->path(), year = m_session->data()](
            const CancelToken& cancel, const ProgressSink&) -> Result<project::VerifyReport> {
            auto report = project::verifyProject(path, cancel);
            if (!report || !year)
                return report;
            const auto elsewhere = spatial::databaseLayerProblems(*year, cancel);
            if (!elsewhere)
                return elsewhere.error();
            report->problems += *elsewhere;
            report->ok = !hasErrors(report->problems);
            return report;
        },
        this,
        [this](const Result<project::VerifyReport>& answer) {
            if (!answer) {
                report(answer.error());
                return;
            }
            QStringList problems, warnings;
            for (const Issue& issue : answer->problems) {
                problems << toSentence(issue);
                if (issue.severity == Severity::Warning)
                    warnings << toSentence(issue);
            }
            if (answer->ok) {
                dialogs::tell(this, tr("项目文件完好。"),
                              tr("结构版本 %1，修改记录 %2 条，连续无缺。")
                                  .arg(answer->schema)
                                  .arg(answer->auditEntries),
                              warnings.join(u'\n'));
            } else {
                dialogs::tell(
                    this, tr("项目文件有 %n 处问题。", nullptr, static_cast<int>(problems.size())),
                    tr("请先另存副本，再按详细说明处理。"), problems.join(u'\n'));
            }
        });
}

void MainWindow::askPerson()
{
    dialogs::askText(this, tr("署名"), tr("您的姓名，写进每一条修改记录："),
                     Settings::instance().value(Key::Person).toString(), false,
                     [this](const QString& person) {
                         Settings::instance().set(Key::Person, person.trimmed());
                         // Set where it is read: on the file's thread.
                         m_session->withFile(
                             this,
                             [person](project::ProjectFile&) {
                                 project::ProjectFile::setPerson(person.trimmed());
                             },
                             [] {});
                     });
}

void MainWindow::showHelp()
{
    auto* help = findChild<HelpWindow*>();
    if (!help)
        help = new HelpWindow(this);
    help->showGuide();
}

void MainWindow::showAbout()
{
    auto* about = new AboutDialog(this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

void MainWindow::report(const Error& error)
{
    if (error.code() == ErrorCode::Cancelled) {
        statusBar()->showMessage(tr("已取消，数据没有改动。"), 5000);
        return;
    }
    m_message->say(MessageBar::Kind::Error, error.message(), error.detail());
}

} // namespace checkup::workspace
