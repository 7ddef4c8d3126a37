#include "core/catalogue/land_classes.h"
#include "tests/support/catch.h"

#include <QSet>

using namespace checkup::catalogue;
using namespace Qt::StringLiterals;

TEST_CASE("codes of the third survey are found with the letters that surveys append")
{
    // Names: third national land survey's working classification.
    const LandClasses& survey = LandClasses::of(ClassSystem::ThirdSurvey);
    CHECK(survey.nameOf(u"0101"_s) == u"水田"_s);
    CHECK(survey.nameOf(u"0301K"_s) == u"乔木林地"_s);
    CHECK(survey.nameOf(u"1104A"_s) == u"坑塘水面"_s);
    CHECK(survey.nameOf(u"0810A"_s) == u"公园与绿地"_s);
    CHECK(survey.nameOf(u"08H2A"_s) == u"科教文卫用地"_s);
    CHECK(survey.nameOf(u"0903"_s) == u"特殊用地"_s);
    CHECK(survey.groupOf(u"0303"_s) == u"湿地"_s);
    CHECK(survey.groupOf(u"0301"_s) == u"林地"_s);
    CHECK(survey.groupOf(u"1105"_s) == u"湿地"_s);
    CHECK(survey.find(u"9999"_s) == nullptr);
    CHECK(survey.find(QString()) == nullptr);
    // First level, 第三次全国国土调查工作分类: no class of its own, but a name in tables.
    CHECK(survey.nameOf(u"03"_s) == u"林地"_s);
    CHECK(survey.find(u"03"_s) == nullptr);
    CHECK(survey.nameOf(u"99"_s).isEmpty());
    CHECK(survey.isConstruction(u"1003"_s));
    CHECK_FALSE(survey.isConstruction(u"1006"_s)); // village lanes are farmers' land
    CHECK(survey.isConstruction(u"1109"_s));
    CHECK_FALSE(survey.isConstruction(u"1107"_s));
    CHECK(survey.groups().contains(u"耕地"_s));
}

TEST_CASE("the town codes tell 城镇 from 村庄 and both from mines")
{
    const LandClasses& survey = LandClasses::of(ClassSystem::ThirdSurvey);
    CHECK(survey.isTown(u"201"_s));
    CHECK(survey.isTown(u"202A"_s));
    CHECK(survey.isVillage(u"203A"_s));
    CHECK_FALSE(survey.isVillage(u"202"_s));
    CHECK(survey.isUrbanOrRural(u"203"_s));
    CHECK_FALSE(survey.isUrbanOrRural(u"204"_s));
    CHECK_FALSE(survey.isUrbanOrRural(u"205"_s));
    CHECK_FALSE(survey.isUrbanOrRural(QString()));
    CHECK(survey.findTown(u"201A"_s)->name == u"城市独立工业用地"_s);
    CHECK(LandClasses::of(ClassSystem::LandAndSeaUse).townCodes().isEmpty());
}

TEST_CASE("the two systems are told apart and never mixed")
{
    const LandClasses& use = LandClasses::of(ClassSystem::LandAndSeaUse);
    CHECK(use.nameOf(u"0601"_s) == u"农村道路"_s);
    CHECK(LandClasses::of(ClassSystem::ThirdSurvey).nameOf(u"0601"_s) == u"工业用地"_s);
    CHECK(use.nameOf(u"1401"_s) == u"公园绿地"_s);
    CHECK(use.nameOf(u"070102"_s) == u"城镇住宅用地"_s); // third level
    CHECK(use.groupOf(u"1001"_s) == u"工矿用地"_s);

    CHECK(guessClassSystem({u"0101"_s, u"0701"_s, u"05H1"_s, u"0810"_s, u"1107"_s}) ==
          ClassSystem::ThirdSurvey);
    CHECK(guessClassSystem({u"0101"_s, u"0701"_s, u"0901"_s, u"1401"_s, u"1701"_s, u"0804"_s}) ==
          ClassSystem::LandAndSeaUse);
    CHECK(guessClassSystem({u"R2"_s, u"A33"_s}) == std::nullopt);
    CHECK(guessClassSystem({}) == std::nullopt);
    CHECK(classSystemOf(u"third-survey"_s) == ClassSystem::ThirdSurvey);
    CHECK(classSystemOf(u"land-and-sea-use"_s) == ClassSystem::LandAndSeaUse);
    CHECK(classSystemOf(u"GB50137"_s) == std::nullopt);
}

TEST_CASE("the code tables are whole")
{
    for (const ClassSystem system : {ClassSystem::ThirdSurvey, ClassSystem::LandAndSeaUse}) {
        const LandClasses& classes = LandClasses::of(system);
        CHECK(!classes.source().isEmpty());
        CHECK(classes.classes().size() > 60 - (system == ClassSystem::ThirdSurvey ? 5 : 0));
        QSet<QString> codes;
        for (const LandClass& one : classes.classes()) {
            INFO(one.code.toStdString());
            CHECK_FALSE(codes.contains(one.code));
            codes.insert(one.code);
            CHECK(!one.name.isEmpty());
            CHECK(!one.group.isEmpty());
            CHECK(classes.find(one.code) == &one);
            CHECK(!one.nameEn.isEmpty());
            CHECK(!classes.englishGroup(one.group).isEmpty());
        }
        for (const TownCode& one : classes.townCodes()) {
            INFO(one.code.toStdString());
            CHECK(!one.nameEn.isEmpty());
            CHECK(!classes.englishGroup(one.group).isEmpty());
        }
        CHECK(!classes.englishName().isEmpty());
    }
}

TEST_CASE("classes have English names, found like the Chinese ones")
{
    const LandClasses& survey = LandClasses::of(ClassSystem::ThirdSurvey);
    CHECK(survey.englishOf(u"0101"_s) == u"Paddy field"_s);
    CHECK(survey.englishOf(u"0301K"_s) == survey.englishOf(u"0301"_s));
    CHECK(survey.englishOf(u"01"_s) == u"Cultivated land"_s);
    CHECK(survey.englishOf(u"99"_s).isEmpty());
    CHECK(survey.englishGroup(u"湿地"_s) == u"Wetland"_s);
    CHECK(survey.englishGroup(u"别的"_s).isEmpty());
    const LandClasses& use = LandClasses::of(ClassSystem::LandAndSeaUse);
    CHECK(use.englishOf(u"0601"_s) == u"Rural road"_s);
    CHECK(survey.englishOf(u"0601"_s) == u"Industrial land"_s);
}

TEST_CASE("prefixes match the code itself and what begins with it")
{
    const QStringList forest{u"0301"_s, u"0302"_s, u"0305"_s};
    CHECK(hasPrefix(u"0301"_s, forest));
    CHECK(hasPrefix(u"0301K"_s, forest));
    CHECK_FALSE(hasPrefix(u"0307"_s, forest));
    CHECK_FALSE(hasPrefix(u"03"_s, forest));
}
