#pragma once

#include "app/workspace/session.h"

#include "core/collect/returns.h"

#include <QTemporaryDir>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace checkup::workspace {

class Card;

/// 报送: what came from which department, when, how late and in how many versions; the versions of
/// one department, what changed between any two, and the workbooks as they came. Interface thread.
class ReturnsView : public QWidget
{
    Q_OBJECT
public:
    explicit ReturnsView(Session* session, QWidget* parent = nullptr);

    void retranslate();
    /// Selects a department; false when nothing is asked of it.
    bool reveal(const QString& department);

Q_SIGNALS:
    void departmentSelected(const QString& department);
    void failed(const checkup::Error& error);
    void noticed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showDepartment();
    void showDifferences();
    void openVersion();
    void saveVersion();
    /// Writes the selected version's workbook to a file on the session's thread, then calls `done`.
    void writeVersion(const QString& path, std::function<void()> done);
    const collect::DepartmentReturns* current() const;
    const project::Return* currentVersion() const;

    Session* m_session;
    QList<collect::DepartmentReturns> m_overview;
    QStandardItemModel *m_departments, *m_versions, *m_differences;
    QTableView *m_departmentTable, *m_versionTable, *m_differenceTable;
    Card *m_versionCard, *m_differenceCard;
    QComboBox *m_from, *m_to;
    QLabel *m_summary, *m_hint, *m_nothing;
    QPushButton *m_open, *m_save;
    QTemporaryDir m_opened; ///< copies of workbooks that were looked at
    bool m_stale = true;
};

} // namespace checkup::workspace
