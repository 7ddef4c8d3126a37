#pragma once

#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/stage_page.h"

#include "core/spatial/next_year.h"

#include <QHash>
#include <QMainWindow>

class QActionGroup;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace checkup::workspace {

class Inspector;
class JobBar;
class MessageBar;
class Palette;
class Rail;
class StartPage;

/// The window: stages on the left, the work in the middle, the inspector on the right; before a
/// project is open, the start page. Owns the session and the jobs.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Session* session() { return m_session.get(); }
    Jobs* jobs() { return m_jobs.get(); }

    void openFile(const QString& path);
    void showStage(const QString& id);
    QString currentStage() const;
    StagePage* stage(const QString& id) const;
    QStringList stageIds() const;
    /// Goes to a stage (empty: the first that has a place for it) and shows the subject there.
    void jump(const QString& stage, const Subject& subject);
    /// A command by its id ("open", "undo"...), as in the menus.
    QAction* action(const QString& id) const { return m_actions.value(id); }

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QAction* makeAction(const QString& id, const QString& iconName, const QKeySequence& shortcut,
                        std::function<void()> run);
    void makeActions();
    void makeMenus();
    void makeBody();
    void connectSession();

    void retranslate();
    void updateState();
    void updateRecent();
    void updatePageMenu();
    void showPalette();
    /// Files dropped onto the window go to the page that has a use for them.
    void takeFiles(const QStringList& paths);
    void askNew();
    void rollForward(const QString& last, const QString& path, int year);
    /// What became of last year's layers.
    struct CarriedOver
    {
        QList<spatial::CarriedLayer> layers;
        QStringList renew;
        Issues issues;
    };
    void tellCarried(int year, const CarriedOver& carried);
    void askOpen();
    void openSample();
    void saveCopy();
    void verify();
    void askPerson();
    void showHelp();
    void showAbout();
    void keepIssues(const QString& what, const Issues& issues);
    void updateIssues();
    void showIssues();
    void report(const Error& error);

    // The session's thread reports progress to the jobs, so it ends first.
    std::unique_ptr<Jobs> m_jobs;
    std::unique_ptr<Session> m_session;

    QHash<QString, QAction*> m_actions;
    QMenu* m_fileMenu = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_editMenu = nullptr;
    QMenu* m_viewMenu = nullptr;
    QMenu* m_themeMenu = nullptr;
    QMenu* m_languageMenu = nullptr;
    QMenu* m_pageMenu = nullptr;
    QMenu* m_helpMenu = nullptr;

    QStackedWidget* m_outer = nullptr; ///< start page, work
    StartPage* m_start = nullptr;
    QLabel* m_city = nullptr;
    QLabel* m_file = nullptr;
    QPushButton* m_search = nullptr;
    MessageBar* m_readOnly = nullptr;
    MessageBar* m_message = nullptr;
    Rail* m_rail = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_pages = nullptr;
    Inspector* m_inspector = nullptr;
    Palette* m_palette = nullptr;
    QList<StagePage*> m_stages;
    QToolButton* m_issuesButton = nullptr;
    Issues m_issues; ///< of the last import
    QString m_issuesOf, m_busyText;
};

} // namespace checkup::workspace
