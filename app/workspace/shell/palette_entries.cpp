#include "app/workspace/shell/palette_entries.h"

#include "app/language/language.h"
#include "app/workspace/widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeySequence>
#include <QPointer>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PaletteEntries)
};
} // namespace

QList<PaletteEntry> subjectEntries(const project::YearData& data,
                                   std::function<void(const Subject&)> jump)
{
    const bool english = language::current() == u"en";
    const auto named = [english](const auto& thing) {
        return english && !thing.nameEn.isEmpty() ? thing.nameEn : thing.nameZh;
    };
    QList<PaletteEntry> entries;
    for (const catalogue::Indicator& indicator : data.catalogue.indicators) {
        const catalogue::Dimension* dimension = data.catalogue.dimension(indicator.dimension);
        entries << PaletteEntry{named(indicator),
                                Text::tr("指标 · %1 · %2")
                                    .arg(dimension ? named(*dimension) : QString(), indicator.code),
                                u"%1 %2 %3 %4 %5"_s.arg(indicator.code, indicator.nameZh,
                                                        indicator.nameEn, indicator.category,
                                                        indicator.department),
                                icon(u"target"_s), [jump, code = indicator.code] {
                                    jump({Subject::Kind::Indicator, code, {}, 0});
                                }};
    }
    for (const catalogue::Quantity& quantity : data.catalogue.quantities) {
        entries << PaletteEntry{named(quantity), Text::tr("基础数据 · %1").arg(quantity.unit),
                                u"%1 %2 %3 %4"_s.arg(quantity.id, quantity.nameZh, quantity.nameEn,
                                                     quantity.department),
                                icon(u"quantity"_s), [jump, id = quantity.id] {
                                    jump({Subject::Kind::Quantity, id, {}, 0});
                                }};
    }
    for (const project::Department& department : data.departments) {
        entries << PaletteEntry{department.name, Text::tr("责任部门"), department.contact,
                                icon(u"department"_s), [jump, name = department.name] {
                                    jump({Subject::Kind::Department, name, {}, 0});
                                }};
    }
    return entries;
}

QList<PaletteEntry> actionEntries(const QList<QAction*>& actions)
{
    QList<PaletteEntry> entries;
    for (QAction* action : actions) {
        if (!action->isEnabled() || action->isSeparator() || action->text().isEmpty())
            continue;
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        const QString what = Text::tr("命令");
        entries << PaletteEntry{action->text().remove(u'&'),
                                shortcut.isEmpty() ? what : u"%1 · %2"_s.arg(what, shortcut),
                                action->objectName(),
                                action->icon().isNull() ? icon(u"command"_s) : action->icon(),
                                [command = QPointer<QAction>(action)] {
                                    if (command)
                                        command->trigger();
                                }};
    }
    return entries;
}

} // namespace checkup::workspace
