#include "core/gdal/open_table.h"

#include "core/base/file_tools.h"
#include "core/gdal/handles.h"
#include "core/office/file_kind.h"
#include "core/office/html_tables.h"
#include "core/office/spreadsheet_xml.h"
#include "core/office/text_decoding.h"
#include "core/office/xlsx_reader.h"
#include "core/office/zip.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <new>

namespace checkup::gdal {

using namespace Qt::StringLiterals;
using office::Cell;
using office::FileKind;
using office::Sheet;
using office::Workbook;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenTable)
};

constexpr int maxRow = 1'048'576;

Error tooManyCells(const QString& path)
{
    return {ErrorCode::TooLarge,
            Text::tr("“%1”单元格过多，超出安全限制；请删除多余的行列，或拆分后再试。")
                .arg(QDir::toNativeSeparators(path))};
}

Error cancelled()
{
    return {ErrorCode::Cancelled, Text::tr("已取消。")};
}

/// Splits text into records and fields as RFC 4180 says; forgiving where files are not: a quote
/// inside an unquoted field and text after a closing quote stand as they are, any line end will do.
class Splitter
{
public:
    Splitter(QStringView text, QChar delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {}

    bool atEnd() const { return m_at >= m_text.size(); }
    bool hasOpenQuote() const { return m_openQuote; } ///< the text ended inside quotes

    QStringList next()
    {
        QStringList fields;
        for (;;) {
            fields << field();
            if (atEnd())
                return fields;
            const QChar end = m_text[m_at++];
            if (end == m_delimiter) {
                if (atEnd()) { // a delimiter at the very end still opens a field
                    fields << QString();
                    return fields;
                }
                continue;
            }
            if (end == u'\r' && !atEnd() && m_text[m_at] == u'\n')
                ++m_at;
            return fields;
        }
    }

private:
    bool endsField(QChar sign) const
    {
        return sign == m_delimiter || sign == u'\n' || sign == u'\r';
    }

    QString field()
    {
        QString value;
        if (!atEnd() && m_text[m_at] == u'"') {
            ++m_at;
            m_openQuote = true;
            while (!atEnd()) {
                const QChar sign = m_text[m_at++];
                if (sign != u'"') {
                    value += sign;
                } else if (!atEnd() && m_text[m_at] == u'"') {
                    value += u'"';
                    ++m_at;
                } else {
                    m_openQuote = false;
                    break;
                }
            }
        }
        const qsizetype from = m_at;
        while (!atEnd() && !endsField(m_text[m_at]))
            ++m_at;
        return value + m_text.mid(from, m_at - from).toString();
    }

    QStringView m_text;
    QChar m_delimiter;
    qsizetype m_at = 0;
    bool m_openQuote = false;
};

/// The candidate that splits most of the first records into the same number of fields.
QChar findDelimiter(QStringView text)
{
    constexpr int sample = 50;
    QChar best = u',';
    qsizetype bestAgreeing = 0;
    qsizetype bestFields = 1;
    for (const QChar candidate : {QChar(u','), QChar(u'\t'), QChar(u';')}) {
        Splitter splitter(text, candidate);
        QHash<qsizetype, qsizetype> byCount;
        for (int record = 0; record < sample && !splitter.atEnd(); ++record)
            ++byCount[splitter.next().size()];
        qsizetype agreeing = 0;
        qsizetype fields = 1;
        for (auto count = byCount.cbegin(); count != byCount.cend(); ++count) {
            const bool more =
                count.value() > agreeing || (count.value() == agreeing && count.key() > fields);
            if (count.key() > 1 && more) {
                agreeing = count.value();
                fields = count.key();
            }
        }
        if (agreeing > bestAgreeing || (agreeing == bestAgreeing && fields > bestFields)) {
            best = candidate;
            bestAgreeing = agreeing;
            bestFields = fields;
        }
    }
    return best;
}

Result<Workbook> openCsv(const QString& path, const office::Limits& limits,
                         const CancelToken& cancel)
{
    const auto bytes = readFile(path, limits.entryBytes);
    if (!bytes)
        return bytes.error();
    const auto decoded = office::decodeText(*bytes);
    if (!decoded) {
        return decoded.error().wrap(
            Text::tr("“%1”的文字编码无法识别（试过 UTF-8、UTF-16 和 GB18030）；请另存为 UTF-8 "
                     "编码的 CSV 或 .xlsx 后再试。")
                .arg(QDir::toNativeSeparators(path)));
    }
    Workbook workbook;
    workbook.fileName = QFileInfo(path).fileName();
    Sheet sheet;
    sheet.name = QFileInfo(path).completeBaseName();

    QStringView text(decoded->text);
    while (text.endsWith(QChar(0x1A)) ||
           text.endsWith(QChar(u'\0'))) // DOS programs mark the end of text so
        text.chop(1);
    QChar delimiter = u'\0';
    // Excel's own hint line "sep=;" is obeyed; its row stays, empty, so that positions are the
    // file's.
    static const QRegularExpression hint(u"\\A\"?sep=([,;\\t])\"?\\r?\\n"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto hinted = hint.match(text.left(16).toString());
    if (hinted.hasMatch()) {
        delimiter = hinted.captured(1)[0];
        text = text.mid(hinted.capturedLength());
        sheet.rows.emplaceBack();
    } else {
        delimiter = findDelimiter(text);
    }
    Splitter splitter(text, delimiter);
    qint64 cells = 0;
    while (!splitter.atEnd()) {
        if (sheet.rows.size() % 500 == 0 && cancel.isCancelled())
            return cancelled();
        QStringList fields = splitter.next();
        while (!fields.isEmpty() && fields.last().isEmpty())
            fields.removeLast();
        cells += fields.size() + 1;
        if (cells > limits.cells)
            return tooManyCells(path);
        QList<Cell> row(fields.size());
        for (qsizetype i = 0; i < fields.size(); ++i) {
            if (fields[i].isEmpty())
                continue;
            row[i].kind = Cell::Kind::Text;
            row[i].text = std::move(fields[i]);
        }
        sheet.rows << std::move(row);
    }
    while (!sheet.rows.isEmpty() && sheet.rows.last().isEmpty())
        sheet.rows.removeLast();
    if (splitter.hasOpenQuote()) {
        workbook.issues << Issue{
            Severity::Warning,
            Text::tr("引号没有配对，其后内容可能并入了同一单元格；请核对原文件。"),
            workbook.fileName,
            {},
            {},
            1};
    }
    workbook.sheets << std::move(sheet);
    return workbook;
}

Cell cellOfText(const QString& text)
{
    Cell cell;
    if (text.isEmpty())
        return cell;
    cell.text = text;
    cell.kind = Cell::Kind::Text;
    // The drivers hand out numbers as text; what a number's own text would be is taken as one
    // ("007" is not).
    static const QRegularExpression number(
        u"\\A-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]+)?(?:e[+-][0-9]+)?\\z"_s);
    if (number.match(text).hasMatch()) {
        cell.number = text.toDouble();
        cell.kind = Cell::Kind::Number;
        cell.text = QString::number(cell.number, 'g', QLocale::FloatingPointShortest);
        if (cell.text.contains(u'e'))
            cell.text = text;
    }
    return cell;
}

Result<void> readLayer(OGRLayerH layer, const QString& path, const office::Limits& limits,
                       const CancelToken& cancel, qint64& cells, Sheet& sheet)
{
    OGR_L_ResetReading(layer);
    int sinceLook = 0;
    while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
        if (++sinceLook % 200 == 0 && cancel.isCancelled())
            return cancelled();
        // Without a header line both drivers number features by the row they stand in, from 1.
        const GIntBig row = OGR_F_GetFID(feature.get()) - 1;
        if (row < 0 || row >= maxRow)
            return tooManyCells(path);
        QList<Cell> values;
        const int count = OGR_F_GetFieldCount(feature.get());
        for (int i = 0; i < count; ++i) {
            if (!OGR_F_IsFieldSetAndNotNull(feature.get(), i))
                continue;
            const Cell cell =
                cellOfText(QString::fromUtf8(OGR_F_GetFieldAsString(feature.get(), i)));
            if (cell.kind == Cell::Kind::Empty)
                continue;
            values.resize(i + 1);
            values[i] = cell;
        }
        if (values.isEmpty())
            continue;
        cells += values.size();
        if (cells > limits.cells)
            return tooManyCells(path);
        if (sheet.rows.size() <= row)
            sheet.rows.resize(row + 1);
        sheet.rows[row] = std::move(values);
    }
    return {};
}

/// Whether a compound file reaches as far as its own allocation table says ([MS-CFB] 2.2 and 2.3):
/// the driver reads a cut one without complaint and leaves out what is missing.
bool isWholeCompoundFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(512);
    if (!header.startsWith("\xD0\xCF\x11\xE0"))
        return true; // a bare BIFF stream has no such table
    if (header.size() < 512)
        return false;
    const int shift = qFromLittleEndian<quint16>(header.constData() + 30);
    if (shift < 7 || shift > 16)
        return false;
    const qint64 sectorSize = qint64(1) << shift;
    constexpr quint32 inHeader = 109;
    const quint32 tables = std::min(qFromLittleEndian<quint32>(header.constData() + 44), inHeader);
    constexpr quint32 freeSector = 0xFFFFFFFF;
    qint64 last = -1;
    for (quint32 table = 0; table < tables; ++table) {
        const auto sector = qFromLittleEndian<quint32>(header.constData() + 76 + 4 * table);
        if (!file.seek((qint64(sector) + 1) * sectorSize))
            return false;
        const QByteArray entries = file.read(sectorSize);
        if (entries.size() < sectorSize)
            return false;
        for (qint64 at = 0; at < sectorSize / 4; ++at) {
            if (qFromLittleEndian<quint32>(entries.constData() + 4 * at) != freeSector)
                last = table * (sectorSize / 4) + at;
        }
    }
    return file.size() > (last + 1) * sectorSize; // the last sector need not be filled up
}

Result<Workbook> openByGdal(const QString& path, FileKind kind, const office::Limits& limits,
                            const CancelToken& cancel)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (kind == FileKind::Ods) {
        // The driver unpacks without limits, so what it will unpack is tried first.
        auto zip = office::ZipReader::open(path, limits);
        if (!zip)
            return zip.error();
        if (const auto content = zip->read(u"content.xml"_s); !content)
            return content.error();
    } else if (QFileInfo(path).size() > limits.entryBytes) {
        return tooManyCells(path);
    }
    if (kind == FileKind::Xls && !isWholeCompoundFile(path)) {
        return Error(ErrorCode::Damaged,
                     Text::tr("“%1”不完整（文件被截断）；请重新获取该文件。").arg(shown));
    }
    if (cancel.isCancelled())
        return cancelled();

    registerDrivers();
    const ErrorCollector errors;
    const bool isXls = kind == FileKind::Xls;
    const char* driver = isXls ? "XLS" : "ODS";
    if (GDALGetDriverByName(driver) == nullptr) {
        return Error(ErrorCode::Unsupported,
                     Text::tr("本机的 GDAL 不能读取%1；请把“%2”另存为 .xlsx 后再试。")
                         .arg(office::fileKindName(kind), shown));
    }
    const ScopedOption headers(isXls ? "OGR_XLS_HEADERS" : "OGR_ODS_HEADERS", "DISABLE");
    const ScopedOption types(isXls ? "OGR_XLS_FIELD_TYPES" : "OGR_ODS_FIELD_TYPES", "STRING");
    const char* const drivers[] = {driver, nullptr};
    // The drivers go by the file's extension; a copy of the right name stands in where it differs.
    const QTemporaryDir folder;
    QString source = path;
    const QString wanted = isXls ? u"xls"_s : u"ods"_s;
    if (QFileInfo(path).suffix().compare(wanted, Qt::CaseInsensitive) != 0) {
        source = folder.filePath(u"table."_s + wanted);
        if (!QFile::copy(path, source)) {
            return Error(
                ErrorCode::Io,
                Text::tr(
                    "“%1”的扩展名与内容不符，又无法在临时文件夹中另存；请把扩展名改为 .%2 后再试。")
                    .arg(shown, wanted));
        }
    }
    const Dataset dataset(GDALOpenEx(QFile::encodeName(source).constData(),
                                     GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    if (dataset == nullptr) {
        return errors.toError(ErrorCode::Damaged,
                              Text::tr("“%1”（%2）读不出来：可能已损坏、设有密码，或写法特殊；请用 "
                                       "Excel 或 WPS 打开，另存为 .xlsx 后再试。")
                                  .arg(shown, office::fileKindName(kind)));
    }
    Workbook workbook;
    workbook.fileName = QFileInfo(path).fileName();
    qint64 cells = 0;
    const int layers = GDALDatasetGetLayerCount(dataset.get());
    for (int i = 0; i < layers; ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
        Sheet sheet;
        sheet.name = QString::fromUtf8(OGR_L_GetName(layer));
        if (auto done = readLayer(layer, path, limits, cancel, cells, sheet); !done)
            return done.error();
        workbook.sheets << std::move(sheet);
    }
    if (errors.hasErrors()) {
        return errors.toError(
            ErrorCode::Damaged,
            Text::tr(
                "“%1”（%2）只能读出一部分，未采用；请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。")
                .arg(shown, office::fileKindName(kind)));
    }
    workbook.issues << Issue{
        Severity::Warning,
        isXls
            ? Text::tr("旧格式 .xls 读不到公式的结果、合并单元格、隐藏行列、批注和百分比格式；"
                       "如有这些内容，请另存为 .xlsx 后再导入。")
            : Text::tr(".ods 读不到合并单元格、隐藏行列、批注和百分比格式；如有这些内容，请另存为 "
                       ".xlsx 后再导入。"),
        workbook.fileName,
        {},
        {},
        1};
    return workbook;
}

bool isNamedLike(const QString& suffix, FileKind kind)
{
    switch (kind) {
    case FileKind::Xlsx:
        return suffix == u"xlsx" || suffix == u"xlsm" || suffix == u"xltx" || suffix == u"xltm";
    case FileKind::Xls:
        return suffix == u"xls" || suffix == u"xlt" || suffix == u"et";
    case FileKind::Ods:
        return suffix == u"ods" || suffix == u"ots";
    case FileKind::Html:
        return suffix == u"htm" || suffix == u"html";
    case FileKind::SpreadsheetXml:
        return suffix == u"xml";
    default:
        return suffix == u"csv" || suffix == u"txt" || suffix == u"tsv" || suffix == u"tab";
    }
}

Result<Workbook> openByKind(const QString& path, FileKind kind, const office::Limits& limits,
                            const CancelToken& cancel)
{
    switch (kind) {
    case FileKind::Xlsx:
        return office::readXlsx(path, limits, cancel);
    case FileKind::Xls:
    case FileKind::Ods:
        return openByGdal(path, kind, limits, cancel);
    case FileKind::Csv:
        return openCsv(path, limits, cancel);
    case FileKind::Html:
        return office::readHtmlTables(path, limits, cancel);
    case FileKind::SpreadsheetXml:
        return office::readSpreadsheetXml(path, limits, cancel);
    default:
        return office::cannotReadKind(path, kind);
    }
}

} // namespace

Result<Workbook> openTable(const QString& path, const office::Limits& limits,
                           const CancelToken& cancel)
{
    const FileKind kind = office::fileKind(path);
    try {
        auto workbook = openByKind(path, kind, limits, cancel);
        if (workbook && !isNamedLike(QFileInfo(path).suffix().toLower(), kind)) {
            workbook->issues.prepend(
                Issue{Severity::Warning,
                      Text::tr("文件扩展名与内容不符，实际是%1，已按内容读取；请改正扩展名。")
                          .arg(office::fileKindName(kind)),
                      workbook->fileName,
                      {},
                      {},
                      1});
        }
        return workbook;
    } catch (const std::bad_alloc&) {
        return tooManyCells(path);
    }
}

bool isTableFile(const QString& path)
{
    static const QStringList suffixes{u"csv"_s,  u"txt"_s, u"tsv"_s, u"xlsx"_s,
                                      u"xlsm"_s, u"xls"_s, u"ods"_s};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

} // namespace checkup::gdal
