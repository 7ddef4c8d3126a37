#pragma once

#include "core/project/spatial_records.h"

#include <QTreeWidget>
#include <QWidget>

class QLabel;
class QSlider;
class QToolButton;

namespace checkup::workspace {

/// The layers as they lie on a map, the topmost first: which are shown, in what order (dragged, or
/// Alt+Up and Alt+Down), how opaque, and which of their features.
class LayerList : public QWidget
{
    Q_OBJECT
public:
    explicit LayerList(QWidget* parent = nullptr);

    struct Row
    {
        project::LayerId id;
        QString name;
        QString shown; ///< name and state
        QString tip;
        QString filter; ///< in words; empty: all features
        bool checked = false;
        double opacity = 1;
    };
    /// The current layer stays.
    void setRows(const QList<Row>& rows);
    void setEditable(bool editable);
    project::LayerId current() const; ///< invalid: none
    void retranslate();

Q_SIGNALS:
    void toggled(checkup::project::LayerId layer, bool on);
    /// `below` is invalid at the bottom.
    void moved(checkup::project::LayerId layer, checkup::project::LayerId below);
    void opacityChosen(checkup::project::LayerId layer, double opacity);
    void filterWanted(checkup::project::LayerId layer);

private:
    void moveBy(int rows);
    void showCurrent();
    const Row* find(project::LayerId id) const;

    class Tree;
    Tree* m_tree;
    QToolButton *m_up, *m_down, *m_filter;
    QSlider* m_opacity;
    QLabel *m_opacityName, *m_filterWords;
    QList<Row> m_rows;
    bool m_filling = false, m_editable = true;
};

} // namespace checkup::workspace
