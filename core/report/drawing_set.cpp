#include "core/report/drawing_set.h"

#include "core/base/file_tools.h"
#include "core/base/in_chinese.h"
#include "core/draw/sheet_files.h"
#include "core/draw/sheet_set.h"
#include "core/draw/workers.h"
#include "core/report/drawing_progress.h"
#include "core/report/document.h"
#include "core/report/pdf_finish.h"
#include "core/report/report_fonts.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>

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
        if (const auto made = makeSheets(set); !made)
            return made.error();
        paint();
        if (m_cancel.isCancelled())
            return Error(ErrorCode::Cancelled, Text::tr("已取消绘图。"));
        if (m_failure)
            return *m_failure;
        if (m_options.atlas && !m_sheets.isEmpty())
            m_result.atlas = atlasName(set);
        m_result.list = u"图纸清单.csv"_s;
        if (const auto done = put(m_result.list, list()); !done)
            return done.error();
        m_finished.end();
        tellProgress(m_progress, 1);
        return m_result;
    }

private:
    Result<void> makeSheets(draw::SheetSet& set)
    {
        QList<project::Region> districts;
        if (!m_options.districts.isEmpty()) {
            auto found = districtsOf(set);
            if (!found)
                return found.error();
            districts = *std::move(found);
        }
        const auto places = std::max<qsizetype>(1, districts.size());
        const double all = static_cast<double>(set.sheets().size() * places);
        for (const draw::SheetTemplate& sheet : set.sheets()) {
            for (qsizetype place = 0; place < places; ++place) {
                if (m_cancel.isCancelled())
                    return Error(ErrorCode::Cancelled, Text::tr("已取消绘图。"));
                const project::Region* district = districts.isEmpty() ? nullptr : &districts[place];
                DrawnSheet entry = entryOf(set, sheet, district);
                tellProgress(m_progress, 0.4 * static_cast<double>(m_result.sheets.size()) / all,
                             entry.title);
                if (district && !sheet.byDistrict) {
                    entry.why = Text::tr("这张图不分区绘制");
                } else if (const QStringList lacks = set.lacking(sheet); !lacks.isEmpty()) {
                    entry.why = lacks.join(u'；');
                } else if (const auto there = m_finished.finished(entry);
                           there && !m_options.atlas) {
                    entry = *there;
                } else if (auto made = set.make(sheet, district)) {
                    entry.isDrawn = true;
                    m_places << m_result.sheets.size();
                    m_sheets << *std::move(made);
                    m_isThere << there.has_value();
                    if (there)
                        entry = *there; // the atlas wants it once more
                } else {
                    entry.lacks = false;
                    entry.why = made.error().message();
                }
                m_result.sheets << entry;
            }
        }
        m_atlasName = atlasName(set);
        return {};
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

    /// All files, in as many threads as there are processors.
    void paint()
    {
        std::vector<std::function<void()>> work;
        if (m_options.atlas && !m_sheets.isEmpty())
            work.emplace_back([this] { paintAtlas(); });
        for (qsizetype i = 0; i < m_sheets.size(); ++i) {
            for (const QString& format : m_options.formats) {
                if (!m_isThere[i])
                    work.emplace_back([this, i, format] { paintSheet(i, format); });
            }
            if (m_options.formats.isEmpty())
                work.emplace_back([this, i] { lookAt(i); });
        }
        std::atomic<std::size_t> done = 0;
        draw::forEachOf(work.size(), 0, [&](std::size_t number) {
            if (m_cancel.isCancelled())
                return;
            const InChinese guard;
            work[number]();
            const std::scoped_lock lock(m_mutex);
            tellProgress(m_progress, 0.4 + 0.6 * static_cast<double>(++done) /
                                               static_cast<double>(work.size()));
        });
    }

    Document documentOf(const QString& title) const
    {
        Document document;
        document.title = title;
        document.author = m_data.info.organisation;
        document.modified = m_data.info.changedAt;
        return document;
    }

    void paintAtlas()
    {
        const auto raw = draw::sheetsAsPdf(m_sheets, m_cancel);
        if (!raw)
            return fail(raw.error());
        QStringList titles;
        for (const draw::MapSheet& sheet : m_sheets)
            titles << sheet.title;
        const auto finished = finishPdf(*raw, documentOf(m_atlasName.chopped(4)), titles);
        if (!finished)
            return fail(finished.error());
        if (const auto done = put(m_atlasName, *finished); !done)
            fail(done.error());
    }

    void paintSheet(qsizetype number, const QString& format)
    {
        const draw::MapSheet& sheet = m_sheets[number];
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
            return spoil(number, made.error());
        QString stem;
        {
            const std::scoped_lock lock(m_mutex);
            stem = fileStem(m_result.sheets[m_places[number]]);
        }
        QStringList files{stem + u'.' + format};
        Result<void> done = put(files.constFirst(), made->bytes);
        if (done && format == u"png"_s) {
            files << stem + u".pgw"_s;
            done = put(files.constLast(), draw::worldFile(made->report, m_options.dotsPerInch));
        }
        if (!done)
            return fail(done.error());
        take(number, made->report, files);
    }

    /// What is on a sheet that only the atlas has.
    void lookAt(qsizetype number)
    {
        constexpr int coarse = 30;
        const auto made = draw::sheetAsPng(m_sheets[number], coarse, m_cancel);
        if (made)
            take(number, made->report, {});
        else
            spoil(number, made.error());
    }

    void take(qsizetype number, const draw::SheetReport& report, const QStringList& files)
    {
        const std::scoped_lock lock(m_mutex);
        DrawnSheet& entry = m_result.sheets[m_places[number]];
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

    void spoil(qsizetype number, const Error& error)
    {
        if (error.code() == ErrorCode::Cancelled)
            return;
        const std::scoped_lock lock(m_mutex);
        DrawnSheet& entry = m_result.sheets[m_places[number]];
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

    QByteArray list() const
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
    QList<draw::MapSheet> m_sheets;
    QList<qsizetype> m_places; ///< of each sheet, in the result
    QList<bool> m_isThere;     ///< of each sheet, whether its files are finished
    std::mutex m_mutex;        ///< of the result, failure and progress
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
