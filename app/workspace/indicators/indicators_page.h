#pragma once

#include "app/workspace/stage_page.h"
#include "core/catalogue/model.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace checkup::workspace {

class IndicatorFilter;
class IndicatorModel;

/// 指标体系: the year's indicators as a tree with search and filters; edit in place or in a form,
/// leave one out with a reason, add featured ones, compare with last year's system.
class IndicatorsPage : public StagePage
{
    Q_OBJECT
public:
    explicit IndicatorsPage(Session* session, QWidget* parent = nullptr);

    QString id() const override { return QStringLiteral("indicators"); }
    QString title() const override;
    QString iconName() const override { return QStringLiteral("indicators"); }
    bool reveal(const Subject& subject) override;
    void retranslate() override;
    QList<QAction*> pageActions() const override;

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void load();
    void updateActions();
    void applyFilter();
    QString currentCode() const;
    void editCurrent();
    void addFeatured();
    void toggleExcluded();
    void compare();
    void openForm(const catalogue::Indicator& indicator, bool isNew);

    IndicatorModel* m_model;
    IndicatorFilter* m_filter;
    QTreeView* m_tree;
    QLineEdit* m_search;
    QComboBox* m_kind;
    QComboBox* m_show;
    QLabel* m_count;
    QAction *m_edit, *m_add, *m_exclude, *m_compare;
    QString m_sizedFor;   ///< the language that the columns are wide enough for
    bool m_stale = false; ///< the year changed while another page was in front
};

} // namespace checkup::workspace
