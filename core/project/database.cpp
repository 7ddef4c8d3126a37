#include "core/project/database.h"

#include <QAtomicInteger>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <sqlite3.h>

namespace checkup::project {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Project)
};

Error sentence(int code, int systemError, const QString& path, const QString& detail)
{
    const QString name = QDir::toNativeSeparators(path);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy,
                Text::tr("%1 正被其他程序写入，请稍后再试，或关闭正在编辑它的程序（如 QGIS）。")
                    .arg(name),
                detail};
    case SQLITE_READONLY:
        return {
            ErrorCode::ReadOnly,
            Text::tr("%1 不能写入，请检查文件和所在文件夹的权限，或另存到可写的文件夹。").arg(name),
            detail};
    case SQLITE_FULL:
        return {ErrorCode::DiskFull,
                Text::tr("磁盘空间不足，%1 未作改动；请清理磁盘后重试。").arg(name), detail};
    case SQLITE_IOERR:
        if (systemError == EFBIG || systemError == ENOSPC || systemError == EDQUOT)
            return sentence(SQLITE_FULL, 0, path, detail);
        break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Damaged, Text::tr("%1 已损坏，无法读取；请改用它的备份。").arg(name),
                detail};
    case SQLITE_CONSTRAINT:
        switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
            return {ErrorCode::Invalid,
                    Text::tr("%1 中已有相同的记录，本次修改未保存；请刷新后重试。").arg(name),
                    detail};
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return {ErrorCode::Invalid,
                    Text::tr("%1 "
                             "中的其他记录仍引用这条记录，或所引用的记录不存在，本次修改未保存；请"
                             "先处理相关记录。")
                        .arg(name),
                    detail};
        default:
            return {ErrorCode::Invalid,
                    Text::tr("要写入 %1 的内容不完整或自相矛盾，本次修改未保存；请检查数值与状态。")
                        .arg(name),
                    detail};
        }
    default:
        break;
    }
    return {ErrorCode::Io, Text::tr("读写 %1 失败，请检查磁盘和网络连接后重试。").arg(name),
            detail};
}

Error unreadable(const QString& path, const QString& detail)
{
    return {ErrorCode::Io,
            Text::tr("无法读取 %1，请检查文件权限。").arg(QDir::toNativeSeparators(path)), detail};
}

QAtomicInteger<quint64> connectionNumber;

} // namespace

QString quoted(const QString& identifier)
{
    QString text = identifier;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QVariant toSql(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return QVariant(QMetaType(QMetaType::QString));
    case QJsonValue::Bool:
        return value.toBool() ? 1 : 0;
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger();
        if (number == std::floor(number) && static_cast<double>(whole) == number)
            return whole;
        return number;
    }
    default:
        return value.toString();
    }
}

QJsonValue fromSql(const QVariant& value)
{
    if (value.isNull())
        return QJsonValue(QJsonValue::Null);
    switch (value.typeId()) {
    case QMetaType::LongLong:
    case QMetaType::Int:
        return value.toLongLong();
    case QMetaType::Double:
        return value.toDouble();
    default:
        return value.toString();
    }
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, Access access)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return Error(
            ErrorCode::Internal,
            Text::tr("缺少 Qt 的 SQLite 驱动，无法打开项目文件；请安装软件包 libqt6sql6-sqlite。"));
    std::unique_ptr<Database> database(new Database);
    database->m_path = path;
    database->m_name = u"checkup-project-%1"_s.arg(++connectionNumber);
    database->m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_name);
    QSqlDatabase& connection = database->m_connection;
    QString options = u"QSQLITE_BUSY_TIMEOUT=2000"_s;
    if (access == Access::Frozen || access == Access::Immutable)
        options += u";QSQLITE_OPEN_READONLY"_s;
    if (access == Access::Immutable) {
        options += u";QSQLITE_OPEN_URI"_s;
        connection.setDatabaseName(
            QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded)) +
            u"?immutable=1"_s);
    } else {
        connection.setDatabaseName(path);
    }
    connection.setConnectOptions(options);
    if (!connection.open())
        return database->failure(connection.lastError(), u"open"_s);
    for (const QString& statement :
         {u"PRAGMA foreign_keys=ON"_s,
          access == Access::Write ? u"PRAGMA synchronous=FULL"_s : u"PRAGMA query_only=ON"_s}) {
        const Result<void> done = database->run(statement);
        if (!done)
            return done.error();
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::openInMemory()
{
    return open(u":memory:"_s, Access::Write);
}

Database::~Database()
{
    m_connection.close();
    m_connection = QSqlDatabase();
    if (!m_name.isEmpty())
        QSqlDatabase::removeDatabase(m_name);
}

sqlite3* Database::handle() const
{
    const QVariant handle = m_connection.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3* const*>(handle.constData()) : nullptr;
}

Error Database::failure(const QSqlError& error, const QString& statement) const
{
    bool known = false;
    int code = error.nativeErrorCode().toInt(&known);
    if (!known || code == 0)
        code = SQLITE_ERROR;
    int systemError = 0;
    if (m_connection.isOpen()) {
        if (sqlite3* const db = handle())
            systemError = sqlite3_system_errno(db);
    }
    return sentence(code, systemError, m_path,
                    u"%1 [%2] %3 | %4"_s.arg(error.databaseText(), error.nativeErrorCode(),
                                             error.driverText(), statement.left(400)));
}

Result<void> Database::run(const QString& statement) const
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return failure(query.lastError(), statement);
    return {};
}

Result<QVariant> Database::scalar(const QString& statement, const QVariantList& bound) const
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return failure(query.lastError(), statement);
    for (const QVariant& value : bound)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query.lastError(), statement);
    if (query.next())
        return query.value(0);
    if (query.lastError().isValid())
        return failure(query.lastError(), statement);
    return QVariant();
}

Result<QStringList> Database::column(const QString& statement) const
{
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return failure(query.lastError(), statement);
    QStringList texts;
    while (query.next())
        texts << query.value(0).toString();
    if (query.lastError().isValid())
        return failure(query.lastError(), statement);
    return texts;
}

Result<bool> Database::hasTable(const QString& name) const
{
    const Result<QVariant> number =
        scalar(u"SELECT count(*) FROM sqlite_master WHERE type='table' AND name=?"_s, {name});
    if (!number)
        return number.error();
    return number->toInt() > 0;
}

Result<std::unique_ptr<Transaction>> Transaction::begin(const Database& database, bool forWriting)
{
    const Result<void> begun = database.run(forWriting ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    if (!begun)
        return begun.error();
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after some failures; a second rollback then only complains.
    if (!m_done)
        (void)m_database.run(u"ROLLBACK"_s);
}

Result<void> Transaction::commit()
{
    Result<void> done = m_database.run(u"COMMIT"_s);
    m_done = done.has_value();
    return done;
}

Result<void> copyDatabase(const Database& from, const Database& to)
{
    sqlite3_backup* const backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    int code = SQLITE_ERROR;
    if (backup) {
        code = sqlite3_backup_step(backup, -1);
        sqlite3_backup_finish(backup);
    }
    if (code != SQLITE_DONE)
        return sentence(code, sqlite3_system_errno(to.handle()), to.path(),
                        QString::fromUtf8(sqlite3_errmsg(to.handle())));
    return {};
}

bool hasSideFiles(const QString& path)
{
    return QFileInfo(path + u"-wal"_s).size() > 0 || QFileInfo(path + u"-journal"_s).size() > 0;
}

Result<FileHead> readHead(const QString& path)
{
    // Through SQLite's own handle: closing one of ours would take away, on POSIX systems, the lock
    // of whoever in this process has the file open.
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, int (*)(sqlite3*)> connection(opened, &sqlite3_close);
    sqlite3_file* file = nullptr;
    sqlite3_int64 length = 0;
    if (code != SQLITE_OK ||
        sqlite3_file_control(opened, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        !file || !file->pMethods || file->pMethods->xFileSize(file, &length) != SQLITE_OK)
        return unreadable(path, QString::fromUtf8(opened ? sqlite3_errmsg(opened) : ""));
    FileHead head;
    QByteArray bytes(std::min<sqlite3_int64>(length, 100), '\0');
    if (!bytes.isEmpty() &&
        file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), 0) != SQLITE_OK)
        return unreadable(path, QString::fromUtf8(sqlite3_errmsg(opened)));
    const QByteArray magic("SQLite format 3\0", 16);
    head.sqlite = bytes.size() >= 16 && bytes.startsWith(magic);
    if (!head.sqlite)
        return head;
    if (bytes.size() < 100) {
        head.truncated = true;
        return head;
    }
    const auto* const raw = reinterpret_cast<const uchar*>(bytes.constData());
    head.walMode = raw[18] == 2;
    const quint16 size = qFromBigEndian<quint16>(raw + 16);
    const qint64 pageSize = size == 1 ? 65536 : size;
    const qint64 pages = qFromBigEndian<quint32>(raw + 28);
    // The stored page count is to be trusted only when these two counters agree.
    const bool trusted = qFromBigEndian<quint32>(raw + 24) == qFromBigEndian<quint32>(raw + 92);
    head.truncated = trusted && length < pages * pageSize && !hasSideFiles(path);
    return head;
}

} // namespace checkup::project
