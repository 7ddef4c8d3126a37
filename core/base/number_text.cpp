#include "core/base/number_text.h"

#include "core/base/units.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace checkup {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(QChar sign)
{
    const char16_t code = sign.unicode();
    return sign.isSpace() || code == 0x200B || code == 0x200C || code == 0x200D || code == 0x2060 ||
           code == 0xFEFF;
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// Full-width ASCII made narrow, any blank a space, the minus sign a hyphen; ² and the like are
/// kept.
QString folded(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar sign : text) {
        const char16_t code = sign.unicode();
        if (code >= 0xFF01 && code <= 0xFF5E)
            result += QChar(static_cast<char16_t>(code - 0xFEE0));
        else if (code == 0x2212 || code == 0xFE63)
            result += u'-';
        else if (code == 0xFE6A)
            result += u'%';
        else if (isBlank(sign))
            result += u' ';
        else
            result += sign;
    }
    return result;
}

bool isOneOf(const QString& text, std::initializer_list<const char16_t*> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char16_t* word) { return text == QStringView(word); });
}

/// Words that stand where a number should; nullopt when the text is none of them.
std::optional<ReadNumber::Kind> markerOf(QString word)
{
    word.remove(u' ');
    while (word.endsWith(u'。'))
        word.chop(1);
    if (word.size() > 2 && ((word.startsWith(u'(') && word.endsWith(u')')) ||
                            (word.startsWith(u'【') && word.endsWith(u'】'))))
        word = word.mid(1, word.size() - 2);
    const auto isDash = [](QChar sign) { return u"-‐‑‒–—―─━﹣ー"_s.contains(sign); };
    const auto isFiller = [](QChar sign) { return u"/\\…"_s.contains(sign); };
    if (!word.isEmpty() && (std::all_of(word.cbegin(), word.cend(), isDash) ||
                            std::all_of(word.cbegin(), word.cend(), isFiller)))
        return ReadNumber::Kind::Missing;
    const QString upper = word.toUpper();
    if (isOneOf(upper, {u"N/A", u"不适用", u"不涉及", u"不适合", u"无此项", u"不存在"}))
        return ReadNumber::Kind::NotApplicable;
    if (isOneOf(upper,
                {u"未统计", u"未采集", u"未开展", u"未监测", u"未调查", u"未普查", u"未收集",
                 u"未开展统计", u"未开展监测", u"尚未统计", u"尚未开展", u"尚未采集", u"暂未统计",
                 u"暂未开展", u"暂未采集", u"没有统计", u"无统计", u"未纳入统计"}))
        return ReadNumber::Kind::NotCollected;
    if (isOneOf(upper, {u"保密", u"涉密", u"不公开", u"不予公开", u"机密", u"秘密", u"涉密不公开",
                        u"数据涉密", u"涉密数据"}))
        return ReadNumber::Kind::Withheld;
    if (isOneOf(upper, {u"缺",       u"缺失",   u"暂缺",     u"空缺",       u"缺数据",
                        u"数据缺失", u"缺测",   u"暂无",     u"暂无数据",   u"无数据",
                        u"没有数据", u"无资料", u"暂无资料", u"无统计数据", u"暂无统计数据",
                        u"NA",       u"NULL",   u"NONE",     u"...",        u"......"}))
        return ReadNumber::Kind::Missing;
    return std::nullopt;
}

bool takeFront(QString& text, std::initializer_list<const char16_t*> words)
{
    for (const char16_t* word : words) {
        if (text.startsWith(QStringView(word))) {
            text = text.mid(QStringView(word).size()).trimmed();
            return true;
        }
    }
    return false;
}

bool takeBack(QString& text, std::initializer_list<const char16_t*> words)
{
    for (const char16_t* word : words) {
        if (text.endsWith(QStringView(word))) {
            text = text.chopped(QStringView(word).size()).trimmed();
            return true;
        }
    }
    return false;
}

/// Powers of ten of a run of 十百千万亿; -1 when there is anything else in it.
int powersOfTen(QStringView text)
{
    int powers = 0;
    for (const QChar sign : text) {
        switch (sign.unicode()) {
        case u'十':
            powers += 1;
            break;
        case u'百':
            powers += 2;
            break;
        case u'千':
            powers += 3;
            break;
        case u'万':
            powers += 4;
            break;
        case u'亿':
            powers += 8;
            break;
        default:
            return -1;
        }
    }
    return powers;
}

} // namespace

ReadNumber readNumber(QStringView text)
{
    ReadNumber result;
    const QStringView own = trimmed(text);
    result.text = own.toString();
    if (own.isEmpty())
        return result;

    static const QRegularExpression plainNumber(
        u"\\A-?(?:0|[1-9][0-9]*|0[0-9]+)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\\z"_s);
    if (plainNumber.match(result.text).hasMatch()) {
        result.number = result.text.toDouble();
        if (result.number == 0)
            result.number = 0; // "-0" is no news to anybody
        result.kind =
            std::isfinite(result.number) ? ReadNumber::Kind::Number : ReadNumber::Kind::NotANumber;
        if (result.kind == ReadNumber::Kind::NotANumber)
            result.number = 0;
        return result;
    }

    QString rest = folded(own);
    if (const auto marker = markerOf(rest)) {
        result.kind = *marker;
        return result;
    }

    result.kind = ReadNumber::Kind::NotANumber;
    bool approximate =
        takeFront(rest, {u"大约", u"大概", u"约为", u"约", u"将近", u"接近", u"近", u"≈", u"~"});
    bool negative = false;
    if (rest.size() > 2 && rest.startsWith(u'(') && rest.endsWith(u')')) {
        rest = rest.mid(1, rest.size() - 2).trimmed();
        negative = true;
        if (rest.isEmpty() || !(rest[0].isDigit() || rest[0] == u'.'))
            return result; // "(-3)" could be meant either way
    }
    static const QRegularExpression number(
        u"\\A([+-]?) *([1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[1-9][0-9]{0,2}(?: "
        u"[0-9]{3})+(?![0-9])|[0-9]*)"
        "(\\.[0-9]*)?(?:[eE]([+-]?[0-9]{1,3}))?"_s);
    const QRegularExpressionMatch match = number.match(rest);
    QString whole = match.captured(2);
    const QString decimals = match.captured(3);
    if (whole.isEmpty() && decimals.size() < 2)
        return result;
    whole.remove(u',').remove(u' ');
    negative = negative || match.captured(1) == u"-";
    int exponent = match.captured(4).toInt();
    rest = rest.mid(match.capturedLength()).trimmed();

    approximate = takeBack(rest, {u"左右", u"上下", u"余", u"多"}) || approximate;
    if (rest.size() > 1) { // "3万余人", "100多个"
        qsizetype at = 0;
        while (at < rest.size() && powersOfTen(QStringView(rest).mid(at, 1)) > 0)
            ++at;
        if (at < rest.size() && (rest[at] == u'余' || rest[at] == u'多')) {
            rest.remove(at, 1);
            approximate = true;
        }
    }
    if (!rest.isEmpty()) {
        if (const int powers = powersOfTen(rest); powers >= 0) {
            exponent += powers;
        } else {
            const bool begins = rest[0].isLetter() || rest[0].category() == QChar::Symbol_Other ||
                                rest[0] == u'%' || rest[0] == u'‰';
            if (!begins || rest == u"无")
                return result;
            const auto unit = parseUnit(rest);
            if (!unit)
                return result;
            result.unit = unit->symbol;
        }
    }
    const QString digits = (whole.isEmpty() ? u"0"_s : whole) + decimals +
                           (decimals == u"." ? u"0"_s : QString()) + u'e' +
                           QString::number(exponent);
    bool ok = false;
    const double magnitude = digits.toDouble(&ok);
    if (!ok || !std::isfinite(magnitude)) {
        result.unit.clear();
        return result;
    }
    result.kind = ReadNumber::Kind::Number;
    result.number = negative && magnitude != 0 ? -magnitude : magnitude;
    result.approximate = approximate;
    result.converted = true;
    return result;
}

} // namespace checkup
