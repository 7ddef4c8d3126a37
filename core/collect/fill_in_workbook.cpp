#include "core/collect/fill_in_workbook.h"

#include "core/base/file_tools.h"
#include "core/collect/fill_in_book.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace checkup::collect {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Collect)
};

/// A department's name as part of a file name.
QString fileSafe(QString name)
{
    static const QRegularExpression forbidden(u"[\\\\/:*?\"<>|\\s]+"_s);
    return name.replace(forbidden, u"_"_s);
}

} // namespace

namespace {

Result<void> writeWorkbook(const QString& path, const project::YearData& data,
                           const DepartmentTask& task, const QList<LayerAsked>& layers,
                           const FilledIn* filled)
{
    const QTemporaryDir scratch;
    if (!scratch.isValid()) {
        return Error(ErrorCode::Io,
                     Text::tr("不能在临时文件夹“%1”中写文件，请检查磁盘空间和权限后重试。")
                         .arg(QDir::tempPath()),
                     scratch.errorString());
    }
    const QString draft = scratch.filePath(u"workbook.xlsx"_s);
    const lxw_error failure =
        FillInBook(data, task, layers, filled)
            .write(QFile::encodeName(draft), QFile::encodeName(scratch.path()));
    if (failure != LXW_NO_ERROR) {
        return Error(ErrorCode::Io,
                     Text::tr("填报表“%1”没有写成，请检查磁盘空间后重试。").arg(path),
                     QString::fromUtf8(lxw_strerror(failure)));
    }
    const Result<QByteArray> bytes = readFile(draft);
    if (!bytes)
        return bytes.error();
    return writeFileSafely(path, *bytes);
}

} // namespace

Result<void> writeFillInWorkbook(const QString& path, const project::YearData& data,
                                 const DepartmentTask& task, const FilledIn* filled)
{
    const QList<DepartmentTask> tasks = taskBreakdown(data);
    QList<LayerAsked> layers;
    for (int at = 0; at < tasks.size(); ++at) {
        if (tasks[at].department.name == task.department.name)
            layers = layersAsked(data, tasks)[at];
    }
    return writeWorkbook(path, data, task, layers, filled);
}

Result<QStringList> writeAllWorkbooks(const QString& folder, const project::YearData& data,
                                      const CancelToken& cancel, const ProgressSink& progress)
{
    if (!QDir().mkpath(folder)) {
        return Error(ErrorCode::ReadOnly, Text::tr("不能建立文件夹“%1”，请换一个有写权限的位置。")
                                              .arg(QDir::toNativeSeparators(folder)));
    }
    const QList<DepartmentTask> tasks = taskBreakdown(data);
    const QList<QList<LayerAsked>> layers = layersAsked(data, tasks);
    QStringList files;
    for (int at = 0; at < tasks.size(); ++at) {
        if (cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消生成填报表。"));
        const QString name = tasks[at].department.name;
        tellProgress(progress, static_cast<double>(at) / static_cast<double>(tasks.size()), name);
        const QString path =
            QDir(folder).filePath(u"%1_%2_数据填报表_%3.xlsx"_s.arg(at + 1, 2, 10, QLatin1Char('0'))
                                      .arg(fileSafe(name))
                                      .arg(data.info.year));
        if (const Result<void> written = writeWorkbook(path, data, tasks[at], layers[at], nullptr);
            !written)
            return written.error();
        files.append(path);
    }
    tellProgress(progress, 1, {});
    return files;
}

std::optional<WorkbookIdentity> identify(const office::Workbook& workbook)
{
    for (const office::Sheet& sheet : workbook.sheets) {
        for (const QList<office::Cell>& row : sheet.rows) {
            for (const office::Cell& cell : row) {
                if (cell.kind != office::Cell::Kind::Text ||
                    !cell.text.startsWith(layout::identityMark))
                    continue;
                const QStringList parts =
                    cell.text.mid(layout::identityMark.size()).split(layout::separator);
                if (parts.size() != 5)
                    continue;
                WorkbookIdentity identity{parts[0], parts[1], parts[3], parts[2].toInt(),
                                          parts[4].toInt()};
                if (identity.year > 0 && identity.layout > 0)
                    return identity;
            }
        }
    }
    return std::nullopt;
}

} // namespace checkup::collect
