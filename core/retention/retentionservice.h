// SPDX-License-Identifier: GPL-3.0-or-later
// How long data is kept, what keeps it longer, what was purged, and everything about a person. Reads and changes as
// access::AccessService.
#pragma once

#include "core/access/backendlink.h"
#include "core/access/seen.h"
#include "core/protocol/retention.h"

namespace lw::retention {

class RetentionService {
  public:
    explicit RetentionService(access::BackendLink &link) : m_link(link) {}

    void state(QObject *context, Callback<access::Seen<protocol::RetentionState>> done);
    void changeRules(const RetentionRules &rules, const QByteArray &etag, QObject *context,
                     Callback<access::Seen<protocol::RetentionState>> done);
    /// What a purge by these rules would remove now, one count a class; changes nothing.
    void preview(const RetentionRules &rules, QObject *context, Callback<QList<PurgeCount>> done);

    /// The newest first, released ones included.
    void holds(QObject *context, Callback<access::Seen<QList<LegalHold>>> done);
    void placeHold(const LegalHold &hold, QObject *context, Callback<LegalHold> done);
    void releaseHold(const QString &id, QObject *context, Callback<void> done);

    /// The newest first.
    void runs(QObject *context, Callback<access::Seen<QList<PurgeRun>>> done);
    /// Errc::Conflict: nothing is to be purged, or a run is under way.
    void purgeNow(QObject *context, Callback<PurgeRun> done);

    /// Everything about a person as one JSON document, written whole or not at all to a file that only its owner may
    /// read; the answer is its size in bytes.
    void savePersonData(const QString &userId, const QString &path, QObject *context, Callback<qint64> done);
    /// Errc::Conflict: the person can still sign in, or a hold keeps what there is.
    void erasePerson(const QString &userId, const QString &reason, QObject *context, Callback<PurgeRun> done);

  private:
    access::BackendLink &m_link;
};

}  // namespace lw::retention
