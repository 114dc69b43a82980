// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notices/noticejob.h"

#include "core/policy/passwordage.h"
#include "core/policy/rotation.h"
#include "core/util/time.h"
#include "server/auth/authevents.h"
#include "server/notices/mailmessage.h"
#include "server/store/customertable.h"
#include "server/store/devicetable.h"
#include "server/store/usertable.h"

#include <QCryptographicHash>
#include <QSqlDatabase>

namespace lw::server {

namespace {

constexpr int noticesARound = 100;
/// What has been overdue for longer is no news: a back end that begins to send mail does not begin with all of it.
constexpr int newsDays = 3;
/// A reset that nobody could be told of for so long has been told of by word of mouth.
constexpr int resetDays = 7;
/// Long enough for every `about` to lie in the past for good.
constexpr int keptDays = 800;

bool isNews(const QDateTime &since, const QDateTime &now)
{
    return since <= now && since.addDays(newsDays) > now;
}

QString deviceAbout(const Device &device, const QString &about)
{
    return device.id + QLatin1Char(' ') + about;
}

/// Receivers drop a message that they have: a try that was repeated after a crash arrives once.
QByteArray messageId(const Notice &notice, const QByteArray &from)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {notice.userId, QString(noticeKindName(notice.kind)), notice.about})
        hash.addData(QByteArray(part.toUtf8() + '\n'));
    constexpr qsizetype digits = 32;
    return hash.result().toHex().first(digits) + from.mid(from.lastIndexOf('@'));
}

}  // namespace

/// Something that a person is to be told, if it was not queued before.
struct NoticeJob::Wanted {
    QString customerId;
    QString userId;
    NoticeKind kind;
    QString about;
};

NoticeJob::NoticeJob(Database &database, const Clock &clock, AuditLog &audit, MailSender &sender, Log &log,
                     QByteArray from)
    : m_database(database), m_clock(clock), m_audit(audit), m_sender(sender), m_log(log), m_from(std::move(from))
{
}

NoticeJob::~NoticeJob()
{
    stop();
}

void NoticeJob::start(std::chrono::milliseconds every)
{
    m_stop = false;
    m_thread = std::thread([this, every] {
        std::unique_lock lock(m_mutex);
        while (!m_stop) {
            lock.unlock();
            if (const Result<Done> done = runOnce(); !done)
                m_log.error(QStringLiteral("notices failed"), {{QStringLiteral("error"), done.error().message}});
            lock.lock();
            m_wake.wait_for(lock, every, [this] { return m_stop; });
        }
    });
}

void NoticeJob::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    if (!m_thread.joinable()) return;
    m_sender.cancel();
    m_wake.notify_all();
    m_thread.join();
}

std::chrono::seconds NoticeJob::pauseAfter(int attempts)
{
    constexpr std::chrono::minutes longest{240};
    constexpr int doublings = 8;
    return std::min<std::chrono::minutes>(std::chrono::minutes(1 << std::clamp(attempts - 1, 0, doublings)), longest);
}

Result<NoticeJob::Done> NoticeJob::runOnce()
{
    Done done;
    const Result<int> queued = queueDue();
    if (!queued) return queued.error();
    done.queued = *queued;
    if (Result<void> delivered = deliver(done); !delivered) return delivered.error();
    return done;
}

Result<void> NoticeJob::collect(const QSqlDatabase &connection, const Customer &customer, const QDateTime &now,
                                std::vector<Wanted> &wanted) const
{
    const PasswordPolicy &policy = customer.passwordPolicy;
    const Result<QList<User>> users = UserTable(connection).all(customer.id);
    if (!users) return users.error();
    QHash<QString, const User *> reachable;
    for (const User &user : *users) {
        if (user.email.isEmpty() || user.status == UserStatus::Disabled) continue;
        reachable.insert(user.id, &user);
        for (const policy::RotationNotice &notice : policy::noticesDue(user, policy, now))
            wanted.push_back({customer.id, user.id, NoticeKind::PasswordWarning, notice.about});
        const policy::PasswordAgeVerdict age = policy::passwordAge(user, policy, now);
        if (age.state == policy::PasswordState::Overdue && isNews(age.dueAt, now))
            wanted.push_back({customer.id, user.id, NoticeKind::PasswordOverdue, toRfc3339(age.dueAt)});
    }
    if (policy.deviceMaxAgeDays == 0 || reachable.isEmpty()) return {};
    const Result<QList<Device>> devices = DeviceTable(connection).ofCustomer(customer.id, now);
    if (!devices) return devices.error();
    for (const Device &device : *devices) {
        if (device.revokedAt.isValid() || !reachable.contains(device.userId)) continue;
        for (const policy::RotationNotice &notice : policy::noticesDue(device, policy, now))
            wanted.push_back(
                {customer.id, device.userId, NoticeKind::DeviceWarning, deviceAbout(device, notice.about)});
        const policy::PasswordAgeVerdict age = policy::deviceSecretAge(device, policy, now);
        if (age.state == policy::PasswordState::Overdue && isNews(age.dueAt, now))
            wanted.push_back(
                {customer.id, device.userId, NoticeKind::DeviceOverdue, deviceAbout(device, toRfc3339(age.dueAt))});
    }
    return {};
}

Result<int> NoticeJob::queueDue()
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<QList<Customer>> customers = CustomerTable(*connection).all();
    if (!customers) return customers.error();
    const QDateTime now = m_clock.nowUtc();
    std::vector<Wanted> wanted;
    for (const Customer &customer : *customers)
        if (Result<void> collected = collect(*connection, customer, now, wanted); !collected) return collected.error();
    // Most rounds find nothing new, and those do not wait for the writers' turn.
    std::vector<Wanted> fresh;
    for (Wanted &entry : wanted) {
        const Result<bool> known = NoticeTable(*connection).isKnown(entry.userId, entry.kind, entry.about);
        if (!known) return known.error();
        if (!*known) fresh.push_back(std::move(entry));
    }
    if (fresh.empty()) return 0;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    NoticeTable table(transaction->connection());
    if (const Result<int> removed = table.removeEndedBefore(now.addDays(-keptDays)); !removed) return removed.error();
    int queued = 0;
    for (const Wanted &entry : fresh) {
        const Result<bool> added = table.queue(entry.customerId, entry.userId, entry.kind, entry.about, now);
        if (!added) return added.error();
        queued += *added;
    }
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return queued;
}

/// nullopt: what it would say is not so any more.
Result<std::optional<NoticeFacts>> NoticeJob::factsOf(const Notice &notice, const QDateTime &now) const
{
    const std::optional<NoticeFacts> needless;
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    NoticeFacts facts;
    facts.kind = notice.kind;
    const Result<User> user = UserTable(*connection).byId(notice.customerId, notice.userId);
    if (!user) return user.error();
    const Result<Customer> customer = CustomerTable(*connection).byId(notice.customerId);
    if (!customer) return customer.error();
    facts.user = *user;
    facts.customer = *customer;
    if (user->status == UserStatus::Disabled || user->email.isEmpty()) return needless;
    const PasswordPolicy &policy = customer->passwordPolicy;

    const auto warned = [&](const QList<policy::RotationNotice> &warnings, const QString &prefix) {
        const auto same = std::find_if(warnings.begin(), warnings.end(),
                                       [&](const auto &warning) { return prefix + warning.about == notice.about; });
        if (same == warnings.end()) return needless;
        facts.at = same->dueAt;
        facts.daysLeft = same->daysLeft;
        return std::optional(facts);
    };
    const auto overdue = [&](const policy::PasswordAgeVerdict &age, const QString &prefix) {
        if (age.state != policy::PasswordState::Overdue || prefix + toRfc3339(age.dueAt) != notice.about)
            return needless;
        facts.at = age.dueAt;
        return std::optional(facts);
    };
    switch (notice.kind) {
        case NoticeKind::PasswordWarning: return warned(policy::noticesDue(*user, policy, now), QString());
        case NoticeKind::PasswordOverdue: return overdue(policy::passwordAge(*user, policy, now), QString());
        case NoticeKind::PasswordReset:
            facts.at = fromRfc3339(notice.about);
            if (!user->mustChangePassword || !facts.at.isValid() || facts.at.addDays(resetDays) < now) return needless;
            return std::optional(facts);
        case NoticeKind::SpendLevel: {
            const std::optional<ToldLevel> named = toldLevelOf(notice.about);
            if (!named) return needless;
            const Result<std::optional<ToldLevel>> told =
                LevelTable(*connection).find(notice.customerId, named->usage, named->level);
            if (!told) return told.error();
            // After a reset there is nothing to warn of.
            if (!*told || (*told)->toldAt != named->toldAt || (*told)->usage.end.addDays(newsDays) < now)
                return needless;
            facts.spend = **told;
            facts.at = named->toldAt;
            return std::optional(facts);
        }
        case NoticeKind::DeviceWarning:
        case NoticeKind::DeviceOverdue: break;
    }
    const Result<Device> device =
        DeviceTable(*connection).byId(notice.customerId, notice.about.section(QLatin1Char(' '), 0, 0), now);
    if (!device) return device.error();
    if (device->revokedAt.isValid()) return needless;
    facts.device = *device;
    const QString prefix = deviceAbout(*device, QString());
    return notice.kind == NoticeKind::DeviceWarning ? warned(policy::noticesDue(*device, policy, now), prefix)
                                                    : overdue(policy::deviceSecretAge(*device, policy, now), prefix);
}

Result<void> NoticeJob::deliver(Done &done)
{
    const QDateTime now = m_clock.nowUtc();
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QDateTime horizon = now.addSecs(pauseAfter(attemptsMost).count());
    const Result<QList<Notice>> due = NoticeTable(*connection).due(now, horizon, noticesARound);
    if (!due) return due.error();
    for (const Notice &notice : *due) {
        const Result<std::optional<NoticeFacts>> facts = factsOf(notice, now);
        if (!facts) return facts.error();
        if (!*facts) {
            if (Result<void> dropped = drop(notice); !dropped) return dropped;
            ++done.needless;
            continue;
        }
        const Result<SendResult> result = attempt(notice, **facts, now);
        if (!result) return result.error();
        using Outcome = SendResult::Outcome;
        const bool lastTry = notice.attempts + 1 >= attemptsMost;
        if (result->outcome == Outcome::Sent || result->outcome == Outcome::Refused || lastTry) {
            const NoticeOutcome outcome = result->outcome == Outcome::Sent      ? NoticeOutcome::Sent
                                          : result->outcome == Outcome::Refused ? NoticeOutcome::Refused
                                                                                : NoticeOutcome::GivenUp;
            if (Result<void> settled = settle(notice, **facts, outcome, result->detail); !settled) return settled;
            done.sent += outcome == NoticeOutcome::Sent;
            done.refused += outcome == NoticeOutcome::Refused;
            done.givenUp += outcome == NoticeOutcome::GivenUp;
        } else {
            ++done.later;
            m_log.warning(QStringLiteral("mail not delivered"), {{QStringLiteral("reason"), result->detail}});
        }
        if (result->outcome == Outcome::Unavailable) return {};
    }
    return {};
}

Result<SendResult> NoticeJob::attempt(const Notice &notice, const NoticeFacts &facts, const QDateTime &now)
{
    const Result<QByteArray> to = wireAddress(facts.user.email);
    if (!to) return SendResult{SendResult::Outcome::Refused, to.error().message};
    const NoticeText words = noticeText(facts);
    const Result<QByteArray> message = compose(
        {facts.customer.name.simplified(), m_from, *to, words.subject, words.text, now, messageId(notice, m_from)});
    if (!message) return SendResult{SendResult::Outcome::Refused, message.error().message};
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime next = now.addSecs(pauseAfter(notice.attempts + 1).count());
    if (Result<void> begun = NoticeTable(transaction->connection()).begin(notice, next); !begun) return begun.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return m_sender.send(m_from, *to, *message);
}

Result<void> NoticeJob::settle(const Notice &notice, const NoticeFacts &facts, NoticeOutcome outcome,
                               const QString &detail)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    if (Result<void> ended = NoticeTable(transaction->connection()).end(notice, outcome, m_clock.nowUtc()); !ended)
        return ended;
    const bool sent = outcome == NoticeOutcome::Sent;
    AuditEvent event = authEvent(EventKind::NoticeSent, sent ? Outcome::Success : Outcome::Failure, backEndItself(),
                                 Origin(), accountOf(facts.user),
                                 sent                                ? QString(noticeKindName(notice.kind))
                                 : outcome == NoticeOutcome::Refused ? QStringLiteral("refused")
                                                                     : QStringLiteral("given_up"));
    event.detail = QStringLiteral("“%1” to %2").arg(noticeText(facts).subject, facts.user.email);
    if (!sent) event.detail += QStringLiteral(": ") + detail;
    const Result<quint64> written = m_audit.append(*transaction, notice.customerId, std::move(event));
    if (!written) return written.error();
    return transaction->commit();
}

Result<void> NoticeJob::drop(const Notice &notice)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    if (Result<void> ended =
            NoticeTable(transaction->connection()).end(notice, NoticeOutcome::Needless, m_clock.nowUtc());
        !ended)
        return ended;
    return transaction->commit();
}

}  // namespace lw::server
