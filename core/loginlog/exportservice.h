// SPDX-License-Identifier: GPL-3.0-or-later
// Reports leave the cache here: content from cache and people, written atomically as PDF or CSV in a thread of its own,
// and the export itself is told to the back end (an audit event), or queued in the cache while offline.
#pragma once

#include "core/cache/canceltoken.h"
#include "core/cache/vault.h"
#include "core/domain/eventfilter.h"
#include "core/loginlog/peoplecsv.h"
#include "core/net/backendclient.h"
#include "core/protocol/export.h"
#include "core/util/async.h"

#include <QTimeZone>

#include <functional>
#include <memory>
#include <optional>

namespace lw::loginlog {

enum class ReportKind : quint8 { LoginActivity, PasswordRotation, AccessReview, Revocation, CallSpend, Retention };
enum class ReportFormat : quint8 { Pdf, Csv };

struct ReportRequest {
    ReportKind kind = ReportKind::LoginActivity;
    ReportFormat format = ReportFormat::Pdf;
    EventFilter filter;  ///< login activity: all of it; revocation: period and person; call guard and spend, retention:
                         ///< nothing of it; the others: person only
    QTimeZone zone = QTimeZone::utc();
    QString path;          ///< absolute; replaced only when complete
    QString exportedBy;    ///< login name
    QDateTime exportedAt;  ///< UTC; with the same cache and request the bytes are the same
    QString backEnd;       ///< the address, for the report\'s head; may be empty
};

/// The list of people as CSV, as it is asked for: filtered and sorted already.
struct PeopleRequest {
    QList<people::PersonRow> rows;
    PeopleColumns columns = PeopleColumns::Everything;
    QString path;    ///< absolute; replaced only when complete
    QString filter;  ///< what it was filtered by, for the notice; may be empty
};

enum class NoticeState : quint8 { Delivered, Queued };

struct ReportResult {
    QString path;
    quint64 rows = 0;
    qint64 bytes = 0;
    QByteArray sha256;
    NoticeState notice = NoticeState::Queued;
};

struct ExportProgress {
    quint64 rowsDone = 0;
    quint64 rowsTotal = 0;
};

/// A report on the disk whose notice is in the outbox.
struct WrittenReport {
    ReportResult result;
    protocol::ExportNotice notice;
    QByteArray key;  ///< makes the notice count once
};

class ExportService : public QObject {
    Q_OBJECT
  public:
    /// `client` may be null: every notice is queued. It must outlive the service or be taken away by
    /// setClient(nullptr).
    ExportService(std::shared_ptr<cache::Vault> vault, net::BackendClient *client, QObject *parent = nullptr);
    ~ExportService() override;

    void setClient(net::BackendClient *client);
    /// For requests that name none.
    void setBackEnd(const QString &address) { m_backEnd = address; }
    /// One at a time: Conflict while one is running. Forbidden: mayExport() says why. The file is there, or nothing is:
    /// Cancelled, DiskFull, ReadOnly, Io.
    void start(ReportRequest request, QObject *context, Callback<ReportResult> done);
    /// As start(), and told to the back end as the report "people".
    void exportPeople(PeopleRequest request, QObject *context, Callback<ReportResult> done);
    void cancel();
    bool isRunning() const { return m_running; }

  Q_SIGNALS:
    void progress(const lw::loginlog::ExportProgress &progress);

  private:
    struct Undelivered {
        WrittenReport written;
        Answer<ReportResult> answer;
    };
    using Job = std::function<Result<WrittenReport>(cache::Vault &, const cache::CancelToken &)>;
    void run(Job job, Answer<ReportResult> answer);
    void deliver(WrittenReport written, Answer<ReportResult> answer);
    void conclude(NoticeState state);

    std::shared_ptr<cache::Vault> m_vault;
    net::BackendClient *m_client = nullptr;
    QString m_backEnd;
    std::unique_ptr<Worker> m_worker;
    cache::CancelToken m_cancel;
    std::optional<Undelivered> m_undelivered;
    bool m_running = false;
};

/// Names of the contract and of commands: "login-activity", "password-rotation", "access-review", "revocation",
/// "call-guard-spend", "retention".
QLatin1String reportName(ReportKind kind);
std::optional<ReportKind> reportFromName(QStringView name);
/// Whether the report speaks of a period; the others tell the state at one instant.
bool hasPeriod(ReportKind kind);

/// A name for the file: "login-activity_acme_2026-10-01_2026-11-01.pdf".
QString suggestedFileName(const ReportRequest &request, const QString &customerSlug);

}  // namespace lw::loginlog
