#include "core/report/package.h"

#include "core/base/file_tools.h"
#include "core/base/in_chinese.h"
#include "core/office/xlsx_reader.h"
#include "core/office/zip.h"
#include "core/report/annual_report.h"
#include "core/report/conclusion_table.h"
#include "core/report/docx_writer.h"
#include "core/report/drawing_set.h"
#include "core/report/pdf_writer.h"
#include "core/report/printed_fact.h"
#include "core/report/report_charts.h"
#include "core/report/spatial_tables.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QMap>
#include <QSaveFile>
#include <QSet>

#include <pugixml.hpp>

#include <algorithm>
#include <array>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Package)
};

const QString manifestName = u"清单.json"_s;
const QString factsName = u"引用数字.json"_s;
const QString docxName = u"01_年度体检评估总报告.docx"_s;
const QString pdfName = u"01_年度体检评估总报告.pdf"_s;
const QString tableName = u"02_指标结论表.xlsx"_s;
const QString chartFolder = u"图表"_s;
const QString landFolder = u"附表_空间"_s;
const QString sheetFolder = u"图纸"_s;
constexpr QSize chartSize(640, 400);
constexpr double chartScale = 2;

Error cannotWrite(const QString& path)
{
    return Error(ErrorCode::ReadOnly,
                 Text::tr("“%1”不能写入，请检查文件夹的写权限，并关闭正打开它的程序。")
                     .arg(QDir::toNativeSeparators(path)));
}

/// Removes a working folder when the work ends, however it ends.
class WorkFolder
{
public:
    explicit WorkFolder(QString path)
        : m_path(std::move(path))
    {
        QDir(m_path).removeRecursively();
    }
    ~WorkFolder() { QDir(m_path).removeRecursively(); }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    bool make() const
    {
        return QDir().mkpath(m_path + u'/' + chartFolder) &&
               QDir().mkpath(m_path + u'/' + landFolder);
    }
    QString file(const QString& name) const { return m_path + u'/' + name; }

private:
    QString m_path;
};

QString fileStem(const QString& id)
{
    QString stem;
    for (const QChar letter : id)
        stem.append(letter.isLetterOrNumber() || letter == u'-' || letter == u'_' ? letter : u'_');
    return stem;
}

QByteArray manifestJson(const project::YearInfo& info, const QList<PackageFile>& files)
{
    // Written by hand so that the keys stand in the order in which people read them.
    const auto quoted = [](const QString& text) {
        const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
        return array.mid(1, array.size() - 2);
    };
    QByteArray json =
        "{\n\"city\":" + quoted(info.city) + ",\n\"year\":" + QByteArray::number(info.year) +
        ",\n\"project\":" + quoted(info.uuid) +
        ",\n\"changedAt\":" + quoted(info.changedAt.toUTC().toString(Qt::ISODate)) +
        ",\n\"demonstration\":" + (info.demonstration ? "true" : "false") + ",\n\"files\":[";
    bool first = true;
    for (const PackageFile& file : files) {
        json += first ? "\n" : ",\n";
        json += "{\"file\":" + quoted(file.path) + ",\"bytes\":" + QByteArray::number(file.bytes) +
                ",\"sha256\":" + quoted(file.sha256) +
                ",\"description\":" + quoted(file.description) + '}';
        first = false;
    }
    json += "\n]}\n";
    return json;
}

Result<QList<PackageFile>> readManifest(const QString& path)
{
    auto bytes = readFile(path, qint64(64) << 20);
    if (!bytes)
        return bytes.error();
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.object().value(u"files"_s).isArray())
        return Error(ErrorCode::Damaged, Text::tr("成果包清单“%1”已损坏，请重新生成成果包。")
                                             .arg(QDir::toNativeSeparators(path)));
    QList<PackageFile> files;
    for (const QJsonValue& value : document.object().value(u"files"_s).toArray()) {
        const QJsonObject object = value.toObject();
        PackageFile file;
        file.path = object.value(u"file"_s).toString();
        file.description = object.value(u"description"_s).toString();
        file.bytes = static_cast<qint64>(object.value(u"bytes"_s).toDouble());
        file.sha256 = object.value(u"sha256"_s).toString();
        // A manifest is a file that anybody may have edited: it must not lead out of its folder.
        const QString clean = QDir::cleanPath(file.path);
        if (clean.isEmpty() || QDir::isAbsolutePath(clean) || clean == u".."_s ||
            clean.startsWith(u"../"_s))
            return Error(ErrorCode::Damaged,
                         Text::tr("成果包清单“%1”列有文件夹以外的文件，请重新生成成果包。")
                             .arg(QDir::toNativeSeparators(path)));
        files.append(file);
    }
    return files;
}

/// Moves the finished files to their place. The manifest goes away first and comes back last.
Result<void> moveInto(const QString& folder, const WorkFolder& work,
                      const QList<PackageFile>& files)
{
    const QString manifest = folder + u'/' + manifestName;
    QSet<QString> staying;
    for (const PackageFile& file : files)
        staying.insert(file.path);
    QStringList leaving;
    if (QFile::exists(manifest)) {
        if (const auto former = readManifest(manifest)) {
            for (const PackageFile& file : *former) {
                if (!staying.contains(file.path))
                    leaving.append(file.path);
            }
        }
        if (!QFile::remove(manifest))
            return cannotWrite(manifest);
    }
    for (const QString& path : leaving)
        QFile::remove(folder + u'/' + path);
    for (const QString& path : [&] {
             QStringList all;
             for (const PackageFile& file : files)
                 all.append(file.path);
             all.append(manifestName);
             return all;
         }()) {
        const QString target = folder + u'/' + path;
        if (!QDir().mkpath(QFileInfo(target).absolutePath()))
            return cannotWrite(target);
        if (QFile::exists(target) && !QFile::remove(target))
            return cannotWrite(target);
        if (!QFile::rename(work.file(path), target))
            return cannotWrite(target);
    }
    // Only when the new package left them empty.
    for (const QString& below : {chartFolder, landFolder, sheetFolder})
        QDir(folder).rmdir(below);
    return {};
}

/// Of two years the year after lies in memory whole, some 600 bytes a parcel, and half a million
/// parcels take a minute or two: beyond this the transition is a job of its own.
constexpr qint64 mostForTransition = 3'000'000;

/// What keeps a table of land out of the package; empty: nothing.
QString obstacle(const spatial::TablePlan& plan)
{
    qint64 parcels = 0;
    for (const project::Layer& layer : plan.parcels)
        parcels += layer.features;
    if (plan.choices.kind == spatial::TableKind::Transition && parcels > mostForTransition)
        return Text::tr("图斑超过 %1 个，转移矩阵不随成果编制；请在“空间数据”的“表格”里另行编制。")
            .arg(mostForTransition);
    return {};
}

/// The tables of land that the project's layers allow, by the choices kept with it; what cannot be
/// made for want of a layer is left out, and a layer that cannot be read is told.
Result<QList<PackageFile>> writeLandTables(const WorkFolder& work, const project::YearData& data,
                                           const PackageOptions& options, const CancelToken& cancel,
                                           const ProgressSink& progress)
{
    QList<PackageFile> files;
    const auto tell = [&options](spatial::TableKind kind, const QString& why) {
        if (options.tell)
            options.tell(Issue{Severity::Warning, why, spatial::tableName(kind), {}, {}, 1});
    };
    constexpr std::array kinds{spatial::TableKind::Matrix, spatial::TableKind::Transition,
                               spatial::TableKind::Encroachment};
    double done = 0;
    for (const spatial::TableKind kind : kinds) {
        const double before = done++;
        const ProgressSink each = [&](double share, const QString& at) {
            tellProgress(progress, (before + share) / double(kinds.size()), at);
        };
        const spatial::TablePlan plan = spatial::planTable(data, spatial::choicesFor(data, kind));
        if (!plan.canBeMade())
            continue;
        if (const QString why = obstacle(plan); !why.isEmpty()) {
            tell(kind, why);
            continue;
        }
        spatial::TableOptions how;
        how.shapes = kind == spatial::TableKind::Encroachment; // for its pictures
        const auto table = spatial::makeTable(options.project, data, plan, how, cancel, each);
        if (!table && table.error().code() == ErrorCode::Cancelled)
            return table.error();
        if (!table) {
            tell(kind, table.error().message());
            continue;
        }
        const QString path = landFolder + u'/' + tableFileName(*table, data) + u".xlsx"_s;
        if (auto written = writeTable(work.file(path), *table, data, cancel); !written)
            return written.error();
        files.append({path, spatial::tableName(kind), 0, {}});
    }
    return files;
}

/// The drawings that the project's layers allow; which ones they do not and why stands in their
/// list. Without a single one there is no folder.
Result<QList<PackageFile>> writeSheets(const WorkFolder& work, const project::YearData& data,
                                       const PackageOptions& options, const CancelToken& cancel,
                                       const ProgressSink& progress)
{
    DrawingOptions wanted;
    wanted.formats = {u"png"_s};
    wanted.atlas = true;
    wanted.dotsPerInch = 150; // to be looked at and put into texts; the atlas is for print
    const auto sheets = draw::shippedSheets();
    const auto possible = listDrawings(options.project, data, sheets, wanted);
    if (!possible)
        return possible.error();
    if (std::none_of(possible->sheets.cbegin(), possible->sheets.cend(),
                     [](const DrawnSheet& sheet) { return sheet.isDrawn; }))
        return QList<PackageFile>{};
    const auto set = writeDrawings(work.file(sheetFolder), options.project, data, sheets, wanted,
                                   cancel, progress);
    if (!set)
        return set.error();
    QList<PackageFile> files;
    const auto took = [&files](const QString& name, const QString& description) {
        files.append({sheetFolder + u'/' + name, description, 0, {}});
    };
    for (const DrawnSheet& sheet : set->sheets) {
        for (const QString& name : sheet.files)
            took(name, name.endsWith(u".pgw"_s) ? u"坐标文件：%1"_s.arg(sheet.title)
                                                : u"图纸：%1"_s.arg(sheet.title));
        if (!sheet.isDrawn && !sheet.lacks && options.tell)
            options.tell(Issue{Severity::Warning, sheet.why, sheet.title, {}, {}, 1});
    }
    if (!set->atlas.isEmpty())
        took(set->atlas, u"规划实施分析图集（PDF）"_s);
    took(set->list, u"图纸清单，含未编制的图纸及原因"_s);
    return files;
}

void lineOf(const pugi::xml_node& node, QString& line)
{
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:t")
            line += QString::fromUtf8(child.text().get());
        else if (name == "w:tab" || name == "w:br")
            line += u' ';
        else if (name != "w:instrText" && name != "w:pPr" && name != "w:rPr")
            lineOf(child, line);
    }
}

void linesOf(const pugi::xml_node& node, QStringList& lines)
{
    for (const pugi::xml_node child : node.children()) {
        const std::string_view name = child.name();
        if (name == "w:p") {
            QString line;
            lineOf(child, line);
            lines.append(line);
        } else if (name == "w:tr") {
            QStringList cells;
            for (const pugi::xml_node tableCell : child.children("w:tc")) {
                QString line;
                lineOf(tableCell, line);
                cells.append(line);
            }
            lines.append(cells.join(u'\t'));
        } else {
            linesOf(child, lines);
        }
    }
}

/// Blanks differ between writers; tabs part the cells.
QString withoutBlanks(const QString& text)
{
    QString result = text;
    result.removeIf([](QChar letter) { return letter.isSpace() && letter != u'\t'; });
    return result;
}

} // namespace

Result<QStringList> docxLines(const QString& path)
{
    auto zip = office::ZipReader::open(path);
    if (!zip)
        return zip.error();
    auto xml = zip->read(u"word/document.xml"_s);
    if (!xml)
        return xml.error();
    pugi::xml_document document;
    if (!document.load_buffer(xml->constData(), static_cast<size_t>(xml->size()),
                              pugi::parse_default | pugi::parse_ws_pcdata))
        return Error(
            ErrorCode::Damaged,
            Text::tr("“%1”的正文不能读取，请重新生成成果包。").arg(QDir::toNativeSeparators(path)));
    QStringList lines;
    linesOf(document.child("w:document").child("w:body"), lines);
    return lines;
}

Result<QList<PackageFile>> writePackage(const QString& folder, const project::YearData& data,
                                        const assess::Assessment& assessment, ChartPainter& painter,
                                        const PackageOptions& options, const CancelToken& cancel,
                                        const ProgressSink& progress)
{
    const QFileInfo target(QDir::cleanPath(QDir::current().absoluteFilePath(folder)));
    const QString shown = QDir::toNativeSeparators(target.absoluteFilePath());
    if (target.exists() && !target.isDir())
        return Error(ErrorCode::BadUsage,
                     Text::tr("“%1”是文件而不是文件夹，请另选输出文件夹。").arg(shown));
    if (!QDir().mkpath(target.absoluteFilePath()) ||
        !QFileInfo(target.absoluteFilePath()).isWritable())
        return cannotWrite(target.absoluteFilePath());
    const QString beside = target.absolutePath() + u"/."_s + target.fileName();
    QLockFile lock(beside + u".lock"_s);
    lock.setStaleLockTime(
        0); // a long report is not a dead one; the lock of a dead process is seen by its number
    if (!lock.tryLock(0)) {
        if (lock.error() == QLockFile::LockFailedError)
            return Error(ErrorCode::Busy,
                         Text::tr("另一个程序正在写成果包“%1”，请等它结束后再试。").arg(shown));
        return cannotWrite(target.absolutePath());
    }
    const WorkFolder work(beside + u".part"_s);
    if (!work.make())
        return cannotWrite(target.absolutePath());

    const auto cancelled = [&] {
        return Error(ErrorCode::Cancelled, Text::tr("已取消导出，原有成果包保持不变。"));
    };
    const auto part = [&](double from, double to) -> ProgressSink {
        if (!progress)
            return {};
        return [&progress, from, to](double share, const QString& at) {
            progress(from + (to - from) * share, at);
        };
    };
    auto report = composeAnnualReport(data, assessment, &painter, cancel, part(0, 0.5));
    if (!report)
        return report.error();

    QList<PackageFile> files;
    const auto took = [&](const QString& path, const QString& description) {
        files.append({path, description, 0, {}});
    };
    if (options.docx) {
        tellProgress(progress, 0.5, docxName);
        if (auto written = writeDocx(work.file(docxName), report->document, options.docxTemplate);
            !written)
            return written.error();
        took(docxName, u"年度体检评估总报告（可编辑）"_s);
    }
    if (cancel.isCancelled())
        return cancelled();
    if (options.pdf) {
        if (auto written = writePdf(work.file(pdfName), report->document, cancel, part(0.55, 0.8));
            !written)
            return written.error();
        took(pdfName, u"年度体检评估总报告（PDF）"_s);
    }
    if (options.conclusionTable) {
        tellProgress(progress, 0.8, tableName);
        if (auto written = writeConclusionTable(work.file(tableName), data, assessment, cancel);
            !written)
            return written.error();
        took(tableName, u"指标结论表（市域、分区、统计、说明）"_s);
    }
    if (!options.project.isEmpty() && options.landTables) {
        auto tables = writeLandTables(work, data, options, cancel, part(0.82, 0.85));
        if (!tables)
            return tables.error().code() == ErrorCode::Cancelled ? cancelled() : tables.error();
        files += *tables;
    }
    if (!options.project.isEmpty() && options.drawings) {
        auto sheets = writeSheets(work, data, options, cancel, part(0.85, 0.92));
        if (!sheets)
            return sheets.error().code() == ErrorCode::Cancelled ? cancelled() : sheets.error();
        files += *sheets;
    }
    if (options.docx) {
        if (auto written = writeFileSafely(work.file(factsName), factsToJson(report->facts));
            !written)
            return written.error();
        took(factsName, u"总报告中每个数字的来源，供核对"_s);
    }
    if (options.charts) {
        const InChinese official;
        QMap<QString, Chart> charts;
        const project::YearData printed = withPrintedDecimals(data, assessment);
        if (options.everySeries) {
            for (const Chart& chart : everySeries(printed, assessment))
                charts.insert(chart.id, chart);
        }
        for (const Chart& chart : report->charts + allCharts(printed, assessment))
            charts.insert(chart.id, chart);
        QSet<QString> stems;
        for (const Chart& chart : std::as_const(charts)) {
            if (cancel.isCancelled())
                return cancelled();
            auto png = painter.png(chart, chartSize, chartScale);
            if (!png)
                return png.error();
            auto svg = painter.svg(chart, chartSize);
            if (!svg)
                return svg.error();
            QString stem = fileStem(chart.id);
            while (stems.contains(stem))
                stem.append(u'_');
            stems.insert(stem);
            for (const auto& [suffix, bytes] :
                 {std::pair(u".png"_s, *png), std::pair(u".svg"_s, *svg)}) {
                const QString path = chartFolder + u'/' + stem + suffix;
                if (auto written = writeFileSafely(work.file(path), bytes); !written)
                    return written.error();
                took(path, u"图表：%1"_s.arg(chart.title));
            }
        }
    }
    tellProgress(progress, 0.95, manifestName);
    for (PackageFile& file : files) {
        auto digest = sha256OfFile(work.file(file.path), cancel);
        if (!digest)
            return digest.error();
        file.sha256 = *digest;
        file.bytes = QFileInfo(work.file(file.path)).size();
    }
    if (auto written = writeFileSafely(work.file(manifestName), manifestJson(data.info, files));
        !written)
        return written.error();
    if (cancel.isCancelled())
        return cancelled();
    if (auto moved = moveInto(target.absoluteFilePath(), work, files); !moved)
        return moved.error();
    const QString manifest = target.absoluteFilePath() + u'/' + manifestName;
    PackageFile last{
        manifestName, u"成果清单（文件、大小、校验值）"_s, QFileInfo(manifest).size(), {}};
    if (auto digest = sha256OfFile(manifest))
        last.sha256 = *digest;
    files.append(last);
    tellProgress(progress, 1, {});
    return files;
}

Result<PackageCheck> verifyPackage(const QString& folder, const CancelToken& cancel)
{
    const QString manifest = folder + u'/' + manifestName;
    if (!QFile::exists(manifest))
        return Error(ErrorCode::NotFound,
                     Text::tr("文件夹“%1”里没有“%2”，它不是成果包，或导出没有完成；请重新导出。")
                         .arg(QDir::toNativeSeparators(folder), manifestName));
    auto files = readManifest(manifest);
    if (!files)
        return files.error();
    PackageCheck check;
    check.files = static_cast<int>(files->size());
    const auto problem = [&](const QString& file, const QString& text) {
        check.problems.append(Issue{Severity::Error, text, file, {}, {}, 1});
    };
    for (const PackageFile& file : *files) {
        const QString path = folder + u'/' + file.path;
        if (!QFile::exists(path)) {
            problem(file.path, Text::tr("文件缺失，请重新导出成果包。"));
            continue;
        }
        const auto digest = sha256OfFile(path, cancel);
        if (!digest) {
            if (digest.error().code() == ErrorCode::Cancelled)
                return digest.error();
            problem(file.path, digest.error().message());
        } else if (*digest != file.sha256) {
            problem(
                file.path,
                Text::tr("内容与清单不符，导出后被改动过；如属有意修改可忽略，否则请重新导出。"));
        }
    }
    const QString table = folder + u'/' + tableName;
    if (QFile::exists(table)) {
        if (const auto book = office::readXlsx(table); !book)
            problem(tableName, book.error().message());
    }
    const QString pdf = folder + u'/' + pdfName;
    if (QFile file(pdf); file.exists()) {
        if (!file.open(QIODevice::ReadOnly) || file.read(5) != "%PDF-")
            problem(pdfName, Text::tr("不是可读的 PDF 文件，请重新导出成果包。"));
    }
    const QString docx = folder + u'/' + docxName;
    const QString factsPath = folder + u'/' + factsName;
    if (QFile::exists(docx) && QFile::exists(factsPath)) {
        const auto lines = docxLines(docx);
        const auto bytes = readFile(factsPath);
        if (!lines) {
            problem(docxName, lines.error().message());
        } else if (!bytes) {
            problem(factsName, bytes.error().message());
        } else if (const auto facts = factsFromJson(*bytes); !facts) {
            problem(factsName, facts.error().message());
        } else {
            QSet<QString> rows;
            QString text;
            for (const QString& line : *lines) {
                const QString bare = withoutBlanks(line);
                rows.insert(bare);
                text += bare + u'\n';
            }
            QHash<QString, bool> known;
            for (const PrintedFact& fact : *facts) {
                auto found = known.constFind(fact.place);
                if (found == known.constEnd()) {
                    const QString place = withoutBlanks(fact.place);
                    found = known.insert(fact.place, place.contains(u'\t') ? rows.contains(place)
                                                                           : text.contains(place));
                }
                const bool printed = fact.place.contains(fact.text) &&
                                     fact.text.startsWith(printNumber(fact.number, fact.decimals));
                if (*found && printed)
                    ++check.numbers;
                else
                    problem(
                        docxName,
                        Text::tr(
                            "报告中找不到数字“%1”所在的句子“%2”，报告与数据不一致，请重新导出。")
                            .arg(fact.text, fact.place));
            }
        }
    }
    check.ok = !hasErrors(check.problems);
    return check;
}

} // namespace checkup::report
