#pragma once

#include <QString>
#include <QStringView>

#include <optional>

/// The hidden words of the fill-in workbook, shared by its writer and its reader. They are found by
/// what they say, wherever rows, columns or sheets went:
///   cc:id:UUID|city|year|department|layout   in the corner of every sheet
///   cc:c:NAME             heads a column (name, unit, y2022, state, note, source, text...)
///   cc:r:SUBJECT|REGION   marks a row of figures; REGION is a code, or a name
///   cc:t:GROUP|KIND       marks a row of texts
/// and, since layout 2,
///   cc:k:LEAD|NAME        marks a row of key tasks that the project knows; cc:k:|N one to fill in
///   cc:l:LAYER            marks a row of the list of spatial data
///   cc:p:FIELD            marks a row of the contact sheet (leader, contact, post, phone, email,
///                         person, person_phone, date)
namespace checkup::collect::layout {

inline constexpr int version = 2; ///< 1 had neither key tasks, layers nor contacts; still read
inline const QString identityMark = QStringLiteral("cc:id:");
inline const QString columnMark = QStringLiteral("cc:c:");
inline const QString figureMark = QStringLiteral("cc:r:");
inline const QString textMark = QStringLiteral("cc:t:");
inline const QString keyTaskMark = QStringLiteral("cc:k:");
inline const QString layerMark = QStringLiteral("cc:l:");
inline const QString contactMark = QStringLiteral("cc:p:");
inline constexpr QChar separator = u'|';
inline constexpr QStringView keySheet = u"_keys";

inline constexpr QStringView valueSheet = u"数值";
inline constexpr QStringView districtSheet = u"分区数值";
inline constexpr QStringView textSheet = u"文字";
inline constexpr QStringView keyTaskSheet = u"重点任务";
inline constexpr QStringView layerSheet = u"空间数据";
inline constexpr QStringView contactSheet = u"联络表";

/// Names of columns after columnMark; a year's column is "y2022".
inline constexpr QStringView nameColumn = u"name";
inline constexpr QStringView regionColumn = u"region";
inline constexpr QStringView unitColumn = u"unit";
inline constexpr QStringView stateColumn = u"state";
inline constexpr QStringView noteColumn = u"note";
inline constexpr QStringView sourceColumn = u"source";
inline constexpr QStringView textColumn = u"text";

/// A column of the key tasks or of the list of spatial data, with what its header says.
struct Field
{
    QStringView name, header;
};
inline constexpr Field keyTaskFields[] = {{u"aspect", u"评估方面"},
                                          {u"task", u"任务名称"},
                                          {u"origin", u"任务来源"},
                                          {u"lead", u"牵头部门"},
                                          {u"supporting", u"配合部门"},
                                          {u"goal", u"年度目标（定量）"},
                                          {u"progress", u"完成情况"},
                                          {u"rate", u"完成率（%）"},
                                          {u"status", u"状态"},
                                          {u"place", u"空间位置（图斑或范围）"},
                                          {u"problems", u"存在问题与成因"},
                                          {u"measures", u"下一步措施"},
                                          {u"due", u"完成时限"},
                                          {u"last_year", u"上年问题整改对应"},
                                          {u"documents", u"佐证材料"}};
inline constexpr Field layerFields[] = {{u"provided", u"提供情况"}, {u"file", u"文件名"},
                                        {u"format", u"数据格式"},   {u"crs", u"坐标系"},
                                        {u"as_of", u"数据时点"},    {u"remark", u"说明"}};
inline constexpr Field contactFields[] = {{u"leader", u"分管领导"},         {u"contact", u"联络员"},
                                          {u"post", u"联络员职务"},         {u"phone", u"联系电话"},
                                          {u"email", u"电子邮箱"},          {u"person", u"填表人"},
                                          {u"person_phone", u"填表人电话"}, {u"date", u"填报日期"}};
/// Headers of the columns that say what a row of these sheets is about.
inline constexpr QStringView taskHeader = u"任务名称";
inline constexpr QStringView layerHeader = u"图层";
inline constexpr QStringView contactHeader = u"联络事项";
/// The contact sheet's column to be filled in.
inline constexpr QStringView contentColumn = u"content";
inline constexpr QStringView contentHeader = u"填写内容";

/// What visible headers say; read when the hidden row was deleted.
inline constexpr QStringView nameHeader = u"指标/数据项";
inline constexpr QStringView regionHeader = u"地区";
inline constexpr QStringView unitHeader = u"单位";
inline constexpr QStringView stateHeader = u"数据状态";
inline constexpr QStringView noteHeader = u"口径说明";
inline constexpr QStringView sourceHeader = u"数据来源/佐证";
inline constexpr QStringView groupHeader = u"评估方面";
inline constexpr QStringView kindHeader = u"类别";
inline constexpr QStringView textHeader = u"内容";
/// Columns of figures that are ours and not read.
inline constexpr QStringView numberHeader = u"序号";
inline constexpr QStringView meaningHeader = u"含义/口径";
inline constexpr QStringView lastYearHeader = u"上年值\n（参考）";

/// The drop-down's words, in this order. They are written into files, so they are not translated.
inline constexpr QStringView stateWords[] = {u"有值", u"暂缺", u"不适用", u"未统计", u"涉密"};
/// Words of the five kinds of text, in the order of project::TextKind.
inline constexpr QStringView textKindWords[] = {u"基本情况", u"取得成效", u"短板及成因",
                                                u"下一步措施", u"建议"};

/// Words of the drop-downs for key tasks and layers; in the order of project::KeyTaskState and
/// project::LayerState without their None.
inline constexpr QStringView originWords[] = {u"总体规划", u"近期规划", u"年度计划",
                                              u"政府工作报告"};
inline constexpr QStringView keyTaskStateWords[] = {u"完成", u"按期推进", u"滞后", u"未启动"};
inline constexpr QStringView layerStateWords[] = {u"已提供", u"部分提供", u"未提供", u"不涉及"};
inline constexpr QStringView formatWords[] = {u"FileGDB", u"GeoPackage", u"Shapefile",
                                              u"CAD",     u"Excel/CSV",  u"其他"};
inline constexpr QStringView crsWords[] = {
    u"CGCS2000 经纬度（EPSG:4490）", u"CGCS2000 3度带高斯-克吕格", u"地方独立坐标系", u"其他"};

} // namespace checkup::collect::layout
