#include "app/workspace/maps/sheet_panel.h"

#include "app/workspace/maps/sheet_chart_form.h"
#include "app/workspace/maps/sheet_desk.h"
#include "app/workspace/maps/sheet_places.h"
#include "app/workspace/maps/subject_list.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/theme.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using draw::SheetElement;
using draw::SheetPart;
using draw::SheetTemplate;

namespace {

constexpr int partRole = Qt::UserRole;
constexpr int numberRole = Qt::UserRole + 1; ///< of the element; -1: not on the sheet
constexpr int chartRole = Qt::UserRole + 2;
constexpr int newChart = 0; ///< in place of a chart's number

/// A field of several lines that tells when it is left.
class NotesEdit : public QPlainTextEdit
{
public:
    NotesEdit(QWidget* parent, std::function<void()> left)
        : QPlainTextEdit(parent)
        , m_left(std::move(left))
    {}

protected:
    void focusOutEvent(QFocusEvent* event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        m_left();
    }

private:
    std::function<void()> m_left;
};

QDoubleSpinBox* lengthBox(QWidget* parent, const QString& name, double least)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(name);
    box->setDecimals(1);
    box->setRange(least, 1200);
    box->setSingleStep(1);
    box->setKeyboardTracking(false);
    return box;
}

QComboBox* choiceBox(QWidget* parent, const QString& name)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

void setChosen(QComboBox* box, const QVariant& value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

SheetPanel::SheetPanel(Session* session, SheetDesk* desk, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_desk(desk)
    , m_sheetBox(new QGroupBox(this))
    , m_figureBox(new QGroupBox(this))
    , m_elementsBox(new QGroupBox(this))
    , m_elementBox(new QGroupBox(this))
    , m_chart(new SheetChartForm(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, Theme::scaled(6), 0);
    makeElementForm();
    makeSheetForm();
    layout->addWidget(m_elementsBox);
    layout->addWidget(m_elementBox);
    layout->addWidget(m_chart);
    layout->addWidget(m_sheetBox);
    layout->addWidget(m_figureBox);
    layout->addStretch(1);
}

void SheetPanel::makeSheetForm()
{
    m_title = new QLineEdit(m_sheetBox);
    m_title->setObjectName(u"sheetTitle"_s);
    m_paper = choiceBox(m_sheetBox, u"sheetPaper"_s);
    m_orientation = choiceBox(m_sheetBox, u"sheetOrientation"_s);
    m_grid = choiceBox(m_sheetBox, u"sheetGrid"_s);
    m_inset = choiceBox(m_sheetBox, u"sheetInset"_s);
    m_notes = new NotesEdit(m_sheetBox, [this] {
        QStringList notes;
        const QStringList lines = m_notes->toPlainText().split(u'\n');
        for (const QString& line : lines) {
            if (!line.trimmed().isEmpty())
                notes << line.trimmed();
        }
        change(tr("修改图纸的注"), [notes](SheetTemplate& sheet) { sheet.notes = notes; });
    });
    m_notes->setObjectName(u"sheetNotes"_s);
    m_notes->setMaximumHeight(Theme::scaled(64));
    m_notes->setTabChangesFocus(true);
    m_sheetForm = new QFormLayout(m_sheetBox);
    for (QWidget* field :
         QList<QWidget*>{m_title, m_paper, m_orientation, m_grid, m_inset, m_notes})
        m_sheetForm->addRow(u" "_s, field);
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        const QString title = m_title->text().trimmed();
        if (!title.isEmpty())
            change(tr("修改图名"), [title](SheetTemplate& sheet) { sheet.title = title; });
    });
    connect(m_paper, &QComboBox::activated, this, [this] {
        change(tr("修改图幅"),
               [this](SheetTemplate& sheet) { sheet.paper = m_paper->currentData().toString(); });
    });
    connect(m_orientation, &QComboBox::activated, this, [this] {
        change(tr("修改图幅"), [this](SheetTemplate& sheet) {
            sheet.upright = m_orientation->currentData().toBool();
        });
    });
    connect(m_grid, &QComboBox::activated, this, [this] {
        change(tr("修改图上格网"), [this](SheetTemplate& sheet) {
            sheet.grid = static_cast<draw::SheetGrid>(m_grid->currentData().toInt());
        });
    });
    connect(m_inset, &QComboBox::activated, this, [this] {
        change(tr("修改位置示意图"), [this](SheetTemplate& sheet) {
            sheet.inset = static_cast<draw::SheetInset>(m_inset->currentData().toInt());
        });
    });
    auto* figures = new QVBoxLayout(m_figureBox);
    m_figures = new SubjectList(u"sheetFigures"_s, m_figureBox);
    figures->addWidget(m_figures);
    connect(m_figures, &SubjectList::changed, this, [this] {
        change(tr("修改图上主要指标"),
               [chosen = m_figures->chosen()](SheetTemplate& sheet) { sheet.figures = chosen; });
    });
}

void SheetPanel::makeElementForm()
{
    auto* all = new QVBoxLayout(m_elementsBox);
    m_elements = new QTreeWidget(m_elementsBox);
    m_elements->setObjectName(u"sheetElements"_s);
    m_elements->setHeaderHidden(true);
    m_elements->setRootIsDecorated(false);
    m_elements->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_elements->setMinimumHeight(Theme::scaled(150));
    all->addWidget(m_elements);
    connect(m_elements, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item) {
        if (!m_filling)
            toggleElement(m_elements->indexOfTopLevelItem(item));
    });
    connect(m_elements, &QTreeWidget::itemSelectionChanged, this, [this] {
        if (m_filling)
            return;
        QList<int> chosen;
        for (const QTreeWidgetItem* item : m_elements->selectedItems()) {
            if (const int number = item->data(0, numberRole).toInt(); number >= 0)
                chosen << number;
        }
        Q_EMIT selected(chosen);
    });
    m_left = lengthBox(m_elementBox, u"elementLeft"_s, 0);
    m_top = lengthBox(m_elementBox, u"elementTop"_s, 0);
    m_width = lengthBox(m_elementBox, u"elementWidth"_s, 4);
    m_height = lengthBox(m_elementBox, u"elementHeight"_s, 4);
    m_type = lengthBox(m_elementBox, u"elementType"_s, 0);
    m_type->setRange(0, 60);
    m_type->setSingleStep(0.5);
    m_words = new QLineEdit(m_elementBox);
    m_words->setObjectName(u"elementWords"_s);
    m_across = choiceBox(m_elementBox, u"elementAcross"_s);
    m_down = choiceBox(m_elementBox, u"elementDown"_s);
    m_elementForm = new QFormLayout(m_elementBox);
    for (QWidget* field :
         QList<QWidget*>{m_words, m_left, m_top, m_width, m_height, m_type, m_across, m_down})
        m_elementForm->addRow(u" "_s, field);
    for (QComboBox* box : {m_across, m_down})
        connect(box, &QComboBox::activated, this, &SheetPanel::takeHolds);
    connect(m_chart, &SheetChartForm::changed, this, &SheetPanel::takeChart);
    for (QDoubleSpinBox* box : {m_left, m_top, m_width, m_height}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            changeElement([this](SheetElement& element) {
                element.area =
                    onPaper({m_left->value(), m_top->value(), m_width->value(), m_height->value()},
                            m_desk->current()->size());
            });
        });
    }
    connect(m_type, &QDoubleSpinBox::valueChanged, this, [this](double type) {
        changeElement([type](SheetElement& element) { element.type = type; });
    });
    connect(m_words, &QLineEdit::editingFinished, this, &SheetPanel::takeWords);
}

QString SheetPanel::nameOf(SheetPart part)
{
    switch (part) {
    case SheetPart::Map:
        return tr("地图");
    case SheetPart::Inset:
        return tr("位置示意图");
    case SheetPart::Title:
        return tr("图名");
    case SheetPart::Secrecy:
        return tr("密级");
    case SheetPart::Legend:
        return tr("图例");
    case SheetPart::Chart:
        return tr("统计图");
    case SheetPart::Figures:
        return tr("主要指标表");
    case SheetPart::Notes:
        return tr("注");
    case SheetPart::Scale:
        return tr("比例尺");
    case SheetPart::North:
        return tr("指北针");
    case SheetPart::Sources:
        return tr("资料来源");
    case SheetPart::System:
        return tr("坐标系和声明");
    case SheetPart::Review:
        return tr("审图号");
    case SheetPart::Maker:
        return tr("编制单位和日期");
    case SheetPart::Block:
        return tr("图签");
    case SheetPart::Text:
        return tr("文字");
    }
    return {};
}

void SheetPanel::retranslate()
{
    m_sheetBox->setTitle(tr("图纸"));
    m_figureBox->setTitle(tr("主要指标"));
    m_elementsBox->setTitle(tr("要素"));
    m_elementBox->setTitle(tr("选中的要素"));
    m_elements->setAccessibleName(tr("要素"));
    m_figures->retranslate();
    m_chart->retranslate();
    m_title->setToolTip(tr("{city} 代表城市名，{year} 代表年份，{last} 代表上一年。"));
    m_notes->setToolTip(tr("每行一条。"));
    m_type->setSpecialValueText(tr("自动"));
    const QStringList sheetNames{tr("图名"), tr("图幅"),       tr("方向"),
                                 tr("格网"), tr("位置示意图"), tr("注")};
    m_across->setToolTip(tr("换图幅时，要素与纸的哪一边保持距离。"));
    m_down->setToolTip(m_across->toolTip());
    const QStringList elementNames{tr("文字"),       tr("左（毫米）"), tr("上（毫米）"),
                                   tr("宽（毫米）"), tr("高（毫米）"), tr("字高（毫米）"),
                                   tr("横向锚定"),   tr("纵向锚定")};
    for (const auto& [form, names] :
         {std::pair(m_sheetForm, sheetNames), std::pair(m_elementForm, elementNames)}) {
        for (int row = 0; row < form->rowCount(); ++row) {
            auto* const label =
                qobject_cast<QLabel*>(form->itemAt(row, QFormLayout::LabelRole)->widget());
            label->setText(names[row]);
            form->itemAt(row, QFormLayout::FieldRole)->widget()->setAccessibleName(names[row]);
        }
    }
    fillCombos();
    showSheet();
}

void SheetPanel::fillCombos()
{
    m_filling = true;
    for (QComboBox* box : {m_paper, m_orientation, m_grid, m_inset, m_across, m_down})
        box->clear();
    const QStringList across{tr("靠左"), tr("居中"), tr("靠右"), tr("拉伸")};
    const QStringList down{tr("靠上"), tr("居中"), tr("靠下"), tr("拉伸")};
    for (const auto& [box, names] : {std::pair(m_across, across), std::pair(m_down, down)}) {
        box->addItem({}, -1); // named by where the element lies
        for (int hold = 0; hold < names.size(); ++hold)
            box->addItem(names[hold], hold);
    }
    for (const QString& paper : {u"A4"_s, u"A3"_s, u"A2"_s, u"A1"_s, u"A0"_s})
        m_paper->addItem(paper, paper);
    m_orientation->addItem(tr("横幅"), false);
    m_orientation->addItem(tr("竖幅"), true);
    m_grid->addItem(tr("经纬网"), static_cast<int>(draw::SheetGrid::Degrees));
    m_grid->addItem(tr("公里网"), static_cast<int>(draw::SheetGrid::Kilometres));
    m_grid->addItem(tr("不画"), static_cast<int>(draw::SheetGrid::None));
    m_inset->addItem(tr("分区图上画"), static_cast<int>(draw::SheetInset::District));
    m_inset->addItem(tr("总是画"), static_cast<int>(draw::SheetInset::Always));
    m_inset->addItem(tr("不画"), static_cast<int>(draw::SheetInset::Never));
    m_filling = false;
}

void SheetPanel::showSheet()
{
    const SheetTemplate* const sheet = m_desk->current();
    setEnabled(sheet && !m_session->isReadOnly());
    if (!sheet)
        return;
    m_filling = true;
    if (!m_title->hasFocus() || !m_title->isModified())
        m_title->setText(sheet->title);
    setChosen(m_paper, sheet->paper);
    setChosen(m_orientation, sheet->upright);
    setChosen(m_grid, static_cast<int>(sheet->grid));
    setChosen(m_inset, static_cast<int>(sheet->inset));
    if (!m_notes->hasFocus())
        m_notes->setPlainText(sheet->notes.join(u'\n'));
    m_filling = false;
    fillElements();
    if (const auto year = m_session->data())
        m_figures->setSubjects(*year, sheet->figures);
    showElement();
}

void SheetPanel::fillElements()
{
    m_filling = true;
    m_elements->clear();
    const QList<SheetElement> elements = m_desk->elements();
    const auto add = [this](const QString& name, SheetPart part, int number, int chart) {
        auto* item = new QTreeWidgetItem(m_elements, {name});
        item->setData(0, partRole, static_cast<int>(part));
        item->setData(0, numberRole, number);
        item->setData(0, chartRole, chart);
        // A sheet without a map is none.
        item->setFlags(part == SheetPart::Map
                           ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                           : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, number >= 0 ? Qt::Checked : Qt::Unchecked);
        item->setSelected(number >= 0 && m_selected.contains(number));
    };
    const SheetTemplate& sheet = *m_desk->current();
    const auto nameOfElement = [&sheet](const SheetElement& element) {
        if (element.part == SheetPart::Chart)
            return tr("统计图：%1").arg(sheet.charts.value(element.chart - 1).title);
        if (element.part == SheetPart::Map && !sheet.maps.isEmpty())
            return tr("地图：%1").arg(sheet.maps.value(element.map - 1));
        if (element.part == SheetPart::Text)
            return tr("文字：%1").arg(element.words);
        return nameOf(element.part);
    };
    for (const SheetPart part : draw::sheetParts()) {
        const int charts = part == SheetPart::Chart ? static_cast<int>(sheet.charts.size()) : 1;
        for (int chart = 1; chart <= charts; ++chart) {
            bool there = part == SheetPart::Text;
            for (qsizetype i = 0; i < elements.size(); ++i) {
                if (elements[i].part != part ||
                    (part == SheetPart::Chart && elements[i].chart != chart))
                    continue;
                there = true;
                add(nameOfElement(elements[i]), part, static_cast<int>(i), chart);
            }
            SheetElement missing;
            missing.part = part;
            missing.chart = chart;
            if (!there)
                add(nameOfElement(missing), part, -1, chart);
        }
    }
    add(tr("添加统计图"), SheetPart::Chart, -1, newChart);
    add(tr("添加文字"), SheetPart::Text, -1, 1);
    m_filling = false;
}

void SheetPanel::toggleElement(int row)
{
    const QTreeWidgetItem* const item = m_elements->topLevelItem(row);
    const auto part = static_cast<SheetPart>(item->data(0, partRole).toInt());
    const int number = item->data(0, numberRole).toInt();
    const int chart = item->data(0, chartRole).toInt();
    if (number >= 0) {
        m_desk->editElements(tr("移除图纸要素“%1”").arg(nameOf(part)),
                             [number](QList<SheetElement>& all) { all.removeAt(number); });
        return;
    }
    if (part == SheetPart::Chart && chart == newChart)
        return addChart();
    SheetElement added;
    added.part = part;
    added.chart = chart;
    if (part == SheetPart::Text)
        added.words = u"文字"_s; // kept in the project: Chinese
    m_desk->editElements(tr("添加图纸要素“%1”").arg(nameOf(part)),
                         [added](QList<SheetElement>& all) { all << added; });
    Q_EMIT selected({static_cast<int>(m_desk->elements().size()) - 1});
}

void SheetPanel::setSelected(const QList<int>& elements)
{
    m_selected = elements;
    m_filling = true;
    for (int row = 0; row < m_elements->topLevelItemCount(); ++row) {
        QTreeWidgetItem* const item = m_elements->topLevelItem(row);
        const int number = item->data(0, numberRole).toInt();
        item->setSelected(number >= 0 && elements.contains(number));
    }
    m_filling = false;
    showElement();
}

void SheetPanel::showElement()
{
    const QList<SheetElement> elements = m_desk->elements();
    const bool one = m_selected.size() == 1 && m_selected.constFirst() < elements.size();
    m_elementBox->setVisible(one);
    m_chart->setVisible(one && elements[m_selected.constFirst()].part == SheetPart::Chart);
    if (!one)
        return;
    const SheetTemplate& sheet = *m_desk->current();
    const SheetElement& element = elements[m_selected.constFirst()];
    QRectF area = element.area.value_or(QRectF());
    if (!element.area && m_desk->picture()) {
        for (const draw::PlacedElement& placed : m_desk->picture()->report.placed) {
            if (placed.number == m_selected.constFirst())
                area = placed.area;
        }
    }
    m_filling = true;
    m_left->setValue(area.left());
    m_top->setValue(area.top());
    m_width->setValue(area.width());
    m_height->setValue(area.height());
    m_type->setValue(element.type);
    const bool isCaption = element.part == SheetPart::Map && !sheet.maps.isEmpty();
    m_words->setText(isCaption ? sheet.maps.value(element.map - 1) : element.words);
    m_elementForm->setRowVisible(m_words, isCaption || element.part == SheetPart::Text);
    SheetElement placed = element;
    placed.area = area;
    showHolds(placed);
    if (const auto year = m_session->data(); year && m_chart->isVisibleTo(this))
        m_chart->setChart(*year, sheet.charts.value(element.chart - 1));
    m_filling = false;
}

void SheetPanel::showHolds(const SheetElement& element)
{
    SheetElement free = element;
    free.across.reset();
    free.down.reset();
    const auto [across, down] = draw::holdsOf(free, m_desk->current()->size());
    for (const auto& [box, hold, asked] :
         {std::tuple(m_across, across, element.across), std::tuple(m_down, down, element.down)}) {
        box->setItemText(0, tr("自动（%1）").arg(box->itemText(static_cast<int>(hold) + 1)));
        setChosen(box, asked ? static_cast<int>(*asked) : -1);
    }
}

/// A sheet's file has both directions or none.
void SheetPanel::takeHolds()
{
    auto* const chosen = qobject_cast<QComboBox*>(sender());
    const int across = m_across->currentData().toInt();
    const int down = m_down->currentData().toInt();
    const bool none = chosen->currentData().toInt() < 0;
    changeElement([&](SheetElement& element) {
        if (none) {
            element.across.reset();
            element.down.reset();
            return;
        }
        const auto [now, below] = draw::holdsOf(element, m_desk->current()->size());
        element.across = across < 0 ? now : static_cast<draw::SheetHold>(across);
        element.down = down < 0 ? below : static_cast<draw::SheetHold>(down);
    });
}

void SheetPanel::takeWords()
{
    const QString words = m_words->text().trimmed();
    const SheetElement element = m_desk->elements().value(m_selected.value(0));
    if (m_filling || m_selected.size() != 1)
        return;
    if (element.part == SheetPart::Map && !words.isEmpty())
        change(tr("修改地图的小标题"), [&](SheetTemplate& sheet) {
            if (element.map <= sheet.maps.size())
                sheet.maps[element.map - 1] = words;
        });
    else if (element.part == SheetPart::Text)
        changeElement([&words](SheetElement& one) { one.words = words; });
}

void SheetPanel::takeChart()
{
    const qsizetype number = m_desk->elements().value(m_selected.value(0)).chart - 1;
    change(tr("修改统计图"), [this, number](SheetTemplate& sheet) {
        if (number < sheet.charts.size())
            sheet.charts[number] = m_chart->chart();
    });
}

/// A chart of the sheet's first figure by district, to be changed from there.
void SheetPanel::addChart()
{
    draw::SheetChart chart;
    chart.title = u"统计图"_s; // kept in the project: Chinese
    const auto year = m_session->data();
    chart.subjects << m_desk->current()->figures.value(
        0, year && !year->catalogue.indicators.isEmpty()
               ? year->catalogue.indicators.constFirst().code
               : QString());
    m_desk->edit(tr("添加统计图"), [this, &chart](SheetTemplate& sheet) {
        sheet.elements = m_desk->settled();
        sheet.charts << chart;
        SheetElement added;
        added.part = SheetPart::Chart;
        added.chart = static_cast<int>(sheet.charts.size());
        // In a corner of the map, where it is seen and can be taken hold of.
        const double unit = draw::sheetUnit(sheet.size());
        QRectF map(QPointF(), sheet.size());
        for (const SheetElement& one : std::as_const(sheet.elements)) {
            if (one.part == SheetPart::Map)
                map = one.area.value_or(map);
        }
        const QSizeF size = QSizeF(56, 40) * unit;
        added.area = onPaper({map.right() - size.width() - 4 * unit,
                              map.bottom() - size.height() - 4 * unit, size.width(), size.height()},
                             sheet.size());
        sheet.elements << added;
    });
    Q_EMIT selected({static_cast<int>(m_desk->elements().size()) - 1});
}

void SheetPanel::change(const QString& label, const std::function<void(SheetTemplate&)>& how)
{
    if (!m_filling)
        m_desk->edit(label, how);
}

void SheetPanel::changeElement(const std::function<void(SheetElement&)>& how)
{
    if (m_filling || m_selected.size() != 1)
        return;
    const int number = m_selected.constFirst();
    m_desk->editElements(tr("修改图纸要素"), [number, &how](QList<SheetElement>& all) {
        if (number < all.size())
            how(all[number]);
    });
}

} // namespace checkup::workspace
