#include "core/draw/grades.h"

#include "core/base/decimal.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

/// Q_INIT_RESOURCE must stand outside every namespace.
static void useRampsResource()
{
    Q_INIT_RESOURCE(symbols);
}

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

/// Some equal or neighbouring values.
struct Group
{
    double highest = 0;
    double count = 0, sum = 0, squares = 0;
};

std::vector<Group> groupsOf(const QList<double>& sorted)
{
    constexpr std::size_t most = 2000;
    std::vector<Group> groups;
    const auto start = static_cast<double>(sorted.size());
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        if (i == 0 || sorted[i] != sorted[i - 1])
            groups.push_back({sorted[i], 0, 0, 0});
        // Taken from the middle value, so that squares keep their digits.
        const double from = sorted[i] - sorted[sorted.size() / 2];
        Group& group = groups.back();
        group.count += 1;
        group.sum += from;
        group.squares += from * from;
    }
    if (groups.size() <= most)
        return groups;
    std::vector<Group> merged;
    const double widest = (sorted.constLast() - sorted.constFirst()) / most;
    double before = 0;
    std::size_t last = most;
    for (const Group& group : groups) {
        const auto place = static_cast<std::size_t>(before / start * most);
        before += group.count;
        // Never over a gap: breaks are sought there.
        const bool gap = !merged.empty() && group.highest - merged.back().highest > widest;
        if (place != last || gap)
            merged.push_back({});
        last = place;
        Group& into = merged.back();
        into.highest = group.highest;
        into.count += group.count;
        into.sum += group.sum;
        into.squares += group.squares;
    }
    return merged;
}

QList<double> naturalBreaks(const QList<double>& sorted, std::size_t count)
{
    const std::vector<Group> groups = groupsOf(sorted);
    const std::size_t size = groups.size();
    count = std::min(count, size);
    std::vector<Group> upTo(size + 1);
    for (std::size_t i = 0; i < size; ++i)
        upTo[i + 1] = {groups[i].highest, upTo[i].count + groups[i].count,
                       upTo[i].sum + groups[i].sum, upTo[i].squares + groups[i].squares};
    const auto deviation = [&upTo](std::size_t from, std::size_t to) {
        const double n = upTo[to].count - upTo[from].count;
        const double sum = upTo[to].sum - upTo[from].sum;
        return upTo[to].squares - upTo[from].squares - sum * sum / n;
    };
    // Of the first `to` groups in `grades` grades: the least deviation, and where the last begins.
    std::vector<double> least(size + 1, std::numeric_limits<double>::infinity());
    least[0] = 0;
    std::vector<std::vector<std::size_t>> begins;
    for (std::size_t grade = 1; grade <= count; ++grade) {
        std::vector<double> now(size + 1, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> begin(size + 1, 0);
        for (std::size_t to = grade; to <= size; ++to) {
            for (std::size_t from = grade - 1; from < to; ++from) {
                const double all = least[from] + deviation(from, to);
                if (all < now[to]) {
                    now[to] = all;
                    begin[to] = from;
                }
            }
        }
        least = std::move(now);
        begins.push_back(std::move(begin));
    }
    QList<double> uppers;
    std::size_t to = size;
    for (std::size_t grade = count; grade > 0; --grade) {
        uppers.prepend(groups[to - 1].highest);
        to = begins[grade - 1][to];
    }
    return uppers;
}

} // namespace

int Grades::of(double value) const
{
    if (!(value >= lowest))
        return -1;
    const auto found = std::lower_bound(uppers.cbegin(), uppers.cend(), value);
    return found == uppers.cend() ? -1 : static_cast<int>(found - uppers.cbegin());
}

QString Grades::nameOf(int grade, int decimals) const
{
    const double from = grade == 0 ? lowest : uppers[grade - 1];
    const QString first = formatFixed(from, decimals);
    const QString last = formatFixed(uppers[grade], decimals);
    return first == last ? first : first + u"–"_s + last;
}

Result<Grades> gradesOf(QList<double> values, GradeMethod method, int count)
{
    if (count < 1 || count > 12)
        return Error(ErrorCode::BadUsage, Text::tr("分级数应为 1 到 12。"));
    values.removeIf([](double value) { return !std::isfinite(value); });
    if (values.isEmpty())
        return Error(ErrorCode::Invalid, Text::tr("没有可以分级的数值，请检查所选的字段。"));
    std::sort(values.begin(), values.end());
    Grades grades;
    grades.lowest = values.constFirst();
    const double highest = values.constLast();
    if (method == GradeMethod::NaturalBreaks) {
        grades.uppers = naturalBreaks(values, static_cast<std::size_t>(count));
        return grades;
    }
    for (int i = 1; i < count; ++i) {
        const qsizetype rank = (values.size() * i + count - 1) / count;
        const double upper = method == GradeMethod::Quantiles
                                 ? values[std::max<qsizetype>(rank, 1) - 1]
                                 : grades.lowest + (highest - grades.lowest) * i / count;
        if (upper < highest && (grades.uppers.isEmpty() || upper > grades.uppers.constLast()))
            grades.uppers << upper;
    }
    grades.uppers << highest;
    return grades;
}

Grades rounded(const Grades& grades)
{
    const double span = grades.uppers.constLast() - grades.lowest;
    if (!(span > 0) || grades.uppers.size() < 2)
        return grades;
    double least = span;
    double before = grades.lowest;
    for (const double upper : grades.uppers) {
        if (upper > before)
            least = std::min(least, upper - before);
        before = upper;
    }
    // Bounds that lie a step apart at least still do when each is at a whole step.
    const double step = std::pow(10, std::floor(std::log10(least)));
    Grades round{std::floor(grades.lowest / step + 1e-9) * step, {}};
    for (qsizetype i = 0; i < grades.uppers.size(); ++i) {
        const double upper = grades.uppers[i] / step;
        const bool last = i + 1 == grades.uppers.size();
        round.uppers << (last ? std::ceil(upper - 1e-9) : std::round(upper)) * step;
    }
    return round;
}

Result<Grades> gradesBetween(const QList<double>& bounds)
{
    const bool rises =
        std::adjacent_find(bounds.cbegin(), bounds.cend(), std::greater_equal<>()) == bounds.cend();
    if (bounds.size() < 2 || bounds.size() > 13 || !rises)
        return Error(ErrorCode::BadUsage,
                     Text::tr("分级界限应有 2 到 13 个，从小到大，各不相同。"));
    return Grades{bounds.constFirst(), bounds.sliced(1)};
}

QColor Ramp::at(int grade, int count) const
{
    const double place = count > 1 ? double(grade) / (count - 1) : 0.5;
    const double along = place * static_cast<double>(colours.size() - 1);
    const auto first = std::clamp<qsizetype>(static_cast<qsizetype>(along), 0, colours.size() - 2);
    const double share = along - static_cast<double>(first);
    const auto mix = [share](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    const QColor& a = colours[first];
    const QColor& b = colours[first + 1];
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

const QList<Ramp>& ramps()
{
    static const QList<Ramp> all = [] {
        useRampsResource();
        QList<Ramp> read;
        QFile file(u":/symbols/ramps.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return read;
        const QJsonArray rows =
            QJsonDocument::fromJson(file.readAll()).object().value(u"ramps"_s).toArray();
        for (const QJsonValue& row : rows) {
            Ramp ramp{row[u"id"_s].toString(),
                      row[u"name"_s].toString(),
                      {},
                      row[u"twoSided"_s].toBool()};
            const QJsonArray colours = row[u"colours"_s].toArray();
            for (const QJsonValue& colour : colours)
                ramp.colours << QColor(colour.toString());
            read << ramp;
        }
        return read;
    }();
    return all;
}

const Ramp* rampOf(const QString& id)
{
    const QList<Ramp>& all = ramps();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const Ramp& one) { return one.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

} // namespace checkup::draw
