#include "app/workspace/maps/role_style_form.h"

#include "app/workspace/maps/style_fields.h"
#include "app/workspace/widgets/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QSpinBox>

#include <cmath>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

QIcon pictureOf(const draw::Ramp& ramp)
{
    constexpr int steps = 6;
    const int width = Theme::scaled(10);
    QPixmap picture(steps * width, Theme::scaled(12));
    QPainter painter(&picture);
    for (int i = 0; i < steps; ++i)
        painter.fillRect(i * width, 0, width, picture.height(), ramp.at(i, steps));
    painter.end();
    return picture;
}

QString columnName(const QString& role, const QString& key)
{
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    const catalogue::LayerColumn* const column = known ? known->column(key) : nullptr;
    return column ? column->name : key;
}

/// In the interface's language; the file that ships them has Chinese names.
QString nameOf(const draw::Ramp& ramp)
{
    static const QHash<QString, const char*> names{
        {u"blue"_s, QT_TRANSLATE_NOOP("Ramps", "蓝")},
        {u"green"_s, QT_TRANSLATE_NOOP("Ramps", "绿")},
        {u"orange"_s, QT_TRANSLATE_NOOP("Ramps", "橙")},
        {u"purple"_s, QT_TRANSLATE_NOOP("Ramps", "紫")},
        {u"grey"_s, QT_TRANSLATE_NOOP("Ramps", "灰")},
        {u"heat"_s, QT_TRANSLATE_NOOP("Ramps", "黄红")},
        {u"cividis"_s, QT_TRANSLATE_NOOP("Ramps", "蓝黄（色觉异常适用）")},
        {u"viridis"_s, QT_TRANSLATE_NOOP("Ramps", "黄绿蓝紫（色觉异常适用）")},
        {u"change"_s, QT_TRANSLATE_NOOP("Ramps", "增减两侧（橙到蓝）")}};
    const char* const known = names.value(ramp.id);
    return known ? QCoreApplication::translate("Ramps", known) : ramp.name;
}

void chooseData(QComboBox* box, const QVariant& value)
{
    box->setCurrentIndex(box->findData(value));
}

} // namespace

RoleStyleForm::RoleStyleForm(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_name(new QLineEdit(this))
    , m_bounds(new QLineEdit(this))
    , m_way(new QComboBox(this))
    , m_column(new QComboBox(this))
    , m_method(new QComboBox(this))
    , m_ramp(new QComboBox(this))
    , m_labels(new QComboBox(this))
    , m_count(new QSpinBox(this))
    , m_opacity(new QSpinBox(this))
    , m_outline(new LineField(this))
{
    m_name->setObjectName(u"styleName"_s);
    m_way->setObjectName(u"styleWay"_s);
    m_column->setObjectName(u"styleColumn"_s);
    m_method->setObjectName(u"styleMethod"_s);
    m_bounds->setObjectName(u"styleBounds"_s);
    m_ramp->setObjectName(u"styleRamp"_s);
    m_labels->setObjectName(u"styleLabels"_s);
    m_count->setObjectName(u"styleCount"_s);
    m_opacity->setObjectName(u"styleOpacity"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget* field : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_way),
                           static_cast<QWidget*>(m_column), static_cast<QWidget*>(m_method),
                           static_cast<QWidget*>(m_count), static_cast<QWidget*>(m_bounds),
                           static_cast<QWidget*>(m_ramp), static_cast<QWidget*>(m_labels),
                           static_cast<QWidget*>(m_opacity)})
        m_rows->addRow(new QLabel(this), field);
    m_rows->addRow(m_outline);
    m_ramp->setIconSize(QSize(Theme::scaled(60), Theme::scaled(12)));
    m_count->setRange(2, 12);
    m_opacity->setRange(5, 100);
    m_opacity->setSingleStep(5);
    m_opacity->setSuffix(u" %"_s);
    for (QComboBox* box : {m_way, m_column, m_method, m_ramp, m_labels}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    const auto byUser = [this](auto take) {
        return [this, take] {
            if (!m_filling)
                take();
        };
    };
    connect(m_name, &QLineEdit::textEdited, this, byUser([this] {
                const QString name = m_name->text().trimmed();
                if (name.isEmpty())
                    return;
                if (m_style.style.otherwise.name == m_style.style.name)
                    m_style.style.otherwise.name = name;
                m_style.style.name = name;
                Q_EMIT changed();
            }));
    connect(m_way, &QComboBox::currentIndexChanged, this, byUser([this] { takeWay(); }));
    connect(m_column, &QComboBox::currentIndexChanged, this, byUser([this] { takeWay(); }));
    connect(m_method, &QComboBox::currentIndexChanged, this, byUser([this] { askGrades(); }));
    connect(m_count, &QSpinBox::valueChanged, this, byUser([this] { askGrades(); }));
    connect(m_bounds, &QLineEdit::editingFinished, this, byUser([this] { takeBounds(); }));
    connect(m_ramp, &QComboBox::currentIndexChanged, this, byUser([this] {
                m_style.ramp = m_ramp->currentData().toString();
                takeRamp();
            }));
    connect(m_labels, &QComboBox::currentIndexChanged, this, byUser([this] {
                m_style.style.labels = m_labels->currentData().toString();
                Q_EMIT changed();
            }));
    connect(m_opacity, &QSpinBox::valueChanged, this, byUser([this] {
                m_style.style.opacity = m_opacity->value() / 100.0;
                Q_EMIT changed();
            }));
    connect(m_outline, &LineField::changed, this, byUser([this] {
                m_style.classLine = m_outline->line();
                Q_EMIT changed();
            }));
    retranslate();
}

void RoleStyleForm::show(const draw::RoleStyle& style, const QStringList& columns, bool classes)
{
    m_style = style;
    m_columns = columns;
    m_classes = classes;
    fill();
}

RoleStyleForm::Way RoleStyleForm::way() const
{
    return m_style.byClass                  ? Way::Classes
           : m_style.style.grades           ? Way::Grades
           : m_style.style.column.isEmpty() ? Way::Alike
                                            : Way::Values;
}

QString RoleStyleForm::column() const
{
    return m_column->currentData().toString();
}

void RoleStyleForm::fill()
{
    m_filling = true;
    const draw::LayerStyle& style = m_style.style;
    if (m_name->text().trimmed() != style.name)
        m_name->setText(style.name);
    m_way->clear();
    m_way->addItem(tr("都画成一样"), static_cast<int>(Way::Alike));
    if (m_classes || m_style.byClass)
        m_way->addItem(tr("按地类代码"), static_cast<int>(Way::Classes));
    m_way->addItem(tr("按一列的值分类"), static_cast<int>(Way::Values));
    m_way->addItem(tr("按一列的数分级"), static_cast<int>(Way::Grades));
    chooseData(m_way, static_cast<int>(way()));
    m_column->clear();
    m_labels->clear();
    m_labels->addItem(tr("不注记"), QString());
    QStringList columns = m_columns;
    for (const QString& used : {style.column, style.labels}) {
        if (!used.isEmpty() && !columns.contains(used))
            columns << used;
    }
    for (const QString& key : std::as_const(columns)) {
        m_column->addItem(columnName(m_style.role, key), key);
        m_labels->addItem(columnName(m_style.role, key), key);
    }
    if (!style.column.isEmpty())
        chooseData(m_column, style.column);
    chooseData(m_labels, style.labels);
    m_opacity->setValue(static_cast<int>(std::lround(style.opacity * 100)));
    if (style.grades) {
        chooseData(m_method, static_cast<int>(m_style.method));
        m_count->setValue(static_cast<int>(style.grades->uppers.size()));
        QStringList bounds{QString::number(style.grades->lowest, 'g', 10)};
        for (const double upper : style.grades->uppers)
            bounds << QString::number(upper, 'g', 10);
        m_bounds->setText(bounds.join(u", "_s));
        chooseData(m_ramp, m_style.ramp);
    }
    m_outline->setLine(m_style.classLine);
    fit();
    m_filling = false;
}

void RoleStyleForm::fit()
{
    const auto wanted = static_cast<Way>(m_way->currentData().toInt());
    const bool graded = wanted == Way::Grades;
    const auto show = [this](QWidget* field, bool visible) {
        m_rows->labelForField(field)->setVisible(visible);
        field->setVisible(visible);
    };
    show(m_column, graded || wanted == Way::Values);
    show(m_method, graded);
    show(m_count, graded);
    show(m_bounds, graded);
    show(m_ramp, graded);
    m_outline->setVisible(wanted == Way::Classes);
}

void RoleStyleForm::takeWay()
{
    fit();
    draw::LayerStyle& style = m_style.style;
    switch (static_cast<Way>(m_way->currentData().toInt())) {
    case Way::Alike:
        if (way() == Way::Alike)
            return;
        style.otherwise.symbol =
            style.cases.isEmpty() ? style.otherwise.symbol : style.cases.constFirst().symbol;
        if (style.otherwise.symbol == draw::Symbol()) {
            const catalogue::LayerRole* const role = catalogue::layerRole(m_style.role);
            style.otherwise.symbol =
                draw::plainSymbol(role ? role->geometry : catalogue::LayerGeometry::Polygon);
        }
        style.otherwise.name = style.name;
        style.column.clear();
        style.cases.clear();
        style.grades.reset();
        style.codes = style.listsOthers = m_style.byClass = false;
        m_style.classLine.reset();
        m_style.ramp.clear();
        m_style.method = draw::GradeMethod::Manual;
        fill();
        Q_EMIT changed();
        break;
    case Way::Classes:
        if (m_style.byClass)
            return;
        style.column = u"class"_s;
        style.cases.clear();
        style.otherwise = {};
        style.grades.reset();
        style.codes = style.listsOthers = false;
        m_style.byClass = true;
        m_style.ramp.clear();
        m_style.method = draw::GradeMethod::Manual;
        fill();
        Q_EMIT changed();
        break;
    case Way::Values:
        Q_EMIT valuesWanted(column());
        break;
    case Way::Grades:
        askGrades();
        break;
    }
}

void RoleStyleForm::askGrades()
{
    auto method = static_cast<draw::GradeMethod>(m_method->currentData().toInt());
    if (m_method->currentIndex() < 0)
        method = draw::GradeMethod::NaturalBreaks;
    if (method == draw::GradeMethod::Manual && m_style.style.grades &&
        m_style.style.column == column()) {
        m_style.method = method;
        m_bounds->setFocus();
        Q_EMIT changed();
        return;
    }
    if (method == draw::GradeMethod::Manual)
        method = draw::GradeMethod::NaturalBreaks;
    Q_EMIT gradesWanted(column(), method, m_style.style.grades ? m_count->value() : 5);
}

void RoleStyleForm::takeBounds()
{
    QList<double> bounds;
    const QStringList parts = QString(m_bounds->text())
                                  .replace(u'，', u' ')
                                  .replace(u',', u' ')
                                  .simplified()
                                  .split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        bool isNumber = false;
        bounds << part.toDouble(&isNumber);
        if (!isNumber)
            return;
    }
    const auto grades = draw::gradesBetween(bounds);
    if (!grades || !m_style.style.grades || *grades == *m_style.style.grades)
        return;
    m_style.method = draw::GradeMethod::Manual;
    m_style.style.grades = *grades;
    if (m_style.ramp.isEmpty())
        m_style.ramp = draw::ramps().constFirst().id;
    takeRamp();
    fill();
}

void RoleStyleForm::takeRamp()
{
    const catalogue::LayerRole* const role = catalogue::layerRole(m_style.role);
    if (!m_style.style.grades || !role)
        return;
    const draw::Ramp* const ramp = draw::rampOf(m_style.ramp);
    if (!ramp)
        return;
    draw::LayerStyle graded = draw::gradedStyle(m_style.style.name, m_style.style.column,
                                                *m_style.style.grades, *ramp, role->geometry);
    graded.labels = m_style.style.labels;
    graded.opacity = m_style.style.opacity;
    m_style.style = graded;
    Q_EMIT changed();
}

void RoleStyleForm::retranslate()
{
    m_filling = true;
    const auto name = [this](QWidget* field, const QString& text, const QString& tip) {
        qobject_cast<QLabel*>(m_rows->labelForField(field))->setText(text);
        field->setAccessibleName(text);
        field->setToolTip(tip);
    };
    name(m_name, tr("图例名称"), tr("图例里写的名称，用中文"));
    name(m_way, tr("画法"), {});
    name(m_column, tr("按哪一列"), {});
    name(m_method, tr("分级方法"), {});
    name(m_count, tr("级数"), {});
    name(m_bounds, tr("界限"), tr("从小到大，用逗号隔开；每级含上限，如 0, 10, 50"));
    name(m_ramp, tr("色带"), {});
    m_ramp->setPlaceholderText(tr("各级自己的符号"));
    name(m_labels, tr("注记"), tr("用哪一列写名称"));
    name(m_opacity, tr("不透明度"), {});
    m_outline->setTitle(tr("地类界线"));
    m_outline->retranslate();
    const int method = std::max(m_method->currentIndex(), 0);
    m_method->clear();
    m_method->addItem(tr("自然断点"), static_cast<int>(draw::GradeMethod::NaturalBreaks));
    m_method->addItem(tr("分位数（每级一样多）"), static_cast<int>(draw::GradeMethod::Quantiles));
    m_method->addItem(tr("等间距"), static_cast<int>(draw::GradeMethod::EqualIntervals));
    m_method->addItem(tr("自定界限"), static_cast<int>(draw::GradeMethod::Manual));
    m_method->setCurrentIndex(method);
    m_ramp->clear();
    for (const draw::Ramp& ramp : draw::ramps())
        m_ramp->addItem(pictureOf(ramp), nameOf(ramp), ramp.id);
    m_filling = false;
    fill();
}

} // namespace checkup::workspace
