// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/peopleservice.h"

#include "core/cache/persontable.h"
#include "core/cache/statetable.h"
#include "core/protocol/customer.h"

namespace lw::people {

namespace {

enum Question { HistoryQuestion };

using cache::CancelToken;
using cache::Connection;

Result<PersonHistory> readHistory(Connection &connection, const User &user, int most, const CancelToken &cancel)
{
    cache::EventReader reader(connection);
    PersonHistory history;
    history.userId = user.id;
    EventFilter filter;
    filter.person = user.login;
    Result<quint64> total = reader.count(filter, cancel);
    if (!total) return total.error();
    history.total = *total;
    EventFilter failures = filter;
    failures.outcome = Outcome::Failure;
    Result<quint64> failed = reader.count(failures, cancel);
    if (!failed) return failed.error();
    history.failed = *failed;
    const cache::EventOrder newestFirst{cache::SortKey::Time, Qt::DescendingOrder};
    const Result<quint64> read = reader.forEach(
        filter, newestFirst,
        [&](const cache::EventRow &row) {
            history.rows.append(row);
            return history.rows.size() < most;
        },
        cancel);
    if (!read) return read.error();
    return history;
}

}  // namespace

Result<PeopleList> readPeople(Connection &connection, const QDateTime &now)
{
    const Result<std::optional<QByteArray>> stored = cache::StateTable(connection).value(cache::StateKey::Customer);
    if (!stored) return stored.error();
    if (!*stored) return makeError(Errc::NotFound, QStringLiteral("Nothing was synced yet. Connect and sync first."));
    const Result<Customer> customer = protocol::customerFromJson(**stored);
    if (!customer)
        return makeError(Errc::Corrupt, QStringLiteral("The customer kept in the cache cannot be read. Sync again."));
    Result<QList<User>> users = cache::PersonTable(connection).all();
    if (!users) return users.error();
    return judgePeople(std::move(*users), *customer, now);
}

PeopleService::PeopleService(const std::shared_ptr<cache::Vault> &vault) : m_lane(vault) {}

void PeopleService::list(QDateTime now, QObject *context, Callback<PeopleList> done)
{
    // Page and rail ask at the same time; each gets its answer.
    m_lane.ask<PeopleList>(context, std::move(done),
                           [now](Connection &connection, const CancelToken &) { return readPeople(connection, now); });
}

void PeopleService::history(User user, int most, QObject *context, Callback<PersonHistory> done)
{
    m_lane.askNewest<PersonHistory>(HistoryQuestion, context, std::move(done),
                                    [user = std::move(user), most](Connection &connection, const CancelToken &cancel) {
                                        return readHistory(connection, user, most, cancel);
                                    });
}

}  // namespace lw::people
