#pragma once

#include "core/project/layer_files.h"
#include "core/project/year_data.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QList>
#include <QString>

namespace checkup::workspace {

/// How a layer stands, for its row and the facts beside it.
struct LayerFacts
{
    enum class State { Unchecked, Sound, Repaired, Faulty, Changed, Vanished };
    State state = State::Unchecked;
    QString words; ///< what the gate found, or what is wrong with the file; translated
};

/// A layer that the project has, or a role that its indicators need and that nothing plays, or only
/// what came along from a year before.
struct LayerRow
{
    QString role;
    const project::Layer* layer = nullptr; ///< null: missing
    QString department;                    ///< that is asked for it
    QString answer;                        ///< what that department said of it, translated
    QStringList subjects;                  ///< quantities that are made of it
    bool renewed = false;                  ///< missing: a layer of a year before is there
};

/// The project's layers below the groups of their roles, with the roles that are still missing.
class LayerModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { Role, State, Place, Year, Features, Crs, Classes, Name, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setYear(const project::YearDataPtr& data);
    /// What looking at the layers' files found.
    void setFacts(const QHash<project::LayerId, LayerFacts>& facts);
    void retranslate();

    const LayerRow* at(const QModelIndex& index) const; ///< null for a group
    QModelIndex indexOf(project::LayerId layer) const;
    QModelIndex indexOf(const QString& role) const; ///< its first row
    LayerFacts factsOf(const project::Layer& layer) const;
    int layerCount() const;
    int missingCount() const;
    /// Missing ones, those that most quantities need first.
    QStringList missingRoles() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Group
    {
        QString name;
        QList<LayerRow> rows;
    };
    QVariant text(const LayerRow& row, int column) const;

    project::YearDataPtr m_data;
    QList<Group> m_groups;
    QHash<project::LayerId, LayerFacts> m_facts;
};

LayerFacts layerFacts(const project::Layer& layer, project::LayerHealth state);
QString symbol(LayerFacts::State state);
QString label(LayerFacts::State state); ///< translated
/// "EPSG:4549", "2000 国家大地坐标系", or that it is as the file states.
QString crsText(const project::Layer& layer);

} // namespace checkup::workspace
