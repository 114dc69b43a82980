// SPDX-License-Identifier: GPL-3.0-or-later
// The job behind `linewardend ingest` of call records: finished calls of a file are priced, classed and counted as
// those that a switch reports (POST /v1/calls/records). A call is counted once, by its call id; a run that counted
// something is itself one event (log.imported).
#pragma once

#include "core/import/callfile.h"
#include "core/util/clock.h"
#include "server/store/auditlog.h"

#include <QJsonObject>

namespace lw::server {

struct CallIngestWish {
    QString customer;  ///< slug
    import::CallFileOptions file;
    QString inputName;     ///< for the event: the file's name without its folder, or "standard input"
    QString callerNumber;  ///< in any notation: calls of extensions go out under it; empty: they are not counted
};

struct CallIngestReport {
    import::CallSummary file;  ///< refused and refusals: also what the back end refused
    quint64 added = 0;
    quint64 alreadyKnown = 0;    ///< reported or read before
    quint64 ofExtensions = 0;    ///< left out: the caller is an extension, and nobody said under which number it calls
    quint64 ofOtherNumbers = 0;  ///< left out: the caller is no number of the customer's, as with incoming calls
    quint64 tooOld = 0;          ///< left out: older than CallDesk::recordDaysMost

    /// For people: counts, then the first refused records with line, field and reason.
    QString toText() const;
    QJsonObject toJson() const;
};

class CallIngestJob {
  public:
    /// All must outlive it.
    CallIngestJob(Database &database, const Clock &clock, AuditLog &audit);

    /// Reads the open device to its end and stores as many calls as one report may hold in one transaction. Nothing is
    /// held locked while waiting for input, so a pipe may be slow. Errc::NotFound: no such customer (field
    /// "customer"); Errc::InvalidInput, field "caller-number": it is none of the customer's numbers; otherwise as
    /// import::readCalls() and the store. What was stored before an error stays.
    Result<CallIngestReport> run(QIODevice &device, const CallIngestWish &wish);

  private:
    class Run;
    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
};

}  // namespace lw::server
