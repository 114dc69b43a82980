// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spend/spendservice.h"

#include "core/access/answers.h"
#include "core/cache/snapshottable.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"

namespace lw::spend {

namespace paths = protocol::paths;
namespace limits = protocol::limits;
namespace names = cache::snapshotname;
using access::callOf;
using access::Seen;
using net::pathWith;

void SpendService::overview(QObject *context, Callback<Seen<protocol::SpendOverview>> done)
{
    using Overview = protocol::SpendOverview;
    m_link.read(names::spendUsage, paths::spendUsage, limits::spendUsageBytes, context,
                access::keptSeen<Overview>(m_link, Answer<Seen<Overview>>(context, std::move(done)),
                                           &protocol::spendOverviewFromJson));
}

void SpendService::history(QObject *context, Callback<Seen<QList<protocol::SpendDay>>> done)
{
    using Days = QList<protocol::SpendDay>;
    m_link.read(
        names::spendHistory, paths::spendHistory, limits::replyBodyBytes, context,
        access::keptSeen<Days>(m_link, Answer<Seen<Days>>(context, std::move(done)), &protocol::spendDaysFromJson));
}

void SpendService::calls(const CallFilter &filter, int limit, const QString &cursor, QObject *context,
                         Callback<protocol::CallPage> done)
{
    m_link.call(
        callOf("GET", protocol::callListPath(filter, limit, cursor)), context,
        access::decoded(m_link, Answer<protocol::CallPage>(context, std::move(done)), &protocol::callPageFromJson));
}

void SpendService::settings(QObject *context, Callback<Seen<SpendSettings>> done)
{
    m_link.read(names::spend, paths::spend, limits::spendBodyBytes, context,
                access::keptSeen<SpendSettings>(m_link, Answer<Seen<SpendSettings>>(context, std::move(done)),
                                                &protocol::spendSettingsFromJson));
}

void SpendService::changeSettings(const SpendSettings &settings, const QByteArray &etag, QObject *context,
                                  Callback<Seen<SpendSettings>> done)
{
    net::ApiCall call = callOf("PUT", paths::spend, protocol::toJson(settings), etag);
    call.maxReplyBytes = limits::spendBodyBytes;
    access::changeSeen<SpendSettings>(m_link, std::move(call), context, std::move(done),
                                      &protocol::spendSettingsFromJson);
}

void SpendService::raises(QObject *context, Callback<Seen<QList<TemporaryRaise>>> done)
{
    using Raises = QList<TemporaryRaise>;
    m_link.read(
        names::spendRaises, paths::spendRaises, limits::replyBodyBytes, context,
        access::keptSeen<Raises>(m_link, Answer<Seen<Raises>>(context, std::move(done)), &protocol::raisesFromJson));
}

void SpendService::raise(const TemporaryRaise &raise, QObject *context, Callback<TemporaryRaise> done)
{
    access::change<TemporaryRaise>(m_link, callOf("POST", paths::spendRaises, protocol::toJson(raise)), context,
                                   std::move(done), &protocol::raiseFromJson);
}

void SpendService::endRaise(const QString &id, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("DELETE", pathWith(paths::spendRaise, id), {}, "*"), context, std::move(done));
}

void SpendService::reset(const protocol::SpendReset &reset, QObject *context, Callback<SpendUsage> done)
{
    access::change<SpendUsage>(m_link, callOf("POST", paths::spendReset, protocol::toJson(reset)), context,
                               std::move(done), &protocol::spendUsageFromJson);
}

void SpendService::replay(const protocol::ReplayWish &wish, QObject *context, Callback<protocol::ReplayAnswer> done)
{
    m_link.call(callOf("POST", paths::spendReplay, protocol::toJson(wish)), context,
                access::decoded(m_link, Answer<protocol::ReplayAnswer>(context, std::move(done)),
                                &protocol::replayAnswerFromJson));
}

void SpendService::rates(QObject *context, Callback<Seen<QByteArray>> done)
{
    net::ApiCall call = callOf("GET", paths::rates);
    call.maxReplyBytes = limits::ratesBodyBytes;
    m_link.call(std::move(call), context,
                [answer = Answer<Seen<QByteArray>>(context, std::move(done))](const Result<net::ApiReply> &reply) {
                    if (!reply) return answer.give(reply.error());
                    answer.give(Seen<QByteArray>{reply->body, reply->etag, QDateTime::currentDateTimeUtc(), true});
                });
}

void SpendService::judgeRates(const QByteArray &csv, QObject *context, Callback<protocol::DeckAnswer> done)
{
    net::ApiCall call = callOf("PUT", QString(paths::rates) + QStringLiteral("?dryRun=true"), csv);
    call.contentType = QByteArray(protocol::media::csv.data(), protocol::media::csv.size());
    m_link.call(
        std::move(call), context,
        access::decoded(m_link, Answer<protocol::DeckAnswer>(context, std::move(done)), &protocol::deckAnswerFromJson));
}

void SpendService::loadRates(const QByteArray &csv, const QByteArray &etag, QObject *context,
                             Callback<protocol::DeckAnswer> done)
{
    net::ApiCall call = callOf("PUT", paths::rates, csv, etag);
    call.contentType = QByteArray(protocol::media::csv.data(), protocol::media::csv.size());
    access::change<protocol::DeckAnswer>(m_link, std::move(call), context, std::move(done),
                                         &protocol::deckAnswerFromJson);
}

void SpendService::removeRates(const QByteArray &etag, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("DELETE", paths::rates, {}, etag), context, std::move(done));
}

}  // namespace lw::spend
