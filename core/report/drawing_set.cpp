#include "core/report/drawing_set.h"

#include "core/base/file_tools.h"
#include "core/base/handover.h"
#include "core/base/in_chinese.h"
#include "core/base/memory.h"
#include "core/draw/sheet_files.h"
#include "core/draw/sheet_set.h"
#include "core/report/drawing_progress.h"
#include "core/report/document.h"
#include "core/report/pdf_finish.h"
#include "core/report/report_fonts.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

Error unknownSheet(const QString& asked, const QList<draw::SheetTemplate>& templates)
{
    QStringList known;
    for (const draw::SheetTemplate& sheet : templates)
        known << sheet.id;
    return Error(ErrorCode::BadUsage,
                 Text::tr("没有图纸“%1”；可用的有：%2。").arg(asked, known.join(u'、')));
}

Result<QList<draw::SheetTemplate>> chosen(const QList<draw::SheetTemplate>& templates,
                                          const QStringList& asked)
{
    if (asked.isEmpty())
        return templates;
    QList<draw::SheetTemplate> found;
    for (const draw::SheetTemplate& sheet : templates) {
        if (asked.contains(sheet.id) || asked.contains(QString::number(sheet.number)))
            found << sheet;
    }
    for (const QString& one : asked) {
        if (std::none_of(found.cbegin(), found.cend(), [&one](const draw::SheetTemplate& sheet) {
                return one == sheet.id || one == QString::number(sheet.number);
            }))
            return unknownSheet(one, templates);
    }
    return found;
}

QString fileStem(const DrawnSheet& sheet)
{
    QString stem = u"%1_%2"_s.arg(sheet.number, 2, 10, QChar(u'0')).arg(sheet.title);
    for (QChar& letter : stem) {
        if (u"\\/:*?\"<>|"_s.contains(letter))
            letter = u'-';
    }
    return stem;
}

DrawnSheet entryOf(const draw::SheetSet& set, const draw::SheetTemplate& sheet,
                   const project::Region* district)
{
    DrawnSheet entry;
    entry.id = sheet.id;
    entry.number = sheet.number;
    entry.title = set.titleOf(sheet, district);
    entry.district = district ? district->nameZh : QString();
    return entry;
}

/// A cell of a table of commas.
QString cell(QString text)
{
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

/// Makes the files of a set.
class SetWriter
{
public:
    SetWriter(const QString& folder, const project::YearData& data, const DrawingOptions& options,
              DrawingProgress& finished, CancelToken cancel, const ProgressSink& progress)
        : m_folder(folder)
        , m_data(data)
        , m_options(options)
        , m_finished(finished)
        , m_cancel(std::move(cancel))
        , m_progress(progress)
    {}

    Result<DrawingSet> write(draw::SheetSet& set)
    {
        if (!QDir().mkpath(m_folder))
            return Error(ErrorCode::ReadOnly,
                         Text::tr("不能建立文件夹 %1，请换一个位置。").arg(m_folder));
        if (const auto listed = list(set); !listed)
            return listed.error();
        const bool drawn = !m_work.empty();
        m_atlasName = atlasName(set);
        drawAll(set);
        if (m_cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消绘图。"));
        if (m_failure)
            return *m_failure;
        if (m_options.atlas && drawn)
            m_result.atlas = m_atlasName;
        m_result.list = u"图纸清单.csv"_s;
        if (const auto done = put(m_result.list, table()); !done)
            return done.error();
        m_finished.end();
        tellProgress(m_progress, 1);
        return m_result;
    }

private:
    /// A sheet to be drawn.
    struct Wanted
    {
        const draw::SheetTemplate* sheet = nullptr;
        std::optional<project::Region> district;
        qsizetype place = 0;  ///< in the result
        bool isThere = false; ///< its files are finished, the atlas wants it once more
    };
    /// One on its way from its layers to its files.
    struct Made
    {
        draw::MapSheet sheet;
        qsizetype place = 0;
        bool isThere = false;
    };
    using MadePtr = std::shared_ptr<const Made>;

    /// What the set consists of; reads no layer but the districts.
    Result<void> list(draw::SheetSet& set)
    {
        QList<std::optional<project::Region>> places{std::nullopt};
        if (!m_options.districts.isEmpty()) {
            const auto found = districtsOf(set);
            if (!found)
                return found.error();
            places = {found->cbegin(), found->cend()};
        }
        for (const draw::SheetTemplate& sheet : set.sheets()) {
            for (const auto& district : std::as_const(places)) {
                DrawnSheet entry = entryOf(set, sheet, district ? &*district : nullptr);
                if (district && !sheet.byDistrict) {
                    entry.why = Text::tr("这张图不分区绘制");
                } else if (const QStringList lacks = set.lacking(sheet); !lacks.isEmpty()) {
                    entry.why = lacks.join(u'；');
                } else {
                    const auto there = m_finished.finished(entry);
                    if (there)
                        entry = *there;
                    if (!there || m_options.atlas)
                        m_work.push_back(
                            {&sheet, district, m_result.sheets.size(), there.has_value()});
                }
                m_result.sheets << entry;
            }
        }
        return {};
    }

    /// Makes the sheets one after the other, lets go of layers after their last, and has files and
    /// atlas painted meanwhile; few sheets are on their way at once, so that memory does not grow
    /// with the set.
    void drawAll(draw::SheetSet& set)
    {
        const unsigned processors = std::max(1u, std::thread::hardware_concurrency());
        Handover<MadePtr> pages(1);
        Handover<MadePtr> files(1);
        std::vector<std::jthread> painters;
        if (m_options.atlas && !m_work.empty())
            painters.emplace_back([&] { paintAtlas(pages); });
        if (!m_options.formats.isEmpty()) {
            for (unsigned i = 0; i < std::clamp(processors / 2, 1u, 4u); ++i)
                painters.emplace_back([&] { paintFiles(files); });
        }
        for (std::size_t i = 0; i < m_work.size() && goesOn(); ++i) {
            const Wanted& wanted = m_work[i];
            if (i > 0 && m_work[i - 1].sheet != wanted.sheet)
                set.keepFor(templatesFrom(i));
            auto made = set.make(*wanted.sheet, wanted.district ? &*wanted.district : nullptr);
            if (!made) {
                spoil(wanted.place, made.error());
                continue;
            }
            const auto ready =
                std::make_shared<const Made>(Made{*std::move(made), wanted.place, wanted.isThere});
            {
                const std::scoped_lock lock(m_mutex);
                m_result.sheets[wanted.place].isDrawn = true;
            }
            if (m_options.atlas)
                pages.give(ready);
            if (!m_options.formats.isEmpty() && !wanted.isThere)
                files.give(ready);
            tellProgress(m_progress,
                         static_cast<double>(i + 1) / static_cast<double>(m_work.size() + 1),
                         ready->sheet.title);
        }
        // The atlas is finished in memory of its own.
        set.keepFor({});
        pages.end();
        files.end();
    }

    QList<draw::SheetTemplate> templatesFrom(std::size_t number) const
    {
        QList<draw::SheetTemplate> later;
        for (std::size_t i = number; i < m_work.size(); ++i)
            later << *m_work[i].sheet;
        return later;
    }

    bool goesOn()
    {
        const std::scoped_lock lock(m_mutex);
        return !m_failure && !m_cancel.isCancelled();
    }

    Result<QList<project::Region>> districtsOf(draw::SheetSet& set) const
    {
        const auto all = set.districts();
        if (!all)
            return all.error();
        if (m_options.districts.contains(u"all"_s))
            return *all;
        QList<project::Region> found;
        QStringList known;
        for (const project::Region& region : *all) {
            known << region.nameZh;
            if (m_options.districts.contains(region.nameZh) ||
                m_options.districts.contains(region.code))
                found << region;
        }
        for (const QString& asked : m_options.districts) {
            if (std::none_of(found.cbegin(), found.cend(), [&asked](const auto& region) {
                    return asked == region.nameZh || asked == region.code;
                }))
                return Error(ErrorCode::BadUsage,
                             Text::tr("图层 XZQ 中没有区县“%1”；可用的有：%2。")
                                 .arg(asked, known.join(u'、')));
        }
        return found;
    }

    QString atlasName(const draw::SheetSet& set) const
    {
        return u"%1%2年规划实施分析图集.pdf"_s.arg(m_data.info.city).arg(set.year());
    }

    Document documentOf(const QString& title) const
    {
        Document document;
        document.title = title;
        document.author = m_data.info.organisation;
        document.modified = m_data.info.changedAt;
        return document;
    }

    void paintAtlas(Handover<MadePtr>& pages)
    {
        const InChinese guard;
        draw::SheetAtlas atlas;
        QStringList titles;
        while (const auto made = pages.take()) {
            if (!goesOn())
                continue;
            const auto painted = atlas.add((*made)->sheet, m_cancel);
            titles << (*made)->sheet.title;
            if (!m_options.formats.isEmpty())
                continue; // the files' painters tell
            if (painted)
                take((*made)->place, *painted, {});
            else
                spoil((*made)->place, painted.error());
        }
        if (!goesOn() || titles.isEmpty())
            return;
        giveBackMemory(); // the last sheet's
        const auto finished = finishPdf(atlas.finish(), documentOf(m_atlasName.chopped(4)), titles);
        if (!finished)
            return fail(finished.error());
        if (const auto done = put(m_atlasName, *finished); !done)
            fail(done.error());
    }

    void paintFiles(Handover<MadePtr>& files)
    {
        const InChinese guard;
        while (const auto made = files.take()) {
            for (const QString& format : m_options.formats) {
                if (goesOn())
                    paintSheet(**made, format);
            }
        }
    }

    void paintSheet(const Made& which, const QString& format)
    {
        const draw::MapSheet& sheet = which.sheet;
        auto made = format == u"png"_s   ? draw::sheetAsPng(sheet, m_options.dotsPerInch, m_cancel)
                    : format == u"svg"_s ? draw::sheetAsSvg(sheet, m_cancel)
                                         : draw::sheetAsPdf(sheet, m_cancel);
        if (made && format == u"pdf"_s) {
            auto finished = finishPdf(made->bytes, documentOf(sheet.title));
            if (finished)
                made->bytes = *std::move(finished);
            else
                made = finished.error();
        }
        if (!made)
            return spoil(which.place, made.error());
        QString stem;
        {
            const std::scoped_lock lock(m_mutex);
            stem = fileStem(m_result.sheets[which.place]);
        }
        QStringList files{stem + u'.' + format};
        Result<void> done = put(files.constFirst(), made->bytes);
        if (done && format == u"png"_s) {
            files << stem + u".pgw"_s;
            done = put(files.constLast(), draw::worldFile(made->report, m_options.dotsPerInch));
        }
        if (!done)
            return fail(done.error());
        take(which.place, made->report, files);
    }

    void take(qsizetype place, const draw::SheetReport& report, const QStringList& files)
    {
        const std::scoped_lock lock(m_mutex);
        DrawnSheet& entry = m_result.sheets[place];
        entry.scale = report.scale;
        entry.legend = report.legend;
        entry.figures = report.figures;
        entry.unknown = report.unknown;
        entry.files += files;
        entry.files.sort();
        qsizetype expected = 0;
        for (const QString& format : m_options.formats)
            expected += format == u"png"_s ? 2 : 1; // with its world file
        if (files.isEmpty() || entry.files.size() < expected)
            return;
        if (const auto kept = m_finished.add(entry); !kept && !m_failure)
            m_failure = kept.error();
    }

    void spoil(qsizetype place, const Error& error)
    {
        if (error.code() == ErrorCode::Cancelled)
            return;
        const std::scoped_lock lock(m_mutex);
        DrawnSheet& entry = m_result.sheets[place];
        entry.isDrawn = entry.lacks = false;
        entry.why = error.message();
    }

    void fail(const Error& error)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_failure)
            m_failure = error;
    }

    Result<void> put(const QString& name, const QByteArray& bytes) const
    {
        return writeFileSafely(QDir(m_folder).filePath(name), bytes);
    }

    QByteArray table() const
    {
        QString rows = u"\ufeff编号,图名,范围,比例尺,文件,未编制原因\r\n"_s;
        for (const DrawnSheet& sheet : m_result.sheets) {
            const QString scale =
                sheet.isDrawn ? u"1:"_s + QString::number(sheet.scale, 'f', 0) : QString();
            QStringList files = sheet.files;
            if (sheet.isDrawn && !m_result.atlas.isEmpty())
                files << m_result.atlas;
            rows += QStringList{QString::number(sheet.number),
                                cell(sheet.title),
                                sheet.district.isEmpty() ? m_data.info.city : sheet.district,
                                scale,
                                cell(sheet.isDrawn ? files.join(u'；') : QString()),
                                cell(sheet.why)}
                        .join(u',') +
                    u"\r\n"_s;
        }
        return rows.toUtf8();
    }

    const QString m_folder;
    const project::YearData& m_data;
    const DrawingOptions& m_options;
    DrawingProgress& m_finished;
    CancelToken m_cancel;
    const ProgressSink& m_progress;
    DrawingSet m_result;
    QString m_atlasName;
    std::vector<Wanted> m_work;
    std::mutex m_mutex; ///< of the result and the failure
    std::optional<Error> m_failure;
};

} // namespace

draw::SheetSetOptions setOptions(const DrawingOptions& options, const draw::ProjectSheets& project)
{
    draw::SheetSetOptions set;
    set.year = options.year;
    set.reviewNumber = options.reviewNumber;
    set.secrecy = options.secrecy;
    set.font = fontOf(Face::Hei, 12);
    set.paper = options.paper;
    set.upright = options.upright;
    set.frame = options.frame ? options.frame : project.frame;
    return set;
}

Result<DrawingSet> listDrawings(const QString& projectPath, const project::YearData& data,
                                const QList<draw::SheetTemplate>& templates,
                                const DrawingOptions& options)
{
    const draw::ProjectSheets project = draw::projectSheets(data, templates);
    const auto sheets = chosen(project.sheets, options.sheets);
    if (!sheets)
        return sheets.error();
    draw::SheetSetOptions wanted;
    wanted.year = options.year;
    const draw::SheetSet set(projectPath, data, *sheets, wanted);
    DrawingSet listed;
    listed.faults = project.faults;
    for (const draw::SheetTemplate& sheet : *sheets) {
        DrawnSheet entry = entryOf(set, sheet, nullptr);
        entry.why = set.lacking(sheet).join(u'；');
        entry.isDrawn = entry.why.isEmpty();
        listed.sheets << entry;
    }
    return listed;
}

int drawnBefore(const QString& folder, const QString& projectPath, const project::YearData& data,
                const QList<draw::SheetTemplate>& templates, const DrawingOptions& options)
{
    const auto sheets = chosen(draw::projectSheets(data, templates).sheets, options.sheets);
    if (!sheets)
        return 0;
    return DrawingProgress(folder, drawingStamp(projectPath, data, *sheets, options), true).count();
}

Result<DrawingSet> writeDrawings(const QString& folder, const QString& projectPath,
                                 const project::YearData& data,
                                 const QList<draw::SheetTemplate>& templates,
                                 const DrawingOptions& options, const CancelToken& cancel,
                                 const ProgressSink& progress)
{
    const draw::ProjectSheets project = draw::projectSheets(data, templates);
    const auto sheets = chosen(project.sheets, options.sheets);
    if (!sheets)
        return sheets.error();
    auto written = inChinese([&]() -> Result<DrawingSet> {
        draw::SheetSet set(projectPath, data, *sheets, setOptions(options, project), cancel);
        DrawingProgress finished(folder, drawingStamp(projectPath, data, *sheets, options),
                                 options.resume);
        return SetWriter(folder, data, options, finished, cancel, progress).write(set);
    });
    if (written)
        written->faults = project.faults;
    return written;
}

} // namespace checkup::report
