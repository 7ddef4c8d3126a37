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

/// A workbook without a project: who and when are not known.
Result<void> writeBook(const QString& path, const QString& title, const CancelToken& cancel,
                       const std::function<void(XlsxBook&)>& fill)
{
    return writeXlsx(path, title, {}, cancel, fill);
}

const catalogue::LandClasses& survey()
{
    return catalogue::LandClasses::of(catalogue::ClassSystem::ThirdSurvey);
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
    return {{u"面积"_s, u"CGCS2000椭球面积；叠加在%1平面内进行"_s.arg(planeCrs)},
            {u"行政区"_s, source.districts.isEmpty() ? u"未分区"_s : source.districts},
            {u"碎片界限"_s, limitText(source.sliver)},
            {u"去掉的碎片"_s, sliverText(slivers)}};
}

/// Code, name and group of a class, or its text alone.
void classCells(XlsxSheet& sheet, lxw_col_t column, const QString& text, bool codes)
{
    sheet.text(column, shown(text));
    if (!codes)
        return;
    sheet.text(column + 1, survey().nameOf(text));
    sheet.text(column + 2, survey().groupOf(text));
}

QStringList classHeader(const QString& what, bool codes)
{
    return codes ? QStringList{what + u"编码"_s, what + u"名称"_s, u"归并"_s} : QStringList{what};
}

} // namespace

Result<void> writeMatrix(const QString& path, const spatial::MatrixReport& report,
                         const TableSource& source, const CancelToken& cancel)
{
    const QString title = u"地类与控制线叠加面积表"_s;
    return writeBook(path, title, cancel, [&](XlsxBook& book) {
        std::map<QString, double> totals;
        std::map<QString, std::map<QString, double>> inside;
        std::set<QString> lines;
        for (const spatial::MatrixCell& cell : report.totals)
            totals[cell.a] += cell.area;
        for (const spatial::MatrixCell& cell : report.cells) {
            inside[cell.a][cell.b] += cell.area;
            lines.insert(cell.b);
        }
        XlsxSheet sheet(book, u"汇总"_s);
        const lxw_col_t first = source.codes ? 3 : 1;
        sheet.title(title, u"%1 × %2；单位：公顷"_s.arg(source.a, source.b));
        QStringList header = classHeader(u"地类"_s, source.codes);
        header << u"总面积"_s;
        QList<double> widths(first, 16);
        widths << 16;
        for (const QString& line : lines) {
            header << (line.isEmpty() && lines.size() == 1 ? u"控制线内"_s : shown(line));
            widths << 18;
        }
        sheet.widths(widths);
        sheet.header(header);
        ++sheet.row;
        std::map<QString, double> sums;
        double all = 0;
        for (const auto& [kind, total] : totals) {
            classCells(sheet, 0, kind, source.codes);
            sheet.number(first, total / hectare, hectares);
            all += total;
            lxw_col_t column = first;
            for (const QString& line : lines) {
                const double area = inside[kind][line];
                sheet.number(++column, area / hectare, hectares);
                sums[line] += area;
            }
            sheet.endRow();
        }
        sheet.text(0, u"合计"_s);
        sheet.number(first, all / hectare, hectares);
        lxw_col_t column = first;
        for (const QString& line : lines)
            sheet.number(++column, sums[line] / hectare, hectares);
        sheet.endRow();

        XlsxSheet list(book, u"分区明细"_s);
        list.widths({22, 14, 24, 18, 26, 20, 16, 10});
        list.header(QStringList{u"行政区"_s} + classHeader(u"地类"_s, source.codes) +
                    QStringList{u"控制线"_s, u"面积（平方米）"_s, u"面积（公顷）"_s, u"图斑数"_s});
        ++list.row;
        const lxw_col_t next = source.codes ? 4 : 2;
        for (const spatial::MatrixCell& cell : report.cells) {
            list.text(0, source.districts.isEmpty() ? QString() : districtShown(cell.district));
            classCells(list, 1, cell.a, source.codes);
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
    return writeBook(path, title, cancel, [&](XlsxBook& book) {
        std::map<QString, std::map<QString, double>> cells;
        for (const spatial::TransitionCell& cell : report.cells)
            cells[cell.before][cell.after] += cell.area;
        const QStringList rows = report.before.keys();
        const QStringList columns = report.after.keys();
        XlsxSheet sheet(book, u"转移矩阵"_s);
        const lxw_col_t first = source.codes ? 3 : 1;
        sheet.title(title, u"行：%1；列：%2；单位：公顷"_s.arg(source.a, source.b));
        QStringList header = classHeader(u"前一年地类"_s, source.codes);
        for (const QString& column : columns)
            header << (source.codes ? shown(column) + u'\n' + survey().nameOf(column)
                                    : shown(column));
        header << u"未叠合与碎片"_s << u"前一年合计"_s;
        QList<double> widths(header.size(), 14);
        sheet.widths(widths);
        sheet.header(header);
        ++sheet.row;
        double all = 0;
        for (const QString& row : rows) {
            classCells(sheet, 0, row, source.codes);
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
            classCells(list, 1, cell.before, source.codes);
            classCells(list, 1 + wide, cell.after, source.codes);
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
    return writeBook(path, title, cancel, [&](XlsxBook& book) {
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
            list.text(2, survey().nameOf(key.second));
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

} // namespace checkup::report
