// SPDX-License-Identifier: GPL-3.0-or-later
// Which connections are open, and whether one more may be: the caps on connections as a whole and by address.
#pragma once

#include "server/http/config.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace lw::server {

class Connection;

class Registry {
  public:
    enum class Admission {
        Serve,
        TurnAway,  ///< over a cap, but it is told so: 503 with Retry-After
        Close      ///< over a cap and over the number that is told so
    };

    explicit Registry(const HttpLimits &limits) : m_limits(limits) {}

    /// Counts the address in; every answer but Close must be followed by leave().
    Admission enter(const QString &address);
    void leave(const QString &address, Admission admission);

    void add(const std::shared_ptr<Connection> &connection);
    void remove(const Connection *connection);

    int count() const;
    /// Connections that are open now.
    std::vector<std::shared_ptr<Connection>> open() const;
    /// True when the last connection has gone within that time.
    bool waitUntilEmpty(std::chrono::milliseconds time);

  private:
    const HttpLimits m_limits;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QHash<QString, int> m_byAddress;
    int m_served = 0;
    int m_turnedAway = 0;
    std::unordered_map<const Connection *, std::weak_ptr<Connection>> m_open;
};

}  // namespace lw::server
