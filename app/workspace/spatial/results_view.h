#pragma once

#include "core/base/error.h"
#include "core/project/year_data.h"
#include "core/spatial/compute.h"

#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;
class QTableWidget;
class QTimer;

namespace checkup::workspace {

class EmptyState;
class Jobs;
class Session;

/// 结果: what computing one quantity gave, region by region, how it closes, and the features behind
/// the chosen region, which are found again in the background.
class ResultsView : public QWidget
{
    Q_OBJECT
public:
    ResultsView(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    void refresh(); ///< the year changed
    void retranslate();
    QList<QAction*> viewActions() const;
    /// False when there is no result of it.
    bool showSubject(const QString& subject);
    QString subject() const;
    const std::optional<spatial::RecipeResult>& result() const { return m_result; }
    const QList<spatial::Behind>& parcels() const { return m_parcels; }
    project::RegionId region() const;

Q_SIGNALS:
    void resultChanged();  ///< another quantity, or its result
    void parcelsChanged(); ///< of the region chosen
    void parcelChosen(const checkup::spatial::Behind& parcel);
    void recipesWanted(); ///< there is no result yet
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fillSubjects();
    void showResult();
    void askParcels();
    void fillParcels();
    void chooseParcel();
    void exportTable();
    void showService();
    void writeParcelHead(const QString& words);

    Session* m_session;
    Jobs* m_jobs;
    QComboBox* m_subjects;
    QLabel *m_head, *m_closing, *m_parcelHead;
    QTableWidget *m_regions, *m_parcelTable;
    EmptyState* m_empty;
    QWidget* m_body;
    QAction *m_export, *m_zoom, *m_service;
    QTimer* m_settle;
    std::optional<spatial::RecipeResult> m_result;
    QList<spatial::Behind> m_parcels;
    quint64 m_generation = 0; ///< of the parcels that are being looked for
    int m_job = 0;
    bool m_stale = true, m_asked = false;
};

} // namespace checkup::workspace
