#include "core/collect/returned_fields.h"

#include "core/base/decimal.h"
#include "core/collect/fill_in_layout.h"
#include "core/collect/subjects.h"

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

template <class Record>
struct TextField
{
    QStringView name;
    QString Record::*member;
};

using project::Department;
using project::KeyTask;
using project::LayerReturn;

constexpr TextField<KeyTask> keyTaskTexts[] = {{u"aspect", &KeyTask::aspect},
                                               {u"task", &KeyTask::name},
                                               {u"origin", &KeyTask::origin},
                                               {u"lead", &KeyTask::lead},
                                               {u"supporting", &KeyTask::supporting},
                                               {u"goal", &KeyTask::annualGoal},
                                               {u"progress", &KeyTask::progress},
                                               {u"place", &KeyTask::place},
                                               {u"problems", &KeyTask::problems},
                                               {u"measures", &KeyTask::measures},
                                               {u"due", &KeyTask::due},
                                               {u"last_year", &KeyTask::lastYearIssue},
                                               {u"documents", &KeyTask::documents}};
constexpr TextField<LayerReturn> layerTexts[] = {{u"file", &LayerReturn::fileName},
                                                 {u"format", &LayerReturn::format},
                                                 {u"crs", &LayerReturn::crs},
                                                 {u"as_of", &LayerReturn::asOf},
                                                 {u"remark", &LayerReturn::note}};
constexpr TextField<Department> contactTexts[] = {{u"leader", &Department::leader},
                                                  {u"contact", &Department::contact},
                                                  {u"post", &Department::post},
                                                  {u"phone", &Department::phone},
                                                  {u"email", &Department::email}};

template <class Record, size_t N>
QString textOf(const TextField<Record> (&fields)[N], const Record& record, QStringView name)
{
    for (const TextField<Record>& field : fields) {
        if (field.name == name)
            return record.*field.member;
    }
    return {};
}

template <class Record, size_t N>
void setText(const TextField<Record> (&fields)[N], Record& record, QStringView name,
             const QString& text)
{
    for (const TextField<Record>& field : fields) {
        if (field.name == name)
            record.*field.member = text;
    }
}

/// The state whose word the text is; states count from None, which has no word.
template <class State, size_t N>
std::optional<State> stateOf(const QStringView (&words)[N], const QString& text)
{
    const QString wanted = foldedText(text);
    if (wanted.isEmpty())
        return State::None;
    for (size_t at = 0; at < N; ++at) {
        if (foldedText(words[at]) == wanted)
            return static_cast<State>(at + 1);
    }
    return std::nullopt;
}

} // namespace

QString keyTaskText(const KeyTask& task, QStringView field)
{
    if (field == u"rate")
        return task.rate ? formatShortest(*task.rate) : QString();
    if (field == u"status")
        return stateWord(task.state);
    return textOf(keyTaskTexts, task, field);
}

void setKeyTaskText(KeyTask& task, QStringView field, const QString& text)
{
    setText(keyTaskTexts, task, field, text);
}

QString layerText(const LayerReturn& layer, QStringView field)
{
    return field == u"provided" ? stateWord(layer.state) : textOf(layerTexts, layer, field);
}

void setLayerText(LayerReturn& layer, QStringView field, const QString& text)
{
    setText(layerTexts, layer, field, text);
}

QString contactText(const Department& department, QStringView field)
{
    return textOf(contactTexts, department, field);
}

void setContactText(Department& department, QStringView field, const QString& text)
{
    setText(contactTexts, department, field, text);
}

QString stateWord(project::KeyTaskState state)
{
    const int at = static_cast<int>(state);
    return at == 0 ? QString() : layout::keyTaskStateWords[at - 1].toString();
}

QString stateWord(project::LayerState state)
{
    const int at = static_cast<int>(state);
    return at == 0 ? QString() : layout::layerStateWords[at - 1].toString();
}

std::optional<project::KeyTaskState> keyTaskStateFromWord(const QString& text)
{
    return stateOf<project::KeyTaskState>(layout::keyTaskStateWords, text);
}

std::optional<project::LayerState> layerStateFromWord(const QString& text)
{
    return stateOf<project::LayerState>(layout::layerStateWords, text);
}

} // namespace checkup::collect
