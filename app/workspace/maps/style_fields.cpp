#include "app/workspace/maps/style_fields.h"

#include "app/workspace/widgets/theme.h"

#include "core/draw/map_picture.h"
#include "core/draw/symbol_json.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QSignalBlocker>
#include <QToolButton>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr double pixelsPerMm = 96 / 25.4;

/// "4 1 0.6 1"; nothing for what is none.
std::optional<QList<double>> dashesIn(const QString& text)
{
    QList<double> dashes;
    const QStringList parts =
        QString(text).replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const double length = part.toDouble();
        if (!(length > 0.05 && length <= 100))
            return std::nullopt;
        dashes << length;
    }
    return dashes.size() % 2 == 0 ? std::optional(dashes) : std::nullopt;
}

} // namespace

draw::Symbol seenAs(draw::Symbol symbol, draw::Sight sight)
{
    const auto see = [sight](QColor& colour) { colour = draw::asSeen(colour, sight); };
    if (symbol.fill)
        see(*symbol.fill);
    if (symbol.hatch)
        see(symbol.hatch->colour);
    for (auto* const line : {&symbol.casing, &symbol.line}) {
        if (*line)
            see((*line)->colour);
    }
    return symbol;
}

QIcon swatchOf(const draw::Symbol& symbol, catalogue::LayerGeometry geometry, double ratio)
{
    const QSize size(Theme::scaled(30), Theme::scaled(18));
    QPixmap picture(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setClipRect(QRect(QPoint(), size));
    draw::paintSymbol(painter, QRectF(QPointF(), QSizeF(size)).adjusted(2, 2, -2, -2), symbol,
                      geometry, pixelsPerMm);
    painter.end();
    // A chosen row must not tint it.
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected);
    return icon;
}

ColourField::ColourField(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_button(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_button);
    row->addWidget(m_text, 1);
    m_text->setMaxLength(9);
    m_text->setMinimumWidth(Theme::scaled(74));
    m_button->setFocusPolicy(Qt::StrongFocus);
    connect(m_button, &QToolButton::clicked, this, &ColourField::pick);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString& text) {
        QColor typed(text.first(std::min<qsizetype>(text.size(), 7)));
        bool isAlpha = text.size() == 7;
        if (text.size() == 9)
            typed.setAlpha(text.last(2).toInt(&isAlpha, 16));
        if (isAlpha && typed.isValid() && typed != m_colour) {
            m_colour = typed;
            QPixmap picture(16, 16);
            picture.fill(typed);
            m_button->setIcon(picture);
            Q_EMIT changed();
        }
    });
    connect(m_text, &QLineEdit::editingFinished, this, &ColourField::show);
    show();
}

void ColourField::setColour(const QColor& colour)
{
    if (colour == m_colour)
        return;
    m_colour = colour;
    show();
}

void ColourField::show()
{
    m_text->setText(draw::colourText(m_colour));
    QPixmap picture(16, 16);
    picture.fill(m_colour);
    m_button->setIcon(picture);
}

void ColourField::take(const QColor& colour)
{
    if (!colour.isValid() || colour == m_colour)
        return;
    m_colour = colour;
    show();
    Q_EMIT changed();
}

void ColourField::pick()
{
    auto* dialog = new QColorDialog(m_colour, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(QColorDialog::DontUseNativeDialog | QColorDialog::ShowAlphaChannel);
    connect(dialog, &QColorDialog::colorSelected, this, &ColourField::take);
    dialog->open();
}

void ColourField::retranslate()
{
    m_text->setAccessibleName(tr("颜色"));
    m_text->setToolTip(tr("颜色，如 #2E9E4F；后面再加两位是不透明度，如 #2E9E4F80"));
    m_button->setAccessibleName(tr("选颜色…"));
    m_button->setToolTip(tr("选颜色…"));
}

QDoubleSpinBox* makeMillimetres(double least, double most, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setDecimals(2);
    box->setRange(least, most);
    box->setSingleStep(0.05);
    box->setAccelerated(true);
    return box;
}

LineField::LineField(QWidget* parent)
    : QWidget(parent)
    , m_on(new QCheckBox(this))
    , m_colour(new ColourField(this))
    , m_width(makeMillimetres(0.02, 20, this))
    , m_dashes(new QLineEdit(this))
{
    m_on->setObjectName(u"lineOn"_s);
    m_width->setObjectName(u"lineWidth"_s);
    m_dashes->setObjectName(u"lineDashes"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->addWidget(m_on, 1);
    row->addWidget(m_colour);
    column->addLayout(row);
    auto* lower = new QHBoxLayout;
    lower->addWidget(m_width);
    lower->addWidget(m_dashes, 1);
    column->addLayout(lower);
    connect(m_on, &QCheckBox::toggled, this, [this] {
        enable();
        Q_EMIT changed();
    });
    connect(m_colour, &ColourField::changed, this, &LineField::changed);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &LineField::changed);
    connect(m_dashes, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (dashesIn(text))
            Q_EMIT changed();
    });
    m_width->setValue(0.2);
    enable();
}

void LineField::enable()
{
    for (QWidget* one : {static_cast<QWidget*>(m_colour), static_cast<QWidget*>(m_width),
                         static_cast<QWidget*>(m_dashes)})
        one->setVisible(m_on->isChecked());
}

std::optional<draw::LineSymbol> LineField::line() const
{
    if (!m_on->isChecked())
        return std::nullopt;
    return draw::LineSymbol{m_colour->colour(), m_width->value(),
                            dashesIn(m_dashes->text()).value_or(QList<double>())};
}

void LineField::setLine(const std::optional<draw::LineSymbol>& given)
{
    if (given == line())
        return;
    const QSignalBlocker quiet(this);
    m_on->setChecked(given.has_value());
    enable();
    if (!given)
        return;
    m_colour->setColour(given->colour);
    m_width->setValue(given->width);
    QStringList dashes;
    for (const double dash : given->dashes)
        dashes << QString::number(dash);
    m_dashes->setText(dashes.join(u' '));
}

void LineField::setTitle(const QString& title)
{
    m_on->setText(title);
}

void LineField::retranslate()
{
    m_colour->retranslate();
    m_width->setSuffix(tr(" 毫米"));
    m_width->setAccessibleName(tr("线宽"));
    m_width->setToolTip(tr("线宽，纸上的毫米"));
    m_dashes->setPlaceholderText(tr("实线；虚线如 4 1"));
    m_dashes->setAccessibleName(tr("虚线"));
    m_dashes->setToolTip(tr("虚线：画、空、画、空……各多少毫米，如 4 1 0.6 1；不填为实线"));
}

} // namespace checkup::workspace
