// SPDX-License-Identifier: GPL-3.0-or-later
// A profile as a page meets it: a real encrypted cache in a temporary folder, filled through the same writer that a
// sync uses, opened by a real ConsoleSession that goes online only through a transport that the test gives.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/event.h"
#include "core/domain/user.h"
#include "core/session/consolesession.h"
#include "core/util/clock.h"
#include "core/util/secret.h"

#include <QTemporaryDir>

namespace lw::test {

/// Plural forms as the console shows them; once a test program.
void installEnglish();

class OpenProfile {
  public:
    /// The instant at which the tests stand.
    static QDateTime now();

    explicit OpenProfile(const QList<AuditEvent> &events = sampleEvents(), const QList<User> &users = samplePeople(),
                         const net::BackendClient::TransportFactory &transport = {});

    /// False, with a sentence in problem(), when the cache could not be made or opened.
    bool isOpen() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; }
    session::ConsoleSession &session() { return *m_session; }
    /// Goes online through the transport; false, with a sentence in problem(), when that fails.
    bool signIn(const QByteArray &password);
    const FixedClock &clock() const { return m_clock; }
    QString directory() const { return m_directory.path(); }

    static Customer customer();
    /// Six people: fresh, due soon, overdue, exempt, never set, locked.
    static QList<User> samplePeople();
    /// 400 events over ten days, newest at now() minus a minute: logins of everybody, failures from 203.0.113.0/24.
    static QList<AuditEvent> sampleEvents();

  private:
    Result<void> fill(const QList<AuditEvent> &events, const QList<User> &users, const Secret &passphrase);

    QTemporaryDir m_directory;
    FixedClock m_clock{now()};
    std::unique_ptr<session::ConsoleSession> m_session;
    QString m_problem;
};

}  // namespace lw::test
