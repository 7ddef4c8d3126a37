#include "app/workspace/maps/symbol_files.h"

#include "app/workspace/dialogs.h"
#include "app/workspace/jobs.h"

#include "core/base/file_tools.h"

#include <QFileInfo>
#include <QWidget>

namespace checkup::workspace {

using namespace Qt::StringLiterals;

SymbolFiles::SymbolFiles(Jobs* jobs, QWidget* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_widget(parent)
{}

void SymbolFiles::takeIn(const project::YearDataPtr& year, const QString& role)
{
    dialogs::openFile(
        m_widget, {tr("导入符号"), tr("符号 (*.json *.sld *.xml)"), {}, {}},
        [this, role, year](const QString& path) {
            m_jobs->start<draw::SymbolImport>(
                tr("读取符号"),
                [path, role, year](const CancelToken&,
                                   const ProgressSink&) -> Result<draw::SymbolImport> {
                    constexpr qint64 most = 64 * 1024 * 1024;
                    const auto bytes = readFile(path, most);
                    if (!bytes)
                        return bytes.error();
                    return draw::readSymbolFile({QFileInfo(path).fileName(), *bytes}, *year, role);
                },
                this,
                [this, path](const Result<draw::SymbolImport>& read) {
                    if (!read) {
                        Q_EMIT failed(read.error());
                        return;
                    }
                    Q_EMIT taken(read->symbols);
                    tell(QFileInfo(path).fileName(), read->notes);
                });
        });
}

void SymbolFiles::tell(const QString& file, const QStringList& notes)
{
    Issues issues;
    for (const QString& note : notes) {
        Issue issue;
        issue.text = note;
        issue.file = file;
        issues << issue;
    }
    if (issues.isEmpty())
        Q_EMIT noticed(tr("已导入 %1 的符号。").arg(file));
    else
        Q_EMIT issuesFound(tr("导入符号"), issues);
}

void SymbolFiles::write(const draw::SymbolSet& own, const draw::SymbolSet& all)
{
    const bool whole = own.isEmpty();
    dialogs::saveFile(
        m_widget, {tr("导出符号"), tr("符号 (*.json)"), u"符号.json"_s, u"json"_s},
        [this, whole, bytes = (whole ? all : own).toJson()](const QString& path) {
            m_jobs->start<bool>(
                tr("写出符号"),
                [path, bytes](const CancelToken&, const ProgressSink&) -> Result<bool> {
                    if (const auto written = writeFileSafely(path, bytes); !written)
                        return written.error();
                    return true;
                },
                this,
                [this, path, whole](const Result<bool>& written) {
                    if (!written)
                        Q_EMIT failed(written.error());
                    else
                        Q_EMIT noticed(whole
                                           ? tr("项目没有改过符号，自带的全部写到了 %1。").arg(path)
                                           : tr("本项目改过的符号写到了 %1。").arg(path));
                });
        });
}

} // namespace checkup::workspace
