#pragma once

#include "app/workspace/stage_page.h"

#include <QList>

class QAction;
class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace checkup::workspace {

class Card;
class EmptyState;
class Jobs;
class PagesView;
struct PackedPage;

/// 成果: what the package holds, its pages to look through before anything is written, and the
/// export.
class ResultsPage : public StagePage
{
    Q_OBJECT
public:
    ResultsPage(Session* session, Jobs* jobs, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("results"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("results"); }
    bool reveal(const Subject& subject) override;
    void retranslate() override;
    QList<QAction*> pageActions() const override;

private:
    void refresh();
    void sayState();
    void preview();
    void showPages(const QList<PackedPage>& pages);
    void exportPackage();
    void exportTo(const QString& folder);
    void chooseTemplate();

    Jobs* m_jobs;
    Card *m_contents, *m_written;
    QCheckBox *m_table, *m_word, *m_pdf, *m_sheets, *m_charts;
    QLabel *m_gaps, *m_templateName, *m_state, *m_files;
    QPushButton *m_preview, *m_export, *m_template, *m_open;
    QSlider* m_zoom;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    PagesView* m_pages;
    QAction *m_previewAction, *m_exportAction;
    QString m_templatePath, m_folder;
    int m_request = 0; ///< numbers previews, so that a late one is dropped
    bool m_laying = false, m_exporting = false;
    bool m_stale = false; ///< the data changed since the pages were made
};

} // namespace checkup::workspace
