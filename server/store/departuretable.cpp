// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/departuretable.h"

#include "core/util/time.h"
#include "server/store/statement.h"
#include "server/store/usertable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lw::server {

namespace {

constexpr qsizetype hashBytes = 32;

QString probesText(const QList<ProbeResult> &probes)
{
    QJsonArray list;
    for (const ProbeResult &probe : probes)
        list.append(QJsonObject{{QStringLiteral("what"), probe.what},
                                {QStringLiteral("passed"), probe.passed},
                                {QStringLiteral("detail"), probe.detail},
                                {QStringLiteral("at"), toRfc3339(probe.at)}});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QList<ProbeResult> probesOf(const QString &text)
{
    QList<ProbeResult> probes;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        probes.append({object.value(QLatin1String("what")).toString(), object.value(QLatin1String("passed")).toBool(),
                       object.value(QLatin1String("detail")).toString(),
                       fromRfc3339(object.value(QLatin1String("at")).toString())});
    }
    return probes;
}

QList<QByteArray> tokensOf(const QByteArray &blob)
{
    QList<QByteArray> tokens;
    for (qsizetype at = 0; at + hashBytes <= blob.size(); at += hashBytes)
        tokens.append(blob.sliced(at, hashBytes));
    return tokens;
}

QString nameOf(DepartureState state)
{
    return QString(departureStateName(state));
}

DepartureRow rowOf(const Statement &query)
{
    DepartureRow row;
    Departure &departure = row.departure;
    departure.id = query.value(0).toString();
    row.customerId = query.value(1).toString();
    departure.userId = query.value(2).toString();
    departure.login = query.value(3).toString();
    departure.displayName = query.value(4).toString();
    departure.kind = departureKindFromName(query.value(5).toString()).value_or(DepartureKind::Departure);
    departure.state = departureStateFromName(query.value(6).toString()).value_or(DepartureState::Scheduled);
    departure.departedAt = instantOf(query.value(7));
    departure.effectiveAt = instantOf(query.value(8));
    departure.newRoles = query.value(9).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    departure.reason = query.value(10).toString();
    departure.createdAt = instantOf(query.value(11));
    departure.createdBy = query.value(12).toString();
    departure.executedAt = instantOf(query.value(13));
    departure.sessionsEnded = query.value(14).toInt();
    departure.devicesRevoked = query.value(15).toInt();
    departure.probes = probesOf(query.value(16).toString());
    departure.provedAt = instantOf(query.value(17));
    row.probeTokens = tokensOf(query.value(18).toByteArray());
    return row;
}

}  // namespace

Result<void> DepartureTable::insert(const DepartureRow &row)
{
    const Departure &departure = row.departure;
    Statement insert(
        m_connection,
        QStringLiteral("INSERT INTO departures (id, customer_id, user_id, login, display_name, kind, state,"
                       " departed_at, effective_at, new_roles, reason, created_at, created_by, executed_at,"
                       " sessions_ended, devices_revoked, probes, proved_at, probe_tokens)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        QStringLiteral("open the departure"));
    return insert.run(
        departure.id, row.customerId, departure.userId, departure.login, departure.displayName,
        QString(departureKindName(departure.kind)), nameOf(departure.state), toColumn(departure.departedAt),
        toColumn(departure.effectiveAt), departure.newRoles.join(QLatin1Char(' ')), departure.reason,
        toColumn(departure.createdAt), departure.createdBy, toColumn(departure.executedAt), departure.sessionsEnded,
        departure.devicesRevoked, probesText(departure.probes), toColumn(departure.provedAt), row.probeTokens.join());
}

Result<void> DepartureTable::update(const DepartureRow &row)
{
    const Departure &departure = row.departure;
    Statement update(m_connection,
                     QStringLiteral("UPDATE departures SET state = ?, executed_at = ?, sessions_ended = ?,"
                                    " devices_revoked = ?, probes = ?, proved_at = ?, probe_tokens = ? WHERE id = ?"),
                     QStringLiteral("change the departure"));
    return update.run(nameOf(departure.state), toColumn(departure.executedAt), departure.sessionsEnded,
                      departure.devicesRevoked, probesText(departure.probes), toColumn(departure.provedAt),
                      row.probeTokens.join(), departure.id);
}

Result<QList<DepartureRow>> DepartureTable::select(const QString &where, const QVariantList &values) const
{
    Statement query(m_connection,
                    QStringLiteral("SELECT id, customer_id, user_id, login, display_name, kind, state, departed_at,"
                                   " effective_at, new_roles, reason, created_at, created_by, executed_at,"
                                   " sessions_ended, devices_revoked, probes, proved_at, probe_tokens"
                                   " FROM departures ") +
                        where,
                    QStringLiteral("read the departures"));
    if (Result<void> ran = query.runList(values); !ran) return ran.error();
    QList<DepartureRow> found;
    for (;;) {
        const Result<bool> row = query.next();
        if (!row) return row.error();
        if (!*row) return found;
        found.append(rowOf(query));
    }
}

Result<DepartureRow> DepartureTable::byId(const QString &customerId, const QString &id) const
{
    Result<QList<DepartureRow>> found = select(QStringLiteral("WHERE customer_id = ? AND id = ?"), {customerId, id});
    if (!found) return found.error();
    if (found->isEmpty()) return makeError(Errc::NotFound, QStringLiteral("There is no such departure."));
    return std::move(found->first());
}

Result<QList<Departure>> DepartureTable::ofCustomer(const QString &customerId, int limit) const
{
    Result<QList<DepartureRow>> found =
        select(QStringLiteral("WHERE customer_id = ? ORDER BY departed_at DESC, id DESC LIMIT ?"), {customerId, limit});
    if (!found) return found.error();
    QList<Departure> list;
    list.reserve(found->size());
    for (DepartureRow &row : *found)
        list.append(std::move(row.departure));
    return list;
}

Result<std::optional<DepartureRow>> DepartureTable::openOf(const QString &userId) const
{
    Result<QList<DepartureRow>> found =
        select(QStringLiteral("WHERE user_id = ? AND state = ? LIMIT 1"), {userId, nameOf(DepartureState::Scheduled)});
    if (!found) return found.error();
    if (found->isEmpty()) return std::optional<DepartureRow>();
    return std::optional<DepartureRow>(std::move(found->first()));
}

Result<QList<DepartureRow>> DepartureTable::due(const QDateTime &now, int limit) const
{
    return select(QStringLiteral("WHERE state = ? AND effective_at <= ? ORDER BY effective_at, id LIMIT ?"),
                  {nameOf(DepartureState::Scheduled), toColumn(now), limit});
}

Result<QList<DepartureRow>> DepartureTable::unproved(int limit) const
{
    return select(QStringLiteral("WHERE state = ? ORDER BY effective_at, id LIMIT ?"),
                  {nameOf(DepartureState::Executed), limit});
}

Result<QDateTime> DepartureTable::nextEffective() const
{
    Statement query(m_connection, QStringLiteral("SELECT min(effective_at) FROM departures WHERE state = ?"),
                    QStringLiteral("read the departures"));
    if (Result<void> ran = query.run(nameOf(DepartureState::Scheduled)); !ran) return ran.error();
    if (const Result<bool> row = query.next(); !row) return row.error();
    return instantOf(query.value(0));
}

Result<QSet<QString>> DepartureTable::leavingOwners(const QString &customerId) const
{
    const Result<QList<DepartureRow>> open =
        select(QStringLiteral("WHERE customer_id = ? AND state = ?"), {customerId, nameOf(DepartureState::Scheduled)});
    if (!open) return open.error();
    QSet<QString> leaving;
    for (const DepartureRow &row : *open)
        if (row.departure.kind == DepartureKind::Departure || !row.departure.newRoles.contains(QLatin1String("owner")))
            leaving.insert(row.departure.userId);
    return leaving;
}

Result<QList<User>> withoutLeavingOwners(const QSqlDatabase &connection, const QString &customerId)
{
    const Result<QSet<QString>> leaving = DepartureTable(connection).leavingOwners(customerId);
    if (!leaving) return leaving.error();
    Result<QList<User>> people = UserTable(connection).all(customerId);
    if (!people) return people;
    people->removeIf([&](const User &user) { return leaving->contains(user.id); });
    return people;
}

}  // namespace lw::server
