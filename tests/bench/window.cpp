// bench_window FILE: how long the desktop program keeps its interface thread busy with a big year
// (made by bench_big_year): opening, the matrix's frames, its filters, an edit, each page. Run by
// hand:
//   QT_QPA_PLATFORM=offscreen bench_window FILE

#include "app/workspace/collection/collection_page.h"
#include "app/workspace/collection/value_matrix_model.h"
#include "app/workspace/indicators/indicator_fault.h"
#include "app/workspace/settings.h"
#include "app/workspace/shell/main_window.h"
#include "app/workspace/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace checkup;
using namespace checkup::workspace;
using namespace Qt::StringLiterals;

namespace {

/// Says how long the longest event of the interface thread took since the last question.
class Watch : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        m_longest = std::max(m_longest, double(clock.nsecsElapsed()) / 1e6);
        return done;
    }
    double longest() { return std::exchange(m_longest, 0); }

private:
    int m_depth = 0;
    double m_longest = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    Watch application(argc, argv);
    Settings::instance().useTemporary();
    Theme::apply(application, u"light"_s, 100);
    if (argc < 2)
        return 2;
    MainWindow window;
    window.resize(1366, 768);
    window.show();
    const auto settle = [&window] {
        (void)QTest::qWaitFor(
            [&window] { return !window.session()->isBusy() && window.jobs()->running().isEmpty(); },
            60000);
        QTest::qWait(50);
    };
    settle();
    application.longest();
    QElapsedTimer clock;
    const auto say = [&](const char* what) {
        std::printf("%-44s %8.1f ms, longest event %6.1f ms\n", what,
                    double(clock.nsecsElapsed()) / 1e6, application.longest());
    };
    const auto begin = [&] {
        application.longest();
        clock.start();
    };
    begin();
    window.openFile(QString::fromLocal8Bit(argv[1]));
    (void)QTest::qWaitFor([&window] { return window.session()->isOpen(); }, 60000);
    window.grab();
    say("open to first picture");
    settle();
    for (const QString& stage : window.stageIds()) {
        begin();
        window.showStage(stage);
        window.grab();
        say(("show " + stage.toStdString()).c_str());
        settle();
    }
    window.showStage(u"collection"_s);
    settle();
    auto* table = window.findChild<QTableView*>(u"valueMatrix"_s);
    double worst = 0;
    begin();
    for (int step = 0; step < 200; ++step) {
        QElapsedTimer frame;
        frame.start();
        table->verticalScrollBar()->setValue(step % 250);
        if (step % 10 == 9)
            table->horizontalScrollBar()->setValue(
                step % 20 == 9 ? 0 : table->horizontalScrollBar()->maximum());
        table->viewport()->repaint();
        worst = std::max(worst, double(frame.nsecsElapsed()) / 1e6);
    }
    std::printf("scroll 200 steps: %.2f ms a frame, worst %.2f ms\n",
                double(clock.nsecsElapsed()) / 200e6, worst);
    auto* show = window.findChild<QComboBox*>(u"matrixShow"_s);
    for (int i : {1, 2, 0}) {
        begin();
        show->setCurrentIndex(i);
        say("filter");
    }
    auto* region = window.findChild<QComboBox*>(u"matrixRegion"_s);
    begin();
    region->setCurrentIndex(3);
    table->viewport()->repaint();
    say("another region");
    settle();
    for (const QString& stage : window.stageIds()) {
        window.showStage(stage);
        settle();
        project::Value value = window.session()->data()->values.at(1000);
        value.number += 1;
        begin();
        window.session()->edit(project::edits::setValue(*window.session()->data(), value));
        settle();
        say(("an edit with " + stage.toStdString() + " in front").c_str());
    }
    const auto& catalogue = window.session()->data()->catalogue;
    begin();
    (void)faultOf(catalogue, catalogue.indicators.first());
    say("check of an indicator form");
    return 0;
}
