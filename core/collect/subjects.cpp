#include "core/collect/subjects.h"

#include "core/base/decimal.h"
#include "core/base/units.h"

#include <QRegularExpression>

#include <algorithm>

namespace checkup::collect {

using namespace Qt::StringLiterals;

QString foldedText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar sign : text) {
        const char16_t code = sign.unicode();
        if (sign.isSpace() || code == 0x200B || code == 0xFEFF)
            continue;
        if (code >= 0xFF01 && code <= 0xFF5E)
            result += QChar(static_cast<char16_t>(code - 0xFEE0)).toLower();
        else
            result += sign.toLower();
    }
    return result;
}

Subjects::Subjects(const catalogue::Catalogue& catalogue)
{
    m_subjects.reserve(catalogue.quantities.size() + catalogue.indicators.size());
    for (const catalogue::Quantity& quantity : catalogue.quantities)
        m_subjects.append(
            {quantity.id, quantity.nameZh, quantity.nameEn, quantity.unit, -1, false, false});
    for (const catalogue::Indicator& indicator : catalogue.indicators) {
        m_subjects.append({indicator.code, indicator.nameZh, indicator.nameEn, indicator.unit,
                           indicator.decimals, true, indicator.excluded});
    }
    // Ids first, then quantities' names, then indicators': what comes first keeps the word.
    const auto remember = [this](const QString& text, int at) {
        const QString folded = foldedText(text);
        if (!folded.isEmpty() && !m_byText.contains(folded))
            m_byText.insert(folded, at);
    };
    for (int at = 0; at < m_subjects.size(); ++at) {
        m_byId.insert(m_subjects[at].id, at);
        remember(m_subjects[at].id, at);
    }
    for (int at = 0; at < m_subjects.size(); ++at)
        remember(m_subjects[at].nameZh, at);
    for (int at = 0; at < m_subjects.size(); ++at)
        remember(m_subjects[at].nameEn, at);
}

const Subject* Subjects::byId(const QString& id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_subjects[*found];
}

const Subject* Subjects::find(const QString& text) const
{
    const auto found = m_byText.constFind(foldedText(text));
    return found == m_byText.cend() ? nullptr : &m_subjects[*found];
}

Subjects::Match Subjects::findWithUnit(const QString& text) const
{
    if (const Subject* whole = find(text))
        return {whole, {}};
    static const QRegularExpression form(
        u"\\A(.+?)(?:[(\\x{FF08}\\[\\x{3010}]\\s*(?:单位[:\\x{FF1A}])?\\s*([^()\\x{FF08}\\x{FF09}"
        u"\\]\\x{3011}]+?)"
        "\\s*[)\\x{FF09}\\]\\x{3011}]|[,\\x{FF0C};\\x{FF1B}]?\\s*单位[:\\x{FF1A}]\\s*(\\S+))\\s*\\z"_s);
    const QRegularExpressionMatch match = form.match(text.simplified());
    if (!match.hasMatch())
        return {};
    const QString unit = match.captured(2).isEmpty() ? match.captured(3) : match.captured(2);
    static const QRegularExpression year(u"(?:19|20)[0-9]{2}"_s);
    if (!parseUnit(unit) || year.match(unit).hasMatch()) // "（2022年）" is no span of 2022 years
        return {};
    return {find(match.captured(1)), unit};
}

const project::Region* findRegion(const project::YearData& data, const QString& text)
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return data.city();
    if (const project::Region* exact = data.regionByName(wanted))
        return exact;
    const auto stem = [](QString name) {
        name = foldedText(name);
        if (name.size() > 2 &&
            (name.endsWith(u'市') || name.endsWith(u'区') || name.endsWith(u'县')))
            name.chop(1);
        return name;
    };
    for (const project::Region& region : data.regions) {
        if (stem(region.nameZh) == stem(wanted) ||
            (!region.nameEn.isEmpty() && foldedText(region.nameEn) == foldedText(wanted)))
            return &region;
    }
    static const QStringList wholeCity{u"全市"_s, u"市域"_s, u"本市"_s, u"合计"_s, u"全市合计"_s};
    return wholeCity.contains(foldedText(wanted)) ? data.city() : nullptr;
}

const project::Department* findDepartment(const QList<project::Department>& departments,
                                          const QString& city, const QString& name)
{
    const auto stem = [&city](const QString& text) {
        QString folded = foldedText(text);
        const QString own = foldedText(city);
        if (!own.isEmpty() && folded.startsWith(own))
            folded = folded.mid(own.size());
        else if (folded.size() > 2 && folded.startsWith(u'市') && folded[1] != u'场' &&
                 folded[1] != u'政')
            folded = folded.mid(1);
        return folded;
    };
    const QString wanted = stem(name);
    for (const project::Department& department : departments) {
        if (stem(department.name) == wanted)
            return &department;
    }
    return nullptr;
}

const project::Department* findDepartment(const project::YearData& data, const QString& name)
{
    return findDepartment(data.departments, data.info.city, name);
}

QStringList departmentNames(const QString& departments)
{
    static const QRegularExpression between(u"[\\x{3001},\\x{FF0C};\\x{FF1B}/]"_s);
    QStringList names;
    for (const QString& part : departments.split(between, Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

QString leadDepartment(const QString& departments)
{
    return departmentNames(departments).value(0);
}

int yearFromText(QStringView text)
{
    QString folded = foldedText(text);
    if (folded.startsWith(u"fy"_s) || folded.startsWith(u'y'))
        folded = folded.mid(folded.startsWith(u'y') ? 1 : 2);
    for (const auto& end : {u"年度"_s, u"年末"_s, u"年底"_s, u"年值"_s, u"年"_s, u".0"_s}) {
        if (folded.endsWith(end)) {
            folded.chop(end.size());
            break;
        }
    }
    if (folded.size() != 4)
        return 0;
    bool ok = false;
    const int year = folded.toInt(&ok);
    return ok && year >= 1900 && year <= 2100 ? year : 0;
}

QString figureText(double number, const QString& unit)
{
    const QString shown = formatShortest(number);
    return unit.isEmpty() ? shown : shown + u' ' + unit;
}

QString figureText(const project::Value& value)
{
    return value.state == project::ValueState::Present ? figureText(value.number, value.unit)
                                                       : project::label(value.state);
}

} // namespace checkup::collect
