#pragma once

#include "core/report/document.h"

#include <QBuffer>
#include <QImage>
#include <QTimeZone>

namespace test {

/// A document with every kind of block; `extra` sections of text make it longer.
inline checkup::report::Document sampleDocument(int extra = 0)
{
    using namespace Qt::StringLiterals;
    using namespace checkup::report;
    Document document;
    document.title = u"厦门市2022年度国土空间规划城市体检评估总报告"_s;
    document.subtitle = u"（送审稿）"_s;
    document.coverLines = {u"厦门市自然资源和规划局"_s, u"二〇二三年十一月"_s};
    document.coverStamp = u"演示数据"_s;
    document.headerText = u"厦门市2022年度国土空间规划城市体检评估"_s;
    document.modified = QDateTime(QDate(2023, 11, 30), QTime(8, 30), QTimeZone::utc());
    document.author = u"厦门市自然资源和规划局"_s;

    const auto body = [](const QString& text) {
        return Paragraph{{Run{text, false, {}}}, Paragraph::Style::Body};
    };
    document.blocks << Heading{1, u"一、"_s, u"总体结论"_s};
    document.blocks << Paragraph{
        {Run{u"2022年，全市"_s, false, {}}, Run{u"永久基本农田保护面积"_s, true, {}},
         Run{u"为19.47万亩，高于规划底线；A00类指标共33项，其中达标27项，占81.8%"
             u"，人均公园绿地面积14.6平方米，"
             "出生率8.9‰，道路网密度为8.1千米/平方千米。老城区门前绿道、稻田与行道树的面积和长度分别以公顷、米计。"_s,
             false,
             {}},
         Run{u"需要预警的指标有3项。"_s, false, u"#b03030"_s}},
        Paragraph::Style::Body};
    document.blocks << Paragraph{
        {Run{u"总体判断：城市运行平稳，底线守住，短板集中在社区养老和通勤。"_s, false, {}}},
        Paragraph::Style::Emphasis};
    document.blocks << Heading{2, u"（一）"_s, u"底线管控"_s};
    document.blocks << body(
        u"三条控制线全部落地。“生态保护红线”内未新增建设用地（含临时用地）,《总体规划》确定的"
        "2035年目标按时间进度应完成20.0%，实际完成23.5%。"_s);
    document.blocks << Heading{3, u"1."_s, u"耕地和永久基本农田"_s};
    document.blocks << BulletList{
        {{Run{u"耕地保有量23.02万亩，比上年减少0.08万亩；"_s, false, {}}},
         {Run{u"永久基本农田"_s, true, {}}, Run{u"19.47万亩，与上年持平。"_s, false, {}}}}};

    Table table;
    table.caption = u"底线管控指标一览"_s;
    table.widths = {1, 4, 1.6, 1.6, 1.6, 1.6};
    const auto cell = [](const QString& text, TableCell::Align align = TableCell::Align::Centre) {
        TableCell made;
        made.text = text;
        made.align = align;
        return made;
    };
    TableCell wide = cell(u"指标值"_s);
    wide.columnSpan = 3;
    table.header << QList<TableCell>{cell(u"序号"_s), cell(u"指标名称"_s), cell(u"单位"_s), wide};
    table.header << QList<TableCell>{cell({}),          cell({}),          cell({}),
                                     cell(u"2020年"_s), cell(u"2021年"_s), cell(u"2022年"_s)};
    for (int i = 1; i <= 60; ++i) {
        TableCell value = cell(u"%1.5"_s.arg(i * 3), TableCell::Align::Right);
        if (i % 7 == 0) {
            value.fill = u"#fde9e7"_s;
            value.bold = true;
        }
        table.rows << QList<TableCell>{
            cell(u"A%1"_s.arg(i, 2, 10, QLatin1Char('0'))),
            cell(i % 9 == 0 ? u"第%1项指标，名称很长，需要在单元格内折行显示，仍应完整可读"_s.arg(i)
                            : u"第%1项指标"_s.arg(i),
                 TableCell::Align::Left),
            cell(u"公顷"_s),
            cell(u"%1"_s.arg(i), TableCell::Align::Right),
            cell(u"%1.25"_s.arg(i), TableCell::Align::Right),
            value};
    }
    table.source = u"数据来源：2022年度国土变更调查"_s;
    document.blocks << table;
    document.blocks << Paragraph{{Run{u"注：表中“—”表示未采集。"_s, false, {}}},
                                 Paragraph::Style::Note};

    document.blocks << PageBreak{};
    document.blocks << Heading{1, u"二、"_s, u"六个维度指标分析"_s};
    document.blocks << Heading{2, u"（一）"_s, u"安全"_s};
    document.blocks << body(u"各维度得分见下图。"_s);
    Figure figure;
    figure.caption = u"各维度达标情况"_s;
    figure.sizeMm = QSizeF(120, 60);
    figure.source = u"资料来源：各责任部门"_s;
    figure.altText = u"条形图:安全 80，创新 55"_s;
    figure.svg =
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"480\" height=\"240\" viewBox=\"0 0 480 "
        u"240\">"
        "<rect x=\"60\" y=\"40\" width=\"60\" height=\"160\" fill=\"#3b6ea5\"/>"
        "<rect x=\"200\" y=\"90\" width=\"60\" height=\"110\" fill=\"#7fa7d1\"/>"
        "<line x1=\"40\" y1=\"200\" x2=\"440\" y2=\"200\" stroke=\"#444444\" stroke-width=\"1\"/>"
        "<text x=\"66\" y=\"222\" font-family=\"sans-serif\" font-size=\"16\">安全面</text>"
        "<text x=\"206\" y=\"222\" font-family=\"sans-serif\" font-size=\"16\">B07门</text></svg>"_s
            .toUtf8();
    QImage image(480, 240, QImage::Format_RGB32);
    image.fill(QColor(230, 236, 244));
    QBuffer buffer(&figure.png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    document.blocks << figure;
    Figure raster = figure;
    raster.svg.clear();
    raster.caption = u"遥感影像示意"_s;
    raster.source.clear();
    document.blocks << raster;
    for (int i = 0; i < extra; ++i) {
        document.blocks << Heading{2, u"（%1）"_s.arg(i + 2), u"专题分析第%1节"_s.arg(i + 1)};
        for (int k = 0; k < 6; ++k) {
            document.blocks << body(
                u"第%1节第%"
                u"2段。本年度共评价指标122项，按照时间进度要求逐项对照基期值、现状值和目标值，"
                "计算规划实施率，结合近五年趋势和同类城市对标值判断优势、短板与弱项，并提出整改措施"
                "、责任部门和完成时限。"
                "对数据缺失或口径不一致的指标，均列入缺项清单，由责任部门限期补报。"_s.arg(i + 1)
                    .arg(k + 1));
        }
    }
    return document;
}

/// All text of a document that a reader must find in either form.
inline QStringList sentencesOf(const checkup::report::Document& document)
{
    using namespace checkup::report;
    QStringList all{document.title, document.subtitle, document.coverStamp};
    all += document.coverLines;
    const auto joined = [](const Runs& runs) {
        QString text;
        for (const Run& run : runs)
            text += run.text;
        return text;
    };
    for (const Block& block : document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) {
            all << heading->number + heading->text;
        } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            all << joined(paragraph->runs);
        } else if (const auto* list = std::get_if<BulletList>(&block)) {
            for (const Runs& item : list->items)
                all << joined(item);
        } else if (const auto* table = std::get_if<Table>(&block)) {
            all << table->caption << table->source;
            for (const auto* rows : {&table->header, &table->rows}) {
                for (const auto& row : *rows) {
                    for (const TableCell& one : row)
                        all << one.text;
                }
            }
        } else if (const auto* figure = std::get_if<Figure>(&block)) {
            all << figure->caption << figure->source;
        }
    }
    all.removeAll(QString());
    return all;
}

} // namespace test
