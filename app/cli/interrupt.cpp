#include "app/cli/interrupt.h"

#include <csignal>

namespace checkup::cli {

namespace {

const CancelToken* watched = nullptr;

void askToStop(int signal)
{
    std::signal(signal, SIG_DFL);
    watched->cancel(); // stores an atomic flag, which a handler may do
}

} // namespace

CancelToken interruption()
{
    static const CancelToken token;
    if (!watched) {
        watched = &token;
        std::signal(SIGINT, askToStop);
        std::signal(SIGTERM, askToStop);
    }
    return token;
}

} // namespace checkup::cli
