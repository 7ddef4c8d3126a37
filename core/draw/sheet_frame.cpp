#include "core/draw/sheet_frame.h"

#include "core/base/file_tools.h"
#include "core/draw/data_reader.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

namespace checkup::draw {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Draw)
};

constexpr int logoSide = 600; // pixels: 25 mm at 600 dots an inch

QByteArray pngOf(const QImage& picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

QImage plain(const QImage& picture)
{
    QImage made = picture.convertToFormat(QImage::Format_ARGB32);
    made.setDotsPerMeterX(0);
    made.setDotsPerMeterY(0);
    return made;
}

} // namespace

Result<OfficeFrame> readFrame(const QString& file, const QByteArray& bytes)
{
    DataReader reader;
    const QString top = u"/"_s;
    const QJsonObject root = reader.begin(file, bytes);
    OfficeFrame frame;
    if (!reader.fault()) {
        reader.expectKeys(root, top, {u"version"_s},
                          {u"name"_s, u"logo"_s, u"maker"_s, u"checker"_s, u"approver"_s, u"date"_s,
                           u"number"_s, u"doubled"_s});
        if (root.value(u"version"_s).toInt() != 1)
            reader.fail(top, Text::tr("“%1”应为 1。").arg(u"version"_s));
        frame.name = reader.text(root, top, u"name"_s);
        frame.maker = reader.text(root, top, u"maker"_s);
        frame.checker = reader.text(root, top, u"checker"_s);
        frame.approver = reader.text(root, top, u"approver"_s);
        frame.date = reader.text(root, top, u"date"_s);
        frame.number = reader.text(root, top, u"number"_s);
        frame.doubled = reader.flag(root, top, u"doubled"_s, false);
        const QByteArray logo = reader.text(root, top, u"logo"_s).toLatin1();
        if (logo.size() > largestLogo * 4 / 3 + 4) {
            reader.fail(
                top,
                Text::tr("“%1”的图片超过 %2 KB，请缩小。").arg(u"logo"_s).arg(largestLogo >> 10));
        } else if (!logo.isEmpty()) {
            frame.logo = plain(QImage::fromData(QByteArray::fromBase64(logo)));
            if (frame.logo.isNull())
                reader.fail(top,
                            Text::tr("“%1”应为 base64 写出的 PNG 或 JPEG 图片。").arg(u"logo"_s));
        }
    }
    if (const auto fault = reader.fault())
        return *fault;
    return frame;
}

QByteArray writeFrame(const OfficeFrame& frame)
{
    QJsonObject root{{u"version"_s, 1}};
    for (const auto& [key, words] :
         {std::pair(u"name"_s, frame.name), std::pair(u"maker"_s, frame.maker),
          std::pair(u"checker"_s, frame.checker), std::pair(u"approver"_s, frame.approver),
          std::pair(u"date"_s, frame.date), std::pair(u"number"_s, frame.number)}) {
        if (!words.isEmpty())
            root.insert(key, words);
    }
    if (frame.doubled)
        root.insert(u"doubled"_s, true);
    if (!frame.logo.isNull())
        root.insert(u"logo"_s, QString::fromLatin1(pngOf(frame.logo).toBase64()));
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

Result<QImage> readLogo(const QString& path)
{
    const auto bytes = readFile(path, qint64(20) << 20);
    if (!bytes)
        return bytes.error();
    QImage logo = QImage::fromData(*bytes);
    if (logo.isNull())
        return Error(
            ErrorCode::Invalid,
            Text::tr("文件 %1 不是可用的图片，请用 PNG 或 JPEG。").arg(QFileInfo(path).fileName()));
    if (std::max(logo.width(), logo.height()) > logoSide)
        logo = logo.scaled(logoSide, logoSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    while (pngOf(logo).size() > largestLogo)
        logo = logo.scaled(logo.size() * 2 / 3, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return plain(logo);
}

} // namespace checkup::draw
