// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/snapshotreports.h"

#include "core/cache/persontable.h"
#include "core/loginlog/exportright.h"
#include "core/protocol/callguard.h"
#include "core/protocol/retention.h"
#include "core/protocol/spend.h"
#include "core/report/callspend.h"
#include "core/report/retention.h"

namespace lw::loginlog {

namespace {

using cache::Connection;

/// A report without its data would say that there is nothing; so it is not written.
template <typename T>
Result<void> readInto(T &value, Connection &connection, QLatin1String name, Result<T> (*read)(QByteArrayView))
{
    Result<std::optional<T>> kept = keptAnswer<T>(connection, name, read);
    if (!kept) return kept.error();
    if (!*kept)
        return makeError(Errc::NotFound,
                         QStringLiteral("The cache does not hold yet what this report is about. Sync first; if that "
                                        "does not help, the back end is too old for it."));
    value = std::move(**kept);
    return {};
}

}  // namespace

Result<report::ReportContent> callSpendContent(Connection &connection, const report::ReportScope &scope,
                                               const Customer &customer)
{
    namespace name = cache::snapshotname;
    for (const Permission permission : {Permission::NumbersRead, Permission::SpendRead})
        if (const Result<void> may = mayReport(connection, permission); !may) return may.error();
    report::CallSpendFacts facts;
    const auto read = [&]() -> Result<void> {
        if (auto done = readInto(facts.guard, connection, name::callGuard, protocol::guardSettingsFromJson); !done)
            return done;
        if (auto done = readInto(facts.numbers, connection, name::numbers, protocol::guardedNumbersFromJson); !done)
            return done;
        if (auto done = readInto(facts.spend, connection, name::spend, protocol::spendSettingsFromJson); !done)
            return done;
        if (auto done = readInto(facts.overview, connection, name::spendUsage, protocol::spendOverviewFromJson); !done)
            return done;
        if (auto done = readInto(facts.raises, connection, name::spendRaises, protocol::raisesFromJson); !done)
            return done;
        return readInto(facts.history, connection, name::spendHistory, protocol::spendDaysFromJson);
    };
    if (const Result<void> done = read(); !done) return done.error();
    facts.timeZone = customer.timeZone;
    return report::callSpend(scope, facts);
}

Result<report::ReportContent> retentionContent(Connection &connection, const report::ReportScope &scope)
{
    namespace name = cache::snapshotname;
    if (const Result<void> may = mayReport(connection, Permission::RetentionRead); !may) return may.error();
    report::RetentionFacts facts;
    protocol::RetentionState state;
    const auto read = [&]() -> Result<void> {
        if (auto done = readInto(state, connection, name::retention, protocol::retentionStateFromJson); !done)
            return done;
        if (auto done = readInto(facts.holds, connection, name::retentionHolds, protocol::holdsFromJson); !done)
            return done;
        return readInto(facts.runs, connection, name::retentionRuns, protocol::purgeRunsFromJson);
    };
    if (const Result<void> done = read(); !done) return done.error();
    facts.rules = state.rules;
    facts.nextRunAt = state.nextRunAt;
    const Result<QList<User>> people = cache::PersonTable(connection).all();
    if (!people) return people.error();
    for (const User &user : *people)
        facts.logins.insert(user.id, user.login);
    return report::retention(scope, facts);
}

}  // namespace lw::loginlog
