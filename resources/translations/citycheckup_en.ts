<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AnnualReport</name>
    <message>
        <source>个百分点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个千分点</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1、</source>
        <translation type="unfinished">%1、</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1～%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监测</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报告插图“%1”绘制失败，请重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1年%2为%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与上年基本持平</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比上年提高%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比上年下降%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比上年增加%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>比上年减少%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>满足不低于%1的规划要求</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>满足不低于%1的规划要求，余量为%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>低于规划底线%1，缺口为%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未超过%1的规划上限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未超过%1的规划上限，剩余%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>超过规划上限%1，超出%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划要求为%1至%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对照%1年目标%2，规划实施率为%3，时间进度为%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对照%1年目标%2，规划实施率为%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划目标为%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结论为%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从历年变化看，%1由%2年至%3年总体稳定在%4左右。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从历年变化看，%1由%2年的%3升至%4年的%5，累计增加%6。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从历年变化看，%1由%2年的%3降至%4年的%5，累计减少%6。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>据%1报送：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作概况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>范围与年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本次体检评估以%1市域为范围，现状年为%2年，基期年为%3年，规划目标年为%4年。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>近期目标年为%1年。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分区评价覆盖%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标体系</source>
        <translation type="unfinished">Indicator system</translation>
    </message>
    <message>
        <source>指标体系采用《%1》，依据为%2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度纳入指标%1，分属%2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个维度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1指标%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其中，%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另有%1指标本年度不纳入，理由见附录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>组织与数据来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据任务分解到%1，均已返回。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据任务分解到%1，已返回%2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>截至%1仍未返回的有%2，分别是%3。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报告编制时</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全部%1指标均有本年度数值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有本年度数值的指标%1，缺数%2，数据完备率为%3。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同来源数值不一致的指标%1，处理情况见第七章。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未发现不同来源数值不一致的指标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本报告部分数据因四舍五入，分项与合计、差值之间可能略有出入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据来源与采用情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度数值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其中采用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门数据返回情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>返回日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>状态</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逾期未返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>逾期返回</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总体结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>全市%1指标中，%2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可评价指标%1，达标率为%2，达标与正常推进合计占%3。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目前没有可评价的指标，补充数据和目标后方可形成结论。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可评价的约束性指标%1，均达标或正常推进。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可评价的约束性指标%1，其中%2需要关注，包括%3。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>综合诊断，%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最需关注的是%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标结论汇总</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>维度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>达标率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>六个方面分析</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度指标体系未设%1方面的指标，请结合重点任务和部门材料作定性分析。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1方面共有指标%2，均有本年度数值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1方面共有指标%2，其中有数%3、缺数%4。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从结论看，%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主要成效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1方面指标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标</source>
        <translation type="unfinished">Indicators</translation>
    </message>
    <message>
        <source>单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>六个维度指标分析</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1维度共有指标%2，可评价%3，其中达标%4，达标率为%5。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1维度共有指标%2，暂无可评价的指标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有规划实施率的%1指标中，%2不低于时间进度。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实施率最高的是%1（%2），最低的是%3（%4）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂缺本年度数值的有%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂缺本年度数值的有%1等%2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1维度指标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>实施率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>城市体征诊断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特色优势</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主要短板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>薄弱环节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度未诊断出%1指标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>诊断为%1的指标%2，主要如下，其余见指标结论表。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>诊断为%1的指标%2，如下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分区差异</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度没有可供比较的分区数值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有两个以上区报送数值且存在差异的指标%1，按相对差异由大到小分析如下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1以%2最高，为%3，%4最低，为%5，相差%6。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分区指标结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对策建议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本章由系统依据指标结论和部门材料起草，供编制人员修改完善，不代表最终意见。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度实施计划建议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度没有滞后、倒退或预警的指标，建议保持现有工作力度并持续监测。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>整治任务清单（草案）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>序号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拟采取措施</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation type="unfinished">Department</translation>
    </message>
    <message>
        <source>针对%1的预警，建议由%2牵头查明成因，制定整改方案，并在%3年度体检评估中复核。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>针对%1的倒退，建议由%2分析退步原因，采取措施尽快扭转。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建议由%1将%2列入%3年度实施计划。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按现状值测算，%1要如期达到%2年目标，今后每年平均需增加%3。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按现状值测算，%1要如期达到%2年目标，今后每年平均需减少%3。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>待责任部门补充</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划应对与政策机制</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1方面，%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门尚未报送规划应对和政策方面的建议，请补充。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建议完善数据报送机制，优先补齐第七章所列缺项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据缺项与口径差异</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据缺项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度全部指标均有数值，无缺项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度缺数的指标%1，均不参与评价，未以零值代替。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据缺项清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺少%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门未报送。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源矛盾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同来源数值不一致的指标%1，采用值和其他来源数值如下。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源矛盾清单</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采用</source>
        <translation type="unfinished">Adopted</translation>
    </message>
    <message>
        <source>其他来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采用理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished">%1 %2</translation>
    </message>
    <message>
        <source>%1（计算）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按来源优先级采用，待核实</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口径与数据版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口径与数据版本说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标或数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据版本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口径说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度采用的数值没有需要说明的口径差异。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度采用的数值中有口径或数据版本说明的见下表，跨年比较时应保持版本一致。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标释义中有%1为回忆整理，正式使用前须与标准文本核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>附录 指标释义</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码为本系统自编，不是标准编号；标有“※”的释义为回忆整理，请与标准核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标释义</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>释义与公式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式：%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度不纳入的指标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消编写总报告。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（初稿）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演示数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2年度国土空间规划城市体检评估总报告</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assess</name>
    <message>
        <source>目标评判为%1，没有可比的对标值，列为正常。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标评判为%1，与对标值之比 %2，优于对标值，列为特色优势。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标评判为%1，与对标值之比 %2，与对标值相当，列为正常。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标评判为%1，但与对标值之比 %2，逊于对标值，列为弱项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标评判为%1，列为短板。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施略有滞后，没有可比的对标值，列为弱项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施略有滞后，与对标值之比 %1，不逊于对标值，列为弱项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施略有滞后，且与对标值之比 %1，逊于对标值，列为短板。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>尚未突破约束性目标，但已接近且继续变差，预警，列为弱项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>约束性目标未守住，预警，列为短板。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年没有数值，不作诊断。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>既无法对照目标评判，也没有可比的对标值，不作诊断。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未对照目标评判，与对标值之比 %1，优于对标值，列为特色优势。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未对照目标评判，与对标值之比 %1，与对标值相当，列为正常。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未对照目标评判，与对标值之比 %1，逊于对标值，列为弱项。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 年“%2”的数据版本与本年不同，不可比，未计入趋势；如用作基期值，请先统一口径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目没有市级区域，无法评价；请先在区域表中登记城市。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消评价，数据没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特色优势</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正常</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弱项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>短板</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未诊断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（上年）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（基期年）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最小值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最大值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>绝对值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>平方根</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”存储的不是有效数字，请重新填报。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”的单位“%2”不能换算为“%3”，请更正单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标“%1”的单位“%2”不能识别，无法计算，请更正单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标“%1”的计算结果超出可表示的范围，请核对其输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标“%1”的公式绕回到自身，无法计算，请更正公式。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>向好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>稳定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上升</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下降</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年没有数值，无法判断。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，未设定规划目标，无法判断。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，属监测指标，不设目标，不作达标评判。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，没有目标值，无法判断。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，已达到规划目标 %2，达标（缺基期值，不计算实施率）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，未达到规划目标 %2，缺基期值，无法计算规划实施率。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状年 %1 早于基期年 %2，无法计算规划实施率。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数值超出可计算的范围，无法判断，请核对现状值、基期值和目标值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率 %1，现状值 %2 已超过规划目标 %3，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率 %1，现状值 %2 已达到规划目标，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率 %1，现状值 %2 较基期值 %3 不进反退，倒退。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率 %1，基期年或目标年不明，无法与时间进度比较。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率 %1，不低于时间进度 %2，正常推进。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标年 %1 已过（时间进度按 %2 计），规划实施率 %3，略有滞后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标年 %1 已过（时间进度按 %2 计），规划实施率 %3，滞后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率 %1，略低于时间进度 %2，为应有进度的 %3，略有滞后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率 %1，低于时间进度 %2，为应有进度的 %3，滞后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基期值 %1 已优于规划目标，现状值 %2 仍不逊于规划目标 %3，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基期值 %1 已优于规划目标，现状值 %2 反而不及规划目标 %3，倒退。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation type="unfinished">%1 (%2)</translation>
    </message>
    <message>
        <source>现状值 %1，低于约束性底线 %2，缺口 %3，预警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，突破约束性上限 %2，超出 %3，预警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，低于底线 %2，缺口 %3，滞后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，超过上限 %2，超出 %3，滞后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，距约束性底线 %2 仅余 %3，且较上年 %4 减少，预警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，距约束性上限 %2 仅余 %3，且较上年 %4 增加，预警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，不低于底线 %2，但仅余 %3，且较上年 %4 减少，达标，应予关注。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，不超过上限 %2，但仅余 %3，且较上年 %4 增加，达标，应予关注。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，不低于底线 %2，余量 %3，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，不超过上限 %2，已用 %3，余量 %4，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，不超过上限 %2，余量 %3，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标区间的下限 %1 大于上限 %2，无法判断，请更正目标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 至 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 以上</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 以下</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，处于目标区间 %2 内，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，低于约束性目标区间 %2，相差 %3，预警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，高于约束性目标区间 %2，相差 %3，预警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，低于目标区间 %2，相差 %3，滞后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，高于目标区间 %2，相差 %3，滞后。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，与应保持的 %2 相差不超过 %3，保持，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，优于应保持的 %2，达标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，未能保持约束性目标 %2，相差 %3，预警。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状值 %1，未能保持 %2，相差 %3，倒退。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>达标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正常推进</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>滞后</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>倒退</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预警</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法判断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监测</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>基本</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>国审必选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>推荐</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特色</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>越高越好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>越低越好</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>适度区间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监测</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>约束性</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>预期性</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无</source>
        <translation type="unfinished">None</translation>
    </message>
    <message>
        <source>高</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>低</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门统计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空间图层</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽样调查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人口格网</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>点位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不经空间计算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>面积汇总</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>面积占比</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叠加分析</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要素计数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长度汇总</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>线密度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人均</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>服务半径覆盖</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>路网可达覆盖</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueChecks</name>
    <message>
        <source>指标 %1：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据项 %1：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标识与第 %1 行重复，请改成不同的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标识重复，请改成不同的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有一级类别；请至少列出一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有一级类别没有 id；请补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一级类别 %1 重复，请改成不同的 id。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一级类别 %1 的二级类别“%2”重复，请删去一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id 须以小写字母开头，只含字母、数字和单个下划线，且不是函数名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有名称；请补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代码须以字母开头，只含字母、数字和连字符，如 S-11。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一级类别“%1”未在目录头文件中列出；请更正或补列。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二级类别“%1”不属于一级类别“%2”；请更正或补列。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小数位数 %1 超出 0 到 %2；请更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>评估方面“%1”不是 %2 之一；请更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标选集“%1”未在目录头文件中列出；请更正或补列。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有公式用到它；不需要时可以删去。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式用到指标 %1，但它不在选集“%2”中；请把它也列入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式中的“%1”没有在数据项中定义；请在 quantities.csv 中补一行或更正拼写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式互相引用成了环：%1；请断开其中一处。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标选集的 id“%1”为空或重复；请改成不同的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标选集“%1”声明%2 %3 项，实有 %4 项；请更正声明或各行的 profiles。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标</source>
        <translation type="unfinished">Indicators</translation>
    </message>
    <message>
        <source>%1指标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二级类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 行 %2 列</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueFiles</name>
    <message>
        <source>列名重复；请只保留一列。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这一列的约定，内容未读取；请核对列名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺少这一列；请补上列名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有 %1 格，应有 %2 格；请检查是否少了逗号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有 %1 格，应有 %2 格；含逗号的文字须放在引号内。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有填写；请补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”不认识；请改用约定的写法。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 行</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有这一项的约定，内容未读取；请核对名称。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应是一段文字；请补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应是不小于 0 的整数；请更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应是一个列表；请补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>应是一组名称和数；请补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”第 %2 行附近不是合法的 JSON；请检查引号、逗号和括号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法读取指标目录“%1”：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法新建文件夹“%1”；请检查上级文件夹是否可写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有名为“%1”的内置指标目录；可用的有：%2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标目录“%1”没有选集“%2”；可用的有：%3。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>单位：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂缺</source>
        <translation type="unfinished">Missing</translation>
    </message>
    <message>
        <source>%1 %2%3（%4%）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂无可绘制的数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>绘制图表需要图形界面环境，请设置 QT_QPA_PLATFORM=offscreen 后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图表尺寸为空，请给出大于零的宽和高。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图表“%1”的图片尺寸过大，请减小尺寸或倍数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图表“%1”不能保存为 PNG 图片，请检查 Qt 图像插件是否完整。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Collect</name>
    <message>
        <source>%1：不认识单位“%2”，请改用“%3”后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：指标体系中的单位“%2”不可识别，请先在指标体系中更正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：单位“%2”与要求的“%3”不是同一类量，不能换算，请按“%3”填写后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原文“%1”，换算为 %2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：公式没有存下计算结果，请用 Excel 或 WPS 打开并保存一次后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：这里应填数，却是逻辑值“%2”，请改为数后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：这里应填数，却是日期“%2”，请把单元格格式改为“常规”并重填后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：公式出错“%2”，请改正公式或直接填数后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：“%2”不是有限的数，请改为数后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原文“%1”，记为“%2”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：“%2”不是一个确定的数，请改为数（或在数据状态中选明情况）后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原文“%1”，按 %2 取值，并在口径说明中注明是约数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原文“%1”，读作 %2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>隐藏的列标识已被删除，改按表头文字识别各列，请核对预览。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填报表中找不到数值表和文字表，请用下发的原表重新填报后导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一列的隐藏标识是%1年，表头却写着%2年，整列没有导入，请恢复原来的列顺序后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”在本表另有一行，这一行没有识别键，未导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一行没有识别键，“%1”也不是要求填报的数据，未导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有的行没有隐藏的识别键，改按指标名称识别，请核对预览。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>隐藏的识别键已被删除，改按指标名称识别各行，请核对预览。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本项目的指标体系中没有“%1”，未导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本项目中没有代码为“%1”的地区，未导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：这一行的识别键是“%2”，名称却是“%3”，可能是排序时漏了隐藏列，请恢复后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：不认识数据状态“%2”，请从列表中选择有值、暂缺、不适用、未统计或涉密。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据状态选了“有值”，单元格却是空的。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空白。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：填了数，数据状态却选了“%2”，请改正其中之一后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到“内容”一列，文字没有导入，请恢复该列的表头后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>隐藏的识别键已被删除，改按评估方面和类别识别各行，请核对预览。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填报表“%1”由更新版本的程序生成，请升级本程序后导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”是%2的填报表，不是%3的，请从导入的文件中移走，或打开%2的项目再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”是%2年度的填报表，不是%3年度的，请从导入的文件中移走，或打开%2年度的项目再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份填报表是由另一个项目文件下发的，城市和年度相符，已按指标代码读入，请核对预览。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能在临时文件夹“%1”中写文件，请检查磁盘空间和权限后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>填报表“%1”没有写成，请检查磁盘空间后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能建立文件夹“%1”，请换一个有写权限的位置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消生成填报表。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消导入，项目没有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不是表格文件，未读取。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认不出表头，这个工作表没有导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认不出“%1”的表头，请为它指定导入映射（指标、年份、数值各在哪一列）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”是填报表，但识别城市和年份的隐藏信息已被删除，请把数据填入下发的原表后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹“%1”中没有表格文件，请换一个文件夹后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到文件“%1”，请检查路径后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新增</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有改动</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未变</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>忽略</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”本年度不参评，不导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与本次已读入的 %1 相同。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：与本次已读入的 %2 对同一指标、地区、年份和来源给出了不同的数，请核实后只保留一个再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数值不变，口径说明或版本有改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：本次导入中前面已有一行写了“%2”而内容不同，请只保留一行再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：上级“%2”不在本项目，请先写上级一行或更正名称后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：“%2”不是本项目的城市，一个项目只有一个城市，请更正名称或级别后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本次没有导入：有文件不能读取，请先处理或移走这些文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 个文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：本项目中没有地区“%2”，请更正后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：不认识目标类型“%2”，请写增长、下降、下限、上限、区间、保持、监测或无。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：对标行要有对标对象、对标值和四位年份，请补全后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：地区行要有名称，级别写市、区或街道，请更正后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：“%2”不是日期，请写成 2023-03-01 这样的形式后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：不认识类别“%2”，请写基本情况、取得成效、短板及成因、下一步措施或建议。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入映射中的“%1”不可识别，请按帮助中的示例改正后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”不是本项目的地区，未导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：“%2”不是四位年份，请改正后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>导入映射不是有效的 JSON（第 %1 个字节附近），请改正后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>认不出表头，请指明指标、年份和数值各在哪一列。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有年份一列，全部数据按%1年读入，请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有地区一列，全部数据按%1读入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”中没有映射所说的工作表“%2”，请更正映射后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”只有 %2 列，映射却用到第 %3 列，请更正映射后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConclusionTable</name>
    <message>
        <source>市域</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation type="unfinished">%1: %2</translation>
    </message>
    <message>
        <source>公式计算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不同来源的数值不一致，须核实。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺少计算所需数据：%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>口径：%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据版本：%1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>释义为回忆整理，请与标准核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未设定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监测</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>现状年：%1年；基期年：%2年；数据更新至：%3；“暂缺”等文字表示无数值，不等于零。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>【演示数据】</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2年度国土空间规划城市体检评估指标结论表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法计算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1～%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不适用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>注：1. 规划实施率 =（现状值 − 基期值）÷（目标值 − 基期值）；底线、上限类指标只与目标值比较，不计算实施率。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. 年度变化 = 本年度值 − 上一年度值，按未修约的数值计算，可能与显示数值之差略有出入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. 年度实施率以年度计划值计算；未下达年度计划的，按规划期线性推算。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. “≥”“≤”由单元格数字格式显示，单元格内仍为数值，可直接参与计算。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演示数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2年度体检评估分区指标结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只列有分区数值的指标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>序号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一级类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标名称</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>地区</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基期年值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上一年度值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度变化</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划目标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>趋势</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>诊断</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度没有分区数值。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2年度指标结论统计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>达标率 = 达标项数 ÷ 可评价项数；缺数、未设目标和监测指标不计入可评价项数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标总数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>可评价</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>达标率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>合计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各维度指标结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标</source>
        <translation type="unfinished">Indicators</translation>
    </message>
    <message>
        <source>时间进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>进度偏差</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率与时间进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标释义与依据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标体系：%1；依据：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编码（本系统）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标类型</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>约束性</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标方向</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>释义</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计算公式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation type="unfinished">Department</translation>
    </message>
    <message>
        <source>释义可信度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本年度是否纳入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1；回忆整理，请与标准核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>直接填报</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未纳入：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纳入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>暂缺</source>
        <translation type="unfinished">Missing</translation>
    </message>
    <message>
        <source>近期目标（%1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>近期目标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划目标（%1）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>二级类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统计范围</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度实施率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对标值及来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>主要成因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>对策建议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采集方式</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标结论表“%1”写不进去，请检查文件夹的写权限，并关闭正打开它的程序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法建立指标结论表“%1”，请关闭其他程序后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2年度体检评估指标结论表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消写出指标结论表。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标结论表“%1”没有写完，请检查磁盘剩余空间后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写出指标结论表“%1”时出错，请重试。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message>
        <source>“%1”不是 UTF-8 编码；请在电子表格程序中另存为“CSV UTF-8（逗号分隔）”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”第 %2 行的引号没有配对；请补上另一个引号，或用电子表格程序重新保存。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>Excel 工作簿 (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>压缩包 (zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel 97-2003 工作簿 (.xls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>加密的 Office 文档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenDocument 表格 (.ods)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文本表格 (csv/txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网页 (html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML 电子表格 2003 (.xml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLite 数据库</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF 文档</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法识别的文件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到文件“%1”；请核对路径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”是文件夹；请选择其中的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有读取文件“%1”的权限；请修改权限或复制到可读的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”设有打开密码；请在 Excel 或 WPS 中去掉密码，另存为 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”是空文件（0 字节）；请重新获取该文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”实际上是%2，不能这样读取；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileTools</name>
    <message>
        <source>找不到文件“%1”；请核对路径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”是文件夹；请选择其中的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有读取文件“%1”的权限；请修改权限或复制到可读的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法读取文件“%1”；请检查磁盘或网络连接后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法写入“%1”：所在文件夹不存在；请先新建文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法写入“%1”：同名文件夹已存在；请换一个文件名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法写入“%1”：文件或文件夹是只读的；请修改权限或另选位置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法写入“%1”：磁盘空间不足；请清理磁盘或另选位置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法写入“%1”；请检查磁盘或网络连接后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件“%1”超过 %2 MB，未读取；请拆分或精简后再试。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>公式“%1”读不通：结尾不完整；请补全运算数或括号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式“%1”第 %2 个字符“%3”处读不通；公式只能含变量、数字、+ - * / ^ ( ) 和 min、max、abs、sqrt。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长度（面积、体积）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>质量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标准煤</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>能量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式是空的；请填写公式，或把该指标作为直接填报。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式超过 %1 个字符；请拆成几个指标。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式“%1”中的“%2”没有数值；请先填报该数据。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式“%1”的结果不是有限的数（例如分母为零）；请核对各项输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式“%1”无法计算；请检查公式。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式“%1”中的“%2”没有计量单位；请在数据项中补上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式“%1”的单位不符：按各项输入，“%2”应为 %3 次方，而单位“%4”是 %5 次方；请核对公式和各项单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式“%1”把“%2”不同的量加减在一起，结果不能以“%3”为单位；请核对公式和各项单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公式“%1”在试算中得不到有限的数，无法核对单位；请检查公式。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenTable</name>
    <message>
        <source>“%1”单元格过多，超出安全限制；请删除多余的行列，或拆分后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”的文字编码无法识别（试过 UTF-8、UTF-16 和 GB18030）；请另存为 UTF-8 编码的 CSV 或 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>引号没有配对，其后内容可能并入了同一单元格；请核对原文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”不完整（文件被截断）；请重新获取该文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本机的 GDAL 不能读取%1；请把“%2”另存为 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”的扩展名与内容不符，又无法在临时文件夹中另存；请把扩展名改为 .%2 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”（%2）读不出来：可能已损坏、设有密码，或写法特殊；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”（%2）只能读出一部分，未采用；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>旧格式 .xls 读不到公式的结果、合并单元格、隐藏行列、批注和百分比格式；如有这些内容，请另存为 .xlsx 后再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>.ods 读不到合并单元格、隐藏行列、批注和百分比格式；如有这些内容，请另存为 .xlsx 后再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件扩展名与内容不符，实际是%1，已按内容读取；请改正扩展名。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Package</name>
    <message>
        <source>“%1”不能写入，请检查文件夹的写权限，并关闭正打开它的程序。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成果包清单“%1”已损坏，请重新生成成果包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成果包清单“%1”列有文件夹以外的文件，请重新生成成果包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”的正文不能读取，请重新生成成果包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”是文件而不是文件夹，请另选输出文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>另一个程序正在写成果包“%1”，请等它结束后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消导出，原有成果包保持不变。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度体检评估总报告（可编辑）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度体检评估总报告（PDF）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标结论表（市域、分区、统计、说明）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>总报告中每个数字的来源，供核对</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图表：%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成果清单（文件、大小、校验值）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹“%1”里没有“%2”，它不是成果包，或导出没有完成；请重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件缺失，请重新导出成果包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>内容与清单不符，导出后被改动过；如属有意修改可忽略，否则请重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不是可读的 PDF 文件，请重新导出成果包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报告中找不到数字“%1”所在的句子“%2”，报告与数据不一致，请重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteEntries</name>
    <message>
        <source>指标 · %1 · %2</source>
        <translation>Indicator · %1 · %2</translation>
    </message>
    <message>
        <source>基础数据 · %1</source>
        <translation>Quantity · %1</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
</context>
<context>
    <name>PrintedFacts</name>
    <message>
        <source>引用数字清单不是有效的 JSON，请重新生成成果包。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>%1 %2 年值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3 年值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>录入 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>删除 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>采用 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改指标 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加指标 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不纳入指标 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复指标 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改基础数据项 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改 %1 的目标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改 %1 的对标值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改部门 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改地区 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改来源 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改 %1 的%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改项目信息</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 正被其他程序写入，请稍后再试，或关闭正在编辑它的程序（如 QGIS）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 不能写入，请检查文件和所在文件夹的权限，或另存到可写的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>磁盘空间不足，%1 未作改动；请清理磁盘后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 已损坏，无法读取；请改用它的备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 中已有相同的记录，本次修改未保存；请刷新后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 中的其他记录仍引用这条记录，或所引用的记录不存在，本次修改未保存；请先处理相关记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要写入 %1 的内容不完整或自相矛盾，本次修改未保存；请检查数值与状态。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>读写 %1 失败，请检查磁盘和网络连接后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺少 Qt 的 SQLite 驱动，无法打开项目文件；请安装软件包 libqt6sql6-sqlite。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法读取 %1，请检查文件权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>程序自带的表结构文件 %1 有误，请重新安装本软件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未署名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目文件已关闭，请重新打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹 %1 不存在，无法写入 %2；请先建立文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹 %1 不能写入，无法保存 %2；请换一个文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法把 %1 改名为目标文件，请检查文件夹权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消备份，没有留下文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 是 GeoPackage 数据，但不是体检年度项目；请在“数据采集”中作为图层导入，或打开项目文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 是数据库，但不是体检年度项目；请选择由本软件新建的 .gpkg 文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到项目文件 %1，请检查路径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 是文件夹，不是项目文件；请选择 .gpkg 文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 是空文件，不是体检年度项目；请改用备份或新建项目。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 不是体检年度项目；请选择由本软件新建的 .gpkg 文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 不完整（可能复制或下载中断），无法打开；请重新复制或改用备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 已存在，新建项目不会覆盖它；请换一个文件名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未能新建项目 %1：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>新建 %1 %2 年度项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 以只读方式打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 或所在文件夹不能写入，只能查看；要修改请先另存到可写的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 正由 %2 编辑，本窗口只能查看；对方关闭后请重新打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 所在的文件夹不能写入，只能查看；要修改请先另存到可写的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 由更新版本的软件保存（结构版本 %2，本软件支持到 %3），无法打开；请升级本软件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 由更新版本的软件保存，只能查看；要修改请升级本软件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>升级 %1 之前未能保留副本，文件未作改动：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未能把 %1 升级到本软件的版本：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 缺少结构版本，可能已损坏；请改用备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”未保存：%2 中的这条记录已被改动，请刷新后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备份不能覆盖正在使用的 %1，请换一个文件名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 正由 %2 编辑，不能覆盖；请换一个文件名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 是 %2 年度项目，不能结转到 %3 年；请填写更晚的年份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>由 %1 年度项目结转，新建 %2 %3 年度项目</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消读取项目文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 中有无法识别的内容“%2”，请用更新版本的软件打开，或改用备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库结构损坏（%1），请改用备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有记录引用了不存在的记录，请改用备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件由更新版本的软件保存，只作了部分检查；请用新版本检查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>结构版本无法识别，请改用备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件是旧结构（版本 %1），下次打开时会自动升级并保留副本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表或索引 %1 缺失或被改动，请改用备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多出表或索引 %1，不是本软件所建。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符合 GeoPackage 规范：application_id 不是 GPKG，QGIS 可能拒绝打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符合 GeoPackage 规范：user_version 没有给出规范版本。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表没有在 gpkg_contents 中登记，QGIS 看不到它。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gpkg_contents 登记了不存在的表。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符合 GeoPackage 规范：缺少坐标系 %1。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 有两个以上的采用值，请只保留一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>项目信息缺少 %1，请在项目设置中补充。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消检查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改记录在第 %1 条之后缺号，记录可能被删除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改记录第 %1 条与散列不符，记录可能被改动。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改记录在第 %1 条之后被截断。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件不完整（可能复制或下载中断），请重新复制或改用备份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次没有正常关闭，旁边留有日志文件；打开并关闭一次即可清理，请勿单独删除。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 正在编辑，检查的是此刻的内容。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>市</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>区县</source>
        <translation type="unfinished">Districts</translation>
    </message>
    <message>
        <source>街道乡镇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部门报送</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>统计数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>空间数据计算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>网络大数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>抽样调查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公开出版物</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>估算</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺数据</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不适用</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未统计</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不公开</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无目标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增长到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>降低到</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不低于</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不超过</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保持在区间内</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保持不变</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>监测</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基本情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>取得成效</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>短板及成因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下一步措施</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建议</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>模板“%1”不是 Word 文档(缺少 %2),请用 Word 或 WPS 另存为 .docx 后再选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>模板“%1”的 %2 已损坏,请用 Word 或 WPS 打开并另存后再选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法打开 Word 模板“%1”：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法读取 Word 模板“%1”：%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>模板“%1”是严格格式(Strict)的 Word 文档,请另存为普通的 .docx 后再选</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>图</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word 模板“%1”中没有单独成段的 {{body}},无处写入正文,请在模板的正文位置加上一段 {{body}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消排版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目&#x3000;录</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>插图“%1”没有可读的图片,请重新生成该图后再导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>排版需要图形程序环境,请用带字体支持的方式启动程序</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>封面</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>生成的 PDF 页数不对,请重新导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>整理 PDF 时出错,请重新导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已取消导出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法生成 PDF,请重新启动程序后再试</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 %1 页,共 %2 页</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>项</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各维度达标情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>达标率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>达标或正常推进占比</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>雷达图：各维度可评价指标中达标、正常推进的比例</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各维度指标结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>堆叠条形图：各维度指标结论的数量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>六个方面指标结论</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>堆叠条形图：六个方面指标结论的数量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标结论构成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指标数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>环形图：全部指标的结论构成</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>各维度数据完备情况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有数且一致</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>有数但来源矛盾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缺数</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>堆叠条形图：各维度有数、矛盾、缺数的指标数量</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1维度规划实施率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规划实施率</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>时间进度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条形图：规划实施率与时间进度的比较</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation type="unfinished">%1 (%2)</translation>
    </message>
    <message>
        <source>折线图：%1历年数值</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1年目标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>目标</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1分区比较（%2年）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条形图：各区%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1：本项目的指标体系中没有指标“%2”，请更正名称或代码后重新导入。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextDecoding</name>
    <message>
        <source>文字编码无法识别（试过 UTF-8、UTF-16 和 GB18030）；请另存为 UTF-8 编码后再试。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>计量单位“%1”中的数过大，无法换算；请改用较小的倍数。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计量单位“%1”中的数不能为 0。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计量单位“%1”中的“%2”不认识；请改用常见写法，如 公顷、万亩、平方米/人、件/万人、%。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计量单位“%1”不完整；请在“%2”处补上单位名称，如 万人、公顷。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”不能换算为“%2”：不是同一种量；请核对计量单位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”与“%2”大小相差过于悬殊，无法换算。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XlsxReader</name>
    <message>
        <source>已取消。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作簿“%1”已损坏：其中的“%2”读不出来；请用 Excel 或 WPS 打开修复，另存为 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作簿“%1”的工作表“%2”单元格过多，超出安全限制；请删除多余的空行空列，或拆分后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”实际上是 Excel 二进制工作簿 (.xlsb)；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”不是工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不是普通工作表（如图表、宏表），已略过。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工作簿“%1”过大，内存不足；请拆分后再试。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>YearState</name>
    <message numerus="yes">
        <source>还有 %n 个部门逾期未报送，去催报</source>
        <translation>
            <numerusform>%n department is overdue: send a reminder</numerusform>
            <numerusform>%n departments are overdue: send reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 个部门未报送，导入报回的工作簿</source>
        <translation>
            <numerusform>%n department has not returned anything: import returned workbooks</numerusform>
            <numerusform>%n departments have not returned anything: import returned workbooks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项指标的来源互相矛盾，核对并采用一个</source>
        <translation>
            <numerusform>%n indicator has contradictory sources: check and adopt one</numerusform>
            <numerusform>%n indicators have contradictory sources: check and adopt one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项指标预警或倒退，查看原因</source>
        <translation>
            <numerusform>%n indicator gives an alert or moves backwards: see why</numerusform>
            <numerusform>%n indicators give an alert or move backwards: see why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项指标暂缺，补录或注明原因</source>
        <translation>
            <numerusform>%n indicator is missing: enter it or say why</numerusform>
            <numerusform>%n indicators are missing: enter them or say why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 项指标有值但无法判断，补上目标或基期值</source>
        <translation>
            <numerusform>%n indicator cannot be judged: set a goal or base</numerusform>
            <numerusform>%n indicators cannot be judged: set goals or bases</numerusform>
        </translation>
    </message>
    <message>
        <source>预览并导出指标结论表、总报告和图表</source>
        <translation>Export the conclusion table, report and charts</translation>
    </message>
</context>
<context>
    <name>Zip</name>
    <message>
        <source>“%1”已损坏或不完整（压缩目录读不出来）；请重新获取该文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”已损坏：其中的“%2”无法解压；请重新获取该文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”解压后过大，超出安全限制，未读取；请核实文件来源，或拆分、精简后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到文件“%1”；请核对路径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法读取文件“%1”；请检查权限、磁盘或网络连接后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”中缺少“%2”，文件可能已损坏；请重新获取该文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”中的“%2”设有密码；请去掉密码后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>无法压缩“%1”中的“%2”；请重试。</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>checkup::workspace::AboutDialog</name>
    <message>
        <source>关于城检</source>
        <translation>About CityCheckup</translation>
    </message>
    <message>
        <source>城检 CityCheckup</source>
        <translation>CityCheckup 城检</translation>
    </message>
    <message>
        <source>版本 %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>国土空间规划城市体检评估的年度工作台。离线运行，数据只在您自己的文件里。</source>
        <translation>The desk for a city&apos;s annual check-up of its territorial spatial plan. Works offline; your data stay in your own files.</translation>
    </message>
    <message>
        <source>自由软件，按 GNU 通用公共许可证第 3 版或更新版本（GPL-3.0-or-later）发布，不附带任何担保。</source>
        <translation>Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later), without any warranty.</translation>
    </message>
    <message>
        <source>使用了 Qt（LGPL-3.0；Qt Charts 为 GPL-3.0）、GDAL（MIT）、SQLite（公有领域）、muParser（BSD-2）、libxlsxwriter（BSD-2）、minizip 与 zlib（zlib）、pugixml（MIT）、qpdf（Apache-2.0）、CLI11（BSD-3）。</source>
        <translation>Uses Qt (LGPL-3.0; Qt Charts GPL-3.0), GDAL (MIT), SQLite (public domain), muParser (BSD-2), libxlsxwriter (BSD-2), minizip and zlib (zlib), pugixml (MIT), qpdf (Apache-2.0), CLI11 (BSD-3).</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::HelpWindow</name>
    <message>
        <source>使用指南</source>
        <translation>Guide</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::Inspector</name>
    <message>
        <source>检查器</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>在中间选中一项指标、一个数据或一个部门，这里说明它的含义、算法、来源和修改记录。</source>
        <translation>Select an indicator, a figure or a department in the middle: this pane explains what it means, how it is computed, where it comes from and who changed it.</translation>
    </message>
    <message>
        <source>%1，%2 年</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>几个来源的数字相差超过允许范围，请在下面的来源中核对并采用一个。</source>
        <translation>The sources differ by more than the tolerance. Check them below and adopt one.</translation>
    </message>
    <message>
        <source>含义</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>本定义为整理稿，正式使用前请与标准原文核对。</source>
        <translation>This definition is recalled: check it against the standard before relying on it.</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>本年度不用这项指标：%1</source>
        <translation>Not used this year: %1</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>用于</source>
        <translation>Used by</translation>
    </message>
    <message>
        <source>算法</source>
        <translation>Formula</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>还缺：%1。补齐后自动计算。</source>
        <translation>Still missing: %1. It is computed once they are there.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>部门报送的数是 %1，与计算值对照。</source>
        <translation>The department reported %1, for comparison with the computed value.</translation>
    </message>
    <message numerus="yes">
        <source>来源（%n 个）</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <source>改用此数</source>
        <translation>Adopt this</translation>
    </message>
    <message>
        <source>目标与对标</source>
        <translation>Goal and benchmark</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>%1 年</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>本年计划</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>下限</source>
        <translation>Lower limit</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Upper limit</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>对标</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>历年</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>截止</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>报回</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>尚未报回</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message numerus="yes">
        <source>负责的指标（%n 项）</source>
        <translation>
            <numerusform>Responsible for %n indicator</numerusform>
            <numerusform>Responsible for %n indicators</numerusform>
        </translation>
    </message>
    <message>
        <source>修改记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>为什么采用“%1”的数？理由会写进修改记录和报告附录。</source>
        <translation>Why adopt the figure of &quot;%1&quot;? The reason goes into the history and the report&apos;s appendix.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::JobBar</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1（另有 %n 项任务）</source>
        <translation>
            <numerusform>%1 (and %n more task)</numerusform>
            <numerusform>%1 (and %n more tasks)</numerusform>
        </translation>
    </message>
    <message>
        <source>取消此任务</source>
        <translation>Cancel this task</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::Jobs</name>
    <message>
        <source>后台任务意外中断，数据没有改动。请重试；若再次发生，请报告此问题。</source>
        <translation>A background task broke off unexpectedly; no data were changed. Please try again, and report it if it happens again.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MainWindow</name>
    <message>
        <source>正在处理…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>新建年度…</source>
        <translation>New Year…</translation>
    </message>
    <message>
        <source>打开…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>关闭项目</source>
        <translation>Close Project</translation>
    </message>
    <message>
        <source>另存副本…</source>
        <translation>Save a Copy…</translation>
    </message>
    <message>
        <source>校验项目文件</source>
        <translation>Verify Project File</translation>
    </message>
    <message>
        <source>退出</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>查找指标、数据、命令…</source>
        <translation>Find Indicators, Data, Commands…</translation>
    </message>
    <message>
        <source>检查器</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>收起或展开阶段栏</source>
        <translation>Fold or Unfold the Rail</translation>
    </message>
    <message>
        <source>到下一窗格</source>
        <translation>Next Pane</translation>
    </message>
    <message>
        <source>放大文字</source>
        <translation>Larger Text</translation>
    </message>
    <message>
        <source>缩小文字</source>
        <translation>Smaller Text</translation>
    </message>
    <message>
        <source>标准文字大小</source>
        <translation>Normal Text Size</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>Follow the System</translation>
    </message>
    <message>
        <source>使用指南</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>关于城检</source>
        <translation>About CityCheckup</translation>
    </message>
    <message>
        <source>文件(&amp;F)</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent Files</translation>
    </message>
    <message>
        <source>编辑(&amp;E)</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>视图(&amp;V)</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>操作(&amp;A)</source>
        <translation>&amp;Actions</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>帮助(&amp;H)</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>查找指标、数据、命令（Ctrl+K）</source>
        <translation>Find anything (Ctrl+K)</translation>
    </message>
    <message>
        <source>撤销：%1</source>
        <translation>Undo: %1</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做：%1</source>
        <translation>Redo: %1</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>城检</source>
        <translation>CityCheckup</translation>
    </message>
    <message>
        <source>%1 · %2 年度</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1（演示数据）</source>
        <translation>%1 (demonstration data)</translation>
    </message>
    <message>
        <source>%1 - 城检</source>
        <translation>%1 - CityCheckup</translation>
    </message>
    <message>
        <source>只读：%1</source>
        <translation>Read-only: %1</translation>
    </message>
    <message>
        <source>打开项目</source>
        <translation>Open a Project</translation>
    </message>
    <message>
        <source>城检项目 (*.gpkg)</source>
        <translation>CityCheckup projects (*.gpkg)</translation>
    </message>
    <message>
        <source>示例无法复制到 %1。请检查该文件夹能否写入。</source>
        <translation>The sample could not be copied to %1. Please check that the folder can be written.</translation>
    </message>
    <message>
        <source>另存副本</source>
        <translation>Save a Copy</translation>
    </message>
    <message>
        <source>%1-副本.gpkg</source>
        <translation>%1-copy.gpkg</translation>
    </message>
    <message>
        <source>正在另存副本</source>
        <translation>Saving a copy</translation>
    </message>
    <message>
        <source>副本已写入 %1。</source>
        <translation>The copy was written to %1.</translation>
    </message>
    <message>
        <source>正在校验</source>
        <translation>Verifying</translation>
    </message>
    <message>
        <source>项目文件完好。</source>
        <translation>The project file is sound.</translation>
    </message>
    <message>
        <source>结构版本 %1，修改记录 %2 条，连续无缺。</source>
        <translation>Schema version %1; %2 history entries without a gap.</translation>
    </message>
    <message numerus="yes">
        <source>项目文件有 %n 处问题。</source>
        <translation>
            <numerusform>The project file has %n problem.</numerusform>
            <numerusform>The project file has %n problems.</numerusform>
        </translation>
    </message>
    <message>
        <source>请先另存副本，再按详细说明处理。</source>
        <translation>Save a copy first, then follow the details.</translation>
    </message>
    <message>
        <source>已取消，数据没有改动。</source>
        <translation>Cancelled; nothing was changed.</translation>
    </message>
    <message>
        <source>署名…</source>
        <translation>Sign Edits As…</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Sign edits as</translation>
    </message>
    <message>
        <source>您的姓名，写进每一条修改记录：</source>
        <translation>Your name, written into every history entry:</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MessageBar</name>
    <message>
        <source>关闭此消息</source>
        <translation>Close this message</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::NewYearDialog</name>
    <message>
        <source>创建</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>新建年度</source>
        <translation>New Year</translation>
    </message>
    <message>
        <source>全新的年度</source>
        <translation>A fresh year</translation>
    </message>
    <message>
        <source>接着上一年做</source>
        <translation>Carry on from last year</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>项目文件</source>
        <translation>Project file</translation>
    </message>
    <message>
        <source>正在读取指标体系</source>
        <translation>Reading indicator systems</translation>
    </message>
    <message>
        <source>例如：厦门市</source>
        <translation>For example 厦门市</translation>
    </message>
    <message>
        <source>印在报告封面上，可以以后再填</source>
        <translation>Printed on the report&apos;s cover; may be filled in later</translation>
    </message>
    <message>
        <source>每行一个区县，可带行政区划代码，例如：
350203 思明区
350205 海沧区</source>
        <translation>One district a line, with its code if you like:
350203 思明区
350205 海沧区</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>城市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>现状年</source>
        <translation>Status year</translation>
    </message>
    <message>
        <source>基期年</source>
        <translation>Base year</translation>
    </message>
    <message>
        <source>近期目标年</source>
        <translation>Near-term year</translation>
    </message>
    <message>
        <source>目标年</source>
        <translation>Target year</translation>
    </message>
    <message>
        <source>指标体系</source>
        <translation>Indicator system</translation>
    </message>
    <message>
        <source>选用</source>
        <translation>Selection</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>Districts</translation>
    </message>
    <message>
        <source>编制单位</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>上一年的文件</source>
        <translation>Last year&apos;s file</translation>
    </message>
    <message>
        <source>指标体系、区县、部门、来源、目标、对标值和历年采用值都会带到新的一年；各部门的报送要重新收集。上一年的文件不会改动。</source>
        <translation>Indicator system, districts, departments, sources, goals, benchmarks and the adopted figures of earlier years come along; what departments returned is collected anew. Last year&apos;s file stays as it is.</translation>
    </message>
    <message>
        <source>浏览…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>项目文件放在哪里</source>
        <translation>Where to put the project file</translation>
    </message>
    <message>
        <source>城检项目 (*.gpkg)</source>
        <translation>CityCheckup projects (*.gpkg)</translation>
    </message>
    <message>
        <source>上一年的项目文件</source>
        <translation>Last year&apos;s project file</translation>
    </message>
    <message>
        <source>全部指标</source>
        <translation>All indicators</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>共 %1 项：%2。</source>
        <translation>%1 in all: %2.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>区县“%1”写了两次，请删去一个。</source>
        <translation>District &quot;%1&quot; is there twice; remove one.</translation>
    </message>
    <message>
        <source>请填写城市名称。</source>
        <translation>Enter the name of the city.</translation>
    </message>
    <message>
        <source>基期年不能晚于现状年。</source>
        <translation>The base year cannot be later than the status year.</translation>
    </message>
    <message>
        <source>目标年要晚于基期年。</source>
        <translation>The target year must be later than the base year.</translation>
    </message>
    <message>
        <source>近期目标年要在基期年之后，且不晚于目标年。</source>
        <translation>The near-term year must lie after the base year and not after the target year.</translation>
    </message>
    <message>
        <source>正在读取指标体系…</source>
        <translation>Reading indicator systems…</translation>
    </message>
    <message>
        <source>请选择上一年的项目文件。</source>
        <translation>Choose last year&apos;s project file.</translation>
    </message>
    <message>
        <source>上一年的文件不存在：%1</source>
        <translation>Last year&apos;s file does not exist: %1</translation>
    </message>
    <message>
        <source>请选择项目文件放在哪里。</source>
        <translation>Choose where to put the project file.</translation>
    </message>
    <message>
        <source>这个文件已经存在，请换一个名字。</source>
        <translation>This file exists already; choose another name.</translation>
    </message>
    <message>
        <source>文件夹 %1 不存在。</source>
        <translation>The folder %1 does not exist.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::OverviewPage</name>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next steps</translation>
    </message>
    <message>
        <source>需要处理</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>各类别结论（项）</source>
        <translation>Verdicts by dimension</translation>
    </message>
    <message>
        <source>%1 %2 年度体检</source>
        <translation>%1: check-up %2</translation>
    </message>
    <message>
        <source>基期 %1 年，目标 %2 年；报送截至 %3；%4</source>
        <translation>Base year %1, target year %2; returns as of %3; %4</translation>
    </message>
    <message>
        <source>基期 %1 年，目标 %2 年；%3</source>
        <translation>Base year %1, target year %2; %3</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>有值</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>暂缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>矛盾</source>
        <translation>Contradictory</translation>
    </message>
    <message>
        <source>迟报部门</source>
        <translation>Late returns</translation>
    </message>
    <message>
        <source>没有暂缺、矛盾、滞后或预警的指标。可以去导出成果了。</source>
        <translation>Nothing is missing, contradictory, late or alarming. The results can be exported.</translation>
    </message>
    <message numerus="yes">
        <source>另有 %n 项，到评价诊断中查看</source>
        <translation>
            <numerusform>%n more in Assessment</numerusform>
            <numerusform>%n more in Assessment</numerusform>
        </translation>
    </message>
    <message>
        <source>各类别达标情况</source>
        <translation>Met by dimension</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::Palette</name>
    <message>
        <source>输入指标、代码、部门、命令；中文可用拼音首字母</source>
        <translation>Indicator, code, department or command</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>没有找到。换个词试试，例如指标名称的一部分、代码或部门。</source>
        <translation>Nothing found. Try part of an indicator&apos;s name, its code or a department.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::Rail</name>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>展开阶段栏</source>
        <translation>Unfold the rail</translation>
    </message>
    <message>
        <source>收起阶段栏</source>
        <translation>Fold the rail</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::Session</name>
    <message>
        <source>项目以只读方式打开，没有保存修改。%1</source>
        <translation>The project is open read-only; the edit was not saved. %1</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::StartPage</name>
    <message>
        <source>城检</source>
        <translation>CityCheckup</translation>
    </message>
    <message>
        <source>国土空间规划城市体检评估：一座城市一年的指标、数据、诊断与成果，都在一个文件里。</source>
        <translation>The annual check-up of a city&apos;s territorial spatial plan: a year&apos;s indicators, data, diagnosis and results in one file.</translation>
    </message>
    <message>
        <source>新建年度…</source>
        <translation>New year…</translation>
    </message>
    <message>
        <source>打开项目…</source>
        <translation>Open project…</translation>
    </message>
    <message>
        <source>打开示例</source>
        <translation>Open the sample</translation>
    </message>
    <message>
        <source>最近打开</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>也可以把项目文件（*.gpkg）拖到这里打开。按 Ctrl+K 可查找命令。</source>
        <translation>You can also drop a project file (*.gpkg) here. Ctrl+K finds commands.</translation>
    </message>
    <message>
        <source>还没有打开过项目。新建一个年度，或打开同事交来的项目文件。</source>
        <translation>Nothing was opened yet. Begin a year, or open a project file from a colleague.</translation>
    </message>
    <message>
        <source>%1    %2</source>
        <translation>%1    %2</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>国土空间规划城市体检评估的年度工作台。</source>
        <translation>The desk for a city&apos;s annual check-up of its territorial spatial plan.</translation>
    </message>
    <message>
        <source>要打开的项目文件</source>
        <translation>project file to open</translation>
    </message>
</context>
</TS>
