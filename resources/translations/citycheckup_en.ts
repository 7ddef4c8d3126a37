<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>Assess</name>
    <message>
        <source>目标评判为%1，没有可比的对标值，列为正常。</source>
        <translation>Against the goal: %1; there is no comparable benchmark, so it counts as normal.</translation>
    </message>
    <message>
        <source>目标评判为%1，与对标值之比 %2，优于对标值，列为特色优势。</source>
        <translation>Against the goal: %1; its ratio to the benchmark, %2, is better, so it counts as a strength.</translation>
    </message>
    <message>
        <source>目标评判为%1，与对标值之比 %2，与对标值相当，列为正常。</source>
        <translation>Against the goal: %1; its ratio to the benchmark, %2, is about even, so it counts as normal.</translation>
    </message>
    <message>
        <source>目标评判为%1，但与对标值之比 %2，逊于对标值，列为弱项。</source>
        <translation>Against the goal: %1; but its ratio to the benchmark, %2, is worse, so it counts as a weakness.</translation>
    </message>
    <message>
        <source>目标评判为%1，列为短板。</source>
        <translation>Against the goal: %1, so it counts as a shortfall.</translation>
    </message>
    <message>
        <source>规划实施略有滞后，没有可比的对标值，列为弱项。</source>
        <translation>Implementation is slightly behind and there is no comparable benchmark, so it counts as a weakness.</translation>
    </message>
    <message>
        <source>规划实施略有滞后，与对标值之比 %1，不逊于对标值，列为弱项。</source>
        <translation>Implementation is slightly behind; its ratio to the benchmark, %1, is no worse, so it counts as a weakness.</translation>
    </message>
    <message>
        <source>规划实施略有滞后，且与对标值之比 %1，逊于对标值，列为短板。</source>
        <translation>Implementation is slightly behind and its ratio to the benchmark, %1, is worse, so it counts as a shortfall.</translation>
    </message>
    <message>
        <source>尚未突破约束性目标，但已接近且继续变差，预警，列为弱项。</source>
        <translation>The binding goal is not yet broken, but it is close and getting worse: an alert, counted as a weakness.</translation>
    </message>
    <message>
        <source>约束性目标未守住，预警，列为短板。</source>
        <translation>The binding goal was not kept: an alert, counted as a shortfall.</translation>
    </message>
    <message>
        <source>本年没有数值，不作诊断。</source>
        <translation>There is no figure for this year, so there is no diagnosis.</translation>
    </message>
    <message>
        <source>既无法对照目标评判，也没有可比的对标值，不作诊断。</source>
        <translation>It can neither be judged against a goal nor compared with a benchmark, so there is no diagnosis.</translation>
    </message>
    <message>
        <source>未对照目标评判，与对标值之比 %1，优于对标值，列为特色优势。</source>
        <translation>Not judged against a goal; its ratio to the benchmark, %1, is better, so it counts as a strength.</translation>
    </message>
    <message>
        <source>未对照目标评判，与对标值之比 %1，与对标值相当，列为正常。</source>
        <translation>Not judged against a goal; its ratio to the benchmark, %1, is about even, so it counts as normal.</translation>
    </message>
    <message>
        <source>未对照目标评判，与对标值之比 %1，逊于对标值，列为弱项。</source>
        <translation>Not judged against a goal; its ratio to the benchmark, %1, is worse, so it counts as a weakness.</translation>
    </message>
    <message>
        <source>%1 年“%2”的数据版本与本年不同，不可比，未计入趋势；如用作基期值，请先统一口径。</source>
        <translation>The %1 figure is of edition &quot;%2&quot;, which is not this year&apos;s; it is not comparable and was left out of the trend. If it serves as base value, bring the editions into line first.</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>项目没有市级区域，无法评价；请先在区域表中登记城市。</source>
        <translation>The project has no region at city level and cannot be assessed; enter the city in the table of regions first.</translation>
    </message>
    <message>
        <source>已取消评价，数据没有改动。</source>
        <translation>Assessment cancelled; no data were changed.</translation>
    </message>
    <message>
        <source>特色优势</source>
        <translation>Strength</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>弱项</source>
        <translation>Weakness</translation>
    </message>
    <message>
        <source>短板</source>
        <translation>Shortfall</translation>
    </message>
    <message>
        <source>未诊断</source>
        <translation>Not diagnosed</translation>
    </message>
    <message>
        <source>（上年）</source>
        <translation> (last year)</translation>
    </message>
    <message>
        <source>（基期年）</source>
        <translation> (base year)</translation>
    </message>
    <message>
        <source>最小值</source>
        <translation>minimum</translation>
    </message>
    <message>
        <source>最大值</source>
        <translation>maximum</translation>
    </message>
    <message>
        <source>绝对值</source>
        <translation>absolute value</translation>
    </message>
    <message>
        <source>平方根</source>
        <translation>square root</translation>
    </message>
    <message>
        <source>“%1”存储的不是有效数字，请重新填报。</source>
        <translation>&quot;%1&quot; holds no valid number; please enter it again.</translation>
    </message>
    <message>
        <source>“%1”的单位“%2”不能换算为“%3”，请更正单位。</source>
        <translation>The unit &quot;%2&quot; of &quot;%1&quot; cannot be converted to &quot;%3&quot;; please correct the unit.</translation>
    </message>
    <message>
        <source>指标“%1”的单位“%2”不能识别，无法计算，请更正单位。</source>
        <translation>The unit &quot;%2&quot; of indicator &quot;%1&quot; is not recognised and nothing can be computed; please correct it.</translation>
    </message>
    <message>
        <source>指标“%1”的计算结果超出可表示的范围，请核对其输入。</source>
        <translation>The result of indicator &quot;%1&quot; is beyond what can be represented; please check its inputs.</translation>
    </message>
    <message>
        <source>指标“%1”的公式绕回到自身，无法计算，请更正公式。</source>
        <translation>The formula of indicator &quot;%1&quot; leads back to itself and cannot be computed; please correct it.</translation>
    </message>
    <message>
        <source>向好</source>
        <translation>improving</translation>
    </message>
    <message>
        <source>稳定</source>
        <translation>stable</translation>
    </message>
    <message>
        <source>变差</source>
        <translation>worsening</translation>
    </message>
    <message>
        <source>上升</source>
        <translation>rising</translation>
    </message>
    <message>
        <source>下降</source>
        <translation>falling</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>unclear</translation>
    </message>
    <message>
        <source>本年没有数值，无法判断。</source>
        <translation>There is no figure for this year, so it cannot be judged.</translation>
    </message>
    <message>
        <source>现状值 %1，未设定规划目标，无法判断。</source>
        <translation>Current value %1; no plan target is set, so it cannot be judged.</translation>
    </message>
    <message>
        <source>现状值 %1，属监测指标，不设目标，不作达标评判。</source>
        <translation>Current value %1; a monitored indicator without target, not judged.</translation>
    </message>
    <message>
        <source>现状值 %1，没有目标值，无法判断。</source>
        <translation>Current value %1; there is no target value, so it cannot be judged.</translation>
    </message>
    <message>
        <source>现状值 %1，已达到规划目标 %2，达标（缺基期值，不计算实施率）。</source>
        <translation>Current value %1 has reached the plan target %2: met (no base value, so no implementation rate).</translation>
    </message>
    <message>
        <source>现状值 %1，未达到规划目标 %2，缺基期值，无法计算规划实施率。</source>
        <translation>Current value %1 has not reached the plan target %2; without a base value the implementation rate cannot be computed.</translation>
    </message>
    <message>
        <source>现状年 %1 早于基期年 %2，无法计算规划实施率。</source>
        <translation>The status year %1 lies before the base year %2, so the implementation rate cannot be computed.</translation>
    </message>
    <message>
        <source>数值超出可计算的范围，无法判断，请核对现状值、基期值和目标值。</source>
        <translation>The numbers are beyond what can be computed; please check current, base and target value.</translation>
    </message>
    <message>
        <source>规划实施率 %1，现状值 %2 已超过规划目标 %3，达标。</source>
        <translation>Implementation rate %1; current value %2 is beyond the plan target %3: met.</translation>
    </message>
    <message>
        <source>规划实施率 %1，现状值 %2 已达到规划目标，达标。</source>
        <translation>Implementation rate %1; current value %2 has reached the plan target: met.</translation>
    </message>
    <message>
        <source>规划实施率 %1，现状值 %2 较基期值 %3 不进反退，倒退。</source>
        <translation>Implementation rate %1; current value %2 moved away from the goal since the base value %3: regressed.</translation>
    </message>
    <message>
        <source>规划实施率 %1，基期年或目标年不明，无法与时间进度比较。</source>
        <translation>Implementation rate %1; base or target year unknown, so it cannot be compared with the time elapsed.</translation>
    </message>
    <message>
        <source>规划实施率 %1，不低于时间进度 %2，正常推进。</source>
        <translation>Implementation rate %1, not below the time elapsed, %2: on track.</translation>
    </message>
    <message>
        <source>目标年 %1 已过（时间进度按 %2 计），规划实施率 %3，略有滞后。</source>
        <translation>The target year %1 is past (time elapsed taken as %2); implementation rate %3: slightly behind.</translation>
    </message>
    <message>
        <source>目标年 %1 已过（时间进度按 %2 计），规划实施率 %3，滞后。</source>
        <translation>The target year %1 is past (time elapsed taken as %2); implementation rate %3: behind.</translation>
    </message>
    <message>
        <source>规划实施率 %1，略低于时间进度 %2，为应有进度的 %3，略有滞后。</source>
        <translation>Implementation rate %1, a little below the time elapsed, %2; that is %3 of the progress due: slightly behind.</translation>
    </message>
    <message>
        <source>规划实施率 %1，低于时间进度 %2，为应有进度的 %3，滞后。</source>
        <translation>Implementation rate %1, below the time elapsed, %2; that is %3 of the progress due: behind.</translation>
    </message>
    <message>
        <source>基期值 %1 已优于规划目标，现状值 %2 仍不逊于规划目标 %3，达标。</source>
        <translation>The base value %1 was already better than the plan target, and current value %2 is still no worse than target %3: met.</translation>
    </message>
    <message>
        <source>基期值 %1 已优于规划目标，现状值 %2 反而不及规划目标 %3，倒退。</source>
        <translation>The base value %1 was already better than the plan target, yet current value %2 falls short of target %3: regressed.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>现状值 %1，低于约束性底线 %2，缺口 %3，预警。</source>
        <translation>Current value %1 is below the binding lower limit %2 by %3: alert.</translation>
    </message>
    <message>
        <source>现状值 %1，突破约束性上限 %2，超出 %3，预警。</source>
        <translation>Current value %1 breaks the binding upper limit %2 by %3: alert.</translation>
    </message>
    <message>
        <source>现状值 %1，低于底线 %2，缺口 %3，滞后。</source>
        <translation>Current value %1 is below the lower limit %2 by %3: behind.</translation>
    </message>
    <message>
        <source>现状值 %1，超过上限 %2，超出 %3，滞后。</source>
        <translation>Current value %1 is above the upper limit %2 by %3: behind.</translation>
    </message>
    <message>
        <source>现状值 %1，距约束性底线 %2 仅余 %3，且较上年 %4 减少，预警。</source>
        <translation>Current value %1 is only %3 away from the binding lower limit %2 and fell by %4 since last year: alert.</translation>
    </message>
    <message>
        <source>现状值 %1，距约束性上限 %2 仅余 %3，且较上年 %4 增加，预警。</source>
        <translation>Current value %1 is only %3 away from the binding upper limit %2 and rose by %4 since last year: alert.</translation>
    </message>
    <message>
        <source>现状值 %1，不低于底线 %2，但仅余 %3，且较上年 %4 减少，达标，应予关注。</source>
        <translation>Current value %1 is not below the lower limit %2, but only %3 remain and it fell by %4 since last year: met, to be watched.</translation>
    </message>
    <message>
        <source>现状值 %1，不超过上限 %2，但仅余 %3，且较上年 %4 增加，达标，应予关注。</source>
        <translation>Current value %1 is not above the upper limit %2, but only %3 remain and it rose by %4 since last year: met, to be watched.</translation>
    </message>
    <message>
        <source>现状值 %1，不低于底线 %2，余量 %3，达标。</source>
        <translation>Current value %1 is not below the lower limit %2, margin %3: met.</translation>
    </message>
    <message>
        <source>现状值 %1，不超过上限 %2，已用 %3，余量 %4，达标。</source>
        <translation>Current value %1 is not above the upper limit %2, %3 used, margin %4: met.</translation>
    </message>
    <message>
        <source>现状值 %1，不超过上限 %2，余量 %3，达标。</source>
        <translation>Current value %1 is not above the upper limit %2, margin %3: met.</translation>
    </message>
    <message>
        <source>目标区间的下限 %1 大于上限 %2，无法判断，请更正目标。</source>
        <translation>The target range&apos;s lower limit %1 is above its upper limit %2, so it cannot be judged; please correct the goal.</translation>
    </message>
    <message>
        <source>%1 至 %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1 以上</source>
        <translation>%1 or more</translation>
    </message>
    <message>
        <source>%1 以下</source>
        <translation>%1 or less</translation>
    </message>
    <message>
        <source>现状值 %1，处于目标区间 %2 内，达标。</source>
        <translation>Current value %1 lies within the target range %2: met.</translation>
    </message>
    <message>
        <source>现状值 %1，低于约束性目标区间 %2，相差 %3，预警。</source>
        <translation>Current value %1 is below the binding target range %2 by %3: alert.</translation>
    </message>
    <message>
        <source>现状值 %1，高于约束性目标区间 %2，相差 %3，预警。</source>
        <translation>Current value %1 is above the binding target range %2 by %3: alert.</translation>
    </message>
    <message>
        <source>现状值 %1，低于目标区间 %2，相差 %3，滞后。</source>
        <translation>Current value %1 is below the target range %2 by %3: behind.</translation>
    </message>
    <message>
        <source>现状值 %1，高于目标区间 %2，相差 %3，滞后。</source>
        <translation>Current value %1 is above the target range %2 by %3: behind.</translation>
    </message>
    <message>
        <source>现状值 %1，与应保持的 %2 相差不超过 %3，保持，达标。</source>
        <translation>Current value %1 differs by no more than %3 from %2, which was to be kept: met.</translation>
    </message>
    <message>
        <source>现状值 %1，优于应保持的 %2，达标。</source>
        <translation>Current value %1 is better than %2, which was to be kept: met.</translation>
    </message>
    <message>
        <source>现状值 %1，未能保持约束性目标 %2，相差 %3，预警。</source>
        <translation>Current value %1 did not keep the binding goal %2, difference %3: alert.</translation>
    </message>
    <message>
        <source>现状值 %1，未能保持 %2，相差 %3，倒退。</source>
        <translation>Current value %1 did not keep %2, difference %3: regressed.</translation>
    </message>
    <message>
        <source>达标</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>正常推进</source>
        <translation>On track</translation>
    </message>
    <message>
        <source>滞后</source>
        <translation>Behind</translation>
    </message>
    <message>
        <source>倒退</source>
        <translation>Regressed</translation>
    </message>
    <message>
        <source>预警</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>无法判断</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>监测</source>
        <translation>Monitored</translation>
    </message>
</context>
<context>
    <name>BaseMap</name>
    <message>
        <source>底图太大，内存不够；请缩小窗口。</source>
        <translation>The base map is too large for the memory; make the window smaller.</translation>
    </message>
    <message>
        <source>已取消准备底图。</source>
        <translation>Preparing the base map was cancelled.</translation>
    </message>
    <message>
        <source>Qt Location 的运行部件不全，显示不了底图；请安装 qml6-module-qtlocation、qml6-module-qtpositioning 和 qt6-location-plugins。</source>
        <translation>Parts of Qt Location are missing, so the base map cannot be shown; install qml6-module-qtlocation, qml6-module-qtpositioning and qt6-location-plugins.</translation>
    </message>
    <message>
        <source>此系统的 Qt 没有 Qt Location（需 Qt 6.5 以上，Debian 13 有），所以没有底图。在 Debian 13 上安装 qt6-location-dev 等部件后重新构建，就会有；其他功能不受影响。</source>
        <translation>This system&apos;s Qt has no Qt Location (Qt 6.5 or newer is needed; Debian 13 has it), so there is no base map. It is there once qt6-location-dev and its parts are installed on Debian 13 and the program is built again; nothing else is affected.</translation>
    </message>
    <message>
        <source>%1 里没有按 z/x/y.png 存放的瓦片；请选缩放级别的上一层文件夹。</source>
        <translation>There are no tiles as z/x/y.png in %1; choose the folder above those of the zoom levels.</translation>
    </message>
    <message>
        <source>瓦片没有写入 %1；请检查磁盘空间和权限后重试。</source>
        <translation>A tile was not written to %1; check the disk&apos;s room and the rights, then try again.</translation>
    </message>
    <message>
        <source>不能在 %1 里建立文件夹；请检查权限后重试。</source>
        <translation>No folder could be made in %1; check the rights and try again.</translation>
    </message>
    <message>
        <source>第 %1 级</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>底图瓦片 %1 不在了；请重新选择。</source>
        <translation>The base map&apos;s tiles %1 are gone; choose them again.</translation>
    </message>
    <message>
        <source>%1 的瓦片是 %2 图片，此系统的 Qt 不能读；请换成 png 或 jpg，或安装 qt6-image-formats-plugins。</source>
        <translation>The tiles of %1 are %2 pictures, which this system&apos;s Qt cannot read; use png or jpg, or install qt6-image-formats-plugins.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>基本</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>国审必选</source>
        <translation>Mandatory</translation>
    </message>
    <message>
        <source>推荐</source>
        <translation>Recommended</translation>
    </message>
    <message>
        <source>特色</source>
        <translation>Featured</translation>
    </message>
    <message>
        <source>越高越好</source>
        <translation>Higher is better</translation>
    </message>
    <message>
        <source>越低越好</source>
        <translation>Lower is better</translation>
    </message>
    <message>
        <source>适度区间</source>
        <translation>Within a range</translation>
    </message>
    <message>
        <source>监测</source>
        <translation>Monitored</translation>
    </message>
    <message>
        <source>约束性</source>
        <translation>Binding</translation>
    </message>
    <message>
        <source>预期性</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>部门统计</source>
        <translation>Departments</translation>
    </message>
    <message>
        <source>空间图层</source>
        <translation>Spatial layer</translation>
    </message>
    <message>
        <source>抽样调查</source>
        <translation>Sample survey</translation>
    </message>
    <message>
        <source>大数据</source>
        <translation>Network data</translation>
    </message>
    <message>
        <source>人口格网</source>
        <translation>Population grid</translation>
    </message>
    <message>
        <source>点位</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>计数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>不经空间计算</source>
        <translation>Not spatial</translation>
    </message>
    <message>
        <source>面积汇总</source>
        <translation>Sum of areas</translation>
    </message>
    <message>
        <source>面积占比</source>
        <translation>Share of area</translation>
    </message>
    <message>
        <source>叠加分析</source>
        <translation>Overlay</translation>
    </message>
    <message>
        <source>要素计数</source>
        <translation>Count of features</translation>
    </message>
    <message>
        <source>长度汇总</source>
        <translation>Sum of lengths</translation>
    </message>
    <message>
        <source>线密度</source>
        <translation>Line density</translation>
    </message>
    <message>
        <source>密度</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>人均</source>
        <translation>Per person</translation>
    </message>
    <message>
        <source>服务半径覆盖</source>
        <translation>Service-radius coverage</translation>
    </message>
    <message>
        <source>路网可达覆盖</source>
        <translation>Network coverage</translation>
    </message>
</context>
<context>
    <name>CatalogueChecks</name>
    <message>
        <source>指标 %1：%2</source>
        <translation>Indicator %1: %2</translation>
    </message>
    <message>
        <source>数据项 %1：%2</source>
        <translation>Quantity %1: %2</translation>
    </message>
    <message>
        <source>标识与第 %1 行重复，请改成不同的。</source>
        <translation>The identifier repeats that of row %1; choose another.</translation>
    </message>
    <message>
        <source>标识重复，请改成不同的。</source>
        <translation>The identifier is used twice; choose another.</translation>
    </message>
    <message>
        <source>没有一级类别；请至少列出一个。</source>
        <translation>There is no dimension; list at least one.</translation>
    </message>
    <message>
        <source>有一级类别没有 id；请补上。</source>
        <translation>A dimension has no id; enter one.</translation>
    </message>
    <message>
        <source>一级类别 %1 重复，请改成不同的 id。</source>
        <translation>Dimension %1 is listed twice; choose another id.</translation>
    </message>
    <message>
        <source>一级类别 %1 的二级类别“%2”重复，请删去一个。</source>
        <translation>Category &quot;%2&quot; of dimension %1 is listed twice; remove one.</translation>
    </message>
    <message>
        <source>id 须以小写字母开头，只含字母、数字和单个下划线，且不是函数名。</source>
        <translation>The id must begin with a lower-case letter, hold only letters, digits and single underscores, and must not be the name of a function.</translation>
    </message>
    <message>
        <source>没有名称；请补上。</source>
        <translation>There is no name; enter one.</translation>
    </message>
    <message>
        <source>代码须以字母开头，只含字母、数字和连字符，如 S-11。</source>
        <translation>The code must begin with a letter and hold only letters, digits and hyphens, such as S-11.</translation>
    </message>
    <message>
        <source>一级类别“%1”未在目录头文件中列出；请更正或补列。</source>
        <translation>Dimension &quot;%1&quot; is not listed in the catalogue&apos;s head file; correct it or list it.</translation>
    </message>
    <message>
        <source>二级类别“%1”不属于一级类别“%2”；请更正或补列。</source>
        <translation>Category &quot;%1&quot; does not belong to dimension &quot;%2&quot;; correct it or list it.</translation>
    </message>
    <message>
        <source>小数位数 %1 超出 0 到 %2；请更正。</source>
        <translation>The number of decimals, %1, is outside 0 to %2; please correct it.</translation>
    </message>
    <message>
        <source>评估方面“%1”不是 %2 之一；请更正。</source>
        <translation>Aspect &quot;%1&quot; is none of %2; please correct it.</translation>
    </message>
    <message>
        <source>指标选集“%1”未在目录头文件中列出；请更正或补列。</source>
        <translation>Selection &quot;%1&quot; is not listed in the catalogue&apos;s head file; correct it or list it.</translation>
    </message>
    <message>
        <source>没有公式用到它；不需要时可以删去。</source>
        <translation>No formula uses it; remove it if it is not needed.</translation>
    </message>
    <message>
        <source>公式用到指标 %1，但它不在选集“%2”中；请把它也列入。</source>
        <translation>The formula uses indicator %1, which is not in selection &quot;%2&quot;; list that too.</translation>
    </message>
    <message>
        <source>公式中的“%1”没有在数据项中定义；请在 quantities.csv 中补一行或更正拼写。</source>
        <translation>&quot;%1&quot; in the formula is not defined among the quantities; add a row to quantities.csv or correct the spelling.</translation>
    </message>
    <message>
        <source>公式互相引用成了环：%1；请断开其中一处。</source>
        <translation>The formulas refer to each other in a circle: %1; break it at one point.</translation>
    </message>
    <message>
        <source>指标选集的 id“%1”为空或重复；请改成不同的。</source>
        <translation>The id &quot;%1&quot; of a selection is empty or used twice; choose another.</translation>
    </message>
    <message>
        <source>指标选集“%1”声明%2 %3 项，实有 %4 项；请更正声明或各行的 profiles。</source>
        <translation>Selection &quot;%1&quot; declares %3 of %2, but there are %4; correct the declaration or the rows&apos; profiles.</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>indicators</translation>
    </message>
    <message>
        <source>%1指标</source>
        <translation>%1 indicators</translation>
    </message>
    <message>
        <source>二级类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>第 %1 行 %2 列</source>
        <translation>row %1, column %2</translation>
    </message>
</context>
<context>
    <name>CatalogueFiles</name>
    <message>
        <source>列名重复；请只保留一列。</source>
        <translation>The column&apos;s name is used twice; keep only one column.</translation>
    </message>
    <message>
        <source>没有这一列的约定，内容未读取；请核对列名。</source>
        <translation>No such column is known, so its content was not read; check the column&apos;s name.</translation>
    </message>
    <message>
        <source>缺少这一列；请补上列名。</source>
        <translation>This column is missing; add its name.</translation>
    </message>
    <message>
        <source>只有 %1 格，应有 %2 格；请检查是否少了逗号。</source>
        <translation>Only %1 cells instead of %2; check whether a comma is missing.</translation>
    </message>
    <message>
        <source>有 %1 格，应有 %2 格；含逗号的文字须放在引号内。</source>
        <translation>%1 cells instead of %2; a text that contains commas must stand in quotes.</translation>
    </message>
    <message>
        <source>没有填写；请补上。</source>
        <translation>Nothing was entered; please fill it in.</translation>
    </message>
    <message>
        <source>“%1”不认识；请改用约定的写法。</source>
        <translation>&quot;%1&quot; is not known; use one of the agreed words.</translation>
    </message>
    <message>
        <source>第 %1 行</source>
        <translation>row %1</translation>
    </message>
    <message>
        <source>没有这一项的约定，内容未读取；请核对名称。</source>
        <translation>No such entry is known, so its content was not read; check its name.</translation>
    </message>
    <message>
        <source>应是一段文字；请补上。</source>
        <translation>A text is expected; please enter it.</translation>
    </message>
    <message>
        <source>应是不小于 0 的整数；请更正。</source>
        <translation>A whole number not below 0 is expected; please correct it.</translation>
    </message>
    <message>
        <source>应是一个列表；请补上。</source>
        <translation>A list is expected; please enter it.</translation>
    </message>
    <message>
        <source>应是一组名称和数；请补上。</source>
        <translation>A set of names and numbers is expected; please enter it.</translation>
    </message>
    <message>
        <source>“%1”第 %2 行附近不是合法的 JSON；请检查引号、逗号和括号。</source>
        <translation>&quot;%1&quot; is not valid JSON near line %2; check quotes, commas and brackets.</translation>
    </message>
    <message>
        <source>无法读取指标目录“%1”：%2</source>
        <translation>Indicator catalogue &quot;%1&quot; cannot be read: %2</translation>
    </message>
    <message>
        <source>无法新建文件夹“%1”；请检查上级文件夹是否可写。</source>
        <translation>Folder &quot;%1&quot; cannot be made; check whether the folder above is writable.</translation>
    </message>
    <message>
        <source>没有名为“%1”的内置指标目录；可用的有：%2。</source>
        <translation>There is no built-in indicator catalogue named &quot;%1&quot;; available are: %2.</translation>
    </message>
    <message>
        <source>指标目录“%1”没有选集“%2”；可用的有：%3。</source>
        <translation>Indicator catalogue &quot;%1&quot; has no selection &quot;%2&quot;; available are: %3.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>超出 %1～%2 的条形已截断（//）</source>
        <translation>bars beyond %1 to %2 are cut (//)</translation>
    </message>
    <message>
        <source>单位：%1</source>
        <translation>Unit: %1</translation>
    </message>
    <message>
        <source>暂缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>%1 %2%3（%4%）</source>
        <translation>%1 %2%3 (%4%)</translation>
    </message>
    <message>
        <source>暂无可绘制的数据</source>
        <translation>Nothing to draw</translation>
    </message>
    <message>
        <source>绘制图表需要图形界面环境，请设置 QT_QPA_PLATFORM=offscreen 后重试。</source>
        <translation>Charts need a graphical platform; set QT_QPA_PLATFORM=offscreen and try again.</translation>
    </message>
    <message>
        <source>图表尺寸为空，请给出大于零的宽和高。</source>
        <translation>The chart&apos;s size is empty; give a width and a height above zero.</translation>
    </message>
    <message>
        <source>图表“%1”的图片尺寸过大，请减小尺寸或倍数。</source>
        <translation>The picture of chart &quot;%1&quot; is too large; reduce its size or scale.</translation>
    </message>
    <message>
        <source>图表“%1”不能保存为 PNG 图片，请检查 Qt 图像插件是否完整。</source>
        <translation>Chart &quot;%1&quot; cannot be saved as PNG; check that Qt&apos;s image plug-ins are complete.</translation>
    </message>
</context>
<context>
    <name>Collect</name>
    <message>
        <source>%1：不认识单位“%2”，请改用“%3”后重新导入。</source>
        <translation>%1: unit &quot;%2&quot; is not known; change it to &quot;%3&quot; and import again.</translation>
    </message>
    <message>
        <source>%1：指标体系中的单位“%2”不可识别，请先在指标体系中更正。</source>
        <translation>%1: the indicator system&apos;s own unit &quot;%2&quot; is not recognised; correct it there first.</translation>
    </message>
    <message>
        <source>%1：单位“%2”与要求的“%3”不是同一类量，不能换算，请按“%3”填写后重新导入。</source>
        <translation>%1: unit &quot;%2&quot; is not of the same kind as &quot;%3&quot; and cannot be converted; fill it in in &quot;%3&quot; and import again.</translation>
    </message>
    <message>
        <source>原文“%1”，换算为 %2。</source>
        <translation>&quot;%1&quot;, converted to %2.</translation>
    </message>
    <message>
        <source>%1：公式没有存下计算结果，请用 Excel 或 WPS 打开并保存一次后重新导入。</source>
        <translation>%1: the formula has no stored result; open and save the workbook once in Excel or WPS and import again.</translation>
    </message>
    <message>
        <source>%1：这里应填数，却是逻辑值“%2”，请改为数后重新导入。</source>
        <translation>%1: a number is expected, but here is the logical value &quot;%2&quot;; change it to a number and import again.</translation>
    </message>
    <message>
        <source>%1：这里应填数，却是日期“%2”，请把单元格格式改为“常规”并重填后重新导入。</source>
        <translation>%1: a number is expected, but here is the date &quot;%2&quot;; set the cell&apos;s format to General, fill it in anew and import again.</translation>
    </message>
    <message>
        <source>%1：公式出错“%2”，请改正公式或直接填数后重新导入。</source>
        <translation>%1: the formula ended in the error &quot;%2&quot;; correct it or fill in the number, and import again.</translation>
    </message>
    <message>
        <source>%1：“%2”不是有限的数，请改为数后重新导入。</source>
        <translation>%1: &quot;%2&quot; is not a finite number; change it to a number and import again.</translation>
    </message>
    <message>
        <source>原文“%1”，记为“%2”。</source>
        <translation>&quot;%1&quot;, taken as &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1：“%2”不是一个确定的数，请改为数（或在数据状态中选明情况）后重新导入。</source>
        <translation>%1: &quot;%2&quot; is not one definite number; change it to a number (or choose the state that applies) and import again.</translation>
    </message>
    <message>
        <source>原文“%1”，按 %2 取值，并在口径说明中注明是约数。</source>
        <translation>&quot;%1&quot;, taken as %2, with a note that it is approximate.</translation>
    </message>
    <message>
        <source>原文“%1”，读作 %2。</source>
        <translation>&quot;%1&quot;, read as %2.</translation>
    </message>
    <message>
        <source>隐藏的列标识已被删除，改按表头文字识别各列，请核对预览。</source>
        <translation>The hidden column keys were deleted; columns were recognised by their headings, so please check the preview.</translation>
    </message>
    <message>
        <source>填报表中找不到数值表和文字表，请用下发的原表重新填报后导入。</source>
        <translation>The workbook has neither a sheet of figures nor one of texts; fill in the workbook that was sent out and import it again.</translation>
    </message>
    <message>
        <source>这一列的隐藏标识是%1年，表头却写着%2年，整列没有导入，请恢复原来的列顺序后重新导入。</source>
        <translation>This column&apos;s hidden key says %1 but its heading says %2; the column was not imported. Restore the order of the columns and import again.</translation>
    </message>
    <message>
        <source>“%1”在本表另有一行，这一行没有识别键，未导入。</source>
        <translation>&quot;%1&quot; has another row in this sheet; this row has no key and was not imported.</translation>
    </message>
    <message>
        <source>这一行没有识别键，“%1”也不是要求填报的数据，未导入。</source>
        <translation>This row has no key, and &quot;%1&quot; is not among the data asked for; it was not imported.</translation>
    </message>
    <message>
        <source>有的行没有隐藏的识别键，改按指标名称识别，请核对预览。</source>
        <translation>Some rows have no hidden key; they were recognised by the indicator&apos;s name, so please check the preview.</translation>
    </message>
    <message>
        <source>隐藏的识别键已被删除，改按指标名称识别各行，请核对预览。</source>
        <translation>The hidden keys were deleted; rows were recognised by the indicator&apos;s name, so please check the preview.</translation>
    </message>
    <message>
        <source>本项目的指标体系中没有“%1”，未导入。</source>
        <translation>&quot;%1&quot; is not in this project&apos;s indicator system; it was not imported.</translation>
    </message>
    <message>
        <source>本项目中没有代码为“%1”的地区，未导入。</source>
        <translation>This project has no region with the code &quot;%1&quot;; it was not imported.</translation>
    </message>
    <message>
        <source>%1：这一行的识别键是“%2”，名称却是“%3”，可能是排序时漏了隐藏列，请恢复后重新导入。</source>
        <translation>%1: this row&apos;s key is &quot;%2&quot; but its name is &quot;%3&quot;; perhaps the hidden column was left out when sorting. Restore it and import again.</translation>
    </message>
    <message>
        <source>%1：不认识数据状态“%2”，请从列表中选择有值、暂缺、不适用、未统计或涉密。</source>
        <translation>%1: state &quot;%2&quot; is not known; choose 有值, 暂缺, 不适用, 未统计 or 涉密 from the list.</translation>
    </message>
    <message>
        <source>数据状态选了“有值”，单元格却是空的。</source>
        <translation>The state says 有值 (present), but the cell is empty.</translation>
    </message>
    <message>
        <source>空白。</source>
        <translation>Blank.</translation>
    </message>
    <message>
        <source>%1：填了数，数据状态却选了“%2”，请改正其中之一后重新导入。</source>
        <translation>%1: a number is filled in, yet the state says &quot;%2&quot;; correct one of them and import again.</translation>
    </message>
    <message>
        <source>找不到“内容”一列，文字没有导入，请恢复该列的表头后重新导入。</source>
        <translation>The column 内容 was not found, so the texts were not imported; restore its heading and import again.</translation>
    </message>
    <message>
        <source>隐藏的识别键已被删除，改按评估方面和类别识别各行，请核对预览。</source>
        <translation>The hidden keys were deleted; rows were recognised by aspect and kind of text, so please check the preview.</translation>
    </message>
    <message>
        <source>填报表“%1”由更新版本的程序生成，请升级本程序后导入。</source>
        <translation>Workbook &quot;%1&quot; was made by a newer version of this program; update the program, then import it.</translation>
    </message>
    <message>
        <source>“%1”是%2的填报表，不是%3的，请从导入的文件中移走，或打开%2的项目再导入。</source>
        <translation>&quot;%1&quot; is a workbook of %2, not of %3; take it out of the import, or open the project of %2 and import it there.</translation>
    </message>
    <message>
        <source>“%1”是%2年度的填报表，不是%3年度的，请从导入的文件中移走，或打开%2年度的项目再导入。</source>
        <translation>&quot;%1&quot; is a workbook for %2, not for %3; take it out of the import, or open the project of %2 and import it there.</translation>
    </message>
    <message>
        <source>这份填报表是由另一个项目文件下发的，城市和年度相符，已按指标代码读入，请核对预览。</source>
        <translation>This workbook was sent out from another project file; city and year agree, so it was read by indicator code. Please check the preview.</translation>
    </message>
    <message>
        <source>不能在临时文件夹“%1”中写文件，请检查磁盘空间和权限后重试。</source>
        <translation>No file can be written in the temporary folder &quot;%1&quot;; check the disk&apos;s space and permissions and try again.</translation>
    </message>
    <message>
        <source>填报表“%1”没有写成，请检查磁盘空间后重试。</source>
        <translation>Workbook &quot;%1&quot; was not written; check the disk&apos;s space and try again.</translation>
    </message>
    <message>
        <source>不能建立文件夹“%1”，请换一个有写权限的位置。</source>
        <translation>Folder &quot;%1&quot; cannot be made; choose a place where you may write.</translation>
    </message>
    <message>
        <source>已取消生成填报表。</source>
        <translation>Making the workbooks was cancelled.</translation>
    </message>
    <message>
        <source>已取消导入，项目没有改动。</source>
        <translation>Import cancelled; the project was not changed.</translation>
    </message>
    <message>
        <source>不是表格文件，未读取。</source>
        <translation>Not a table; it was not read.</translation>
    </message>
    <message>
        <source>认不出表头，这个工作表没有导入。</source>
        <translation>The heading was not recognised; this sheet was not imported.</translation>
    </message>
    <message>
        <source>认不出“%1”的表头，请为它指定导入映射（指标、年份、数值各在哪一列）。</source>
        <translation>The heading of &quot;%1&quot; was not recognised; give an import mapping for it (which columns hold indicator, year and value).</translation>
    </message>
    <message>
        <source>“%1”是填报表，但识别城市和年份的隐藏信息已被删除，请把数据填入下发的原表后重新导入。</source>
        <translation>&quot;%1&quot; is a fill-in workbook, but the hidden facts that tell its city and year were deleted; copy the data into the workbook that was sent out and import that.</translation>
    </message>
    <message>
        <source>文件夹“%1”中没有表格文件，请换一个文件夹后重新导入。</source>
        <translation>Folder &quot;%1&quot; contains no tables; choose another folder and import again.</translation>
    </message>
    <message>
        <source>找不到文件“%1”，请检查路径后重新导入。</source>
        <translation>File &quot;%1&quot; was not found; check the path and import again.</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>未变</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>拒绝</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Ignored</translation>
    </message>
    <message>
        <source>“%1”本年度不参评，不导入。</source>
        <translation>&quot;%1&quot; is left out this year; it was not imported.</translation>
    </message>
    <message>
        <source>与本次已读入的 %1 相同。</source>
        <translation>The same as %1, which this import has already read.</translation>
    </message>
    <message>
        <source>%1：与本次已读入的 %2 对同一指标、地区、年份和来源给出了不同的数，请核实后只保留一个再导入。</source>
        <translation>%1: differs from %2 of this import for the same indicator, region, year and source; find out which is right, keep only that and import again.</translation>
    </message>
    <message>
        <source>数值不变，口径说明或版本有改动。</source>
        <translation>The figure is unchanged; its note or edition changed.</translation>
    </message>
    <message>
        <source>%1：本次导入中前面已有一行写了“%2”而内容不同，请只保留一行再导入。</source>
        <translation>%1: an earlier row of this import already says &quot;%2&quot;, with other content; keep only one row and import again.</translation>
    </message>
    <message>
        <source>%1：上级“%2”不在本项目，请先写上级一行或更正名称后重新导入。</source>
        <translation>%1: the region above it, &quot;%2&quot;, is not in this project; put its row first or correct the name, and import again.</translation>
    </message>
    <message>
        <source>%1：“%2”不是本项目的城市，一个项目只有一个城市，请更正名称或级别后重新导入。</source>
        <translation>%1: &quot;%2&quot; is not this project&apos;s city, and a project has only one; correct the name or the level and import again.</translation>
    </message>
    <message>
        <source>本次没有导入：有文件不能读取，请先处理或移走这些文件。</source>
        <translation>Nothing was imported this time: some files cannot be read; deal with them or move them away first.</translation>
    </message>
    <message>
        <source>导入 %1</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>%1 个文件</source>
        <translation>%1 files</translation>
    </message>
    <message>
        <source>%1：本项目中没有地区“%2”，请更正后重新导入。</source>
        <translation>%1: this project has no region &quot;%2&quot;; correct it and import again.</translation>
    </message>
    <message>
        <source>%1：不认识目标类型“%2”，请写增长、下降、下限、上限、区间、保持、监测或无。</source>
        <translation>%1: goal kind &quot;%2&quot; is not known; write 增长 (growing), 下降 (falling), 下限 (lower limit), 上限 (upper limit), 区间 (range), 保持 (hold), 监测 (monitored) or 无 (none).</translation>
    </message>
    <message>
        <source>%1：对标行要有对标对象、对标值和四位年份，请补全后重新导入。</source>
        <translation>%1: a benchmark row needs who is compared with, the value and a four-digit year; complete it and import again.</translation>
    </message>
    <message>
        <source>%1：地区行要有名称，级别写市、区或街道，请更正后重新导入。</source>
        <translation>%1: a region row needs a name and, as level, 市 (city), 区 (district) or 街道 (street); correct it and import again.</translation>
    </message>
    <message>
        <source>%1：“%2”不是日期，请写成 2023-03-01 这样的形式后重新导入。</source>
        <translation>%1: &quot;%2&quot; is not a date; write it like 2023-03-01 and import again.</translation>
    </message>
    <message>
        <source>%1：不认识类别“%2”，请写基本情况、取得成效、短板及成因、下一步措施或建议。</source>
        <translation>%1: kind &quot;%2&quot; is not known; write 基本情况 (situation), 取得成效 (achievements), 短板及成因 (shortfalls and causes), 下一步措施 (measures) or 建议 (suggestions).</translation>
    </message>
    <message>
        <source>导入映射中的“%1”不可识别，请按帮助中的示例改正后重试。</source>
        <translation>&quot;%1&quot; in the import mapping is not recognised; correct it after the example in the help and try again.</translation>
    </message>
    <message>
        <source>“%1”不是本项目的地区，未导入。</source>
        <translation>&quot;%1&quot; is not a region of this project; it was not imported.</translation>
    </message>
    <message>
        <source>%1：“%2”不是四位年份，请改正后重新导入。</source>
        <translation>%1: &quot;%2&quot; is not a four-digit year; correct it and import again.</translation>
    </message>
    <message>
        <source>导入映射不是有效的 JSON（第 %1 个字节附近），请改正后重试。</source>
        <translation>The import mapping is not valid JSON (near byte %1); correct it and try again.</translation>
    </message>
    <message>
        <source>认不出表头，请指明指标、年份和数值各在哪一列。</source>
        <translation>The heading was not recognised; say which columns hold indicator, year and value.</translation>
    </message>
    <message>
        <source>没有年份一列，全部数据按%1年读入，请核对。</source>
        <translation>There is no column for the year; all data were read as %1, please check.</translation>
    </message>
    <message>
        <source>没有地区一列，全部数据按%1读入。</source>
        <translation>There is no column for the region; all data were read as %1, please check.</translation>
    </message>
    <message>
        <source>“%1”中没有映射所说的工作表“%2”，请更正映射后重新导入。</source>
        <translation>&quot;%1&quot; has no sheet &quot;%2&quot; as the mapping says; correct the mapping and import again.</translation>
    </message>
    <message>
        <source>“%1”只有 %2 列，映射却用到第 %3 列，请更正映射后重新导入。</source>
        <translation>&quot;%1&quot; has only %2 columns, but the mapping uses column %3; correct the mapping and import again.</translation>
    </message>
    <message>
        <source>%1 %2 年各来源不一致：%3，相差 %4，超过 %5；请选定采用值并写明理由。</source>
        <translation>%1 %2: the sources disagree (%3) by %4, more than %5; adopt one and give the reason.</translation>
    </message>
    <message>
        <source>约 %1 倍</source>
        <translation>about %1 times</translation>
    </message>
    <message>
        <source>%1，疑似公顷与亩混用</source>
        <translation>%1, as if hectares stood for mu</translation>
    </message>
    <message>
        <source>%1，疑似亩与平方米或公顷与万亩混用</source>
        <translation>%1, as if mu stood for square metres, or hectares for 10 000 mu</translation>
    </message>
    <message>
        <source>%1，疑似漏写或多写“万”</source>
        <translation>%1, as if a 万 (10 000) were missing or too many</translation>
    </message>
    <message>
        <source>%1，疑似小数点或单位有误</source>
        <translation>%1, as if the decimal point or the unit were wrong</translation>
    </message>
    <message>
        <source>%1 %2 年两个来源相差%5：%3，%4；请核对单位后选定采用值。</source>
        <translation>%1 %2: two sources differ by %5: %3, %4; check the units, then adopt one.</translation>
    </message>
    <message>
        <source>%1 %2 年填报 %3，由数据项算得 %4，相差%5；请核对单位。</source>
        <translation>%1 %2: reported %3, computed from its inputs %4, which differ by %5; check the units.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，其他年份在 %4 上下，相差%5；请核对。</source>
        <translation>%1 %2 is %3, while the other years are around %4: %5; please check.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，%4 年为 %5，变化 %6 个百分点；请核对或说明原因。</source>
        <translation>%1 %2 is %3, after %5 in %4: a change of %6 points; check it or explain.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，比 %4 年的 %5 %6 %7，远超此前历年的起伏；请核对或说明原因。</source>
        <translation>%1 %2 is %3; against %5 in %4 it %6 by %7, far beyond the years before; check it or explain.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，比 %4 年的 %5 %6 %7；请核对或说明原因。</source>
        <translation>%1 %2 is %3; against %5 in %4 it %6 by %7; check it or explain.</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>rose</translation>
    </message>
    <message>
        <source>减少</source>
        <translation>fell</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，而%4，合计 %5，相差 %6；请核对分项或口径。</source>
        <translation>%1 %2 is %3, but %4 add up to %5, off by %6; check the parts or their definitions.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，所属 %4 个地区之和为 %5，相差 %6；请核对各地区数据或口径。</source>
        <translation>%1 %2 is %3, but its %4 districts add up to %5, off by %6; check the districts or their definitions.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，而仅 %4 个有数据的地区之和已达 %5，多出 %6；请核对。</source>
        <translation>%1 %2 is %3, but the %4 districts known so far already add up to %5, %6 more; please check.</translation>
    </message>
    <message>
        <source>%1 %2 年%3，不在 %4 与 %5 之间；请核对。</source>
        <translation>%1 %2: %3, not between %4 and %5; please check.</translation>
    </message>
    <message>
        <source>%1 %2 年由%3算得 %4，不在 %5 与 %6 之间；请核对各项输入。</source>
        <translation>%1 %2, computed from %3, is %4, not between %5 and %6; check the inputs.</translation>
    </message>
    <message>
        <source>%1 年%2</source>
        <translation>%2 in %1</translation>
    </message>
    <message>
        <source>%1 %2 年%3，由%4算得 %5，相差 %6；请核对，或采用其一并写明理由。</source>
        <translation>%1 %2: %3, but %5 computed from %4, off by %6; check them, or adopt one and give the reason.</translation>
    </message>
    <message>
        <source>%1 %2 年%3，不可能为负；请核对。</source>
        <translation>%1 %2: %3 cannot be negative; please check.</translation>
    </message>
    <message>
        <source>%1 %2 年%3，应为整数；请核对。</source>
        <translation>%1 %2: %3 should be a whole number; please check.</translation>
    </message>
    <message>
        <source>%1 %2 年%3，不可能超过 %4；请核对。</source>
        <translation>%1 %2: %3 cannot be more than %4; please check.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，大于%4 %5，部分不可能大于整体；请核对。</source>
        <translation>%1 %2 is %3, more than %4, %5; a part cannot be larger than its whole; please check.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，比 %4 年的 %5 少，而累计数不应减少；请核对或说明原因。</source>
        <translation>%1 %2 is %3, less than the %5 of %4, though a cumulative figure should not fall; check it or explain.</translation>
    </message>
    <message>
        <source>%1 年为“%2”</source>
        <translation>%1 are of edition &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1的序列混用了不同版本：%2；请统一为一个版本。</source>
        <translation>The series of %1 mixes editions: %2; bring it to one edition.</translation>
    </message>
    <message>
        <source>%1缺 %2 年，前后年份（%3 年）都有；请补上或说明原因。</source>
        <translation>%1 lacks %2, though %3 are there; add it or explain.</translation>
    </message>
    <message>
        <source>%1 %2 年为 %3，与 %4 年一字不差，可能沿用了上年数；请核对。</source>
        <translation>%1 %2 is %3, to the last digit the figure of %4: perhaps carried over; please check.</translation>
    </message>
    <message>
        <source>%1为%2范围</source>
        <translation>%1 covers %2</translation>
    </message>
    <message>
        <source>%1 %2 年由不同范围的数算得：%3；请统一范围。</source>
        <translation>%1 %2 is computed from figures of different ranges: %3; bring them to one range.</translation>
    </message>
    <message>
        <source>已取消校核。</source>
        <translation>Cross-check cancelled.</translation>
    </message>
    <message>
        <source>处理“%1”需要写明理由。</source>
        <translation>Deciding on &quot;%1&quot; needs a reason.</translation>
    </message>
    <message>
        <source>校核规则文件 %1 中的规则“%2”有误：%3；请改正后再用。</source>
        <translation>Rule &quot;%2&quot; in the rules file %1 is faulty: %3; please correct it.</translation>
    </message>
    <message>
        <source>编号 id 为空或含有冒号</source>
        <translation>its id is empty or contains a colon</translation>
    </message>
    <message>
        <source>没有名为 %1 的字段</source>
        <translation>there is no field named %1</translation>
    </message>
    <message>
        <source>没有名为 %1 的种类（kind）</source>
        <translation>there is no kind named %1</translation>
    </message>
    <message>
        <source>等级（severity）“%1”应为 blocking、warning 或 note</source>
        <translation>the severity &quot;%1&quot; should be blocking, warning or note</translation>
    </message>
    <message>
        <source>缺少说明 text_zh</source>
        <translation>text_zh is missing</translation>
    </message>
    <message>
        <source>年份（years）“%1”应为 all、from_base、past 或 status</source>
        <translation>years &quot;%1&quot; should be all, from_base, past or status</translation>
    </message>
    <message>
        <source>参数 %1 应为数</source>
        <translation>parameter %1 should be a number</translation>
    </message>
    <message>
        <source>参数 %1 应为列表</source>
        <translation>parameter %1 should be a list</translation>
    </message>
    <message>
        <source>校核规则文件 %1 第 %2 行不是有效的 JSON，请改正后再用。</source>
        <translation>Line %2 of the rules file %1 is no valid JSON; please correct it.</translation>
    </message>
    <message>
        <source>编号重复</source>
        <translation>its id is used twice</translation>
    </message>
    <message>
        <source>silences 中的规则 %1 不存在</source>
        <translation>rule %1 in silences does not exist</translation>
    </message>
    <message>
        <source>校核规则文件 %1 中没有规则，请补上。</source>
        <translation>The rules file %1 holds no rules; please add some.</translation>
    </message>
    <message>
        <source>程序自带的校核规则文件 %1 缺失，请重新安装本软件。</source>
        <translation>The program&apos;s own rules file %1 is missing; please install the program again.</translation>
    </message>
    <message>
        <source>校核规则“%1”没有参数“%2”，可设的有：%3。</source>
        <translation>Rule &quot;%1&quot; has no parameter &quot;%2&quot;; it has: %3.</translation>
    </message>
    <message>
        <source>校核规则“%1”的参数“%2”应为一个数。</source>
        <translation>Parameter &quot;%2&quot; of rule &quot;%1&quot; should be a number.</translation>
    </message>
    <message>
        <source>校核规则“%1”的参数“%2”应与原值同为一种 JSON（列表或是否）。</source>
        <translation>Parameter &quot;%2&quot; of rule &quot;%1&quot; should be JSON of the same type as before (a list, or true or false).</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>必须处理</source>
        <translation>Blocking</translation>
    </message>
    <message>
        <source>%1 %2 年的口径说明为%3范围，而它在“%4”等比值中与其他范围的数同用；请统一范围。</source>
        <translation>%1 %2: its note says that it covers %3, while ratios such as %4 use it with figures of other ranges; bring them to one range.</translation>
    </message>
    <message>
        <source>考核规则文件 %1 有误：%2，请改正。</source>
        <translation>The appraisal rule file %1 is faulty: %2; please correct it.</translation>
    </message>
    <message>
        <source>不是 JSON 对象（第 %1 个字节处）</source>
        <translation>it is no JSON object (at byte %1)</translation>
    </message>
    <message>
        <source>缺少 %1</source>
        <translation>%1 is missing</translation>
    </message>
    <message>
        <source>参数“%1”不认识或写了两次</source>
        <translation>parameter &quot;%1&quot; is unknown or given twice</translation>
    </message>
    <message>
        <source>参数“%1”应为不小于 0 的数</source>
        <translation>parameter &quot;%1&quot; should be a number of 0 or more</translation>
    </message>
    <message>
        <source>程序自带的考核规则文件 %1 缺失，请重新安装本软件。</source>
        <translation>The program&apos;s own appraisal rule file %1 is missing; please install the program again.</translation>
    </message>
    <message>
        <source>考核规则没有“%1”这个参数，可设的有：%2。</source>
        <translation>The appraisal rule has no parameter &quot;%1&quot;; there are: %2.</translation>
    </message>
    <message>
        <source>考核规则的参数“%1”应在 0 到 100 之间。</source>
        <translation>Parameter &quot;%1&quot; of the appraisal rule should be between 0 and 100.</translation>
    </message>
    <message>
        <source>考核规则的参数“%1”应为不小于 0 的数。</source>
        <translation>Parameter &quot;%1&quot; of the appraisal rule should be a number of 0 or more.</translation>
    </message>
    <message>
        <source>修改考核规则</source>
        <translation>Change the appraisal rule</translation>
    </message>
    <message>
        <source>优秀</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>良好</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>合格</source>
        <translation>Pass</translation>
    </message>
    <message>
        <source>待改进</source>
        <translation>Needs improvement</translation>
    </message>
    <message>
        <source>计划只有 %1 个阶段，没有第 %2 个。</source>
        <translation>The plan has %1 stages; there is no stage %2.</translation>
    </message>
    <message>
        <source>阶段“%1”需要名称、开始和结束日期，结束不能早于开始。</source>
        <translation>Stage &quot;%1&quot; needs a name, a first and a last day; it cannot end before it begins.</translation>
    </message>
    <message>
        <source>修改阶段 %1</source>
        <translation>Change stage %1</translation>
    </message>
    <message>
        <source>“%1”的内容“%2”读不懂，应写作：%3。</source>
        <translation>&quot;%2&quot; is not understood as %1; write: %3.</translation>
    </message>
    <message>
        <source>任务分解表中没有“%1”，请用指标或数据项的编号。</source>
        <translation>The task breakdown has no &quot;%1&quot;; use the code of an indicator or an input.</translation>
    </message>
    <message>
        <source>退回修改要写明原因，好让对方知道改什么。</source>
        <translation>Returning a task needs a reason, so that the department knows what to correct.</translation>
    </message>
    <message>
        <source>没有一项任务适合这样处理：已报送的才能通过、退回或冻结，已冻结的要先解冻。</source>
        <translation>None of the tasks can be handled so: only what has been submitted is accepted, returned or frozen, and what is frozen has to be opened first.</translation>
    </message>
    <message>
        <source>修改 %1 项任务</source>
        <translation>Change %1 tasks</translation>
    </message>
    <message>
        <source>没有由“%1”牵头的任务。</source>
        <translation>No task is led by &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>标记已下发</source>
        <translation>Mark as sent</translation>
    </message>
    <message>
        <source>取消已下发</source>
        <translation>Mark as not sent</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead department</translation>
    </message>
    <message>
        <source>配合部门</source>
        <translation>Supporting departments</translation>
    </message>
    <message>
        <source>数据来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>采集方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>任务分工</source>
        <translation>Division of work</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>时间节点</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>是否采集</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>写在表格以外，不是要求填报的列，未导入。</source>
        <translation>It stands beside the table, in no column that was asked for; not imported.</translation>
    </message>
    <message>
        <source>“%1”不是要求填报的列，未导入。</source>
        <translation>“%1” is no column that was asked for; not imported.</translation>
    </message>
    <message>
        <source>按记住的版式“%1”读入。</source>
        <translation>Read by the remembered layout &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>记住的版式“%1”不适合这张表，改按表头判断，请核对。</source>
        <translation>The remembered layout &quot;%1&quot; does not fit this table; it is read by its header instead. Please check.</translation>
    </message>
    <message>
        <source>“%1”是下发的填报表，不需要指定对应关系，请直接导入。</source>
        <translation>&quot;%1&quot; is a workbook handed out for filling in and needs no mapping; import it as it is.</translation>
    </message>
    <message>
        <source>%1 列有空白，按与上一行相同读入（像是合并过的单元格），请核对。</source>
        <translation>Column %1 has blanks, read as the row above (they look like merged cells). Please check.</translation>
    </message>
    <message>
        <source>%1 列有空白，空白处按%2读入，请核对。</source>
        <translation>Column %1 has blanks, read as %2. Please check.</translation>
    </message>
    <message>
        <source>标题写明是%1年，没有写年份的数据按%1年读入。</source>
        <translation>The title says %1; figures without a year are read as of %1.</translation>
    </message>
    <message>
        <source>表中没有指标一列，按标题“%1”当作“%2”读入，请核对。</source>
        <translation>No column names the indicator; by the title &quot;%1&quot; the table is read as &quot;%2&quot;. Please check.</translation>
    </message>
    <message>
        <source>上级表头“%1”没有用来判断指标，请核对。</source>
        <translation>The upper headings &quot;%1&quot; were not used to tell the indicators. Please check.</translation>
    </message>
    <message>
        <source>%1 列的表头没有看懂，未读入：%2%3</source>
        <translation>The headers of %1 columns were not understood and not read: %2%3</translation>
    </message>
    <message>
        <source>有的数据没有写单位，按指标体系的单位读入，请核对。</source>
        <translation>Some figures have no unit and are read in the catalogue&apos;s unit. Please check.</translation>
    </message>
    <message>
        <source>标题写的是“%1”，不是%2，请核对后再导入。</source>
        <translation>The title says &quot;%1&quot;, not %2. Please check before importing.</translation>
    </message>
    <message>
        <source>标题里没有年份，记住的版式按%1年读入，请核对年份。</source>
        <translation>The title has no year, but the remembered layout read %1. Please check the year.</translation>
    </message>
    <message>
        <source>%1 列在这一版中没有了，请核对对应关系。</source>
        <translation>Column %1 is gone from this edition. Please check the mapping.</translation>
    </message>
    <message>
        <source>%1 列的表头里没有年份，记住的版式按%2年读入，请核对年份。</source>
        <translation>The header of column %1 has no year, but the remembered layout read %2. Please check the year.</translation>
    </message>
    <message>
        <source>按这一版的表头读入的年份：%1。</source>
        <translation>Years read from this edition&apos;s header: %1.</translation>
    </message>
    <message>
        <source>表下的说明（%1 行）没有当作数据：%2</source>
        <translation>Notes below the table (%1 lines) were not taken for data: %2</translation>
    </message>
    <message>
        <source>“%1”是小计或平均，不是一个地区，未导入。</source>
        <translation>&quot;%1&quot; is a subtotal or a mean, not a region; not imported.</translation>
    </message>
    <message>
        <source>“%1”一行不是一个地区，全市另有一行，未导入。</source>
        <translation>The row &quot;%1&quot; is not a region, and the city has a row of its own; not imported.</translation>
    </message>
    <message>
        <source>“%1”一行的范围不能确定是全市，未导入；如是，请把它改为城市名。</source>
        <translation>It is not certain that the row &quot;%1&quot; is the whole city; not imported. If it is, write the city&apos;s name there.</translation>
    </message>
    <message>
        <source>这一行没有写指标，未导入。</source>
        <translation>This row names no indicator; not imported.</translation>
    </message>
    <message>
        <source>行和列写的地区不同（“%1”“%2”），未导入。</source>
        <translation>Row and column name different regions (&quot;%1&quot;, &quot;%2&quot;); not imported.</translation>
    </message>
    <message>
        <source>%1：这个数合并了几个单元格，不能确定属于哪一个，请拆开后重新导入。</source>
        <translation>%1: this figure is merged over several cells and belongs to none for certain; split the cells and import again.</translation>
    </message>
    <message>
        <source>原文“%1”，“%2”是注记，不是数。</source>
        <translation>Stood as &quot;%1&quot;; &quot;%2&quot; is a footnote&apos;s mark, not a digit.</translation>
    </message>
    <message>
        <source>无法读取文件“%1”；请检查权限后重试。</source>
        <translation>Cannot read &quot;%1&quot;; check its permissions and try again.</translation>
    </message>
    <message>
        <source>无法写入“%1”；请检查文件夹权限和磁盘空间后重试。</source>
        <translation>Cannot write &quot;%1&quot;; check the folder&apos;s permissions and the disk space and try again.</translation>
    </message>
    <message>
        <source>已取消，没有留下文件。</source>
        <translation>Cancelled; no file was left behind.</translation>
    </message>
    <message>
        <source>把“%1”复制到“%2”时中断；请检查磁盘空间后重试。</source>
        <translation>Copying &quot;%1&quot; to &quot;%2&quot; broke off; check the disk space and try again.</translation>
    </message>
    <message>
        <source>正在复制 %1</source>
        <translation>Copying %1</translation>
    </message>
    <message>
        <source>找不到材料“%1”；请核对路径。</source>
        <translation>The document &quot;%1&quot; was not found; check the path.</translation>
    </message>
    <message>
        <source>“%1”是文件夹；请选择其中的文件。</source>
        <translation>&quot;%1&quot; is a folder; please choose a file in it.</translation>
    </message>
    <message>
        <source>“%1”就是本项目文件，不能作自己的佐证材料。</source>
        <translation>&quot;%1&quot; is this project itself and cannot be its own evidence.</translation>
    </message>
    <message>
        <source>“%1”是空文件，不能作佐证材料；请重新获取。</source>
        <translation>&quot;%1&quot; is empty and cannot be evidence; get it again.</translation>
    </message>
    <message>
        <source>“%1”超过 %2 MB，不能存入项目；请改为引用。</source>
        <translation>&quot;%1&quot; is over %2 MB and cannot be kept inside the project; reference it instead.</translation>
    </message>
    <message>
        <source>正在读取 %1</source>
        <translation>Reading %1</translation>
    </message>
    <message>
        <source>已取消，没有附加材料。</source>
        <translation>Cancelled; nothing was attached.</translation>
    </message>
    <message>
        <source>不能在 %1 中建立文件夹“%2”；请检查权限，或改为直接引用原处的文件。</source>
        <translation>Cannot make the folder &quot;%2&quot; in %1; check the permissions, or reference the file where it is.</translation>
    </message>
    <message>
        <source>附加材料 %1</source>
        <translation>Attach document %1</translation>
    </message>
    <message>
        <source>重新指定材料 %1</source>
        <translation>Point to document %1 anew</translation>
    </message>
    <message>
        <source>隐藏的识别键已被删除，改按各行的名称识别，请核对预览。</source>
        <translation>The hidden keys were deleted; rows are told by their names instead. Please check the preview.</translation>
    </message>
    <message>
        <source>找不到“任务名称”一列，重点任务没有导入，请恢复该列的表头后重新导入。</source>
        <translation>There is no column &quot;任务名称&quot;, so the key tasks were not imported; restore its header and import again.</translation>
    </message>
    <message>
        <source>%1：这一行是重点任务“%2”，名称却写着“%3”。请恢复原来的名称，新任务填在空行，再重新导入。</source>
        <translation>%1: this row is the key task &quot;%2&quot;, but its name says &quot;%3&quot;. Restore the name, put new tasks into blank rows, and import again.</translation>
    </message>
    <message>
        <source>%1：这一行没有写任务名称，请补上后重新导入。</source>
        <translation>%1: this row has no name of a task; add it and import again.</translation>
    </message>
    <message>
        <source>找不到“填写内容”一列，联络表没有导入，请恢复该列的表头后重新导入。</source>
        <translation>There is no column &quot;填写内容&quot;, so the contacts were not imported; restore its header and import again.</translation>
    </message>
    <message>
        <source>这是%1第 %2 次报送的原件，之后已收到第 %3 次报送，不再采用；要恢复其中的数，请让该单位重新报送。</source>
        <translation>This is return no. %2 of %1; no. %3 has come since, so it is not taken. To have its figures again, ask the department to send them anew.</translation>
    </message>
    <message>
        <source>本次导入中有%1填报日期更晚的一份（%2），以那一份为准。</source>
        <translation>This import holds a later workbook of %1 (%2), which goes before this one.</translation>
    </message>
    <message>
        <source>%1：“%2”的任务已冻结，不再改动；确需更正的，请先解除冻结再导入。</source>
        <translation>%1: the task of &quot;%2&quot; is frozen and no longer changed; if it must be corrected, unfreeze it first, then import.</translation>
    </message>
    <message>
        <source>%1：“%2”一列不认识“%3”，请从列表中选择：%4。</source>
        <translation>%1: column &quot;%2&quot; does not know &quot;%3&quot;; choose from the list: %4.</translation>
    </message>
    <message>
        <source>%1：单元格是错误值 %2，请改正公式或直接填写后重新导入。</source>
        <translation>%1: the cell holds the error %2; correct the formula or type the content, then import again.</translation>
    </message>
    <message>
        <source>%1：完成率应当是 0 至 100 的数，这里是“%2”，请改正后重新导入。</source>
        <translation>%1: the rate of completion should be a number from 0 to 100, but is &quot;%2&quot;; correct it and import again.</translation>
    </message>
    <message>
        <source>填报表中什么也没有填，不算一次报送。</source>
        <translation>Nothing is filled in; this does not count as a return.</translation>
    </message>
    <message>
        <source>填报日期是%1，早于已收到的第 %2 次报送（%3），请核对是不是旧稿。</source>
        <translation>It is dated %1, before return no. %2 (%3), which is on file; check that it is not an old draft.</translation>
    </message>
    <message>
        <source>%1：不认识图层“%2”，请使用下发表中的图层代码后重新导入。</source>
        <translation>%1: there is no layer &quot;%2&quot;; use the layer codes of the workbook that was sent out, then import again.</translation>
    </message>
    <message>
        <source>空白，保留原有内容。</source>
        <translation>Blank; what is there stays.</translation>
    </message>
    <message>
        <source>%1（拒收）</source>
        <translation>%1 (refused)</translation>
    </message>
    <message>
        <source>总体</source>
        <translation>Overall</translation>
    </message>
    <message>
        <source>新填</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>计划至少要有一个阶段；请改它的名称和日期。</source>
        <translation>A plan has at least one stage; change its name and dates instead.</translation>
    </message>
    <message>
        <source>删除阶段 %1</source>
        <translation>Remove stage %1</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>用法</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>选项</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>子命令</source>
        <translation>Subcommands</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>必填</source>
        <translation>required</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>整数</source>
        <translation>INT</translation>
    </message>
    <message>
        <source>显示这份说明</source>
        <translation>show this help</translation>
    </message>
    <message>
        <source>命令的写法不对：%1。加 --help 可看说明。
</source>
        <translation>Wrong usage: %1. Add --help for help.
</translation>
    </message>
    <message>
        <source>城检：国土空间规划城市体检评估</source>
        <translation>CityCheckup: a city&apos;s annual check-up of its territorial spatial plan</translation>
    </message>
    <message>
        <source>显示版本号</source>
        <translation>show the version</translation>
    </message>
    <message>
        <source>在标准输出给出一份 JSON</source>
        <translation>give one JSON document on standard output</translation>
    </message>
    <message>
        <source>不输出文字和进度</source>
        <translation>no text and no progress</translation>
    </message>
    <message>
        <source>语言：zh 或 en，也可用环境变量 CHECKUP_LANG</source>
        <translation>language: zh or en; the environment variable CHECKUP_LANG works too</translation>
    </message>
    <message>
        <source>程序出错，已停止；项目文件保持原样。</source>
        <translation>The program failed and stopped; the project file is as it was.</translation>
    </message>
    <message>
        <source>全市 %1 项：%2</source>
        <translation>City, %1 indicators: %2</translation>
    </message>
    <message>
        <source>逐项评价：实施率、时间进度、结论</source>
        <translation>judge each indicator: implementation rate, time elapsed, verdict</translation>
    </message>
    <message>
        <source>项目文件</source>
        <translation>project file</translation>
    </message>
    <message>
        <source>文字输出也列出各区</source>
        <translation>list districts in the text too</translation>
    </message>
    <message>
        <source>%1 项</source>
        <translation>%1 indicators</translation>
    </message>
    <message>
        <source>释义待核</source>
        <translation>definition to be checked</translation>
    </message>
    <message>
        <source>已导出 %1 项指标到 %2。</source>
        <translation>%1 indicators were exported to %2.</translation>
    </message>
    <message>
        <source>导入指标体系 %1</source>
        <translation>Import indicator system %1</translation>
    </message>
    <message>
        <source>已改动 %1 行。</source>
        <translation>%1 rows changed.</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>new</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>两套指标体系相同。</source>
        <translation>The two indicator systems are the same.</translation>
    </message>
    <message>
        <source>指标体系：列出、查看、导出、导入、比较</source>
        <translation>indicator systems: list, show, export, import, compare</translation>
    </message>
    <message>
        <source>随程序提供的指标体系</source>
        <translation>indicator systems that come with the program</translation>
    </message>
    <message>
        <source>指标体系的编号、文件夹，或项目文件</source>
        <translation>id or folder of an indicator system, or a project file</translation>
    </message>
    <message>
        <source>指标一览</source>
        <translation>show the indicators</translation>
    </message>
    <message>
        <source>只看某个方案，如 xiamen-122</source>
        <translation>only one selection, such as xiamen-122</translation>
    </message>
    <message>
        <source>导出为可用电子表格编辑的文件夹</source>
        <translation>export as a folder that a spreadsheet program can edit</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>folder</translation>
    </message>
    <message>
        <source>把编辑过的指标体系并入项目</source>
        <translation>take an edited indicator system into the project</translation>
    </message>
    <message>
        <source>指标体系文件夹</source>
        <translation>folder of the indicator system</translation>
    </message>
    <message>
        <source>比较两套指标体系</source>
        <translation>compare two indicator systems</translation>
    </message>
    <message>
        <source>--taken-at 应写作 2023-03-02T09:15:00Z 这样的时间。</source>
        <translation>--taken-at must look like 2023-03-02T09:15:00Z.</translation>
    </message>
    <message>
        <source>对应关系文件 %1：%2</source>
        <translation>Mapping file %1: %2</translation>
    </message>
    <message>
        <source>没有导入：先处理上面的错误。</source>
        <translation>Nothing was imported: deal with the errors above first.</translation>
    </message>
    <message>
        <source>预览：新增 %1，改动 %2，未变 %3，忽略 %4，拒收 %5（其中换算 %6）。</source>
        <translation>Preview: %1 new, %2 changed, %3 unchanged, %4 ignored, %5 refused (%6 of them converted).</translation>
    </message>
    <message>
        <source>已导入：新增 %1，改动 %2，未变 %3，忽略 %4，拒收 %5（其中换算 %6）。</source>
        <translation>Imported: %1 new, %2 changed, %3 unchanged, %4 ignored, %5 refused (%6 of them converted).</translation>
    </message>
    <message>
        <source>导入填报表、统计表、目标值、对标值等；要么全部导入，要么一个不动</source>
        <translation>import workbooks, statistics, goals, benchmarks: all of it or nothing</translation>
    </message>
    <message>
        <source>文件或文件夹</source>
        <translation>files or folders</translation>
    </message>
    <message>
        <source>表格各列含义的 JSON 文件；不给则按表头判断</source>
        <translation>JSON file that tells the meaning of a table&apos;s columns; without it they are found by their headings</translation>
    </message>
    <message>
        <source>经手人，记入佐证</source>
        <translation>who handled it, kept with the evidence</translation>
    </message>
    <message>
        <source>收到的时间（UTC），默认现在</source>
        <translation>when it was received (UTC), by default now</translation>
    </message>
    <message>
        <source>只预览，不写入</source>
        <translation>only preview, write nothing</translation>
    </message>
    <message>
        <source>逐个单元格列出去向</source>
        <translation>list what becomes of each cell</translation>
    </message>
    <message>
        <source>指标体系“%1”有错误，不能使用：%2</source>
        <translation>Indicator system &quot;%1&quot; has errors and cannot be used: %2</translation>
    </message>
    <message>
        <source>已由上年项目建立 %1。</source>
        <translation>%1 was made from last year&apos;s project.</translation>
    </message>
    <message>
        <source>新建项目需要 --city 和 --year（或用 --from 由上年项目结转）。</source>
        <translation>A new project needs --city and --year (or --from to carry on from last year&apos;s).</translation>
    </message>
    <message>
        <source>--cut-off 应写作 2023-06-30 这样的日期。</source>
        <translation>--cut-off must be a date like 2023-06-30.</translation>
    </message>
    <message>
        <source>已建立 %1：%2 %3 年，%4 项指标。</source>
        <translation>Made %1: %2 %3, %4 indicators.</translation>
    </message>
    <message>
        <source>项目中没有“%1”这个区域。</source>
        <translation>The project has no region &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>项目的指标体系中没有“%1”。</source>
        <translation>The project&apos;s indicator system has no &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 %2 年度（基期 %3，目标年 %4）</source>
        <translation>%1 %2 (base year %3, target year %4)</translation>
    </message>
    <message>
        <source>指标体系：%1，%2 项</source>
        <translation>Indicator system: %1, %2 indicators</translation>
    </message>
    <message>
        <source>有值 %1 项，暂缺 %2 项，来源矛盾 %3 项</source>
        <translation>Present %1, missing %2, contradictory %3</translation>
    </message>
    <message>
        <source>逾期未报：%1</source>
        <translation>Late: %1</translation>
    </message>
    <message>
        <source>数值 %1 条，区域 %2 个，项目格式第 %3 版</source>
        <translation>%1 figures, %2 regions, project format %3</translation>
    </message>
    <message>
        <source>%1：完好。</source>
        <translation>%1: sound.</translation>
    </message>
    <message>
        <source>%1：有问题，见上。</source>
        <translation>%1: has problems, see above.</translation>
    </message>
    <message>
        <source>新建年度项目文件</source>
        <translation>make a year&apos;s project file</translation>
    </message>
    <message>
        <source>项目文件，如 厦门市-2022.gpkg</source>
        <translation>project file, such as 厦门市-2022.gpkg</translation>
    </message>
    <message>
        <source>城市名</source>
        <translation>name of the city</translation>
    </message>
    <message>
        <source>现状年</source>
        <translation>status year</translation>
    </message>
    <message>
        <source>指标体系的编号或文件夹</source>
        <translation>id or folder of the indicator system</translation>
    </message>
    <message>
        <source>指标体系的方案，如 xiamen-122</source>
        <translation>selection of the indicator system, such as xiamen-122</translation>
    </message>
    <message>
        <source>基期年</source>
        <translation>base year</translation>
    </message>
    <message>
        <source>近期目标年</source>
        <translation>near-term year</translation>
    </message>
    <message>
        <source>目标年</source>
        <translation>target year</translation>
    </message>
    <message>
        <source>由上年项目结转</source>
        <translation>carry on from last year&apos;s project</translation>
    </message>
    <message>
        <source>编制单位，印在封面</source>
        <translation>compiling organisation, printed on the cover</translation>
    </message>
    <message>
        <source>判断逾期的日期，如 2023-06-30</source>
        <translation>date after which a return is late, such as 2023-06-30</translation>
    </message>
    <message>
        <source>演示数据，封面注明</source>
        <translation>demonstration data, marked on the cover</translation>
    </message>
    <message>
        <source>项目概况，或一个数的来历</source>
        <translation>a summary of the project, or where a number comes from</translation>
    </message>
    <message>
        <source>指标或数据项的编号：说明其值从哪个文件、工作表、单元格来</source>
        <translation>id of an indicator or quantity: tells file, sheet and cell of its figure</translation>
    </message>
    <message>
        <source>与 --trace 同用：区域，默认全市</source>
        <translation>with --trace: the region, by default the city</translation>
    </message>
    <message>
        <source>检查项目文件或成果文件夹是否完好</source>
        <translation>check that a project file or a package is sound</translation>
    </message>
    <message>
        <source>项目文件或成果文件夹</source>
        <translation>project file or a package&apos;s folder</translation>
    </message>
    <message>
        <source>本单位的 Word 模板（.docx）</source>
        <translation>the office&apos;s own Word template (.docx)</translation>
    </message>
    <message>
        <source>选项…</source>
        <translation>OPTIONS</translation>
    </message>
    <message>
        <source>动词</source>
        <translation>VERB</translation>
    </message>
    <message>
        <source>没有要改的：项目里已经是这样。</source>
        <translation>Nothing to change: the project is like this already.</translation>
    </message>
    <message>
        <source>已完成：%1。</source>
        <translation>Done: %1.</translation>
    </message>
    <message>
        <source>%1 在 %2 年没有任何来源的数。</source>
        <translation>No source has a figure of %1 for %2.</translation>
    </message>
    <message>
        <source>%1 在 %2 年没有来源“%3”的数；有的来源：%4。</source>
        <translation>Source &quot;%3&quot; has no figure of %1 for %2; those that have: %4.</translation>
    </message>
    <message>
        <source>在互有出入的来源中核定采用值</source>
        <translation>adopt one of the sources that differ</translation>
    </message>
    <message>
        <source>指标或数据项的编号</source>
        <translation>id of an indicator or quantity</translation>
    </message>
    <message>
        <source>采用哪个来源的数，如 statistics</source>
        <translation>the source whose figure to adopt, such as statistics</translation>
    </message>
    <message>
        <source>理由，记入修改记录</source>
        <translation>the reason, written into the history</translation>
    </message>
    <message>
        <source>年份，默认现状年</source>
        <translation>the year, by default the status year</translation>
    </message>
    <message>
        <source>区域，默认全市</source>
        <translation>the region, by default the city</translation>
    </message>
    <message>
        <source>本年度不评价某项指标</source>
        <translation>leave an indicator out this year</translation>
    </message>
    <message>
        <source>恢复评价某项指标</source>
        <translation>take an indicator back in</translation>
    </message>
    <message>
        <source>指标的编号</source>
        <translation>code of the indicator</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>没有名为“%1”的校核规则；checkup check FILE --rules 列出全部。</source>
        <translation>There is no rule named &quot;%1&quot;; checkup check FILE --rules lists them.</translation>
    </message>
    <message>
        <source>等级“%1”应为 blocking、warning 或 note。</source>
        <translation>The severity &quot;%1&quot; should be blocking, warning or note.</translation>
    </message>
    <message>
        <source>“%1”不是处理状态；可用 explained（已说明）、corrected（已更正）、accepted（接受风险）、open（撤回）。</source>
        <translation>&quot;%1&quot; is no state of a finding; there are explained, corrected, accepted (risk), and open (take back).</translation>
    </message>
    <message>
        <source>没有编号为“%1”的校核问题；checkup check FILE --all 列出全部编号。</source>
        <translation>There is no finding with the key &quot;%1&quot;; checkup check FILE --all lists the keys.</translation>
    </message>
    <message>
        <source>数据已变，原处理作废：%1（%2）</source>
        <translation>The data have changed, the decision no longer holds: %1 (%2)</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>待处理 %1 项，其中必须处理 %2 项；已处理 %3 项。</source>
        <translation>%1 findings to settle, %2 of them blocking; %3 settled.</translation>
    </message>
    <message>
        <source>校核：矛盾、数量级、突变、合计、占比、版本等</source>
        <translation>Cross-checks: contradictions, magnitudes, jumps, sums, shares, editions and more</translation>
    </message>
    <message>
        <source>也列出已处理的和已消失的</source>
        <translation>List settled and vanished findings too</translation>
    </message>
    <message>
        <source>处理一项：编号 explained|corrected|accepted|open</source>
        <translation>Decide on a finding: its key, explained|corrected|accepted|open</translation>
    </message>
    <message>
        <source>理由，随 --decide 或规则设置留档</source>
        <translation>The reason, kept with --decide or a rule&apos;s setting</translation>
    </message>
    <message>
        <source>处理人，默认当前用户</source>
        <translation>Who decides; by default the current user</translation>
    </message>
    <message>
        <source>列出校核规则及其参数</source>
        <translation>List the rules and their parameters</translation>
    </message>
    <message>
        <source>在本项目停用规则</source>
        <translation>Switch a rule off in this project</translation>
    </message>
    <message>
        <source>在本项目重新启用规则</source>
        <translation>Switch a rule on again in this project</translation>
    </message>
    <message>
        <source>在本项目改规则参数或等级，如 jump.change=0.3、stale.severity=warning</source>
        <translation>Change a rule&apos;s parameter or severity in this project: jump.change=0.3, stale.severity=warning</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>椭球面积（平方米）</source>
        <translation>Ellipsoidal area (m²)</translation>
    </message>
    <message>
        <source>平面面积（平方米）</source>
        <translation>Plane area (m²)</translation>
    </message>
    <message>
        <source>平面－椭球</source>
        <translation>Plane − ellipsoidal</translation>
    </message>
    <message>
        <source>相差</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>（未填）</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>第 %1 号要素的图形有误（%2），已修复后计算，平面面积由 %3 变为 %4 平方米。</source>
        <translation>Feature %1 has a faulty shape (%2); it was repaired first, its plane area went from %3 to %4 m².</translation>
    </message>
    <message>
        <source>%1 个要素没有面积：无图形 %2 个，空图形 %3 个，点或线 %4 个。</source>
        <translation>%1 features have no area: %2 without a shape, %3 with an empty one, %4 points or lines.</translation>
    </message>
    <message>
        <source>椭球：CGCS2000；平面：%1。</source>
        <translation>Ellipsoid: CGCS2000; plane: %1.</translation>
    </message>
    <message>
        <source>直接量算空间数据文件，不需要项目</source>
        <translation>Measure spatial data files directly, without a project</translation>
    </message>
    <message>
        <source>面状图层的椭球面积与平面面积</source>
        <translation>Ellipsoidal and plane areas of a polygon layer</translation>
    </message>
    <message>
        <source>空间数据文件</source>
        <translation>Spatial data file</translation>
    </message>
    <message>
        <source>图层名；只有一个图层时可不填</source>
        <translation>Layer name; not needed when there is only one</translation>
    </message>
    <message>
        <source>按这个字段分组</source>
        <translation>Group by this field</translation>
    </message>
    <message>
        <source>坐标系的 EPSG 代码；图层没有标明或标错时填写</source>
        <translation>EPSG code of the layer&apos;s reference system, when it states none or a wrong one</translation>
    </message>
    <message>
        <source>工作表 %1：%2；版式 %3</source>
        <translation>Sheet %1: %2; layout %3</translation>
    </message>
    <message>
        <source>设定表，不需要对应关系</source>
        <translation>a table of settings, needs no mapping</translation>
    </message>
    <message>
        <source>认不出表头</source>
        <translation>header not recognised</translation>
    </message>
    <message>
        <source>按表头判断</source>
        <translation>by its header</translation>
    </message>
    <message>
        <source>按记住的版式“%1”</source>
        <translation>by the remembered layout &quot;%1&quot;</translation>
    </message>
    <message>
        <source>记住表格的版式和对应关系，下次同样的表照此读入</source>
        <translation>Remember the table&apos;s layout and mapping; the next table like it is read the same way</translation>
    </message>
    <message>
        <source>显示一张表会怎样读入：版式指纹、记住的或按表头判断的对应关系</source>
        <translation>Show how a table would be read: its layout&apos;s fingerprint, the remembered or guessed mapping</translation>
    </message>
    <message>
        <source>表格文件</source>
        <translation>Table file</translation>
    </message>
    <message>
        <source>把对应关系写成 JSON，改好后用 import --map 读入</source>
        <translation>Write the mapping as JSON, to be edited and used with import --map</translation>
    </message>
    <message>
        <source>%1 个数，采用 %2 个</source>
        <translation>%1 figures, %2 adopted</translation>
    </message>
    <message>
        <source>已按此次序改采用 %1 个数。</source>
        <translation>%1 figures now follow this order.</translation>
    </message>
    <message>
        <source>有 %1 个数未经人工核定，采用的不是此次序中最前的来源；加 --readopt 按次序改采用。</source>
        <translation>%1 figures that nobody decided on do not follow this order; add --readopt to let them follow.</translation>
    </message>
    <message>
        <source>另有 %1 个数经人工核定采用了别的来源，保持不变。</source>
        <translation>Another %1 figures were decided by a person for another source and stay as they are.</translation>
    </message>
    <message>
        <source>来源的默认次序：列出，或改变次序</source>
        <translation>the default order of the sources: list or change it</translation>
    </message>
    <message>
        <source>新的次序，来源之间用逗号分开，如 statistics,department；未写的排在后面</source>
        <translation>the new order, separated by commas, such as statistics,department; those not named follow behind</translation>
    </message>
    <message>
        <source>未经人工核定的数，按此次序改采用最前的来源</source>
        <translation>let figures that nobody decided on follow this order</translation>
    </message>
    <message>
        <source>项目中没有来源“%1”；有的来源：%2。</source>
        <translation>The project has no source &quot;%1&quot;; it has: %2.</translation>
    </message>
    <message>
        <source>没有要改的：项目里已经有这份材料。</source>
        <translation>Nothing to change: the project has this document already.</translation>
    </message>
    <message>
        <source>这份材料已在项目里，补记了它所支持的数值。</source>
        <translation>The document was in the project already; the figure it supports has been noted.</translation>
    </message>
    <message>
        <source>已存入项目：%1（编号 %2）。</source>
        <translation>Kept inside the project: %1 (no. %2).</translation>
    </message>
    <message>
        <source>已引用：%1（编号 %2）；请与项目文件一并移动。</source>
        <translation>Referenced: %1 (no. %2); move it together with the project file.</translation>
    </message>
    <message>
        <source>材料在项目文件夹之外，移动项目后会找不到；可用 --copy 复制到项目旁再引用。</source>
        <translation>The document lies outside the project&apos;s folder and will be missed when the project moves; --copy copies it beside the project first.</translation>
    </message>
    <message>
        <source>没有编号为 %1 的材料；checkup documents FILE 列出全部。</source>
        <translation>There is no document no. %1; checkup documents FILE lists them all.</translation>
    </message>
    <message>
        <source>已另存 %1。</source>
        <translation>Saved %1.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>存放</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>支持的数值</source>
        <translation>Figures supported</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>项目内</source>
        <translation>Inside</translation>
    </message>
    <message>
        <source>还没有佐证材料；用 checkup attach FILE 材料 --for 编号 附加。</source>
        <translation>There are no documents yet; attach one by checkup attach FILE DOCUMENT --for CODE.</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>记录编号</source>
        <translation>Audit row</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>还没有节点；用 checkup snapshot FILE 名称 记下此刻。</source>
        <translation>There are no snapshots yet; name this moment by checkup snapshot FILE NAME.</translation>
    </message>
    <message>
        <source>请给节点起个名字，或用 --list 列出已有的。</source>
        <translation>Give the snapshot a name, or list those there are by --list.</translation>
    </message>
    <message>
        <source>已有名为“%1”的节点，请换一个名字。</source>
        <translation>There is a snapshot named &quot;%1&quot; already; choose another name.</translation>
    </message>
    <message>
        <source>已记下节点“%1”：第 %2 条修改记录之后。</source>
        <translation>Snapshot &quot;%1&quot; set: after audit row %2.</translation>
    </message>
    <message>
        <source>“%1”与“%2”：%3 处不同。</source>
        <translation>&quot;%1&quot; and &quot;%2&quot;: %3 differences.</translation>
    </message>
    <message>
        <source>“%1”不是日期，应写作 2023-03-01。</source>
        <translation>&quot;%1&quot; is no date; write it like 2023-03-01.</translation>
    </message>
    <message>
        <source>没有符合条件的修改记录。</source>
        <translation>No audit rows match.</translation>
    </message>
    <message>
        <source>给一个数值附上佐证材料</source>
        <translation>Attach a document to a figure</translation>
    </message>
    <message>
        <source>材料：pdf、扫描件、表格等</source>
        <translation>The document: a pdf, a scan, a spreadsheet…</translation>
    </message>
    <message>
        <source>材料支持的指标或数据项的编号</source>
        <translation>Code of the indicator or quantity it supports</translation>
    </message>
    <message>
        <source>只支持这个来源的数，如 statistics</source>
        <translation>It supports this source&apos;s figure only, e.g. statistics</translation>
    </message>
    <message>
        <source>在材料的何处，如 第 3 页、Sheet1!C12</source>
        <translation>Where in the document, e.g. page 3, Sheet1!C12</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>不存入项目，按相对路径引用原处的文件</source>
        <translation>Do not keep it inside; reference it by its relative path</translation>
    </message>
    <message>
        <source>复制到项目旁的“佐证材料”文件夹，再引用</source>
        <translation>Copy it into the folder 佐证材料 beside the project and reference it there</translation>
    </message>
    <message>
        <source>列出佐证材料及其是否完好，或另存一份</source>
        <translation>List the documents and whether each is whole, or save one</translation>
    </message>
    <message>
        <source>另存这个编号的材料</source>
        <translation>Save the document of this number</translation>
    </message>
    <message>
        <source>另存为，默认用材料原名</source>
        <translation>Where to; by default its own name</translation>
    </message>
    <message>
        <source>给此刻的数据起名作为节点，供以后比较</source>
        <translation>Name the present state, to compare with later</translation>
    </message>
    <message>
        <source>节点的名字，如 初报</source>
        <translation>The snapshot&apos;s name, e.g. first return</translation>
    </message>
    <message>
        <source>列出已有的节点</source>
        <translation>List the snapshots there are</translation>
    </message>
    <message>
        <source>两个节点之间改了什么</source>
        <translation>What changed between two states</translation>
    </message>
    <message>
        <source>节点名、修改记录编号，或 now（现在）</source>
        <translation>A snapshot&apos;s name, the number of an audit row, or now</translation>
    </message>
    <message>
        <source>同上，默认 now</source>
        <translation>Likewise; now by default</translation>
    </message>
    <message>
        <source>另存为 .xlsx 或 .csv</source>
        <translation>Save it as .xlsx or .csv</translation>
    </message>
    <message>
        <source>修改记录：何人何时改了什么</source>
        <translation>The audit: who changed what when</translation>
    </message>
    <message>
        <source>只看此人所改</source>
        <translation>Only this person&apos;s changes</translation>
    </message>
    <message>
        <source>起始日期，如 2023-03-01</source>
        <translation>First day, e.g. 2023-03-01</translation>
    </message>
    <message>
        <source>截止日期，含当日</source>
        <translation>Last day, included</translation>
    </message>
    <message>
        <source>只看这个指标或数据项</source>
        <translation>Only this indicator or quantity</translation>
    </message>
    <message>
        <source>只看说明或内容中有这些字的</source>
        <translation>Only rows with these words in label or content</translation>
    </message>
    <message>
        <source>只看这类记录，如 values、goals</source>
        <translation>Only this kind of rows, e.g. values, goals</translation>
    </message>
    <message>
        <source>最多列出几条，从最新起</source>
        <translation>How many at most, newest first</translation>
    </message>
    <message>
        <source>佐证材料：%1</source>
        <translation>Document: %1</translation>
    </message>
    <message>
        <source>（找不到）</source>
        <translation> (missing)</translation>
    </message>
    <message>
        <source>（已被改动）</source>
        <translation> (changed)</translation>
    </message>
    <message>
        <source>图形有误、修复后计算的要素：A 中 %1 个，B 中 %2 个。</source>
        <translation>Features with a faulty shape, repaired before computing: %1 in A, %2 in B.</translation>
    </message>
    <message>
        <source>A 落在 B 内的面积，按两边的类别分列</source>
        <translation>Area of A inside B, by classes of both</translation>
    </message>
    <message>
        <source>图斑等要素多的图层</source>
        <translation>Layer of the many, such as parcels</translation>
    </message>
    <message>
        <source>控制线、行政区等要素少的图层</source>
        <translation>Layer of the few, such as control lines or districts</translation>
    </message>
    <message>
        <source>两个图层名，用逗号隔开：图斑,控制线</source>
        <translation>Names of the two layers, separated by a comma: parcels,lines</translation>
    </message>
    <message>
        <source>两边的分类字段，用逗号隔开：DLBM,类型</source>
        <translation>Fields to group by on both sides, separated by a comma: DLBM,kind</translation>
    </message>
    <message>
        <source>用几个线程；默认用全部处理器</source>
        <translation>How many threads; all processors by default</translation>
    </message>
    <message>
        <source>沿路距离（米）</source>
        <translation>Along the road (m)</translation>
    </message>
    <message>
        <source>覆盖</source>
        <translation>Covered</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>直线距离内</source>
        <translation>As the crow flies</translation>
    </message>
    <message>
        <source>对象 %1 个：附近没有道路 %2 个，路网不通 %3 个；设施 %4 个，其中附近没有道路 %5 个。</source>
        <translation>%1 targets: %2 without a road nearby, %3 not connected; %4 facilities, %5 of them without a road nearby.</translation>
    </message>
    <message>
        <source>道路图层</source>
        <translation>Road layer</translation>
    </message>
    <message>
        <source>设施图层：点，或面（从边界进入）</source>
        <translation>Facility layer: points, or polygons (entered at their outline)</translation>
    </message>
    <message>
        <source>对象图层：点，或面（取中心）</source>
        <translation>Target layer: points, or polygons (by their middle)</translation>
    </message>
    <message>
        <source>沿路距离，米，可用逗号隔开几个</source>
        <translation>Metres along the road; several separated by commas</translation>
    </message>
    <message>
        <source>三个图层名，用逗号隔开：道路,设施,对象</source>
        <translation>Names of the three layers, separated by commas: roads,facilities,targets</translation>
    </message>
    <message>
        <source>对象的权重字段，如人口</source>
        <translation>Weight field of the targets, such as population</translation>
    </message>
    <message>
        <source>同时给出直线距离的结果</source>
        <translation>Also give the result as the crow flies</translation>
    </message>
    <message>
        <source>%1第 %2 次报送，与第 %3 次相比有 %4 处不同。</source>
        <translation>Return no. %2 of %1, which differs from no. %3 in %4 places.</translation>
    </message>
    <message>
        <source>%1没有第 %2 次报送，不加选项可列出收到的各次。</source>
        <translation>%1 has no return no. %2; without options the returns are listed.</translation>
    </message>
    <message>
        <source>未报送</source>
        <translation>Owing</translation>
    </message>
    <message>
        <source>逾期 %1 天</source>
        <translation>%1 days late</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>填 %1 / %2</source>
        <translation>filled %1 / %2</translation>
    </message>
    <message>
        <source>拒收 %1</source>
        <translation>refused %1</translation>
    </message>
    <message>
        <source>两次报送没有差别。</source>
        <translation>The two returns do not differ.</translation>
    </message>
    <message>
        <source>已另存为 %1。</source>
        <translation>Saved as %1.</translation>
    </message>
    <message>
        <source>没有向“%1”要数，请写任务分解表中的部门名称。</source>
        <translation>Nothing is asked of &quot;%1&quot;; write a department as in the task breakdown.</translation>
    </message>
    <message>
        <source>--diff 和 --save 要用 --department 指明部门。</source>
        <translation>--diff and --save need --department.</translation>
    </message>
    <message>
        <source>--save 要用 -o 指明存到哪个文件。</source>
        <translation>--save needs -o, the file to write.</translation>
    </message>
    <message>
        <source>各部门报送了什么、迟了几天、各次之间有什么差别</source>
        <translation>What departments returned, how late, and what changed between returns</translation>
    </message>
    <message>
        <source>只看这个部门</source>
        <translation>Only this department</translation>
    </message>
    <message>
        <source>比较这两次报送</source>
        <translation>Compare these two returns</translation>
    </message>
    <message>
        <source>取出第几次报送的原件</source>
        <translation>Take out the workbook of this return</translation>
    </message>
    <message>
        <source>原件存到这个文件</source>
        <translation>File to write it to</translation>
    </message>
    <message>
        <source>“%1”应写作 名称=值，如 deadline=2023-04-30。</source>
        <translation>Write &quot;%1&quot; as NAME=VALUE, such as deadline=2023-04-30.</translation>
    </message>
    <message>
        <source>日期“%1”应写作 2023-04-30 这样的年-月-日。</source>
        <translation>Write the date &quot;%1&quot; as year-month-day, such as 2023-04-30.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead department</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>有数/应有</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>不采集</source>
        <translation>Not asked</translation>
    </message>
    <message>
        <source>已为 %1 个部门生成填报表，连同任务分解表，在 %2：</source>
        <translation>Workbooks for %1 departments and the task table are in %2:</translation>
    </message>
    <message>
        <source>任务没有“%1”这一项，可设的有：%2。</source>
        <translation>A task has no &quot;%1&quot;; what can be set: %2.</translation>
    </message>
    <message>
        <source>请给出 -o 文件夹、--list、--set 或 --sent 中的一项。</source>
        <translation>Give one of -o FOLDER, --list, --set or --sent.</translation>
    </message>
    <message>
        <source>截至 %1 没有逾期的部门，不需要催办单。</source>
        <translation>Nobody is late on %1; no letters are needed.</translation>
    </message>
    <message>
        <source>截至 %1 有 %2 个部门逾期，催办单在 %3：</source>
        <translation>On %1, %2 departments are late; the letters are in %3:</translation>
    </message>
    <message>
        <source>“%1”应为一个数，现在是“%2”。</source>
        <translation>&quot;%1&quot; should be a number; it is &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>答复/任务</source>
        <translation>Answered/tasks</translation>
    </message>
    <message>
        <source>逾期天数</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>按时性</source>
        <translation>Timeliness</translation>
    </message>
    <message>
        <source>完整性</source>
        <translation>Completeness</translation>
    </message>
    <message>
        <source>规范性</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>考核表已写入 %1。</source>
        <translation>The appraisal is written to %1.</translation>
    </message>
    <message>
        <source>阶段没有“%1”这一项，可设的有：%2。</source>
        <translation>A stage has no &quot;%1&quot;; what can be set: %2.</translation>
    </message>
    <message>
        <source>项目还没有自己的计划，以下是建议的五个阶段：</source>
        <translation>The project has no plan of its own yet; these five stages are proposed:</translation>
    </message>
    <message>
        <source>按哪一天判断逾期，默认项目的截止日，没有则为今天</source>
        <translation>The day on which lateness is judged; by default the project&apos;s cut-off, else today</translation>
    </message>
    <message>
        <source>任务分解：填报表、任务分解表、任务状态</source>
        <translation>Task breakdown: workbooks, task table, states</translation>
    </message>
    <message>
        <source>每个部门一份填报表，连同任务分解表，写到文件夹</source>
        <translation>Write a workbook for each department, and the task table, into this folder</translation>
    </message>
    <message>
        <source>列出任务及其状态</source>
        <translation>List the tasks with their states</translation>
    </message>
    <message>
        <source>改一项任务，或一个部门的全部任务：编号 lead=… supporting=… source=… method=… division=… years=2019-2022 deadline=… note=… asked=yes|no state=returned|accepted|frozen|open</source>
        <translation>Change a task, or all tasks of a department: its code, lead=… supporting=… source=… method=… division=… years=2019-2022 deadline=… note=… asked=yes|no state=returned|accepted|frozen|open</translation>
    </message>
    <message>
        <source>标记已下发给某部门，不写部门则为全部</source>
        <translation>Mark as sent to these departments, or to all when none is named</translation>
    </message>
    <message>
        <source>理由，退回时必填</source>
        <translation>The reason; needed for returning</translation>
    </message>
    <message>
        <source>为逾期的部门各写一份催办单</source>
        <translation>Write a reminder letter to each department that is late</translation>
    </message>
    <message>
        <source>落款处的联系人和电话</source>
        <translation>Whom to ask: name and telephone</translation>
    </message>
    <message>
        <source>考核各单位的报送：按时、完整、规范</source>
        <translation>Appraise the units: timeliness, completeness, corrections</translation>
    </message>
    <message>
        <source>考核表（xlsx）</source>
        <translation>The appraisal table (xlsx)</translation>
    </message>
    <message>
        <source>在本项目改考核规则的分值，如 points_per_day_late=1</source>
        <translation>Change numbers of the rule for this project, such as points_per_day_late=1</translation>
    </message>
    <message>
        <source>年度计划的各阶段及起止日期</source>
        <translation>The stages of the year&apos;s plan with their dates</translation>
    </message>
    <message>
        <source>改一个阶段：序号 name=… from=2023-04-01 to=… note=…；序号比已有的大 1 即增加</source>
        <translation>Change a stage: number name=… from=2023-04-01 to=… note=…; one number more than there are adds a stage</translation>
    </message>
    <message>
        <source>删除这个序号的阶段</source>
        <translation>Remove the stage with this number</translation>
    </message>
    <message>
        <source>请用 --metres 给出沿路米数，或用 --minutes 给出分钟数，二者选一。</source>
        <translation>Give metres along roads with --metres or minutes with --minutes, one of the two.</translation>
    </message>
    <message>
        <source>车速写成“等级=千米每小时”，如 主干路=40,支路=20；“%1”不是。</source>
        <translation>Speeds are written CLASS=KMH, such as primary=40,residential=20; “%1” is not.</translation>
    </message>
    <message>
        <source>按道路等级设置时，请用 --class-field 指出道路等级字段。</source>
        <translation>For settings by road class, name the field with --class-field.</translation>
    </message>
    <message>
        <source>道路 %1 条，其中不能通行 %2 条。</source>
        <translation>%1 roads, of which %2 may not be used.</translation>
    </message>
    <message>
        <source>距离在平面 %1 上量取。</source>
        <translation>Distances are taken in the plane %1.</translation>
    </message>
    <message>
        <source>距离已由平面 %1 归算到 CGCS2000 椭球。</source>
        <translation>Distances are reduced from the plane %1 to the ellipsoid of CGCS2000.</translation>
    </message>
    <message>
        <source>沿路时间（分钟）</source>
        <translation>Minutes along roads</translation>
    </message>
    <message>
        <source>服务范围（平方米）</source>
        <translation>Service area (m²)</translation>
    </message>
    <message>
        <source>沿道路若干米或若干分钟内能到设施的对象</source>
        <translation>who reaches a facility along roads within so many metres or minutes</translation>
    </message>
    <message>
        <source>沿路时间，分钟，可用逗号隔开几个</source>
        <translation>minutes along roads, several separated by commas</translation>
    </message>
    <message>
        <source>驾车；不填为步行</source>
        <translation>drive instead of walking</translation>
    </message>
    <message>
        <source>没有另行规定的道路的速度，千米每小时；步行默认 4，驾车默认 30</source>
        <translation>speed of roads without one of their own, kilometres per hour; 4 on foot, 30 driving</translation>
    </message>
    <message>
        <source>道路等级字段</source>
        <translation>field of the road class</translation>
    </message>
    <message>
        <source>各等级道路的速度，如 主干路=40,支路=20；* 代表任意文字</source>
        <translation>speeds of road classes, such as primary=40,residential=20; * stands for any text</translation>
    </message>
    <message>
        <source>道路自身速度的字段</source>
        <translation>field of a road&apos;s own speed</translation>
    </message>
    <message>
        <source>另有哪些等级的道路不能通行，用逗号隔开；* 代表任意文字</source>
        <translation>further road classes that may not be used, separated by commas; * stands for any text</translation>
    </message>
    <message>
        <source>单行字段（是/否、yes/-1/no、1/0）；步行不受限制</source>
        <translation>one-way field (是/否, yes/-1/no, 1/0); those on foot ignore it</translation>
    </message>
    <message>
        <source>从设施出发（如消防车）；不填为前往设施</source>
        <translation>from the facility (fire engines) instead of towards it</translation>
    </message>
    <message>
        <source>道路不能穿过的线或面图层（如河流、铁路）：文件，或 文件|图层</source>
        <translation>lines or polygons that roads do not lead across (rivers, railways): FILE or FILE|LAYER</translation>
    </message>
    <message>
        <source>到最近道路的最大距离，米</source>
        <translation>greatest distance to the nearest road, metres</translation>
    </message>
    <message>
        <source>到道路的这一段计入距离或时间</source>
        <translation>that leg counts</translation>
    </message>
    <message>
        <source>用平面距离，不归算到椭球</source>
        <translation>distances of the plane, not of the ellipsoid</translation>
    </message>
    <message>
        <source>把服务范围另存为图层，如 服务范围.gpkg</source>
        <translation>save the service areas as a layer, such as areas.gpkg</translation>
    </message>
    <message>
        <source>服务范围取道路两侧多少米</source>
        <translation>metres beside reached roads that a service area takes in</translation>
    </message>
    <message>
        <source>把附近没有道路的对象和设施另存为 .csv</source>
        <translation>save targets and facilities without a road nearby as .csv</translation>
    </message>
    <message>
        <source>由数据库的 PostGIS 计算：两点之间的边取大地线，不取图层坐标里的直线；100 米长的边相差不到 0.01 平方米。</source>
        <translation>Computed by the database&apos;s PostGIS: edges are geodesics, not straight in the layer&apos;s coordinates; for an edge of 100 m this makes less than 0.01 m².</translation>
    </message>
    <message>
        <source>移动搜索只用一个距离或时间，如 --metres 1000。</source>
        <translation>A catchment takes one distance or time, such as --metres 1000.</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Range</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>其中服务不到</source>
        <translation>Without</translation>
    </message>
    <message>
        <source>可得供给</source>
        <translation>Supply</translation>
    </message>
    <message>
        <source>每千人</source>
        <translation>Per 1,000</translation>
    </message>
    <message>
        <source>设施 %1 处，能力合计 %2，其中无人可达 %3。</source>
        <translation>%1 facilities with a capacity of %2, of which nobody reaches %3.</translation>
    </message>
    <message>
        <source>两步移动搜索：各处人均可得的学位、床位等</source>
        <translation>two-step floating catchment: seats, beds and the like per head, place by place</translation>
    </message>
    <message>
        <source>设施的能力字段，如学位、床位</source>
        <translation>field of the facilities&apos; capacity, such as seats or beds</translation>
    </message>
    <message>
        <source>按对象的这个字段汇总，如行政区</source>
        <translation>sum up by this field of the targets, such as the district</translation>
    </message>
    <message>
        <source>越远权重越小（高斯衰减）</source>
        <translation>the further the less it weighs (Gaussian decay)</translation>
    </message>
    <message>
        <source>把各对象的结果另存为图层或表</source>
        <translation>save every target&apos;s result as a layer or table</translation>
    </message>
    <message>
        <source>去掉碎片 %1 个，共 %2 平方米。</source>
        <translation>%1 slivers left out, %2 m² in all.</translation>
    </message>
    <message>
        <source>图形有误、修复后计算的要素有 %1 个。</source>
        <translation>%1 features had faulty shapes and were computed after repair.</translation>
    </message>
    <message>
        <source>没有面积、未计算的要素有 %1 个。</source>
        <translation>%1 features have no area and were not computed.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>控制线</source>
        <translation>Control line</translation>
    </message>
    <message>
        <source>行政区</source>
        <translation>District</translation>
    </message>
    <message>
        <source>面积（公顷）</source>
        <translation>Area (ha)</translation>
    </message>
    <message>
        <source>图斑数</source>
        <translation>Parcels</translation>
    </message>
    <message>
        <source>图斑总面积 %1 公顷，闭合差 %2 平方米。</source>
        <translation>Parcels %1 ha in all; residual %2 m².</translation>
    </message>
    <message>
        <source>前一年</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>后一年</source>
        <translation>After</translation>
    </message>
    <message>
        <source>前一年 %1 公顷，后一年 %2 公顷；变化 %3 公顷；闭合差 %4 平方米。</source>
        <translation>Before %1 ha, after %2 ha; changed %3 ha; residual %4 m².</translation>
    </message>
    <message>
        <source>图斑</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>地类</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>线内（平方米）</source>
        <translation>Inside (m²)</translation>
    </message>
    <message>
        <source>占图斑</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>地类面积（平方米）</source>
        <translation>Registered (m²)</translation>
    </message>
    <message>
        <source>只列出前 %1 条，共 %2 条；全部见 -o 写出的表格。</source>
        <translation>The first %1 of %2 are shown; -o writes them all.</translation>
    </message>
    <message>
        <source>共 %1 条，线内 %2 公顷，图斑地类面积 %3 公顷；分摊闭合差 %4 平方米。</source>
        <translation>%1 entries, %2 ha inside, %3 ha registered; residual of sharing out %4 m².</translation>
    </message>
    <message>
        <source>图斑图层里没有这些字段，相应的栏空着：%1。</source>
        <translation>The parcel layer has no such fields, their columns stay empty: %1.</translation>
    </message>
    <message>
        <source>地类 × 控制线 × 行政区的面积表</source>
        <translation>areas of land class × control line × district</translation>
    </message>
    <message>
        <source>控制线等要素少的图层</source>
        <translation>the layer with few features, such as control lines</translation>
    </message>
    <message>
        <source>A 的分类字段，如 DLBM</source>
        <translation>field with the classes of A, such as DLBM</translation>
    </message>
    <message>
        <source>B 的分类字段，如 类型</source>
        <translation>field with the classes of B</translation>
    </message>
    <message>
        <source>两年地类图斑之间的转移矩阵</source>
        <translation>transition matrix between the parcels of two years</translation>
    </message>
    <message>
        <source>前一年的图斑图层</source>
        <translation>parcels of the year before</translation>
    </message>
    <message>
        <source>后一年的图斑图层</source>
        <translation>parcels of the year after</translation>
    </message>
    <message>
        <source>前一年的地类字段</source>
        <translation>field with the classes before</translation>
    </message>
    <message>
        <source>后一年的地类字段</source>
        <translation>field with the classes after</translation>
    </message>
    <message>
        <source>控制线内的图斑清单</source>
        <translation>list of parcels inside control lines</translation>
    </message>
    <message>
        <source>图斑图层</source>
        <translation>layer of parcels</translation>
    </message>
    <message>
        <source>控制线图层</source>
        <translation>layer of control lines</translation>
    </message>
    <message>
        <source>地类编码字段；不填时按字段名识别</source>
        <translation>field with class codes; found by its name when not given</translation>
    </message>
    <message>
        <source>控制线的名称字段</source>
        <translation>field with the control lines&apos; names</translation>
    </message>
    <message>
        <source>只列这些地类，编码或其开头，用逗号隔开：05,06,07</source>
        <translation>only these classes, by code or its beginning: 05,06,07</translation>
    </message>
    <message>
        <source>只列城乡建设用地（CZCSXM 201—203）</source>
        <translation>only town and village land (CZCSXM 201–203)</translation>
    </message>
    <message>
        <source>把线内部分写成图层（.gpkg、.shp、.fgb、.geojson）</source>
        <translation>write the parts inside as a layer (.gpkg, .shp, .fgb, .geojson)</translation>
    </message>
    <message>
        <source>%1（%2，%3 个要素，项目内）</source>
        <translation>%1 (%2, %3 features, inside the project)</translation>
    </message>
    <message>
        <source>%1（%2，%3 个要素，引用 %4）</source>
        <translation>%1 (%2, %3 features, referenced at %4)</translation>
    </message>
    <message>
        <source>“%1”应写作 名称=值，如 class=DLBM。</source>
        <translation>“%1” should be written NAME=VALUE, such as class=DLBM.</translation>
    </message>
    <message>
        <source>%1 里没有图层“%2”；有的是：%3。</source>
        <translation>%1 has no layer “%2”; it has: %3.</translation>
    </message>
    <message>
        <source>有几个图层，--role 要用 --layer 指明是哪一个：%1。</source>
        <translation>There are several layers; say with --layer which one --role is for: %1.</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Reference system</translation>
    </message>
    <message>
        <source>待定</source>
        <translation>To be settled</translation>
    </message>
    <message>
        <source>看不出是哪种图层，请用 --role 指定。</source>
        <translation>Its role is not recognised; give it with --role.</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1：已在项目里，没有变化。</source>
        <translation>%1: in the project already, nothing changed.</translation>
    </message>
    <message>
        <source>已导入 %1。</source>
        <translation>Imported %1.</translation>
    </message>
    <message>
        <source>修复</source>
        <translation>Repairs</translation>
    </message>
    <message>
        <source>还没有图层；用 checkup layers FILE --add 文件 导入。</source>
        <translation>No layers yet; import some with checkup layers FILE --add PATH.</translation>
    </message>
    <message>
        <source>项目里没有图层“%1”；checkup layers FILE 列出全部。</source>
        <translation>The project has no layer “%1”; checkup layers FILE lists them all.</translation>
    </message>
    <message>
        <source>有几个图层是“%1”，请写编号；checkup layers FILE 列出全部。</source>
        <translation>Several layers are “%1”; give a number. checkup layers FILE lists them all.</translation>
    </message>
    <message>
        <source>图层%1没有“%2”这一列。</source>
        <translation>Layer %1 has no column “%2”.</translation>
    </message>
    <message>
        <source>“%1=%2”不能用；可改 name、role、year、class-system、note、field.列。</source>
        <translation>“%1=%2” cannot be used; name, role, year, class-system, note and field.COLUMN can be changed.</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>修复前（平方米）</source>
        <translation>Before (m²)</translation>
    </message>
    <message>
        <source>修复后（平方米）</source>
        <translation>After (m²)</translation>
    </message>
    <message>
        <source>已写出 %1。</source>
        <translation>Wrote %1.</translation>
    </message>
    <message>
        <source>图形没有问题，没有修复。</source>
        <translation>The geometries had no faults; nothing was repaired.</translation>
    </message>
    <message>
        <source>导入空间图层，列出、改动或移除它们；不加选项则列出并核对</source>
        <translation>import spatial layers, list, change or remove them; without options: list and check them</translation>
    </message>
    <message>
        <source>导入这些文件、文件夹或数据库（PG:…）</source>
        <translation>import these files, folders or databases (PG:…)</translation>
    </message>
    <message>
        <source>只看会怎样导入，不写入</source>
        <translation>only show how they would be imported; nothing is written</translation>
    </message>
    <message>
        <source>角色代码，如 DLTB</source>
        <translation>code of the role, such as DLTB</translation>
    </message>
    <message>
        <source>只要这一个图层</source>
        <translation>only this layer</translation>
    </message>
    <message>
        <source>数据年份；0 为不分年份</source>
        <translation>year of the data; 0: not tied to one</translation>
    </message>
    <message>
        <source>坐标系，如 EPSG:4549 或 4549</source>
        <translation>reference system, such as EPSG:4549 or 4549</translation>
    </message>
    <message>
        <source>列=字段，如 class=DLBM</source>
        <translation>column=field, such as class=DLBM</translation>
    </message>
    <message>
        <source>地类编码的分类：third-survey 或 land-and-sea-use</source>
        <translation>classification of the class codes: third-survey or land-and-sea-use</translation>
    </message>
    <message>
        <source>坐标是纬度（北坐标）在前</source>
        <translation>latitude (northing) stands first in the coordinates</translation>
    </message>
    <message>
        <source>留在原处，按相对路径和散列引用</source>
        <translation>leave it where it is, referenced by relative path and digest</translation>
    </message>
    <message>
        <source>复制进项目文件</source>
        <translation>copy it into the project file</translation>
    </message>
    <message>
        <source>移除这个图层：编号或角色</source>
        <translation>remove this layer: number or role</translation>
    </message>
    <message>
        <source>改图层：编号 名称=值…，如 3 year=2022 field.class=DLBM</source>
        <translation>change a layer: number NAME=VALUE…, such as 3 year=2022 field.class=DLBM</translation>
    </message>
    <message>
        <source>列出这个图层的图形修复：编号</source>
        <translation>list the geometry repairs of this layer: number</translation>
    </message>
    <message>
        <source>修复清单写成 .xlsx</source>
        <translation>write the list of repairs as .xlsx</translation>
    </message>
    <message>
        <source>经手人</source>
        <translation>person in charge</translation>
    </message>
    <message>
        <source>空间图层和表格请分两次导入。</source>
        <translation>Import spatial layers and tables one after the other.</translation>
    </message>
    <message>
        <source>预览空间图层请用 checkup layers FILE --inspect。</source>
        <translation>To preview spatial layers use checkup layers FILE --inspect.</translation>
    </message>
    <message>
        <source>读不了算法文件 %1，请检查路径。</source>
        <translation>Cannot read the recipe file %1; check the path.</translation>
    </message>
    <message>
        <source>算出 %1 个输入量，另有 %2 个还不能算（--list 列出原因）。</source>
        <translation>%1 quantities computed; %2 more cannot be yet (--list says why).</translation>
    </message>
    <message>
        <source>--computed-at 应写作 2023-03-02T09:15:00Z 这样的时间。</source>
        <translation>--computed-at is a time like 2023-03-02T09:15:00Z.</translation>
    </message>
    <message>
        <source>指标 %1 的输入量都不由图层算出；--list 列出可算的。</source>
        <translation>No input of indicator %1 is computed from layers; --list names what is.</translation>
    </message>
    <message>
        <source>由图层计算空间指标，结果作为“空间数据”来源的值</source>
        <translation>Compute spatial indicators from layers, as values of the source &quot;spatial data&quot;</translation>
    </message>
    <message>
        <source>只算这些输入量或指标</source>
        <translation>Only these quantities or indicators</translation>
    </message>
    <message>
        <source>计算哪一年，默认现状年</source>
        <translation>The year to compute; the status year by default</translation>
    </message>
    <message>
        <source>最多用几个线程；结果与线程数无关</source>
        <translation>Threads to use at most; the result does not depend on it</translation>
    </message>
    <message>
        <source>只算不存</source>
        <translation>Compute, store nothing</translation>
    </message>
    <message>
        <source>列出全部算法、状态和原因</source>
        <translation>List all recipes with their state and the reasons</translation>
    </message>
    <message>
        <source>换成文件里的算法（JSON）</source>
        <translation>Use the recipe in a file (JSON)</translation>
    </message>
    <message>
        <source>恢复自带的算法</source>
        <translation>Go back to the shipped recipe</translation>
    </message>
    <message>
        <source>在本项目不由图层计算</source>
        <translation>Do not compute it from layers in this project</translation>
    </message>
    <message>
        <source>理由，随 --set、--off 留档</source>
        <translation>The reason, kept with --set and --off</translation>
    </message>
    <message>
        <source>列出一个数背后的图斑，大的在前</source>
        <translation>List the parcels behind a figure, the largest first</translation>
    </message>
    <message>
        <source>随 --behind：地区，默认全市</source>
        <translation>With --behind: the region; the city by default</translation>
    </message>
    <message>
        <source>计算人，记入佐证</source>
        <translation>Who computes, kept with the evidence</translation>
    </message>
    <message>
        <source>计算的时间（UTC），默认现在</source>
        <translation>When it is computed (UTC); now by default</translation>
    </message>
    <message>
        <source>--transform 要同时用 --transform-source 写明参数从哪里来。</source>
        <translation>--transform needs --transform-source too: say where the parameters come from.</translation>
    </message>
    <message>
        <source>西安 80、北京 54 或地方坐标系的转换参数，如 &quot;position-vector dx=… dy=… dz=… rx=… ry=… rz=… scale=…&quot;；种类还有 coordinate-frame、three（dx dy dz）、plane（x 向北、y 向东：dx dy rotation scale into=4549）；米、秒、ppm</source>
        <translation>Parameters for Xi&apos;an 80, Beijing 54 or a local system, such as &quot;position-vector dx=… dy=… dz=… rx=… ry=… rz=… scale=…&quot;; other kinds: coordinate-frame, three (dx dy dz), plane (x north, y east: dx dy rotation scale into=4549); metres, seconds, ppm</translation>
    </message>
    <message>
        <source>转换参数从哪里来：单位、成果名称</source>
        <translation>Where the parameters come from: office, publication</translation>
    </message>
    <message>
        <source>%1 不是面图层的角色；可用的如 %2。</source>
        <translation>%1 is no role of a polygon layer; usable are for example %2.</translation>
    </message>
    <message>
        <source>不能建立文件夹 %1；请检查权限。</source>
        <translation>The folder %1 cannot be made; check the permissions.</translation>
    </message>
    <message>
        <source>由图层编制表格：matrix 地类 × 控制线 × 行政区，transition 两年转移，encroach 控制线内图斑清单，all 全部</source>
        <translation>make a table of the layers: matrix (land class × control line × district), transition (between two years), encroach (parcels inside control lines), all</translation>
    </message>
    <message>
        <source>随 --table：控制线的角色，用逗号隔开，如 YJJBNT,STBHHX</source>
        <translation>with --table: roles of the control lines, separated by commas: YJJBNT,STBHHX</translation>
    </message>
    <message>
        <source>随 --table：控制线按名称或类型分开</source>
        <translation>with --table: tell control lines apart by name or kind</translation>
    </message>
    <message>
        <source>随 --table：地类归到编码前 2 位、前 4 位、公报归并（group）、不归并（code）</source>
        <translation>with --table: land classes by the first 2 or 4 digits of the code, summed up as communiqués do (group), or as they stand (code)</translation>
    </message>
    <message>
        <source>随 --table transition：前一年，默认上一个有图斑的年份</source>
        <translation>with --table transition: the year before; default the last one that has parcels</translation>
    </message>
    <message>
        <source>随 --table encroach：列出哪些图斑：all、construction 建设用地、urban-rural 城乡建设用地</source>
        <translation>with --table encroach: which parcels are listed: all, construction land, urban-rural construction land</translation>
    </message>
    <message>
        <source>随 --table encroach：只列这些地类，编码或其开头，用逗号隔开</source>
        <translation>with --table encroach: list these land classes only, codes or their beginnings, separated by commas</translation>
    </message>
    <message>
        <source>随 --table：小于这么多平方米的碎片不计入，另行列出；默认 1</source>
        <translation>with --table: pieces smaller than so many square metres are left out and told by themselves; default 1</translation>
    </message>
    <message>
        <source>随 --table：平均宽度小于这么多米的碎片不计入</source>
        <translation>with --table: pieces narrower on average than so many metres are left out</translation>
    </message>
    <message>
        <source>随 --table：不分行政区</source>
        <translation>with --table: not by district</translation>
    </message>
    <message>
        <source>随 --table：把这些口径记在项目里</source>
        <translation>with --table: keep these choices with the project</translation>
    </message>
    <message>
        <source>没有“%1”这种图层；代码见 checkup layers --help。</source>
        <translation>There is no kind of layer “%1”; see checkup layers --help for the codes.</translation>
    </message>
    <message>
        <source>项目中没有 %1 年可用的图层“%2”，请先用 checkup layers --add 加入。</source>
        <translation>The project has no layer “%2” for %1; add one with checkup layers --add.</translation>
    </message>
    <message>
        <source>图幅写成 A4、A3、A4-portrait 或毫米数 297x210（80 到 2000），“%1”不是。</source>
        <translation>Write the sheet&apos;s size as A4, A3, A4-portrait or millimetres like 297x210 (80 to 2000), not “%1”.</translation>
    </message>
    <message>
        <source>没有“%1”这种色带；可用的有：%2。</source>
        <translation>There is no ramp “%1”; there are: %2.</translation>
    </message>
    <message>
        <source>分级写成 jenks:5、equal:5、quantile:5 或界限 0,10,50，“%1”不是。</source>
        <translation>Write grades as jenks:5, equal:5, quantile:5 or bounds 0,10,50, not “%1”.</translation>
    </message>
    <message>
        <source>所选图层里没有可画的图形，请检查数据。</source>
        <translation>The layers chosen have no shapes to draw; check the data.</translation>
    </message>
    <message>
        <source>范围写成 西,南,东,北（经纬度，或图件坐标系的米），“%1”不是。</source>
        <translation>Write the extent as west,south,east,north (degrees, or metres of the map&apos;s system), not “%1”.</translation>
    </message>
    <message>
        <source>画地图：图层代码，用逗号隔开，下层在前，如 DLTB,CZKFBJ；不在项目中的写成 代码=文件 或 代码=文件|图层</source>
        <translation>Draw a map: codes of layers, commas between, the lowest first, like DLTB,CZKFBJ; one outside the project as CODE=FILE or CODE=FILE|LAYER</translation>
    </message>
    <message>
        <source>地图的格式：png、svg、pdf，用逗号隔开</source>
        <translation>The map&apos;s formats: png, svg, pdf, commas between</translation>
    </message>
    <message>
        <source>图幅：A4 到 A0，竖版如 A4-portrait，或毫米数 297x210</source>
        <translation>Size of the sheet: A4 to A0, upright like A4-portrait, or millimetres like 297x210</translation>
    </message>
    <message>
        <source>png 每英寸的点数</source>
        <translation>Dots an inch of the png</translation>
    </message>
    <message>
        <source>范围：西,南,东,北，经纬度或米；不填为图层的范围</source>
        <translation>Extent: west,south,east,north, degrees or metres; that of the layers when left out</translation>
    </message>
    <message>
        <source>图名；不填为城市、年份和图层名</source>
        <translation>Title; city, year and layers when left out</translation>
    </message>
    <message>
        <source>用哪一年的图层；不填为现状年</source>
        <translation>Layers of which year; the status year when left out</translation>
    </message>
    <message>
        <source>最下层按哪一列的数值分级设色，如 population</source>
        <translation>Grade the lowest layer by the numbers of a column, like population</translation>
    </message>
    <message>
        <source>分级：jenks:5、equal:5、quantile:5，或界限 0,10,50</source>
        <translation>Grades: jenks:5, equal:5, quantile:5, or bounds 0,10,50</translation>
    </message>
    <message>
        <source>色带：blue、green、orange、purple、grey、heat</source>
        <translation>Ramp: blue, green, orange, purple, grey, heat</translation>
    </message>
    <message>
        <source>审图号</source>
        <translation>Review number (审图号)</translation>
    </message>
    <message>
        <source>不能建立文件夹 %1，请换一个位置。</source>
        <translation>Folder %1 cannot be made; choose another place.</translation>
    </message>
    <message>
        <source>没有符号的代码，已用叉线画出：%1。请核对数据或地类体系。</source>
        <translation>Codes without a symbol, drawn as crosses: %1. Check the data or the class system.</translation>
    </message>
    <message>
        <source>注记 %1 个；放不下的 %2 个没有画。</source>
        <translation>%1 labels; %2 that found no room are left out.</translation>
    </message>
    <message>
        <source>图层一并带来：%1。</source>
        <translation>Layers that came along: %1.</translation>
    </message>
    <message>
        <source>留在上年项目里的图层：%1。</source>
        <translation>Layers left in last year&apos;s project: %1.</translation>
    </message>
    <message>
        <source>要重新收集 %1 年的：%2。</source>
        <translation>To be collected anew for %1: %2.</translation>
    </message>
    <message>
        <source>坐标系写成 EPSG 代号：一个，或道路、设施、对象各一个，如 4548 或 ,4490,；“%1”不是。</source>
        <translation>Write reference systems as EPSG codes: one, or one each for roads, facilities and targets, like 4548 or ,4490,; “%1” is none.</translation>
    </message>
    <message>
        <source>没有注明或注错坐标系的图层的 EPSG 代号：一个用于全部，或按道路、设施、对象各给一个，用逗号隔开，空着的以图层为准</source>
        <translation>EPSG code of layers that state no reference system or a wrong one: one for all, or one each for roads, facilities and targets, separated by commas; empty: as the layer states</translation>
    </message>
    <message>
        <source>只用符合条件的设施，如 等级=二级|三级、床位&gt;=100，可写几次</source>
        <translation>only facilities that meet a condition, like grade=II|III or beds&gt;=100; may be given several times</translation>
    </message>
    <message>
        <source>只看符合条件的对象，写法同 --where</source>
        <translation>only targets that meet a condition, written as for --where</translation>
    </message>
    <message>
        <source>只走符合条件的道路，写法同 --where</source>
        <translation>only roads that meet a condition, written as for --where</translation>
    </message>
    <message>
        <source>离路 %1 米</source>
        <translation>%1 m from a road</translation>
    </message>
    <message>
        <source>%1：%2 个，%3 %4。</source>
        <translation>%1: %2, %3 %4.</translation>
    </message>
    <message>
        <source>附近没有道路</source>
        <translation>No road nearby</translation>
    </message>
    <message>
        <source>列出设施服务不到的要素和附近没有道路的设施，各说原因</source>
        <translation>list features that no facility serves and facilities without a road nearby, each with its reason</translation>
    </message>
    <message>
        <source>列出各设施就近服务多少</source>
        <translation>list how much each facility serves as the nearest</translation>
    </message>
    <message>
        <source>随 --behind、--unserved：最多列几个（后者每种原因）</source>
        <translation>with --behind, --unserved: how many to list at most (for the latter of each reason)</translation>
    </message>
    <message>
        <source>未编制：%1</source>
        <translation>not drawn: %1</translation>
    </message>
    <message>
        <source>画规划实施分析图纸：编号或代号，用逗号隔开；all 为全套</source>
        <translation>Draw sheets of planning implementation: numbers or ids, separated by commas; all for the whole set</translation>
    </message>
    <message>
        <source>全套图纸合成一个带书签的 pdf 图集</source>
        <translation>All sheets in one pdf atlas with bookmarks</translation>
    </message>
    <message>
        <source>分区绘制：区县名称或代码，用逗号隔开；all 为所有区县</source>
        <translation>Draw by district: names or codes, separated by commas; all for every district</translation>
    </message>
    <message>
        <source>列出图纸，以及编不成的缺什么</source>
        <translation>List the sheets, and what those lack that cannot be drawn</translation>
    </message>
    <message>
        <source>本单位图纸模板（.json）的文件夹；代号相同的代替自带的</source>
        <translation>Folder of your office&apos;s sheet templates (.json); one with the id of a shipped sheet takes its place</translation>
    </message>
    <message>
        <source>密级或使用说明，印在右上角</source>
        <translation>Secrecy or a notice on use, printed in the upper right corner</translation>
    </message>
    <message>
        <source>请用 -o 给出文件夹。</source>
        <translation>Give the folder with -o.</translation>
    </message>
    <message>
        <source>单独导出图表（PNG、SVG），或画地图（--map）、图纸（--sheet）</source>
        <translation>Export the charts alone (PNG, SVG), or draw a map (--map) or sheets (--sheet)</translation>
    </message>
    <message>
        <source>项目里没有行政区（XZQ）或乡镇街道（JDXZ）图层；请先导入。</source>
        <translation>The project has no layer of districts (XZQ) or streets (JDXZ); import one first.</translation>
    </message>
    <message>
        <source>%1：%2 个，新列入 %3 个。</source>
        <translation>%1: %2, of which %3 are new.</translation>
    </message>
    <message>
        <source>由行政区、街道图层建立地区名录：图层的编号或角色，all 为全部</source>
        <translation>Make the project&apos;s regions of a layer of districts or streets: its number or role, or all</translation>
    </message>
    <message>
        <source>编制成果：结论表、总报告、图纸、图表</source>
        <translation>compile the package: conclusion table, annual report, drawings, charts</translation>
    </message>
    <message>
        <source>不编制图纸</source>
        <translation>Leave out the drawings</translation>
    </message>
    <message>
        <source>自身可达</source>
        <translation>by itself</translation>
    </message>
    <message>
        <source>本项目的</source>
        <translation>the project&apos;s own</translation>
    </message>
    <message>
        <source>自带</source>
        <translation>shipped</translation>
    </message>
    <message>
        <source>图层里的代码都有符号。</source>
        <translation>All codes in the layers have a symbol.</translation>
    </message>
    <message>
        <source>项目没有自己的符号，写出的是空文件：%1。加 --all 可连自带的一起写出。</source>
        <translation>The project has no symbols of its own; an empty file was written: %1. With --all the shipped ones are written too.</translation>
    </message>
    <message>
        <source>符号已写到 %1。</source>
        <translation>The symbols were written to %1.</translation>
    </message>
    <message>
        <source>导入符号 %1</source>
        <translation>Import symbols %1</translation>
    </message>
    <message>
        <source>项目没有自己的符号“%1”；有的是：%2。</source>
        <translation>The project has no symbols &quot;%1&quot; of its own; it has: %2.</translation>
    </message>
    <message>
        <source>恢复自带符号</source>
        <translation>Shipped symbols again</translation>
    </message>
    <message>
        <source>图件的符号：列出、写出、导入、恢复自带；不加选项则列出</source>
        <translation>symbols of maps: list, export, import, go back to the shipped ones; without an option list them</translation>
    </message>
    <message>
        <source>把本项目的符号写成一个 .json 文件</source>
        <translation>write the project&apos;s symbols as one .json file</translation>
    </message>
    <message>
        <source>连自带的符号一起写出</source>
        <translation>write the shipped symbols too</translation>
    </message>
    <message>
        <source>导入符号：本程序的 .json，或 SLD 1.0、1.1</source>
        <translation>import symbols: this program&apos;s .json, or SLD 1.0 or 1.1</translation>
    </message>
    <message>
        <source>SLD 是哪种图层的，如 DLTB</source>
        <translation>which layers the SLD is for, such as DLTB</translation>
    </message>
    <message>
        <source>恢复自带：图层代码或地类体系，用逗号隔开；all 为全部</source>
        <translation>go back to the shipped symbols: layer codes or class systems, comma between; all for all</translation>
    </message>
    <message>
        <source>列出图层里没有符号的代码</source>
        <translation>list codes in the layers that have no symbol</translation>
    </message>
    <message>
        <source>图纸的图幅：A4 到 A0；不填为模板所定</source>
        <translation>paper of the sheets, A4 to A0; default: as the templates say</translation>
    </message>
    <message>
        <source>横幅 landscape 或竖幅 portrait；不填为模板所定</source>
        <translation>landscape or portrait; default: as the templates say</translation>
    </message>
    <message>
        <source>本单位图框（.json：名称、徽标、制图、校核、审定）；代替项目中的</source>
        <translation>the office&apos;s frame (.json: name, logo, maker, checker, approver), in place of the project&apos;s</translation>
    </message>
    <message>
        <source>接着上次没有画完的：已画成、资料没有变动的图纸不再重画</source>
        <translation>Go on with drawings that were stopped: sheets that are finished, and whose data did not change, stay</translation>
    </message>
    <message>
        <source>随 --table：把表格（xlsx）和图层（gpkg）写到这个文件夹；随 --unserved、--facilities、--area：把清单另存为图层（gpkg、geojson）</source>
        <translation>with --table: writes workbooks (xlsx) and layers (gpkg) into this folder; with --unserved, --facilities, --area: saves the list as a layer (gpkg, geojson)</translation>
    </message>
    <message>
        <source>直线距离</source>
        <translation>As the crow flies</translation>
    </message>
    <message>
        <source>沿路</source>
        <translation>Along roads</translation>
    </message>
    <message>
        <source>平方公里</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>各设施服务范围的面积，沿路的和直线距离的；-o 另存为图层</source>
        <translation>area that the facilities serve, along roads and as the crow flies; -o saves it as a layer</translation>
    </message>
    <message>
        <source>按圆圈 %1，差 %2</source>
        <translation>circles %1, difference %2</translation>
    </message>
    <message>
        <source>平面 %1，差 %2</source>
        <translation>plane %1, difference %2</translation>
    </message>
    <message>
        <source>%1：全部 %2，区外 %3，残差 %4 %5。</source>
        <translation>%1: all %2, outside the districts %3, residual %4 %5.</translation>
    </message>
</context>
<context>
    <name>Csv</name>
    <message>
        <source>“%1”不是 UTF-8 编码；请在电子表格程序中另存为“CSV UTF-8（逗号分隔）”。</source>
        <translation>&quot;%1&quot; is not encoded in UTF-8; save it in a spreadsheet program as CSV UTF-8 (comma delimited).</translation>
    </message>
    <message>
        <source>“%1”第 %2 行的引号没有配对；请补上另一个引号，或用电子表格程序重新保存。</source>
        <translation>A quote in line %2 of &quot;%1&quot; has no partner; add the other quote, or save the file again with a spreadsheet program.</translation>
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
    <name>Difference</name>
    <message>
        <source>空</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>新增 %1：%2。</source>
        <translation>New: %1: %2.</translation>
    </message>
    <message>
        <source>删除 %1，原为 %2。</source>
        <translation>Removed: %1, which was %2.</translation>
    </message>
    <message>
        <source>新增%1：%2。</source>
        <translation>New %1: %2.</translation>
    </message>
    <message>
        <source>删除%1：%2。</source>
        <translation>Removed %1: %2.</translation>
    </message>
    <message>
        <source>%1由 %2 改为 %3。</source>
        <translation>%1 changed from %2 to %3.</translation>
    </message>
    <message>
        <source>采用值</source>
        <translation>Adopted figure</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 %3 年</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1不再采用%2的数。</source>
        <translation>%1: %2 is no longer adopted.</translation>
    </message>
    <message>
        <source>%1采用%2。</source>
        <translation>%1: adopted is %2.</translation>
    </message>
    <message>
        <source>%1改为采用%2，原采用%3。</source>
        <translation>%1: adopted is now %2 instead of %3.</translation>
    </message>
    <message>
        <source>理由：%1。</source>
        <translation> Reason: %1.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>之后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>“%1”与“%2”的差异</source>
        <translation>Difference between &quot;%1&quot; and &quot;%2&quot;</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>差异表</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>文字说明</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>第 %1 条记录之后</source>
        <translation>After audit row %1</translation>
    </message>
    <message>
        <source>修改记录到第 %1 条为止，没有第 %2 条。</source>
        <translation>The audit ends at row %1; there is no row %2.</translation>
    </message>
    <message>
        <source>没有名为“%1”的节点，项目里还没有节点；可用记录编号或 now（现在）。</source>
        <translation>There is no snapshot named &quot;%1&quot;, nor any other yet; use the number of an audit row or now.</translation>
    </message>
    <message>
        <source>没有名为“%1”的节点；有的节点：%2；也可用记录编号或 now（现在）。</source>
        <translation>There is no snapshot named &quot;%1&quot;; there are: %2; the number of an audit row or now will do too.</translation>
    </message>
    <message>
        <source>差异可存为 .xlsx 或 .csv，不能存为“%1”。</source>
        <translation>Differences are saved as .xlsx or .csv, not as &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>差异表“%1”没有写成，请检查磁盘空间后重试。</source>
        <translation>The differences &quot;%1&quot; were not written; check the disk space and try again.</translation>
    </message>
    <message>
        <source>%1的%2从“%3”改为“%4”。</source>
        <translation>%1: %2 changed from &quot;%3&quot; to &quot;%4&quot;.</translation>
    </message>
    <message>
        <source>%1“%2”的%3从“%4”改为“%5”。</source>
        <translation>%1 &quot;%2&quot;: %3 changed from &quot;%4&quot; to &quot;%5&quot;.</translation>
    </message>
</context>
<context>
    <name>Draw</name>
    <message>
        <source>分级数应为 1 到 12。</source>
        <translation>The number of grades must be 1 to 12.</translation>
    </message>
    <message>
        <source>没有可以分级的数值，请检查所选的字段。</source>
        <translation>There are no numbers to be graded; check the field chosen.</translation>
    </message>
    <message>
        <source>分级界限应有 2 到 13 个，从小到大，各不相同。</source>
        <translation>Bounds of grades must be 2 to 13 rising numbers.</translation>
    </message>
    <message>
        <source>已取消绘图。</source>
        <translation>Drawing was cancelled.</translation>
    </message>
    <message>
        <source>图片 %1×%2 像素太大，内存不够；请减小尺寸或分辨率。</source>
        <translation>A picture of %1×%2 pixels is too large for the memory; choose a smaller size or resolution.</translation>
    </message>
    <message>
        <source>绘图需要图形界面环境，请设置 QT_QPA_PLATFORM=offscreen 后重试。</source>
        <translation>Drawing needs a graphical environment; set QT_QPA_PLATFORM=offscreen and try again.</translation>
    </message>
    <message>
        <source>图纸 %1×%2 毫米按每英寸 %3 点太大，内存不够；请减小图幅或分辨率。</source>
        <translation>A sheet of %1×%2 mm at %3 dots an inch is too large for the memory; choose a smaller size or resolution.</translation>
    </message>
    <message>
        <source>缺少“%1”，请补上。</source>
        <translation>“%1” is missing; add it.</translation>
    </message>
    <message>
        <source>“%1”不是可用的键，请删去或改正。</source>
        <translation>“%1” is no key that is known here; remove or correct it.</translation>
    </message>
    <message>
        <source>“%1”应为文字。</source>
        <translation>“%1” must be a text.</translation>
    </message>
    <message>
        <source>“%1”应为大于 0、不超过 %2 的数。</source>
        <translation>“%1” must be a number above 0 and at most %2.</translation>
    </message>
    <message>
        <source>“%1”只能是 %2，“%3”不是。</source>
        <translation>“%1” can only be %2, not “%3”.</translation>
    </message>
    <message>
        <source>“%1”应为大于 0.05 的数。</source>
        <translation>“%1” must be numbers above 0.05.</translation>
    </message>
    <message>
        <source>“%1”应有偶数个：画、空、画、空……</source>
        <translation>“%1” must be even in number: drawn, left out, drawn, left out…</translation>
    </message>
    <message>
        <source>没有任何可画的内容，请给出 fill、hatch、line 或 marker。</source>
        <translation>There is nothing to draw; give fill, hatch, line or marker.</translation>
    </message>
    <message>
        <source>没有“%1”这个地类体系。</source>
        <translation>There is no class system “%1”.</translation>
    </message>
    <message>
        <source>“%1”不在“%2”中，也没有“name”。</source>
        <translation>“%1” is not in “%2” and has no “name”.</translation>
    </message>
    <message>
        <source>没有“%1”这个图层。</source>
        <translation>There is no layer “%1”.</translation>
    </message>
    <message>
        <source>图层“%1”没有“%2”这一列。</source>
        <translation>Layer “%1” has no column “%2”.</translation>
    </message>
    <message>
        <source>图层“%1”里没有 %2 号要素；数据可能已改动，请重新打开图件。</source>
        <translation>Layer “%1” has no feature %2; the data may have changed. Open the maps again.</translation>
    </message>
    <message>
        <source>文件 %1 不是完整的 JSON，请在第 %2 个字节附近检查。</source>
        <translation>File %1 is not complete JSON. Look near byte %2.</translation>
    </message>
    <message>
        <source>“%1”应为 true 或 false。</source>
        <translation>&quot;%1&quot; must be true or false.</translation>
    </message>
    <message>
        <source>“%1”应为列表。</source>
        <translation>&quot;%1&quot; must be a list.</translation>
    </message>
    <message>
        <source>“%1”中的各项应为文字。</source>
        <translation>The items of &quot;%1&quot; must be texts.</translation>
    </message>
    <message>
        <source>文件 %1 的 %2：%3</source>
        <translation>File %1, %2: %3</translation>
    </message>
    <message>
        <source>没有图层 %1</source>
        <translation>there is no layer %1</translation>
    </message>
    <message>
        <source>图层“%1”没有对应“%2”的字段</source>
        <translation>layer &quot;%1&quot; has no field for &quot;%2&quot;</translation>
    </message>
    <message>
        <source>没有 %1 年的图层 %2</source>
        <translation>there is no layer %2 of %1</translation>
    </message>
    <message>
        <source>没有 %1 年分区的“%2”</source>
        <translation>there is no &quot;%2&quot; by region for %1</translation>
    </message>
    <message>
        <source>没有“%1”的可达算法</source>
        <translation>&quot;%1&quot; has no recipe of reach</translation>
    </message>
    <message>
        <source>项目中没有空间图层，请先用 checkup layers --add 加入。</source>
        <translation>The project has no layers. Add some with checkup layers --add first.</translation>
    </message>
    <message>
        <source>图层“%1”与“%2”的地类不能对比，请检查字段和地类体系。</source>
        <translation>The land classes of layers &quot;%1&quot; and &quot;%2&quot; cannot be compared. Check their fields and class systems.</translation>
    </message>
    <message>
        <source>图层 XZQ 中没有“%1”，请检查行政区的代码和名称。</source>
        <translation>Layer XZQ has no &quot;%1&quot;. Check the districts&apos; codes and names.</translation>
    </message>
    <message>
        <source>图纸“%1”缺少：%2。</source>
        <translation>Sheet &quot;%1&quot; lacks: %2.</translation>
    </message>
    <message>
        <source>图纸“%1”的图层里没有可画的图形，请检查数据。</source>
        <translation>The layers of sheet &quot;%1&quot; have no shapes to draw. Check the data.</translation>
    </message>
    <message>
        <source>“%1”应为 1。</source>
        <translation>&quot;%1&quot; must be 1.</translation>
    </message>
    <message>
        <source>“%1”不能为空。</source>
        <translation>&quot;%1&quot; must not be empty.</translation>
    </message>
    <message>
        <source>“%1”应为不空的列表。</source>
        <translation>&quot;%1&quot; must be a list that is not empty.</translation>
    </message>
    <message>
        <source>“%1”应为整数。</source>
        <translation>&quot;%1&quot; must be a whole number.</translation>
    </message>
    <message>
        <source>%1 只能有其中之一。</source>
        <translation>Only one of %1 can be given.</translation>
    </message>
    <message>
        <source>“%1”应为对象。</source>
        <translation>&quot;%1&quot; must be an object.</translation>
    </message>
    <message>
        <source>只有 XZQ 和 JDXZ 可以按地区的数值设色。</source>
        <translation>Only XZQ and JDXZ can be coloured by their regions&apos; values.</translation>
    </message>
    <message>
        <source>“subjects”应有一项或两项。</source>
        <translation>&quot;subjects&quot; must have one item or two.</translation>
    </message>
    <message>
        <source>“subjects”有两项时，“names”也应有两项。</source>
        <translation>With two &quot;subjects&quot; there must be two &quot;names&quot;.</translation>
    </message>
    <message>
        <source>“bounds”只用于 “method” 为 manual 时。</source>
        <translation>&quot;bounds&quot; is for the &quot;method&quot; manual only.</translation>
    </message>
    <message>
        <source>没有图纸模板文件夹 %1，请检查路径。</source>
        <translation>There is no folder of sheet templates %1. Check the path.</translation>
    </message>
    <message>
        <source>文件 %1 与 %2 的“id”都是 %3，请改其中之一。</source>
        <translation>Files %1 and %2 both have the &quot;id&quot; %3. Change one of them.</translation>
    </message>
    <message>
        <source>图纸不能保存为 PNG 图片：图幅或分辨率太大，或内存不够；请减小图幅或分辨率。</source>
        <translation>The sheet cannot be saved as a PNG picture: paper or resolution are too large, or memory is short; please make one of them smaller.</translation>
    </message>
    <message>
        <source>“%1”的图片超过 %2 KB，请缩小。</source>
        <translation>The picture of “%1” is larger than %2 KB; make it smaller.</translation>
    </message>
    <message>
        <source>“%1”应为 base64 写出的 PNG 或 JPEG 图片。</source>
        <translation>“%1” should be a PNG or JPEG picture written in base64.</translation>
    </message>
    <message>
        <source>文件 %1 不是可用的图片，请用 PNG 或 JPEG。</source>
        <translation>File %1 is no picture that can be used; use PNG or JPEG.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>图层“%1”的数据在读取之后变了；请取消勾选再勾上，重新读取。</source>
        <translation>The data of layer “%1” changed since it was read; untick and tick it to read it again.</translation>
    </message>
    <message>
        <source>椭球面积（平方米）</source>
        <translation>Ellipsoidal area (m²)</translation>
    </message>
    <message>
        <source>椭球长度（米）</source>
        <translation>Ellipsoidal length (m)</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>，且</source>
        <translation>, and </translation>
    </message>
    <message>
        <source>“%1”应为 #RRGGBB 或 #RRGGBBAA 形式的颜色，“%2”不是。</source>
        <translation>&quot;%1&quot; must be a colour like #RRGGBB or #RRGGBBAA; &quot;%2&quot; is not.</translation>
    </message>
    <message>
        <source>项目中“%1”的符号读不出，先用自带的；请在“图件”的“符号”里恢复自带，或重新导入。（%2）</source>
        <translation>The project&apos;s symbols of &quot;%1&quot; cannot be read, so the shipped ones are used; go back to the shipped ones under Symbols in the stage Maps, or import them again. (%2)</translation>
    </message>
    <message>
        <source>项目中“%1”的符号说的是别的图层，先用自带的；请在“图件”的“符号”里恢复自带，或重新导入。</source>
        <translation>The project&apos;s symbols of &quot;%1&quot; speak of another layer, so the shipped ones are used; go back to the shipped ones under Symbols in the stage Maps, or import them again.</translation>
    </message>
    <message>
        <source>SLD 文件 %1 没有说是哪种图层，请指明图层代码，如 DLTB。</source>
        <translation>SLD file %1 does not say which layers it is for; name the layer&apos;s code, such as DLTB.</translation>
    </message>
    <message>
        <source>不是 SLD：根元素是“%1”。</source>
        <translation>not an SLD: its root element is &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>文件 %1：%2</source>
        <translation>File %1: %2</translation>
    </message>
    <message>
        <source>文件 %1 超过 8 MB，不像样式文件。</source>
        <translation>File %1 is larger than 8 MB and hardly a style.</translation>
    </message>
    <message>
        <source>里面定义了 XML 实体，不予读取；请去掉 DOCTYPE 后再导入。</source>
        <translation>it defines XML entities and is not read; take its DOCTYPE out and import it again.</translation>
    </message>
    <message>
        <source>XML 不完整，请在第 %1 行附近检查。</source>
        <translation>the XML is not complete; check it near line %1.</translation>
    </message>
    <message>
        <source>里面没有样式（UserStyle）。</source>
        <translation>it has no style (UserStyle).</translation>
    </message>
    <message>
        <source>文件有 %1 个样式，只读第一个。</source>
        <translation>The file has %1 styles; only the first is read.</translation>
    </message>
    <message>
        <source>文件 %1 的规则超过 %2 条。</source>
        <translation>File %1 has more than %2 rules.</translation>
    </message>
    <message>
        <source>样式里没有规则（Rule）。</source>
        <translation>its style has no rule (Rule).</translation>
    </message>
    <message>
        <source>第 %1 条规则</source>
        <translation>Rule %1</translation>
    </message>
    <message>
        <source>规则“%1”</source>
        <translation>Rule &quot;%1&quot;</translation>
    </message>
    <message>
        <source>%1没有采用：条件“%2”不能对应。</source>
        <translation>%1 is not taken over: there is nothing like its condition &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1的长度单位“%2”按像素读取，请核对线宽和大小。</source>
        <translation>%1: lengths in &quot;%2&quot; are read as pixels; check widths and sizes.</translation>
    </message>
    <message>
        <source>%1只在一些比例尺下显示的限制没有采用。</source>
        <translation>%1: that it shows at some scales only is not taken over.</translation>
    </message>
    <message>
        <source>%1的“%2”没有采用。</source>
        <translation>%1: &quot;%2&quot; is not taken over.</translation>
    </message>
    <message>
        <source>%1的“%2”由“%3”计算，没有采用。</source>
        <translation>%1: &quot;%2&quot;, computed by &quot;%3&quot;, is not taken over.</translation>
    </message>
    <message>
        <source>%1的“%2”应为数，“%3”不是，没有采用。</source>
        <translation>%1: &quot;%2&quot; must be a number; &quot;%3&quot; is none and not taken over.</translation>
    </message>
    <message>
        <source>%1的颜色“%2”读不出，用了默认色。</source>
        <translation>%1: the colour &quot;%2&quot; cannot be read; the default colour is used.</translation>
    </message>
    <message>
        <source>%1有多层填充，只留最上一层。</source>
        <translation>%1 has several fills; only the topmost is kept.</translation>
    </message>
    <message>
        <source>%1的外部图片没有采用，改用自带形状。</source>
        <translation>%1: its external picture is not taken over; a shape of ours stands for it.</translation>
    </message>
    <message>
        <source>%1的外部图片没有采用。</source>
        <translation>%1: its external picture is not taken over.</translation>
    </message>
    <message>
        <source>%1的填充图案“%2”以点代替。</source>
        <translation>%1: dots stand for the fill pattern &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1的填充图案“%2”没有采用。</source>
        <translation>%1: the fill pattern &quot;%2&quot; is not taken over.</translation>
    </message>
    <message>
        <source>%1有多层图案，只留最上一层。</source>
        <translation>%1 has several patterns; only the topmost is kept.</translation>
    </message>
    <message>
        <source>%1的线超过两层，只留最上两层。</source>
        <translation>%1 has more than two lines over each other; the upper two are kept.</translation>
    </message>
    <message>
        <source>%1有多层点符号，只留最上一层。</source>
        <translation>%1 has several point symbols; only the topmost is kept.</translation>
    </message>
    <message>
        <source>%1的点符号“%2”以圆点代替。</source>
        <translation>%1: a dot stands for the point symbol &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>%1的点符号没有旋转。</source>
        <translation>%1: its point symbol is not turned.</translation>
    </message>
    <message>
        <source>%1的注记不是图层“%2”的一列，没有采用。</source>
        <translation>%1: its label is no column of layer &quot;%2&quot; and not taken over.</translation>
    </message>
    <message>
        <source>注记的字体、颜色和位置由本程序定，没有采用文件里的。</source>
        <translation>Type, colour and place of labels are this program&apos;s; those of the file are not taken over.</translation>
    </message>
    <message>
        <source>规则“%1”没有画任何东西，没有采用。</source>
        <translation>Rule &quot;%1&quot; draws nothing and is not taken over.</translation>
    </message>
    <message>
        <source>没有可以采用的规则。%1</source>
        <translation>there is no rule that can be taken over. %1</translation>
    </message>
    <message>
        <source>规则“%1”没有采用：字段“%2”不是图层“%3”的一列。</source>
        <translation>Rule &quot;%1&quot; is not taken over: field &quot;%2&quot; is no column of layer &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>规则“%1”没有采用：一个图层只能按一列、一种条件分类。</source>
        <translation>Rule &quot;%1&quot; is not taken over: a layer is told apart by one column and one kind of condition.</translation>
    </message>
    <message>
        <source>有的规则按开头匹配，其余按相等的规则也改为按开头匹配。</source>
        <translation>Some rules ask how values begin; those that ask for equal values do so now too.</translation>
    </message>
    <message>
        <source>分级规则“%1”与“%2”重叠，不能采用。</source>
        <translation>the rules &quot;%1&quot; and &quot;%2&quot; of grades overlap and cannot be taken over.</translation>
    </message>
    <message>
        <source>分级之间的空档归入下一级“%1”。</source>
        <translation>The gap between grades goes to the next one, &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>恰好等于界限的值归入较低的一级。</source>
        <translation>Values equal to a bound count to the lower grade.</translation>
    </message>
    <message>
        <source>版本只能是 1；较新的文件请用新版程序打开。</source>
        <translation>the version can only be 1; open newer files with a newer program.</translation>
    </message>
    <message>
        <source>“%1”中的各项应为数。</source>
        <translation>The entries of &quot;%1&quot; must be numbers.</translation>
    </message>
    <message>
        <source>没有“%1”这种色带。</source>
        <translation>There is no colour ramp &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>“cases”应有 %1 个，每级一个。</source>
        <translation>&quot;cases&quot; must be %1, one for each grade.</translation>
    </message>
    <message>
        <source>“kind”为 lines 时“over”应为 years，反之亦然。</source>
        <translation>Where “kind” is lines, “over” must be years, and the other way round.</translation>
    </message>
    <message>
        <source>“names”应与“subjects”一样多。</source>
        <translation>“names” must be as many as “subjects”.</translation>
    </message>
    <message>
        <source>“%1”只能有一个。</source>
        <translation>There can be only one “%1”.</translation>
    </message>
    <message>
        <source>“charts”里没有第 %1 个。</source>
        <translation>“charts” has no number %1.</translation>
    </message>
    <message>
        <source>“anchor”应有两项：横向和纵向。</source>
        <translation>“anchor” must have two entries: across and down.</translation>
    </message>
    <message>
        <source>“area”应为图幅内的 [左, 上, 宽, 高]，毫米，宽和高至少 1 毫米。</source>
        <translation>“area” must be [left, top, width, height] on the paper, in millimetres, width and height at least 1 mm.</translation>
    </message>
    <message>
        <source>项目中的单位图框</source>
        <translation>the project&apos;s office frame</translation>
    </message>
    <message>
        <source>项目中的图纸 %1</source>
        <translation>the project&apos;s sheet %1</translation>
    </message>
    <message>
        <source>“maps”应为 2 到 %1 幅地图的小标题，不能为空。</source>
        <translation>“maps” must be the captions of 2 to %1 maps, none of them empty.</translation>
    </message>
    <message>
        <source>没有图层只画在第 %1 幅地图上，请给图层写上“map”。</source>
        <translation>No layer is on map %1 alone; give one of the layers its “map”.</translation>
    </message>
    <message>
        <source>“maps”里没有第 %1 幅地图。</source>
        <translation>“maps” has no map number %1.</translation>
    </message>
    <message>
        <source>缺少第 %1 幅地图的“map”，请补上。</source>
        <translation>The “map” of map %1 is missing; add it.</translation>
    </message>
    <message>
        <source>文件夹 %1 里没有图纸模板（.json）。</source>
        <translation>There are no sheet templates (.json) in folder %1.</translation>
    </message>
</context>
<context>
    <name>FileKind</name>
    <message>
        <source>Excel 工作簿 (.xlsx)</source>
        <translation>an Excel workbook (.xlsx)</translation>
    </message>
    <message>
        <source>压缩包 (zip)</source>
        <translation>an archive (zip)</translation>
    </message>
    <message>
        <source>Excel 97-2003 工作簿 (.xls)</source>
        <translation>an Excel 97-2003 workbook (.xls)</translation>
    </message>
    <message>
        <source>加密的 Office 文档</source>
        <translation>an encrypted Office document</translation>
    </message>
    <message>
        <source>OpenDocument 表格 (.ods)</source>
        <translation>an OpenDocument spreadsheet (.ods)</translation>
    </message>
    <message>
        <source>文本表格 (csv/txt)</source>
        <translation>a text table (csv/txt)</translation>
    </message>
    <message>
        <source>网页 (html)</source>
        <translation>a web page (html)</translation>
    </message>
    <message>
        <source>XML 电子表格 2003 (.xml)</source>
        <translation>an XML spreadsheet 2003 (.xml)</translation>
    </message>
    <message>
        <source>SQLite 数据库</source>
        <translation>an SQLite database</translation>
    </message>
    <message>
        <source>PDF 文档</source>
        <translation>a PDF document</translation>
    </message>
    <message>
        <source>空文件</source>
        <translation>an empty file</translation>
    </message>
    <message>
        <source>无法识别的文件</source>
        <translation>an unknown kind of file</translation>
    </message>
    <message>
        <source>找不到文件“%1”；请核对路径。</source>
        <translation>File &quot;%1&quot; was not found; please check the path.</translation>
    </message>
    <message>
        <source>“%1”是文件夹；请选择其中的文件。</source>
        <translation>&quot;%1&quot; is a folder; please choose a file in it.</translation>
    </message>
    <message>
        <source>没有读取文件“%1”的权限；请修改权限或复制到可读的文件夹。</source>
        <translation>There is no permission to read &quot;%1&quot;; change its permissions or copy it into a folder that can be read.</translation>
    </message>
    <message>
        <source>“%1”设有打开密码；请在 Excel 或 WPS 中去掉密码，另存为 .xlsx 后再试。</source>
        <translation>&quot;%1&quot; has an opening password; remove it in Excel or WPS, save as .xlsx and try again.</translation>
    </message>
    <message>
        <source>“%1”是空文件（0 字节）；请重新获取该文件。</source>
        <translation>&quot;%1&quot; is empty (0 bytes); please get the file again.</translation>
    </message>
    <message>
        <source>“%1”实际上是%2，不能这样读取；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>&quot;%1&quot; is in fact %2 and cannot be read like this; open it in Excel or WPS, save as .xlsx and try again.</translation>
    </message>
</context>
<context>
    <name>FileTools</name>
    <message>
        <source>找不到文件“%1”；请核对路径。</source>
        <translation>File &quot;%1&quot; was not found; please check the path.</translation>
    </message>
    <message>
        <source>“%1”是文件夹；请选择其中的文件。</source>
        <translation>&quot;%1&quot; is a folder; please choose a file in it.</translation>
    </message>
    <message>
        <source>没有读取文件“%1”的权限；请修改权限或复制到可读的文件夹。</source>
        <translation>There is no permission to read &quot;%1&quot;; change its permissions or copy it into a folder that can be read.</translation>
    </message>
    <message>
        <source>无法读取文件“%1”；请检查磁盘或网络连接后重试。</source>
        <translation>File &quot;%1&quot; cannot be read; check the disk or network connection and try again.</translation>
    </message>
    <message>
        <source>无法写入“%1”：所在文件夹不存在；请先新建文件夹。</source>
        <translation>&quot;%1&quot; cannot be written: its folder does not exist; please make it first.</translation>
    </message>
    <message>
        <source>无法写入“%1”：同名文件夹已存在；请换一个文件名。</source>
        <translation>&quot;%1&quot; cannot be written: a folder has the same name; choose another name.</translation>
    </message>
    <message>
        <source>无法写入“%1”：文件或文件夹是只读的；请修改权限或另选位置。</source>
        <translation>&quot;%1&quot; cannot be written: the file or folder is read-only; change the permissions or choose another place.</translation>
    </message>
    <message>
        <source>无法写入“%1”：磁盘空间不足；请清理磁盘或另选位置。</source>
        <translation>&quot;%1&quot; cannot be written: the disk is full; free some space or choose another place.</translation>
    </message>
    <message>
        <source>无法写入“%1”；请检查磁盘或网络连接后重试。</source>
        <translation>&quot;%1&quot; cannot be written; check the disk or network connection and try again.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>文件“%1”超过 %2 MB，未读取；请拆分或精简后再试。</source>
        <translation>File &quot;%1&quot; is larger than %2 MB and was not read; please split or reduce it.</translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>公式“%1”读不通：结尾不完整；请补全运算数或括号。</source>
        <translation>Formula &quot;%1&quot; is not complete at its end; add the missing operand or bracket.</translation>
    </message>
    <message>
        <source>公式“%1”第 %2 个字符“%3”处读不通；公式只能含变量、数字、+ - * / ^ ( ) 和 min、max、abs、sqrt。</source>
        <translation>Formula &quot;%1&quot; cannot be read at character %2, &quot;%3&quot;; a formula holds only variables, numbers, + - * / ^ ( ) and min, max, abs, sqrt.</translation>
    </message>
    <message>
        <source>长度（面积、体积）</source>
        <translation>length (area, volume)</translation>
    </message>
    <message>
        <source>质量</source>
        <translation>mass</translation>
    </message>
    <message>
        <source>标准煤</source>
        <translation>coal equivalent</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>time</translation>
    </message>
    <message>
        <source>人口</source>
        <translation>population</translation>
    </message>
    <message>
        <source>个数</source>
        <translation>count</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>money</translation>
    </message>
    <message>
        <source>能量</source>
        <translation>energy</translation>
    </message>
    <message>
        <source>公式是空的；请填写公式，或把该指标作为直接填报。</source>
        <translation>The formula is empty; enter one, or let the indicator be reported directly.</translation>
    </message>
    <message>
        <source>公式超过 %1 个字符；请拆成几个指标。</source>
        <translation>The formula is longer than %1 characters; split it into several indicators.</translation>
    </message>
    <message>
        <source>公式“%1”中的“%2”没有数值；请先填报该数据。</source>
        <translation>&quot;%2&quot; in formula &quot;%1&quot; has no value; please have it reported first.</translation>
    </message>
    <message>
        <source>公式“%1”的结果不是有限的数（例如分母为零）；请核对各项输入。</source>
        <translation>The result of formula &quot;%1&quot; is not a finite number (a denominator may be zero); check its inputs.</translation>
    </message>
    <message>
        <source>公式“%1”无法计算；请检查公式。</source>
        <translation>Formula &quot;%1&quot; cannot be computed; please check it.</translation>
    </message>
    <message>
        <source>公式“%1”中的“%2”没有计量单位；请在数据项中补上。</source>
        <translation>&quot;%2&quot; in formula &quot;%1&quot; has no unit; add it to the quantity.</translation>
    </message>
    <message>
        <source>公式“%1”的单位不符：按各项输入，“%2”应为 %3 次方，而单位“%4”是 %5 次方；请核对公式和各项单位。</source>
        <translation>The units of formula &quot;%1&quot; do not agree: by its inputs, the power of &quot;%2&quot; should be %3, but in unit &quot;%4&quot; it is %5; check the formula and the units.</translation>
    </message>
    <message>
        <source>公式“%1”把“%2”不同的量加减在一起，结果不能以“%3”为单位；请核对公式和各项单位。</source>
        <translation>Formula &quot;%1&quot; adds quantities of different &quot;%2&quot;, so the result cannot be in &quot;%3&quot;; check the formula and the units.</translation>
    </message>
    <message>
        <source>公式“%1”在试算中得不到有限的数，无法核对单位；请检查公式。</source>
        <translation>A trial of formula &quot;%1&quot; gave no finite number, so its units cannot be checked; please check the formula.</translation>
    </message>
</context>
<context>
    <name>Gdal</name>
    <message>
        <source>坐标系“%1”不能换算到 2000 国家大地坐标系；请先在 GIS 软件中转换图层。</source>
        <translation>Reference system “%1” cannot be brought to CGCS2000; transform the layer in a GIS first.</translation>
    </message>
    <message>
        <source>没有 EPSG:%1 这个坐标系；常用的有 4490、4526–4528、4547–4549。</source>
        <translation>There is no reference system EPSG:%1; common ones are 4490, 4526–4528, 4547–4549.</translation>
    </message>
    <message>
        <source>坐标系的说明无法识别；请指定坐标系（如 EPSG:4549）。</source>
        <translation>The description of the reference system is not understood; state the system (such as EPSG:4549).</translation>
    </message>
    <message>
        <source>坐标系“%1”既不是经纬度也不是投影坐标；请指定坐标系（如 EPSG:4549）。</source>
        <translation>Reference system “%1” is neither geographic nor projected; state the system (such as EPSG:4549).</translation>
    </message>
    <message>
        <source>坐标系“%1”的基准不明，不能计算椭球面积；请指定坐标系（如 EPSG:4549）。</source>
        <translation>The datum of reference system “%1” is unknown, so ellipsoidal areas cannot be computed; state the system (such as EPSG:4549).</translation>
    </message>
    <message>
        <source>有坐标超出坐标系的范围；请检查图层的坐标系是否标对。</source>
        <translation>Some coordinates lie outside the reference system&apos;s range; check whether the layer states the right system.</translation>
    </message>
    <message>
        <source>找不到图层文件 %1，请检查路径。</source>
        <translation>Layer file %1 was not found; check the path.</translation>
    </message>
    <message>
        <source>%1 不是能读的空间数据，或已损坏、缺少配套文件；请检查文件是否齐全。</source>
        <translation>%1 is no spatial data that can be read, or it is damaged or lacks a companion file; check that all files are there.</translation>
    </message>
    <message>
        <source>%1 里没有图层“%2”；有的是：%3。</source>
        <translation>%1 has no layer “%2”; it has: %3.</translation>
    </message>
    <message>
        <source>%1 里没有带图形的图层。</source>
        <translation>%1 has no layer with shapes.</translation>
    </message>
    <message>
        <source>%1 里有几个图层，请说明用哪一个：%2。</source>
        <translation>%1 has several layers; say which one: %2.</translation>
    </message>
    <message>
        <source>图层“%1”里没有字段“%2”；有的是：%3。</source>
        <translation>Layer “%1” has no field “%2”; it has: %3.</translation>
    </message>
    <message>
        <source>图层“%1”读到一半出错，文件可能不完整；请重新取得文件。</source>
        <translation>Reading layer “%1” failed half way; the file may be incomplete: obtain it again.</translation>
    </message>
    <message>
        <source>图层“%1”第 %2 号要素的图形有误，修复不了；请在 GIS 软件中重画。</source>
        <translation>Feature %2 of layer “%1” has a faulty shape that cannot be repaired; redraw it in a GIS.</translation>
    </message>
    <message>
        <source>写图层文件“%1”时磁盘已满；请清理磁盘或另选位置，原有文件未动。</source>
        <translation>The disk is full while writing the layer file “%1”; make room or choose another place. The file that was there is untouched.</translation>
    </message>
    <message>
        <source>图层文件“%1”没有写成；请检查磁盘或网络连接后重试，原有文件未动。</source>
        <translation>The layer file “%1” could not be written; check the disk or the network and try again. The file that was there is untouched.</translation>
    </message>
    <message>
        <source>图层写不成“%1”：后缀只能是 .gpkg、.shp、.fgb、.geojson 或 .csv。</source>
        <translation>A layer cannot be written as “%1”: the suffix must be .gpkg, .shp, .fgb, .geojson or .csv.</translation>
    </message>
    <message>
        <source>图层写不成“%1”：所在文件夹不存在；请先新建文件夹。</source>
        <translation>A layer cannot be written as “%1”: there is no such folder; create it first.</translation>
    </message>
    <message>
        <source>图层写不成“%1”：文件或文件夹是只读的；请修改权限或另选位置。</source>
        <translation>A layer cannot be written as “%1”: the file or folder is read-only; change its permissions or choose another place.</translation>
    </message>
    <message>
        <source>“%1”只能放一个图层；要放几个请写成 .gpkg。</source>
        <translation>“%1” holds one layer only; write a .gpkg for several.</translation>
    </message>
    <message>
        <source>写图层“%1”时，值比字段多或图层尚未开始。</source>
        <translation>Writing layer “%1”: more values than fields, or the layer has not been started.</translation>
    </message>
    <message>
        <source>图层“%1”第 %2 号要素的坐标 %3、%4 不是地上的位置；请在 GIS 软件中改正或删除这个顶点。</source>
        <translation>Feature %2 of layer &quot;%1&quot; has the coordinates %3, %4, which are no place on earth; correct or delete this vertex in a GIS.</translation>
    </message>
    <message>
        <source>连不上数据库；请检查连接参数和网络，密码放在环境变量 PGPASSWORD 或 .pgpass 里。</source>
        <translation>The database cannot be reached; check the connection and the network, and put the password into the environment variable PGPASSWORD or into .pgpass.</translation>
    </message>
    <message>
        <source>数据库没能完成计算；请看详情中数据库的说明，或把图层导出成文件再算。</source>
        <translation>The database could not finish the computation; see its own words in the details, or export the layers to files and compute there.</translation>
    </message>
    <message>
        <source>数据库的计算结果读不出来；请检查连接是否中断。</source>
        <translation>The database&apos;s result cannot be read; check whether the connection broke.</translation>
    </message>
    <message>
        <source>%1 缺少配套文件 %2，读不了；请向提供方索要完整的一套（.shp、.shx、.dbf、.prj）。</source>
        <translation>%1 lacks its companion file %2 and cannot be read; ask the provider for the whole set (.shp, .shx, .dbf, .prj).</translation>
    </message>
    <message>
        <source>连不上数据库“%1”；请检查连接参数，密码放在环境变量 PGPASSWORD 或 .pgpass 里。</source>
        <translation>Cannot connect to the database “%1”; check the parameters, and keep the password in the environment variable PGPASSWORD or in .pgpass.</translation>
    </message>
    <message>
        <source>图层“%1”的筛选条件写法不对：%2。</source>
        <translation>The filter of layer “%1” is not written correctly: %2.</translation>
    </message>
    <message>
        <source>磁盘空间不足，图层没有存入 %1，文件未作改动；请清理磁盘后重试。</source>
        <translation>The disk is full: the layer was not put into %1, which is unchanged; make room and try again.</translation>
    </message>
    <message>
        <source>%1 正被其他程序写入，图层没有存入；请稍后再试，或关闭正在编辑它的程序（如 QGIS）。</source>
        <translation>Another program is writing to %1, and the layer was not put into it; try again later, or close the program that edits it (QGIS, for example).</translation>
    </message>
    <message>
        <source>%1 不能写入，图层没有存入；请检查文件和文件夹的权限。</source>
        <translation>%1 cannot be written, and the layer was not put into it; check the permissions of file and folder.</translation>
    </message>
    <message>
        <source>图层没有存入 %1，文件未作改动；请检查磁盘后重试。</source>
        <translation>The layer was not put into %1, which is unchanged; check the disk and try again.</translation>
    </message>
    <message>
        <source>已取消，图层没有存入。</source>
        <translation>Cancelled; the layer was not taken in.</translation>
    </message>
    <message>
        <source>%1 里已有名为 %2 的表。</source>
        <translation>%1 already has a table called %2.</translation>
    </message>
    <message>
        <source>本机的 GDAL 没有内存图层，读不了坐标表；请重装 GDAL。</source>
        <translation>GDAL on this computer has no layers in memory, so tables of coordinates cannot be read; install GDAL anew.</translation>
    </message>
    <message>
        <source>坐标表“%1”太大，内存不够；请拆分后再试。</source>
        <translation>The table of coordinates “%1” is too large for the memory; split it and try again.</translation>
    </message>
    <message>
        <source>坐标系“%1”属于旧基准，换算到 2000 国家大地坐标系需要测绘主管部门的转换参数；请在导入时写明参数（七参数、三参数或平面四参数），或先转换图层再导入。</source>
        <translation>The system “%1” stands on an old datum; bringing it to CGCS2000 needs parameters of the survey authority. State them while adding the layer (seven, three, or four of the plane), or transform the layer first.</translation>
    </message>
    <message>
        <source>坐标系“%1”不能按所给参数换算；请先在 GIS 软件中转换图层。</source>
        <translation>The system “%1” cannot be brought over by these parameters; transform the layer in a GIS first.</translation>
    </message>
    <message>
        <source>平面四参数要指明转换到哪个投影坐标系（如 into=4549），“%1”不是。</source>
        <translation>Four parameters of the plane need a projected system to lead to (such as into=4549); “%1” is none.</translation>
    </message>
    <message>
        <source>没有与“%1”同带的 2000 国家大地坐标系；请用 into= 指明转换到哪个坐标系（如 into=4549）。</source>
        <translation>CGCS2000 has no zone like that of “%1”; say with into= which system to go to (such as into=4549).</translation>
    </message>
    <message>
        <source>已取消数据库里的计算。</source>
        <translation>The computation in the database was cancelled.</translation>
    </message>
    <message>
        <source>与数据库的连接中断了，没有算完；请确认数据库在运行、网络通畅后再算。</source>
        <translation>The connection to the database was lost before the computation was done; make sure that the database is running and can be reached, then compute again.</translation>
    </message>
    <message>
        <source>数据库里的要素读不出来；请看详情中数据库的说明，并检查连接是否中断。</source>
        <translation>The features in the database cannot be read; see the database&apos;s own words in the details, and check whether the connection was lost.</translation>
    </message>
    <message>
        <source>压缩包“%1”打不开，可能已损坏、设有密码、不是 zip，或文件名指向包外；请解压后再导入。</source>
        <translation>The archive “%1” does not open: it may be damaged, protected by a password, no zip, or have names that lead out of it. Unpack it first.</translation>
    </message>
    <message>
        <source>压缩包“%1”解开后超出安全限制（%2 MB、%3 个文件，或大小与内容极不相称）；请自行解压后再导入。</source>
        <translation>The archive “%1” unpacks to more than is safe (%2 MB, %3 files, or out of all proportion to its size). Unpack it yourself first.</translation>
    </message>
    <message>
        <source>压缩包“%1”里有文件名指向包外（如 ../），不予读取；请核对来源，或自行解压后再导入。</source>
        <translation>The archive “%1” has names that lead out of it (such as ../) and is not read. Check where it comes from, or unpack it yourself.</translation>
    </message>
    <message>
        <source>压缩包里的“%1”解不开，可能已损坏；请解压后再导入。</source>
        <translation>“%1” in the archive cannot be unpacked and may be damaged. Unpack the archive first.</translation>
    </message>
    <message>
        <source>压缩包里的“%1”没有地方解开；请清理磁盘后重试。</source>
        <translation>There is no room to unpack “%1” of the archive. Free some space and try again.</translation>
    </message>
    <message>
        <source>压缩包里的“%1”解开后超过 %2 MB；请自行解压后再导入。</source>
        <translation>“%1” in the archive unpacks to more than %2 MB. Unpack it yourself first.</translation>
    </message>
    <message>
        <source>图纸“%1”已损坏或不完整；请在 CAD 软件中检查修复后另存为 DXF。</source>
        <translation>The drawing “%1” is damaged or incomplete. Audit it in the CAD program and save it as DXF.</translation>
    </message>
    <message>
        <source>图纸“%1”读不进内存。</source>
        <translation>The drawing “%1” could not be read into memory.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1”不是 DWG 图纸，或已损坏；请在 CAD 软件中另存为 DXF。</source>
        <translation>“%1” is no DWG drawing, or damaged. Save it as DXF in the CAD program.</translation>
    </message>
    <message>
        <source>图纸“%1”的版本是 %2，读不了；请在 CAD 软件中另存为 AutoCAD 2000 的 DWG 或 DXF。</source>
        <translation>The drawing “%1” is of version %2, which cannot be read. Save it as DWG of AutoCAD 2000, or as DXF.</translation>
    </message>
    <message>
        <source>图纸“%1”读不了，或大得不能读；请检查文件的权限，或另存为 DXF。</source>
        <translation>The drawing “%1” cannot be read, or is too large. Check its permissions, or save it as DXF.</translation>
    </message>
    <message>
        <source>“%1”写不成：FlatGeobuf 存不下没有图形的要素，第 %2 个要素就没有；请改写成 .gpkg。</source>
        <translation>“%1” cannot be written: FlatGeobuf cannot hold features without geometry, and feature %2 has none. Write a .gpkg instead.</translation>
    </message>
    <message>
        <source>没有 %1 这个文件；请重新选择瓦片。</source>
        <translation>There is no file %1; choose the tiles again.</translation>
    </message>
    <message>
        <source>%1 不是 MBTiles 瓦片；请选 .mbtiles 文件，或按 z/x/y 存放瓦片的文件夹。</source>
        <translation>%1 holds no MBTiles tiles; choose an .mbtiles file, or a folder with tiles as z/x/y.</translation>
    </message>
    <message>
        <source>%1 里没有瓦片；请换一个文件。</source>
        <translation>There are no tiles in %1; choose another file.</translation>
    </message>
    <message>
        <source>%1 的瓦片是矢量的，不能作底图；请用图片瓦片（png、jpg）。</source>
        <translation>The tiles of %1 are vectors and cannot be a base map; use tiles that are pictures (png, jpg).</translation>
    </message>
    <message>
        <source>%1 读不出瓦片；文件可能已损坏。</source>
        <translation>No tiles could be read from %1; the file may be damaged.</translation>
    </message>
    <message>
        <source>底图文件 %1 不在了；请放回原处，或移除这个底图再重新添加。</source>
        <translation>The underlay %1 is no longer there; put it back, or remove the underlay and add it again.</translation>
    </message>
    <message>
        <source>%1 不能当底图打开；可用的是 GeoTIFF、栅格 MBTiles 和 GeoPackage 里的瓦片，文件也可能已损坏。</source>
        <translation>%1 cannot be opened as an underlay; GeoTIFF, raster MBTiles and tiles in a GeoPackage can, unless the file is damaged.</translation>
    </message>
    <message>
        <source>%1 里没有栅格瓦片。</source>
        <translation>%1 holds no raster tiles.</translation>
    </message>
    <message>
        <source>%1 里有几张瓦片表，请指明一张：%2。</source>
        <translation>%1 holds several tables of tiles; name one: %2.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 没有坐标位置（地理参考）；请用带坐标的 GeoTIFF。</source>
        <translation>%1 has no place on earth; use a GeoTIFF with coordinates.</translation>
    </message>
    <message>
        <source>%1 没有写明坐标系；请先用 gdal_edit.py -a_srs 写入。</source>
        <translation>%1 states no reference system; write it with gdal_edit.py -a_srs first.</translation>
    </message>
    <message>
        <source>底图 %1：%2</source>
        <translation>Underlay %1: %2</translation>
    </message>
    <message>
        <source>底图 %1 读不出来；文件可能已损坏或被改动。</source>
        <translation>The underlay %1 cannot be read; it may be damaged or changed.</translation>
    </message>
    <message>
        <source>底图 %1 没有金字塔，缩小时读取太慢；请放大，或用 gdaladdo 建金字塔。</source>
        <translation>The underlay %1 has no overviews and is too slow to read from afar; zoom in, or make overviews with gdaladdo.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>%1 等 %2 个</source>
        <translation>%1 and others, %2 in all</translation>
    </message>
</context>
<context>
    <name>HtmlTables</name>
    <message>
        <source>“%1”的文字编码无法识别；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>The text encoding of &quot;%1&quot; was not recognised; open it in Excel or WPS, save as .xlsx, and try again.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>“%1”单元格过多，超出安全限制；请删除多余的行列，或拆分后再试。</source>
        <translation>&quot;%1&quot; has more cells than is safe; delete needless rows and columns, or split it, and try again.</translation>
    </message>
    <message>
        <source>“%1”是网页，但其中没有表格；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>&quot;%1&quot; is a web page without a table; open it in Excel or WPS, save as .xlsx, and try again.</translation>
    </message>
</context>
<context>
    <name>InterfacePainter</name>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
</context>
<context>
    <name>LayerModel</name>
    <message>
        <source>完好</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>已修复</source>
        <translation>Repaired</translation>
    </message>
    <message>
        <source>有问题</source>
        <translation>Has faults</translation>
    </message>
    <message>
        <source>文件已变</source>
        <translation>File changed</translation>
    </message>
    <message>
        <source>找不到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>未检查</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>找不到 %1。请放回原处，或用“替换…”指到新的位置。</source>
        <translation>%1 is not there. Put it back, or point to its new place with “Replace…”.</translation>
    </message>
    <message>
        <source>内容与读入时不同。用“替换…”重新读入，再计算。</source>
        <translation>The content differs from what was taken in. Take it in again with “Replace…”, then compute.</translation>
    </message>
    <message>
        <source>按文件</source>
        <translation>As the file says</translation>
    </message>
</context>
<context>
    <name>LayerNames</name>
    <message>
        <source>基础</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>行政区</source>
        <translation>Administrative area</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>乡镇（街道）</source>
        <translation>Township (subdistrict)</translation>
    </message>
    <message>
        <source>行政区界线</source>
        <translation>Administrative boundary line</translation>
    </message>
    <message>
        <source>界线类型</source>
        <translation>Boundary type</translation>
    </message>
    <message>
        <source>行政村</source>
        <translation>Administrative village</translation>
    </message>
    <message>
        <source>常住人口</source>
        <translation>Resident population</translation>
    </message>
    <message>
        <source>城区范围</source>
        <translation>Urban area extent</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>社区单元</source>
        <translation>Community unit</translation>
    </message>
    <message>
        <source>建成区范围</source>
        <translation>Built-up area extent</translation>
    </message>
    <message>
        <source>城市组团</source>
        <translation>Urban cluster</translation>
    </message>
    <message>
        <source>城市中心</source>
        <translation>City centre</translation>
    </message>
    <message>
        <source>现状</source>
        <translation>Present state</translation>
    </message>
    <message>
        <source>地类图斑</source>
        <translation>Land class parcels</translation>
    </message>
    <message>
        <source>图斑编号</source>
        <translation>Parcel number</translation>
    </message>
    <message>
        <source>地类编码</source>
        <translation>Land class code</translation>
    </message>
    <message>
        <source>地类名称</source>
        <translation>Land class name</translation>
    </message>
    <message>
        <source>坐落单位代码</source>
        <translation>Code of the unit where it lies</translation>
    </message>
    <message>
        <source>坐落单位名称</source>
        <translation>Name of the unit where it lies</translation>
    </message>
    <message>
        <source>图斑面积</source>
        <translation>Parcel area</translation>
    </message>
    <message>
        <source>扣除面积</source>
        <translation>Deducted area</translation>
    </message>
    <message>
        <source>图斑地类面积</source>
        <translation>Net parcel area</translation>
    </message>
    <message>
        <source>城镇村属性码</source>
        <translation>Town and village code</translation>
    </message>
    <message>
        <source>数据年份</source>
        <translation>Year of the data</translation>
    </message>
    <message>
        <source>居住用地</source>
        <translation>Residential land</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>用地代码</source>
        <translation>Land use code</translation>
    </message>
    <message>
        <source>居住户数</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>养殖用海</source>
        <translation>Aquaculture sea use</translation>
    </message>
    <message>
        <source>宗海编号</source>
        <translation>Sea parcel number</translation>
    </message>
    <message>
        <source>用海类型</source>
        <translation>Sea use type</translation>
    </message>
    <message>
        <source>面积</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>海岸线</source>
        <translation>Coastline</translation>
    </message>
    <message>
        <source>岸线类型</source>
        <translation>Coast type</translation>
    </message>
    <message>
        <source>整治恢复情况</source>
        <translation>Restoration state</translation>
    </message>
    <message>
        <source>近岸海域水质分区</source>
        <translation>Nearshore water quality zones</translation>
    </message>
    <message>
        <source>水质类别</source>
        <translation>Water quality grade</translation>
    </message>
    <message>
        <source>监测年份</source>
        <translation>Year monitored</translation>
    </message>
    <message>
        <source>不透水地表</source>
        <translation>Impervious surface</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>影像年份</source>
        <translation>Year of the imagery</translation>
    </message>
    <message>
        <source>透水地面</source>
        <translation>Pervious surface</translation>
    </message>
    <message>
        <source>底线</source>
        <translation>Control lines</translation>
    </message>
    <message>
        <source>生态保护红线</source>
        <translation>Ecological redline</translation>
    </message>
    <message>
        <source>永久基本农田</source>
        <translation>Permanent basic farmland</translation>
    </message>
    <message>
        <source>城镇开发边界</source>
        <translation>Urban development boundary</translation>
    </message>
    <message>
        <source>边界类型</source>
        <translation>Boundary kind</translation>
    </message>
    <message>
        <source>历史文化保护线</source>
        <translation>Historic conservation line</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>历史文化街区</source>
        <translation>Historic district</translation>
    </message>
    <message>
        <source>公布批次</source>
        <translation>Batch of publication</translation>
    </message>
    <message>
        <source>自然和文化遗产</source>
        <translation>Natural and cultural heritage</translation>
    </message>
    <message>
        <source>高标准农田</source>
        <translation>High-standard farmland</translation>
    </message>
    <message>
        <source>建成年份</source>
        <translation>Year completed</translation>
    </message>
    <message>
        <source>生态修复项目</source>
        <translation>Ecological restoration project</translation>
    </message>
    <message>
        <source>修复类型</source>
        <translation>Restoration type</translation>
    </message>
    <message>
        <source>完成年份</source>
        <translation>Year finished</translation>
    </message>
    <message>
        <source>生态廊道</source>
        <translation>Ecological corridor</translation>
    </message>
    <message>
        <source>宽度</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>是否达标</source>
        <translation>Meets the standard</translation>
    </message>
    <message>
        <source>人口</source>
        <translation>Population</translation>
    </message>
    <message>
        <source>人口格网</source>
        <translation>Population grid</translation>
    </message>
    <message>
        <source>格网编号</source>
        <translation>Grid cell number</translation>
    </message>
    <message>
        <source>就业岗位</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>街道人口</source>
        <translation>Population of subdistricts</translation>
    </message>
    <message>
        <source>设施</source>
        <translation>Facilities</translation>
    </message>
    <message>
        <source>应急避难场所</source>
        <translation>Emergency shelter</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>有效避难面积</source>
        <translation>Usable shelter area</translation>
    </message>
    <message>
        <source>容纳人数</source>
        <translation>People it holds</translation>
    </message>
    <message>
        <source>消防站</source>
        <translation>Fire station</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>小学</source>
        <translation>Primary school</translation>
    </message>
    <message>
        <source>班数</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>学位数</source>
        <translation>Student places</translation>
    </message>
    <message>
        <source>中学</source>
        <translation>Secondary school</translation>
    </message>
    <message>
        <source>高等学校</source>
        <translation>University or college</translation>
    </message>
    <message>
        <source>社区卫生服务设施</source>
        <translation>Community health facility</translation>
    </message>
    <message>
        <source>医院</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>床位数</source>
        <translation>Beds</translation>
    </message>
    <message>
        <source>社区养老设施</source>
        <translation>Community elderly care</translation>
    </message>
    <message>
        <source>社区文化设施</source>
        <translation>Community culture facility</translation>
    </message>
    <message>
        <source>建筑面积</source>
        <translation>Floor area</translation>
    </message>
    <message>
        <source>文化艺术场馆</source>
        <translation>Culture and arts venue</translation>
    </message>
    <message>
        <source>社区体育设施</source>
        <translation>Community sports facility</translation>
    </message>
    <message>
        <source>用地面积</source>
        <translation>Site area</translation>
    </message>
    <message>
        <source>足球场地</source>
        <translation>Football pitch</translation>
    </message>
    <message>
        <source>规格</source>
        <translation>Size class</translation>
    </message>
    <message>
        <source>是否开放</source>
        <translation>Open to the public</translation>
    </message>
    <message>
        <source>菜市场（生鲜超市）</source>
        <translation>Food market (fresh food shop)</translation>
    </message>
    <message>
        <source>咖啡馆茶舍</source>
        <translation>Café or tea house</translation>
    </message>
    <message>
        <source>公园绿地</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>分布式清洁能源设施覆盖范围</source>
        <translation>Area served by distributed clean energy</translation>
    </message>
    <message>
        <source>能源类型</source>
        <translation>Energy type</translation>
    </message>
    <message>
        <source>安全</source>
        <translation>Safety</translation>
    </message>
    <message>
        <source>内涝积水点</source>
        <translation>Waterlogging spot</translation>
    </message>
    <message>
        <source>发生次数</source>
        <translation>Times it happened</translation>
    </message>
    <message>
        <source>整治情况</source>
        <translation>Remediation state</translation>
    </message>
    <message>
        <source>地质灾害隐患点</source>
        <translation>Geological hazard spot</translation>
    </message>
    <message>
        <source>灾种</source>
        <translation>Kind of hazard</translation>
    </message>
    <message>
        <source>威胁人数</source>
        <translation>People at risk</translation>
    </message>
    <message>
        <source>治理情况</source>
        <translation>Treatment state</translation>
    </message>
    <message>
        <source>堤防</source>
        <translation>Dike</translation>
    </message>
    <message>
        <source>设计标准</source>
        <translation>Design standard</translation>
    </message>
    <message>
        <source>声环境监测路段（区域）</source>
        <translation>Noise monitoring section (area)</translation>
    </message>
    <message>
        <source>功能区类别</source>
        <translation>Functional zone class</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Networks</translation>
    </message>
    <message>
        <source>道路网络</source>
        <translation>Road network</translation>
    </message>
    <message>
        <source>道路等级</source>
        <translation>Road class</translation>
    </message>
    <message>
        <source>设计车速</source>
        <translation>Design speed</translation>
    </message>
    <message>
        <source>是否单行</source>
        <translation>One-way</translation>
    </message>
    <message>
        <source>自行车道</source>
        <translation>Bicycle lane</translation>
    </message>
    <message>
        <source>步行阻隔线</source>
        <translation>Walking barrier</translation>
    </message>
    <message>
        <source>高速公路</source>
        <translation>Motorway</translation>
    </message>
    <message>
        <source>路线编号</source>
        <translation>Route number</translation>
    </message>
    <message>
        <source>通车年份</source>
        <translation>Year opened</translation>
    </message>
    <message>
        <source>铁路</source>
        <translation>Railway</translation>
    </message>
    <message>
        <source>线路类型</source>
        <translation>Line type</translation>
    </message>
    <message>
        <source>轨道线</source>
        <translation>Rail transit line</translation>
    </message>
    <message>
        <source>轨道站</source>
        <translation>Rail transit station</translation>
    </message>
    <message>
        <source>所属线路</source>
        <translation>Line it belongs to</translation>
    </message>
    <message>
        <source>机场</source>
        <translation>Airport</translation>
    </message>
    <message>
        <source>绿道</source>
        <translation>Greenway</translation>
    </message>
    <message>
        <source>综合管廊</source>
        <translation>Utility tunnel</translation>
    </message>
    <message>
        <source>入廊管线</source>
        <translation>Pipelines inside</translation>
    </message>
    <message>
        <source>建筑</source>
        <translation>Buildings</translation>
    </message>
    <message>
        <source>建筑物</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>层数</source>
        <translation>Storeys</translation>
    </message>
    <message>
        <source>高度</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>基底面积</source>
        <translation>Footprint area</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>地下空间</source>
        <translation>Underground space</translation>
    </message>
    <message>
        <source>土地利用</source>
        <translation>Land use</translation>
    </message>
    <message>
        <source>闲置土地</source>
        <translation>Idle land</translation>
    </message>
    <message>
        <source>宗地编号</source>
        <translation>Land lot number</translation>
    </message>
    <message>
        <source>处置情况</source>
        <translation>Disposal state</translation>
    </message>
    <message>
        <source>土地供应</source>
        <translation>Land supply</translation>
    </message>
    <message>
        <source>电子监管号</source>
        <translation>Electronic supervision number</translation>
    </message>
    <message>
        <source>供应方式</source>
        <translation>Way of supply</translation>
    </message>
    <message>
        <source>土地来源</source>
        <translation>Source of the land</translation>
    </message>
    <message>
        <source>违法违规图斑</source>
        <translation>Illegal land use parcel</translation>
    </message>
    <message>
        <source>城市更新项目</source>
        <translation>Urban renewal project</translation>
    </message>
    <message>
        <source>改造类型</source>
        <translation>Renewal type</translation>
    </message>
    <message>
        <source>实施年份</source>
        <translation>Year carried out</translation>
    </message>
    <message>
        <source>重点项目</source>
        <translation>Key project</translation>
    </message>
</context>
<context>
    <name>MadeStyles</name>
    <message>
        <source>黑白打印时有 %1 对难以分辨，如“%2”与“%3”。</source>
        <translation>Printed in grey, %1 pairs are hard to tell apart, such as &quot;%2&quot; and &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>红绿色盲看来有 %1 对难以分辨，如“%2”与“%3”。</source>
        <translation>For red-green blind eyes, %1 pairs are hard to tell apart, such as &quot;%2&quot; and &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>黑白打印和红绿色盲看来，各类都能分辨。</source>
        <translation>In grey and for red-green blind eyes all can be told apart.</translation>
    </message>
</context>
<context>
    <name>MapSketch</name>
    <message>
        <source>已取消读取图形。</source>
        <translation>Reading the shapes was cancelled.</translation>
    </message>
</context>
<context>
    <name>Maps</name>
    <message>
        <source>%1 千米</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 米</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 厘米</source>
        <translation>%1 cm</translation>
    </message>
</context>
<context>
    <name>Measured</name>
    <message>
        <source>%1 平方千米（%2 亩）</source>
        <translation>%1 km² (%2 mu)</translation>
    </message>
    <message>
        <source>%1 公顷（%2 亩）</source>
        <translation>%1 ha (%2 mu)</translation>
    </message>
    <message>
        <source>%1 平方米（%2 亩）</source>
        <translation>%1 m² (%2 mu)</translation>
    </message>
    <message>
        <source>%1 千米</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 米</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>平方米</source>
        <translation>Square metres</translation>
    </message>
    <message>
        <source>亩</source>
        <translation>Mu</translation>
    </message>
    <message>
        <source>公顷</source>
        <translation>Hectares</translation>
    </message>
    <message>
        <source>平方千米</source>
        <translation>Square kilometres</translation>
    </message>
    <message>
        <source>米</source>
        <translation>Metres</translation>
    </message>
    <message>
        <source>千米</source>
        <translation>Kilometres</translation>
    </message>
</context>
<context>
    <name>OpenTable</name>
    <message>
        <source>“%1”单元格过多，超出安全限制；请删除多余的行列，或拆分后再试。</source>
        <translation>&quot;%1&quot; has more cells than is safe; delete needless rows and columns, or split it, and try again.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>“%1”的文字编码无法识别（试过 UTF-8、UTF-16 和 GB18030）；请另存为 UTF-8 编码的 CSV 或 .xlsx 后再试。</source>
        <translation>The text encoding of &quot;%1&quot; is not recognised (UTF-8, UTF-16 and GB18030 were tried); save it as CSV in UTF-8 or as .xlsx and try again.</translation>
    </message>
    <message>
        <source>引号没有配对，其后内容可能并入了同一单元格；请核对原文件。</source>
        <translation>A quote has no partner; what follows may have run into one cell. Please check the file.</translation>
    </message>
    <message>
        <source>“%1”不完整（文件被截断）；请重新获取该文件。</source>
        <translation>&quot;%1&quot; is not complete (the file is cut off); please get it again.</translation>
    </message>
    <message>
        <source>本机的 GDAL 不能读取%1；请把“%2”另存为 .xlsx 后再试。</source>
        <translation>This computer&apos;s GDAL cannot read %1; save &quot;%2&quot; as .xlsx and try again.</translation>
    </message>
    <message>
        <source>“%1”的扩展名与内容不符，又无法在临时文件夹中另存；请把扩展名改为 .%2 后再试。</source>
        <translation>The suffix of &quot;%1&quot; does not fit its content, and no copy could be made in the temporary folder; change the suffix to .%2 and try again.</translation>
    </message>
    <message>
        <source>“%1”（%2）读不出来：可能已损坏、设有密码，或写法特殊；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>&quot;%1&quot; (%2) cannot be read: it may be damaged, protected by a password or written unusually; open it in Excel or WPS, save as .xlsx and try again.</translation>
    </message>
    <message>
        <source>“%1”（%2）只能读出一部分，未采用；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>Only a part of &quot;%1&quot; (%2) can be read, and it was not used; open it in Excel or WPS, save as .xlsx and try again.</translation>
    </message>
    <message>
        <source>旧格式 .xls 读不到公式的结果、合并单元格、隐藏行列、批注和百分比格式；如有这些内容，请另存为 .xlsx 后再导入。</source>
        <translation>From the old format .xls no results of formulas, merged cells, hidden rows and columns, comments or percent formats can be read; if there are any, save as .xlsx before importing.</translation>
    </message>
    <message>
        <source>.ods 读不到合并单元格、隐藏行列、批注和百分比格式；如有这些内容，请另存为 .xlsx 后再导入。</source>
        <translation>From .ods no merged cells, hidden rows and columns, comments or percent formats can be read; if there are any, save as .xlsx before importing.</translation>
    </message>
    <message>
        <source>文件扩展名与内容不符，实际是%1，已按内容读取；请改正扩展名。</source>
        <translation>The suffix does not fit the content, which is %1; it was read by its content. Please correct the suffix.</translation>
    </message>
</context>
<context>
    <name>Package</name>
    <message>
        <source>“%1”不能写入，请检查文件夹的写权限，并关闭正打开它的程序。</source>
        <translation>&quot;%1&quot; cannot be written; check the folder&apos;s permissions and close the program that has the file open.</translation>
    </message>
    <message>
        <source>成果包清单“%1”已损坏，请重新生成成果包。</source>
        <translation>The package&apos;s manifest &quot;%1&quot; is damaged; please make the package again.</translation>
    </message>
    <message>
        <source>成果包清单“%1”列有文件夹以外的文件，请重新生成成果包。</source>
        <translation>The package&apos;s manifest &quot;%1&quot; lists files outside its folder; please make the package again.</translation>
    </message>
    <message>
        <source>“%1”的正文不能读取，请重新生成成果包。</source>
        <translation>The text of &quot;%1&quot; cannot be read; please make the package again.</translation>
    </message>
    <message>
        <source>“%1”是文件而不是文件夹，请另选输出文件夹。</source>
        <translation>&quot;%1&quot; is a file, not a folder; please choose another folder for the output.</translation>
    </message>
    <message>
        <source>另一个程序正在写成果包“%1”，请等它结束后再试。</source>
        <translation>Another program is writing package &quot;%1&quot;; wait until it has finished and try again.</translation>
    </message>
    <message>
        <source>已取消导出，原有成果包保持不变。</source>
        <translation>Export cancelled; the former package is as it was.</translation>
    </message>
    <message>
        <source>文件夹“%1”里没有“%2”，它不是成果包，或导出没有完成；请重新导出。</source>
        <translation>Folder &quot;%1&quot; has no &quot;%2&quot;: it is not a package, or its export was not completed; please export again.</translation>
    </message>
    <message>
        <source>文件缺失，请重新导出成果包。</source>
        <translation>The file is missing; please export the package again.</translation>
    </message>
    <message>
        <source>内容与清单不符，导出后被改动过；如属有意修改可忽略，否则请重新导出。</source>
        <translation>The content differs from the manifest: it was changed after the export. Ignore this if that was intended; otherwise export again.</translation>
    </message>
    <message>
        <source>不是可读的 PDF 文件，请重新导出成果包。</source>
        <translation>Not a readable PDF file; please export the package again.</translation>
    </message>
    <message>
        <source>报告中找不到数字“%1”所在的句子“%2”，报告与数据不一致，请重新导出。</source>
        <translation>Number &quot;%1&quot; was not found in the report in its sentence &quot;%2&quot;; report and data disagree, so please export again.</translation>
    </message>
    <message>
        <source>图斑超过 %1 个，转移矩阵不随成果编制；请在“空间数据”的“表格”里另行编制。</source>
        <translation>There are more than %1 parcels, so the transition matrix does not come with the package; make it under Spatial data, Tables.</translation>
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
    <name>PaneContents</name>
    <message>
        <source>实施：现状地类</source>
        <translation>Implementation: present land use</translation>
    </message>
    <message>
        <source>规划：控制线</source>
        <translation>Plan: control lines</translation>
    </message>
    <message>
        <source>以前：上一期地类</source>
        <translation>Before: earlier land use</translation>
    </message>
    <message>
        <source>设施和道路</source>
        <translation>Facilities and roads</translation>
    </message>
    <message>
        <source>全部图层</source>
        <translation>All layers</translation>
    </message>
    <message>
        <source>自选图层</source>
        <translation>Own choice</translation>
    </message>
    <message>
        <source>差异：两期之间的地类变化</source>
        <translation>Difference: land use between two years</translation>
    </message>
    <message>
        <source>差异：两期之间的建设用地增减</source>
        <translation>Difference: construction land between two years</translation>
    </message>
    <message>
        <source>差异：规划边界外和红线内的建设用地</source>
        <translation>Difference: construction beyond plan and redlines</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>东经 %1  北纬 %2    X %3  Y %4  %5</source>
        <translation>E %1  N %2    X %3  Y %4  %5</translation>
    </message>
</context>
<context>
    <name>PrintedFacts</name>
    <message>
        <source>引用数字清单不是有效的 JSON，请重新生成成果包。</source>
        <translation>The list of printed numbers is not valid JSON; please make the package again.</translation>
    </message>
</context>
<context>
    <name>Project</name>
    <message>
        <source>%1 %2 年值</source>
        <translation>%1, figure for %2</translation>
    </message>
    <message>
        <source>%1 %2 %3 年值</source>
        <translation>%1, %2, figure for %3</translation>
    </message>
    <message>
        <source>修改 %1</source>
        <translation>Edit %1</translation>
    </message>
    <message>
        <source>录入 %1</source>
        <translation>Enter %1</translation>
    </message>
    <message>
        <source>删除 %1</source>
        <translation>Delete %1</translation>
    </message>
    <message>
        <source>采用 %1</source>
        <translation>Adopt %1</translation>
    </message>
    <message>
        <source>修改指标 %1</source>
        <translation>Edit indicator %1</translation>
    </message>
    <message>
        <source>增加指标 %1</source>
        <translation>Add indicator %1</translation>
    </message>
    <message>
        <source>不纳入指标 %1</source>
        <translation>Leave out indicator %1</translation>
    </message>
    <message>
        <source>恢复指标 %1</source>
        <translation>Restore indicator %1</translation>
    </message>
    <message>
        <source>修改基础数据项 %1</source>
        <translation>Edit quantity %1</translation>
    </message>
    <message>
        <source>修改 %1 的目标</source>
        <translation>Edit the goal of %1</translation>
    </message>
    <message>
        <source>修改 %1 的对标值</source>
        <translation>Edit the benchmark of %1</translation>
    </message>
    <message>
        <source>修改部门 %1</source>
        <translation>Edit department %1</translation>
    </message>
    <message>
        <source>修改地区 %1</source>
        <translation>Edit region %1</translation>
    </message>
    <message>
        <source>修改来源 %1</source>
        <translation>Edit source %1</translation>
    </message>
    <message>
        <source>修改 %1 的%2</source>
        <translation>Edit %2 of %1</translation>
    </message>
    <message>
        <source>修改项目信息</source>
        <translation>Edit the project&apos;s facts</translation>
    </message>
    <message>
        <source>%1 正被其他程序写入，请稍后再试，或关闭正在编辑它的程序（如 QGIS）。</source>
        <translation>%1 is being written by another program; try again later, or close the program that edits it (such as QGIS).</translation>
    </message>
    <message>
        <source>%1 不能写入，请检查文件和所在文件夹的权限，或另存到可写的文件夹。</source>
        <translation>%1 cannot be written; check the permissions of the file and its folder, or save a copy where you may write.</translation>
    </message>
    <message>
        <source>磁盘空间不足，%1 未作改动；请清理磁盘后重试。</source>
        <translation>The disk is full and %1 was not changed; free some space and try again.</translation>
    </message>
    <message>
        <source>%1 已损坏，无法读取；请改用它的备份。</source>
        <translation>%1 is damaged and cannot be read; please use its backup.</translation>
    </message>
    <message>
        <source>%1 中已有相同的记录，本次修改未保存；请刷新后重试。</source>
        <translation>%1 already holds the same record, so the edit was not saved; refresh and try again.</translation>
    </message>
    <message>
        <source>%1 中的其他记录仍引用这条记录，或所引用的记录不存在，本次修改未保存；请先处理相关记录。</source>
        <translation>Other records in %1 still refer to this one, or one it refers to does not exist, so the edit was not saved; deal with the related records first.</translation>
    </message>
    <message>
        <source>要写入 %1 的内容不完整或自相矛盾，本次修改未保存；请检查数值与状态。</source>
        <translation>What was to be written into %1 is incomplete or contradicts itself, so the edit was not saved; check figure and state.</translation>
    </message>
    <message>
        <source>读写 %1 失败，请检查磁盘和网络连接后重试。</source>
        <translation>Reading or writing %1 failed; check the disk and network connection and try again.</translation>
    </message>
    <message>
        <source>缺少 Qt 的 SQLite 驱动，无法打开项目文件；请安装软件包 libqt6sql6-sqlite。</source>
        <translation>Qt&apos;s SQLite driver is missing, so project files cannot be opened; install the package libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>无法读取 %1，请检查文件权限。</source>
        <translation>%1 cannot be read; check the file&apos;s permissions.</translation>
    </message>
    <message>
        <source>程序自带的表结构文件 %1 有误，请重新安装本软件。</source>
        <translation>The program&apos;s own table definition %1 is faulty; please install the program again.</translation>
    </message>
    <message>
        <source>未署名</source>
        <translation>Unsigned</translation>
    </message>
    <message>
        <source>项目文件已关闭，请重新打开。</source>
        <translation>The project file is closed; please open it again.</translation>
    </message>
    <message>
        <source>文件夹 %1 不存在，无法写入 %2；请先建立文件夹。</source>
        <translation>Folder %1 does not exist and %2 cannot be written; please make the folder first.</translation>
    </message>
    <message>
        <source>文件夹 %1 不能写入，无法保存 %2；请换一个文件夹。</source>
        <translation>Folder %1 is not writable and %2 cannot be saved; choose another folder.</translation>
    </message>
    <message>
        <source>无法把 %1 改名为目标文件，请检查文件夹权限。</source>
        <translation>%1 cannot be renamed to its final name; check the folder&apos;s permissions.</translation>
    </message>
    <message>
        <source>正在备份</source>
        <translation>Backing up</translation>
    </message>
    <message>
        <source>已取消备份，没有留下文件。</source>
        <translation>Backup cancelled; no file was left.</translation>
    </message>
    <message>
        <source>%1 是 GeoPackage 数据，但不是体检年度项目；请在“数据采集”中作为图层导入，或打开项目文件。</source>
        <translation>%1 holds GeoPackage data but is no check-up project; import it as a layer under Collection, or open a project file.</translation>
    </message>
    <message>
        <source>%1 是数据库，但不是体检年度项目；请选择由本软件新建的 .gpkg 文件。</source>
        <translation>%1 is a database but no check-up project; choose a .gpkg file that this program made.</translation>
    </message>
    <message>
        <source>找不到项目文件 %1，请检查路径。</source>
        <translation>Project file %1 was not found; check the path.</translation>
    </message>
    <message>
        <source>%1 是文件夹，不是项目文件；请选择 .gpkg 文件。</source>
        <translation>%1 is a folder, not a project file; choose a .gpkg file.</translation>
    </message>
    <message>
        <source>%1 是空文件，不是体检年度项目；请改用备份或新建项目。</source>
        <translation>%1 is empty and no check-up project; use a backup or begin a new project.</translation>
    </message>
    <message>
        <source>%1 不是体检年度项目；请选择由本软件新建的 .gpkg 文件。</source>
        <translation>%1 is no check-up project; choose a .gpkg file that this program made.</translation>
    </message>
    <message>
        <source>%1 不完整（可能复制或下载中断），无法打开；请重新复制或改用备份。</source>
        <translation>%1 is not complete (copying or downloading may have broken off) and cannot be opened; copy it again or use a backup.</translation>
    </message>
    <message>
        <source>%1 已存在，新建项目不会覆盖它；请换一个文件名。</source>
        <translation>%1 exists already and a new project does not replace it; choose another name.</translation>
    </message>
    <message>
        <source>未能新建项目 %1：%2</source>
        <translation>Project %1 could not be made: %2</translation>
    </message>
    <message>
        <source>新建 %1 %2 年度项目</source>
        <translation>Begin project %1 %2</translation>
    </message>
    <message>
        <source>%1 以只读方式打开。</source>
        <translation>%1 was opened read-only.</translation>
    </message>
    <message>
        <source>%1 或所在文件夹不能写入，只能查看；要修改请先另存到可写的文件夹。</source>
        <translation>%1 or its folder is not writable, so it can only be viewed; save a copy elsewhere to edit it.</translation>
    </message>
    <message>
        <source>%1 正由 %2 编辑，本窗口只能查看；对方关闭后请重新打开。</source>
        <translation>%1 is being edited by %2, so it can only be viewed here; open it again when they have closed it.</translation>
    </message>
    <message>
        <source>%1 所在的文件夹不能写入，只能查看；要修改请先另存到可写的文件夹。</source>
        <translation>The folder of %1 is not writable, so it can only be viewed; save a copy elsewhere to edit it.</translation>
    </message>
    <message>
        <source>%1 由更新版本的软件保存（结构版本 %2，本软件支持到 %3），无法打开；请升级本软件。</source>
        <translation>%1 was saved by a newer version of this program (schema %2, this program knows up to %3) and cannot be opened; please update the program.</translation>
    </message>
    <message>
        <source>%1 由更新版本的软件保存，只能查看；要修改请升级本软件。</source>
        <translation>%1 was saved by a newer version of this program and can only be viewed; update the program to edit it.</translation>
    </message>
    <message>
        <source>升级 %1 之前未能保留副本，文件未作改动：%2</source>
        <translation>No copy could be kept before upgrading %1, and the file was not changed: %2</translation>
    </message>
    <message>
        <source>未能把 %1 升级到本软件的版本：%2</source>
        <translation>%1 could not be upgraded to this program&apos;s version: %2</translation>
    </message>
    <message>
        <source>%1 缺少结构版本，可能已损坏；请改用备份。</source>
        <translation>%1 has no schema version and may be damaged; please use a backup.</translation>
    </message>
    <message>
        <source>“%1”未保存：%2 中的这条记录已被改动，请刷新后重试。</source>
        <translation>&quot;%1&quot; was not saved: the record in %2 has changed meanwhile; refresh and try again.</translation>
    </message>
    <message>
        <source>备份不能覆盖正在使用的 %1，请换一个文件名。</source>
        <translation>A backup cannot replace %1, which is in use; choose another name.</translation>
    </message>
    <message>
        <source>%1 正由 %2 编辑，不能覆盖；请换一个文件名。</source>
        <translation>%1 is being edited by %2 and cannot be replaced; choose another name.</translation>
    </message>
    <message>
        <source>%1 是 %2 年度项目，不能结转到 %3 年；请填写更晚的年份。</source>
        <translation>%1 is the project of %2 and cannot be carried on to %3; enter a later year.</translation>
    </message>
    <message>
        <source>由 %1 年度项目结转，新建 %2 %3 年度项目</source>
        <translation>Begin project %2 %3, carried on from %1</translation>
    </message>
    <message>
        <source>已取消读取项目文件。</source>
        <translation>Reading the project file was cancelled.</translation>
    </message>
    <message>
        <source>%1 中有无法识别的内容“%2”，请用更新版本的软件打开，或改用备份。</source>
        <translation>%1 contains &quot;%2&quot;, which is not recognised; open it with a newer version of this program, or use a backup.</translation>
    </message>
    <message>
        <source>数据库结构损坏（%1），请改用备份。</source>
        <translation>The database&apos;s structure is damaged (%1); please use a backup.</translation>
    </message>
    <message>
        <source>有记录引用了不存在的记录，请改用备份。</source>
        <translation>Some records refer to records that do not exist; please use a backup.</translation>
    </message>
    <message>
        <source>文件由更新版本的软件保存，只作了部分检查；请用新版本检查。</source>
        <translation>The file was saved by a newer version of this program and was checked in part only; check it with the newer version.</translation>
    </message>
    <message>
        <source>结构版本无法识别，请改用备份。</source>
        <translation>The schema version is not recognised; please use a backup.</translation>
    </message>
    <message>
        <source>文件是旧结构（版本 %1），下次打开时会自动升级并保留副本。</source>
        <translation>The file has an old structure (version %1); it is upgraded when next opened, and a copy is kept.</translation>
    </message>
    <message>
        <source>表或索引 %1 缺失或被改动，请改用备份。</source>
        <translation>Table or index %1 is missing or was changed; please use a backup.</translation>
    </message>
    <message>
        <source>多出表或索引 %1，不是本软件所建。</source>
        <translation>Table or index %1 is not one of ours.</translation>
    </message>
    <message>
        <source>不符合 GeoPackage 规范：application_id 不是 GPKG，QGIS 可能拒绝打开。</source>
        <translation>Against the GeoPackage standard: application_id is not GPKG, and QGIS may refuse to open the file.</translation>
    </message>
    <message>
        <source>不符合 GeoPackage 规范：user_version 没有给出规范版本。</source>
        <translation>Against the GeoPackage standard: user_version does not tell the version of the standard.</translation>
    </message>
    <message>
        <source>表没有在 gpkg_contents 中登记，QGIS 看不到它。</source>
        <translation>The table is not listed in gpkg_contents, so QGIS does not see it.</translation>
    </message>
    <message>
        <source>gpkg_contents 登记了不存在的表。</source>
        <translation>gpkg_contents lists a table that does not exist.</translation>
    </message>
    <message>
        <source>不符合 GeoPackage 规范：缺少坐标系 %1。</source>
        <translation>Against the GeoPackage standard: coordinate system %1 is missing.</translation>
    </message>
    <message>
        <source>%1 有两个以上的采用值，请只保留一个。</source>
        <translation>%1 has more than one adopted value; please keep only one.</translation>
    </message>
    <message>
        <source>项目信息缺少 %1，请在项目设置中补充。</source>
        <translation>The project&apos;s facts lack %1; please add it in the project&apos;s settings.</translation>
    </message>
    <message>
        <source>已取消检查。</source>
        <translation>Check cancelled.</translation>
    </message>
    <message>
        <source>修改记录在第 %1 条之后缺号，记录可能被删除。</source>
        <translation>Numbers are missing in the history after entry %1; entries may have been deleted.</translation>
    </message>
    <message>
        <source>修改记录第 %1 条与散列不符，记录可能被改动。</source>
        <translation>Entry %1 of the history does not agree with its hash; it may have been changed.</translation>
    </message>
    <message>
        <source>修改记录在第 %1 条之后被截断。</source>
        <translation>The history is cut off after entry %1.</translation>
    </message>
    <message>
        <source>文件不完整（可能复制或下载中断），请重新复制或改用备份。</source>
        <translation>The file is not complete (copying or downloading may have broken off); copy it again or use a backup.</translation>
    </message>
    <message>
        <source>上次没有正常关闭，旁边留有日志文件；打开并关闭一次即可清理，请勿单独删除。</source>
        <translation>It was not closed properly last time and a log file lies beside it; opening and closing the file once tidies it up. Do not delete the log file alone.</translation>
    </message>
    <message>
        <source>%1 正在编辑，检查的是此刻的内容。</source>
        <translation>%1 is editing it; what was checked is its content at this moment.</translation>
    </message>
    <message>
        <source>市</source>
        <translation>City</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>District</translation>
    </message>
    <message>
        <source>街道乡镇</source>
        <translation>Street or township</translation>
    </message>
    <message>
        <source>部门报送</source>
        <translation>Department return</translation>
    </message>
    <message>
        <source>统计数据</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>空间数据计算</source>
        <translation>Spatial computation</translation>
    </message>
    <message>
        <source>网络大数据</source>
        <translation>Network data</translation>
    </message>
    <message>
        <source>抽样调查</source>
        <translation>Sample survey</translation>
    </message>
    <message>
        <source>公开出版物</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>估算</source>
        <translation>Estimate</translation>
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
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>未统计</source>
        <translation>Not collected</translation>
    </message>
    <message>
        <source>涉密</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>无目标</source>
        <translation>No goal</translation>
    </message>
    <message>
        <source>增长到</source>
        <translation>Grow to</translation>
    </message>
    <message>
        <source>降低到</source>
        <translation>Fall to</translation>
    </message>
    <message>
        <source>不低于</source>
        <translation>Not below</translation>
    </message>
    <message>
        <source>不超过</source>
        <translation>Not above</translation>
    </message>
    <message>
        <source>保持在区间内</source>
        <translation>Stay within a range</translation>
    </message>
    <message>
        <source>保持不变</source>
        <translation>Stay as it is</translation>
    </message>
    <message>
        <source>监测</source>
        <translation>Monitored</translation>
    </message>
    <message>
        <source>基本情况</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>取得成效</source>
        <translation>Achievements</translation>
    </message>
    <message>
        <source>短板及成因</source>
        <translation>Shortfalls and causes</translation>
    </message>
    <message>
        <source>下一步措施</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>建议</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>检查 %1 需要在临时文件夹中复制一份，但没有写成；请清理磁盘空间后重试。</source>
        <translation>Checking %1 needs a copy in the temporary folder, which could not be written; free some space and try again.</translation>
    </message>
    <message>
        <source>修改校核规则 %1</source>
        <translation>Change rule %1</translation>
    </message>
    <message>
        <source>停用校核规则 %1</source>
        <translation>Switch rule %1 off</translation>
    </message>
    <message>
        <source>恢复校核规则 %1</source>
        <translation>Rule %1 as shipped</translation>
    </message>
    <message>
        <source>校核处理（%1）：%2</source>
        <translation>Cross-check, %1: %2</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已说明</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>接受风险</source>
        <translation>Risk accepted</translation>
    </message>
    <message>
        <source>修改任务 %1</source>
        <translation>Change task %1</translation>
    </message>
    <message>
        <source>修改阶段 %1</source>
        <translation>Change stage %1</translation>
    </message>
    <message>
        <source>删除阶段 %1</source>
        <translation>Remove stage %1</translation>
    </message>
    <message>
        <source>登记 %1 第 %2 次报送</source>
        <translation>Record return %2 of %1</translation>
    </message>
    <message>
        <source>修改重点任务 %1</source>
        <translation>Change key task %1</translation>
    </message>
    <message>
        <source>删除重点任务 %1</source>
        <translation>Remove key task %1</translation>
    </message>
    <message>
        <source>修改 %1 的空间数据 %2</source>
        <translation>Change spatial data %2 of %1</translation>
    </message>
    <message>
        <source>加入材料 %1</source>
        <translation>Add document %1</translation>
    </message>
    <message>
        <source>修改材料 %1</source>
        <translation>Change document %1</translation>
    </message>
    <message>
        <source>移除材料 %1</source>
        <translation>Remove document %1</translation>
    </message>
    <message>
        <source>修改 %1 %2 年的佐证材料</source>
        <translation>Change the evidence of %1, %2</translation>
    </message>
    <message>
        <source>移除 %1 的佐证材料</source>
        <translation>Remove evidence of %1</translation>
    </message>
    <message>
        <source>记下节点 %1</source>
        <translation>Record snapshot %1</translation>
    </message>
    <message>
        <source>删除节点 %1</source>
        <translation>Remove snapshot %1</translation>
    </message>
    <message>
        <source>记住表格版式 %1</source>
        <translation>Remember table layout %1</translation>
    </message>
    <message>
        <source>忘记表格版式 %1</source>
        <translation>Forget table layout %1</translation>
    </message>
    <message>
        <source>材料内容与其散列不符，没有保存。</source>
        <translation>The document&apos;s content does not match its digest; it was not saved.</translation>
    </message>
    <message>
        <source>项目文件里没有这份材料的内容。</source>
        <translation>The project file does not hold this document&apos;s content.</translation>
    </message>
    <message>
        <source>项目文件里这份材料的内容与登记的散列不符，请改用备份。</source>
        <translation>This document&apos;s content in the project file does not match its recorded digest; use a backup instead.</translation>
    </message>
    <message>
        <source>未下发</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>已下发</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>已报送</source>
        <translation>Submitted</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Returned for correction</translation>
    </message>
    <message>
        <source>已通过</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已冻结</source>
        <translation>Frozen</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>按期推进</source>
        <translation>On schedule</translation>
    </message>
    <message>
        <source>滞后</source>
        <translation>Late</translation>
    </message>
    <message>
        <source>未启动</source>
        <translation>Not started</translation>
    </message>
    <message>
        <source>已提供</source>
        <translation>Provided</translation>
    </message>
    <message>
        <source>部分提供</source>
        <translation>Partly provided</translation>
    </message>
    <message>
        <source>未提供</source>
        <translation>Not provided</translation>
    </message>
    <message>
        <source>不涉及</source>
        <translation>Not concerned</translation>
    </message>
    <message>
        <source>项目中没有来源“%1”，有的来源：%2。</source>
        <translation>The project has no source “%1”; it has: %2.</translation>
    </message>
    <message>
        <source>来源“%1”在次序中出现了两次，请只写一次。</source>
        <translation>The source “%1” stands twice in the order; name it once.</translation>
    </message>
    <message>
        <source>修改来源次序</source>
        <translation>Change the order of sources</translation>
    </message>
    <message>
        <source>按来源次序采用 %1 个数</source>
        <translation>Adopt %1 figures by the order of sources</translation>
    </message>
    <message>
        <source>完好</source>
        <translation>Whole</translation>
    </message>
    <message>
        <source>找不到</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>已被改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>修改记录第 %1 条没有改动任何数据，无可恢复。</source>
        <translation>Audit row %1 changed no data; there is nothing to bring back.</translation>
    </message>
    <message>
        <source>曾经附加的一份材料（散列 %1…）内容已损坏；请改用备份。</source>
        <translation>The content of a document once attached (digest %1…) is damaged; use a backup.</translation>
    </message>
    <message>
        <source>材料“%1”应存于项目之内，但内容缺失；请改用备份，或重新指定这份材料。</source>
        <translation>The document &quot;%1&quot; should be inside the project, but its content is missing; use a backup, or point to the document anew.</translation>
    </message>
    <message>
        <source>材料“%1”的内容与登记的散列不符，可能已损坏；请改用备份，或重新指定这份材料。</source>
        <translation>The content of the document &quot;%1&quot; does not fit its digest and may be damaged; use a backup, or point to the document anew.</translation>
    </message>
    <message>
        <source>材料“%1”应在 %2，但找不到或打不开；请放回原处，或重新指定这份材料。</source>
        <translation>The document &quot;%1&quot; should be at %2, but is missing or cannot be read; put it back, or point to it anew.</translation>
    </message>
    <message>
        <source>材料“%1”（%2）在附加之后被改动；请核对它所支持的数值，再放回原件或重新指定。</source>
        <translation>The document &quot;%1&quot; (%2) was changed after it was attached; check the figures it supports, then put the original back or point to it anew.</translation>
    </message>
    <message>
        <source>修改图层 %1</source>
        <translation>Change the layer %1</translation>
    </message>
    <message>
        <source>加入图层 %1</source>
        <translation>Add the layer %1</translation>
    </message>
    <message>
        <source>移除图层 %1</source>
        <translation>Remove the layer %1</translation>
    </message>
    <message>
        <source>修改 %1 的空间计算方法</source>
        <translation>Change how %1 is computed</translation>
    </message>
    <message>
        <source>空间计算 %1</source>
        <translation>Compute %1 from layers</translation>
    </message>
    <message>
        <source>正在计算散列 %1</source>
        <translation>Computing the digest of %1</translation>
    </message>
    <message>
        <source>%1 里没有图层表 %2。</source>
        <translation>%1 has no layer table %2.</translation>
    </message>
    <message>
        <source>找不到文件 %1，请检查路径。</source>
        <translation>File %1 not found; check the path.</translation>
    </message>
    <message>
        <source>图层“%1”的表 %2 不在项目里；请改用备份，或重新导入 %3。</source>
        <translation>Table %2 of layer “%1” is not in the project; use a backup, or import %3 again.</translation>
    </message>
    <message>
        <source>图层“%1”应在 %2，但找不到或打不开；请放回原处，或重新导入 %3。</source>
        <translation>Layer “%1” should be at %2 but is not found or cannot be opened; put it back, or import %3 again.</translation>
    </message>
    <message>
        <source>图层“%1”的表 %2 与导入时不同；请改用备份，或重新导入 %3。</source>
        <translation>Table %2 of layer “%1” is not what was imported; use a backup, or import %3 again.</translation>
    </message>
    <message>
        <source>图层“%1”（%2）在导入之后被改动；请重新导入后再计算。</source>
        <translation>Layer “%1” (%2) was changed after it was imported; import it again before computing.</translation>
    </message>
    <message>
        <source>在数据库中，未核对</source>
        <translation>In a database, not checked</translation>
    </message>
    <message>
        <source>修改图件设置 %1</source>
        <translation>Change map setting %1</translation>
    </message>
</context>
<context>
    <name>Ramps</name>
    <message>
        <source>蓝</source>
        <translation>Blue</translation>
    </message>
    <message>
        <source>绿</source>
        <translation>Green</translation>
    </message>
    <message>
        <source>橙</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>紫</source>
        <translation>Purple</translation>
    </message>
    <message>
        <source>灰</source>
        <translation>Grey</translation>
    </message>
    <message>
        <source>黄红</source>
        <translation>Yellow to red</translation>
    </message>
    <message>
        <source>蓝黄（色觉异常适用）</source>
        <translation>Blue to yellow (colour-blind safe)</translation>
    </message>
    <message>
        <source>黄绿蓝紫（色觉异常适用）</source>
        <translation>Yellow, green, blue, purple (colour-blind safe)</translation>
    </message>
    <message>
        <source>增减两侧（橙到蓝）</source>
        <translation>Loss and gain (orange to blue)</translation>
    </message>
</context>
<context>
    <name>RecipeModel</name>
    <message>
        <source>最新</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>未计算</source>
        <translation>Not computed</translation>
    </message>
    <message>
        <source>缺图层</source>
        <translation>Layer missing</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Switched off</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>模板“%1”不是 Word 文档(缺少 %2),请用 Word 或 WPS 另存为 .docx 后再选</source>
        <translation>Template &quot;%1&quot; is not a Word document (%2 is missing); save it as .docx with Word or WPS and choose it again.</translation>
    </message>
    <message>
        <source>模板“%1”的 %2 已损坏,请用 Word 或 WPS 打开并另存后再选</source>
        <translation>%2 in template &quot;%1&quot; is damaged; open and save it with Word or WPS and choose it again.</translation>
    </message>
    <message>
        <source>无法打开 Word 模板“%1”：%2</source>
        <translation>Word template &quot;%1&quot; cannot be opened: %2</translation>
    </message>
    <message>
        <source>无法读取 Word 模板“%1”：%2</source>
        <translation>Word template &quot;%1&quot; cannot be read: %2</translation>
    </message>
    <message>
        <source>模板“%1”是严格格式(Strict)的 Word 文档,请另存为普通的 .docx 后再选</source>
        <translation>Template &quot;%1&quot; is a Word document in the strict format; save it as an ordinary .docx and choose it again.</translation>
    </message>
    <message>
        <source>Word 模板“%1”中没有单独成段的 {{body}},无处写入正文,请在模板的正文位置加上一段 {{body}}</source>
        <translation>Word template &quot;%1&quot; has no {{body}} in a paragraph of its own, so the text has no place; add a paragraph {{body}} where it should stand.</translation>
    </message>
    <message>
        <source>已取消排版</source>
        <translation>Layout cancelled</translation>
    </message>
    <message>
        <source>插图“%1”没有可读的图片,请重新生成该图后再导出</source>
        <translation>Figure &quot;%1&quot; has no readable picture; make the picture again and export.</translation>
    </message>
    <message>
        <source>排版需要图形程序环境,请用带字体支持的方式启动程序</source>
        <translation>The layout needs a graphical platform; start the program with one that supports fonts.</translation>
    </message>
    <message>
        <source>生成的 PDF 页数不对,请重新导出</source>
        <translation>The PDF has a wrong number of pages; please export again.</translation>
    </message>
    <message>
        <source>整理 PDF 时出错,请重新导出</source>
        <translation>Finishing the PDF failed; please export again.</translation>
    </message>
    <message>
        <source>已取消导出</source>
        <translation>Export cancelled</translation>
    </message>
    <message>
        <source>正在排版</source>
        <translation>Laying out</translation>
    </message>
    <message>
        <source>无法生成 PDF,请重新启动程序后再试</source>
        <translation>The PDF cannot be made; start the program again and retry.</translation>
    </message>
    <message>
        <source>第 %1 页,共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>不能在临时文件夹“%1”中写文件，请检查磁盘空间和权限后重试。</source>
        <translation>Cannot write into the temporary folder &quot;%1&quot;; check the disk&apos;s space and your permissions, then try again.</translation>
    </message>
    <message>
        <source>不能建立文件夹“%1”，请换一个有写权限的位置。</source>
        <translation>Cannot make the folder &quot;%1&quot;; choose a place where you may write.</translation>
    </message>
    <message>
        <source>已取消生成催办单。</source>
        <translation>The letters were cancelled.</translation>
    </message>
    <message>
        <source>表格“%1”写不进去，请检查文件夹的写权限，并关闭正打开它的程序。</source>
        <translation>Cannot write the table &quot;%1&quot;; check the folder&apos;s permissions and close the program that has it open.</translation>
    </message>
    <message>
        <source>无法建立表格“%1”，请关闭其他程序后重试。</source>
        <translation>Cannot make the table &quot;%1&quot;; close other programs and try again.</translation>
    </message>
    <message>
        <source>已取消写出表格“%1”。</source>
        <translation>Writing the table &quot;%1&quot; was cancelled.</translation>
    </message>
    <message>
        <source>表格“%1”没有写完，请检查磁盘剩余空间后重试。</source>
        <translation>The table &quot;%1&quot; was not finished; check the free space on the disk, then try again.</translation>
    </message>
    <message>
        <source>写出表格“%1”时出错，请重试。</source>
        <translation>Writing the table &quot;%1&quot; failed; please try again.</translation>
    </message>
    <message>
        <source>汇总</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>图形检查与修复：%1</source>
        <translation>Geometries checked and repaired: %1</translation>
    </message>
    <message>
        <source>来源 %1；面积为 CGCS2000 椭球面积，单位平方米。</source>
        <translation>Source %1; areas on the CGCS2000 ellipsoid, in square metres.</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>没有图形或图形为空</source>
        <translation>Without geometry, or with an empty one</translation>
    </message>
    <message>
        <source>修复的图形</source>
        <translation>Repaired</translation>
    </message>
    <message>
        <source>修复不了、只留属性的图形</source>
        <translation>Not repairable: attributes only</translation>
    </message>
    <message>
        <source>舍去高程或测值的图形</source>
        <translation>Heights or measures left out</translation>
    </message>
    <message>
        <source>图形类型与角色不符</source>
        <translation>Geometry type does not fit the role</translation>
    </message>
    <message>
        <source>不在本市范围内</source>
        <translation>Outside the city</translation>
    </message>
    <message>
        <source>全部面的面积</source>
        <translation>Area of all polygons</translation>
    </message>
    <message>
        <source>有问题的面，修复前</source>
        <translation>Faulty polygons, before</translation>
    </message>
    <message>
        <source>有问题的面，修复后</source>
        <translation>Faulty polygons, after</translation>
    </message>
    <message>
        <source>修复带来的面积变化</source>
        <translation>Change of area by repairing</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>要素编号</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>修复前（平方米）</source>
        <translation>Before (m²)</translation>
    </message>
    <message>
        <source>修复后（平方米）</source>
        <translation>After (m²)</translation>
    </message>
    <message>
        <source>变化（平方米）</source>
        <translation>Change (m²)</translation>
    </message>
    <message>
        <source>只有属性</source>
        <translation>Attributes only</translation>
    </message>
    <message>
        <source>已修复</source>
        <translation>Repaired</translation>
    </message>
    <message>
        <source>修复不了，只留属性</source>
        <translation>Not repairable, attributes only</translation>
    </message>
    <message>
        <source>另有 %1 处没有逐条列出，合计见“汇总”。</source>
        <translation>%1 more are not listed one by one; the summary has their totals.</translation>
    </message>
    <message>
        <source>没有图纸“%1”；可用的有：%2。</source>
        <translation>There is no sheet &quot;%1&quot;; there are: %2.</translation>
    </message>
    <message>
        <source>不能建立文件夹 %1，请换一个位置。</source>
        <translation>Folder %1 cannot be made. Choose another place.</translation>
    </message>
    <message>
        <source>已取消绘图。</source>
        <translation>Drawing was cancelled.</translation>
    </message>
    <message>
        <source>这张图不分区绘制</source>
        <translation>this sheet is not drawn by district</translation>
    </message>
    <message>
        <source>图层 XZQ 中没有区县“%1”；可用的有：%2。</source>
        <translation>Layer XZQ has no district &quot;%1&quot;; there are: %2.</translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>项</source>
        <translation>indicators</translation>
    </message>
    <message>
        <source>各维度达标情况</source>
        <translation>Met by dimension</translation>
    </message>
    <message>
        <source>达标率</source>
        <translation>Share met</translation>
    </message>
    <message>
        <source>达标或正常推进占比</source>
        <translation>Share met or on track</translation>
    </message>
    <message>
        <source>雷达图：各维度可评价指标中达标、正常推进的比例</source>
        <translation>Radar chart: share of assessable indicators met or on track, by dimension</translation>
    </message>
    <message>
        <source>各维度指标结论</source>
        <translation>Verdicts by dimension</translation>
    </message>
    <message>
        <source>堆叠条形图：各维度指标结论的数量</source>
        <translation>Stacked bars: number of indicators by verdict and dimension</translation>
    </message>
    <message>
        <source>六个方面指标结论</source>
        <translation>Verdicts by aspect</translation>
    </message>
    <message>
        <source>堆叠条形图：六个方面指标结论的数量</source>
        <translation>Stacked bars: number of indicators by verdict, for the six aspects</translation>
    </message>
    <message>
        <source>指标结论构成</source>
        <translation>Shares of the verdicts</translation>
    </message>
    <message>
        <source>指标数</source>
        <translation>Number of indicators</translation>
    </message>
    <message>
        <source>环形图：全部指标的结论构成</source>
        <translation>Ring chart: verdicts of all indicators</translation>
    </message>
    <message>
        <source>各维度数据完备情况</source>
        <translation>Completeness by dimension</translation>
    </message>
    <message>
        <source>有数且一致</source>
        <translation>Present and consistent</translation>
    </message>
    <message>
        <source>有数但来源矛盾</source>
        <translation>Present, sources differ</translation>
    </message>
    <message>
        <source>缺数</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>堆叠条形图：各维度有数、矛盾、缺数的指标数量</source>
        <translation>Stacked bars: number of indicators present, contradictory and missing, by dimension</translation>
    </message>
    <message>
        <source>%1维度规划实施率</source>
        <translation>Implementation rate: dimension %1</translation>
    </message>
    <message>
        <source>规划实施率</source>
        <translation>Implementation rate</translation>
    </message>
    <message>
        <source>时间进度</source>
        <translation>Time elapsed</translation>
    </message>
    <message>
        <source>条形图：规划实施率与时间进度的比较</source>
        <translation>Bar chart: implementation rate against time elapsed</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>折线图：%1历年数值</source>
        <translation>Line chart: %1 through the years</translation>
    </message>
    <message>
        <source>%1年目标</source>
        <translation>Target for %1</translation>
    </message>
    <message>
        <source>目标</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>%1分区比较（%2年）</source>
        <translation>%1 by district (%2)</translation>
    </message>
    <message>
        <source>条形图：各区%1</source>
        <translation>Bar chart: %1 by district</translation>
    </message>
    <message>
        <source>%1：各来源</source>
        <translation>%1: all sources</translation>
    </message>
    <message>
        <source>折线图：%1各来源的历年数值</source>
        <translation>Line chart: %1 through the years, by source</translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message>
        <source>分地区</source>
        <translation>By region</translation>
    </message>
    <message>
        <source>%1（%2 年，%3）</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>平面面积</source>
        <translation>Plane area</translation>
    </message>
    <message>
        <source>按圆圈</source>
        <translation>By circles</translation>
    </message>
    <message>
        <source>区外</source>
        <translation>Outside</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>残差</source>
        <translation>Residual</translation>
    </message>
    <message>
        <source>图斑</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>%1：最大的 %2 个图斑</source>
        <translation>%1: the %2 largest parcels</translation>
    </message>
    <message>
        <source>要素号</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>数量（%1）</source>
        <translation>Amount (%1)</translation>
    </message>
    <message>
        <source>占图斑</source>
        <translation>Of parcel</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
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
        <translation>Near-term target year</translation>
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
        <source>指标方案</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>演示数据</source>
        <translation>Demonstration data</translation>
    </message>
    <message>
        <source>编制单位</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>判断逾期的日期</source>
        <translation>Date for judging lateness</translation>
    </message>
    <message>
        <source>考核规则</source>
        <translation>Appraisal rule</translation>
    </message>
    <message>
        <source>项目信息</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>数据项</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>数据来源</source>
        <translation>Data source</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>规划目标</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>对标值</source>
        <translation>Benchmark</translation>
    </message>
    <message>
        <source>部门文字</source>
        <translation>Department text</translation>
    </message>
    <message>
        <source>校核规则</source>
        <translation>Check rule</translation>
    </message>
    <message>
        <source>校核处理</source>
        <translation>Decision on a finding</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>工作阶段</source>
        <translation>Stage of the plan</translation>
    </message>
    <message>
        <source>部门报送</source>
        <translation>Department return</translation>
    </message>
    <message>
        <source>重点任务</source>
        <translation>Key task</translation>
    </message>
    <message>
        <source>空间数据报送</source>
        <translation>Spatial data return</translation>
    </message>
    <message>
        <source>佐证材料</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>数值的佐证材料</source>
        <translation>Document behind a figure</translation>
    </message>
    <message>
        <source>节点</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>表格版式</source>
        <translation>Table layout</translation>
    </message>
    <message>
        <source>页码或单元格</source>
        <translation>Page or cell</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopted</translation>
    </message>
    <message>
        <source>采用理由</source>
        <translation>Reason for adopting</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>加入时间</source>
        <translation>Added at</translation>
    </message>
    <message>
        <source>年度目标</source>
        <translation>Annual goal</translation>
    </message>
    <message>
        <source>本年计划</source>
        <translation>Plan for the year</translation>
    </message>
    <message>
        <source>数据时点</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>是否采集</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>评估方面</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>材料</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>记录编号</source>
        <translation>Audit row</translation>
    </message>
    <message>
        <source>基期值</source>
        <translation>Base value</translation>
    </message>
    <message>
        <source>二级类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>单元格</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>约束性</source>
        <translation>Binding</translation>
    </message>
    <message>
        <source>联络员</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Reference system</translation>
    </message>
    <message>
        <source>截止日期</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>处理时间</source>
        <translation>Decided at</translation>
    </message>
    <message>
        <source>小数位数</source>
        <translation>Decimals</translation>
    </message>
    <message>
        <source>含义</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>含义待核</source>
        <translation>Meaning to be checked</translation>
    </message>
    <message>
        <source>一级类别</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>任务分工</source>
        <translation>Division of work</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>不纳入</source>
        <translation>Excluded</translation>
    </message>
    <message>
        <source>不纳入的理由</source>
        <translation>Reason for excluding</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>填表日期</source>
        <translation>Filled in on</translation>
    </message>
    <message>
        <source>起始年</source>
        <translation>First year</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>算法</source>
        <translation>Formula</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>终止年</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>上年问题整改</source>
        <translation>Last year&apos;s issue</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead department</translation>
    </message>
    <message>
        <source>分管领导</source>
        <translation>Leader in charge</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>下限</source>
        <translation>Lower limit</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>下一步措施</source>
        <translation>Next measures</translation>
    </message>
    <message>
        <source>文件类型</source>
        <translation>File type</translation>
    </message>
    <message>
        <source>采集方式</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>英文名称</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>近期目标值</source>
        <translation>Near-term target</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>任务来源</source>
        <translation>Origin of the task</translation>
    </message>
    <message>
        <source>来源途径</source>
        <translation>Origins</translation>
    </message>
    <message>
        <source>参数</source>
        <translation>Parameters</translation>
    </message>
    <message>
        <source>上级地区</source>
        <translation>Parent region</translation>
    </message>
    <message>
        <source>路径</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>空间位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>问题与成因</source>
        <translation>Problems and causes</translation>
    </message>
    <message>
        <source>完成情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>采用次序</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>完成率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>报回日期</source>
        <translation>Returned on</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>发出日期</source>
        <translation>Sent on</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>散列</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>字节数</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>次序</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>状态说明</source>
        <translation>Reason of the state</translation>
    </message>
    <message>
        <source>指标或数据项</source>
        <translation>Indicator or quantity</translation>
    </message>
    <message>
        <source>配合部门</source>
        <translation>Supporting departments</translation>
    </message>
    <message>
        <source>取数时间</source>
        <translation>Taken at</translation>
    </message>
    <message>
        <source>目标值</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>To</translation>
    </message>
    <message>
        <source>主题</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>上限</source>
        <translation>Upper limit</translation>
    </message>
    <message>
        <source>使用时间</source>
        <translation>Used at</translation>
    </message>
    <message>
        <source>第几次</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>%1 %2 %3 年</source>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>%1 %2 %3 年（%4）</source>
        <translation>%1 %2 %3 (%4)</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 第 %2 次</source>
        <translation>%1, return no. %2</translation>
    </message>
    <message>
        <source>是</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>no</translation>
    </message>
    <message>
        <source>空间图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>空间计算方法</source>
        <translation>Spatial recipes</translation>
    </message>
    <message>
        <source>空间计算</source>
        <translation>Spatial computation</translation>
    </message>
    <message>
        <source>分类体系</source>
        <translation>Class system</translation>
    </message>
    <message>
        <source>计算时间</source>
        <translation>Computed at</translation>
    </message>
    <message>
        <source>文字编码</source>
        <translation>Text encoding</translation>
    </message>
    <message>
        <source>要素数</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>字段对应</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>图形检查</source>
        <translation>Geometry check</translation>
    </message>
    <message>
        <source>输入</source>
        <translation>Inputs</translation>
    </message>
    <message>
        <source>计算方法</source>
        <translation>Recipe</translation>
    </message>
    <message>
        <source>分区结果</source>
        <translation>Results by region</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>%1 %2 年</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>图件设置</source>
        <translation>Map settings</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>允许相差（0.005 即 0.5%）</source>
        <translation>Difference allowed (0.005 is 0.5%)</translation>
    </message>
    <message>
        <source>一年最大变化（0.5 即 50%）</source>
        <translation>Largest change in a year (0.5 is 50%)</translation>
    </message>
    <message>
        <source>百分比最多变化几个百分点</source>
        <translation>Largest change of a percentage, in points</translation>
    </message>
    <message>
        <source>小于此数不算（限下列单位）</source>
        <translation>Numbers smaller than this do not count (in the units below)</translation>
    </message>
    <message>
        <source>按“小于此数”放过的单位</source>
        <translation>Units in which small numbers do not count</translation>
    </message>
    <message>
        <source>超过一贯起伏的几倍</source>
        <translation>How many times the series&apos; own scatter</translation>
    </message>
    <message>
        <source>起伏至少按多大算</source>
        <translation>Scatter is taken to be at least</translation>
    </message>
    <message>
        <source>至少几年才看起伏</source>
        <translation>Years needed to know the scatter</translation>
    </message>
    <message>
        <source>疑似错位的倍数</source>
        <translation>Factors that look like a slip</translation>
    </message>
    <message>
        <source>与别的来源比，倍数允许相差</source>
        <translation>Tolerance of the factor against other sources</translation>
    </message>
    <message>
        <source>与别的年份比，倍数允许相差</source>
        <translation>Tolerance of the factor against other years</translation>
    </message>
    <message>
        <source>其余年份最大与最小之比不超过</source>
        <translation>Other years: largest to smallest at most</translation>
    </message>
    <message>
        <source>应为整数的单位</source>
        <translation>Units that are counted in whole numbers</translation>
    </message>
    <message>
        <source>上限（JSON）</source>
        <translation>Upper limits (JSON)</translation>
    </message>
    <message>
        <source>部分与整体（JSON）</source>
        <translation>Parts and wholes (JSON)</translation>
    </message>
    <message>
        <source>范围（JSON）</source>
        <translation>Ranges (JSON)</translation>
    </message>
    <message>
        <source>最小</source>
        <translation>Least</translation>
    </message>
    <message>
        <source>最大</source>
        <translation>Most</translation>
    </message>
    <message>
        <source>至少几位有效数字</source>
        <translation>Significant digits, at least</translation>
    </message>
    <message>
        <source>至少有几年的数</source>
        <translation>Years with figures, at least</translation>
    </message>
    <message>
        <source>也查指标体系中的占比</source>
        <translation>Also check the shares of the indicator system</translation>
    </message>
    <message>
        <source>不查的指标</source>
        <translation>Indicators left out</translation>
    </message>
</context>
<context>
    <name>Spatial</name>
    <message>
        <source>图层“%1”标为经纬度，坐标却到了 %2、%3；请指定真正的坐标系（如 EPSG:4549）。</source>
        <translation>Layer “%1” says it is in degrees, but its coordinates reach %2, %3; state its real reference system (such as EPSG:4549).</translation>
    </message>
    <message>
        <source>图层“%1”没有标明坐标系；请查明后指定（如 EPSG:4549），不能猜测。</source>
        <translation>Layer “%1” states no reference system; find out and state it (such as EPSG:4549): it cannot be guessed.</translation>
    </message>
    <message>
        <source>已取消面积计算。</source>
        <translation>The area computation was cancelled.</translation>
    </message>
    <message>
        <source>已读 %1 个要素</source>
        <translation>%1 features read</translation>
    </message>
    <message>
        <source>已取消叠加计算。</source>
        <translation>The overlay was cancelled.</translation>
    </message>
    <message>
        <source>第 %1 号要素的图形有误，叠加不了；请在 GIS 软件中检查。</source>
        <translation>Feature %1 has a faulty shape and cannot be overlaid; check it in a GIS.</translation>
    </message>
    <message>
        <source>已叠加 %1 个要素</source>
        <translation>%1 features overlaid</translation>
    </message>
    <message>
        <source>已取消覆盖计算。</source>
        <translation>The coverage computation was cancelled.</translation>
    </message>
    <message>
        <source>距离应是大于 0 的米数，如 300,500,1000。</source>
        <translation>Distances must be metres above 0, such as 300,500,1000.</translation>
    </message>
    <message>
        <source>到道路的最大距离应是不小于 0 的米数。</source>
        <translation>The distance to the road must be metres, not below 0.</translation>
    </message>
    <message>
        <source>图层“%1”里没有线，不能作道路；请换一个图层。</source>
        <translation>Layer “%1” has no lines and cannot serve as roads; choose another layer.</translation>
    </message>
    <message>
        <source>图层“%1”第 %2 号要素的“%3”不是数：%4。</source>
        <translation>“%3” of feature %2 in layer “%1” is not a number: %4.</translation>
    </message>
    <message>
        <source>图层“%1”的 %2 条道路都不能通行；请检查道路等级的设置。</source>
        <translation>None of the %2 roads of layer “%1” may be used; check the settings of road classes.</translation>
    </message>
    <message>
        <source>服务范围不能大于查找的范围，道路两侧的宽度应大于 0。</source>
        <translation>A service area cannot reach further than the search, and its width beside roads is greater than 0.</translation>
    </message>
    <message>
        <source>时间应是大于 0 的分钟数，如 5,10,15。</source>
        <translation>Times are numbers of minutes greater than 0, such as 5,10,15.</translation>
    </message>
    <message>
        <source>服务范围画不出来：道路或设施的坐标有误，请检查图层。</source>
        <translation>The service area cannot be drawn: coordinates of roads or facilities are wrong; check the layers.</translation>
    </message>
    <message>
        <source>车速或步速应在 0 到 400 千米每小时之间，不能是 %1。</source>
        <translation>Speeds are between 0 and 400 kilometres per hour; %1 cannot be one.</translation>
    </message>
    <message>
        <source>设施边界上入口的间距应是大于 0 的米数。</source>
        <translation>The distance between entrances along a facility&apos;s outline is a number of metres greater than 0.</translation>
    </message>
    <message>
        <source>道路的“%1”不是车速（千米每小时）：%2。请改正，或换一个字段。</source>
        <translation>A road&apos;s “%1” is no speed in kilometres per hour: %2. Correct it, or choose another field.</translation>
    </message>
    <message>
        <source>指标体系里没有输入量“%1”，请改算法的 subject。</source>
        <translation>The indicator system has no input quantity &quot;%1&quot;; change the recipe&apos;s subject.</translation>
    </message>
    <message>
        <source>算法得出的是“%1”，而%2的单位是“%3”，两者不能换算，请改度量方式。</source>
        <translation>The recipe gives &quot;%1&quot;, but the unit of %2 is &quot;%3&quot;; one cannot be converted into the other. Change the measure.</translation>
    </message>
    <message>
        <source>度量方式“%1”所用的列数不对：登记面积和面积乘数各要一列，求和要一列或几列，其余不要列。</source>
        <translation>The measure &quot;%1&quot; has the wrong number of columns: a registered area and an area&apos;s factor take one each, a sum one or several, the others none.</translation>
    </message>
    <message>
        <source>图层 %1 没有“%2”这一列，请改算法所用的列。</source>
        <translation>Layer %1 has no column &quot;%2&quot;; change the recipe&apos;s column.</translation>
    </message>
    <message>
        <source>可达范围里没有设施，请至少选一类设施。</source>
        <translation>The reach has no facilities; choose at least one kind.</translation>
    </message>
    <message>
        <source>可达范围里有一组没有设施，请选一类设施或删去这一组。</source>
        <translation>One group of the reach has no facilities; choose a kind or remove the group.</translation>
    </message>
    <message>
        <source>%1的服务范围应是若干米或若干分钟，二者取一。</source>
        <translation>The range of %1 is a number of metres or of minutes, one of the two.</translation>
    </message>
    <message>
        <source>可达范围所用的道路应是线图层。</source>
        <translation>The roads of a reach must be a layer of lines.</translation>
    </message>
    <message>
        <source>合并重叠之后没有单个要素，不能按中心点计可达，请改为按服务范围切割。</source>
        <translation>Once overlaps are united there are no single features whose middle could be reached; cut by the service area instead.</translation>
    </message>
    <message>
        <source>计个数时不能按服务范围切割，请改为按中心点计可达。</source>
        <translation>A count cannot be cut by a service area; count by the middle instead.</translation>
    </message>
    <message>
        <source>面积要用面图层，%1不是。</source>
        <translation>Areas need a layer of polygons; %1 is none.</translation>
    </message>
    <message>
        <source>长度要用线图层，%1不是。</source>
        <translation>Lengths need a layer of lines; %1 is none.</translation>
    </message>
    <message>
        <source>只有量面积时才能把重叠处只计一次。</source>
        <translation>Only areas can count overlaps once.</translation>
    </message>
    <message>
        <source>裁切范围要用面图层，%1不是。</source>
        <translation>What cuts must be a layer of polygons; %1 is none.</translation>
    </message>
    <message>
        <source>应是一个对象</source>
        <translation>it should be an object</translation>
    </message>
    <message>
        <source>没有这个键</source>
        <translation>there is no such key</translation>
    </message>
    <message>
        <source>算法的 %1 有误：%2，请改正。</source>
        <translation>%1 of the recipe is wrong: %2. Correct it.</translation>
    </message>
    <message>
        <source>缺少</source>
        <translation>it is missing</translation>
    </message>
    <message>
        <source>应是文字</source>
        <translation>it should be a text</translation>
    </message>
    <message>
        <source>应是不小于 0 的数</source>
        <translation>it should be a number of at least 0</translation>
    </message>
    <message>
        <source>应是 true 或 false</source>
        <translation>it should be true or false</translation>
    </message>
    <message>
        <source>“%1”不认识，可用的有：%2</source>
        <translation>&quot;%1&quot; is not known; there are: %2</translation>
    </message>
    <message>
        <source>应是不空的列表</source>
        <translation>it should be a list that is not empty</translation>
    </message>
    <message>
        <source>其中各项应是文字</source>
        <translation>its entries should be texts</translation>
    </message>
    <message>
        <source>图层 %1 没有“%2”这一列，可用的有：%3</source>
        <translation>layer %1 has no column &quot;%2&quot;; there are: %3</translation>
    </message>
    <message>
        <source>这个运算不带值</source>
        <translation>this operation takes no values</translation>
    </message>
    <message>
        <source>应是一个数</source>
        <translation>it should be one number</translation>
    </message>
    <message>
        <source>只有比较大小时可用</source>
        <translation>only comparisons can have it</translation>
    </message>
    <message>
        <source>没有代号为“%1”的图层</source>
        <translation>there is no layer with the code &quot;%1&quot;</translation>
    </message>
    <message>
        <source>应是不大于 0 的整数</source>
        <translation>it should be a whole number of at most 0</translation>
    </message>
    <message>
        <source>没有“%1”这个地类体系</source>
        <translation>there is no class system &quot;%1&quot;</translation>
    </message>
    <message>
        <source>其中各项应是不空的列表</source>
        <translation>its entries should be lists that are not empty</translation>
    </message>
    <message>
        <source>应是大于 0 的数</source>
        <translation>it should be a number greater than 0</translation>
    </message>
    <message>
        <source>算法不是 JSON 对象（第 %1 个字节处），请改正。</source>
        <translation>The recipe is no JSON object (byte %1); correct it.</translation>
    </message>
    <message>
        <source>每平方千米%1</source>
        <translation>%1 per square kilometre</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1不以 %2 开头</source>
        <translation>%1 not beginning with %2</translation>
    </message>
    <message>
        <source>%1以 %2 开头</source>
        <translation>%1 beginning with %2</translation>
    </message>
    <message>
        <source>%1不是“%2”</source>
        <translation>%1 other than &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1为“%2”</source>
        <translation>%1 &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1不含“%2”</source>
        <translation>%1 without &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1含“%2”</source>
        <translation>%1 containing &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1不小于 %2</source>
        <translation>%1 of at least %2</translation>
    </message>
    <message>
        <source>%1小于 %2</source>
        <translation>%1 below %2</translation>
    </message>
    <message>
        <source>%1大于 %2</source>
        <translation>%1 above %2</translation>
    </message>
    <message>
        <source>%1不大于 %2</source>
        <translation>%1 of at most %2</translation>
    </message>
    <message>
        <source>%1不是 %2 年</source>
        <translation>%1 not %2</translation>
    </message>
    <message>
        <source>%1为 %2 年</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1在 %2 年之后</source>
        <translation>%1 after %2</translation>
    </message>
    <message>
        <source>%1不晚于 %2 年</source>
        <translation>%1 not after %2</translation>
    </message>
    <message>
        <source>%1不属建设用地</source>
        <translation>%1 not construction land</translation>
    </message>
    <message>
        <source>%1属建设用地</source>
        <translation>%1 construction land</translation>
    </message>
    <message>
        <source>%1（尚无图层）</source>
        <translation>%1 (no layer yet)</translation>
    </message>
    <message>
        <source>%1（%2 年，尚无 %3 年的）</source>
        <translation>%1 (%2, none of %3 yet)</translation>
    </message>
    <message>
        <source>%1（%2 年）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1（没有%2图层，以此代替）</source>
        <translation>%1 (in place of %2, which has no layer)</translation>
    </message>
    <message>
        <source>%1（图层有此列时）</source>
        <translation>%1 (where the layer has this column)</translation>
    </message>
    <message>
        <source>%1中%2的要素</source>
        <translation>features of %1 with %2</translation>
    </message>
    <message>
        <source>且</source>
        <translation> and </translation>
    </message>
    <message>
        <source>%1（不小于 %2 平方米的）</source>
        <translation>%1 (of at least %2 m²)</translation>
    </message>
    <message>
        <source>%1，直线 %2 分钟</source>
        <translation>%1, %2 minutes as the crow flies</translation>
    </message>
    <message>
        <source>%1，车行 %2 分钟</source>
        <translation>%1, %2 minutes by car</translation>
    </message>
    <message>
        <source>%1，步行 %2 分钟</source>
        <translation>%1, %2 minutes on foot</translation>
    </message>
    <message>
        <source>%1，直线 %2 米</source>
        <translation>%1, %2 m as the crow flies</translation>
    </message>
    <message>
        <source>%1，沿路车行 %2 米</source>
        <translation>%1, %2 m along roads by car</translation>
    </message>
    <message>
        <source>%1，沿路步行 %2 米</source>
        <translation>%1, %2 m along roads on foot</translation>
    </message>
    <message>
        <source>，或 </source>
        <translation> or </translation>
    </message>
    <message>
        <source>；且 </source>
        <translation>; and </translation>
    </message>
    <message>
        <source>只计中心点在下列设施服务范围内的要素：%1。</source>
        <translation>Only features whose middle is within reach of: %1.</translation>
    </message>
    <message>
        <source>只计位于下列设施服务范围内的部分：%1。</source>
        <translation>Only what lies within reach of: %1.</translation>
    </message>
    <message>
        <source>没有道路图层，以直线距离代替沿路距离。</source>
        <translation>There is no layer of roads: distances are as the crow flies instead.</translation>
    </message>
    <message>
        <source>路网取%1，离道路 %2 米以内的点接到最近的道路上，这一段不计路程。</source>
        <translation>Roads: %1; points within %2 m join the nearest road, which costs nothing.</translation>
    </message>
    <message>
        <source>服务范围取可达道路两侧各 %1 米。</source>
        <translation>The service area reaches %1 m to either side of the roads reached.</translation>
    </message>
    <message>
        <source>道路不穿越%1。</source>
        <translation>Roads do not cross %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>车速（千米每小时）：%1。</source>
        <translation>Speeds (km/h): %1.</translation>
    </message>
    <message>
        <source>其余道路每小时 %1 千米。</source>
        <translation>Other roads: %1 km/h.</translation>
    </message>
    <message>
        <source>不走的道路等级：%1。</source>
        <translation>Classes of road not used: %1.</translation>
    </message>
    <message>
        <source>椭球面积求和，互相重叠处只计一次。</source>
        <translation>Ellipsoidal areas are added up, overlaps counted once.</translation>
    </message>
    <message>
        <source>椭球面积求和。</source>
        <translation>Ellipsoidal areas are added up.</translation>
    </message>
    <message>
        <source>%1求和，被切割的图斑按面积比例分摊。</source>
        <translation>%1 is added up, prorated by area where a parcel is cut.</translation>
    </message>
    <message>
        <source>椭球面上的长度求和。</source>
        <translation>Lengths on the ellipsoid are added up.</translation>
    </message>
    <message>
        <source>按中心点计个数。</source>
        <translation>Features are counted by their middle.</translation>
    </message>
    <message>
        <source>%1求和（单位：%2），被切割的面按面积比例分摊。</source>
        <translation>%1 (in %2) is added up, prorated by area where a polygon is cut.</translation>
    </message>
    <message>
        <source>椭球面积乘以%1后求和。</source>
        <translation>Ellipsoidal areas times %1 are added up.</translation>
    </message>
    <message>
        <source>取其中最大一个的椭球面积。</source>
        <translation>The ellipsoidal area of the largest one.</translation>
    </message>
    <message>
        <source>面积</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>登记面积（分摊）</source>
        <translation>Registered area (prorated)</translation>
    </message>
    <message>
        <source>长度</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>个数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>属性求和</source>
        <translation>Sum of a column</translation>
    </message>
    <message>
        <source>面积乘属性</source>
        <translation>Area times a column</translation>
    </message>
    <message>
        <source>最大一个的面积</source>
        <translation>Area of the largest</translation>
    </message>
    <message>
        <source>取%1。</source>
        <translation>Takes %1.</translation>
    </message>
    <message>
        <source>裁切到%1。</source>
        <translation>Cut to %1.</translation>
    </message>
    <message>
        <source>切割后小于 %1 平方米的碎片不计，另行列出。</source>
        <translation>Pieces below %1 m² that cutting leaves are not counted, but reported.</translation>
    </message>
    <message>
        <source>不在任何区县内的部分计入全市。</source>
        <translation>What lies in no district counts for the city too.</translation>
    </message>
    <message>
        <source>%1%2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>图层“%1”的坐标从 %2、%3 到 %4、%5，不是地上的位置；请在 GIS 软件中找出并改正这些顶点。</source>
        <translation>The coordinates of layer &quot;%1&quot; run from %2, %3 to %4, %5, which are no places on earth; find and correct these vertices in a GIS.</translation>
    </message>
    <message>
        <source>第 %1 号要素的坐标 %2、%3 不是地上的位置；请在 GIS 软件中改正或删除这个顶点。</source>
        <translation>Feature %1 has the coordinates %2, %3, which are no place on earth; correct or delete this vertex in a GIS.</translation>
    </message>
    <message>
        <source>数据库里有几个图层，请说明用哪一个：%1。</source>
        <translation>The database has several layers, say which one: %1.</translation>
    </message>
    <message>
        <source>数据库里没有图层“%1”；有的是：%2。</source>
        <translation>The database has no layer &quot;%1&quot;; there are: %2.</translation>
    </message>
    <message>
        <source>图层“%1”里没有字段“%2”；有的是：%3。</source>
        <translation>Layer &quot;%1&quot; has no field &quot;%2&quot;; there are: %3.</translation>
    </message>
    <message>
        <source>图层“%1”在中国以外，数据库里算不了平面面积；请导出成文件再算。</source>
        <translation>Layer &quot;%1&quot; lies outside China, where the database cannot compute plane areas; export it to a file and compute there.</translation>
    </message>
    <message>
        <source>要在数据库里叠加，两个图层须在同一个数据库、用同样的连接参数；请把另一个图层也导入数据库，或都导出成文件。</source>
        <translation>For an overlay in the database both layers must be in the same database, given by the same connection; load the other layer too, or export both to files.</translation>
    </message>
    <message>
        <source>图层“%1”里找不到地类编码字段，不能按地类挑选；请说明是哪个字段。</source>
        <translation>Layer “%1” has no field with land class codes, so parcels cannot be chosen by class; say which field it is.</translation>
    </message>
    <message>
        <source>图层“%1”里找不到城镇村属性码字段（CZCSXM），不能挑出城乡建设用地。</source>
        <translation>Layer “%1” has no field with town codes (CZCSXM), so urban and rural construction land cannot be chosen.</translation>
    </message>
    <message>
        <source>服务半径应是大于 0 的米数或分钟数。</source>
        <translation>The catchment&apos;s bound is a number of metres or minutes greater than 0.</translation>
    </message>
    <message>
        <source>第 %1 号要素的数量不能是 %2；请改为不小于 0 的数。</source>
        <translation>The quantity of feature %1 cannot be %2; make it a number not less than 0.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>图纸“%1”里没有能读的图形；请在 CAD 软件中另存为 DXF 2000–2013 版。</source>
        <translation>The drawing “%1” has no geometry that can be read; save it as DXF 2000–2013 in your CAD program.</translation>
    </message>
    <message>
        <source>“%1”不是完整的 OpenStreetMap 数据。</source>
        <translation>“%1” is not complete OpenStreetMap data.</translation>
    </message>
    <message>
        <source>边界自相交</source>
        <translation>boundary crosses itself</translation>
    </message>
    <message>
        <source>环在一点上与自身相接或相交</source>
        <translation>ring touches or crosses itself at a point</translation>
    </message>
    <message>
        <source>环重复</source>
        <translation>duplicate ring</translation>
    </message>
    <message>
        <source>洞在外环之外</source>
        <translation>hole outside its shell</translation>
    </message>
    <message>
        <source>洞套着洞</source>
        <translation>nested holes</translation>
    </message>
    <message>
        <source>面套着面</source>
        <translation>nested polygons</translation>
    </message>
    <message>
        <source>内部被洞隔断</source>
        <translation>interior cut in two by holes</translation>
    </message>
    <message>
        <source>点数不足</source>
        <translation>too few points</translation>
    </message>
    <message>
        <source>环未闭合</source>
        <translation>ring not closed</translation>
    </message>
    <message>
        <source>坐标无效（不是数，或大得不可能）</source>
        <translation>invalid coordinate (no number, or impossibly large)</translation>
    </message>
    <message>
        <source>没有图形</source>
        <translation>no geometry</translation>
    </message>
    <message>
        <source>图形为空</source>
        <translation>empty geometry</translation>
    </message>
    <message>
        <source>曲线改为折线</source>
        <translation>curves made straight</translation>
    </message>
    <message>
        <source>混有点或线，只取面</source>
        <translation>points or lines among it: only polygons taken</translation>
    </message>
    <message>
        <source>图形无效</source>
        <translation>invalid geometry</translation>
    </message>
    <message>
        <source>缺少 .dbf，没有属性；请向提供方索要完整的文件。</source>
        <translation>The .dbf is missing, so there are no attributes; ask the provider for the whole set of files.</translation>
    </message>
    <message>
        <source>看不出是哪种图层，请指定角色。</source>
        <translation>Its role is not recognised; choose one.</translation>
    </message>
    <message>
        <source>压缩包“%1”里没有能读的图层。</source>
        <translation>The archive “%1” has no layer that can be read.</translation>
    </message>
    <message>
        <source>已取消，项目保持原样。</source>
        <translation>Cancelled; the project is as it was.</translation>
    </message>
    <message>
        <source>“%1”还没有角色；请指定它是哪种图层（如 DLTB）。</source>
        <translation>“%1” has no role yet; say which layer it is (such as DLTB).</translation>
    </message>
    <message>
        <source>没有“%1”这种图层；“空间数据”页列有全部角色。</source>
        <translation>There is no layer role “%1”; the page “Spatial data” lists them all.</translation>
    </message>
    <message>
        <source>图层%1没有“%2”这一列。</source>
        <translation>Layer %1 has no column “%2”.</translation>
    </message>
    <message>
        <source>“%1”里没有字段“%2”；有的是：%3。</source>
        <translation>“%1” has no field “%2”; it has: %3.</translation>
    </message>
    <message>
        <source>没有“%1”这个分类；有的是 third-survey（三调工作分类）和 land-and-sea-use（用地用海分类）。</source>
        <translation>There is no classification “%1”; there are third-survey and land-and-sea-use.</translation>
    </message>
    <message>
        <source>%1 正在编辑 %2，图层没有存入；请等他关闭后再试。</source>
        <translation>%1 is editing %2, and the layer was not put into it; try again when they have closed it.</translation>
    </message>
    <message>
        <source>%1 不能写入，图层没有存入；请检查文件和文件夹的权限。</source>
        <translation>%1 cannot be written, and the layer was not put into it; check the permissions of file and folder.</translation>
    </message>
    <message>
        <source>看不出是哪一年的，按现状年 %1 年。</source>
        <translation>Its year is not recognised; the status year %1 is assumed.</translation>
    </message>
    <message>
        <source>文件夹“%1”里没有能读的图层。</source>
        <translation>The folder “%1” has no layer that can be read.</translation>
    </message>
    <message>
        <source>不能在 %1 中建立文件夹“空间数据”；请检查权限。</source>
        <translation>Cannot make the folder “空间数据” in %1; check the permissions.</translation>
    </message>
    <message>
        <source>文件夹 %1 不能写入，图层没有存入；请检查权限和磁盘空间。</source>
        <translation>The folder %1 cannot be written, and the layer was not taken in; check permissions and disk space.</translation>
    </message>
    <message>
        <source>图层“%1”没有指明“%2”是哪个字段；请在“空间数据”中指定，或运行 checkup layers FILE --set %3 field.%4=字段名。</source>
        <translation>Layer “%1” does not say which field is “%2”; choose it under “Spatial data”, or run checkup layers FILE --set %3 field.%4=FIELD.</translation>
    </message>
    <message>
        <source>图层“%1”打不开：%2</source>
        <translation>Layer “%1” cannot be opened: %2</translation>
    </message>
    <message>
        <source>修复了 %1 个图形，面积共变化 %2 平方米；清单见 --repairs。</source>
        <translation>%1 geometries were repaired, which changed the area by %2 m² in all; --repairs lists them.</translation>
    </message>
    <message>
        <source>%1 个图形修复不了，只留下属性；请核对源数据。</source>
        <translation>%1 geometries could not be repaired, only their attributes are kept; check the source data.</translation>
    </message>
    <message>
        <source>%1 个要素没有图形，只有属性。</source>
        <translation>%1 features have no geometry, only attributes.</translation>
    </message>
    <message>
        <source>%1 个要素的图形类型与角色不符，计算时不计。</source>
        <translation>The geometry type of %1 features does not fit the role; they are not counted when computing.</translation>
    </message>
    <message>
        <source>%1 个图形的曲线改为折线。</source>
        <translation>The curves of %1 geometries were made straight.</translation>
    </message>
    <message>
        <source>%1 个图形的高程或测值没有取用。</source>
        <translation>Heights or measures of %1 geometries were left out.</translation>
    </message>
    <message>
        <source>%1 个图形混有点或线，只取其中的面。</source>
        <translation>%1 geometries have points or lines among them; only their polygons are taken.</translation>
    </message>
    <message>
        <source>%1 个要素不在本市范围内；请核对坐标系。</source>
        <translation>%1 features lie outside the city; check the reference system.</translation>
    </message>
    <message>
        <source>没有标明坐标系，且坐标像是纬度（北坐标）在前；按%1、交换两轴读取，请核对。</source>
        <translation>No reference system is stated, and the coordinates look like latitude (northing) first; read as %1 with the axes swapped, please check.</translation>
    </message>
    <message>
        <source>没有标明坐标系，按坐标大小取%1，请核对。</source>
        <translation>No reference system is stated; %1 is taken by the size of the coordinates, please check.</translation>
    </message>
    <message>
        <source>没有标明坐标系，从坐标（%1）也看不出来；请查明后指定（如 EPSG:4549）。</source>
        <translation>No reference system is stated, nor do the coordinates (%1) tell; find out and give it (such as EPSG:4549).</translation>
    </message>
    <message>
        <source>没有标明坐标系；从坐标（%1）看可能是%2，请查明后指定其一。</source>
        <translation>No reference system is stated; the coordinates (%1) could be %2: find out and give one of them.</translation>
    </message>
    <message>
        <source>没有标明坐标系，坐标也不成其为坐标（范围 %1 至 %2）；请检查图层，查明坐标系后指定。</source>
        <translation>No reference system is stated, and the coordinates (from %1 to %2) are none; check the layer, find out its system and give it.</translation>
    </message>
    <message>
        <source>坐标（%1）带有带号前缀 %2，标明的坐标系“%3”却不带；可能是%4，请查明后指定。</source>
        <translation>The coordinates (%1) have the zone prefix %2, the stated system “%3” has none; it could be %4: find out and give it.</translation>
    </message>
    <message>
        <source>坐标（%1）没有带号前缀，标明的坐标系“%3”却有前缀 %2；可能是%4，请查明后指定。</source>
        <translation>The coordinates (%1) have no zone prefix, the stated system “%3” has the prefix %2; it could be %4: find out and give it.</translation>
    </message>
    <message>
        <source>坐标（%1）像是纬度在前、经度在后；已按交换两轴读取，请核对。</source>
        <translation>The coordinates (%1) look like latitude first; they are read with the axes swapped, please check.</translation>
    </message>
    <message>
        <source>标明的坐标系“%1”是经纬度，坐标（%2）却不是；可能是%3，请查明后指定。</source>
        <translation>The stated system “%1” is longitude and latitude, the coordinates (%2) are not; it could be %3: find out and give it.</translation>
    </message>
    <message>
        <source>按标明的坐标系“%1”，图层位于 %2，不在本市范围；请核对坐标系和数据。</source>
        <translation>By the stated system “%1” the layer lies at %2, outside the city; check system and data.</translation>
    </message>
    <message>
        <source>按标明的坐标系“%1”，图层位于 %2，不在本市范围；从坐标看可能是%3，请核对。</source>
        <translation>By the stated system “%1” the layer lies at %2, outside the city; by its coordinates it could be %3, please check.</translation>
    </message>
    <message>
        <source>“%1”没有导入，项目保持原样：在 %2 旁边写不下它；请清理磁盘后重试。</source>
        <translation>“%1” was not imported and the project is as it was: there is no room for it beside %2; clear the disk and try again.</translation>
    </message>
    <message>
        <source>已取消空间计算。</source>
        <translation>The spatial computation was cancelled.</translation>
    </message>
    <message>
        <source>图层 %1 中有 %2 个面在项目里没有同代码或同名的地区，如“%3”；请核对地区表。</source>
        <translation>Layer %1 has %2 polygons whose code or name is no region of the project, such as &quot;%3&quot;; check the regions.</translation>
    </message>
    <message>
        <source>%1：已算 %2 个要素</source>
        <translation>%1: %2 features computed</translation>
    </message>
    <message>
        <source>输入量“%1”没有算法，或已停用；请用 checkup spatial --list 查看。</source>
        <translation>Quantity &quot;%1&quot; has no recipe, or it is switched off; see checkup spatial --list.</translation>
    </message>
    <message>
        <source>%1 %2（占 %3%）</source>
        <translation>%1 %2 (%3%)</translation>
    </message>
    <message>
        <source>有 %1不在任何区县内，已计入全市。</source>
        <translation>%1 lies in no district and counts for the city.</translation>
    </message>
    <message>
        <source>有 %1不在任何区县内，没有计入全市；请核对行政区图层。</source>
        <translation>%1 lies in no district and does not count for the city; check the layer of districts.</translation>
    </message>
    <message>
        <source>区县之间互相重叠，各区县之和比全部多 %1 %2；请核对行政区图层。</source>
        <translation>Districts lie over one another: they add up to %1 %2 more than there is. Check the layer of districts.</translation>
    </message>
    <message>
        <source>有 %1 个要素的属性不是数，没有计入。</source>
        <translation>%1 features have no number in the column and are not counted.</translation>
    </message>
    <message>
        <source>有 %1 个要素没有可量的图形，没有计入。</source>
        <translation>%1 features have no shape to measure and are not counted.</translation>
    </message>
    <message>
        <source>略去 %1 个碎片，共 %2 %3。</source>
        <translation>%1 slivers left out, %2 %3 in all.</translation>
    </message>
    <message>
        <source>有 %1 个要素附近没有道路，按不可达计。</source>
        <translation>%1 features have no road nearby and count as not reached.</translation>
    </message>
    <message>
        <source>有 %1 个要素所在的路网没有这些设施，按不可达计。</source>
        <translation>%1 features are in a part of the network without these facilities and count as not reached.</translation>
    </message>
    <message>
        <source>有 %1 处设施附近没有道路，没有用上。</source>
        <translation>%1 facilities have no road nearby and serve nobody.</translation>
    </message>
    <message>
        <source>同一角色有 %1 个图层，已合在一起计算。</source>
        <translation>%1 layers play the same role and were taken together.</translation>
    </message>
    <message>
        <source>计算结果的记录已损坏，请重新计算。</source>
        <translation>The record of the computation is damaged; compute again.</translation>
    </message>
    <message>
        <source>空间计算：%1 个输入量</source>
        <translation>Spatial computation: %1 quantities</translation>
    </message>
    <message>
        <source>没有图层 %1，请导入。</source>
        <translation>There is no layer %1; import it.</translation>
    </message>
    <message>
        <source> 或 </source>
        <translation> or </translation>
    </message>
    <message>
        <source>图层“%1”没有指定“%2”对应的字段，请指定。</source>
        <translation>Layer &quot;%1&quot; has no field for &quot;%2&quot;; name it.</translation>
    </message>
    <message>
        <source>图层“%1”的地类属%2，算法里的编码属%3，不能混用；请改算法的编码或换图层。</source>
        <translation>The classes of layer &quot;%1&quot; are %2, the recipe&apos;s codes are %3: they cannot be mixed. Change the recipe&apos;s codes or the layer.</translation>
    </message>
    <message>
        <source>算法已修改。</source>
        <translation>The recipe was changed.</translation>
    </message>
    <message>
        <source>程序的计算方法已更新。</source>
        <translation>The program&apos;s method is newer.</translation>
    </message>
    <message>
        <source>区县或街道的名录已修改。</source>
        <translation>The districts or streets were changed.</translation>
    </message>
    <message>
        <source>计量单位已修改。</source>
        <translation>The unit was changed.</translation>
    </message>
    <message>
        <source>新用图层“%1”。</source>
        <translation>Layer &quot;%1&quot; is new.</translation>
    </message>
    <message>
        <source>图层“%1”的数据已更换。</source>
        <translation>The data of layer &quot;%1&quot; were replaced.</translation>
    </message>
    <message>
        <source>图层“%1”的设置已修改。</source>
        <translation>The settings of layer &quot;%1&quot; were changed.</translation>
    </message>
    <message>
        <source>不再使用图层“%1”。</source>
        <translation>Layer &quot;%1&quot; is no longer used.</translation>
    </message>
    <message>
        <source>计算所用的内容已改变。</source>
        <translation>What it was computed from has changed.</translation>
    </message>
    <message>
        <source>不能计算</source>
        <translation>Not computable</translation>
    </message>
    <message>
        <source>未计算</source>
        <translation>Not computed</translation>
    </message>
    <message>
        <source>最新</source>
        <translation>Current</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Stale</translation>
    </message>
    <message>
        <source>路网取%1，离道路 %2 米以内的点接到最近的道路上，这一段计入路程。</source>
        <translation>Roads: %1; points within %2 m join the nearest road, and that way counts.</translation>
    </message>
    <message>
        <source>转换使图层移动了 %1 米，新旧基准一般只差几十到两三百米；请核对参数。</source>
        <translation>The transformation moved the layer by %1 m; old and new datums mostly differ by tens to two or three hundred metres. Check the parameters.</translation>
    </message>
    <message>
        <source>转换参数“%1”看不懂；写法如：position-vector dx=1.2 dy=-3.4 dz=5.6 rx=0.1 ry=0.2 rz=-0.3 scale=1.5（dx、dy、dz 以米计，rx、ry、rz 以秒计，scale 以百万分之一计）。</source>
        <translation>The parameter “%1” is not understood; write for example: position-vector dx=1.2 dy=-3.4 dz=5.6 rx=0.1 ry=0.2 rz=-0.3 scale=1.5 (dx, dy, dz in metres, rx, ry, rz in seconds, scale in parts per million).</translation>
    </message>
    <message>
        <source>%1缺少参数 %2；要有的是：%3。</source>
        <translation>%1: the parameter %2 is missing; needed are %3.</translation>
    </message>
    <message>
        <source>按所给参数转换后，图层“%1”的中心在东经 %2°、北纬 %3°，不在本市范围；请核对参数的种类、单位和正负号，以及原坐标系。</source>
        <translation>With these parameters the middle of layer “%1” lies at %2° E, %3° N, outside the city. Check the kind of the parameters, their units and signs, and the system the layer is in.</translation>
    </message>
    <message>
        <source>七参数（位置矢量）</source>
        <translation>Seven parameters (position vector)</translation>
    </message>
    <message>
        <source>七参数（坐标框架）</source>
        <translation>Seven parameters (coordinate frame)</translation>
    </message>
    <message>
        <source>三参数</source>
        <translation>Three parameters</translation>
    </message>
    <message>
        <source>平面四参数</source>
        <translation>Four parameters of the plane</translation>
    </message>
    <message>
        <source>转换参数要先写是哪一种：%1；“%2”不是。</source>
        <translation>Parameters begin with their kind: %1; “%2” is none.</translation>
    </message>
    <message>
        <source>%1没有参数 %2；要有的是：%3。</source>
        <translation>%1: there is no parameter %2; needed are %3.</translation>
    </message>
    <message>
        <source>转换参数 %1 写了两次。</source>
        <translation>The parameter %1 stands twice.</translation>
    </message>
    <message>
        <source>%1：dx=%2、dy=%3、dz=%4 米，rx=%5、ry=%6、rz=%7 秒，尺度 %8 ppm</source>
        <translation>%1: dx=%2, dy=%3, dz=%4 m, rx=%5, ry=%6, rz=%7″, scale %8 ppm</translation>
    </message>
    <message>
        <source>%1：dx=%2、dy=%3、dz=%4 米</source>
        <translation>%1: dx=%2, dy=%3, dz=%4 m</translation>
    </message>
    <message>
        <source>%1：北移 %2 米、东移 %3 米，旋转 %4 秒，尺度 %5 ppm</source>
        <translation>%1: %2 m north, %3 m east, turned by %4″, scale %5 ppm</translation>
    </message>
    <message>
        <source>坐标由“%1”转换到“%2”，%3；参数来源：%4。</source>
        <translation>Coordinates brought from “%1” to “%2”, %3; parameters from: %4.</translation>
    </message>
    <message>
        <source>未注明的平面坐标系</source>
        <translation>a plane system that the file does not name</translation>
    </message>
    <message>
        <source>请说明转换参数从哪里来（哪个单位、哪份成果）。</source>
        <translation>Say where the parameters come from (which office, which publication).</translation>
    </message>
    <message>
        <source>图层“%1”没有标明坐标系；请先指明原坐标系（如 EPSG:2384 西安 80），再按参数转换。</source>
        <translation>Layer “%1” does not say its system; name the one it is in (such as EPSG:2384, Xi&apos;an 80) before the parameters.</translation>
    </message>
    <message>
        <source>坐标系“%1”已在 2000 国家大地坐标系上，不需要转换参数。</source>
        <translation>The system “%1” stands on CGCS2000 already and needs no parameters.</translation>
    </message>
    <message>
        <source>“%1”不在 2000 国家大地坐标系上；into= 要写 4490、4526–4528、4547–4549 这样的坐标系。</source>
        <translation>“%1” does not stand on CGCS2000; into= wants a system such as 4490, 4526–4528, 4547–4549.</translation>
    </message>
    <message>
        <source>还没有 %1 年的地类图斑（DLTB）。请在“图层”里添加变更调查的图斑。</source>
        <translation>There are no land parcels (DLTB) for %1 yet. Add those of the annual land survey under Layers.</translation>
    </message>
    <message>
        <source>没有 %1 年的地类图斑，用的是 %2 年的。</source>
        <translation>There are no land parcels for %1; those of %2 are used.</translation>
    </message>
    <message>
        <source>图层“%1”没有指明哪个字段是地类编码。请在“图层”里修改它的字段。</source>
        <translation>Layer “%1” does not say which field has the land class code. Change its fields under Layers.</translation>
    </message>
    <message>
        <source>还没有 %1 年的地类图斑（DLTB），不能与 %2 年比较。请在“图层”里添加，并填写它的年份。</source>
        <translation>There are no land parcels (DLTB) for %1 to compare with %2. Add them under Layers and state their year.</translation>
    </message>
    <message>
        <source>转移矩阵要两个年份的地类图斑（DLTB），现在只有一个。请在“图层”里添加更早一年的，并填写它的年份。</source>
        <translation>A transition matrix needs land parcels (DLTB) of two years; there is only one. Add those of an earlier year under Layers and state their year.</translation>
    </message>
    <message>
        <source>前后是同一年（%1）的地类图斑。请另选一年。</source>
        <translation>Both are the land parcels of the same year (%1). Choose another year.</translation>
    </message>
    <message>
        <source>图层“%1”与“%2”的地类编码用的不是同一种分类，不能比较。请在“图层”里核对两者的分类。</source>
        <translation>The land class codes of “%1” and “%2” are of different classifications and cannot be compared. Check both under Layers.</translation>
    </message>
    <message>
        <source>还没有控制线图层：%1。请在“图层”里添加其中至少一个。</source>
        <translation>There is no layer of control lines yet: %1. Add at least one of them under Layers.</translation>
    </message>
    <message>
        <source>没有这些控制线图层，表里没有它们：%1。</source>
        <translation>There are no layers of these control lines, and the table goes without them: %1.</translation>
    </message>
    <message>
        <source>没有行政区图层（XZQ），不分区。</source>
        <translation>There is no layer of districts (XZQ); the table is not by district.</translation>
    </message>
    <message>
        <source>行政区图层里这些名称不是本项目的区县，按区外处理：%1。</source>
        <translation>These names in the layer of districts are no district of the project and count as outside: %1.</translation>
    </message>
    <message>
        <source>叠加面积表没有图层，只有表格。</source>
        <translation>The overlay table has no layer, only a workbook.</translation>
    </message>
    <message>
        <source>%1：在数据库中量算</source>
        <translation>%1: measuring in the database</translation>
    </message>
    <message>
        <source>%1：在数据库中计算，第 %2 项，共 %3 项</source>
        <translation>%1: computing in the database, %2 of %3</translation>
    </message>
    <message>
        <source>图层“%1”的 %2 项算法在数据库中计算；在边界上、图形特殊或要分摊面积的要素读出来算，共 %3 次。</source>
        <translation>%2 recipes over layer &quot;%1&quot; were computed in the database; features on borders, with unusual shapes or with an area to be shared out were read and computed here, %3 times in all.</translation>
    </message>
    <message>
        <source>图层“%1”另有 %2 项算法用到路网可达，数据库里算不了，读出来算。</source>
        <translation>Another %2 recipes over layer &quot;%1&quot; need reach along roads, which the database cannot compute; the layer was read for them.</translation>
    </message>
    <message>
        <source>图层“%1”要先合并重叠的面（%2），数据库里算不了，读出来算。</source>
        <translation>Overlapping polygons of layer &quot;%1&quot; are united first (%2), which the database cannot do; the layer was read.</translation>
    </message>
    <message>
        <source>图层“%1”在数据库中，但要读出来算：%2</source>
        <translation>Layer &quot;%1&quot; lives in a database but is read to be computed: %2</translation>
    </message>
    <message>
        <source>它的坐标系没有 EPSG 代码，或不以米为单位。</source>
        <translation>Its reference system has no EPSG code, or is not in metres.</translation>
    </message>
    <message>
        <source>它在中国以外，没有平面坐标系。</source>
        <translation>It lies outside China, where there is no plane system for it.</translation>
    </message>
    <message>
        <source>数据库不认识坐标系 EPSG:%1。</source>
        <translation>The database does not know the reference system EPSG:%1.</translation>
    </message>
    <message>
        <source>图层 %1 没有“%2”这一列，请换一列或删去这个条件。</source>
        <translation>Layer %1 has no column “%2”: choose another one or remove this condition.</translation>
    </message>
    <message>
        <source>条件还没有值，请填写。</source>
        <translation>The condition has no value yet: fill it in.</translation>
    </message>
    <message>
        <source>比较大小要填一个数。</source>
        <translation>A comparison needs one number.</translation>
    </message>
    <message>
        <source>第 %1 行车速要有道路等级和大于 0 的速度，请填上或删去这一行。</source>
        <translation>Speed %1 needs a road class and a speed above 0: fill them in or remove the row.</translation>
    </message>
    <message>
        <source>图层“%1”应在数据库的表 %2 里，但没有这个表；请恢复它，或重新导入图层。</source>
        <translation>Layer &quot;%1&quot; should be in table %2 of the database, but there is no such table; restore it, or import the layer again.</translation>
    </message>
    <message>
        <source>图层“%1”（数据库的表 %2）在导入之后被改动；请重新导入后再计算。</source>
        <translation>Layer &quot;%1&quot; (table %2 of a database) was changed after it was imported; import it again, then compute.</translation>
    </message>
    <message>
        <source>图层“%1”所在的数据库现在连不上或读不出，没有核对；请接通后再校验。</source>
        <translation>The database of layer &quot;%1&quot; cannot be reached or read now, so it was not checked; verify again when it can be.</translation>
    </message>
    <message>
        <source>图层“%1”的内容与导入时不同，照样带到新的一年；请核对。</source>
        <translation>Layer “%1” is not what it was when taken; it came along as it is. Check it.</translation>
    </message>
    <message>
        <source>图层“%1”的文件 %2 找不到；带到新的一年的只是它的设置。</source>
        <translation>The file of layer “%1”, %2, is not there; only its settings came along.</translation>
    </message>
    <message>
        <source>有更近一年的图层，%1 年的留在上一年的项目里。</source>
        <translation>There is a newer one; that of %1 stays in last year&apos;s project.</translation>
    </message>
    <message>
        <source>%1 已存在，结转不会覆盖它；请换一个文件名。</source>
        <translation>%1 exists and is not overwritten; choose another name.</translation>
    </message>
    <message>
        <source>由 %1 年度项目结转 %2 个图层</source>
        <translation>Carry %2 layers over from the project of %1</translation>
    </message>
    <message>
        <source>已取消结转，没有建立新项目。</source>
        <translation>Cancelled; no new project was made.</translation>
    </message>
    <message>
        <source>不能建立 %1；请检查文件夹的权限。</source>
        <translation>%1 cannot be made; check the permissions of the folder.</translation>
    </message>
    <message>
        <source>有 %1不在任何区县内，只给出全市的数，不分区县。</source>
        <translation>%1 lie in no district; there is a figure for the city only.</translation>
    </message>
    <message>
        <source>图纸里还有不能读的图元：%1；其中若有要用的，请在 CAD 软件中炸开或另存为 DXF 再导入。</source>
        <translation>The drawing has objects that cannot be read: %1. If any of them matter, explode them in the CAD program or save the drawing as DXF.</translation>
    </message>
    <message>
        <source>压缩包里还有压缩包，没有读；请解压后再导入。</source>
        <translation>There is an archive within the archive, which was not read. Unpack it first.</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1”的算法不涉及设施的服务范围，没有这份清单。</source>
        <translation>The recipe of “%1” has no facilities to be reached; there is no such list.</translation>
    </message>
    <message>
        <source>有要素的属性不是数，没有计入：%1。</source>
        <translation>Features whose attribute is no number are not counted: %1.</translation>
    </message>
    <message>
        <source>有要素没有可量的图形，没有计入：%1。</source>
        <translation>Features with no shape to measure are not counted: %1.</translation>
    </message>
    <message>
        <source>有要素附近没有道路，按不可达计：%1。</source>
        <translation>Features with no road nearby count as not reached: %1.</translation>
    </message>
    <message>
        <source>有要素所在的路网没有这些设施，按不可达计：%1。</source>
        <translation>Features whose part of the road network has no such facility count as not reached: %1.</translation>
    </message>
    <message>
        <source>有设施附近没有道路，没有用上：%1。</source>
        <translation>Facilities with no road nearby are not used: %1.</translation>
    </message>
    <message>
        <source>同一角色有几个图层，已合在一起计算：%1。</source>
        <translation>Several layers with one role were computed together: %1.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>“%1”不是条件；请写成 字段=值、字段!=值、字段~词、字段^开头、字段&gt;=数 等。</source>
        <translation>“%1” is no condition; write field=value, field!=value, field~word, field^beginning, field&gt;=number and the like.</translation>
    </message>
    <message>
        <source>设施附近没有道路</source>
        <translation>Facility without a road nearby</translation>
    </message>
    <message>
        <source>附近没有道路</source>
        <translation>No road nearby</translation>
    </message>
    <message>
        <source>路网不通</source>
        <translation>Not connected by road</translation>
    </message>
    <message>
        <source>超出服务范围</source>
        <translation>Too far</translation>
    </message>
    <message>
        <source>有的在区县内而不在任何街道内，街道之和比区县少：%1。</source>
        <translation>Some of it lies in a district but in none of its streets; the streets add up to less than the districts: %1.</translation>
    </message>
    <message>
        <source>街道之间互相重叠，街道之和比区县多：%1；请核对街道图层。</source>
        <translation>Streets lie over one another and add up to more than their districts: %1; check the layer of streets.</translation>
    </message>
    <message>
        <source>图层“%1”没有指明名称在哪个字段，无法建立地区名录；请先改图层的字段对应。</source>
        <translation>The layer “%1” does not say which field holds the name, so regions cannot be made of it; set the layer&apos;s fields first.</translation>
    </message>
    <message>
        <source>已取消读取地区名录。</source>
        <translation>Reading the regions was cancelled.</translation>
    </message>
    <message>
        <source>%1 %2、%3</source>
        <translation>%1 %2, %3</translation>
    </message>
    <message>
        <source>图层“%1”有要素既没有代码也没有名称，没有列入名录；请补上后再做。</source>
        <translation>The layer “%1” has features with neither code nor name, which were left out; fill them in and try again.</translation>
    </message>
    <message>
        <source>图层“%1”有 %2 个代码没有名称，没有列入名录：%3。</source>
        <translation>The layer “%1” has %2 codes without a name, which were left out: %3.</translation>
    </message>
    <message>
        <source>图层“%1”有 %2 个地区的代码不属本市，没有列入名录：%3。</source>
        <translation>The layer “%1” has %2 regions whose codes are not this city&apos;s, which were left out: %3.</translation>
    </message>
    <message>
        <source>图层“%1”有 %2 个街道的代码对不上区县，也不在行政区图层之内，没有列入名录：%3；请先建立区县名录，或核对代码。</source>
        <translation>The layer “%1” has %2 streets whose codes fit no district and which lie in none of the layer of districts; they were left out: %3. Make the districts first, or check the codes.</translation>
    </message>
    <message>
        <source>图层“%1”有 %2 处同一代码而名称不同，取前一个：%3。</source>
        <translation>The layer “%1” has %2 codes with different names; the first was taken: %3.</translation>
    </message>
    <message>
        <source>地区名录只能从行政区（XZQ）或乡镇街道（JDXZ）图层建立。</source>
        <translation>Regions can only be made of a layer of districts (XZQ) or streets (JDXZ).</translation>
    </message>
    <message>
        <source>“%1”不是沿路网计算的，没有各设施服务的清单。</source>
        <translation>“%1” is not computed along roads; there is no list of what each facility serves.</translation>
    </message>
    <message>
        <source>正在读入用来切割的图层（控制线、另一年的图斑、行政区）</source>
        <translation>Reading the layers to cut by (control lines, the other year&apos;s parcels, districts)</translation>
    </message>
    <message>
        <source>三调工作分类</source>
        <translation>third survey&apos;s classes</translation>
    </message>
    <message>
        <source>用地用海分类</source>
        <translation>land and sea use classes</translation>
    </message>
    <message>
        <source>%1 %2 分钟</source>
        <translation>%1, %2 minutes</translation>
    </message>
    <message>
        <source>%1 %2 米</source>
        <translation>%1, %2 m</translation>
    </message>
    <message>
        <source>标明的坐标系“%1”是经纬度，坐标（%2）却不是，也看不出是哪个坐标系；请查明后指定（如 EPSG:4549）。</source>
        <translation>The stated system “%1” is in degrees, the coordinates (%2) are not, and nothing tells which system they are in; find out and state it (such as EPSG:4549).</translation>
    </message>
</context>
<context>
    <name>SpreadsheetXml</name>
    <message>
        <source>“%1”的文字编码无法识别；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>The text encoding of &quot;%1&quot; was not recognised; open it in Excel or WPS, save as .xlsx, and try again.</translation>
    </message>
    <message>
        <source>“%1”单元格过多，超出安全限制；请删除多余的行列，或拆分后再试。</source>
        <translation>&quot;%1&quot; has more cells than is safe; delete needless rows and columns, or split it, and try again.</translation>
    </message>
    <message>
        <source>“%1”已损坏，读不出来；请用 Excel 或 WPS 打开修复，另存为 .xlsx 后再试。</source>
        <translation>&quot;%1&quot; is damaged and cannot be read; repair it in Excel or WPS, save as .xlsx, and try again.</translation>
    </message>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>“%1”中没有工作表；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>&quot;%1&quot; has no sheets; open it in Excel or WPS, save as .xlsx, and try again.</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1：本项目的指标体系中没有指标“%2”，请更正名称或代码后重新导入。</source>
        <translation>%1: indicator &quot;%2&quot; is not in this project&apos;s indicator system; correct its name or code and import again.</translation>
    </message>
    <message>
        <source>项目文件</source>
        <translation>Project file</translation>
    </message>
    <message>
        <source>行政区图层；给出时按区分列</source>
        <translation>layer of districts; when given, figures are by district</translation>
    </message>
    <message>
        <source>行政区图层的名称或代码字段</source>
        <translation>field with the districts&apos; names or codes</translation>
    </message>
    <message>
        <source>文件里有几个图层时，用逗号依次写出三个图层名：A,B,行政区</source>
        <translation>where files hold several layers, the three layers&apos; names: A,B,districts</translation>
    </message>
    <message>
        <source>坐标系的 EPSG 代码；图层没有标明或标错时填写</source>
        <translation>EPSG code of the reference system, where the layer states none or a wrong one</translation>
    </message>
    <message>
        <source>用几个线程；默认用全部处理器</source>
        <translation>threads to use; all processors by default</translation>
    </message>
    <message>
        <source>小于这么多平方米的碎片不计入，另行列出</source>
        <translation>pieces smaller than so many m² are left out and reported</translation>
    </message>
    <message>
        <source>平均宽度小于这么多米的碎片不计入，另行列出</source>
        <translation>pieces narrower than so many metres on average are left out and reported</translation>
    </message>
    <message>
        <source>写出表格（.xlsx）</source>
        <translation>write a table (.xlsx)</translation>
    </message>
    <message>
        <source>空间计算，所用图层：%1</source>
        <translation>Spatial computation from the layers: %1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>从图层“%1”建立区县名录</source>
        <translation>Districts of the layer “%1”</translation>
    </message>
    <message>
        <source>从图层“%1”建立街道名录</source>
        <translation>Streets of the layer “%1”</translation>
    </message>
    <message>
        <source>改图层“%1”的显示</source>
        <translation>Change how layer “%1” is shown</translation>
    </message>
    <message>
        <source>改图层“%1”的上下次序</source>
        <translation>Change the order of layer “%1”</translation>
    </message>
    <message>
        <source>改第 %1 幅的图层</source>
        <translation>Change the layers of pane %1</translation>
    </message>
    <message>
        <source>记下书签“%1”</source>
        <translation>Remember bookmark “%1”</translation>
    </message>
    <message>
        <source>删除书签“%1”</source>
        <translation>Delete bookmark “%1”</translation>
    </message>
    <message>
        <source>改底图“%1”</source>
        <translation>Change underlay “%1”</translation>
    </message>
    <message>
        <source>移除底图“%1”</source>
        <translation>Remove underlay “%1”</translation>
    </message>
    <message>
        <source>恢复自带符号 %1</source>
        <translation>Shipped symbols again: %1</translation>
    </message>
    <message>
        <source>%1的图案角度 %2° 取最近的 45° 倍数。</source>
        <translation>%1: the pattern&apos;s angle of %2° is taken to the nearest multiple of 45°.</translation>
    </message>
    <message>
        <source>改面图层盖住底图的程度</source>
        <translation>Change how far areas cover what is below</translation>
    </message>
</context>
<context>
    <name>TextDecoding</name>
    <message>
        <source>文字编码无法识别（试过 UTF-8、UTF-16 和 GB18030）；请另存为 UTF-8 编码后再试。</source>
        <translation>The text encoding is not recognised (UTF-8, UTF-16 and GB18030 were tried); save the file in UTF-8 and try again.</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>计量单位“%1”中的数过大，无法换算；请改用较小的倍数。</source>
        <translation>The number in unit &quot;%1&quot; is too large to convert; use a smaller multiple.</translation>
    </message>
    <message>
        <source>计量单位“%1”中的数不能为 0。</source>
        <translation>The number in unit &quot;%1&quot; must not be 0.</translation>
    </message>
    <message>
        <source>计量单位“%1”中的“%2”不认识；请改用常见写法，如 公顷、万亩、平方米/人、件/万人、%。</source>
        <translation>&quot;%2&quot; in unit &quot;%1&quot; is not known; use a common form such as 公顷, 万亩, 平方米/人, 件/万人, %.</translation>
    </message>
    <message>
        <source>计量单位“%1”不完整；请在“%2”处补上单位名称，如 万人、公顷。</source>
        <translation>Unit &quot;%1&quot; is incomplete; add the name of the unit at &quot;%2&quot;, such as 万人 or 公顷.</translation>
    </message>
    <message>
        <source>“%1”不能换算为“%2”：不是同一种量；请核对计量单位。</source>
        <translation>&quot;%1&quot; cannot be converted to &quot;%2&quot;: they are not of the same kind; check the units.</translation>
    </message>
    <message>
        <source>“%1”与“%2”大小相差过于悬殊，无法换算。</source>
        <translation>&quot;%1&quot; and &quot;%2&quot; are too far apart in size to be converted.</translation>
    </message>
    <message>
        <source>平方千米</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>公顷</source>
        <translation>ha</translation>
    </message>
    <message>
        <source>平方米</source>
        <translation>m²</translation>
    </message>
    <message>
        <source>万平方米</source>
        <translation>10⁴ m²</translation>
    </message>
    <message>
        <source>千米</source>
        <translation>km</translation>
    </message>
    <message>
        <source>米</source>
        <translation>m</translation>
    </message>
    <message>
        <source>个</source>
        <translation>pcs</translation>
    </message>
    <message>
        <source>处</source>
        <translation>places</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>万人</source>
        <translation>10⁴ people</translation>
    </message>
</context>
<context>
    <name>XlsxReader</name>
    <message>
        <source>已取消。</source>
        <translation>Cancelled.</translation>
    </message>
    <message>
        <source>工作簿“%1”已损坏：其中的“%2”读不出来；请用 Excel 或 WPS 打开修复，另存为 .xlsx 后再试。</source>
        <translation>Workbook &quot;%1&quot; is damaged: &quot;%2&quot; in it cannot be read; open and repair it in Excel or WPS, save as .xlsx and try again.</translation>
    </message>
    <message>
        <source>工作簿“%1”的工作表“%2”单元格过多，超出安全限制；请删除多余的空行空列，或拆分后再试。</source>
        <translation>Sheet &quot;%2&quot; of workbook &quot;%1&quot; has more cells than is safe; delete empty rows and columns, or split it, and try again.</translation>
    </message>
    <message>
        <source>“%1”实际上是 Excel 二进制工作簿 (.xlsb)；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>&quot;%1&quot; is in fact a binary Excel workbook (.xlsb); open it in Excel or WPS, save as .xlsx and try again.</translation>
    </message>
    <message>
        <source>“%1”不是工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</source>
        <translation>&quot;%1&quot; is not a workbook; open it in Excel or WPS, save as .xlsx and try again.</translation>
    </message>
    <message>
        <source>不是普通工作表（如图表、宏表），已略过。</source>
        <translation>Not an ordinary sheet (a chart or macro sheet, say); it was skipped.</translation>
    </message>
    <message>
        <source>工作簿“%1”过大，内存不足；请拆分后再试。</source>
        <translation>Workbook &quot;%1&quot; is too large for the memory; split it and try again.</translation>
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
        <translation>&quot;%1&quot; is damaged or not complete (its directory cannot be read); please get the file again.</translation>
    </message>
    <message>
        <source>“%1”已损坏：其中的“%2”无法解压；请重新获取该文件。</source>
        <translation>&quot;%1&quot; is damaged: &quot;%2&quot; in it cannot be unpacked; please get the file again.</translation>
    </message>
    <message>
        <source>“%1”解压后过大，超出安全限制，未读取；请核实文件来源，或拆分、精简后再试。</source>
        <translation>&quot;%1&quot; is larger unpacked than is safe and was not read; check where the file comes from, or split or reduce it and try again.</translation>
    </message>
    <message>
        <source>找不到文件“%1”；请核对路径。</source>
        <translation>File &quot;%1&quot; was not found; please check the path.</translation>
    </message>
    <message>
        <source>无法读取文件“%1”；请检查权限、磁盘或网络连接后重试。</source>
        <translation>File &quot;%1&quot; cannot be read; check permissions, disk or network connection and try again.</translation>
    </message>
    <message>
        <source>“%1”中缺少“%2”，文件可能已损坏；请重新获取该文件。</source>
        <translation>&quot;%1&quot; lacks &quot;%2&quot; and may be damaged; please get the file again.</translation>
    </message>
    <message>
        <source>“%1”中的“%2”设有密码；请去掉密码后再试。</source>
        <translation>&quot;%2&quot; in &quot;%1&quot; has a password; remove it and try again.</translation>
    </message>
    <message>
        <source>无法压缩“%1”中的“%2”；请重试。</source>
        <translation>&quot;%2&quot; cannot be packed into &quot;%1&quot;; please try again.</translation>
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
    <name>checkup::workspace::AppraisalDialog</name>
    <message>
        <source>恢复参考分值</source>
        <translation>Back to the proposed numbers</translation>
    </message>
    <message>
        <source>考核表（按 %1 计算）</source>
        <translation>Appraisal (as of %1)</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>答复/任务</source>
        <translation>Answered/tasks</translation>
    </message>
    <message>
        <source>逾期天数</source>
        <translation>Days late</translation>
    </message>
    <message>
        <source>按时性</source>
        <translation>Timeliness</translation>
    </message>
    <message>
        <source>完整性</source>
        <translation>Completeness</translation>
    </message>
    <message>
        <source>规范性</source>
        <translation>Corrections</translation>
    </message>
    <message>
        <source>总分</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>等次</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>各单位得分</source>
        <translation>Points of the units</translation>
    </message>
    <message>
        <source>本项目的分值</source>
        <translation>Numbers of this project</translation>
    </message>
    <message>
        <source>导出考核表…</source>
        <translation>Export the appraisal…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>本项目改过分值。</source>
        <translation>This project has changed the numbers.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::AssessmentPage</name>
    <message>
        <source>评价诊断</source>
        <translation>Assessment</translation>
    </message>
    <message>
        <source>按名称、编号、部门查找</source>
        <translation>Find by name, code or department</translation>
    </message>
    <message>
        <source>目标…</source>
        <translation>Goal…</translation>
    </message>
    <message>
        <source>全部结论</source>
        <translation>All verdicts</translation>
    </message>
    <message>
        <source>%1 项</source>
        <translation>%1 indicators</translation>
    </message>
    <message>
        <source>基期 %1 年：%2</source>
        <translation>Base year %1: %2</translation>
    </message>
    <message>
        <source>上年：%1</source>
        <translation>Last year: %1</translation>
    </message>
    <message>
        <source>本年度：%1</source>
        <translation>This year: %1</translation>
    </message>
    <message>
        <source>%1 年目标：%2%3</source>
        <translation>Target for %1: %2%3</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>没有目标值。按 Ctrl+G 填写。</source>
        <translation>No target value. Ctrl+G to enter one.</translation>
    </message>
    <message>
        <source>对标：%1</source>
        <translation>Benchmark: %1</translation>
    </message>
    <message>
        <source>⚠ 来源之间相差超过容差，请在数据采集中核定采用值。</source>
        <translation>⚠ The sources differ by more than the tolerance; adopt one under Collection.</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>各指标的结论，最急的在前</source>
        <translation>Verdict of every indicator, the most urgent first</translation>
    </message>
    <message>
        <source>全部类别</source>
        <translation>All dimensions</translation>
    </message>
    <message>
        <source>填写或修改目标值（Ctrl+G）</source>
        <translation>Enter or change the target (Ctrl+G)</translation>
    </message>
    <message>
        <source>没有目标值。</source>
        <translation>No target.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::AuditModel</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>做了什么</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>改动的记录</source>
        <translation>Row changed</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::AuditPage</name>
    <message>
        <source>记录</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>修改记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>节点与差异</source>
        <translation>Snapshots and differences</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::BaseMapTool</name>
    <message>
        <source>底图</source>
        <translation>Base map</translation>
    </message>
    <message>
        <source>图层下面的瓦片底图，只读本机文件</source>
        <translation>A map of tiles below the layers, read from this machine only</translation>
    </message>
    <message>
        <source>显示底图</source>
        <translation>Show base map</translation>
    </message>
    <message>
        <source>显示底图（此系统的 Qt 没有 Qt Location）</source>
        <translation>Show base map (this system&apos;s Qt has no Qt Location)</translation>
    </message>
    <message>
        <source>在当前一幅的图层下面显示</source>
        <translation>Below the layers of the current pane</translation>
    </message>
    <message>
        <source>底图的瓦片文件夹…</source>
        <translation>Folder with the base map&apos;s tiles…</translation>
    </message>
    <message>
        <source>底图的 MBTiles 文件…</source>
        <translation>MBTiles file of the base map…</translation>
    </message>
    <message>
        <source>本市范围的瓦片会解到本机缓存里</source>
        <translation>The city&apos;s tiles are unpacked into this machine&apos;s cache</translation>
    </message>
    <message>
        <source>为什么没有底图…</source>
        <translation>Why is there no base map…</translation>
    </message>
    <message>
        <source>底图的瓦片在哪里？</source>
        <translation>Where are the base map&apos;s tiles?</translation>
    </message>
    <message>
        <source>底图只读本机的文件，不联网。之后可以在“底图”菜单里换。</source>
        <translation>A base map is read from this machine&apos;s files, never from the network. The menu “Base map” changes it later.</translation>
    </message>
    <message>
        <source>瓦片文件夹</source>
        <translation>Folder of tiles</translation>
    </message>
    <message>
        <source>MBTiles 文件</source>
        <translation>MBTiles file</translation>
    </message>
    <message>
        <source>底图的瓦片文件夹（里面是 z/x/y.png）</source>
        <translation>Folder with the base map&apos;s tiles (z/x/y.png in it)</translation>
    </message>
    <message>
        <source>底图的 MBTiles 文件</source>
        <translation>MBTiles file of the base map</translation>
    </message>
    <message>
        <source>瓦片 (*.mbtiles)</source>
        <translation>Tiles (*.mbtiles)</translation>
    </message>
    <message>
        <source>准备底图瓦片</source>
        <translation>Preparing the base map&apos;s tiles</translation>
    </message>
    <message>
        <source>按 z/x/y.png 存放的瓦片；行号从南向北的（TMS）也认得</source>
        <translation>Tiles as z/x/y.png; rows counted from the south (TMS) are recognised too</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::BookmarkMenu</name>
    <message>
        <source>记下此处…</source>
        <translation>Remember this place…</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>记下此处</source>
        <translation>Remember this place</translation>
    </message>
    <message>
        <source>书签的名称</source>
        <translation>Name of the bookmark</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ChangesView</name>
    <message>
        <source>%1 条以上</source>
        <translation>more than %1</translation>
    </message>
    <message>
        <source>指标或数据项</source>
        <translation>Indicator or quantity</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>记录的种类</source>
        <translation>Kind of row</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止</source>
        <translation>To</translation>
    </message>
    <message>
        <source>查找说明或内容</source>
        <translation>Find in label or content</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>修改记录，最新的在前</source>
        <translation>Changes, newest first</translation>
    </message>
    <message>
        <source>改动前后</source>
        <translation>Before and after</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>之后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>恢复此前值</source>
        <translation>Bring back what was before</translation>
    </message>
    <message>
        <source>没有符合条件的记录</source>
        <translation>No changes match</translation>
    </message>
    <message>
        <source>放宽上面的条件，或查看全部记录。</source>
        <translation>Loosen the filters above, or look at all changes.</translation>
    </message>
    <message>
        <source>查看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>全部指标</source>
        <translation>All indicators</translation>
    </message>
    <message>
        <source>所有人</source>
        <translation>Everyone</translation>
    </message>
    <message>
        <source>任何时间</source>
        <translation>Any time</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>近 7 天</source>
        <translation>Last 7 days</translation>
    </message>
    <message>
        <source>近 30 天</source>
        <translation>Last 30 days</translation>
    </message>
    <message>
        <source>指定起止…</source>
        <translation>From … to …</translation>
    </message>
    <message>
        <source>各种记录</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>把这一步改动的记录恢复为改动之前的内容；可以撤销</source>
        <translation>Brings the rows of this step back to what they were before it; can be undone</translation>
    </message>
    <message>
        <source>第 %1 条</source>
        <translation>no. %1</translation>
    </message>
    <message>
        <source>理由：%1</source>
        <translation>reason: %1</translation>
    </message>
    <message>
        <source>恢复此前值：%1</source>
        <translation>Bring back what was before: %1</translation>
    </message>
    <message>
        <source>恢复“%1”之前的内容？</source>
        <translation>Bring back what was before &quot;%1&quot;?</translation>
    </message>
    <message numerus="yes">
        <source>这一步改动了 %n 条记录，将一并恢复；如果其中有记录后来又被改动，则不恢复并说明。恢复可以撤销。</source>
        <translation>
            <numerusform>This step changed %n row, which is brought back; if it was changed again since, nothing is done and you are told so. It can be undone.</numerusform>
            <numerusform>This step changed %n rows, which are brought back together; if one of them was changed again since, nothing is done and you are told so. It can be undone.</numerusform>
        </translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Bring back</translation>
    </message>
    <message numerus="yes">
        <source>%n 条</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ChecksPage</name>
    <message>
        <source>数据校核</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>按名称、问题、地区、理由查找</source>
        <translation>Find by name, finding, region, reason</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>校核发现的问题，须先处理的在前</source>
        <translation>Findings of the checks, most pressing first</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>校核规则…</source>
        <translation>Rules…</translation>
    </message>
    <message>
        <source>查看规则，改参数和等级，停用或恢复</source>
        <translation>See the rules, change parameters and severity, switch off or reset</translation>
    </message>
    <message>
        <source>来源次序…</source>
        <translation>Source order…</translation>
    </message>
    <message>
        <source>几个来源都有数时，默认采用哪个</source>
        <translation>Which source is adopted by default</translation>
    </message>
    <message>
        <source>没有符合条件的问题。</source>
        <translation>No finding fits.</translation>
    </message>
    <message>
        <source>校核数据</source>
        <translation>Checking the figures</translation>
    </message>
    <message>
        <source>全部规则</source>
        <translation>All rules</translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>只看这一等级；数字为其中待处理的</source>
        <translation>Show this severity only; the number counts what is still open</translation>
    </message>
    <message>
        <source>正在校核</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>按规则核对各来源、各年份和各部分的数。</source>
        <translation>Sources, years and parts are held against the rules.</translation>
    </message>
    <message>
        <source>还没有可校核的数</source>
        <translation>Nothing to check yet</translation>
    </message>
    <message>
        <source>请先在“数据采集”中导入部门报送的表或录入数据。</source>
        <translation>Import the departments&apos; tables or type figures under Collection first.</translation>
    </message>
    <message>
        <source>没有发现问题</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>按 %1 条规则核对了 %2 个数。数据一有变化，这里会重新核对。</source>
        <translation>%2 figures were held against %1 rules. They are checked again after every change.</translation>
    </message>
    <message>
        <source>%1 项</source>
        <translation>%1 items</translation>
    </message>
    <message>
        <source>%1：%2。可按 Ctrl+Z 撤销。</source>
        <translation>%1: %2. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>已记为“%1”。可按 Ctrl+Z 撤销。</source>
        <translation>Noted as “%1”. Ctrl+Z undoes it.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ClassPicker</name>
    <message>
        <source>选择编码</source>
        <translation>Choose codes</translation>
    </message>
    <message>
        <source>按编码或名称查找</source>
        <translation>Find by code or name</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>编码表</source>
        <translation>Table of codes</translation>
    </message>
    <message>
        <source>表中没有的</source>
        <translation>Not in the table</translation>
    </message>
    <message>
        <source>确定</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>空格勾选。“开头是”一个编码时，它下面的各级编码都算在内。</source>
        <translation>Space ticks. “Begins with” a code includes all codes below it.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::CollectionPage</name>
    <message>
        <source>选择部门报送的填报表或统计表</source>
        <translation>Choose returned workbooks or statistics</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.xls *.ods *.csv *.txt);;所有文件 (*)</source>
        <translation>Tables (*.xlsx *.xls *.ods *.csv *.txt);;All files (*)</translation>
    </message>
    <message>
        <source>数据采集</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>数据项</source>
        <translation>Quantities</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>指标和数据项</source>
        <translation>Indicators and quantities</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>本年度缺值</source>
        <translation>Missing this year</translation>
    </message>
    <message>
        <source>来源矛盾</source>
        <translation>Contradictory</translation>
    </message>
    <message>
        <source>按名称、编号、部门查找</source>
        <translation>Find by name, code or department</translation>
    </message>
    <message>
        <source>导入…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>导入填报表、统计表、目标值等；也可把文件拖到这里（Ctrl+I）</source>
        <translation>Import workbooks, statistics, goals and so on; files can also be dropped here (Ctrl+I)</translation>
    </message>
    <message>
        <source>生成填报表…</source>
        <translation>Make Workbooks…</translation>
    </message>
    <message>
        <source>为每个部门生成一份填报表</source>
        <translation>Make a fill-in workbook for each department</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>清除</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>录入记为</source>
        <translation>Record entries as</translation>
    </message>
    <message>
        <source>%1 行</source>
        <translation>%1 rows</translation>
    </message>
    <message>
        <source>没有粘贴：有 %1 处读不懂。</source>
        <translation>Nothing was pasted: %1 cells cannot be understood.</translation>
    </message>
    <message>
        <source>清除 %1 个数</source>
        <translation>Clear %1 figures</translation>
    </message>
    <message>
        <source>读取 %1 个文件</source>
        <translation>Reading %1 files</translation>
    </message>
    <message>
        <source>填报表放到哪个文件夹</source>
        <translation>Which folder to put the workbooks in</translation>
    </message>
    <message>
        <source>生成填报表</source>
        <translation>Make workbooks</translation>
    </message>
    <message>
        <source>已为 %1 个部门生成填报表。</source>
        <translation>Workbooks for %1 departments were made.</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>显示哪些行</source>
        <translation>Rows shown</translation>
    </message>
    <message>
        <source>只看</source>
        <translation>Only</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>录入记为哪个来源</source>
        <translation>Source that entries belong to</translation>
    </message>
    <message>
        <source>数值表：行为指标和数据项，列为年份</source>
        <translation>Figures: indicators and inputs in rows, years in columns</translation>
    </message>
    <message>
        <source>没有符合条件的行。</source>
        <translation>No row matches.</translation>
    </message>
    <message>
        <source>键入和粘贴的数记在这个来源名下</source>
        <translation>What is typed or pasted belongs to this source</translation>
    </message>
    <message>
        <source>没有粘贴：与现有的数相同。</source>
        <translation>Nothing pasted: the figures are the same.</translation>
    </message>
    <message>
        <source>已粘贴 %1 个数，%2 个未变。</source>
        <translation>%1 figures pasted, %2 unchanged.</translation>
    </message>
    <message>
        <source>正在写入：%1</source>
        <translation>Writing: %1</translation>
    </message>
    <message>
        <source>导入 %1 个文件</source>
        <translation>Import of %1 files</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>数据采集的两个视图</source>
        <translation>The two views of collection</translation>
    </message>
    <message>
        <source>选择要对应的表格</source>
        <translation>Choose the table to map</translation>
    </message>
    <message>
        <source>表格对应…</source>
        <translation>Map a table…</translation>
    </message>
    <message>
        <source>指定统计表、年鉴表等的表头、指标、年份和单位，边改边看效果</source>
        <translation>Say where header, indicators, years and units of a statistical table stand, and see the effect at once</translation>
    </message>
    <message>
        <source>没有清除：%1 已冻结，要改先在“任务”中重新打开。</source>
        <translation>Nothing was cleared: %1 is frozen; reopen it under Tasks first.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ColourField</name>
    <message>
        <source>颜色</source>
        <translation>Colour</translation>
    </message>
    <message>
        <source>颜色，如 #2E9E4F；后面再加两位是不透明度，如 #2E9E4F80</source>
        <translation>Colour, such as #2E9E4F; two more digits are its opacity, such as #2E9E4F80</translation>
    </message>
    <message>
        <source>选颜色…</source>
        <translation>Pick a colour…</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ConditionRow</name>
    <message>
        <source>取反</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>按每平方千米</source>
        <translation>Per km²</translation>
    </message>
    <message>
        <source>图层没有此列时不管</source>
        <translation>Ignore where the layer lacks the column</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>几个值之间用逗号，满足一个即可</source>
        <translation>Commas between values; one of them is enough</translation>
    </message>
    <message>
        <source>选…</source>
        <translation>Pick…</translation>
    </message>
    <message>
        <source>从编码表里勾选</source>
        <translation>Tick codes in the table</translation>
    </message>
    <message>
        <source>删除这个条件</source>
        <translation>Remove this condition</translation>
    </message>
    <message>
        <source>用这一列的数除以要素的面积（平方千米）来比，例如人口密度</source>
        <translation>Compares the column&apos;s number divided by the feature&apos;s area in km², such as a population density</translation>
    </message>
    <message>
        <source>图层里没有这一列时，当作没有这个条件</source>
        <translation>Where the layer has no such column, the condition is left out</translation>
    </message>
    <message>
        <source>开头是</source>
        <translation>begins with</translation>
    </message>
    <message>
        <source>等于</source>
        <translation>is</translation>
    </message>
    <message>
        <source>含有</source>
        <translation>contains</translation>
    </message>
    <message>
        <source>不小于</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>大于</source>
        <translation>more than</translation>
    </message>
    <message>
        <source>不大于</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>小于</source>
        <translation>less than</translation>
    </message>
    <message>
        <source>是计算年份</source>
        <translation>is the year computed</translation>
    </message>
    <message>
        <source>不晚于计算年份</source>
        <translation>is not after the year computed</translation>
    </message>
    <message>
        <source>是建设用地</source>
        <translation>is construction land</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::DatabaseDialog</name>
    <message>
        <source>本机</source>
        <translation>this machine</translation>
    </message>
    <message>
        <source>如 gis</source>
        <translation>such as gis</translation>
    </message>
    <message>
        <source>与系统用户同名</source>
        <translation>as the system&apos;s user</translation>
    </message>
    <message>
        <source>可不填；有服务名时其余都可不填</source>
        <translation>may be empty; with a service the rest may be</translation>
    </message>
    <message>
        <source>连接并列出表</source>
        <translation>Connect and list tables</translation>
    </message>
    <message>
        <source>从数据库添加图层</source>
        <translation>Add layers from a database</translation>
    </message>
    <message>
        <source>数据库里的空间表</source>
        <translation>Spatial tables of the database</translation>
    </message>
    <message>
        <source>表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>图形</source>
        <translation>Geometry</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Reference system</translation>
    </message>
    <message>
        <source>约有要素</source>
        <translation>Features, about</translation>
    </message>
    <message>
        <source>填好连接后按回车。只用来读：数据库里不会写入任何东西，图层留在库里，面积、个数、叠加等在库里计算。</source>
        <translation>Fill in the connection and press Return. It is only read from: nothing is kept in the database. Layers stay in it, and areas, counts and overlays are computed there.</translation>
    </message>
    <message>
        <source>端口(&amp;P)</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>服务器(&amp;H)</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>数据库(&amp;D)</source>
        <translation>&amp;Database</translation>
    </message>
    <message>
        <source>用户(&amp;U)</source>
        <translation>&amp;User</translation>
    </message>
    <message>
        <source>服务名(&amp;S)</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>密码不在这里填，也不存进项目：写在 .pgpass（Windows 上是 pgpass.conf）、服务文件或环境变量 PGPASSWORD 里，连接时自动取用。</source>
        <translation>The password is not typed in here and not kept in the project: put it into .pgpass (pgpass.conf on Windows), a service file or the environment variable PGPASSWORD, where connecting finds it.</translation>
    </message>
    <message>
        <source>下一步…</source>
        <translation>Next…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在连接…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>读取数据库里的表</source>
        <translation>Read the database&apos;s tables</translation>
    </message>
    <message>
        <source>这个数据库里没有您能读的空间表。请确认它装有 PostGIS，并请管理员给您读表的权限。</source>
        <translation>This database has no spatial tables that you may read. Make sure that it has PostGIS, and ask its administrator for the right to read tables.</translation>
    </message>
    <message>
        <source>未注明</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>不详</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>请填数据库名或服务名。</source>
        <translation>Fill in a database or a service.</translation>
    </message>
    <message>
        <source>连接改过了，请再列一次。</source>
        <translation>The connection was changed; list the tables again.</translation>
    </message>
    <message>
        <source>%1 个表，选了 %2 个；空格键勾选，回车下一步。</source>
        <translation>%1 tables, %2 chosen; space ticks, Return goes on.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::DepartmentBoard</name>
    <message>
        <source>%1 %2 项</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>报送期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>下发</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>首次报送</source>
        <translation>First return</translation>
    </message>
    <message>
        <source>重报</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>联络员</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>分管领导</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>日期“%1”应写作 2023-04-30 这样的年-月-日；清空表示没有。</source>
        <translation>Write the date &quot;%1&quot; as year-month-day, such as 2023-04-30; leave it empty for none.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::DifferenceModel</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>之前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>之后</source>
        <translation>After</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::FeatureCard</name>
    <message>
        <source>字段</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>要素的属性</source>
        <translation>The feature’s attributes</translation>
    </message>
    <message>
        <source>单击地图查看要素</source>
        <translation>Click the map to see a feature</translation>
    </message>
    <message>
        <source>属性和用到它的指标列在这里。</source>
        <translation>Its attributes and the indicators that use it are listed here.</translation>
    </message>
    <message>
        <source>%1：%2 号</source>
        <translation>%1: no. %2</translation>
    </message>
    <message>
        <source>没有输入量用到这个要素。</source>
        <translation>No input quantity uses this feature.</translation>
    </message>
    <message>
        <source>输入量</source>
        <translation>Input quantity</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>用到它的输入量 %1 个、指标 %2 个，列在表的末尾。</source>
        <translation>Input quantities that use it: %1, indicators: %2; listed at the end of the table.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::FeatureFinder</name>
    <message>
        <source>按条件选择</source>
        <translation>Selecting by condition</translation>
    </message>
    <message>
        <source>查找“%1”</source>
        <translation>Finding “%1”</translation>
    </message>
    <message>
        <source>当前一幅的图层里没有编号或名称含“%1”的要素。</source>
        <translation>No feature in the current pane’s layers has “%1” in its number or name.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::FigureDocuments</name>
    <message>
        <source>佐证材料</source>
        <translation>Document</translation>
    </message>
    <message numerus="yes">
        <source>佐证材料（%n 份）</source>
        <translation>
            <numerusform>Documents (%n)</numerusform>
            <numerusform>Documents (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有材料。附上批复、年鉴页或扫描件，也可以把文件拖到这里。</source>
        <translation>No documents yet. Attach an approval, a yearbook page or a scan; files can be dropped here, too.</translation>
    </message>
    <message>
        <source>附加材料…</source>
        <translation>Attach documents…</translation>
    </message>
    <message>
        <source>没有材料。</source>
        <translation>No documents.</translation>
    </message>
    <message>
        <source>打开 %1</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>注明位置、备注，重新指定或移除</source>
        <translation>Place, remark, point to it anew, or remove</translation>
    </message>
    <message>
        <source>%1 的更多操作</source>
        <translation>More for %1</translation>
    </message>
    <message>
        <source>页码或单元格…</source>
        <translation>Page or cell…</translation>
    </message>
    <message>
        <source>备注…</source>
        <translation>Remark…</translation>
    </message>
    <message>
        <source>重新指定…</source>
        <translation>Point to it anew…</translation>
    </message>
    <message>
        <source>从这个数值移除</source>
        <translation>Remove from this figure</translation>
    </message>
    <message>
        <source>支持%1的数</source>
        <translation>supports the figure of %1</translation>
    </message>
    <message>
        <source>存于项目内</source>
        <translation>inside the project</translation>
    </message>
    <message>
        <source>散列 %1…</source>
        <translation>digest %1…</translation>
    </message>
    <message>
        <source>附加佐证材料</source>
        <translation>Attach documents</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>“%1”较大，不存入项目，只按路径引用。</source>
        <translation>&quot;%1&quot; is large: it is not kept inside the project but referenced by its path.</translation>
    </message>
    <message>
        <source>它不在项目文件所在的文件夹里。复制到项目旁的“佐证材料”文件夹，移动项目时就不会丢失。</source>
        <translation>It does not lie in the project&apos;s folder. Copied into the folder 佐证材料 beside the project it will not be lost when the project moves.</translation>
    </message>
    <message>
        <source>复制到项目旁</source>
        <translation>Copy beside the project</translation>
    </message>
    <message>
        <source>引用原处</source>
        <translation>Reference it there</translation>
    </message>
    <message>
        <source>这些材料已经附在这个数值上。</source>
        <translation>These documents are attached to this figure already.</translation>
    </message>
    <message>
        <source>材料“%1”应在 %2，但找不到或打不开；请放回原处，或用“重新指定…”指明它在哪里。</source>
        <translation>The document &quot;%1&quot; should be at %2, but is missing or cannot be read; put it back, or say where it is by &quot;Point to it anew…&quot;.</translation>
    </message>
    <message>
        <source>材料“%1”在附加之后被改动过，请核对它所支持的数值。</source>
        <translation>The document &quot;%1&quot; was changed after it was attached; check the figures it supports.</translation>
    </message>
    <message>
        <source>页码或单元格</source>
        <translation>Page or cell</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>数值在材料的何处，如“第 3 页”“Sheet1!C12”：</source>
        <translation>Where the figure stands in the document, such as &quot;page 3&quot; or &quot;Sheet1!C12&quot;:</translation>
    </message>
    <message>
        <source>备注：</source>
        <translation>Remark:</translation>
    </message>
    <message>
        <source>重新指定 %1</source>
        <translation>Point to %1 anew</translation>
    </message>
    <message>
        <source>重新指定佐证材料</source>
        <translation>Point to a document anew</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::FilterDialog</name>
    <message>
        <source>添加条件</source>
        <translation>Add a condition</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>要素要满足下面所有条件；一个条件里的几个值用逗号分开，满足一个即可。</source>
        <translation>Features must fulfil all conditions; of several values in one, separated by commas, any will do.</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>条件</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>删除这个条件</source>
        <translation>Remove this condition</translation>
    </message>
    <message>
        <source>开头是</source>
        <translation>begins with</translation>
    </message>
    <message>
        <source>等于</source>
        <translation>is</translation>
    </message>
    <message>
        <source>不等于</source>
        <translation>is not</translation>
    </message>
    <message>
        <source>含有</source>
        <translation>contains</translation>
    </message>
    <message>
        <source>不小于</source>
        <translation>at least</translation>
    </message>
    <message>
        <source>大于</source>
        <translation>more than</translation>
    </message>
    <message>
        <source>不大于</source>
        <translation>at most</translation>
    </message>
    <message>
        <source>小于</source>
        <translation>less than</translation>
    </message>
    <message>
        <source>还有条件没有填值。</source>
        <translation>A condition has no value yet.</translation>
    </message>
    <message>
        <source>比大小的条件只能填一个数。</source>
        <translation>A comparison takes one number only.</translation>
    </message>
    <message>
        <source>“%1”不是数。</source>
        <translation>“%1” is not a number.</translation>
    </message>
    <message>
        <source>值里不能有“|”。</source>
        <translation>A value cannot contain “|”.</translation>
    </message>
    <message>
        <source>图层里没有字段“%1”。</source>
        <translation>The layer has no field “%1”.</translation>
    </message>
    <message>
        <source>没有条件：全部要素。</source>
        <translation>No condition: all features.</translation>
    </message>
    <message>
        <source>%1的要素。</source>
        <translation>Features whose %1.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::FindingModel</name>
    <message>
        <source>重新打开</source>
        <translation>Reopened</translation>
    </message>
    <message>
        <source>已消失</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>指标或数据</source>
        <translation>Indicator or input</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Finding</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>处理人与日期</source>
        <translation>Who and when</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::FindingPanel</name>
    <message>
        <source>涉及的数</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>这个数没有错，按所写的理由保留（Ctrl+E）</source>
        <translation>The figure is right, for the reason written (Ctrl+E)</translation>
    </message>
    <message>
        <source>已更正</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>已经改正；同样的问题仍在时照旧列为待处理（Ctrl+D）</source>
        <translation>It has been put right; while the same facts stand it stays open (Ctrl+D)</translation>
    </message>
    <message>
        <source>接受风险</source>
        <translation>Accept risk</translation>
    </message>
    <message>
        <source>知道有问题，按所写的理由暂且用它（Ctrl+R）</source>
        <translation>Known and lived with, for the reason written (Ctrl+R)</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>撤回处理，重新列为待处理（Ctrl+U）</source>
        <translation>Take the decision back: open again (Ctrl+U)</translation>
    </message>
    <message>
        <source>到采集表</source>
        <translation>To its cell</translation>
    </message>
    <message>
        <source>在数据采集的表中打开这个数（Ctrl+G，或双击问题）</source>
        <translation>Open this figure in the collection&apos;s table (Ctrl+G, or double-click the finding)</translation>
    </message>
    <message>
        <source>规则：%1</source>
        <translation>Rule: %1</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>曾处理为“%1”（%2）：%3。此后数据已变，需要重新处理。</source>
        <translation>Was “%1” (%2): %3. The figures have changed since; decide again.</translation>
    </message>
    <message>
        <source>曾处理为“%1”（%2）：%3。现在这个问题已不存在。</source>
        <translation>Was “%1” (%2): %3. It is no longer found.</translation>
    </message>
    <message>
        <source>%1（%2）：%3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>%1（%2）%3 年</source>
        <translation>%1 (%2) %3</translation>
    </message>
    <message>
        <source>%1 %2 年</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>这一年还没有数。</source>
        <translation>No figure for this year yet.</translation>
    </message>
    <message>
        <source>版本：%1</source>
        <translation>Edition: %1</translation>
    </message>
    <message>
        <source>口径：%1</source>
        <translation>Scope: %1</translation>
    </message>
    <message>
        <source>采用理由：%1</source>
        <translation>Adopted because: %1</translation>
    </message>
    <message>
        <source>没有记下出处</source>
        <translation>No evidence noted</translation>
    </message>
    <message>
        <source>默认采用</source>
        <translation>By default</translation>
    </message>
    <message>
        <source>采用</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>核定此数</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>采用此数；理由栏空着时记为“%1”</source>
        <translation>Adopt this figure; with an empty reason line the reason is “%1”</translation>
    </message>
    <message>
        <source>采用%1 %2</source>
        <translation>Adopt %1 %2</translation>
    </message>
    <message>
        <source>请先在这一栏写明理由，再按“%1”。</source>
        <translation>Write the reason here first, then press “%1”.</translation>
    </message>
    <message>
        <source>理由，随处理留档；空着按“采用”，记为“以该来源为准”</source>
        <translation>Reason, kept with the decision; left empty, Adopt notes the source as the reason</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::GoalForm</name>
    <message>
        <source>%1 %2 的目标</source>
        <translation>Goal of %1 %2</translation>
    </message>
    <message>
        <source>不填则取 %1 年的值</source>
        <translation>Left empty, the figure for %1 is taken</translation>
    </message>
    <message>
        <source>目标类型</source>
        <translation>Kind of goal</translation>
    </message>
    <message>
        <source>%1 年目标值（%2）</source>
        <translation>Target value for %1 (%2)</translation>
    </message>
    <message>
        <source>%1 年计划值（%2）</source>
        <translation>Planned value for %1 (%2)</translation>
    </message>
    <message>
        <source>合理区间下限（%1）</source>
        <translation>Lower limit of the range (%1)</translation>
    </message>
    <message>
        <source>合理区间上限（%1）</source>
        <translation>Upper limit of the range (%1)</translation>
    </message>
    <message>
        <source>基期值（%1）</source>
        <translation>Base value (%1)</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请只填数字，单位按标签所写。</source>
        <translation>Enter the number alone, in the unit that the label names.</translation>
    </message>
    <message>
        <source>这种目标需要目标值。</source>
        <translation>This kind of goal needs a target value.</translation>
    </message>
    <message>
        <source>区间需要下限和上限。</source>
        <translation>A range needs a lower and an upper limit.</translation>
    </message>
    <message>
        <source>下限应小于上限。</source>
        <translation>The lower limit must be below the upper limit.</translation>
    </message>
    <message>
        <source>规划或文件的名称</source>
        <translation>Name of the plan or document</translation>
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
    <name>checkup::workspace::ImportPreview</name>
    <message>
        <source>导入预览</source>
        <translation>Import Preview</translation>
    </message>
    <message>
        <source>读了 %1 个文件：新增 %2，改动 %3，未变 %4，拒收 %5，忽略 %6；其中 %7 处经过换算。</source>
        <translation>%1 files read: %2 new, %3 changed, %4 unchanged, %5 refused, %6 ignored; %7 of them converted.</translation>
    </message>
    <message>
        <source>要写入和拒收的</source>
        <translation>To be written or refused</translation>
    </message>
    <message>
        <source>全部单元格</source>
        <translation>All cells</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>……还有 %1 条。</source>
        <translation>… %1 more.</translation>
    </message>
    <message>
        <source>导入 %1 项</source>
        <translation>Import %1</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>有文件不能读取，所以一个也不导入。请按上面的说明处理，或不选那些文件再试。</source>
        <translation>Some files cannot be read, so nothing is imported. Follow the explanation above, or leave those files out and try again.</translation>
    </message>
    <message>
        <source>没有要写入的内容：项目里已经是这些数。</source>
        <translation>Nothing to write: the project holds these figures already.</translation>
    </message>
    <message>
        <source>只看</source>
        <translation>Only</translation>
    </message>
    <message>
        <source>要导入的单元格</source>
        <translation>Cells to import</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>项目以只读方式打开，只能预览，不能导入。</source>
        <translation>The project is open read-only: it can be previewed but not imported.</translation>
    </message>
    <message>
        <source>只看有问题的</source>
        <translation>Only what is doubtful</translation>
    </message>
    <message>
        <source>全部文件</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>%1（写入 %2，拒收 %3）</source>
        <translation>%1 (%2 taken, %3 refused)</translation>
    </message>
    <message>
        <source>哪个文件</source>
        <translation>Which file</translation>
    </message>
    <message>
        <source>登记报送</source>
        <translation>Register return</translation>
    </message>
    <message>
        <source>%1：与已收到的第 %2 次报送是同一份文件。</source>
        <translation>%1: the same file as return no. %2, which is on file.</translation>
    </message>
    <message>
        <source>%1：第 %2 次报送，与第 %3 次相比有 %4 处不同。</source>
        <translation>%1: return no. %2, which differs from no. %3 in %4 places.</translation>
    </message>
    <message>
        <source>……还有 %1 个部门。</source>
        <translation>… and %1 more departments.</translation>
    </message>
    <message>
        <source>表格对应…</source>
        <translation>Map a table…</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ImportPreviewModel</name>
    <message>
        <source>去向</source>
        <translation>Fate</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>原有</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>导入后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remark</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::IndicatorForm</name>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>英文名</source>
        <translation>English name</translation>
    </message>
    <message>
        <source>一级类别</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>二级类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>小数位数</source>
        <translation>Decimals</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>约束性</source>
        <translation>Binding</translation>
    </message>
    <message>
        <source>评估方面</source>
        <translation>Aspect</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>公式</source>
        <translation>Formula</translation>
    </message>
    <message>
        <source>释义</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>释义待与标准核对</source>
        <translation>Definition still to be checked against the standard</translation>
    </message>
    <message>
        <source>如 gdp / p_resident；留空表示直接填报</source>
        <translation>For example gdp / p_resident; empty: reported directly</translation>
    </message>
    <message>
        <source>请填写编号，如 F-06。</source>
        <translation>Enter a code, such as F-06.</translation>
    </message>
    <message>
        <source>请填写指标名称。</source>
        <translation>Enter the indicator&apos;s name.</translation>
    </message>
    <message>
        <source>编号 %1 已被“%2”使用，请换一个。</source>
        <translation>Code %1 is used by &quot;%2&quot;; choose another.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::IndicatorModel</name>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>待核 · %1</source>
        <translation>To be checked · %1</translation>
    </message>
    <message>
        <source>已排除：%1</source>
        <translation>Left out: %1</translation>
    </message>
    <message>
        <source>释义为回忆，正式使用前请与标准核对。
%1</source>
        <translation>The definition is recalled: check it against the standard before official use.
%1</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>指标名称</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>约束性</source>
        <translation>Binding?</translation>
    </message>
    <message>
        <source>责任部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>释义</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>指标名称不能空着。</source>
        <translation>An indicator needs a name.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::IndicatorsPage</name>
    <message>
        <source>指标体系</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>按名称、编号、部门、释义查找</source>
        <translation>Find by name, code, department or definition</translation>
    </message>
    <message>
        <source>全部类型</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>全部指标</source>
        <translation>All indicators</translation>
    </message>
    <message>
        <source>释义待核</source>
        <translation>Definition to be checked</translation>
    </message>
    <message>
        <source>已排除</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>编辑…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>与另一个年度的项目文件比较指标体系</source>
        <translation>Compare the indicator system with that of another year&apos;s project file</translation>
    </message>
    <message>
        <source>%1 项</source>
        <translation>%1 indicators</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>排除…</source>
        <translation>Leave Out…</translation>
    </message>
    <message>
        <source>本市特色指标</source>
        <translation>The city&apos;s own indicators</translation>
    </message>
    <message>
        <source>新增特色指标</source>
        <translation>New Featured Indicator</translation>
    </message>
    <message>
        <source>编辑指标 %1</source>
        <translation>Edit Indicator %1</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>New</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>排除 %1 %2</source>
        <translation>Leave Out %1 %2</translation>
    </message>
    <message>
        <source>本年度不评价这项指标的理由（记入修改记录）：</source>
        <translation>Why this indicator is not assessed this year (written into the history):</translation>
    </message>
    <message>
        <source>选择要比较的年度项目</source>
        <translation>Choose the year to compare with</translation>
    </message>
    <message>
        <source>城检项目 (*.gpkg)</source>
        <translation>CityCheckup projects (*.gpkg)</translation>
    </message>
    <message>
        <source>指标体系比较：%1（%2 年）→ 本年度</source>
        <translation>Indicator systems compared: %1 (%2) → this year</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>原为</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现为</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>两个年度的指标体系相同。</source>
        <translation>The indicator systems of both years are the same.</translation>
    </message>
    <message>
        <source>共 %1 处不同。</source>
        <translation>%1 differences.</translation>
    </message>
    <message>
        <source>查找指标</source>
        <translation>Find indicators</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>只看</source>
        <translation>Only</translation>
    </message>
    <message>
        <source>打开这项指标的全部字段（回车）；在表中改一格按 F2</source>
        <translation>Open all fields of this indicator (Enter); F2 edits one cell</translation>
    </message>
    <message>
        <source>新增…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>新增本市的特色指标</source>
        <translation>Add a featured indicator of this city</translation>
    </message>
    <message>
        <source>比较…</source>
        <translation>Compare…</translation>
    </message>
    <message>
        <source>查看…</source>
        <translation>View…</translation>
    </message>
    <message>
        <source>本年度不评价这项指标，要写明理由</source>
        <translation>Leave this indicator out this year, with a reason</translation>
    </message>
    <message>
        <source>只读：%1</source>
        <translation>Read-only: %1</translation>
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
    <message>
        <source>散列 %1…</source>
        <translation>digest %1…</translation>
    </message>
    <message>
        <source>打开 %1</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>全部记录…</source>
        <translation>All changes…</translation>
    </message>
    <message>
        <source>空间计算</source>
        <translation>Spatial computation</translation>
    </message>
    <message>
        <source>可由图层计算，还没有算过。</source>
        <translation>Can be computed from layers; it has not been yet.</translation>
    </message>
    <message>
        <source>查看方法、结果和图斑</source>
        <translation>Show method, results and parcels</translation>
    </message>
    <message>
        <source>查看计算方法</source>
        <translation>Show the method</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::IssuesDialog</name>
    <message>
        <source>提醒</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>轻重</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>错误</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>警告</source>
        <translation>Warning</translation>
    </message>
    <message>
        <source>复制全部</source>
        <translation>Copy all</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>%1，有 %2 处提醒。</source>
        <translation>%1: %2 notices.</translation>
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
    <name>checkup::workspace::LandTableModel</name>
    <message>
        <source>不足 0.01</source>
        <translation>less than 0.01</translation>
    </message>
    <message>
        <source>（未填）</source>
        <translation>(none stated)</translation>
    </message>
    <message>
        <source>图斑</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>地类</source>
        <translation>Land class</translation>
    </message>
    <message>
        <source>控制线</source>
        <translation>Control line</translation>
    </message>
    <message>
        <source>行政区</source>
        <translation>District</translation>
    </message>
    <message>
        <source>图斑面积（公顷）</source>
        <translation>Parcel (ha)</translation>
    </message>
    <message>
        <source>线内（公顷）</source>
        <translation>Inside (ha)</translation>
    </message>
    <message>
        <source>占图斑</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>地类面积（公顷）</source>
        <translation>Registered (ha)</translation>
    </message>
    <message>
        <source>地类（公顷）</source>
        <translation>Land class (ha)</translation>
    </message>
    <message>
        <source>总面积</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>控制线外</source>
        <translation>Outside the line</translation>
    </message>
    <message>
        <source>%1 年 ＼ %2 年（公顷）</source>
        <translation>%1 \ %2 (ha)</translation>
    </message>
    <message>
        <source>未叠合与碎片</source>
        <translation>No counterpart, slivers</translation>
    </message>
    <message>
        <source>%1 年合计</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>区外</source>
        <translation>Outside districts</translation>
    </message>
    <message>
        <source>%1 平方米</source>
        <translation>%1 m²</translation>
    </message>
    <message>
        <source>闭合：图斑总面积 %1 公顷，残差 %2 平方米。</source>
        <translation>Closing: all parcels %1 ha, residual %2 m².</translation>
    </message>
    <message>
        <source>闭合：各区 %1，区外 %2，图斑总面积 %3 公顷，残差 %4 平方米。</source>
        <translation>Closing: districts %1, outside %2, all parcels %3 ha, residual %4 m².</translation>
    </message>
    <message>
        <source>%1 年 %2 公顷，%3 年 %4 公顷，变化 %5 公顷。</source>
        <translation>%1: %2 ha, %3: %4 ha; %5 ha changed.</translation>
    </message>
    <message>
        <source>闭合：前一年未叠合（含碎片）%1 公顷，后一年 %2 公顷，残差 %3 平方米。</source>
        <translation>Closing: without counterpart (slivers included) %1 ha before, %2 ha after, residual %3 m².</translation>
    </message>
    <message>
        <source>共 %1 个，线内 %2 公顷，图斑地类面积 %3 公顷，分摊残差 %4 平方米。</source>
        <translation>%1 in all, %2 ha inside, registered area %3 ha, residual of sharing out %4 m².</translation>
    </message>
    <message>
        <source>小于 %1 平方米</source>
        <translation>smaller than %1 m²</translation>
    </message>
    <message>
        <source>窄于 %1 米</source>
        <translation>narrower than %1 m</translation>
    </message>
    <message>
        <source>没有设碎片界限，全部计入。</source>
        <translation>No limit for slivers: everything counts.</translation>
    </message>
    <message>
        <source>碎片（%1）%2 个、共 %3 平方米，未计入。</source>
        <translation>Slivers (%1): %2 with %3 m² in all, not counted.</translation>
    </message>
    <message>
        <source>或</source>
        <translation> or </translation>
    </message>
    <message>
        <source>图形有误、修复后计算的 %1 个。</source>
        <translation>%1 with faulty geometry, computed after repair.</translation>
    </message>
    <message>
        <source>没有面积、未计算的 %1 个。</source>
        <translation>%1 without an area, not computed.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::LayerDialog</name>
    <message>
        <source>修改图层：%1</source>
        <translation>Change layer: %1</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::LayerForm</name>
    <message>
        <source>不限年份</source>
        <translation>Any year</translation>
    </message>
    <message>
        <source>没有分类编码</source>
        <translation>No class codes</translation>
    </message>
    <message>
        <source>三调工作分类</source>
        <translation>Third survey classes</translation>
    </message>
    <message>
        <source>用地用海分类</source>
        <translation>Land and sea use classes</translation>
    </message>
    <message>
        <source>自动：小的复制进项目，大的留在原处</source>
        <translation>By size: small ones are copied in, large ones stay</translation>
    </message>
    <message>
        <source>复制进项目文件</source>
        <translation>Copy into the project file</translation>
    </message>
    <message>
        <source>留在原处，按相对路径引用</source>
        <translation>Leave it where it is, by relative path</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>CRS</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>文字编码</source>
        <translation>Text encoding</translation>
    </message>
    <message>
        <source>存放</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>字段对应：左边是程序要的，右边选文件里的字段</source>
        <translation>Fields: what is needed on the left, the file&apos;s field on the right</translation>
    </message>
    <message>
        <source>请选择角色</source>
        <translation>Choose a role</translation>
    </message>
    <message>
        <source>按文件：%1</source>
        <translation>As the file says: %1</translation>
    </message>
    <message>
        <source>文件没有注明，请选择</source>
        <translation>The file does not say; choose one</translation>
    </message>
    <message>
        <source>按文件</source>
        <translation>As the file says</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>选定角色后，在这里对应字段。</source>
        <translation>Once the role is chosen, its fields are matched here.</translation>
    </message>
    <message>
        <source>按此坐标系，图层中心在东经 %1°、北纬 %2°。请看是否在本市。</source>
        <translation>In this system the layer&apos;s middle is at %1° E, %2° N. See whether that is in this city.</translation>
    </message>
    <message>
        <source>坐标转换</source>
        <translation>Transformation</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::LayerList</name>
    <message>
        <source>当前一幅的图层</source>
        <translation>Layers of the current pane</translation>
    </message>
    <message>
        <source>上移一层（Alt+↑）</source>
        <translation>Move up (Alt+↑)</translation>
    </message>
    <message>
        <source>上移一层</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移一层（Alt+↓）</source>
        <translation>Move down (Alt+↓)</translation>
    </message>
    <message>
        <source>下移一层</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>浓淡</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>图层的不透明度</source>
        <translation>The layer’s opacity</translation>
    </message>
    <message>
        <source>筛选…</source>
        <translation>Filter…</translation>
    </message>
    <message>
        <source>只显示：%1</source>
        <translation>Only: %1</translation>
    </message>
    <message>
        <source>筛选：只显示满足条件的要素</source>
        <translation>Filter: show only features that fulfil conditions</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::LayerModel</name>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>— 缺</source>
        <translation>— missing</translation>
    </message>
    <message>
        <source>项目内</source>
        <translation>In project</translation>
    </message>
    <message>
        <source>%1答：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>由%1提供</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>三调工作分类</source>
        <translation>Third survey classes</translation>
    </message>
    <message>
        <source>用地用海分类</source>
        <translation>Land and sea use classes</translation>
    </message>
    <message>
        <source>支撑 %1 项数据</source>
        <translation>For %1 quantities</translation>
    </message>
    <message>
        <source>%1（%2 / %3）</source>
        <translation>%1 (%2 / %3)</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>CRS</translation>
    </message>
    <message>
        <source>存放</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>分类</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::LayersView</name>
    <message>
        <source>添加图层…</source>
        <translation>Add layers…</translation>
    </message>
    <message>
        <source>从文件添加：shp、gpkg、gdb、dxf、geojson、fgb、csv、osm.pbf；也可把文件拖进窗口</source>
        <translation>From files: shp, gpkg, gdb, dxf, geojson, fgb, csv, osm.pbf; files can also be dropped onto the window</translation>
    </message>
    <message>
        <source>替换…</source>
        <translation>Replace…</translation>
    </message>
    <message>
        <source>用另一个文件换掉所选图层，角色和字段对应照旧</source>
        <translation>Put another file in the layer&apos;s place, with the same role and fields</translation>
    </message>
    <message>
        <source>修改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>改所选图层的角色、年份、坐标系、分类、编码和字段对应</source>
        <translation>Change the layer&apos;s role, year, CRS, classes, encoding and fields</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>从项目中移除所选图层；文件本身不删，可撤销</source>
        <translation>Take the layer off the project; the file stays, and it can be undone</translation>
    </message>
    <message>
        <source>修复清单…</source>
        <translation>Repairs…</translation>
    </message>
    <message>
        <source>所选图层修复了哪些要素，各使面积变化多少</source>
        <translation>Which features were repaired, and what each repair did to the area</translation>
    </message>
    <message>
        <source>图层和所缺的图层</source>
        <translation>Layers, and those missing</translation>
    </message>
    <message>
        <source>还没有图层</source>
        <translation>No layers yet</translation>
    </message>
    <message>
        <source>本年度的指标体系里没有要从图层计算的数据。</source>
        <translation>Nothing in this year&apos;s indicator system is computed from layers.</translation>
    </message>
    <message>
        <source>添加图层后，空间指标由程序计算，并可追到每个图斑。最要紧的是 %1。可以把文件或文件夹拖进窗口。</source>
        <translation>With layers, spatial indicators are computed here and can be traced to each parcel. What matters most: %1. Files or folders can be dropped onto the window.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 个图层，还缺 %2 类（灰色）。回车修改，Delete 移除。</source>
        <translation>%1 layers, %2 kinds still missing (grey). Enter changes, Delete removes.</translation>
    </message>
    <message>
        <source>%1：项目里没有。</source>
        <translation>%1: not in the project.</translation>
    </message>
    <message>
        <source>由%1提供，尚未答复。拿到后按回车添加。</source>
        <translation>%1 is asked for it and has not answered yet. Press Enter to add it once it is here.</translation>
    </message>
    <message>
        <source>%1答复：%2。</source>
        <translation>%1 answered: %2.</translation>
    </message>
    <message>
        <source>支撑 %1 项数据。</source>
        <translation>For %1 quantities.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>取自 %1，存在项目文件内。</source>
        <translation>Taken from %1, kept in the project file.</translation>
    </message>
    <message>
        <source>引用 %1，%2。</source>
        <translation>Refers to %1, %2.</translation>
    </message>
    <message>
        <source>已读入 %1 个图层。可按 Ctrl+Z 撤销。</source>
        <translation>%1 layers taken in. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>空间数据 (*.shp *.gpkg *.gdb *.dxf *.dwg *.geojson *.json *.fgb *.csv *.pbf *.osm *.kml *.gml *.zip *.xlsx);;所有文件 (*)</source>
        <translation>Spatial data (*.shp *.gpkg *.gdb *.dxf *.dwg *.geojson *.json *.fgb *.csv *.pbf *.osm *.kml *.gml *.zip *.xlsx);;All files (*)</translation>
    </message>
    <message>
        <source>添加图层</source>
        <translation>Add layers</translation>
    </message>
    <message>
        <source>替换图层：%1</source>
        <translation>Replace layer: %1</translation>
    </message>
    <message>
        <source>已移除“%1”。可按 Ctrl+Z 撤销。</source>
        <translation>“%1” removed. Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>导出修复清单</source>
        <translation>Export the repairs</translation>
    </message>
    <message>
        <source>Excel 表 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>%1-几何修复.xlsx</source>
        <translation>%1-repairs.xlsx</translation>
    </message>
    <message>
        <source>已写入 %1。</source>
        <translation>%1 has been written.</translation>
    </message>
    <message>
        <source>从数据库…</source>
        <translation>From a database…</translation>
    </message>
    <message>
        <source>添加 PostGIS 数据库里的表；图层留在库里，在库里计算</source>
        <translation>Add tables of a PostGIS database; the layers stay there and are computed there</translation>
    </message>
    <message>
        <source>灰色的 %1 类是指标要用而还没有的；选中一类，看由哪个部门提供。</source>
        <translation>The %1 grey kinds are needed by indicators and still missing; select one to see who has it.</translation>
    </message>
    <message>
        <source>地区名录…</source>
        <translation>Regions…</translation>
    </message>
    <message>
        <source>把行政区、街道图层里的地区列入项目，使计算结果分到它们</source>
        <translation>Take the regions that a layer of districts or streets draws into the project, so that results are split by them</translation>
    </message>
    <message>
        <source>重新核对</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>再读一遍文件和数据库，看图层是否还是导入时的样子</source>
        <translation>Read files and databases once more, to see whether layers are still what was taken</translation>
    </message>
    <message>
        <source>列入名录…</source>
        <translation>Add to the regions…</translation>
    </message>
    <message>
        <source>正在重新核对图层。</source>
        <translation>Checking the layers again.</translation>
    </message>
    <message>
        <source>图层“%1”里的街道还不在项目的名录里，计算结果因此不分街道。</source>
        <translation>The streets of the layer “%1” are no regions of the project yet; results are not split by street.</translation>
    </message>
    <message>
        <source>图层“%1”里的区县还不在项目的名录里，计算结果因此不分区县。</source>
        <translation>The districts of the layer “%1” are no regions of the project yet; results are not split by district.</translation>
    </message>
    <message>
        <source>读取地区名录：%1</source>
        <translation>Reading regions: %1</translation>
    </message>
    <message>
        <source>已列入 %1 个地区；重新计算后它们也有结果。可按 Ctrl+Z 撤销。</source>
        <translation>%1 regions were added; compute again to have their figures. Ctrl+Z takes it back.</translation>
    </message>
    <message>
        <source>地区名录：%1</source>
        <translation>Regions: %1</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::LineField</name>
    <message>
        <source> 毫米</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>线宽</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>线宽，纸上的毫米</source>
        <translation>Width of the line, millimetres on paper</translation>
    </message>
    <message>
        <source>实线；虚线如 4 1</source>
        <translation>unbroken; dashed: 4 1</translation>
    </message>
    <message>
        <source>虚线</source>
        <translation>Dashes</translation>
    </message>
    <message>
        <source>虚线：画、空、画、空……各多少毫米，如 4 1 0.6 1；不填为实线</source>
        <translation>Dashes: millimetres drawn, left out, drawn…, such as 4 1 0.6 1; empty: unbroken</translation>
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
    <message>
        <source>提醒 %1 条</source>
        <translation>%1 notices</translation>
    </message>
    <message>
        <source>%1 的提醒</source>
        <translation>Notices of: %1</translation>
    </message>
    <message>
        <source>城检示例</source>
        <translation>CityCheckup sample</translation>
    </message>
    <message>
        <source>%1 是什么？</source>
        <translation>What is %1?</translation>
    </message>
    <message>
        <source>作为图层添加</source>
        <translation>Add as layers</translation>
    </message>
    <message>
        <source>作为项目打开</source>
        <translation>Open as a project</translation>
    </message>
    <message>
        <source>正在结转到 %1 年度</source>
        <translation>Carrying on to %1</translation>
    </message>
    <message>
        <source>已由上年项目建立 %1 年度项目，带来 %2 个图层。</source>
        <translation>The project of %1 was made from last year&apos;s, with %2 layers.</translation>
    </message>
    <message>
        <source>留在上年项目里的图层：%1。</source>
        <translation>Layers that stay in last year&apos;s project: %1.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>要重新收集 %1 年的：%2。</source>
        <translation>To be collected anew for %1: %2.</translation>
    </message>
    <message>
        <source>结转到 %1 年度</source>
        <translation>Carried on to %1</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MapCanvas</name>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>滚轮或加减号缩放，拖动或方向键平移，Home 显示全部，单击或回车查看要素。</source>
        <translation>Wheel or plus and minus zoom, dragging or arrows pan, Home shows all, a click or Enter says what is there.</translation>
    </message>
    <message>
        <source>卷帘</source>
        <translation>Swipe</translation>
    </message>
    <message>
        <source>拖动，或选中后用左右方向键移动</source>
        <translation>Drag, or focus and use the left and right arrows</translation>
    </message>
    <message>
        <source>还有 %1 项</source>
        <translation>%1 more</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MapComparisons</name>
    <message>
        <source>比较图斑</source>
        <translation>Comparing parcels</translation>
    </message>
    <message>
        <source>已取消比较；换一种内容再换回来，就重新比较。</source>
        <translation>Comparing was cancelled; choose another content and this one again to start over.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>这种差异还比不出来：%1。</source>
        <translation>This difference cannot be shown yet: %1.</translation>
    </message>
    <message>
        <source>没有比全：%1。</source>
        <translation>Not compared in full: %1.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MapLibrary</name>
    <message>
        <source>读取图形：%1</source>
        <translation>Reading shapes: %1</translation>
    </message>
    <message>
        <source>已取消读取；取消勾选再勾上，就重新读取。</source>
        <translation>Reading was cancelled; clear the tick and set it again to read once more.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MapPreview</name>
    <message>
        <source>地图预览</source>
        <translation>Map preview</translation>
    </message>
    <message>
        <source>滚轮或加减号缩放，拖动或方向键平移，Home 显示全部。</source>
        <translation>Wheel or plus and minus zoom, dragging or arrows pan, Home shows all.</translation>
    </message>
    <message>
        <source>已取消。按回车再读一次。</source>
        <translation>Cancelled. Press Enter to read it again.</translation>
    </message>
    <message>
        <source>读取图形：%1</source>
        <translation>Reading shapes: %1</translation>
    </message>
    <message>
        <source>图层里没有要素。</source>
        <translation>There is no feature in the layer.</translation>
    </message>
    <message>
        <source>要素都没有图形。</source>
        <translation>None of the features has a shape.</translation>
    </message>
    <message>
        <source>读取所列图斑</source>
        <translation>Reading the listed parcels</translation>
    </message>
    <message>
        <source>读取底图</source>
        <translation>Reading the background</translation>
    </message>
    <message>
        <source>正在读取图形…</source>
        <translation>Reading shapes…</translation>
    </message>
    <message>
        <source>选中图层，在此预览。</source>
        <translation>Select a layer to see it here.</translation>
    </message>
    <message>
        <source>北</source>
        <translation>N</translation>
    </message>
    <message>
        <source>经度 %1°，纬度 %2°</source>
        <translation>Longitude %1°, latitude %2°</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MappingDialog</name>
    <message>
        <source>读取表格</source>
        <translation>Reading the table</translation>
    </message>
    <message>
        <source>“%1”中没有可以读的工作表。</source>
        <translation>&quot;%1&quot; has no sheet that can be read.</translation>
    </message>
    <message>
        <source>表格对应：%1</source>
        <translation>Map a table: %1</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>导入这个工作表</source>
        <translation>Import this sheet</translation>
    </message>
    <message>
        <source>表格原样；菜单键指定列的用途</source>
        <translation>The table as it is; the menu key sets what a column is for</translation>
    </message>
    <message>
        <source>没有表头</source>
        <translation>No header</translation>
    </message>
    <message>
        <source>表末</source>
        <translation>The end</translation>
    </message>
    <message>
        <source>表头起行</source>
        <translation>Header from row</translation>
    </message>
    <message>
        <source>表头行数</source>
        <translation>Header rows</translation>
    </message>
    <message>
        <source>指标列</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>地区列</source>
        <translation>Regions</translation>
    </message>
    <message>
        <source>年份列</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>单位列</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>说明列</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>出处列</source>
        <translation>References</translation>
    </message>
    <message>
        <source>空白的指标、地区、年份同上一行</source>
        <translation>A blank indicator, region or year is the row above</translation>
    </message>
    <message>
        <source>数据列：勾选要读的列，写明它的指标、年份、地区、单位</source>
        <translation>Columns of figures: tick those to read; say their indicator, year, region, unit</translation>
    </message>
    <message>
        <source>见行或列</source>
        <translation>By row or column</translation>
    </message>
    <message>
        <source>项目年份 %1</source>
        <translation>Project year %1</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>整表指标</source>
        <translation>All: indicator</translation>
    </message>
    <message>
        <source>整表单位</source>
        <translation>All: unit</translation>
    </message>
    <message>
        <source>整表年份</source>
        <translation>All: year</translation>
    </message>
    <message>
        <source>整表地区</source>
        <translation>All: region</translation>
    </message>
    <message>
        <source>只取地区</source>
        <translation>Only region</translation>
    </message>
    <message>
        <source>读到第几行</source>
        <translation>Last row</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>重新判断</source>
        <translation>Guess again</translation>
    </message>
    <message>
        <source>不管现在的选择和记住的版式，重新按表头判断</source>
        <translation>Go by the header again, whatever is chosen or remembered</translation>
    </message>
    <message>
        <source>各单元格的去向</source>
        <translation>What becomes of each cell</translation>
    </message>
    <message>
        <source>记住此版式，下次同样的表照此读入</source>
        <translation>Remember this layout for the next table like it</translation>
    </message>
    <message>
        <source>版式名称</source>
        <translation>Name of the layout</translation>
    </message>
    <message>
        <source>忘记此版式</source>
        <translation>Forget this layout</translation>
    </message>
    <message>
        <source>预览并导入…</source>
        <translation>Preview and import…</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>试读表格</source>
        <translation>Trying the table</translation>
    </message>
    <message>
        <source>这样读入：写入 %1（其中换算 %2），未变 %3，拒收 %4，忽略 %5。</source>
        <translation>Read this way: %1 written (%2 of them converted), %3 unchanged, %4 refused, %5 ignored.</translation>
    </message>
    <message>
        <source>这个工作表是目标、对标等设定表，不需要对应关系，请用“导入”读入。</source>
        <translation>This sheet holds settings (goals, benchmarks…) and needs no mapping; use Import.</translation>
    </message>
    <message>
        <source>……还有 %1 条。</source>
        <translation>… and %1 more.</translation>
    </message>
    <message>
        <source>%1 列是指标</source>
        <translation>Column %1 names indicators</translation>
    </message>
    <message>
        <source>%1 列是地区</source>
        <translation>Column %1 names regions</translation>
    </message>
    <message>
        <source>%1 列是年份</source>
        <translation>Column %1 holds years</translation>
    </message>
    <message>
        <source>%1 列是单位</source>
        <translation>Column %1 holds units</translation>
    </message>
    <message>
        <source>不读 %1 列的数据</source>
        <translation>Leave out the figures of column %1</translation>
    </message>
    <message>
        <source>%1 列是数据</source>
        <translation>Column %1 holds figures</translation>
    </message>
    <message>
        <source>表头从第 %1 行开始</source>
        <translation>The header begins in row %1</translation>
    </message>
    <message>
        <source>表头到第 %1 行为止</source>
        <translation>The header ends in row %1</translation>
    </message>
    <message>
        <source>读到第 %1 行为止</source>
        <translation>Read up to row %1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MappingGridModel</name>
    <message>
        <source>%1，%2，%3年：%4</source>
        <translation>%1, %2, %3: %4</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>口径说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>出处</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>数据</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::MapsPage</name>
    <message>
        <source>图件</source>
        <translation>Maps</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
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
    <name>checkup::workspace::MissingCodesButton</name>
    <message>
        <source>%1 个代码没有符号</source>
        <translation>Codes without a symbol: %1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>图上按“未知”画出的代码；单击列出它们，再选一个去“符号”里给它符号</source>
        <translation>Codes drawn as unknown; click to list them, then choose one to give it a symbol under Symbols</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>%1：%2，%3 个要素</source>
        <translation>%1: %2, %3 features</translation>
    </message>
    <message>
        <source>还有 %1 个，在“符号”里列全</source>
        <translation>%1 more, all listed under Symbols</translation>
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
    <message>
        <source>指标体系、区县、部门、来源、目标、对标值和历年采用值都会带到新的一年；各部门的报送要重新收集。图层也一并带来：行政区、控制线照旧，地类图斑等现状图层作为上一年的，供两年对比；新一年的在“空间数据”里列为待收集。上一年的文件不会改动。</source>
        <translation>Indicators, districts, departments, sources, targets, benchmarks and the adopted values of all years come along; what departments return is collected anew. Layers come along too: districts and control lines as they are, parcels and other surveys as last year&apos;s, to compare with; this year&apos;s are listed under Spatial data as still to be collected. Last year&apos;s file is not changed.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::OfficeFrameDialog</name>
    <message>
        <source>图廓画双线</source>
        <translation>Double line around the sheet</translation>
    </message>
    <message>
        <source>单位图框</source>
        <translation>Office&apos;s frame</translation>
    </message>
    <message>
        <source>不填为项目最后修改的日期</source>
        <translation>default: date of the project&apos;s last change</translation>
    </message>
    <message>
        <source>如 TJ-{year}-{number}；不填为图纸编号</source>
        <translation>such as TJ-{year}-{number}; default: the sheet&apos;s number</translation>
    </message>
    <message>
        <source>选择图片…</source>
        <translation>Choose picture…</translation>
    </message>
    <message>
        <source>不用</source>
        <translation>None</translation>
    </message>
    <message>
        <source>单位名称</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>徽标</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>制图</source>
        <translation>Drawn by</translation>
    </message>
    <message>
        <source>校核</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>审定</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>图号</source>
        <translation>Sheet number</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>选择徽标</source>
        <translation>Choose logo</translation>
    </message>
    <message>
        <source>图片 (*.png *.jpg *.jpeg)</source>
        <translation>Pictures (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>（无）</source>
        <translation>(none)</translation>
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
    <name>checkup::workspace::PanesView</name>
    <message>
        <source>对照</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>一幅</source>
        <translation>One</translation>
    </message>
    <message>
        <source>两幅</source>
        <translation>Two</translation>
    </message>
    <message>
        <source>三幅</source>
        <translation>Three</translation>
    </message>
    <message>
        <source>四幅</source>
        <translation>Four</translation>
    </message>
    <message>
        <source>并排显示（%1）</source>
        <translation>Side by side (%1)</translation>
    </message>
    <message>
        <source>联动</source>
        <translation>Linked</translation>
    </message>
    <message>
        <source>各幅同范围、同比例尺</source>
        <translation>All panes at the same place and scale</translation>
    </message>
    <message>
        <source>注记</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>显示名称</source>
        <translation>Show names</translation>
    </message>
    <message>
        <source>全图</source>
        <translation>All</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Closer</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Farther</translation>
    </message>
    <message>
        <source>比例尺</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>选比例尺，或写分母后回车</source>
        <translation>Choose a scale, or type its denominator and press Enter</translation>
    </message>
    <message>
        <source>第 %1 幅的内容</source>
        <translation>What pane %1 shows</translation>
    </message>
    <message>
        <source>还没有图层</source>
        <translation>No layers yet</translation>
    </message>
    <message>
        <source>先在“空间数据”中添加地类图斑、控制线等图层，再来这里对照规划与实施。</source>
        <translation>First add layers such as land parcels and control lines under “Spatial data”, then compare plan and implementation here.</translation>
    </message>
    <message>
        <source>去添加图层</source>
        <translation>Add layers</translation>
    </message>
    <message>
        <source>%1（正在读取）</source>
        <translation>%1 (being read)</translation>
    </message>
    <message>
        <source>%1（没有读出）</source>
        <translation>%1 (not read)</translation>
    </message>
    <message>
        <source>正在读取图形…</source>
        <translation>Reading shapes…</translation>
    </message>
    <message>
        <source>这一幅还没有图层；请在左边勾选。</source>
        <translation>This pane has no layer yet; tick some on the left.</translation>
    </message>
    <message>
        <source>这里没有要素</source>
        <translation>Nothing here</translation>
    </message>
    <message>
        <source>当前一幅的图层在此处都没有图形。</source>
        <translation>None of this pane’s layers has a shape here.</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>在图上显示图例</source>
        <translation>Show a legend on the map</translation>
    </message>
    <message>
        <source>卷帘</source>
        <translation>Swipe</translation>
    </message>
    <message>
        <source>两种内容叠在一幅里，中间的分隔线可以拖动</source>
        <translation>Two contents in one pane, with a divider to drag</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>单击查看要素；按住 Shift 单击加选，Ctrl 减选</source>
        <translation>Click to see a feature; with Shift it is added to the selection, with Ctrl taken away</translation>
    </message>
    <message>
        <source>测距离</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>逐点单击，退格撤一点，双击或回车结束；椭球面上的长度</source>
        <translation>Click point by point, Backspace takes one back, a double click or Enter ends; length on the ellipsoid</translation>
    </message>
    <message>
        <source>测面积</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>逐点单击，退格撤一点，双击或回车结束；椭球面上的面积</source>
        <translation>Click point by point, Backspace takes one back, a double click or Enter ends; area on the ellipsoid</translation>
    </message>
    <message>
        <source>框选</source>
        <translation>By box</translation>
    </message>
    <message>
        <source>拖出方框，选中与它相交的要素；Shift 加选，Ctrl 减选</source>
        <translation>Drag a box to select what it meets; Shift adds, Ctrl takes away</translation>
    </message>
    <message>
        <source>多边形选择</source>
        <translation>By polygon</translation>
    </message>
    <message>
        <source>逐点单击围出多边形，双击或回车结束；Shift 加选，Ctrl 减选</source>
        <translation>Click the corners of a polygon, a double click or Enter ends; Shift adds, Ctrl takes away</translation>
    </message>
    <message>
        <source>量算</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>选择</source>
        <translation>Select</translation>
    </message>
    <message>
        <source>书签</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>影像</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>按条件选择…</source>
        <translation>By condition…</translation>
    </message>
    <message>
        <source>清除选择</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>按编号或名称查找</source>
        <translation>Find by number or name</translation>
    </message>
    <message>
        <source>编号或名称，回车查找</source>
        <translation>Number or name, then Enter</translation>
    </message>
    <message>
        <source>按编号或名称查找要素</source>
        <translation>Find features by number or name</translation>
    </message>
    <message>
        <source>在当前一幅的图层里按编号（BSM 等）或名称查找（Ctrl+F）</source>
        <translation>Find by number (BSM…) or name in the current pane’s layers (Ctrl+F)</translation>
    </message>
    <message>
        <source>%1（已筛选）</source>
        <translation>%1 (filtered)</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>筛选：%1</source>
        <translation>Filter: %1</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>图层“%1”里没有图形。</source>
        <translation>Layer “%1” has no shapes.</translation>
    </message>
    <message>
        <source>测面积（椭球面）</source>
        <translation>Area (ellipsoid)</translation>
    </message>
    <message>
        <source>测距离（椭球面）</source>
        <translation>Distance (ellipsoid)</translation>
    </message>
    <message>
        <source>%1 个点；退格撤一点，双击或回车结束，Esc 取消。</source>
        <translation>%1 points; Backspace takes one back, a double click or Enter ends, Esc gives up.</translation>
    </message>
    <message>
        <source>当前一幅没有可选的图层；请在左边点选一个已勾选的图层。</source>
        <translation>The current pane has no layer to select in; choose a ticked layer on the left.</translation>
    </message>
    <message>
        <source>没有选中要素。</source>
        <translation>No feature is selected.</translation>
    </message>
    <message>
        <source>按条件选择：%1</source>
        <translation>Select by condition: %1</translation>
    </message>
    <message>
        <source>显示全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>定比例尺</source>
        <translation>Set the scale</translation>
    </message>
    <message>
        <source>图中央：%1</source>
        <translation>Middle of the map: %1</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::PlanChart</name>
    <message>
        <source>%1：%2 至 %3。%4</source>
        <translation>%1: %2 to %3. %4</translation>
    </message>
    <message>
        <source>%1：没有报送期限。</source>
        <translation>%1: no deadline.</translation>
    </message>
    <message>
        <source>%1：应在 %2 前报送。</source>
        <translation>%1: due by %2. </translation>
    </message>
    <message>
        <source>首次报送 %1。</source>
        <translation>First return %1.</translation>
    </message>
    <message>
        <source>已逾期。</source>
        <translation>Overdue.</translation>
    </message>
    <message>
        <source>%1月</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>今日 %1</source>
        <translation>Today %1</translation>
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
    <name>checkup::workspace::ReachEditor</name>
    <message>
        <source>只计够得着设施的</source>
        <translation>Count only what facilities are near enough to</translation>
    </message>
    <message>
        <source>这项数据不看可达性。要算覆盖率、服务范围时勾选上面一项。</source>
        <translation>This quantity does not ask for reach. Tick the box above for coverage and service areas.</translation>
    </message>
    <message>
        <source>步行，沿路网</source>
        <translation>On foot, along roads</translation>
    </message>
    <message>
        <source>行车，沿路网</source>
        <translation>By car, along roads</translation>
    </message>
    <message>
        <source>直线，画圆圈</source>
        <translation>As the crow flies, circles</translation>
    </message>
    <message>
        <source>中心到得了，整块都算</source>
        <translation>Whole features whose middle is reached</translation>
    </message>
    <message>
        <source>只算服务范围之内的部分</source>
        <translation>Only what lies within the service area</translation>
    </message>
    <message>
        <source>从住处到设施</source>
        <translation>From homes to facilities</translation>
    </message>
    <message>
        <source>从设施出发（消防车、救护车）</source>
        <translation>From the facilities (fire engines, ambulances)</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>计入</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::RecipeDialog</name>
    <message>
        <source>计算方法：%1</source>
        <translation>Method: %1</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Within</translation>
    </message>
    <message>
        <source>可达</source>
        <translation>Reach</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source> 平方米</source>
        <translation> m²</translation>
    </message>
    <message>
        <source>量法</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>字段</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>碎片阈值</source>
        <translation>Sliver threshold</translation>
    </message>
    <message>
        <source>口径</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>依次裁到这些图层之内</source>
        <translation>Cut to these layers, one after the other</translation>
    </message>
    <message>
        <source>增加范围</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Restore default</translation>
    </message>
    <message>
        <source>改回随程序带的方法；也可撤销</source>
        <translation>Back to the method that comes with the program; can be undone</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>重做</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>从哪个图层取哪些要素</source>
        <translation>Which features of which layer</translation>
    </message>
    <message>
        <source>用到的字段</source>
        <translation>Fields used</translation>
    </message>
    <message>
        <source>人、个、平方米……</source>
        <translation>人, 个, 平方米…</translation>
    </message>
    <message>
        <source>互相重叠的地方只算一次</source>
        <translation>Count overlaps once</translation>
    </message>
    <message>
        <source>区县以外的也算进全市（如海域）</source>
        <translation>What lies outside the districts counts for the city (such as the sea)</translation>
    </message>
    <message>
        <source>切割后比这更小的碎片不计，另行列出个数和面积</source>
        <translation>Smaller pieces that cutting leaves are not counted; their number and area are listed</translation>
    </message>
    <message>
        <source>要写进说明的口径，可空</source>
        <translation>What the notes should say; may be empty</translation>
    </message>
    <message>
        <source>字段的单位</source>
        <translation>Unit of the fields</translation>
    </message>
    <message>
        <source>没有裁切：图层里的要素整个计入。</source>
        <translation>Nothing is cut: features count whole.</translation>
    </message>
    <message>
        <source>计算方法的源文本</source>
        <translation>The method as source text</translation>
    </message>
    <message>
        <source>从文件读入…</source>
        <translation>Read from file…</translation>
    </message>
    <message>
        <source>另存为文件…</source>
        <translation>Save to file…</translation>
    </message>
    <message>
        <source>与前几页是同一内容（JSON），用来与其他城市交换；平常不必看这一页。</source>
        <translation>The same as the other pages (JSON), for exchange with other cities; not needed otherwise.</translation>
    </message>
    <message>
        <source>用话说</source>
        <translation>In words</translation>
    </message>
    <message>
        <source>读入计算方法</source>
        <translation>Read a method</translation>
    </message>
    <message>
        <source>计算方法 (*.json)</source>
        <translation>Methods (*.json)</translation>
    </message>
    <message>
        <source>另存计算方法</source>
        <translation>Save the method</translation>
    </message>
    <message>
        <source>源文本读不懂，请在“源文本”页改正或撤销。</source>
        <translation>The source text cannot be read: put it right on the page “Source text” or undo.</translation>
    </message>
    <message>
        <source>%1（%2 处有误）</source>
        <translation>%1 (faults: %2)</translation>
    </message>
    <message>
        <source>测什么</source>
        <translation>What</translation>
    </message>
    <message>
        <source>怎么量</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>路网</source>
        <translation>Roads</translation>
    </message>
    <message>
        <source>源文本</source>
        <translation>Source text</translation>
    </message>
    <message>
        <source>放弃对“%1”计算方法的修改？</source>
        <translation>Discard the changes to the method of “%1”?</translation>
    </message>
    <message>
        <source>放弃</source>
        <translation>Discard</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::RecipeModel</name>
    <message>
        <source>%1（缺）</source>
        <translation>%1 (missing)</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>数据项</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>计算值</source>
        <translation>Computed</translation>
    </message>
    <message>
        <source>报送值</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>相差</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>用于指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>计算方法</source>
        <translation>Methods</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::RecipesView</name>
    <message>
        <source>按名称、指标编号、图层查找</source>
        <translation>Find by name, indicator code, layer</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>由图层计算的数据和计算方法</source>
        <translation>Quantities computed from layers, and how</translation>
    </message>
    <message>
        <source>全部计算</source>
        <translation>Compute all</translation>
    </message>
    <message>
        <source>计算所有图层齐备的数据（F5）</source>
        <translation>Compute everything whose layers are there (F5)</translation>
    </message>
    <message>
        <source>计算所选</source>
        <translation>Compute selected</translation>
    </message>
    <message>
        <source>只计算所选的数据（Ctrl+R）</source>
        <translation>Compute the selected quantities only (Ctrl+R)</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停止计算，已有的结果不变（Ctrl+.）</source>
        <translation>Stop computing; the results there are stay (Ctrl+.)</translation>
    </message>
    <message>
        <source>修改方法…</source>
        <translation>Change method…</translation>
    </message>
    <message>
        <source>改图层、条件、量法、范围和可达参数（Ctrl+E）</source>
        <translation>Change layer, conditions, measure, extent and reach (Ctrl+E)</translation>
    </message>
    <message>
        <source>恢复原方法</source>
        <translation>As shipped</translation>
    </message>
    <message>
        <source>看结果</source>
        <translation>Show results</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>%1 项</source>
        <translation>%1 items</translation>
    </message>
    <message>
        <source>没有由图层计算的数据</source>
        <translation>Nothing is computed from layers</translation>
    </message>
    <message>
        <source>本年度的指标体系里没有可由图层计算的数据。可在“指标体系”里加入空间指标。</source>
        <translation>Nothing in this year&apos;s indicator system can be computed from layers. Spatial indicators can be added under “Indicators”.</translation>
    </message>
    <message>
        <source>缺图层：%1。在“图层”里添加。</source>
        <translation>Layers missing: %1. Add them under “Layers”.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>上次计算：%1</source>
        <translation>Last computed: %1</translation>
    </message>
    <message>
        <source>用于指标 %1</source>
        <translation>Used by %1</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>停用…</source>
        <translation>Switch off…</translation>
    </message>
    <message>
        <source>重新由图层计算</source>
        <translation>Compute it from layers again</translation>
    </message>
    <message>
        <source>在本项目中不由图层计算，写明理由</source>
        <translation>Do not compute it from layers in this project, with a reason</translation>
    </message>
    <message>
        <source>计算空间数据</source>
        <translation>Computing spatial data</translation>
    </message>
    <message>
        <source>已停止计算，原有的结果没有改动。</source>
        <translation>Computing was stopped; the results there were are unchanged.</translation>
    </message>
    <message>
        <source>计算了 %1 项，结果与原来相同。</source>
        <translation>%1 quantities computed; the results are the same as before.</translation>
    </message>
    <message>
        <source>计算了 %1 项，跳过 %2 项（缺图层）。可按 Ctrl+Z 撤销。</source>
        <translation>%1 quantities computed, %2 skipped (layers missing). Ctrl+Z undoes it.</translation>
    </message>
    <message>
        <source>“%1”的计算方法读不懂，请先恢复原方法。</source>
        <translation>The method of “%1” cannot be read; set it back to the shipped one first.</translation>
    </message>
    <message>
        <source>停用计算</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>“%1”不由图层计算的理由：</source>
        <translation>Why “%1” is not computed from layers:</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::RegionsDialog</name>
    <message>
        <source>地区名录：%1</source>
        <translation>Regions: %1</translation>
    </message>
    <message>
        <source>列入（按位置归属）</source>
        <translation>new (by its place)</translation>
    </message>
    <message>
        <source>列入</source>
        <translation>new</translation>
    </message>
    <message>
        <source>已有，补上代码</source>
        <translation>there, code added</translation>
    </message>
    <message>
        <source>已有</source>
        <translation>there</translation>
    </message>
    <message>
        <source>图层“%1”画了 %2 个街道，其中 %3 个要列入项目的名录；列入后每项计算结果也分街道。</source>
        <translation>The layer “%1” draws %2 streets, of which %3 are new to the project; with them every result is split by street.</translation>
    </message>
    <message>
        <source>图层“%1”画了 %2 个区县，其中 %3 个要列入项目的名录；列入后每项计算结果也分区县。</source>
        <translation>The layer “%1” draws %2 districts, of which %3 are new to the project; with them every result is split by district.</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>属于</source>
        <translation>Within</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>What is done</translation>
    </message>
    <message>
        <source>图层里的地区</source>
        <translation>Regions of the layer</translation>
    </message>
    <message>
        <source>列入名录</source>
        <translation>Add to the regions</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::RepairsDialog</name>
    <message>
        <source>几何检查与修复：%1</source>
        <translation>Geometry checked and repaired: %1</translation>
    </message>
    <message>
        <source>检查了 %1 个要素，修复 %2 个，面积变化 %3 平方米。</source>
        <translation>%1 features checked, %2 repaired, the area changed by %3 m².</translation>
    </message>
    <message>
        <source>修复过的要素</source>
        <translation>Repaired features</translation>
    </message>
    <message>
        <source>要素号</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>原面积（平方米）</source>
        <translation>Area before (m²)</translation>
    </message>
    <message>
        <source>现面积（平方米）</source>
        <translation>Area now (m²)</translation>
    </message>
    <message>
        <source>变化</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>已修复</source>
        <translation>Repaired</translation>
    </message>
    <message>
        <source>没有图形</source>
        <translation>No shape</translation>
    </message>
    <message>
        <source>只列出前 %1 个，另有 %2 个。</source>
        <translation>Only the first %1 are listed; there are %2 more.</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ResultsPage</name>
    <message>
        <source>成果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>成果内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>已导出</source>
        <translation>Exported</translation>
    </message>
    <message>
        <source>指标结论表（xlsx）</source>
        <translation>Conclusion table (xlsx)</translation>
    </message>
    <message>
        <source>年度总报告（docx）</source>
        <translation>Annual report (docx)</translation>
    </message>
    <message>
        <source>年度总报告（pdf）</source>
        <translation>Annual report (pdf)</translation>
    </message>
    <message>
        <source>图表（png、svg）</source>
        <translation>Charts (png, svg)</translation>
    </message>
    <message>
        <source>预览报告</source>
        <translation>Preview Report</translation>
    </message>
    <message>
        <source>导出成果…</source>
        <translation>Export Package…</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open Folder</translation>
    </message>
    <message>
        <source>页面大小</source>
        <translation>Page size</translation>
    </message>
    <message>
        <source>还没有预览</source>
        <translation>No preview yet</translation>
    </message>
    <message>
        <source>先看一遍报告的每一页，再导出整套成果。</source>
        <translation>Look through the report&apos;s pages before exporting the package.</translation>
    </message>
    <message>
        <source>使用本单位的 Word 模板…</source>
        <translation>Use the Office&apos;s Word Template…</translation>
    </message>
    <message>
        <source>改用内置模板</source>
        <translation>Use the Built-in Template</translation>
    </message>
    <message>
        <source>Word 模板：内置</source>
        <translation>Word template: built-in</translation>
    </message>
    <message>
        <source>Word 模板：%1</source>
        <translation>Word template: %1</translation>
    </message>
    <message>
        <source>%1 项指标暂缺，报告中列为缺项。</source>
        <translation>%1 indicators are missing and listed as gaps in the report.</translation>
    </message>
    <message>
        <source>%1 项指标来源矛盾，尚未核定。</source>
        <translation>%1 indicators have contradictory sources, not settled yet.</translation>
    </message>
    <message>
        <source>%1 个部门逾期未报。</source>
        <translation>%1 departments are late.</translation>
    </message>
    <message>
        <source>共 %1 页。数据已有改动，请重新预览。</source>
        <translation>%1 pages. The data have changed; preview again.</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>正在排版……</source>
        <translation>Laying out…</translation>
    </message>
    <message>
        <source>选择 Word 模板</source>
        <translation>Choose a Word Template</translation>
    </message>
    <message>
        <source>Word 文档 (*.docx)</source>
        <translation>Word documents (*.docx)</translation>
    </message>
    <message>
        <source>成果放到哪个文件夹</source>
        <translation>Which folder to put the package in</translation>
    </message>
    <message>
        <source>导出成果</source>
        <translation>Export package</translation>
    </message>
    <message>
        <source>图表 %1 幅</source>
        <translation>%1 chart files</translation>
    </message>
    <message>
        <source>排出报告的每一页（F5）</source>
        <translation>Lay out every page of the report (F5)</translation>
    </message>
    <message>
        <source>把选中的成果写到一个文件夹（Ctrl+P）</source>
        <translation>Write what is ticked to a folder (Ctrl+P)</translation>
    </message>
    <message>
        <source>报告预览</source>
        <translation>Report preview</translation>
    </message>
    <message>
        <source>已取消导出，没有留下文件。</source>
        <translation>Export cancelled; no file was left.</translation>
    </message>
    <message>
        <source>成果已写入 %1。</source>
        <translation>Package written to %1.</translation>
    </message>
    <message>
        <source>图纸（png、pdf 图集）</source>
        <translation>Drawings (png, pdf atlas)</translation>
    </message>
    <message>
        <source>没有随成果编制的内容</source>
        <translation>What was left out of the package</translation>
    </message>
    <message>
        <source>图纸 %1 张</source>
        <translation>%1 drawings</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ResultsView</name>
    <message>
        <source>数据项</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>各地区的结果</source>
        <translation>Results by region</translation>
    </message>
    <message>
        <source>所选地区背后的图斑</source>
        <translation>Parcels behind the chosen region</translation>
    </message>
    <message>
        <source>定位</source>
        <translation>Locate</translation>
    </message>
    <message>
        <source>在地图上放大到所选图斑（双击或回车）</source>
        <translation>Zoom the map to the parcel (double click or Enter)</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>把各地区的结果和所列图斑写成 Excel 表</source>
        <translation>Write the results by region and the listed parcels as an Excel workbook</translation>
    </message>
    <message>
        <source>还没有结果</source>
        <translation>No results yet</translation>
    </message>
    <message>
        <source>图层齐备后，在“计算方法”里按“全部计算”。结果按全市、区县、街道列出，并可追到每个图斑。</source>
        <translation>Once the layers are there, press “Compute all” under “Methods”. Results are listed for the city, districts and streets, and can be traced to each parcel.</translation>
    </message>
    <message>
        <source>到计算方法</source>
        <translation>Go to the methods</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>平面面积</source>
        <translation>Plane area</translation>
    </message>
    <message>
        <source>按圆圈</source>
        <translation>By circles</translation>
    </message>
    <message>
        <source>与圆圈差</source>
        <translation>To circles</translation>
    </message>
    <message>
        <source>闭合：区县合计 %1，区外 %2，全部 %3，残差 %4 %5。</source>
        <translation>Closing: districts %1, outside %2, all %3, residual %4 %5.</translation>
    </message>
    <message>
        <source>没有行政区图层（XZQ），只有全市的结果。</source>
        <translation>There is no layer of districts (XZQ): the city only.</translation>
    </message>
    <message>
        <source>碎片 %1 个，%2，未计入。</source>
        <translation>%1 slivers, %2, not counted.</translation>
    </message>
    <message>
        <source>没有数的 %1 个、没有图形的 %2 个，未计入。</source>
        <translation>%1 without a number and %2 without a shape, not counted.</translation>
    </message>
    <message>
        <source>路网到不了的 %1 个（%2），附近没有路的 %3 个（%4）。</source>
        <translation>%1 not reached along roads (%2), %3 without a road nearby (%4).</translation>
    </message>
    <message>
        <source>没有按路网，而是按圆圈计算的。</source>
        <translation>Computed by circles instead of along roads.</translation>
    </message>
    <message>
        <source>查找图斑</source>
        <translation>Looking for parcels</translation>
    </message>
    <message>
        <source>已停止查找。换一个地区再试。</source>
        <translation>The search was stopped. Choose another region to try again.</translation>
    </message>
    <message>
        <source>图斑</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>占图斑</source>
        <translation>Of parcel</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>%1：最大的 %2 个图斑，还有 %3 个。双击在地图上定位。</source>
        <translation>%1: the %2 largest parcels, and %3 more. A double click locates one on the map.</translation>
    </message>
    <message>
        <source>%1：%2 个图斑。双击在地图上定位。</source>
        <translation>%1: %2 parcels. A double click locates one on the map.</translation>
    </message>
    <message>
        <source>导出结果</source>
        <translation>Export results</translation>
    </message>
    <message>
        <source>Excel 表 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>%1-空间计算.xlsx</source>
        <translation>%1-spatial.xlsx</translation>
    </message>
    <message>
        <source>已写入 %1。</source>
        <translation>%1 has been written.</translation>
    </message>
    <message>
        <source>结果
%1</source>
        <translation>Result
%1</translation>
    </message>
    <message>
        <source>椭球与
平面差</source>
        <translation>Ellipsoid
− plane</translation>
    </message>
    <message>
        <source>数量
%1</source>
        <translation>Amount
%1</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>服务清单…</source>
        <translation>Service lists…</translation>
    </message>
    <message>
        <source>设施服务不到的要素和原因，没有用上的设施，各设施就近服务多少</source>
        <translation>Features that no facility serves and why, facilities that were not used, and how much each serves as the nearest</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ReturnsView</name>
    <message>
        <source>各部门的报送情况</source>
        <translation>Returns by department</translation>
    </message>
    <message>
        <source>所选部门的各次报送</source>
        <translation>Versions sent by the chosen department</translation>
    </message>
    <message>
        <source>两次报送之间的差别</source>
        <translation>Differences between two returns</translation>
    </message>
    <message>
        <source>从哪一次</source>
        <translation>From which return</translation>
    </message>
    <message>
        <source>到哪一次</source>
        <translation>To which return</translation>
    </message>
    <message>
        <source>打开原件</source>
        <translation>Open original</translation>
    </message>
    <message>
        <source>另存原件…</source>
        <translation>Save original…</translation>
    </message>
    <message>
        <source>把返回的文件夹拖到这里</source>
        <translation>Drop the returned folder here</translation>
    </message>
    <message>
        <source>两次之间的差别</source>
        <translation>Differences between two</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>填写</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>拒收</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>次</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>填报日期</source>
        <translation>Dated</translation>
    </message>
    <message>
        <source>填表人</source>
        <translation>Filled by</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>差别</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>项目</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>原来</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>未报送，逾期 %1 天</source>
        <translation>Owing, %1 days late</translation>
    </message>
    <message>
        <source>未报送</source>
        <translation>Owing</translation>
    </message>
    <message>
        <source>迟 %1 天</source>
        <translation>%1 days late</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>已报送</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>指标体系中没有要向部门收取的数据。</source>
        <translation>The indicator system asks nothing of departments.</translation>
    </message>
    <message>
        <source>%1 个部门，已报送 %2 个，逾期 %3 个；以 %4 为准。</source>
        <translation>%1 departments, %2 returned, %3 late; judged on %4.</translation>
    </message>
    <message>
        <source>截止日 %1</source>
        <translation>the cut-off day %1</translation>
    </message>
    <message>
        <source>今天</source>
        <translation>today</translation>
    </message>
    <message>
        <source>%1的报送</source>
        <translation>Returns of %1</translation>
    </message>
    <message>
        <source>还没有收到填报表。收到后拖到窗口里，核对预览再导入。</source>
        <translation>No workbook has come yet. When it does, drop it onto the window, look at the preview and import.</translation>
    </message>
    <message>
        <source>只收到一次，没有可比的；更正后的填报表导入后成为下一次，原件保留。</source>
        <translation>Only one came, so there is nothing to compare. A corrected workbook becomes the next one; the original stays.</translation>
    </message>
    <message>
        <source>两次报送没有差别。</source>
        <translation>The two returns do not differ.</translation>
    </message>
    <message>
        <source>原件另存为</source>
        <translation>Save original as</translation>
    </message>
    <message>
        <source>填报表 (*.xlsx)</source>
        <translation>Workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>已另存为 %1。</source>
        <translation>Saved as %1.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::RoadsEditor</name>
    <message>
        <source>阻隔：走不过去的线和面</source>
        <translation>Barriers: lines and areas that cannot be crossed</translation>
    </message>
    <message>
        <source>没有阻隔。铁路、河流、封闭围墙等可加在这里；项目里没有的图层不起作用。</source>
        <translation>No barriers. Railways, rivers, walls and the like can be added here; layers that the project does not have do nothing.</translation>
    </message>
    <message>
        <source>增加阻隔</source>
        <translation>Add barrier</translation>
    </message>
    <message>
        <source> 千米/时</source>
        <translation> km/h</translation>
    </message>
    <message>
        <source> 米</source>
        <translation> m</translation>
    </message>
    <message>
        <source>走到路上的这一段计入路程</source>
        <translation>The way to the road is part of the way</translation>
    </message>
    <message>
        <source>通常速度</source>
        <translation>As usual</translation>
    </message>
    <message>
        <source>没有单列的道路等级的速度；画圆圈时用来把分钟换成米</source>
        <translation>Speed of road classes without one of their own; for circles it turns minutes into metres</translation>
    </message>
    <message>
        <source>离最近的路比这更远的，算附近没有路</source>
        <translation>What is farther from the nearest road than this has no road</translation>
    </message>
    <message>
        <source>按服务范围切割时，可达道路两侧各取这么宽</source>
        <translation>How far beside reached roads a service area goes</translation>
    </message>
    <message>
        <source>通常的：步行不走高速和快速路，行车不走人行道</source>
        <translation>As usual: no motorways on foot, no footways by car</translation>
    </message>
    <message>
        <source>道路等级，可用 * 代表任意字，几个之间用逗号；空着为通常的</source>
        <translation>Road classes, * for anything, commas between several; empty: as usual</translation>
    </message>
    <message>
        <source>路旁计入</source>
        <translation>Beside roads</translation>
    </message>
    <message>
        <source>离路最多</source>
        <translation>To the road at most</translation>
    </message>
    <message>
        <source>不走的等级</source>
        <translation>Closed classes</translation>
    </message>
    <message>
        <source>其余道路</source>
        <translation>Other roads</translation>
    </message>
    <message>
        <source>道路图层</source>
        <translation>Layer of roads</translation>
    </message>
    <message>
        <source>各等级道路的速度</source>
        <translation>Speeds by road class</translation>
    </message>
    <message>
        <source>道路等级（可用 *）</source>
        <translation>Road class (* for anything)</translation>
    </message>
    <message>
        <source>千米/时</source>
        <translation>km/h</translation>
    </message>
    <message>
        <source>增加等级</source>
        <translation>Add class</translation>
    </message>
    <message>
        <source>删除等级</source>
        <translation>Remove class</translation>
    </message>
    <message>
        <source>各等级道路的速度；一个也没有时按通常速度</source>
        <translation>Speeds by road class; without any as usual</translation>
    </message>
    <message>
        <source>画圆圈时不用路网；下面只有“其余道路”的速度用来把分钟换成米。</source>
        <translation>Circles need no roads; of what is below only the speed of “Other roads” is used, to turn minutes into metres.</translation>
    </message>
    <message>
        <source>这项数据不看可达性，用不着路网。</source>
        <translation>This quantity does not ask for reach and needs no roads.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::RoleStyleForm</name>
    <message>
        <source>都画成一样</source>
        <translation>All alike</translation>
    </message>
    <message>
        <source>按地类代码</source>
        <translation>By class code</translation>
    </message>
    <message>
        <source>按一列的值分类</source>
        <translation>By values of a column</translation>
    </message>
    <message>
        <source>按一列的数分级</source>
        <translation>Graded by numbers of a column</translation>
    </message>
    <message>
        <source>不注记</source>
        <translation>No labels</translation>
    </message>
    <message>
        <source>图例名称</source>
        <translation>Name in the legend</translation>
    </message>
    <message>
        <source>图例里写的名称，用中文</source>
        <translation>The name in legends, in Chinese</translation>
    </message>
    <message>
        <source>画法</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>按哪一列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>分级方法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>级数</source>
        <translation>Grades</translation>
    </message>
    <message>
        <source>界限</source>
        <translation>Bounds</translation>
    </message>
    <message>
        <source>从小到大，用逗号隔开；每级含上限，如 0, 10, 50</source>
        <translation>Rising, comma between; a grade holds its upper bound, such as 0, 10, 50</translation>
    </message>
    <message>
        <source>色带</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>各级自己的符号</source>
        <translation>each grade&apos;s own symbol</translation>
    </message>
    <message>
        <source>注记</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>用哪一列写名称</source>
        <translation>The column that names features</translation>
    </message>
    <message>
        <source>不透明度</source>
        <translation>Opacity</translation>
    </message>
    <message>
        <source>地类界线</source>
        <translation>Outline of classes</translation>
    </message>
    <message>
        <source>自然断点</source>
        <translation>Natural breaks</translation>
    </message>
    <message>
        <source>分位数（每级一样多）</source>
        <translation>Quantiles (as many each)</translation>
    </message>
    <message>
        <source>等间距</source>
        <translation>Equal intervals</translation>
    </message>
    <message>
        <source>自定界限</source>
        <translation>Own bounds</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::RulesDialog</name>
    <message>
        <source>校核规则</source>
        <translation>Rules of the checks</translation>
    </message>
    <message>
        <source>在本项目中使用这条规则</source>
        <translation>Use this rule in this project</translation>
    </message>
    <message>
        <source>恢复为自带的设置</source>
        <translation>Reset to what ships</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>本项目</source>
        <translation>This project</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>改动只在本项目中有效，即时生效，可用 Ctrl+Z 撤销。</source>
        <translation>Changes hold for this project only, take effect at once and are undone with Ctrl+Z.</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>有改动</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>应用</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>本项目改过这条规则。</source>
        <translation>This project has changed this rule.</translation>
    </message>
    <message>
        <source>与软件自带的相同。</source>
        <translation>As shipped.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SelectionEditor</name>
    <message>
        <source>增加条件</source>
        <translation>Add condition</translation>
    </message>
    <message>
        <source>不用分类编码</source>
        <translation>No class codes used</translation>
    </message>
    <message>
        <source>三调工作分类</source>
        <translation>Third survey classes</translation>
    </message>
    <message>
        <source>用地用海分类</source>
        <translation>Land and sea use classes</translation>
    </message>
    <message>
        <source>条件，须全部满足</source>
        <translation>Conditions, all of which must hold</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>增加备选图层</source>
        <translation>Add alternative</translation>
    </message>
    <message>
        <source>删除备选</source>
        <translation>Remove alternative</translation>
    </message>
    <message>
        <source>没有条件：图层里的要素全取。</source>
        <translation>No conditions: all features of the layer are taken.</translation>
    </message>
    <message>
        <source>首选和备选的图层</source>
        <translation>The preferred layer and its alternatives</translation>
    </message>
    <message>
        <source>没有上面的图层时，改用另一个图层</source>
        <translation>Another layer, taken where this one is missing</translation>
    </message>
    <message>
        <source>分类编码</source>
        <translation>Class codes</translation>
    </message>
    <message>
        <source>首选 %1</source>
        <translation>First %1</translation>
    </message>
    <message>
        <source>备选 %1：%2</source>
        <translation>Alternative %1: %2</translation>
    </message>
    <message>
        <source>计算的年份</source>
        <translation>Year computed</translation>
    </message>
    <message>
        <source>上一年</source>
        <translation>The year before</translation>
    </message>
    <message>
        <source>前 %1 年</source>
        <translation>%1 years before</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SelectionList</name>
    <message>
        <source>删除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>上移</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>%1（有误）</source>
        <translation>%1 (faulty)</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SelectionPanel</name>
    <message>
        <source>选中要素的图层</source>
        <translation>Layer of the selected features</translation>
    </message>
    <message>
        <source>转到</source>
        <translation>Go to</translation>
    </message>
    <message>
        <source>在各幅里转到所选的一行（回车）</source>
        <translation>Go to the chosen row in all panes (Enter)</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>把选中的要素写成表格或图层</source>
        <translation>Write the selected features as a table or layer</translation>
    </message>
    <message>
        <source>清除选择</source>
        <translation>Clear selection</translation>
    </message>
    <message>
        <source>选中的要素</source>
        <translation>Selected features</translation>
    </message>
    <message>
        <source>%1 个要素</source>
        <translation>%1 features</translation>
    </message>
    <message>
        <source>号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>%1 个要素，椭球面积 %2</source>
        <translation>%1 features, ellipsoidal area %2</translation>
    </message>
    <message>
        <source>椭球面积（平方米）</source>
        <translation>Ellipsoidal area (m²)</translation>
    </message>
    <message>
        <source>%1 个要素，椭球长度 %2</source>
        <translation>%1 features, ellipsoidal length %2</translation>
    </message>
    <message>
        <source>椭球长度（米）</source>
        <translation>Ellipsoidal length (m)</translation>
    </message>
    <message>
        <source>；列出前 %1 个</source>
        <translation>; the first %1 are listed</translation>
    </message>
    <message>
        <source>导出选中的要素</source>
        <translation>Export the selected features</translation>
    </message>
    <message>
        <source>工作簿 (*.xlsx);;CSV 表 (*.csv);;GeoPackage 图层 (*.gpkg)</source>
        <translation>Workbook (*.xlsx);;CSV table (*.csv);;GeoPackage layer (*.gpkg)</translation>
    </message>
    <message>
        <source>%1_选中</source>
        <translation>%1_selected</translation>
    </message>
    <message>
        <source>已导出 %1。</source>
        <translation>Exported %1.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ServiceDialog</name>
    <message>
        <source>服务清单：%1</source>
        <translation>Service lists: %1</translation>
    </message>
    <message>
        <source>清单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>服务不到的要素，没有用上的设施</source>
        <translation>Features not served, facilities not used</translation>
    </message>
    <message>
        <source>各设施就近服务多少</source>
        <translation>What each facility serves as the nearest</translation>
    </message>
    <message>
        <source>服务清单</source>
        <translation>Service list</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation>Looking for them…</translation>
    </message>
    <message>
        <source>查找服务清单</source>
        <translation>Finding service lists</translation>
    </message>
    <message>
        <source>已停止查找。换一份清单再试。</source>
        <translation>Stopped. Choose another list to try again.</translation>
    </message>
    <message>
        <source>%1 %2 处</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2 个（%3）</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1。每种原因最多列出 %2 个，大的在前。</source>
        <translation>%1. At most %2 of each reason are listed, the largest first.</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>名称或编号</source>
        <translation>Name or number</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>要素号</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>数量（%1）</source>
        <translation>Amount (%1)</translation>
    </message>
    <message>
        <source>离路（米）</source>
        <translation>To road (m)</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>附近没有道路</source>
        <translation>No road nearby</translation>
    </message>
    <message>
        <source>%1 处设施，按路程就近服务 %2 个要素（几类设施的各算一次）。</source>
        <translation>%1 facilities; %2 features go to the nearest along roads (once for each kind of facility).</translation>
    </message>
    <message>
        <source>设施</source>
        <translation>Facility</translation>
    </message>
    <message>
        <source>服务要素</source>
        <translation>Features served</translation>
    </message>
    <message>
        <source>已写入 %1。</source>
        <translation>Written to %1.</translation>
    </message>
    <message>
        <source>导出服务清单</source>
        <translation>Export service list</translation>
    </message>
    <message>
        <source>%1-服务清单.xlsx</source>
        <translation>%1 service list.xlsx</translation>
    </message>
    <message>
        <source>%1 处设施各自可达多少；几处都能到的地方各计一次，因此加起来比结果多。</source>
        <translation>What each of %1 facilities reaches; places that several reach count with each, so that together they are more than the result.</translation>
    </message>
    <message>
        <source>服务范围，沿路的和圆圈的</source>
        <translation>Service areas, along roads and as circles</translation>
    </message>
    <message>
        <source>沿路能到的地方（道路两侧一定宽度）和同样距离的圆圈，可另存为图层叠在图上比较。</source>
        <translation>What can be reached along roads (a strip to either side) and circles of the same distance; saved as a layer they can be compared on a map.</translation>
    </message>
    <message>
        <source>圆圈</source>
        <translation>Circles</translation>
    </message>
    <message>
        <source>沿路</source>
        <translation>Along roads</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>面积（平方公里）</source>
        <translation>Area (km²)</translation>
    </message>
    <message>
        <source>占圆圈</source>
        <translation>Share of circles</translation>
    </message>
    <message>
        <source>Excel 表 (*.xlsx);;CSV 表 (*.csv);;GeoPackage 图层 (*.gpkg);;GeoJSON 图层 (*.geojson)</source>
        <translation>Excel workbook (*.xlsx);;CSV table (*.csv);;GeoPackage layer (*.gpkg);;GeoJSON layer (*.geojson)</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ServicesEditor</name>
    <message>
        <source>增加“或”</source>
        <translation>Add “or”</translation>
    </message>
    <message>
        <source>删除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>增加设施</source>
        <translation>Add facilities</translation>
    </message>
    <message>
        <source>再要求一类设施：各类都要够得着</source>
        <translation>One more kind of facilities: each kind must be near enough</translation>
    </message>
    <message>
        <source>给所选的一类加一个替代：够得着其中一个就行</source>
        <translation>An alternative to the selected kind: one of them is enough</translation>
    </message>
    <message>
        <source>设施和服务范围</source>
        <translation>Facilities and how far they serve</translation>
    </message>
    <message>
        <source> 平方米</source>
        <translation> m²</translation>
    </message>
    <message>
        <source>不限</source>
        <translation>any</translation>
    </message>
    <message>
        <source>面设施（如公园）小于这个面积的不算</source>
        <translation>Facilities with an area (parks) smaller than this do not serve</translation>
    </message>
    <message>
        <source>米</source>
        <translation>metres</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>服务范围的单位</source>
        <translation>Unit of how far they serve</translation>
    </message>
    <message>
        <source>要够得着的设施</source>
        <translation>Facilities that must be near enough</translation>
    </message>
    <message>
        <source>最小面积</source>
        <translation>Smallest area</translation>
    </message>
    <message>
        <source>服务范围</source>
        <translation>Serves within</translation>
    </message>
    <message>
        <source>%1，%2 分钟</source>
        <translation>%1, %2 minutes</translation>
    </message>
    <message>
        <source>%1，%2 米</source>
        <translation>%1, %2 m</translation>
    </message>
    <message>
        <source>&#x3000;&#x3000;或 %1</source>
        <translation>        or %1</translation>
    </message>
    <message>
        <source>且 %1</source>
        <translation>and %1</translation>
    </message>
    <message>
        <source>%1（有误）</source>
        <translation>%1 (faulty)</translation>
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
    <name>checkup::workspace::ShapePreparing</name>
    <message>
        <source>准备图形：%1</source>
        <translation>Preparing shapes: %1</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SheetCanvas</name>
    <message>
        <source>图纸预览</source>
        <translation>Preview of the sheet</translation>
    </message>
    <message>
        <source>单击选中要素，拖动移动，拖角点改大小；方向键移动 5 毫米，按住 Shift 移动 1 毫米，按住 Ctrl 改大小，Delete 移除。</source>
        <translation>A click selects an element, dragging moves it, its corners resize it; arrows move by 5 mm, with Shift by 1 mm, with Ctrl they resize, Delete takes it off.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SheetChartForm</name>
    <message>
        <source>统计图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>年数</source>
        <translation>Years</translation>
    </message>
    <message>
        <source>区县</source>
        <translation>Districts</translation>
    </message>
    <message>
        <source>{year} 代表年份，{last} 代表上一年。</source>
        <translation>{year} stands for the year, {last} for the year before.</translation>
    </message>
    <message>
        <source>各区县的条形图</source>
        <translation>Bars by district</translation>
    </message>
    <message>
        <source>各区县的占比</source>
        <translation>Shares by district</translation>
    </message>
    <message>
        <source>各指标的条形图（今年与上年）</source>
        <translation>Bars by indicator (this year and the last)</translation>
    </message>
    <message>
        <source>各指标的占比</source>
        <translation>Shares by indicator</translation>
    </message>
    <message>
        <source>历年的折线图</source>
        <translation>Lines over the years</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SheetDesk</name>
    <message>
        <source>图纸“%1”恢复原样</source>
        <translation>Restore sheet “%1”</translation>
    </message>
    <message>
        <source>新增图纸“%1”</source>
        <translation>Add sheet “%1”</translation>
    </message>
    <message>
        <source>修改单位图框</source>
        <translation>Change the office&apos;s frame</translation>
    </message>
    <message>
        <source>装入图纸“%1”</source>
        <translation>Take in sheet “%1”</translation>
    </message>
    <message>
        <source>装入 %1 张图纸</source>
        <translation>Take in %1 sheets</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SheetExportDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>合成一个带书签的图集（PDF）</source>
        <translation>One atlas with bookmarks (PDF)</translation>
    </message>
    <message>
        <source>导出图纸</source>
        <translation>Export drawings</translation>
    </message>
    <message>
        <source>当前这张</source>
        <translation>The current one</translation>
    </message>
    <message>
        <source>能画的全部图纸</source>
        <translation>All that can be drawn</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>每个区县各一张</source>
        <translation>One for each district</translation>
    </message>
    <message>
        <source>按图纸所定</source>
        <translation>As the sheet says</translation>
    </message>
    <message>
        <source>横幅</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>竖幅</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>图纸</source>
        <translation>Drawings</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>图幅</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>格式</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>PNG 每英寸点数</source>
        <translation>Dots an inch (PNG)</translation>
    </message>
    <message>
        <source>审图号</source>
        <translation>Review number</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>选择文件夹…</source>
        <translation>Choose folder…</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SheetPanel</name>
    <message>
        <source>修改图纸的注</source>
        <translation>Change a sheet&apos;s notes</translation>
    </message>
    <message>
        <source>修改图名</source>
        <translation>Change a sheet&apos;s title</translation>
    </message>
    <message>
        <source>修改图幅</source>
        <translation>Change a sheet&apos;s paper</translation>
    </message>
    <message>
        <source>修改图上格网</source>
        <translation>Change a sheet&apos;s grid</translation>
    </message>
    <message>
        <source>修改位置示意图</source>
        <translation>Change a sheet&apos;s inset</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>位置示意图</source>
        <translation>Inset</translation>
    </message>
    <message>
        <source>图名</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>统计图</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>主要指标表</source>
        <translation>Table of key figures</translation>
    </message>
    <message>
        <source>注</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>比例尺</source>
        <translation>Scale</translation>
    </message>
    <message>
        <source>指北针</source>
        <translation>North arrow</translation>
    </message>
    <message>
        <source>资料来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>坐标系和声明</source>
        <translation>Coordinate system and notice</translation>
    </message>
    <message>
        <source>审图号</source>
        <translation>Review number</translation>
    </message>
    <message>
        <source>编制单位和日期</source>
        <translation>Maker and date</translation>
    </message>
    <message>
        <source>图签</source>
        <translation>Title block</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>图纸</source>
        <translation>Drawings</translation>
    </message>
    <message>
        <source>主要指标</source>
        <translation>Key figures</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Elements</translation>
    </message>
    <message>
        <source>选中的要素</source>
        <translation>Selected element</translation>
    </message>
    <message>
        <source>{city} 代表城市名，{year} 代表年份，{last} 代表上一年。</source>
        <translation>{city} stands for the city, {year} for the year, {last} for the year before.</translation>
    </message>
    <message>
        <source>每行一条。</source>
        <translation>One a line.</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>图幅</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>格网</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>左（毫米）</source>
        <translation>Left (mm)</translation>
    </message>
    <message>
        <source>上（毫米）</source>
        <translation>Top (mm)</translation>
    </message>
    <message>
        <source>宽（毫米）</source>
        <translation>Width (mm)</translation>
    </message>
    <message>
        <source>高（毫米）</source>
        <translation>Height (mm)</translation>
    </message>
    <message>
        <source>字高（毫米）</source>
        <translation>Letters (mm)</translation>
    </message>
    <message>
        <source>横幅</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>竖幅</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>经纬网</source>
        <translation>Degrees</translation>
    </message>
    <message>
        <source>公里网</source>
        <translation>Kilometres</translation>
    </message>
    <message>
        <source>不画</source>
        <translation>None</translation>
    </message>
    <message>
        <source>分区图上画</source>
        <translation>On districts&apos; sheets</translation>
    </message>
    <message>
        <source>总是画</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>统计图：%1</source>
        <translation>Chart: %1</translation>
    </message>
    <message>
        <source>文字：%1</source>
        <translation>Text: %1</translation>
    </message>
    <message>
        <source>添加文字</source>
        <translation>Add text</translation>
    </message>
    <message>
        <source>修改图上主要指标</source>
        <translation>Change a sheet&apos;s key figures</translation>
    </message>
    <message>
        <source>移除图纸要素“%1”</source>
        <translation>Take off element “%1”</translation>
    </message>
    <message>
        <source>添加图纸要素“%1”</source>
        <translation>Add element “%1”</translation>
    </message>
    <message>
        <source>修改图纸要素</source>
        <translation>Change an element</translation>
    </message>
    <message>
        <source>换图幅时，要素与纸的哪一边保持距离。</source>
        <translation>Which edge of the paper the element keeps its distance from when the paper changes.</translation>
    </message>
    <message>
        <source>横向锚定</source>
        <translation>Hold across</translation>
    </message>
    <message>
        <source>纵向锚定</source>
        <translation>Hold down</translation>
    </message>
    <message>
        <source>靠左</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>居中</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>靠右</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>拉伸</source>
        <translation>Stretch</translation>
    </message>
    <message>
        <source>靠上</source>
        <translation>Top</translation>
    </message>
    <message>
        <source>靠下</source>
        <translation>Bottom</translation>
    </message>
    <message>
        <source>地图：%1</source>
        <translation>Map: %1</translation>
    </message>
    <message>
        <source>添加统计图</source>
        <translation>Add chart</translation>
    </message>
    <message>
        <source>自动（%1）</source>
        <translation>Automatic (%1)</translation>
    </message>
    <message>
        <source>修改地图的小标题</source>
        <translation>Change the map&apos;s caption</translation>
    </message>
    <message>
        <source>修改统计图</source>
        <translation>Change chart</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SheetsView</name>
    <message>
        <source>移动图纸要素</source>
        <translation>Move elements</translation>
    </message>
    <message>
        <source>图幅</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>图纸</source>
        <translation>Drawings</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>范围</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>导出图纸…</source>
        <translation>Export drawings…</translation>
    </message>
    <message>
        <source>复制为自己的图纸…</source>
        <translation>Copy as own sheet…</translation>
    </message>
    <message>
        <source>恢复原样</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>单位图框…</source>
        <translation>Office&apos;s frame…</translation>
    </message>
    <message>
        <source>回到自动位置</source>
        <translation>Automatic places</translation>
    </message>
    <message>
        <source>移除要素</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>左对齐</source>
        <translation>Align left</translation>
    </message>
    <message>
        <source>左右居中</source>
        <translation>Centre across</translation>
    </message>
    <message>
        <source>右对齐</source>
        <translation>Align right</translation>
    </message>
    <message>
        <source>上对齐</source>
        <translation>Align top</translation>
    </message>
    <message>
        <source>上下居中</source>
        <translation>Centre down</translation>
    </message>
    <message>
        <source>下对齐</source>
        <translation>Align bottom</translation>
    </message>
    <message>
        <source>横向等距</source>
        <translation>Even gaps across</translation>
    </message>
    <message>
        <source>纵向等距</source>
        <translation>Even gaps down</translation>
    </message>
    <message>
        <source>还没有打开项目</source>
        <translation>No project is open</translation>
    </message>
    <message>
        <source>打开或新建一个年度后，这里列出全套图纸。</source>
        <translation>Once a year is open, its drawings are listed here.</translation>
    </message>
    <message>
        <source>可画</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>缺图层</source>
        <translation>Lacks layers</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>%1（已改）</source>
        <translation>%1 (changed)</translation>
    </message>
    <message>
        <source>%1
缺少：%2</source>
        <translation>%1
Lacking: %2</translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>正在绘制…</source>
        <translation>Drawing…</translation>
    </message>
    <message>
        <source>删除这张图纸</source>
        <translation>Delete this sheet</translation>
    </message>
    <message>
        <source>这张图现在画不出，缺少：%1。请在“空间数据”中加入。</source>
        <translation>This sheet cannot be drawn now; it lacks: %1. Add it under Spatial data.</translation>
    </message>
    <message>
        <source>对齐图纸要素</source>
        <translation>Align elements</translation>
    </message>
    <message>
        <source>移除图纸要素</source>
        <translation>Take off elements</translation>
    </message>
    <message>
        <source>要素回到自动位置</source>
        <translation>Elements back to automatic places</translation>
    </message>
    <message>
        <source>复制为自己的图纸</source>
        <translation>Copy as own sheet</translation>
    </message>
    <message>
        <source>新图纸的图名（{city}、{year} 会换成城市和年份）</source>
        <translation>Title of the new sheet ({city} and {year} become city and year)</translation>
    </message>
    <message>
        <source>图纸放在哪个文件夹</source>
        <translation>Folder for the drawings</translation>
    </message>
    <message>
        <source>导出图纸</source>
        <translation>Export drawings</translation>
    </message>
    <message>
        <source>已导出 %1 张图纸到 %2；没有画的 %3 张见图纸清单。</source>
        <translation>%1 drawings written to %2; the list names the %3 that were not drawn.</translation>
    </message>
    <message>
        <source>装入图纸模板</source>
        <translation>Take in sheet templates</translation>
    </message>
    <message>
        <source>图纸模板 (*.json)</source>
        <translation>Sheet templates (*.json)</translation>
    </message>
    <message>
        <source>本单位图纸模板的文件夹</source>
        <translation>Folder with the office&apos;s sheet templates</translation>
    </message>
    <message>
        <source>图纸模板</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>图纸模板：装入、存为文件</source>
        <translation>Sheet templates: take in, save as files</translation>
    </message>
    <message>
        <source>装入图纸模板…</source>
        <translation>Take in templates…</translation>
    </message>
    <message>
        <source>装入模板文件夹…</source>
        <translation>Take in a folder of templates…</translation>
    </message>
    <message>
        <source>当前图纸存为模板…</source>
        <translation>Save this sheet as template…</translation>
    </message>
    <message>
        <source>这个文件夹里有上次没有画完的图纸，已画好 %1 张。</source>
        <translation>This folder holds a set that was not finished: %1 sheets are drawn.</translation>
    </message>
    <message>
        <source>资料没有变动，画好的可以不再重画。</source>
        <translation>Nothing has changed since, so they need not be drawn again.</translation>
    </message>
    <message>
        <source>接着画</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>全部重画</source>
        <translation>Draw all again</translation>
    </message>
    <message>
        <source>已装入 %1 张图纸。</source>
        <translation>%1 sheets taken in.</translation>
    </message>
    <message>
        <source>图纸模板存为</source>
        <translation>Save sheet template as</translation>
    </message>
    <message>
        <source>图纸模板已存为 %1。</source>
        <translation>Sheet template saved as %1.</translation>
    </message>
    <message>
        <source>对齐</source>
        <translation>Align</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SightChoice</name>
    <message>
        <source>看作</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>彩色</source>
        <translation>in colour</translation>
    </message>
    <message>
        <source>黑白打印</source>
        <translation>printed in grey</translation>
    </message>
    <message>
        <source>绿色盲（红绿不分）</source>
        <translation>by green-blind eyes (red-green)</translation>
    </message>
    <message>
        <source>红色盲（红绿不分）</source>
        <translation>by red-blind eyes (red-green)</translation>
    </message>
    <message>
        <source>蓝色盲</source>
        <translation>by blue-blind eyes</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SnapshotsView</name>
    <message>
        <source>节点</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>比较</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>与</source>
        <translation>with</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>Sentences</translation>
    </message>
    <message>
        <source>记下此刻…</source>
        <translation>Name this moment…</translation>
    </message>
    <message>
        <source>节点改名…</source>
        <translation>Rename snapshot…</translation>
    </message>
    <message>
        <source>删除节点</source>
        <translation>Remove snapshot</translation>
    </message>
    <message>
        <source>导出差异…</source>
        <translation>Export differences…</translation>
    </message>
    <message>
        <source>节点，最早的在前</source>
        <translation>Snapshots, oldest first</translation>
    </message>
    <message>
        <source>比较的起点</source>
        <translation>Compared from</translation>
    </message>
    <message>
        <source>比较的终点</source>
        <translation>Compared to</translation>
    </message>
    <message>
        <source>差异表</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>差异的文字说明</source>
        <translation>Differences in words</translation>
    </message>
    <message>
        <source>还没有节点</source>
        <translation>No snapshots yet</translation>
    </message>
    <message>
        <source>给此刻的数据起个名字，如“部门初报”“专家审后”；以后随时能看到从那时起改了什么。</source>
        <translation>Give the present state a name, such as &quot;first returns&quot; or &quot;after the experts&apos; review&quot;; from then on you can see at any time what has changed since.</translation>
    </message>
    <message>
        <source>没有差异</source>
        <translation>No differences</translation>
    </message>
    <message>
        <source>这两个状态的数据相同。换一个起点或终点再比较。</source>
        <translation>The data of these two states are the same. Choose another one to compare.</translation>
    </message>
    <message>
        <source>%1
%2&#x3000;%3</source>
        <translation>%1
%2&#x3000;%3</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message numerus="yes">
        <source>%n 处不同</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message>
        <source>记下此刻</source>
        <translation>Name this moment</translation>
    </message>
    <message>
        <source>节点的名字，如“部门初报”：</source>
        <translation>The snapshot&apos;s name, such as &quot;first returns&quot;:</translation>
    </message>
    <message>
        <source>已有名为“%1”的节点，请换一个名字。</source>
        <translation>There is a snapshot named &quot;%1&quot; already; choose another name.</translation>
    </message>
    <message>
        <source>节点改名</source>
        <translation>Rename snapshot</translation>
    </message>
    <message>
        <source>节点的名字：</source>
        <translation>The snapshot&apos;s name:</translation>
    </message>
    <message>
        <source>导出差异</source>
        <translation>Export differences</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx);;逗号分隔的表 (*.csv)</source>
        <translation>Excel workbook (*.xlsx);;Comma separated table (*.csv)</translation>
    </message>
    <message>
        <source>差异 %1 与 %2.xlsx</source>
        <translation>Differences %1 and %2.xlsx</translation>
    </message>
    <message>
        <source>已导出 %1。</source>
        <translation>Exported %1.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SourceOrderDialog</name>
    <message>
        <source>上移</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>下移</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>来源次序</source>
        <translation>Order of sources</translation>
    </message>
    <message>
        <source>来源，默认先采用上面的</source>
        <translation>Sources, the upper one adopted by default</translation>
    </message>
    <message>
        <source>保存次序</source>
        <translation>Save order</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>几个来源都报了同一个数时，默认采用排在上面的来源。拖动或用 Alt+↑、Alt+↓ 改变次序。人工核定过的采用值不受影响。</source>
        <translation>When several sources give the same figure, the upper one is adopted by default. Drag, or press Alt+↑ and Alt+↓. What a person decided stays.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>按此次序，有 %1 个未经人工核定的数会改用别的来源。</source>
        <translation>In this order, %1 figures that nobody decided on would take another source.</translation>
    </message>
    <message>
        <source>按此次序，未经人工核定的采用值都不变。</source>
        <translation>In this order nothing that is adopted by default changes.</translation>
    </message>
    <message>
        <source>另有 %1 个数经人工核定，保持不变。</source>
        <translation>Another %1 figures were decided by a person and stay.</translation>
    </message>
    <message>
        <source>同时改采用这 %1 个数</source>
        <translation>Let these %1 figures follow</translation>
    </message>
    <message>
        <source>来源次序已改，%1 个数随之改采用。</source>
        <translation>The order is saved; %1 figures follow it.</translation>
    </message>
    <message>
        <source>来源次序已改，采用值未动。</source>
        <translation>The order is saved; adopted figures stay.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SpatialPage</name>
    <message>
        <source>空间数据</source>
        <translation>Spatial data</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>计算方法</source>
        <translation>Methods</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>还没有图层</source>
        <translation>No layers yet</translation>
    </message>
    <message>
        <source>添加图层后，空间指标由程序计算，并可追到每个图斑。</source>
        <translation>With layers, spatial indicators are computed here and can be traced to each parcel.</translation>
    </message>
    <message>
        <source>添加图层后，空间指标由程序计算，并可追到每个图斑。最先要的是 %1。</source>
        <translation>With layers, spatial indicators are computed here and can be traced to each parcel. Needed first: %1.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>添加图层…</source>
        <translation>Add layers…</translation>
    </message>
    <message>
        <source>选中图层，在此预览。</source>
        <translation>Select a layer to see it here.</translation>
    </message>
    <message>
        <source>这项数据所用的图层还没有。</source>
        <translation>The layer of this quantity is not there yet.</translation>
    </message>
    <message>
        <source>选中地区后，背后的图斑显示在这里。</source>
        <translation>Choose a region to see the parcels behind it here.</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>图层、计算方法、结果和表格</source>
        <translation>Layers, methods, results and tables</translation>
    </message>
    <message>
        <source>这张表所用的图层还没有。</source>
        <translation>There is no layer for this table yet.</translation>
    </message>
    <message>
        <source>各区县（%1）</source>
        <translation>By district (%1)</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::StageForm</name>
    <message>
        <source>修改阶段</source>
        <translation>Change stage</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>From</translation>
    </message>
    <message>
        <source>结束</source>
        <translation>To</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请填写名称。</source>
        <translation>Give it a name.</translation>
    </message>
    <message>
        <source>结束不能早于开始。</source>
        <translation>It cannot end before it begins.</translation>
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
    <name>checkup::workspace::StyleList</name>
    <message>
        <source>%1：本项目改过</source>
        <translation>%1: changed in this project</translation>
    </message>
    <message>
        <source>没有符号的代码（%1）</source>
        <translation>Codes without a symbol (%1)</translation>
    </message>
    <message>
        <source>%1 %2，%3 个</source>
        <translation>%1 %2, %3 features</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>地类：%1</source>
        <translation>Classes: %1</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::StyleView</name>
    <message>
        <source>符号</source>
        <translation>Symbols</translation>
    </message>
    <message>
        <source>图件的符号</source>
        <translation>Symbols of maps</translation>
    </message>
    <message>
        <source>在左边选一种图层、一类或一个地类代码，改它的颜色、线、图案和点符号；改过的随项目保存，图件、图纸和导出都用它。</source>
        <translation>Choose a layer, a case or a class code on the left and change its colours, lines, patterns and markers. What is changed is kept with the project and used by maps, sheets and exports.</translation>
    </message>
    <message>
        <source>“%1”的代码；更长的代码没有自己的符号时也用它。</source>
        <translation>A code of &quot;%1&quot;; longer codes without a symbol of their own use it too.</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>图层“%1”里有这个代码，但没有符号，图上以叉线画出。如果代码没错，给它一个符号；如果错了，请在数据里改正。</source>
        <translation>Layer &quot;%1&quot; has this code, but there is no symbol for it: it is drawn cross-hatched. If the code is right, give it a symbol; if it is wrong, correct the data.</translation>
    </message>
    <message>
        <source>各地类的符号在上面“地类”里，按图层的地类体系取用。</source>
        <translation>The classes&apos; symbols stand above under &quot;Classes&quot;, by the layer&apos;s class system.</translation>
    </message>
    <message>
        <source>各类的符号在左边这个图层的下面。</source>
        <translation>Its cases stand below this layer on the left.</translation>
    </message>
    <message>
        <source>项目以只读打开，符号不能改。</source>
        <translation>The project is open for reading only; symbols cannot be changed.</translation>
    </message>
    <message>
        <source>项目里没有这种图层；加入后在这里预览。</source>
        <translation>The project has no such layer; once it is taken in, it is previewed here.</translation>
    </message>
    <message>
        <source>正在读取图形…</source>
        <translation>Reading shapes…</translation>
    </message>
    <message>
        <source>修改符号</source>
        <translation>Change symbols</translation>
    </message>
    <message>
        <source>添加一类</source>
        <translation>Add a case</translation>
    </message>
    <message>
        <source>地类代码：</source>
        <translation>Class code:</translation>
    </message>
    <message>
        <source>这一列的值：</source>
        <translation>Value of the column:</translation>
    </message>
    <message>
        <source>项目里没有这种图层；请先在“空间数据”里加入，再按数据分类。</source>
        <translation>The project has no such layer; take it in under Spatial data first, then tell it apart by its data.</translation>
    </message>
    <message>
        <source>统计“%1”的值</source>
        <translation>Counting values of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>项目里没有这种图层；请先在“空间数据”里加入，再按数据分级。</source>
        <translation>The project has no such layer; take it in under Spatial data first, then grade it by its data.</translation>
    </message>
    <message>
        <source>统计“%1”的数</source>
        <translation>Counting numbers of &quot;%1&quot;</translation>
    </message>
    <message>
        <source>查找图层或代码</source>
        <translation>Find a layer or code</translation>
    </message>
    <message>
        <source>图层和地类的符号</source>
        <translation>Symbols of layers and classes</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>图例里写的名称，用中文</source>
        <translation>The name in legends, in Chinese</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>这一类是哪些值，用逗号隔开</source>
        <translation>The values of this case, comma between</translation>
    </message>
    <message>
        <source>给它一个符号</source>
        <translation>Give it a symbol</translation>
    </message>
    <message>
        <source>添加一类符号…</source>
        <translation>Add a case…</translation>
    </message>
    <message>
        <source>删去这一类符号</source>
        <translation>Remove this case</translation>
    </message>
    <message>
        <source>恢复自带符号</source>
        <translation>Shipped symbols again</translation>
    </message>
    <message>
        <source>这里改回程序自带的符号；可以撤销</source>
        <translation>Go back to the program&apos;s own symbols here; can be undone</translation>
    </message>
    <message>
        <source>导入符号…</source>
        <translation>Import symbols…</translation>
    </message>
    <message>
        <source>导入本程序的符号文件（.json），或别的软件的 SLD（为左边选中的图层）</source>
        <translation>Import a symbol file of this program (.json), or another program&apos;s SLD (for the layer chosen on the left)</translation>
    </message>
    <message>
        <source>导出符号…</source>
        <translation>Export symbols…</translation>
    </message>
    <message>
        <source>只列项目里的图层</source>
        <translation>Only layers of the project</translation>
    </message>
    <message>
        <source>选中后在这里预览。</source>
        <translation>What is chosen is previewed here.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SubjectList</name>
    <message>
        <source>指标</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>查找指标</source>
        <translation>Find indicators</translation>
    </message>
    <message>
        <source>（体系中没有）</source>
        <translation>(not in the system)</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SymbolFiles</name>
    <message>
        <source>导入符号</source>
        <translation>Import symbols</translation>
    </message>
    <message>
        <source>符号 (*.json *.sld *.xml)</source>
        <translation>Symbols (*.json *.sld *.xml)</translation>
    </message>
    <message>
        <source>读取符号</source>
        <translation>Read symbols</translation>
    </message>
    <message>
        <source>已导入 %1 的符号。</source>
        <translation>The symbols of %1 were imported.</translation>
    </message>
    <message>
        <source>导出符号</source>
        <translation>Export symbols</translation>
    </message>
    <message>
        <source>符号 (*.json)</source>
        <translation>Symbols (*.json)</translation>
    </message>
    <message>
        <source>写出符号</source>
        <translation>Write symbols</translation>
    </message>
    <message>
        <source>项目没有改过符号，自带的全部写到了 %1。</source>
        <translation>The project has changed no symbols; all shipped ones were written to %1.</translation>
    </message>
    <message>
        <source>本项目改过的符号写到了 %1。</source>
        <translation>The symbols changed in this project were written to %1.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::SymbolForm</name>
    <message>
        <source>填充</source>
        <translation>Fill</translation>
    </message>
    <message>
        <source>图案</source>
        <translation>Pattern</translation>
    </message>
    <message>
        <source>衬线</source>
        <translation>Casing</translation>
    </message>
    <message>
        <source>垫在线下面的宽线：道路、铁路的边</source>
        <translation>A wider line below the line: edges of roads and railways</translation>
    </message>
    <message>
        <source>线</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>形状</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>什么都没有画：至少勾上一样，才会保存。</source>
        <translation>Nothing is drawn: tick at least one to have it kept.</translation>
    </message>
    <message>
        <source>右斜线</source>
        <translation>rising lines</translation>
    </message>
    <message>
        <source>左斜线</source>
        <translation>falling lines</translation>
    </message>
    <message>
        <source>斜交叉线</source>
        <translation>crossing lines</translation>
    </message>
    <message>
        <source>横线</source>
        <translation>level lines</translation>
    </message>
    <message>
        <source>竖线</source>
        <translation>upright lines</translation>
    </message>
    <message>
        <source>方格线</source>
        <translation>grid</translation>
    </message>
    <message>
        <source>点</source>
        <translation>dots</translation>
    </message>
    <message>
        <source>圆</source>
        <translation>circle</translation>
    </message>
    <message>
        <source>方</source>
        <translation>square</translation>
    </message>
    <message>
        <source>三角</source>
        <translation>triangle</translation>
    </message>
    <message>
        <source>菱形</source>
        <translation>diamond</translation>
    </message>
    <message>
        <source>五角星</source>
        <translation>star</translation>
    </message>
    <message>
        <source>十字</source>
        <translation>cross</translation>
    </message>
    <message>
        <source>叉</source>
        <translation>x</translation>
    </message>
    <message>
        <source> 毫米</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>间距</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>线或点之间的间距，毫米</source>
        <translation>Between lines or dots, millimetres</translation>
    </message>
    <message>
        <source>粗细</source>
        <translation>Thickness</translation>
    </message>
    <message>
        <source>线或点的粗细，毫米</source>
        <translation>Of lines or dots, millimetres</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>点符号的大小，毫米</source>
        <translation>Of the marker, millimetres</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::TablesView</name>
    <message>
        <source>地类 × 控制线 × 行政区</source>
        <translation>Land class × control line × district</translation>
    </message>
    <message>
        <source>两年地类转移</source>
        <translation>Transition between two years</translation>
    </message>
    <message>
        <source>控制线内图斑清单</source>
        <translation>Parcels inside control lines</translation>
    </message>
    <message>
        <source>一级类（编码前两位）</source>
        <translation>First level (two digits)</translation>
    </message>
    <message>
        <source>二级类（编码前四位）</source>
        <translation>Second level (four digits)</translation>
    </message>
    <message>
        <source>按公报归并（湿地单列）</source>
        <translation>As communiqués sum up (wetland apart)</translation>
    </message>
    <message>
        <source>原编码</source>
        <translation>Codes as they stand</translation>
    </message>
    <message>
        <source>建设用地（按地类编码）</source>
        <translation>Construction land (by class code)</translation>
    </message>
    <message>
        <source>城乡建设用地（按城镇村属性码）</source>
        <translation>Urban and rural (by town code)</translation>
    </message>
    <message>
        <source>全部地类</source>
        <translation>All classes</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>对比</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>碎片小于</source>
        <translation>Slivers below</translation>
    </message>
    <message>
        <source>或窄于</source>
        <translation>or under</translation>
    </message>
    <message>
        <source> 平方米</source>
        <translation> m²</translation>
    </message>
    <message>
        <source> 米</source>
        <translation> m</translation>
    </message>
    <message>
        <source>按名称分开</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>每条控制线按它的名称或类型单列，否则按种类合计</source>
        <translation>Each control line by its name or kind; otherwise all of one role together</translation>
    </message>
    <message>
        <source>叠加切出的、比这更小的碎块不计入，个数和面积另行列出；0 为不设</source>
        <translation>Pieces that cutting leaves and that are smaller are not counted; their number and area are told. 0: no limit</translation>
    </message>
    <message>
        <source>平均宽度（两倍面积除以周长）比这更窄的碎块不计入；0 为不设</source>
        <translation>Pieces whose mean width (twice the area by the outline) is less are not counted. 0: no limit</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>图斑的年份</source>
        <translation>Year of the parcels</translation>
    </message>
    <message>
        <source>对比的年份</source>
        <translation>Year to compare with</translation>
    </message>
    <message>
        <source>地类分级</source>
        <translation>Level of land classes</translation>
    </message>
    <message>
        <source>列出哪些图斑</source>
        <translation>Which parcels are listed</translation>
    </message>
    <message>
        <source>控制线</source>
        <translation>Control line</translation>
    </message>
    <message>
        <source>显示哪个行政区</source>
        <translation>District shown</translation>
    </message>
    <message>
        <source>碎片面积界限</source>
        <translation>Limit of slivers by area</translation>
    </message>
    <message>
        <source>碎片宽度界限</source>
        <translation>Limit of slivers by width</translation>
    </message>
    <message>
        <source>表格内容</source>
        <translation>The table</translation>
    </message>
    <message>
        <source>计算</source>
        <translation>Compute</translation>
    </message>
    <message>
        <source>由图层编制这张表，所选口径随项目保存（F5）</source>
        <translation>Make this table of the layers; the choices are kept with the project (F5)</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>停止计算（Ctrl+.）</source>
        <translation>Stop computing (Ctrl+.)</translation>
    </message>
    <message>
        <source>导出…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>写成 Excel 表，附项目、图层、年份、坐标系和碎片界限</source>
        <translation>As an Excel workbook, with project, layers, years, reference systems and limits</translation>
    </message>
    <message>
        <source>导出图层…</source>
        <translation>Export layer…</translation>
    </message>
    <message>
        <source>把线内部分或变化的地块写成 GeoPackage、Shapefile 等图层</source>
        <translation>The parts inside, or the land that changed, as a layer (GeoPackage, shapefile…)</translation>
    </message>
    <message>
        <source>定位</source>
        <translation>Find on the map</translation>
    </message>
    <message>
        <source>%1（没有图层）</source>
        <translation>%1 (no layer)</translation>
    </message>
    <message>
        <source>控制线：%1</source>
        <translation>Control lines: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>全市</source>
        <translation>Whole city</translation>
    </message>
    <message>
        <source>区外</source>
        <translation>Outside districts</translation>
    </message>
    <message>
        <source>图斑</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>地类</source>
        <translation>Land class</translation>
    </message>
    <message>
        <source>口径或图层已变，下面是以前的结果；按“计算”更新。</source>
        <translation>The choices or layers have changed; below is the former result. Press Compute to renew it.</translation>
    </message>
    <message>
        <source>所用图层：%1</source>
        <translation>Layers: %1</translation>
    </message>
    <message>
        <source>椭球面积；叠加在 %1 平面内进行</source>
        <translation>Ellipsoidal areas; overlaid in the plane of %1</translation>
    </message>
    <message>
        <source>没有打开的项目</source>
        <translation>No project is open</translation>
    </message>
    <message>
        <source>还不能编制这张表</source>
        <translation>This table cannot be made yet</translation>
    </message>
    <message>
        <source>到图层</source>
        <translation>To the layers</translation>
    </message>
    <message>
        <source>正在计算…</source>
        <translation>Computing…</translation>
    </message>
    <message>
        <source>还没有计算</source>
        <translation>Not computed yet</translation>
    </message>
    <message>
        <source>用%1编制，不分区。</source>
        <translation>To be made of %1, not by district.</translation>
    </message>
    <message>
        <source>用%1编制，按行政区分列。</source>
        <translation>To be made of %1, by district.</translation>
    </message>
    <message>
        <source>编制表格：%1</source>
        <translation>Table: %1</translation>
    </message>
    <message>
        <source>表格算好了。</source>
        <translation>The table is made.</translation>
    </message>
    <message>
        <source>导出图层</source>
        <translation>Export layer</translation>
    </message>
    <message>
        <source>导出表格</source>
        <translation>Export table</translation>
    </message>
    <message>
        <source>图层 (*.gpkg *.shp *.fgb *.geojson)</source>
        <translation>Layers (*.gpkg *.shp *.fgb *.geojson)</translation>
    </message>
    <message>
        <source>Excel 表 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>已写入 %1。</source>
        <translation>Written to %1.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::TakeDialog</name>
    <message>
        <source>正在查看文件里的图层…</source>
        <translation>Looking for layers in the files…</translation>
    </message>
    <message>
        <source>替换图层：%1</source>
        <translation>Replace layer: %1</translation>
    </message>
    <message>
        <source>添加图层</source>
        <translation>Add layers</translation>
    </message>
    <message>
        <source>找到的图层</source>
        <translation>Layers found</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>要素</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>查看图层</source>
        <translation>Looking at layers</translation>
    </message>
    <message>
        <source>这些文件里没有图层。请选择 shp、gpkg、gdb、dxf、geojson、fgb、带坐标的 csv 或 osm.pbf。</source>
        <translation>There is no layer in these files. Choose shp, gpkg, gdb, dxf, geojson, fgb, csv with coordinates or osm.pbf.</translation>
    </message>
    <message>
        <source>▲ 请定角色</source>
        <translation>▲ choose a role</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <translation>▲ %1</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>添加 %1 个图层</source>
        <translation>Add %1 layers</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>正在检查几何并读入，进度见窗口下方…</source>
        <translation>Checking geometry and taking in; the bar below shows how far…</translation>
    </message>
    <message>
        <source>有 %1 个选中的图层还须定角色或坐标系。</source>
        <translation>%1 chosen layers still need a role or a CRS.</translation>
    </message>
    <message>
        <source>找到 %1 个图层；空格键勾选。</source>
        <translation>%1 layers found; the space bar ticks.</translation>
    </message>
    <message>
        <source>读入图层</source>
        <translation>Taking layers in</translation>
    </message>
    <message>
        <source>%1 没有读入：%2</source>
        <translation>%1 was not taken in: %2</translation>
    </message>
    <message>
        <source>正在查看数据库里的表…</source>
        <translation>Looking at the database&apos;s tables…</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::TaskModel</name>
    <message>
        <source>— 不采集</source>
        <translation>— Not asked</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>指标（数据项）</source>
        <translation>Indicator or input</translation>
    </message>
    <message>
        <source>有数/应有</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>采集</source>
        <translation>Asked</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::TasksPage</name>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>分解表</source>
        <translation>Task table</translation>
    </message>
    <message>
        <source>部门</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>计划</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>看任务的三种方式</source>
        <translation>Three views of the tasks</translation>
    </message>
    <message>
        <source>按名称、编号、部门查找</source>
        <translation>Find by name, code, department</translation>
    </message>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>牵头部门</source>
        <translation>Lead department</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>任务分解表</source>
        <translation>Task table</translation>
    </message>
    <message>
        <source>各部门的进度</source>
        <translation>Progress of the departments</translation>
    </message>
    <message>
        <source>年度计划：各阶段和部门的报送期限</source>
        <translation>The year&apos;s plan: stages and the departments&apos; deadlines</translation>
    </message>
    <message>
        <source>双击或按 F2 修改；选中多行时，改一格即改全部选中的行。</source>
        <translation>Double-click or F2 to edit; with several rows selected, editing one cell changes them all.</translation>
    </message>
    <message>
        <source>标记已下发</source>
        <translation>Mark as sent</translation>
    </message>
    <message>
        <source>记下填报表今天发给了所选部门；不选则为全部</source>
        <translation>Note that the workbooks went out today to the selected departments, or to all</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>所选任务的数据核对无误</source>
        <translation>The figures of the selected tasks are right</translation>
    </message>
    <message>
        <source>退回…</source>
        <translation>Return…</translation>
    </message>
    <message>
        <source>退回修改，写明原因</source>
        <translation>Send back for correction, with the reason</translation>
    </message>
    <message>
        <source>冻结</source>
        <translation>Freeze</translation>
    </message>
    <message>
        <source>锁定数值：导入和手工录入都不再改动</source>
        <translation>Lock the figures: neither imports nor typing change them</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>取消通过、退回或冻结</source>
        <translation>Take back accepting, returning or freezing</translation>
    </message>
    <message>
        <source>导出填报表…</source>
        <translation>Export workbooks…</translation>
    </message>
    <message>
        <source>任务分解表…</source>
        <translation>Task table…</translation>
    </message>
    <message>
        <source>催办单…</source>
        <translation>Reminder letters…</translation>
    </message>
    <message>
        <source>考核表…</source>
        <translation>Appraisal…</translation>
    </message>
    <message>
        <source>修改日期…</source>
        <translation>Change dates…</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>全部状态</source>
        <translation>All states</translation>
    </message>
    <message>
        <source>— 不采集</source>
        <translation>— Not asked</translation>
    </message>
    <message>
        <source>全部部门</source>
        <translation>All departments</translation>
    </message>
    <message>
        <source>%1 项</source>
        <translation>%1 tasks</translation>
    </message>
    <message>
        <source>还没有任务：先在“指标体系”中选定本年度的指标。</source>
        <translation>No tasks yet: choose the year&apos;s indicators under Indicators first.</translation>
    </message>
    <message>
        <source>%1 个部门，%2 项任务未答复，其中 %3 项逾期（按 %4 判断）。双击联系人和日期可修改。</source>
        <translation>%1 departments, %2 tasks not answered, %3 of them overdue (as of %4). Double-click contacts and dates to edit them.</translation>
    </message>
    <message>
        <source>分工：%1</source>
        <translation>Division of work: %1</translation>
    </message>
    <message>
        <source>采集方式：%1</source>
        <translation>Method: %1</translation>
    </message>
    <message>
        <source>支撑指标：%1</source>
        <translation>Serves: %1</translation>
    </message>
    <message>
        <source>%1 至 %2 年，应有 %3 个数，已有 %4 个。</source>
        <translation>%1 to %2: %3 figures wanted, %4 there.</translation>
    </message>
    <message>
        <source>退回原因：%1</source>
        <translation>Returned because: %1</translation>
    </message>
    <message>
        <source>备注：%1</source>
        <translation>Note: %1</translation>
    </message>
    <message>
        <source>这是建议的计划，改动任一阶段后存入项目。上面是五个阶段，下面是各部门的报送期限（◆）和首次报送（●）。</source>
        <translation>This plan is proposed; changing a stage stores it. Stages above, below the departments&apos; deadlines (◆) and first returns (●).</translation>
    </message>
    <message>
        <source>上面是各阶段，下面是各部门的报送期限（◆）和首次报送（●）。</source>
        <translation>Stages above, below the departments&apos; deadlines (◆) and first returns (●).</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Return for correction</translation>
    </message>
    <message>
        <source>退回 %1 项任务的原因，写给部门看：</source>
        <translation>Why %1 tasks are returned, for the department to read:</translation>
    </message>
    <message>
        <source>报送期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>%1 的报送期限，写作 2023-04-30：</source>
        <translation>Deadline of %1, written 2023-04-30:</translation>
    </message>
    <message>
        <source>填报表放到哪个文件夹</source>
        <translation>Folder for the workbooks</translation>
    </message>
    <message>
        <source>导出填报表</source>
        <translation>Export workbooks</translation>
    </message>
    <message>
        <source>已为 %1 个部门导出填报表。发出后请标记已下发。</source>
        <translation>Workbooks for %1 departments are exported. Mark them as sent once they are.</translation>
    </message>
    <message>
        <source>任务分解表放到哪个文件夹</source>
        <translation>Folder for the task table</translation>
    </message>
    <message>
        <source>导出任务分解表</source>
        <translation>Export the task table</translation>
    </message>
    <message>
        <source>任务分解表已导出（xlsx、docx）。</source>
        <translation>The task table is exported (xlsx, docx).</translation>
    </message>
    <message>
        <source>截至 %1 没有逾期的部门，不需要催办单。</source>
        <translation>Nobody is late on %1; no letters are needed.</translation>
    </message>
    <message>
        <source>%1 份催办单放到哪个文件夹</source>
        <translation>Folder for %1 reminder letters</translation>
    </message>
    <message>
        <source>生成催办单</source>
        <translation>Write reminder letters</translation>
    </message>
    <message>
        <source>已生成 %1 份催办单。</source>
        <translation>%1 reminder letters are written.</translation>
    </message>
    <message>
        <source>导出考核表</source>
        <translation>Export the appraisal</translation>
    </message>
    <message>
        <source>Excel 工作簿 (*.xlsx)</source>
        <translation>Excel workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>考核表已导出。</source>
        <translation>The appraisal is exported.</translation>
    </message>
    <message>
        <source>增加阶段…</source>
        <translation>Add stage…</translation>
    </message>
    <message>
        <source>删除阶段</source>
        <translation>Remove stage</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::TransformForm</name>
    <message>
        <source>坐标转换</source>
        <translation>Transformation</translation>
    </message>
    <message>
        <source>不转换</source>
        <translation>None</translation>
    </message>
    <message>
        <source>转换到</source>
        <translation>Into</translation>
    </message>
    <message>
        <source>原坐标系的同带</source>
        <translation>The same zone as now</translation>
    </message>
    <message>
        <source>参数从哪里来：单位、成果名称、日期</source>
        <translation>Where the parameters come from: office, publication, date</translation>
    </message>
    <message>
        <source>参数来源</source>
        <translation>Source of the parameters</translation>
    </message>
    <message>
        <source>尺度（ppm）</source>
        <translation>Scale (ppm)</translation>
    </message>
    <message>
        <source>旋转（″）</source>
        <translation>Rotation (″)</translation>
    </message>
    <message>
        <source>%1（″）</source>
        <translation>%1 (″)</translation>
    </message>
    <message>
        <source>dx 北（m）</source>
        <translation>dx north (m)</translation>
    </message>
    <message>
        <source>dy 东（m）</source>
        <translation>dy east (m)</translation>
    </message>
    <message>
        <source>%1（m）</source>
        <translation>%1 (m)</translation>
    </message>
    <message>
        <source>X′ = dx + (1+s)(X − rz·Y + ry·Z)，其余类推：旋转的是点。</source>
        <translation>X′ = dx + (1+s)(X − rz·Y + ry·Z), and so on: the point turns.</translation>
    </message>
    <message>
        <source>X′ = dx + (1+s)(X + rz·Y − ry·Z)，其余类推：旋转的是坐标轴，国内布尔莎模型多如此。</source>
        <translation>X′ = dx + (1+s)(X + rz·Y − ry·Z), and so on: the axes turn, as China&apos;s Bursa model mostly has it.</translation>
    </message>
    <message>
        <source>X′ = X + dx，其余类推：只平移地心坐标。</source>
        <translation>X′ = X + dx, and so on: geocentric coordinates are only shifted.</translation>
    </message>
    <message>
        <source>x 向北、y 向东：x′ = dx + (1+s)(x·cos r − y·sin r)，y′ = dy + (1+s)(x·sin r + y·cos r)。</source>
        <translation>x north, y east: x′ = dx + (1+s)(x·cos r − y·sin r), y′ = dy + (1+s)(x·sin r + y·cos r).</translation>
    </message>
    <message>
        <source>请写明转换参数从哪里来。</source>
        <translation>Say where the parameters come from.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::UnderlayMenu</name>
    <message>
        <source>面图层盖住下面的程度</source>
        <translation>How far areas cover what is below</translation>
    </message>
    <message>
        <source>面图层淡到 %1%，好看清下面；在“影像 ▸ 面图层盖住下面的程度”里可改。</source>
        <translation>Areas are faded to %1% so that what is below can be read; change it in Images ▸ How far areas cover what is below.</translation>
    </message>
    <message>
        <source>添加影像…</source>
        <translation>Add an image…</translation>
    </message>
    <message>
        <source>100%（全盖住）</source>
        <translation>100% (hide it)</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1：浓淡</source>
        <translation>%1: opacity</translation>
    </message>
    <message>
        <source>%1：移除</source>
        <translation>%1: remove</translation>
    </message>
    <message>
        <source>添加影像</source>
        <translation>Add an image</translation>
    </message>
    <message>
        <source>影像 (*.tif *.tiff *.mbtiles *.gpkg)</source>
        <translation>Images (*.tif *.tiff *.mbtiles *.gpkg)</translation>
    </message>
    <message>
        <source>用哪张瓦片表？</source>
        <translation>Which table of tiles?</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ValueColumnsModel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>前 %1 年</source>
        <translation>%1 years before</translation>
    </message>
    <message>
        <source>数据列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>地区</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::ValueMatrixModel</name>
    <message>
        <source>有值</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>由公式算得</source>
        <translation>Computed</translation>
    </message>
    <message>
        <source>暂缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>不适用</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>未统计</source>
        <translation>Not collected</translation>
    </message>
    <message>
        <source>涉密</source>
        <translation>Withheld</translation>
    </message>
    <message>
        <source>来源矛盾</source>
        <translation>Contradictory</translation>
    </message>
    <message>
        <source>公式：%1</source>
        <translation>Formula: %1</translation>
    </message>
    <message>
        <source>缺少：%1</source>
        <translation>Missing: %1</translation>
    </message>
    <message>
        <source>采用&#x3000;%1：%2</source>
        <translation>Adopted %1: %2</translation>
    </message>
    <message>
        <source>另有&#x3000;%1：%2</source>
        <translation>Also %1: %2</translation>
    </message>
    <message>
        <source>（%1）</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>没有名为“%1”的来源。</source>
        <translation>There is no source named &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>“%1”（%2 年）的单位是%3，不能填%4。</source>
        <translation>The unit of &quot;%1&quot; (%2) is %3; %4 cannot be entered.</translation>
    </message>
    <message>
        <source>“%1”（%2 年）填的“%3”不是数，请填数字，或填 暂缺、不适用、未统计、涉密。</source>
        <translation>&quot;%3&quot; entered for &quot;%1&quot; (%2) is not a number; enter a number, or 暂缺 (missing), 不适用 (not applicable), 未统计 (not collected) or 涉密 (withheld).</translation>
    </message>
    <message>
        <source>修改 %1 %2 年值</source>
        <translation>Edit %1, figure for %2</translation>
    </message>
    <message>
        <source>第 %1 行第 %2 列“%3”超出表格。</source>
        <translation>&quot;%3&quot; in row %1, column %2 lies outside the table.</translation>
    </message>
    <message>
        <source>粘贴 %1 个数</source>
        <translation>Paste %1 figures</translation>
    </message>
    <message>
        <source>%1&#x3000;%2（%3）
责任部门：%4</source>
        <translation>%1  %2 (%3)
Department: %4</translation>
    </message>
    <message>
        <source>“%1”已冻结，不能再改；要改，先在“任务”中重新打开。</source>
        <translation>&quot;%1&quot; is frozen and cannot be changed; reopen it under Tasks first.</translation>
    </message>
</context>
<context>
    <name>checkup::workspace::VerdictModel</name>
    <message>
        <source>结论</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Indicator</translation>
    </message>
    <message>
        <source>本年度值</source>
        <translation>This year&apos;s value</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>实施率</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>时间进度</source>
        <translation>Time elapsed</translation>
    </message>
    <message>
        <source>趋势</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diagnosis</translation>
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
