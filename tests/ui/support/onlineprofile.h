// SPDX-License-Identifier: GPL-3.0-or-later
// A profile that is signed in: a real cache and a real ConsoleSession over a back end in memory, synced once.
#pragma once

#include "core/session/consolesession.h"
#include "tests/ui/support/adminbackend.h"
#include "tests/ui/support/openprofile.h"

#include <QTemporaryDir>

namespace lw::test {

class OnlineProfile {
  public:
    /// Sami Haddad, the owner, signs in; the others are those of OpenProfile::samplePeople(). asRole: what he is.
    explicit OnlineProfile(const QString &asRole = QStringLiteral("owner"));

    bool isReady() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; }
    AdminBackend &admin() { return m_admin; }
    session::ConsoleSession &session() { return *m_session; }
    const FixedClock &clock() const { return m_clock; }
    QString path(const QString &file) const { return m_directory.filePath(file); }

    /// The people of the sample, the one who signs in first.
    static QList<User> people(const QString &asRole);

  private:
    bool waitFor(const char *what, const std::function<bool()> &condition);

    QTemporaryDir m_directory;
    FixedClock m_clock{OpenProfile::now()};
    AdminBackend m_admin;
    std::unique_ptr<session::ConsoleSession> m_session;
    QString m_problem;
};

}  // namespace lw::test
