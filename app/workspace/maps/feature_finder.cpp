#include "app/workspace/maps/feature_finder.h"

#include "app/workspace/jobs.h"
#include "app/workspace/session.h"

#include <QPolygonF>

#include <algorithm>
#include <iterator>

namespace checkup::workspace {

using Selection = SelectionPanel::Selection;

FeatureFinder::FeatureFinder(Session* session, Jobs* jobs, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_jobs(jobs)
{}

void FeatureFinder::ask(const QString& title, const Work& work,
                        const std::function<void(const Selection&)>& done)
{
    const quint64 question = ++m_question;
    m_jobs->start<Selection>(title, work, this,
                             [this, question, done](const Result<Selection>& answer) {
                                 if (question != m_question)
                                     return;
                                 if (answer)
                                     done(*answer);
                                 else
                                     Q_EMIT failed(answer.error());
                             });
}

void FeatureFinder::inArea(const Place& place, const QPolygonF& area, Qt::KeyboardModifiers keys)
{
    ask(
        {},
        [place, area](const CancelToken& cancel, const ProgressSink&) -> Result<Selection> {
            return Selection{{place.layer.id.number(), draw::meeting(place.map, area, cancel)}};
        },
        [this, keys](const Selection& answer) { Q_EMIT found(answer, keys); });
}

void FeatureFinder::byConditions(const Place& place, const gdal::Crs& plane,
                                 const draw::Conditions& conditions)
{
    const auto year = m_session->data();
    if (!year)
        return;
    ask(
        tr("按条件选择"),
        [place, conditions, plane, path = m_session->path(), status = year->info.year](
            const CancelToken& cancel, const ProgressSink&) -> Result<Selection> {
            const auto taken = draw::takenBy(path, place.layer, *place.map.shapes, plane,
                                             conditions, status, cancel);
            if (!taken)
                return taken.error();
            draw::Features features;
            for (std::size_t i = 0; i < taken->size(); ++i) {
                if ((*taken)[i] && place.map.shows(i))
                    features.push_back(static_cast<std::uint32_t>(i));
            }
            return Selection{{place.layer.id.number(), features}};
        },
        [this](const Selection& answer) { Q_EMIT found(answer, {}); });
}

void FeatureFinder::byName(const QList<Place>& places, const QString& text)
{
    ask(
        tr("查找“%1”").arg(text),
        [places, text, path = m_session->path()](const CancelToken& cancel,
                                                 const ProgressSink&) -> Result<Selection> {
            Selection all;
            constexpr qsizetype enough = 200;
            for (const Place& place : places) {
                const auto named =
                    draw::featuresNamed(path, place.layer, *place.map.shapes, text, enough, cancel);
                if (!named)
                    return named.error();
                if (!named->empty())
                    all.insert(place.layer.id.number(), *named);
            }
            return all;
        },
        [this, text](const Selection& answer) {
            if (answer.isEmpty())
                Q_EMIT noticed(tr("当前一幅的图层里没有编号或名称含“%1”的要素。").arg(text));
            else
                Q_EMIT foundByName(answer);
        });
}

Selection FeatureFinder::combined(const Selection& before, const Selection& found,
                                  Qt::KeyboardModifiers keys)
{
    const bool more = keys & Qt::ShiftModifier;
    const bool less = keys & Qt::ControlModifier;
    Selection all = more || less ? before : Selection();
    for (auto one = found.cbegin(); one != found.cend(); ++one) {
        draw::Features& kept = all[one.key()];
        draw::Features next;
        draw::Features sorted = *one;
        std::sort(sorted.begin(), sorted.end());
        if (less)
            std::set_difference(kept.begin(), kept.end(), sorted.begin(), sorted.end(),
                                std::back_inserter(next));
        else
            std::set_union(kept.begin(), kept.end(), sorted.begin(), sorted.end(),
                           std::back_inserter(next));
        kept = next;
    }
    all.removeIf([](const auto& one) { return one.value().empty(); });
    return all;
}

} // namespace checkup::workspace
