#pragma once

#include "app/workspace/spatial/layer_model.h"

#include "core/base/error.h"
#include "core/base/issue.h"

#include <QSet>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace checkup::workspace {

class EmptyState;
class Jobs;
class Session;

/// 图层: the layers that the project has and those it lacks, and what can be done with them. Files
/// are looked at in the background.
class LayersView : public QWidget
{
    Q_OBJECT
public:
    LayersView(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    void refresh(); ///< the year changed
    void retranslate();
    QList<QAction*> viewActions() const;
    /// Asks what the files' layers are and adds those chosen. False when none is spatial data.
    bool addFiles(const QStringList& paths);
    bool showRole(const QString& role);
    const project::Layer* current() const;
    LayerModel* model() const { return m_model; }
    /// Those that the geometry gate mended.
    static QSet<qint64> repairedFeatures(const project::Layer& layer);

Q_SIGNALS:
    void currentChanged();
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);
    void issuesFound(const QString& what, const checkup::Issues& issues);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void look();
    void updateActions();
    void writeEmpty();
    void writeFacts();
    void fitColumns();
    void askFiles();
    void askDatabase();
    void openTake(const QStringList& paths, const std::optional<project::Layer>& replaced,
                  const QStringList& tables = {});
    static QString fileFilter();
    void replace();
    void editCurrent();
    void removeCurrent();
    void showRepairs();
    void checkAgain();
    /// Reads the districts or streets that a layer draws, and asks whether to take them.
    void readRegions(const project::Layer& layer);
    void writeOffer();

    Session* m_session;
    Jobs* m_jobs;
    LayerModel* m_model;
    QTreeView* m_tree;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel *m_facts, *m_hint;
    QWidget* m_offer; ///< of regions that a layer draws and the project lacks
    QLabel* m_offerText;
    QPushButton* m_offerButton;
    QAction *m_add, *m_database, *m_replace, *m_edit, *m_remove, *m_repairs, *m_regions, *m_check;
    quint64 m_generation = 0; ///< of the look whose answer counts
    int m_job = 0;
    /// Shared with the work that looks; a new one when all is to be read again.
    std::shared_ptr<project::DigestMemory> m_digests = std::make_shared<project::DigestMemory>();
    bool m_stale = true;
};

} // namespace checkup::workspace
