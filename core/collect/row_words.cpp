#include "core/collect/row_words.h"

#include "core/base/decimal.h"
#include "core/collect/subjects.h"
#include "core/project/rows.h"

#include <QCoreApplication>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;
using project::RowChange;
using project::Table;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RowWords)
};

template <class T>
QJsonObject rowIn(const QList<T>& list, qint64 id)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [id](const T& one) {
        if constexpr (requires { one.id.number(); })
            return one.id.number() == id;
        else
            return one.id == id;
    });
    return found == list.cend() ? QJsonObject() : project::rowOf(*found);
}

template <class T, class KeyOf>
QJsonObject rowByNumber(const QList<T>& list, const QHash<QString, qint64>& numbers, qint64 id,
                        KeyOf keyOf)
{
    const auto found = std::find_if(list.cbegin(), list.cend(),
                                    [&](const T& one) { return numbers.value(keyOf(one)) == id; });
    return found == list.cend() ? QJsonObject() : project::rowOf(*found);
}

QJsonObject rowNow(const project::YearData& data, Table table, qint64 id)
{
    switch (table) {
    case Table::Info:
        for (const project::InfoRow& row : project::infoRowsOf(data.info)) {
            if (row.row == id)
                return {{u"key"_s, row.key}, {u"value"_s, row.value}};
        }
        return {};
    case Table::Indicators:
        return rowByNumber(data.catalogue.indicators, data.indicatorRows, id,
                           [](const catalogue::Indicator& one) { return one.code; });
    case Table::Quantities:
        return rowByNumber(data.catalogue.quantities, data.quantityRows, id,
                           [](const catalogue::Quantity& one) { return one.id; });
    case Table::Values:
        if (const project::Value* value = data.value(project::ValueId(id)))
            return project::rowOf(*value);
        return {};
    case Table::Regions:
        return rowIn(data.regions, id);
    case Table::Sources:
        return rowIn(data.sources, id);
    case Table::Departments:
        return rowIn(data.departments, id);
    case Table::Evidence:
        return rowIn(data.evidence, id);
    case Table::Goals:
        return rowIn(data.goals, id);
    case Table::Benchmarks:
        return rowIn(data.benchmarks, id);
    case Table::Texts:
        return rowIn(data.texts, id);
    case Table::Rules:
        return rowIn(data.rules, id);
    case Table::Decisions:
        return rowIn(data.decisions, id);
    case Table::Tasks:
        return rowIn(data.tasks, id);
    case Table::Stages:
        return rowIn(data.stages, id);
    case Table::Returns:
        return rowIn(data.returns, id);
    case Table::KeyTasks:
        return rowIn(data.keyTasks, id);
    case Table::LayerReturns:
        return rowIn(data.layerReturns, id);
    case Table::Attachments:
        return rowIn(data.attachments, id);
    case Table::Documents:
        return rowIn(data.documents, id);
    case Table::Snapshots:
        return rowIn(data.snapshots, id);
    case Table::Mappings:
        return rowIn(data.mappings, id);
    case Table::Layers:
        return rowIn(data.layers, id);
    case Table::Recipes:
        return rowIn(data.recipes, id);
    case Table::SpatialRuns:
        return rowIn(data.spatialRuns, id);
    case Table::MapSettings:
        return rowIn(data.mapSettings, id);
    }
    return {};
}

QString infoLabel(const QString& key)
{
    static const QHash<QString, const char*> labels{
        {u"city"_s, QT_TRANSLATE_NOOP("RowWords", "城市")},
        {u"year"_s, QT_TRANSLATE_NOOP("RowWords", "现状年")},
        {u"base_year"_s, QT_TRANSLATE_NOOP("RowWords", "基期年")},
        {u"near_year"_s, QT_TRANSLATE_NOOP("RowWords", "近期目标年")},
        {u"target_year"_s, QT_TRANSLATE_NOOP("RowWords", "目标年")},
        {u"catalogue_id"_s, QT_TRANSLATE_NOOP("RowWords", "指标体系")},
        {u"profile_id"_s, QT_TRANSLATE_NOOP("RowWords", "指标方案")},
        {u"demonstration"_s, QT_TRANSLATE_NOOP("RowWords", "演示数据")},
        {u"organisation"_s, QT_TRANSLATE_NOOP("RowWords", "编制单位")},
        {u"cut_off"_s, QT_TRANSLATE_NOOP("RowWords", "判断逾期的日期")},
        {u"appraisal_rule"_s, QT_TRANSLATE_NOOP("RowWords", "考核规则")},
    };
    const auto found = labels.constFind(key);
    return found == labels.cend() ? key : Text::tr(*found);
}

template <class E>
QString labelOr(const std::optional<E>& value, const QString& key)
{
    if (!value)
        return key;
    if constexpr (std::is_same_v<E, catalogue::Kind> || std::is_same_v<E, catalogue::Direction> ||
                  std::is_same_v<E, catalogue::Constraint>)
        return catalogue::label(*value);
    else
        return project::label(*value);
}

/// A key of an enumeration as people read it; nullopt for other columns.
std::optional<QString> choiceText(Table table, const QString& column, const QString& key)
{
    if (key.isEmpty())
        return std::nullopt;
    if (column == u"state") {
        switch (table) {
        case Table::Decisions:
            return labelOr(project::findingStateFromKey(key), key);
        case Table::Tasks:
            return labelOr(project::taskStateFromKey(key), key);
        case Table::KeyTasks:
            return labelOr(project::keyTaskStateFromKey(key), key);
        case Table::LayerReturns:
            return labelOr(project::layerStateFromKey(key), key);
        default:
            return labelOr(project::valueStateFromKey(key), key);
        }
    }
    if (column == u"kind") {
        switch (table) {
        case Table::Goals:
            return labelOr(project::goalKindFromKey(key), key);
        case Table::Texts:
            return labelOr(project::textKindFromKey(key), key);
        case Table::Indicators:
            return labelOr(catalogue::kindFromKey(key), key);
        default:
            return labelOr(project::sourceKindFromKey(key), key);
        }
    }
    if (column == u"source_kind")
        return labelOr(project::sourceKindFromKey(key), key);
    if (column == u"level")
        return labelOr(project::regionLevelFromKey(key), key);
    if (column == u"direction")
        return labelOr(catalogue::directionFromKey(key), key);
    if (column == u"constraint_kind")
        return labelOr(catalogue::constraintFromKey(key), key);
    return std::nullopt;
}

bool isYesNo(const QString& column)
{
    return column == u"adopted" || column == u"active" || column == u"asked" ||
           column == u"excluded" || column == u"definition_recalled";
}

/// Columns that say nothing to people, or only repeat another one.
bool isForComputers(Table table, const QString& column)
{
    return column == u"facts" || column == u"fingerprint" || column == u"mapping" ||
           column == u"cells" || (table == Table::Decisions && column == u"finding");
}

} // namespace

QString tableLabel(Table table)
{
    switch (table) {
    case Table::Info:
        return Text::tr("项目信息");
    case Table::Indicators:
        return Text::tr("指标");
    case Table::Quantities:
        return Text::tr("数据项");
    case Table::Regions:
        return Text::tr("地区");
    case Table::Sources:
        return Text::tr("数据来源");
    case Table::Departments:
        return Text::tr("责任部门");
    case Table::Values:
        return Text::tr("数值");
    case Table::Evidence:
        return Text::tr("出处");
    case Table::Goals:
        return Text::tr("规划目标");
    case Table::Benchmarks:
        return Text::tr("对标值");
    case Table::Texts:
        return Text::tr("部门文字");
    case Table::Rules:
        return Text::tr("校核规则");
    case Table::Decisions:
        return Text::tr("校核处理");
    case Table::Tasks:
        return Text::tr("任务");
    case Table::Stages:
        return Text::tr("工作阶段");
    case Table::Returns:
        return Text::tr("部门报送");
    case Table::KeyTasks:
        return Text::tr("重点任务");
    case Table::LayerReturns:
        return Text::tr("空间数据报送");
    case Table::Attachments:
        return Text::tr("佐证材料");
    case Table::Documents:
        return Text::tr("数值的佐证材料");
    case Table::Snapshots:
        return Text::tr("节点");
    case Table::Mappings:
        return Text::tr("表格版式");
    case Table::Layers:
        return Text::tr("空间图层");
    case Table::Recipes:
        return Text::tr("空间计算方法");
    case Table::SpatialRuns:
        return Text::tr("空间计算");
    case Table::MapSettings:
        return Text::tr("图件设置");
    }
    return {};
}

QString columnLabel(Table table, const QString& column)
{
    if (column == u"source")
        return Text::tr("出处");
    if (column == u"place" && table == Table::Documents)
        return Text::tr("页码或单元格");
    static const QHash<QString, const char*> labels{
        {u"adopted"_s, QT_TRANSLATE_NOOP("RowWords", "采用")},
        {u"adoption_reason"_s, QT_TRANSLATE_NOOP("RowWords", "采用理由")},
        {u"active"_s, QT_TRANSLATE_NOOP("RowWords", "启用")},
        {u"added_at"_s, QT_TRANSLATE_NOOP("RowWords", "加入时间")},
        {u"annual_goal"_s, QT_TRANSLATE_NOOP("RowWords", "年度目标")},
        {u"annual_plan"_s, QT_TRANSLATE_NOOP("RowWords", "本年计划")},
        {u"as_of"_s, QT_TRANSLATE_NOOP("RowWords", "数据时点")},
        {u"asked"_s, QT_TRANSLATE_NOOP("RowWords", "是否采集")},
        {u"aspect"_s, QT_TRANSLATE_NOOP("RowWords", "评估方面")},
        {u"attachment_id"_s, QT_TRANSLATE_NOOP("RowWords", "材料")},
        {u"audit_number"_s, QT_TRANSLATE_NOOP("RowWords", "记录编号")},
        {u"base_value"_s, QT_TRANSLATE_NOOP("RowWords", "基期值")},
        {u"category"_s, QT_TRANSLATE_NOOP("RowWords", "二级类别")},
        {u"cell"_s, QT_TRANSLATE_NOOP("RowWords", "单元格")},
        {u"class_system"_s, QT_TRANSLATE_NOOP("RowWords", "分类体系")},
        {u"code"_s, QT_TRANSLATE_NOOP("RowWords", "编号")},
        {u"computed_at"_s, QT_TRANSLATE_NOOP("RowWords", "计算时间")},
        {u"constraint_kind"_s, QT_TRANSLATE_NOOP("RowWords", "约束性")},
        {u"contact"_s, QT_TRANSLATE_NOOP("RowWords", "联络员")},
        {u"crs"_s, QT_TRANSLATE_NOOP("RowWords", "坐标系")},
        {u"deadline"_s, QT_TRANSLATE_NOOP("RowWords", "截止日期")},
        {u"decided_at"_s, QT_TRANSLATE_NOOP("RowWords", "处理时间")},
        {u"decimals"_s, QT_TRANSLATE_NOOP("RowWords", "小数位数")},
        {u"definition"_s, QT_TRANSLATE_NOOP("RowWords", "含义")},
        {u"definition_recalled"_s, QT_TRANSLATE_NOOP("RowWords", "含义待核")},
        {u"department"_s, QT_TRANSLATE_NOOP("RowWords", "责任部门")},
        {u"dimension"_s, QT_TRANSLATE_NOOP("RowWords", "一级类别")},
        {u"direction"_s, QT_TRANSLATE_NOOP("RowWords", "方向")},
        {u"division"_s, QT_TRANSLATE_NOOP("RowWords", "任务分工")},
        {u"documents"_s, QT_TRANSLATE_NOOP("RowWords", "佐证材料")},
        {u"due"_s, QT_TRANSLATE_NOOP("RowWords", "完成时限")},
        {u"email"_s, QT_TRANSLATE_NOOP("RowWords", "邮箱")},
        {u"encoding"_s, QT_TRANSLATE_NOOP("RowWords", "文字编码")},
        {u"evidence_id"_s, QT_TRANSLATE_NOOP("RowWords", "出处")},
        {u"excluded"_s, QT_TRANSLATE_NOOP("RowWords", "不纳入")},
        {u"exclusion_reason"_s, QT_TRANSLATE_NOOP("RowWords", "不纳入的理由")},
        {u"features"_s, QT_TRANSLATE_NOOP("RowWords", "要素数")},
        {u"fields"_s, QT_TRANSLATE_NOOP("RowWords", "字段对应")},
        {u"file_name"_s, QT_TRANSLATE_NOOP("RowWords", "文件")},
        {u"filled_on"_s, QT_TRANSLATE_NOOP("RowWords", "填表日期")},
        {u"first_year"_s, QT_TRANSLATE_NOOP("RowWords", "起始年")},
        {u"format"_s, QT_TRANSLATE_NOOP("RowWords", "格式")},
        {u"formula"_s, QT_TRANSLATE_NOOP("RowWords", "算法")},
        {u"from_date"_s, QT_TRANSLATE_NOOP("RowWords", "开始")},
        {u"health"_s, QT_TRANSLATE_NOOP("RowWords", "图形检查")},
        {u"indicator"_s, QT_TRANSLATE_NOOP("RowWords", "指标")},
        {u"inputs"_s, QT_TRANSLATE_NOOP("RowWords", "输入")},
        {u"key"_s, QT_TRANSLATE_NOOP("RowWords", "编号")},
        {u"kind"_s, QT_TRANSLATE_NOOP("RowWords", "类型")},
        {u"last_year"_s, QT_TRANSLATE_NOOP("RowWords", "终止年")},
        {u"last_year_issue"_s, QT_TRANSLATE_NOOP("RowWords", "上年问题整改")},
        {u"layer"_s, QT_TRANSLATE_NOOP("RowWords", "图层")},
        {u"lead"_s, QT_TRANSLATE_NOOP("RowWords", "牵头部门")},
        {u"leader"_s, QT_TRANSLATE_NOOP("RowWords", "分管领导")},
        {u"level"_s, QT_TRANSLATE_NOOP("RowWords", "级别")},
        {u"lower_limit"_s, QT_TRANSLATE_NOOP("RowWords", "下限")},
        {u"made_at"_s, QT_TRANSLATE_NOOP("RowWords", "时间")},
        {u"measures"_s, QT_TRANSLATE_NOOP("RowWords", "下一步措施")},
        {u"media_type"_s, QT_TRANSLATE_NOOP("RowWords", "文件类型")},
        {u"method"_s, QT_TRANSLATE_NOOP("RowWords", "采集方式")},
        {u"name"_s, QT_TRANSLATE_NOOP("RowWords", "名称")},
        {u"name_en"_s, QT_TRANSLATE_NOOP("RowWords", "英文名称")},
        {u"name_zh"_s, QT_TRANSLATE_NOOP("RowWords", "名称")},
        {u"near_target"_s, QT_TRANSLATE_NOOP("RowWords", "近期目标值")},
        {u"note"_s, QT_TRANSLATE_NOOP("RowWords", "说明")},
        {u"number"_s, QT_TRANSLATE_NOOP("RowWords", "数值")},
        {u"origin"_s, QT_TRANSLATE_NOOP("RowWords", "任务来源")},
        {u"origins"_s, QT_TRANSLATE_NOOP("RowWords", "来源途径")},
        {u"parameters"_s, QT_TRANSLATE_NOOP("RowWords", "参数")},
        {u"parent_id"_s, QT_TRANSLATE_NOOP("RowWords", "上级地区")},
        {u"path"_s, QT_TRANSLATE_NOOP("RowWords", "路径")},
        {u"person"_s, QT_TRANSLATE_NOOP("RowWords", "人员")},
        {u"phone"_s, QT_TRANSLATE_NOOP("RowWords", "电话")},
        {u"place"_s, QT_TRANSLATE_NOOP("RowWords", "空间位置")},
        {u"post"_s, QT_TRANSLATE_NOOP("RowWords", "职务")},
        {u"problems"_s, QT_TRANSLATE_NOOP("RowWords", "问题与成因")},
        {u"progress"_s, QT_TRANSLATE_NOOP("RowWords", "完成情况")},
        {u"rank"_s, QT_TRANSLATE_NOOP("RowWords", "采用次序")},
        {u"rate"_s, QT_TRANSLATE_NOOP("RowWords", "完成率")},
        {u"reason"_s, QT_TRANSLATE_NOOP("RowWords", "理由")},
        {u"content"_s, QT_TRANSLATE_NOOP("RowWords", "内容")},
        {u"recipe"_s, QT_TRANSLATE_NOOP("RowWords", "计算方法")},
        {u"region_id"_s, QT_TRANSLATE_NOOP("RowWords", "地区")},
        {u"report"_s, QT_TRANSLATE_NOOP("RowWords", "分区结果")},
        {u"returned_at"_s, QT_TRANSLATE_NOOP("RowWords", "报回日期")},
        {u"role"_s, QT_TRANSLATE_NOOP("RowWords", "角色")},
        {u"rule"_s, QT_TRANSLATE_NOOP("RowWords", "规则")},
        {u"sent_at"_s, QT_TRANSLATE_NOOP("RowWords", "发出日期")},
        {u"severity"_s, QT_TRANSLATE_NOOP("RowWords", "等级")},
        {u"sha256"_s, QT_TRANSLATE_NOOP("RowWords", "散列")},
        {u"sheet"_s, QT_TRANSLATE_NOOP("RowWords", "工作表")},
        {u"size"_s, QT_TRANSLATE_NOOP("RowWords", "字节数")},
        {u"sort"_s, QT_TRANSLATE_NOOP("RowWords", "次序")},
        {u"source_id"_s, QT_TRANSLATE_NOOP("RowWords", "来源")},
        {u"source_kind"_s, QT_TRANSLATE_NOOP("RowWords", "数据来源")},
        {u"state"_s, QT_TRANSLATE_NOOP("RowWords", "状态")},
        {u"state_reason"_s, QT_TRANSLATE_NOOP("RowWords", "状态说明")},
        {u"subject"_s, QT_TRANSLATE_NOOP("RowWords", "指标或数据项")},
        {u"supporting"_s, QT_TRANSLATE_NOOP("RowWords", "配合部门")},
        {u"taken_at"_s, QT_TRANSLATE_NOOP("RowWords", "取数时间")},
        {u"target"_s, QT_TRANSLATE_NOOP("RowWords", "目标值")},
        {u"text"_s, QT_TRANSLATE_NOOP("RowWords", "内容")},
        {u"to_date"_s, QT_TRANSLATE_NOOP("RowWords", "结束")},
        {u"topic"_s, QT_TRANSLATE_NOOP("RowWords", "主题")},
        {u"unit"_s, QT_TRANSLATE_NOOP("RowWords", "单位")},
        {u"upper_limit"_s, QT_TRANSLATE_NOOP("RowWords", "上限")},
        {u"used_at"_s, QT_TRANSLATE_NOOP("RowWords", "使用时间")},
        {u"value"_s, QT_TRANSLATE_NOOP("RowWords", "内容")},
        {u"version"_s, QT_TRANSLATE_NOOP("RowWords", "第几次")},
        {u"vintage"_s, QT_TRANSLATE_NOOP("RowWords", "版本")},
        {u"year"_s, QT_TRANSLATE_NOOP("RowWords", "年份")},
    };
    const auto found = labels.constFind(column);
    return found == labels.cend() ? column : Text::tr(*found);
}

RowWords::RowWords(const project::YearData& data, const QList<RowChange>& gone)
    : m_data(data)
{
    for (const RowChange& change : gone)
        m_gone.insert({change.table, change.row}, change.before);
}

QJsonObject RowWords::row(Table table, qint64 id, const QJsonObject& known) const
{
    QJsonObject all = rowNow(m_data, table, id);
    if (all.isEmpty())
        all = m_gone.value({table, id});
    for (auto column = known.begin(); column != known.end(); ++column)
        all.insert(column.key(), column.value());
    return all;
}

QString RowWords::subjectName(const QString& subject) const
{
    if (const catalogue::Indicator* indicator = m_data.catalogue.indicator(subject))
        return indicator->nameZh;
    if (const catalogue::Quantity* quantity = m_data.catalogue.quantity(subject))
        return quantity->nameZh;
    return subject;
}

QString RowWords::figure(const QJsonObject& value)
{
    const QString state = value.value("state"_L1).toString();
    if (state != u"present")
        return labelOr(project::valueStateFromKey(state), state);
    return figureText(value.value("number"_L1).toDouble(), value.value("unit"_L1).toString());
}

QString RowWords::name(Table table, const QJsonObject& row) const
{
    const auto column = [&](QLatin1StringView of) { return row.value(of).toString(); };
    const auto place = [&] { return text(table, u"region_id"_s, row.value("region_id"_L1)); };
    switch (table) {
    case Table::Values:
    case Table::Documents: {
        const QString source = text(table, u"source_id"_s, row.value("source_id"_L1));
        const int year = row.value("year"_L1).toInt();
        const QString subject = subjectName(column("subject"_L1));
        return source.isEmpty()
                   ? Text::tr("%1 %2 %3 年").arg(subject, place()).arg(year)
                   : Text::tr("%1 %2 %3 年（%4）").arg(subject, place()).arg(year).arg(source);
    }
    case Table::Goals:
        return u"%1 %2"_s.arg(subjectName(column("indicator"_L1)), place());
    case Table::Benchmarks:
        return Text::tr("%1（%2）").arg(subjectName(column("indicator"_L1)), column("name"_L1));
    case Table::Tasks:
    case Table::Recipes:
        return subjectName(column("subject"_L1));
    case Table::SpatialRuns:
        return Text::tr("%1 %2 年")
            .arg(subjectName(column("subject"_L1)))
            .arg(row.value("year"_L1).toInt());
    case Table::MapSettings:
        return column("key"_L1);
    case Table::Indicators:
        return u"%1 %2"_s.arg(column("code"_L1), column("name_zh"_L1));
    case Table::Quantities:
    case Table::Regions:
        return column("name_zh"_L1);
    case Table::Info:
        return infoLabel(column("key"_L1));
    case Table::Evidence:
        return column("file_name"_L1);
    case Table::Texts:
        return u"%1 %2"_s.arg(column("department"_L1),
                              text(table, u"kind"_s, row.value("kind"_L1)));
    case Table::Rules:
        return column("rule"_L1);
    case Table::Decisions:
        return column("text"_L1);
    case Table::Returns:
        return Text::tr("%1 第 %2 次")
            .arg(column("department"_L1))
            .arg(row.value("version"_L1).toInt());
    case Table::LayerReturns:
        return u"%1 %2"_s.arg(column("department"_L1), column("layer"_L1));
    default:
        return column("name"_L1);
    }
}

QString RowWords::evidenceText(qint64 id) const
{
    const QJsonObject evidence = row(Table::Evidence, id);
    QStringList parts;
    for (const auto column : {"file_name"_L1, "sheet"_L1, "cell"_L1}) {
        const QString part = evidence.value(column).toString();
        if (!part.isEmpty())
            parts << part;
    }
    return parts.isEmpty() ? evidence.value("note"_L1).toString() : parts.join(u" ▸ "_s);
}

QString RowWords::text(Table table, const QString& column, const QJsonValue& value) const
{
    if (value.isNull() || value.isUndefined())
        return {};
    const qint64 id = value.toInteger();
    if (column == u"evidence_id")
        return evidenceText(id);
    for (const project::Reference& reference : project::references()) {
        if (reference.from == table && reference.column == column)
            return name(reference.to, row(reference.to, id));
    }
    if (isYesNo(column))
        return id != 0 ? Text::tr("是") : Text::tr("否");
    if (column == u"subject" || column == u"indicator")
        return subjectName(value.toString());
    if (value.isDouble())
        return formatShortest(value.toDouble());
    const QString plain = value.toString();
    if (column.endsWith(u"_at") && plain.contains(u'T')) {
        const QDateTime time = QDateTime::fromString(plain, Qt::ISODateWithMs);
        return time.isValid() ? time.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : plain;
    }
    return choiceText(table, column, plain).value_or(plain);
}

QList<RowWords::Line> RowWords::lines(const RowChange& change) const
{
    QList<Line> all;
    QStringList columns = change.after.keys();
    for (const QString& column : change.before.keys()) {
        if (!columns.contains(column))
            columns << column;
    }
    for (const QString& column : std::as_const(columns)) {
        if (isForComputers(change.table, column))
            continue;
        Line line{column, columnLabel(change.table, column),
                  text(change.table, column, change.before.value(column)),
                  text(change.table, column, change.after.value(column))};
        if (line.before != line.after)
            all << line;
    }
    return all;
}

} // namespace checkup::collect
