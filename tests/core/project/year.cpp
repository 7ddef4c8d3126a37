#include "tests/core/project/year.h"

#include <QDir>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace test {

Folder::Folder()
    : m_folder(QDir::tempPath() + u"/城检 项目-XXXXXX"_s)
    , m_path(m_folder.path())
{}

NewYear smallYear()
{
    NewYear year;
    year.info.city = u"厦门市"_s;
    year.info.year = 2022;
    year.info.baseYear = 2019;
    year.info.nearYear = 2025;
    year.info.targetYear = 2035;
    year.info.profileId = u"small"_s;
    year.info.organisation = u"规划院"_s;
    year.info.cutOff = QDate(2023, 4, 30);
    catalogue::Catalogue& system = year.catalogue;
    system.id = u"small-1"_s;
    system.titleZh = u"小体系"_s;
    system.titleEn = u"Small system"_s;
    system.standard = u"TD/T 1063-2021"_s;
    system.version = u"1"_s;
    system.note = u"测试"_s;
    system.dimensions = {{u"safety"_s, u"安全"_s, u"Safety"_s, {u"粮食安全"_s, u"水安全"_s}},
                         {u"green"_s, u"绿色"_s, u"Green"_s, {u"生态保护"_s}}};
    catalogue::Quantity water;
    water.id = u"w_total"_s;
    water.nameZh = u"用水总量"_s;
    water.nameEn = u"Water use"_s;
    water.unit = u"亿立方米"_s;
    water.origins = {catalogue::Origin::Statistics, catalogue::Origin::Survey};
    water.department = u"水利局"_s;
    catalogue::Quantity people;
    people.id = u"p_total"_s;
    people.nameZh = u"常住人口"_s;
    people.unit = u"万人"_s;
    people.department = u"统计局"_s;
    system.quantities = {water, people};
    for (int i = 0; i < 3; ++i) {
        catalogue::Indicator indicator;
        indicator.code = u"S-0%1"_s.arg(i + 1);
        indicator.dimension = i < 2 ? u"safety"_s : u"green"_s;
        indicator.category = u"粮食安全"_s;
        indicator.nameZh = QStringList{u"耕地保有量"_s, u"人均用水量"_s, u"森林覆盖率"_s}.at(i);
        indicator.nameEn = u"Indicator %1"_s.arg(i + 1);
        indicator.unit = QStringList{u"万亩"_s, u"立方米/人"_s, u"%"_s}.at(i);
        indicator.kind = i == 0 ? catalogue::Kind::Basic : catalogue::Kind::Featured;
        indicator.direction = catalogue::Direction::HigherBetter;
        indicator.constraint = catalogue::Constraint::Binding;
        indicator.method = catalogue::SpatialMethod::AreaSum;
        indicator.confidence = catalogue::Confidence::High;
        indicator.definition = u"行政区内的%1"_s.arg(indicator.nameZh);
        indicator.formula = i == 1 ? u"w_total / p_total"_s : u""_s;
        indicator.department = i == 1 ? u"水利局、统计局"_s : u"自然资源和规划局"_s;
        indicator.profiles = {u"small"_s};
        system.indicators << indicator;
    }
    catalogue::Profile profile;
    profile.id = u"small"_s;
    profile.titleZh = u"小方案"_s;
    profile.total = 3;
    profile.counts = {{catalogue::Kind::Basic, 1}, {catalogue::Kind::Featured, 2}};
    profile.categories = 3;
    system.profiles = {profile};
    year.regions = {{RegionId(-1), u"350200"_s, u"厦门市"_s, u"Xiamen"_s, RegionLevel::City, {}, 0},
                    {RegionId(-2), u"350203"_s, u"思明区"_s, u"Siming"_s, RegionLevel::District,
                     RegionId(-1), 1},
                    {RegionId(-3), u"350206"_s, u"湖里区"_s, u"Huli"_s, RegionLevel::District,
                     RegionId(-1), 2}};
    return year;
}

NewYear largeYear(int indicators)
{
    NewYear year = smallYear();
    const catalogue::Indicator pattern = year.catalogue.indicators.first();
    year.catalogue.indicators.clear();
    for (int i = 0; i < indicators; ++i) {
        catalogue::Indicator indicator = pattern;
        indicator.code = u"X-%1"_s.arg(i, 3, 10, QChar(u'0'));
        indicator.nameZh = u"指标%1"_s.arg(i);
        year.catalogue.indicators << indicator;
    }
    for (int i = 3; i < 12; ++i)
        year.regions << Region{RegionId(-i - 1),
                               u"3502%1"_s.arg(i + 10),
                               u"第%1区"_s.arg(i),
                               {},
                               RegionLevel::District,
                               RegionId(-1),
                               i};
    return year;
}

Value figure(const QString& subject, qint64 region, int year, qint64 source, double number)
{
    Value value;
    value.subject = subject;
    value.region = RegionId(region);
    value.year = year;
    value.source = SourceId(source);
    value.number = number;
    value.unit = u"万亩"_s;
    return value;
}

Evidence cell(const QString& name)
{
    Evidence evidence;
    evidence.fileName = u"水利局.xlsx"_s;
    evidence.sha256 = u"ba7816bf"_s;
    evidence.sheet = u"指标"_s;
    evidence.cell = name;
    evidence.takenAt = QDateTime(QDate(2023, 3, 2), QTime(9, 15, 0, 250), Qt::UTC);
    evidence.person = u"张三"_s;
    return evidence;
}

} // namespace test
