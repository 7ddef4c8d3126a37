#pragma once

#include "app/workspace/stage_page.h"

namespace checkup::workspace {

/// One view of the stage 图件, behind a tab of MapsPage. It follows the session itself and does
/// nothing at length before it is seen.
class MapsView : public QWidget
{
    Q_OBJECT
public:
    MapsView(Session* session, QWidget* parent = nullptr)
        : QWidget(parent)
        , m_session(session)
    {}

    virtual QString title() const = 0; ///< of its tab, translated
    /// Called when the language changes and once after construction.
    virtual void retranslate() = 0;
    /// As StagePage::pageActions().
    virtual QList<QAction*> viewActions() const { return {}; }

Q_SIGNALS:
    /// As those of StagePage.
    void jumpRequested(const QString& stage, const checkup::workspace::Subject& subject);
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);
    void issuesFound(const QString& what, const checkup::Issues& issues);

protected:
    Session* session() const { return m_session; }

private:
    Session* m_session;
};

} // namespace checkup::workspace
