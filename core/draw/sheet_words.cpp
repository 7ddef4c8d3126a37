#include "core/draw/sheet_words.h"

namespace checkup::draw {

using namespace Qt::StringLiterals;

const SheetWords<SheetGrid>& gridNames()
{
    static const SheetWords<SheetGrid> words{{u"degrees"_s, SheetGrid::Degrees},
                                             {u"kilometres"_s, SheetGrid::Kilometres},
                                             {u"none"_s, SheetGrid::None}};
    return words;
}

const SheetWords<SheetInset>& insetNames()
{
    static const SheetWords<SheetInset> words{{u"district"_s, SheetInset::District},
                                              {u"always"_s, SheetInset::Always},
                                              {u"never"_s, SheetInset::Never}};
    return words;
}

const SheetWords<ChartFigure::Kind>& chartNames()
{
    using Kind = ChartFigure::Kind;
    static const SheetWords<Kind> words{
        {u"bars"_s, Kind::Bars}, {u"shares"_s, Kind::Shares}, {u"lines"_s, Kind::Lines}};
    return words;
}

const SheetWords<SheetChart::Over>& overNames()
{
    using Over = SheetChart::Over;
    static const SheetWords<Over> words{{u"districts"_s, Over::Districts},
                                        {u"years"_s, Over::Years},
                                        {u"subjects"_s, Over::Subjects}};
    return words;
}

const SheetWords<SheetHold>& holdsAcross()
{
    static const SheetWords<SheetHold> words{{u"left"_s, SheetHold::Start},
                                             {u"centre"_s, SheetHold::Middle},
                                             {u"right"_s, SheetHold::End},
                                             {u"stretch"_s, SheetHold::Stretch}};
    return words;
}

const SheetWords<SheetHold>& holdsDown()
{
    static const SheetWords<SheetHold> words{{u"top"_s, SheetHold::Start},
                                             {u"middle"_s, SheetHold::Middle},
                                             {u"bottom"_s, SheetHold::End},
                                             {u"stretch"_s, SheetHold::Stretch}};
    return words;
}

const SheetWords<GradeMethod>& gradingNames()
{
    static const SheetWords<GradeMethod> words{{u"equal"_s, GradeMethod::EqualIntervals},
                                               {u"quantile"_s, GradeMethod::Quantiles},
                                               {u"jenks"_s, GradeMethod::NaturalBreaks},
                                               {u"manual"_s, GradeMethod::Manual}};
    return words;
}

const SheetWords<SheetLayer::Look>& lookNames()
{
    using Look = SheetLayer::Look;
    static const SheetWords<Look> words{{u"cases"_s, Look::Cases},    {u"column"_s, Look::Column},
                                        {u"region"_s, Look::Region},  {u"density"_s, Look::Density},
                                        {u"reach"_s, Look::Reach},    {u"change"_s, Look::Change},
                                        {u"circles"_s, Look::Circles}};
    return words;
}

} // namespace checkup::draw
