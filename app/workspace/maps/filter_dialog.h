#pragma once

#include "core/draw/feature_choice.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace checkup::workspace {

class Jobs;

/// Conditions on a layer's columns, all of which must hold: what of it is shown, or selected. Says
/// in words what they mean, or what is wrong with them.
class FilterDialog : public QDialog
{
    Q_OBJECT
public:
    struct Words
    {
        QString title;     ///< of the window
        QString done;      ///< on the button
        bool none = false; ///< no condition at all is right too
    };
    FilterDialog(Jobs* jobs, const QString& projectPath, const project::Layer& layer,
                 const draw::Conditions& conditions, const Words& words, QWidget* parent = nullptr);

    draw::Conditions conditions() const;

Q_SIGNALS:
    void chosen(const checkup::draw::Conditions& conditions);

private:
    struct Row
    {
        QWidget* widget = nullptr;
        QComboBox *column = nullptr, *op = nullptr;
        QLineEdit* values = nullptr;
    };
    void addRow(const spatial::Condition& condition);
    void fillColumns(const Row& row, const QString& key) const;
    static spatial::Condition conditionOf(const Row& row);
    QString faultOf(const spatial::Condition& condition) const;
    void check();

    project::Layer m_layer;
    bool m_noneIsRight;
    QList<draw::FeatureColumn> m_columns;
    QList<Row> m_list;
    QVBoxLayout* m_rows;
    QLabel *m_words, *m_fault;
    QPushButton *m_add, *m_ok;
};

} // namespace checkup::workspace
