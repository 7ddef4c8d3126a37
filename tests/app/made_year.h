#pragma once

#include "core/catalogue/catalogue_files.h"
#include "core/project/project_file.h"

#include <QDate>
#include <QtGlobal>

#include <cmath>

namespace test {

/// A year of the built-in system with four districts and nothing in it.
inline checkup::Result<checkup::project::NewYear> emptyYear()
{
    using namespace checkup;
    using namespace Qt::StringLiterals;
    const Result<catalogue::LoadedCatalogue> loaded = catalogue::loadBuiltIn(u"tdt1063-2021"_s);
    if (!loaded)
        return loaded.error();
    Result<catalogue::Catalogue> cut = catalogue::select(loaded->catalogue, u"xiamen-122"_s);
    if (!cut)
        return cut.error();
    project::NewYear year;
    year.catalogue = *cut;
    year.info.city = u"示例市"_s;
    year.info.year = 2022;
    year.info.baseYear = 2019;
    year.info.nearYear = 2025;
    year.info.targetYear = 2035;
    year.info.catalogueId = u"tdt1063-2021"_s;
    year.info.profileId = u"xiamen-122"_s;
    year.info.demonstration = true;
    year.info.cutOff = QDate(2023, 3, 1);
    qint64 id = -1;
    for (const QString& name : {u"示例市"_s, u"东区"_s, u"西区"_s, u"南县"_s, u"北县"_s}) {
        project::Region region;
        region.id = project::RegionId(id);
        region.nameZh = name;
        region.level = id == -1 ? project::RegionLevel::City : project::RegionLevel::District;
        if (id != -1)
            region.parent = project::RegionId(-1);
        region.order = static_cast<int>(-id);
        year.regions << region;
        --id;
    }
    return year;
}

/// Invented figures for most subjects of a year, with gaps, rivals that disagree and goals of every
/// way, so that every state of the window has something to show. Always the same.
inline checkup::project::ChangeSet madeFigures(const checkup::project::YearData& data)
{
    using namespace checkup;
    using namespace Qt::StringLiterals;
    project::ChangeSet all;
    all.label = u"填入示例数据"_s;
    const project::RegionId city = data.city()->id;
    QStringList subjects;
    for (const catalogue::Quantity& quantity : data.catalogue.quantities)
        subjects << quantity.id;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (indicator.formula.isEmpty())
            subjects << indicator.code;
    }
    for (qsizetype i = 0; i < subjects.size(); ++i) {
        if (i % 9 == 4)
            continue; // a gap
        const catalogue::Quantity* quantity = data.catalogue.quantity(subjects.at(i));
        const catalogue::Indicator* indicator = data.catalogue.indicator(subjects.at(i));
        for (int year = 2018; year <= 2022; ++year) {
            project::Value value;
            value.subject = subjects.at(i);
            value.region = city;
            value.year = year;
            value.source = data.sources.first().id;
            value.unit = quantity ? quantity->unit : indicator->unit;
            const double size = 20 + static_cast<double>(i * 37 % 61);
            value.number =
                std::round(100 * size * (1 + 0.03 * (year - 2018) * (i % 3 == 0 ? -1 : 1))) / 100;
            project::Evidence evidence;
            evidence.fileName = u"示例部门.xlsx"_s;
            evidence.sheet = u"数值"_s;
            evidence.cell = u"E%1"_s.arg(i + 5);
            evidence.person = u"示例"_s;
            evidence.note = u"示例"_s;
            all.append(project::edits::setValue(data, value, evidence));
            if (i % 11 == 3 && year == 2022 && data.sources.size() > 1) {
                value.source = data.sources.at(1).id;
                value.number *= 1.2;
                all.append(project::edits::setValue(data, value, evidence));
            }
        }
    }
    int number = 0;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        if (++number % 5 == 0)
            continue;
        project::Goal goal;
        goal.indicator = indicator.code;
        goal.region = city;
        goal.target = 35 + number * 13 % 60;
        goal.kind = number % 4 == 1   ? project::GoalKind::Floor
                    : number % 4 == 2 ? project::GoalKind::Growing
                    : number % 4 == 3 ? project::GoalKind::Ceiling
                                      : project::GoalKind::Falling;
        goal.source = u"示例"_s;
        all.append(project::edits::setGoal(data, goal));
    }
    number = 0;
    for (project::Department department : data.departments) {
        department.deadline = QDate(2023, 2, 20);
        if (++number % 6 != 0)
            department.returnedAt = QDate(2023, 2, 10);
        all.append(project::edits::setDepartment(data, department));
    }
    return all;
}

} // namespace test
