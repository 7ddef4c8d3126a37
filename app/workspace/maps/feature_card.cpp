#include "app/workspace/maps/feature_card.h"

#include "app/language/language.h"
#include "app/workspace/jobs.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"

#include "core/draw/feature_uses.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

FeatureCard::FeatureCard(Session* session, Jobs* jobs, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_jobs(jobs)
    , m_title(makeLabel({}, "", 1, true))
    , m_words(makeLabel({}, "dim", 1, false, true))
    , m_table(new QTableWidget(this))
{
    m_title->setWordWrap(true);
    m_title->setObjectName(u"mapWhat"_s);
    m_words->setObjectName(u"mapUses"_s);
    m_table->setObjectName(u"mapFields"_s);
    m_table->setColumnCount(2);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    column->addWidget(m_words);
}

void FeatureCard::retranslate()
{
    m_table->setHorizontalHeaderLabels({tr("字段"), tr("值")});
    m_table->setAccessibleName(tr("要素的属性"));
    say(tr("单击地图查看要素"), tr("属性和用到它的指标列在这里。"));
}

void FeatureCard::say(const QString& title, const QString& words,
                      const QList<std::pair<QString, QString>>& rows)
{
    ++m_question;
    m_title->setText(title);
    m_words->setText(words);
    m_words->setToolTip({});
    setRows(rows);
}

void FeatureCard::setRows(const QList<std::pair<QString, QString>>& rows)
{
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        m_table->setItem(row, 0, new QTableWidgetItem(rows[row].first));
        m_table->setItem(row, 1, new QTableWidgetItem(rows[row].second));
    }
}

void FeatureCard::showFeature(const project::Layer& layer, qint64 number, double squareMetres)
{
    const auto year = m_session->data();
    if (!year)
        return;
    say(tr("%1：%2 号").arg(layer.name).arg(number), {});
    struct Answer
    {
        QList<draw::FieldText> fields;
        draw::FeatureUses uses;
    };
    m_jobs->start<Answer>(
        {},
        [path = m_session->path(), year, layer, number,
         squareMetres](const CancelToken&, const ProgressSink&) -> Result<Answer> {
            auto fields = draw::fieldsOf(path, layer, number);
            if (!fields)
                return fields.error();
            return Answer{*fields, draw::usesOf(*year, layer, *fields, squareMetres)};
        },
        this,
        [this, question = m_question](const Result<Answer>& answer) {
            if (question != m_question)
                return;
            if (!answer) {
                Q_EMIT failed(answer.error());
                return;
            }
            QList<std::pair<QString, QString>> rows;
            for (const draw::FieldText& one : answer->fields)
                rows.emplaceBack(one.field, one.text);
            setRows(rows + showUses(answer->uses.quantities, answer->uses.indicators));
        });
}

/// Says how many there are; gives them by name.
QList<std::pair<QString, QString>> FeatureCard::showUses(const QStringList& quantities,
                                                         const QStringList& indicators)
{
    QList<std::pair<QString, QString>> rows;
    const auto year = m_session->data();
    for (const QString& id : year ? quantities : QStringList()) {
        const catalogue::Quantity* const one = year->catalogue.quantity(id);
        rows.emplaceBack(tr("输入量"), one ? language::choose(one->nameZh, one->nameEn) : id);
    }
    for (const QString& code : year ? indicators : QStringList()) {
        const catalogue::Indicator* const one = year->catalogue.indicator(code);
        rows.emplaceBack(tr("指标"),
                         one ? code + u' ' + language::choose(one->nameZh, one->nameEn) : code);
    }
    QStringList names;
    for (const auto& [kind, name] : std::as_const(rows))
        names << name;
    m_words->setToolTip(names.join(u'\n'));
    m_words->setText(rows.isEmpty() ? tr("没有输入量用到这个要素。")
                                    : tr("用到它的输入量 %1 个、指标 %2 个，列在表的末尾。")
                                          .arg(quantities.size())
                                          .arg(indicators.size()));
    return rows;
}

} // namespace checkup::workspace
