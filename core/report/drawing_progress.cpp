#include "core/report/drawing_progress.h"

#include "core/base/file_tools.h"
#include "core/draw/sheet_frame.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace checkup::report {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const DrawnSheet& sheet)
{
    return sheet.id + u'\n' + sheet.district;
}

QStringList listOf(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue& one : value.toArray())
        texts << one.toString();
    return texts;
}

/// Size and time of a layer's file; of a folder, of what lies in it.
QString stateOf(const QString& path)
{
    const QFileInfo file(path);
    const auto state = [](const QFileInfo& one) {
        return one.fileName() + u' ' + QString::number(one.size()) + u' ' +
               one.lastModified().toUTC().toString(Qt::ISODateWithMs);
    };
    QStringList states{state(file)};
    if (file.isDir()) {
        for (const QFileInfo& one : QDir(path).entryInfoList(QDir::Files, QDir::Name))
            states << state(one);
    }
    return states.join(u'\n');
}

} // namespace

DrawingProgress::DrawingProgress(const QString& folder, QByteArray stamp, bool resume)
    : m_folder(folder)
    , m_stamp(std::move(stamp))
{
    const auto bytes = resume ? readFile(path()) : Result<QByteArray>(QByteArray());
    if (!bytes)
        return;
    const QJsonObject record = QJsonDocument::fromJson(*bytes).object();
    if (record.value(u"stamp"_s).toString().toLatin1() != m_stamp)
        return;
    for (const QJsonValue& value : record.value(u"sheets"_s).toArray()) {
        const QJsonObject object = value.toObject();
        DrawnSheet sheet;
        sheet.id = object.value(u"id"_s).toString();
        sheet.district = object.value(u"district"_s).toString();
        sheet.isDrawn = true;
        sheet.scale = object.value(u"scale"_s).toDouble();
        sheet.legend = listOf(object.value(u"legend"_s));
        sheet.figures = listOf(object.value(u"figures"_s));
        sheet.unknown = listOf(object.value(u"unknown"_s));
        const QJsonObject files = object.value(u"files"_s).toObject();
        sheet.files = files.keys();
        sheet.files.sort();
        QMap<QString, QString>& sums = m_sums[keyOf(sheet)];
        for (const QString& name : std::as_const(sheet.files))
            sums.insert(name, files.value(name).toString());
        m_sheets.insert(keyOf(sheet), sheet);
    }
}

std::optional<DrawnSheet> DrawingProgress::finished(const DrawnSheet& sheet) const
{
    const auto found = m_sheets.constFind(keyOf(sheet));
    if (found == m_sheets.constEnd() || found->files.isEmpty())
        return {};
    const QMap<QString, QString> sums = m_sums.value(keyOf(sheet));
    for (const QString& name : found->files) {
        const auto sum = sha256OfFile(QDir(m_folder).filePath(name));
        if (!sum || *sum != sums.value(name))
            return {};
    }
    DrawnSheet whole = *found;
    whole.number = sheet.number;
    whole.title = sheet.title;
    return whole;
}

Result<void> DrawingProgress::add(const DrawnSheet& sheet)
{
    QMap<QString, QString>& sums = m_sums[keyOf(sheet)];
    for (const QString& name : sheet.files) {
        const auto sum = sha256OfFile(QDir(m_folder).filePath(name));
        if (!sum)
            return sum.error();
        sums.insert(name, *sum);
    }
    m_sheets.insert(keyOf(sheet), sheet);
    QJsonArray sheets;
    for (const DrawnSheet& one : std::as_const(m_sheets)) {
        QJsonObject files;
        const QMap<QString, QString> kept = m_sums.value(keyOf(one));
        for (auto file = kept.cbegin(); file != kept.cend(); ++file)
            files.insert(file.key(), file.value());
        sheets.append(QJsonObject{{u"id"_s, one.id},
                                  {u"district"_s, one.district},
                                  {u"scale"_s, one.scale},
                                  {u"legend"_s, QJsonArray::fromStringList(one.legend)},
                                  {u"figures"_s, QJsonArray::fromStringList(one.figures)},
                                  {u"unknown"_s, QJsonArray::fromStringList(one.unknown)},
                                  {u"files"_s, files}});
    }
    const QJsonObject record{{u"stamp"_s, QString::fromLatin1(m_stamp)}, {u"sheets"_s, sheets}};
    return writeFileSafely(path(), QJsonDocument(record).toJson(QJsonDocument::Compact));
}

void DrawingProgress::end() const
{
    QFile::remove(path());
}

QString DrawingProgress::path() const
{
    return QDir(m_folder).filePath(u".图纸进度.json"_s);
}

QByteArray drawingStamp(const QString& projectPath, const project::YearData& data,
                        const QList<draw::SheetTemplate>& sheets, const DrawingOptions& options)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto take = [&hash](const QString& text) {
        hash.addData(text.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    };
    take(QStringLiteral(CHECKUP_VERSION));
    take(data.info.uuid);
    take(data.info.changedAt.toUTC().toString(Qt::ISODateWithMs));
    const QDir folder = QFileInfo(projectPath).absoluteDir();
    for (const project::Layer& layer : data.layers) {
        if (layer.path.startsWith(u"PG:"_s))
            take(QUuid::createUuid().toString()); // nobody tells whether its rows are the same
        else if (!layer.isInside())
            take(stateOf(folder.absoluteFilePath(layer.path)));
    }
    for (const draw::SheetTemplate& sheet : sheets)
        take(QString::fromUtf8(draw::writeSheet(sheet)));
    take(QString::number(options.year));
    take(options.formats.join(u','));
    take(QString::number(options.dotsPerInch));
    take(options.reviewNumber);
    take(options.secrecy);
    take(options.paper);
    take(options.upright ? QString::number(*options.upright ? 1 : 0) : QString());
    take(options.frame ? QString::fromUtf8(draw::writeFrame(*options.frame)) : QString());
    return hash.result().toHex();
}

} // namespace checkup::report
