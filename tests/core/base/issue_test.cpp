#include "core/base/issue.h"
#include "tests/support/catch.h"

using namespace checkup;
using namespace Qt::StringLiterals;

TEST_CASE("an issue names file, sheet and cell, as far as they are known")
{
    Issue issue{Severity::Error, u"不是数字"_s, u"水利局.xlsx"_s, u"数值"_s, u"C12"_s};
    CHECK(toSentence(issue) == u"水利局.xlsx ▸ 数值 ▸ C12：不是数字"_s);
    issue.sheet.clear();
    issue.cell.clear();
    CHECK(toSentence(issue) == u"水利局.xlsx：不是数字"_s);
    CHECK(hasErrors({issue}));
    issue.severity = Severity::Warning;
    CHECK_FALSE(hasErrors({issue}));
}
