#include "app/workspace/collection/value_matrix_model.h"

#include "app/language/language.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/decimal.h"
#include "core/base/number_text.h"
#include "core/base/units.h"
#include "core/collect/tasks.h"

#include <QSet>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;
using project::ValueState;

ValueMatrixModel::ValueMatrixModel(QObject* parent)
    : QAbstractTableModel(parent)
{}
ValueMatrixModel::~ValueMatrixModel() = default;

void ValueMatrixModel::setData(project::YearDataPtr data)
{
    const bool sameShape = m_data && data &&
                           m_data->catalogue.indicators == data->catalogue.indicators &&
                           m_data->catalogue.quantities == data->catalogue.quantities &&
                           m_data->info.year == data->info.year;
    m_resolver.reset();
    if (sameShape) {
        // Only figures changed: the view keeps its place and its selection.
        const QList<int> before = m_years;
        m_data = std::move(data);
        m_resolver = std::make_unique<assess::Resolver>(*m_data);
        QSet<int> years(before.begin(), before.end());
        bool grown = false;
        for (const project::Value& value : m_data->values)
            grown = grown || !years.contains(value.year);
        if (!grown) {
            if (!m_rows.isEmpty())
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            return;
        }
    } else {
        m_data = std::move(data);
        if (m_data)
            m_resolver = std::make_unique<assess::Resolver>(*m_data);
    }
    rebuild();
}

void ValueMatrixModel::setRegion(project::RegionId region)
{
    if (region == m_region)
        return;
    m_region = region;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ValueMatrixModel::setRows(Rows rows)
{
    if (rows == m_kind)
        return;
    m_kind = rows;
    rebuild();
}

void ValueMatrixModel::setSource(const QString& sourceKey)
{
    m_source = sourceKey;
}

void ValueMatrixModel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
}

void ValueMatrixModel::repaint()
{
    if (m_rows.isEmpty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void ValueMatrixModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_years.clear();
    if (m_data) {
        if (!m_data->region(m_region))
            m_region = m_data->city() ? m_data->city()->id : project::RegionId();
        if (m_kind != Rows::Inputs) {
            for (const catalogue::Indicator& i : m_data->catalogue.indicators) {
                if (!i.excluded)
                    m_rows.append({i.code, i.nameZh, i.nameEn, i.unit, i.department, i.decimals});
            }
        }
        if (m_kind != Rows::Indicators) {
            for (const catalogue::Quantity& q : m_data->catalogue.quantities)
                m_rows.append({q.id, q.nameZh, q.nameEn, q.unit, q.department, -1});
        }
        QSet<int> years;
        for (const project::Value& value : m_data->values)
            years.insert(value.year);
        for (int year = qMax(m_data->info.baseYear, m_data->info.year - 4);
             year <= m_data->info.year; ++year)
            years.insert(year);
        m_years = years.values();
        std::sort(m_years.begin(), m_years.end());
    }
    endResetModel();
}

project::FigureKey ValueMatrixModel::figureAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    return {m_rows[index.row()].subject, m_region, m_years[index.column()]};
}

QModelIndex ValueMatrixModel::indexOf(const QString& subject, int year) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].subject != subject)
            continue;
        const auto column = m_years.indexOf(year > 0 ? year : m_data->info.year);
        return index(row, column < 0 ? columnCount() - 1 : static_cast<int>(column));
    }
    return {};
}

int ValueMatrixModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ValueMatrixModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_years.size());
}

QString ValueMatrixModel::searchText(int row) const
{
    const Row& r = m_rows[row];
    return r.subject + u'\n' + r.name + u'\n' + r.nameEn + u'\n' + r.department;
}

ValueMatrixModel::State ValueMatrixModel::stateOfRow(int row, int year) const
{
    return m_resolver ? stateOf(m_resolver->figure(m_rows[row].subject, m_region, year))
                      : State::Missing;
}

ValueMatrixModel::State ValueMatrixModel::stateOf(const assess::Figure& figure) const
{
    if (figure.contradictory)
        return State::Contradictory;
    switch (figure.state) {
    case ValueState::Present:
        return figure.origin == assess::Figure::Origin::Computed ? State::Computed : State::Present;
    case ValueState::Missing:
        return State::Missing;
    case ValueState::NotApplicable:
        return State::NotApplicable;
    case ValueState::NotCollected:
        return State::NotCollected;
    case ValueState::Withheld:
        return State::Withheld;
    }
    return State::Missing;
}

QString ValueMatrixModel::label(State state)
{
    switch (state) {
    case State::Present:
        return tr("有值");
    case State::Computed:
        return tr("由公式算得");
    case State::Missing:
        return tr("暂缺");
    case State::NotApplicable:
        return tr("不适用");
    case State::NotCollected:
        return tr("未统计");
    case State::Withheld:
        return tr("涉密");
    case State::Contradictory:
        return tr("来源矛盾");
    }
    return {};
}

QString ValueMatrixModel::symbol(State state)
{
    switch (state) {
    case State::Present:
        return {};
    case State::Computed:
        return u"ƒ"_s;
    case State::Missing:
        return u"○"_s;
    case State::NotApplicable:
        return u"／"_s;
    case State::NotCollected:
        return u"◌"_s;
    case State::Withheld:
        return u"▣"_s;
    case State::Contradictory:
        return u"≠"_s;
    }
    return {};
}

QColor ValueMatrixModel::colour(State state)
{
    switch (state) {
    case State::Present:
        return Theme::colour(Theme::Role::Text);
    case State::Computed:
        return Theme::colour(Theme::Role::Accent);
    case State::Missing:
        return Theme::colour(Theme::Role::Warning);
    case State::NotCollected:
        return Theme::readable(QColor(0x7a, 0x5f, 0xa8));
    case State::NotApplicable:
    case State::Withheld:
        return Theme::colour(Theme::Role::Dim);
    case State::Contradictory:
        return Theme::colour(Theme::Role::Danger);
    }
    return {};
}

QString ValueMatrixModel::tip(const assess::Figure& figure) const
{
    QStringList lines{label(stateOf(figure))};
    if (figure.origin == assess::Figure::Origin::Computed)
        lines << tr("公式：%1").arg(figure.formula);
    if (!figure.missingInputs.isEmpty())
        lines << tr("缺少：%1").arg(figure.missingInputs.join(u"、"_s));
    if (!figure.conversion.isEmpty())
        lines << figure.conversion;
    for (const project::Value* rival : m_data->rivals(figure.key)) {
        const project::Source* source = m_data->source(rival->source);
        const QString number = rival->state == ValueState::Present
                                   ? formatShortest(rival->number) + u' ' + rival->unit
                                   : project::label(rival->state);
        QString line = (rival->adopted ? tr("采用　%1：%2") : tr("另有　%1：%2"))
                           .arg(source ? source->name : QString(), number);
        if (const project::Evidence* evidence = m_data->evidenceOf(*rival)) {
            QStringList where;
            for (const QString& part :
                 {evidence->fileName, evidence->sheet, evidence->cell, evidence->note}) {
                if (!part.isEmpty())
                    where << part;
            }
            line += tr("（%1）").arg(where.join(u" ▸ "_s));
        }
        if (!rival->note.isEmpty())
            line += u' ' + rival->note;
        lines << line;
    }
    return lines.join(u'\n');
}

QVariant ValueMatrixModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_resolver)
        return {};
    const Row& row = m_rows[index.row()];
    const project::FigureKey key = figureAt(index);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole &&
        role != Qt::ForegroundRole && role != StateRole)
        return {};
    const assess::Figure& figure = m_resolver->figure(key.subject, key.region, key.year);
    const bool hasAny = !figure.rivals.isEmpty() || figure.isPresent();
    const State state = stateOf(figure);
    switch (role) {
    case Qt::DisplayRole: {
        if (!figure.isPresent())
            return hasAny ? symbol(state) + u' ' + label(state) : u"·"_s;
        const QString number = row.decimals >= 0 ? formatGrouped(figure.number, row.decimals)
                                                 : formatShortest(figure.number);
        return symbol(state).isEmpty() ? number : symbol(state) + u' ' + number;
    }
    case Qt::EditRole:
        return figure.isPresent() ? formatShortest(figure.number) : QString();
    case Qt::ToolTipRole:
        return tip(figure);
    case Qt::ForegroundRole:
        return state == State::Present || !hasAny ? QVariant() : QVariant(colour(state));
    case StateRole:
        return hasAny ? static_cast<int>(state) : static_cast<int>(State::Missing);
    default:
        return {};
    }
}

QVariant ValueMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return role == Qt::DisplayRole && section >= 0 && section < m_years.size()
                   ? QString::number(m_years[section])
                   : QVariant();
    }
    if (section < 0 || section >= m_rows.size())
        return {};
    const Row& row = m_rows[section];
    switch (role) {
    case Qt::DisplayRole:
        return language::choose(row.name, row.nameEn);
    case UnitRole:
        return row.unit;
    case Qt::ToolTipRole:
        return tr("%1　%2（%3）\n责任部门：%4")
            .arg(row.subject, row.name, row.unit, row.department);
    default:
        return {};
    }
}

Qt::ItemFlags ValueMatrixModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && !m_readOnly)
        flags |= Qt::ItemIsEditable;
    return flags;
}

std::optional<QString> ValueMatrixModel::typed(const project::FigureKey& key, const QString& text,
                                               project::ChangeSet* out) const
{
    const project::Source* source = m_data->sourceByKey(m_source);
    if (!source)
        return tr("没有名为“%1”的来源。").arg(m_source);
    QString unit, name;
    if (const catalogue::Indicator* i = m_data->catalogue.indicator(key.subject)) {
        unit = i->unit;
        name = i->nameZh;
    } else if (const catalogue::Quantity* q = m_data->catalogue.quantity(key.subject)) {
        unit = q->unit;
        name = q->nameZh;
    }
    if (collect::isFrozen(*m_data, key.subject))
        return tr("“%1”已冻结，不能再改；要改，先在“任务”中重新打开。").arg(name);
    project::Value value;
    for (const project::Value* rival : m_data->rivals(key)) {
        if (rival->source == source->id)
            value = *rival;
    }
    value.subject = key.subject;
    value.region = key.region;
    value.year = key.year;
    value.source = source->id;
    value.number = 0;
    value.unit = unit;
    const ReadNumber read = readNumber(text);
    switch (read.kind) {
    case ReadNumber::Kind::Blank:
        if (value.id.isValid())
            *out = project::edits::removeValue(*m_data, value.id);
        return {};
    case ReadNumber::Kind::Number: {
        value.state = ValueState::Present;
        value.number = read.number;
        if (!read.unit.isEmpty() && read.unit != unit) {
            const auto from = parseUnit(read.unit);
            const auto to = parseUnit(unit);
            const auto converted = from && to ? convert(read.number, *from, *to)
                                              : Result<double>(Error(ErrorCode::Invalid, {}));
            if (!converted)
                return tr("“%1”（%2 年）的单位是%3，不能填%4。")
                    .arg(name)
                    .arg(key.year)
                    .arg(unit, read.unit);
            value.number = *converted;
        }
        // Kept in the file and printed in the package: Chinese, whatever the window speaks.
        if (const QString mark = u"约数"_s; read.approximate && !value.note.contains(mark))
            value.note = value.note.isEmpty() ? mark : value.note + u"；"_s + mark;
        break;
    }
    case ReadNumber::Kind::Missing:
        value.state = ValueState::Missing;
        break;
    case ReadNumber::Kind::NotApplicable:
        value.state = ValueState::NotApplicable;
        break;
    case ReadNumber::Kind::NotCollected:
        value.state = ValueState::NotCollected;
        break;
    case ReadNumber::Kind::Withheld:
        value.state = ValueState::Withheld;
        break;
    case ReadNumber::Kind::NotANumber:
        return tr("“%1”（%2 年）填的“%3”不是数，请填数字，或填 暂缺、不适用、未统计、涉密。")
            .arg(name)
            .arg(key.year)
            .arg(read.text);
    }
    project::Evidence evidence;
    evidence.note = u"手工录入：%1"_s.arg(text.trimmed());
    evidence.takenAt = QDateTime::currentDateTimeUtc();
    *out = project::edits::setValue(*m_data, value, evidence);
    if (!out->isEmpty())
        out->label = tr("修改 %1 %2 年值").arg(name).arg(key.year);
    return {};
}

bool ValueMatrixModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const project::FigureKey key = figureAt(index);
    if (role != Qt::EditRole || key.subject.isEmpty() || m_readOnly)
        return false;
    // Leaving a cell as it was shown is no edit, though the shown text may be shorter than the
    // number.
    if (value.toString() == data(index, Qt::EditRole).toString())
        return false;
    project::ChangeSet changes;
    if (const auto fault = typed(key, value.toString(), &changes)) {
        Q_EMIT refused(*fault);
        return false;
    }
    if (!changes.isEmpty())
        Q_EMIT editRequested(changes);
    return !changes.isEmpty();
}

ValueMatrixModel::Pasted ValueMatrixModel::paste(const QString& block,
                                                 const QList<QModelIndex>& rowsFromCurrent,
                                                 int firstColumn) const
{
    Pasted pasted;
    QString text = block;
    text.replace(u"\r\n"_s, u"\n"_s);
    if (text.endsWith(u'\n'))
        text.chop(1);
    const QStringList lines = text.split(u'\n');
    for (int r = 0; r < lines.size(); ++r) {
        const QStringList cells = lines[r].split(u'\t');
        for (int c = 0; c < cells.size(); ++c) {
            if (cells[c].trimmed().isEmpty())
                continue; // pasting never deletes
            if (r >= rowsFromCurrent.size() || firstColumn + c >= columnCount()) {
                pasted.refused << tr("第 %1 行第 %2 列“%3”超出表格。")
                                      .arg(r + 1)
                                      .arg(c + 1)
                                      .arg(cells[c].trimmed());
                continue;
            }
            const project::FigureKey key =
                figureAt(index(rowsFromCurrent[r].row(), firstColumn + c));
            project::ChangeSet one;
            if (const auto fault = typed(key, cells[c], &one)) {
                pasted.refused << *fault;
            } else if (one.isEmpty()) {
                ++pasted.unchanged;
            } else {
                ++pasted.taken;
                pasted.changes.append(one);
            }
        }
    }
    pasted.changes.label = tr("粘贴 %1 个数").arg(pasted.taken);
    return pasted;
}

} // namespace checkup::workspace
