#include "app/workspace/spatial/result_table.h"

#include "core/base/file_tools.h"
#include "core/catalogue/csv.h"
#include "core/report/xlsx_book.h"

#include <QCoreApplication>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using report::XlsxBook;
using report::XlsxSheet;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ResultTable)
};

const QString plain = u"#,##0.00####"_s;

} // namespace

Result<void> writeResultTable(const QString& path, const project::YearData& data,
                              const QString& name, const spatial::RecipeResult& result,
                              project::RegionId region, const QList<spatial::Behind>& parcels,
                              const CancelToken& cancel)
{
    return report::writeXlsx(path, name, data.info, cancel, [&](XlsxBook& book) {
        XlsxSheet sheet(book, Text::tr("分地区"));
        sheet.widths({22, 18, 10, 18, 18});
        sheet.title(Text::tr("%1（%2 年，%3）").arg(name).arg(result.year).arg(result.unit),
                    result.method);
        const lxw_row_t header = sheet.row;
        sheet.header({Text::tr("地区"), Text::tr("结果"), Text::tr("要素"), Text::tr("平面面积"),
                      Text::tr("按圆圈")});
        const auto row = [&sheet](const QString& place, double value, qint64 features,
                                  const std::optional<double>& plane,
                                  const std::optional<double>& circle) {
            sheet.text(0, place);
            sheet.number(1, value, plain);
            sheet.number(2, static_cast<double>(features), u"#,##0"_s);
            sheet.number(3, plane, plain, QString());
            sheet.number(4, circle, plain, QString());
            sheet.endRow();
        };
        for (const spatial::RegionResult& one : result.regions) {
            const project::Region* place = data.region(one.region);
            row(place ? place->nameZh : QString(), one.value, one.features, one.plane, one.circle);
        }
        if (result.byDistrict) {
            row(Text::tr("区外"), result.outside, 0, std::nullopt, std::nullopt);
            row(Text::tr("全部"), result.whole, result.features, std::nullopt, std::nullopt);
            row(Text::tr("残差"), result.residual, 0, std::nullopt, std::nullopt);
        }
        sheet.printSetUp(header, name, XlsxSheet::paperA4);
        if (parcels.isEmpty())
            return;
        XlsxSheet list(book, Text::tr("图斑"));
        list.widths({14, 24, 24, 18, 12, 24});
        const project::Region* place = data.region(region);
        list.title(Text::tr("%1：最大的 %2 个图斑")
                       .arg(place ? place->nameZh : QString())
                       .arg(parcels.size()),
                   {});
        const lxw_row_t listHeader = list.row;
        list.header({Text::tr("要素号"), Text::tr("图斑"), Text::tr("类别"),
                     Text::tr("数量（%1）").arg(result.unit), Text::tr("占图斑"),
                     Text::tr("图层")});
        for (const spatial::Behind& one : parcels) {
            list.number(0, static_cast<double>(one.feature), u"0"_s);
            list.text(1, one.label);
            list.text(2, one.className);
            list.number(3, one.amount, plain);
            list.number(4, one.share, u"0.0%"_s);
            list.text(5, one.layer);
            list.endRow();
        }
        list.printSetUp(listHeader, name, XlsxSheet::paperA4);
    });
}

Result<void> writeListTable(const QString& path, const project::YearData& data, const QString& name,
                            const QString& title, const QStringList& heads,
                            const QList<QStringList>& rows, const CancelToken& cancel)
{
    if (path.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return writeFileSafely(path, catalogue::writeCsv(QList<QStringList>{heads} + rows));
    return report::writeXlsx(path, name, data.info, cancel, [&](XlsxBook& book) {
        XlsxSheet sheet(book, Text::tr("清单"));
        sheet.widths(QList<double>(heads.size(), 18));
        sheet.title(name, title);
        const lxw_row_t header = sheet.row;
        sheet.header(heads);
        for (const QStringList& row : rows) {
            for (int column = 0; column < row.size(); ++column) {
                constexpr int firstNumber = 3;
                bool isNumber = false;
                const double number = row.at(column).toDouble(&isNumber);
                const auto place = static_cast<lxw_col_t>(column);
                if (isNumber && column >= firstNumber)
                    sheet.number(place, number, u"0.######"_s);
                else
                    sheet.text(place, row.at(column));
            }
            sheet.endRow();
        }
        sheet.printSetUp(header, name, XlsxSheet::paperA4);
    });
}

} // namespace checkup::workspace
