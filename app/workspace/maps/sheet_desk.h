#pragma once

#include "core/draw/sheet_set.h"
#include "core/project/year_data.h"

#include <QHash>
#include <QImage>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace checkup::workspace {

class Jobs;
class Session;

/// The open year's drawings and one of them under the hand: which can be drawn, the picture of the
/// current one, its edits. Every edit is one step of undo; what is edited is kept with the project.
/// Interface thread; layers are read and sheets painted by workers.
class SheetDesk : public QObject
{
    Q_OBJECT
public:
    SheetDesk(Session* session, Jobs* jobs, QObject* parent = nullptr);

    const QList<draw::SheetTemplate>& sheets() const { return m_project.sheets; }
    const QStringList& faults() const { return m_project.faults; }
    const std::optional<draw::OfficeFrame>& frame() const { return m_project.frame; }
    bool isOwn(const QString& id) const { return m_project.own.contains(id); }
    bool isShipped(const QString& id) const;
    QString titleOf(const draw::SheetTemplate& sheet) const;
    /// What keeps it from being drawn; nothing while that is not known.
    std::optional<QString> lackOf(const QString& id) const;

    const draw::SheetTemplate* current() const; ///< null: none
    void choose(const QString& id);
    void setDistrict(const QString& name); ///< empty: the city
    const QStringList& districts() const { return m_districts; }

    /// The elements that the current sheet has; the automatic ones while it names none.
    QList<draw::SheetElement> elements() const;
    /// The same, each with the place where it lies now.
    QList<draw::SheetElement> settled() const;
    /// Changes the current sheet. `label`: what undo shows.
    void edit(const QString& label, const std::function<void(draw::SheetTemplate&)>& change);
    /// The same for its elements. What stood by itself so far stays where it is.
    void editElements(const QString& label,
                      const std::function<void(QList<draw::SheetElement>&)>& change);
    void restore();                       ///< back to what ships
    QString copyAs(const QString& title); ///< as a sheet of the project's own; gives its id
    /// Takes sheets into the project in one step, in place of those with their ids, and shows the
    /// first.
    void takeIn(const QList<draw::SheetTemplate>& sheets);
    void setFrame(const draw::OfficeFrame& frame);

    /// Wanted: a picture of so many device pixels a millimetre. changed() follows.
    void show(double pixelsPerMm);
    struct Picture
    {
        QImage image;
        QSizeF paper;
        draw::SheetReport report;
    };
    const std::optional<Picture>& picture() const { return m_picture; }
    const QString& fault() const { return m_fault; } ///< in place of a picture
    bool isIdle() const;
    bool isUpToDate() const { return m_job == 0 && !m_again; }

Q_SIGNALS:
    void sheetsChanged(); ///< the list, a state, or what the current one says
    void pictureChanged();
    void failed(const checkup::Error& error);

private:
    struct Made; ///< a sheet whose layers are loaded

    void refresh();
    void askStates();
    void askPicture();
    void commit(const QString& label, const QList<draw::SheetTemplate>& sheets);
    void send();
    std::size_t contentsKey() const;

    Session* m_session;
    Jobs* m_jobs;
    draw::ProjectSheets m_project;
    QHash<QString, QString> m_lacks;
    QStringList m_districts;
    QString m_current, m_district;
    struct Edit
    {
        QString label;
        QList<project::MapSetting> settings;
    };
    QList<Edit> m_edits; ///< not yet sent: each is made from the data that the last one left
    bool m_sent = false;
    double m_pixelsPerMm = 0;
    std::shared_ptr<const Made> m_made;
    std::optional<Picture> m_picture;
    QString m_fault;
    int m_job = 0, m_states = 0;
    bool m_again = false;
};

} // namespace checkup::workspace
