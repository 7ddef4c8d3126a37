#include "app/workspace/maps/symbol_form.h"

#include "app/workspace/maps/style_fields.h"
#include "app/workspace/widgets/card.h"

#include "core/draw/symbol_json.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using catalogue::LayerGeometry;

namespace {

template <class Value>
void choose(QComboBox* box, const QList<QPair<QString, Value>>& names, Value value)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names[i].second == value)
            box->setCurrentIndex(static_cast<int>(i));
    }
}

} // namespace

SymbolForm::SymbolForm(QWidget* parent)
    : QWidget(parent)
    , m_filled(new QCheckBox(this))
    , m_hatched(new QCheckBox(this))
    , m_fill(new ColourField(this))
    , m_hatchColour(new ColourField(this))
    , m_pattern(new QComboBox(this))
    , m_shape(new QComboBox(this))
    , m_gap(makeMillimetres(0.3, 50, this))
    , m_thick(makeMillimetres(0.02, 20, this))
    , m_size(makeMillimetres(0.3, 50, this))
    , m_hatchRow(new QWidget(this))
    , m_hatchPart(new QWidget(this))
    , m_markerRow(new QWidget(this))
    , m_casing(new LineField(this))
    , m_line(new LineField(this))
    , m_shapeLabel(new QLabel(this))
    , m_nothing(makeLabel({}, "warning"))
{
    m_filled->setObjectName(u"symbolFilled"_s);
    m_hatched->setObjectName(u"symbolHatched"_s);
    m_fill->setObjectName(u"symbolFill"_s);
    m_pattern->setObjectName(u"symbolPattern"_s);
    m_shape->setObjectName(u"symbolShape"_s);
    m_size->setObjectName(u"symbolSize"_s);
    m_casing->setObjectName(u"symbolCasing"_s);
    m_line->setObjectName(u"symbolLine"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    const auto rowOf = [](QWidget* holder, const QList<QWidget*>& widgets) {
        auto* row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        for (QWidget* one : widgets)
            row->addWidget(one, one == widgets.constFirst() ? 1 : 0);
    };
    rowOf(m_markerRow, {m_shapeLabel, m_shape, m_size});
    column->addWidget(m_markerRow);
    auto* fill = new QWidget(this);
    rowOf(fill, {m_filled, m_fill});
    column->addWidget(fill);
    rowOf(m_hatchRow, {m_hatched, m_hatchColour});
    column->addWidget(m_hatchRow);
    auto* hatch = new QGridLayout(m_hatchPart);
    hatch->setContentsMargins(0, 0, 0, 0);
    hatch->addWidget(m_pattern, 0, 0, 1, 2);
    hatch->addWidget(m_gap, 1, 0);
    hatch->addWidget(m_thick, 1, 1);
    column->addWidget(m_hatchPart);
    column->addWidget(m_line);
    column->addWidget(m_casing);
    column->addWidget(m_nothing);
    m_nothing->hide();
    m_gap->setValue(2);
    m_thick->setValue(0.2);
    m_size->setValue(2);
    for (QCheckBox* box : {m_filled, m_hatched})
        connect(box, &QCheckBox::toggled, this, &SymbolForm::tell);
    for (ColourField* field : {m_fill, m_hatchColour})
        connect(field, &ColourField::changed, this, &SymbolForm::tell);
    for (QComboBox* box : {m_pattern, m_shape})
        connect(box, &QComboBox::currentIndexChanged, this, &SymbolForm::tell);
    for (QDoubleSpinBox* box : {m_gap, m_thick, m_size})
        connect(box, &QDoubleSpinBox::valueChanged, this, &SymbolForm::tell);
    for (LineField* field : {m_casing, m_line})
        connect(field, &LineField::changed, this, &SymbolForm::tell);
    retranslate();
}

draw::Symbol SymbolForm::symbol() const
{
    draw::Symbol made;
    if (m_geometry != LayerGeometry::Line && m_filled->isChecked())
        made.fill = m_fill->colour();
    if (m_geometry == LayerGeometry::Polygon && m_hatched->isChecked())
        made.hatch =
            draw::HatchSymbol{draw::hatchPatterns()[std::max(m_pattern->currentIndex(), 0)].second,
                              m_hatchColour->colour(), m_gap->value(), m_thick->value()};
    if (m_geometry != LayerGeometry::Point)
        made.casing = m_casing->line();
    made.line = m_line->line();
    if (m_geometry == LayerGeometry::Point)
        made.marker = draw::MarkerSymbol{
            draw::markerShapes()[std::max(m_shape->currentIndex(), 0)].second, m_size->value()};
    return made;
}

void SymbolForm::show(const draw::Symbol& given, LayerGeometry geometry)
{
    if (geometry == m_geometry && given == symbol())
        return fit();
    m_geometry = geometry;
    const QSignalBlocker quiet(this);
    m_filled->setChecked(given.fill.has_value());
    if (given.fill)
        m_fill->setColour(*given.fill);
    m_hatched->setChecked(given.hatch.has_value());
    if (given.hatch) {
        choose(m_pattern, draw::hatchPatterns(), given.hatch->pattern);
        m_hatchColour->setColour(given.hatch->colour);
        m_gap->setValue(given.hatch->gap);
        m_thick->setValue(given.hatch->width);
    }
    m_casing->setLine(given.casing);
    m_line->setLine(given.line);
    if (given.marker) {
        choose(m_shape, draw::markerShapes(), given.marker->shape);
        m_size->setValue(given.marker->size);
    }
    fit();
}

void SymbolForm::fit()
{
    const bool area = m_geometry == LayerGeometry::Polygon;
    const bool point = m_geometry == LayerGeometry::Point;
    m_markerRow->setVisible(point);
    m_filled->parentWidget()->setVisible(area || point);
    m_fill->setVisible(m_filled->isChecked());
    m_hatchRow->setVisible(area);
    m_hatchColour->setVisible(m_hatched->isChecked());
    m_hatchPart->setVisible(area && m_hatched->isChecked());
    m_casing->setVisible(!point);
    const draw::Symbol now = symbol();
    m_nothing->setVisible(!now.fill && !now.hatch && !now.line && !now.casing);
}

void SymbolForm::tell()
{
    fit();
    const draw::Symbol now = symbol();
    if (now.fill || now.hatch || now.line || now.casing)
        Q_EMIT changed();
}

void SymbolForm::retranslate()
{
    const QSignalBlocker quiet(this);
    m_filled->setText(tr("填充"));
    m_hatched->setText(tr("图案"));
    m_casing->setTitle(tr("衬线"));
    m_casing->setToolTip(tr("垫在线下面的宽线：道路、铁路的边"));
    m_line->setTitle(tr("线"));
    m_shapeLabel->setText(tr("形状"));
    m_nothing->setText(tr("什么都没有画：至少勾上一样，才会保存。"));
    const auto fill = [](QComboBox* box, const QStringList& names) {
        const int at = std::max(box->currentIndex(), 0);
        box->clear();
        box->addItems(names);
        box->setCurrentIndex(at);
    };
    // In the order of draw::hatchPatterns() and draw::markerShapes().
    fill(m_pattern, {tr("右斜线"), tr("左斜线"), tr("斜交叉线"), tr("横线"), tr("竖线"),
                     tr("方格线"), tr("点")});
    fill(m_shape, {tr("圆"), tr("方"), tr("三角"), tr("菱形"), tr("五角星"), tr("十字"), tr("叉")});
    m_pattern->setAccessibleName(tr("图案"));
    m_shape->setAccessibleName(tr("形状"));
    for (QDoubleSpinBox* box : {m_gap, m_thick, m_size})
        box->setSuffix(tr(" 毫米"));
    m_gap->setAccessibleName(tr("间距"));
    m_gap->setToolTip(tr("线或点之间的间距，毫米"));
    m_thick->setAccessibleName(tr("粗细"));
    m_thick->setToolTip(tr("线或点的粗细，毫米"));
    m_size->setAccessibleName(tr("大小"));
    m_size->setToolTip(tr("点符号的大小，毫米"));
    m_fill->retranslate();
    m_hatchColour->retranslate();
    m_casing->retranslate();
    m_line->retranslate();
}

} // namespace checkup::workspace
