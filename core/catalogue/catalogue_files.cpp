#include "core/catalogue/catalogue_files.h"

#include "core/base/file_tools.h"
#include "core/catalogue/checks.h"
#include "core/catalogue/csv.h"
#include "core/catalogue/formula.h"
#include "core/catalogue/rows.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

/// Q_INIT_RESOURCE must stand outside every namespace.
static void initCatalogueResources()
{
    Q_INIT_RESOURCE(catalogues);
}

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueFiles)
};

constexpr qint64 largestFile = qint64(32) * 1024 * 1024;
QString builtInFolder()
{
    return u":/catalogues"_s;
}

/// One of the two tables while it is read: finds cells by column and keeps the faults.
class Table
{
public:
    Table(QString fileName, QList<QStringList> records, const QStringList& columns, Issues& issues)
        : m_fileName(std::move(fileName))
        , m_records(std::move(records))
        , m_issues(issues)
    {
        const QStringList header = m_records.isEmpty() ? QStringList() : m_records.first();
        for (qsizetype i = 0; i < header.size(); ++i) {
            const QString& name = header[i];
            if (name.isEmpty())
                continue;
            if (m_columns.contains(name))
                report(Severity::Error, 1, name, Text::tr("列名重复；请只保留一列。"));
            else if (!columns.contains(name))
                report(Severity::Warning, 1, name,
                       Text::tr("没有这一列的约定，内容未读取；请核对列名。"));
            else
                m_columns.insert(name, i);
        }
        for (const QString& name : columns) {
            if (!m_columns.contains(name))
                report(Severity::Error, 1, name, Text::tr("缺少这一列；请补上列名。"));
        }
        m_width = header.size();
    }

    /// Goes to the next row that has something in it.
    bool next()
    {
        while (++m_at < m_records.size()) {
            const QStringList& record = m_records[m_at];
            const auto isFilled = [](const QString& cell) { return !cell.isEmpty(); };
            if (std::none_of(record.cbegin(), record.cend(), isFilled))
                continue;
            if (record.size() < m_width)
                report(Severity::Error, row(), {},
                       Text::tr("只有 %1 格，应有 %2 格；请检查是否少了逗号。")
                           .arg(record.size())
                           .arg(m_width));
            else if (std::any_of(record.cbegin() + m_width, record.cend(), isFilled))
                report(Severity::Error, row(), {},
                       Text::tr("有 %1 格，应有 %2 格；含逗号的文字须放在引号内。")
                           .arg(record.size())
                           .arg(m_width));
            return true;
        }
        return false;
    }

    int row() const { return static_cast<int>(m_at) + 1; }

    QString cell(const QString& column) const
    {
        const auto found = m_columns.constFind(column);
        return found == m_columns.cend() ? QString() : m_records[m_at].value(*found);
    }

    QStringList list(const QString& column) const
    {
        QStringList entries;
        for (const QString& entry :
             cell(column).replace(u'；', QChar(listSeparator)).split(QChar(listSeparator))) {
            if (!entry.trimmed().isEmpty())
                entries.append(entry.trimmed());
        }
        return entries;
    }

    /// The cell as one of an enum's keys; reports another text and keeps `value`.
    template <class Enum>
    void read(const QString& column, std::optional<Enum> (*fromKey)(QStringView), Enum& value)
    {
        if (!m_columns.contains(column))
            return;
        const QString text = cell(column);
        if (const auto known = fromKey(text))
            value = *known;
        else
            unknown(column, text);
    }

    void unknown(const QString& column, const QString& text)
    {
        report(Severity::Error, row(), column,
               text.isEmpty() ? Text::tr("没有填写；请补上。")
                              : Text::tr("“%1”不认识；请改用约定的写法。").arg(text));
    }

    bool has(const QString& column) const { return m_columns.contains(column); }

private:
    void report(Severity severity, int row, const QString& column, const QString& text)
    {
        const QString place =
            column.isEmpty() ? Text::tr("第 %1 行").arg(row) : cellName(row, column);
        m_issues.append({severity, text, m_fileName, {}, place, 1});
    }

    QString m_fileName;
    QList<QStringList> m_records;
    Issues& m_issues;
    QHash<QString, qsizetype> m_columns;
    qsizetype m_width = 0;
    qsizetype m_at = 0; ///< the header's row at first
};

void readIndicators(Table& table, Catalogue& catalogue, RowNumbers& rows)
{
    while (table.next()) {
        Indicator row;
        row.code = table.cell(u"code"_s);
        row.dimension = table.cell(u"dimension"_s);
        row.category = table.cell(u"category"_s);
        row.nameZh = table.cell(u"name_zh"_s);
        row.nameEn = table.cell(u"name_en"_s);
        row.unit = table.cell(u"unit"_s);
        if (table.has(u"decimals"_s)) {
            bool ok = false;
            const int decimals = table.cell(u"decimals"_s).toInt(&ok);
            if (ok)
                row.decimals = decimals;
            else
                table.unknown(u"decimals"_s, table.cell(u"decimals"_s));
        }
        table.read(u"kind"_s, kindFromKey, row.kind);
        table.read(u"direction"_s, directionFromKey, row.direction);
        table.read(u"constraint"_s, constraintFromKey, row.constraint);
        table.read(u"spatial_method"_s, spatialMethodFromKey, row.method);
        row.definition = table.cell(u"definition_zh"_s);
        row.formula = table.cell(u"formula"_s);
        row.department = table.cell(u"department"_s);
        row.aspect = table.cell(u"aspect"_s);
        table.read(u"confidence"_s, confidenceFromKey, row.confidence);
        table.read(u"kind_confidence"_s, confidenceFromKey, row.kindConfidence);
        if (table.has(u"definition_recalled"_s)) {
            const QString recalled = table.cell(u"definition_recalled"_s);
            row.definitionRecalled = recalled != u"no";
            if (recalled != u"yes" && recalled != u"no")
                table.unknown(u"definition_recalled"_s, recalled);
        }
        row.source = table.cell(u"source"_s);
        row.profiles = table.list(u"profiles"_s);
        catalogue.indicators.append(row);
        rows.indicators.append(table.row());
    }
}

void readQuantities(Table& table, Catalogue& catalogue, RowNumbers& rows)
{
    while (table.next()) {
        Quantity row;
        row.id = table.cell(u"id"_s);
        row.nameZh = table.cell(u"name_zh"_s);
        row.nameEn = table.cell(u"name_en"_s);
        row.unit = table.cell(u"unit"_s);
        for (const QString& entry : table.list(u"origin"_s)) {
            if (const auto origin = originFromKey(entry))
                row.origins.append(*origin);
            else
                table.unknown(u"origin"_s, entry);
        }
        row.layer = table.cell(u"layer"_s);
        row.department = table.cell(u"department"_s);
        row.note = table.cell(u"note"_s);
        catalogue.quantities.append(row);
        rows.quantities.append(table.row());
    }
}

/// One JSON object of the head file: takes its members out and reports what is wrong or left over.
class HeadObject
{
public:
    HeadObject(const QJsonObject& object, QString path, Issues& issues)
        : m_object(object)
        , m_path(std::move(path))
        , m_issues(issues)
    {}

    ~HeadObject()
    {
        for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
            if (!m_seen.contains(it.key()))
                report(Severity::Warning, it.key(),
                       Text::tr("没有这一项的约定，内容未读取；请核对名称。"));
        }
    }
    Q_DISABLE_COPY_MOVE(HeadObject)

    QString text(const QString& key, bool required = false)
    {
        m_seen.insert(key);
        const QJsonValue value = m_object.value(key);
        if (!value.isString() && (required || !value.isUndefined()))
            report(Severity::Error, key, Text::tr("应是一段文字；请补上。"));
        else if (required && value.toString().trimmed().isEmpty())
            report(Severity::Error, key, Text::tr("没有填写；请补上。"));
        return value.toString().trimmed();
    }

    int number(const QString& key)
    {
        m_seen.insert(key);
        const QJsonValue value = m_object.value(key);
        constexpr int none = -1;
        const int number = value.toInt(none);
        if (!value.isUndefined() && number < 0) {
            report(Severity::Error, key, Text::tr("应是不小于 0 的整数；请更正。"));
            return 0;
        }
        return std::max(number, 0);
    }

    QJsonArray array(const QString& key)
    {
        m_seen.insert(key);
        if (!m_object.value(key).isArray())
            report(Severity::Error, key, Text::tr("应是一个列表；请补上。"));
        return m_object.value(key).toArray();
    }

    QJsonObject object(const QString& key)
    {
        m_seen.insert(key);
        if (!m_object.value(key).isObject())
            report(Severity::Error, key, Text::tr("应是一组名称和数；请补上。"));
        return m_object.value(key).toObject();
    }

    void report(Severity severity, const QString& key, const QString& text)
    {
        m_issues.append({severity, text, headFileName(), {}, m_path + key, 1});
    }

private:
    QJsonObject m_object;
    QString m_path;
    QSet<QString> m_seen;
    Issues& m_issues;
};

Result<void> readHead(const QByteArray& bytes, Catalogue& catalogue, Issues& issues)
{
    QJsonParseError fault;
    const QByteArray plain = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    const QJsonDocument document = QJsonDocument::fromJson(plain, &fault);
    if (!document.isObject()) {
        const auto line = plain.left(fault.offset).count('\n') + 1;
        return Error(ErrorCode::Invalid,
                     Text::tr("“%1”第 %2 行附近不是合法的 JSON；请检查引号、逗号和括号。")
                         .arg(headFileName())
                         .arg(line),
                     fault.errorString());
    }
    HeadObject head(document.object(), {}, issues);
    catalogue.id = head.text(u"id"_s, true);
    catalogue.titleZh = head.text(u"title_zh"_s, true);
    catalogue.titleEn = head.text(u"title_en"_s);
    catalogue.standard = head.text(u"standard"_s);
    catalogue.version = head.text(u"version"_s);
    catalogue.note = head.text(u"note"_s);
    const QJsonArray dimensions = head.array(u"dimensions"_s);
    for (qsizetype i = 0; i < dimensions.size(); ++i) {
        HeadObject entry(dimensions[i].toObject(), u"dimensions[%1]."_s.arg(i + 1), issues);
        Dimension dimension;
        dimension.id = entry.text(u"id"_s, true);
        dimension.nameZh = entry.text(u"name_zh"_s, true);
        dimension.nameEn = entry.text(u"name_en"_s);
        for (const QJsonValue& category : entry.array(u"categories"_s))
            dimension.categories.append(category.toString().trimmed());
        catalogue.dimensions.append(dimension);
    }
    const QJsonArray profiles = head.array(u"profiles"_s);
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        const QString path = u"profiles[%1]."_s.arg(i + 1);
        HeadObject entry(profiles[i].toObject(), path, issues);
        Profile profile;
        profile.id = entry.text(u"id"_s, true);
        profile.titleZh = entry.text(u"title_zh"_s, true);
        profile.titleEn = entry.text(u"title_en"_s);
        profile.total = entry.number(u"total"_s);
        profile.categories = entry.number(u"categories"_s);
        HeadObject counts(entry.object(u"counts"_s), path + u"counts."_s, issues);
        for (const Kind kind : {Kind::Basic, Kind::Mandatory, Kind::Recommended, Kind::Featured})
            profile.counts.insert(kind, counts.number(key(kind)));
        catalogue.profiles.append(profile);
    }
    return {};
}

QByteArray headBytes(const Catalogue& catalogue)
{
    QJsonArray dimensions;
    for (const Dimension& dimension : catalogue.dimensions) {
        dimensions.append(QJsonObject{
            {u"id"_s, dimension.id},
            {u"name_zh"_s, dimension.nameZh},
            {u"name_en"_s, dimension.nameEn},
            {u"categories"_s, QJsonArray::fromStringList(dimension.categories)},
        });
    }
    QJsonArray profiles;
    for (const Profile& profile : catalogue.profiles) {
        QJsonObject counts;
        for (const Kind kind : {Kind::Basic, Kind::Mandatory, Kind::Recommended, Kind::Featured})
            counts.insert(key(kind), profile.counts.value(kind));
        profiles.append(QJsonObject{
            {u"id"_s, profile.id},
            {u"title_zh"_s, profile.titleZh},
            {u"title_en"_s, profile.titleEn},
            {u"total"_s, profile.total},
            {u"categories"_s, profile.categories},
            {u"counts"_s, counts},
        });
    }
    const QJsonObject head{
        {u"id"_s, catalogue.id},
        {u"title_zh"_s, catalogue.titleZh},
        {u"title_en"_s, catalogue.titleEn},
        {u"standard"_s, catalogue.standard},
        {u"version"_s, catalogue.version},
        {u"note"_s, catalogue.note},
        {u"dimensions"_s, dimensions},
        {u"profiles"_s, profiles},
    };
    return QJsonDocument(head).toJson(QJsonDocument::Indented);
}

} // namespace

Result<LoadedCatalogue> loadCatalogue(const QString& folder)
{
    const QDir where(folder);
    const auto failed = [&](const Error& error) {
        return error.wrap(Text::tr("无法读取指标目录“%1”：%2")
                              .arg(QDir::toNativeSeparators(folder), error.message()));
    };
    LoadedCatalogue loaded;
    const auto head = readFile(where.filePath(headFileName()), largestFile);
    if (!head)
        return failed(head.error());
    if (const auto done = readHead(*head, loaded.catalogue, loaded.issues); !done)
        return failed(done.error());

    RowNumbers rows;
    const auto records = [&](const QString& name) -> Result<QList<QStringList>> {
        const auto bytes = readFile(where.filePath(name), largestFile);
        if (!bytes)
            return bytes.error();
        return readCsv(*bytes, name);
    };
    const auto quantityRecords = records(quantitiesFileName());
    if (!quantityRecords)
        return failed(quantityRecords.error());
    Table quantities(quantitiesFileName(), *quantityRecords, quantityColumns(), loaded.issues);
    readQuantities(quantities, loaded.catalogue, rows);

    const auto indicatorRecords = records(indicatorsFileName());
    if (!indicatorRecords)
        return failed(indicatorRecords.error());
    Table indicators(indicatorsFileName(), *indicatorRecords, indicatorColumns(), loaded.issues);
    readIndicators(indicators, loaded.catalogue, rows);

    loaded.issues += checkCatalogue(loaded.catalogue, &rows);
    return loaded;
}

Result<void> saveCatalogue(const Catalogue& catalogue, const QString& folder)
{
    const QDir where(folder);
    if (!where.mkpath(u"."_s)) {
        return Error(ErrorCode::ReadOnly, Text::tr("无法新建文件夹“%1”；请检查上级文件夹是否可写。")
                                              .arg(QDir::toNativeSeparators(folder)));
    }
    QList<QStringList> indicators{indicatorColumns()};
    for (const Indicator& row : catalogue.indicators)
        indicators.append(cellsOf(row));
    QList<QStringList> quantities{quantityColumns()};
    for (const Quantity& row : catalogue.quantities)
        quantities.append(cellsOf(row));

    const std::pair<QString, QByteArray> files[] = {
        {headFileName(), headBytes(catalogue)},
        {indicatorsFileName(), writeCsv(indicators)},
        {quantitiesFileName(), writeCsv(quantities)},
    };
    for (const auto& [name, bytes] : files) {
        if (const auto written = writeFileSafely(where.filePath(name), bytes); !written)
            return written;
    }
    return {};
}

Issues validate(const Catalogue& catalogue)
{
    return checkCatalogue(catalogue, nullptr);
}

QStringList builtInCatalogues()
{
    initCatalogueResources();
    return QDir(builtInFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

Result<LoadedCatalogue> loadBuiltIn(const QString& id)
{
    const QStringList known = builtInCatalogues();
    if (!known.contains(id)) {
        return Error(
            ErrorCode::NotFound,
            Text::tr("没有名为“%1”的内置指标目录；可用的有：%2。").arg(id, known.join(u"、"_s)));
    }
    return loadCatalogue(builtInFolder() + u'/' + id);
}

Result<Catalogue> select(const Catalogue& catalogue, const QString& profileId)
{
    const Profile* profile = catalogue.profile(profileId);
    if (!profile) {
        QStringList known;
        for (const Profile& entry : catalogue.profiles)
            known.append(entry.id);
        return Error(ErrorCode::NotFound, Text::tr("指标目录“%1”没有选集“%2”；可用的有：%3。")
                                              .arg(catalogue.id, profileId, known.join(u"、"_s)));
    }
    Catalogue selected = catalogue;
    selected.profiles = {*profile};
    selected.indicators.clear();
    selected.quantities.clear();
    QSet<QString> used;
    for (Indicator row : catalogue.indicators) {
        if (!row.profiles.contains(profileId))
            continue;
        row.profiles = QStringList{profileId};
        if (const auto formula = Formula::parse(row.formula)) {
            for (const QString& variable : formula->variables())
                used.insert(splitVariable(variable).quantity);
        }
        selected.indicators.append(row);
    }
    for (const Quantity& row : catalogue.quantities) {
        if (used.contains(row.id))
            selected.quantities.append(row);
    }
    return selected;
}

} // namespace checkup::catalogue
