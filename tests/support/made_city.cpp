#include "tests/support/made_city.h"

#include "tests/support/city_maker.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace test {

using namespace Qt::StringLiterals;
using checkup::Error;
using checkup::ErrorCode;

Result<void> CityMaker::write()
{
    measure();
    for (const auto step :
         {&CityMaker::regions, &CityMaker::parcels, &CityMaker::parcelsBefore,
          &CityMaker::controlLines, &CityMaker::heritage, &CityMaker::moreControls,
          &CityMaker::homes, &CityMaker::population, &CityMaker::sealed, &CityMaker::roads,
          &CityMaker::lines, &CityMaker::facilities, &CityMaker::buildings, &CityMaker::sites,
          &CityMaker::sea}) {
        const Result<void> done = (this->*step)();
        if (!done)
            return done;
    }
    return m_sink.finish();
}

const District& CityMaker::districtOf(const Parcel& parcel) const
{
    return districts()[static_cast<size_t>(m_land.unitOf(parcel).district)];
}

bool CityMaker::isHome(const Parcel& parcel) const
{
    return zoneOf(parcel) == Core && m_land.useOf(parcel).code.startsWith(u"07");
}

bool CityMaker::isUrbanOrRural(const LandUse& use)
{
    return !use.town.isEmpty() && use.town.left(3) <= u"203";
}

bool CityMaker::isBuilt(const Parcel& parcel) const
{
    const LandUse& use = m_land.useOf(parcel);
    return isUrbanOrRural(use) && !use.code.startsWith(u"0810");
}

void CityMaker::measure()
{
    for (const Parcel& parcel : m_land.parcels())
        m_areas.push_back(m_survey.area(m_land.rings(parcel)));
}

CitySize sampleCity()
{
    return {.parcels = 3'000,
            .controls = 0,
            .edges = 50'000,
            .facilities = 300,
            .homes = 0,
            .longRoads = true};
}

Result<void> makeCity(const QString& out, const CitySize& size)
{
    const auto survey = Survey::make();
    if (!survey)
        return survey.error();
    const bool isFile = out.endsWith(u".gpkg"_s);
    if (!isFile && !QDir().mkpath(out))
        return Error(ErrorCode::ReadOnly, u"cannot make the folder "_s + out);
    CityMaker city(size, out, *survey);
    const Result<void> done = city.write();
    if (!done)
        return done;
    const QFileInfo target(out);
    QFile answers(isFile ? target.path() + u'/' + target.completeBaseName() + u"-answers.csv"_s
                         : out + u"/answers.csv"_s);
    const QByteArray csv = city.answers();
    if (!answers.open(QIODevice::WriteOnly) || answers.write(csv) != csv.size())
        return Error(ErrorCode::Io, u"cannot write "_s + answers.fileName());
    return {};
}

} // namespace test
