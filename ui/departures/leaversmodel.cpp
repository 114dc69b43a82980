// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/departures/leaversmodel.h"

#include "core/policy/rolerules.h"
#include "ui/common/momentedit.h"
#include "ui/common/roles.h"
#include "ui/common/timetext.h"
#include "ui/departures/departurewords.h"

#include <QSet>

#include <algorithm>

namespace lw::ui {

using Standing = LeaversModel::Standing;

LeaversModel::LeaversModel(const import::LeaversFile &file, people::PeopleList people, const QList<Departure> &cases,
                           const QDateTime &now, QObject *parent)
    : QAbstractTableModel(parent),
      m_people(std::move(people)),
      m_zone(zoneNamed(m_people.customer.timeZone)),
      m_now(now),
      m_undated(now)
{
    QList<User> users;
    for (qsizetype i = 0; i < m_people.rows.size(); ++i) {
        users << m_people.rows[i].user;
        m_byId.insert(users.constLast().id, i);
    }
    for (const Departure &departure : cases)
        if (departure.state == DepartureState::Scheduled) m_leaving.insert(departure.userId);
    const QList<policy::LeaverVerdict> verdicts = policy::matchLeavers(file.lines, users, m_zone);
    for (qsizetype i = 0; i < file.lines.size(); ++i)
        m_rows.append({file.lines[i], verdicts.value(i), {}, {}, false});
    for (const import::Refusal &refusal : file.refusals) {
        Row row;
        row.line.line = refusal.line;
        row.verdict.match = policy::LeaverMatch::Refused;
        row.unreadable = refusal.reason;
        m_rows.append(std::move(row));
    }
    // What a person has to decide comes first.
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
        const auto rank = [](const Row &row) { return row.verdict.match == policy::LeaverMatch::Doubt ? 0 : 1; };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.line.line < b.line.line;
    });
    judge();
}

const people::PersonRow *LeaversModel::person(const QString &userId) const
{
    const auto found = m_byId.constFind(userId);
    return found == m_byId.cend() ? nullptr : &m_people.rows[*found];
}

QString LeaversModel::userOf(const Row &row) const
{
    if (row.verdict.match == policy::LeaverMatch::Sure) return row.decided ? QString() : row.verdict.userId;
    return row.chosen;
}

QDateTime LeaversModel::departs(const Row &row) const
{
    return row.verdict.departedAt.isValid() ? row.verdict.departedAt : m_undated;
}

QString LeaversModel::refusal(const Row &row) const
{
    const people::PersonRow *found = person(userOf(row));
    if (!found) return {};
    if (found->user.status == UserStatus::Disabled) return tr("The account is disabled already.");
    policy::DepartureFacts facts;
    facts.user = found->user;
    facts.openCase = m_leaving.contains(found->user.id);
    if (found->user.roles.contains(QStringLiteral("owner"))) {
        QSet<QString> leaving = m_leaving;
        for (const Row &other : m_rows)
            if (&other != &row && !userOf(other).isEmpty()) leaving.insert(userOf(other));
        QList<User> staying;
        for (const people::PersonRow &other : m_people.rows)
            if (!leaving.contains(other.user.id)) staying << other.user;
        facts.lastOwner = policy::isLastOwner(found->user, staying);
    }
    const auto verdict = policy::judgeNewDeparture({DepartureKind::Departure, departs(row), {}, {}}, facts, m_now);
    return verdict ? QString() : verdict.error().message;
}

void LeaversModel::judge()
{
    m_standings.clear();
    m_whys.clear();
    QSet<QString> named;
    for (const Row &row : std::as_const(m_rows)) {
        Standing standing = Standing::Opens;
        QString why;
        const QString user = userOf(row);
        if (row.verdict.match == policy::LeaverMatch::Refused) {
            standing = Standing::Unusable;
            why = row.unreadable.isEmpty() ? leaverProblemWords(row.verdict.problem) : row.unreadable;
        } else if (row.verdict.match == policy::LeaverMatch::Nobody) {
            standing = Standing::Nobody;
            why = tr("Nobody of the customer is called that.");
        } else if (row.decided && user.isEmpty()) {
            standing = Standing::LeftOut;
        } else if (row.verdict.match == policy::LeaverMatch::Doubt && !row.decided) {
            standing = Standing::Undecided;
            why = leaverProblemWords(row.verdict.problem);
        } else if (named.contains(user)) {
            standing = Standing::Refused;
            why = tr("Another line opens a case for the same person.");
        } else if (why = refusal(row); !why.isEmpty()) {
            standing = Standing::Refused;
        } else {
            named.insert(user);
        }
        m_standings << standing;
        m_whys << why;
    }
}

Standing LeaversModel::standing(int row) const
{
    return m_standings.value(row, Standing::Unusable);
}

QString LeaversModel::why(int row) const
{
    return m_whys.value(row);
}

QList<policy::LeaverCandidate> LeaversModel::candidates(int row) const
{
    if (row < 0 || row >= m_rows.size()) return {};
    const policy::LeaverVerdict &verdict = m_rows[row].verdict;
    if (verdict.match == policy::LeaverMatch::Sure) return {{verdict.userId, QString()}};
    return verdict.match == policy::LeaverMatch::Doubt ? verdict.candidates : QList<policy::LeaverCandidate>();
}

QString LeaversModel::personWords(const QString &userId) const
{
    const people::PersonRow *found = person(userId);
    if (!found) return userId;
    const User &user = found->user;
    QString words = user.displayName.isEmpty() ? user.login : tr("%1 (%2)").arg(user.displayName, user.login);
    if (!user.department.isEmpty()) words = tr("%1, %2").arg(words, user.department);
    return words;
}

QString LeaversModel::written(int row) const
{
    if (row < 0 || row >= m_rows.size()) return {};
    const policy::LeaverLine &line = m_rows[row].line;
    QStringList parts;
    for (const QString &part : {line.name, line.login, line.email, line.date})
        if (!part.isEmpty()) parts << part;
    return parts.join(QStringLiteral(" · "));
}

QString LeaversModel::chosen(int row) const
{
    return row >= 0 && row < m_rows.size() ? userOf(m_rows[row]) : QString();
}

bool LeaversModel::isDecided(int row) const
{
    if (row < 0 || row >= m_rows.size()) return true;
    return m_rows[row].decided || m_rows[row].verdict.match != policy::LeaverMatch::Doubt;
}

void LeaversModel::choose(int row, const QString &userId)
{
    if (row < 0 || row >= m_rows.size()) return;
    Row &line = m_rows[row];
    line.decided = line.verdict.match == policy::LeaverMatch::Doubt;
    line.chosen = userId;
    judge();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, NUM_COLUMNS - 1));
}

void LeaversModel::leaveOut(int row)
{
    if (row < 0 || row >= m_rows.size()) return;
    m_rows[row].decided = true;
    m_rows[row].chosen.clear();
    judge();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, NUM_COLUMNS - 1));
}

void LeaversModel::setUndated(const QDateTime &departedAt)
{
    m_undated = departedAt;
    judge();
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, NUM_COLUMNS - 1));
}

int LeaversModel::undated() const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) {
        return !row.verdict.departedAt.isValid() &&
               (row.verdict.match == policy::LeaverMatch::Sure || row.verdict.match == policy::LeaverMatch::Doubt);
    }));
}

int LeaversModel::count(Standing standing) const
{
    return static_cast<int>(std::count(m_standings.cbegin(), m_standings.cend(), standing));
}

int LeaversModel::breaches() const
{
    int late = 0;
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_standings[row] == Standing::Opens && policy::revocationDeadline(departs(m_rows[row])) < m_now) ++late;
    return late;
}

int LeaversModel::nextUndecided(int after) const
{
    for (int step = 1; step <= m_rows.size(); ++step) {
        const int row = static_cast<int>((after + step) % m_rows.size());
        if (m_standings[row] == Standing::Undecided) return row;
    }
    return -1;
}

QList<protocol::NewDeparture> LeaversModel::cases(const QString &reason) const
{
    QList<protocol::NewDeparture> cases;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_standings[row] != Standing::Opens) continue;
        protocol::NewDeparture one;
        one.userId = userOf(m_rows[row]);
        one.departedAt = departs(m_rows[row]);
        one.reason = reason;
        cases << one;
    }
    return cases;
}

int LeaversModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LeaversModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant LeaversModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Line: return tr("Line");
        case Written: return tr("As written");
        case Means: return tr("Person");
        case Departs: return tr("Leaves (%1)").arg(QString::fromLatin1(m_zone.id()));
        case Result: return tr("Result");
        default: return {};
    }
}

QString LeaversModel::text(int row, int column) const
{
    const Row &line = m_rows[row];
    switch (column) {
        case Line: return QString::number(line.line.line);
        case Written: return written(row);
        case Means: {
            const QString user = userOf(line);
            return user.isEmpty() ? QStringLiteral("—") : personWords(user);
        }
        case Departs: {
            if (m_standings[row] == Standing::Unusable || m_standings[row] == Standing::Nobody) return {};
            const QDateTime local = departs(line).toTimeZone(m_zone);
            return shortDay(local.date()) + local.toString(QStringLiteral(" yyyy, HH:mm"));
        }
        case Result: return standingWords(m_standings[row]);
        default: return {};
    }
}

QVariant LeaversModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size()) return {};
    const int row = index.row();
    switch (role) {
        case Qt::DisplayRole: return text(row, index.column());
        case Qt::ToolTipRole: return m_whys[row];
        case ToneRole:
            return index.column() == Result ? QVariant(static_cast<int>(standingTone(m_standings[row]))) : QVariant();
        case DimRole: return index.column() == Line || index.column() == Written;
        case StrongRole: return index.column() == Means && m_standings[row] == Standing::Opens;
        case TabularRole: return index.column() == Line || index.column() == Departs;
        default: return {};
    }
}

QString standingWords(Standing standing)
{
    switch (standing) {
        case Standing::Opens: return LeaversModel::tr("opens a case");
        case Standing::Undecided: return LeaversModel::tr("to be decided");
        case Standing::LeftOut: return LeaversModel::tr("left out");
        case Standing::Nobody: return LeaversModel::tr("matches nobody");
        case Standing::Unusable: return LeaversModel::tr("not usable");
        case Standing::Refused: return LeaversModel::tr("not opened");
    }
    return {};
}

Tone standingTone(Standing standing)
{
    switch (standing) {
        case Standing::Opens: return Tone::Good;
        case Standing::Undecided: return Tone::Warning;
        case Standing::LeftOut: return Tone::Neutral;
        case Standing::Nobody:
        case Standing::Unusable:
        case Standing::Refused: return Tone::Bad;
    }
    return Tone::Neutral;
}

}  // namespace lw::ui
