// SPDX-License-Identifier: GPL-3.0-or-later
// A thread with a reading connection to the cache of its own, for services that answer questions off the asking thread.
#pragma once

#include "core/cache/eventreader.h"
#include "core/cache/vault.h"
#include "core/util/async.h"

#include <QHash>

namespace lw::people {

class ReaderLane {
  public:
    explicit ReaderLane(std::shared_ptr<cache::Vault> vault);
    /// Stops what runs; askers are not answered.
    ~ReaderLane();

    template <typename T>
    using Work = std::function<Result<T>(cache::Connection &, const cache::CancelToken &)>;

    /// Every question is answered.
    template <typename T>
    void ask(QObject *context, Callback<T> done, Work<T> work)
    {
        start<T>(context, std::move(done), std::move(work), m_all);
    }

    /// A question of the same context and kind stops the one before, whose answer is dropped.
    template <typename T>
    void askNewest(int kind, QObject *context, Callback<T> done, Work<T> work)
    {
        start<T>(context, std::move(done), std::move(work), supersede(context, kind));
    }

    void cancelAll();

  private:
    /// Cancelled tokens are those of questions nobody waits for any more.
    template <typename T>
    void start(QObject *context, Callback<T> done, Work<T> work, const cache::CancelToken &token)
    {
        const Answer<T> answer(context, [token, done = std::move(done)](Result<T> result) {
            if (!token.cancelled()) done(std::move(result));
        });
        m_worker->post([this, answer, token, work = std::move(work)] {
            if (token.cancelled()) return;
            const Result<cache::Connection *> connection = open();
            if (!connection)
                answer.give(connection.error());
            else
                answer.give(work(**connection, token));
        });
    }

    cache::CancelToken supersede(QObject *context, int kind);
    Result<cache::Connection *> open();

    std::shared_ptr<cache::Vault> m_vault;
    std::unique_ptr<cache::Connection> m_connection;  ///< the worker thread's
    cache::CancelToken m_all;
    QHash<QPair<QObject *, int>, cache::CancelToken> m_newest;
    std::unique_ptr<Worker> m_worker;
};

}  // namespace lw::people
