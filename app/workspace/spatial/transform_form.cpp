#include "app/workspace/spatial/transform_form.h"

#include "app/workspace/widgets/card.h"

#include "core/base/decimal.h"
#include "core/spatial/layer_guess.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using Kind = spatial::StatedTransformation::Kind;
using spatial::StatedTransformation;

namespace {

constexpr int columns = 2; // parameters side by side

QStringList parametersOf(Kind kind)
{
    switch (kind) {
    case Kind::PositionVector:
    case Kind::CoordinateFrame:
        return {u"dx"_s, u"dy"_s, u"dz"_s, u"rx"_s, u"ry"_s, u"rz"_s, u"scale"_s};
    case Kind::Three:
        return {u"dx"_s, u"dy"_s, u"dz"_s};
    case Kind::Plane:
        return {u"dx"_s, u"dy"_s, u"rotation"_s, u"scale"_s};
    }
    return {};
}

double valueOf(const StatedTransformation& stated, const QString& name)
{
    const gdal::DatumShift& shift = stated.shift;
    return name == u"dx"         ? shift.dx
           : name == u"dy"       ? shift.dy
           : name == u"dz"       ? shift.dz
           : name == u"rx"       ? shift.rx
           : name == u"ry"       ? shift.ry
           : name == u"rz"       ? shift.rz
           : name == u"rotation" ? shift.rz
                                 : shift.scale;
}

} // namespace

TransformForm::TransformForm(QWidget* parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_into(new QComboBox(this))
    , m_source(new QLineEdit(this))
    , m_rest(new QWidget(this))
    , m_words(makeLabel({}, "dim", 1, false, true))
{
    m_kind->setObjectName(u"transformKind"_s);
    m_kind->setAccessibleName(tr("坐标转换"));
    m_kind->addItem(tr("不转换"), -1);
    for (const Kind kind : {Kind::PositionVector, Kind::CoordinateFrame, Kind::Three, Kind::Plane})
        m_kind->addItem(spatial::label(kind), static_cast<int>(kind));
    m_into->setObjectName(u"transformInto"_s);
    m_into->setAccessibleName(tr("转换到"));
    m_into->setEditable(true);
    m_into->addItem(tr("原坐标系的同带"), 0);
    for (const int code : {4547, 4548, 4549, 4526, 4527, 4528})
        m_into->addItem(spatial::crsTitle(u"EPSG:%1"_s.arg(code)), code);
    for (QComboBox* box : {m_kind, m_into}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    m_source->setObjectName(u"transformSource"_s);
    m_source->setPlaceholderText(tr("参数从哪里来：单位、成果名称、日期"));
    m_source->setAccessibleName(tr("参数来源"));

    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    for (const QString& name :
         {u"dx"_s, u"dy"_s, u"dz"_s, u"rx"_s, u"ry"_s, u"rz"_s, u"rotation"_s, u"scale"_s}) {
        auto* edit = new QLineEdit(m_rest);
        edit->setObjectName(u"transform_"_s + name);
        auto* label = new QLabel(m_rest);
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        label->setBuddy(edit);
        m_numbers.append({name, label, edit});
        connect(edit, &QLineEdit::textEdited, this, &TransformForm::changed);
    }
    auto* rest = new QVBoxLayout(m_rest);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->addLayout(grid);
    rest->addWidget(m_into);
    rest->addWidget(m_source);
    rest->addWidget(m_words);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_kind);
    layout->addWidget(m_rest);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        showKind();
        if (!m_filling)
            Q_EMIT changed();
    });
    connect(m_into, &QComboBox::currentTextChanged, this, [this] {
        if (!m_filling)
            Q_EMIT changed();
    });
    connect(m_source, &QLineEdit::textEdited, this, &TransformForm::changed);
    showKind();
}

void TransformForm::showKind()
{
    const int chosen = m_kind->currentData().toInt();
    m_rest->setVisible(chosen >= 0);
    if (chosen < 0)
        return;
    const Kind kind = static_cast<Kind>(chosen);
    const QStringList parameters = parametersOf(kind);
    const bool isPlane = kind == Kind::Plane;
    auto* grid = qobject_cast<QGridLayout*>(m_rest->layout()->itemAt(0)->layout());
    int place = 0;
    for (const Number& number : std::as_const(m_numbers)) {
        const bool shown = parameters.contains(number.name);
        grid->removeWidget(number.label);
        grid->removeWidget(number.edit);
        number.label->setVisible(shown);
        number.edit->setVisible(shown);
        if (!shown)
            continue;
        const QString words = number.name == u"scale"           ? tr("尺度（ppm）")
                              : number.name == u"rotation"      ? tr("旋转（″）")
                              : number.name.startsWith(u'r')    ? tr("%1（″）").arg(number.name)
                              : isPlane && number.name == u"dx" ? tr("dx 北（m）")
                              : isPlane && number.name == u"dy" ? tr("dy 东（m）")
                                                                : tr("%1（m）").arg(number.name);
        number.label->setText(words);
        number.edit->setAccessibleName(words);
        grid->addWidget(number.label, place / columns, place % columns * 2);
        grid->addWidget(number.edit, place / columns, place % columns * 2 + 1);
        ++place;
    }
    switch (kind) {
    case Kind::PositionVector:
        m_words->setText(tr("X′ = dx + (1+s)(X − rz·Y + ry·Z)，其余类推：旋转的是点。"));
        break;
    case Kind::CoordinateFrame:
        m_words->setText(tr(
            "X′ = dx + (1+s)(X + rz·Y − ry·Z)，其余类推：旋转的是坐标轴，国内布尔莎模型多如此。"));
        break;
    case Kind::Three:
        m_words->setText(tr("X′ = X + dx，其余类推：只平移地心坐标。"));
        break;
    case Kind::Plane:
        m_words->setText(tr("x 向北、y 向东：x′ = dx + (1+s)(x·cos r − y·sin r)，"
                            "y′ = dy + (1+s)(x·sin r + y·cos r)。"));
        break;
    }
}

void TransformForm::setStated(const QString& text, const QString& source)
{
    m_filling = true;
    const auto stated = StatedTransformation::parse(text);
    m_kind->setCurrentIndex(stated ? m_kind->findData(static_cast<int>(stated->kind)) : 0);
    for (const Number& number : std::as_const(m_numbers))
        number.edit->setText(stated ? formatShortest(valueOf(*stated, number.name)) : QString());
    m_into->setCurrentIndex(0);
    if (stated && stated->into != 0) {
        const int known = m_into->findData(stated->into);
        if (known >= 0)
            m_into->setCurrentIndex(known);
        else
            m_into->setEditText(QString::number(stated->into));
    }
    m_source->setText(source);
    showKind();
    m_filling = false;
}

Result<StatedTransformation> TransformForm::stated() const
{
    const Kind kind = static_cast<Kind>(m_kind->currentData().toInt());
    const QStringList parameters = parametersOf(kind);
    QString text = spatial::key(kind);
    for (const Number& number : m_numbers) {
        const QString value = number.edit->text().trimmed();
        if (parameters.contains(number.name) && !value.isEmpty())
            text += u' ' + number.name + u'=' + QString(value).remove(u' ');
    }
    // What is typed over an entry counts, not the entry.
    const int known = m_into->findText(m_into->currentText());
    const QString typed =
        known >= 0 ? m_into->itemData(known).toString() : m_into->currentText().trimmed();
    if (!typed.isEmpty() && typed != u"0")
        text += u" into="_s + typed.section(u' ', 0, 0);
    return StatedTransformation::parse(text);
}

QString TransformForm::text() const
{
    if (m_kind->currentData().toInt() < 0)
        return {};
    const auto parsed = stated();
    return parsed ? parsed->text() : QString();
}

QString TransformForm::source() const
{
    return m_kind->currentData().toInt() < 0 ? QString() : m_source->text().trimmed();
}

QString TransformForm::problem() const
{
    if (m_kind->currentData().toInt() < 0)
        return {};
    const auto parsed = stated();
    if (!parsed)
        return parsed.error().message();
    return source().isEmpty() ? tr("请写明转换参数从哪里来。") : QString();
}

} // namespace checkup::workspace
