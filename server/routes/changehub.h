// SPDX-License-Identifier: GPL-3.0-or-later
// Who listens for changes: each commit of this process that appends to a customer's log rings for the customer's open
// feeds. Holds no thread and no connection; feeds that ended drop out by themselves.
#pragma once

#include "server/http/lifeline.h"
#include "server/http/principal.h"
#include "server/store/database.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <mutex>

namespace lw::server {

class ChangeHub {
  public:
    /// Listens to the database from now on; must outlive its writers.
    explicit ChangeHub(Database &database);

    /// One open feed.
    class Feed {
      public:
        Feed(QString sessionId, std::shared_ptr<Doorbell> bell)
            : m_sessionId(std::move(sessionId)), m_bell(std::move(bell))
        {
        }
        const std::shared_ptr<Doorbell> &bell() const { return m_bell; }
        /// What happened since it was asked last: names of event kinds, each once.
        QStringList take();

      private:
        friend class ChangeHub;
        const QString m_sessionId;
        const std::shared_ptr<Doorbell> m_bell;
        std::mutex m_mutex;
        QStringList m_kinds;
    };
    /// Errc::RateLimited: the session has as many feeds as the contract allows. Leaves when the last pointer goes.
    Result<std::shared_ptr<Feed>> join(const Principal &principal);

  private:
    void appended(const Database::Appended &what);

    std::mutex m_mutex;
    QHash<QString, QList<std::weak_ptr<Feed>>> m_feeds;  ///< by customer
};

}  // namespace lw::server
