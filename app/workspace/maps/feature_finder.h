#pragma once

#include "app/workspace/maps/selection_panel.h"
#include "core/draw/map_picture.h"
#include "core/gdal/crs.h"
#include "core/project/year_data.h"

#include <QObject>

class QPolygonF;

namespace checkup::workspace {

class Jobs;
class Session;

/// Looks for features of loaded layers, by a worker: in an area, by conditions, by number or name.
/// Only the last question is answered. Interface thread.
class FeatureFinder : public QObject
{
    Q_OBJECT
public:
    FeatureFinder(Session* session, Jobs* jobs, QObject* parent);

    struct Place
    {
        project::Layer layer;
        draw::MapLayer map;
    };
    void inArea(const Place& place, const QPolygonF& area, Qt::KeyboardModifiers keys);
    void byConditions(const Place& place, const gdal::Crs& plane,
                      const draw::Conditions& conditions);
    void byName(const QList<Place>& places, const QString& text);

    /// What is selected after one chose `found`: these alone, or with Shift besides those before,
    /// with Ctrl no longer.
    static SelectionPanel::Selection combined(const SelectionPanel::Selection& before,
                                              const SelectionPanel::Selection& found,
                                              Qt::KeyboardModifiers keys);

Q_SIGNALS:
    void found(const checkup::workspace::SelectionPanel::Selection& selection,
               Qt::KeyboardModifiers keys);
    /// The only one, or the first whole match, is the first feature of the first layer.
    void foundByName(const checkup::workspace::SelectionPanel::Selection& selection);
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

private:
    using Work =
        std::function<Result<SelectionPanel::Selection>(const CancelToken&, const ProgressSink&)>;
    void ask(const QString& title, const Work& work,
             const std::function<void(const SelectionPanel::Selection&)>& done);

    Session* m_session;
    Jobs* m_jobs;
    quint64 m_question = 0;
};

} // namespace checkup::workspace
