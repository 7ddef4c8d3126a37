#pragma once

#include "core/project/year_data.h"

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QListWidget;

namespace checkup::workspace {

/// Indicators and quantities of the year to be ticked, those that are on top, with a field that
/// finds the others.
class SubjectList : public QWidget
{
    Q_OBJECT
public:
    /// `name`: of the list; the field is called so with "Search" behind.
    SubjectList(const QString& name, QWidget* parent);

    void retranslate();
    void setSubjects(const project::YearData& year, const QStringList& chosen);
    QStringList chosen() const;

Q_SIGNALS:
    void changed(); ///< by the user

private:
    void filter(const QString& words);

    QLineEdit* m_search;
    QListWidget* m_list;
    bool m_filling = false;
};

} // namespace checkup::workspace
