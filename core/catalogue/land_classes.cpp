#include "core/catalogue/land_classes.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

/// Q_INIT_RESOURCE must stand outside every namespace.
static void useClassesResource()
{
    Q_INIT_RESOURCE(classes);
}

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

namespace {

LandKind kindOf(const QString& word)
{
    static const QHash<QString, LandKind> kinds{{u"agricultural"_s, LandKind::Agricultural},
                                                {u"construction"_s, LandKind::Construction},
                                                {u"unused"_s, LandKind::Unused},
                                                {u"sea"_s, LandKind::Sea}};
    return kinds.value(word, LandKind::Other);
}

/// The row whose code is the longest beginning of `code`.
template <class Row>
const Row* longestPrefix(const QList<Row>& rows, const QString& code)
{
    const Row* best = nullptr;
    for (const Row& row : rows) {
        if (code.startsWith(row.code) && (!best || row.code.size() > best->code.size()))
            best = &row;
    }
    return best;
}

} // namespace

LandClasses::LandClasses(const QString& file)
{
    useClassesResource();
    QFile resource(u":/classes/"_s + file);
    if (!resource.open(QIODevice::ReadOnly))
        return;
    const QJsonObject all = QJsonDocument::fromJson(resource.readAll()).object();
    m_id = all[u"system"_s].toString();
    m_name = all[u"name"_s].toString();
    m_nameEn = all[u"name_en"_s].toString();
    m_source = all[u"source"_s].toString();
    const auto text = [](const QJsonValue& row, const QString& key) { return row[key].toString(); };
    for (const QJsonValue& row : all[u"classes"_s].toArray())
        m_classes.append({text(row, u"code"_s), text(row, u"name"_s), text(row, u"name_en"_s),
                          text(row, u"group"_s), kindOf(text(row, u"kind"_s)),
                          text(row, u"note"_s)});
    for (const QJsonValue& row : all[u"first_level"_s].toArray())
        m_firstLevel.insert(text(row, u"code"_s), {text(row, u"name"_s), text(row, u"name_en"_s)});
    for (const QJsonValue& row : all[u"town_codes"_s].toArray())
        m_towns.append({text(row, u"code"_s), text(row, u"name"_s), text(row, u"name_en"_s),
                        text(row, u"group"_s), text(row, u"note"_s)});
    for (const QJsonValue& row : all[u"groups"_s].toArray())
        m_englishGroups.insert(text(row, u"name"_s), text(row, u"name_en"_s));
}

const LandClasses& LandClasses::of(ClassSystem system)
{
    static const LandClasses survey(u"third_survey.json"_s);
    static const LandClasses use(u"land_and_sea_use.json"_s);
    return system == ClassSystem::ThirdSurvey ? survey : use;
}

QStringList LandClasses::groups() const
{
    QStringList groups;
    for (const LandClass& one : m_classes) {
        if (!groups.contains(one.group))
            groups << one.group;
    }
    return groups;
}

const LandClass* LandClasses::find(const QString& code) const
{
    return longestPrefix(m_classes, code);
}

QString LandClasses::nameOf(const QString& code) const
{
    const LandClass* const found = find(code);
    return found ? found->name : m_firstLevel.value(code).chinese;
}

QString LandClasses::englishOf(const QString& code) const
{
    const LandClass* const found = find(code);
    return found ? found->nameEn : m_firstLevel.value(code).english;
}

QString LandClasses::englishGroup(const QString& group) const
{
    return m_englishGroups.value(group);
}

QString LandClasses::groupOf(const QString& code) const
{
    const LandClass* const found = find(code);
    return found ? found->group : QString();
}

bool LandClasses::isConstruction(const QString& code) const
{
    const LandClass* const found = find(code);
    return found && found->kind == LandKind::Construction;
}

const TownCode* LandClasses::findTown(const QString& code) const
{
    return longestPrefix(m_towns, code);
}

bool LandClasses::isUrbanOrRural(const QString& townCode) const
{
    return isTown(townCode) || isVillage(townCode);
}

bool LandClasses::isTown(const QString& townCode) const
{
    const TownCode* const found = findTown(townCode);
    return found && found->group == u"城镇";
}

bool LandClasses::isVillage(const QString& townCode) const
{
    const TownCode* const found = findTown(townCode);
    return found && found->group == u"村庄";
}

std::optional<ClassSystem> classSystemOf(const QString& id)
{
    for (const ClassSystem system : {ClassSystem::ThirdSurvey, ClassSystem::LandAndSeaUse}) {
        if (LandClasses::of(system).id() == id)
            return system;
    }
    return std::nullopt;
}

std::optional<ClassSystem> guessClassSystem(const QStringList& codes)
{
    std::optional<ClassSystem> best;
    qsizetype most = 0;
    for (const ClassSystem system : {ClassSystem::ThirdSurvey, ClassSystem::LandAndSeaUse}) {
        const LandClasses& classes = LandClasses::of(system);
        // First-level codes alone say nothing: "09" begins codes of both.
        const qsizetype known =
            std::count_if(codes.cbegin(), codes.cend(), [&classes](const QString& code) {
                const LandClass* const found = classes.find(code);
                return found && (found->code.size() > 2 || code.size() == 2);
            });
        if (known * 2 >= codes.size() && known > most) {
            best = system;
            most = known;
        }
    }
    return best;
}

bool hasPrefix(const QString& code, const QStringList& prefixes)
{
    return std::any_of(prefixes.cbegin(), prefixes.cend(),
                       [&code](const QString& prefix) { return code.startsWith(prefix); });
}

} // namespace checkup::catalogue
