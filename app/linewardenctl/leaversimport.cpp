// SPDX-License-Identifier: GPL-3.0-or-later
// A leavers' list: which person each line means, by the same rules as in the console. Nobody is guessed.
#include "app/linewardenctl/departureoutput.h"
#include "app/linewardenctl/table.h"
#include "core/import/leaversfile.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QBuffer>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace lw::ctl {

namespace {

using policy::LeaverMatch;
using policy::LeaverVerdict;

QString matchName(LeaverMatch match)
{
    switch (match) {
        case LeaverMatch::Sure: return QStringLiteral("sure");
        case LeaverMatch::Doubt: return QStringLiteral("doubt");
        case LeaverMatch::Nobody: return QStringLiteral("nobody");
        case LeaverMatch::Refused: return QStringLiteral("refused");
    }
    return {};
}

struct Matching {
    QList<import::Refusal> refusals;
    QList<LeaverVerdict> verdicts;
    QHash<QString, QString> logins;  ///< of people by their ids

    qsizetype sure() const
    {
        return std::count_if(verdicts.cbegin(), verdicts.cend(),
                             [](const LeaverVerdict &verdict) { return verdict.match == LeaverMatch::Sure; });
    }
    qsizetype lines() const { return refusals.size() + verdicts.size(); }
};

QStringList candidatesOf(const LeaverVerdict &verdict, const Matching &matching)
{
    QStringList names;
    for (const policy::LeaverCandidate &candidate : verdict.candidates)
        names.append(QStringLiteral("%1 (%2)").arg(matching.logins.value(candidate.userId), candidate.why));
    return names;
}

void give(const Matching &matching, const Output &output)
{
    QJsonArray array;
    Table table({QStringLiteral("LINE"), QStringLiteral("MATCH"), QStringLiteral("LOGIN"), QStringLiteral("DEPARTED"),
                 QStringLiteral("WHY")});
    for (const import::Refusal &refusal : matching.refusals) {
        const QString line = QString::number(refusal.line);
        array.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(refusal.line)},
                                 {QStringLiteral("match"), QStringLiteral("refused")},
                                 {QStringLiteral("problem"), refusal.reason}});
        table.row({line, QStringLiteral("refused"), {}, {}, refusal.reason});
    }
    for (const LeaverVerdict &verdict : matching.verdicts) {
        const QStringList candidates = candidatesOf(verdict, matching);
        const QString login = matching.logins.value(verdict.userId);
        array.append(QJsonObject{{QStringLiteral("line"), static_cast<qint64>(verdict.line)},
                                 {QStringLiteral("match"), matchName(verdict.match)},
                                 {QStringLiteral("userId"), verdict.userId},
                                 {QStringLiteral("login"), login},
                                 {QStringLiteral("departedAt"), toRfc3339(verdict.departedAt)},
                                 {QStringLiteral("problem"), verdict.problem},
                                 {QStringLiteral("candidates"), QJsonArray::fromStringList(candidates)}});
        QStringList why = candidates;
        if (!verdict.problem.isEmpty()) why.prepend(verdict.problem);
        table.row({QString::number(verdict.line), matchName(verdict.match), login,
                   verdict.departedAt.isValid() ? momentText(verdict.departedAt) : QString(),
                   why.join(QLatin1String(", "))});
    }
    output.result({{QStringLiteral("lines"), array}, {QStringLiteral("sure"), matching.sure()}},
                  table.text(QStringLiteral("No lines.")) +
                      QStringLiteral("\n%1 of %2 lines are sure.").arg(matching.sure()).arg(matching.lines()));
}

Result<Matching> match(AdminSession &admin, const QByteArray &csv, const QString &zoneName)
{
    QByteArray bytes = csv;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const Result<import::LeaversFile> file = import::readLeaversFile(buffer);
    if (!file) return file.error();
    const std::optional<protocol::Me> me = admin.session().me();
    const QTimeZone zone(!zoneName.isEmpty() ? zoneName.toLatin1()
                         : me                ? me->customer.timeZone.toLatin1()
                                             : QByteArray("UTC"));
    if (!zone.isValid())
        return makeError(Errc::InvalidInput,
                         QStringLiteral("\"%1\" is no time zone. Use a name such as Europe/London.").arg(zoneName),
                         QStringLiteral("zone"));
    const Result<QList<protocol::UserEntry>> people = admin.everybody();
    if (!people) return people.error();
    Matching matching;
    QList<User> users;
    for (const protocol::UserEntry &entry : *people) {
        users.append(entry.user);
        matching.logins.insert(entry.user.id, entry.user.login);
    }
    matching.refusals = file->refusals;
    matching.verdicts = policy::matchLeavers(file->lines, users, zone);
    return matching;
}

}  // namespace

int importLeavers(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("departures import FILE [--apply] [--only-sure] [--yes]"),
        QStringLiteral("Reads a leavers' list (CSV with the columns login, email or name, and date; \"-\" is "
                       "standard input) and says whom each line means. With --apply cases are opened, all "
                       "or none; lines in doubt stop that unless --only-sure leaves them out. A line without "
                       "a date needs --departed-at."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("apply"), QStringLiteral("Open the cases, after asking."));
    parsed.option(QStringLiteral("only-sure"), QStringLiteral("Leave out the lines that are in doubt or refused."));
    parsed.option(QStringLiteral("departed-at"), QStringLiteral("For lines without a date."),
                  QStringLiteral("instant"));
    parsed.option(QStringLiteral("reason"), QStringLiteral("Why, for the record."), QStringLiteral("text"));
    parsed.option(QStringLiteral("zone"), QStringLiteral("The time zone of the dates (default: the customer's)."),
                  QStringLiteral("Area/City"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<QDateTime> fallback = instantOption(parsed, QStringLiteral("departed-at"));
    if (!fallback) return output.fail(fallback.error());
    const Result<QByteArray> csv = readFile(parsed.positional().constFirst(), protocol::limits::importBytes);
    if (!csv) return output.fail(csv.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    const Result<Matching> matching = match(**admin, *csv, parsed.value(QStringLiteral("zone")));
    if (!matching) return output.fail(matching.error());
    if (!parsed.has(QStringLiteral("apply"))) {
        give(*matching, output);
        return 0;
    }
    if (matching->sure() < matching->lines() && !parsed.has(QStringLiteral("only-sure"))) {
        give(*matching, output);
        return output.fail(
            makeError(Errc::InvalidInput,
                      QStringLiteral("%1 lines are in doubt or refused. Nothing was changed; --only-sure "
                                     "leaves them out.")
                          .arg(matching->lines() - matching->sure()),
                      QStringLiteral("file")));
    }
    QList<protocol::NewDeparture> cases;
    for (const LeaverVerdict &verdict : matching->verdicts) {
        if (verdict.match != LeaverMatch::Sure) continue;
        const QDateTime departed = verdict.departedAt.isValid() ? verdict.departedAt : *fallback;
        if (!departed.isValid())
            return output.fail(makeError(Errc::InvalidInput,
                                         QStringLiteral("Line %1 names no date. Give one for such lines with "
                                                        "--departed-at. Nothing was changed.")
                                             .arg(verdict.line),
                                         QStringLiteral("departed-at")));
        cases.append(
            {verdict.userId, DepartureKind::Departure, departed, {}, {}, parsed.value(QStringLiteral("reason"))});
    }
    if (cases.isEmpty()) {
        give(*matching, output);
        return 0;
    }
    return openDepartures(**admin, parsed, cases, output);
}

}  // namespace lw::ctl
