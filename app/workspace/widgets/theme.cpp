#include "app/workspace/widgets/theme.h"

#include <QApplication>
#include <QGuiApplication>
#include <QPalette>
#include <QPointer>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr double normalPoints = 10;

struct Look
{
    bool dark = false;
    bool system = false; ///< follows the system
    int percent = 100;
};

Look& look()
{
    static Look current;
    return current;
}

struct Token
{
    Theme::Role role;
    const char* name; ///< in the style sheet below, "@surface"
    QRgb light, dark;
};

// Text on its ground has a contrast of 4.5 and more in both columns.
constexpr std::array tokens{
    Token{Theme::Role::Window, "@window", 0xfff4f6f6, 0xff161b1d},
    Token{Theme::Role::Surface, "@surface", 0xffffffff, 0xff1e2528},
    Token{Theme::Role::Sunken, "@sunken", 0xffebefef, 0xff262e31},
    Token{Theme::Role::Border, "@border", 0xffd8e0e0, 0xff353f43},
    Token{Theme::Role::Text, "@text", 0xff1d2a2d, 0xffe3e9ea},
    Token{Theme::Role::Dim, "@dim", 0xff55666b, 0xffa4b2b6},
    Token{Theme::Role::Faint, "@faint", 0xff76868b, 0xff86959a},
    Token{Theme::Role::Accent, "@accent", 0xff1b7472, 0xff58bab4},
    Token{Theme::Role::OnAccent, "@onaccent", 0xffffffff, 0xff0d1b1b},
    Token{Theme::Role::AccentSoft, "@accentsoft", 0xffdcedeb, 0xff223d3d},
    Token{Theme::Role::Good, "@good", 0xff2a7446, 0xff74c492},
    Token{Theme::Role::GoodSoft, "@goodsoft", 0xffe2f1e7, 0xff1f3528},
    Token{Theme::Role::Warning, "@warning", 0xff865c00, 0xffe3b75c},
    Token{Theme::Role::WarningSoft, "@warningsoft", 0xfffcf2da, 0xff3a3120},
    Token{Theme::Role::Danger, "@danger", 0xffac3529, 0xfff1938a},
    Token{Theme::Role::DangerSoft, "@dangersoft", 0xfffae7e4, 0xff402624},
};

// Objects are addressed by class or by the dynamic property "kind"; lengths are pixels.
const char* const sheet = R"(
QToolTip { background: @surface; color: @text; border: 1px solid @border; padding: 4px; }
QMenuBar { background: @window; color: @text; border: none; padding: 1px 4px; }
QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @sunken; }
QMenu { background: @surface; color: @text; border: 1px solid @border; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: @accentsoft; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 5px 6px; }
QMenu::indicator { left: 6px; }
QStatusBar { background: @window; color: @dim; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter[kind="gap"]::handle { background: transparent; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 16px; height: 16px; border: 1px solid @faint; border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/@scheme/check.svg); }
QCheckBox::indicator:disabled { border-color: @border; background: @window; }
QCheckBox:focus { color: @accent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @border; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; margin: -5px 0; border-radius: 7px; background: @surface; border: 1px solid @faint; }
QSlider::handle:horizontal:focus { border: 2px solid @accent; }

QPushButton { background: @surface; color: @text; border: 1px solid @border; border-radius: 6px; padding: 6px 14px; }
QPushButton:hover { background: @sunken; }
QPushButton:pressed { background: @accentsoft; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @faint; background: @window; }
QPushButton:checked { background: @accentsoft; border-color: @accent; }
QPushButton[kind="primary"], QPushButton:default { background: @accent; color: @onaccent; border-color: @accent; }
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled { background: @sunken; color: @faint; border-color: @border; }
QPushButton[kind="primary"]:focus, QPushButton:default:focus { border: 2px solid @text; padding: 5px 13px; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 4px 6px; text-align: left; }
QPushButton[kind="link"]:hover { background: @sunken; }
QPushButton[kind="link"]:focus { border-color: @accent; }
QPushButton[kind="small"] { padding: 2px 9px; border-radius: 5px; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolButton:hover { background: @sunken; }
QToolButton:checked { background: @accentsoft; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @faint; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit {
  background: @surface; color: @text; border: 1px solid @border; border-radius: 6px; padding: 5px 8px;
  selection-background-color: @accent; selection-color: @onaccent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateEdit:focus { border-color: @accent; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: @faint; background: @window; }
QLineEdit:read-only { background: @window; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/@scheme/arrow-down.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 22px; border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @sunken; }
QAbstractSpinBox::up-arrow { image: url(:/icons/@scheme/arrow-up.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/@scheme/arrow-down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; selection-background-color: @accentsoft; selection-color: @text; }

QAbstractItemView { background: @surface; alternate-background-color: @window; color: @text; border: 1px solid @border;
  border-radius: 8px; gridline-color: @border; selection-background-color: @accentsoft; selection-color: @text; outline: none; }
QAbstractItemView::item:selected { background: @accentsoft; color: @text; }
QTreeView::item, QListView::item { padding: 4px 2px; }
QTableView::item, QTreeView::item { border: 1px solid transparent; }
QTableView::item:focus, QListView::item:focus { border: 1px solid @accent; }
QTreeView::item:focus { border-bottom: 1px solid @accent; }
QHeaderView { background: @sunken; border: none; }
QHeaderView::section { background: @sunken; color: @dim; border: none; border-right: 1px solid @border; border-bottom: 1px solid @border; padding: 5px 8px; }
QTableCornerButton::section { background: @sunken; border: none; }

QTabBar::tab { background: transparent; color: @dim; padding: 7px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom-color: @accent; }
QTabBar::tab:hover { color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QProgressBar { background: @sunken; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="plain"] { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: @border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QFrame[kind="card"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[kind="bar"] { background: @window; border: none; border-bottom: 1px solid @border; }
QFrame[kind="side"] { background: @surface; border: none; }
QFrame[kind="rail"] { background: @sunken; border: none; border-right: 1px solid @border; }
QFrame[kind="line"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="popup"] { background: @surface; border: 1px solid @faint; border-radius: 12px; }
QFrame[kind="popup"] QListView { border: none; }
QFrame[kind="popup"] QLineEdit { border: none; border-bottom: 1px solid @border; border-radius: 0; padding: 10px; background: transparent; }
QFrame[kind="noticeBar"] { background: @accentsoft; border: none; border-bottom: 1px solid @border; }
QFrame[kind="warningBar"] { background: @warningsoft; border: none; border-bottom: 1px solid @border; }
QFrame[kind="errorBar"] { background: @dangersoft; border: none; border-bottom: 1px solid @border; }
QLabel[kind="dim"] { color: @dim; }
QLabel[kind="faint"] { color: @faint; }
QLabel[kind="danger"] { color: @danger; }
QLabel[kind="warning"] { color: @warning; }
QToolButton[kind="stage"] { border-radius: 8px; padding: 8px 10px; text-align: left; color: @dim; }
QToolButton[kind="stage"]:hover { background: @window; color: @text; }
QToolButton[kind="stage"]:checked { background: @surface; color: @accent; font-weight: bold; border-color: @border; }
QToolButton[kind="stage"]:focus { border-color: @accent; }
QTextBrowser[kind="page"] { border: none; background: @surface; padding: 12px 20px; }
)";

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // The palette as the platform gave it, before ours was set; later Fusion's own, which follows
    // the platform's appearance, if it told the same at the beginning.
    const auto fusionIsDark = [] {
        const std::unique_ptr<QStyle> fusion(QStyleFactory::create(u"Fusion"_s));
        return fusion->standardPalette().color(QPalette::Window).lightness() < 128;
    };
    static const bool began = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    static const bool fusionBegan = fusionIsDark();
    return began == fusionBegan ? fusionIsDark() : began;
#endif
}

/// Applies the theme again when it follows the system and the system turned dark or light.
class SystemFollower : public QObject
{
public:
    explicit SystemFollower(QApplication* application)
        : QObject(application)
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
                [this] { follow(); });
#else
        application->installEventFilter(this);
#endif
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::ThemeChange ||
            event->type() == QEvent::ApplicationPaletteChange)
            QMetaObject::invokeMethod(
                this, [this] { follow(); }, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

private:
    void follow()
    {
        if (look().system && systemIsDark() != look().dark)
            Theme::apply(*qApp, u"system"_s, look().percent);
    }
};

QString styleSheet()
{
    QString text = QString::fromLatin1(sheet);
    text.replace(u"@scheme"_s, look().dark ? u"dark"_s : u"light"_s);
    // Longer names first, for "@accent" begins "@accentsoft".
    for (const Token& token : tokens) {
        const QString name = QString::fromLatin1(token.name);
        if (name.endsWith(u"soft"_s))
            text.replace(name, QColor(look().dark ? token.dark : token.light).name());
    }
    for (const Token& token : tokens)
        text.replace(QString::fromLatin1(token.name),
                     QColor(look().dark ? token.dark : token.light).name());
    return text;
}

} // namespace

void Theme::apply(QApplication& application, const QString& name, int textPercent)
{
    const bool dark = systemIsDark();
    const bool system = name == u"system";
    look() = {name == u"dark" || (system && dark), system, std::clamp(textPercent, 85, 160)};
    // One an application: it goes with it.
    if (static QPointer<SystemFollower> follower; !follower)
        follower = new SystemFollower(&application);

    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, Role ours) {
        palette.setColor(role, colour(ours));
    };
    set(QPalette::Window, Role::Window);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Surface);
    set(QPalette::AlternateBase, Role::Window);
    set(QPalette::Text, Role::Text);
    set(QPalette::PlaceholderText, Role::Faint);
    set(QPalette::Button, Role::Surface);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::Danger);
    set(QPalette::ToolTipBase, Role::Surface);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::Highlight, Role::Accent);
    set(QPalette::HighlightedText, Role::OnAccent);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::Light, Role::Surface);
    set(QPalette::Midlight, Role::Sunken);
    set(QPalette::Mid, Role::Border);
    set(QPalette::Dark, Role::Faint);
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0, 90));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(Role::Faint));

    if (!application.style() ||
        application.style()->name().compare(u"fusion"_s, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(font());
    QApplication::setPalette(palette);
    application.setStyleSheet(styleSheet());
}

bool Theme::isDark()
{
    return look().dark;
}

QColor Theme::colour(Role role)
{
    for (const Token& token : tokens) {
        if (token.role == role)
            return QColor(look().dark ? token.dark : token.light);
    }
    Q_UNREACHABLE();
}

namespace {

/// Relative luminance, WCAG 2.1.
double luminance(const QColor& colour)
{
    const auto linear = [](double share) {
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF())) +
           0.0722 * linear(double(colour.blueF()));
}

} // namespace

QColor Theme::readable(const QColor& colour)
{
    const double ground = luminance(Theme::colour(Role::Surface));
    QColor shown = colour.toHsl();
    for (int step = 0; step < 50; ++step) {
        const double text = luminance(shown);
        if ((std::max(ground, text) + 0.05) / (std::min(ground, text) + 0.05) >= 4.5)
            break;
        const float next = std::clamp(shown.lightnessF() + (isDark() ? 0.02F : -0.02F), 0.0F, 1.0F);
        shown = QColor::fromHslF(std::max(0.0F, shown.hslHueF()), shown.hslSaturationF(), next);
    }
    return shown.toRgb();
}

QFont Theme::font(double factor, bool bold)
{
    // Without an explicit list Qt picks a Japanese or no CJK face where the system's default has
    // none.
    QFont font(QStringList{u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Microsoft YaHei UI"_s,
                           u"PingFang SC"_s, u"WenQuanYi Micro Hei"_s, u"WenQuanYi Zen Hei"_s,
                           u"DejaVu Sans"_s});
    font.setPointSizeF(normalPoints * look().percent / 100 * factor);
    font.setBold(bold);
    return font;
}

int Theme::scaled(int pixels)
{
    return static_cast<int>(std::lround(pixels * look().percent / 100.0));
}

} // namespace checkup::workspace
