#include "app/workspace/maps/sight_choice.h"

#include "core/draw/colour_vision.h"

#include <QComboBox>
#include <QGraphicsEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

class SightChoice::Effect : public QGraphicsEffect
{
public:
    using QGraphicsEffect::QGraphicsEffect;

    void setSight(draw::Sight sight)
    {
        m_sight = sight;
        setEnabled(sight != draw::Sight::Full);
        update();
    }

protected:
    void draw(QPainter* painter) override
    {
        QPoint offset;
        const QPixmap source = sourcePixmap(Qt::LogicalCoordinates, &offset);
        painter->drawImage(offset, draw::asSeen(source.toImage(), m_sight));
    }

private:
    draw::Sight m_sight = draw::Sight::Full;
};

SightChoice::SightChoice(QWidget* seen, QWidget* parent)
    : QWidget(parent)
    , m_effect(new Effect(seen))
    , m_label(new QLabel(this))
    , m_sight(new QComboBox(this))
{
    m_sight->setObjectName(u"styleSight"_s);
    seen->setGraphicsEffect(m_effect);
    m_effect->setSight(draw::Sight::Full);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_label);
    row->addWidget(m_sight, 1);
    connect(m_sight, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_effect->setSight(static_cast<draw::Sight>(m_sight->itemData(index).toInt()));
    });
}

void SightChoice::retranslate()
{
    m_label->setText(tr("看作"));
    m_sight->setAccessibleName(tr("看作"));
    const QSignalBlocker quiet(m_sight);
    const int at = std::max(m_sight->currentIndex(), 0);
    m_sight->clear();
    m_sight->addItem(tr("彩色"), static_cast<int>(draw::Sight::Full));
    m_sight->addItem(tr("黑白打印"), static_cast<int>(draw::Sight::Grey));
    m_sight->addItem(tr("绿色盲（红绿不分）"), static_cast<int>(draw::Sight::GreenWeak));
    m_sight->addItem(tr("红色盲（红绿不分）"), static_cast<int>(draw::Sight::RedWeak));
    m_sight->addItem(tr("蓝色盲"), static_cast<int>(draw::Sight::BlueWeak));
    m_sight->setCurrentIndex(at);
}

} // namespace checkup::workspace
