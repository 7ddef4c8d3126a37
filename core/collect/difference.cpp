#include "core/collect/difference.h"

#include "core/base/file_tools.h"
#include "core/collect/row_words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace checkup::collect {

using namespace Qt::StringLiterals;
using project::RowChange;
using project::Table;
using Kind = DifferenceRow::Kind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Difference)
};

QJsonObject over(QJsonObject row, const QJsonObject& columns)
{
    for (auto column = columns.begin(); column != columns.end(); ++column)
        row.insert(column.key(), column.value());
    return row;
}

bool isAdopted(const QJsonObject& value)
{
    return value.value("adopted"_L1).toInt() == 1;
}

/// Tables whose rows speak of other rows, and are told with those, or are no data at all.
bool isTold(Table table)
{
    return table != Table::Evidence && table != Table::Snapshots && table != Table::Mappings &&
           table != Table::SpatialRuns;
}

QString orEmpty(const QString& text)
{
    return text.isEmpty() ? Text::tr("空") : text;
}

class Teller
{
public:
    Teller(const project::YearData& now, const QList<RowChange>& between,
           const QList<RowChange>& since)
        : m_between(between)
        , m_words(now, removals(between, since))
    {
        for (const RowChange& change : since)
            m_since.insert({change.table, change.row}, &change);
        int place = 0;
        for (const catalogue::Indicator& indicator : now.catalogue.indicators)
            m_places.insert(indicator.code, place++);
        for (const catalogue::Quantity& quantity : now.catalogue.quantities)
            m_places.insert(quantity.id, place++);
        for (const project::Region& region : now.regions)
            m_regions.insert(region.id.number(), static_cast<int>(m_regions.size()));
        for (const project::Source& source : now.sources)
            m_ranks.insert(source.id.number(), static_cast<int>(m_ranks.size()));
    }

    QList<DifferenceRow> tell()
    {
        for (const RowChange& change : m_between) {
            if (!isTold(change.table))
                continue;
            if (change.before.isEmpty())
                wholeRow(Kind::Added, change, change.after);
            else if (change.after.isEmpty())
                wholeRow(Kind::Removed, change, change.before);
            else
                changedRow(change);
        }
        for (const auto& [figure, change] : m_adoptions)
            adoption(change);
        std::stable_sort(m_rows.begin(), m_rows.end(),
                         [](const Placed& a, const Placed& b) { return a.place < b.place; });
        QList<DifferenceRow> rows;
        for (const Placed& placed : m_rows)
            rows << placed.row;
        return rows;
    }

private:
    using Place = std::tuple<int, int, int, int, int, int, qint64>;
    struct Placed
    {
        Place place;
        DifferenceRow row;
    };
    using Figure = std::tuple<int, QString, int, int>;
    struct Adoption
    {
        QJsonObject before, after; ///< rows of the values adopted then
        bool changed = false;      ///< not merely by a value that came or went
    };

    static QList<RowChange> removals(const QList<RowChange>& between, const QList<RowChange>& since)
    {
        QList<RowChange> gone;
        for (const QList<RowChange>* const list : {&between, &since}) {
            for (const RowChange& change : *list) {
                if (change.after.isEmpty())
                    gone << change;
            }
        }
        return gone;
    }

    /// The row as it was in the later state.
    QJsonObject later(const RowChange& change) const
    {
        QJsonObject row = m_words.row(change.table, change.row);
        if (const RowChange* since = m_since.value({change.table, change.row}))
            row = over(row, since->before);
        return over(row, change.after);
    }

    int placeOf(const QString& subject) const
    {
        return m_places.value(subject, static_cast<int>(m_places.size()));
    }

    /// What every kind of sentence needs of a row.
    DifferenceRow start(Kind kind, Table table, const QJsonObject& row) const
    {
        DifferenceRow told;
        told.kind = kind;
        told.table = table;
        for (const auto column : {"subject"_L1, "indicator"_L1, "code"_L1}) {
            if (told.subject.isEmpty())
                told.subject = row.value(column).toString();
        }
        if (table != Table::Values && table != Table::Documents) {
            told.what = m_words.name(table, row);
            return told;
        }
        told.what = m_words.subjectName(told.subject);
        told.region = m_words.text(table, u"region_id"_s, row.value("region_id"_L1));
        told.year = row.value("year"_L1).toInt();
        told.source = m_words.text(table, u"source_id"_s, row.value("source_id"_L1));
        return told;
    }

    void add(const DifferenceRow& told, qint64 id, const QJsonObject& row)
    {
        const int table = told.table == Table::Values ? -1 : static_cast<int>(told.table);
        m_rows << Placed{{static_cast<int>(told.kind), table, placeOf(told.subject),
                          m_regions.value(row.value("region_id"_L1).toInteger(), 0), told.year,
                          m_ranks.value(row.value("source_id"_L1).toInteger(), 0), id},
                         told};
    }

    Adoption& adoptionOf(const QJsonObject& row)
    {
        const QString subject = row.value("subject"_L1).toString();
        return m_adoptions[Figure{placeOf(subject), subject, row.value("region_id"_L1).toInt(),
                                  row.value("year"_L1).toInt()}];
    }

    void wholeRow(Kind kind, const RowChange& change, const QJsonObject& row)
    {
        DifferenceRow told = start(kind, change.table, row);
        QString& content = kind == Kind::Added ? told.after : told.before;
        if (change.table == Table::Values) {
            content = RowWords::figure(row);
            const QString name = m_words.name(change.table, row);
            told.sentence = kind == Kind::Added ? Text::tr("新增 %1：%2。").arg(name, content)
                                                : Text::tr("删除 %1，原为 %2。").arg(name, content);
            if (isAdopted(row))
                (kind == Kind::Added ? adoptionOf(row).after : adoptionOf(row).before) = row;
        } else {
            if (change.table == Table::Documents)
                content =
                    m_words.text(change.table, u"attachment_id"_s, row.value("attachment_id"_L1));
            const QString name = change.table == Table::Documents
                                     ? u"%1 %2"_s.arg(m_words.name(change.table, row), content)
                                     : told.what;
            told.sentence = kind == Kind::Added
                                ? Text::tr("新增%1：%2。").arg(tableLabel(change.table), name)
                                : Text::tr("删除%1：%2。").arg(tableLabel(change.table), name);
        }
        add(told, change.row, row);
    }

    void changedRow(const RowChange& change)
    {
        const QJsonObject after = later(change);
        const QJsonObject before = over(after, change.before);
        const QString name = m_words.name(change.table, after);
        QList<RowWords::Line> lines = m_words.lines(change);
        if (change.table == Table::Values) {
            const QString figureBefore = RowWords::figure(before);
            const QString figureAfter = RowWords::figure(after);
            if (figureBefore != figureAfter) {
                DifferenceRow told = start(Kind::Changed, change.table, after);
                told.column = columnLabel(change.table, u"number"_s);
                told.before = figureBefore;
                told.after = figureAfter;
                told.sentence = Text::tr("%1由 %2 改为 %3。").arg(name, figureBefore, figureAfter);
                add(told, change.row, after);
            }
            if (isAdopted(before) != isAdopted(after)) {
                Adoption& adoption = adoptionOf(after);
                (isAdopted(after) ? adoption.after : adoption.before) =
                    isAdopted(after) ? after : before;
                adoption.changed = true;
            }
            static const QStringList toldAlready{u"number"_s, u"unit"_s, u"state"_s, u"adopted"_s,
                                                 u"adoption_reason"_s};
            lines.removeIf(
                [](const RowWords::Line& line) { return toldAlready.contains(line.column); });
        }
        for (const RowWords::Line& line : std::as_const(lines)) {
            DifferenceRow told = start(Kind::Changed, change.table, after);
            told.column = line.label;
            told.before = line.before;
            told.after = line.after;
            told.sentence =
                change.table == Table::Values
                    ? Text::tr("%1的%2从“%3”改为“%4”。")
                          .arg(name, line.label, orEmpty(line.before), orEmpty(line.after))
                    : Text::tr("%1“%2”的%3从“%4”改为“%5”。")
                          .arg(tableLabel(change.table), name, line.label, orEmpty(line.before),
                               orEmpty(line.after));
            add(told, change.row, after);
        }
    }

    void adoption(const Adoption& adoption)
    {
        const bool replaced = !adoption.before.isEmpty() && !adoption.after.isEmpty();
        if (!adoption.changed && !replaced)
            return;
        const QJsonObject& row = adoption.after.isEmpty() ? adoption.before : adoption.after;
        DifferenceRow told = start(Kind::Adopted, Table::Values, row);
        told.column = Text::tr("采用值");
        const auto source = [this](const QJsonObject& value) {
            return m_words.text(Table::Values, u"source_id"_s, value.value("source_id"_L1));
        };
        const auto shown = [&](const QJsonObject& value) {
            return value.isEmpty() ? QString()
                                   : Text::tr("%1 %2").arg(source(value), RowWords::figure(value));
        };
        told.before = shown(adoption.before);
        told.after = shown(adoption.after);
        const QString figure = Text::tr("%1 %2 %3 年").arg(told.what, told.region).arg(told.year);
        const QString reason = row.value("adoption_reason"_L1).toString();
        if (adoption.after.isEmpty())
            told.sentence = Text::tr("%1不再采用%2的数。").arg(figure, told.before);
        else if (adoption.before.isEmpty())
            told.sentence = Text::tr("%1采用%2。").arg(figure, told.after);
        else
            told.sentence =
                Text::tr("%1改为采用%2，原采用%3。").arg(figure, told.after, told.before);
        if (!reason.isEmpty() && !adoption.after.isEmpty())
            told.sentence += Text::tr("理由：%1。").arg(reason);
        add(told, 0, row);
    }

    const QList<RowChange>& m_between;
    RowWords m_words;
    QHash<std::pair<Table, qint64>, const RowChange*> m_since;
    QHash<QString, int> m_places;
    QHash<qint64, int> m_regions, m_ranks;
    std::map<Figure, Adoption> m_adoptions;
    QList<Placed> m_rows;
};

QStringList headings()
{
    return {Text::tr("类别"), Text::tr("内容"), Text::tr("编号"), Text::tr("对象"),
            Text::tr("地区"), Text::tr("年份"), Text::tr("来源"), Text::tr("项目"),
            Text::tr("之前"), Text::tr("之后")};
}

QStringList cells(const DifferenceRow& row)
{
    return {label(row.kind), tableLabel(row.table),
            row.subject,     row.what,
            row.region,      row.year > 0 ? QString::number(row.year) : QString(),
            row.source,      row.column,
            row.before,      row.after};
}

QString title(const Difference& difference)
{
    return Text::tr("“%1”与“%2”的差异").arg(difference.from, difference.to);
}

QByteArray csvOf(const Difference& difference)
{
    const auto line = [](const QStringList& fields) {
        QStringList quoted;
        for (QString field : fields) {
            field.replace(u'"', u"\"\""_s);
            quoted << u'"' + field + u'"';
        }
        return quoted.join(u',') + u"\r\n"_s;
    };
    QString text(QChar::ByteOrderMark);
    text += line(headings() << Text::tr("说明"));
    for (const DifferenceRow& row : difference.rows)
        text += line(cells(row) << row.sentence);
    return text.toUtf8();
}

/// One sheet: a heading row, wrapped cells, printed on one page's width.
void fillSheet(lxw_workbook* book, const QString& name, const QString& heading,
               const QList<double>& widths, const QList<QStringList>& rows)
{
    lxw_worksheet* const sheet = workbook_add_worksheet(book, name.toUtf8().constData());
    lxw_format* const large = workbook_add_format(book);
    format_set_bold(large);
    format_set_font_size(large, 14);
    lxw_format* const head = workbook_add_format(book);
    lxw_format* const plain = workbook_add_format(book);
    for (lxw_format* const format : {head, plain}) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    }
    format_set_bold(head);
    format_set_bg_color(head, 0xDCE6F1);
    worksheet_write_string(sheet, 0, 0, heading.toUtf8().constData(), large);
    for (int column = 0; column < widths.size(); ++column)
        worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), widths.at(column),
                             nullptr);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows.at(row).size(); ++column)
            worksheet_write_string(sheet, lxw_row_t(row + 1), lxw_col_t(column),
                                   rows.at(row).at(column).toUtf8().constData(),
                                   row == 0 ? head : plain);
    }
    worksheet_freeze_panes(sheet, 2, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 1, 1);
}

lxw_error writeBook(const QByteArray& path, const QByteArray& scratch, const Difference& difference)
{
    QByteArray folder = scratch;
    lxw_workbook_options options{};
    options.tmpdir = folder.data();
    lxw_workbook* const book = workbook_new_opt(path.constData(), &options);
    if (!book)
        return LXW_ERROR_CREATING_XLSX_FILE;
    QByteArray heading = title(difference).toUtf8();
    lxw_doc_properties properties{};
    properties.title = heading.data();
    properties.created =
        static_cast<time_t>(std::max<qint64>(1, difference.asOf.toSecsSinceEpoch()));
    workbook_set_properties(book, &properties);
    QList<QStringList> table{headings()};
    QList<QStringList> sentences{{Text::tr("类别"), Text::tr("说明")}};
    for (const DifferenceRow& row : difference.rows) {
        table << cells(row);
        sentences << QStringList{label(row.kind), row.sentence};
    }
    fillSheet(book, Text::tr("差异表"), title(difference), {8, 12, 10, 26, 10, 7, 16, 14, 24, 24},
              table);
    fillSheet(book, Text::tr("文字说明"), title(difference), {8, 110}, sentences);
    return workbook_close(book);
}

} // namespace

QString key(Kind kind)
{
    static constexpr std::array keys{"changed", "adopted", "added", "removed"};
    return QString::fromLatin1(keys.at(static_cast<size_t>(kind)));
}

QString label(Kind kind)
{
    switch (kind) {
    case Kind::Changed:
        return Text::tr("改动");
    case Kind::Adopted:
        return Text::tr("采用");
    case Kind::Added:
        return Text::tr("新增");
    case Kind::Removed:
        return Text::tr("删除");
    }
    return {};
}

Difference difference(const project::YearData& now, const QList<RowChange>& between,
                      const QList<RowChange>& since)
{
    return {{}, {}, now.info.changedAt, Teller(now, between, since).tell()};
}

Result<ComparedState> comparedState(const project::YearData& data, qint64 newest,
                                    const QString& text)
{
    const QString wanted = text.trimmed();
    QStringList names;
    for (const project::Snapshot& snapshot : data.snapshots) {
        if (snapshot.name == wanted)
            return ComparedState{snapshot.name, snapshot.auditNumber};
        names << snapshot.name;
    }
    if (wanted == u"now" || wanted == u"现在" || wanted == Text::tr("现在"))
        return ComparedState{Text::tr("现在"), newest};
    bool isNumber = false;
    const qint64 number = wanted.toLongLong(&isNumber);
    if (isNumber && number >= 0 && number <= newest)
        return ComparedState{Text::tr("第 %1 条记录之后").arg(number), number};
    if (isNumber)
        return Error(ErrorCode::NotFound,
                     Text::tr("修改记录到第 %1 条为止，没有第 %2 条。").arg(newest).arg(number));
    return Error(
        ErrorCode::NotFound,
        names.isEmpty()
            ? Text::tr("没有名为“%1”的节点，项目里还没有节点；可用记录编号或 now（现在）。")
                  .arg(wanted)
            : Text::tr("没有名为“%1”的节点；有的节点：%2；也可用记录编号或 now（现在）。")
                  .arg(wanted, names.join(u"、"_s)));
}

Result<Difference> compare(const project::ProjectFile& file, const project::YearData& now,
                           const ComparedState& from, const ComparedState& to)
{
    const bool swapped = to.auditNumber < from.auditNumber;
    const ComparedState& earlier = swapped ? to : from;
    const ComparedState& later = swapped ? from : to;
    const auto newest = file.lastAuditNumber();
    if (!newest)
        return newest.error();
    const auto between = file.changesBetween(earlier.auditNumber, later.auditNumber);
    if (!between)
        return between.error();
    const auto since = file.changesBetween(later.auditNumber, *newest);
    if (!since)
        return since.error();
    Difference told = difference(now, *between, *since);
    told.from = earlier.name;
    told.to = later.name;
    return told;
}

Result<void> writeDifference(const QString& path, const Difference& difference)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"csv")
        return writeFileSafely(path, csvOf(difference));
    if (suffix != u"xlsx")
        return Error(
            ErrorCode::BadUsage,
            Text::tr("差异可存为 .xlsx 或 .csv，不能存为“%1”。").arg(QFileInfo(path).fileName()));
    const QTemporaryDir scratch;
    const QString draft = scratch.filePath(u"difference.xlsx"_s);
    const lxw_error failure =
        scratch.isValid()
            ? writeBook(QFile::encodeName(draft), QFile::encodeName(scratch.path()), difference)
            : LXW_ERROR_CREATING_TMPFILE;
    if (failure != LXW_NO_ERROR)
        return Error(ErrorCode::Io,
                     Text::tr("差异表“%1”没有写成，请检查磁盘空间后重试。")
                         .arg(QDir::toNativeSeparators(path)),
                     QString::fromUtf8(lxw_strerror(failure)));
    const Result<QByteArray> bytes = readFile(draft);
    if (!bytes)
        return bytes.error();
    return writeFileSafely(path, *bytes);
}

} // namespace checkup::collect
