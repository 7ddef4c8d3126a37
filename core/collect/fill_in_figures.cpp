#include "core/base/in_chinese.h"
#include "core/collect/fill_in_book.h"

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

using catalogue::Quantity;

constexpr double meaningWidth = 44;
constexpr double nameWidth = 24;
constexpr double remarkWidth = 24;

QString regionToken(const project::Region& region)
{
    return region.code.isEmpty() ? region.nameZh : region.code;
}

QString meaning(const FillInBook& book, const QString& id)
{
    const catalogue::Catalogue& catalogue = book.data().catalogue;
    QStringList parts;
    if (const catalogue::Indicator* indicator = catalogue.indicator(id)) {
        parts.append(indicator->definition);
    } else if (const Quantity* quantity = catalogue.quantity(id)) {
        parts.append(quantity->note);
        const QStringList users = book.usersOf(id);
        if (!users.isEmpty()) {
            const int shown = std::min<int>(3, static_cast<int>(users.size()));
            QString list = QStringList(users.mid(0, shown)).join(u'、');
            if (users.size() > shown)
                list += u"等%1项指标"_s.arg(users.size());
            parts.append(u"用于："_s + list);
        }
    }
    if (const QStringList helpers = book.supporting(id); !helpers.isEmpty())
        parts.append(u"配合单位："_s + helpers.join(u'、'));
    QString text;
    for (QString part : std::as_const(parts)) {
        while (part.endsWith(u'。'))
            part.chop(1);
        if (!part.isEmpty())
            text += (text.isEmpty() ? QString() : u"。"_s) + part;
    }
    return text;
}

/// Writes one sheet of figures.
class Figures
{
public:
    Figures(FillInBook& book, lxw_worksheet* on, bool byDistrict)
        : m_book(book)
        , m_on(on)
        , m_byDistrict(byDistrict)
    {
        if (!book.filled())
            return;
        for (const FilledIn::Figure& figure : book.filled()->figures)
            m_figures.insert({figure.subject, token(figure.region), figure.year}, &figure);
        for (const FilledIn::Row& row : book.filled()->rows)
            m_rows.insert({row.subject, token(row.region), 0}, &row);
    }

    void write(const QStringList& subjects, const QList<const project::Region*>& regions)
    {
        // Columns: 序号, 指标, [地区], 单位, [含义], 上年值, years..., 状态, 口径说明, 来源
        QList<FillInBook::Column> columns{
            {{}, layout::numberHeader.toString(), 6},
            {layout::nameColumn.toString(), layout::nameHeader.toString(), nameWidth}};
        if (m_byDistrict)
            columns.append({layout::regionColumn.toString(), layout::regionHeader.toString(), 10});
        columns.append({layout::unitColumn.toString(), layout::unitHeader.toString(), 12});
        // By district the meaning is the same; it stands on the city's sheet.
        if (!m_byDistrict)
            columns.append({{}, layout::meaningHeader.toString(), meaningWidth});
        columns.append({{}, layout::lastYearHeader.toString(), 11});
        m_firstYear = static_cast<int>(columns.size()) + 1;
        for (const int year : m_book.task().years)
            columns.append({u"y%1"_s.arg(year), u"%1年"_s.arg(year), 11});
        m_stateColumn = static_cast<int>(columns.size()) + 1;
        columns.append({layout::stateColumn.toString(), layout::stateHeader.toString(), 11});
        columns.append({layout::noteColumn.toString(), layout::noteHeader.toString(), remarkWidth});
        columns.append(
            {layout::sourceColumn.toString(), layout::sourceHeader.toString(), remarkWidth});

        const project::YearInfo& info = m_book.data().info;
        m_book.beginTable(
            m_on, columns, (m_byDistrict ? layout::districtSheet : layout::valueSheet).toString(),
            u"填报单位：%1        数据截止：%2年12月31日        浅黄色为填写区；%2年没有数的请选择“数据状态”，不要填 0"_s
                .arg(m_book.task().department.name)
                .arg(info.year));
        int row = FillInBook::firstRow;
        int number = 0;
        for (const QString& id : subjects) {
            const Subject* subject = m_book.subjects().byId(id);
            if (!subject)
                continue;
            const QString what = m_byDistrict ? QString() : meaning(m_book, id);
            ++number;
            for (const project::Region* region : regions) {
                if (region)
                    writeRow(row++, number, *subject, what, *region);
            }
        }
        const int lastRow = std::max(row - 1, FillInBook::firstRow);
        const int lastColumn = static_cast<int>(columns.size());
        const QStringList states = listed(layout::stateWords);
        m_book.choose(
            m_on, FillInBook::firstRow, lastRow, m_stateColumn,
            {states, layout::stateHeader.toString(),
             u"指%1年的数据：填了数选“有值”（可不选）；没有数的请选明情况。"_s.arg(info.year),
             u"请从列表中选择：%1。"_s.arg(states.join(u'、'))});
        worksheet_autofilter(m_on, FillInBook::headerRow, 1, lxw_row_t(lastRow),
                             lxw_col_t(lastColumn));
        m_book.endTable(m_on, lastRow, lastColumn, m_byDistrict ? 4 : 3);
    }

private:
    struct Key
    {
        QString subject, region;
        int year = 0;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0)
        {
            return qHashMulti(seed, key.subject, key.region, key.year);
        }
    };

    QString token(const QString& region) const
    {
        const project::Region* found = findRegion(m_book.data(), region);
        return found ? regionToken(*found) : region;
    }

    void writeRow(int row, int number, const Subject& subject, const QString& what,
                  const project::Region& region)
    {
        const FillInBook::Formats& f = m_book.formats();
        const QString regionKey = regionToken(region);
        m_book.text(m_on, row, 0, layout::figureMark + subject.id + layout::separator + regionKey,
                    nullptr);
        int column = 1;
        m_book.number(m_on, row, column++, number, f.centre);
        m_book.text(m_on, row, column++, subject.nameZh, f.left);
        if (m_byDistrict)
            m_book.text(m_on, row, column++, region.nameZh, f.centre);
        m_book.text(m_on, row, column++, subject.unit, f.centre);
        if (!m_byDistrict)
            m_book.text(m_on, row, column++, what, f.left);
        const project::YearData& data = m_book.data();
        const project::Value* last = data.adopted({subject.id, region.id, data.info.year - 1});
        if (last && last->state == project::ValueState::Present)
            m_book.number(m_on, row, column, last->number, f.reference);
        else
            m_book.text(m_on, row, column,
                        last ? inChinese([last] { return project::label(last->state); }) : u"—"_s,
                        f.reference);

        const QList<int>& years = m_book.task().years;
        for (int at = 0; at < years.size(); ++at) {
            const auto typed = m_figures.constFind({subject.id, regionKey, years[at]});
            writeTyped(row, m_firstYear + at, typed == m_figures.cend() ? nullptr : *typed);
        }
        const auto found = m_rows.constFind({subject.id, regionKey, 0});
        const FilledIn::Row typed = found == m_rows.cend() ? FilledIn::Row{} : **found;
        m_book.text(m_on, row, m_stateColumn, typed.state, f.inputCentre);
        m_book.text(m_on, row, m_stateColumn + 1, typed.note, f.inputText);
        m_book.text(m_on, row, m_stateColumn + 2, typed.source, f.inputText);
        const int lines =
            std::max({lineCount(what, meaningWidth), lineCount(subject.nameZh, nameWidth - 2),
                      lineCount(typed.note, remarkWidth - 2),
                      lineCount(typed.source, remarkWidth - 2), lineCount(subject.unit, 10)});
        worksheet_set_row(m_on, lxw_row_t(row), std::clamp(14.5 * lines + 6, 24.0, 400.0), nullptr);
        if (years.isEmpty())
            return;
        m_book.checkNumber(
            m_on, row, m_firstYear, row, m_firstYear + static_cast<int>(years.size()) - 1, -1e15,
            1e15, subject.nameZh,
            subject.unit.isEmpty() ? u"请只填数字。"_s
                                   : u"单位：%1。请只填数字。"_s.arg(subject.unit),
            u"输入的不是数。没有数的请留空并选择“数据状态”；使用其他单位的，可连同单位一起填写。仍要保留吗？"_s);
    }

    void writeTyped(int row, int column, const FilledIn::Figure* figure)
    {
        lxw_format* how = m_book.formats().inputNumber;
        if (!figure || figure->text.isEmpty()) {
            m_book.text(m_on, row, column, {}, how);
            return;
        }
        if (figure->text.startsWith(u'=')) {
            worksheet_write_formula_num(m_on, lxw_row_t(row), lxw_col_t(column),
                                        figure->text.toUtf8().constData(), how, figure->result);
            return;
        }
        bool plain = false;
        const double number = figure->text.toDouble(&plain);
        if (plain && !figure->asText)
            m_book.number(m_on, row, column, number, how);
        else
            m_book.text(m_on, row, column, figure->text, how);
    }

    FillInBook& m_book;
    lxw_worksheet* m_on;
    bool m_byDistrict;
    int m_firstYear = 0, m_stateColumn = 0;
    QHash<Key, const FilledIn::Figure*> m_figures;
    QHash<Key, const FilledIn::Row*> m_rows;
};

} // namespace

QList<const project::Region*> districtsOf(const project::YearData& data)
{
    QList<const project::Region*> districts;
    for (const project::Region& region : data.regions) {
        if (region.level == project::RegionLevel::District)
            districts.append(&region);
    }
    return districts;
}

/// Sums that districts can count themselves; big data, surveys and ready-made indicators are the
/// city's.
QStringList askedByDistrict(const FillInBook& book)
{
    QStringList asked;
    for (const QString& id : book.task().subjects) {
        const Quantity* quantity = book.data().catalogue.quantity(id);
        if (quantity && std::none_of(quantity->origins.cbegin(), quantity->origins.cend(),
                                     [](catalogue::Origin origin) {
                                         return origin == catalogue::Origin::BigData ||
                                                origin == catalogue::Origin::Survey;
                                     }))
            asked.append(id);
    }
    return asked;
}

void writeFigureSheet(FillInBook& book, lxw_worksheet* on, const QStringList& subjects,
                      const QList<const project::Region*>& regions, bool byDistrict)
{
    Figures(book, on, byDistrict).write(subjects, regions);
}

} // namespace checkup::collect
