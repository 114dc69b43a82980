// SPDX-License-Identifier: GPL-3.0-or-later
// A back end with a customer whose log and calls have entries of known ages.
#pragma once

#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"
#include "server/store/calltable.h"
#include "tests/server/auth/testbackend.h"

namespace lw::server::test {

class RetentionBackEnd : public TestBackEnd {
  public:
    Customer acme = addCustomer(QStringLiteral("acme"));
    User olga = addUser(acme, QStringLiteral("olga"));

    GuardAuthor author()
    {
        m_keeper.customerId = acme.id;
        m_keeper.userId = olga.id;
        m_keeper.login = olga.login;
        return {m_keeper, Origin{QStringLiteral("192.0.2.10"), 1, QStringLiteral("console"), {}}};
    }

    quint64 append(AuditEvent event) { return must(services->audit.append(acme.id, std::move(event))); }
    quint64 appendLogin(const QDateTime &time, const QString &name = QStringLiteral("nobody"))
    {
        return append(loginEvent(name, time));
    }

    void setRules(const RetentionRules &rules)
    {
        must(services->retention.setRules(author(), rules, [](const RetentionRules &) { return Result<void>(); }));
    }
    LegalHold place(LegalHold hold)
    {
        hold.reason = QStringLiteral("A dispute");
        return must(services->retention.placeHold(
            author(), hold, [](const Transaction &, const LegalHold &) { return Result<void>(); }));
    }
    Result<PurgeRun> ask()
    {
        return services->retention.purgeNow(author(),
                                            [](const Transaction &, const PurgeRun &) { return Result<void>(); });
    }
    /// Asks for a run and lets it end.
    PurgeRun purge()
    {
        const QString id = must(ask()).id;
        must(services->purger.round(std::chrono::hours(1)));
        const QList<PurgeRun> runs = must(services->retention.runs(acme.id));
        return *std::ranges::find(runs, id, &PurgeRun::id);
    }
    PurgeRun lastRun() { return must(services->retention.runs(acme.id)).constFirst(); }

    void addCall(const QString &id, const QString &caller, const QDateTime &startedAt)
    {
        Transaction transaction = must(Transaction::begin(*services->database));
        must(CallTable(transaction.connection())
                 .insert(acme.id, {id, caller, QStringLiteral("+37120000000"), CallClass::International, startedAt, 60,
                                   Decimal{1'000'000}, QStringLiteral("+371")}));
        must(transaction.commit());
    }
    QStringList callIds()
    {
        QStringList ids;
        must(CallTable(must(services->database->connection()))
                 .each(acme.id, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), [&ids](const CallRecord &call) {
                     ids << call.callId;
                     return true;
                 }));
        return ids;
    }

    /// Indexes without content; the whole log must hash to its head.
    QList<quint64> goneLeaves()
    {
        const AuditLog::Head head = must(services->audit.head(acme.id));
        audit::CompactRange range;
        QList<quint64> gone;
        for (quint64 i = 0; i < head.size; ++i) {
            const QByteArray line = must(services->audit.leaf(acme.id, i));
            range.append(audit::lineHash(line));
            if (audit::purgedHash(line)) gone << i;
        }
        if (range.root() != head.root) qFatal("The log does not verify.");
        return gone;
    }
    /// What caches are told.
    QList<quint64> toldLeaves()
    {
        QList<quint64> told;
        for (const PurgedRange &range : must(services->retention.purgedAfter(acme.id, 0)))
            for (quint64 i = range.first; i <= range.last; ++i)
                told << i;
        return told;
    }

  private:
    Principal m_keeper;
};

}  // namespace lw::server::test
