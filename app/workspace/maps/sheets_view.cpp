#include "app/workspace/maps/sheets_view.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/maps/sheet_canvas.h"
#include "app/workspace/maps/sheet_desk.h"
#include "app/workspace/maps/sheet_dialogs.h"
#include "app/workspace/maps/sheet_panel.h"
#include "app/workspace/maps/sheet_places.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/empty_state.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"
#include "core/base/file_tools.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using draw::SheetElement;

SheetsView::SheetsView(Session* session, Jobs* jobs, QWidget* parent)
    : MapsView(session, parent)
    , m_jobs(jobs)
    , m_desk(new SheetDesk(session, jobs, this))
    , m_canvas(new SheetCanvas(this))
    , m_panel(new SheetPanel(session, m_desk, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(u"maps"_s, this))
    , m_list(new QTreeWidget(this))
    , m_district(new QComboBox(this))
    , m_state(makeLabel({}, "warning"))
    , m_faults(makeLabel({}, "warning"))
    , m_tools(new QToolBar(this))
    , m_templates(new QToolButton(this))
    , m_alignment(new QToolButton(this))
{
    m_list->setObjectName(u"sheetList"_s);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->setTextElideMode(Qt::ElideRight);
    m_district->setObjectName(u"sheetDistrict"_s);
    m_state->setObjectName(u"sheetState"_s);
    m_tools->setIconSize({Theme::scaled(18), Theme::scaled(18)});
    makeActions();

    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_tools, 1);
    bar->addWidget(m_district);
    column->addLayout(bar);
    column->addWidget(m_faults);
    column->addWidget(m_state);
    column->addWidget(m_canvas, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_panel);
    scroll->setMinimumWidth(Theme::scaled(210));
    auto* splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(middle);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({Theme::scaled(240), Theme::scaled(640), Theme::scaled(250)});
    splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (!m_filling && item) {
            m_canvas->select({});
            m_panel->setSelected({});
            m_desk->choose(item->data(0, Qt::UserRole).toString());
        }
    });
    connect(m_district, &QComboBox::activated, this, [this] {
        m_desk->setDistrict(m_district->currentData().toString());
        m_canvas->setBusy(true);
    });
    connect(m_desk, &SheetDesk::sheetsChanged, this, &SheetsView::showSheets);
    connect(m_desk, &SheetDesk::pictureChanged, this, &SheetsView::showPicture);
    connect(m_canvas, &SheetCanvas::resized, this, &SheetsView::askPicture);
    connect(m_canvas, &SheetCanvas::selectionChanged, this, [this] {
        m_panel->setSelected(m_canvas->selected());
        updateState();
    });
    connect(m_canvas, &SheetCanvas::placed, this,
            [this](const QMap<int, QRectF>& areas) { place(areas, tr("移动图纸要素")); });
    connect(m_canvas, &SheetCanvas::removed, this, &SheetsView::remove);
    connect(m_panel, &SheetPanel::selected, this, [this](const QList<int>& elements) {
        m_canvas->select(elements);
        m_panel->setSelected(elements);
    });
    connect(m_empty, &EmptyState::activated, this,
            [this] { Q_EMIT jumpRequested(u"spatial"_s, {}); });
}

QAction* SheetsView::add(const QString& name, const QString& iconName,
                         const std::function<void()>& work)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    m_tools->addAction(action);
    connect(action, &QAction::triggered, this, work);
    return action;
}

void SheetsView::makeMenu(QToolButton* button)
{
    button->setMenu(new QMenu(button));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    m_tools->addWidget(button);
}

QAction* SheetsView::addTo(QToolButton* button, const QString& name,
                           const std::function<void()>& work)
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    button->menu()->addAction(action);
    connect(action, &QAction::triggered, this, work);
    return action;
}

void SheetsView::makeActions()
{
    m_export = add(u"sheetExportAction"_s, u"export"_s, [this] { exportSheets(); });
    m_copy = add(u"sheetCopy"_s, u"copy"_s, [this] { copy(); });
    m_restore = add(u"sheetRestore"_s, u"undo"_s, [this] { m_desk->restore(); });
    m_frame = add(u"sheetFrame"_s, u"edit"_s, [this] { editFrame(); });
    makeMenu(m_templates);
    m_templates->setIcon(icon(u"import"_s));
    m_takeFiles = addTo(m_templates, u"sheetTakeFiles"_s, [this] {
        dialogs::openFiles(this, {tr("装入图纸模板"), tr("图纸模板 (*.json)"), {}, {}},
                           [this](const QStringList& paths) { takeTemplates(paths); });
    });
    m_takeFolder = addTo(m_templates, u"sheetTakeFolder"_s, [this] {
        dialogs::chooseFolder(this, tr("本单位图纸模板的文件夹"),
                              [this](const QString& folder) { takeTemplates({folder}); });
    });
    m_save = addTo(m_templates, u"sheetSave"_s, [this] { saveTemplate(); });
    m_tools->addSeparator();
    makeMenu(m_alignment);
    for (const Alignment how :
         {Alignment::Left, Alignment::Centre, Alignment::Right, Alignment::Top, Alignment::Middle,
          Alignment::Bottom, Alignment::EvenAcross, Alignment::EvenDown})
        m_aligning << addTo(m_alignment, u"sheetAlign%1"_s.arg(static_cast<int>(how)),
                            [this, how] { align(how); });
    m_automatic = add(u"sheetAutomatic"_s, u"refresh"_s, [this] { automatic(); });
    m_removing = add(u"sheetRemove"_s, u"trash"_s, [this] { remove(m_canvas->selected()); });
}

QString SheetsView::title() const
{
    return tr("图幅");
}

void SheetsView::retranslate()
{
    m_list->setHeaderLabels({tr("图纸"), tr("状态")});
    m_list->setAccessibleName(tr("图纸"));
    m_district->setAccessibleName(tr("范围"));
    m_export->setText(tr("导出图纸…"));
    m_copy->setText(tr("复制为自己的图纸…"));
    m_restore->setText(tr("恢复原样"));
    m_frame->setText(tr("单位图框…"));
    m_templates->setText(tr("图纸模板"));
    m_templates->setToolTip(tr("图纸模板：装入、存为文件"));
    m_alignment->setText(tr("对齐"));
    m_takeFiles->setText(tr("装入图纸模板…"));
    m_takeFolder->setText(tr("装入模板文件夹…"));
    m_save->setText(tr("当前图纸存为模板…"));
    m_automatic->setText(tr("回到自动位置"));
    m_removing->setText(tr("移除要素"));
    const QStringList names{tr("左对齐"),   tr("左右居中"), tr("右对齐"),   tr("上对齐"),
                            tr("上下居中"), tr("下对齐"),   tr("横向等距"), tr("纵向等距")};
    for (qsizetype i = 0; i < m_aligning.size(); ++i)
        m_aligning[i]->setText(names[i]);
    m_empty->setTexts(tr("还没有打开项目"), tr("打开或新建一个年度后，这里列出全套图纸。"));
    m_canvas->retranslate();
    m_panel->retranslate();
    showSheets();
}

QList<QAction*> SheetsView::viewActions() const
{
    return QList<QAction*>{m_export,    m_copy,       m_restore, m_frame,
                           m_takeFiles, m_takeFolder, m_save} +
           m_aligning + QList<QAction*>{m_automatic, m_removing};
}

bool SheetsView::isDrawn() const
{
    return m_desk->isIdle();
}

void SheetsView::showEvent(QShowEvent* event)
{
    MapsView::showEvent(event);
    askPicture();
}

void SheetsView::askPicture()
{
    if (!isVisible() || !m_desk->current())
        return;
    m_desk->show(m_canvas->wantedPixelsPerMm(m_desk->current()->size()));
    updateState();
}

void SheetsView::showSheets()
{
    m_filling = true;
    const draw::SheetTemplate* const current = m_desk->current();
    m_stack->setCurrentIndex(current ? 1 : 0);
    m_list->clear();
    for (const draw::SheetTemplate& sheet : m_desk->sheets()) {
        const auto lack = m_desk->lackOf(sheet.id);
        const QString name = u"%1 %2"_s.arg(sheet.number).arg(m_desk->titleOf(sheet));
        auto* item = new QTreeWidgetItem(m_list);
        item->setText(0, lack && lack->isEmpty() ? tr("可画") : lack ? tr("缺图层") : tr("…"));
        item->setText(1, name);
        item->setIcon(0, !lack ? QIcon() : icon(lack->isEmpty() ? u"check"_s : u"missing"_s));
        if (m_desk->isOwn(sheet.id))
            item->setText(1, tr("%1（已改）").arg(name));
        item->setToolTip(1, lack && !lack->isEmpty() ? tr("%1\n缺少：%2").arg(name, *lack) : name);
        item->setToolTip(0, item->toolTip(1));
        item->setData(0, Qt::UserRole, sheet.id);
        if (current && sheet.id == current->id)
            m_list->setCurrentItem(item);
    }
    m_list->setHeaderLabels({tr("状态"), tr("图纸")});
    const QString district = m_district->currentData().toString();
    m_district->clear();
    m_district->addItem(tr("全市"), QString());
    for (const QString& name : m_desk->districts())
        m_district->addItem(name, name);
    m_district->setCurrentIndex(std::max(0, m_district->findData(district)));
    m_faults->setText(m_desk->faults().join(u'\n'));
    m_faults->setVisible(!m_desk->faults().isEmpty());
    m_filling = false;
    m_panel->showSheet();
    askPicture();
    updateState();
}

void SheetsView::showPicture()
{
    const auto& picture = m_desk->picture();
    if (picture)
        m_canvas->setPicture(picture->image, picture->paper, picture->report.placed);
    else
        m_canvas->setWords(m_desk->fault().isEmpty() ? tr("正在绘制…") : m_desk->fault());
    m_panel->showElement();
    updateState();
}

void SheetsView::updateState()
{
    const draw::SheetTemplate* const sheet = m_desk->current();
    const bool editable = sheet && !session()->isReadOnly();
    const auto chosen = m_canvas->selected().size();
    m_canvas->setEditable(editable);
    m_canvas->setBusy(!m_desk->isUpToDate());
    for (qsizetype i = 0; i < m_aligning.size(); ++i)
        m_aligning[i]->setEnabled(editable && chosen >= (i >= 6 ? 3 : 2));
    m_removing->setEnabled(editable && chosen > 0);
    m_automatic->setEnabled(editable && sheet && !sheet->elements.isEmpty());
    m_restore->setEnabled(editable && m_desk->isOwn(sheet->id));
    m_restore->setText(sheet && !m_desk->isShipped(sheet->id) ? tr("删除这张图纸")
                                                              : tr("恢复原样"));
    m_copy->setEnabled(editable);
    m_frame->setEnabled(editable);
    m_export->setEnabled(sheet);
    m_takeFiles->setEnabled(editable);
    m_takeFolder->setEnabled(editable);
    m_save->setEnabled(sheet);
    const auto lack = sheet ? m_desk->lackOf(sheet->id) : std::nullopt;
    m_state->setText(lack && !lack->isEmpty()
                         ? tr("这张图现在画不出，缺少：%1。请在“空间数据”中加入。").arg(*lack)
                         : QString());
    m_state->setVisible(!m_state->text().isEmpty());
}

void SheetsView::place(const QMap<int, QRectF>& areas, const QString& label)
{
    m_desk->editElements(label, [&areas](QList<SheetElement>& all) {
        for (auto it = areas.cbegin(); it != areas.cend(); ++it) {
            if (it.key() < all.size())
                all[it.key()].area = it.value();
        }
    });
}

void SheetsView::align(Alignment how)
{
    const QList<int>& chosen = m_canvas->selected();
    QList<QRectF> areas;
    for (const int element : chosen)
        areas << m_canvas->areaOf(element).value_or(QRectF());
    areas = aligned(areas, how);
    QMap<int, QRectF> there;
    for (qsizetype i = 0; i < chosen.size(); ++i)
        there[chosen[i]] = areas[i];
    place(there, tr("对齐图纸要素"));
}

void SheetsView::remove(const QList<int>& elements)
{
    QList<int> last = elements;
    std::sort(last.rbegin(), last.rend());
    m_canvas->select({});
    m_desk->editElements(tr("移除图纸要素"), [&last](QList<SheetElement>& all) {
        for (const int element : std::as_const(last)) {
            // A sheet without a map is none.
            if (element < all.size() && all[element].part != draw::SheetPart::Map)
                all.removeAt(element);
        }
    });
}

void SheetsView::automatic()
{
    m_canvas->select({});
    m_desk->edit(tr("要素回到自动位置"),
                 [](draw::SheetTemplate& sheet) { sheet.elements.clear(); });
}

void SheetsView::copy()
{
    dialogs::askText(this, tr("复制为自己的图纸"),
                     tr("新图纸的图名（{city}、{year} 会换成城市和年份）"),
                     m_desk->current()->title, false, [this](const QString& name) {
                         if (!name.trimmed().isEmpty())
                             m_desk->copyAs(name.trimmed());
                     });
}

void SheetsView::editFrame()
{
    auto* dialog = new OfficeFrameDialog(m_desk->frame().value_or(draw::OfficeFrame()), this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_desk->setFrame(dialog->frame()); });
    dialog->open();
}

void SheetsView::exportSheets()
{
    const draw::SheetTemplate* const sheet = m_desk->current();
    auto* dialog = new SheetExportDialog(sheet ? sheet->id : QString(), m_desk->districts(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        dialogs::chooseFolder(
            this, tr("图纸放在哪个文件夹"),
            [this, options = dialog->options()](const QString& folder) {
                m_jobs->start<int>(
                    {},
                    [folder, options, path = session()->path(), year = session()->data()](
                        const CancelToken&, const ProgressSink&) -> Result<int> {
                        return report::drawnBefore(folder, path, *year, draw::shippedSheets(),
                                                   options);
                    },
                    this,
                    [this, folder, options](const Result<int>& before) {
                        askResume(before ? *before : 0, folder, options);
                    });
            });
    });
    dialog->open();
}

void SheetsView::askResume(int before, const QString& folder, const report::DrawingOptions& options)
{
    if (before == 0) {
        writeSheets(folder, options);
        return;
    }
    dialogs::choose(this, tr("这个文件夹里有上次没有画完的图纸，已画好 %1 张。").arg(before),
                    tr("资料没有变动，画好的可以不再重画。"), {tr("接着画"), tr("全部重画")},
                    [this, folder, options](int button) {
                        report::DrawingOptions wanted = options;
                        wanted.resume = button == 0;
                        writeSheets(folder, wanted);
                    });
}

void SheetsView::writeSheets(const QString& folder, const report::DrawingOptions& options)
{
    m_jobs->start<report::DrawingSet>(
        tr("导出图纸"),
        [folder, options, path = session()->path(),
         year = session()->data()](const CancelToken& cancel, const ProgressSink& progress) {
            return report::writeDrawings(folder, path, *year, draw::shippedSheets(), options,
                                         cancel, progress);
        },
        this,
        [this, folder](const Result<report::DrawingSet>& written) {
            if (!written) {
                if (written.error().code() != ErrorCode::Cancelled)
                    Q_EMIT failed(written.error());
                return;
            }
            const auto drawn =
                std::count_if(written->sheets.cbegin(), written->sheets.cend(),
                              [](const report::DrawnSheet& one) { return one.isDrawn; });
            Q_EMIT noticed(tr("已导出 %1 张图纸到 %2；没有画的 %3 张见图纸清单。")
                               .arg(drawn)
                               .arg(QDir::toNativeSeparators(folder))
                               .arg(written->sheets.size() - drawn));
        });
}

void SheetsView::takeTemplates(const QStringList& paths)
{
    using Sheets = QList<draw::SheetTemplate>;
    m_jobs->start<Sheets>(
        {},
        [paths](const CancelToken&, const ProgressSink&) -> Result<Sheets> {
            Sheets all;
            for (const QString& path : paths) {
                const auto read = draw::readSheets(path);
                if (!read)
                    return read.error();
                all += *read;
            }
            return all;
        },
        this,
        [this](const Result<Sheets>& read) {
            if (!read) {
                Q_EMIT failed(read.error());
                return;
            }
            m_desk->takeIn(*read);
            Q_EMIT noticed(tr("已装入 %1 张图纸。").arg(read->size()));
        });
}

void SheetsView::saveTemplate()
{
    const draw::SheetTemplate* const sheet = m_desk->current();
    if (!sheet)
        return;
    dialogs::saveFile(
        this, {tr("图纸模板存为"), tr("图纸模板 (*.json)"), sheet->id + u".json"_s, u"json"_s},
        [this, bytes = draw::writeSheet(*sheet)](const QString& path) {
            m_jobs->start<bool>(
                {},
                [path, bytes](const CancelToken&, const ProgressSink&) -> Result<bool> {
                    const auto done = writeFileSafely(path, bytes);
                    if (!done)
                        return done.error();
                    return true;
                },
                this,
                [this, path](const Result<bool>& done) {
                    if (done)
                        Q_EMIT noticed(
                            tr("图纸模板已存为 %1。").arg(QDir::toNativeSeparators(path)));
                    else
                        Q_EMIT failed(done.error());
                });
        });
}

} // namespace checkup::workspace
