#include "app/workspace/spatial/land_table_model.h"

#include "app/workspace/spatial/layer_names.h"
#include "app/language/language.h"
#include "app/workspace/widgets/theme.h"
#include "core/catalogue/land_classes.h"

#include <QLocale>

#include <cmath>
#include <map>
#include <utility>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using spatial::ProjectTable;
using spatial::TableKind;

namespace {

/// Digits grouped by thousands, in any language.
const QLocale& figures()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale;
}

QString metresText(double squareMetres)
{
    return figures().toString(squareMetres, 'f', 2);
}

/// Rounding of sums leaves less than a table shows.
QString residualText(double squareMetres)
{
    constexpr double shown = 0.005;
    return std::abs(squareMetres) < shown ? LandTableModel::tr("不足 0.01")
                                          : metresText(squareMetres);
}

/// A control line as people of the interface's language call its role: "生态保护红线·甲".
QString lineText(const QString& line)
{
    const QString role = line.section(u'·', 0, 0);
    return layerWord(role) + line.mid(role.size());
}

constexpr int firstNumber = 4; ///< column of a list

} // namespace

QString hectaresText(double squareMetres)
{
    constexpr double hectare = 10'000;
    return figures().toString(squareMetres / hectare, 'f', 4);
}

void LandTableModel::setTable(std::shared_ptr<const ProjectTable> table,
                              const std::optional<QString>& district)
{
    beginResetModel();
    m_table = std::move(table);
    m_district = district;
    build();
    endResetModel();
}

void LandTableModel::retranslate()
{
    beginResetModel();
    build();
    endResetModel();
}

QString LandTableModel::classText(const QString& name) const
{
    if (name.isEmpty())
        return tr("（未填）");
    return language::choose(spatial::classText(name, *m_table),
                            spatial::englishClassText(name, *m_table));
}

void LandTableModel::build()
{
    m_heads.clear();
    m_rows.clear();
    m_parcels.clear();
    if (!m_table)
        return;
    switch (m_table->choices.kind) {
    case TableKind::Matrix:
        buildMatrix();
        break;
    case TableKind::Transition:
        buildTransition();
        break;
    case TableKind::Encroachment:
        m_heads = {tr("图斑"),
                   tr("地类"),
                   tr("控制线"),
                   tr("行政区"),
                   tr("图斑面积（公顷）"),
                   tr("线内（公顷）"),
                   tr("占图斑"),
                   tr("地类面积（公顷）")};
        const auto& list = m_table->encroachment.list;
        for (int number = 0; number < list.size(); ++number) {
            if (shows(list.at(number).district))
                m_parcels << number;
        }
        break;
    }
}

void LandTableModel::buildMatrix()
{
    const spatial::MatrixReport& matrix = m_table->matrix;
    std::map<QString, std::map<QString, double>> cells;
    std::map<QString, double> totals, sums;
    double all = 0;
    for (const spatial::MatrixCell& cell : matrix.totals) {
        if (!shows(cell.district))
            continue;
        totals[cell.a] += cell.area;
        all += cell.area;
    }
    for (const spatial::MatrixCell& cell : matrix.cells) {
        if (!shows(cell.district))
            continue;
        cells[cell.a][cell.b] += cell.area;
        sums[cell.b] += cell.area;
    }
    m_heads = QStringList{tr("地类（公顷）"), tr("总面积")};
    for (const QString& line : matrix.lines)
        m_heads << lineText(line);
    QStringList classes;
    for (const auto& [name, area] : totals)
        classes << name;
    for (const QString& name : spatial::inOrder(classes, *m_table)) {
        Row row{{{classText(name)}, {{}, totals[name]}}};
        for (const QString& line : matrix.lines) {
            const auto found = cells[name].find(line);
            row.cells << (found == cells[name].end() ? Cell() : Cell{{}, found->second});
        }
        m_rows << row;
    }
    Row inside{{{tr("合计")}, {{}, all}}, true};
    Row outside{{{tr("控制线外")}, {}}, true};
    for (const QString& line : matrix.lines) {
        inside.cells << Cell{{}, sums[line]};
        outside.cells << Cell{{}, all - sums[line]};
    }
    m_rows << inside << outside;
}

void LandTableModel::buildTransition()
{
    const spatial::TransitionReport& report = m_table->transition;
    std::map<std::pair<QString, QString>, double> cells;
    std::map<QString, double> rows, columns;
    double all = 0;
    for (const spatial::TransitionCell& cell : report.cells) {
        if (!shows(cell.district))
            continue;
        cells[{cell.before, cell.after}] += cell.area;
        rows[cell.before] += cell.area;
        columns[cell.after] += cell.area;
        all += cell.area;
    }
    const QStringList before = spatial::inOrder(report.before.keys(), *m_table);
    const QStringList after = spatial::inOrder(report.after.keys(), *m_table);
    const bool whole = !m_district; // what met nothing is not known by district
    m_heads << tr("%1 年 ＼ %2 年（公顷）").arg(m_table->before).arg(m_table->year);
    for (const QString& to : after)
        m_heads << classText(to);
    if (whole)
        m_heads << tr("未叠合与碎片");
    m_heads << tr("%1 年合计").arg(m_table->before);
    for (const QString& from : before) {
        Row row{{{classText(from)}}};
        for (const QString& to : after) {
            const auto found = cells.find({from, to});
            row.cells << (found == cells.end() ? Cell() : Cell{{}, found->second, from == to});
        }
        if (whole)
            row.cells << Cell{{}, report.lost.value(from)};
        row.cells << Cell{{}, whole ? report.before.value(from) : rows[from]};
        m_rows << row;
    }
    if (whole) {
        Row gained{{{tr("未叠合与碎片")}}, true};
        for (const QString& to : after)
            gained.cells << Cell{{}, report.gained.value(to)};
        m_rows << gained;
    }
    Row sum{{{tr("%1 年合计").arg(m_table->year)}}, true};
    for (const QString& to : after)
        sum.cells << Cell{{}, whole ? report.after.value(to) : columns[to]};
    if (whole)
        sum.cells << Cell();
    sum.cells << Cell{{}, whole ? report.closing.area : all};
    m_rows << sum;
}

LandTableModel::Cell LandTableModel::listed(const spatial::Encroachment& one, int column) const
{
    switch (column) {
    case 0:
        return {one.id.isEmpty() ? QString::number(one.feature) : one.id};
    case 1:
        return {
            one.classCode + u' ' +
            language::choose(one.className,
                             catalogue::LandClasses::of(m_table->system).englishOf(one.classCode))};
    case 2:
        return {lineText(one.redline)};
    case 3:
        return {one.district.isEmpty() ? tr("区外") : m_names.value(one.district, one.district)};
    case 4:
        return {{}, one.parcelArea};
    case 5:
        return {{}, one.area};
    case 6:
        return {QString::number(one.share * 100, 'f', 2) + u'%'};
    default:
        return one.net ? Cell{{}, *one.net} : Cell{u"—"_s};
    }
}

const spatial::Encroachment* LandTableModel::parcelAt(int row) const
{
    return m_table && row >= 0 && row < m_parcels.size()
               ? &m_table->encroachment.list.at(m_parcels.at(row))
               : nullptr;
}

int LandTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size() + m_parcels.size());
}

int LandTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant LandTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const spatial::Encroachment* const parcel = parcelAt(index.row());
    const bool sum = !parcel && m_rows.at(index.row()).sum;
    const Cell cell = parcel ? listed(*parcel, index.column())
                             : m_rows.at(index.row()).cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.area ? hectaresText(*cell.area) : cell.text;
    case Qt::ToolTipRole:
        return cell.area ? tr("%1 平方米").arg(metresText(*cell.area)) : cell.text;
    case Qt::TextAlignmentRole:
        return cell.area || (parcel && index.column() >= firstNumber)
                   ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        return sum ? QVariant(Theme::font(1, true)) : QVariant();
    case Qt::ForegroundRole:
        return cell.dim ? QVariant(Theme::colour(Theme::Role::Dim)) : QVariant();
    case Qt::BackgroundRole:
        return sum ? QVariant(Theme::colour(Theme::Role::Sunken)) : QVariant();
    default:
        return {};
    }
}

QVariant LandTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_heads.size())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_heads.at(section);
    return {};
}

QStringList LandTableModel::matrixClosing() const
{
    const spatial::MatrixReport& matrix = m_table->matrix;
    double inside = 0, outside = 0;
    for (const spatial::MatrixCell& cell : matrix.totals)
        (cell.district.isEmpty() ? outside : inside) += cell.area;
    const QString whole = hectaresText(matrix.closing.area);
    const QString residual = residualText(matrix.closing.residual);
    if (m_table->districts.isEmpty())
        return {tr("闭合：图斑总面积 %1 公顷，残差 %2 平方米。").arg(whole, residual)};
    return {tr("闭合：各区 %1，区外 %2，图斑总面积 %3 公顷，残差 %4 平方米。")
                .arg(hectaresText(inside), hectaresText(outside), whole, residual)};
}

QStringList LandTableModel::transitionClosing() const
{
    const spatial::TransitionReport& report = m_table->transition;
    double changed = 0, lost = 0, gained = 0;
    for (const spatial::TransitionCell& cell : report.cells)
        changed += cell.before == cell.after ? 0 : cell.area;
    for (const double area : report.lost)
        lost += area;
    for (const double area : report.gained)
        gained += area;
    return {
        tr("%1 年 %2 公顷，%3 年 %4 公顷，变化 %5 公顷。")
            .arg(m_table->before)
            .arg(hectaresText(report.closing.area))
            .arg(m_table->year)
            .arg(hectaresText(report.areaAfter), hectaresText(changed)),
        tr("闭合：前一年未叠合（含碎片）%1 公顷，后一年 %2 公顷，残差 %3 平方米。")
            .arg(hectaresText(lost), hectaresText(gained), residualText(report.closing.residual))};
}

QStringList LandTableModel::closing() const
{
    if (!m_table)
        return {};
    QStringList lines;
    qint64 repaired = 0, withoutArea = 0;
    switch (m_table->choices.kind) {
    case TableKind::Matrix:
        lines = matrixClosing();
        repaired = m_table->matrix.repairedA + m_table->matrix.repairedB;
        withoutArea = m_table->matrix.withoutArea;
        break;
    case TableKind::Transition:
        lines = transitionClosing();
        repaired = m_table->transition.repaired;
        withoutArea = m_table->transition.withoutArea;
        break;
    case TableKind::Encroachment:
        lines << tr("共 %1 个，线内 %2 公顷，图斑地类面积 %3 公顷，分摊残差 %4 平方米。")
                     .arg(m_table->encroachment.list.size())
                     .arg(hectaresText(m_table->encroachment.area),
                          hectaresText(m_table->encroachment.net),
                          residualText(m_table->encroachment.residual));
        repaired = m_table->encroachment.repaired;
        withoutArea = m_table->encroachment.withoutArea;
        break;
    }
    const spatial::SliverLimit& limit = m_table->choices.sliver;
    QStringList limits;
    if (limit.area > 0)
        limits << tr("小于 %1 平方米").arg(limit.area);
    if (limit.width > 0)
        limits << tr("窄于 %1 米").arg(limit.width);
    lines << (limits.isEmpty() ? tr("没有设碎片界限，全部计入。")
                               : tr("碎片（%1）%2 个、共 %3 平方米，未计入。")
                                     .arg(limits.join(tr("或")))
                                     .arg(m_table->slivers().pieces)
                                     .arg(metresText(m_table->slivers().area)));
    if (repaired > 0)
        lines << tr("图形有误、修复后计算的 %1 个。").arg(repaired);
    if (withoutArea > 0)
        lines << tr("没有面积、未计算的 %1 个。").arg(withoutArea);
    for (const Issue& issue : m_table->issues)
        lines << issue.text;
    return lines;
}

} // namespace checkup::workspace
