// The second process of the intake tests: helper take|full PROJECT SOURCE [LIMIT].
#include "core/project/project_file.h"
#include "core/spatial/intake.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

using namespace checkup;
using namespace Qt::StringLiterals;

namespace {

void say(const QString& line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stdout);
    std::fflush(stdout);
}

int failed(const Error& error)
{
    say(u"%1 %2"_s.arg(static_cast<int>(error.code())).arg(error.message()));
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4)
        return 2;
    auto file = project::ProjectFile::open(arguments[2]);
    if (!file)
        return failed(file.error());
    auto data = file->load();
    if (!data)
        return failed(data.error());
    auto found = spatial::inspectLayers(arguments[3], *data);
    if (!found)
        return failed(found.error());
    if (arguments[1] == u"full") {
        std::signal(SIGXFSZ, SIG_IGN);
        const auto bytes = static_cast<rlim_t>(arguments.value(4).toLongLong());
        const rlimit sizes{bytes, bytes};
        setrlimit(RLIMIT_FSIZE, &sizes);
    }
    say(u"ready"_s);
    // Inside and beside in turn, each year another layer, until killed or the disk is full.
    for (int year = 2000; year < 2090; ++year) {
        spatial::LayerGuess guess = found->first();
        guess.year = year;
        spatial::TakeOptions options;
        options.person = u"张三"_s;
        options.takenAt = QDateTime::fromSecsSinceEpoch(1'700'000'000);
        options.keep = arguments.value(5) == u"inside" || year % 2 == 0 ? spatial::Keep::Inside
                                                                        : spatial::Keep::Beside;
        const auto set = spatial::takeLayer(arguments[2], *data, guess, options);
        if (!set)
            return failed(set.error());
        const auto done = file->commit(*set);
        if (!done)
            return failed(done.error());
        data = file->load();
        if (!data)
            return failed(data.error());
        say(QString::number(year));
    }
    return 0;
}
