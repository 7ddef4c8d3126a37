#pragma once

#include <QColor>
#include <QFont>
#include <QString>

class QApplication;

namespace checkup::workspace {

/// The look of the program: a light and a dark set of colours, one style sheet and palette made
/// from them, one family list for the font. Widgets take colours from here or from their palette
/// and never name one themselves; when the theme changes every widget gets QEvent::PaletteChange.
class Theme
{
public:
    enum class Role {
        Window,  ///< behind everything
        Surface, ///< cards, tables, fields
        Sunken,  ///< headers, rail, hover
        Border,
        Text,
        Dim,        ///< second line, captions
        Faint,      ///< placeholders, disabled
        Accent,     ///< calm blue-green
        OnAccent,   ///< text on Accent
        AccentSoft, ///< selected entry
        Good,
        GoodSoft,
        Warning,
        WarningSoft,
        Danger,
        DangerSoft,
    };

    /// "light", "dark" or "system", and the size of text in percent; from the settings.
    static void apply(QApplication& application, const QString& name, int textPercent);
    static bool isDark();
    static QColor colour(Role role);
    /// A colour of someone else's (a verdict's, a state's) made darker or lighter until text in it
    /// can be read on Surface: a contrast of 4.5 and more.
    static QColor readable(const QColor& colour);

    /// The interface's font, larger or smaller than the normal text by a factor.
    static QFont font(double factor = 1, bool bold = false);
    /// A length that grows with the text: pixels at normal size.
    static int scaled(int pixels);
};

} // namespace checkup::workspace
