// The main of every Catch2 test program: Qt's core application first, then the tests.
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include <QCoreApplication>
#include <QGuiApplication>
#ifdef CHECKUP_TEST_WIDGETS
#include <QApplication>
#endif

#ifdef __SANITIZE_ADDRESS__
// GDAL's library for .xls forgets a few blocks of files that are damaged.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libfreexl";
}
#endif

int main(int argc, char* argv[])
{
#if defined(CHECKUP_TEST_WIDGETS)
    QApplication app(argc, argv);
#elif defined(CHECKUP_TEST_GUI)
    QGuiApplication app(argc, argv);
#else
    QCoreApplication app(argc, argv);
#endif
    QCoreApplication::setApplicationName(QStringLiteral("checkup-test"));
    return Catch::Session().run(argc, argv);
}
