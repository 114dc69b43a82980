// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retention/retentionservice.h"

#include "core/access/answers.h"
#include "core/cache/snapshottable.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/report/atomicfile.h"

namespace lw::retention {

namespace paths = protocol::paths;
namespace limits = protocol::limits;
namespace names = cache::snapshotname;
using access::callOf;
using access::Seen;
using net::pathWith;

void RetentionService::state(QObject *context, Callback<Seen<protocol::RetentionState>> done)
{
    using State = protocol::RetentionState;
    m_link.read(names::retention, paths::retention, limits::replyBodyBytes, context,
                access::keptSeen<State>(m_link, Answer<Seen<State>>(context, std::move(done)),
                                        &protocol::retentionStateFromJson));
}

void RetentionService::changeRules(const RetentionRules &rules, const QByteArray &etag, QObject *context,
                                   Callback<Seen<protocol::RetentionState>> done)
{
    access::changeSeen<protocol::RetentionState>(m_link, callOf("PUT", paths::retention, protocol::toJson(rules), etag),
                                                 context, std::move(done), &protocol::retentionStateFromJson);
}

void RetentionService::preview(const RetentionRules &rules, QObject *context, Callback<QList<PurgeCount>> done)
{
    m_link.call(
        callOf("POST", paths::retentionPreview, protocol::toJson(rules)), context,
        access::decoded(m_link, Answer<QList<PurgeCount>>(context, std::move(done)), &protocol::purgeCountsFromJson));
}

void RetentionService::holds(QObject *context, Callback<Seen<QList<LegalHold>>> done)
{
    using Holds = QList<LegalHold>;
    m_link.read(
        names::retentionHolds, paths::retentionHolds, limits::replyBodyBytes, context,
        access::keptSeen<Holds>(m_link, Answer<Seen<Holds>>(context, std::move(done)), &protocol::holdsFromJson));
}

void RetentionService::placeHold(const LegalHold &hold, QObject *context, Callback<LegalHold> done)
{
    access::change<LegalHold>(m_link, callOf("POST", paths::retentionHolds, protocol::toJson(hold)), context,
                              std::move(done), &protocol::holdFromJson);
}

void RetentionService::releaseHold(const QString &id, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("DELETE", pathWith(paths::retentionHold, id), {}, "*"), context, std::move(done));
}

void RetentionService::runs(QObject *context, Callback<Seen<QList<PurgeRun>>> done)
{
    using Runs = QList<PurgeRun>;
    m_link.read(
        names::retentionRuns, paths::retentionRuns, limits::replyBodyBytes, context,
        access::keptSeen<Runs>(m_link, Answer<Seen<Runs>>(context, std::move(done)), &protocol::purgeRunsFromJson));
}

void RetentionService::purgeNow(QObject *context, Callback<PurgeRun> done)
{
    access::change<PurgeRun>(m_link, callOf("POST", paths::retentionRuns, "{}"), context, std::move(done),
                             &protocol::purgeRunFromJson);
}

void RetentionService::savePersonData(const QString &userId, const QString &path, QObject *context,
                                      Callback<qint64> done)
{
    net::ApiCall call = callOf("GET", pathWith(paths::userData, userId));
    call.maxReplyBytes = limits::personDataBytes;
    m_link.call(std::move(call), context,
                [this, path, answer = Answer<qint64>(context, std::move(done))](const Result<net::ApiReply> &reply) {
                    if (!reply) return answer.give(reply.error());
                    m_link.onMessages([answer, path, body = reply->body] {
                        const Result<void> written = report::writeAtomically(path, [&body](QIODevice &device) {
                            if (auto *file = qobject_cast<QFileDevice *>(&device))
                                file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
                            return device.write(body) == body.size()
                                       ? Result<void>()
                                       : makeError(Errc::Io, QStringLiteral("The file could not be written."));
                        });
                        answer.give(written ? Result<qint64>(body.size()) : Result<qint64>(written.error()));
                    });
                });
}

void RetentionService::erasePerson(const QString &userId, const QString &reason, QObject *context,
                                   Callback<PurgeRun> done)
{
    access::change<PurgeRun>(
        m_link, callOf("POST", pathWith(paths::userErasure, userId), protocol::toJson(protocol::ErasureWish{reason})),
        context, std::move(done), &protocol::purgeRunFromJson);
}

}  // namespace lw::retention
