// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the connections that sshd's processes serve: one attempt and one session write several lines, and
// some name the address only once. Bounded: of many connections the ones longest unheard of are forgotten.
#pragma once

#include "core/import/logendpoint.h"

#include <QByteArray>
#include <QHash>

#include <memory>

namespace lw::import {

struct SshConnection {
    Endpoint peer;
    QString user;
    QByteArray module;             ///< PAM module of the present attempt
    int attemptStage = 0;          ///< how far the present attempt was reported; 0: no attempt is open
    bool countedWithPeer = false;  ///< an event with an address was made for this connection
    bool accepted = false;
    bool loggedOut = false;
    qint64 lastMs = 0;
};

class SshConnections {
  public:
    /// The connection of this process on this machine; a new one where it is unknown, or was silent for a day (process
    /// numbers come round again). Lives until forgotten.
    std::shared_ptr<SshConnection> of(std::string_view host, std::string_view pid, qint64 ms);

    /// Starts anew ("Connection from …").
    void restart(SshConnection &connection, const Endpoint &peer);

    /// Makes an accepted session findable by its peer: the lines that end it may come from another process.
    void rememberSession(std::string_view host, const std::shared_ptr<SshConnection> &connection);
    std::shared_ptr<SshConnection> session(std::string_view host, const Endpoint &peer);

  private:
    /// Two generations: when the young one is full it becomes the old one, and the old one is forgotten.
    using Table = QHash<QByteArray, std::shared_ptr<SshConnection>>;
    static constexpr qsizetype generation = 4096;
    static std::shared_ptr<SshConnection> find(Table &young, Table &old, const QByteArray &key);
    static void insert(Table &young, Table &old, const QByteArray &key,
                       const std::shared_ptr<SshConnection> &connection);

    Table m_young, m_old, m_youngSessions, m_oldSessions;
};

}  // namespace lw::import
