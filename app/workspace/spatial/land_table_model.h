#pragma once

#include "core/spatial/project_tables.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QStringList>

#include <memory>
#include <optional>

namespace checkup::workspace {

/// Hectares as tables have them: "1,234.5678".
QString hectaresText(double squareMetres);

/// A table of land as it is shown: areas in hectares with their sums, for the whole city or one
/// district. The rows of a list are made as they are looked at.
class LandTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// `district` none: all; empty: what lies in no district.
    void setTable(std::shared_ptr<const spatial::ProjectTable> table,
                  const std::optional<QString>& district);
    /// Names in the interface's language by those in the table.
    void setDistrictNames(const QHash<QString, QString>& names) { m_names = names; }
    void retranslate();
    /// The row's parcel, of a list.
    const spatial::Encroachment* parcelAt(int row) const;
    /// How the whole table closes, in sentences.
    QStringList closing() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Cell
    {
        QString text;
        std::optional<double> area = {}; ///< m²
        bool dim = false;
    };
    struct Row
    {
        QList<Cell> cells;
        bool sum = false;
    };

    bool shows(const QString& district) const { return !m_district || *m_district == district; }
    QString classText(const QString& name) const;
    void build();
    void buildMatrix();
    void buildTransition();
    Cell listed(const spatial::Encroachment& one, int column) const;
    QStringList matrixClosing() const;
    QStringList transitionClosing() const;

    std::shared_ptr<const spatial::ProjectTable> m_table;
    std::optional<QString> m_district;
    QHash<QString, QString> m_names;
    QStringList m_heads;
    QList<Row> m_rows;    ///< of matrix and transition
    QList<int> m_parcels; ///< numbers in the list
};

} // namespace checkup::workspace
