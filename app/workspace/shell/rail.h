#pragma once

#include <QFrame>
#include <QHash>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace checkup::workspace {

/// The stages of the year, top to bottom; one is current. Folds to icons.
class Rail : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    void add(const QString& id, const QString& iconName);
    void setText(const QString& id, const QString& text, const QString& shortcut);
    void setCurrent(const QString& id);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    void retranslate();

Q_SIGNALS:
    void activated(const QString& id);
    void collapsedChanged(bool collapsed);

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();

    QVBoxLayout* m_entries;
    QButtonGroup* m_group;
    QToolButton* m_fold;
    QHash<QString, QToolButton*> m_buttons;
    bool m_collapsed = false;
};

} // namespace checkup::workspace
