#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkup::catalogue {

/// Which code table the classes of a layer are from. Codes of the two mean different things
/// ("0601" is industry in one and a village lane in the other): they are never mixed.
enum class ClassSystem {
    ThirdSurvey,   ///< 三调工作分类, what DLTB has
    LandAndSeaUse, ///< 用地用海分类, what plans have
};

/// The three great kinds of land of the Land Administration Law, and what is none of them.
enum class LandKind { Agricultural, Construction, Unused, Sea, Other };

struct LandClass
{
    QString code; ///< "0301"
    QString name; ///< "乔木林地"
    QString nameEn;
    QString group; ///< "林地": what it is counted under in print
    LandKind kind = LandKind::Other;
    QString note; ///< what is unsure about the row ("待核"); empty: nothing
};

/// A 城镇村属性码 (CZCSXM).
struct TownCode
{
    QString code; ///< "201A"
    QString name; ///< "城市独立工业用地"
    QString nameEn;
    QString group; ///< 城镇, 村庄 or 其他
    QString note;
};

/// A code table (resources/classes/*.json, which name their source). Codes are found by their
/// longest known prefix, since surveys append letters and digits: "0301K" and "1104A" are "0301"
/// and "1104". Names are Chinese in any language, as documents have them; the English ones are for
/// windows in that language. Thread-safe.
class LandClasses
{
public:
    static const LandClasses& of(ClassSystem system);

    QString id() const { return m_id; }     ///< "third-survey"; what files keep
    QString name() const { return m_name; } ///< "三调工作分类"
    QString englishName() const { return m_nameEn; }
    QString source() const { return m_source; }
    const QList<LandClass>& classes() const { return m_classes; } ///< in the order of their codes
    /// The groups, in the order that their first classes have.
    QStringList groups() const;

    /// nullptr for a code that begins like none.
    const LandClass* find(const QString& code) const;
    /// Empty for an unknown code; likewise group(). First-level codes ("03" 林地) have names too.
    QString nameOf(const QString& code) const;
    QString groupOf(const QString& code) const;
    QString englishOf(const QString& code) const;     ///< as nameOf()
    QString englishGroup(const QString& group) const; ///< of a group's Chinese name
    bool isConstruction(const QString& code) const;

    /// Of the third survey; the other has none.
    const QList<TownCode>& townCodes() const { return m_towns; }
    const TownCode* findTown(const QString& code) const;
    /// 城乡建设用地 (201, 202, 203 and theirs), or of these 城镇 (201, 202) or 村庄 (203).
    bool isUrbanOrRural(const QString& townCode) const;
    bool isTown(const QString& townCode) const;
    bool isVillage(const QString& townCode) const;

private:
    explicit LandClasses(const QString& file);

    struct Name
    {
        QString chinese, english;
    };

    QString m_id, m_name, m_nameEn, m_source;
    QList<LandClass> m_classes;
    QHash<QString, Name> m_firstLevel;       ///< of codes that are no class of their own
    QHash<QString, QString> m_englishGroups; ///< by the Chinese name
    QList<TownCode> m_towns;
};

/// "third-survey" or "land-and-sea-use".
std::optional<ClassSystem> classSystemOf(const QString& id);

/// Which system most of these codes are from, by the share of codes that it knows; of equals the
/// third survey. Nothing when neither knows half of them.
std::optional<ClassSystem> guessClassSystem(const QStringList& codes);

/// Whether `code` is one of `prefixes` or begins with one of them.
bool hasPrefix(const QString& code, const QStringList& prefixes);

} // namespace checkup::catalogue
