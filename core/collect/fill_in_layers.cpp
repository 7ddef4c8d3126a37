#include "core/collect/fill_in_book.h"
#include "core/collect/returned_fields.h"

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

project::LayerReturn answer(const FillInBook& book, const QString& layer)
{
    if (book.filled()) {
        for (const project::LayerReturn& typed : book.filled()->layers) {
            if (typed.layer == layer)
                return typed;
        }
    }
    for (const project::LayerReturn& known : book.data().layerReturns) {
        if (known.layer == layer &&
            findDepartment({book.task().department}, book.data().info.city, known.department))
            return known;
    }
    return {};
}

QString namesOf(const FillInBook& book, const QStringList& subjects)
{
    constexpr int shown = 3;
    QStringList names;
    for (const QString& id : subjects.mid(0, shown)) {
        const Subject* subject = book.subjects().byId(id);
        names.append(subject ? subject->nameZh : id);
    }
    QString text = names.join(u'、');
    if (subjects.size() > shown)
        text += u"等%1项"_s.arg(subjects.size());
    return text;
}

} // namespace

void writeLayerSheet(FillInBook& book, lxw_worksheet* on)
{
    const FillInBook::Formats& f = book.formats();
    static constexpr double widths[] = {11, 26, 13, 24, 13, 24};
    static_assert(std::size(widths) == std::size(layout::layerFields));
    QList<FillInBook::Column> columns{{{}, layout::numberHeader.toString(), 6},
                                      {u"layer"_s, layout::layerHeader.toString(), 22},
                                      {{}, u"几何类型"_s, 9},
                                      {{}, u"必备字段"_s, 30},
                                      {{}, u"用于计算"_s, 28},
                                      {{}, u"坐标系要求"_s, 12}};
    const int firstInput = static_cast<int>(columns.size()) + 1;
    for (size_t at = 0; at < std::size(widths); ++at) {
        columns.append({layout::layerFields[at].name.toString(),
                        layout::layerFields[at].header.toString(), widths[at]});
    }
    book.beginTable(
        on, columns, layout::layerSheet.toString(),
        u"填报单位：%1        数据截止：%2年12月31日\n坐标系采用 2000 国家大地坐标系（CGCS2000），地理坐标（EPSG:4490）或 3 度带高斯-克吕格投影，高程基准 1985；格式为 FileGDB、GeoPackage 或 Shapefile。涉密数据不随本表报送，按规定渠道提供。"_s
            .arg(book.task().department.name)
            .arg(book.data().info.year),
        34);
    int row = FillInBook::firstRow;
    for (const LayerAsked& asked : book.layers()) {
        const catalogue::LayerRole* layer = catalogue::layerRole(asked.code);
        const QString fields = layer ? layer->fields : QString();
        const QString used = namesOf(book, asked.subjects);
        const bool isTable = layer && layer->geometry == catalogue::LayerGeometry::Table;
        book.text(on, row, 0, layout::layerMark + asked.code, nullptr);
        book.number(on, row, 1, row - FillInBook::headerRow, f.centre);
        book.text(on, row, 2, catalogue::layerTitle(asked.code), f.left);
        book.text(on, row, 3, layer ? labelInFiles(layer->geometry) : QString(), f.centre);
        book.text(on, row, 4, fields, f.left);
        book.text(on, row, 5, used, f.left);
        book.text(on, row, 6, isTable ? u"—"_s : u"CGCS2000"_s, f.centre);
        const project::LayerReturn typed = answer(book, asked.code);
        int lines = std::max({2, lineCount(fields, 27), lineCount(used, 25)});
        for (size_t at = 0; at < std::size(widths); ++at) {
            const QString text = layerText(typed, layout::layerFields[at].name);
            lines = std::max(lines, lineCount(text, widths[at] - 3));
            book.text(on, row, firstInput + static_cast<int>(at), text,
                      at == 0 || at == 4 ? f.inputCentre : f.inputText);
        }
        worksheet_set_row(on, lxw_row_t(row), std::clamp(14.5 * lines + 6, 30.0, 400.0), nullptr);
        ++row;
    }
    const int last = row - 1;
    const QStringList states = listed(layout::layerStateWords);
    book.choose(on, FillInBook::firstRow, last, firstInput,
                {states, u"提供情况"_s, u"没有提供或只提供部分的，请在“说明”中写明原因。"_s,
                 u"请从列表中选择：%1。"_s.arg(states.join(u'、'))});
    const auto offer = [&](int column, const QStringList& list, const QString& name) {
        book.choose(on, FillInBook::firstRow, last, column,
                    {list, name, u"列表中没有的，可以直接填写。"_s,
                     u"列表中没有这一项。仍要保留吗？"_s, false});
    };
    offer(firstInput + 2, listed(layout::formatWords), u"数据格式"_s);
    offer(firstInput + 3, listed(layout::crsWords), u"坐标系"_s);
    book.endTable(on, last, static_cast<int>(columns.size()), 3);
}

} // namespace checkup::collect
