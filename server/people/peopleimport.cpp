// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/people/peopleimport.h"

#include "server/auth/authevents.h"
#include "server/people/importjudge.h"
#include "server/people/personview.h"
#include "server/store/identifier.h"
#include "server/store/importplantable.h"

#include <QJsonDocument>

namespace lw::server {

namespace {

using protocol::ImportLine;
using protocol::ImportPlan;
using Action = ImportLine::Action;
using State = ImportPlan::State;

constexpr QLatin1String fieldPlan("plan");
constexpr QLatin1String fieldFile("file");
constexpr QLatin1String fieldDigest("digest");
constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldCreated("created");
constexpr QLatin1String fieldBefore("before");
constexpr QLatin1String fieldAfter("after");

/// A plan that nobody applied is forgotten after so long, when the customer plans again.
constexpr qint64 unappliedDays = 7;

Error stateError(State state)
{
    switch (state) {
        case State::Planned: return makeError(Errc::Conflict, QStringLiteral("This plan was not applied."));
        case State::Refused:
            return makeError(Errc::Conflict,
                             QStringLiteral("This plan has lines that are refused. Correct the file and "
                                            "plan it again."));
        case State::Applied: return makeError(Errc::Conflict, QStringLiteral("This plan was applied already."));
        case State::Undone: return makeError(Errc::Conflict, QStringLiteral("This plan was undone already."));
    }
    return {};
}

void count(ImportPlan &plan)
{
    plan.creates = plan.changes = plan.unchanged = plan.refused = 0;
    for (const ImportLine &line : plan.lines) {
        switch (line.action) {
            case Action::Create: ++plan.creates; break;
            case Action::Change: ++plan.changes; break;
            case Action::Unchanged: ++plan.unchanged; break;
            case Action::Refused: ++plan.refused; break;
        }
    }
}

/// A plan as it is stored, with the file that it was made of.
struct Kept {
    ImportPlan plan;
    QByteArray file;
    QByteArray digest;
    QString before;
};

QString textOf(const ImportPlan &plan, QByteArrayView file, const QByteArray &digest)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{fieldPlan, QJsonDocument::fromJson(toJson(plan)).object()},
                                                       {fieldFile, QString::fromUtf8(file)},
                                                       {fieldDigest, QString::fromLatin1(digest)}})
                                 .toJson(QJsonDocument::Compact));
}

Result<Kept> read(const QSqlDatabase &connection, const QString &customerId, const QString &planId)
{
    const Result<ImportPlanRow> row = ImportPlanTable(connection).byId(customerId, planId);
    if (!row) return row.error();
    const QJsonObject stored = QJsonDocument::fromJson(row->plan.toUtf8()).object();
    Result<ImportPlan> plan =
        protocol::importPlanFromJson(QJsonDocument(stored.value(fieldPlan).toObject()).toJson(QJsonDocument::Compact));
    if (!plan)
        return makeError(Errc::Corrupt, QStringLiteral("The plan %1 is damaged: %2").arg(planId, plan.error().message));
    plan->state = protocol::importStateFromName(row->state).value_or(State::Refused);
    return Kept{*std::move(plan), stored.value(fieldFile).toString().toUtf8(),
                stored.value(fieldDigest).toString().toLatin1(), row->before};
}

/// Names the first line that would now do something else.
Error changedSince(const ImportPlan &planned, const QList<ImportLine> &now)
{
    QString which;
    for (qsizetype i = 0; which.isEmpty() && i < std::min(planned.lines.size(), now.size()); ++i)
        if (planned.lines[i].action != now[i].action || planned.lines[i].detail != now[i].detail)
            which = QStringLiteral(" (line %1, %2)").arg(planned.lines[i].line).arg(planned.lines[i].login);
    return makeError(Errc::Conflict,
                     QStringLiteral("People were changed since this plan was made%1. Plan the file again "
                                    "and look at what it does now.")
                         .arg(which));
}

AuditEvent importEvent(const Doer &doer, const ImportPlan &plan)
{
    AuditEvent event =
        authEvent(EventKind::PeopleImported, Outcome::Success, actorOf(doer.principal), doer.origin,
                  ObjectRef{QStringLiteral("import"), plan.id, {}}, QString(protocol::importStateName(plan.state)));
    event.detail =
        QStringLiteral("%1 created, %2 changed, %3 unchanged").arg(plan.creates).arg(plan.changes).arg(plan.unchanged);
    return event;
}

bool isDisabled(const QJsonObject &record)
{
    return record.value(QLatin1String("status")).toString() == userStatusName(UserStatus::Disabled);
}

/// What brings somebody back to what `record` says.
protocol::UserPatch patchTo(const QJsonObject &record, const User &present)
{
    const auto text = [&](const char *name) { return record.value(QLatin1String(name)).toString(); };
    protocol::UserPatch patch;
    patch.displayName = text("displayName");
    patch.department = text("department");
    patch.email = text("email");
    patch.roles = QStringList();
    for (const QJsonValue &role : record.value(QLatin1String("roles")).toArray())
        patch.roles->append(role.toString());
    if (isDisabled(record) != (present.status == UserStatus::Disabled))
        patch.status = isDisabled(record) ? UserStatus::Disabled : UserStatus::Active;
    return patch;
}

/// Whether the parts that an import sets are as `record` says; a lock in between is none of them.
bool isAs(const User &user, const QJsonObject &record)
{
    const QJsonObject now = recordOf(user);
    for (const char *name : {"displayName", "department", "email", "roles"})
        if (now.value(QLatin1String(name)) != record.value(QLatin1String(name))) return false;
    return (user.status == UserStatus::Disabled) == isDisabled(record);
}

}  // namespace

PeopleImport::PeopleImport(Database &database, const Clock &clock, AuditLog &audit, PeopleChange &people)
    : m_database(database), m_clock(clock), m_audit(audit), m_people(people)
{
}

Result<ImportPlan> PeopleImport::plan(const Doer &doer, QByteArrayView csv, const AlsoStore &alsoStore)
{
    const Result<import::PeopleFile> file = import::readPeopleFile(csv);
    if (!file) return file.error();
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QDateTime now = m_clock.nowUtc();
    Result<Roster> roster = Roster::read(*connection, doer.principal);
    if (!roster) return roster.error();
    const ImportJudgement judged = judgeImport(*std::move(roster), *file, now);

    ImportPlan plan;
    plan.id = makeIdentifier("pln", now);
    plan.createdAt = now;
    plan.createdBy = doer.principal.login;
    plan.lines = judged.lines;
    count(plan);
    plan.state = plan.refused > 0 ? State::Refused : State::Planned;

    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    ImportPlanTable table(transaction->connection());
    const Result<int> forgotten = table.removeUnapplied(doer.principal.customerId, now.addDays(-unappliedDays));
    if (!forgotten) return forgotten.error();
    const QByteArrayView kept = plan.state == State::Planned ? csv : QByteArrayView();
    if (Result<void> stored = table.insert({plan.id,
                                            doer.principal.customerId,
                                            QString(protocol::importStateName(plan.state)),
                                            plan.createdAt,
                                            plan.createdBy,
                                            textOf(plan, kept, judged.digest),
                                            {}});
        !stored)
        return stored.error();
    if (Result<void> also = alsoStore(*transaction, plan); !also) return also.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return plan;
}

Result<ImportPlan> PeopleImport::show(const QString &customerId, const QString &planId)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<Kept> kept = read(*connection, customerId, planId);
    if (!kept) return kept.error();
    return kept->plan;
}

Result<ImportPlan> PeopleImport::apply(const Doer &doer, const QString &planId, const AlsoStore &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<Kept> kept = read(transaction->connection(), doer.principal.customerId, planId);
    if (!kept) return kept.error();
    if (kept->plan.state != State::Planned) return stateError(kept->plan.state);
    const Result<import::PeopleFile> file = import::readPeopleFile(kept->file);
    if (!file) return file.error();
    Result<Roster> roster = Roster::read(transaction->connection(), doer.principal);
    if (!roster) return roster.error();
    const ImportJudgement judged = judgeImport(*std::move(roster), *file, now);
    if (judged.digest != kept->digest) return changedSince(kept->plan, judged.lines);

    ImportPlan plan = kept->plan;
    plan.state = State::Applied;
    std::vector<AuditEvent> events{importEvent(doer, plan)};
    QJsonArray undo;
    for (const ImportJudgement::Step &step : judged.steps) {
        User after = step.after;
        if (!step.before) {
            after.id = makeIdentifier("usr", now);
            const Result<Secret> password = m_people.storeNew(*transaction, doer, after, events);
            if (!password) return password.error();
            plan.lines[step.line].oneTimePassword = *password;
            undo.append(QJsonObject{{fieldId, after.id}, {fieldCreated, true}});
            continue;
        }
        const Result<std::vector<AuditEvent>> told = m_people.store(*transaction, doer, *step.before, after);
        if (!told) return told.error();
        events.insert(events.end(), told->begin(), told->end());
        undo.append(QJsonObject{{fieldId, after.id},
                                {fieldCreated, false},
                                {fieldBefore, recordOf(*step.before)},
                                {fieldAfter, recordOf(after)}});
    }
    const Result<quint64> written =
        m_audit.append(*transaction, doer.principal.customerId, std::span<const AuditEvent>(events));
    if (!written) return written.error();
    if (Result<void> stored =
            ImportPlanTable(transaction->connection())
                .update(planId, QString(protocol::importStateName(plan.state)), textOf(kept->plan, {}, {}),
                        QString::fromUtf8(QJsonDocument(undo).toJson(QJsonDocument::Compact)));
        !stored)
        return stored.error();
    if (Result<void> also = alsoStore(*transaction, plan); !also) return also.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return plan;
}

Result<ImportPlan> PeopleImport::undo(const Doer &doer, const QString &planId, const AlsoStore &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<Kept> kept = read(transaction->connection(), doer.principal.customerId, planId);
    if (!kept) return kept.error();
    if (kept->plan.state != State::Applied) return stateError(kept->plan.state);
    Result<Roster> roster = Roster::read(transaction->connection(), doer.principal);
    if (!roster) return roster.error();

    struct Step {
        User before;
        User after;
    };
    std::vector<Step> steps;
    protocol::UserPatch disable;
    disable.status = UserStatus::Disabled;
    for (const QJsonValue &value : QJsonDocument::fromJson(kept->before.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        const Result<User> present = roster->byId(object.value(fieldId).toString());
        if (!present) return present.error();
        const bool created = object.value(fieldCreated).toBool();
        if (!created && !isAs(*present, object.value(fieldAfter).toObject()))
            return makeError(Errc::Conflict,
                             QStringLiteral("%1 was changed since the import. Change people one by one instead.")
                                 .arg(present->login));
        const Result<User> after =
            roster->changed(*present, created ? disable : patchTo(object.value(fieldBefore).toObject(), *present), now);
        if (!after) {
            Error error = after.error();
            error.message = present->login + QStringLiteral(": ") + error.message;
            return error;
        }
        if (*after == *present) continue;
        steps.push_back({*present, *after});
        roster->put(*after);
    }
    for (const Step &step : steps)
        if (Result<void> owned = roster->keepsAnOwner(step.before, step.after); !owned) return owned.error();

    ImportPlan plan = kept->plan;
    plan.state = State::Undone;
    std::vector<AuditEvent> events{importEvent(doer, plan)};
    for (const Step &step : steps) {
        const Result<std::vector<AuditEvent>> told = m_people.store(*transaction, doer, step.before, step.after);
        if (!told) return told.error();
        events.insert(events.end(), told->begin(), told->end());
    }
    const Result<quint64> written =
        m_audit.append(*transaction, doer.principal.customerId, std::span<const AuditEvent>(events));
    if (!written) return written.error();
    if (Result<void> stored =
            ImportPlanTable(transaction->connection())
                .update(planId, QString(protocol::importStateName(plan.state)), textOf(plan, {}, {}), {});
        !stored)
        return stored.error();
    if (Result<void> also = alsoStore(*transaction, plan); !also) return also.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return plan;
}

}  // namespace lw::server
