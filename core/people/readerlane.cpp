// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/readerlane.h"

namespace lw::people {

ReaderLane::ReaderLane(std::shared_ptr<cache::Vault> vault)
    : m_vault(std::move(vault)), m_worker(std::make_unique<Worker>())
{
}

ReaderLane::~ReaderLane()
{
    cancelAll();
    // A connection belongs to the thread that opened it, its end included.
    m_worker->post([this] { m_connection.reset(); });
    m_worker->drain();
    m_worker.reset();
}

void ReaderLane::cancelAll()
{
    m_all.cancel();
    m_all = cache::CancelToken();
    for (const cache::CancelToken &token : std::as_const(m_newest))
        token.cancel();
    m_newest.clear();
    m_worker->dropPending();
}

cache::CancelToken ReaderLane::supersede(QObject *context, int kind)
{
    const QPair<QObject *, int> key(context, kind);
    if (const auto former = m_newest.constFind(key); former != m_newest.cend()) former->cancel();
    cache::CancelToken token;
    m_newest.insert(key, token);
    return token;
}

Result<cache::Connection *> ReaderLane::open()
{
    if (!m_connection || !m_connection->isOpen()) {
        Result<std::unique_ptr<cache::Connection>> connection = m_vault->connect();
        if (!connection) return connection.error();
        m_connection = std::move(*connection);
    }
    return m_connection.get();
}

}  // namespace lw::people
