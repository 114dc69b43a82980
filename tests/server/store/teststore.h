// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a folder of its own, with a clock that stands still and a log key, for the tests of the back end.
#pragma once

#include "core/util/clock.h"
#include "server/store/auditlog.h"
#include "server/store/customertable.h"
#include "server/store/identifier.h"

#include <QTemporaryDir>
#include <QTest>

namespace lw::server::test {

inline const QDateTime noon(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC);

/// The value, or the test fails here with the error's sentence.
template <typename T>
T must(Result<T> result)
{
    if (!result) qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}
inline void must(Result<void> result)
{
    if (!result) qFatal("%s", qUtf8Printable(result.error().message));
}

inline AuditEvent loginEvent(const QString &name, const QDateTime &time = noon)
{
    AuditEvent event;
    event.time = time;
    event.kind = EventKind::LoginFailed;
    event.actor = Actor{ActorType::Unknown, {}, name};
    event.origin = Origin{QStringLiteral("203.0.113.7"), 4711, QStringLiteral("SIP/UDP"), QStringLiteral("scanner")};
    event.object = ObjectRef{QStringLiteral("account"), {}, name};
    event.reason = QStringLiteral("no_such_user");
    event.source.format = QStringLiteral("linewardend");
    return event;
}

class TestStore {
  public:
    TestStore()
        : clock(noon),
          file(folder.filePath(QStringLiteral("store.sqlite"))),
          database(must(Database::open(file))),
          key(must(audit::Signer::generate(QStringLiteral("test")))),
          audit(*database, clock, key)
    {
    }

    Customer addCustomer(const QString &slug)
    {
        const Customer customer{makeIdentifier("cus", clock.nowUtc()), slug, slug.toUpper(),
                                QStringLiteral("Europe/London"), PasswordPolicy()};
        Transaction transaction = must(Transaction::begin(*database));
        must(CustomerTable(transaction.connection()).insert(customer));
        must(audit.create(transaction, customer.id, QStringLiteral("backend.test"), slug));
        must(transaction.commit());
        return customer;
    }

    QTemporaryDir folder;
    FixedClock clock;
    QString file;
    std::unique_ptr<Database> database;
    audit::Signer key;
    AuditLog audit;
};

}  // namespace lw::server::test
