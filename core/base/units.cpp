#include "core/base/units.h"

#include <QCoreApplication>
#include <QHash>

#include <bit>
#include <cmath>
#include <numeric>
#include <optional>

namespace checkup {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Units)
};

// Not ISO C++, but both compilers have it; __extension__ keeps -Wpedantic quiet about just this
// line.
__extension__ using Wide = unsigned __int128;

struct Base
{
    qint64 numerator;
    qint64 denominator;
    std::array<qint8, axisCount> exponents;
};

constexpr std::array<qint8, axisCount> only(Axis axis, qint8 power)
{
    std::array<qint8, axisCount> exponents{};
    exponents[static_cast<size_t>(axis)] = power;
    return exponents;
}

void put(QHash<QString, Base>& table, std::initializer_list<const char16_t*> names, Base base)
{
    for (const char16_t* name : names)
        table.insert(QStringView(name).toString(), base);
}

QHash<QString, Base> makeNouns()
{
    QHash<QString, Base> table;

    const auto length = only(Axis::Length, 1);
    put(table, {u"米", u"m", u"M"}, {1, 1, length});
    put(table, {u"千米", u"公里", u"km", u"KM", u"Km"}, {1000, 1, length});
    put(table, {u"分米", u"dm"}, {1, 10, length});
    put(table, {u"厘米", u"cm", u"CM"}, {1, 100, length});
    put(table, {u"毫米", u"mm", u"MM"}, {1, 1000, length});
    put(table, {u"微米", u"μm"}, {1, 1'000'000, length});
    put(table, {u"海里"}, {1852, 1, length});

    const auto area = only(Axis::Length, 2);
    put(table, {u"平方米", u"平米", u"m2", u"M2"}, {1, 1, area});
    put(table, {u"平方千米", u"平方公里", u"km2", u"KM2", u"Km2"}, {1'000'000, 1, area});
    put(table, {u"公顷", u"hm2", u"HM2", u"ha", u"Ha", u"HA", u"平方百米"}, {10'000, 1, area});
    put(table, {u"亩", u"市亩"}, {2000, 3, area}); // 1 亩 = 1/15 公顷
    put(table, {u"平方分米", u"dm2"}, {1, 100, area});
    put(table, {u"平方厘米", u"cm2"}, {1, 10'000, area});
    put(table, {u"平方毫米", u"mm2"}, {1, 1'000'000, area});

    const auto volume = only(Axis::Length, 3);
    put(table, {u"立方米", u"m3", u"M3"}, {1, 1, volume});
    put(table, {u"立方千米", u"立方公里", u"km3"}, {1'000'000'000, 1, volume});
    put(table, {u"升", u"L", u"l"}, {1, 1000, volume});
    put(table, {u"毫升", u"mL", u"ml"}, {1, 1'000'000, volume});

    const auto mass = only(Axis::Mass, 1);
    put(table, {u"吨", u"t", u"T"}, {1, 1, mass});
    put(table, {u"千克", u"公斤", u"kg", u"KG", u"Kg"}, {1, 1000, mass});
    put(table, {u"克", u"g"}, {1, 1'000'000, mass});
    put(table, {u"毫克", u"mg"}, {1, 1'000'000'000, mass});
    put(table, {u"微克", u"μg", u"ug"}, {1, 1'000'000'000'000, mass});

    const auto coal = only(Axis::Coal, 1);
    put(table, {u"吨标准煤", u"吨标煤", u"tce"}, {1, 1, coal});
    put(table, {u"千克标准煤", u"公斤标准煤", u"千克标煤", u"kgce"}, {1, 1000, coal});
    put(table, {u"克标准煤", u"克标煤", u"gce"}, {1, 1'000'000, coal});

    const auto time = only(Axis::Time, 1);
    put(table, {u"天", u"日", u"d"}, {1, 1, time});
    put(table, {u"小时", u"时", u"h"}, {1, 24, time});
    put(table, {u"分钟", u"min"}, {1, 1440, time});
    put(table, {u"秒", u"s"}, {1, 86'400, time});
    put(table, {u"周", u"星期"}, {7, 1, time});
    put(table, {u"月", u"个月"}, {365, 12, time});
    put(table, {u"季", u"季度"}, {365, 4, time});
    put(table, {u"年", u"岁", u"a"}, {365, 1, time});

    put(table, {u"人", u"人次", u"名", u"人口"}, {1, 1, only(Axis::Person, 1)});

    put(table,
        {u"个",   u"处",     u"件",   u"种",   u"次",   u"幢", u"栋",   u"所",   u"班",   u"套",
         u"张",   u"辆",     u"车",   u"条",   u"户",   u"项", u"站",   u"座",   u"家",   u"点位",
         u"片",   u"块",     u"宗",   u"台",   u"部",   u"本", u"册",   u"架",   u"艘",   u"间",
         u"棵",   u"株",     u"只",   u"头",   u"批",   u"起", u"例",   u"场",   u"期",   u"标台",
         u"床",   u"床位",   u"学位", u"泊位", u"车位", u"村", u"班次", u"车次", u"架次", u"辆次",
         u"艘次", u"标准箱", u"TEU",  u"笔",   u"组",   u"段", u"根",   u"口",   u"支",   u"门",
         u"份",   u"篇",     u"类",   u"枚",   u"颗",   u"盏"},
        {1, 1, only(Axis::Count, 1)});

    put(table, {u"元", u"人民币元", u"元人民币"}, {1, 1, only(Axis::Money, 1)});

    const auto energy = only(Axis::Energy, 1);
    put(table, {u"千瓦时", u"千瓦小时", u"度", u"kWh", u"kwh", u"KWh", u"KWH", u"kW·h", u"kw·h"},
        {1, 1, energy});
    put(table, {u"瓦时", u"Wh"}, {1, 1000, energy});
    put(table, {u"兆瓦时", u"MWh"}, {1000, 1, energy});
    put(table, {u"吉瓦时", u"GWh"}, {1'000'000, 1, energy});
    put(table, {u"焦耳", u"焦", u"J"}, {1, 3'600'000, energy});
    put(table, {u"千焦", u"kJ"}, {1, 3600, energy});
    put(table, {u"兆焦", u"MJ"}, {5, 18, energy});
    put(table, {u"吉焦", u"GJ"}, {2500, 9, energy});

    std::array<qint8, axisCount> power = energy;
    power[static_cast<size_t>(Axis::Time)] = -1;
    put(table, {u"千瓦", u"kW"}, {24, 1, power});
    put(table, {u"瓦", u"W"}, {24, 1000, power});
    put(table, {u"兆瓦", u"MW"}, {24'000, 1, power});

    const std::array<qint8, axisCount> none{};
    put(table, {u"比值", u"无量纲", u"无", u"-", u"--", u"—", u"——", u"–", u"倍", u"指数", u"分"},
        {1, 1, none});
    put(table, {u"%", u"百分比", u"百分点", u"个百分点"}, {1, 100, none});
    put(table, {u"‰", u"千分比", u"千分点"}, {1, 1000, none});
    return table;
}

const QHash<QString, Base>& nouns()
{
    static const QHash<QString, Base> table = makeNouns();
    return table;
}

qint64 prefixOf(QChar sign)
{
    switch (sign.unicode()) {
    case u'十':
        return 10;
    case u'百':
        return 100;
    case u'千':
        return 1000;
    case u'万':
        return 10'000;
    case u'亿':
        return 100'000'000;
    default:
        return 0;
    }
}

/// (n/d) *= (n2/d2), reduced crosswise first so that it overflows only where the result does.
bool multiply(qint64& n, qint64& d, qint64 n2, qint64 d2)
{
    const qint64 own = std::gcd(n2, d2);
    n2 /= own;
    d2 /= own;
    const qint64 a = std::gcd(n, d2);
    const qint64 b = std::gcd(n2, d);
    return !__builtin_mul_overflow(n / a, n2 / b, &n) && !__builtin_mul_overflow(d / b, d2 / a, &d);
}

/// number * n / d rounded once, to nearest even: the product is held exactly in 128 bits.
double scale(double number, qint64 n, qint64 d)
{
    if (number == 0 || !std::isfinite(number) || n == d)
        return number;
    int exponent = 0;
    const double fraction = std::frexp(std::fabs(number), &exponent); // in [0.5, 1)
    const auto mantissa = static_cast<quint64>(std::ldexp(fraction, 53));
    exponent -= 53;

    Wide product = static_cast<Wide>(mantissa) * static_cast<quint64>(n);
    const auto high = static_cast<quint64>(product >> 64);
    const int shift =
        high != 0 ? std::countl_zero(high) : 64 + std::countl_zero(static_cast<quint64>(product));
    product <<= shift;
    exponent -= shift;
    const auto divisor = static_cast<quint64>(d);
    Wide quotient = product / divisor; // at least 64 bits, as product has 128 and d at most 63
    bool rest = product % divisor != 0;

    const auto top = static_cast<quint64>(quotient >> 64);
    const int bits = top != 0 ? 128 - std::countl_zero(top)
                              : 64 - std::countl_zero(static_cast<quint64>(quotient));
    const int drop = bits - 53;
    const Wide half = static_cast<Wide>(1) << (drop - 1);
    const Wide below = quotient & ((half << 1) - 1);
    quotient >>= drop;
    rest = rest || (below & (half - 1)) != 0;
    if (below >= half && (rest || (quotient & 1) != 0))
        quotient += 1;
    const double result =
        std::ldexp(static_cast<double>(static_cast<quint64>(quotient)), exponent + drop);
    return number < 0 ? -result : result;
}

Error tooBig(QStringView text)
{
    return {ErrorCode::Invalid,
            Text::tr("计量单位“%1”中的数过大，无法换算；请改用较小的倍数。").arg(text)};
}

/// One side of a "/": number, prefixes, noun.
std::optional<Error> readSide(QStringView whole, QStringView side, bool below, Unit& unit)
{
    qint64 n = 1;
    qint64 d = 1;
    bool hasNumber = false;
    QString rest = side.toString();
    if (!nouns().contains(rest)) {
        qsizetype digits = 0;
        while (digits < rest.size() && rest[digits] >= u'0' && rest[digits] <= u'9')
            ++digits;
        if (digits > 0) {
            bool ok = false;
            n = rest.left(digits).toLongLong(&ok);
            if (!ok)
                return tooBig(whole);
            if (n == 0)
                return Error(ErrorCode::Invalid,
                             Text::tr("计量单位“%1”中的数不能为 0。").arg(whole));
            hasNumber = true;
            rest.remove(0, digits);
        }
        // The noun is looked for before each prefix is taken off: 千 belongs to 千米 but not to
        // 千人.
        while (!rest.isEmpty() && !nouns().contains(rest)) {
            const qint64 prefix = prefixOf(rest[0]);
            if (prefix == 0)
                break;
            if (!multiply(n, d, prefix, 1))
                return tooBig(whole);
            rest.remove(0, 1);
        }
    }
    Base base{1, 1, {}};
    if (!rest.isEmpty()) {
        const auto found = nouns().constFind(rest);
        if (found == nouns().cend()) {
            return Error(ErrorCode::Invalid,
                         Text::tr("计量单位“%1”中的“%2”不认识；请改用常见写法，如 公顷、万亩、"
                                  "平方米/人、件/万人、%。")
                             .arg(whole, rest));
        }
        base = *found;
    } else if (!hasNumber) { // a bare 万, or nothing beside the "/"
        return Error(ErrorCode::Invalid,
                     Text::tr("计量单位“%1”不完整；请在“%2”处补上单位名称，如 万人、公顷。")
                         .arg(whole, side.isEmpty() ? u"/"_s : side.toString()));
    }
    if (!multiply(n, d, base.numerator, base.denominator) ||
        !multiply(unit.numerator, unit.denominator, below ? d : n, below ? n : d))
        return tooBig(whole);
    for (size_t axis = 0; axis < axisCount; ++axis) {
        const int power =
            unit.exponents[axis] + (below ? -base.exponents[axis] : base.exponents[axis]);
        if (power < -100 || power > 100)
            return tooBig(whole);
        unit.exponents[axis] = static_cast<qint8>(power);
    }
    return std::nullopt;
}

/// The text as it should be printed: no blanks, ASCII narrow; ² and ㎡ are kept.
QString printed(QStringView text)
{
    QString result;
    for (const QChar sign : text) {
        if (sign.isSpace())
            continue;
        const char16_t code = sign.unicode();
        result +=
            code >= 0xFF01 && code <= 0xFF5E ? QChar(static_cast<char16_t>(code - 0xFEE0)) : sign;
    }
    return result;
}

} // namespace

Result<Unit> parseUnit(QStringView text)
{
    Unit unit;
    unit.symbol = printed(text);
    if (unit.symbol.isEmpty()) {
        unit.symbol = u"比值"_s;
        return unit;
    }
    // Compatibility form turns ㎡, m², ％, ／ and µ into m2, m2, %, / and μ.
    QString plain = unit.symbol.normalized(QString::NormalizationForm_KC);
    plain.remove(u'^');
    if (plain == u"/") // a column of units marks "none" so
        return unit;
    bool below = false;
    for (const QStringView side : QStringView(plain).split(u'/')) {
        if (auto error = readSide(unit.symbol, side, below, unit))
            return *error;
        below = true;
    }
    return unit;
}

Result<double> convert(double number, const Unit& from, const Unit& to)
{
    if (!from.sameKindAs(to)) {
        return Error(ErrorCode::Invalid,
                     Text::tr("“%1”不能换算为“%2”：不是同一种量；请核对计量单位。")
                         .arg(from.symbol, to.symbol));
    }
    qint64 n = from.numerator;
    qint64 d = from.denominator;
    if (!multiply(n, d, to.denominator, to.numerator)) {
        return Error(
            ErrorCode::Invalid,
            Text::tr("“%1”与“%2”大小相差过于悬殊，无法换算。").arg(from.symbol, to.symbol));
    }
    return scale(number, n, d);
}

double toCoherent(double number, const Unit& unit)
{
    return scale(number, unit.numerator, unit.denominator);
}

double fromCoherent(double number, const Unit& unit)
{
    return scale(number, unit.denominator, unit.numerator);
}

} // namespace checkup
