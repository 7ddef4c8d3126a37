#include "core/project/rows.h"
#include "tests/core/project/year.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

ProjectFile fresh(const QString& path)
{
    ProjectFile::setPerson(u"张三"_s);
    auto file = ProjectFile::create(path, test::smallYear());
    REQUIRE_OK(file);
    return *std::move(file);
}

YearData loaded(const ProjectFile& file)
{
    auto data = file.load();
    REQUIRE_OK(data);
    return *std::move(data);
}

ChangeSet committed(ProjectFile& file, const ChangeSet& set)
{
    auto done = file.commit(set);
    REQUIRE_OK(done);
    return *std::move(done);
}

/// What a year holds, for comparing two of them, but for the time of the last change.
QString text(const YearData& data)
{
    QString all;
    const auto add = [&all](qint64 id, const QJsonObject& row) {
        all += u"%1 "_s.arg(id) +
               QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact)) + u'\n';
    };
    for (const InfoRow& row : infoRowsOf(data.info))
        all += row.key + u'=' + row.value + u'\n';
    for (const auto& each : data.catalogue.indicators)
        add(0, rowOf(each));
    for (const auto& each : data.catalogue.quantities)
        add(0, rowOf(each));
    for (const auto& each : data.regions)
        add(each.id.number(), rowOf(each));
    for (const auto& each : data.sources)
        add(each.id.number(), rowOf(each));
    for (const auto& each : data.departments)
        add(each.id.number(), rowOf(each));
    for (const auto& each : data.values)
        add(each.id.number(), rowOf(each));
    for (const auto& each : data.evidence)
        add(each.id.number(), rowOf(each));
    for (const auto& each : data.goals)
        add(each.id.number(), rowOf(each));
    for (const auto& each : data.benchmarks)
        add(each.id, rowOf(each));
    for (const auto& each : data.texts)
        add(each.id, rowOf(each));
    for (const auto& each : data.rules)
        add(each.id, rowOf(each));
    for (const auto& each : data.decisions)
        add(each.id, rowOf(each));
    return all;
}

QStringList filesIn(const test::Folder& folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

TEST_CASE("a new project holds what it was made of")
{
    const test::Folder folder;
    const NewYear year = test::smallYear();
    const ProjectFile file = fresh(folder(u"厦门市-2022.gpkg"_s));
    CHECK_FALSE(file.isReadOnly());
    CHECK(file.schemaOutcome() == SchemaOutcome::Current);
    const YearData data = loaded(file);

    CHECK(data.info.city == u"厦门市"_s);
    CHECK(data.info.year == 2022);
    CHECK(data.info.baseYear == 2019);
    CHECK(data.info.nearYear == 2025);
    CHECK(data.info.targetYear == 2035);
    CHECK(data.info.catalogueId == u"small-1"_s);
    CHECK(data.info.profileId == u"small"_s);
    CHECK(data.info.organisation == u"规划院"_s);
    CHECK(data.info.cutOff == QDate(2023, 4, 30));
    CHECK_FALSE(data.info.demonstration);
    CHECK(data.info.changedAt.isValid());
    CHECK(data.info.uuid.size() == 36);
    CHECK(data.info.schema == 6);

    CHECK(data.catalogue.id == year.catalogue.id);
    CHECK(data.catalogue.titleZh == year.catalogue.titleZh);
    CHECK(data.catalogue.standard == year.catalogue.standard);
    CHECK(data.catalogue.note == year.catalogue.note);
    CHECK(data.catalogue.indicators == year.catalogue.indicators);
    CHECK(data.catalogue.quantities == year.catalogue.quantities);
    REQUIRE(data.catalogue.dimensions.size() == 2);
    CHECK(data.catalogue.dimensions.first().categories == QStringList{u"粮食安全"_s, u"水安全"_s});
    REQUIRE(data.catalogue.profiles.size() == 1);
    CHECK(data.catalogue.profiles.first().counts == year.catalogue.profiles.first().counts);

    REQUIRE(data.regions.size() == 3);
    CHECK(data.city()->nameZh == u"厦门市"_s);
    CHECK(data.regions.at(2).parent == data.city()->id);
    CHECK(data.regions.at(2).id == RegionId(3));
    REQUIRE(data.sources.size() == 7);
    CHECK(data.sourceByKey(u"statistics"_s)->rank == 2);
    REQUIRE(data.departments.size() == 3);
    CHECK(data.departments.at(1).name == u"水利局"_s);
    CHECK(data.values.isEmpty());
}

TEST_CASE("a project is made whole or not at all and never over another file")
{
    const test::Folder folder;
    const QString path = folder(u"a.gpkg"_s);
    {
        QFile leftover(folder(u".a.gpkg.part"_s));
        REQUIRE(leftover.open(QIODevice::WriteOnly));
        leftover.write("half");
    }
    REQUIRE_OK(fresh(path).close());
    CHECK(filesIn(folder) == QStringList{u"a.gpkg"_s});
    const auto again = ProjectFile::create(path, test::smallYear());
    REQUIRE_FALSE(again);
    CHECK(again.error().code() == ErrorCode::BadUsage);
    const auto nowhere = ProjectFile::create(folder(u"无/b.gpkg"_s), test::smallYear());
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code() == ErrorCode::NotFound);
    // A catalogue that breaks a rule of the tables: the same code twice.
    NewYear twice = test::smallYear();
    twice.catalogue.indicators << twice.catalogue.indicators.first();
    const auto refused = ProjectFile::create(folder(u"c.gpkg"_s), twice);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::Invalid);
    CHECK(filesIn(folder) == QStringList{u"a.gpkg"_s});
}

TEST_CASE("every edit is stored, reloaded, undone and redone")
{
    const test::Folder folder;
    const QString path = folder(u"厦门市-2022.gpkg"_s);
    ProjectFile file = fresh(path);
    YearData data = loaded(file);
    QList<std::pair<QString, ChangeSet>> steps;
    const auto apply = [&](const ChangeSet& set) {
        REQUIRE_FALSE(set.isEmpty());
        const QString before = text(data);
        const ChangeSet done = committed(file, set);
        steps << std::pair(before, done);
        const auto reloaded = file.reload(data, done);
        REQUIRE_OK(reloaded);
        INFO(set.label.toStdString());
        CHECK(text(*reloaded) == text(loaded(file)));
        data = *reloaded;
        CHECK(text(data) != before);
        // Undo and redo give back the same rows with the same ids.
        const QString after = text(data);
        const ChangeSet undone = committed(file, done.inverted());
        CHECK(text(loaded(file)) == before);
        const auto back = file.reload(data, undone);
        REQUIRE_OK(back);
        CHECK(text(*back) == before);
        committed(file, done);
        CHECK(text(loaded(file)) == after);
    };

    apply(edits::setValue(data, test::figure(u"S-01"_s, 1, 2022, 1, 22.942305),
                          test::cell(u"C12"_s)));
    REQUIRE(data.values.size() == 1);
    CHECK(data.values.first().adopted);
    CHECK(data.values.first().number == 22.942305);
    CHECK(data.values.first().unit == u"万亩"_s);
    REQUIRE(data.evidenceOf(data.values.first()));
    const Evidence evidence = *data.evidenceOf(data.values.first());
    CHECK(evidence.cell == u"C12"_s);
    CHECK(evidence.takenAt == test::cell(u"C12"_s).takenAt);
    CHECK(evidence.person == u"张三"_s);

    apply(edits::setValue(data, test::figure(u"S-01"_s, 1, 2022, 2, 23), {}));
    apply(edits::setValue(data, test::figure(u"S-01"_s, 1, 2022, 1, 24), test::cell(u"C13"_s)));
    const Value* rival = data.rivals({u"S-01"_s, RegionId(1), 2022}).at(1);
    CHECK_FALSE(rival->adopted);
    apply(edits::adoptValue(data, rival->id, u"年鉴为准"_s));
    CHECK(data.adopted({u"S-01"_s, RegionId(1), 2022})->number == 23);
    CHECK(data.adopted({u"S-01"_s, RegionId(1), 2022})->adoptionReason == u"年鉴为准"_s);
    apply(edits::removeValue(data, data.adopted({u"S-01"_s, RegionId(1), 2022})->id));
    CHECK(data.adopted({u"S-01"_s, RegionId(1), 2022})->number == 24);

    Value withheld = test::figure(u"S-03"_s, 2, 2021, 3, 5);
    withheld.state = ValueState::Withheld;
    apply(edits::setValue(data, withheld, {}));
    CHECK(data.adopted({u"S-03"_s, RegionId(2), 2021})->state == ValueState::Withheld);

    apply(edits::excludeIndicator(data, u"S-03"_s, u"本市无林地"_s));
    CHECK(data.catalogue.indicator(u"S-03"_s)->excluded);
    CHECK(data.catalogue.indicator(u"S-03"_s)->exclusionReason == u"本市无林地"_s);
    apply(edits::includeIndicator(data, u"S-03"_s));
    catalogue::Indicator indicator = data.catalogue.indicators.first();
    indicator.definition = u"改过"_s;
    indicator.decimals = 3;
    apply(edits::setIndicator(data, indicator));
    indicator.code = u"T-01"_s;
    indicator.formula = u"beach / p_total"_s;
    catalogue::Quantity beach;
    beach.id = u"beach"_s;
    beach.nameZh = u"沙滩长度"_s;
    beach.unit = u"千米"_s;
    apply(edits::addIndicator(data, indicator, {beach}));
    CHECK(data.catalogue.indicators.last() == indicator);
    CHECK(data.catalogue.quantities.last() == beach);
    beach.note = u"含人工沙滩"_s;
    apply(edits::setQuantity(data, beach));

    Goal goal;
    goal.indicator = u"S-01"_s;
    goal.region = RegionId(1);
    goal.kind = GoalKind::Floor;
    goal.target = 19.47;
    goal.source = u"总体规划"_s;
    apply(edits::setGoal(data, goal));
    CHECK(data.goal(u"S-01"_s, RegionId(1))->target == 19.47);
    CHECK_FALSE(data.goal(u"S-01"_s, RegionId(1))->nearTarget);
    goal.lower = 1;
    apply(edits::setGoal(data, goal));
    apply(edits::setBenchmark(data, {0, u"S-01"_s, u"全国平均"_s, 3.5, 2021, u"公报"_s}));
    CHECK(data.benchmarksOf(u"S-01"_s).size() == 1);
    Department department = data.departments.at(1);
    department.contact = u"李工"_s;
    department.deadline = QDate(2023, 3, 31);
    apply(edits::setDepartment(data, department));
    apply(edits::setRegion(
        data, {RegionId(-1), u"350211"_s, u"集美区"_s, {}, RegionLevel::District, RegionId(1), 3}));
    CHECK(data.regionByName(u"集美区"_s)->id == RegionId(4));
    apply(edits::setSource(
        data, {SourceId(), u"department:水利局"_s, u"水利局报送"_s, SourceKind::Department, 1}));
    apply(
        edits::setText(data, {0, u"水利局"_s, {}, TextKind::Measure, u"加强节水"_s, evidence.id}));
    YearInfo info = data.info;
    info.organisation = u"市规划院"_s;
    info.demonstration = true;
    apply(edits::setInfo(data, info));
    CHECK(data.info.demonstration);

    // Back to the beginning, step by step.
    for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
        committed(file, step->second.inverted());
        CHECK(text(loaded(file)) == step->first);
    }
    REQUIRE_OK(file.close());
    CHECK(filesIn(folder) == QStringList{u"厦门市-2022.gpkg"_s});
    const auto report = verifyProject(path);
    REQUIRE_OK(report);
    CHECK(report->ok);
}

TEST_CASE("a set is checked against what stands in the file")
{
    const test::Folder folder;
    ProjectFile file = fresh(folder(u"a.gpkg"_s));
    const YearData start = loaded(file);
    committed(file, edits::setValue(start, test::figure(u"S-01"_s, 1, 2022, 1, 1), {}));
    const YearData first = loaded(file);
    committed(file, edits::setValue(first, test::figure(u"S-01"_s, 1, 2022, 1, 2), {}));

    // From the older snapshot: another value stands there now.
    ChangeSet stale = edits::setGoal(
        first, {GoalId(), u"S-02"_s, RegionId(1), GoalKind::Hold, {}, {}, {}, {}, {}, {}, {}});
    stale.append(edits::setValue(first, test::figure(u"S-01"_s, 1, 2022, 1, 3), {}));
    const QString before = text(loaded(file));
    const auto refused = file.commit(stale);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::Invalid);
    CHECK(refused.error().message().contains(u"已被改动"));
    CHECK(text(loaded(file)) == before);

    // The same figure twice, an unknown region, a number that is none, a column that is none.
    CHECK_FALSE(file.commit(edits::setValue(start, test::figure(u"S-01"_s, 1, 2022, 1, 3), {})));
    CHECK_FALSE(file.commit(edits::setValue(start, test::figure(u"S-01"_s, 99, 2022, 1, 3), {})));
    CHECK_FALSE(
        file.commit(edits::setValue(start, test::figure(u"S-01"_s, 1, 2020, 1, qQNaN()), {})));
    ChangeSet wrong{
        u"x"_s, {}, {{Table::Values, 1, {{u"nonsense"_s, u"nonsense"_s}}, {{u"unit"_s, u"亩"_s}}}}};
    CHECK_FALSE(file.commit(wrong));
    // A region that figures refer to cannot go.
    ChangeSet removal{u"x"_s, {}, {{Table::Regions, 1, rowOf(start.regions.first()), {}}}};
    const auto needed = file.commit(removal);
    REQUIRE_FALSE(needed);
    CHECK(needed.error().code() == ErrorCode::Invalid);
    CHECK(text(loaded(file)) == before);
    const auto report = verifyProject(file.path());
    REQUIRE_OK(report);
    CHECK(report->ok);
}

TEST_CASE("first rivals of one figure in one set: the better source is adopted")
{
    const test::Folder folder;
    ProjectFile file = fresh(folder(u"a.gpkg"_s));
    const YearData data = loaded(file);
    ChangeSet set;
    for (const qint64 source : {7, 2, 4})
        set.append(edits::setValue(data, test::figure(u"S-01"_s, 1, 2022, source, double(source)),
                                   test::cell(u"C1"_s)));
    for (int year = 2012; year < 2022; ++year)
        set.append(
            edits::setValue(data, test::figure(u"S-01"_s, 1, year, 1, year), test::cell(u"C1"_s)));
    committed(file, set);
    const YearData after = loaded(file);
    const auto rivals = after.rivals({u"S-01"_s, RegionId(1), 2022});
    REQUIRE(rivals.size() == 3);
    CHECK(rivals.at(0)->number == 2);
    CHECK(rivals.at(0)->adopted);
    CHECK_FALSE(rivals.at(1)->adopted);
    CHECK_FALSE(rivals.at(2)->adopted);
    CHECK(after.yearsOf(u"S-01"_s, RegionId(1)).size() == 11);
    for (int year = 2012; year < 2022; ++year)
        CHECK(after.adopted({u"S-01"_s, RegionId(1), year}));
    CHECK(after.evidence.size() == 13);
}

TEST_CASE("the audit says who, what, when, why")
{
    const test::Folder folder;
    ProjectFile file = fresh(folder(u"a.gpkg"_s));
    YearData data = loaded(file);
    committed(file, edits::setValue(data, test::figure(u"S-01"_s, 1, 2022, 1, 1), {}));
    ProjectFile::setPerson(u"王五"_s);
    data = loaded(file);
    committed(file, edits::adoptValue(data, ValueId(1), u"核实过"_s));
    const auto entries = file.audit();
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 3);
    const AuditEntry& last = entries->first();
    CHECK(last.number == 3);
    CHECK(last.person == u"王五"_s);
    CHECK(last.reason == u"核实过"_s);
    CHECK(last.table == u"values"_s);
    CHECK(last.row == 1);
    CHECK(last.before == uR"({"adopted":1,"adoption_reason":""})"_s);
    CHECK(last.after == uR"({"adopted":1,"adoption_reason":"核实过"})"_s);
    CHECK(last.at == loaded(file).info.changedAt);
    CHECK(last.at.timeSpec() == Qt::UTC);

    AuditFilter filter;
    filter.person = u"张三"_s;
    CHECK(file.audit(filter)->size() == 2);
    filter.limit = 1;
    CHECK(file.audit(filter)->first().number == 2);
    filter.beforeNumber = 2;
    CHECK(file.audit(filter)->first().number == 1);
    AuditFilter word;
    word.text = u"耕地"_s;
    CHECK(file.audit(word)->size() == 2);
    AuditFilter late;
    late.from = last.at.addSecs(60);
    CHECK(file.audit(late)->isEmpty());
}

TEST_CASE("no side file stays beside a closed project")
{
    const test::Folder folder;
    const QString path = folder(u"a.gpkg"_s);
    ProjectFile file = fresh(path);
    committed(file, edits::setValue(loaded(file), test::figure(u"S-01"_s, 1, 2022, 1, 1), {}));
    CHECK(filesIn(folder).contains(u"a.gpkg-wal"_s));
    SECTION("closed alone")
    {
        REQUIRE_OK(file.close());
        CHECK(filesIn(folder) == QStringList{u"a.gpkg"_s});
        CHECK_FALSE(file.load());
    }
    SECTION("closed while another reads")
    {
        auto reader = ProjectFile::open(path, OpenMode::ReadOnly);
        REQUIRE_OK(reader);
        CHECK(loaded(*reader).values.size() == 1);
        REQUIRE_OK(file.close());
        CHECK(loaded(*reader).values.size() == 1);
        REQUIRE_OK(reader->close());
        CHECK(filesIn(folder) == QStringList{u"a.gpkg"_s});
    }
    SECTION("dropped and moved over")
    {
        file = fresh(folder(u"b.gpkg"_s));
        CHECK_FALSE(filesIn(folder).contains(u"a.gpkg-wal"_s));
    }
}

TEST_CASE("one writer at a time")
{
    const test::Folder folder;
    const QString path = folder(u"a.gpkg"_s);
    ProjectFile writer = fresh(path);
    ProjectFile::setPerson(u"李四"_s);
    auto second = ProjectFile::open(path);
    REQUIRE_OK(second);
    CHECK(second->isReadOnly());
    CHECK(second->lockHolder().startsWith(u"张三@"));
    CHECK(second->readOnlyReason().contains(u"张三"));
    const auto refused = second->commit(
        edits::setValue(loaded(*second), test::figure(u"S-01"_s, 1, 2022, 1, 1), {}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::ReadOnly);
    // The reader sees what the writer commits.
    committed(writer, edits::setValue(loaded(writer), test::figure(u"S-01"_s, 1, 2022, 1, 7), {}));
    CHECK(loaded(*second).values.size() == 1);
    // Through a link to the same file, too.
    REQUIRE(QFile::link(path, folder(u"链接.gpkg"_s)));
    CHECK(ProjectFile::open(folder(u"链接.gpkg"_s))->isReadOnly());
    REQUIRE_OK(second->close());
    REQUIRE_OK(writer.close());
    const auto third = ProjectFile::open(path);
    REQUIRE_OK(third);
    CHECK_FALSE(third->isReadOnly());
    CHECK(third->lockHolder().isEmpty());
}

TEST_CASE("a copy is whole, and given up without a trace")
{
    const test::Folder folder;
    ProjectFile file = fresh(folder(u"a.gpkg"_s));
    committed(file, edits::setValue(loaded(file), test::figure(u"S-01"_s, 1, 2022, 1, 1), {}));
    double share = 0;
    REQUIRE_OK(file.backupTo(folder(u"备份.gpkg"_s), {}, [&](double now, const QString&) {
        CHECK(now >= share);
        share = now;
    }));
    CHECK(share == 1);
    const auto report = verifyProject(folder(u"备份.gpkg"_s));
    REQUIRE_OK(report);
    CHECK(report->ok);
    {
        const auto copy = ProjectFile::open(folder(u"备份.gpkg"_s));
        REQUIRE_OK(copy);
        CHECK(text(loaded(*copy)) == text(loaded(file)));
    }
    const CancelToken cancel;
    cancel.cancel();
    const auto cancelled = file.backupTo(folder(u"c.gpkg"_s), cancel);
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code() == ErrorCode::Cancelled);
    CHECK_FALSE(file.backupTo(file.path()));
    REQUIRE_OK(file.close());
    CHECK(filesIn(folder) == QStringList({u"a.gpkg"_s, u"备份.gpkg"_s}));
}

TEST_CASE("loading can be cancelled")
{
    const test::Folder folder;
    const ProjectFile file = fresh(folder(u"a.gpkg"_s));
    const CancelToken cancel;
    cancel.cancel();
    const auto data = file.load(cancel);
    REQUIRE_FALSE(data);
    CHECK(data.error().code() == ErrorCode::Cancelled);
}

TEST_CASE("the next year takes along what stays")
{
    const test::Folder folder;
    ProjectFile file = fresh(folder(u"2022.gpkg"_s));
    YearData data = loaded(file);
    ChangeSet set =
        edits::setValue(data, test::figure(u"S-01"_s, 2, 2022, 7, 1), test::cell(u"C1"_s));
    set.append(edits::setValue(data, test::figure(u"S-01"_s, 2, 2022, 2, 2), test::cell(u"C2"_s)));
    set.append(edits::setGoal(
        data, {GoalId(), u"S-01"_s, RegionId(1), GoalKind::Floor, 19.47, {}, {}, {}, {}, {}, {}}));
    set.append(edits::setBenchmark(data, {0, u"S-01"_s, u"全国"_s, 3, 2021, {}}));
    set.append(edits::setText(data, {0, u"水利局"_s, {}, TextKind::Measure, u"节水"_s, {}}));
    set.append(edits::excludeIndicator(data, u"S-03"_s, u"无"_s));
    Department department = data.departments.first();
    department.contact = u"王工"_s;
    department.deadline = QDate(2023, 3, 1);
    department.returnedAt = QDate(2023, 3, 2);
    set.append(edits::setDepartment(data, department));
    committed(file, set);
    data = loaded(file);
    REQUIRE_OK(file.close());

    auto next = rollForward(folder(u"2022.gpkg"_s), folder(u"2023.gpkg"_s), 2023);
    REQUIRE_OK(next);
    const YearData now = loaded(*next);
    CHECK(now.info.year == 2023);
    CHECK(now.info.city == u"厦门市"_s);
    CHECK(now.info.baseYear == 2019);
    CHECK(now.info.uuid != data.info.uuid);
    CHECK_FALSE(now.info.cutOff.isValid());
    CHECK(now.catalogue.indicators == data.catalogue.indicators);
    REQUIRE(now.values.size() == 1);
    CHECK(now.values.first().number == 2);
    CHECK(now.region(now.values.first().region)->nameZh == u"思明区"_s);
    REQUIRE(now.evidence.size() == 1);
    CHECK(now.evidenceOf(now.values.first())->cell == u"C2"_s);
    CHECK(now.goal(u"S-01"_s, RegionId(1))->target == 19.47);
    CHECK(now.benchmarks.size() == 1);
    CHECK(now.texts.isEmpty());
    CHECK(now.departments.first().contact == u"王工"_s);
    CHECK_FALSE(now.departments.first().deadline.isValid());
    CHECK_FALSE(now.departments.first().returnedAt.isValid());
    REQUIRE_OK(next->close());
    CHECK(verifyProject(folder(u"2023.gpkg"_s))->ok);
    CHECK_FALSE(rollForward(folder(u"2022.gpkg"_s), folder(u"2021.gpkg"_s), 2021));
    CHECK(filesIn(folder) == QStringList({u"2022.gpkg"_s, u"2023.gpkg"_s}));
}

TEST_CASE("rule settings and decisions are edits like others: kept, audited, undone")
{
    const test::Folder folder;
    ProjectFile file = fresh(folder(u"a.gpkg"_s));
    const YearData empty = loaded(file);

    RuleSetting setting{0, u"jump"_s, true, u"note"_s, {{u"change"_s, 0.3}}};
    committed(file, edits::setRule(empty, setting));
    const Decision decision{0,
                            u"rivals:gdp:厦门市:2021"_s,
                            FindingState::Explained,
                            u"7033.89;7295.67"_s,
                            u"相差 3.6%"_s,
                            u"初步核算与最终核实"_s,
                            u"李四"_s,
                            QDateTime({2023, 5, 10}, {2, 0}, Qt::UTC)};
    const ChangeSet decided = committed(file, edits::setDecision(empty, decision));
    YearData data = loaded(file);
    REQUIRE(data.rules.size() == 1);
    CHECK(data.rules.first().severity == u"note"_s);
    CHECK(data.rules.first().parameters.value(u"change"_s).toDouble() == 0.3);
    REQUIRE(data.decisions.size() == 1);
    CHECK(data.decisions.first().state == FindingState::Explained);
    CHECK(data.decisions.first().at == decision.at);
    CHECK(data.decisions.first().person == u"李四"_s);
    CHECK(edits::setDecision(data, decision).isEmpty());
    CHECK(edits::setRule(data, setting).isEmpty());
    const auto newest = file.audit({});
    REQUIRE_OK(newest);
    CHECK(newest->first().table == u"decisions"_s);
    CHECK(newest->first().reason == u"初步核算与最终核实"_s);

    // Only what changed is read again, and undo takes it away.
    const ChangeSet undone = committed(file, decided.inverted());
    data = *file.reload(data, undone);
    CHECK(data.decisions.isEmpty());
    CHECK(data.rules.size() == 1);
    CHECK(edits::setDecision(data, {0, u"x"_s, FindingState::Open, {}, {}, {}, {}, {}}).isEmpty());
    // A setting that says what the shipped rule says is none.
    committed(file, edits::setRule(data, {0, u"jump"_s, true, {}, {}}));
    CHECK(loaded(file).rules.isEmpty());
    REQUIRE_OK(file.close());
    CHECK(verifyProject(folder(u"a.gpkg"_s))->ok);
}

TEST_CASE("GDAL lists the tables without complaint")
{
    const QString ogrinfo = QStandardPaths::findExecutable(u"ogrinfo"_s);
    if (ogrinfo.isEmpty()) {
        WARN("skipped: ogrinfo is not installed");
        return;
    }
    const test::Folder folder;
    ProjectFile file = fresh(folder(u"厦门市-2022.gpkg"_s));
    committed(file, edits::setValue(loaded(file), test::figure(u"S-01"_s, 1, 2022, 1, 22.5),
                                    test::cell(u"C1"_s)));
    REQUIRE_OK(file.close());
    QProcess process;
    process.start(ogrinfo, {u"-ro"_s, u"-al"_s, file.path()});
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 0);
    CHECK(QString::fromUtf8(process.readAllStandardError()) == QString());
    const QString out = QString::fromUtf8(process.readAllStandardOutput());
    for (const QString& table : {u"cc_info"_s, u"cc_indicators"_s, u"cc_values"_s, u"cc_audit"_s,
                                 u"cc_texts"_s, u"cc_rules"_s, u"cc_decisions"_s})
        CHECK(out.contains(u"Layer name: "_s + table));
    CHECK(out.contains(u"number (Real) = 22.5"_s));
    CHECK(out.contains(u"taken_at (DateTime) = 2023/03/02 09:15:00.250+00"_s));
    CHECK_FALSE(out.contains(u"Warning"_s));
}
