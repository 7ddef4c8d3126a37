#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace checkup::catalogue {

/// What the features of a layer are drawn as.
enum class LayerGeometry { Polygon, Line, Point, Table };

/// A property that computations read from a layer, whatever its field is called.
struct LayerColumn
{
    QString key;       ///< "class", "netArea"; what recipes name
    QString name;      ///< 地类编码; Chinese in any language
    QStringList names; ///< fields that are taken for it, the likeliest first; case does not matter
};

/// What a layer of the 基础数据库 is for: what departments are asked for and what recipes are made
/// of. Names outside 地类图斑 and the control lines are this program's own, not a standard's
/// (resources/layers/layers.json).
struct LayerRole
{
    QString code;   ///< "DLTB": letters and "_"
    QString name;   ///< "地类图斑"
    QString group;  ///< "现状"
    QString fields; ///< those that a department is asked for, "、" between
    LayerGeometry geometry = LayerGeometry::Polygon;
    QList<LayerColumn> columns;
    QStringList aliases; ///< what files of it are called besides code and name
    /// By nature not only within the districts: the sea, what people reach the city by.
    bool beyond = false;

    const LayerColumn* column(const QString& key) const;
};

/// In the order of the database's list. Thread-safe.
const QList<LayerRole>& layerRoles();
/// nullptr when there is none.
const LayerRole* layerRole(const QString& code);
/// "DLTB 地类图斑"; the code alone for an unknown one.
QString layerTitle(const QString& code);
/// The layers that a quantity's `layer` names ("DLWL x CQFW" → DLWL, CQFW), in that order. Words
/// that are no layer (fields, POI, grid) are left out.
QStringList layersOf(const QString& expression);

QString key(LayerGeometry);
QString labelInFiles(LayerGeometry); ///< 面, 线, 点, 表; Chinese in any language

} // namespace checkup::catalogue
