// SPDX-License-Identifier: GPL-3.0-or-later
// The tries of a proof: each goes the way that the person would go, up to the point where the answer is certain, and
// changes nothing. Source: domain.md (Revocation: "the proof is a probe that shows it, with times"; the peers' bug is
// an account that is disabled while an open session lives on).
#pragma once

#include "server/auth/sessions.h"
#include "server/auth/signin.h"
#include "server/devices/registrationservice.h"
#include "server/store/departuretable.h"

namespace lw::server {

class RevocationProbes {
  public:
    RevocationProbes(Database &database, const Clock &clock, Sessions &sessions, SignIn &signIn,
                     RegistrationService &registrations);

    /// Of a departure "login", "sessions", "tokens" and "devices"; of a reassignment "roles", "sessions" and "tokens".
    /// An error: the store did not answer, so that nothing is known.
    Result<QList<ProbeResult>> run(const DepartureRow &row) const;

  private:
    Result<ProbeResult> login(const DepartureRow &row) const;
    Result<ProbeResult> sessions(const DepartureRow &row) const;
    Result<ProbeResult> tokens(const DepartureRow &row) const;
    Result<ProbeResult> devices(const DepartureRow &row) const;
    Result<ProbeResult> roles(const DepartureRow &row) const;
    ProbeResult result(const char *what, bool passed, const QString &detail) const;

    Database &m_database;
    const Clock &m_clock;
    Sessions &m_sessions;
    SignIn &m_signIn;
    RegistrationService &m_registrations;
};

}  // namespace lw::server
