#include "core/collect/import_plan.h"
#include "core/collect/table_reader.h"
#include "core/gdal/open_table.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

constexpr int headerSearch = 15;

/// A single column of the mapping: its JSON key, its member, and the headers that mean it.
struct ColumnRole
{
    const char16_t* key;
    int TableMapping::*member;
    QStringList words;
};

const QList<ColumnRole>& roles()
{
    static const QList<ColumnRole> list{
        {u"subjectColumn",
         &TableMapping::subjectColumn,
         {u"指标代码"_s, u"指标编码"_s, u"指标编号"_s, u"指标"_s, u"指标名称"_s, u"指标/数据项"_s,
          u"数据项"_s, u"数据项名称"_s, u"indicator"_s, u"code"_s, u"subject"_s, u"quantity"_s,
          u"项目"_s}},
        {u"regionColumn",
         &TableMapping::regionColumn,
         {u"地区"_s, u"区域"_s, u"城市"_s, u"地区名称"_s, u"行政区"_s, u"行政区划"_s, u"区县"_s,
          u"region"_s, u"city"_s}},
        {u"yearColumn", &TableMapping::yearColumn, {u"年份"_s, u"年度"_s, u"年"_s, u"year"_s}},
        {u"valueColumn",
         &TableMapping::valueColumn,
         {u"数值"_s, u"值"_s, u"指标值"_s, u"数据"_s, u"value"_s}},
        {u"unitColumn",
         &TableMapping::unitColumn,
         {u"单位"_s, u"计量单位"_s, u"unit"_s, u"units"_s}},
        {u"noteColumn",
         &TableMapping::noteColumn,
         {u"口径说明"_s, u"口径"_s, u"备注"_s, u"说明"_s, u"note"_s, u"remark"_s}},
        {u"vintageColumn",
         &TableMapping::vintageColumn,
         {u"版本"_s, u"数据版本"_s, u"vintage"_s, u"version"_s}},
        {u"sourceColumn",
         &TableMapping::sourceColumn,
         {u"来源"_s, u"数据来源"_s, u"来源类型"_s, u"source"_s}},
        {u"publicationColumn",
         &TableMapping::publicationColumn,
         {u"出处"_s, u"文献"_s, u"出版物"_s, u"佐证"_s, u"数据来源/佐证"_s, u"publication"_s,
          u"reference"_s}}};
    return list;
}

QString columnLetters(int column)
{
    QString name = office::cellName(0, column);
    name.chop(1);
    return name;
}

/// A column as letters or as a number from zero; -2 when it is neither.
int columnFromJson(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toInt(-2) >= -1 ? value.toInt(-2) : -2;
    const QString letters = value.toString().trimmed().toUpper();
    if (letters.isEmpty() || letters.size() > 3)
        return -2;
    int column = 0;
    for (const QChar letter : letters) {
        if (letter < u'A' || letter > u'Z')
            return -2;
        column = column * 26 + (letter.unicode() - u'A' + 1);
    }
    return column - 1;
}

Error badKey(const QString& key)
{
    return Error(ErrorCode::Invalid,
                 Text::tr("导入映射中的“%1”不可识别，请按帮助中的示例改正后重试。").arg(key));
}

/// What guessing found in one row.
struct Header
{
    TableMapping mapping;
    int known = 0; ///< recognised cells
    bool usable = false;
};

Header headerAt(const Subjects& subjects, const office::Sheet& sheet, int row)
{
    Header header;
    TableMapping& mapping = header.mapping;
    mapping.sheet = sheet.name;
    mapping.headerRow = row;
    const QList<office::Cell>& cells = sheet.rows[row];
    QSet<int> taken;
    for (const ColumnRole& role : roles()) {
        for (const QString& word : role.words) {
            for (int column = 0; column < cells.size() && mapping.*role.member < 0; ++column) {
                if (!taken.contains(column) && foldedText(cells[column].text) == foldedText(word)) {
                    mapping.*role.member = column;
                    taken.insert(column);
                }
            }
        }
    }
    // "数值(万人)" is a value column whose unit stands in its header; others are years or
    // indicators.
    QList<TableMapping::WideColumn> years, indicators;
    for (int column = 0; column < cells.size(); ++column) {
        const QString text = cells[column].text.trimmed();
        if (taken.contains(column) || text.isEmpty())
            continue;
        TableMapping::WideColumn wide;
        wide.column = column;
        if (const int year = yearFromText(text)) {
            wide.year = year;
            years.append(wide);
        } else if (const Subjects::Match match = subjects.findWithUnit(text); match.subject) {
            wide.subject = match.subject->id;
            wide.unit = match.unit;
            indicators.append(wide);
        }
    }
    header.known = static_cast<int>(taken.size() + years.size() + indicators.size());
    if (mapping.subjectColumn >= 0 && mapping.valueColumn >= 0) {
        mapping.layout = TableMapping::Layout::Long;
        header.usable = true;
    } else if (mapping.subjectColumn >= 0 && !years.isEmpty()) {
        mapping.layout = TableMapping::Layout::Wide;
        mapping.wide = years;
        header.usable = true;
    } else if (mapping.subjectColumn < 0 && !indicators.isEmpty() &&
               (mapping.yearColumn >= 0 || mapping.regionColumn >= 0)) {
        mapping.layout = TableMapping::Layout::Wide;
        mapping.wide = indicators;
        header.usable = true;
    }
    return header;
}

/// Reads the rows of one table.
class Reader
{
public:
    Reader(Planner& planner, const office::Workbook& workbook, const office::Sheet& sheet,
           const TableMapping& mapping, const QString& sha256)
        : m_planner(planner)
        , m_data(planner.data())
        , m_book(workbook)
        , m_sheet(sheet)
        , m_mapping(mapping)
        , m_sha256(sha256)
    {}

    void read()
    {
        for (m_row = m_mapping.headerRow + 1; m_row < m_sheet.rows.size(); ++m_row) {
            const QList<office::Cell>& cells = m_sheet.rows[m_row];
            if (std::all_of(cells.cbegin(), cells.cend(),
                            [](const office::Cell& cell) { return cell.text.trimmed().isEmpty(); }))
                continue;
            if (m_mapping.layout == TableMapping::Layout::Long)
                readCellOf({m_mapping.valueColumn, 0, {}, {}, {}});
            else {
                for (const TableMapping::WideColumn& wide : m_mapping.wide)
                    readCellOf(wide);
            }
        }
    }

private:
    QString textAt(int column) const
    {
        return column < 0 ? QString() : m_sheet.at(m_row, column).text.trimmed();
    }

    Place place(int column) const
    {
        return {m_book.fileName, m_sha256, m_sheet.name, office::cellName(m_row, column)};
    }

    QString where(int column) const
    {
        return placeText(m_book.fileName, m_sheet.name, office::cellName(m_row, column));
    }

    void readCellOf(const TableMapping::WideColumn& wide)
    {
        const QString regionText = textAt(m_mapping.regionColumn);
        const project::Region* region = nullptr;
        if (m_mapping.onlyRegion.isEmpty()) {
            region = findRegion(m_data, regionText);
        } else {
            if (foldedText(regionText) != foldedText(m_mapping.onlyRegion))
                return; // another city's row of a table of many
            region = findRegion(m_data, regionText);
        }
        const office::Cell& cell = m_sheet.at(m_row, wide.column);
        const QString subjectText =
            wide.subject.isEmpty() ? textAt(m_mapping.subjectColumn) : wide.subject;
        const Subjects::Match match = m_planner.subjects().findWithUnit(subjectText);
        const bool blank = cell.kind == office::Cell::Kind::Empty && !cell.isFormula;
        if (blank && !match.subject)
            return;
        if (!match.subject) {
            m_planner.ignore(place(wide.column), nullptr, region ? region->nameZh : regionText,
                             wide.year,
                             Text::tr("本项目的指标体系中没有“%1”，未导入。").arg(subjectText));
            return;
        }
        if (!region) {
            m_planner.ignore(place(wide.column), match.subject, regionText, wide.year,
                             Text::tr("“%1”不是本项目的地区，未导入。").arg(regionText));
            return;
        }
        int year = wide.year;
        if (year == 0) {
            const QString yearText = textAt(m_mapping.yearColumn);
            year = m_mapping.yearColumn < 0 ? m_data.info.year : yearFromText(yearText);
            if (year == 0) {
                m_planner.refuse(place(wide.column), match.subject, region->nameZh, 0,
                                 Text::tr("%1：“%2”不是四位年份，请改正后重新导入。")
                                     .arg(where(m_mapping.yearColumn), yearText));
                return;
            }
        }

        Offer offer;
        offer.place = place(wide.column);
        offer.subject = match.subject;
        offer.region = region->id;
        offer.year = year;
        offer.vintage = textAt(m_mapping.vintageColumn);
        offer.publication = textAt(m_mapping.publicationColumn);
        const QString rowNote = textAt(m_mapping.noteColumn);
        offer.note = wide.note.isEmpty() || rowNote.isEmpty() ? wide.note + rowNote
                                                              : wide.note + u"；"_s + rowNote;
        offer.source = m_mapping.source;
        if (const QString source = textAt(m_mapping.sourceColumn); !source.isEmpty()) {
            const QString known = m_planner.sourceKey(source);
            if (!known.isEmpty())
                offer.source = known;
            else if (offer.publication.isEmpty())
                offer.publication =
                    source; // "厦门市2022年统计公报" names the publication, not the kind of source
        }
        QString unit = textAt(m_mapping.unitColumn);
        if (unit.isEmpty())
            unit = wide.unit.isEmpty() ? match.unit : wide.unit;
        offer.reading = readCell(cell, unit, match.subject->unit, where(wide.column));
        switch (offer.reading.kind) {
        case CellReading::Kind::Blank:
            m_planner.ignore(offer.place, match.subject, region->nameZh, year, Text::tr("空白。"));
            break;
        case CellReading::Kind::Refused:
            m_planner.refuse(offer.place, match.subject, region->nameZh, year,
                             offer.reading.reason);
            break;
        case CellReading::Kind::Figure:
        case CellReading::Kind::State:
            m_planner.offer(offer);
            break;
        }
    }

    Planner& m_planner;
    const project::YearData& m_data;
    const office::Workbook& m_book;
    const office::Sheet& m_sheet;
    const TableMapping& m_mapping;
    QString m_sha256;
    int m_row = 0;
};

} // namespace

QByteArray toJson(const TableMapping& mapping)
{
    QJsonObject json;
    json.insert(u"layout"_s, mapping.layout == TableMapping::Layout::Long ? u"long"_s : u"wide"_s);
    if (!mapping.sheet.isEmpty())
        json.insert(u"sheet"_s, mapping.sheet);
    json.insert(u"headerRow"_s, mapping.headerRow);
    for (const ColumnRole& role : roles()) {
        if (mapping.*role.member >= 0)
            json.insert(QStringView(role.key), columnLetters(mapping.*role.member));
    }
    QJsonArray wide;
    for (const TableMapping::WideColumn& column : mapping.wide) {
        QJsonObject one{{u"column"_s, columnLetters(column.column)}};
        if (column.year)
            one.insert(u"year"_s, column.year);
        if (!column.subject.isEmpty())
            one.insert(u"subject"_s, column.subject);
        if (!column.unit.isEmpty())
            one.insert(u"unit"_s, column.unit);
        if (!column.note.isEmpty())
            one.insert(u"note"_s, column.note);
        wide.append(one);
    }
    if (!wide.isEmpty())
        json.insert(u"wide"_s, wide);
    json.insert(u"source"_s, mapping.source);
    if (!mapping.onlyRegion.isEmpty())
        json.insert(u"onlyRegion"_s, mapping.onlyRegion);
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<TableMapping> mappingFromJson(const QByteArray& bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (!document.isObject()) {
        return Error(ErrorCode::Invalid,
                     Text::tr("导入映射不是有效的 JSON（第 %1 个字节附近），请改正后重试。")
                         .arg(fault.offset),
                     fault.errorString());
    }
    const QJsonObject json = document.object();
    TableMapping mapping;
    for (auto at = json.begin(); at != json.end(); ++at) {
        const QString key = at.key();
        const auto role =
            std::find_if(roles().cbegin(), roles().cend(),
                         [&key](const ColumnRole& one) { return key == QStringView(one.key); });
        if (role != roles().cend()) {
            const int column = columnFromJson(at.value());
            if (column < -1)
                return badKey(key);
            mapping.*role->member = column;
        } else if (key == u"layout") {
            if (at.value() == u"wide"_s)
                mapping.layout = TableMapping::Layout::Wide;
            else if (at.value() != u"long"_s)
                return badKey(key);
        } else if (key == u"sheet" && at.value().isString()) {
            mapping.sheet = at.value().toString();
        } else if (key == u"headerRow" && at.value().toInt(-1) >= 0) {
            mapping.headerRow = at.value().toInt();
        } else if (key == u"source" && !at.value().toString().isEmpty()) {
            mapping.source = at.value().toString();
        } else if (key == u"onlyRegion" && at.value().isString()) {
            mapping.onlyRegion = at.value().toString();
        } else if (key == u"wide" && at.value().isArray()) {
            const QJsonArray columns = at.value().toArray();
            for (const QJsonValue& value : columns) {
                const QJsonObject one = value.toObject();
                TableMapping::WideColumn wide;
                wide.column = columnFromJson(one.value(u"column"_s));
                wide.year = one.value(u"year"_s).toInt();
                wide.subject = one.value(u"subject"_s).toString();
                wide.unit = one.value(u"unit"_s).toString();
                wide.note = one.value(u"note"_s).toString();
                if (wide.column < 0)
                    return badKey(u"wide.column"_s);
                mapping.wide.append(wide);
            }
        } else if (!key.startsWith(u'_')) { // "_note" and the like are remarks
            return badKey(key);
        }
    }
    if (mapping.layout == TableMapping::Layout::Long &&
        (mapping.subjectColumn < 0 || mapping.valueColumn < 0))
        return badKey(mapping.subjectColumn < 0 ? u"subjectColumn"_s : u"valueColumn"_s);
    if (mapping.layout == TableMapping::Layout::Wide && mapping.wide.isEmpty())
        return badKey(u"wide"_s);
    return mapping;
}

GuessedMapping guessMapping(const project::YearData& data, const Subjects& subjects,
                            const office::Sheet& sheet)
{
    Header best;
    for (int row = 0; row < std::min<int>(headerSearch, static_cast<int>(sheet.rows.size()));
         ++row) {
        const Header header = headerAt(subjects, sheet, row);
        if ((header.usable && !best.usable) ||
            (header.usable == best.usable && header.known > best.known))
            best = header;
    }
    GuessedMapping guessed{best.mapping, {}, best.usable};
    const auto say = [&](Severity severity, const QString& text) {
        guessed.issues.append({severity, text, {}, sheet.name, {}, 1});
    };
    if (!best.usable) {
        say(Severity::Warning, Text::tr("认不出表头，请指明指标、年份和数值各在哪一列。"));
        return guessed;
    }
    const TableMapping& mapping = best.mapping;
    const bool yearsInHeader =
        std::any_of(mapping.wide.cbegin(), mapping.wide.cend(),
                    [](const TableMapping::WideColumn& column) { return column.year > 0; });
    if (mapping.yearColumn < 0 && !yearsInHeader)
        say(Severity::Warning,
            Text::tr("没有年份一列，全部数据按%1年读入，请核对。").arg(data.info.year));
    if (mapping.regionColumn < 0) {
        const project::Region* city = data.city();
        say(Severity::Note,
            Text::tr("没有地区一列，全部数据按%1读入。").arg(city ? city->nameZh : data.info.city));
    }
    return guessed;
}

Result<GuessedMapping> guessMapping(const project::YearData& data, const QString& file)
{
    const Result<office::Workbook> workbook = gdal::openTable(file);
    if (!workbook)
        return workbook.error();
    const Subjects subjects(data.catalogue);
    GuessedMapping last;
    for (const office::Sheet& sheet : workbook->sheets) {
        if (sheet.hidden)
            continue;
        GuessedMapping guessed = guessMapping(data, subjects, sheet);
        for (Issue& issue : guessed.issues)
            issue.file = workbook->fileName;
        if (guessed.usable)
            return guessed;
        if (last.issues.isEmpty())
            last = guessed;
    }
    return last;
}

void readTable(Planner& planner, const office::Workbook& workbook, const TableMapping& mapping,
               const QString& sha256)
{
    const office::Sheet* sheet = nullptr;
    for (const office::Sheet& candidate : workbook.sheets) {
        if (mapping.sheet.isEmpty() ? !candidate.hidden : candidate.name == mapping.sheet) {
            sheet = &candidate;
            break;
        }
    }
    if (!sheet) {
        planner.issues().append({Severity::Error,
                                 Text::tr("“%1”中没有映射所说的工作表“%2”，请更正映射后重新导入。")
                                     .arg(workbook.fileName, mapping.sheet),
                                 workbook.fileName,
                                 mapping.sheet,
                                 {},
                                 1});
        return;
    }
    QList<int> columns;
    for (const ColumnRole& role : roles())
        columns.append(mapping.*role.member);
    for (const TableMapping::WideColumn& wide : mapping.wide)
        columns.append(wide.column);
    const int last = *std::max_element(columns.cbegin(), columns.cend());
    if (last >= sheet->columnCount()) {
        planner.issues().append(
            {Severity::Error,
             Text::tr("“%1”只有 %2 列，映射却用到第 %3 列，请更正映射后重新导入。")
                 .arg(workbook.fileName)
                 .arg(sheet->columnCount())
                 .arg(columnLetters(last)),
             workbook.fileName,
             sheet->name,
             {},
             1});
        return;
    }
    Reader(planner, workbook, *sheet, mapping, sha256).read();
}

} // namespace checkup::collect
