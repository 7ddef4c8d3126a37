#pragma once

#include "core/collect/cross_rules.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace checkup::workspace {

class Session;

/// The rules of the cross-checks and what this project changes in them. Each change is an edit of
/// its own, made at once and undone like any other.
class RulesDialog : public QDialog
{
    Q_OBJECT
public:
    /// `rule` is the one to begin with; may be empty.
    RulesDialog(Session* session, const QString& rule, QWidget* parent = nullptr);

private:
    struct Field
    {
        QString parameter;
        QWidget* editor = nullptr;
        QLabel* fault = nullptr;
    };

    void load();
    void fillList();
    void showRule();
    void fillForm();
    QWidget* makeEditor(const QString& parameter, const QJsonValue& shipped);
    void setParameter(const Field& field);
    void commit(const project::RuleSetting& setting);
    const collect::Rule* current() const;
    const collect::Rule* shipped(const QString& rule) const;

    Session* m_session;
    QList<collect::Rule> m_shipped, m_rules;
    QTableWidget* m_list;
    QLabel *m_sentence, *m_changed;
    QCheckBox* m_active;
    QComboBox* m_severity;
    QWidget* m_form = nullptr;
    QFormLayout* m_place;
    QList<Field> m_fields;
    QPushButton* m_reset;
    QString m_shown; ///< id of the rule in the form
};

} // namespace checkup::workspace
