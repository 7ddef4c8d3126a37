#include "core/collect/fill_in_reader.h"

#include "core/base/number_text.h"
#include "core/collect/fill_in_layout.h"
#include "core/collect/fill_in_marks.h"
#include "core/collect/fill_in_records.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

using office::Cell;
using office::Sheet;

class Reader
{
public:
    Reader(Planner& planner, const office::Workbook& workbook, const WorkbookIdentity& identity,
           const QString& sha256)
        : m_planner(planner)
        , m_book(workbook)
        , m_identity(identity)
        , m_sha256(sha256)
        , m_department(departmentOf(planner.data(), identity))
    {}

    /// Figures that were asked for, of the city.
    int asked() const { return m_asked; }

    void read()
    {
        bool anySheet = false;
        for (const Sheet& sheet : m_book.sheets) {
            if (sheet.name == layout::keySheet)
                continue;
            Marks marks = findMarks(sheet);
            QHash<QString, int> visible;
            if (marks.header >= 0)
                visible = columnsByHeader(sheet, marks.header);
            const bool isText =
                !marks.texts.isEmpty() || visible.contains(layout::textColumn.toString());
            const bool isFigures =
                !marks.figures.isEmpty() || visible.contains(layout::nameColumn.toString());
            const Records records{m_planner, m_book, sheet, m_sha256, m_department};
            if (!isText && !isFigures) {
                records.read(marks, visible);
                continue;
            }
            anySheet = true;
            const bool marked = !marks.columns.isEmpty();
            if (!marked) {
                warn(sheet, Text::tr("隐藏的列标识已被删除，改按表头文字识别各列，请核对预览。"));
            }
            for (auto at = visible.cbegin(); at != visible.cend(); ++at) {
                if (!at.key().startsWith(u'y') || !marked)
                    marks.columns.insert(at.key(), marks.columns.value(at.key(), at.value()));
            }
            checkYears(sheet, marks, visible);
            if (isText)
                readTexts(sheet, marks);
            else
                readFigures(sheet, marks);
        }
        if (!anySheet) {
            m_planner.issues().append(
                {Severity::Error,
                 Text::tr("填报表中找不到数值表和文字表，请用下发的原表重新填报后导入。"),
                 m_book.fileName,
                 {},
                 {},
                 1});
        }
    }

private:
    void warn(const Sheet& sheet, const QString& text, const QString& cell = {})
    {
        m_planner.issues().append({Severity::Warning, text, m_book.fileName, sheet.name, cell, 1});
    }

    Place place(const Sheet& sheet, int row, int column) const
    {
        return {m_book.fileName, m_sha256, sheet.name, office::cellName(row, column)};
    }

    QString where(const Sheet& sheet, int row, int column) const
    {
        return placeText(m_book.fileName, sheet.name, office::cellName(row, column));
    }

    /// A column cut and pasted without its hidden mark would book one year's figures under another.
    void checkYears(const Sheet& sheet, Marks& marks, const QHash<QString, int>& visible)
    {
        QHash<int, QString> headed;
        for (auto at = visible.cbegin(); at != visible.cend(); ++at)
            headed.insert(at.value(), at.key());
        QStringList doubtful;
        for (auto at = marks.columns.cbegin(); at != marks.columns.cend(); ++at) {
            const QString shown = headed.value(at.value());
            if (at.key().startsWith(u'y') && shown.startsWith(u'y') && shown != at.key())
                doubtful.append(at.key());
        }
        doubtful.sort();
        for (const QString& key : std::as_const(doubtful)) {
            const int column = marks.columns.take(key);
            warn(sheet,
                 Text::tr("这一列的隐藏标识是%1年，表头却写着%"
                          "2年，整列没有导入，请恢复原来的列顺序后重新导入。")
                     .arg(key.mid(1), headed.value(column).mid(1)),
                 office::cellName(std::max(marks.header, 0), column));
        }
    }

    static QString textAt(const Sheet& sheet, int row, const Marks& marks, QStringView column)
    {
        const auto found = marks.columns.constFind(column.toString());
        return found == marks.columns.cend() ? QString() : sheet.at(row, *found).text.trimmed();
    }

    static QList<std::pair<int, int>> yearColumns(const Marks& marks)
    {
        QList<std::pair<int, int>> years;
        for (auto at = marks.columns.cbegin(); at != marks.columns.cend(); ++at) {
            if (const int year = at.key().startsWith(u'y') ? yearFromText(at.key()) : 0)
                years.append({year, at.value()});
        }
        std::sort(years.begin(), years.end());
        return years;
    }

    /// Rows below the header that carry no key: taken by their name when nothing else claims it.
    void addUnkeyedRows(const Sheet& sheet, Marks& marks)
    {
        QSet<int> keyed;
        QSet<QString> claimed;
        for (const RowKey& key : std::as_const(marks.figures)) {
            keyed.insert(key.row);
            const project::Region* region = findRegion(m_planner.data(), key.second);
            claimed.insert(key.first + layout::separator + (region ? region->nameZh : key.second));
        }
        const auto years = yearColumns(marks);
        const int first = std::max(marks.header + 1, 0);
        bool said = false;
        for (int row = first; row < sheet.rows.size(); ++row) {
            if (keyed.contains(row))
                continue;
            const bool filled = std::any_of(years.cbegin(), years.cend(), [&](const auto& year) {
                const Cell& cell = sheet.at(row, year.second);
                return cell.kind != Cell::Kind::Empty && !cell.text.trimmed().isEmpty() &&
                       !cell.text.startsWith(u"cc:"_s) && yearFromText(cell.text) != year.first;
            });
            if (!filled)
                continue;
            const QString name = textAt(sheet, row, marks, layout::nameColumn);
            const Subject* subject = subjectByName(name);
            const project::Region* region =
                findRegion(m_planner.data(), textAt(sheet, row, marks, layout::regionColumn));
            const QString claim =
                subject && region ? subject->id + layout::separator + region->nameZh : QString();
            if (!subject || !region || claimed.contains(claim)) {
                for (const auto& [year, column] : years) {
                    if (sheet.at(row, column).kind == Cell::Kind::Empty)
                        continue;
                    m_planner.ignore(
                        place(sheet, row, column), subject, region ? region->nameZh : QString(),
                        year,
                        subject && region
                            ? Text::tr("“%1”在本表另有一行，这一行没有识别键，未导入。").arg(name)
                            : Text::tr("这一行没有识别键，“%1”也不是要求填报的数据，未导入。")
                                  .arg(name));
                }
                continue;
            }
            if (!said) {
                warn(sheet, Text::tr("有的行没有隐藏的识别键，改按指标名称识别，请核对预览。"));
                said = true;
            }
            claimed.insert(claim);
            marks.figures.append(
                {row, subject->id, region->code.isEmpty() ? region->nameZh : region->code});
        }
        std::sort(marks.figures.begin(), marks.figures.end(),
                  [](const RowKey& one, const RowKey& other) { return one.row < other.row; });
    }

    /// What this department was asked for goes before what merely has the same name.
    const Subject* subjectByName(const QString& name)
    {
        if (name.isEmpty())
            return nullptr;
        if (!m_askedKnown) {
            m_askedKnown = true;
            for (const DepartmentTask& task : taskBreakdown(m_planner.data())) {
                if (task.department.name != m_department)
                    continue;
                for (const QString& id : task.subjects) {
                    if (const Subject* subject = m_planner.subjects().byId(id))
                        m_askedByName.insert(foldedText(subject->nameZh), subject);
                }
            }
        }
        if (const Subject* asked = m_askedByName.value(foldedText(name)))
            return asked;
        return m_planner.subjects().find(name);
    }

    void readFigures(const Sheet& sheet, Marks& marks)
    {
        if (marks.figures.isEmpty())
            warn(sheet, Text::tr("隐藏的识别键已被删除，改按指标名称识别各行，请核对预览。"));
        addUnkeyedRows(sheet, marks);
        for (const RowKey& key : std::as_const(marks.figures))
            readRow(sheet, marks, key);
        ignoreOtherColumns(sheet, marks);
    }

    /// Figures that people put into columns of their own, or beside the table, are named too.
    void ignoreOtherColumns(const Sheet& sheet, const Marks& marks)
    {
        if (marks.header < 0)
            return; // without headers our own reference columns cannot be told from others
        QSet<int> ours;
        for (const int column : marks.columns)
            ours.insert(column);
        const QList<Cell>& headers = sheet.rows[marks.header];
        for (int column = 0; column < headers.size(); ++column) {
            const QString header = foldedText(headers[column].text);
            for (const QStringView own :
                 {layout::numberHeader, layout::meaningHeader, layout::lastYearHeader}) {
                if (header == foldedText(own))
                    ours.insert(column);
            }
        }
        QHash<int, const RowKey*> keys;
        for (const RowKey& key : marks.figures)
            keys.insert(key.row, &key);
        for (int row = marks.header + 1; row < sheet.rows.size(); ++row) {
            for (int column = 0; column < sheet.rows[row].size(); ++column) {
                const Cell& cell = sheet.rows[row][column];
                const bool isFigure = cell.kind == Cell::Kind::Number ||
                                      (cell.kind == Cell::Kind::Text &&
                                       readNumber(cell.text).kind == ReadNumber::Kind::Number);
                if (!isFigure || ours.contains(column))
                    continue;
                const RowKey* key = keys.value(row);
                const project::Region* region =
                    key ? findRegion(m_planner.data(), key->second) : nullptr;
                const QString header = sheet.at(marks.header, column).text.simplified();
                m_planner.ignore(place(sheet, row, column),
                                 key ? m_planner.subjects().byId(key->first) : nullptr,
                                 region ? region->nameZh : QString(), 0,
                                 header.isEmpty()
                                     ? Text::tr("写在表格以外，不是要求填报的列，未导入。")
                                     : Text::tr("“%1”不是要求填报的列，未导入。").arg(header));
            }
        }
    }

    void readRow(const Sheet& sheet, const Marks& marks, const RowKey& key)
    {
        const auto years = yearColumns(marks);
        const Subject* subject = m_planner.subjects().byId(key.first);
        const project::Region* region = findRegion(m_planner.data(), key.second);
        const QString name = textAt(sheet, key.row, marks, layout::nameColumn);
        QString objection;
        if (!subject) {
            objection = Text::tr("本项目的指标体系中没有“%1”，未导入。")
                            .arg(name.isEmpty() ? key.first : name);
        } else if (!region) {
            objection = Text::tr("本项目中没有代码为“%1”的地区，未导入。").arg(key.second);
        } else if (!name.isEmpty() && foldedText(name) != foldedText(subject->nameZh)) {
            const Subject* shown = subjectByName(name);
            if (shown && shown != subject) {
                objection = Text::tr("%1：这一行的识别键是“%2”，名称却是“%"
                                     "3”，可能是排序时漏了隐藏列，请恢复后重新导入。")
                                .arg(where(sheet, key.row,
                                           marks.columns.value(layout::nameColumn.toString())),
                                     subject->nameZh, name);
            }
        }
        if (!objection.isEmpty()) {
            for (const auto& [year, column] : years) {
                if (sheet.at(key.row, column).kind != Cell::Kind::Empty)
                    m_planner.refuse(place(sheet, key.row, column), subject,
                                     region ? region->nameZh : QString(), year, objection);
            }
            return;
        }

        if (region == m_planner.data().city())
            m_asked += static_cast<int>(years.size());
        const QString note = textAt(sheet, key.row, marks, layout::noteColumn);
        const QString source = textAt(sheet, key.row, marks, layout::sourceColumn);
        const QString unit = textAt(sheet, key.row, marks, layout::unitColumn);
        const QString stateText = textAt(sheet, key.row, marks, layout::stateColumn);
        const int stateColumn = marks.columns.value(layout::stateColumn.toString(), -1);
        const std::optional<project::ValueState> state = stateFromWord(stateText);
        if (!stateText.isEmpty() && !state) {
            m_planner.refuse(
                place(sheet, key.row, stateColumn), subject, region->nameZh, m_identity.year,
                Text::tr("%1：不认识数据状态“%2”，请从列表中选择有值、暂缺、不适用、未统计或涉密。")
                    .arg(where(sheet, key.row, stateColumn), stateText));
        }
        const bool absent = state && *state != project::ValueState::Present;

        for (const auto& [year, column] : years) {
            const bool isStatusYear = year == m_identity.year;
            Offer offer;
            offer.place = place(sheet, key.row, column);
            offer.subject = subject;
            offer.region = region->id;
            offer.year = year;
            offer.note = note;
            offer.publication = source;
            offer.reading = readCell(sheet.at(key.row, column), unit, subject->unit,
                                     where(sheet, key.row, column));
            switch (offer.reading.kind) {
            case CellReading::Kind::Blank:
                if (isStatusYear && absent) {
                    offer.reading.kind = CellReading::Kind::State;
                    offer.reading.state = *state;
                    offer.place = place(sheet, key.row, stateColumn);
                    m_planner.offer(offer);
                } else {
                    m_planner.ignore(offer.place, subject, region->nameZh, year,
                                     isStatusYear && state
                                         ? Text::tr("数据状态选了“有值”，单元格却是空的。")
                                         : Text::tr("空白。"));
                }
                continue;
            case CellReading::Kind::Refused:
                m_planner.refuse(offer.place, subject, region->nameZh, year, offer.reading.reason);
                continue;
            case CellReading::Kind::Figure:
                if (isStatusYear && absent) {
                    m_planner.refuse(
                        offer.place, subject, region->nameZh, year,
                        Text::tr("%1：填了数，数据状态却选了“%2”，请改正其中之一后重新导入。")
                            .arg(where(sheet, key.row, column), stateText));
                    continue;
                }
                break;
            case CellReading::Kind::State:
                if (isStatusYear && absent)
                    offer.reading.state = *state;
                break;
            }
            m_planner.offer(offer);
        }
    }

    void readTexts(const Sheet& sheet, const Marks& marks)
    {
        const auto column = marks.columns.constFind(layout::textColumn.toString());
        if (column == marks.columns.cend()) {
            warn(sheet, Text::tr("找不到“内容”一列，文字没有导入，请恢复该列的表头后重新导入。"));
            return;
        }
        QList<RowKey> rows = marks.texts;
        if (rows.isEmpty()) {
            warn(sheet, Text::tr("隐藏的识别键已被删除，改按评估方面和类别识别各行，请核对预览。"));
            for (int row = marks.header + 1; row < sheet.rows.size(); ++row) {
                const QString group = textAt(sheet, row, marks, u"group");
                const QString kind = textAt(sheet, row, marks, u"kind");
                for (int at = 0; at < static_cast<int>(std::size(layout::textKindWords)); ++at) {
                    if (kind == layout::textKindWords[at])
                        rows.append({row, group == u"总体" ? QString() : group,
                                     project::key(static_cast<project::TextKind>(at))});
                }
            }
        }
        for (const RowKey& key : std::as_const(rows)) {
            const QString text = sheet.at(key.row, *column).text.trimmed();
            const auto kind = project::textKindFromKey(key.second);
            if (text.isEmpty() || !kind)
                continue;
            project::TextBlock block;
            block.department = m_department;
            block.group = key.first;
            block.kind = *kind;
            block.text = text;
            m_planner.text(place(sheet, key.row, *column), block);
        }
    }

    Planner& m_planner;
    const office::Workbook& m_book;
    const WorkbookIdentity& m_identity;
    QString m_sha256;
    QString m_department;
    QHash<QString, const Subject*> m_askedByName;
    bool m_askedKnown = false;
    int m_asked = 0;
};

} // namespace

bool hasFillInKeys(const office::Workbook& workbook)
{
    for (const Sheet& sheet : workbook.sheets) {
        if (findMarks(sheet).anyRow())
            return true;
    }
    return false;
}

QString departmentOf(const project::YearData& data, const WorkbookIdentity& identity)
{
    const project::Department* known = findDepartment(data, identity.department);
    return known ? known->name : identity.department;
}

bool isOurs(Planner& planner, const office::Workbook& workbook, const WorkbookIdentity& identity)
{
    const project::YearInfo& info = planner.data().info;
    const auto refuse = [&](const QString& text) {
        planner.issues().append({Severity::Error, text, workbook.fileName, {}, {}, 1});
        return false;
    };
    if (identity.layout > layout::version) {
        return refuse(Text::tr("填报表“%1”由更新版本的程序生成，请升级本程序后导入。")
                          .arg(workbook.fileName));
    }
    if (identity.city != info.city) {
        return refuse(
            Text::tr("“%1”是%2的填报表，不是%3的，请从导入的文件中移走，或打开%2的项目再导入。")
                .arg(workbook.fileName, identity.city, info.city));
    }
    if (identity.year != info.year) {
        return refuse(Text::tr("“%1”是%2年度的填报表，不是%3年度的，请从导入的文件中移走，或打开%"
                               "2年度的项目再导入。")
                          .arg(workbook.fileName)
                          .arg(identity.year)
                          .arg(info.year));
    }
    if (!info.uuid.isEmpty() && !identity.projectUuid.isEmpty() &&
        identity.projectUuid != info.uuid) {
        planner.issues().append({Severity::Warning,
                                 Text::tr("这份填报表是由另一个项目文件下发的，城市和年度相符，已按"
                                          "指标代码读入，请核对预览。"),
                                 workbook.fileName,
                                 {},
                                 {},
                                 1});
    }
    return true;
}

int readFillInWorkbook(Planner& planner, const office::Workbook& workbook,
                       const WorkbookIdentity& identity, const QString& sha256)
{
    Reader reader(planner, workbook, identity, sha256);
    reader.read();
    return reader.asked();
}

} // namespace checkup::collect
