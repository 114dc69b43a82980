// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/peopleservice.h"

#include "core/cache/persontable.h"
#include "core/cache/snapshottable.h"
#include "core/cache/statetable.h"
#include "core/protocol/customer.h"
#include "core/protocol/device.h"
#include "core/protocol/role.h"

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

// What was kept as it came is judged only here; one that does not read is as good as none, the next sync brings
// another.
template <typename T>
Result<QList<T>> readKept(const cache::Snapshot &snapshot, Result<QList<T>> (*decode)(QByteArrayView))
{
    Result<QList<T>> list = decode(snapshot.body);
    return list ? list : Result<QList<T>>(QList<T>());
}

Result<QList<Role>> customRoles(cache::SnapshotTable &snapshots)
{
    const Result<std::optional<cache::Snapshot>> kept = snapshots.find(cache::snapshotname::roles);
    if (!kept) return kept.error();
    if (!*kept) return QList<Role>();
    Result<QList<Role>> roles = readKept<Role>(**kept, &protocol::rolesFromJson);
    if (roles) roles->removeIf([](const Role &role) { return role.shipped; });
    return roles;
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
    cache::SnapshotTable snapshots(connection);
    const Result<QList<Role>> roles = customRoles(snapshots);
    if (!roles) return roles.error();
    const Result<std::optional<cache::Snapshot>> kept = snapshots.find(cache::snapshotname::devices);
    if (!kept) return kept.error();
    const Result<QList<Device>> devices =
        *kept ? readKept<Device>(**kept, &protocol::devicesFromJson) : Result<QList<Device>>(QList<Device>());
    PeopleList list = judgePeople(std::move(*users), *customer, now, *roles, *devices);
    if (*kept) list.devicesAt = (*kept)->asOf;
    return list;
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
