// SPDX-License-Identifier: GPL-3.0-or-later
// A list of numbers as a file: what each line would do, and all of it done or nothing.
#include "core/protocol/limits.h"
#include "server/callguard/callguardservice.h"
#include "server/callguard/guardevents.h"
#include "server/store/numbertable.h"
#include "server/store/usertable.h"

#include <algorithm>

namespace lw::server {

namespace {

using Line = protocol::NumbersImport::Line;

void tell(protocol::NumbersImport &report, quint64 line, const QString &number, const char *outcome,
          const QString &reason)
{
    report.lines.append({line, number, QLatin1String(outcome), reason});
}

}  // namespace

Result<QHash<QString, QString>> CallGuardService::ownerLogins(const QString &customerId) const
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<QList<User>> users = UserTable(*connection).all(customerId);
    if (!users) return users.error();
    QHash<QString, QString> logins;
    for (const User &user : *users)
        logins.insert(user.id, user.login);
    return logins;
}

Result<protocol::NumbersImport> CallGuardService::import(const GuardAuthor &author, const import::NumbersFile &file,
                                                         bool dryRun)
{
    const QString &customerId = author.principal.customerId;
    const Result<QHash<QString, QString>> logins = ownerLogins(customerId);
    if (!logins) return logins.error();
    QHash<QString, QString> ids;
    for (auto it = logins->cbegin(); it != logins->cend(); ++it)
        ids.insert(it.value().toCaseFolded(), it.key());

    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const Result<QList<GuardedNumber>> present = numbersIn(transaction->connection(), customerId);
    if (!present) return present.error();
    QHash<QString, GuardedNumber> byNumber;
    for (const GuardedNumber &number : *present)
        byNumber.insert(number.number, number);
    NumberTable table(transaction->connection());
    protocol::NumbersImport report;
    QList<GuardedNumber> before;
    QList<GuardedNumber> after;
    QList<GuardedNumber> added;
    for (const import::Refusal &refusal : file.refusals)
        tell(report, refusal.line, {}, "refuse", refusal.reason);
    for (const import::NumberLine &line : file.lines) {
        const auto known = byNumber.constFind(line.number);
        const bool isNew = known == byNumber.cend();
        GuardedNumber wish = isNew ? GuardedNumber() : *known;
        wish.number = line.number;
        QStringList changes;
        const auto set = [&changes](auto &where, const auto &value, const char *name) {
            if (!value || where == *value) return;
            where = *value;
            changes << QLatin1String(name);
        };
        set(wish.label, line.label, "label");
        set(wish.department, line.department, "department");
        set(wish.guard, line.guard, "guard");
        if (line.owner) {
            const QString id = line.owner->isEmpty() ? QString() : ids.value(line.owner->toCaseFolded());
            if (!line.owner->isEmpty() && id.isEmpty()) {
                tell(report, line.line, line.number, "refuse", QStringLiteral("No person has this login name."));
                continue;
            }
            set(wish.owner, std::optional(id), "owner");
        }
        if (isNew) {
            const Result<std::optional<QString>> holder = table.customerOf(line.number);
            if (!holder) return holder.error();
            if (*holder) {
                tell(report, line.line, line.number, "refuse",
                     QStringLiteral("It cannot be added here. Ask the operator of the back end."));
                continue;
            }
            wish.addedAt = m_clock.nowUtc();
            added.append(wish);
            tell(report, line.line, line.number, "add", {});
        } else if (!changes.isEmpty()) {
            before.append(*known);
            after.append(wish);
            tell(report, line.line, line.number, "change", changes.join(QStringLiteral(", ")));
        } else {
            ++report.unchanged;
        }
    }
    if (present->size() + added.size() > protocol::limits::numbersPerCustomer)
        return makeError(Errc::Conflict,
                         QStringLiteral("A company has at most %1 numbers here; there are %2 already.")
                             .arg(protocol::limits::numbersPerCustomer)
                             .arg(present->size()),
                         QStringLiteral("lines"));
    std::stable_sort(report.lines.begin(), report.lines.end(),
                     [](const Line &a, const Line &b) { return a.line < b.line; });
    report.added = static_cast<int>(added.size());
    report.changed = static_cast<int>(after.size());
    report.refused = static_cast<int>(std::count_if(report.lines.cbegin(), report.lines.cend(), [](const Line &line) {
        return line.outcome == QLatin1String("refuse");
    }));
    const auto cut = [&report] {
        if (report.lines.size() > protocol::limits::importListed) report.lines.resize(protocol::limits::importListed);
    };
    if (report.refused > 0 && !dryRun) {
        const auto first = std::find_if(report.lines.cbegin(), report.lines.cend(),
                                        [](const Line &line) { return line.outcome == QLatin1String("refuse"); });
        return makeError(Errc::InvalidInput,
                         QStringLiteral("Line %1: %2 Nothing of the list is stored; ask with dryRun=true for all that "
                                        "is wrong with it.")
                             .arg(first->line)
                             .arg(first->reason),
                         QStringLiteral("lines"));
    }
    if (dryRun || (added.isEmpty() && after.isEmpty())) {
        report.stored = !dryRun;
        cut();
        return report;
    }
    if (Result<void> stored = storeImported(*transaction, author, added, before, after); !stored) return stored.error();
    forget(*transaction, customerId);
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    report.stored = true;
    cut();
    return report;
}

Result<void> CallGuardService::storeImported(const Transaction &transaction, const GuardAuthor &author,
                                             const QList<GuardedNumber> &added, const QList<GuardedNumber> &before,
                                             const QList<GuardedNumber> &after)
{
    const QString &customerId = author.principal.customerId;
    NumberTable table(transaction.connection());
    for (const GuardedNumber &number : added)
        if (Result<void> stored = table.insert(customerId, {number, protocol::toJson(number.barring)}); !stored)
            return stored;
    for (const GuardedNumber &number : after)
        if (Result<void> stored = table.update(customerId, {number, protocol::toJson(number.barring)}); !stored)
            return stored;
    const auto nameOf = [](const QList<GuardedNumber> &numbers) {
        return numbers.size() == 1 ? numbers.constFirst().number : QString();
    };
    if (!added.isEmpty())
        if (Result<void> told =
                record(transaction, author, QStringLiteral("added"), nameOf(added), {}, numbersJson(added));
            !told)
            return told;
    if (after.isEmpty()) return {};
    return record(transaction, author, QStringLiteral("changed"), nameOf(after), numbersJson(before),
                  numbersJson(after));
}

}  // namespace lw::server
