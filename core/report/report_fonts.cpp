#include "core/report/report_fonts.h"

#include <QColor>
#include <QFontDatabase>
#include <QSet>

#include <array>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Families
{
    std::array<QStringList, 4> chinese;
    QStringList latin;
};

QStringList present(const QSet<QString>& here, const QStringList& wanted)
{
    QStringList found;
    for (const QString& family : wanted) {
        if (here.contains(family))
            found << family;
    }
    return found;
}

Families lookUp()
{
    const QStringList all = QFontDatabase::families();
    const QSet<QString> here(all.begin(), all.end());
    // Any Chinese font is better than an empty square.
    const QStringList last{u"SimSun"_s,
                           u"宋体"_s,
                           u"Microsoft YaHei"_s,
                           u"WenQuanYi Zen Hei"_s,
                           u"WenQuanYi Micro Hei"_s,
                           u"AR PL UMing CN"_s,
                           u"Noto Serif CJK SC"_s,
                           u"Source Han Serif SC"_s,
                           u"Noto Sans CJK SC"_s,
                           u"Source Han Sans SC"_s};
    const QStringList fangSong{
        u"FangSong"_s, u"仿宋"_s,    u"FangSong_GB2312"_s,   u"仿宋_GB2312"_s,   u"STFangsong"_s,
        u"华文仿宋"_s, u"NSimSun"_s, u"Noto Serif CJK SC"_s, u"AR PL UMing CN"_s};
    const QStringList hei{u"SimHei"_s,
                          u"黑体"_s,
                          u"STHeiti"_s,
                          u"华文黑体"_s,
                          u"WenQuanYi Zen Hei"_s,
                          u"WenQuanYi Micro Hei"_s,
                          u"Source Han Sans SC"_s,
                          u"Noto Sans CJK SC"_s};
    const QStringList kai{u"KaiTi"_s,   u"楷体"_s,     u"KaiTi_GB2312"_s, u"楷体_GB2312"_s,
                          u"STKaiti"_s, u"华文楷体"_s, u"AR PL UKai CN"_s};
    const QStringList title{u"FZXiaoBiaoSong-B05S"_s, u"方正小标宋简体"_s, u"FZXiaoBiaoSong-B05"_s,
                            u"方正小标宋_GBK"_s};
    // Their bold cuts come nearest to 小标宋.
    const QStringList boldSerif{u"Source Han Serif SC"_s, u"Noto Serif CJK SC"_s};

    Families families;
    const std::array<QStringList, 4> wanted{fangSong + last, hei + last, kai + fangSong + last,
                                            title + boldSerif + hei + last};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        families.chinese[i] = present(here, wanted[i]);
        families.chinese[i].removeDuplicates();
        if (families.chinese[i].isEmpty())
            families.chinese[i] << QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }
    families.latin =
        present(here, {u"Times New Roman"_s, u"Liberation Serif"_s, u"Tinos"_s, u"Nimbus Roman"_s});
    return families;
}

const Families& families()
{
    static const Families found = lookUp();
    return found;
}

QFont fontWith(const QStringList& names, int pixelSize)
{
    QFont font;
    font.setFamilies(names);
    font.setPixelSize(pixelSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferOutline | QFont::PreferNoShaping));
    font.setKerning(false);
    return font;
}

bool isLatin(QChar c)
{
    const char16_t u = c.unicode();
    return (u > 0x20 && u < 0x7f) || (u >= 0xc0 && u <= 0x17f) || u == 0xb2 || u == 0xb3 ||
           u == 0xb9 || u == 0x2030 || u == 0x2212 || u == 0x2013;
}

} // namespace

QStringList familiesOf(Face face)
{
    return families().chinese[static_cast<std::size_t>(face)];
}

QFont fontOf(Face face, int pixelSize)
{
    QFont font = fontWith(familiesOf(face), pixelSize);
    if (face == Face::Title && font.families().constFirst().contains(u"Serif"_s))
        font.setWeight(QFont::Bold);
    return font;
}

void appendFormats(QList<QTextLayout::FormatRange>& formats, QStringView text, int start, Face face,
                   int pixelSize, const QString& colour)
{
    const bool splits =
        (face == Face::FangSong || face == Face::Kai) && !families().latin.isEmpty();
    const QFont chinese = fontOf(face, pixelSize);
    const QFont latin = splits ? fontWith(families().latin + familiesOf(face), pixelSize) : chinese;
    const auto length = static_cast<int>(text.size());
    int from = 0;
    while (from < length) {
        const bool isLatinPart = splits && isLatin(text[from]);
        int to = from + 1;
        while (to < length && (splits && isLatin(text[to])) == isLatinPart)
            ++to;
        QTextLayout::FormatRange range;
        range.start = start + from;
        range.length = to - from;
        range.format.setFont(isLatinPart ? latin : chinese);
        if (!colour.isEmpty())
            range.format.setForeground(QColor(colour));
        formats << range;
        from = to;
    }
}

} // namespace checkup::report
