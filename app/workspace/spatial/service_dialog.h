#pragma once

#include "core/base/error.h"
#include "core/project/year_data.h"
#include "core/spatial/compute.h"
#include "core/spatial/service.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace checkup::workspace {

class Jobs;
class Session;

/// Whom the facilities of a result do not serve and why, or what each of them serves: found in the
/// background, to be exported.
class ServiceDialog : public QDialog
{
    Q_OBJECT
public:
    enum class List { Unserved, Facilities };

    ServiceDialog(Session* session, Jobs* jobs, const spatial::RecipeResult& result,
                  QWidget* parent = nullptr);
    ~ServiceDialog() override;

    void show(List list);

Q_SIGNALS:
    void filled();
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

private:
    void ask();
    void fillUnserved(const spatial::UnservedList& list);
    void fillFacilities(const QList<spatial::FacilityShare>& list);
    void fill(const QStringList& heads, const QList<QStringList>& rows);
    void setAmount(int row, int column, double amount);
    void exportTable();

    Session* m_session;
    Jobs* m_jobs;
    spatial::RecipeResult m_result;
    QString m_name; ///< of the quantity
    QComboBox* m_lists;
    QLabel* m_head;
    QTableWidget* m_table;
    QPushButton* m_export;
    int m_job = 0;
};

} // namespace checkup::workspace
