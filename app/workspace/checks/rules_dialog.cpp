#include "app/workspace/checks/rules_dialog.h"

#include "app/language/language.h"
#include "app/workspace/session.h"
#include "app/workspace/widgets/card.h"
#include "app/workspace/widgets/theme.h"

#include "core/base/decimal.h"
#include "core/base/number_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {

enum ListColumn { Sentence, Severity, Changed, ListColumns };

/// What a parameter is called; its own name for one that a later rules file brings.
QString nameOf(const QString& parameter)
{
    static const QHash<QString, const char*> names{
        {u"tolerance"_s, QT_TRANSLATE_NOOP("RulesDialog", "允许相差（0.005 即 0.5%）")},
        {u"change"_s, QT_TRANSLATE_NOOP("RulesDialog", "一年最大变化（0.5 即 50%）")},
        {u"points"_s, QT_TRANSLATE_NOOP("RulesDialog", "百分比最多变化几个百分点")},
        {u"small"_s, QT_TRANSLATE_NOOP("RulesDialog", "小于此数不算（限下列单位）")},
        {u"small_units"_s, QT_TRANSLATE_NOOP("RulesDialog", "按“小于此数”放过的单位")},
        {u"scatter"_s, QT_TRANSLATE_NOOP("RulesDialog", "超过一贯起伏的几倍")},
        {u"scatter_floor"_s, QT_TRANSLATE_NOOP("RulesDialog", "起伏至少按多大算")},
        {u"scatter_years"_s, QT_TRANSLATE_NOOP("RulesDialog", "至少几年才看起伏")},
        {u"factors"_s, QT_TRANSLATE_NOOP("RulesDialog", "疑似错位的倍数")},
        {u"rival_tolerance"_s, QT_TRANSLATE_NOOP("RulesDialog", "与别的来源比，倍数允许相差")},
        {u"series_tolerance"_s, QT_TRANSLATE_NOOP("RulesDialog", "与别的年份比，倍数允许相差")},
        {u"steady"_s, QT_TRANSLATE_NOOP("RulesDialog", "其余年份最大与最小之比不超过")},
        {u"whole_units"_s, QT_TRANSLATE_NOOP("RulesDialog", "应为整数的单位")},
        {u"limits"_s, QT_TRANSLATE_NOOP("RulesDialog", "上限（JSON）")},
        {u"relations"_s, QT_TRANSLATE_NOOP("RulesDialog", "部分与整体（JSON）")},
        {u"ranges"_s, QT_TRANSLATE_NOOP("RulesDialog", "范围（JSON）")},
        {u"min"_s, QT_TRANSLATE_NOOP("RulesDialog", "最小")},
        {u"max"_s, QT_TRANSLATE_NOOP("RulesDialog", "最大")},
        {u"digits"_s, QT_TRANSLATE_NOOP("RulesDialog", "至少几位有效数字")},
        {u"at_least"_s, QT_TRANSLATE_NOOP("RulesDialog", "至少有几年的数")},
        {u"from_catalogue"_s, QT_TRANSLATE_NOOP("RulesDialog", "也查指标体系中的占比")},
        {u"except_indicators"_s, QT_TRANSLATE_NOOP("RulesDialog", "不查的指标")}};
    const auto name = names.constFind(parameter);
    return name == names.cend() ? parameter : QCoreApplication::translate("RulesDialog", *name);
}

bool isPlainList(const QJsonArray& list)
{
    return std::none_of(list.begin(), list.end(),
                        [](const QJsonValue& item) { return item.isObject() || item.isArray(); });
}

QString textOf(const QJsonValue& value)
{
    if (value.isDouble())
        return formatShortest(value.toDouble());
    if (!isPlainList(value.toArray()))
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    QStringList parts;
    for (const QJsonValue& item : value.toArray())
        parts << (item.isDouble() ? formatShortest(item.toDouble()) : item.toString());
    return parts.join(u"、"_s);
}

/// The text as a value of the shipped one's kind; undefined where it cannot be read as that.
QJsonValue valueOf(const QString& text, const QJsonValue& shipped)
{
    if (shipped.isDouble()) {
        const ReadNumber read = readNumber(text);
        const bool plain = read.kind == ReadNumber::Kind::Number && read.unit.isEmpty();
        return plain ? QJsonValue(read.number) : QJsonValue(QJsonValue::Undefined);
    }
    if (!isPlainList(shipped.toArray())) {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        return document.isArray() ? QJsonValue(document.array())
                                  : QJsonValue(QJsonValue::Undefined);
    }
    const bool numbers = shipped.toArray().first().isDouble();
    QJsonArray list;
    QString spread = text;
    for (const QChar separator : {u'，', u',', u'；', u';'})
        spread.replace(separator, u'、');
    for (const QString& part : spread.split(u'、', Qt::SkipEmptyParts)) {
        const QJsonValue item = numbers ? valueOf(part, QJsonValue(0.0)) : part.trimmed();
        if (item.isUndefined())
            return item;
        list.append(item);
    }
    return list;
}

} // namespace

RulesDialog::RulesDialog(Session* session, const QString& rule, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_list(new QTableWidget(0, ListColumns, this))
    , m_sentence(makeLabel({}, "", 1.05, true, true))
    , m_changed(makeLabel({}, "dim"))
    , m_active(new QCheckBox(this))
    , m_severity(new QComboBox(this))
    , m_place(new QFormLayout)
    , m_reset(new QPushButton(this))
    , m_shown(rule)
{
    setObjectName(u"rulesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("校核规则"));
    m_list->setObjectName(u"rulesTable"_s);
    m_active->setObjectName(u"ruleActive"_s);
    m_severity->setObjectName(u"ruleSeverity"_s);
    m_reset->setObjectName(u"ruleReset"_s);
    m_active->setText(tr("在本项目中使用这条规则"));
    m_reset->setText(tr("恢复为自带的设置"));
    m_list->setAccessibleName(tr("校核规则"));
    m_severity->setAccessibleName(tr("等级"));
    m_list->setHorizontalHeaderLabels({tr("规则"), tr("等级"), tr("本项目")});
    m_list->verticalHeader()->hide();
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->horizontalHeader()->setSectionResizeMode(Sentence, QHeaderView::Stretch);
    m_list->horizontalHeader()->setHighlightSections(false);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setTabKeyNavigation(false);
    m_list->setWordWrap(true);
    for (const auto severity : {collect::FindingSeverity::Blocking,
                                collect::FindingSeverity::Warning, collect::FindingSeverity::Note})
        m_severity->addItem(collect::label(severity), static_cast<int>(severity));

    auto* side = new QWidget;
    setKind(side, "plain");
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->addWidget(m_sentence);
    sideLayout->addWidget(m_changed);
    sideLayout->addWidget(m_active);
    auto* severityLine = new QHBoxLayout;
    severityLine->addWidget(makeLabel(tr("等级"), "dim"));
    severityLine->addWidget(m_severity, 1);
    sideLayout->addLayout(severityLine);
    m_place->setRowWrapPolicy(QFormLayout::WrapAllRows);
    sideLayout->addLayout(m_place);
    sideLayout->addStretch();
    auto* area = new QScrollArea;
    area->setWidget(side);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* both = new QHBoxLayout;
    both->addWidget(m_list, 3);
    both->addWidget(area, 2);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_reset, QDialogButtonBox::ResetRole);
    buttons->addButton(tr("关闭"), QDialogButtonBox::RejectRole);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeLabel(tr("改动只在本项目中有效，即时生效，可用 Ctrl+Z 撤销。"), "dim"));
    layout->addLayout(both, 1);
    layout->addWidget(buttons);
    resize(Theme::scaled(900), Theme::scaled(560));

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (row != before)
            showRule();
    });
    connect(m_active, &QCheckBox::toggled, this, [this](bool active) {
        project::RuleSetting setting = collect::settingOf(*m_session->data(), m_shown);
        setting.active = active;
        commit(setting);
    });
    connect(m_severity, &QComboBox::currentIndexChanged, this, [this] {
        const auto severity =
            static_cast<collect::FindingSeverity>(m_severity->currentData().toInt());
        project::RuleSetting setting = collect::settingOf(*m_session->data(), m_shown);
        const collect::Rule* original = shipped(m_shown);
        setting.severity =
            original && original->severity == severity ? QString() : collect::key(severity);
        commit(setting);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        project::RuleSetting nothing;
        nothing.rule = m_shown;
        commit(nothing);
    });
    connect(session, &Session::dataChanged, this, &RulesDialog::load);
    connect(session, &Session::closed, this, &QDialog::reject);
    if (auto rules = collect::shippedRules())
        m_shipped = *std::move(rules);
    load();
}

void RulesDialog::load()
{
    const auto year = m_session->data();
    if (!year)
        return;
    const auto rules = collect::rulesOf(*year);
    if (!rules) {
        m_sentence->setText(rules.error().message());
        return;
    }
    m_rules = *rules;
    fillList();
    showRule();
}

void RulesDialog::fillList()
{
    const QSignalBlocker blocker(m_list);
    const bool english = language::current() == u"en";
    const auto year = m_session->data();
    m_list->setRowCount(static_cast<int>(m_rules.size()));
    int row = 0, at = 0;
    for (const collect::Rule& rule : std::as_const(m_rules)) {
        const project::RuleSetting setting = collect::settingOf(*year, rule.id);
        const bool changed = !setting.severity.isEmpty() || !setting.parameters.isEmpty();
        const QStringList texts{rule.sentence(english), collect::label(rule.severity),
                                !rule.active ? tr("停用")
                                : changed    ? tr("有改动")
                                             : QString()};
        for (int column = 0; column < ListColumns; ++column) {
            auto* item = new QTableWidgetItem(texts.at(column));
            if (!rule.active)
                item->setForeground(Theme::colour(Theme::Role::Faint));
            item->setToolTip(rule.id);
            m_list->setItem(row, column, item);
        }
        if (rule.id == m_shown)
            at = row;
        ++row;
    }
    m_list->resizeColumnToContents(Severity);
    m_list->resizeColumnToContents(Changed);
    m_list->setCurrentCell(at, 0);
}

const collect::Rule* RulesDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_rules.size() ? &m_rules[row] : nullptr;
}

const collect::Rule* RulesDialog::shipped(const QString& rule) const
{
    const auto found = std::find_if(m_shipped.cbegin(), m_shipped.cend(),
                                    [&](const collect::Rule& known) { return known.id == rule; });
    return found == m_shipped.cend() ? nullptr : &*found;
}

void RulesDialog::showRule()
{
    const collect::Rule* rule = current();
    if (!rule)
        return;
    const bool another = m_shown != rule->id || m_fields.isEmpty();
    m_shown = rule->id;
    if (another) {
        // The form is made for a rule and filled again when its settings change: typing goes on.
        while (m_place->rowCount() > 0)
            m_place->removeRow(0);
        m_fields.clear();
        const collect::Rule* original = shipped(rule->id);
        if (!original)
            return;
        for (auto parameter = original->parameters.begin(); parameter != original->parameters.end();
             ++parameter) {
            Field field;
            field.parameter = parameter.key();
            field.editor = makeEditor(parameter.key(), parameter.value());
            field.fault = makeLabel({}, "danger");
            field.fault->hide();
            m_place->addRow(qobject_cast<QCheckBox*>(field.editor) ? QString()
                                                                   : nameOf(parameter.key()),
                            field.editor);
            m_place->addRow(field.fault);
            m_fields << field;
        }
    }
    fillForm();
}

QWidget* RulesDialog::makeEditor(const QString& parameter, const QJsonValue& original)
{
    const auto edited = [this, parameter] {
        for (const Field& field : std::as_const(m_fields)) {
            if (field.parameter == parameter)
                setParameter(field);
        }
    };
    QWidget* editor = nullptr;
    if (original.isBool()) {
        auto* box = new QCheckBox(nameOf(parameter));
        connect(box, &QCheckBox::toggled, this, edited);
        editor = box;
    } else if (original.isArray() && !isPlainList(original.toArray())) {
        auto* text = new QPlainTextEdit;
        text->setTabChangesFocus(true);
        text->setFixedHeight(Theme::scaled(110));
        auto* apply = new QPushButton(tr("应用"));
        setKind(apply, "small");
        connect(apply, &QPushButton::clicked, this, edited);
        editor = new QWidget;
        auto* layout = new QVBoxLayout(editor);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(text);
        layout->addWidget(apply, 0, Qt::AlignRight);
        text->setAccessibleName(nameOf(parameter));
    } else {
        auto* line = new QLineEdit;
        connect(line, &QLineEdit::editingFinished, this, edited);
        editor = line;
    }
    editor->setObjectName(u"ruleParameter."_s + parameter);
    editor->setAccessibleName(nameOf(parameter));
    return editor;
}

void RulesDialog::fillForm()
{
    const collect::Rule* rule = current();
    if (!rule)
        return;
    const bool writable = !m_session->isReadOnly();
    const project::RuleSetting setting = collect::settingOf(*m_session->data(), rule->id);
    m_sentence->setText(rule->sentence(language::current() == u"en"));
    const bool changed =
        !setting.active || !setting.severity.isEmpty() || !setting.parameters.isEmpty();
    m_changed->setText(!writable ? m_session->readOnlyReason()
                       : changed ? tr("本项目改过这条规则。")
                                 : tr("与软件自带的相同。"));
    const QSignalBlocker active(m_active), severity(m_severity);
    m_active->setChecked(rule->active);
    m_severity->setCurrentIndex(m_severity->findData(static_cast<int>(rule->severity)));
    for (QWidget* widget : {static_cast<QWidget*>(m_active), static_cast<QWidget*>(m_severity)})
        widget->setEnabled(writable);
    m_reset->setEnabled(writable && changed);
    for (const Field& field : std::as_const(m_fields)) {
        const QJsonValue value = rule->parameters.value(field.parameter);
        field.editor->setEnabled(writable);
        const QSignalBlocker blocker(field.editor);
        if (auto* box = qobject_cast<QCheckBox*>(field.editor))
            box->setChecked(value.toBool());
        else if (auto* line = qobject_cast<QLineEdit*>(field.editor))
            line->setText(textOf(value));
        else if (auto* text = field.editor->findChild<QPlainTextEdit*>())
            text->setPlainText(textOf(value));
        field.fault->hide();
    }
}

void RulesDialog::setParameter(const Field& field)
{
    const collect::Rule* original = shipped(m_shown);
    const auto year = m_session->data();
    if (!original || !year)
        return;
    const QJsonValue was = original->parameters.value(field.parameter);
    QJsonValue value;
    if (auto* box = qobject_cast<QCheckBox*>(field.editor))
        value = box->isChecked();
    else if (auto* line = qobject_cast<QLineEdit*>(field.editor))
        value = valueOf(line->text(), was);
    else if (auto* text = field.editor->findChild<QPlainTextEdit*>())
        value = valueOf(text->toPlainText(), was);
    project::RuleSetting setting = collect::settingOf(*year, m_shown);
    if (const auto set = collect::setParameter(setting, *original, field.parameter, value); !set) {
        field.fault->setText(set.error().message());
        field.fault->show();
        return;
    }
    field.fault->hide();
    commit(setting);
}

void RulesDialog::commit(const project::RuleSetting& setting)
{
    if (const auto year = m_session->data())
        m_session->edit(project::edits::setRule(*year, setting));
}

} // namespace checkup::workspace
