#pragma once

#include "core/project/year_data.h"
#include "core/report/printed_fact.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace test {

/// What is left of a report's lines (a line a paragraph, tabs between a row's cells) that has a
/// digit and is neither on the list of printed numbers, for that very sentence or row, nor
/// something that is no figure: names and definitions of the catalogue, what departments wrote,
/// notes of the data, sentences of the cross-checks, years, dates, numbers of headings, tables,
/// figures and rows.
inline QStringList unlistedNumbers(const QStringList& lines,
                                   const QList<checkup::report::PrintedFact>& facts,
                                   const checkup::project::YearData& data)
{
    using namespace Qt::StringLiterals;
    const auto packed = [](QString text) {
        text.removeIf([](QChar letter) { return letter.isSpace() && letter != u'\t'; });
        return text;
    };
    QStringList words;
    for (const auto& indicator : data.catalogue.indicators)
        words << indicator.code << indicator.nameZh << indicator.definition << indicator.formula
              << indicator.unit << indicator.exclusionReason;
    for (const auto& quantity : data.catalogue.quantities)
        words << quantity.nameZh << quantity.unit;
    for (const auto& text : data.texts)
        words << text.text;
    for (const auto& value : data.values)
        words << value.note << value.vintage << value.adoptionReason;
    for (const auto& decision : data.decisions)
        words << decision.text.section(u"；请"_s, 0, 0) << decision.reason << decision.person;
    for (const auto& source : data.sources)
        words << source.name;
    for (const auto& benchmark : data.benchmarks)
        words << benchmark.name;
    words << data.catalogue.titleZh << data.catalogue.standard
          << data.catalogue.standard.section(u' ', 0, 1);
    for (QString& word : words)
        word = packed(word);
    static const QRegularExpression digit(u"[0-9]"_s);
    words.removeIf([](const QString& word) { return !word.contains(digit); });
    words.removeDuplicates();
    std::stable_sort(words.begin(), words.end(),
                     [](const QString& a, const QString& b) { return a.size() > b.size(); });

    QHash<QString, QStringList> listed; // place -> texts
    for (const auto& fact : facts)
        listed[packed(fact.place)].append(packed(fact.text));
    static const QRegularExpression noFigure(
        u"[0-9]{4}年(?:[0-9]+月)?(?:[0-9]+日)?|[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:^|\\t)(?:表|图)[0-9]+|^[0-9]+\\t"_s);
    // A line of the contents: a heading and the number of its page.
    static const QRegularExpression contents(
        u"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|附录)[^。]*[^0-9。][0-9]+$"_s);

    QStringList left;
    bool isAppendix = false;
    for (const QString& line : lines) {
        QString text = packed(line);
        isAppendix = isAppendix || text == u"附录指标释义"_s;
        if (isAppendix || !text.contains(digit) || contents.match(text).hasMatch())
            continue;
        for (const QString& word : words)
            text.replace(word, u"〈〉"_s);
        // The list's places, with the same words taken out, so that both can be compared.
        for (auto it = listed.cbegin(); it != listed.cend(); ++it) {
            QString place = it.key();
            if (!packed(line).contains(place))
                continue;
            QStringList texts = it.value();
            std::stable_sort(texts.begin(), texts.end(), [](const QString& a, const QString& b) {
                return a.size() > b.size();
            });
            for (const QString& word : words)
                place.replace(word, u"〈〉"_s);
            QString rest = place;
            for (QString fact : texts) {
                for (const QString& word : words)
                    fact.replace(word, u"〈〉"_s);
                const qsizetype at = rest.indexOf(fact);
                if (at >= 0)
                    rest.replace(at, fact.size(), u"〈〉"_s);
            }
            text.replace(place, rest);
        }
        text.remove(noFigure);
        if (text.contains(digit))
            left.append(text);
    }
    return left;
}

} // namespace test
