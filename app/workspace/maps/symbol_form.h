#pragma once

#include "core/draw/symbols.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace checkup::workspace {

class ColourField;
class LineField;

/// One symbol: fill, hatch, casing, line, marker; what does not suit the geometry is not shown.
class SymbolForm : public QWidget
{
    Q_OBJECT
public:
    explicit SymbolForm(QWidget* parent = nullptr);

    draw::Symbol symbol() const;
    void show(const draw::Symbol& symbol, catalogue::LayerGeometry geometry); ///< tells nobody
    void retranslate();

Q_SIGNALS:
    void changed(); ///< by the user; the symbol draws something

private:
    void tell();
    void fit();

    catalogue::LayerGeometry m_geometry = catalogue::LayerGeometry::Polygon;
    QCheckBox *m_filled, *m_hatched;
    ColourField *m_fill, *m_hatchColour;
    QComboBox *m_pattern, *m_shape;
    QDoubleSpinBox *m_gap, *m_thick, *m_size;
    QWidget *m_hatchRow, *m_hatchPart, *m_markerRow;
    LineField *m_casing, *m_line;
    QLabel *m_shapeLabel, *m_nothing;
};

} // namespace checkup::workspace
