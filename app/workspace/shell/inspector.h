#pragma once

#include "app/workspace/session.h"
#include "app/workspace/stage_page.h"

#include "core/assess/assessment.h"

#include <QFrame>

#include <memory>

class QLabel;
class QMimeData;
class QScrollArea;
class QVBoxLayout;

namespace checkup::workspace {

class FigureDocuments;
class Jobs;

/// Explains what is selected: what it means, where its number comes from, which rivals it has,
/// which documents stand behind it, what is aimed at, and who changed it when. Files dropped on it
/// become documents behind the figure shown.
class Inspector : public QFrame
{
    Q_OBJECT
public:
    Inspector(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    void explain(const Subject& subject);
    void retranslate();

Q_SIGNALS:
    void jumpRequested(const QString& stage, const checkup::workspace::Subject& subject);
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void rebuild();
    void explainFigure(const QString& code, project::RegionId region, int year);
    void explainDepartment(const project::Department& department);
    void addHead(const QString& code, const QString& name, const QString& otherName,
                 const QStringList& badges);
    void addSection(const QString& title);
    void addText(const QString& text, const char* kind = "");
    void addPair(const QString& name, const QString& value);
    void addSpatial(const QString& code, int year);
    void addInputs(const assess::Figure& figure);
    void addRivals(const assess::Figure& figure);
    void addGoal(const assess::IndicatorResult& result, int decimals);
    void addSeries(const QList<std::pair<int, double>>& series, int decimals);
    void askHistory(const project::AuditFilter& filter);
    QStringList droppedDocuments(const QMimeData* dropped) const;
    void adopt(project::ValueId value, const QString& source);
    QString evidenceText(const project::Value& value) const;

    Session* m_session;
    FigureDocuments* m_documents;
    Subject m_subject;
    std::unique_ptr<assess::Resolver> m_resolver;
    project::YearDataPtr m_resolved; ///< the data that m_resolver reads
    quint64 m_request = 0;           ///< history answers with another number are stale
    QLabel* m_title;
    QScrollArea* m_area;
    QVBoxLayout* m_body = nullptr;
};

} // namespace checkup::workspace
