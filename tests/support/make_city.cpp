#include "tests/support/made_city.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

/// make_city OUT [--sample] [--parcels N] [--controls N] [--edges N] [--facilities N] [--homes N]
/// [--seed N]: writes a made-up city, see made_city.h.
int main(int argc, char** argv)
{
    using namespace Qt::StringLiterals;
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty()) {
        std::fputs("make_city OUT_FOLDER_OR_GPKG [--sample] [--parcels N] [--controls N] "
                   "[--edges N] [--facilities N] [--homes N] [--seed N]\n",
                   stderr);
        return 2;
    }
    const QString out = arguments.takeFirst();
    test::CitySize size =
        arguments.removeAll(u"--sample"_s) > 0 ? test::sampleCity() : test::CitySize();
    const std::pair<QString, int*> options[] = {{u"--parcels"_s, &size.parcels},
                                                {u"--controls"_s, &size.controls},
                                                {u"--edges"_s, &size.edges},
                                                {u"--facilities"_s, &size.facilities},
                                                {u"--homes"_s, &size.homes}};
    for (qsizetype i = 0; i < arguments.size(); i += 2) {
        bool known = arguments[i] == u"--seed";
        bool number = false;
        if (known)
            size.seed = arguments.value(i + 1).toULongLong(&number);
        for (const auto& [option, target] : options) {
            if (arguments[i] == option) {
                known = true;
                *target = arguments.value(i + 1).toInt(&number);
            }
        }
        if (!known || !number) {
            std::fprintf(stderr, "make_city: %s\n", qUtf8Printable(arguments[i]));
            return 2;
        }
    }
    const auto done = test::makeCity(out, size);
    if (!done) {
        std::fprintf(stderr, "make_city: %s\n%s\n", qUtf8Printable(done.error().message()),
                     qUtf8Printable(done.error().detail()));
        return 1;
    }
    return 0;
}
