// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/mfatable.h"

#include "server/store/statement.h"

namespace lw::server {

Result<void> MfaTable::begin(const QString &userId, const PendingMfa &pending)
{
    if (Result<void> removed = removePending(userId); !removed) return removed;
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO pending_mfa (user_id, totp_secret, created_at) VALUES (?, ?, ?)"),
                     QStringLiteral("begin the second factor"));
    return insert.run(userId, pending.totpSecret.toByteArray(), pending.createdAt);
}

Result<std::optional<PendingMfa>> MfaTable::pending(const QString &userId) const
{
    Statement select(m_connection, QStringLiteral("SELECT totp_secret, created_at FROM pending_mfa WHERE user_id = ?"),
                     QStringLiteral("read the second factor"));
    if (Result<void> ran = select.run(userId); !ran) return ran.error();
    const Result<bool> row = select.next();
    if (!row) return row.error();
    if (!*row) return std::optional<PendingMfa>();
    QByteArray secret = select.value(0).toByteArray();
    PendingMfa pending{toSecret(secret), instantOf(select.value(1))};
    wipe(secret);
    return std::optional<PendingMfa>(std::move(pending));
}

Result<void> MfaTable::removePending(const QString &userId)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM pending_mfa WHERE user_id = ?"),
                    QStringLiteral("end the enrolment"));
    return erase.run(userId);
}

Result<int> MfaTable::removePendingBefore(const QDateTime &instant)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM pending_mfa WHERE created_at <= ?"),
                    QStringLiteral("forget old enrolments"));
    if (Result<void> ran = erase.run(instant); !ran) return ran.error();
    return erase.rowsChanged();
}

Result<void> MfaTable::setCodes(const QString &userId, const QList<QByteArray> &hashes)
{
    const auto doing = QStringLiteral("store the recovery codes");
    Statement erase(m_connection, QStringLiteral("DELETE FROM recovery_codes WHERE user_id = ?"), doing);
    if (Result<void> ran = erase.run(userId); !ran) return ran;
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO recovery_codes (user_id, number, code_hash, used_at)"
                                    " VALUES (?, ?, ?, NULL)"),
                     doing);
    for (qsizetype i = 0; i < hashes.size(); ++i)
        if (Result<void> ran = insert.run(userId, static_cast<int>(i) + 1, hashes[i]); !ran) return ran;
    return {};
}

Result<QList<RecoveryCodeRow>> MfaTable::codes(const QString &userId) const
{
    Statement select(m_connection,
                     QStringLiteral("SELECT number, code_hash, used_at FROM recovery_codes WHERE user_id = ?"
                                    " ORDER BY number"),
                     QStringLiteral("read the recovery codes"));
    if (Result<void> ran = select.run(userId); !ran) return ran.error();
    QList<RecoveryCodeRow> rows;
    for (;;) {
        const Result<bool> row = select.next();
        if (!row) return row.error();
        if (!*row) return rows;
        rows.append({select.value(0).toInt(), select.value(1).toByteArray(), instantOf(select.value(2))});
    }
}

Result<bool> MfaTable::use(const QString &userId, int number, const QDateTime &now)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE recovery_codes SET used_at = ? WHERE user_id = ? AND number = ?"
                                    " AND used_at IS NULL"),
                     QStringLiteral("use the recovery code up"));
    if (Result<void> ran = update.run(now, userId, number); !ran) return ran.error();
    return update.rowsChanged() > 0;
}

}  // namespace lw::server
