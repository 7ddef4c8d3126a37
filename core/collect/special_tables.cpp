#include "core/collect/special_tables.h"

#include "core/base/in_chinese.h"
#include "core/collect/fill_in_layout.h"

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

constexpr int headerSearch = 15;

/// Columns of a special table: key → headers that mean it, the first being ours.
struct ColumnWords
{
    QString key;
    QStringList words;
};

QList<ColumnWords> columnsOf(SpecialTable table)
{
    const ColumnWords subject{
        u"subject"_s,
        {u"指标"_s, u"指标名称"_s, u"指标代码"_s, u"指标编码"_s, u"indicator"_s, u"code"_s}};
    const ColumnWords region{u"region"_s, {u"地区"_s, u"区域"_s, u"region"_s}};
    const ColumnWords unit{u"unit"_s, {u"单位"_s, u"unit"_s}};
    const ColumnWords source{u"source"_s, {u"来源"_s, u"数据来源"_s, u"出处"_s, u"source"_s}};
    switch (table) {
    case SpecialTable::Goals:
        return {
            subject,
            region,
            unit,
            source,
            {u"kind"_s, {u"目标类型"_s, u"goal"_s, u"kind"_s}},
            {u"target"_s, {u"目标值"_s, u"规划目标值"_s, u"目标年目标值"_s, u"target"_s}},
            {u"near"_s, {u"近期目标值"_s, u"neartarget"_s, u"near_target"_s}},
            {u"plan"_s, {u"年度计划值"_s, u"年度计划"_s, u"annualplan"_s, u"annual_plan"_s}},
            {u"lower"_s, {u"下限"_s, u"lower"_s}},
            {u"upper"_s, {u"上限"_s, u"upper"_s}},
            {u"base"_s, {u"基期值"_s, u"基期年值"_s, u"base"_s, u"basevalue"_s, u"base_value"_s}}};
    case SpecialTable::Benchmarks:
        return {subject,
                unit,
                source,
                {u"name"_s, {u"对标对象"_s, u"对标城市"_s, u"benchmark"_s}},
                {u"value"_s, {u"对标值"_s, u"benchmarkvalue"_s, u"benchmark_value"_s}},
                {u"year"_s, {u"年份"_s, u"年度"_s, u"year"_s}}};
    case SpecialTable::Regions:
        return {{u"code"_s, {u"代码"_s, u"行政区划代码"_s, u"code"_s}},
                {u"name"_s, {u"名称"_s, u"地区名称"_s, u"name"_s}},
                {u"english"_s, {u"英文名"_s, u"英文名称"_s, u"english"_s, u"name_en"_s}},
                {u"level"_s, {u"级别"_s, u"level"_s}},
                {u"parent"_s, {u"上级"_s, u"上级代码"_s, u"parent"_s}}};
    case SpecialTable::Departments:
        return {{u"department"_s,
                 {u"部门"_s, u"部门名称"_s, u"单位名称"_s, u"责任部门"_s, u"department"_s}},
                {u"contact"_s, {u"联系人"_s, u"contact"_s}},
                {u"phone"_s, {u"电话"_s, u"联系电话"_s, u"phone"_s}},
                {u"deadline"_s, {u"截止日期"_s, u"报送期限"_s, u"deadline"_s}},
                {u"returned"_s, {u"报送日期"_s, u"returned"_s, u"returnedat"_s, u"returned_at"_s}}};
    case SpecialTable::Texts:
        return {{u"department"_s, {u"部门"_s, u"部门名称"_s, u"责任部门"_s, u"department"_s}},
                {u"group"_s, {u"方面"_s, u"评估方面"_s, u"aspect"_s, u"group"_s}},
                {u"kind"_s, {u"类别"_s, u"kind"_s}},
                {u"text"_s, {u"内容"_s, u"文字"_s, u"text"_s}}};
    }
    return {};
}

/// A table is known when these are all there; of a second list, when it is not empty, one at least.
struct Signature
{
    SpecialTable table;
    QStringList all, any;
};

const QList<Signature>& signatures()
{
    static const QList<Signature> list{
        {SpecialTable::Goals, {u"subject"_s, u"kind"_s}, {u"target"_s, u"lower"_s, u"upper"_s}},
        {SpecialTable::Goals, {u"subject"_s, u"target"_s}, {}},
        {SpecialTable::Benchmarks, {u"subject"_s, u"name"_s, u"value"_s}, {}},
        {SpecialTable::Regions, {u"code"_s, u"name"_s, u"level"_s}, {}},
        {SpecialTable::Texts, {u"department"_s, u"kind"_s, u"text"_s}, {}},
        {SpecialTable::Departments,
         {u"department"_s},
         {u"contact"_s, u"deadline"_s, u"returned"_s}}};
    return list;
}

QHash<QString, int> columnsIn(const QList<office::Cell>& row, SpecialTable table)
{
    QHash<QString, int> columns;
    for (const ColumnWords& words : columnsOf(table)) {
        for (int column = 0; column < row.size() && !columns.contains(words.key); ++column) {
            if (words.words.contains(foldedText(row[column].text)))
                columns.insert(words.key, column);
        }
    }
    return columns;
}

/// A long table of figures may carry departments or targets beside them; it stays one of figures.
bool isFigureHeader(const QList<office::Cell>& row)
{
    static const QStringList values{u"数值"_s, u"值"_s, u"指标值"_s, u"value"_s};
    return columnsIn(row, SpecialTable::Goals).contains(u"subject"_s) &&
           std::any_of(row.cbegin(), row.cend(), [](const office::Cell& cell) {
               return values.contains(foldedText(cell.text));
           });
}

std::optional<project::GoalKind> goalKindOf(const QString& text)
{
    using project::GoalKind;
    const QString word = foldedText(text);
    if (word.isEmpty())
        return std::nullopt;
    if (const auto known = project::goalKindFromKey(word))
        return known;
    static const QHash<QString, GoalKind> words{
        {u"增长"_s, GoalKind::Growing},   {u"增长型"_s, GoalKind::Growing},
        {u"提升"_s, GoalKind::Growing},   {u"下降"_s, GoalKind::Falling},
        {u"下降型"_s, GoalKind::Falling}, {u"降低"_s, GoalKind::Falling},
        {u"下限"_s, GoalKind::Floor},     {u"底线"_s, GoalKind::Floor},
        {u"不低于"_s, GoalKind::Floor},   {u"≥"_s, GoalKind::Floor},
        {u"上限"_s, GoalKind::Ceiling},   {u"不高于"_s, GoalKind::Ceiling},
        {u"不超过"_s, GoalKind::Ceiling}, {u"≤"_s, GoalKind::Ceiling},
        {u"区间"_s, GoalKind::Range},     {u"保持"_s, GoalKind::Hold},
        {u"不变"_s, GoalKind::Hold},      {u"监测"_s, GoalKind::Monitor},
        {u"无"_s, GoalKind::None},        {u"无目标"_s, GoalKind::None}};
    if (const auto found = words.constFind(word); found != words.cend())
        return *found;
    for (const auto kind :
         {GoalKind::None, GoalKind::Growing, GoalKind::Falling, GoalKind::Floor, GoalKind::Ceiling,
          GoalKind::Range, GoalKind::Hold, GoalKind::Monitor}) {
        const QString inFiles = inChinese([kind] { return project::label(kind); });
        if (foldedText(inFiles) == word || foldedText(project::label(kind)) == word)
            return kind;
    }
    return std::nullopt;
}

std::optional<project::TextKind> textKindOf(const QString& text)
{
    const QString word = foldedText(text);
    if (const auto known = project::textKindFromKey(word))
        return known;
    for (int at = 0; at < static_cast<int>(std::size(layout::textKindWords)); ++at) {
        if (word == layout::textKindWords[at] ||
            word == foldedText(project::label(static_cast<project::TextKind>(at))))
            return static_cast<project::TextKind>(at);
    }
    return std::nullopt;
}

std::optional<project::RegionLevel> levelOf(const QString& text)
{
    using project::RegionLevel;
    const QString word = foldedText(text);
    if (const auto known = project::regionLevelFromKey(word))
        return known;
    if (word == u"市" || word == u"市级" || word == u"城市")
        return RegionLevel::City;
    if (word == u"区" || word == u"县" || word == u"区县" || word == u"区级" || word == u"县级" ||
        word == u"区县级")
        return RegionLevel::District;
    if (word == u"街道" || word == u"镇" || word == u"乡" || word == u"镇街" || word == u"乡镇" ||
        word == u"街道级")
        return RegionLevel::Street;
    return std::nullopt;
}

QDate dateOf(const QString& text)
{
    static const QRegularExpression form(
        u"\\A\\s*(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?\\s*\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(),
                                    match.captured(3).toInt())
                            : QDate();
}

/// Reads one table; each function takes one row.
class Reader
{
public:
    Reader(Planner& planner, const office::Workbook& workbook, const office::Sheet& sheet,
           const FoundTable& found, const QString& sha256)
        : m_planner(planner)
        , m_data(planner.data())
        , m_book(workbook)
        , m_sheet(sheet)
        , m_found(found)
        , m_sha256(sha256)
        , m_columns(columnsIn(sheet.rows[found.headerRow], found.table))
    {}

    void read()
    {
        for (m_row = m_found.headerRow + 1; m_row < m_sheet.rows.size(); ++m_row) {
            const bool blank =
                std::all_of(m_columns.cbegin(), m_columns.cend(), [this](int column) {
                    return m_sheet.at(m_row, column).text.trimmed().isEmpty();
                });
            if (blank)
                continue;
            switch (m_found.table) {
            case SpecialTable::Goals:
                goal();
                break;
            case SpecialTable::Benchmarks:
                benchmark();
                break;
            case SpecialTable::Regions:
                region();
                break;
            case SpecialTable::Departments:
                department();
                break;
            case SpecialTable::Texts:
                text();
                break;
            }
        }
    }

private:
    QString textAt(const QString& key) const
    {
        const auto column = m_columns.constFind(key);
        return column == m_columns.cend() ? QString() : m_sheet.at(m_row, *column).text.trimmed();
    }

    Place place(const QString& key) const
    {
        return {m_book.fileName, m_sha256, m_sheet.name,
                office::cellName(m_row, m_columns.value(key, 0))};
    }

    QString where(const QString& key) const
    {
        const Place at = place(key);
        return placeText(at.file, at.sheet, at.cell);
    }

    /// The indicator of a goal or benchmark; refuses the row when there is none.
    const catalogue::Indicator* indicator(const QString& key)
    {
        const QString text = textAt(u"subject"_s);
        const Subject* subject = m_planner.subjects().find(text);
        const catalogue::Indicator* found =
            subject ? m_data.catalogue.indicator(subject->id) : nullptr;
        if (!found) {
            for (const catalogue::Indicator& candidate : m_data.catalogue.indicators) {
                if (foldedText(candidate.nameZh) == foldedText(text))
                    found = &candidate;
            }
        }
        if (!found) {
            m_planner.refuseRow(
                place(u"subject"_s), key + text, text,
                Text::tr("%1：本项目的指标体系中没有指标“%2”，请更正名称或代码后重新导入。")
                    .arg(where(u"subject"_s), text));
        }
        return found;
    }

    /// A number in the indicator's unit; false when the cell was refused.
    bool number(const QString& key, const catalogue::Indicator& indicator, const QString& refusedAs,
                std::optional<double>& into)
    {
        const auto column = m_columns.constFind(key);
        if (column == m_columns.cend())
            return true;
        const CellReading reading =
            readCell(m_sheet.at(m_row, *column), textAt(u"unit"_s), indicator.unit, where(key));
        if (reading.kind == CellReading::Kind::Refused) {
            m_planner.refuseRow(place(key), refusedAs, indicator.nameZh, reading.reason);
            return false;
        }
        if (reading.kind == CellReading::Kind::Figure)
            into = reading.number;
        return true;
    }

    void goal()
    {
        const catalogue::Indicator* of = indicator(u"goal:"_s);
        if (!of)
            return;
        const QString key = u"goal:"_s + of->code;
        const project::Region* region = findRegion(m_data, textAt(u"region"_s));
        if (!region) {
            m_planner.refuseRow(place(u"region"_s), key, of->nameZh,
                                Text::tr("%1：本项目中没有地区“%2”，请更正后重新导入。")
                                    .arg(where(u"region"_s), textAt(u"region"_s)));
            return;
        }
        project::Goal wanted;
        if (const project::Goal* held = m_data.goal(of->code, region->id))
            wanted = *held;
        wanted.indicator = of->code;
        wanted.region = region->id;
        if (const QString kind = textAt(u"kind"_s); !kind.isEmpty()) {
            const auto known = goalKindOf(kind);
            if (!known) {
                m_planner.refuseRow(
                    place(u"kind"_s), key, of->nameZh,
                    Text::tr("%1：不认识目标类型“%"
                             "2”，请写增长、下降、下限、上限、区间、保持、监测或无。")
                        .arg(where(u"kind"_s), kind));
                return;
            }
            wanted.kind = *known;
        } else if (wanted.kind == project::GoalKind::None) {
            wanted.kind =
                of->direction == catalogue::Direction::HigherBetter  ? project::GoalKind::Growing
                : of->direction == catalogue::Direction::LowerBetter ? project::GoalKind::Falling
                : of->direction == catalogue::Direction::TargetRange ? project::GoalKind::Range
                                                                     : project::GoalKind::Monitor;
        }
        if (!number(u"target"_s, *of, key, wanted.target) ||
            !number(u"near"_s, *of, key, wanted.nearTarget) ||
            !number(u"plan"_s, *of, key, wanted.annualPlan) ||
            !number(u"lower"_s, *of, key, wanted.lower) ||
            !number(u"upper"_s, *of, key, wanted.upper) ||
            !number(u"base"_s, *of, key, wanted.baseValue))
            return;
        if (const QString source = textAt(u"source"_s); !source.isEmpty())
            wanted.source = source;
        m_planner.goal(place(m_columns.contains(u"target"_s) ? u"target"_s : u"kind"_s), wanted,
                       of->nameZh);
    }

    void benchmark()
    {
        const catalogue::Indicator* of = indicator(u"benchmark:"_s);
        if (!of)
            return;
        const QString key = u"benchmark:"_s + of->code;
        project::Benchmark wanted;
        wanted.indicator = of->code;
        wanted.name = textAt(u"name"_s);
        wanted.source = textAt(u"source"_s);
        std::optional<double> value;
        if (!number(u"value"_s, *of, key, value))
            return;
        const QString yearText = textAt(u"year"_s);
        wanted.year = yearText.isEmpty() ? m_data.info.year : yearFromText(yearText);
        if (!value || wanted.name.isEmpty() || wanted.year == 0) {
            m_planner.refuseRow(
                place(u"value"_s), key, of->nameZh,
                Text::tr("%1：对标行要有对标对象、对标值和四位年份，请补全后重新导入。")
                    .arg(where(u"value"_s)));
            return;
        }
        wanted.value = *value;
        m_planner.benchmark(place(u"value"_s), wanted, of->nameZh);
    }

    void region()
    {
        project::Region wanted;
        wanted.code = textAt(u"code"_s);
        wanted.nameZh = textAt(u"name"_s);
        wanted.nameEn = textAt(u"english"_s);
        const auto level = levelOf(textAt(u"level"_s));
        if (!level || wanted.nameZh.isEmpty()) {
            m_planner.refuseRow(
                place(u"level"_s), u"region:"_s + wanted.nameZh, wanted.nameZh,
                Text::tr("%1：地区行要有名称，级别写市、区或街道，请更正后重新导入。")
                    .arg(where(u"level"_s)));
            return;
        }
        wanted.level = *level;
        m_planner.region(place(u"name"_s), wanted, textAt(u"parent"_s));
    }

    /// A date, or false when the cell holds something else.
    bool date(const QString& key, const QString& department, QDate& into)
    {
        const QString text = textAt(key);
        if (text.isEmpty())
            return true;
        const QDate read = dateOf(text);
        if (!read.isValid()) {
            m_planner.refuseRow(
                place(key), u"department:"_s + department, department,
                Text::tr("%1：“%2”不是日期，请写成 2023-03-01 这样的形式后重新导入。")
                    .arg(where(key), text));
            return false;
        }
        into = read;
        return true;
    }

    void department()
    {
        const QString name = textAt(u"department"_s);
        if (name.isEmpty())
            return;
        project::Department wanted;
        if (const auto held = m_planner.departmentByName(name))
            wanted = *held;
        else
            wanted.name = name;
        if (const QString contact = textAt(u"contact"_s); !contact.isEmpty())
            wanted.contact = contact;
        if (const QString phone = textAt(u"phone"_s); !phone.isEmpty())
            wanted.phone = phone;
        if (!date(u"deadline"_s, name, wanted.deadline) ||
            !date(u"returned"_s, name, wanted.returnedAt))
            return;
        m_planner.department(place(u"department"_s), wanted);
    }

    void text()
    {
        project::TextBlock wanted;
        const QString name = textAt(u"department"_s);
        const project::Department* known = findDepartment(m_data, name);
        wanted.department = known ? known->name : name;
        wanted.group = textAt(u"group"_s);
        wanted.text = textAt(u"text"_s);
        const auto kind = textKindOf(textAt(u"kind"_s));
        if (wanted.text.isEmpty()) {
            m_planner.ignore(place(u"text"_s), nullptr, {}, 0, Text::tr("空白。"));
            return;
        }
        if (!kind) {
            m_planner.refuseRow(
                place(u"kind"_s), u"text:"_s + wanted.department, wanted.department,
                Text::tr(
                    "%1：不认识类别“%2”，请写基本情况、取得成效、短板及成因、下一步措施或建议。")
                    .arg(where(u"kind"_s), textAt(u"kind"_s)));
            return;
        }
        wanted.kind = *kind;
        m_planner.text(place(u"text"_s), wanted);
    }

    Planner& m_planner;
    const project::YearData& m_data;
    const office::Workbook& m_book;
    const office::Sheet& m_sheet;
    FoundTable m_found;
    QString m_sha256;
    QHash<QString, int> m_columns;
    int m_row = 0;
};

} // namespace

std::optional<FoundTable> findSpecialTable(const office::Sheet& sheet)
{
    for (int row = 0; row < std::min<int>(headerSearch, static_cast<int>(sheet.rows.size()));
         ++row) {
        if (isFigureHeader(sheet.rows[row]))
            continue;
        for (const Signature& signature : signatures()) {
            const QHash<QString, int> columns = columnsIn(sheet.rows[row], signature.table);
            const auto has = [&columns](const QString& key) { return columns.contains(key); };
            if (std::all_of(signature.all.cbegin(), signature.all.cend(), has) &&
                (signature.any.isEmpty() ||
                 std::any_of(signature.any.cbegin(), signature.any.cend(), has)))
                return FoundTable{signature.table, row};
        }
    }
    return std::nullopt;
}

void readSpecialTable(Planner& planner, const office::Workbook& workbook,
                      const office::Sheet& sheet, const FoundTable& found, const QString& sha256)
{
    Reader(planner, workbook, sheet, found, sha256).read();
}

} // namespace checkup::collect
