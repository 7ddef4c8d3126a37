#include "app/cli/console.h"

#include "app/cli/interrupt.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <cstdio>
#include <memory>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace checkup::cli {

using namespace Qt::StringLiterals;

namespace {

void put(std::FILE* file, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), file);
}

bool isTerminal(std::FILE* file)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(file)) != 0;
#else
    return isatty(fileno(file)) != 0;
#endif
}

/// Columns a text takes on a terminal: East Asian characters take two.
qsizetype widthOf(const QString& text)
{
    qsizetype width = 0;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        width += (u >= 0x1100 &&
                  (u <= 0x115f || (u >= 0x2e80 && u <= 0xa4cf) || (u >= 0xac00 && u <= 0xd7a3) ||
                   (u >= 0xf900 && u <= 0xfaff) || (u >= 0xfe30 && u <= 0xfe6f) ||
                   (u >= 0xff00 && u <= 0xff60) || (u >= 0xffe0 && u <= 0xffe6)))
                     ? 2
                     : 1;
    }
    return width;
}

} // namespace

void Console::line(const QString& text) const
{
    if (!json && !quiet)
        put(stdout, text + u'\n');
}

void Console::table(const QList<QStringList>& rows) const
{
    if (json || quiet)
        return;
    QList<qsizetype> widths;
    for (const QStringList& row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = qMax(widths[i], widthOf(row[i]));
        }
    }
    for (const QStringList& row : rows) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += row[i];
            if (i + 1 < row.size())
                text += QString(widths[i] - widthOf(row[i]) + 2, u' ');
        }
        put(stdout, text + u'\n');
    }
}

void Console::document(const QJsonObject& object) const
{
    if (json)
        put(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
}

void Console::issues(const Issues& issues) const
{
    if (json)
        return;
    for (const Issue& issue : issues) {
        if (quiet && issue.severity != Severity::Error)
            continue;
        put(stderr, toSentence(issue) + u'\n');
    }
}

Exit Console::failure(const Error& error) const
{
    if (json) {
        document({{u"error"_s,
                   QJsonObject{{u"text"_s, error.message()}, {u"detail"_s, error.detail()}}}});
    }
    put(stderr, error.message() + u'\n');
    return error.code() == ErrorCode::BadUsage ? Exit::Usage : Exit::Failure;
}

CancelToken Console::cancel() const
{
    return interruption();
}

ProgressSink Console::progress() const
{
    if (quiet || !isTerminal(stderr))
        return {};
    struct Shown
    {
        QElapsedTimer clock;
        int percent = -1;
    };
    auto shown = std::make_shared<Shown>();
    shown->clock.start();
    return [shown](double share, const QString& at) {
        const int percent = static_cast<int>(share * 100);
        const bool ended = share >= 1;
        if (percent == shown->percent || (!ended && shown->clock.elapsed() < 100))
            return;
        shown->percent = percent;
        shown->clock.restart();
        put(stderr,
            u"\r\033[K%1 %  %2%3"_s.arg(percent, 3).arg(at, ended ? u"\r\033[K"_s : QString()));
        std::fflush(stderr);
    };
}

QJsonArray toJson(const Issues& issues)
{
    QJsonArray array;
    for (const Issue& issue : issues) {
        array.append(QJsonObject{{u"severity"_s, severityKey(issue.severity)},
                                 {u"file"_s, issue.file},
                                 {u"sheet"_s, issue.sheet},
                                 {u"cell"_s, issue.cell},
                                 {u"text"_s, issue.text},
                                 {u"count"_s, issue.count}});
    }
    return array;
}

} // namespace checkup::cli
