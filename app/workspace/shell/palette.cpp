#include "app/workspace/shell/palette.h"

#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStringEncoder>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int subtitleRole = Qt::UserRole + 1;
constexpr int placeRole = Qt::UserRole + 2;
constexpr int shownAtMost = 60;

class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, Theme::scaled(34)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(Theme::colour(Theme::Role::AccentSoft));
            painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6);
        }
        const QRect line = option.rect.adjusted(14, 0, -14, 0);
        const QRect picture(line.left(), line.center().y() - 9, 18, 18);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture);
        const QString subtitle = index.data(subtitleRole).toString();
        painter->setFont(Theme::font(0.9));
        painter->setPen(Theme::colour(Theme::Role::Dim));
        const int half =
            std::min(painter->fontMetrics().horizontalAdvance(subtitle) + 4, line.width() / 2);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(subtitle, Qt::ElideRight, half));
        painter->setFont(Theme::font());
        painter->setPen(Theme::colour(Theme::Role::Text));
        const QRect words = line.adjusted(28, 0, -half - 12, 0);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            words.width()));
        painter->restore();
    }
};

int wordScore(const QString& word, const QString& text)
{
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at == 0)
        return text.size() == word.size() ? 1200 : 1000;
    if (at > 0)
        return text.at(at - 1).isLetterOrNumber() && text.at(at).unicode() < 0x2e80 ? 700 : 800;
    // Characters in order: the tighter they stand, the better.
    qsizetype from = 0, first = -1, last = -1;
    for (const QChar letter : word) {
        const qsizetype found = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (found < 0)
            return 0;
        if (first < 0)
            first = found;
        last = found;
        from = found + 1;
    }
    const qsizetype gaps = last - first + 1 - word.size();
    if (gaps > 2 * word.size() + 4)
        return 0;
    return static_cast<int>(std::max<qsizetype>(100, 500 - 20 * gaps));
}

} // namespace

QString pinyinInitials(const QString& text)
{
    // GB 2312 orders its 3755 common characters by pinyin: the first code of each initial.
    struct Start
    {
        int code;
        char letter;
    };
    static constexpr std::array starts{
        Start{0xB0A1, 'a'}, Start{0xB0C5, 'b'}, Start{0xB2C1, 'c'}, Start{0xB4EE, 'd'},
        Start{0xB6EA, 'e'}, Start{0xB7A2, 'f'}, Start{0xB8C1, 'g'}, Start{0xB9FE, 'h'},
        Start{0xBBF7, 'j'}, Start{0xBFA6, 'k'}, Start{0xC0AC, 'l'}, Start{0xC2E8, 'm'},
        Start{0xC4C3, 'n'}, Start{0xC5B6, 'o'}, Start{0xC5BE, 'p'}, Start{0xC6DA, 'q'},
        Start{0xC8BB, 'r'}, Start{0xC8F6, 's'}, Start{0xCBFA, 't'}, Start{0xCDDA, 'w'},
        Start{0xCEF4, 'x'}, Start{0xD1B9, 'y'}, Start{0xD4D1, 'z'}, Start{0xD7FA, '\0'}};
    QStringEncoder encoder("GB18030");
    QString initials;
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80) {
            if (letter.isLetterOrNumber())
                initials += letter.toLower();
            continue;
        }
        if (!encoder.isValid())
            continue;
        const QByteArray bytes = encoder.encode(QStringView(&letter, 1));
        if (bytes.size() != 2)
            continue;
        const int code =
            (static_cast<unsigned char>(bytes[0]) << 8) | static_cast<unsigned char>(bytes[1]);
        const auto after =
            std::upper_bound(starts.begin(), starts.end(), code,
                             [](int value, const Start& start) { return value < start.code; });
        if (after != starts.begin() && std::prev(after)->letter != '\0')
            initials += QLatin1Char(std::prev(after)->letter);
    }
    return initials;
}

int matchScore(const QString& query, const QString& text)
{
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return 1;
    int total = 0;
    for (const QString& word : words) {
        const int score = wordScore(word, text);
        if (score == 0)
            return 0;
        total += score;
    }
    return total / static_cast<int>(words.size());
}

Palette::Palette(QWidget* window)
    : QFrame(window)
    , m_line(new QLineEdit)
    , m_list(new QListView)
    , m_model(new QStandardItemModel(this))
    , m_nothing(makeLabel({}, "dim"))
{
    setObjectName(u"palette"_s);
    setKind(this, "popup");
    m_line->setObjectName(u"paletteLine"_s);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setContentsMargins(12, 16, 12, 24);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 80));
    setGraphicsEffect(shadow);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(6, 6, 6, 8);
    all->setSpacing(4);
    all->addWidget(m_line);
    all->addWidget(m_list, 1);
    all->addWidget(m_nothing);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &Palette::filter);
    connect(m_list, &QListView::clicked, this, &Palette::run);
    retranslate();
    hide();
}

void Palette::open(QList<PaletteEntry> entries)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_entries.clear();
    for (PaletteEntry& entry : entries) {
        QString initials = pinyinInitials(entry.title);
        m_entries << Prepared{std::move(entry), std::move(initials)};
    }
    m_line->clear();
    filter();
    place();
    show();
    raise();
    m_line->setFocus();
}

void Palette::close()
{
    hide();
    if (m_before)
        m_before->setFocus();
}

void Palette::place()
{
    const QSize window = parentWidget()->size();
    const int width = std::min(Theme::scaled(620), window.width() - 40);
    const int height = std::min(Theme::scaled(440), window.height() - 100);
    setGeometry((window.width() - width) / 2, 60, width, height);
}

void Palette::retranslate()
{
    m_line->setPlaceholderText(tr("输入指标、代码、部门、命令；中文可用拼音首字母"));
    m_line->setAccessibleName(tr("查找"));
    m_nothing->setText(tr("没有找到。换个词试试，例如指标名称的一部分、代码或部门。"));
}

bool Palette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int rows = m_model->rowCount();
    const auto go = [this, rows](int row) {
        if (rows > 0)
            m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, rows - 1), 0));
        return true;
    };
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        return go(row + 1);
    case Qt::Key_Up:
        return go(row - 1);
    case Qt::Key_PageDown:
        return go(row + 8);
    case Qt::Key_PageUp:
        return go(row - 8);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void Palette::filter()
{
    const QString query = m_line->text().trimmed();
    QList<std::pair<int, int>> found; // score, place
    for (int i = 0; i < m_entries.size(); ++i) {
        const Prepared& candidate = m_entries.at(i);
        const int title = matchScore(query, candidate.entry.title);
        const int initials = query.contains(u' ') ? 0 : matchScore(query, candidate.initials);
        const int others = matchScore(query, candidate.entry.keywords);
        const int score = std::max(
            {title * 10, initials >= 700 ? initials * 8 : 0, others >= 300 ? others * 6 : 0});
        if (score > 0)
            found << std::pair(score, i);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    m_model->clear();
    for (const auto& [score, place] : std::as_const(found).mid(0, shownAtMost)) {
        const PaletteEntry& entry = m_entries.at(place).entry;
        auto* item = new QStandardItem(entry.icon, entry.title);
        item->setData(entry.subtitle, subtitleRole);
        item->setData(place, placeRole);
        m_model->appendRow(item);
    }
    m_nothing->setVisible(found.isEmpty());
    m_list->setVisible(!found.isEmpty());
    if (!found.isEmpty())
        m_list->setCurrentIndex(m_model->index(0, 0));
}

void Palette::run()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const std::function<void()> chosen = m_entries.at(index.data(placeRole).toInt()).entry.run;
    close();
    chosen();
}

} // namespace checkup::workspace
