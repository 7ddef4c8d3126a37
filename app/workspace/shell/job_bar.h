#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace checkup::workspace {

class Jobs;

/// In the status bar: what runs in the background, how far it is, and a button to stop it.
class JobBar : public QWidget
{
    Q_OBJECT
public:
    explicit JobBar(Jobs* jobs, QWidget* parent = nullptr);

private:
    void update();

    Jobs* m_jobs;
    QLabel* m_text;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    int m_shown = 0;
};

} // namespace checkup::workspace
