// SPDX-License-Identifier: GPL-3.0-or-later
// The way of the features to the back end and to what the cache keeps of its answers. Made by the open profile; calls
// go out only while it is online.
#pragma once

#include "core/cache/vault.h"
#include "core/net/apicall.h"
#include "core/net/backendclient.h"
#include "core/util/async.h"

#include <functional>
#include <memory>

namespace lw::access {

class BackendLink {
  public:
    struct Ways {
        std::function<net::BackendClient *()> client;          ///< null: offline
        std::function<std::shared_ptr<cache::Vault>()> vault;  ///< null: locked
        std::function<void()> changed;                         ///< a change was accepted: sync soon
    };
    explicit BackendLink(Ways ways);
    ~BackendLink();

    bool isOnline() const;
    /// Errc::Network with a sentence that says what to do when offline. Nobody is answered once the link is gone.
    void call(net::ApiCall call, QObject *context, Callback<net::ApiReply> done);
    /// The same, and afterwards tells the profile that something changed.
    void change(net::ApiCall call, QObject *context, Callback<net::ApiReply> done);

    struct Kept {
        QByteArray body;
        QByteArray etag;
        QDateTime asOf;  ///< UTC
        bool live = false;
    };
    /// GET of `path`: from the back end while online (and then kept under `name`, one of cache::snapshotname), else or
    /// when it does not answer what was kept. NotFound: offline and never seen.
    void read(const QString &name, const QString &path, qint64 maxReplyBytes, QObject *context, Callback<Kept> done);

    /// What was kept, without asking anybody. NotFound: nothing was.
    void kept(const QString &name, QObject *context, Callback<Kept> done);

    /// Work on messages, which can be megabytes long, off the asking thread; dropped with the link.
    void onMessages(std::function<void()> work);
    /// For answers that go on using the link: it lives as long, in the same thread.
    QObject *context() const { return m_here.get(); }

  private:
    struct Asked;
    void fetch(const Asked &asked, const Kept &former);
    void keep(const QString &name, const Kept &fresh, bool unchanged);

    Ways m_ways;
    std::unique_ptr<QObject> m_here;     ///< context of the answers on their way; they are dropped with it
    std::unique_ptr<Worker> m_worker;    ///< reads and writes the cache
    std::unique_ptr<Worker> m_messages;  ///< one of its own: writing to the cache may have to wait for a sync
};

}  // namespace lw::access
