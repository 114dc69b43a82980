// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands share that ask and change what administrators do: a session that is signed in (no cache is needed
// for that), or with --offline the cache, and people by their names.
#pragma once

#include "app/linewardenctl/arguments.h"
#include "app/linewardenctl/output.h"
#include "app/linewardenctl/wait.h"
#include "core/session/consolesession.h"

#include <memory>

namespace lw::ctl {

class AdminSession {
  public:
    enum class Reads { Online, Kept };
    /// --profile, the secrets of a sign-in and of the cache, with Kept also --offline.
    static void options(Arguments &arguments, Reads reads = Reads::Online);
    static void yesOption(Arguments &arguments);
    static Result<std::unique_ptr<AdminSession>> open(const Arguments &arguments, const Output &output);
    /// Ends the session there.
    ~AdminSession();
    AdminSession(const AdminSession &) = delete;
    AdminSession &operator=(const AdminSession &) = delete;

    session::ConsoleSession &session() { return *m_session; }
    bool offline() const { return m_offline; }
    access::BackendLink &link() { return *m_session->link(); }
    access::AccessService &access() { return m_access; }
    departures::DepartureService &departures() { return m_departures; }
    people::PeopleAdmin &people() { return m_people; }

    /// Everybody, as the back end has them now.
    Result<QList<protocol::UserEntry>> everybody();
    /// By unique ID or login name (case-insensitive). NotFound names who is not there.
    static Result<protocol::UserEntry> named(const QList<protocol::UserEntry> &people, const QString &idOrLogin);
    Result<protocol::UserEntry> person(const QString &idOrLogin);
    /// The ids of all of these, each once; NotFound for the first that is not there.
    Result<QStringList> idsOf(const QStringList &idsOrLogins);

  private:
    explicit AdminSession(std::unique_ptr<session::ConsoleSession> session, bool offline);
    std::unique_ptr<session::ConsoleSession> m_session;
    bool m_offline;
    access::AccessService m_access;
    departures::DepartureService m_departures;
    people::PeopleAdmin m_people;
};

/// What will happen, in numbers, has been agreed to: by --yes, or by typing yes at the terminal. Cancelled otherwise.
Result<void> confirmed(const Arguments &arguments, const QString &whatHappens);

/// A file named on the command line, at most `mostBytes` of it; "-" is standard input.
Result<QByteArray> readFile(const QString &path, qint64 mostBytes);

/// The instant of an option such as 2026-11-30T17:00:00Z; invalid when it was not given.
Result<QDateTime> instantOption(const Arguments &arguments, const QString &name);

/// "a,b c" as a list without empty items, each once.
QStringList listOf(const QString &text);

}  // namespace lw::ctl
