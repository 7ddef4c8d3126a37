#pragma once

#include "core/base/error.h"
#include "core/base/issue.h"
#include "core/project/year_data.h"

#include <QList>
#include <QString>
#include <QWidget>

class QAction;

namespace checkup::workspace {

class Session;

/// What the inspector on the right explains.
struct Subject
{
    enum class Kind { Nothing, Indicator, Quantity, Figure, Department };
    Kind kind = Kind::Nothing;
    QString code;             ///< indicator code, quantity id, or department name
    project::RegionId region; ///< Figure
    int year = 0;             ///< Figure
};

/// One stage of the year: a page in the middle of the window, an entry in the rail.
class StagePage : public QWidget
{
    Q_OBJECT
public:
    StagePage(Session* session, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_session(session)
    {}

    virtual QString
    id() const = 0; ///< "overview", "indicators", "tasks", "collection", "assessment", "results"
    virtual QString title() const = 0;    ///< translated
    virtual QString iconName() const = 0; ///< file below :/icons without suffix
    /// Shows a subject on this page: what a link or Ctrl+K jumps to. False when it has no place
    /// here.
    virtual bool reveal(const Subject& subject) = 0;
    /// Called when the language changes and once after construction.
    virtual void retranslate() = 0;
    /// What the page can do, for the menu 操作 and Ctrl+K; texts are kept up to date by
    /// retranslate().
    virtual QList<QAction*> pageActions() const { return {}; }
    /// Files dropped onto the window. False when the page takes none.
    virtual bool takeFiles(const QStringList& paths)
    {
        Q_UNUSED(paths)
        return false;
    }

Q_SIGNALS:
    void subjectSelected(const checkup::workspace::Subject& subject); ///< for the inspector
    void jumpRequested(const QString& stage, const checkup::workspace::Subject& subject);
    void failed(const checkup::Error& error); ///< shown above the page until closed
    void noticed(const QString& sentence);    ///< good news, shown for a while in the status bar
    /// What an import or another job had to say besides its result; kept for the status bar's list.
    void issuesFound(const QString& what, const checkup::Issues& issues);

protected:
    Session* session() const { return m_session; }

private:
    Session* m_session;
};

} // namespace checkup::workspace

Q_DECLARE_METATYPE(checkup::workspace::Subject)
