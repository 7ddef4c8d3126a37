#include "core/collect/table_reader.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

constexpr int rowsBetweenLooks = 50;

/// Reads the rows of one table.
class Reader
{
public:
    Reader(Planner& planner, const office::Workbook& workbook, const office::Sheet& sheet,
           const TableMapping& mapping, const QString& sha256)
        : m_planner(planner)
        , m_data(planner.data())
        , m_book(workbook)
        , m_grid(sheet)
        , m_mapping(mapping)
        , m_sha256(sha256)
    {}

    bool read(const CancelToken& cancel)
    {
        prepareColumns();
        const int first = m_mapping.headerRow + m_mapping.headerRows;
        const int last = m_mapping.lastRow < 0 ? m_grid.rowCount() - 1
                                               : std::min(m_mapping.lastRow, m_grid.rowCount() - 1);
        readFootnotes(first);
        lookAtTotals(first, last);
        for (m_row = first; m_row <= last; ++m_row) {
            if (m_row % rowsBetweenLooks == 0 && cancel.isCancelled())
                return false;
            if (m_grid.isBlank(m_row) || isNote(m_row) || isHeaderAgain() ||
                (m_row == first && isNumberRow()))
                continue;
            readRow();
        }
        tellNotes();
        return true;
    }

private:
    /// What a row or a column says, looked up once.
    struct Key
    {
        QString text;
        Subjects::Match subject;
        const project::Region* region = nullptr;
        bool isRegionTold = false;
    };

    struct Column
    {
        TableMapping::WideColumn wide;
        Key key;
    };

    void prepareColumns()
    {
        QList<TableMapping::WideColumn> wide = m_mapping.wide;
        if (m_mapping.layout == TableMapping::Layout::Long) {
            wide = {{}};
            wide.first().column = m_mapping.valueColumn;
        }
        for (const TableMapping::WideColumn& one : std::as_const(wide)) {
            Column column;
            column.wide = one;
            column.key.text = one.subject;
            column.key.subject = subjectOf(one.subject);
            column.key.isRegionTold = !one.region.isEmpty();
            if (column.key.isRegionTold)
                column.key.region = findRegion(m_data, one.region);
            m_columns.append(column);
        }
    }

    Subjects::Match subjectOf(const QString& text) const
    {
        if (text.isEmpty())
            return {};
        const Subjects& subjects = m_planner.subjects();
        const Subjects::Match match = subjects.findWithUnit(text);
        return match.subject ? match : subjects.findWithUnit(withoutNumbering(text));
    }

    /// A key of the row; blank ones mean the one above where the mapping says so.
    QString keyAt(int column)
    {
        if (column < 0)
            return {};
        QString text = m_grid.text(m_row, column);
        if (m_mapping.fillDown) {
            QString& above = m_above[column];
            if (text.isEmpty())
                text = above;
            else
                above = text;
        }
        return text;
    }

    QString textAt(int column) const
    {
        return column < 0 ? QString() : m_grid.at(m_row, column).text.trimmed();
    }

    Place place(int column) const
    {
        return {m_book.fileName, m_sha256, m_grid.sheet().name, office::cellName(m_row, column)};
    }

    QString where(int column) const
    {
        return placeText(m_book.fileName, m_grid.sheet().name, office::cellName(m_row, column));
    }

    bool hasValues(int row) const
    {
        return std::any_of(m_columns.cbegin(), m_columns.cend(), [&](const Column& column) {
            const office::Cell& cell = m_grid.sheet().at(row, column.wide.column);
            return cell.isFormula || !cell.text.trimmed().isEmpty();
        });
    }

    /// An explanation below the table or between its rows.
    bool isNote(int row) const
    {
        const QStringList texts = m_grid.distinct(row);
        return !texts.isEmpty() && texts.size() <= 2 && isNoteLine(texts.first()) &&
               !hasFigures(m_grid, row);
    }

    /// The header repeated where a page ended.
    bool isHeaderAgain() const
    {
        for (int row = m_mapping.headerRow; row < m_mapping.headerRow + m_mapping.headerRows;
             ++row) {
            const QStringList texts = m_grid.distinct(m_row);
            if (texts.size() > 1 && texts == m_grid.distinct(row))
                return true;
        }
        return false;
    }

    /// "甲 乙 1 2 3" below a header numbers the columns.
    bool isNumberRow() const
    {
        int expected = 1;
        int letters = 0;
        for (int column = 0; column < m_grid.columnCount(); ++column) {
            const QString text = m_grid.text(m_row, column);
            if (text.isEmpty())
                continue;
            static const QString names = u"甲乙丙丁ABCD"_s;
            if (expected == 1 && text.size() == 1 && names.contains(text.front())) {
                ++letters;
                continue;
            }
            bool ok = false;
            if (text.toInt(&ok) != expected || !ok)
                return false;
            ++expected;
        }
        return expected > 3 || (expected > 1 && letters > 0);
    }

    /// Lines below the figures: what a mark means, and where the figures are from.
    void readFootnotes(int first)
    {
        static const QRegularExpression source(
            u"(?:资料|数据)?来源[:\\x{FF1A}]\\s*(.+?)[\\x{3002}]?\\z"_s);
        // A note begins with its mark or follows it after "注：".
        static const QRegularExpression marked(
            u"([\\x{2460}-\\x{249B}*\\x{203B}]|\\[[0-9]{1,2}\\])\\s*([^\\x{2460}-\\x{249B}*\\x{203B}\\[]+)"_s);
        for (int row = 0; row < m_grid.rowCount(); ++row) {
            if (row >= m_mapping.headerRow && row < first)
                continue;
            if (m_grid.isBlank(row) || !isNote(row))
                continue;
            const QString line = m_grid.distinct(row).join(u' ');
            if (row >= first)
                m_notes.append(line);
            if (const auto found = source.match(line); found.hasMatch())
                m_publication = found.captured(1);
            for (auto found = marked.globalMatch(line); found.hasNext();) {
                const auto one = found.next();
                QString text = one.captured(2).trimmed();
                while (!text.isEmpty() && u"；;。，,"_s.contains(text.back()))
                    text.chop(1);
                if (!text.isEmpty())
                    m_footnotes.insert(one.captured(1), text);
            }
        }
    }

    void tellNotes()
    {
        if (m_notes.isEmpty())
            return;
        constexpr int longest = 60;
        const QString first = m_notes.first();
        m_planner.issues().append(
            {Severity::Note,
             Text::tr("表下的说明（%1 行）没有当作数据：%2")
                 .arg(m_notes.size())
                 .arg(first.size() > longest ? first.left(longest) + u"……"_s : first),
             m_book.fileName,
             m_grid.sheet().name,
             {},
             1});
    }

    /// "合计" is the city where the other rows are its districts and none is the city itself.
    void lookAtTotals(int first, int last)
    {
        if (m_mapping.regionColumn < 0)
            return;
        bool isCityThere = false;
        bool districts = false;
        bool strangers = false;
        for (int row = first; row <= last; ++row) {
            const QString text = m_grid.text(row, m_mapping.regionColumn);
            if (text.isEmpty() || isGrandTotal(text) || isSubtotal(text) || isNote(row) ||
                !hasValues(row))
                continue;
            const project::Region* region = findRegion(m_data, text);
            if (!region)
                strangers = true;
            else if (region == m_data.city())
                isCityThere = true;
            else
                districts = true;
        }
        m_isTotalCity = districts && !isCityThere && !strangers;
        m_isCityThere = isCityThere;
    }

    void readRow()
    {
        const QString subjectText = keyAt(m_mapping.subjectColumn);
        const QString regionText = keyAt(m_mapping.regionColumn);
        const QString yearText = keyAt(m_mapping.yearColumn);
        if (!m_mapping.onlyRegion.isEmpty() && m_mapping.regionColumn >= 0 &&
            foldedText(regionText) != foldedText(m_mapping.onlyRegion))
            return; // another city's row of a table of many
        if (!hasValues(m_row))
            return readBlankRow(subjectText);

        Key row;
        row.text = subjectText;
        row.subject = subjectOf(subjectText);
        row.isRegionTold = m_mapping.regionColumn >= 0 || !m_mapping.region.isEmpty();
        QString refusal;
        if (m_mapping.regionColumn < 0) {
            row.region = findRegion(m_data, m_mapping.region);
            if (!row.region)
                refusal = Text::tr("“%1”不是本项目的地区，未导入。").arg(m_mapping.region);
        } else if (isSubtotal(regionText)) {
            refusal = Text::tr("“%1”是小计或平均，不是一个地区，未导入。").arg(regionText);
        } else if (isGrandTotal(regionText) && !m_isTotalCity) {
            refusal =
                m_isCityThere
                    ? Text::tr("“%1”一行不是一个地区，全市另有一行，未导入。").arg(regionText)
                    : Text::tr("“%1”一行的范围不能确定是全市，未导入；如是，请把它改为城市名。")
                          .arg(regionText);
        } else {
            row.region = isGrandTotal(regionText) ? m_data.city() : findRegion(m_data, regionText);
            if (!row.region)
                refusal = Text::tr("“%1”不是本项目的地区，未导入。").arg(regionText);
        }
        for (const Column& column : std::as_const(m_columns))
            readCellOf(column, row, regionText, yearText, refusal);
    }

    /// A row without a figure is told only when its name is one of ours; headings between rows are
    /// no news.
    void readBlankRow(const QString& subjectText)
    {
        const Subjects::Match match = subjectOf(subjectText);
        if (!match.subject)
            return;
        for (const Column& column : std::as_const(m_columns))
            m_planner.ignore(place(column.wide.column), match.subject, {}, column.wide.year,
                             Text::tr("空白。"));
    }

    /// A figure whose cell is merged over several keys belongs to none of them alone.
    bool isSharedFigure(int column) const
    {
        const office::Range* merge = m_grid.mergeAt(m_row, column);
        if (!merge)
            return false;
        if (merge->bottom > merge->top)
            return true;
        return std::count_if(m_columns.cbegin(), m_columns.cend(), [merge](const Column& other) {
                   return other.wide.column >= merge->left && other.wide.column <= merge->right;
               }) > 1;
    }

    void readCellOf(const Column& column, const Key& row, const QString& regionText,
                    const QString& yearText, const QString& refusal)
    {
        const TableMapping::WideColumn& wide = column.wide;
        const office::Cell& raw = m_grid.sheet().at(m_row, wide.column);
        const bool blank = raw.kind == office::Cell::Kind::Empty && !raw.isFormula;
        Subjects::Match match;
        QString subjectText;
        if (!wide.subject.isEmpty()) {
            match = column.key.subject;
            subjectText = wide.subject;
        } else if (m_mapping.subjectColumn >= 0) {
            match = row.subject;
            subjectText = row.text;
        } else {
            match = subjectOf(m_mapping.subject);
            subjectText = m_mapping.subject;
        }
        const project::Region* region = column.key.isRegionTold ? column.key.region : row.region;
        const QString shownRegion = region                    ? region->nameZh
                                    : column.key.isRegionTold ? wide.region
                                                              : regionText;
        if (!match.subject) {
            if (!blank)
                m_planner.ignore(
                    place(wide.column), nullptr, shownRegion, wide.year,
                    subjectText.isEmpty()
                        ? Text::tr("这一行没有写指标，未导入。")
                        : Text::tr("本项目的指标体系中没有“%1”，未导入。").arg(subjectText));
            return;
        }
        if (column.key.isRegionTold && m_mapping.regionColumn >= 0 && !regionText.isEmpty() &&
            row.region != region) {
            m_planner.ignore(
                place(wide.column), match.subject, regionText, wide.year,
                Text::tr("行和列写的地区不同（“%1”“%2”），未导入。").arg(regionText, wide.region));
            return;
        }
        if (column.key.isRegionTold ? !region : !refusal.isEmpty()) {
            m_planner.ignore(place(wide.column), match.subject, shownRegion, wide.year,
                             column.key.isRegionTold
                                 ? Text::tr("“%1”不是本项目的地区，未导入。").arg(wide.region)
                                 : refusal);
            return;
        }
        int year = wide.year;
        if (year == 0) {
            const int ofTable = m_mapping.year > 0 ? m_mapping.year : m_data.info.year;
            year = (m_mapping.yearColumn < 0 ? ofTable : yearFromText(yearText));
            if (year == 0) {
                m_planner.refuse(place(wide.column), match.subject, region->nameZh, 0,
                                 Text::tr("%1：“%2”不是四位年份，请改正后重新导入。")
                                     .arg(where(m_mapping.yearColumn), yearText));
                return;
            }
            year -= wide.yearsBefore;
        }
        if (isSharedFigure(wide.column)) {
            if (!blank)
                m_planner.refuse(
                    place(wide.column), match.subject, region->nameZh, year,
                    Text::tr("%1：这个数合并了几个单元格，不能确定属于哪一个，请拆开后重新导入。")
                        .arg(where(wide.column)));
            return;
        }
        offer(column, raw, match, *region, year);
    }

    void offer(const Column& column, const office::Cell& raw, const Subjects::Match& match,
               const project::Region& region, int year)
    {
        const TableMapping::WideColumn& wide = column.wide;
        Offer offer;
        offer.place = place(wide.column);
        offer.subject = match.subject;
        offer.region = region.id;
        offer.year = year;
        offer.vintage = textAt(m_mapping.vintageColumn);
        offer.publication = textAt(m_mapping.publicationColumn);
        QStringList notes{wide.note, textAt(m_mapping.noteColumn)};
        offer.source = m_mapping.source;
        if (const QString source = textAt(m_mapping.sourceColumn); !source.isEmpty()) {
            const QString known = m_planner.sourceKey(source);
            if (!known.isEmpty())
                offer.source = known;
            else if (offer.publication.isEmpty())
                offer.publication =
                    source; // "厦门市2022年统计公报" names the publication, not the kind of source
        }
        if (offer.publication.isEmpty())
            offer.publication = m_publication;
        QString unit = textAt(m_mapping.unitColumn);
        for (const QString& next : {match.unit, wide.unit, m_mapping.unit}) {
            if (unit.isEmpty())
                unit = next;
        }
        office::Cell cell = raw;
        QString mark;
        if (cell.kind == office::Cell::Kind::Text) {
            const Unmarked unmarked = withoutFootnote(cell.text.trimmed());
            cell.text = unmarked.text;
            mark = unmarked.mark;
        }
        offer.reading = readCell(cell, unit, match.subject->unit, where(wide.column));
        if (!mark.isEmpty() && offer.reading.kind == CellReading::Kind::Figure) {
            offer.reading.converted = true;
            offer.reading.reason +=
                Text::tr("原文“%1”，“%2”是注记，不是数。").arg(raw.text.trimmed(), mark);
            for (auto note = m_footnotes.cbegin(); note != m_footnotes.cend(); ++note) {
                if (mark.contains(note.key()))
                    notes.append(note.value());
            }
        }
        notes.removeAll(QString());
        offer.note = notes.join(u"；"_s);
        switch (offer.reading.kind) {
        case CellReading::Kind::Blank:
            m_planner.ignore(offer.place, match.subject, region.nameZh, year, Text::tr("空白。"));
            break;
        case CellReading::Kind::Refused:
            m_planner.refuse(offer.place, match.subject, region.nameZh, year, offer.reading.reason);
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
    TableGrid m_grid;
    const TableMapping& m_mapping;
    QString m_sha256;
    QList<Column> m_columns;
    QHash<int, QString> m_above; ///< by key column: the last that was filled
    QMap<QString, QString> m_footnotes;
    QStringList m_notes;
    QString m_publication;
    bool m_isTotalCity = false, m_isCityThere = false;
    int m_row = 0;
};

void fail(Planner& planner, const office::Workbook& workbook, const QString& sheet,
          const QString& text)
{
    planner.issues().append({Severity::Error, text, workbook.fileName, sheet, {}, 1});
}

} // namespace

bool readTable(Planner& planner, const office::Workbook& workbook, const TableMapping& mapping,
               const QString& sha256, const CancelToken& cancel)
{
    const office::Sheet* sheet = sheetOf(workbook, mapping);
    if (!sheet) {
        fail(planner, workbook, mapping.sheet,
             Text::tr("“%1”中没有映射所说的工作表“%2”，请更正映射后重新导入。")
                 .arg(workbook.fileName, mapping.sheet));
        return true;
    }
    QList<int> columns;
    for (const ColumnRole& role : columnRoles())
        columns.append(mapping.*role.member);
    for (const TableMapping::WideColumn& wide : mapping.wide)
        columns.append(wide.column);
    const int last = *std::max_element(columns.cbegin(), columns.cend());
    if (last >= sheet->columnCount()) {
        fail(planner, workbook, sheet->name,
             Text::tr("“%1”只有 %2 列，映射却用到第 %3 列，请更正映射后重新导入。")
                 .arg(workbook.fileName)
                 .arg(sheet->columnCount())
                 .arg(columnLetters(last)));
        return true;
    }
    return Reader(planner, workbook, *sheet, mapping, sha256).read(cancel);
}

} // namespace checkup::collect
