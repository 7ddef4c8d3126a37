#include "app/workspace/maps/layer_list.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/theme.h"

#include <QDropEvent>
#include <QHash>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int layerId = Qt::UserRole;

} // namespace

/// Tells what was dropped where, and leaves moving it to the year's data.
class LayerList::Tree : public QTreeWidget
{
public:
    using QTreeWidget::QTreeWidget;
    std::function<void(int from, int to)> dropped; ///< in front of which row
    std::function<void(int by)> stepped;

protected:
    void dropEvent(QDropEvent* event) override
    {
        QTreeWidgetItem* const target = itemAt(event->position().toPoint());
        int to = target ? indexOfTopLevelItem(target) : topLevelItemCount();
        if (target && dropIndicatorPosition() != QAbstractItemView::AboveItem)
            ++to;
        const int from = currentIndex().row();
        event->setDropAction(Qt::IgnoreAction);
        event->accept();
        if (from >= 0 && dropped)
            dropped(from, to);
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const bool up = event->key() == Qt::Key_Up;
        if (event->modifiers() == Qt::AltModifier && (up || event->key() == Qt::Key_Down))
            stepped(up ? -1 : 1);
        else
            QTreeWidget::keyPressEvent(event);
    }
};

LayerList::LayerList(QWidget* parent)
    : QWidget(parent)
    , m_tree(new Tree(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_filter(new QToolButton(this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_opacityName(makeLabel({}, "dim"))
    , m_filterWords(makeLabel({}, "dim", 0.9))
{
    m_tree->setObjectName(u"mapLayers"_s);
    m_tree->setRootIsDecorated(false);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_up->setObjectName(u"layerUp"_s);
    m_down->setObjectName(u"layerDown"_s);
    m_up->setArrowType(Qt::UpArrow);
    m_down->setArrowType(Qt::DownArrow);
    m_opacity->setObjectName(u"layerOpacity"_s);
    m_opacity->setRange(5, 100);
    m_opacity->setMinimumWidth(Theme::scaled(56));
    m_opacity->setSingleStep(5);
    m_opacity->setPageStep(25);
    m_opacity->setTracking(false); // an edit for each stop, not for each pixel
    m_filter->setObjectName(u"layerFilter"_s);
    m_filter->setIcon(icon(u"filter"_s));
    m_filterWords->setObjectName(u"layerFilterWords"_s);
    m_opacityName->setWordWrap(false);
    auto* line = new QHBoxLayout;
    line->addWidget(m_up);
    line->addWidget(m_down);
    line->addWidget(m_opacityName);
    line->addWidget(m_opacity, 1);
    line->addWidget(m_filter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree, 1);
    column->addLayout(line);
    column->addWidget(m_filterWords);

    connect(m_tree, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem* item) {
        if (!m_filling)
            Q_EMIT toggled(project::LayerId(item->data(0, layerId).toLongLong()),
                           item->checkState(0) == Qt::Checked);
    });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_filling)
            showCurrent();
    });
    m_tree->stepped = [this](int by) { moveBy(by); };
    m_tree->dropped = [this](int from, int to) {
        if (m_editable && to != from && to != from + 1)
            Q_EMIT moved(m_rows[from].id, to < m_rows.size() ? m_rows[to].id : project::LayerId());
    };
    connect(m_up, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int value) {
        if (!m_filling && current().isValid())
            Q_EMIT opacityChosen(current(), value / 100.0);
    });
    connect(m_filter, &QToolButton::clicked, this, [this] { Q_EMIT filterWanted(current()); });
    retranslate();
}

void LayerList::retranslate()
{
    m_tree->setAccessibleName(tr("当前一幅的图层"));
    m_up->setToolTip(tr("上移一层（Alt+↑）"));
    m_up->setAccessibleName(tr("上移一层"));
    m_down->setToolTip(tr("下移一层（Alt+↓）"));
    m_down->setAccessibleName(tr("下移一层"));
    m_opacityName->setText(tr("浓淡"));
    m_opacity->setAccessibleName(tr("图层的不透明度"));
    m_filter->setAccessibleName(tr("筛选…"));
    m_filter->setToolTip(tr("筛选：只显示满足条件的要素"));
    showCurrent();
}

const LayerList::Row* LayerList::find(project::LayerId id) const
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [id](const Row& row) { return row.id == id; });
    return found == m_rows.cend() ? nullptr : &*found;
}

project::LayerId LayerList::current() const
{
    const QTreeWidgetItem* const item = m_tree->currentItem();
    return item ? project::LayerId(item->data(0, layerId).toLongLong()) : project::LayerId();
}

void LayerList::setEditable(bool editable)
{
    m_editable = editable;
    m_tree->setDragEnabled(editable);
    showCurrent();
}

void LayerList::setRows(const QList<Row>& rows)
{
    m_filling = true;
    const bool same =
        m_tree->topLevelItemCount() == rows.size() &&
        std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                   [](const Row& one, const Row& other) { return one.id == other.id; });
    const project::LayerId before = current();
    m_rows = rows;
    // Items change places and are not made anew: one of them may be telling just now that it was
    // ticked.
    QHash<qint64, QTreeWidgetItem*> items;
    while (!same && m_tree->topLevelItemCount() > 0) {
        QTreeWidgetItem* const item = m_tree->takeTopLevelItem(0);
        items.insert(item->data(0, layerId).toLongLong(), item);
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        QTreeWidgetItem* item = m_tree->topLevelItem(static_cast<int>(i));
        if (!same) {
            item = items.take(row.id.number());
            if (!item)
                item = new QTreeWidgetItem;
            m_tree->addTopLevelItem(item);
        }
        item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsDropEnabled);
        item->setData(0, layerId, row.id.number());
        item->setText(0, row.shown);
        item->setToolTip(0, row.tip);
        item->setCheckState(0, row.checked ? Qt::Checked : Qt::Unchecked);
        if (!same && row.id == before)
            m_tree->setCurrentItem(item);
    }
    qDeleteAll(items);
    m_filling = false;
    showCurrent();
}

void LayerList::showCurrent()
{
    const Row* const row = find(current());
    m_filling = true;
    m_opacity->setValue(row ? static_cast<int>(std::lround(row->opacity * 100)) : 100);
    m_filling = false;
    const qsizetype at = row ? row - m_rows.constData() : -1;
    m_up->setEnabled(m_editable && at > 0);
    m_down->setEnabled(m_editable && row && at + 1 < m_rows.size());
    m_opacity->setEnabled(m_editable && row);
    m_filter->setEnabled(m_editable && row);
    m_filterWords->setText(row && !row->filter.isEmpty() ? tr("只显示：%1").arg(row->filter)
                                                         : QString());
    m_filterWords->setVisible(!m_filterWords->text().isEmpty());
}

void LayerList::moveBy(int rows)
{
    const Row* const row = find(current());
    const qsizetype at = row ? row - m_rows.constData() : -1;
    if (!row || !m_editable || at + rows < 0 || at + rows >= m_rows.size())
        return;
    // The row that it comes to lie on.
    const qsizetype below = rows < 0 ? at + rows : at + rows + 1;
    Q_EMIT moved(row->id, below < m_rows.size() ? m_rows[below].id : project::LayerId());
}

} // namespace checkup::workspace
