#include "core/draw/colour_vision.h"

#include "core/draw/grades.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace checkup::draw;

namespace {

bool near(const QColor& a, const QColor& b)
{
    return std::abs(a.red() - b.red()) <= 2 && std::abs(a.green() - b.green()) <= 2 &&
           std::abs(a.blue() - b.blue()) <= 2;
}

} // namespace

TEST_CASE("Colours as they are seen in grey and by the colour-blind")
{
    // CIE L* of sRGB's red is 53.24: a grey of 127.
    CHECK(near(asSeen(QColor(255, 0, 0), Sight::Grey), QColor(127, 127, 127)));
    // Machado et al. 2009, table for severity 1, first column, encoded.
    CHECK(near(asSeen(QColor(255, 0, 0), Sight::GreenWeak), QColor(163, 144, 0)));
    CHECK(near(asSeen(QColor(255, 0, 0), Sight::RedWeak), QColor(109, 95, 0)));
    for (const Sight sight : {Sight::Grey, Sight::GreenWeak, Sight::RedWeak, Sight::BlueWeak}) {
        CHECK(near(asSeen(QColor(120, 120, 120), sight), QColor(120, 120, 120)));
        CHECK(near(asSeen(QColor(Qt::white), sight), QColor(Qt::white)));
    }
    CHECK(asSeen(QColor(10, 20, 30, 40), Sight::Grey).alpha() == 40);
    QImage picture(2, 1, QImage::Format_RGB32);
    picture.setPixelColor(0, 0, QColor(255, 0, 0));
    picture.setPixelColor(1, 0, QColor(0, 0, 255));
    const QImage grey = asSeen(picture, Sight::Grey);
    CHECK(grey.pixelColor(0, 0) == asSeen(QColor(255, 0, 0), Sight::Grey));
    CHECK(grey.pixelColor(1, 0) == asSeen(QColor(0, 0, 255), Sight::Grey));
}

TEST_CASE("How different colours look")
{
    CHECK(std::abs(differenceOf(Qt::white, Qt::black) - 100) < 0.01);
    // L*a*b* of sRGB red is 53.24, 80.09, 67.20 (Lindbloom's calculator): from black
    // the root of the sum of their squares.
    CHECK(std::abs(differenceOf(QColor(255, 0, 0), Qt::black) - 117.34) < 0.1);
    const QList<QColor> colours{QColor(200, 80, 80), QColor(90, 132, 90), QColor(20, 20, 20)};
    CHECK(alikeColours(colours, Sight::Full).isEmpty());
    const QList<AlikeColours> grey = alikeColours(colours, Sight::Grey);
    REQUIRE(grey.size() == 1);
    CHECK(grey[0].first == 0);
    CHECK(grey[0].second == 1);
}

TEST_CASE("Grades of every ramp that ships stay apart in grey and for the colour-blind")
{
    for (const Ramp& ramp : ramps()) {
        QList<QColor> colours;
        for (int grade = 0; grade < 6; ++grade)
            colours << ramp.at(grade, 6);
        for (const Sight sight :
             {Sight::Full, Sight::GreenWeak, Sight::RedWeak, Sight::BlueWeak, Sight::Grey}) {
            INFO(ramp.id.toStdString() << " " << static_cast<int>(sight));
            // Two sides of a middle may be alike in grey: that is said of the ramp.
            if (sight != Sight::Grey || !ramp.twoSided)
                CHECK(alikeColours(colours, sight).isEmpty());
        }
    }
}
