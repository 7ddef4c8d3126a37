#include "core/collect/cross_checks.h"

#include "core/base/decimal.h"
#include "core/collect/checked_figures.h"
#include "core/collect/subjects.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <vector>

namespace checkup::collect {

using namespace Qt::StringLiterals;
using project::FigureKey;
using project::RegionId;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

struct Cancelled
{};

double median(std::vector<double> numbers)
{
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    if (numbers.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(numbers.begin(), middle)) / 2;
}

/// "3.6%", "0.52%", "65%".
QString percentText(double share)
{
    const double percent = std::fabs(share) * 100;
    return formatShortest(roundDecimal(percent, percent < 1 ? 2 : percent < 20 ? 1 : 0)) + u'%';
}

/// A number that was calculated, to five significant digits.
QString calculatedText(double number, const QString& unit)
{
    const double size = std::fabs(number);
    const int before = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    return figureText(roundDecimal(number, std::max(0, 5 - before)), unit);
}

/// 2019、2020、2021 as "2019—2021".
QString yearsText(const QList<int>& years)
{
    QStringList parts;
    for (qsizetype i = 0; i < years.size();) {
        qsizetype last = i;
        while (last + 1 < years.size() && years.at(last + 1) == years.at(last) + 1)
            ++last;
        parts << (last == i ? QString::number(years.at(i))
                            : u"%1—%2"_s.arg(years.at(i)).arg(years.at(last)));
        i = last + 1;
    }
    return parts.join(u"、"_s);
}

int significantDigits(double number)
{
    QString digits = formatShortest(number);
    digits.remove(QRegularExpression(u"[eE].*$|[^0-9]"_s));
    digits.remove(QRegularExpression(u"^0+"_s));
    return static_cast<int>(digits.size());
}

class Checker
{
public:
    Checker(const project::YearData& data, const CancelToken& cancel)
        : m_data(data)
        , m_figures(data)
        , m_cancel(cancel)
    {
        for (const project::Region& region : data.regions) {
            m_children[region.parent.number()].append(region.id);
            m_regionKeys.insert(region.id.number(),
                                region.code.isEmpty() ? region.nameZh : region.code);
        }
        if (const project::Region* city = data.city())
            m_city = city->id;
    }

    QList<Finding> run(const QList<Rule>& rules)
    {
        for (const Rule& rule : rules) {
            if (!rule.active)
                continue;
            m_rule = &rule;
            m_smallUnits = rule.texts(u"small_units"_s);
            m_wholeUnits = rule.texts(u"whole_units"_s);
            m_factors.clear();
            for (const QJsonValue& factor : rule.parameters.value("factors"_L1).toArray())
                m_factors.push_back(factor.toDouble());
            check();
        }
        return sorted();
    }

private:
    void check()
    {
        switch (m_rule->kind) {
        case RuleKind::Rivals:
            return eachPoint([this](const auto& s, qsizetype i) { rivals(s, s.points.at(i)); });
        case RuleKind::Magnitude:
            return eachSeries([this](const auto& s) { magnitude(s); });
        case RuleKind::Jump:
            return eachSeries([this](const auto& s) { jumps(s); });
        case RuleKind::Parts:
            return parts();
        case RuleKind::Regions:
            return eachPoint([this](const auto& s, qsizetype i) { regions(s, s.points.at(i)); });
        case RuleKind::Share:
            return shares();
        case RuleKind::Identity:
            return eachPoint([this](const auto& s, qsizetype i) { identity(s, s.points.at(i)); });
        case RuleKind::Impossible:
            return eachPoint([this](const auto& s, qsizetype i) { impossible(s, s.points.at(i)); });
        case RuleKind::PartOfWhole:
            return partsOfWholes();
        case RuleKind::Falls:
            return eachPoint([this](const auto& s, qsizetype i) { falls(s, i); });
        case RuleKind::Vintages:
            return eachSeries([this](const auto& s) { vintages(s); });
        case RuleKind::MissingYear:
            return eachSeries([this](const auto& s) { missingYears(s); });
        case RuleKind::Stale:
            return eachPoint([this](const auto& s, qsizetype i) { stale(s, i); });
        case RuleKind::Ranges:
            return ranges();
        }
    }

    bool looksAt(int year) const
    {
        switch (m_rule->years) {
        case RuleYears::All:
            return true;
        case RuleYears::FromBase:
            return year >= m_data.info.baseYear && year <= m_data.info.year;
        case RuleYears::Past:
            return year < m_data.info.year;
        case RuleYears::Status:
            return year == m_data.info.year;
        }
        return false;
    }

    template <class Take>
    void eachSeries(Take take)
    {
        int count = 0;
        for (const CheckedSeries& series : m_figures.series()) {
            if (++count % 200 == 0 && m_cancel.isCancelled())
                throw Cancelled();
            if (m_rule->covers(series.subject, series.unit))
                take(series);
        }
    }

    template <class Take>
    void eachPoint(Take take)
    {
        eachSeries([&](const CheckedSeries& series) {
            for (qsizetype i = 0; i < series.points.size(); ++i) {
                if (looksAt(series.points.at(i).year))
                    take(series, i);
            }
        });
    }

    QString regionName(RegionId region) const
    {
        const project::Region* row = m_data.region(region);
        return row ? row->nameZh : QString();
    }

    /// "常住人口", "思明区常住人口".
    QString title(const QString& subject, RegionId region) const
    {
        const QString name = m_figures.nameOf(subject);
        return region == m_city ? name : regionName(region) + name;
    }

    QString stored(const CheckedValue& checked) const
    {
        return figureText(checked.value->number, checked.value->unit.isEmpty()
                                                     ? m_figures.unitOf(checked.value->subject)
                                                     : checked.value->unit);
    }

    /// "部门报送 7295.67 亿元", with the edition where one is stated.
    QString withSource(const CheckedValue& checked) const
    {
        const project::Source* source = m_data.source(checked.value->source);
        const QString text = u"%1 %2"_s.arg(source ? source->name : QString(), stored(checked));
        return checked.value->vintage.isEmpty() ? text
                                                : text + u"（%1）"_s.arg(checked.value->vintage);
    }

    QString fact(const CheckedValue& checked) const
    {
        const project::Source* source = m_data.source(checked.value->source);
        return u"%1 %2 %3 %4=%5%6"_s.arg(
            checked.value->subject, m_regionKeys.value(checked.value->region.number()),
            QString::number(checked.value->year), source ? source->key : QString(),
            formatShortest(checked.value->number), checked.value->unit);
    }

    struct Report
    {
        QString subject;
        RegionId region;
        int year = 0;
        QString text;
        QList<FigureKey> others;    ///< figures it speaks of besides its own
        QList<CheckedValue> values; ///< what it rests on
        QStringList facts;          ///< what it rests on besides values
        QString detail;             ///< tells findings of one rule on one figure apart
    };

    /// Says what was found, unless an earlier rule has spoken of one of the figures.
    void report(const Report& r)
    {
        Finding finding{
            m_rule->id, m_rule->severity, r.subject, r.region, r.year, r.text, {}, {}, {}, {}};
        finding.key = u"%1:%2:%3:%4"_s.arg(
            m_rule->id, r.detail.isEmpty() ? r.subject : r.subject + u'/' + r.detail,
            m_regionKeys.value(r.region.number()), QString::number(r.year));
        if (m_keys.contains(finding.key))
            return;
        finding.figures << FigureKey{r.subject, r.region, r.year};
        for (const FigureKey& figure : r.others) {
            if (!finding.figures.contains(figure))
                finding.figures << figure;
        }
        const auto silent = m_silent.constFind(m_rule->id);
        if (silent != m_silent.cend()) {
            for (const FigureKey& figure : std::as_const(finding.figures)) {
                if (silent->contains(figure))
                    return;
            }
        }
        for (const QString& rule : m_rule->silences) {
            for (const FigureKey& figure : std::as_const(finding.figures))
                m_silent[rule].insert(figure);
        }
        QStringList facts = r.facts;
        for (const CheckedValue& value : r.values) {
            finding.values << value.value->id;
            facts << fact(value);
        }
        finding.facts = facts.join(u"; "_s);
        m_keys.insert(finding.key);
        m_found << finding;
    }

    void rivals(const CheckedSeries& series, const CheckedPoint& point)
    {
        if (point.settled || point.rivals.size() < 2)
            return;
        const auto [low, high] = std::minmax_element(
            point.rivals.cbegin(), point.rivals.cend(),
            [](const CheckedValue& a, const CheckedValue& b) { return a.number < b.number; });
        const double size = std::max(std::fabs(low->number), std::fabs(high->number));
        const double apart = high->number - low->number;
        const double tolerance = m_rule->number(u"tolerance"_s);
        if (apart <= tolerance * size || apart <= low->slack + high->slack)
            return;
        QStringList texts;
        for (const CheckedValue& rival : point.rivals)
            texts << withSource(rival);
        report({series.subject,
                series.region,
                point.year,
                Text::tr("%1 %2 年各来源不一致：%3，相差 %4，超过 %5；请选定采用值并写明理由。")
                    .arg(title(series.subject, series.region))
                    .arg(point.year)
                    .arg(texts.join(u"，"_s), percentText(apart / size), percentText(tolerance)),
                {},
                point.rivals,
                {},
                {}});
    }

    /// The unit slip that a ratio looks like; 0 for none.
    double slip(double ratio, double tolerance) const
    {
        if (!(ratio > 0) || !std::isfinite(ratio))
            return 0;
        const double size = std::max(ratio, 1 / ratio);
        double best = 0, bestOff = std::log(1 + tolerance);
        for (const double factor : m_factors) {
            if (size < factor / (1 + tolerance) || size > factor * (1 + tolerance))
                continue;
            const double off = std::fabs(std::log(size / factor));
            if (off <= bestOff) {
                best = factor;
                bestOff = off;
            }
        }
        return best;
    }

    /// What people call the factor.
    static QString slipText(double factor)
    {
        const QString times = Text::tr("约 %1 倍").arg(formatShortest(roundDecimal(factor, 0)));
        if (factor == 15 || factor == 1500)
            return Text::tr("%1，疑似公顷与亩混用").arg(times);
        if (std::fabs(factor - 666.67) < 0.1)
            return Text::tr("%1，疑似亩与平方米或公顷与万亩混用").arg(times);
        if (factor == 10000)
            return Text::tr("%1，疑似漏写或多写“万”").arg(times);
        return Text::tr("%1，疑似小数点或单位有误").arg(times);
    }

    bool isSmall(const QString& unit, double a, double b) const
    {
        return m_smallUnits.contains(unit) &&
               std::max(std::fabs(a), std::fabs(b)) < m_rule->number(u"small"_s);
    }

    void magnitude(const CheckedSeries& series)
    {
        const double rivalTolerance = m_rule->number(u"rival_tolerance"_s);
        const QList<CheckedPoint>& points = series.points;
        for (const CheckedPoint& point : points) {
            if (!looksAt(point.year))
                continue;
            bool said = false;
            for (const CheckedValue& rival : point.rivals) {
                if (said || !point.adopted || point.settled)
                    break;
                const double factor = slip(rival.number / point.adopted->number, rivalTolerance);
                if (factor == 0 || isSmall(series.unit, rival.number, point.adopted->number))
                    continue;
                said = true;
                report({series.subject,
                        series.region,
                        point.year,
                        Text::tr("%1 %2 年两个来源相差%5：%3，%4；请核对单位后选定采用值。")
                            .arg(title(series.subject, series.region))
                            .arg(point.year)
                            .arg(withSource(*point.adopted), withSource(rival), slipText(factor)),
                        {},
                        {*point.adopted, rival},
                        {},
                        {}});
            }
            if (said || !series.isIndicator || !point.adopted || point.settled)
                continue;
            const auto computed = m_figures.computed(series.subject, series.region, point.year);
            if (!computed)
                continue;
            const double factor = slip(point.adopted->number / *computed, rivalTolerance);
            if (factor == 0 || isSmall(series.unit, point.adopted->number, *computed))
                continue;
            report({series.subject,
                    series.region,
                    point.year,
                    Text::tr("%1 %2 年填报 %3，由数据项算得 %4，相差%5；请核对单位。")
                        .arg(title(series.subject, series.region))
                        .arg(point.year)
                        .arg(stored(*point.adopted), calculatedText(*computed, series.unit),
                             slipText(factor)),
                    {},
                    {*point.adopted},
                    {calculatedText(*computed, series.unit)},
                    {}});
        }

        // Against the other years: only where those agree among themselves, and with two figures
        // only the later one is doubted.
        const double steady = m_rule->number(u"steady"_s);
        std::vector<const CheckedPoint*> known;
        for (const CheckedPoint& point : points) {
            if (point.adopted && point.adopted->number > 0)
                known.push_back(&point);
        }
        if (known.size() < 2)
            return;
        for (size_t i = known.size() == 2 ? 1 : 0; i < known.size(); ++i) {
            const CheckedPoint& point = *known[i];
            if (!looksAt(point.year) || point.settled)
                continue;
            std::vector<double> others;
            for (size_t j = 0; j < known.size(); ++j) {
                if (j != i)
                    others.push_back(known[j]->adopted->number);
            }
            const double usual = median(others);
            const double ratio = point.adopted->number / usual;
            const double factor = slip(ratio, m_rule->number(u"series_tolerance"_s));
            if (factor == 0 || isSmall(series.unit, point.adopted->number, usual))
                continue;
            const bool calm = std::all_of(others.cbegin(), others.cend(), [&](double other) {
                return std::max(other / usual, usual / other) <= steady;
            });
            if (!calm)
                continue;
            report({series.subject,
                    series.region,
                    point.year,
                    Text::tr("%1 %2 年为 %3，其他年份在 %4 上下，相差%5；请核对。")
                        .arg(title(series.subject, series.region))
                        .arg(point.year)
                        .arg(stored(*point.adopted), calculatedText(usual, series.unit),
                             slipText(factor)),
                    {},
                    {*point.adopted},
                    {calculatedText(usual, series.unit)},
                    {}});
        }
    }

    /// Change from one figure to the next: points for percentages, share of the earlier otherwise.
    std::optional<double> change(const CheckedSeries& series, double from, double to) const
    {
        if (series.unit == u"%")
            return (to - from) / 100;
        if (from <= 0)
            return {};
        return to / from - 1;
    }

    void jumps(const CheckedSeries& series)
    {
        std::vector<const CheckedPoint*> known;
        for (const CheckedPoint& point : series.points) {
            if (point.adopted)
                known.push_back(&point);
        }
        const bool points = series.unit == u"%";
        const double allowed =
            points ? m_rule->number(u"points"_s) / 100 : m_rule->number(u"change"_s);
        const double scatter = m_rule->number(u"scatter"_s);
        const double floor = m_rule->number(u"scatter_floor"_s);
        const auto enough = static_cast<size_t>(m_rule->number(u"scatter_years"_s));
        std::vector<double> steps; // yearly changes so far, as logarithms
        bool jumpedBefore = false;
        for (size_t i = 1; i < known.size(); ++i) {
            const CheckedValue& was = *known[i - 1]->adopted;
            const CheckedValue& is = *known[i]->adopted;
            const int years = known[i]->year - known[i - 1]->year;
            const auto step = change(series, was.number, is.number);
            if (!step || isSmall(series.unit, was.number, is.number)) {
                jumpedBefore = false;
                continue;
            }
            bool jumps = std::fabs(*step) > allowed * years;
            bool unusual = false;
            if (!points && is.number > 0) {
                const double log = std::log(is.number / was.number) / years;
                if (!jumps && years == 1 && steps.size() >= enough) {
                    const double middle = median(steps);
                    std::vector<double> off;
                    for (const double other : steps)
                        off.push_back(std::fabs(other - middle));
                    // Both factors make a standard deviation of normal scatter; the median alone
                    // is nothing for a series that swings between two values.
                    const double mean =
                        std::accumulate(off.cbegin(), off.cend(), 0.0) / double(off.size());
                    const double spread = std::max(1.4826 * median(off), 1.2533 * mean);
                    unusual = std::fabs(log - middle) > std::max(scatter * spread, floor);
                }
                steps.push_back(log);
            }
            if (jumpedBefore && i >= 2) {
                // Back to where it was before a single odd year: that year has been named already.
                const auto over = change(series, known[i - 2]->adopted->number, is.number);
                const int span = known[i]->year - known[i - 2]->year;
                if (over && std::fabs(*over) <= allowed * span) {
                    jumpedBefore = false;
                    continue;
                }
            }
            jumpedBefore = jumps || unusual;
            if (!jumpedBefore || !looksAt(known[i]->year) || known[i]->settled)
                continue;
            const QString name = title(series.subject, series.region);
            QString text;
            if (points) {
                text =
                    Text::tr("%1 %2 年为 %3，%4 年为 %5，变化 %6 个百分点；请核对或说明原因。")
                        .arg(name)
                        .arg(known[i]->year)
                        .arg(stored(is))
                        .arg(known[i - 1]->year)
                        .arg(stored(was), formatShortest(roundDecimal(std::fabs(*step) * 100, 2)));
            } else if (unusual) {
                text = Text::tr("%1 %2 年为 %3，比 %4 年的 %5 %6 "
                                "%7，远超此前历年的起伏；请核对或说明原因。")
                           .arg(name)
                           .arg(known[i]->year)
                           .arg(stored(is))
                           .arg(known[i - 1]->year)
                           .arg(stored(was), direction(*step), percentText(*step));
            } else {
                text = Text::tr("%1 %2 年为 %3，比 %4 年的 %5 %6 %7；请核对或说明原因。")
                           .arg(name)
                           .arg(known[i]->year)
                           .arg(stored(is))
                           .arg(known[i - 1]->year)
                           .arg(stored(was), direction(*step), percentText(*step));
            }
            report({series.subject,
                    series.region,
                    known[i]->year,
                    text,
                    {{series.subject, series.region, known[i - 1]->year}},
                    {was, is},
                    {},
                    {}});
        }
    }

    static QString direction(double step) { return step > 0 ? Text::tr("增加") : Text::tr("减少"); }

    void parts()
    {
        for (const QJsonValue& item : m_rule->parameters.value("relations"_L1).toArray()) {
            const QJsonObject relation = item.toObject();
            const QString whole = relation.value("whole"_L1).toString();
            QStringList names;
            for (const QJsonValue& part : relation.value("parts"_L1).toArray())
                names << part.toString();
            eachFigure(whole, [&](RegionId region, const CheckedPoint& point) {
                QList<CheckedValue> values;
                double sum = 0, slack = point.adopted->slack;
                QStringList texts;
                QList<FigureKey> others;
                for (const QString& name : names) {
                    const auto part = m_figures.adopted(name, region, point.year);
                    if (!part)
                        return;
                    values << *part;
                    const double scale = m_figures.coherent(name, 1) / m_figures.coherent(whole, 1);
                    sum += part->number * scale;
                    slack += part->slack * scale;
                    texts << u"%1 %2"_s.arg(m_figures.nameOf(name), stored(*part));
                    others << FigureKey{name, region, point.year};
                }
                const double off = sum - point.adopted->number;
                if (std::fabs(off) <= std::max(slack, m_rule->number(u"tolerance"_s) *
                                                          std::fabs(point.adopted->number)))
                    return;
                report({whole,
                        region,
                        point.year,
                        Text::tr("%1 %2 年为 %3，而%4，合计 %5，相差 %6；请核对分项或口径。")
                            .arg(title(whole, region))
                            .arg(point.year)
                            .arg(stored(*point.adopted), texts.join(u"、"_s),
                                 calculatedText(sum, m_figures.unitOf(whole)),
                                 calculatedText(std::fabs(off), m_figures.unitOf(whole))),
                        others,
                        values << *point.adopted,
                        {},
                        names.join(u'+')});
            });
        }
    }

    /// Every adopted figure of a subject that the rule looks at.
    template <class Take>
    void eachFigure(const QString& subject, Take take)
    {
        for (const project::Region& region : m_data.regions) {
            const CheckedSeries* series = m_figures.find(subject, region.id);
            if (!series)
                continue;
            for (const CheckedPoint& point : series->points) {
                if (point.adopted && looksAt(point.year))
                    take(region.id, point);
            }
        }
    }

    void regions(const CheckedSeries& series, const CheckedPoint& point)
    {
        const auto children = m_children.constFind(series.region.number());
        if (!point.adopted || children == m_children.cend() || children->size() < 2)
            return;
        double sum = 0, slack = point.adopted->slack;
        QStringList missing;
        QList<CheckedValue> values{*point.adopted};
        QList<FigureKey> others;
        for (const RegionId child : *children) {
            const auto part = m_figures.adopted(series.subject, child, point.year);
            if (!part) {
                missing << regionName(child);
                continue;
            }
            sum += part->number;
            slack += part->slack;
            values << *part;
            others << FigureKey{series.subject, child, point.year};
        }
        if (others.isEmpty())
            return;
        const double whole = point.adopted->number;
        const double off = sum - whole;
        const double allowed = std::max(slack, m_rule->number(u"tolerance"_s) * std::fabs(whole));
        if (missing.isEmpty() ? std::fabs(off) <= allowed : off <= allowed)
            return;
        const QString text =
            missing.isEmpty()
                ? Text::tr(
                      "%1 %2 年为 %3，所属 %4 个地区之和为 %5，相差 %6；请核对各地区数据或口径。")
                : Text::tr("%1 %2 年为 %3，而仅 %4 个有数据的地区之和已达 %5，多出 %6；请核对。");
        report({series.subject,
                series.region,
                point.year,
                text.arg(title(series.subject, series.region))
                    .arg(point.year)
                    .arg(stored(*point.adopted))
                    .arg(others.size())
                    .arg(calculatedText(sum, series.unit),
                         calculatedText(std::fabs(off), series.unit)),
                others,
                values,
                {},
                {}});
    }

    void shares()
    {
        const double low = m_rule->number(u"min"_s), high = m_rule->number(u"max"_s);
        const auto outside = [&](double share, double slack) {
            return share < low - slack || share > high + slack;
        };
        eachPoint([&](const CheckedSeries& series, qsizetype i) {
            const CheckedPoint& point = series.points.at(i);
            for (const CheckedValue& rival : point.rivals) {
                if (!outside(rival.number, 0))
                    continue;
                report({series.subject,
                        series.region,
                        point.year,
                        Text::tr("%1 %2 年%3，不在 %4 与 %5 之间；请核对。")
                            .arg(title(series.subject, series.region))
                            .arg(point.year)
                            .arg(withSource(rival), figureText(low, series.unit),
                                 figureText(high, series.unit)),
                        {},
                        {rival},
                        {},
                        {}});
                return;
            }
        });
        // Those that are computed: a year has one when its inputs do.
        constexpr double rounding = 1e-6;
        eachComputed([&](const catalogue::Indicator& indicator, RegionId region, int year) {
            if (!m_rule->covers(indicator.code, indicator.unit) || !looksAt(year))
                return;
            const auto share = m_figures.computed(indicator.code, region, year);
            if (!share || !outside(*share, rounding))
                return;
            QList<CheckedValue> values;
            QList<FigureKey> others;
            const QString inputs = inputsText(indicator.code, region, year, values, others);
            report({indicator.code,
                    region,
                    year,
                    Text::tr("%1 %2 年由%3算得 %4，不在 %5 与 %6 之间；请核对各项输入。")
                        .arg(title(indicator.code, region))
                        .arg(year)
                        .arg(inputs, calculatedText(*share, indicator.unit),
                             figureText(low, indicator.unit), figureText(high, indicator.unit)),
                    others,
                    values,
                    {},
                    {}});
        });
    }

    /// Every (indicator with a formula, region, year) whose first input has a figure.
    template <class Take>
    void eachComputed(Take take)
    {
        for (const catalogue::Indicator& indicator : m_data.catalogue.indicators) {
            if (indicator.excluded)
                continue;
            const QStringList variables = m_figures.variables(indicator.code);
            if (variables.isEmpty())
                continue;
            if (m_cancel.isCancelled())
                throw Cancelled();
            const QString first = subjectOf(variables.first());
            for (const project::Region& region : m_data.regions) {
                const CheckedSeries* series = m_figures.find(first, region.id);
                if (!series)
                    continue;
                for (const CheckedPoint& point : series->points)
                    take(indicator, region.id, point.year);
            }
        }
    }

    QString subjectOf(const QString& variable) const
    {
        const QString name = catalogue::splitVariable(variable).quantity;
        const catalogue::Indicator* indicator = m_data.catalogue.indicatorOfVariable(name);
        return indicator ? indicator->code : name;
    }

    /// "用水总量 6.8 亿立方米、常住人口 530.8 万人", and the figures behind it.
    QString inputsText(const QString& indicator, RegionId region, int year,
                       QList<CheckedValue>& values, QList<FigureKey>& others)
    {
        QStringList texts;
        for (const QString& variable : m_figures.variables(indicator)) {
            const catalogue::YearShift shift = catalogue::splitVariable(variable).shift;
            const QString subject = subjectOf(variable);
            const int when = shift == catalogue::YearShift::Same       ? year
                             : shift == catalogue::YearShift::Previous ? year - 1
                                                                       : m_data.info.baseYear;
            others << FigureKey{subject, region, when};
            const auto input = m_figures.adopted(subject, region, when);
            if (!input)
                continue;
            values << *input;
            const QString name = title(subject, region);
            texts << u"%1 %2"_s.arg(when == year ? name : Text::tr("%1 年%2").arg(when).arg(name),
                                    stored(*input));
        }
        return texts.join(u"、"_s);
    }

    void identity(const CheckedSeries& series, const CheckedPoint& point)
    {
        if (!series.isIndicator || !point.adopted || point.settled)
            return;
        const auto computed = m_figures.computed(series.subject, series.region, point.year);
        if (!computed)
            return;
        const double off = point.adopted->number - *computed;
        const double size = std::max(std::fabs(point.adopted->number), std::fabs(*computed));
        const double tolerance = m_rule->number(u"tolerance"_s);
        if (std::fabs(off) <= std::max(tolerance * size, point.adopted->slack * 1.0001))
            return;
        QList<CheckedValue> values{*point.adopted};
        QList<FigureKey> others;
        const QString inputs =
            inputsText(series.subject, series.region, point.year, values, others);
        report({series.subject,
                series.region,
                point.year,
                Text::tr("%1 %2 年%3，由%4算得 %5，相差 %6；请核对，或采用其一并写明理由。")
                    .arg(title(series.subject, series.region))
                    .arg(point.year)
                    .arg(withSource(*point.adopted), inputs, calculatedText(*computed, series.unit),
                         percentText(off / size)),
                others,
                values,
                {},
                {}});
    }

    void impossible(const CheckedSeries& series, const CheckedPoint& point)
    {
        const bool whole = m_wholeUnits.contains(series.unit);
        for (const CheckedValue& rival : point.rivals) {
            QString text;
            if (rival.number < 0) {
                text = Text::tr("%1 %2 年%3，不可能为负；请核对。");
            } else if (whole && std::fabs(rival.number - std::round(rival.number)) > 1e-6) {
                text = Text::tr("%1 %2 年%3，应为整数；请核对。");
            } else {
                for (const QJsonValue& item : m_rule->parameters.value("limits"_L1).toArray()) {
                    const QJsonObject limit = item.toObject();
                    const double most = limit.value("max"_L1).toDouble();
                    const QJsonArray subjects = limit.value("subjects"_L1).toArray();
                    if (subjects.contains(series.subject) && rival.number > most) {
                        text = Text::tr("%1 %2 年%3，不可能超过 %4；请核对。")
                                   .arg(u"%1"_s, u"%2"_s, u"%3"_s, figureText(most, series.unit));
                    }
                }
            }
            if (text.isEmpty())
                continue;
            report({series.subject,
                    series.region,
                    point.year,
                    text.arg(title(series.subject, series.region))
                        .arg(point.year)
                        .arg(withSource(rival)),
                    {},
                    {rival},
                    {},
                    {}});
            return;
        }
    }

    void partsOfWholes()
    {
        if (m_rule->parameters.value("from_catalogue"_L1).toBool()) {
            // A share whose formula is "part / whole" says by itself what lies within what.
            static const QRegularExpression quotient(u"^\\s*(\\w+)\\s*/\\s*(\\w+)\\s*$"_s);
            const QStringList except = m_rule->texts(u"except_indicators"_s);
            for (const catalogue::Indicator& indicator : m_data.catalogue.indicators) {
                if (indicator.excluded || indicator.unit != u"%" || except.contains(indicator.code))
                    continue;
                const QRegularExpressionMatch match = quotient.match(indicator.formula);
                if (match.hasMatch())
                    partOfWhole(subjectOf(match.captured(1)), subjectOf(match.captured(2)),
                                indicator.code);
            }
        }
        for (const QJsonValue& item : m_rule->parameters.value("relations"_L1).toArray()) {
            const QJsonObject relation = item.toObject();
            partOfWhole(relation.value("part"_L1).toString(), relation.value("whole"_L1).toString(),
                        {});
        }
    }

    void partOfWhole(const QString& part, const QString& whole, const QString& indicator)
    {
        const double scale = m_figures.coherent(part, 1) / m_figures.coherent(whole, 1);
        eachFigure(part, [&](RegionId region, const CheckedPoint& point) {
            const auto all = m_figures.adopted(whole, region, point.year);
            if (!all || !m_rule->covers(part, m_figures.unitOf(part)))
                return;
            const double slack = point.adopted->slack * scale + all->slack;
            const double more = point.adopted->number * scale - all->number;
            if (more <= std::max(slack, m_rule->number(u"tolerance"_s) * all->number))
                return;
            QList<FigureKey> others{{whole, region, point.year}};
            if (!indicator.isEmpty())
                others << FigureKey{indicator, region, point.year};
            report({part,
                    region,
                    point.year,
                    Text::tr("%1 %2 年为 %3，大于%4 %5，部分不可能大于整体；请核对。")
                        .arg(title(part, region))
                        .arg(point.year)
                        .arg(stored(*point.adopted), title(whole, region), stored(*all)),
                    others,
                    {*point.adopted, *all},
                    {},
                    whole});
        });
    }

    static const CheckedPoint* before(const CheckedSeries& series, qsizetype i)
    {
        while (--i >= 0) {
            if (series.points.at(i).adopted)
                return &series.points.at(i);
        }
        return nullptr;
    }

    void falls(const CheckedSeries& series, qsizetype i)
    {
        const CheckedPoint& point = series.points.at(i);
        const CheckedPoint* last = before(series, i);
        if (!point.adopted || !last)
            return;
        const double less = last->adopted->number - point.adopted->number;
        if (less <= std::max(m_rule->number(u"tolerance"_s) * last->adopted->number,
                             last->adopted->slack + point.adopted->slack))
            return;
        report({series.subject,
                series.region,
                point.year,
                Text::tr("%1 %2 年为 %3，比 %4 年的 %5 少，而累计数不应减少；请核对或说明原因。")
                    .arg(title(series.subject, series.region))
                    .arg(point.year)
                    .arg(stored(*point.adopted))
                    .arg(last->year)
                    .arg(stored(*last->adopted)),
                {{series.subject, series.region, last->year}},
                {*last->adopted, *point.adopted},
                {},
                {}});
    }

    void vintages(const CheckedSeries& series)
    {
        QStringList editions;
        QHash<QString, QList<int>> years;
        QList<FigureKey> figures;
        QStringList facts;
        int first = 0;
        QString last;
        for (const CheckedPoint& point : series.points) {
            if (!point.adopted || point.adopted->value->vintage.isEmpty() || !looksAt(point.year))
                continue;
            const QString edition = point.adopted->value->vintage;
            if (!editions.contains(edition))
                editions << edition;
            years[edition] << point.year;
            if (!last.isEmpty() && last != edition && first == 0)
                first = point.year;
            last = edition;
            figures << FigureKey{series.subject, series.region, point.year};
            facts << u"%1=%2"_s.arg(point.year).arg(edition);
        }
        if (first == 0)
            return;
        QStringList texts;
        for (const QString& edition : std::as_const(editions))
            texts << Text::tr("%1 年为“%2”").arg(yearsText(years.value(edition)), edition);
        report({series.subject,
                series.region,
                first,
                Text::tr("%1的序列混用了不同版本：%2；请统一为一个版本。")
                    .arg(title(series.subject, series.region), texts.join(u"，"_s)),
                figures,
                {},
                facts,
                {}});
    }

    void missingYears(const CheckedSeries& series)
    {
        QList<int> there, missing;
        for (const CheckedPoint& point : series.points) {
            if (looksAt(point.year) && (point.adopted || point.stated))
                there << point.year;
        }
        if (there.size() < static_cast<int>(m_rule->number(u"at_least"_s)))
            return;
        for (int year = there.first(); year < there.last(); ++year) {
            if (!there.contains(year))
                missing << year;
        }
        if (missing.isEmpty())
            return;
        report(
            {series.subject,
             series.region,
             missing.first(),
             Text::tr("%1缺 %2 年，前后年份（%3 年）都有；请补上或说明原因。")
                 .arg(title(series.subject, series.region), yearsText(missing), yearsText(there)),
             {},
             {},
             {yearsText(missing)},
             {}});
    }

    void stale(const CheckedSeries& series, qsizetype i)
    {
        const CheckedPoint& point = series.points.at(i);
        const CheckedPoint* last = i > 0 ? &series.points.at(i - 1) : nullptr;
        if (!point.adopted || !last || !last->adopted || last->year != point.year - 1 ||
            point.settled)
            return;
        if (point.adopted->value->number != last->adopted->value->number ||
            point.adopted->value->unit != last->adopted->value->unit ||
            significantDigits(point.adopted->value->number) <
                static_cast<int>(m_rule->number(u"digits"_s)))
            return;
        report({series.subject,
                series.region,
                point.year,
                Text::tr("%1 %2 年为 %3，与 %4 年一字不差，可能沿用了上年数；请核对。")
                    .arg(title(series.subject, series.region))
                    .arg(point.year)
                    .arg(stored(*point.adopted))
                    .arg(last->year),
                {{series.subject, series.region, last->year}},
                {*last->adopted, *point.adopted},
                {},
                {}});
    }

    /// The range that a text names; empty when it names none.
    QString rangeIn(const QString& text) const
    {
        for (const QJsonValue& item : m_rule->parameters.value("ranges"_L1).toArray()) {
            const QJsonObject range = item.toObject();
            for (const QJsonValue& word : range.value("words"_L1).toArray()) {
                if (text.contains(word.toString()))
                    return range.value("name"_L1).toString();
            }
        }
        return {};
    }

    /// The range that a quantity covers by its name, or else by the rule's own list.
    QString usualRange(const QString& subject) const
    {
        const QString named = rangeIn(m_figures.nameOf(subject));
        if (!named.isEmpty())
            return named;
        for (const QJsonValue& item : m_rule->parameters.value("ranges"_L1).toArray()) {
            if (item.toObject().value("subjects"_L1).toArray().contains(subject))
                return item.toObject().value("name"_L1).toString();
        }
        return {};
    }

    void ranges()
    {
        struct Input
        {
            QString subject, range;
            CheckedValue value;
            bool odd = false; ///< its note says another range than its name
        };
        eachComputed([&](const catalogue::Indicator& indicator, RegionId region, int year) {
            if (!indicator.formula.contains(u'/') || !looksAt(year) ||
                !m_rule->covers(indicator.code, indicator.unit))
                return;
            QList<Input> inputs;
            QStringList names;
            for (const QString& variable : m_figures.variables(indicator.code)) {
                const QString subject = subjectOf(variable);
                const auto figure = m_figures.adopted(subject, region, year);
                if (!figure)
                    continue;
                const QString noted = rangeIn(figure->value->note);
                const QString usual = usualRange(subject);
                const QString range = noted.isEmpty() ? usual : noted;
                if (range.isEmpty())
                    continue;
                inputs << Input{subject, range, *figure,
                                !noted.isEmpty() && !usual.isEmpty() && noted != usual};
                if (!names.contains(range))
                    names << range;
            }
            if (names.size() < 2)
                return;
            bool said = false;
            for (const Input& input : std::as_const(inputs)) {
                if (!input.odd)
                    continue;
                // One figure with an odd note spoils all its ratios: said once, of the figure.
                said = true;
                report(
                    {input.subject,
                     region,
                     year,
                     Text::tr(
                         "%1 %2 "
                         "年的口径说明为%3范围，而它在“%4”等比值中与其他范围的数同用；请统一范围。")
                         .arg(title(input.subject, region))
                         .arg(year)
                         .arg(input.range, m_figures.nameOf(indicator.code)),
                     {},
                     {input.value},
                     {input.range},
                     {}});
            }
            if (said)
                return;
            QStringList texts, facts;
            QList<CheckedValue> values;
            QList<FigureKey> others;
            for (const Input& input : std::as_const(inputs)) {
                texts << Text::tr("%1为%2范围").arg(title(input.subject, region), input.range);
                facts << u"%1=%2"_s.arg(input.subject, input.range);
                values << input.value;
                others << FigureKey{input.subject, region, year};
            }
            report({indicator.code,
                    region,
                    year,
                    Text::tr("%1 %2 年由不同范围的数算得：%3；请统一范围。")
                        .arg(title(indicator.code, region))
                        .arg(year)
                        .arg(texts.join(u"，"_s)),
                    others,
                    values,
                    facts,
                    {}});
        });
    }

    QList<Finding> sorted()
    {
        QHash<QString, int> order;
        for (const catalogue::Indicator& indicator : m_data.catalogue.indicators)
            order.insert(indicator.code, static_cast<int>(order.size()));
        for (const catalogue::Quantity& quantity : m_data.catalogue.quantities)
            order.insert(quantity.id, static_cast<int>(order.size()));
        QHash<qint64, int> regions;
        for (int i = 0; i < m_data.regions.size(); ++i)
            regions.insert(m_data.regions.at(i).id.number(), i);
        const auto place = [&](const Finding& f) {
            return std::tuple(-static_cast<int>(f.severity), order.value(f.subject),
                              regions.value(f.region.number()), f.year);
        };
        std::stable_sort(m_found.begin(), m_found.end(),
                         [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
        return m_found;
    }

    const project::YearData& m_data;
    CheckedFigures m_figures;
    CancelToken m_cancel;
    const Rule* m_rule = nullptr;
    QStringList m_smallUnits, m_wholeUnits; ///< of the rule at hand, read once
    std::vector<double> m_factors;
    RegionId m_city;
    QHash<qint64, QList<RegionId>> m_children;
    QHash<qint64, QString> m_regionKeys;
    QHash<QString, QSet<FigureKey>> m_silent; ///< by rule: figures it has nothing to say of
    QSet<QString> m_keys;
    QList<Finding> m_found;
};

} // namespace

Result<QList<Finding>> findings(const project::YearData& data, const QList<Rule>& rules,
                                const CancelToken& cancel)
{
    try {
        return Checker(data, cancel).run(rules);
    } catch (const Cancelled&) {
        return Error(ErrorCode::Cancelled, Text::tr("已取消校核。"));
    }
}

bool WorkItem::isReopened() const
{
    return current && decision && decision->state != project::FindingState::Open &&
           decision->facts != finding.facts;
}

bool WorkItem::isSettled() const
{
    return !current || state == project::FindingState::Explained ||
           state == project::FindingState::Accepted;
}

QList<WorkItem> workList(const project::YearData& data, const QList<Finding>& findings)
{
    QHash<QString, const project::Decision*> decisions;
    for (const project::Decision& decision : data.decisions)
        decisions.insert(decision.finding, &decision);
    QList<WorkItem> items;
    items.reserve(findings.size());
    for (const Finding& finding : findings) {
        WorkItem item{finding, project::FindingState::Open, {}, true};
        if (const project::Decision* decision = decisions.take(finding.key)) {
            item.decision = *decision;
            if (decision->facts == finding.facts)
                item.state = decision->state;
        }
        items << item;
    }
    for (const project::Decision& decision : data.decisions) {
        if (!decisions.contains(decision.finding) || decision.state == project::FindingState::Open)
            continue;
        WorkItem item;
        item.finding.key = decision.finding;
        item.finding.rule = decision.finding.section(u':', 0, 0);
        item.finding.subject = decision.finding.section(u':', 1, 1).section(u'/', 0, 0);
        if (const project::Region* region = data.regionByName(decision.finding.section(u':', 2, 2)))
            item.finding.region = region->id;
        item.finding.year = decision.finding.section(u':', 3, 3).toInt();
        item.finding.text = decision.text;
        item.finding.facts = decision.facts;
        item.state = decision.state;
        item.decision = decision;
        item.current = false;
        items << item;
    }
    return items;
}

Result<project::ChangeSet> decide(const project::YearData& data, const Finding& finding,
                                  project::FindingState state, const QString& reason,
                                  const QString& person, const QDateTime& at)
{
    if (state != project::FindingState::Open && reason.trimmed().isEmpty())
        return Error(ErrorCode::BadUsage, Text::tr("处理“%1”需要写明理由。").arg(finding.key));
    return project::edits::setDecision(
        data, {0, finding.key, state, finding.facts, finding.text, reason.trimmed(), person, at});
}

} // namespace checkup::collect
