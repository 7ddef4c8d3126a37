#pragma once

#include "core/base/result.h"
#include "core/spatial/database_layers.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace checkup::workspace {

class Jobs;

/// Where layers in PostGIS are: the connection is typed in, its tables are read in the background,
/// those wanted are ticked. There is no place for a password: libpq finds it in the user's password
/// file, the service file or PGPASSWORD, and nothing of it gets into the project.
class DatabaseDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DatabaseDialog(Jobs* jobs, QWidget* parent = nullptr);
    ~DatabaseDialog() override;

    /// As the fields have it: "PG:…", for libpq.
    QString connection() const;

Q_SIGNALS:
    void chosen(const QString& connection, const QStringList& tables);

private:
    void list();
    void show(const Result<QList<spatial::DatabaseTable>>& tables);
    void update();
    QStringList ticked() const;

    Jobs* m_jobs;
    QLineEdit *m_host, *m_port, *m_database, *m_user, *m_service;
    QPushButton *m_list, *m_next;
    QStackedWidget* m_stack;
    QLabel *m_message, *m_count;
    QTableWidget* m_tables;
    QString m_listed; ///< the connection that the tables are of
    int m_job = 0;
    bool m_filling = false;
};

} // namespace checkup::workspace
