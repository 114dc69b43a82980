// SPDX-License-Identifier: GPL-3.0-or-later
// A command does one thing after the other: it starts what is asynchronous and turns the event loop until the answer is
// there or the person interrupts.
#pragma once

#include "app/linewardenctl/terminal.h"
#include "core/util/async.h"

#include <QEventLoop>
#include <QTimer>

namespace lw::ctl {

template <typename T>
Result<T> await(const std::function<void(QObject *, Callback<T>)> &start)
{
    QObject context;
    QEventLoop loop;
    std::optional<Result<T>> result;
    start(&context, [&](Result<T> answer) {
        result.emplace(std::move(answer));
        loop.quit();
    });
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &loop, [&] {
        if (interrupted()) loop.quit();
    });
    watch.start(100);
    if (!result) loop.exec();
    if (result) return std::move(*result);
    return makeError(Errc::Cancelled, QStringLiteral("Interrupted."));
}

}  // namespace lw::ctl
