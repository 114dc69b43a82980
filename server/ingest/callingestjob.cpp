// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/callingestjob.h"

#include "core/policy/numberclass.h"
#include "core/protocol/limits.h"
#include "server/spend/calldesk.h"
#include "server/store/customertable.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>
#include <vector>

namespace lw::server {

namespace {

constexpr qsizetype batchCalls = protocol::limits::callRecordsPerRequest;
/// Numbers, limits and rates may be changed by a back end that serves meanwhile.
constexpr int factsSeconds = 60;

QString counts(const CallIngestReport &report)
{
    return QStringLiteral("%1 lines read, %2 calls answered, %3 of them new, %4 unanswered, %5 internal, %6 refused")
        .arg(report.file.linesRead)
        .arg(report.file.calls)
        .arg(report.added)
        .arg(report.file.unanswered)
        .arg(report.file.internal)
        .arg(report.file.refused);
}

/// What the file's own words say of a field of the contract.
QString fieldInFile(const QString &field, import::CallFormat format)
{
    const auto pick = [format](const char *asterisk, const char *freeSwitch, const char *csv) {
        switch (format) {
            case import::CallFormat::AsteriskCdr: return QString::fromLatin1(asterisk);
            case import::CallFormat::FreeSwitchCdr: return QString::fromLatin1(freeSwitch);
            case import::CallFormat::CsvCdr: break;
        }
        return QString::fromLatin1(csv);
    };
    if (field == QLatin1String("caller")) return pick("src", "caller_id_number", "caller");
    if (field == QLatin1String("destination")) return pick("dst", "destination_number", "destination");
    if (field == QLatin1String("startedAt")) return pick("answer", "answer_stamp", "start");
    if (field == QLatin1String("callId")) return pick("uniqueid", "uuid", "call_id");
    return field;
}

}  // namespace

/// One run: gathers calls, then has them counted in one transaction.
class CallIngestJob::Run {
  public:
    Run(CallIngestJob &job, const CallIngestWish &wish) : m_job(job), m_wish(wish) {}

    Result<CallIngestReport> go(QIODevice &device)
    {
        if (Result<void> ready = prepare(); !ready) return ready.error();
        const auto sink = [this](const protocol::FinishedCall &call, quint64 line) { return take(call, line); };
        const Result<import::CallSummary> read = import::readCalls(device, m_wish.file, sink);
        // What came before a failing record is good: it is kept, and a second run goes on from there.
        const Result<void> stored = store();
        if (!read) return read.error();
        if (!stored) return stored.error();
        merge(*read);
        if (Result<void> told = tell(); !told) return told.error();
        return m_report;
    }

  private:
    struct Desk {
        Desk(Database &database, const Clock &clock, AuditLog &audit)
            : since(clock.nowUtc()),
              guard(database, clock, audit),
              facts(database, clock),
              calls(database, clock, audit, guard, facts)
        {
        }
        QDateTime since;
        CallGuardService guard;
        SpendFactsCache facts;
        CallDesk calls;
    };

    Desk &desk()
    {
        if (!m_desk || m_desk->since.secsTo(m_job.m_clock.nowUtc()) >= factsSeconds)
            m_desk = std::make_unique<Desk>(m_job.m_database, m_job.m_clock, m_job.m_audit);
        return *m_desk;
    }

    Result<bool> isOurs(const QString &canonical)
    {
        const Result<std::shared_ptr<const GuardFacts>> facts = desk().guard.facts(m_author.customerId);
        if (!facts) return facts.error();
        return (*facts)->numbers.contains(canonical);
    }

    Result<void> prepare()
    {
        const Result<QSqlDatabase> connection = m_job.m_database.connection();
        if (!connection) return connection.error();
        const Result<Customer> customer = CustomerTable(*connection).bySlug(m_wish.customer);
        if (!customer) return customer.error();
        m_author.login = QStringLiteral("linewardend");
        m_author.customerId = customer->id;
        m_author.customerSlug = customer->slug;
        if (m_wish.callerNumber.isEmpty()) return {};
        const auto field = QStringLiteral("caller-number");
        const Result<QString> number = policy::inventoryNumber(m_wish.callerNumber);
        if (!number) return makeError(Errc::InvalidInput, number.error().message, field);
        const Result<bool> ours = isOurs(*number);
        if (!ours) return ours.error();
        if (!*ours)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("%1 is none of the customer's numbers. Name one of them, or add it with "
                                            "'linewardenctl numbers add'.")
                                 .arg(*number),
                             field);
        m_callerNumber = *number;
        return {};
    }

    Result<void> take(protocol::FinishedCall call, quint64 line)
    {
        const policy::Classification caller = policy::classify(call.caller);
        if (caller.callClass == CallClass::Extension) {
            if (m_callerNumber.isEmpty()) {
                ++m_report.ofExtensions;
                return {};
            }
            call.caller = m_callerNumber;
        } else if (import::isDialPlanName(call.caller)) {
            ++m_report.ofOtherNumbers;  // "anonymous", "unavailable" or nothing: who calls in need not say who he is
            return {};
        } else if (caller.canonical.isEmpty()) {
            refuse(line, QStringLiteral("caller"), caller.problem);
            return {};
        } else {
            const Result<bool> ours = isOurs(caller.canonical);
            if (!ours) return ours.error();
            if (!*ours) {
                ++m_report.ofOtherNumbers;
                return {};
            }
        }
        if (call.startedAt < m_job.m_clock.nowUtc().addDays(-CallDesk::recordDaysMost)) {
            ++m_report.tooOld;
            return {};
        }
        m_calls.append(call);
        m_lines.push_back(line);
        return m_calls.size() < batchCalls ? Result<void>() : store();
    }

    void refuse(quint64 line, const QString &field, const QString &reason)
    {
        const QString name = fieldInFile(field, m_wish.file.format);
        m_refusals.refuse({line, name, QStringLiteral("%1: %2").arg(name, reason)});
    }

    Result<void> store()
    {
        if (m_calls.isEmpty()) return {};
        const Result<QList<CallFate>> fates = desk().calls.recordEach({m_author, Origin()}, m_calls);
        if (!fates) return fates.error();
        for (qsizetype i = 0; i < fates->size(); ++i) {
            const CallFate &fate = fates->at(i);
            switch (fate.state) {
                case CallFate::State::Accepted: ++m_report.added; break;
                case CallFate::State::Known: ++m_report.alreadyKnown; break;
                case CallFate::State::Different:
                    refuse(m_lines[static_cast<size_t>(i)], fate.why.field,
                           QStringLiteral("A call of this name was counted before, with other numbers, time or length. "
                                          "It stays as it was; a call that is another needs a name of its own."));
                    break;
                case CallFate::State::Refused:
                    refuse(m_lines[static_cast<size_t>(i)], fate.why.field, fate.why.message);
                    break;
            }
        }
        m_calls.clear();
        m_lines.clear();
        return {};
    }

    /// The reader's refusals and the back end's, by line.
    void merge(const import::CallSummary &read)
    {
        m_report.file = read;
        m_report.file.refused += m_refusals.refused;
        QList<import::CallRefusal> &all = m_report.file.refusals;
        all.append(m_refusals.refusals);
        std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.line < b.line; });
        if (all.size() > import::CallSummary::keptRefusals) all.resize(import::CallSummary::keptRefusals);
    }

    Result<void> tell()
    {
        if (m_report.added == 0) return {};
        AuditEvent event;
        event.kind = EventKind::LogImported;
        event.outcome = Outcome::Success;
        event.actor = Actor{ActorType::System, {}, m_author.login};
        event.object = ObjectRef{QStringLiteral("calls"), {}, m_wish.inputName.left(256)};
        event.reason = import::callFormatName(m_wish.file.format);
        event.detail = counts(m_report);
        const Result<quint64> written = m_job.m_audit.append(m_author.customerId, std::move(event));
        if (!written) return written.error();
        return {};
    }

    CallIngestJob &m_job;
    const CallIngestWish &m_wish;
    Principal m_author;
    QString m_callerNumber;
    std::unique_ptr<Desk> m_desk;
    QList<protocol::FinishedCall> m_calls;
    std::vector<quint64> m_lines;  ///< of m_calls
    import::CallSummary m_refusals;
    CallIngestReport m_report;
};

CallIngestJob::CallIngestJob(Database &database, const Clock &clock, AuditLog &audit)
    : m_database(database), m_clock(clock), m_audit(audit)
{
}

Result<CallIngestReport> CallIngestJob::run(QIODevice &device, const CallIngestWish &wish)
{
    return Run(*this, wish).go(device);
}

QString CallIngestReport::toText() const
{
    QString text = counts(*this) + QLatin1Char('\n');
    const auto say = [&text](quint64 count, const QString &what) {
        if (count > 0) text += QStringLiteral("%1 %2\n").arg(count).arg(what);
    };
    say(alreadyKnown, QStringLiteral("calls were counted before"));
    say(ofOtherNumbers, QStringLiteral("calls are not of the customer's numbers: incoming ones, or of numbers that "
                                       "'linewardenctl numbers add' can add"));
    say(ofExtensions, QStringLiteral("calls are of extensions: --caller-number says under which number they go out"));
    say(tooOld, QStringLiteral("calls are older than %1 days").arg(CallDesk::recordDaysMost));
    say(file.guessedHours, QStringLiteral("calls began in the hour that the clocks repeat, and count as of the first"));
    for (const import::CallRefusal &refusal : file.refusals)
        text += QStringLiteral("line %1: %2\n").arg(refusal.line).arg(refusal.reason);
    if (file.refused > static_cast<quint64>(file.refusals.size()))
        text +=
            QStringLiteral("... and %1 more records\n").arg(file.refused - static_cast<quint64>(file.refusals.size()));
    return text;
}

QJsonObject CallIngestReport::toJson() const
{
    QJsonArray refusals;
    for (const import::CallRefusal &refusal : file.refusals)
        refusals.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(refusal.line)},
                                    {QStringLiteral("field"), refusal.field},
                                    {QStringLiteral("reason"), refusal.reason}});
    const auto number = [](quint64 value) { return QJsonValue(static_cast<qint64>(value)); };
    return {{QStringLiteral("linesRead"), number(file.linesRead)},
            {QStringLiteral("records"), number(file.records)},
            {QStringLiteral("callsAnswered"), number(file.calls)},
            {QStringLiteral("added"), number(added)},
            {QStringLiteral("alreadyKnown"), number(alreadyKnown)},
            {QStringLiteral("unanswered"), number(file.unanswered)},
            {QStringLiteral("internal"), number(file.internal)},
            {QStringLiteral("ofExtensions"), number(ofExtensions)},
            {QStringLiteral("ofOtherNumbers"), number(ofOtherNumbers)},
            {QStringLiteral("tooOld"), number(tooOld)},
            {QStringLiteral("guessedHours"), number(file.guessedHours)},
            {QStringLiteral("refused"), number(file.refused)},
            {QStringLiteral("refusals"), refusals}};
}

}  // namespace lw::server
