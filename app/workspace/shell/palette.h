#pragma once

#include <QFrame>
#include <QIcon>
#include <QList>
#include <QPointer>
#include <QString>

#include <functional>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace checkup::workspace {

/// Something that Ctrl+K can find.
struct PaletteEntry
{
    QString title;
    QString subtitle; ///< what it is, dim at the right: "指标 · 安全 · S-11"
    QString keywords; ///< searched too: code, English name, department
    QIcon icon;
    std::function<void()> run;
};

/// How well `text` answers `query`, 0: not at all. Every word of the query must be found, as a
/// substring (best at the start of a word), or by its characters in order. Upper and lower case are
/// the same; a query in letters also finds Chinese by the first letters of its pinyin ("gdbyl"
/// finds 耕地保有量).
int matchScore(const QString& query, const QString& text);
/// First letters of the pinyin of common Chinese characters; letters and digits stay, others go.
QString pinyinInitials(const QString& text);

/// Find anything: a line and a list over the window. Arrows choose, Enter runs, Escape closes.
class Palette : public QFrame
{
    Q_OBJECT
public:
    explicit Palette(QWidget* window);

    void open(QList<PaletteEntry> entries);
    void place(); ///< in the upper middle of the window
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void run();
    void close();

    struct Prepared
    {
        PaletteEntry entry;
        QString initials;
    };
    QList<Prepared> m_entries;
    QPointer<QWidget> m_before; ///< had the focus, and gets it back
    QLineEdit* m_line;
    QListView* m_list;
    QStandardItemModel* m_model;
    QLabel* m_nothing;
};

} // namespace checkup::workspace
