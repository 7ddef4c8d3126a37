#include "core/draw/project_symbols.h"

#include "tests/support/catch.h"

using namespace checkup;
using namespace checkup::draw;
using namespace Qt::StringLiterals;

namespace {

project::MapSetting setting(const QString& key, const QByteArray& content)
{
    return {0, u"style"_s, key, QString::fromUtf8(content)};
}

/// What the file does with a change, for settings alone.
project::YearData after(const project::YearData& before, const project::ChangeSet& changes)
{
    project::YearData data = before;
    for (const project::RowChange& change : changes.changes) {
        CHECK(change.table == project::Table::MapSettings);
        const QJsonObject& row = change.after.isEmpty() ? change.before : change.after;
        const QString key = row.value(u"key"_s).toString();
        data.mapSettings.removeIf(
            [&](const project::MapSetting& one) { return one.id == change.row && change.row > 0; });
        if (!change.after.isEmpty())
            data.mapSettings << project::MapSetting{data.mapSettings.size() + 100, u"style"_s, key,
                                                    row.value(u"content"_s).toString()};
    }
    return data;
}

} // namespace

TEST_CASE("A project's symbols stand in the places of the shipped ones")
{
    project::YearData data;
    CHECK(symbolsOf(data).own.isEmpty());
    data.mapSettings << setting(
                            u"CQFW"_s,
                            R"({"version": 1, "styles": [{"role": "CQFW", "fill": "#123456"}]})")
                     << setting(u"third-survey"_s, R"({"version": 1, "styles": [], "systems": [
                            {"system": "third-survey", "classes": [
                                {"code": "0101", "fill": "#010203"}]}]})");
    data.mapSettings << project::MapSetting{0, u"view"_s, u"XX"_s, u"{}"_s};
    const ProjectSymbols symbols = symbolsOf(data);
    CHECK(symbols.faults.isEmpty());
    CHECK(symbols.own.roleStyles().size() == 1);
    CHECK(symbols.all.styleOf(u"CQFW"_s).otherwise.symbol.fill == QColor(0x12, 0x34, 0x56));
    const LayerStyle land = symbols.all.styleOf(u"DLTB"_s, u"third-survey"_s);
    CHECK(land.shown(land.caseOf(u"0101"_s)).symbol.fill == QColor(1, 2, 3));
    CHECK(symbols.all.styleOf(u"XX"_s) == SymbolSet::shipped().styleOf(u"XX"_s));
}

TEST_CASE("A broken style of a project is a warning, and the shipped one is drawn")
{
    const QByteArray broken[] = {
        "",
        "{",
        "[]",
        R"({"version": 1, "styles": [{"role": "CQFW", "fill": 7}]})",
        R"({"version": 9, "styles": [{"role": "CQFW", "fill": "#123456"}]})",
        R"({"version": 1, "styles": [{"role": "XX", "fill": "#123456"}]})",
        R"({"version": 1, "styles": []})"};
    for (const QByteArray& content : broken) {
        INFO(content.toStdString());
        project::YearData data;
        data.mapSettings << setting(u"CQFW"_s, content);
        const ProjectSymbols symbols = symbolsOf(data);
        REQUIRE(symbols.faults.size() == 1);
        CHECK(symbols.faults[0].severity == Severity::Warning);
        CHECK(symbols.faults[0].text.contains(u"城区范围"_s));
        CHECK(symbols.all.styleOf(u"CQFW"_s) == SymbolSet::shipped().styleOf(u"CQFW"_s));
        CHECK(symbols.all.styleOf(u"XX"_s) == SymbolSet::shipped().styleOf(u"XX"_s));
    }
}

TEST_CASE("Only what differs from the shipped symbols is kept, and goes again when it does not")
{
    project::YearData data;
    const SymbolSet& shipped = SymbolSet::shipped();
    SymbolSet own;
    own.setRole(*shipped.roleStyle(u"XX"_s));
    for (const SymbolCase& one : shipped.classesOf(u"third-survey"_s))
        own.setClass(u"third-survey"_s, one);
    CHECK(symbolChanges(data, own, u"x"_s).isEmpty());

    RoleStyle school = *shipped.roleStyle(u"XX"_s);
    school.style.otherwise.symbol.fill = QColor(1, 2, 3);
    own.setRole(school);
    SymbolCase paddy = shipped.classesOf(u"third-survey"_s).constFirst();
    paddy.symbol.fill = QColor(4, 5, 6);
    own.setClass(u"third-survey"_s, paddy);
    const project::ChangeSet change = symbolChanges(data, own, u"改符号"_s);
    CHECK(change.label == u"改符号"_s);
    CHECK(change.changes.size() == 2);
    data = after(data, change);
    const ProjectSymbols symbols = symbolsOf(data);
    CHECK(symbols.own.roleStyles() == QList<RoleStyle>{school});
    CHECK(symbols.own.classesOf(u"third-survey"_s) == QList<SymbolCase>{paddy});
    CHECK(symbolChanges(data, symbols.own, u"x"_s).isEmpty());

    data = after(data, symbolsAsShipped(data, u"XX"_s));
    CHECK(symbolsOf(data).own.roleStyles().isEmpty());
    data = after(data, symbolChanges(data, {}, u"x"_s));
    CHECK(data.mapSettings.isEmpty());
}
