#include "core/catalogue/checks.h"

#include "core/base/units.h"
#include "core/catalogue/formula.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <optional>
#include <utility>

namespace checkup::catalogue {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CatalogueChecks)
};

constexpr int mostDecimals = 10;

const QStringList& aspects()
{
    static const QStringList names{u"战略定位"_s, u"底线管控"_s, u"规模结构"_s,
                                   u"空间布局"_s, u"支撑系统"_s, u"实施保障"_s};
    return names;
}

class Checker
{
public:
    Checker(const Catalogue& catalogue, const RowNumbers* rows)
        : m_catalogue(catalogue)
        , m_rows(rows)
    {}

    Issues run()
    {
        checkDimensions();
        checkQuantities();
        checkIndicators();
        checkCycles();
        checkProfiles();
        return m_issues;
    }

private:
    void atHead(Severity severity, const QString& field, const QString& text)
    {
        m_issues.append({severity, text, m_rows ? headFileName() : QString(), {}, field, 1});
    }

    void atIndicator(qsizetype index, const QString& column, const QString& text)
    {
        m_issues.append({Severity::Error,
                         Text::tr("指标 %1：%2").arg(m_catalogue.indicators[index].code, text),
                         m_rows ? indicatorsFileName() : QString(),
                         {},
                         m_rows ? cellName(m_rows->indicators[index], column) : column,
                         1});
    }

    void atQuantity(Severity severity, qsizetype index, const QString& column, const QString& text)
    {
        m_issues.append({severity,
                         Text::tr("数据项 %1：%2").arg(m_catalogue.quantities[index].id, text),
                         m_rows ? quantitiesFileName() : QString(),
                         {},
                         m_rows ? cellName(m_rows->quantities[index], column) : column,
                         1});
    }

    QString repeated(const QList<int> RowNumbers::*table, qsizetype first) const
    {
        return m_rows
                   ? Text::tr("标识与第 %1 行重复，请改成不同的。").arg((m_rows->*table).at(first))
                   : Text::tr("标识重复，请改成不同的。");
    }

    void checkDimensions()
    {
        QSet<QString> ids;
        if (m_catalogue.dimensions.isEmpty())
            atHead(Severity::Error, u"dimensions"_s, Text::tr("没有一级类别；请至少列出一个。"));
        for (const Dimension& dimension : m_catalogue.dimensions) {
            if (dimension.id.isEmpty())
                atHead(Severity::Error, u"dimensions"_s, Text::tr("有一级类别没有 id；请补上。"));
            else if (ids.contains(dimension.id))
                atHead(Severity::Error, u"dimensions"_s,
                       Text::tr("一级类别 %1 重复，请改成不同的 id。").arg(dimension.id));
            ids.insert(dimension.id);
            QSet<QString> categories;
            for (const QString& category : dimension.categories) {
                if (categories.contains(category))
                    atHead(Severity::Error, u"dimensions"_s,
                           Text::tr("一级类别 %1 的二级类别“%2”重复，请删去一个。")
                               .arg(dimension.id, category));
                categories.insert(category);
            }
        }
    }

    void checkQuantities()
    {
        static const QRegularExpression pattern(u"^[a-z][A-Za-z0-9_]*$"_s);
        static const QStringList reserved{u"min"_s, u"max"_s, u"abs"_s, u"sqrt"_s};
        for (qsizetype i = 0; i < m_catalogue.quantities.size(); ++i) {
            const Quantity& row = m_catalogue.quantities[i];
            if (!pattern.match(row.id).hasMatch() || row.id.contains("__"_L1) ||
                reserved.contains(row.id))
                atQuantity(
                    Severity::Error, i, u"id"_s,
                    Text::tr("id 须以小写字母开头，只含字母、数字和单个下划线，且不是函数名。"));
            if (const auto first = m_quantities.constFind(row.id); first != m_quantities.cend())
                atQuantity(Severity::Error, i, u"id"_s, repeated(&RowNumbers::quantities, *first));
            else
                m_quantities.insert(row.id, i);
            if (row.nameZh.isEmpty())
                atQuantity(Severity::Error, i, u"name_zh"_s, Text::tr("没有名称；请补上。"));
            if (const auto unit = parseUnit(row.unit)) {
                if (!m_quantityUnits.contains(row.id)) // of two with one id the first counts
                    m_quantityUnits.insert(row.id, *unit);
            } else
                atQuantity(Severity::Error, i, u"unit"_s, unit.error().message());
        }
    }

    void checkIndicators()
    {
        static const QRegularExpression pattern(u"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"_s);
        QSet<QString> profiles;
        for (const Profile& profile : m_catalogue.profiles)
            profiles.insert(profile.id);

        const qsizetype size = m_catalogue.indicators.size();
        QList<std::optional<Unit>> units(size);
        for (qsizetype i = 0; i < size; ++i) {
            const Indicator& row = m_catalogue.indicators[i];
            if (!pattern.match(row.code).hasMatch())
                atIndicator(i, u"code"_s,
                            Text::tr("代码须以字母开头，只含字母、数字和连字符，如 S-11。"));
            const QString variable = indicatorVariable(row.code);
            if (const auto first = m_indicators.constFind(variable); first != m_indicators.cend())
                atIndicator(i, u"code"_s, repeated(&RowNumbers::indicators, *first));
            else
                m_indicators.insert(variable, i);
            if (row.nameZh.isEmpty())
                atIndicator(i, u"name_zh"_s, Text::tr("没有名称；请补上。"));
            const Dimension* dimension = m_catalogue.dimension(row.dimension);
            if (!dimension)
                atIndicator(i, u"dimension"_s,
                            Text::tr("一级类别“%1”未在目录头文件中列出；请更正或补列。")
                                .arg(row.dimension));
            else if (!dimension->categories.contains(row.category))
                atIndicator(i, u"category"_s,
                            Text::tr("二级类别“%1”不属于一级类别“%2”；请更正或补列。")
                                .arg(row.category, dimension->nameZh));
            if (const auto unit = parseUnit(row.unit))
                units[i] = *unit;
            else
                atIndicator(i, u"unit"_s, unit.error().message());
            if (row.decimals < 0 || row.decimals > mostDecimals)
                atIndicator(i, u"decimals"_s,
                            Text::tr("小数位数 %1 超出 0 到 %2；请更正。")
                                .arg(row.decimals)
                                .arg(mostDecimals));
            if (!row.aspect.isEmpty() && !aspects().contains(row.aspect))
                atIndicator(i, u"aspect"_s,
                            Text::tr("评估方面“%1”不是 %2 之一；请更正。")
                                .arg(row.aspect, aspects().join(u"、"_s)));
            for (const QString& profile : row.profiles) {
                if (!profiles.contains(profile))
                    atIndicator(
                        i, u"profiles"_s,
                        Text::tr("指标选集“%1”未在目录头文件中列出；请更正或补列。").arg(profile));
            }
        }
        m_references.resize(size);
        for (qsizetype i = 0; i < size; ++i)
            checkFormula(i, units);
        for (qsizetype i = 0; i < m_catalogue.quantities.size(); ++i) {
            if (m_allRead && !m_used.contains(m_catalogue.quantities[i].id))
                atQuantity(Severity::Note, i, u"id"_s,
                           Text::tr("没有公式用到它；不需要时可以删去。"));
        }
    }

    void checkFormula(qsizetype index, const QList<std::optional<Unit>>& units)
    {
        const Indicator& row = m_catalogue.indicators[index];
        const QString column = u"formula"_s;
        if (row.formula.isEmpty())
            return;
        const auto formula = Formula::parse(row.formula);
        if (!formula) {
            atIndicator(index, column, formula.error().message());
            m_allRead = false;
            return;
        }
        QHash<QString, Unit> inputs;
        for (const QString& variable : formula->variables()) {
            const QString name = splitVariable(variable).quantity;
            if (const auto other = m_indicators.constFind(name); other != m_indicators.cend()) {
                m_references[index].append(*other);
                for (const QString& profile : row.profiles) {
                    if (!m_catalogue.indicators[*other].profiles.contains(profile))
                        atIndicator(index, column,
                                    Text::tr("公式用到指标 %1，但它不在选集“%2”中；请把它也列入。")
                                        .arg(m_catalogue.indicators[*other].code, profile));
                }
                if (units[*other])
                    inputs.insert(variable, *units[*other]);
            } else if (m_quantities.contains(name)) {
                m_used.insert(name);
                if (const auto unit = m_quantityUnits.constFind(name);
                    unit != m_quantityUnits.cend())
                    inputs.insert(variable, *unit);
            } else {
                atIndicator(
                    index, column,
                    Text::tr("公式中的“%1”没有在数据项中定义；请在 quantities.csv 中补一行或更正"
                             "拼写。")
                        .arg(variable));
            }
        }
        // An input or a unit that is wrong has been reported already.
        if (inputs.size() != formula->variables().size() || !units[index])
            return;
        if (const auto fits = formula->checkUnits(inputs, *units[index]); !fits)
            atIndicator(index, column, fits.error().message());
    }

    void checkCycles()
    {
        enum class Mark { New, Open, Done };
        const qsizetype size = m_catalogue.indicators.size();
        QList<Mark> marks(size, Mark::New);
        for (qsizetype start = 0; start < size; ++start) {
            if (marks[start] != Mark::New)
                continue;
            // Depth first with an own stack: the file decides how deep it goes.
            QList<std::pair<qsizetype, qsizetype>> path{{start, 0}};
            marks[start] = Mark::Open;
            while (!path.isEmpty()) {
                auto& [node, next] = path.last();
                if (next == m_references[node].size()) {
                    marks[node] = Mark::Done;
                    path.removeLast();
                    continue;
                }
                const qsizetype target = m_references[node][next++];
                if (marks[target] == Mark::New) {
                    marks[target] = Mark::Open;
                    path.append({target, 0});
                } else if (marks[target] == Mark::Open) {
                    QStringList codes;
                    for (const auto& [step, unused] : std::as_const(path)) {
                        if (step == target || !codes.isEmpty())
                            codes.append(m_catalogue.indicators[step].code);
                    }
                    codes.append(m_catalogue.indicators[target].code);
                    atIndicator(node, u"formula"_s,
                                Text::tr("公式互相引用成了环：%1；请断开其中一处。")
                                    .arg(codes.join(u" → "_s)));
                }
            }
        }
    }

    void checkProfiles()
    {
        QSet<QString> ids;
        for (const Profile& profile : m_catalogue.profiles) {
            if (profile.id.isEmpty() || ids.contains(profile.id))
                atHead(Severity::Error, u"profiles"_s,
                       Text::tr("指标选集的 id“%1”为空或重复；请改成不同的。").arg(profile.id));
            ids.insert(profile.id);
            int total = 0;
            QHash<Kind, int> counts;
            QSet<std::pair<QString, QString>> categories;
            for (const Indicator& row : m_catalogue.indicators) {
                if (!row.profiles.contains(profile.id))
                    continue;
                ++total;
                ++counts[row.kind];
                categories.insert({row.dimension, row.category});
            }
            const auto compare = [&](const QString& what, int claimed, qsizetype found) {
                if (claimed != found)
                    atHead(
                        Severity::Warning, u"profiles"_s,
                        Text::tr(
                            "指标选集“%1”声明%2 %3 项，实有 %4 项；请更正声明或各行的 profiles。")
                            .arg(profile.id, what)
                            .arg(claimed)
                            .arg(found));
            };
            compare(Text::tr("指标"), profile.total, total);
            for (const Kind kind :
                 {Kind::Basic, Kind::Mandatory, Kind::Recommended, Kind::Featured})
                compare(Text::tr("%1指标").arg(label(kind)), profile.counts.value(kind),
                        counts.value(kind));
            if (profile.categories != 0)
                compare(Text::tr("二级类别"), profile.categories, categories.size());
        }
    }

    const Catalogue& m_catalogue;
    const RowNumbers* m_rows;
    Issues m_issues;
    QHash<QString, qsizetype> m_quantities; ///< id → index
    QHash<QString, Unit> m_quantityUnits;
    QHash<QString, qsizetype> m_indicators; ///< variable → index
    QList<QList<qsizetype>> m_references;   ///< by indicator, the indicators in its formula
    QSet<QString> m_used;                   ///< quantities in formulas
    bool m_allRead = true;                  ///< every formula could be read, so m_used is all
};

} // namespace

QString cellName(int row, const QString& column)
{
    return Text::tr("第 %1 行 %2 列").arg(row).arg(column);
}

Issues checkCatalogue(const Catalogue& catalogue, const RowNumbers* rows)
{
    return Checker(catalogue, rows).run();
}

} // namespace checkup::catalogue
