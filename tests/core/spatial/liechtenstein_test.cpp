#include "core/spatial/accessibility.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <set>

using namespace checkup;
using namespace checkup::spatial;
using namespace Qt::StringLiterals;
using Catch::Matchers::WithinRel;

TEST_CASE("minutes through Liechtenstein are those of another program")
{
    const QString path = test::sharedFile(u"data/osm/liechtenstein.osm.pbf"_s);
    if (path.isEmpty()) {
        WARN("skipped: no reference data beside the checkout");
        return;
    }
    // Expected: a program in Python with one node a vertex, PROJ's geodesics as lengths, the same
    // speeds by class, one-way streets, and a search from every 1,500th vertex. The other way round
    // the same roads, searched against their directions.
    struct Expected
    {
        Heading heading;
        int within[3]; // 1, 2 and 5 minutes
        int unreachable;
        double sum; // of those within 5
    };
    for (const Expected& expected :
         {Expected{Heading::Outward, {1064, 3026, 13388}, 863, 41327.96359241306},
          Expected{Heading::Inward, {1038, 3006, 13347}, 861, 41230.21852178629}}) {
        TravelModel model = TravelModel::driving(u"highway"_s);
        model.oneWayField = u"other_tags/oneway"_s;
        model.heading = expected.heading;
        model.snap = 1;
        const auto roads = Roads::read(model, CoverLayer{path, u"lines"_s, 0}, {});
        REQUIRE_OK(roads);
        CHECK(roads->features() - roads->closed() == 3479);
        CHECK_THAT(roads->network().length(), WithinRel(863052.3461821009, 1e-8));

        auto lines = openLayer({path, u"lines"_s, 0}, model.fields());
        REQUIRE_OK(lines);
        Ways ways(model);
        std::set<std::pair<double, double>> vertices;
        gdal::LayerFeature feature;
        for (;;) {
            const auto more = lines->reader.next(feature);
            REQUIRE_OK(more);
            if (!*more)
                break;
            const auto way = ways.of(feature.attributes);
            REQUIRE_OK(way);
            for (size_t i = 0; i < feature.rings.x.size() && *way; ++i)
                vertices.insert({feature.rings.x[i], feature.rings.y[i]});
        }
        REQUIRE(vertices.size() == 32467);
        const auto toPlane = gdal::Transformation::fromGeodetic(roads->plane());
        REQUIRE_OK(toPlane);
        std::vector<std::pair<double, double>> places(vertices.begin(), vertices.end());
        for (auto& [x, y] : places)
            REQUIRE_OK(toPlane->apply(&x, &y, 1));
        Facilities stations;
        for (size_t i = 700; i < places.size(); i += 1500) {
            feature.shape = gdal::LayerFeature::Shape::Points;
            feature.rings = {{places[i].first}, {places[i].second}, {0}, {0}};
            stations.add(feature);
        }
        stations.build(roads->ground());
        const Access access(*roads, stations, 5);
        int within[3] = {0, 0, 0};
        int unreachable = 0;
        double sum = 0;
        for (const auto& [x, y] : places) {
            const Trip trip = access.at(x, y);
            CHECK(trip.state != Trip::State::NoRoad);
            unreachable += trip.state == Trip::State::Unreachable ? 1 : 0;
            within[0] += trip.cost <= 1 ? 1 : 0;
            within[1] += trip.cost <= 2 ? 1 : 0;
            within[2] += trip.cost <= 5 ? 1 : 0;
            sum += trip.cost <= 5 ? trip.cost : 0;
        }
        for (size_t i = 0; i < 3; ++i)
            CHECK(within[i] == expected.within[i]);
        CHECK(unreachable == expected.unreachable);
        CHECK_THAT(sum, WithinRel(expected.sum, 1e-6));
    }
}
