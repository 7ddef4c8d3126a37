#include "core/collect/returns.h"

#include "core/collect/fill_in_layout.h"
#include "core/collect/layers_asked.h"
#include "core/collect/subjects.h"
#include "core/collect/tasks.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

QString present()
{
    return project::key(project::ValueState::Present);
}

/// What a cell is about, whatever it says.
QString identityOf(const ReturnedCell& cell)
{
    return QStringList{cell.subject, cell.region, QString::number(cell.year)}.join(u'\n');
}

QString shown(const ReturnedCell& cell)
{
    if (cell.refused)
        return Text::tr("%1（拒收）").arg(cell.text);
    if (cell.state.isEmpty())
        return cell.text;
    const auto state = project::valueStateFromKey(cell.state);
    if (state && *state != project::ValueState::Present)
        return project::label(*state);
    return figureText(cell.number, cell.unit);
}

bool sameContent(const ReturnedCell& one, const ReturnedCell& other)
{
    return one.refused == other.refused && one.state == other.state && one.number == other.number &&
           one.unit == other.unit && one.text == other.text;
}

template <size_t N>
QString headerOf(const layout::Field (&fields)[N], const QString& name)
{
    for (const layout::Field& field : fields) {
        if (field.name == name)
            return field.header.toString();
    }
    return name;
}

/// What a cell is about, for people.
QString nameOf(const project::YearData& data, const QString& subject)
{
    const QString kind = subject.section(u':', 0, 0);
    const QString rest = subject.section(u':', 1);
    const QString field = rest.section(layout::separator, -1);
    if (kind == u"text") {
        const auto textKind = project::textKindFromKey(rest.section(u':', 2));
        const QString group = rest.section(u':', 1, 1);
        return QStringList{group.isEmpty() ? Text::tr("总体") : group,
                           textKind ? project::label(*textKind) : QString()}
            .join(u" / "_s);
    }
    if (kind == u"keytask") {
        return rest.section(layout::separator, 1, -2) + u" / "_s +
               headerOf(layout::keyTaskFields, field);
    }
    if (kind == u"layer") {
        return catalogue::layerTitle(rest.section(layout::separator, 1, 1)) + u" / "_s +
               headerOf(layout::layerFields, field);
    }
    if (kind == u"contact")
        return headerOf(layout::contactFields, field);
    if (const catalogue::Indicator* indicator = data.catalogue.indicator(subject))
        return indicator->nameZh;
    if (const catalogue::Quantity* quantity = data.catalogue.quantity(subject))
        return quantity->nameZh;
    return subject;
}

const project::Return* versionOf(const project::YearData& data, const QString& department,
                                 int version)
{
    for (const project::Return& one : data.returns) {
        if (one.department == department && one.version == version)
            return &one;
    }
    return nullptr;
}

} // namespace

int ReturnContent::filled(const project::YearData& data) const
{
    const project::Region* city = data.city();
    const QString code = city ? (city->code.isEmpty() ? city->nameZh : city->code) : QString();
    return static_cast<int>(
        std::count_if(cells.cbegin(), cells.cend(), [&code](const ReturnedCell& cell) {
            return !cell.refused && !cell.state.isEmpty() && cell.region == code;
        }));
}

int ReturnContent::refused() const
{
    return static_cast<int>(std::count_if(cells.cbegin(), cells.cend(),
                                          [](const ReturnedCell& cell) { return cell.refused; }));
}

QString toJson(const ReturnContent& content)
{
    QJsonArray cells;
    for (const ReturnedCell& cell : content.cells) {
        QJsonObject row{{u"s"_s, cell.subject}, {u"c"_s, cell.cell}};
        const auto add = [&row](const QString& key, const QString& text) {
            if (!text.isEmpty())
                row.insert(key, text);
        };
        add(u"r"_s, cell.region);
        if (cell.year != 0)
            row.insert(u"y"_s, cell.year);
        if (cell.state == present())
            row.insert(u"n"_s, cell.number);
        else
            add(u"st"_s, cell.state);
        add(u"u"_s, cell.unit);
        add(u"t"_s, cell.text);
        if (cell.refused)
            row.insert(u"x"_s, true);
        cells.append(row);
    }
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{u"asked"_s, content.asked}, {u"cells"_s, cells}})
            .toJson(QJsonDocument::Compact));
}

ReturnContent returnContent(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    ReturnContent content;
    content.asked = object[u"asked"_s].toInt();
    const QJsonArray rows = object[u"cells"_s].toArray();
    content.cells.reserve(rows.size());
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        ReturnedCell cell;
        cell.subject = row[u"s"_s].toString();
        cell.region = row[u"r"_s].toString();
        cell.year = row[u"y"_s].toInt();
        cell.state = row.contains(u"n"_s) ? present() : row[u"st"_s].toString();
        cell.number = row[u"n"_s].toDouble();
        cell.unit = row[u"u"_s].toString();
        cell.text = row[u"t"_s].toString();
        cell.cell = row[u"c"_s].toString();
        cell.refused = row[u"x"_s].toBool();
        content.cells.append(cell);
    }
    return content;
}

QList<ReturnDifference> differenceOf(const project::YearData& data, const ReturnContent& earlier,
                                     const ReturnContent& later)
{
    QHash<QString, const ReturnedCell*> before;
    for (const ReturnedCell& cell : earlier.cells)
        before.insert(identityOf(cell), &cell);
    QList<ReturnDifference> differences;
    const auto add = [&](ReturnDifference::Kind kind, const ReturnedCell* old,
                         const ReturnedCell* now) {
        const ReturnedCell& cell = now ? *now : *old;
        ReturnDifference difference;
        difference.kind = kind;
        difference.subject = cell.subject;
        difference.name = nameOf(data, cell.subject);
        if (!cell.region.isEmpty()) {
            const project::Region* region = data.regionByName(cell.region);
            difference.region = region ? region->nameZh : cell.region;
        }
        difference.year = cell.year;
        difference.before = old ? shown(*old) : QString();
        difference.after = now ? shown(*now) : QString();
        difference.cell = cell.cell;
        differences.append(difference);
    };
    for (const ReturnedCell& cell : later.cells) {
        const ReturnedCell* old = before.take(identityOf(cell));
        if (!old)
            add(ReturnDifference::Kind::Added, nullptr, &cell);
        else if (!sameContent(*old, cell))
            add(ReturnDifference::Kind::Changed, old, &cell);
    }
    for (const ReturnedCell& cell : earlier.cells) {
        if (before.value(identityOf(cell)) == &cell)
            add(ReturnDifference::Kind::Removed, &cell, nullptr);
    }
    return differences;
}

QList<ReturnDifference> returnDifference(const project::YearData& data, const QString& department,
                                         int earlier, int later)
{
    const project::Return* from = versionOf(data, department, earlier);
    const project::Return* to = versionOf(data, department, later);
    if (!from || !to)
        return {};
    return differenceOf(data, returnContent(from->cells), returnContent(to->cells));
}

QList<DepartmentReturns> returnOverview(const project::YearData& data, const QDate& today)
{
    QList<DepartmentReturns> overview;
    for (const DepartmentTask& task : taskBreakdown(data)) {
        DepartmentReturns one;
        one.department = task.department;
        for (const project::Return& version : data.returns) {
            if (version.department == task.department.name)
                one.versions.append(version);
        }
        std::sort(one.versions.begin(), one.versions.end(),
                  [](const project::Return& a, const project::Return& b) {
                      return a.version < b.version;
                  });
        one.asked = static_cast<int>(task.subjects.size() * task.years.size());
        if (!one.versions.isEmpty()) {
            const ReturnContent content = returnContent(one.versions.last().cells);
            one.asked = content.asked;
            one.filled = content.filled(data);
            one.refused = content.refused();
        }
        const QDate came = task.department.returnedAt.isValid() ? task.department.returnedAt
                           : one.versions.isEmpty()
                               ? today
                               : one.versions.first().takenAt.toLocalTime().date();
        if (task.department.deadline.isValid() && came.isValid())
            one.daysLate = std::max(0, static_cast<int>(task.department.deadline.daysTo(came)));
        overview.append(one);
    }
    std::stable_sort(overview.begin(), overview.end(),
                     [](const DepartmentReturns& a, const DepartmentReturns& b) {
                         return std::pair(!a.owing() || a.daysLate == 0, -a.daysLate) <
                                std::pair(!b.owing() || b.daysLate == 0, -b.daysLate);
                     });
    return overview;
}

QString key(ReturnDifference::Kind kind)
{
    switch (kind) {
    case ReturnDifference::Kind::Added:
        return u"added"_s;
    case ReturnDifference::Kind::Removed:
        return u"removed"_s;
    case ReturnDifference::Kind::Changed:
        return u"changed"_s;
    }
    return {};
}

QString label(ReturnDifference::Kind kind)
{
    switch (kind) {
    case ReturnDifference::Kind::Added:
        return Text::tr("新填");
    case ReturnDifference::Kind::Removed:
        return Text::tr("删去");
    case ReturnDifference::Kind::Changed:
        return Text::tr("改动");
    }
    return {};
}

} // namespace checkup::collect
