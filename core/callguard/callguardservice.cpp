// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/callguard/callguardservice.h"

#include "core/access/answers.h"
#include "core/cache/snapshottable.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"

namespace lw::callguard {

namespace paths = protocol::paths;
namespace limits = protocol::limits;
using access::callOf;
using access::Seen;
using net::pathWith;

void CallGuardService::numbers(QObject *context, Callback<Seen<QList<GuardedNumber>>> done)
{
    using List = QList<GuardedNumber>;
    m_link.read(cache::snapshotname::numbers, paths::numbers, limits::numbersBodyBytes, context,
                access::keptSeen<List>(m_link, Answer<Seen<List>>(context, std::move(done)),
                                       &protocol::guardedNumbersFromJson));
}

void CallGuardService::number(const QString &number, QObject *context, Callback<Seen<GuardedNumber>> done)
{
    m_link.call(callOf("GET", pathWith(paths::number, protocol::numberPathParameter(number))), context,
                access::decodedSeen<GuardedNumber>(m_link, Answer<Seen<GuardedNumber>>(context, std::move(done)),
                                                   &protocol::guardedNumberFromJson));
}

void CallGuardService::add(const QList<GuardedNumber> &numbers, QObject *context, Callback<QList<GuardedNumber>> done)
{
    net::ApiCall call = callOf("POST", paths::numbers, protocol::toJson(numbers));
    call.maxReplyBytes = limits::numbersBodyBytes;
    access::change<QList<GuardedNumber>>(m_link, std::move(call), context, std::move(done),
                                         &protocol::guardedNumbersFromJson);
}

void CallGuardService::change(const GuardedNumber &number, const QByteArray &etag, QObject *context,
                              Callback<Seen<GuardedNumber>> done)
{
    net::ApiCall call = callOf("PUT", pathWith(paths::number, protocol::numberPathParameter(number.number)),
                               protocol::toJson(number), etag);
    access::changeSeen<GuardedNumber>(m_link, std::move(call), context, std::move(done),
                                      &protocol::guardedNumberFromJson);
}

void CallGuardService::remove(const QString &number, const QByteArray &etag, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("DELETE", pathWith(paths::number, protocol::numberPathParameter(number)), {}, etag),
                   context, std::move(done));
}

void CallGuardService::switchGuard(const protocol::GuardSwitch &wish, QObject *context,
                                   Callback<protocol::GuardSwitched> done)
{
    access::change<protocol::GuardSwitched>(m_link, callOf("POST", paths::numbersGuard, protocol::toJson(wish)),
                                            context, std::move(done), &protocol::guardSwitchedFromJson);
}

void CallGuardService::importNumbers(const QByteArray &csv, bool dryRun, QObject *context,
                                     Callback<protocol::NumbersImport> done)
{
    net::ApiCall call =
        callOf("POST", QString(paths::numbersImport) + (dryRun ? QStringLiteral("?dryRun=true") : QString()), csv);
    call.contentType = QByteArray(protocol::media::csv.data(), protocol::media::csv.size());
    if (dryRun)
        m_link.call(std::move(call), context,
                    access::decoded(m_link, Answer<protocol::NumbersImport>(context, std::move(done)),
                                    &protocol::numbersImportFromJson));
    else
        access::change<protocol::NumbersImport>(m_link, std::move(call), context, std::move(done),
                                                &protocol::numbersImportFromJson);
}

void CallGuardService::exportNumbers(QObject *context, Callback<QByteArray> done)
{
    net::ApiCall call = callOf("GET", paths::numbersExport);
    call.maxReplyBytes = limits::numbersBodyBytes;
    m_link.call(std::move(call), context,
                [answer = Answer<QByteArray>(context, std::move(done))](const Result<net::ApiReply> &reply) {
                    answer.give(reply ? Result<QByteArray>(reply->body) : Result<QByteArray>(reply.error()));
                });
}

void CallGuardService::settings(QObject *context, Callback<Seen<GuardSettings>> done)
{
    m_link.read(cache::snapshotname::callGuard, paths::callGuard, limits::guardBodyBytes, context,
                access::keptSeen<GuardSettings>(m_link, Answer<Seen<GuardSettings>>(context, std::move(done)),
                                                &protocol::guardSettingsFromJson));
}

void CallGuardService::changeSettings(const GuardSettings &settings, const QByteArray &etag, QObject *context,
                                      Callback<Seen<GuardSettings>> done)
{
    net::ApiCall call = callOf("PUT", paths::callGuard, protocol::toJson(settings), etag);
    call.maxReplyBytes = limits::guardBodyBytes;
    access::changeSeen<GuardSettings>(m_link, std::move(call), context, std::move(done),
                                      &protocol::guardSettingsFromJson);
}

}  // namespace lw::callguard
