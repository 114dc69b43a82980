// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/backendlink.h"

#include "core/cache/snapshottable.h"

#include <QPointer>

namespace lw::access {

namespace {

using VaultPointer = std::shared_ptr<cache::Vault>;

Error offline()
{
    return makeError(Errc::Network,
                     QStringLiteral("You are offline. Connect and sign in, then try again; nothing was changed."));
}

bool isOutOfReach(Errc code)
{
    return code == Errc::Network || code == Errc::Timeout || code == Errc::Cancelled;
}

Result<BackendLink::Kept> readKept(const VaultPointer &vault, const QString &name)
{
    const Error nothing =
        makeError(Errc::NotFound, QStringLiteral("This was never fetched to this machine. Connect and sync first."));
    if (!vault) return nothing;
    const Result<std::unique_ptr<cache::Connection>> connection = vault->connect();
    if (!connection) return connection.error();
    Result<std::optional<cache::Snapshot>> found = cache::SnapshotTable(**connection).find(name);
    if (!found) return found.error();
    if (!*found) return nothing;
    return BackendLink::Kept{(*found)->body, (*found)->etag, (*found)->asOf, false};
}

}  // namespace

struct BackendLink::Asked {
    QString name;
    QString path;
    qint64 maxReplyBytes;
    Answer<Kept> answer;
};

BackendLink::BackendLink(Ways ways)
    : m_ways(std::move(ways)),
      m_here(std::make_unique<QObject>()),
      m_worker(std::make_unique<Worker>()),
      m_messages(std::make_unique<Worker>())
{
}

BackendLink::~BackendLink() = default;

bool BackendLink::isOnline() const
{
    return m_ways.client() != nullptr;
}

void BackendLink::call(net::ApiCall call, QObject *context, Callback<net::ApiReply> done)
{
    const Answer<net::ApiReply> answer(context, std::move(done));
    net::BackendClient *client = m_ways.client();
    if (!client) {
        wipe(call.body);
        return answer.give(offline());
    }
    client->call(std::move(call), m_here.get(),
                 [answer](Result<net::ApiReply> reply) { answer.give(std::move(reply)); });
}

void BackendLink::change(net::ApiCall call, QObject *context, Callback<net::ApiReply> done)
{
    const Answer<net::ApiReply> answer(context, std::move(done));
    this->call(std::move(call), m_here.get(),
               [answer, changed = m_ways.changed, here = QPointer<QObject>(m_here.get())](Result<net::ApiReply> reply) {
                   const bool accepted = reply.ok();
                   answer.give(std::move(reply));
                   // The asker may have ended everything in its answer.
                   if (accepted && here) changed();
               });
}

void BackendLink::onMessages(std::function<void()> work)
{
    m_messages->post(std::move(work));
}

void BackendLink::kept(const QString &name, QObject *context, Callback<Kept> done)
{
    const Answer<Kept> answer(context, std::move(done));
    m_worker->ask<Kept>(
        m_here.get(), [answer](Result<Kept> kept) { answer.give(std::move(kept)); },
        [vault = m_ways.vault(), name] { return readKept(vault, name); });
}

void BackendLink::read(const QString &name, const QString &path, qint64 maxReplyBytes, QObject *context,
                       Callback<Kept> done)
{
    if (!isOnline()) return kept(name, context, std::move(done));
    const Asked asked{name, path, maxReplyBytes, Answer<Kept>(context, std::move(done))};
    // Nothing kept, or nothing that can be read: the back end is asked for the whole.
    kept(name, m_here.get(), [this, asked](const Result<Kept> &former) { fetch(asked, former ? *former : Kept()); });
}

void BackendLink::fetch(const Asked &asked, const Kept &former)
{
    net::ApiCall call;
    call.path = asked.path;
    call.ifNoneMatch = former.etag;
    call.maxReplyBytes = asked.maxReplyBytes;
    this->call(std::move(call), m_here.get(), [this, asked, former](Result<net::ApiReply> reply) {
        if (!reply) {
            const bool fallBack = isOutOfReach(reply.error().code) && former.asOf.isValid();
            return asked.answer.give(fallBack ? Result<Kept>(former) : Result<Kept>(reply.error()));
        }
        const bool unchanged = reply->status == 304;
        const Kept fresh{unchanged ? former.body : reply->body, unchanged ? former.etag : reply->etag,
                         QDateTime::currentDateTimeUtc(), true};
        keep(asked.name, fresh, unchanged);
        asked.answer.give(fresh);
    });
}

void BackendLink::keep(const QString &name, const Kept &fresh, bool unchanged)
{
    const VaultPointer vault = m_ways.vault();
    if (!vault) return;
    m_worker->post([vault, name, fresh, unchanged] {
        // Best effort: the answer is there, and the next sync keeps it as well.
        const Result<std::unique_ptr<cache::Connection>> connection = vault->connect(cache::Purpose::Write);
        if (!connection) return;
        cache::SnapshotTable table(**connection);
        (void)(unchanged ? table.unchanged(name, fresh.asOf) : table.keep(name, {fresh.body, fresh.etag, fresh.asOf}));
    });
}

}  // namespace lw::access
