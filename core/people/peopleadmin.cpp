// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/people/peopleadmin.h"

#include "core/access/answers.h"
#include "core/cache/snapshottable.h"
#include "core/protocol/customer.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"

#include <QSet>
#include <QUrl>
#include <QUrlQuery>

namespace lw::people {

namespace paths = protocol::paths;
namespace limits = protocol::limits;
using access::callOf;
using access::Seen;
using net::pathWith;

namespace {

/// Walks the pages of /v1/users.
struct Walk : std::enable_shared_from_this<Walk> {
    Walk(access::BackendLink &to, QObject *asker, Callback<QList<protocol::UserEntry>> done)
        : link(to), context(asker), answer(asker, std::move(done))
    {
    }

    void next(const QString &cursor)
    {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("limit"), QString::number(limits::usersPageMost));
        if (!cursor.isEmpty())
            query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        const QString path = paths::users + QLatin1Char('?') + query.toString(QUrl::FullyEncoded);
        link.call(callOf("GET", path), context,
                  [self = shared_from_this()](const Result<net::ApiReply> &reply) { self->take(reply); });
    }

    void take(const Result<net::ApiReply> &reply)
    {
        if (!reply) return answer.give(reply.error());
        const Result<protocol::UserPage> page = access::asAnswer(protocol::userPageFromJson(reply->body));
        if (!page) return answer.give(page.error());
        people += page->users;
        if (page->nextCursor.isEmpty()) return answer.give(people);
        if (page->users.isEmpty() || seen.contains(page->nextCursor))
            return answer.give(makeError(
                Errc::Protocol, QStringLiteral("The back end's list of people does not end: a page came twice.")));
        seen.insert(page->nextCursor);
        next(page->nextCursor);
    }

    access::BackendLink &link;
    QObject *context;  ///< no page arrives after its end, so that it is asked of nothing any more
    Answer<QList<protocol::UserEntry>> answer;
    QSet<QString> seen;
    QList<protocol::UserEntry> people;
};

}  // namespace

void PeopleAdmin::everybody(QObject *context, Callback<QList<protocol::UserEntry>> done)
{
    std::make_shared<Walk>(m_link, context, std::move(done))->next({});
}

void PeopleAdmin::person(const QString &userId, QObject *context, Callback<Seen<protocol::UserEntry>> done)
{
    m_link.call(callOf("GET", pathWith(paths::user, userId)), context,
                access::decodedSeen<protocol::UserEntry>(
                    m_link, Answer<Seen<protocol::UserEntry>>(context, std::move(done)), &protocol::userEntryFromJson));
}

void PeopleAdmin::create(const protocol::NewUser &user, QObject *context, Callback<protocol::UserWithPassword> done)
{
    access::change<protocol::UserWithPassword>(m_link, callOf("POST", paths::users, protocol::toJson(user)), context,
                                               std::move(done), &protocol::userWithPasswordFromJson);
}

void PeopleAdmin::change(const QString &userId, const protocol::UserPatch &patch, const QByteArray &etag,
                         QObject *context, Callback<Seen<protocol::UserEntry>> done)
{
    net::ApiCall call = callOf("PATCH", pathWith(paths::user, userId), protocol::toJson(patch), etag);
    access::changeSeen<protocol::UserEntry>(m_link, std::move(call), context, std::move(done),
                                            &protocol::userEntryFromJson);
}

void PeopleAdmin::resetPassword(const QString &userId, QObject *context, Callback<protocol::UserWithPassword> done)
{
    access::change<protocol::UserWithPassword>(m_link, callOf("POST", pathWith(paths::userPassword, userId)), context,
                                               std::move(done), &protocol::userWithPasswordFromJson);
}

void PeopleAdmin::resetMfa(const QString &userId, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("DELETE", pathWith(paths::userMfa, userId)), context, std::move(done));
}

void PeopleAdmin::expirePasswords(const protocol::UserSelection &people, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("POST", paths::usersExpiry, protocol::toJson(people)), context, std::move(done));
}

void PeopleAdmin::disable(const protocol::UserSelection &people, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("POST", paths::usersDisable, protocol::toJson(people)), context, std::move(done));
}

void PeopleAdmin::planImport(const QByteArray &csv, QObject *context, Callback<protocol::ImportPlan> done)
{
    net::ApiCall call = callOf("POST", paths::usersImport, csv);
    call.contentType = "text/csv";
    call.maxReplyBytes = limits::importPlanBytes;
    // A dry run: nothing to sync afterwards.
    m_link.call(std::move(call), context,
                access::decoded<protocol::ImportPlan>(m_link, Answer<protocol::ImportPlan>(context, std::move(done)),
                                                      &protocol::importPlanFromJson));
}

void PeopleAdmin::applyImport(const QString &planId, QObject *context, Callback<protocol::ImportPlan> done)
{
    net::ApiCall call = callOf("POST", pathWith(paths::usersImportApply, planId));
    call.maxReplyBytes = limits::importPlanBytes;
    access::change<protocol::ImportPlan>(m_link, std::move(call), context, std::move(done),
                                         &protocol::importPlanFromJson);
}

void PeopleAdmin::undoImport(const QString &planId, QObject *context, Callback<protocol::ImportPlan> done)
{
    net::ApiCall call = callOf("POST", pathWith(paths::usersImportUndo, planId));
    call.maxReplyBytes = limits::importPlanBytes;
    access::change<protocol::ImportPlan>(m_link, std::move(call), context, std::move(done),
                                         &protocol::importPlanFromJson);
}

void PeopleAdmin::devices(const QString &userId, QObject *context, Callback<Seen<QList<Device>>> done)
{
    using List = QList<Device>;
    const Answer<Seen<List>> answer(context, std::move(done));
    if (m_link.isOnline())
        return m_link.call(callOf("GET", pathWith(paths::userDevices, userId)), context,
                           access::decodedSeen<List>(m_link, answer, &protocol::devicesFromJson));
    const Answer<Seen<List>> everybodys(context, [answer, userId](Result<Seen<List>> seen) {
        if (seen) seen->value.removeIf([&](const Device &device) { return device.userId != userId; });
        answer.give(std::move(seen));
    });
    m_link.kept(cache::snapshotname::devices, context,
                access::keptSeen<List>(m_link, everybodys, &protocol::devicesFromJson));
}

void PeopleAdmin::addDevice(const QString &userId, const protocol::NewDevice &device, QObject *context,
                            Callback<protocol::DeviceWithSecret> done)
{
    net::ApiCall call = callOf("POST", pathWith(paths::userDevices, userId), protocol::toJson(device));
    access::change<protocol::DeviceWithSecret>(m_link, std::move(call), context, std::move(done),
                                               &protocol::deviceWithSecretFromJson);
}

void PeopleAdmin::renewDeviceSecret(const QString &deviceId, QObject *context,
                                    Callback<protocol::DeviceWithSecret> done)
{
    access::change<protocol::DeviceWithSecret>(m_link, callOf("POST", pathWith(paths::deviceSecret, deviceId)), context,
                                               std::move(done), &protocol::deviceWithSecretFromJson);
}

void PeopleAdmin::revokeDevice(const QString &deviceId, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("DELETE", pathWith(paths::device, deviceId)), context, std::move(done));
}

void PeopleAdmin::certificates(const QString &userId, QObject *context,
                               Callback<QList<protocol::RegisteredCertificate>> done)
{
    using List = QList<protocol::RegisteredCertificate>;
    m_link.call(callOf("GET", pathWith(paths::userCertificates, userId)), context,
                access::decoded<List>(m_link, Answer<List>(context, std::move(done)),
                                      &protocol::registeredCertificatesFromJson));
}

void PeopleAdmin::addCertificate(const QString &userId, const protocol::NewCertificate &certificate, QObject *context,
                                 Callback<protocol::RegisteredCertificate> done)
{
    net::ApiCall call = callOf("POST", pathWith(paths::userCertificates, userId), protocol::toJson(certificate));
    access::change<protocol::RegisteredCertificate>(m_link, std::move(call), context, std::move(done),
                                                    &protocol::registeredCertificateFromJson);
}

void PeopleAdmin::removeCertificate(const QString &userId, const QString &fingerprint, QObject *context,
                                    Callback<void> done)
{
    const QString path = pathWith(paths::userCertificates, userId) + QLatin1Char('/') + fingerprint;
    access::change(m_link, callOf("DELETE", path), context, std::move(done));
}

void PeopleAdmin::customer(QObject *context, Callback<Seen<Customer>> done)
{
    m_link.call(callOf("GET", paths::customer), context,
                access::decodedSeen<Customer>(m_link, Answer<Seen<Customer>>(context, std::move(done)),
                                              &protocol::customerFromJson));
}

void PeopleAdmin::changeRules(const Customer &customer, const QByteArray &etag, QObject *context,
                              Callback<Seen<Customer>> done)
{
    net::ApiCall call = callOf("PUT", paths::customerPolicy, protocol::toJson(customer), etag);
    access::changeSeen<Customer>(m_link, std::move(call), context, std::move(done), &protocol::customerFromJson);
}

}  // namespace lw::people
