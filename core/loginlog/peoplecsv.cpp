// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/peoplecsv.h"

#include "core/report/csvwriter.h"
#include "core/util/time.h"

namespace lw::loginlog {

Result<quint64> writePeopleCsv(const QList<people::PersonRow> &rows, PeopleColumns columns, QIODevice &device)
{
    report::CsvWriter csv(device);
    QStringList header{QStringLiteral("login"), QStringLiteral("name"),  QStringLiteral("department"),
                       QStringLiteral("email"), QStringLiteral("roles"), QStringLiteral("status")};
    if (columns == PeopleColumns::Everything)
        header << QStringLiteral("secondFactor") << QStringLiteral("passwordState")
               << QStringLiteral("passwordChangedAt (UTC)") << QStringLiteral("passwordDueAt (UTC)")
               << QStringLiteral("exemptUntil (UTC)") << QStringLiteral("exemptReason")
               << QStringLiteral("lastLoginAt (UTC)") << QStringLiteral("createdAt (UTC)") << QStringLiteral("id");
    csv.row(header);
    for (const people::PersonRow &row : rows) {
        const User &user = row.user;
        // A lock is no setting: whoever is locked imports as active.
        const UserStatus status = columns == PeopleColumns::Importable && user.status == UserStatus::Locked
                                      ? UserStatus::Active
                                      : user.status;
        QStringList cells{user.login,
                          user.displayName,
                          user.department,
                          user.email,
                          user.roles.join(QLatin1Char(';')),
                          userStatusName(status)};
        if (columns == PeopleColumns::Everything)
            cells << mfaKindName(user.mfa) << policy::passwordStateName(row.password.state)
                  << toRfc3339(user.passwordChangedAt) << toRfc3339(row.password.dueAt)
                  << (user.exemption ? toRfc3339(user.exemption->until) : QString())
                  << (user.exemption ? user.exemption->reason : QString()) << toRfc3339(user.lastLoginAt)
                  << toRfc3339(user.createdAt) << user.id;
        csv.row(cells);
    }
    if (const auto written = csv.finish(); !written) return written.error();
    return csv.rows() - 1;
}

}  // namespace lw::loginlog
