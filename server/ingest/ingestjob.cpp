// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/ingestjob.h"

#include "core/audit/merkle.h"
#include "server/store/auditappender.h"
#include "server/store/customertable.h"
#include "server/store/fingerprinttable.h"
#include "server/store/identifier.h"
#include "server/store/usertable.h"

#include <QJsonArray>

namespace lw::server {

namespace {

// One commit for so many events: a commit waits for the disk, and a running console for the writer's turn.
constexpr size_t batchEvents = 8000;

struct Waiting {
    AuditEvent event;
    Hash fingerprint;
};

QString counts(const IngestReport &report)
{
    return QStringLiteral(
               "%1 lines read, %2 events made, %3 of them new, %4 lines are no login event, %5 lines refused")
        .arg(report.lines.linesRead)
        .arg(report.lines.eventsMade)
        .arg(report.added)
        .arg(report.lines.notLoginEvents)
        .arg(report.lines.refused);
}

}  // namespace

/// One run: gathers a batch, then stores it in one transaction.
class IngestJob::Run {
  public:
    Run(IngestJob &job, const IngestWish &wish, const Progress &progress)
        : m_job(job), m_wish(wish), m_progress(progress)
    {
    }

    Result<IngestReport> go(QIODevice &device)
    {
        if (Result<void> ready = prepare(); !ready) return ready.error();
        const auto sink = [this](const AuditEvent &event, const Hash &fingerprint) -> Result<void> {
            m_batch.push_back({event, fingerprint});
            return m_batch.size() < batchEvents ? Result<void>() : store();
        };
        const Result<import::ImportSummary> read = import::importLog(device, m_wish.import, sink);
        // What came before a failing line is good: it is kept, and a second run goes on from there.
        const Result<void> stored = store();
        if (!read) return read.error();
        if (!stored) return stored.error();
        m_report.lines = *read;
        if (Result<void> told = tell(); !told) return told.error();
        const Result<AuditLog::Head> head = m_job.m_audit.head(m_customer.id);
        if (!head) return head.error();
        m_report.logSize = head->size;
        return m_report;
    }

  private:
    Result<void> prepare()
    {
        const Result<QSqlDatabase> connection = m_job.m_database.connection();
        if (!connection) return connection.error();
        const Result<Customer> customer = CustomerTable(*connection).bySlug(m_wish.customer);
        if (!customer) return customer.error();
        m_customer = *customer;
        const Result<QList<User>> users = UserTable(*connection).all(m_customer.id);
        if (!users) return users.error();
        for (const User &user : *users)
            m_idByLogin.insert(loginKey(user.login), user.id);
        return {};
    }

    /// A name that a user of the customer has is that user's, whatever the foreign system thought it was; a person the
    /// customer does not know is nobody yet. Phones and trunks stay what they are.
    void attribute(AuditEvent &event)
    {
        const auto known = m_idByLogin.constFind(loginKey(event.actor.name));
        if (known != m_idByLogin.constEnd()) {
            event.actor.type = ActorType::User;
            event.actor.id = *known;
        } else if (event.actor.type == ActorType::User) {
            event.actor.type = ActorType::Unknown;
        }
    }

    Result<void> store()
    {
        if (m_batch.empty()) return {};
        Result<Transaction> transaction = Transaction::begin(m_job.m_database);
        if (!transaction) return transaction.error();
        Result<std::unique_ptr<AuditAppender>> appender = AuditAppender::begin(*transaction, m_customer.id);
        if (!appender) return appender.error();
        FingerprintTable fingerprints(transaction->connection());
        IngestReport counted = m_report;
        for (Waiting &waiting : m_batch) {
            const QByteArray fingerprint = audit::hashBytes(waiting.fingerprint);
            const Result<bool> isNew = fingerprints.remember((*appender)->log().id, fingerprint);
            if (!isNew) return isNew.error();
            if (!*isNew) {
                ++counted.alreadyKnown;
                continue;
            }
            attribute(waiting.event);
            waiting.event.id = identifierFrom("evt", waiting.event.time, fingerprint);
            const Result<quint64> index = (*appender)->append(waiting.event);
            if (!index) {
                const Errc code = index.error().code;
                if (code != Errc::InvalidInput && code != Errc::TooLarge) return index.error();
                ++counted.notStorable;
                continue;
            }
            ++counted.added;
            counted.ofUsers += !waiting.event.actor.id.isEmpty();
        }
        if (Result<void> finished = (*appender)->finish(); !finished) return finished;
        if (Result<void> saved = transaction->commit(); !saved) return saved;
        m_report = counted;
        m_batch.clear();
        if (m_progress && !m_progress(m_report.added + m_report.alreadyKnown + m_report.notStorable))
            return makeError(Errc::Cancelled, QStringLiteral("The import was stopped; what was stored so far stays."));
        return {};
    }

    Result<void> tell()
    {
        if (m_report.added == 0) return {};
        AuditEvent event;
        event.kind = EventKind::LogImported;
        event.outcome = Outcome::Success;
        event.actor = Actor{ActorType::System, {}, QStringLiteral("linewardend")};
        event.object = ObjectRef{QStringLiteral("log"), {}, m_wish.inputName.left(256)};
        event.reason = import::formatName(m_wish.import.format);
        event.detail = counts(m_report);
        const Result<quint64> written = m_job.m_audit.append(m_customer.id, std::move(event));
        if (!written) return written.error();
        return {};
    }

    IngestJob &m_job;
    const IngestWish &m_wish;
    const Progress &m_progress;
    Customer m_customer;
    QHash<QString, QString> m_idByLogin;
    std::vector<Waiting> m_batch;
    IngestReport m_report;
};

IngestJob::IngestJob(Database &database, AuditLog &audit) : m_database(database), m_audit(audit) {}

Result<IngestReport> IngestJob::run(QIODevice &device, const IngestWish &wish, const Progress &progress)
{
    return Run(*this, wish, progress).go(device);
}

QString IngestReport::toText() const
{
    QString text = counts(*this) + QLatin1Char('\n');
    if (alreadyKnown > 0) text += QStringLiteral("%1 events were imported before\n").arg(alreadyKnown);
    if (notStorable > 0) text += QStringLiteral("%1 events are too large for the log\n").arg(notStorable);
    text += QStringLiteral("%1 of the new events belong to users of the customer\n").arg(ofUsers);
    text += QStringLiteral("The log has %1 entries now\n").arg(logSize);
    for (const import::Refusal &refusal : lines.refusals)
        text += QStringLiteral("line %1: %2\n").arg(refusal.line).arg(refusal.reason);
    if (lines.refused > static_cast<quint64>(lines.refusals.size()))
        text +=
            QStringLiteral("... and %1 more lines\n").arg(lines.refused - static_cast<quint64>(lines.refusals.size()));
    return text;
}

QJsonObject IngestReport::toJson() const
{
    QJsonArray refusals;
    for (const import::Refusal &refusal : lines.refusals)
        refusals.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(refusal.line)},
                                    {QStringLiteral("reason"), refusal.reason}});
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    return {{QStringLiteral("linesRead"), number(lines.linesRead)},
            {QStringLiteral("eventsMade"), number(lines.eventsMade)},
            {QStringLiteral("added"), number(added)},
            {QStringLiteral("alreadyKnown"), number(alreadyKnown)},
            {QStringLiteral("ofUsers"), number(ofUsers)},
            {QStringLiteral("notStorable"), number(notStorable)},
            {QStringLiteral("notLoginEvents"), number(lines.notLoginEvents)},
            {QStringLiteral("refused"), number(lines.refused)},
            {QStringLiteral("refusals"), refusals},
            {QStringLiteral("logSize"), number(logSize)}};
}

}  // namespace lw::server
