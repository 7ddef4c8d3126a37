#include "core/catalogue/rows.h"

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

const QStringList& indicatorColumns()
{
    static const QStringList columns{
        u"code"_s,
        u"dimension"_s,
        u"category"_s,
        u"name_zh"_s,
        u"name_en"_s,
        u"unit"_s,
        u"decimals"_s,
        u"kind"_s,
        u"direction"_s,
        u"constraint"_s,
        u"spatial_method"_s,
        u"definition_zh"_s,
        u"formula"_s,
        u"department"_s,
        u"aspect"_s,
        u"confidence"_s,
        u"kind_confidence"_s,
        u"definition_recalled"_s,
        u"source"_s,
        u"profiles"_s,
    };
    return columns;
}

const QStringList& quantityColumns()
{
    static const QStringList columns{
        u"id"_s,     u"name_zh"_s, u"name_en"_s,    u"unit"_s,
        u"origin"_s, u"layer"_s,   u"department"_s, u"note"_s,
    };
    return columns;
}

QStringList cellsOf(const Indicator& row)
{
    return {
        row.code,
        row.dimension,
        row.category,
        row.nameZh,
        row.nameEn,
        row.unit,
        QString::number(row.decimals),
        key(row.kind),
        key(row.direction),
        key(row.constraint),
        key(row.method),
        row.definition,
        row.formula,
        row.department,
        row.aspect,
        key(row.confidence),
        key(row.kindConfidence),
        row.definitionRecalled ? u"yes"_s : u"no"_s,
        row.source,
        row.profiles.join(QChar(listSeparator)),
    };
}

QStringList cellsOf(const Quantity& row)
{
    QStringList origins;
    for (const Origin origin : row.origins)
        origins.append(key(origin));
    return {
        row.id,    row.nameZh,     row.nameEn, row.unit, origins.join(QChar(listSeparator)),
        row.layer, row.department, row.note,
    };
}

} // namespace checkup::catalogue
