// SPDX-License-Identifier: GPL-3.0-or-later
// Four live sessions: two of Ann Lee, one's own, one of somebody without a display name.
#pragma once

#include "core/protocol/livesession.h"
#include "tests/ui/support/openprofile.h"

namespace lw::test {

inline QList<protocol::LiveSession> sampleSessions()
{
    const QDateTime now = OpenProfile::now();
    const auto make = [&](int number, int user, const char *login, const char *name, int minutes, const char *address) {
        protocol::LiveSession session;
        session.id = QStringLiteral("ses_%1").arg(number, 26, 10, QLatin1Char('0'));
        session.userId = QStringLiteral("usr_%1").arg(user, 26, 10, QLatin1Char('0'));
        session.login = QString::fromLatin1(login);
        session.displayName = QString::fromLatin1(name);
        session.createdAt = now.addSecs(-3600 * number);
        session.lastSeenAt = now.addSecs(-60 * minutes);
        session.expiresAt = now.addSecs(600);
        session.address = QString::fromLatin1(address);
        session.agent = QStringLiteral("Linewarden/0.1");
        return session;
    };
    QList<protocol::LiveSession> all{
        make(1, 6, "sami.haddad", "Sami Haddad", 0, "198.51.100.4"), make(2, 1, "ann.lee", "Ann Lee", 2, "203.0.113.9"),
        make(3, 1, "ann.lee", "Ann Lee", 40, "2001:db8:7::21"), make(4, 4, "eva.varga", "", 9, "198.51.100.77")};
    all[0].own = true;
    return all;
}

}  // namespace lw::test
