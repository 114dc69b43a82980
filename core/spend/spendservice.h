// SPDX-License-Identifier: GPL-3.0-or-later
// What calls cost and may cost. Reads and changes as access::AccessService.
#pragma once

#include "core/access/backendlink.h"
#include "core/access/seen.h"
#include "core/protocol/callrecords.h"
#include "core/protocol/callreplay.h"
#include "core/protocol/spend.h"

namespace lw::spend {

class SpendService {
  public:
    explicit SpendService(access::BackendLink &link) : m_link(link) {}

    /// Today and this week.
    void overview(QObject *context, Callback<access::Seen<protocol::SpendOverview>> done);
    /// The last 90 days.
    void history(QObject *context, Callback<access::Seen<QList<protocol::SpendDay>>> done);

    /// A page of finished calls, the newest first, from the back end only; `cursor` empty: the first one.
    void calls(const CallFilter &filter, int limit, const QString &cursor, QObject *context,
               Callback<protocol::CallPage> done);

    void settings(QObject *context, Callback<access::Seen<SpendSettings>> done);
    void changeSettings(const SpendSettings &settings, const QByteArray &etag, QObject *context,
                        Callback<access::Seen<SpendSettings>> done);

    /// Those that have not ended.
    void raises(QObject *context, Callback<access::Seen<QList<TemporaryRaise>>> done);
    void raise(const TemporaryRaise &raise, QObject *context, Callback<TemporaryRaise> done);
    void endRaise(const QString &id, QObject *context, Callback<void> done);
    void reset(const protocol::SpendReset &reset, QObject *context, Callback<SpendUsage> done);

    /// What would have become of past calls; changes nothing.
    void replay(const protocol::ReplayWish &wish, QObject *context, Callback<protocol::ReplayAnswer> done);

    /// The rate deck as CSV, from the back end only.
    void rates(QObject *context, Callback<access::Seen<QByteArray>> done);
    /// What is wrong with a deck, without loading it.
    void judgeRates(const QByteArray &csv, QObject *context, Callback<protocol::DeckAnswer> done);
    /// `etag`: of the deck that it replaces.
    void loadRates(const QByteArray &csv, const QByteArray &etag, QObject *context,
                   Callback<protocol::DeckAnswer> done);
    void removeRates(const QByteArray &etag, QObject *context, Callback<void> done);

  private:
    access::BackendLink &m_link;
};

}  // namespace lw::spend
