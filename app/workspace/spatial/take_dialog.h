#pragma once

#include "core/base/error.h"
#include "core/base/issue.h"
#include "core/project/change_set.h"
#include "core/project/layer_files.h"
#include "core/spatial/intake.h"

#include <QDialog>

#include <memory>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace checkup::workspace {

class Jobs;
class LayerForm;
class Session;

/// Layers come in: what the files hold is looked at in the background, each layer found is a row
/// that can be ticked and changed, and what is ticked is taken, with progress, as one edit.
class TakeDialog : public QDialog
{
    Q_OBJECT
public:
    /// `replaced`: the layer whose place is taken; its settings are the first guess. `tables`: of a
    /// database those to be looked at; empty: all.
    TakeDialog(Session* session, Jobs* jobs, const QStringList& paths,
               const std::optional<project::Layer>& replaced, QWidget* parent = nullptr,
               const QStringList& tables = {});
    ~TakeDialog() override;

    /// Where digests of files are looked up and kept.
    void setDigests(std::shared_ptr<project::DigestMemory> digests);

Q_SIGNALS:
    void taken(int layers);
    void issuesFound(const QString& what, const checkup::Issues& issues);

protected:
    void done(int result) override;

private:
    struct Found
    {
        spatial::LayerGuess guess;
        spatial::Keep keep = spatial::Keep::Auto;
        bool wanted = true;
    };
    struct Inspected
    {
        QList<spatial::LayerGuess> layers;
        Issues issues;
    };

    void inspect();
    void show(const Inspected& inspected);
    void fillRow(int row);
    void showCurrent();
    void update();
    void take();

    Session* m_session;
    Jobs* m_jobs;
    QStringList m_paths, m_tables;
    std::optional<project::Layer> m_replaced;
    QList<Found> m_found;
    QStackedWidget* m_stack;
    QLabel *m_wait, *m_count;
    QTableWidget* m_list;
    LayerForm* m_form;
    QWidget* m_work;
    QPushButton *m_ok, *m_cancel;
    std::shared_ptr<project::DigestMemory> m_digests = std::make_shared<project::DigestMemory>();
    int m_job = 0;
    int m_shown = -1; ///< row in the form
    bool m_filling = false, m_taking = false;
};

} // namespace checkup::workspace
