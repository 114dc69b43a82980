// SPDX-License-Identifier: GPL-3.0-or-later
// The job behind `linewardend ingest`: a log file of another system becomes events of one customer. Lines that were
// imported before are recognised and add nothing; a run that added something is itself one event (log.imported).
#pragma once

#include "core/import/importlog.h"
#include "server/store/auditlog.h"

#include <QIODevice>
#include <QJsonObject>

#include <functional>

namespace lw::server {

struct IngestWish {
    QString customer;  ///< slug
    import::ImportOptions import;
    QString inputName;  ///< for the event: the file's name without its folder, or "standard input"
};

struct IngestReport {
    import::ImportSummary lines;
    quint64 added = 0;         ///< events that are new in the log
    quint64 alreadyKnown = 0;  ///< events that an earlier run had added
    quint64 ofUsers = 0;       ///< new events whose name belongs to a user of the customer
    quint64 notStorable = 0;   ///< events that no leaf can hold (over 64 KiB)
    quint64 logSize = 0;       ///< entries of the log afterwards

    /// For people: counts, then the first refused lines with number and reason.
    QString toText() const;
    QJsonObject toJson() const;
};

class IngestJob {
  public:
    IngestJob(Database &database, AuditLog &audit);

    /// Told after each stored batch, with the events made so far; false stops the run (Errc::Cancelled; what was stored
    /// stays).
    using Progress = std::function<bool(quint64 events)>;

    /// Reads the open device to its end. Nothing is held locked while waiting for input, so a pipe may be slow.
    /// Errc::NotFound: no such customer (field "customer"); otherwise as import::importLog() and the store.
    Result<IngestReport> run(QIODevice &device, const IngestWish &wish, const Progress &progress = {});

  private:
    class Run;
    Database &m_database;
    AuditLog &m_audit;
};

}  // namespace lw::server
