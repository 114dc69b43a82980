// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/changehub.h"

#include "core/protocol/limits.h"

#include <utility>

namespace lw::server {

ChangeHub::ChangeHub(Database &database)
{
    database.tellAppended([this](const Database::Appended &what) { appended(what); });
}

QStringList ChangeHub::Feed::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_kinds, {});
}

Result<std::shared_ptr<ChangeHub::Feed>> ChangeHub::join(const Principal &principal)
{
    const std::lock_guard lock(m_mutex);
    QList<std::weak_ptr<Feed>> &feeds = m_feeds[principal.customerId];
    feeds.removeIf([](const std::weak_ptr<Feed> &feed) { return feed.expired(); });
    int own = 0;
    for (const std::weak_ptr<Feed> &weak : std::as_const(feeds))
        if (const auto feed = weak.lock()) own += feed->m_sessionId == principal.sessionId;
    if (own >= protocol::limits::feedsPerSession)
        return makeError(
            Errc::RateLimited,
            QStringLiteral("This session listens for changes %1 times already. Close one of them.").arg(own));
    auto feed = std::make_shared<Feed>(principal.sessionId, std::make_shared<Doorbell>());
    feeds.append(feed);
    return feed;
}

void ChangeHub::appended(const Database::Appended &what)
{
    QList<std::shared_ptr<Feed>> listening;
    {
        const std::lock_guard lock(m_mutex);
        const auto feeds = m_feeds.constFind(what.customerId);
        if (feeds == m_feeds.constEnd()) return;
        for (const std::weak_ptr<Feed> &weak : *feeds)
            if (auto feed = weak.lock()) listening.append(std::move(feed));
    }
    for (const std::shared_ptr<Feed> &feed : listening) {
        {
            const std::lock_guard lock(feed->m_mutex);
            for (const QString &kind : what.kinds)
                if (!feed->m_kinds.contains(kind)) feed->m_kinds.append(kind);
        }
        feed->bell()->ring();
    }
}

}  // namespace lw::server
