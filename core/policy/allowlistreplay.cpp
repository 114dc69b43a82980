// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/allowlist.h"

#include <QHash>

#include <algorithm>

namespace lw::policy {

namespace {

constexpr qsizetype addressesTold = 10;

}  // namespace

StrandingVerdict strands(const Allowlist &list, QStringView authorAddress,
                         std::span<const AdministratorSeen> administrators, const QDateTime &nowUtc)
{
    StrandingVerdict verdict;
    if (!list.enforced) return verdict;
    const AllowlistMatcher matcher(list.networks);
    verdict.author = !matcher.allows(authorAddress, nowUtc);
    bool anyKnown = false;
    bool anyAllowed = false;
    for (const AdministratorSeen &seen : administrators) {
        if (!canonicalAddress(seen.address)) continue;
        anyKnown = true;
        if (matcher.allows(seen.address, nowUtc))
            anyAllowed = true;
        else
            verdict.lockedOut.append(seen.login);
    }
    verdict.everyAdministrator = anyKnown && !anyAllowed;
    return verdict;
}

ReplayVerdict replay(const Allowlist &list, std::span<const ReplayLogin> logins, const QDateTime &nowUtc)
{
    const AllowlistMatcher matcher(list.networks);
    ReplayVerdict verdict;
    QHash<QString, ReplayedPerson> people;
    bool anyAdministrator = false;
    bool administratorPasses = false;
    for (const ReplayLogin &login : logins) {
        const std::optional<QString> address = canonicalAddress(login.address);
        if (!address) {
            ++verdict.unknown;
            continue;
        }
        ++verdict.logins;
        const bool passes = matcher.allows(*address, nowUtc);
        anyAdministrator |= login.isAdministrator;
        administratorPasses |= login.isAdministrator && passes;
        ReplayedPerson &person = people[login.login.normalized(QString::NormalizationForm_KC).toCaseFolded()];
        if (person.login.isEmpty()) person.login = login.login;
        person.isAdministrator |= login.isAdministrator;
        ++person.logins;
        if (passes) continue;
        ++verdict.refusedLogins;
        ++person.refusedLogins;
        if (person.addresses.size() < addressesTold && !person.addresses.contains(*address))
            person.addresses.append(*address);
    }
    for (const ReplayedPerson &person : std::as_const(people))
        if (person.refusedLogins > 0) verdict.refused.append(person);
    std::sort(verdict.refused.begin(), verdict.refused.end(), [](const ReplayedPerson &a, const ReplayedPerson &b) {
        return a.refusedLogins != b.refusedLogins ? a.refusedLogins > b.refusedLogins : a.login < b.login;
    });
    verdict.everyAdministrator = anyAdministrator && !administratorPasses;
    return verdict;
}

}  // namespace lw::policy
