#include "app/workspace/results/results_page.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/results/interface_painter.h"
#include "app/workspace/results/pages_view.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/assess/assessment.h"
#include "core/base/in_chinese.h"
#include "core/report/annual_report.h"
#include "core/report/package.h"
#include "core/report/pdf_writer.h"

#include <QAction>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <memory>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int previewDpi = 96; ///< A4 becomes 794 × 1123

} // namespace

ResultsPage::ResultsPage(Session* session, Jobs* jobs, QWidget* parent)
    : StagePage(session, parent)
    , m_jobs(jobs)
    , m_contents(new Card(this))
    , m_written(new Card(this))
    , m_table(new QCheckBox(this))
    , m_word(new QCheckBox(this))
    , m_pdf(new QCheckBox(this))
    , m_sheets(new QCheckBox(this))
    , m_charts(new QCheckBox(this))
    , m_gaps(makeLabel({}, "warning"))
    , m_templateName(makeLabel({}, "dim"))
    , m_state(makeLabel({}, "dim"))
    , m_files(makeLabel({}, "dim", 1, false, true))
    , m_preview(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_template(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_zoom(new QSlider(Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"results"_s, this))
    , m_pages(new PagesView(this))
    , m_previewAction(new QAction(icon(u"results"_s), {}, this))
    , m_exportAction(new QAction(icon(u"export"_s), {}, this))
{
    m_preview->setObjectName(u"previewButton"_s);
    m_export->setObjectName(u"exportButton"_s);
    setKind(m_export, "primary");
    m_state->setObjectName(u"previewState"_s);
    m_files->setObjectName(u"writtenFiles"_s);
    m_zoom->setObjectName(u"previewZoom"_s);
    for (QCheckBox* box : {m_table, m_word, m_pdf, m_sheets, m_charts}) {
        box->setChecked(true);
        m_contents->body()->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ResultsPage::refresh);
    }
    m_contents->body()->addWidget(makeLine());
    m_contents->body()->addWidget(m_templateName);
    m_contents->body()->addWidget(m_template);
    m_contents->body()->addWidget(makeLine());
    m_contents->body()->addWidget(m_gaps);
    m_contents->body()->addWidget(m_preview);
    m_contents->body()->addWidget(m_export);
    m_written->body()->addWidget(m_files);
    m_written->body()->addWidget(m_open);
    m_written->hide();

    m_pages->setObjectName(u"previewPages"_s);
    m_zoom->setRange(40, 160);
    m_zoom->setValue(90);
    m_zoom->setFixedWidth(Theme::scaled(180));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_pages);

    auto* left = new QVBoxLayout;
    left->addWidget(m_contents);
    left->addWidget(m_written);
    left->addStretch(1);
    auto* leftSide = new QWidget(this);
    leftSide->setLayout(left);
    left->setContentsMargins(0, 0, 0, 0);
    leftSide->setFixedWidth(Theme::scaled(290));
    auto* top = new QHBoxLayout;
    top->addWidget(m_state, 1);
    top->addWidget(m_zoom);
    auto* right = new QVBoxLayout;
    right->addLayout(top);
    right->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(this);
    layout->addWidget(leftSide);
    layout->addLayout(right, 1);

    connect(session, &Session::dataChanged, this, [this] {
        m_stale = m_pages->count() > 0;
        refresh();
    });
    connect(session, &Session::opened, this, [this] {
        showPages({});
        m_written->hide();
    });
    connect(session, &Session::closed, this, [this] {
        showPages({});
        refresh();
    });
    connect(m_preview, &QPushButton::clicked, this, &ResultsPage::preview);
    connect(m_empty, &EmptyState::activated, this, &ResultsPage::preview);
    connect(m_export, &QPushButton::clicked, this, &ResultsPage::exportPackage);
    connect(m_template, &QPushButton::clicked, this, &ResultsPage::chooseTemplate);
    connect(m_open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); });
    connect(m_zoom, &QSlider::valueChanged, this,
            [this](int percent) { m_pages->setZoom(percent / 100.0); });
    connect(m_pages, &PagesView::zoomed, this, [this](double zoom) {
        const QSignalBlocker blocker(m_zoom);
        m_zoom->setValue(qRound(zoom * 100));
    });
    m_previewAction->setShortcut(Qt::Key_F5);
    m_exportAction->setShortcut(Qt::CTRL | Qt::Key_P);
    for (QAction* action : {m_previewAction, m_exportAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_previewAction, &QAction::triggered, m_preview, &QPushButton::click);
    connect(m_exportAction, &QAction::triggered, m_export, &QPushButton::click);
    connect(m_pages, &PagesView::scrolled, this, &ResultsPage::sayState);
    retranslate();
    refresh();
}

QString ResultsPage::title() const
{
    return tr("成果");
}

void ResultsPage::retranslate()
{
    m_contents->setTitle(tr("成果内容"));
    m_written->setTitle(tr("已导出"));
    m_table->setObjectName(u"packageTable"_s);
    m_word->setObjectName(u"packageWord"_s);
    m_pdf->setObjectName(u"packagePdf"_s);
    m_sheets->setObjectName(u"packageSheets"_s);
    m_charts->setObjectName(u"packageCharts"_s);
    m_table->setText(tr("指标结论表（xlsx）"));
    m_word->setText(tr("年度总报告（docx）"));
    m_pdf->setText(tr("年度总报告（pdf）"));
    m_sheets->setText(tr("图纸（png、pdf 图集）"));
    m_charts->setText(tr("图表（png、svg）"));
    m_preview->setText(tr("预览报告"));
    m_export->setText(tr("导出成果…"));
    m_previewAction->setText(tr("预览报告"));
    m_exportAction->setText(tr("导出成果…"));
    m_preview->setToolTip(tr("排出报告的每一页（F5）"));
    m_export->setToolTip(tr("把选中的成果写到一个文件夹（Ctrl+P）"));
    m_pages->setAccessibleName(tr("报告预览"));
    m_open->setText(tr("打开文件夹"));
    m_zoom->setToolTip(tr("页面大小"));
    m_zoom->setAccessibleName(tr("页面大小"));
    m_empty->setTexts(tr("还没有预览"), tr("先看一遍报告的每一页，再导出整套成果。"),
                      tr("预览报告"));
    refresh();
}

void ResultsPage::refresh()
{
    const bool open = session()->isOpen();
    m_preview->setEnabled(open);
    m_previewAction->setEnabled(open);
    m_export->setEnabled(open && !m_exporting &&
                         (m_table->isChecked() || m_word->isChecked() || m_pdf->isChecked() ||
                          m_sheets->isChecked() || m_charts->isChecked()));
    m_template->setText(m_templatePath.isEmpty() ? tr("使用本单位的 Word 模板…")
                                                 : tr("改用内置模板"));
    m_templateName->setText(m_templatePath.isEmpty()
                                ? tr("Word 模板：内置")
                                : tr("Word 模板：%1").arg(QFileInfo(m_templatePath).fileName()));
    const auto assessment = session()->assessment();
    QStringList gaps;
    if (assessment) {
        if (assessment->city.missing > 0)
            gaps << tr("%1 项指标暂缺，报告中列为缺项。").arg(assessment->city.missing);
        if (assessment->city.contradictory > 0)
            gaps << tr("%1 项指标来源矛盾，尚未核定。").arg(assessment->city.contradictory);
        if (!assessment->lateDepartments.isEmpty())
            gaps << tr("%1 个部门逾期未报。").arg(assessment->lateDepartments.size());
    }
    m_gaps->setText(gaps.join(u'\n'));
    m_gaps->setVisible(!gaps.isEmpty());
    m_exportAction->setEnabled(m_export->isEnabled());
    sayState();
}

void ResultsPage::sayState()
{
    setKind(m_state, m_stale && m_pages->count() > 0 ? "warning" : "dim");
    if (m_pages->count() == 0)
        m_state->setText(m_laying ? tr("正在排版……") : QString());
    else if (m_stale)
        m_state->setText(tr("共 %1 页。数据已有改动，请重新预览。").arg(m_pages->count()));
    else if (m_laying)
        m_state->setText(tr("正在排版……"));
    else
        m_state->setText(
            tr("第 %1 页，共 %2 页").arg(m_pages->pageInSight()).arg(m_pages->count()));
}

QList<QAction*> ResultsPage::pageActions() const
{
    return {m_previewAction, m_exportAction};
}

bool ResultsPage::reveal(const Subject& subject)
{
    return subject.kind == Subject::Kind::Nothing;
}

void ResultsPage::preview()
{
    const auto year = session()->data();
    if (!year)
        return;
    const int request = ++m_request;
    m_laying = true;
    refresh();
    m_jobs->start<QList<PackedPage>>(
        tr("预览报告"),
        [year](const CancelToken& cancel,
               const ProgressSink& progress) -> Result<QList<PackedPage>> {
            // Judged anew: the report quotes sentences, which the window's assessment has in its
            // own language.
            const auto assessment = inChinese([&] { return assess::assess(*year, cancel); });
            if (!assessment)
                return assessment.error();
            InterfacePainter painter(cancel);
            const auto halfWay = [&progress](double share, const QString& at) {
                if (progress)
                    progress(share * 0.6, at);
            };
            auto composed =
                report::composeAnnualReport(*year, *assessment, &painter, cancel, halfWay);
            if (!composed)
                return composed.error();
            QList<PackedPage> pages;
            const auto rendered = report::renderPages(
                composed->document, previewDpi,
                [&pages](int, const QImage& page) { pages.append(PackedPage::of(page)); }, cancel);
            if (!rendered)
                return rendered.error();
            return pages;
        },
        this,
        [this, request](const Result<QList<PackedPage>>& pages) {
            if (request != m_request)
                return;
            m_laying = false;
            if (pages) {
                m_stale = false;
                showPages(*pages);
            } else if (pages.error().code() != ErrorCode::Cancelled) {
                dialogs::tell(this, pages.error().message(), {}, pages.error().detail());
            }
            refresh();
        });
}

void ResultsPage::showPages(const QList<PackedPage>& pages)
{
    m_pages->setPages(pages);
    m_stack->setCurrentWidget(pages.isEmpty() ? static_cast<QWidget*>(m_empty) : m_pages);
    m_zoom->setVisible(!pages.isEmpty());
    refresh();
}

void ResultsPage::chooseTemplate()
{
    if (!m_templatePath.isEmpty()) {
        m_templatePath.clear();
        refresh();
        return;
    }
    dialogs::openFile(this, {tr("选择 Word 模板"), tr("Word 文档 (*.docx)"), {}, {}},
                      [this](const QString& path) {
                          m_templatePath = path;
                          refresh();
                      });
}

void ResultsPage::exportPackage()
{
    dialogs::chooseFolder(this, tr("成果放到哪个文件夹"),
                          [this](const QString& folder) { exportTo(folder); });
}

void ResultsPage::exportTo(const QString& folder)
{
    const auto year = session()->data();
    if (!year)
        return;
    report::PackageOptions options;
    options.docx = m_word->isChecked();
    options.pdf = m_pdf->isChecked();
    options.conclusionTable = m_table->isChecked();
    options.charts = m_charts->isChecked();
    options.docxTemplate = m_templatePath;
    options.project = session()->path();
    options.landTables = options.conclusionTable;
    options.drawings = m_sheets->isChecked();
    const auto told = std::make_shared<Issues>();
    options.tell = [told](const Issue& issue) { *told << issue; };
    using Files = QList<report::PackageFile>;
    m_exporting = true;
    refresh();
    m_jobs->start<Files>(
        tr("导出成果"),
        [year, folder, options](const CancelToken& cancel,
                                const ProgressSink& progress) -> Result<Files> {
            const auto assessment = inChinese([&] { return assess::assess(*year, cancel); });
            if (!assessment)
                return assessment.error();
            InterfacePainter painter(cancel);
            return report::writePackage(folder, *year, *assessment, painter, options, cancel,
                                        progress);
        },
        this,
        [this, folder, told](const Result<Files>& files) {
            m_exporting = false;
            refresh();
            if (!files) {
                if (files.error().code() == ErrorCode::Cancelled)
                    Q_EMIT noticed(tr("已取消导出，没有留下文件。"));
                else
                    dialogs::tell(this, files.error().message(), {}, files.error().detail());
                return;
            }
            m_folder = folder;
            if (!told->isEmpty())
                Q_EMIT issuesFound(tr("没有随成果编制的内容"), *told);
            QStringList lines;
            int pictures = 0;
            int sheets = 0;
            for (const report::PackageFile& file : *files) {
                if (file.path.startsWith(u"图表/"_s))
                    ++pictures;
                else if (file.path.startsWith(u"图纸/"_s) && file.path.endsWith(u".png"_s))
                    ++sheets;
                else if (!file.path.endsWith(u".pgw"_s))
                    lines << file.path;
            }
            if (sheets > 0)
                lines << tr("图纸 %1 张").arg(sheets);
            if (pictures > 0)
                lines << tr("图表 %1 幅").arg(pictures);
            m_files->setText(QDir::toNativeSeparators(folder) + u"\n\n"_s + lines.join(u'\n'));
            m_written->show();
            Q_EMIT noticed(tr("成果已写入 %1。").arg(QDir::toNativeSeparators(folder)));
        });
}

} // namespace checkup::workspace
