// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/sessionexpiry.h"
#include "core/util/time.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

class TestSessionExpiry : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void boundaries_data();
    void boundaries();
};

void TestSessionExpiry::boundaries_data()
{
    QTest::addColumn<QString>("lastSeen");
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("expires");
    const int active = int(SessionState::Active), idle = int(SessionState::IdleExpired),
              absolute = int(SessionState::AbsoluteExpired);
    // begun at 08:00:00.000, 15 minutes idle, 12 hours in all
    const char *begun = "2026-06-01T08:00:00.000Z", *idleEnd = "2026-06-01T08:15:00.000Z",
               *end = "2026-06-01T20:00:00.000Z";
    QTest::newRow("just begun") << begun << begun << active << idleEnd;
    QTest::newRow("1 ms before idle") << begun << "2026-06-01T08:14:59.999Z" << active << idleEnd;
    QTest::newRow("idle") << begun << "2026-06-01T08:15:00.000Z" << idle << idleEnd;
    QTest::newRow("1 ms after idle") << begun << "2026-06-01T08:15:00.001Z" << idle << idleEnd;
    QTest::newRow("long after idle") << begun << "2026-06-03T08:15:00.000Z" << idle << idleEnd;
    QTest::newRow("busy, 1 ms before the end") << "2026-06-01T19:59:00.000Z"
                                               << "2026-06-01T19:59:59.999Z" << active << end;
    QTest::newRow("busy, the end") << "2026-06-01T19:59:00.000Z" << end << absolute << end;
    QTest::newRow("busy, 1 ms after the end") << "2026-06-01T19:59:00.000Z"
                                              << "2026-06-01T20:00:00.001Z" << absolute << end;
    QTest::newRow("both at once") << "2026-06-01T19:45:00.000Z" << end << absolute << end;
    QTest::newRow("clock went back") << "2026-06-01T09:00:00.000Z"
                                     << "2026-06-01T07:00:00.000Z" << active << "2026-06-01T09:15:00.000Z";
    QTest::newRow("seen in the future, still over at the end") << "2026-06-02T09:00:00.000Z" << end << absolute << end;
}

void TestSessionExpiry::boundaries()
{
    QFETCH(QString, lastSeen);
    QFETCH(QString, now);
    const auto verdict =
        sessionExpiry(fromRfc3339(u"2026-06-01T08:00:00Z"), fromRfc3339(lastSeen), {}, fromRfc3339(now));
    QTEST(int(verdict.state), "state");
    QTEST(toRfc3339(verdict.expiresAt), "expires");
}

QTEST_GUILESS_MAIN(TestSessionExpiry)
#include "tst_sessionexpiry.moc"
