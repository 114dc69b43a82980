// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/noticetable.h"

#include "server/store/statement.h"

#include <array>

namespace lw::server {

namespace {

constexpr std::array<QLatin1String, 6> kinds{QLatin1String("password_warning"), QLatin1String("password_overdue"),
                                             QLatin1String("password_reset"),   QLatin1String("device_warning"),
                                             QLatin1String("device_overdue"),   QLatin1String("spend_level")};
constexpr std::array<QLatin1String, 4> outcomes{QLatin1String("sent"), QLatin1String("refused"),
                                                QLatin1String("given_up"), QLatin1String("needless")};

QLatin1String outcomeName(NoticeOutcome outcome)
{
    return outcomes[static_cast<size_t>(outcome) - 1];
}

}  // namespace

QLatin1String noticeKindName(NoticeKind kind)
{
    const auto index = static_cast<size_t>(kind) - 1;
    return index < kinds.size() ? kinds[index] : QLatin1String();
}

std::optional<NoticeKind> noticeKindFromName(QStringView name)
{
    for (size_t i = 0; i < kinds.size(); ++i)
        if (name == kinds[i]) return static_cast<NoticeKind>(i + 1);
    return std::nullopt;
}

Result<bool> NoticeTable::queue(const QString &customerId, const QString &userId, NoticeKind kind, const QString &about,
                                const QDateTime &now)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO notices (customer_id, user_id, kind, about, queued_at, attempts,"
                                    " next_at, outcome) VALUES (?, ?, ?, ?, ?, 0, ?, '')"
                                    " ON CONFLICT (user_id, kind, about) DO NOTHING"),
                     QStringLiteral("queue the notice"));
    if (Result<void> ran =
            insert.run(customerId, userId, QString(noticeKindName(kind)), about, toColumn(now), toColumn(now));
        !ran)
        return ran.error();
    return insert.rowsChanged() > 0;
}

Result<bool> NoticeTable::isKnown(const QString &userId, NoticeKind kind, const QString &about) const
{
    Statement query(m_connection, QStringLiteral("SELECT 1 FROM notices WHERE user_id = ? AND kind = ? AND about = ?"),
                    QStringLiteral("read the notice"));
    if (Result<void> ran = query.run(userId, QString(noticeKindName(kind)), about); !ran) return ran.error();
    return query.next();
}

Result<QList<Notice>> NoticeTable::due(const QDateTime &now, const QDateTime &horizon, int limit) const
{
    Statement query(m_connection,
                    QStringLiteral("SELECT customer_id, user_id, kind, about, queued_at, attempts, next_at"
                                   " FROM notices WHERE next_at <= ? OR next_at > ?"
                                   " ORDER BY next_at, user_id, kind, about LIMIT ?"),
                    QStringLiteral("read the notices"));
    if (Result<void> ran = query.run(toColumn(now), toColumn(horizon), limit); !ran) return ran.error();
    QList<Notice> found;
    for (;;) {
        const Result<bool> row = query.next();
        if (!row) return row.error();
        if (!*row) return found;
        const std::optional<NoticeKind> kind = noticeKindFromName(query.value(2).toString());
        if (!kind) continue;
        found.append({query.value(0).toString(), query.value(1).toString(), *kind, query.value(3).toString(),
                      instantOf(query.value(4)), query.value(5).toInt(), instantOf(query.value(6))});
    }
}

Result<void> NoticeTable::begin(const Notice &notice, const QDateTime &nextAt)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE notices SET attempts = attempts + 1, next_at = ?"
                                    " WHERE user_id = ? AND kind = ? AND about = ? AND next_at IS NOT NULL"),
                     QStringLiteral("note the try"));
    return update.run(toColumn(nextAt), notice.userId, QString(noticeKindName(notice.kind)), notice.about);
}

Result<void> NoticeTable::end(const Notice &notice, NoticeOutcome outcome, const QDateTime &now)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE notices SET next_at = NULL, ended_at = ?, outcome = ?"
                                    " WHERE user_id = ? AND kind = ? AND about = ?"),
                     QStringLiteral("close the notice"));
    return update.run(toColumn(now), QString(outcomeName(outcome)), notice.userId, QString(noticeKindName(notice.kind)),
                      notice.about);
}

Result<std::optional<NoticeOutcome>> NoticeTable::outcomeOf(const QString &userId, NoticeKind kind,
                                                            const QString &about) const
{
    Statement query(m_connection,
                    QStringLiteral("SELECT outcome FROM notices WHERE user_id = ? AND kind = ? AND about = ?"),
                    QStringLiteral("read the notice"));
    if (Result<void> ran = query.run(userId, QString(noticeKindName(kind)), about); !ran) return ran.error();
    const Result<bool> row = query.next();
    if (!row) return row.error();
    if (*row)
        for (size_t i = 0; i < outcomes.size(); ++i)
            if (query.value(0).toString() == outcomes[i]) return std::optional(static_cast<NoticeOutcome>(i + 1));
    return std::optional<NoticeOutcome>();
}

Result<int> NoticeTable::removeEndedBefore(const QDateTime &instant)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM notices WHERE ended_at < ?"),
                    QStringLiteral("forget old notices"));
    if (Result<void> ran = erase.run(toColumn(instant)); !ran) return ran.error();
    return erase.rowsChanged();
}

}  // namespace lw::server
