#include "core/project/migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

// Outside any namespace, as Q_INIT_RESOURCE asks; keeps the linker from dropping the steps.
static void useSqlResource()
{
    Q_INIT_RESOURCE(sql);
}

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

Error fault(const QString& file, const QString& what)
{
    return {ErrorCode::Internal,
            Text::tr("程序自带的表结构文件 %1 有误，请重新安装本软件。").arg(file), what};
}

bool isOnlyComments(const QString& statement)
{
    for (const QString& line : statement.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty() && !trimmed.startsWith(u"--"))
            return false;
    }
    return true;
}

Result<Migration> readMigration(const QString& folder, const QString& name)
{
    QFile file(folder + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return fault(name, file.errorString());
    const QString text = QString::fromUtf8(file.readAll());

    static const QRegularExpression versionLine(u"^-- version: (\\d+)$"_s,
                                                QRegularExpression::MultilineOption);
    static const QRegularExpression compatibleLine(u"^-- min_compatible: (\\d+)$"_s,
                                                   QRegularExpression::MultilineOption);
    static const QRegularExpression rerunLine(u"^-- re-run: \\S"_s,
                                              QRegularExpression::MultilineOption);
    static const QRegularExpression separator(u"^-- next[ \\t]*\\n"_s,
                                              QRegularExpression::MultilineOption);
    const auto version = versionLine.match(text);
    const auto compatible = compatibleLine.match(text);
    if (!version.hasMatch() || !compatible.hasMatch() || !rerunLine.match(text).hasMatch())
        return fault(name, u"head comment incomplete"_s);

    Migration step{version.captured(1).toInt(), compatible.captured(1).toInt(), {}};
    if (step.version != name.left(3).toInt())
        return fault(name, u"version differs from the file's number"_s);
    for (const QString& statement : text.split(separator)) {
        if (!isOnlyComments(statement))
            step.statements << statement.trimmed();
    }
    if (step.statements.isEmpty())
        return fault(name, u"no statements"_s);
    return step;
}

Result<void> apply(const Database& database, const Migration& step)
{
    auto transaction = Transaction::begin(database, true);
    if (!transaction)
        return transaction.error();
    for (const QString& statement : step.statements) {
        const Result<void> done = database.run(statement);
        if (!done)
            return done.error();
    }
    const Result<void> stamped = database.run(
        u"INSERT INTO cc_schema (id, version, min_compatible) VALUES (1, %1, %2) "
        "ON CONFLICT (id) DO UPDATE SET version = excluded.version, min_compatible = excluded.min_compatible"_s
            .arg(step.version)
            .arg(step.minCompatible));
    if (!stamped)
        return stamped.error();
    return (*transaction)->commit();
}

} // namespace

Result<QList<Migration>> readMigrations(const QString& folder)
{
    useSqlResource();
    const QStringList names =
        QDir(folder).entryList({u"[0-9][0-9][0-9]_*.sql"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fault(folder, u"no steps"_s);
    QList<Migration> steps;
    for (const QString& name : names) {
        Result<Migration> step = readMigration(folder, name);
        if (!step)
            return step.error();
        if (step->version != steps.size() + 1)
            return fault(name, u"a step is missing before this one"_s);
        steps << *std::move(step);
    }
    return steps;
}

Result<SchemaState> schemaState(const Database& database)
{
    const Result<bool> there = database.hasTable(u"cc_schema"_s);
    if (!there)
        return there.error();
    if (!*there)
        return SchemaState{};
    const auto version = database.scalar(u"SELECT version FROM cc_schema WHERE id = 1"_s);
    if (!version)
        return version.error();
    const auto compatible = database.scalar(u"SELECT min_compatible FROM cc_schema WHERE id = 1"_s);
    if (!compatible)
        return compatible.error();
    return SchemaState{version->toInt(), compatible->toInt()};
}

SchemaOutcome compareSchema(const SchemaState& state, const QList<Migration>& steps)
{
    if (steps.isEmpty() || state.version < 0)
        return SchemaOutcome::Damaged;
    const int ours = steps.last().version;
    if (state.version == ours)
        return SchemaOutcome::Current;
    if (state.version < ours)
        return SchemaOutcome::Upgraded;
    return state.minCompatible <= ours ? SchemaOutcome::NewerReadable
                                       : SchemaOutcome::NewerUnreadable;
}

SchemaOutcome migrate(const Database& database, const QList<Migration>& steps, Error* failure)
{
    const auto failed = [failure](const Error& error) {
        if (failure)
            *failure = error;
        return SchemaOutcome::UpgradeFailed;
    };
    const Result<SchemaState> state = schemaState(database);
    if (!state) {
        if (failure)
            *failure = state.error();
        return SchemaOutcome::Damaged;
    }
    const SchemaOutcome outcome = compareSchema(*state, steps);
    if (outcome != SchemaOutcome::Upgraded)
        return outcome;
    for (const Migration& step : steps) {
        if (step.version <= state->version)
            continue;
        const Result<void> done = apply(database, step);
        if (!done)
            return failed(done.error());
    }
    return SchemaOutcome::Upgraded;
}

} // namespace checkup::project
