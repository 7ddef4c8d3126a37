#pragma once

#include "core/base/error.h"
#include "core/project/year_data.h"
#include "core/spatial/compute.h"
#include "core/spatial/service.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace checkup::workspace {

class Jobs;
class Session;

/// Whom the facilities of a result do not serve and why, what each of them serves, or what area:
/// found in the background, to be exported as a table or a layer.
class ServiceDialog : public QDialog
{
    Q_OBJECT
public:
    enum class List { Unserved, Facilities, Areas };

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
    void fillAreas(const QList<spatial::ServiceArea>& list);
    void fill(const QStringList& heads, const QList<QStringList>& rows);
    void setAmount(int row, int column, double amount);
    void exportTable();
    /// The list that is shown, written as a layer; nothing is shown: none.
    using WriteLayer = std::function<Result<void>(const QString&)>;

    Session* m_session;
    Jobs* m_jobs;
    spatial::RecipeResult m_result;
    QString m_name; ///< of the quantity
    QComboBox* m_lists;
    QLabel* m_head;
    QTableWidget* m_table;
    QPushButton* m_export;
    WriteLayer m_writeLayer;
    int m_job = 0;
};

} // namespace checkup::workspace
