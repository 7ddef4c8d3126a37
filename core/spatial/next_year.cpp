#include "core/spatial/next_year.h"

#include "core/catalogue/layer_roles.h"
#include "core/gdal/layer_store.h"
#include "core/project/documents.h"
#include "core/project/layer_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace checkup::spatial {

using namespace Qt::StringLiterals;
using project::Layer;
using project::ProjectFile;
using project::YearData;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Spatial)
};

/// Boundaries and plans hold until they are redrawn.
bool isLasting(const QString& role)
{
    const catalogue::LayerRole* const known = catalogue::layerRole(role);
    return known && (known->group == u"基础" || known->group == u"底线");
}

/// The year that a layer describes in the eyes of the years after.
int yearOf(const Layer& layer, const YearData& data)
{
    return layer.year > 0 ? layer.year : data.info.year;
}

Issue issueOf(const Layer& layer, const QString& text)
{
    return Issue{Severity::Warning, text, layer.fileName, layer.name, {}, 1};
}

/// The copy's own digest stands for the content where the original is what was taken.
Result<void> copyInside(const QString& from, const QString& into, Layer& layer, Issues& issues,
                        const CancelToken& cancel)
{
    const auto before = project::tableFacts(from, layer.layer, cancel);
    if (!before)
        return before.error();
    const auto copied = gdal::copyLayer(
        {from, layer.layer, into, layer.layer, u"%1（%2）"_s.arg(layer.name, layer.layer)}, cancel);
    project::keepSharedLock(from);
    if (!copied)
        return copied;
    QJsonObject health = QJsonDocument::fromJson(layer.health.toUtf8()).object();
    if (before->sha256 != health.value(project::contentKey).toString()) {
        issues << issueOf(
            layer,
            Text::tr("图层“%1”的内容与导入时不同，照样带到新的一年；请核对。").arg(layer.name));
        return {};
    }
    const auto after = project::tableFacts(into, layer.layer, cancel);
    if (!after)
        return after.error();
    health.insert(project::contentKey, after->sha256);
    layer.health = QString::fromUtf8(QJsonDocument(health).toJson(QJsonDocument::Compact));
    return {};
}

/// A project that is not there yet; gone at the end unless it got its name.
class Unfinished
{
public:
    explicit Unfinished(const QString& path)
        : m_part(QFileInfo(path).absolutePath() + u"/.rolling-"_s + QFileInfo(path).fileName())
    {
        QFile::remove(m_part);
    }
    ~Unfinished() { QFile::remove(m_part); }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    const QString& path() const { return m_part; }

private:
    QString m_part;
};

/// Brings the layers into the unfinished project's file, closed, and gives the edit of their rows.
Result<project::ChangeSet> carry(const QString& lastYear, const QString& part, int before,
                                 const YearData& next, QList<CarriedLayer>& layers, Issues& issues,
                                 const CancelToken& cancel, const ProgressSink& progress)
{
    project::ChangeSet rows;
    double done = 0;
    for (CarriedLayer& one : layers) {
        tellProgress(progress, done++ / static_cast<double>(layers.size()), one.layer.name);
        if (one.stays)
            continue;
        Layer& layer = one.layer;
        if (layer.isInside()) {
            const auto copied = copyInside(lastYear, part, layer, issues, cancel);
            if (!copied && copied.error().code() == ErrorCode::NotFound) {
                one.stays = true;
                one.why = copied.error().message();
                issues << issueOf(layer, one.why);
                continue;
            }
            if (!copied)
                return copied.error();
        } else {
            const QString file = project::layerPath(lastYear, layer);
            if (file != layer.path) { // no connection
                if (!QFileInfo::exists(file))
                    issues << issueOf(
                        layer, Text::tr("图层“%1”的文件 %2 找不到；带到新的一年的只是它的设置。")
                                   .arg(layer.name, QDir::toNativeSeparators(file)));
                layer.path = project::relativeDocumentPath(part, file);
            }
        }
        layer.id = {};
        const QString origin = u"由%1年度项目结转"_s.arg(before);
        layer.note = layer.note.isEmpty() ? origin : layer.note + u"；"_s + origin;
        rows.append(project::edits::setLayer(next, layer));
    }
    return rows;
}

} // namespace

QList<CarriedLayer> layersForNextYear(const YearData& data)
{
    QList<CarriedLayer> layers;
    for (const Layer& layer : data.layers) {
        CarriedLayer one{layer, false, {}};
        if (isLasting(layer.role)) {
            layers << one;
            continue;
        }
        const int year = yearOf(layer, data);
        int newest = 0;
        for (const Layer& other : data.layers) {
            if (other.role == layer.role)
                newest = std::max(newest, yearOf(other, data));
        }
        one.stays = year < newest && year != data.info.baseYear;
        if (one.stays)
            one.why = Text::tr("有更近一年的图层，%1 年的留在上一年的项目里。").arg(year);
        else
            one.layer.year = year;
        layers << one;
    }
    return layers;
}

QStringList rolesToRenew(const YearData& data)
{
    QStringList roles;
    for (const catalogue::LayerRole& role : catalogue::layerRoles()) {
        if (isLasting(role.code))
            continue;
        bool known = false, renewed = false;
        for (const Layer& layer : data.layers) {
            known = known || layer.role == role.code;
            renewed = renewed || (layer.role == role.code && yearOf(layer, data) >= data.info.year);
        }
        if (known && !renewed)
            roles << role.code;
    }
    return roles;
}

Result<NextYear> rollForward(const QString& lastYear, const QString& path, int year,
                             const CancelToken& cancel, const ProgressSink& progress)
{
    if (QFileInfo::exists(path))
        return Error(ErrorCode::BadUsage, Text::tr("%1 已存在，结转不会覆盖它；请换一个文件名。")
                                              .arg(QDir::toNativeSeparators(path)));
    const Unfinished unfinished(path);
    QList<CarriedLayer> layers;
    int before = 0;
    {
        auto last = ProjectFile::open(lastYear, project::OpenMode::ReadOnly);
        if (!last)
            return last.error();
        const auto data = last->load(cancel);
        if (!data)
            return data.error();
        before = data->info.year;
        layers = layersForNextYear(*data);
    }
    Issues issues;
    {
        auto next = project::rollForward(lastYear, unfinished.path(), year);
        if (!next)
            return next.error();
        const auto data = next->load(cancel);
        if (!data)
            return data.error();
        if (const auto closed = next->close(); !closed)
            return closed.error();
        auto rows =
            carry(lastYear, unfinished.path(), before, *data, layers, issues, cancel, progress);
        if (!rows)
            return rows.error();
        if (!rows->isEmpty()) {
            rows->label =
                Text::tr("由 %1 年度项目结转 %2 个图层").arg(before).arg(rows->changes.size());
            auto again = ProjectFile::open(unfinished.path());
            if (!again)
                return again.error();
            if (const auto committed = again->commit(*rows); !committed)
                return committed.error();
            if (const auto closed = again->close(); !closed)
                return closed.error();
        }
    }
    if (cancel.isCancelled())
        return Error(ErrorCode::Cancelled, Text::tr("已取消结转，没有建立新项目。"));
    if (!QFile::rename(unfinished.path(), path))
        return Error(
            ErrorCode::ReadOnly,
            Text::tr("不能建立 %1；请检查文件夹的权限。").arg(QDir::toNativeSeparators(path)));
    auto file = ProjectFile::open(path);
    if (!file)
        return file.error();
    const auto data = file->load(cancel);
    if (!data)
        return data.error();
    return NextYear{*std::move(file), std::move(layers), rolesToRenew(*data), std::move(issues)};
}

} // namespace checkup::spatial
