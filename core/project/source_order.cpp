#include "core/project/source_order.h"

#include <QCoreApplication>
#include <QSet>

#include <limits>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

/// The sources in the wanted order.
Result<QList<Source>> ordered(const YearData& data, const QStringList& keys)
{
    QList<Source> sources;
    QStringList known;
    for (const Source& source : data.sources)
        known << source.key;
    for (const QString& key : keys) {
        const Source* source = data.sourceByKey(key);
        if (!source)
            return Error(
                ErrorCode::BadUsage,
                Text::tr("项目中没有来源“%1”，有的来源：%2。").arg(key, known.join(u"、"_s)));
        if (keys.count(key) > 1)
            return Error(ErrorCode::BadUsage,
                         Text::tr("来源“%1”在次序中出现了两次，请只写一次。").arg(key));
        sources << *source;
    }
    for (const Source& source : data.sources) {
        if (!keys.contains(source.key))
            sources << source;
    }
    return sources;
}

} // namespace

Result<SourceOrder> orderSources(const YearData& data, const QStringList& keys)
{
    const Result<QList<Source>> sources = ordered(data, keys);
    if (!sources)
        return sources.error();
    SourceOrder order;
    QHash<qint64, int> ranks;
    bool same = true;
    for (qsizetype i = 0; i < sources->size(); ++i) {
        ranks.insert(sources->at(i).id.number(), static_cast<int>(i));
        same = same && sources->at(i).id == data.sources.at(i).id;
    }
    if (!same) {
        int rank = 0;
        for (Source source : *sources) {
            source.rank = ++rank;
            order.ranks.append(edits::setSource(data, source));
        }
        order.ranks.label = Text::tr("修改来源次序");
    }
    QSet<FigureKey> seen;
    for (const Value& value : data.values) {
        const FigureKey figure{value.subject, value.region, value.year};
        if (seen.contains(figure))
            continue;
        seen.insert(figure);
        const Value *best = nullptr, *adopted = nullptr;
        for (const Value* rival : data.rivals(figure)) {
            const auto rank = [&ranks](const Value& of) {
                return ranks.value(of.source.number(), std::numeric_limits<int>::max());
            };
            if (rival->adopted)
                adopted = rival;
            if (rival->state == ValueState::Present && (!best || rank(*rival) < rank(*best)))
                best = rival;
        }
        if (!best || best == adopted)
            continue;
        if (adopted && !adopted->adoptionReason.isEmpty()) {
            ++order.decided;
            continue;
        }
        ++order.follow;
        order.adoptions.append(edits::adoptValue(data, best->id, {}));
    }
    order.adoptions.label = Text::tr("按来源次序采用 %1 个数").arg(order.follow);
    return order;
}

} // namespace checkup::project
