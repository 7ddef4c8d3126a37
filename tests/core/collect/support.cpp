#include "tests/core/collect/support.h"

#include "core/office/xlsx_reader.h"
#include "tests/support/catch.h"

#include <QFile>

#include <xlsxwriter.h>

namespace test {

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

SmallProject::SmallProject()
{
    NewYear data;
    data.info.city = u"厦门市"_s;
    data.info.year = 2022;
    data.info.baseYear = 2019;
    data.info.targetYear = 2035;
    data.info.organisation = u"厦门市自然资源和规划局"_s;

    catalogue::Catalogue& system = data.catalogue;
    system.id = u"small"_s;
    system.dimensions = {{u"safety"_s, u"安全"_s, u"Safety"_s, {u"水安全"_s, u"粮食安全"_s}}};
    const auto quantity = [&](const QString& id, const QString& name, const QString& unit,
                              const QString& department,
                              catalogue::Origin origin = catalogue::Origin::Statistics) {
        catalogue::Quantity made;
        made.id = id;
        made.nameZh = name;
        made.nameEn = id + u" quantity"_s;
        made.unit = unit;
        made.origins = {origin};
        made.department = department;
        made.note = u"口径见统计制度"_s;
        system.quantities.append(made);
    };
    quantity(u"w_total"_s, u"用水总量"_s, u"亿立方米"_s, u"水利局、统计局"_s);
    quantity(u"p_resident"_s, u"常住人口"_s, u"万人"_s, u"统计局"_s);
    quantity(u"a_farmland"_s, u"耕地面积"_s, u"公顷"_s, u"自然资源局"_s, catalogue::Origin::Layer);
    system.quantities.last().layer = u"DLTB 0101,0102,0103 TBDLMJ x XZQ"_s;
    quantity(u"t_commute"_s, u"通勤时间"_s, u"分钟"_s, u"自然资源局"_s, catalogue::Origin::BigData);
    quantity(u"n_unused"_s, u"无人使用的量"_s, u"个"_s, u"统计局"_s);
    quantity(u"gdp"_s, u"地区生产总值"_s, u"亿元"_s, u"统计局"_s);
    const auto indicator = [&](const QString& code, const QString& name, const QString& unit,
                               const QString& formula, const QString& department,
                               bool excluded = false) {
        catalogue::Indicator made;
        made.code = code;
        made.dimension = u"safety"_s;
        made.category = u"水安全"_s;
        made.nameZh = name;
        made.nameEn = code + u" indicator"_s;
        made.unit = unit;
        made.formula = formula;
        made.department = department;
        made.aspect = u"底线管控"_s;
        made.definition = name + u"的定义。"_s;
        made.direction = catalogue::Direction::HigherBetter;
        made.excluded = excluded;
        system.indicators.append(made);
    };
    indicator(u"S-01"_s, u"人均年用水量"_s, u"立方米/人"_s, u"w_total / p_resident"_s, u"水利局"_s);
    indicator(u"S-04"_s, u"用水总量"_s, u"亿立方米"_s, u"w_total"_s, u"水利局"_s);
    indicator(u"S-09"_s, u"再生水利用率"_s, u"%"_s, {}, u"水利局、市政园林局"_s);
    indicator(u"S-11"_s, u"耕地保有量"_s, u"万亩"_s, u"a_farmland"_s, u"自然资源局"_s);
    indicator(u"H-01"_s, u"工作日平均通勤时间"_s, u"分钟"_s, u"t_commute"_s, u"自然资源局"_s);
    indicator(u"G-08"_s, u"每万元GDP水耗"_s, u"立方米/万元"_s, u"w_total / gdp"_s, u"水利局"_s,
              true);

    const auto region = [&](qint64 id, const QString& code, const QString& name,
                            RegionLevel level) {
        Region made;
        made.id = RegionId(id);
        made.code = code;
        made.nameZh = name;
        made.level = level;
        if (level != RegionLevel::City)
            made.parent = RegionId(-1);
        data.regions.append(made);
    };
    region(-1, u"350200"_s, u"厦门市"_s, RegionLevel::City);
    region(-2, u"350203"_s, u"思明区"_s, RegionLevel::District);
    region(-3, u"350206"_s, u"湖里区"_s, RegionLevel::District);
    for (const QString& name : {u"水利局"_s, u"统计局"_s, u"自然资源局"_s}) {
        Department made;
        made.name = name;
        made.contact = u"示例联系人"_s;
        made.phone = u"0592-0000000"_s;
        made.deadline = QDate(2023, 3, 31);
        data.departments.append(made);
    }
    Result<ProjectFile> made = ProjectFile::create(path(u"厦门市-2022.gpkg"_s), data);
    REQUIRE_OK(made);
    m_file = std::move(*made);
}

YearData SmallProject::data() const
{
    Result<YearData> loaded = m_file->load();
    REQUIRE_OK(loaded);
    return std::move(*loaded);
}

void SmallProject::commit(const collect::ImportPlan& plan)
{
    REQUIRE_OK(m_file->commit(plan.changes));
}

collect::ImportOptions importOptions(const QDate& day)
{
    collect::ImportOptions made;
    made.person = u"李四"_s;
    made.takenAt = QDateTime(day, QTime(9, 30), Qt::UTC);
    return made;
}

collect::ImportPlan importPlan(const YearData& data, const QStringList& sources,
                               const collect::ImportOptions& how)
{
    Result<collect::ImportPlan> made = collect::planImport(data, sources, how);
    REQUIRE_OK(made);
    return std::move(*made);
}

collect::DepartmentTask taskOf(const YearData& data, const QString& department)
{
    for (const collect::DepartmentTask& one : collect::taskBreakdown(data)) {
        if (one.department.name == department)
            return one;
    }
    FAIL("no such department");
    return {};
}

collect::CellFate fateOf(const collect::ImportPlan& plan, const QString& subject, int year,
                         const QString& region)
{
    QList<collect::CellFate> found;
    for (const collect::CellFate& cell : plan.cells) {
        if (cell.subject == subject && cell.year == year &&
            (region.isEmpty() || cell.regionName == region))
            found.append(cell);
    }
    INFO(subject.toStdString() << " " << year);
    REQUIRE(found.size() == 1);
    return found.first();
}

const Value* figure(const YearData& data, const QString& subject, int year, const QString& source,
                    const QString& region)
{
    const Region* where = data.regionByName(region);
    REQUIRE(where);
    for (const Value* rival : data.rivals({subject, where->id, year})) {
        if (data.source(rival->source)->key == source)
            return rival;
    }
    return nullptr;
}

void writePlain(const QString& path, const QList<PlainSheet>& sheets)
{
    lxw_workbook* book = workbook_new(QFile::encodeName(path).constData());
    lxw_format* percent = workbook_add_format(book);
    format_set_num_format(percent, "0.0%");
    for (const PlainSheet& sheet : sheets) {
        lxw_worksheet* on = workbook_add_worksheet(book, sheet.name.toUtf8().constData());
        for (int row = 0; row < sheet.rows.size(); ++row) {
            for (int column = 0; column < sheet.rows[row].size(); ++column) {
                const QString& text = sheet.rows[row][column];
                const auto r = lxw_row_t(row);
                const auto c = lxw_col_t(column);
                bool plain = false;
                const double number = text.toDouble(&plain);
                if (text.isEmpty())
                    continue;
                if (text.startsWith(u"pct:"_s))
                    worksheet_write_number(on, r, c, text.mid(4).toDouble(), percent);
                else if (text.startsWith(u"text:"_s))
                    worksheet_write_string(on, r, c, text.mid(5).toUtf8().constData(), nullptr);
                else if (text.startsWith(u'='))
                    worksheet_write_formula_num(on, r, c,
                                                text.section(u'|', 0, 0).toUtf8().constData(),
                                                nullptr, text.section(u'|', 1).toDouble());
                else if (plain)
                    worksheet_write_number(on, r, c, number, nullptr);
                else
                    worksheet_write_string(on, r, c, text.toUtf8().constData(), nullptr);
            }
        }
    }
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
}

QList<PlainSheet> readPlain(const QString& path)
{
    const Result<office::Workbook> book = office::readXlsx(path);
    REQUIRE_OK(book);
    QList<PlainSheet> sheets;
    for (const office::Sheet& sheet : book->sheets) {
        PlainSheet plain{sheet.name, {}};
        const int width = sheet.columnCount();
        for (const QList<office::Cell>& row : sheet.rows) {
            QStringList texts;
            for (const office::Cell& cell : row)
                texts.append(cell.text);
            while (texts.size() < width)
                texts.append(QString());
            plain.rows.append(texts);
        }
        sheets.append(plain);
    }
    return sheets;
}

QString writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path;
}

} // namespace test
