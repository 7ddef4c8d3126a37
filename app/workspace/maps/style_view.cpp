#include "app/workspace/maps/style_view.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"
#include "app/workspace/maps/made_styles.h"
#include "app/workspace/maps/map_canvas.h"
#include "app/workspace/maps/role_style_form.h"
#include "app/workspace/maps/style_fields.h"
#include "app/workspace/maps/sight_choice.h"
#include "app/workspace/maps/symbol_files.h"
#include "app/workspace/maps/symbol_form.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include "core/catalogue/land_classes.h"

#include <QAction>
#include <QGridLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;
using Kind = StyleSpot::Kind;

namespace {

QString classesTitle(const QString& system)
{
    const auto known = catalogue::classSystemOf(system);
    return known ? catalogue::LandClasses::of(*known).name() : system;
}

QString className(const QString& system, const QString& code)
{
    const auto known = catalogue::classSystemOf(system);
    const QString name = known ? catalogue::LandClasses::of(*known).nameOf(code) : QString();
    return name.isEmpty() ? code : name;
}

QStringList valuesIn(const QString& text)
{
    QStringList values = QString(text).replace(u'，', u',').replace(u'、', u',').split(u',');
    for (QString& value : values)
        value = value.trimmed();
    values.removeDuplicates();
    if (values.size() > 1)
        values.removeAll(QString());
    return values;
}

} // namespace

StyleView::StyleView(Session* session, Jobs* jobs, MapLibrary* library, QWidget* parent)
    : MapsView(session, parent)
    , m_jobs(jobs)
    , m_library(library)
    , m_list(new StyleList(this))
    , m_canvas(new MapCanvas(jobs, this))
    , m_role(new RoleStyleForm(this))
    , m_symbol(new SymbolForm(this))
    , m_tools(new QToolBar(this))
    , m_only(new QAction(this))
    , m_add(new QAction(this))
    , m_remove(new QAction(this))
    , m_shipped(new QAction(this))
    , m_import(new QAction(this))
    , m_export(new QAction(this))
    , m_search(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_values(new QLineEdit(this))
    , m_heading(makeLabel({}, "", 1.1, true))
    , m_hint(makeLabel({}, "dim"))
    , m_nameLabel(new QLabel(this))
    , m_valuesLabel(new QLabel(this))
    , m_check(makeLabel({}, "dim", 1, false, true))
    , m_give(new QPushButton(this))
    , m_sight(new SightChoice(m_canvas, this))
    , m_case(new QWidget(this))
    , m_forms(new QWidget(this))
    , m_files(new SymbolFiles(jobs, this))
{
    makeTools();
    auto* left = new QWidget(this);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    m_search->setObjectName(u"styleSearch"_s);
    m_search->setClearButtonEnabled(true);
    leftColumn->addWidget(m_search);
    leftColumn->addWidget(m_list, 1);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(left);
    splitter->addWidget(makeForms());
    splitter->addWidget(makePreview());
    splitter->setStretchFactor(2, 1);
    splitter->setSizes({270, 320, 380});
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);
    setKind(splitter, "gap");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tools);
    column->addWidget(splitter, 1);

    m_timer.setSingleShot(true);
    m_timer.setInterval(600);
    connect(&m_timer, &QTimer::timeout, this, &StyleView::keep);
    connect(m_search, &QLineEdit::textChanged, m_list, &StyleList::setSought);
    connect(m_list, &StyleList::chosen, this, &StyleView::showSpot);
    connect(m_role, &RoleStyleForm::changed, this, [this] { take(m_role->style()); });
    connect(m_role, &RoleStyleForm::valuesWanted, this, &StyleView::makeCases);
    connect(m_role, &RoleStyleForm::gradesWanted, this, &StyleView::makeGrades);
    connect(m_symbol, &SymbolForm::changed, this, [this] {
        draw::SymbolCase one = shownCase();
        one.symbol = m_symbol->symbol();
        takeCase(one);
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& text) {
        draw::SymbolCase one = shownCase();
        one.name = text.trimmed();
        if (!one.name.isEmpty())
            takeCase(one);
    });
    connect(m_values, &QLineEdit::editingFinished, this, [this] {
        draw::SymbolCase one = shownCase();
        const QStringList values = valuesIn(m_values->text());
        if (m_list->spot().kind != Kind::Case || values == one.values)
            return;
        one.values = values;
        takeCase(one);
    });
    connect(m_give, &QPushButton::clicked, this, [this] { addSymbol(m_list->spot()); });
    connect(m_files, &SymbolFiles::taken, this, [this](const draw::SymbolSet& symbols) {
        keep();
        m_own = m_own.with(symbols);
        drafted();
        keep();
        fillList();
        showSpot();
    });
    connect(m_files, &SymbolFiles::failed, this, &StyleView::failed);
    connect(m_files, &SymbolFiles::noticed, this, &StyleView::noticed);
    connect(m_files, &SymbolFiles::issuesFound, this, &StyleView::issuesFound);
    connect(m_library, &MapLibrary::changed, this, [this] {
        if (!isVisible())
            return;
        countMissing();
        showPreview();
    });
    connect(session, &Session::opened, this, [this] {
        m_changed = false;
        m_pending = 0;
        m_stale = true;
        refresh();
    });
    connect(session, &Session::closed, this, [this] {
        m_timer.stop();
        m_changed = false;
        m_pending = 0;
        m_stale = true;
    });
    connect(session, &Session::dataChanged, this, [this] {
        m_pending = 0;
        m_stale = true;
        refresh();
    });
    connect(session, &Session::failed, this, [this] {
        m_pending = 0;
        m_stale = true;
        refresh();
    });
    retranslate();
}

void StyleView::makeTools()
{
    const QList<std::pair<QAction*, QString>> actions{
        {m_add, u"styleAdd"_s},       {m_remove, u"styleRemove"_s}, {m_shipped, u"styleShipped"_s},
        {m_import, u"styleImport"_s}, {m_export, u"styleExport"_s}, {m_only, u"styleOnly"_s}};
    m_tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (const auto& [action, name] : actions) {
        action->setObjectName(name);
        m_tools->addAction(action);
    }
    m_only->setCheckable(true);
    m_only->setChecked(true);
    connect(m_add, &QAction::triggered, this, &StyleView::askCode);
    connect(m_remove, &QAction::triggered, this, &StyleView::removeCase);
    connect(m_shipped, &QAction::triggered, this, &StyleView::asShipped);
    connect(m_import, &QAction::triggered, this, &StyleView::importFile);
    connect(m_export, &QAction::triggered, this, &StyleView::exportFile);
    connect(m_only, &QAction::toggled, this, &StyleView::fillList);
}

QWidget* StyleView::makeForms()
{
    m_name->setObjectName(u"caseName"_s);
    m_values->setObjectName(u"caseValues"_s);
    m_give->setObjectName(u"styleGive"_s);
    auto* rows = new QGridLayout(m_case);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_nameLabel, 0, 0);
    rows->addWidget(m_name, 0, 1);
    rows->addWidget(m_valuesLabel, 1, 0);
    rows->addWidget(m_values, 1, 1);
    auto* column = new QVBoxLayout(m_forms);
    column->addWidget(m_heading);
    column->addWidget(m_hint);
    column->addWidget(m_give, 0, Qt::AlignLeft);
    column->addWidget(m_role);
    column->addWidget(m_case);
    column->addWidget(m_symbol);
    column->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setWidget(m_forms);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(Theme::scaled(300));
    return area;
}

QWidget* StyleView::makePreview()
{
    m_check->setObjectName(u"styleCheck"_s);
    auto* preview = new QWidget(this);
    auto* column = new QVBoxLayout(preview);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_sight);
    column->addWidget(m_canvas, 1);
    column->addWidget(m_check);
    return preview;
}

void StyleView::reveal(const StyleSpot& spot)
{
    m_search->clear();
    refresh();
    m_list->choose(spot);
}

QString StyleView::title() const
{
    return tr("符号");
}

QList<QAction*> StyleView::viewActions() const
{
    return {m_add, m_remove, m_shipped, m_import, m_export, m_only};
}

bool StyleView::isSettled() const
{
    return !m_stale && !m_changed && m_pending == 0 && m_library->isIdle() && m_canvas->isDrawn();
}

void StyleView::showEvent(QShowEvent* event)
{
    MapsView::showEvent(event);
    refresh();
}

void StyleView::hideEvent(QHideEvent* event)
{
    keep();
    MapsView::hideEvent(event);
}

void StyleView::refresh()
{
    if (!isVisible() || !m_stale || !session()->data())
        return;
    m_stale = false;
    m_library->refresh();
    // What is being typed is newer than what the file says.
    if (!m_changed) {
        m_own = m_library->symbols().own;
        m_all = m_library->symbols().all;
    }
    countMissing();
    fillList();
    showSpot();
    askLayers();
}

void StyleView::fillList()
{
    const auto year = session()->data();
    if (!year)
        return;
    StyleList::Contents contents;
    contents.all = &m_all;
    contents.own = &m_own;
    for (const project::Layer& layer : year->layers) {
        contents.roles << layer.role;
        if (!layer.classSystem.isEmpty())
            contents.systems << layer.classSystem;
    }
    contents.onlyThese = m_only->isChecked() && !contents.roles.isEmpty();
    contents.missing = m_missing;
    m_list->show(contents);
}

void StyleView::askLayers()
{
    const auto year = session()->data();
    for (const project::Layer& layer : year->layers) {
        const project::Layer* const newest = draw::layerFor(*year, layer.role, year->info.year);
        if (newest && newest->id == layer.id &&
            m_all.styleOf(layer.role, layer.classSystem).listsOthers &&
            m_library->stateOf(layer.id) == MapLibrary::State::Unasked)
            m_library->ask(layer.id);
    }
}

void StyleView::countMissing()
{
    const auto year = session()->data();
    QMap<QPair<QString, QString>, QMap<QString, qint64>> missing;
    for (const project::Layer& layer : year ? year->layers : QList<project::Layer>()) {
        const draw::MapLayer* const there = m_library->find(layer.id);
        const draw::LayerStyle style = m_all.styleOf(layer.role, layer.classSystem);
        if (!there || there->value < 0 || !style.listsOthers || style.column != there->style.column)
            continue;
        const QMap<QString, qint64> without =
            draw::withoutSymbol(m_library->values(layer.id), style);
        for (const auto& [value, number] : without.asKeyValueRange())
            missing[{layer.role, layer.classSystem}][value] += number;
    }
    if (missing == m_missing)
        return;
    m_missing = missing;
    fillList();
}

QString StyleView::key() const
{
    const StyleSpot spot = m_list->spot();
    if (spot.kind == Kind::Class)
        return spot.system;
    draw::RoleStyle style;
    style.role = spot.role;
    style.system = spot.system;
    return style.key();
}

draw::RoleStyle StyleView::roleStyle() const
{
    const StyleSpot spot = m_list->spot();
    const draw::RoleStyle* const known = m_all.roleStyle(spot.role, spot.system);
    if (known && known->system == spot.system)
        return *known;
    draw::RoleStyle plain;
    plain.role = spot.role;
    plain.style = m_all.styleOf(spot.role);
    return plain;
}

draw::SymbolCase StyleView::shownCase() const
{
    const StyleSpot spot = m_list->spot();
    if (spot.kind == Kind::Class) {
        for (const draw::SymbolCase& one : m_all.classesOf(spot.system)) {
            if (one.values.constFirst() == spot.code)
                return one;
        }
        return {};
    }
    const draw::LayerStyle style = roleStyle().style;
    return spot.kind == Kind::Case && spot.number < style.cases.size() ? style.cases[spot.number]
                                                                       : style.otherwise;
}

const project::Layer* StyleView::layerOfSpot() const
{
    const StyleSpot spot = m_list->spot();
    const auto year = session()->data();
    if (!year || spot.kind == Kind::Nothing)
        return nullptr;
    if (spot.kind != Kind::Class)
        return draw::layerFor(*year, spot.role, year->info.year);
    for (const project::Layer& layer : year->layers) {
        const draw::RoleStyle* const style = m_all.roleStyle(layer.role, layer.classSystem);
        const QString system = layer.classSystem.isEmpty() ? u"third-survey"_s : layer.classSystem;
        const project::Layer* const newest = draw::layerFor(*year, layer.role, year->info.year);
        if (style && style->byClass && system == spot.system && newest && newest->id == layer.id)
            return newest;
    }
    return nullptr;
}

QStringList StyleView::columnsOfSpot() const
{
    QStringList columns;
    if (const project::Layer* const layer = layerOfSpot()) {
        const QJsonObject fields = QJsonDocument::fromJson(layer->fields.toUtf8()).object();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            if (!field->toString().isEmpty())
                columns << field.key();
        }
    }
    return columns;
}

void StyleView::showSpot()
{
    keep();
    m_showing = true;
    const StyleSpot spot = m_list->spot();
    const bool role = spot.kind == Kind::Role;
    const bool one =
        spot.kind == Kind::Class || spot.kind == Kind::Case || spot.kind == Kind::Otherwise;
    const draw::RoleStyle style = spot.role.isEmpty() ? draw::RoleStyle() : roleStyle();
    const bool alike = role && !style.byClass && style.style.column.isEmpty();
    const bool writes = !session()->isReadOnly();
    m_role->setVisible(role);
    m_case->setVisible(one);
    m_symbol->setVisible(one || alike);
    m_give->setVisible(spot.kind == Kind::Missing);
    m_values->setVisible(spot.kind == Kind::Case && !style.style.grades);
    m_valuesLabel->setVisible(m_values->isVisibleTo(m_case));
    for (QWidget* form : {static_cast<QWidget*>(m_role), m_case, static_cast<QWidget*>(m_symbol),
                          static_cast<QWidget*>(m_give)})
        form->setEnabled(writes);
    const draw::SymbolCase shown = shownCase();
    QString hint;
    if (spot.kind == Kind::Nothing) {
        m_heading->setText(tr("图件的符号"));
        hint = tr("在左边选一种图层、一类或一个地类代码，改它的颜色、线、图案和点符号；"
                  "改过的随项目保存，图件、图纸和导出都用它。");
    } else if (spot.kind == Kind::Class) {
        m_heading->setText(spot.code + u' ' + className(spot.system, spot.code));
        hint = tr("“%1”的代码；更长的代码没有自己的符号时也用它。").arg(classesTitle(spot.system));
    } else if (spot.kind == Kind::Missing) {
        m_heading->setText(spot.code.isEmpty() ? tr("（空）") : spot.code);
        hint = tr("图层“%1”里有这个代码，但没有符号，图上以叉线画出。如果代码没错，给它一个符号；"
                  "如果错了，请在数据里改正。")
                   .arg(catalogue::layerTitle(spot.role));
    } else {
        m_heading->setText(role ? catalogue::layerTitle(spot.role) : shown.name);
        if (style.byClass)
            hint = tr("各地类的符号在上面“地类”里，按图层的地类体系取用。");
        else if (!alike && role)
            hint = tr("各类的符号在左边这个图层的下面。");
    }
    if (!writes && spot.kind != Kind::Nothing)
        hint = tr("项目以只读打开，符号不能改。");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    if (role)
        m_role->show(style, columnsOfSpot(), [&] {
            const draw::RoleStyle* const shipped = draw::SymbolSet::shipped().roleStyle(spot.role);
            return shipped && shipped->byClass;
        }());
    if (one) {
        if (m_name->text().trimmed() != shown.name)
            m_name->setText(shown.name);
        if (valuesIn(m_values->text()) != shown.values)
            m_values->setText(shown.values.join(u", "_s));
    }
    if (one || alike)
        m_symbol->show(shown.symbol, geometryOfRole(spot.role));
    m_add->setEnabled(
        writes && (spot.kind == Kind::Class || (!spot.role.isEmpty() && !style.style.grades &&
                                                !style.byClass && !style.style.column.isEmpty())));
    m_remove->setEnabled(writes && spot.kind == Kind::Case && style.style.cases.size() > 1 &&
                         !style.style.grades);
    const bool kept =
        spot.kind != Kind::Nothing && session()->data()->mapSetting(u"style"_s, key()) != nullptr;
    m_shipped->setEnabled(writes && kept);
    m_import->setEnabled(writes);
    m_showing = false;
    showPreview();
    check();
}

void StyleView::showPreview()
{
    const project::Layer* const layer = layerOfSpot();
    if (!layer) {
        m_canvas->setLayers({});
        m_canvas->setWords(m_list->spot().kind == Kind::Nothing
                               ? tr("选中后在这里预览。")
                               : tr("项目里没有这种图层；加入后在这里预览。"));
        return;
    }
    if (m_library->stateOf(layer->id) == MapLibrary::State::Unasked)
        m_library->ask(layer->id);
    const draw::MapLayer* const there = m_library->find(layer->id);
    if (!there) {
        m_canvas->setLayers({});
        m_canvas->setWords(m_library->stateOf(layer->id) == MapLibrary::State::Failed
                               ? m_library->faultOf(layer->id)
                               : tr("正在读取图形…"));
        return;
    }
    draw::MapLayer shown = *there;
    const draw::LayerStyle style = m_all.styleOf(layer->role, layer->classSystem);
    // Another column has to be read first.
    const bool same = style.column.isEmpty() || style.column == there->style.column;
    // So has a filtered layer's choice of cases.
    if (same && (!there->chosen || style.cases.size() == there->style.cases.size()))
        shown.style = style;
    m_canvas->setExtent(there->shapes->extent());
    m_canvas->setWords({});
    m_canvas->setLayers({shown});
}

void StyleView::check()
{
    const StyleSpot spot = m_list->spot();
    QList<draw::SymbolCase> cases;
    if (spot.kind == Kind::Class)
        cases = m_all.classesOf(spot.system);
    else if (!spot.role.isEmpty() && spot.kind != Kind::Missing)
        cases = roleStyle().style.cases;
    const QString said = legibilityOf(cases, geometryOfRole(spot.role));
    m_check->setText(said);
    m_check->setVisible(!said.isEmpty());
}

void StyleView::take(const draw::RoleStyle& style)
{
    if (m_showing)
        return;
    const bool alike = !style.byClass && style.style.column.isEmpty();
    m_own.setRole(style);
    drafted();
    if (alike != m_symbol->isVisibleTo(m_forms)) {
        keep();
        fillList();
        showSpot();
    }
}

void StyleView::takeCase(const draw::SymbolCase& changed)
{
    if (m_showing)
        return;
    const StyleSpot spot = m_list->spot();
    if (spot.kind == Kind::Class) {
        m_own.setClass(spot.system, changed);
    } else {
        draw::RoleStyle style = roleStyle();
        if (spot.kind == Kind::Case && spot.number < style.style.cases.size())
            style.style.cases[spot.number] = changed;
        else
            style.style.otherwise = changed;
        style.ramp.clear(); // its own symbols from now on
        m_own.setRole(style);
    }
    m_list->setSwatch(changed.symbol);
    drafted();
}

void StyleView::drafted()
{
    m_all = draw::SymbolSet::shipped().with(m_own);
    m_changed = true;
    m_timer.start();
    showPreview();
    check();
}

void StyleView::keep()
{
    m_timer.stop();
    if (!m_changed || !session()->data())
        return;
    // One after the other: each is made from what the last one left.
    if (m_pending > 0) {
        m_timer.start();
        return;
    }
    m_changed = false;
    const project::ChangeSet changes =
        draw::symbolChanges(*session()->data(), m_own, tr("修改符号"));
    if (changes.isEmpty())
        return;
    m_pending = 1;
    session()->edit(changes);
}

void StyleView::addSymbol(const StyleSpot& missing)
{
    if (missing.kind != Kind::Missing)
        return;
    const draw::RoleStyle* const style = m_all.roleStyle(missing.role, missing.system);
    StyleSpot now;
    if (!style || style->byClass) {
        const QString system = missing.system.isEmpty() ? u"third-survey"_s : missing.system;
        draw::SymbolCase one;
        one.values << missing.code;
        one.name = className(system, missing.code);
        one.symbol = distinctSymbol(m_own.classesOf(system).size(), LayerGeometry::Polygon);
        one.symbol.line.reset();
        m_own.setClass(system, one);
        now = {Kind::Class, {}, system, 0, missing.code};
    } else {
        draw::RoleStyle changed = *style;
        draw::SymbolCase one;
        one.values << missing.code;
        one.name = missing.code.isEmpty() ? u"未填"_s : missing.code;
        one.symbol = distinctSymbol(changed.style.cases.size(), geometryOfRole(missing.role));
        changed.style.cases << one;
        m_own.setRole(changed);
        now = {Kind::Case,
               changed.role,
               changed.system,
               static_cast<int>(changed.style.cases.size() - 1),
               {}};
    }
    drafted();
    countMissing();
    fillList();
    m_list->choose(now);
    keep();
}

void StyleView::askCode()
{
    const StyleSpot spot = m_list->spot();
    const bool classes = spot.kind == Kind::Class;
    dialogs::askText(this, tr("添加一类"), classes ? tr("地类代码：") : tr("这一列的值："), {},
                     false, [this, spot, classes](const QString& text) {
                         const QString code = text.trimmed();
                         if (code.isEmpty())
                             return;
                         StyleSpot missing = spot;
                         missing.kind = Kind::Missing;
                         missing.code = code;
                         if (!classes)
                             return addSymbol(missing);
                         for (const draw::SymbolCase& one : m_all.classesOf(spot.system)) {
                             if (one.values.constFirst() == code)
                                 return m_list->choose({Kind::Class, {}, spot.system, 0, code});
                         }
                         missing.role.clear();
                         addSymbol(missing);
                     });
}

void StyleView::removeCase()
{
    const StyleSpot spot = m_list->spot();
    draw::RoleStyle style = roleStyle();
    if (spot.kind != Kind::Case || style.style.cases.size() < 2)
        return;
    style.style.cases.removeAt(spot.number);
    m_own.setRole(style);
    drafted();
    fillList();
    m_list->choose({Kind::Role, spot.role, spot.system, 0, {}});
    keep();
}

void StyleView::asShipped()
{
    const StyleSpot spot = m_list->spot();
    keep();
    if (spot.kind == Kind::Class && !m_own.classesOf(spot.system).isEmpty()) {
        m_own.removeClass(spot.system, spot.code);
        drafted();
        keep();
        return;
    }
    const project::ChangeSet changes = draw::symbolsAsShipped(*session()->data(), key());
    if (changes.isEmpty() || m_pending > 0)
        return;
    m_pending = 1;
    session()->edit(changes);
}

void StyleView::makeCases(const QString& column)
{
    const project::Layer* const layer = layerOfSpot();
    if (!layer || column.isEmpty()) {
        Q_EMIT noticed(tr("项目里没有这种图层；请先在“空间数据”里加入，再按数据分类。"));
        return showSpot();
    }
    const StyleSpot spot = m_list->spot();
    m_jobs->start<QMap<QString, qint64>>(
        tr("统计“%1”的值").arg(layer->name),
        [path = session()->path(), layer = *layer, column](const CancelToken& cancel,
                                                           const ProgressSink&) {
            return draw::valuesOf(path, layer, column, cancel);
        },
        this,
        [this, spot, column](const Result<QMap<QString, qint64>>& values) {
            if (!values)
                Q_EMIT failed(values.error());
            if (!values || m_list->spot() != spot)
                return showSpot();
            const draw::RoleStyle made = styleByValues(roleStyle(), column, *values);
            if (made.style.cases.isEmpty())
                return showSpot();
            takeMade(made);
        });
}

void StyleView::takeMade(const draw::RoleStyle& made)
{
    m_own.setRole(made);
    drafted();
    keep();
    fillList();
    showSpot();
}

void StyleView::makeGrades(const QString& column, draw::GradeMethod method, int count)
{
    const project::Layer* const layer = layerOfSpot();
    if (!layer || column.isEmpty()) {
        Q_EMIT noticed(tr("项目里没有这种图层；请先在“空间数据”里加入，再按数据分级。"));
        return showSpot();
    }
    const StyleSpot spot = m_list->spot();
    m_jobs->start<draw::Grades>(
        tr("统计“%1”的数").arg(layer->name),
        [path = session()->path(), layer = *layer, column, method,
         count](const CancelToken& cancel, const ProgressSink&) -> Result<draw::Grades> {
            const auto numbers = draw::numbersOf(path, layer, column, cancel);
            if (!numbers)
                return numbers.error();
            return draw::gradesOf(*numbers, method, count);
        },
        this,
        [this, spot, column, method](const Result<draw::Grades>& grades) {
            if (!grades)
                Q_EMIT failed(grades.error());
            if (!grades || m_list->spot() != spot)
                return showSpot();
            takeMade(styleByGrades(roleStyle(), column, method, *grades));
        });
}

void StyleView::importFile()
{
    const StyleSpot spot = m_list->spot();
    const project::Layer* const layer = layerOfSpot();
    m_files->takeIn(session()->data(), spot.role.isEmpty() && layer ? layer->role : spot.role);
}

void StyleView::exportFile()
{
    keep();
    m_files->write(m_own, m_all);
}

void StyleView::retranslate()
{
    m_search->setPlaceholderText(tr("查找图层或代码"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setAccessibleName(tr("图层和地类的符号"));
    m_nameLabel->setText(tr("名称"));
    m_name->setAccessibleName(tr("名称"));
    m_name->setToolTip(tr("图例里写的名称，用中文"));
    m_valuesLabel->setText(tr("值"));
    m_values->setAccessibleName(tr("值"));
    m_values->setToolTip(tr("这一类是哪些值，用逗号隔开"));
    m_give->setText(tr("给它一个符号"));
    m_add->setText(tr("添加一类符号…"));
    m_remove->setText(tr("删去这一类符号"));
    m_shipped->setText(tr("恢复自带符号"));
    m_shipped->setToolTip(tr("这里改回程序自带的符号；可以撤销"));
    m_import->setText(tr("导入符号…"));
    m_import->setToolTip(tr("导入本程序的符号文件（.json），或别的软件的 SLD（为左边选中的图层）"));
    m_export->setText(tr("导出符号…"));
    m_only->setText(tr("只列项目里的图层"));
    m_sight->retranslate();
    m_role->retranslate();
    m_symbol->retranslate();
    m_canvas->retranslate();
    if (session()->data() && isVisible()) {
        fillList();
        showSpot();
    }
}

} // namespace checkup::workspace
