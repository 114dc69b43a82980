// SPDX-License-Identifier: GPL-3.0-or-later
// How long the demo customer keeps its data, and what holds keep longer. The purges themselves are the back end's: it
// begins with the first when it starts.
#include "core/protocol/retention.h"
#include "server/auth/authevents.h"
#include "server/demo/demoaccess.h"
#include "server/demo/demopeople.h"
#include "server/store/identifier.h"
#include "server/store/retentiontable.h"

namespace lw::server {

namespace {

constexpr int rulesDaysAgo = 12;

class Holds {
  public:
    Holds(DemoHistory &history, const DemoPerson &keeper, DemoAccess &access)
        : m_history(history), m_keeper(keeper), m_access(access)
    {
    }

    void place(HoldSubject subject, const QString &value, const char *reason, int daysAgo, int releasedDaysAgo = -1,
               const QDateTime &from = {}, const QDateTime &until = {})
    {
        LegalHold hold;
        hold.createdAt = at(daysAgo, 11 * 60 + 25);
        hold.id = identifierFrom("hld", hold.createdAt, m_history.random().seedBytes());
        hold.subject = subject;
        hold.value = value;
        hold.from = from;
        hold.until = until;
        hold.reason = QString::fromLatin1(reason);
        hold.createdBy = m_keeper.user.login;
        tell(hold.createdAt, EventKind::HoldPlaced, hold, hold.reason, {}, protocol::toJsonObject(hold));
        if (releasedDaysAgo >= 0) {
            const QJsonObject before = protocol::toJsonObject(hold);
            hold.releasedAt = at(releasedDaysAgo, 15 * 60 + 40);
            hold.releasedBy = m_keeper.user.login;
            tell(hold.releasedAt, EventKind::HoldReleased, hold, {}, before, {});
        }
        m_access.holds.append(hold);
    }

    QDateTime at(int daysAgo, int minute) const
    {
        return m_history.at(std::max(0, m_history.days() - 1 - daysAgo), minute, 0);
    }

  private:
    void tell(const QDateTime &when, EventKind kind, const LegalHold &hold, const QString &detail,
              std::optional<QJsonObject> before, std::optional<QJsonObject> after)
    {
        AuditEvent event = authEvent(kind, Outcome::Success, DemoHistory::actorOf(m_keeper),
                                     DemoHistory::console(m_keeper, m_keeper.officeAddress, m_history.random()),
                                     ObjectRef{QStringLiteral("hold"), hold.id, {}});
        event.detail = detail;
        event.before = std::move(before);
        event.after = std::move(after);
        m_history.addExactly(when, std::move(event));
    }

    DemoHistory &m_history;
    const DemoPerson &m_keeper;
    DemoAccess &m_access;
};

}  // namespace

void addRetention(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access)
{
    const DemoPerson &keeper = personNamed(people, "grace.adeyemi");
    Holds holds(history, keeper, access);
    holds.place(HoldSubject::Period, {}, "Question of the data protection authority about October's logins", 30, 16,
                holds.at(60, 0), holds.at(31, 0));
    holds.place(HoldSubject::Number, QStringLiteral("+441134960201"), "Claim against the carrier for the fraud night",
                29);
    holds.place(HoldSubject::Person, personNamed(people, "mateusz.lewandowicz").user.id,
                "Claim of unfair dismissal; ask Legal before releasing", 9);

    access.retention.loginLogDays = 400;
    access.retention.callRecordsDays = 180;
    access.retention.reportsDays = 60;
    access.retentionSince = holds.at(rulesDaysAgo, 16 * 60 + 5);
    AuditEvent event = authEvent(EventKind::RetentionChanged, Outcome::Success, DemoHistory::actorOf(keeper),
                                 DemoHistory::console(keeper, keeper.officeAddress, history.random()),
                                 ObjectRef{QStringLiteral("customer"), {}, {}});
    event.before = QJsonObject();
    event.after = protocol::toJsonObject(access.retention);
    history.addExactly(access.retentionSince, std::move(event));
}

Result<void> storeRetention(const Transaction &transaction, const QString &customerId, const DemoAccess &access)
{
    RetentionTable table(transaction.connection());
    for (const LegalHold &hold : access.holds)
        if (Result<void> stored = table.insertHold(customerId, hold); !stored) return stored;
    return table.setRules(customerId, access.retention, access.retentionSince);
}

}  // namespace lw::server
