#include "app/workspace/indicators/indicator_form.h"

#include "app/workspace/indicators/indicator_fault.h"
#include "app/workspace/widgets/card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

template <class E>
void fill(QComboBox* box, std::initializer_list<E> values)
{
    const int at = box->currentIndex();
    box->clear();
    for (const E value : values)
        box->addItem(catalogue::label(value), static_cast<int>(value));
    box->setCurrentIndex(at);
}

template <class E>
E chosen(const QComboBox* box)
{
    return static_cast<E>(box->currentData().toInt());
}

void choose(QComboBox* box, int data)
{
    box->setCurrentIndex(qMax(0, box->findData(data)));
}

const QStringList aspects{u"战略定位"_s, u"底线管控"_s, u"规模结构"_s,
                          u"空间布局"_s, u"支撑系统"_s, u"实施保障"_s};

} // namespace

IndicatorForm::IndicatorForm(QWidget* parent)
    : QWidget(parent)
    , m_code(new QLineEdit(this))
    , m_nameZh(new QLineEdit(this))
    , m_nameEn(new QLineEdit(this))
    , m_unit(new QLineEdit(this))
    , m_formula(new QLineEdit(this))
    , m_department(new QLineEdit(this))
    , m_source(new QLineEdit(this))
    , m_dimension(new QComboBox(this))
    , m_category(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_direction(new QComboBox(this))
    , m_constraint(new QComboBox(this))
    , m_aspect(new QComboBox(this))
    , m_decimals(new QSpinBox(this))
    , m_definition(new QPlainTextEdit(this))
    , m_recalled(new QCheckBox(this))
    , m_message(makeLabel({}, "danger"))
{
    m_code->setObjectName(u"indicatorCode"_s);
    m_nameZh->setObjectName(u"indicatorName"_s);
    m_formula->setObjectName(u"indicatorFormula"_s);
    m_unit->setObjectName(u"indicatorUnit"_s);
    m_definition->setObjectName(u"indicatorDefinition"_s);
    m_decimals->setRange(0, 6);
    m_definition->setTabChangesFocus(true);
    m_definition->setFixedHeight(m_definition->fontMetrics().lineSpacing() * 4 + 14);
    m_category->setEditable(true);

    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto row = [&](QWidget* field) {
        auto* label = new QLabel(this);
        label->setBuddy(field);
        form->addRow(label, field);
        m_rows.append({label, field});
    };
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_code, m_nameZh, m_nameEn, m_dimension, m_category, m_kind, m_unit, m_decimals,
             m_direction, m_constraint, m_aspect, m_department, m_formula, m_definition, m_recalled,
             m_source})
        row(field);
    auto* fields = new QWidget;
    setKind(fields, "plain");
    fields->setLayout(form);
    form->setContentsMargins(0, 0, 6, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(fields);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    // Below the fields, so that it is in sight wherever they are scrolled to.
    layout->addWidget(m_message);
    m_message->setObjectName(u"indicatorFault"_s);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    connect(&m_pause, &QTimer::timeout, this, &IndicatorForm::check);

    for (QLineEdit* edit : {m_code, m_nameZh, m_nameEn, m_unit, m_formula, m_department, m_source})
        connect(edit, &QLineEdit::textChanged, this, &IndicatorForm::touched);
    for (QComboBox* box : {m_category, m_kind, m_direction, m_constraint, m_aspect})
        connect(box, &QComboBox::currentTextChanged, this, &IndicatorForm::touched);
    connect(m_dimension, &QComboBox::currentIndexChanged, this, [this] {
        fillCategories();
        touched();
    });
    connect(m_decimals, &QSpinBox::valueChanged, this, &IndicatorForm::touched);
    connect(m_definition, &QPlainTextEdit::textChanged, this, &IndicatorForm::touched);
    connect(m_recalled, &QCheckBox::toggled, this, &IndicatorForm::touched);
    retranslate();
}

void IndicatorForm::retranslate()
{
    const QScopedValueRollback filling(m_filling, true);
    const QStringList labels{tr("编号"),     tr("名称"),   tr("英文名"),   tr("一级类别"),
                             tr("二级类别"), tr("类型"),   tr("单位"),     tr("小数位数"),
                             tr("方向"),     tr("约束性"), tr("评估方面"), tr("责任部门"),
                             tr("公式"),     tr("释义"),   QString(),      tr("出处")};
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows[i].first->setText(labels[i]);
    m_recalled->setText(tr("释义待与标准核对"));
    m_formula->setPlaceholderText(tr("如 gdp / p_resident；留空表示直接填报"));
    fill(m_kind, {catalogue::Kind::Basic, catalogue::Kind::Mandatory, catalogue::Kind::Recommended,
                  catalogue::Kind::Featured});
    fill(m_direction, {catalogue::Direction::HigherBetter, catalogue::Direction::LowerBetter,
                       catalogue::Direction::TargetRange, catalogue::Direction::Monitor});
    fill(m_constraint, {catalogue::Constraint::Binding, catalogue::Constraint::Expected,
                        catalogue::Constraint::None});
    m_aspect->clear();
    m_aspect->addItems(aspects);
    if (m_data)
        setIndicator(m_start, m_isNew);
}

void IndicatorForm::setYear(project::YearDataPtr year)
{
    const QScopedValueRollback filling(m_filling, true);
    m_data = std::move(year);
    m_dimension->clear();
    if (!m_data)
        return;
    for (const catalogue::Dimension& dimension : m_data->catalogue.dimensions)
        m_dimension->addItem(dimension.nameZh, dimension.id);
}

void IndicatorForm::fillCategories()
{
    const QString kept = m_category->currentText();
    m_category->clear();
    if (const catalogue::Dimension* dimension =
            m_data ? m_data->catalogue.dimension(m_dimension->currentData().toString()) : nullptr)
        m_category->addItems(dimension->categories);
    if (m_category->findText(kept) >= 0)
        m_category->setCurrentText(kept);
}

void IndicatorForm::setIndicator(const catalogue::Indicator& i, bool isNew)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_start = i;
        m_isNew = isNew;
        m_code->setText(i.code);
        m_code->setEnabled(isNew);
        m_nameZh->setText(i.nameZh);
        m_nameEn->setText(i.nameEn);
        m_dimension->setCurrentIndex(qMax(0, m_dimension->findData(i.dimension)));
        fillCategories();
        if (!i.category.isEmpty())
            m_category->setCurrentText(i.category);
        choose(m_kind, static_cast<int>(i.kind));
        m_unit->setText(i.unit);
        m_decimals->setValue(i.decimals);
        choose(m_direction, static_cast<int>(i.direction));
        choose(m_constraint, static_cast<int>(i.constraint));
        m_aspect->setCurrentIndex(static_cast<int>(qMax(qsizetype(0), aspects.indexOf(i.aspect))));
        m_department->setText(i.department);
        m_formula->setText(i.formula);
        m_definition->setPlainText(i.definition);
        m_recalled->setChecked(i.definitionRecalled);
        m_source->setText(i.source);
    }
    check();
}

catalogue::Indicator IndicatorForm::indicator() const
{
    catalogue::Indicator i = m_start;
    i.code = m_code->text().trimmed();
    i.nameZh = m_nameZh->text().trimmed();
    i.nameEn = m_nameEn->text().trimmed();
    i.dimension = m_dimension->currentData().toString();
    i.category = m_category->currentText().trimmed();
    i.kind = chosen<catalogue::Kind>(m_kind);
    i.unit = m_unit->text().trimmed();
    i.decimals = m_decimals->value();
    i.direction = chosen<catalogue::Direction>(m_direction);
    i.constraint = chosen<catalogue::Constraint>(m_constraint);
    i.aspect = m_aspect->currentText();
    i.department = m_department->text().trimmed();
    i.formula = m_formula->text().trimmed();
    i.definition = m_definition->toPlainText().trimmed();
    i.definitionRecalled = m_recalled->isChecked();
    i.source = m_source->text().trimmed();
    return i;
}

bool IndicatorForm::isChanged() const
{
    return !(indicator() == m_start);
}

void IndicatorForm::setReadOnly(bool readOnly)
{
    for (const auto& [label, field] : std::as_const(m_rows))
        field->setEnabled(!readOnly && (field != m_code || m_isNew));
}

void IndicatorForm::touched()
{
    if (m_filling || !m_data)
        return;
    // Checking looks at the whole system: not at every key.
    m_valid = false;
    m_pause.start();
    Q_EMIT edited();
}

bool IndicatorForm::isValid()
{
    if (m_pause.isActive())
        check();
    return m_valid;
}

void IndicatorForm::check()
{
    m_pause.stop();
    if (!m_data)
        return;
    const catalogue::Indicator now = indicator();
    QString fault;
    if (now.code.isEmpty())
        fault = tr("请填写编号，如 F-06。");
    else if (now.nameZh.isEmpty())
        fault = tr("请填写指标名称。");
    else if (m_isNew && m_data->catalogue.indicator(now.code))
        fault = tr("编号 %1 已被“%2”使用，请换一个。")
                    .arg(now.code, m_data->catalogue.indicator(now.code)->nameZh);
    if (fault.isEmpty())
        fault = faultOf(m_data->catalogue, now);
    m_valid = fault.isEmpty();
    m_message->setText(fault);
    m_message->setVisible(!fault.isEmpty());
    Q_EMIT edited();
}

} // namespace checkup::workspace
