#pragma once

#include <QDialog>
#include <QList>
#include <QString>
#include <QStringList>

class QLineEdit;
class QTreeWidget;

namespace checkup::workspace {

/// A code of a table, as the picker lists it.
struct PickableCode
{
    QString code, name, group;
};

/// The codes of a column's values: land classes of the system, or town codes. Empty for a column
/// that has no table.
QList<PickableCode> pickableCodes(const QString& column, const QString& classSystem);
/// "水田、旱地": what the table calls these codes; empty where it knows none of them.
QString namesOf(const QStringList& codes, const QList<PickableCode>& table);

/// Land classes to be ticked instead of typed. Codes that the table does not have stay ticked
/// below a heading of their own.
class ClassPicker : public QDialog
{
    Q_OBJECT
public:
    ClassPicker(const QList<PickableCode>& table, const QStringList& chosen,
                QWidget* parent = nullptr);

    /// Those that were chosen before in their order, then the new ones in the table's.
    QStringList codes() const;

Q_SIGNALS:
    void chosen(const QStringList& codes);

private:
    void filter(const QString& words);

    QStringList m_before;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
};

} // namespace checkup::workspace
