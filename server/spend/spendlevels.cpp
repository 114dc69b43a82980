// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/spend/spendlevels.h"

#include "core/domain/role.h"
#include "core/policy/spendrules.h"
#include "server/auth/authevents.h"
#include "server/store/leveltable.h"
#include "server/store/noticetable.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"

namespace lw::server {

Result<void> SpendLevels::reached(const Transaction &transaction, const QString &customerId, const SpendUsage &usage,
                                  const SpendFacts &facts)
{
    for (const int level : policy::levelsReached(usage, facts.settings))
        if (Result<void> told = tell(transaction, customerId, usage, facts, level); !told) return told;
    return {};
}

Result<void> SpendLevels::usedUp(const Transaction &transaction, const QString &customerId, const SpendUsage &usage,
                                 const SpendFacts &facts)
{
    constexpr int all = 100;
    if (!facts.settings.warningLevels.contains(all)) return {};
    return tell(transaction, customerId, usage, facts, all);
}

Result<void> SpendLevels::tell(const Transaction &transaction, const QString &customerId, const SpendUsage &usage,
                               const SpendFacts &facts, int level)
{
    const QSqlDatabase &connection = transaction.connection();
    const QDateTime now = m_clock.nowUtc();
    const QString &currency = facts.settings.currency;
    const ToldLevel toldLevel{usage, level, currency, now};
    const Result<bool> isNew = LevelTable(connection).add(customerId, toldLevel);
    if (!isNew) return isNew.error();
    if (!*isNew) return {};
    const QString period(spendPeriodName(usage.period));
    AuditEvent event =
        authEvent(EventKind::SpendLevelReached, Outcome::Success, backEndItself(), Origin(),
                  ObjectRef{usage.number.isEmpty() ? QStringLiteral("customer") : QStringLiteral("number"),
                            usage.number.isEmpty() ? customerId : usage.number,
                            {}},
                  QString::number(level));
    event.detail =
        QStringLiteral("%1 %2 of %3 %2 are spent in the %4: %5 percent reached.")
            .arg(toText(usage.spent - usage.forgiven, 2), currency, toText(usage.limit.value_or(Decimal{}), 2), period)
            .arg(level);
    if (const Result<quint64> written = m_audit.append(transaction, customerId, std::move(event)); !written)
        return written.error();
    const Result<QList<User>> users = UserTable(connection).all(customerId);
    if (!users) return users.error();
    const Result<QList<Role>> custom = RoleTable(connection).all(customerId);
    if (!custom) return custom.error();
    for (const User &user : *users) {
        if (user.email.isEmpty() || user.status == UserStatus::Disabled) continue;
        if (!permissionsOf(user.roles, *custom).contains(Permission::SpendRead)) continue;
        const Result<bool> queued =
            NoticeTable(connection).queue(customerId, user.id, NoticeKind::SpendLevel, aboutOf(toldLevel), now);
        if (!queued) return queued.error();
    }
    return {};
}

}  // namespace lw::server
