#include "core/report/spatial_tables.h"

#include "core/catalogue/land_classes.h"
#include "core/report/xlsx_book.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>
#include <set>

namespace checkup::report {

using namespace Qt::StringLiterals;
using Look = XlsxBook::Look;
using spatial::Encroachment;

namespace {

constexpr double hectare = 10'000;
const QString hectares = u"#,##0.0000"_s;
const QString squareMetres = u"#,##0.00"_s;
const QString percent = u"0.00%"_s;
const QString pieces = u"#,##0"_s;

const catalogue::LandClasses& classesOf(const TableSource& source)
{
    return catalogue::LandClasses::of(source.system);
}

QStringList ordered(const QStringList& classes, const TableSource& source)
{
    return source.order ? source.order(classes) : classes;
}

QString shown(const QString& text)
{
    return text.isEmpty() ? u"（未填）"_s : text;
}

QString districtShown(const QString& text)
{
    return text.isEmpty() ? u"（不在任何区内）"_s : text;
}

/// How the figures came about: name and value a row.
void writeNotes(XlsxBook& book, const QList<std::pair<QString, QString>>& notes)
{
    XlsxSheet sheet(book, u"计算说明"_s);
    sheet.widths({24, 90});
    sheet.header({u"项目"_s, u"内容"_s});
    ++sheet.row;
    for (const auto& [name, value] : notes) {
        sheet.text(0, name);
        sheet.text(1, value);
        sheet.endRow();
    }
}

QString metres(double value)
{
    return QString::number(value, 'f', 2);
}

QString limitText(const spatial::SliverLimit& limit)
{
    QStringList parts;
    if (limit.area > 0)
        parts << u"面积小于%1平方米"_s.arg(limit.area);
    if (limit.width > 0)
        parts << u"平均宽度小于%1米（两倍面积除以周长）"_s.arg(limit.width);
    return parts.isEmpty() ? u"未设，全部计入"_s : parts.join(u"或"_s);
}

QString sliverText(const spatial::Slivers& slivers)
{
    return u"%1个，共%2平方米，未计入"_s.arg(slivers.pieces).arg(metres(slivers.area));
}

QList<std::pair<QString, QString>> commonNotes(const TableSource& source, const QString& planeCrs,
                                               const spatial::Slivers& slivers)
{
    return source.origin +
           QList<std::pair<QString, QString>>{
               {u"面积"_s, u"CGCS2000椭球面积；叠加在%1平面内进行"_s.arg(planeCrs)},
               {u"行政区"_s, source.districts.isEmpty() ? u"未分区"_s : source.districts},
               {u"碎片界限"_s, limitText(source.sliver)},
               {u"去掉的碎片"_s, sliverText(slivers)}};
}

/// Code, name and group of a class, or its text alone.
void classCells(XlsxSheet& sheet, lxw_col_t column, const QString& text, const TableSource& source)
{
    sheet.text(column, shown(text));
    if (!source.codes)
        return;
    sheet.text(column + 1, classesOf(source).nameOf(text));
    sheet.text(column + 2, classesOf(source).groupOf(text));
}

QStringList classHeader(const QString& what, bool codes)
{
    return codes ? QStringList{what + u"编码"_s, what + u"名称"_s, u"归并"_s} : QStringList{what};
}

} // namespace

namespace {

/// Areas of a matrix by class and line, those of all lines under no line.
using AreasByClass = std::map<QString, std::map<QString, double>>;

/// What of a class or of all lies in no line is its own total less what lies in the line.
class MatrixSheet
{
public:
    MatrixSheet(XlsxSheet& sheet, const TableSource& source, const QStringList& lines,
                lxw_col_t first)
        : m_sheet(sheet)
        , m_source(source)
        , m_lines(lines)
        , m_first(first)
    {}

    QStringList heads() const
    {
        QStringList heads = classHeader(u"地类"_s, m_source.codes) << u"总面积"_s;
        for (const QString& line : m_lines)
            heads << (line.isEmpty() && m_lines.size() == 1 ? u"控制线内"_s : shown(line));
        return heads;
    }
    QList<double> widths() const
    {
        QList<double> widths(m_source.codes ? 3 : 1, 16);
        if (m_source.codes)
            widths[1] = 24;
        widths << 16;
        for (qsizetype i = 0; i < m_lines.size(); ++i)
            widths << 18;
        return widths;
    }
    /// Rows of classes and their sum.
    void rows(const AreasByClass& areas)
    {
        std::map<QString, double> sums;
        QStringList classes;
        for (const auto& [kind, cells] : areas)
            classes << kind;
        for (const QString& kind : ordered(classes, m_source)) {
            classCells(m_sheet, m_first, kind, m_source);
            row(areas.at(kind), sums);
        }
        m_sheet.text(m_first, u"合计"_s);
        std::map<QString, double> unused;
        row(sums, unused);
        m_sheet.text(m_first, u"控制线外"_s);
        auto column = static_cast<lxw_col_t>(m_first + (m_source.codes ? 3 : 1));
        for (const QString& line : m_lines)
            m_sheet.number(++column, (sums[{}] - sums[key(line)]) / hectare, hectares);
        m_sheet.endRow();
    }
    /// A line without a name is still no total.
    static QString key(const QString& line) { return u'+' + line; }

private:
    void row(const std::map<QString, double>& cells, std::map<QString, double>& sums)
    {
        const auto area = [&cells](const QString& line) {
            const auto found = cells.find(line);
            return found == cells.end() ? 0.0 : found->second;
        };
        auto column = static_cast<lxw_col_t>(m_first + (m_source.codes ? 3 : 1));
        m_sheet.number(column, area({}) / hectare, hectares);
        sums[{}] += area({});
        for (const QString& line : m_lines) {
            m_sheet.number(++column, area(key(line)) / hectare, hectares);
            sums[key(line)] += area(key(line));
        }
        m_sheet.endRow();
    }

    XlsxSheet& m_sheet;
    const TableSource& m_source;
    const QStringList& m_lines;
    lxw_col_t m_first;
};

} // namespace

Result<void> writeMatrix(const QString& path, const spatial::MatrixReport& report,
                         const TableSource& source, const CancelToken& cancel)
{
    const QString title = u"地类与控制线叠加面积表"_s;
    return writeXlsx(path, title, source.info, cancel, [&](XlsxBook& book) {
        AreasByClass all;
        std::map<QString, AreasByClass> byDistrict;
        QStringList districts; // as they come, what lies in none last
        for (const spatial::MatrixCell& cell : report.totals) {
            all[cell.a][{}] += cell.area;
            byDistrict[cell.district][cell.a][{}] += cell.area;
            if (!cell.district.isEmpty() && !districts.contains(cell.district))
                districts << cell.district;
        }
        for (const spatial::MatrixCell& cell : report.cells) {
            all[cell.a][MatrixSheet::key(cell.b)] += cell.area;
            byDistrict[cell.district][cell.a][MatrixSheet::key(cell.b)] += cell.area;
        }
        XlsxSheet sheet(book, u"汇总"_s);
        MatrixSheet whole(sheet, source, report.lines, 0);
        sheet.title(title, u"%1 × %2；单位：公顷"_s.arg(source.a, source.b));
        sheet.widths(whole.widths());
        sheet.header(whole.heads());
        ++sheet.row;
        whole.rows(all);
        if (!source.districts.isEmpty()) {
            if (!source.districtOrder.isEmpty())
                districts = source.districtOrder;
            if (byDistrict.count(QString()) > 0)
                districts << QString();
            XlsxSheet parts(book, u"分区"_s);
            MatrixSheet part(parts, source, report.lines, 1);
            parts.widths(QList<double>{20} + part.widths());
            parts.header(QStringList{u"行政区（单位：公顷）"_s} + part.heads());
            ++parts.row;
            for (const QString& district : std::as_const(districts)) {
                parts.text(0, districtShown(district));
                part.rows(byDistrict[district]);
            }
        }

        XlsxSheet list(book, u"分区明细"_s);
        list.widths({22, 14, 24, 18, 26, 20, 16, 10});
        list.header(QStringList{u"行政区"_s} + classHeader(u"地类"_s, source.codes) +
                    QStringList{u"控制线"_s, u"面积（平方米）"_s, u"面积（公顷）"_s, u"图斑数"_s});
        ++list.row;
        const lxw_col_t next = source.codes ? 4 : 2;
        for (const spatial::MatrixCell& cell : report.cells) {
            list.text(0, source.districts.isEmpty() ? QString() : districtShown(cell.district));
            classCells(list, 1, cell.a, source);
            list.text(next, shown(cell.b));
            list.number(next + 1, cell.area, squareMetres);
            list.number(next + 2, cell.area / hectare, hectares);
            list.number(next + 3, static_cast<double>(cell.features), pieces);
            list.endRow();
        }
        writeNotes(
            book,
            QList<std::pair<QString, QString>>{
                {u"图斑"_s, u"%1，%2个"_s.arg(source.a).arg(report.features)},
                {u"控制线"_s, u"%1，%2个；同名重叠处只计一次"_s.arg(source.b).arg(report.zones)}} +
                commonNotes(source, report.planeCrs, report.slivers) +
                QList<std::pair<QString, QString>>{
                    {u"图斑总面积"_s, metres(report.closing.area) + u"平方米"_s},
                    {u"闭合差"_s, u"%1平方米（图斑总面积减各区与区外之和）"_s.arg(
                                      report.closing.residual, 0, 'g', 3)},
                    {u"图形有误、修复后计算"_s,
                     u"图斑%1个，控制线%2个"_s.arg(report.repairedA).arg(report.repairedB)}});
    });
}

Result<void> writeTransition(const QString& path, const spatial::TransitionReport& report,
                             const TableSource& source, const CancelToken& cancel)
{
    const QString title = u"两年地类转移矩阵"_s;
    return writeXlsx(path, title, source.info, cancel, [&](XlsxBook& book) {
        std::map<QString, std::map<QString, double>> cells;
        for (const spatial::TransitionCell& cell : report.cells)
            cells[cell.before][cell.after] += cell.area;
        const QStringList rows = ordered(report.before.keys(), source);
        const QStringList columns = ordered(report.after.keys(), source);
        XlsxSheet sheet(book, u"转移矩阵"_s);
        const lxw_col_t first = source.codes ? 3 : 1;
        sheet.title(title, u"行：%1；列：%2；单位：公顷"_s.arg(source.a, source.b));
        QStringList header = classHeader(u"前一年地类"_s, source.codes);
        for (const QString& column : columns)
            header << (source.codes ? shown(column) + u'\n' + classesOf(source).nameOf(column)
                                    : shown(column));
        header << u"未叠合与碎片"_s << u"前一年合计"_s;
        QList<double> widths(header.size(), 14);
        sheet.widths(widths);
        sheet.header(header);
        ++sheet.row;
        double all = 0;
        for (const QString& row : rows) {
            classCells(sheet, 0, row, source);
            lxw_col_t column = first;
            for (const QString& to : columns) {
                const double area = cells[row][to];
                if (area != 0)
                    sheet.number(column, area / hectare, hectares);
                ++column;
            }
            sheet.number(column, report.lost.value(row) / hectare, hectares);
            sheet.number(column + 1, report.before.value(row) / hectare, hectares);
            all += report.before.value(row);
            sheet.endRow();
        }
        sheet.text(0, u"未叠合与碎片"_s);
        lxw_col_t column = first;
        for (const QString& to : columns)
            sheet.number(column++, report.gained.value(to) / hectare, hectares);
        sheet.endRow();
        sheet.text(0, u"后一年合计"_s);
        column = first;
        for (const QString& to : columns)
            sheet.number(column++, report.after.value(to) / hectare, hectares);
        sheet.number(column + 1, all / hectare, hectares);
        sheet.endRow();

        XlsxSheet list(book, u"变化明细"_s);
        list.widths({22, 14, 24, 18, 14, 24, 18, 20, 16, 10});
        list.header(QStringList{u"行政区"_s} + classHeader(u"前一年地类"_s, source.codes) +
                    classHeader(u"后一年地类"_s, source.codes) +
                    QStringList{u"面积（平方米）"_s, u"面积（公顷）"_s, u"块数"_s});
        ++list.row;
        const lxw_col_t wide = source.codes ? 3 : 1;
        for (const spatial::TransitionCell& cell : report.cells) {
            if (cell.before == cell.after)
                continue;
            list.text(0, source.districts.isEmpty() ? QString() : districtShown(cell.district));
            classCells(list, 1, cell.before, source);
            classCells(list, 1 + wide, cell.after, source);
            const auto next = static_cast<lxw_col_t>(1 + 2 * wide);
            list.number(next, cell.area, squareMetres);
            list.number(next + 1, cell.area / hectare, hectares);
            list.number(next + 2, static_cast<double>(cell.pieces), pieces);
            list.endRow();
        }
        writeNotes(book,
                   QList<std::pair<QString, QString>>{
                       {u"前一年"_s, u"%1，%2个图斑，%3平方米"_s.arg(source.a)
                                         .arg(report.featuresBefore)
                                         .arg(metres(report.closing.area))},
                       {u"后一年"_s, u"%1，%2个图斑，%3平方米"_s.arg(source.b)
                                         .arg(report.featuresAfter)
                                         .arg(metres(report.areaAfter))}} +
                       commonNotes(source, report.planeCrs, report.slivers) +
                       QList<std::pair<QString, QString>>{
                           {u"闭合差"_s, u"%1平方米（前一年总面积减叠合面积与碎片之和）"_s.arg(
                                             report.closing.residual, 0, 'g', 3)}});
    });
}

QByteArray encroachmentPicture(const Encroachment& one)
{
    if (one.parcel.count() == 0)
        return {};
    constexpr int width = 180, height = 110, margin = 6;
    const auto [minX, maxX] = std::minmax_element(one.parcel.x.begin(), one.parcel.x.end());
    const auto [minY, maxY] = std::minmax_element(one.parcel.y.begin(), one.parcel.y.end());
    const double scale = std::min((width - 2 * margin) / std::max(1e-9, *maxX - *minX),
                                  (height - 2 * margin) / std::max(1e-9, *maxY - *minY));
    const double x0 = (width - scale * (*maxX - *minX)) / 2 - scale * *minX;
    const double y0 = (height + scale * (*maxY - *minY)) / 2 + scale * *minY;
    const auto pathOf = [&](const gdal::Rings& rings) {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (size_t ring = 0; ring < rings.count(); ++ring) {
            QPolygonF points;
            for (size_t i = rings.begins[ring]; i < rings.end(ring); ++i)
                points << QPointF(x0 + scale * rings.x[i], y0 - scale * rings.y[i]);
            path.addPolygon(points);
        }
        return path;
    };
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(pathOf(one.parcel), QColor(225, 225, 225));
        painter.fillPath(pathOf(one.inside), QColor(214, 84, 76));
        painter.strokePath(pathOf(one.parcel), QPen(QColor(60, 60, 60), 1.2));
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

Result<void> writeEncroachments(const QString& path, const spatial::EncroachReport& report,
                                const TableSource& source, const CancelToken& cancel)
{
    const QString title = u"控制线内图斑清单"_s;
    constexpr int mostPictures = 300;
    return writeXlsx(path, title, source.info, cancel, [&](XlsxBook& book) {
        XlsxSheet sheet(book, u"清单"_s);
        sheet.title(title, u"%1 × %2；单位：平方米"_s.arg(source.a, source.b));
        sheet.widths({8, 24, 12, 24, 26, 18, 18, 18, 10, 20, 28});
        sheet.header({u"序号"_s, u"图斑编号"_s, u"地类编码"_s, u"地类名称"_s, u"控制线"_s,
                      u"行政区"_s, u"图斑面积"_s, u"线内面积"_s, u"占图斑"_s, u"线内图斑地类面积"_s,
                      u"示意图"_s});
        ++sheet.row;
        worksheet_freeze_panes(sheet.get(), sheet.row, 0);
        std::map<std::pair<QString, QString>, std::array<double, 3>> sums;
        QList<QByteArray> pictures; // the library reads them when the book is closed
        int number = 0;
        for (const Encroachment& one : report.list) {
            if (cancel.isCancelled())
                return;
            sheet.number(0, static_cast<double>(++number), u"0"_s);
            sheet.text(1, one.id.isEmpty() ? QString::number(one.feature) : one.id);
            sheet.text(2, one.classCode);
            sheet.text(3, one.className);
            sheet.text(4, shown(one.redline));
            sheet.text(5, source.districts.isEmpty() ? QString() : districtShown(one.district));
            sheet.number(6, one.parcelArea, squareMetres);
            sheet.number(7, one.area, squareMetres);
            sheet.number(8, one.share, percent);
            sheet.number(9, one.net, squareMetres, u"—"_s);
            const lxw_row_t row = sheet.row;
            sheet.endRow();
            const QByteArray png = number <= mostPictures ? encroachmentPicture(one) : QByteArray();
            if (!png.isEmpty()) {
                constexpr double pictureHeight = 88;
                worksheet_set_row(sheet.get(), row, pictureHeight, nullptr);
                pictures << png;
                lxw_image_options options{};
                options.x_offset = options.y_offset = 3;
                worksheet_insert_image_buffer_opt(
                    sheet.get(), row, 10,
                    reinterpret_cast<const unsigned char*>(pictures.constLast().constData()),
                    static_cast<size_t>(pictures.constLast().size()), &options);
            }
            auto& sum = sums[{one.redline, one.classCode}];
            sum[0] += 1;
            sum[1] += one.area;
            sum[2] += one.net.value_or(0);
        }
        XlsxSheet list(book, u"汇总"_s);
        list.widths({26, 12, 24, 10, 20, 16, 22});
        list.header({u"控制线"_s, u"地类编码"_s, u"地类名称"_s, u"图斑数"_s,
                     u"线内面积（平方米）"_s, u"线内面积（公顷）"_s,
                     u"线内图斑地类面积（平方米）"_s});
        ++list.row;
        for (const auto& [key, sum] : sums) {
            list.text(0, shown(key.first));
            list.text(1, key.second);
            list.text(2, classesOf(source).nameOf(key.second));
            list.number(3, sum[0], pieces);
            list.number(4, sum[1], squareMetres);
            list.number(5, sum[1] / hectare, hectares);
            list.number(6, sum[2], squareMetres);
            list.endRow();
        }
        list.text(0, u"合计"_s);
        list.number(3, static_cast<double>(report.list.size()), pieces);
        list.number(4, report.area, squareMetres);
        list.number(5, report.area / hectare, hectares);
        list.number(6, report.net, squareMetres);
        list.endRow();
        QList<std::pair<QString, QString>> notes{
            {u"图斑"_s, u"%1，查看%2个"_s.arg(source.a).arg(report.features)},
            {u"控制线"_s, u"%1，%2个；同名重叠处只计一次"_s.arg(source.b).arg(report.zones)}};
        notes += commonNotes(source, report.planeCrs, report.slivers);
        notes += {{u"图斑地类面积"_s,
                   u"TBDLMJ按面积比例分摊到0.01平方米，同一图斑各块与线外部分之和等于其TBDLMJ"_s},
                  {u"分摊闭合差"_s,
                   u"%1平方米（图斑几何面积与其各块之和）"_s.arg(report.residual, 0, 'g', 3)}};
        if (report.list.size() > mostPictures && !pictures.isEmpty())
            notes += {{u"示意图"_s, u"只附前%1个图斑的示意图"_s.arg(mostPictures)}};
        writeNotes(book, notes);
    });
}

namespace {

QString yearText(int year)
{
    return year > 0 ? u"%1年"_s.arg(year) : u"不分年份"_s;
}

/// A layer as the notes have it.
QString originOf(const spatial::TableUse& use)
{
    return u"%1；数据年份：%2；%3个要素；坐标系：%4；来源文件：%5；SHA-256：%6；导入：%7"_s
        .arg(use.role, yearText(use.year))
        .arg(use.features)
        .arg(use.crs, use.fileName, use.sha256, use.takenAt.toUTC().date().toString(Qt::ISODate));
}

QString namesOf(const spatial::ProjectTable& table, const QString& part)
{
    QStringList names;
    for (const spatial::TableUse& use : table.layers) {
        if (use.part == part && !names.contains(use.name))
            names << use.name;
    }
    return names.join(u'、');
}

QString levelText(const spatial::TableChoices& choices)
{
    switch (choices.level) {
    case spatial::ClassLevel::Two:
        return u"一级类（编码前两位）"_s;
    case spatial::ClassLevel::Four:
        return u"二级类（编码前四位）"_s;
    case spatial::ClassLevel::Group:
        return u"按公报归并（湿地单列）"_s;
    case spatial::ClassLevel::Code:
        break;
    }
    return u"原编码"_s;
}

QString parcelsText(const spatial::TableChoices& choices)
{
    if (!choices.classes.isEmpty())
        return u"地类编码以%1开头的"_s.arg(choices.classes.join(u'、'));
    switch (choices.parcels) {
    case spatial::ParcelChoice::Construction:
        return u"建设用地（按地类编码）"_s;
    case spatial::ParcelChoice::UrbanRural:
        return u"城乡建设用地（城镇村属性码201—203）"_s;
    case spatial::ParcelChoice::All:
        break;
    }
    return u"全部地类"_s;
}

TableSource sourceOf(const spatial::ProjectTable& table, const project::YearData& data)
{
    const bool list = table.choices.kind == spatial::TableKind::Encroachment;
    const bool years = table.choices.kind == spatial::TableKind::Transition;
    TableSource source;
    source.a = namesOf(table, years ? u"before"_s : u"parcels"_s);
    source.b = namesOf(table, years ? u"parcels"_s : u"lines"_s);
    source.districts = namesOf(table, u"districts"_s);
    source.sliver = table.choices.sliver;
    source.codes = table.hasCodes();
    source.system = table.system;
    source.order = [&table](const QStringList& classes) {
        return spatial::inOrder(classes, table);
    };
    source.districtOrder = table.districts;
    source.info = data.info;
    source.origin = {{u"项目"_s, u"%1 %2年度国土空间规划城市体检评估（%3）"_s.arg(data.info.city)
                                     .arg(data.info.year)
                                     .arg(data.info.uuid)},
                     {u"项目最近修改"_s, data.info.changedAt.toUTC().toString(Qt::ISODate)}};
    for (const spatial::TableUse& use : table.layers)
        source.origin << std::pair(u"图层 "_s + use.name, originOf(use));
    source.origin << (list ? std::pair(u"列出的图斑"_s, parcelsText(table.choices))
                           : std::pair(u"地类分级"_s, levelText(table.choices)))
                  << std::pair(u"地类编码"_s, catalogue::LandClasses::of(table.system).name());
    return source;
}

} // namespace

Result<void> writeTable(const QString& path, const spatial::ProjectTable& table,
                        const project::YearData& data, const CancelToken& cancel)
{
    const TableSource source = sourceOf(table, data);
    switch (table.choices.kind) {
    case spatial::TableKind::Transition:
        return writeTransition(path, table.transition, source, cancel);
    case spatial::TableKind::Encroachment:
        return writeEncroachments(path, table.encroachment, source, cancel);
    case spatial::TableKind::Matrix:
        break;
    }
    return writeMatrix(path, table.matrix, source, cancel);
}

QString tableFileName(const spatial::ProjectTable& table, const project::YearData& data)
{
    const int year = table.year > 0 ? table.year : data.info.year;
    const QString years =
        table.before > 0 ? u"%1至%2"_s.arg(table.before).arg(year) : QString::number(year);
    return u"%1-%2-%3"_s.arg(data.info.city, years, spatial::tableName(table.choices.kind));
}

} // namespace checkup::report
