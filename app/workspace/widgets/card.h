#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLayout;
class QVBoxLayout;

namespace checkup::workspace {

/// A titled surface. Put content into body(), small tools beside the title into tools().
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);

    void setTitle(const QString& title); ///< empty hides the line
    QVBoxLayout* body() const { return m_body; }
    QHBoxLayout* tools() const { return m_tools; }

private:
    QLabel* m_title;
    QHBoxLayout* m_tools;
    QVBoxLayout* m_body;
};

/// A label in one of the theme's kinds: "", "dim", "faint", "danger", "warning". Wraps; text can be
/// selected and copied when `selectable`.
QLabel* makeLabel(const QString& text = {}, const char* kind = "", double factor = 1,
                  bool bold = false, bool selectable = false);
/// A thin horizontal line.
QFrame* makeLine();
/// Sets the dynamic property that the style sheet reads, and repolishes.
void setKind(QWidget* widget, const char* kind);

/// Clears a layout and deletes its widgets.
void clearLayout(QLayout* layout);

} // namespace checkup::workspace
