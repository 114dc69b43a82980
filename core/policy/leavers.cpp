// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/leavers.h"

#include "core/policy/accountrules.h"
#include "core/policy/leaverdate.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <memory>
#include <unicode/uspoof.h>

namespace lw::policy {

namespace {

constexpr qsizetype candidatesMost = 10;

/// As the back end compares login names.
QString exactKey(QStringView text)
{
    return sameLoginKey(text.trimmed());
}

/// The people by what a line may name.
class Directory {
  public:
    explicit Directory(const QList<User> &people) : m_people(people)
    {
        for (qsizetype i = 0; i < people.size(); ++i) {
            const User &person = people[i];
            m_login[exactKey(person.login)].append(i);
            if (!person.email.isEmpty()) m_email[exactKey(person.email)].append(i);
            m_name[exactKey(person.displayName.simplified())].append(i);
            for (const QString &text : {person.login, person.email, person.displayName})
                if (const QString key = readingKey(text); !key.isEmpty()) m_alike[key].append(i);
        }
    }

    QList<qsizetype> byLogin(const QString &text) const { return m_login.value(exactKey(text)); }
    QList<qsizetype> byEmail(const QString &text) const { return m_email.value(exactKey(text)); }
    QList<qsizetype> byName(const QString &text) const { return m_name.value(exactKey(text.simplified())); }
    QList<qsizetype> alike(const QString &text) const { return m_alike.value(readingKey(text)); }
    const User &person(qsizetype index) const { return m_people[index]; }

  private:
    const QList<User> &m_people;
    QHash<QString, QList<qsizetype>> m_login, m_email, m_name, m_alike;
};

struct Found {
    QList<qsizetype> people;
    QString why;
};

QList<LeaverCandidate> candidatesOf(const Directory &directory, const QList<Found> &found)
{
    QList<std::pair<QString, LeaverCandidate>> all;
    QSet<qsizetype> seen;
    for (const Found &one : found)
        for (const qsizetype index : one.people) {
            if (seen.contains(index)) continue;
            seen.insert(index);
            const User &person = directory.person(index);
            all.append({exactKey(person.login), {person.id, one.why}});
        }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<LeaverCandidate> list;
    for (const auto &entry : all)
        if (list.size() < candidatesMost) list.append(entry.second);
    return list;
}

QString problemOf(LeaverDate::State state)
{
    switch (state) {
        case LeaverDate::State::NoSuch: return QStringLiteral("no_such_date");
        case LeaverDate::State::Ambiguous: return QStringLiteral("ambiguous_date");
        case LeaverDate::State::Unreadable: return QStringLiteral("unreadable_date");
        case LeaverDate::State::None:
        case LeaverDate::State::Ok: break;
    }
    return {};
}

LeaverVerdict doubt(LeaverVerdict verdict, const char *problem, QList<LeaverCandidate> candidates)
{
    verdict.match = LeaverMatch::Doubt;
    verdict.problem = QLatin1String(problem);
    verdict.candidates = std::move(candidates);
    return verdict;
}

LeaverVerdict judge(const LeaverLine &line, const Directory &directory, LeaverVerdict verdict)
{
    const auto given = [](const QString &text) { return !text.trimmed().isEmpty(); };
    QList<Found> exact;
    if (given(line.login)) exact.append({directory.byLogin(line.login), QStringLiteral("login")});
    if (given(line.email)) exact.append({directory.byEmail(line.email), QStringLiteral("email")});
    const Found named{given(line.name) ? directory.byName(line.name) : QList<qsizetype>(), QStringLiteral("name")};

    QSet<qsizetype> sure;
    bool missing = false;
    for (const Found &found : exact) {
        sure.unite(QSet<qsizetype>(found.people.begin(), found.people.end()));
        missing |= found.people.isEmpty();
    }
    if (sure.size() == 1) {
        const qsizetype index = *sure.begin();
        const bool othersName = !named.people.isEmpty() && !named.people.contains(index);
        // An address that is nobody's beside a login that is somebody's: one of the two was mistyped.
        if (missing || othersName)
            return doubt(verdict, "contradiction", candidatesOf(directory, exact + QList{named}));
        verdict.match = LeaverMatch::Sure;
        verdict.userId = directory.person(index).id;
        return verdict;
    }
    if (sure.size() > 1)
        return doubt(verdict, exact.size() > 1 ? "contradiction" : "several", candidatesOf(directory, exact));
    if (!named.people.isEmpty())
        return doubt(verdict, named.people.size() > 1 ? "several" : "only_name", candidatesOf(directory, {named}));
    QList<Found> alike;
    for (const QString &text : {line.login, line.email, line.name})
        if (given(text)) alike.append({directory.alike(text), QStringLiteral("looks_alike")});
    const QList<LeaverCandidate> candidates = candidatesOf(directory, alike);
    return candidates.isEmpty() ? verdict : doubt(verdict, "only_alike", candidates);
}

}  // namespace

QString readingKey(QStringView text)
{
    QString plain;
    const QString folded = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : folded)
        if (!c.isMark() && !c.isSpace() && !QStringView(u".-_',").contains(c)) plain += c;
    static const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<USpoofChecker, decltype(&uspoof_close)>(uspoof_open(&status), uspoof_close);
    }();
    const auto *in = reinterpret_cast<const UChar *>(plain.utf16());
    const auto length = static_cast<int32_t>(plain.size());
    UErrorCode status = U_ZERO_ERROR;
    const int32_t need = uspoof_getSkeleton(checker.get(), 0, in, length, nullptr, 0, &status);
    QString key(need, Qt::Uninitialized);
    status = U_ZERO_ERROR;
    uspoof_getSkeleton(checker.get(), 0, in, length, reinterpret_cast<UChar *>(key.data()), need, &status);
    return U_SUCCESS(status) ? key.toCaseFolded() : plain;
}

QList<LeaverVerdict> matchLeavers(const QList<LeaverLine> &lines, const QList<User> &people, const QTimeZone &zone)
{
    const Directory directory(people);
    QList<LeaverVerdict> verdicts;
    QSet<QString> named;
    for (const LeaverLine &line : lines) {
        LeaverVerdict verdict;
        verdict.line = line.line;
        const LeaverDate date = readLeaverDate(line.date, zone);
        verdict.departedAt = date.at;
        if (const QString problem = problemOf(date.state); !problem.isEmpty()) {
            verdict.match = LeaverMatch::Refused;
            verdict.problem = problem;
        } else if ((line.login + line.email + line.name).trimmed().isEmpty()) {
            verdict.match = LeaverMatch::Refused;
            verdict.problem = QStringLiteral("nothing_named");
        } else {
            verdict = judge(line, directory, verdict);
            if (verdict.match == LeaverMatch::Sure && named.contains(verdict.userId))
                verdict = doubt(verdict, "named_before", {{verdict.userId, QStringLiteral("login")}});
            if (verdict.match == LeaverMatch::Sure) named.insert(verdict.userId);
        }
        if (verdict.match != LeaverMatch::Sure) verdict.userId.clear();
        verdicts.append(std::move(verdict));
    }
    return verdicts;
}

}  // namespace lw::policy
