#pragma once

#include "app/workspace/widgets/card.h"

#include "core/collect/cross_checks.h"

class QAction;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace checkup::workspace {

class Badge;

/// What is known of one finding and what can be done about it: the sentence and its rule, the
/// rivals one below the other with a button each, all sources as a chart, and the decisions with
/// the reason that they need.
class FindingPanel : public Card
{
    Q_OBJECT
public:
    explicit FindingPanel(QWidget* parent = nullptr);

    /// `item` null: nothing is shown. What the user has typed stays while the finding stays.
    void explain(const project::YearDataPtr& data, const collect::WorkItem* item,
                 const QString& ruleSentence, bool readOnly, const QString& readOnlyReason);
    void retranslate();
    /// Where the keyboard goes when it comes from the list: the first 采用, else the reason.
    void takeFocus();
    /// The figure that is shown; a finding may speak of several.
    project::FigureKey figure() const;
    /// Explain, corrected, accept, withdraw: with shortcuts, for the page's menu.
    QList<QAction*> decisions() const;

Q_SIGNALS:
    void adoptRequested(checkup::project::ValueId value, const QString& reason);
    void decisionRequested(checkup::project::FindingState state, const QString& reason);
    void figureChosen(const checkup::project::FigureKey& figure);
    void jumpRequested(const checkup::project::FigureKey& figure);
    void leaveRequested(); ///< Escape: back to the list

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showFigures();
    void showRivals();
    void addRival(const project::Value& value, int row, bool choice);
    void showChart();
    void decide(project::FindingState state);
    void updateActions();

    project::YearDataPtr m_data;
    collect::WorkItem m_item;
    bool m_readOnly = true;
    QString m_readOnlyReason;
    Badge *m_severity, *m_status;
    QLabel *m_sentence, *m_rule, *m_decision, *m_figureLabel, *m_fault;
    QComboBox* m_figures;
    QWidget* m_rivals = nullptr;
    QVBoxLayout *m_words, *m_rivalPlace, *m_chartPlace;
    QScrollArea* m_area;
    QLineEdit* m_reason;
    QWidget* m_chart = nullptr;
    QAction *m_explain, *m_correct, *m_accept, *m_withdraw, *m_jump;
};

} // namespace checkup::workspace
