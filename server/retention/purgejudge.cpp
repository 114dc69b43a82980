// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/retention/purgejudge.h"

#include "server/store/numbertable.h"
#include "server/store/retentiontable.h"
#include "server/store/usertable.h"

#include <algorithm>

namespace lw::server {

namespace {

QString textOf(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

}  // namespace

Result<policy::HoldMatcher> holdsOf(const QSqlDatabase &connection, const QString &customerId)
{
    const Result<QList<LegalHold>> holds = RetentionTable(connection).holdsInForce(customerId);
    if (!holds) return holds.error();
    const bool anyPerson =
        std::ranges::any_of(*holds, [](const LegalHold &hold) { return hold.subject == HoldSubject::Person; });
    QList<NumberRow> numbers;
    if (anyPerson) {
        Result<QList<NumberRow>> all = NumberTable(connection).all(customerId);
        if (!all) return all.error();
        numbers = std::move(*all);
    }
    std::optional<Error> failed;
    policy::HoldMatcher matcher(*holds, [&](const QString &userId) {
        QStringList names;
        const Result<User> user = UserTable(connection).byId(customerId, userId);
        if (user)
            names << user->login << user->email;
        else if (user.error().code != Errc::NotFound)
            failed = user.error();
        for (const NumberRow &row : std::as_const(numbers))
            if (row.number.owner == userId) names << row.number.number;
        return names;
    });
    // Without the person's names a hold would keep too little.
    if (failed) return *failed;
    return matcher;
}

QList<PurgeCount> countsFor(const RetentionRules &rules, const QDateTime &nowUtc)
{
    QList<PurgeCount> counts;
    for (const DataClass dataClass : allDataClasses()) {
        PurgeCount count;
        count.dataClass = dataClass;
        count.before = policy::purgeBefore(rules, dataClass, nowUtc);
        if (count.before.isValid()) counts.append(count);
    }
    return counts;
}

PurgeJudge::PurgeJudge(QList<PurgeCount> &counts, policy::HoldMatcher holds, std::optional<ErasedPerson> person)
    : m_counts(counts), m_holds(std::move(holds)), m_person(std::move(person))
{
    if (!m_person) return;
    m_personId = m_person->id.toStdString();
    m_personLogin = loginKey(m_person->login);
    for (const QString &text : m_person->texts)
        if (!text.isEmpty()) m_personTexts.push_back(policy::jsonLiteral(text));
}

PurgeCount *PurgeJudge::countOf(DataClass dataClass)
{
    for (PurgeCount &count : m_counts)
        if (count.dataClass == dataClass) return &count;
    if (!m_person) return nullptr;
    PurgeCount count;
    count.dataClass = dataClass;
    m_counts.append(count);
    return &m_counts.last();
}

bool PurgeJudge::isAbout(const QByteArray &leaf, const audit::LeafView &view) const
{
    if (view.actorId == m_personId || view.objectId == m_personId) return true;
    // A name alone means the person only where no other person is named with it.
    if (view.actorId.empty() && loginKey(textOf(view.actorName)) == m_personLogin) return true;
    if (view.objectId.empty() && loginKey(textOf(view.objectName)) == m_personLogin) return true;
    return std::ranges::any_of(m_personTexts, [&leaf](const QByteArray &text) { return leaf.contains(text); });
}

bool PurgeJudge::told(PurgeCount &count, qint64 timeMs, bool held)
{
    if (held) {
        ++count.held;
        return false;
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC);
    if (!count.oldest.isValid() || time < count.oldest) count.oldest = time;
    if (!count.newest.isValid() || time > count.newest) count.newest = time;
    ++count.removed;
    return true;
}

bool PurgeJudge::leafGoes(const QByteArray &leaf)
{
    if (!m_parser.parse(std::string_view(leaf.constData(), static_cast<size_t>(leaf.size())), m_view)) return false;
    if (m_person && !isAbout(leaf, m_view)) return false;
    PurgeCount *count = countOf(policy::dataClassOf(m_view.kind));
    if (!count || (count->before.isValid() && m_view.timeMs >= count->before.toMSecsSinceEpoch())) return false;
    return told(*count, m_view.timeMs, m_holds.keeps(leaf, m_view.timeMs) != nullptr);
}

bool PurgeJudge::callGoes(const CallRecord &call)
{
    if (m_person) return false;
    PurgeCount *count = countOf(DataClass::CallRecords);
    if (!count || call.startedAt >= count->before) return false;
    return told(*count, call.startedAt.toMSecsSinceEpoch(), m_holds.keeps(call) != nullptr);
}

}  // namespace lw::server
