// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up month of logins for the tests of reports: the same numbers each time.
#pragma once

#include "core/report/loginactivity.h"
#include "core/util/time.h"

#include <memory>

namespace lw::report::testing {

inline ReportScope scope()
{
    ReportScope scope;
    scope.customer = QStringLiteral("Acme Telephony Ltd");
    scope.from = fromRfc3339(u"2026-10-24T00:00:00Z");
    scope.to = fromRfc3339(u"2026-11-23T00:00:00Z");
    scope.filter = QStringLiteral("outcome:failure ip:203.0.113.0/24");
    scope.exportedBy = QStringLiteral("ann.lee");
    scope.exportedAt = fromRfc3339(u"2026-11-22T14:02:05.000Z");
    scope.backEnd = QStringLiteral("https://pbx.acme.example:8443");
    scope.syncedAt = fromRfc3339(u"2026-11-22T14:01:53.000Z");
    Checkpoint checkpoint;
    checkpoint.origin = QStringLiteral("pbx.acme.example/log/acme");
    checkpoint.size = 1204331;
    for (size_t i = 0; i < checkpoint.root.size(); ++i)
        checkpoint.root[i] = static_cast<unsigned char>(i * 7 + 1);
    scope.checkpoint = checkpoint;
    return scope;
}

inline LoginActivityRow rowNumber(quint64 i)
{
    static const QStringList people{QStringLiteral("ann.lee"), QStringLiteral("j.okafor"),
                                    QStringLiteral("maria.gonzalez-fernandez"), QStringLiteral("Jürgen Müller"),
                                    QStringLiteral("301")};
    static const QStringList addresses{QStringLiteral("203.0.113.17"),
                                       QStringLiteral("2001:db8:85a3:8d3:1319:8a2e:370:7348"),
                                       QStringLiteral("198.51.100.2"), QStringLiteral("pc12.branch.example.org")};
    LoginActivityRow row;
    row.time = fromRfc3339(u"2026-10-24T00:00:00Z").addMSecs(static_cast<qint64>(i) * 197 * 1000 + 418);
    const bool failed = i % 5 == 2;
    row.person = people[static_cast<qsizetype>(i % 5)];
    row.event = failed ? QStringLiteral("Login failed") : QStringLiteral("Login succeeded");
    row.outcome = failed ? QStringLiteral("Failure") : QStringLiteral("Success");
    row.address = addresses[static_cast<qsizetype>(i % 4)];
    row.service = i % 3 == 0 ? QStringLiteral("SIP/UDP") : QStringLiteral("console");
    row.agent = QStringLiteral("Softphone 2.1");
    row.detail = failed ? QStringLiteral("Wrong password") : QString();
    row.index = 1100000 + i;
    return row;
}

inline ReportContent activity(quint64 rows)
{
    QList<LoginActivityDay> days;
    for (int i = 0; i < 30; ++i)
        days << LoginActivityDay{QDate(2026, 10, 24).addDays(i),
                                 static_cast<quint64>(180 + (i * 37) % 240 - (i % 7 > 4 ? 120 : 0)),
                                 static_cast<quint64>((i * 13) % 31 + (i == 21 ? 160 : 0))};
    LoginActivityTotals totals{rows, rows - rows / 5, rows / 5, 5, 4};
    auto at = std::make_shared<quint64>(0);
    return loginActivity(scope(), totals, days,
                         [at, rows](LoginActivityRow &row) -> Result<bool> {
                             if (*at >= rows) return false;
                             row = rowNumber((*at)++);
                             return true;
                         },
                         {QStringLiteral("Failure")});
}

}  // namespace lw::report::testing
