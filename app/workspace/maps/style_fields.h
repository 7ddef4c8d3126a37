#pragma once

#include "core/draw/colour_vision.h"
#include "core/draw/symbols.h"

#include <QIcon>
#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLineEdit;
class QToolButton;

namespace checkup::workspace {

/// A symbol's colours as they are seen.
draw::Symbol seenAs(draw::Symbol symbol, draw::Sight sight);
/// A small picture of a symbol, on white as on paper.
QIcon swatchOf(const draw::Symbol& symbol, catalogue::LayerGeometry geometry, double ratio);

/// A colour, typed as #RRGGBB (or #RRGGBBAA) or picked.
class ColourField : public QWidget
{
    Q_OBJECT
public:
    explicit ColourField(QWidget* parent = nullptr);

    QColor colour() const { return m_colour; }
    void setColour(const QColor& colour); ///< tells nobody
    void retranslate();

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void take(const QColor& colour);
    void show();
    void pick();

    QLineEdit* m_text;
    QToolButton* m_button;
    QColor m_colour = Qt::black;
};

/// A part of a symbol that is a line: whether there is one, its colour, width and dashes.
class LineField : public QWidget
{
    Q_OBJECT
public:
    explicit LineField(QWidget* parent = nullptr);

    std::optional<draw::LineSymbol> line() const;
    void setLine(const std::optional<draw::LineSymbol>& line); ///< tells nobody
    void setTitle(const QString& title);
    void retranslate();

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void enable();

    QCheckBox* m_on;
    ColourField* m_colour;
    QDoubleSpinBox* m_width;
    QLineEdit* m_dashes;
};

/// A width or size in millimetres.
QDoubleSpinBox* makeMillimetres(double least, double most, QWidget* parent);

} // namespace checkup::workspace
