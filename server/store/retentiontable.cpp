// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/retentiontable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {

const auto reading = QStringLiteral("read the retention rules");
const auto readingHolds = QStringLiteral("read the legal holds");

QVariant daysColumn(std::optional<int> days)
{
    return days ? QVariant(*days) : QVariant(QMetaType(QMetaType::Int));
}

std::optional<int> daysOf(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.toInt());
}

}  // namespace

Result<RetentionTable::Rules> RetentionTable::rules(const QString &customerId) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT login_log, audit_log, call_records, reports, changed_at"
                                    " FROM retention_rules WHERE customer_id = ?"),
                     reading);
    if (Result<void> ran = select.run(customerId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return Rules();
    return Rules{{daysOf(select.value(0)), daysOf(select.value(1)), daysOf(select.value(2)), daysOf(select.value(3))},
                 instantOf(select.value(4))};
}

Result<void> RetentionTable::setRules(const QString &customerId, const RetentionRules &rules, const QDateTime &now)
{
    Statement store(
        m_connection,
        QStringLiteral("INSERT INTO retention_rules (customer_id, login_log, audit_log, call_records, reports,"
                       " changed_at) VALUES (?, ?, ?, ?, ?, ?)"
                       " ON CONFLICT (customer_id) DO UPDATE SET login_log = excluded.login_log,"
                       " audit_log = excluded.audit_log, call_records = excluded.call_records,"
                       " reports = excluded.reports, changed_at = excluded.changed_at"),
        QStringLiteral("change the retention rules"));
    return store.run(customerId, daysColumn(rules.loginLogDays), daysColumn(rules.auditLogDays),
                     daysColumn(rules.callRecordsDays), daysColumn(rules.reportsDays), now);
}

Result<QStringList> RetentionTable::customersWithRules() const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT customer_id FROM retention_rules WHERE login_log IS NOT NULL OR audit_log"
                                    " IS NOT NULL OR call_records IS NOT NULL OR reports IS NOT NULL"
                                    " ORDER BY customer_id"),
                     reading);
    if (Result<void> ran = select.run(); !ran) return ran.error();
    QStringList ids;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return ids;
        ids.append(select.value(0).toString());
    }
}

Result<QList<LegalHold>> RetentionTable::select(const QString &rest, const QVariantList &values) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT id, subject, value, from_at, until_at, reason, created_at, created_by,"
                                    " released_at, released_by FROM legal_holds WHERE customer_id = ? ") +
                         rest,
                     readingHolds);
    if (Result<void> ran = select.runList(values); !ran) return ran.error();
    QList<LegalHold> holds;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return holds;
        const std::optional<HoldSubject> subject = holdSubjectFromName(select.value(1).toString());
        // Dropping a hold that does not read would let a purge take what it keeps.
        if (!subject)
            return makeError(Errc::Corrupt, QStringLiteral("A legal hold in the store is damaged. Nothing is purged "
                                                           "until it is restored from a backup."));
        holds.append({select.value(0).toString(), *subject, select.value(2).toString(), instantOf(select.value(3)),
                      instantOf(select.value(4)), select.value(5).toString(), instantOf(select.value(6)),
                      select.value(7).toString(), instantOf(select.value(8)), select.value(9).toString()});
    }
}

Result<QList<LegalHold>> RetentionTable::holds(const QString &customerId, int limit) const
{
    return select(QStringLiteral("ORDER BY created_at DESC, id DESC LIMIT ?"), {customerId, limit});
}

Result<QList<LegalHold>> RetentionTable::holdsInForce(const QString &customerId) const
{
    return select(QStringLiteral("AND released_at IS NULL ORDER BY created_at, id"), {customerId});
}

Result<void> RetentionTable::insertHold(const QString &customerId, const LegalHold &hold)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO legal_holds (id, customer_id, subject, value, from_at, until_at,"
                                    " reason, created_at, created_by, released_at, released_by)"
                                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("place the legal hold"));
    return insert.run(hold.id, customerId, QString(holdSubjectName(hold.subject)), hold.value, hold.from, hold.until,
                      hold.reason, hold.createdAt, hold.createdBy, hold.releasedAt, hold.releasedBy);
}

Result<LegalHold> RetentionTable::releaseHold(const QString &customerId, const QString &id, const QDateTime &now,
                                              const QString &login)
{
    const Result<QList<LegalHold>> found =
        select(QStringLiteral("AND id = ? AND released_at IS NULL"), {customerId, id});
    if (!found) return found.error();
    if (found->isEmpty())
        return makeError(Errc::NotFound, QStringLiteral("There is no such hold, or it was released."));
    Statement update(m_connection,
                     QStringLiteral("UPDATE legal_holds SET released_at = ?, released_by = ?"
                                    " WHERE customer_id = ? AND id = ? AND released_at IS NULL"),
                     QStringLiteral("release the legal hold"));
    if (Result<void> ran = update.run(now, login, customerId, id); !ran) return ran.error();
    return found->constFirst();
}

}  // namespace lw::server
