#include "app/workspace/shell/job_bar.h"

#include "app/workspace/jobs.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

JobBar::JobBar(Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_text(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QToolButton)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 4, 0);
    m_progress->setFixedWidth(160);
    m_progress->setRange(0, 1000);
    m_cancel->setIcon(icon(u"close"_s));
    m_cancel->setObjectName(u"cancelJobButton"_s);
    line->addWidget(m_text);
    line->addWidget(m_progress);
    line->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_jobs->cancel(m_shown); });
    connect(m_jobs, &Jobs::changed, this, &JobBar::update);
    update();
}

void JobBar::update()
{
    QList<Jobs::Job> running = m_jobs->running();
    running.removeIf([](const Jobs::Job& job) { return job.title.isEmpty(); });
    setVisible(!running.isEmpty());
    if (running.isEmpty())
        return;
    const Jobs::Job& job = running.first();
    m_shown = job.id;
    QString text = job.at.isEmpty() ? job.title : tr("%1：%2").arg(job.title, job.at);
    if (running.size() > 1)
        text = tr("%1（另有 %n 项任务）", nullptr, static_cast<int>(running.size()) - 1).arg(text);
    m_text->setText(text);
    m_progress->setValue(static_cast<int>(job.share * 1000));
    m_cancel->setToolTip(tr("取消此任务"));
    m_cancel->setEnabled(!job.cancel.isCancelled());
}

} // namespace checkup::workspace
