#pragma once

#include <QString>
#include <QStringView>

#include <optional>

/// The hidden words of the fill-in workbook, shared by its writer and its reader. They are found by
/// what they say, wherever rows, columns or sheets went:
///   cc:id:UUID|city|year|department|layout   in the corner of every sheet
///   cc:c:NAME                                heads a column (name, unit, y2022, state, note,
///   source, text) cc:r:SUBJECT|REGION                      marks a row of figures; REGION is a
///   code, or a name cc:t:GROUP|KIND                          marks a row of texts
namespace checkup::collect::layout {

inline constexpr int version = 1;
inline const QString identityMark = QStringLiteral("cc:id:");
inline const QString columnMark = QStringLiteral("cc:c:");
inline const QString figureMark = QStringLiteral("cc:r:");
inline const QString textMark = QStringLiteral("cc:t:");
inline constexpr QChar separator = u'|';
inline constexpr QStringView keySheet = u"_keys";

inline constexpr QStringView valueSheet = u"数值";
inline constexpr QStringView districtSheet = u"分区数值";
inline constexpr QStringView textSheet = u"文字";

/// Names of columns after columnMark; a year's column is "y2022".
inline constexpr QStringView nameColumn = u"name";
inline constexpr QStringView regionColumn = u"region";
inline constexpr QStringView unitColumn = u"unit";
inline constexpr QStringView stateColumn = u"state";
inline constexpr QStringView noteColumn = u"note";
inline constexpr QStringView sourceColumn = u"source";
inline constexpr QStringView textColumn = u"text";

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

} // namespace checkup::collect::layout
