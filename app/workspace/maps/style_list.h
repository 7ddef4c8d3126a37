#pragma once

#include "core/draw/symbols.h"
#include "core/project/year_data.h"

#include <QMap>
#include <QTreeWidget>

namespace checkup::workspace {

/// What of the symbols is edited.
struct StyleSpot
{
    enum class Kind {
        Nothing,
        Role,      ///< a role's style as a whole
        Case,      ///< one of its cases
        Otherwise, ///< of what no case has
        Class,     ///< a code of a class system
        Missing    ///< a value in the data that no symbol is known for
    };
    Kind kind = Kind::Nothing;
    QString role;   ///< of Role, Case, Otherwise, Missing
    QString system; ///< of Class; of the others RoleStyle::system, of Missing the layer's
    int number = 0; ///< of Case
    QString code;   ///< of Class, Missing

    bool operator==(const StyleSpot&) const = default;
};

/// Roles and class codes with what they look like, for choosing one.
class StyleList : public QTreeWidget
{
    Q_OBJECT
public:
    explicit StyleList(QWidget* parent = nullptr);

    struct Contents
    {
        const draw::SymbolSet* all = nullptr;
        const draw::SymbolSet* own = nullptr; ///< shown in bold
        QStringList roles;                    ///< of the project's layers
        QStringList systems;                  ///< class systems of the project's layers
        bool onlyThese = false;               ///< no others
        /// Values without a symbol: by role and class system, with how many features have them.
        QMap<QPair<QString, QString>, QMap<QString, qint64>> missing;
    };
    /// Keeps what is chosen and open, where it is still there. Tells nobody.
    void show(const Contents& contents);
    void setSought(const QString& text); ///< only what has it in its name or code

    StyleSpot spot() const;
    void choose(const StyleSpot& spot);
    void setSwatch(const draw::Symbol& symbol); ///< of the one chosen

Q_SIGNALS:
    void chosen();

private:
    QTreeWidgetItem* addGroup(const QString& title);
    QTreeWidgetItem* add(QTreeWidgetItem* parent, const QString& text, const StyleSpot& spot,
                         const draw::Symbol* symbol, bool own);
    void addMissing(const Contents& contents);
    void addSystems(const Contents& contents);
    void addRoles(const Contents& contents);
    void addCases(QTreeWidgetItem* parent, const draw::RoleStyle& style);
    void seek();
    QTreeWidgetItem* itemOf(const StyleSpot& spot) const;

    QList<StyleSpot> m_spots;
    QString m_sought;
    bool m_filling = false;
};

} // namespace checkup::workspace
