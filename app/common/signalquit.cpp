// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/signalquit.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace lw::app {

#ifdef Q_OS_UNIX

namespace {

int pair[2] = {-1, -1};

// A handler may only do what is safe at any instant; one byte wakes the event loop.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(pair[0], &byte, 1);
}

}  // namespace

void quitOnSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) return;
    auto *bell = new QSocketNotifier(pair[1], QSocketNotifier::Read, qApp);
    QObject::connect(bell, &QSocketNotifier::activated, qApp, [bell] {
        bell->setEnabled(false);
        QCoreApplication::exit(130);
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(number, &action, nullptr);
}

#else

void quitOnSignals() {}

#endif

}  // namespace lw::app
