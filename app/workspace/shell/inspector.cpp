#include "app/workspace/shell/inspector.h"

#include "app/language/language.h"
#include "app/workspace/dialogs.h"
#include "app/workspace/session.h"
#include "app/workspace/shell/figure_documents.h"
#include "app/workspace/widgets/badge.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/icons.h"
#include "app/workspace/widgets/link_button.h"

#include "core/base/decimal.h"
#include "core/spatial/recipe.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int historyShown = 12;

QString withUnit(const QString& number, const QString& unit)
{
    return unit.isEmpty() ? number : u"%1 %2"_s.arg(number, unit);
}

} // namespace

Inspector::Inspector(Session* session, Jobs* jobs, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_documents(new FigureDocuments(session, jobs, this))
    , m_title(makeLabel({}, "dim", 1, true))
    , m_area(new QScrollArea)
{
    setObjectName(u"inspector"_s);
    setKind(this, "side");
    setMinimumWidth(240);
    setAcceptDrops(true);
    connect(m_documents, &FigureDocuments::failed, this, &Inspector::failed);
    connect(m_documents, &FigureDocuments::noticed, this, &Inspector::noticed);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_title->setContentsMargins(16, 10, 16, 8);
    all->addWidget(m_title);
    all->addWidget(makeLine());
    all->addWidget(m_area, 1);
    connect(m_session, &Session::dataChanged, this, &Inspector::rebuild);
    connect(m_session, &Session::closed, this, [this] {
        m_resolver.reset();
        m_resolved.reset();
        explain({});
    });
    retranslate();
}

void Inspector::explain(const Subject& subject)
{
    m_subject = subject;
    rebuild();
}

void Inspector::retranslate()
{
    m_title->setText(tr("检查器"));
    rebuild();
}

void Inspector::rebuild()
{
    ++m_request;
    m_documents->forget();
    auto* content = new QWidget;
    setKind(content, "plain");
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(16, 12, 16, 16);
    m_body->setSpacing(6);
    const project::YearDataPtr held = m_session->data();
    if (held && m_resolved != held) {
        m_resolver = std::make_unique<assess::Resolver>(*held);
        m_resolved = held;
    }

    bool said = false;
    if (held) {
        const project::Region* city = held->city();
        const project::RegionId region =
            m_subject.region.isValid() || !city ? m_subject.region : city->id;
        const int year = m_subject.year > 0 ? m_subject.year : held->info.year;
        switch (m_subject.kind) {
        case Subject::Kind::Nothing:
            break;
        case Subject::Kind::Indicator:
        case Subject::Kind::Quantity:
        case Subject::Kind::Figure:
            said = held->catalogue.indicator(m_subject.code) ||
                   held->catalogue.quantity(m_subject.code);
            if (said)
                explainFigure(m_subject.code, region, year);
            break;
        case Subject::Kind::Department:
            for (const project::Department& department : held->departments) {
                if (department.name == m_subject.code) {
                    explainDepartment(department);
                    said = true;
                }
            }
            break;
        }
    }
    if (!said)
        addText(
            tr("在中间选中一项指标、一个数据或一个部门，这里说明它的含义、算法、来源和修改记录。"),
            "dim");
    m_body->addStretch();
    // Replaces and deletes what was shown before.
    m_area->setWidget(content);
}

void Inspector::addHead(const QString& code, const QString& name, const QString& otherName,
                        const QStringList& badges)
{
    m_body->addWidget(makeLabel(code, "dim"));
    m_body->addWidget(makeLabel(name, "", 1.2, true, true));
    if (!otherName.isEmpty())
        m_body->addWidget(makeLabel(otherName, "dim", 1, false, true));
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    for (const QString& text : badges) {
        if (!text.isEmpty())
            line->addWidget(new Badge(text));
    }
    line->addStretch();
    m_body->addLayout(line);
}

void Inspector::addSection(const QString& title)
{
    m_body->addSpacing(10);
    m_body->addWidget(makeLine());
    m_body->addWidget(makeLabel(title, "dim", 1, true));
}

void Inspector::addText(const QString& text, const char* kind)
{
    if (!text.isEmpty())
        m_body->addWidget(makeLabel(text, kind, 1, false, true));
}

void Inspector::addPair(const QString& name, const QString& value)
{
    if (value.isEmpty())
        return;
    auto* line = new QHBoxLayout;
    auto* left = makeLabel(name, "dim");
    left->setMinimumWidth(Theme::scaled(76));
    left->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    left->setWordWrap(false);
    line->addWidget(left, 0, Qt::AlignTop);
    line->addWidget(makeLabel(value, "", 1, false, true), 1);
    m_body->addLayout(line);
}

void Inspector::explainFigure(const QString& code, project::RegionId region, int year)
{
    const project::YearData& held = *m_session->data();
    const bool english = language::current() == u"en";
    const catalogue::Indicator* indicator = held.catalogue.indicator(code);
    const catalogue::Quantity* quantity = held.catalogue.quantity(code);
    const QString nameZh = indicator ? indicator->nameZh : quantity->nameZh;
    const QString nameEn = indicator ? indicator->nameEn : quantity->nameEn;
    const int decimals = indicator ? indicator->decimals : -1;
    const auto number = [decimals](double value) {
        return decimals >= 0 ? formatGrouped(value, decimals) : formatShortest(value);
    };
    QStringList badges;
    if (indicator) {
        badges << catalogue::label(indicator->kind);
        if (indicator->constraint != catalogue::Constraint::None)
            badges << catalogue::label(indicator->constraint);
        badges << catalogue::label(indicator->direction);
    } else {
        for (const catalogue::Origin origin : quantity->origins)
            badges << catalogue::label(origin);
    }
    addHead(code, english && !nameEn.isEmpty() ? nameEn : nameZh, english ? nameZh : nameEn,
            badges);

    const assess::Figure& figure = m_resolver->figure(code, region, year);
    const project::Region* place = held.region(region);
    addSection(tr("%1，%2 年").arg(place ? place->nameZh : QString()).arg(year));
    if (figure.isPresent())
        m_body->addWidget(
            makeLabel(withUnit(number(figure.number), figure.unit), "", 1.5, true, true));
    else
        m_body->addWidget(makeLabel(project::label(figure.state), "warning", 1.2, true));
    const assess::AssessmentPtr assessment = m_session->assessment();
    const assess::IndicatorResult* result = assessment && indicator && year == held.info.year
                                                ? assessment->find(code, region)
                                                : nullptr;
    if (result) {
        auto* line = new QHBoxLayout;
        auto* verdict = new Badge;
        verdict->setText(assess::label(result->judgement.verdict),
                         assess::symbol(result->judgement.verdict));
        verdict->setColour(QColor(assess::colour(result->judgement.verdict)));
        line->addWidget(verdict);
        line->addStretch();
        m_body->addLayout(line);
        addText(result->judgement.sentence);
        addText(result->judgement.formula, "dim");
    }
    if (figure.contradictory)
        addText(tr("几个来源的数字相差超过允许范围，请在下面的来源中核对并采用一个。"), "danger");
    addText(figure.conversion, "dim");

    if (indicator) {
        addSection(tr("含义"));
        addText(indicator->definition);
        if (indicator->definitionRecalled)
            addText(tr("本定义为整理稿，正式使用前请与标准原文核对。"), "warning");
        addPair(tr("责任部门"), indicator->department);
        addPair(tr("标准"), indicator->source);
        if (indicator->excluded)
            addText(tr("本年度不用这项指标：%1").arg(indicator->exclusionReason), "warning");
    } else {
        addSection(tr("含义"));
        addText(quantity->note);
        addPair(tr("责任部门"), quantity->department);
        // Codes in a row are one word without blanks, and would be as wide as they are long.
        addPair(tr("图层"), QString(quantity->layer).replace(u","_s, u", "_s));
        QStringList users;
        for (const catalogue::Indicator& user : held.catalogue.indicators) {
            const QRegularExpression word(
                u"\\b%1(__prev|__base)?\\b"_s.arg(QRegularExpression::escape(code)));
            if (user.formula.contains(word))
                users << u"%1 %2"_s.arg(user.code, english && !user.nameEn.isEmpty() ? user.nameEn
                                                                                     : user.nameZh);
        }
        addPair(tr("用于"), users.join(u'\n'));
        addSpatial(code, year);
    }
    addInputs(figure);
    addRivals(figure);
    m_documents->fill(m_body, {code, region, year});
    if (result)
        addGoal(*result, decimals);
    addSeries(m_resolver->series(code, region), decimals);
    project::AuditFilter history;
    history.subject = code;
    askHistory(history);
}

void Inspector::addSpatial(const QString& code, int year)
{
    const project::YearData& held = *m_session->data();
    const project::SpatialRun* run = held.spatialRun(code, year);
    const auto recipe = spatial::recipeFor(held, code);
    if (!run && !(recipe && *recipe))
        return;
    addSection(tr("空间计算"));
    addText(run ? run->method : tr("可由图层计算，还没有算过。"), run ? "" : "dim");
    if (run)
        addText(QStringList{QLocale().toString(run->computedAt.toLocalTime(), QLocale::ShortFormat),
                            run->person}
                    .join(u' '),
                "faint");
    auto* link = new LinkButton(run ? tr("查看方法、结果和图斑") : tr("查看计算方法"));
    link->setObjectName(u"spatialLink"_s);
    connect(link, &QPushButton::clicked, this, [this, code] {
        Q_EMIT jumpRequested(u"spatial"_s, {Subject::Kind::Quantity, code, {}, 0});
    });
    m_body->addWidget(link);
}

void Inspector::addInputs(const assess::Figure& figure)
{
    if (figure.formula.isEmpty())
        return;
    addSection(tr("算法"));
    addText(figure.formula);
    for (const assess::ExplainedInput& input : figure.inputs) {
        const bool present = input.state == project::ValueState::Present;
        addPair(tr("%1（%2）").arg(input.name).arg(input.year),
                present ? withUnit(formatShortest(input.number), input.unit)
                        : project::label(input.state));
        QStringList notes;
        for (const QString& note : {input.conversion, input.sourceName, input.evidence}) {
            if (!note.isEmpty())
                notes << note;
        }
        addText(notes.join(u'\n'), "faint");
    }
    if (!figure.missingInputs.isEmpty())
        addText(tr("还缺：%1。补齐后自动计算。").arg(figure.missingInputs.join(tr("、"))),
                "warning");
    if (figure.reported)
        addText(tr("部门报送的数是 %1，与计算值对照。")
                    .arg(withUnit(formatShortest(*figure.reported), figure.unit)),
                "dim");
}

QString Inspector::evidenceText(const project::Value& value) const
{
    const project::Evidence* evidence = m_session->data()->evidenceOf(value);
    if (!evidence)
        return {};
    QStringList where;
    for (const QString& part : {evidence->fileName, evidence->sheet, evidence->cell}) {
        if (!part.isEmpty())
            where << part;
    }
    QStringList parts{where.join(u" ▸ "_s)};
    if (!evidence->sha256.isEmpty())
        parts << tr("散列 %1…").arg(evidence->sha256.left(8));
    parts << evidence->note << evidence->person;
    if (evidence->takenAt.isValid())
        parts << QLocale().toString(evidence->takenAt.toLocalTime(), QLocale::ShortFormat);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void Inspector::addRivals(const assess::Figure& figure)
{
    if (figure.rivals.isEmpty())
        return;
    addSection(tr("来源（%n 个）", nullptr, static_cast<int>(figure.rivals.size())));
    const project::YearData& held = *m_session->data();
    for (const project::ValueId id : figure.rivals) {
        const project::Value* value = held.value(id);
        if (!value)
            continue;
        const project::Source* source = held.source(value->source);
        const QString sourceName = source ? source->name : QString();
        auto* line = new QHBoxLayout;
        // As it was stored: the rival's own unit and digits.
        const bool present = value->state == project::ValueState::Present;
        const QString shown =
            present ? formatShortest(value->number) : project::label(value->state);
        auto* words = makeLabel(u"%1\n%2"_s.arg(withUnit(shown, value->unit), sourceName), "", 1,
                                false, true);
        line->addWidget(words, 1);
        if (value->adopted) {
            auto* badge = new Badge;
            badge->setText(tr("采用"), u"✓"_s);
            badge->setRoles(Theme::Role::Good, Theme::Role::GoodSoft);
            line->addWidget(badge, 0, Qt::AlignTop);
        } else if (!m_session->isReadOnly()) {
            auto* button = new QPushButton(tr("改用此数"));
            button->setObjectName(u"adoptButton"_s);
            setKind(button, "small");
            connect(button, &QPushButton::clicked, this,
                    [this, id, sourceName] { adopt(id, sourceName); });
            line->addWidget(button, 0, Qt::AlignTop);
        }
        m_body->addLayout(line);
        QStringList notes;
        for (const QString& note :
             {evidenceText(*value), value->note, value->vintage, value->adoptionReason}) {
            if (!note.isEmpty())
                notes << note;
        }
        addText(notes.join(u'\n'), "faint");
        const project::Evidence* evidence = held.evidenceOf(*value);
        const project::Attachment* original =
            evidence ? held.attachmentByDigest(evidence->sha256) : nullptr;
        if (original) {
            auto* link = new LinkButton(tr("打开 %1").arg(original->name));
            link->setObjectName(u"originalLink"_s);
            connect(link, &QPushButton::clicked, m_documents,
                    [this, attachment = original->id] { m_documents->open(attachment); });
            m_body->addWidget(link);
        }
    }
}

void Inspector::addGoal(const assess::IndicatorResult& result, int decimals)
{
    if (!result.goal && !result.benchmarkValue)
        return;
    addSection(tr("目标与对标"));
    const QString unit = result.now.unit;
    const auto number = [&](const std::optional<double>& value) {
        return value ? withUnit(formatGrouped(*value, decimals), unit) : QString();
    };
    if (result.goal) {
        const project::YearInfo& info = m_session->data()->info;
        addPair(tr("类型"), project::label(result.goal->kind));
        addPair(tr("%1 年").arg(info.targetYear), number(result.goal->target));
        addPair(tr("%1 年").arg(info.nearYear), number(result.goal->nearTarget));
        addPair(tr("本年计划"), number(result.goal->annualPlan));
        addPair(tr("下限"), number(result.goal->lower));
        addPair(tr("上限"), number(result.goal->upper));
        addPair(tr("出处"), result.goal->source);
    }
    addPair(tr("对标"), result.benchmarkName);
}

void Inspector::addSeries(const QList<std::pair<int, double>>& series, int decimals)
{
    if (series.size() < 2)
        return;
    addSection(tr("历年"));
    for (auto it = series.crbegin(); it != series.crend() && it - series.crbegin() < 8; ++it) {
        addPair(QString::number(it->first),
                decimals >= 0 ? formatGrouped(it->second, decimals) : formatShortest(it->second));
    }
}

void Inspector::explainDepartment(const project::Department& department)
{
    addHead(tr("责任部门"), department.name, {}, {});
    addSection(tr("报送"));
    addPair(tr("截止"), department.deadline.isValid()
                            ? QLocale().toString(department.deadline, QLocale::ShortFormat)
                            : tr("未定"));
    addPair(tr("报回"), department.returnedAt.isValid()
                            ? QLocale().toString(department.returnedAt, QLocale::ShortFormat)
                            : tr("尚未报回"));
    addPair(tr("联系人"), department.contact);
    addPair(tr("电话"), department.phone);
    const project::YearData& held = *m_session->data();
    const bool english = language::current() == u"en";
    QStringList asked;
    for (const catalogue::Indicator& indicator : held.catalogue.indicators) {
        if (!indicator.excluded &&
            indicator.department.split(u'、').value(0).trimmed() == department.name)
            asked << u"%1 %2"_s.arg(indicator.code, english && !indicator.nameEn.isEmpty()
                                                        ? indicator.nameEn
                                                        : indicator.nameZh);
    }
    if (!asked.isEmpty()) {
        addSection(tr("负责的指标（%n 项）", nullptr, static_cast<int>(asked.size())));
        addText(asked.join(u'\n'));
    }
    project::AuditFilter history;
    history.text = department.name;
    askHistory(history);
}

void Inspector::askHistory(const project::AuditFilter& wanted)
{
    auto entries =
        std::make_shared<Result<QList<project::AuditEntry>>>(QList<project::AuditEntry>());
    project::AuditFilter filter = wanted;
    filter.limit = historyShown;
    m_session->withFile(
        this, [entries, filter](project::ProjectFile& file) { *entries = file.audit(filter); },
        [this, entries, subject = wanted.subject, request = m_request, body = m_body] {
            if (request != m_request || !*entries || (*entries)->isEmpty())
                return;
            // Before the stretch that ends the column.
            QLayoutItem* stretch = body->takeAt(body->count() - 1);
            addSection(tr("修改记录"));
            for (const project::AuditEntry& entry : std::as_const(**entries)) {
                addText(tr("%1 · %2").arg(
                            QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat),
                            entry.person),
                        "faint");
                addText(entry.label);
                addText(entry.reason, "dim");
            }
            if (!subject.isEmpty()) {
                auto* all = new LinkButton(tr("全部记录…"));
                all->setObjectName(u"allHistory"_s);
                connect(all, &QPushButton::clicked, this,
                        [this] { Q_EMIT jumpRequested(u"audit"_s, m_subject); });
                m_body->addWidget(all);
            }
            body->addItem(stretch);
        });
}

QStringList Inspector::droppedDocuments(const QMimeData* dropped) const
{
    QStringList paths;
    if (!m_documents->figure() || m_session->isReadOnly())
        return paths;
    for (const QUrl& url : dropped->urls()) {
        const QFileInfo file(url.toLocalFile());
        // A project is opened, wherever it is dropped.
        if (file.isFile() && file.suffix().compare(u"gpkg", Qt::CaseInsensitive) != 0)
            paths << file.absoluteFilePath();
    }
    return paths;
}

void Inspector::dragEnterEvent(QDragEnterEvent* event)
{
    if (droppedDocuments(event->mimeData()).isEmpty())
        event->ignore();
    else
        event->acceptProposedAction();
}

void Inspector::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    m_documents->attachFiles(droppedDocuments(event->mimeData()));
}

void Inspector::adopt(project::ValueId value, const QString& source)
{
    dialogs::askText(this, tr("改用此数"),
                     tr("为什么采用“%1”的数？理由会写进修改记录和报告附录。").arg(source), {}, true,
                     [this, value](const QString& reason) {
                         if (m_session->data())
                             m_session->edit(project::edits::adoptValue(*m_session->data(), value,
                                                                        reason.trimmed()));
                     });
}

} // namespace checkup::workspace
