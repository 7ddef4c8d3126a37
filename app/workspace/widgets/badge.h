#pragma once

#include "app/workspace/widgets/theme.h"

#include <QWidget>

namespace checkup::workspace {

/// A short word on a coloured pill: a kind, a state, a verdict. The symbol stands before the word,
/// so that colour is never alone.
class Badge : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(const QString& text = {}, QWidget* parent = nullptr);

    void setText(const QString& text, const QString& symbol = {});
    /// Soft ground, strong text; both themes.
    void setRoles(Theme::Role text, Theme::Role ground);
    /// A verdict's own colour ("#rrggbb"); the ground is a tint of it.
    void setColour(const QColor& colour);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString shown() const;

    QString m_text, m_symbol;
    Theme::Role m_textRole = Theme::Role::Dim, m_groundRole = Theme::Role::Sunken;
    QColor m_colour;
};

} // namespace checkup::workspace
