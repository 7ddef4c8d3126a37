#pragma once

#include "core/assess/assessment.h"
#include "core/project/year_data.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace checkup::workspace {

/// The verdicts of one region, a row an indicator. Reads a snapshot; no widgets.
class VerdictModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Verdict, Code, Name, Value, Unit, Rate, Expected, Trend, Diagnosis, ColumnCount };
    enum Role { CodeRole = Qt::UserRole + 1, VerdictRole, DimensionRole, SearchRole, SortRole };

    explicit VerdictModel(QObject* parent = nullptr);

    void setData(project::YearDataPtr data, assess::AssessmentPtr assessment);
    void setRegion(project::RegionId region);
    project::RegionId region() const { return m_region; }
    void retranslate();
    const assess::IndicatorResult* at(int row) const;
    int rowOf(const QString& code) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    void rebuild();

    project::YearDataPtr m_data;
    assess::AssessmentPtr m_assessment;
    project::RegionId m_region;
    QList<const assess::IndicatorResult*> m_rows; ///< into m_assessment
};

/// Words, verdict and dimension; sorted by urgency until a header is pressed.
class VerdictFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit VerdictFilter(QObject* parent = nullptr);
    void setWords(const QString& words);
    void setVerdict(int verdict);         ///< -1: all
    void setDimension(const QString& id); ///< empty: all

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    int m_verdict = -1;
    QString m_dimension;
};

} // namespace checkup::workspace
