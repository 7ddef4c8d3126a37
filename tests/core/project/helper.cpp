// The second process of the project tests: helper VERB FILE [ARGUMENT].
#include "tests/core/project/year.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace checkup;
using namespace checkup::project;
using namespace Qt::StringLiterals;

namespace {

void say(const QString& line)
{
    std::fputs(qUtf8Printable(line + u'\n'), stdout);
    std::fflush(stdout);
}

/// Ten figures a commit, until killed.
int commitForEver(ProjectFile& file, YearData data)
{
    int year = 1000;
    for (const Value& value : std::as_const(data.values))
        year = std::max(year, value.year);
    say(u"ready"_s);
    for (;;) {
        ++year;
        ChangeSet set;
        for (int i = 0; i < 10; ++i)
            set.append(edits::setValue(data, test::figure(u"K-%1"_s.arg(i), 1, year, 1, year + i),
                                       test::cell(u"C%1"_s.arg(i))));
        set.label = u"批 %1"_s.arg(year);
        const auto done = file.commit(set);
        if (!done) {
            say(done.error().message() + done.error().detail());
            return 1;
        }
        say(QString::number(year));
    }
}

/// Large texts until the limit on file sizes is met; says what commit said.
int fillDisk(ProjectFile& file, const YearData& data, qint64 limit)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit sizes{rlim_t(limit), rlim_t(limit)};
    setrlimit(RLIMIT_FSIZE, &sizes);
    for (int i = 0; i < 1000; ++i) {
        TextBlock block;
        block.department = u"水利局"_s;
        block.group = QString::number(i);
        block.text = QString(20000, u'水');
        const auto done = file.commit(edits::setText(data, block));
        if (!done) {
            say(u"%1 %2 %3"_s.arg(static_cast<int>(done.error().code()))
                    .arg(i)
                    .arg(done.error().message()));
            return 0;
        }
    }
    return 1;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString verb = words.value(1);
    ProjectFile::setPerson(u"李四"_s);
    // As somebody who is not root, for whom permissions count.
    if (verb == u"look" && geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
        return 4;
    auto file = ProjectFile::open(words.value(2));
    if (!file) {
        say(u"error %1 %2"_s.arg(static_cast<int>(file.error().code()))
                .arg(file.error().message()));
        return 2;
    }
    const auto data = file->load();
    if (!data) {
        say(u"error %1"_s.arg(data.error().message()));
        return 3;
    }
    if (verb == u"look") {
        say(u"%1 %2 %3"_s.arg(file->isReadOnly() ? u"read-only"_s : u"writable"_s, data->info.city,
                              file->readOnlyReason()));
        return 0;
    }
    if (verb == u"hold") {
        say(file->isReadOnly() ? u"read-only"_s : u"ready"_s);
        std::getchar();
        return file->close() ? 0 : 5;
    }
    if (verb == u"commit")
        return commitForEver(*file, *data);
    if (verb == u"fill")
        return fillDisk(*file, *data, words.value(3).toLongLong());
    return 6;
}
