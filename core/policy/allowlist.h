// SPDX-License-Identifier: GPL-3.0-or-later
// What an allowlist means and what is wrong with it: the back end decides with it, the console explains, checks a list
// before it is saved, and replays past sign-ins against it.
// Source: domain.md (Addresses: normalise host bits and IPv4-mapped IPv6, refuse 0.0.0.0/0, ::/0 and an empty list that
// is switched on); RFC 4632 (CIDR), RFC 6943 3.1.1 (leading zeros).
#pragma once

#include "core/domain/networkaccess.h"
#include "core/policy/network.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <array>
#include <span>
#include <vector>

namespace lw::policy {

/// The most entries of one list (limits::networksPerCustomer of the contract is the same).
inline constexpr qsizetype allowlistCeiling = 100'000;

/// The addresses of a list in sorted, disjoint spans, each with the end of the longest-lived entry that covers it: one
/// look-up whatever the number of entries, and no new building when an entry expires. Immutable: threads may share it.
class AllowlistMatcher {
  public:
    AllowlistMatcher() = default;  ///< allows nobody
    /// Entries that are no network are left out: judgeAllowlist() refuses them before.
    explicit AllowlistMatcher(const QList<AllowedNetwork> &networks);

    /// Whether an entry that counts at `nowUtc` covers the address. False for text that is no address. Whether the list
    /// is enforced is the caller's question.
    bool allows(QStringView address, const QDateTime &nowUtc) const;
    /// The same for an address that was read once (bytes as in Network), with milliseconds since 1970 UTC.
    bool allows(const std::array<quint8, 16> &address, qint64 nowMs) const;
    /// Until when it is allowed if nothing changes: nullopt: not now; an invalid time: without an end.
    std::optional<QDateTime> allowedUntil(QStringView address, const QDateTime &nowUtc) const;

    /// Whether entries that count at `nowUtc` cover all of IPv4 or all of IPv6 together.
    bool coversEverything(const QDateTime &nowUtc) const;
    qsizetype spans() const;  ///< boundaries held, for tests and benchmarks

    struct Key6 {
        quint64 high = 0;
        quint64 low = 0;
        bool operator==(const Key6 &) const = default;
        bool operator<(const Key6 &other) const { return high != other.high ? high < other.high : low < other.low; }
    };
    template <typename Key>
    struct Span {
        Key begin;         ///< it ends where the next begins
        quint32 kind = 0;  ///< index into Spans::untils
    };
    /// Sorted spans, and a table that leads from the upper bits of a key to the few that may hold it.
    template <typename Key>
    struct Spans {
        std::vector<Span<Key>> spans;
        std::vector<qint64> untils;   ///< exclusive, ms since 1970; the smallest number: nobody
        std::vector<quint32> places;  ///< of the first span at or after each bucket's begin, and the number of spans
        quint64 base = 0;             ///< upper bits of the first span's begin
        int shift = 0;                ///< of what is left of them to the bucket
    };

  private:
    qint64 untilOf(const std::array<quint8, 16> &address) const;
    Spans<quint32> m_v4;
    Spans<Key6> m_v6;
};

/// What is to be said about a list or one of its entries.
enum class AllowlistProblem : quint8 {
    // refused
    Malformed,             ///< neither an address nor a network
    LeadingZeros,          ///< "010.0.0.1": some read octal, some decimal
    Zone,                  ///< "fe80::1%eth0" means something on one machine only
    PrefixOutOfRange,      ///< "/33" of IPv4, "/129" of IPv6, "/08", "/"
    Netmask,               ///< "192.0.2.0/255.255.255.0": the length is wanted
    HostName,              ///< "office.example.com": only addresses are matched
    Everything,            ///< 0.0.0.0/0 or ::/0, in one entry or (entry -1) by several together
    EmptyWhileEnforced,    ///< nobody could connect (entry -1)
    ExpiredWhileEnforced,  ///< every entry has expired: nobody could connect (entry -1)
    TooMany,               ///< more than allowlistCeiling (entry -1)
    // pointed out
    Duplicate,  ///< the same network as `other`: kept once, with the later end
    Shadowed,   ///< inside `other`, which lasts at least as long: it changes nothing
    Overlap,    ///< inside `other`, and outlives it
    Mergeable,  ///< with `other` it makes exactly `read`
    Expired,    ///< its end is past: it allows nobody
    VeryWide,   ///< more than a /8 of IPv4 or a /16 of IPv6
    // notes
    HostBitsCleared,  ///< "192.0.2.7/24" was read as 192.0.2.0/24
    MappedToIpv4      ///< "::ffff:192.0.2.1" was read as 192.0.2.1
};

enum class FindingWeight : quint8 {
    Refused,  ///< the list cannot be saved like this
    Warning,
    Note
};
FindingWeight weightOf(AllowlistProblem problem);

/// Stable names of the contract: "malformed", "leading_zeros" … "mapped_to_ipv4".
QLatin1String allowlistProblemName(AllowlistProblem problem);

struct AllowlistFinding {
    AllowlistProblem problem = AllowlistProblem::Malformed;
    qsizetype entry = -1;  ///< index in the list that was judged; -1: the list as a whole
    qsizetype other = -1;  ///< index of the entry that it collides with
    QString text;          ///< of the entry as it was written
    QString read;          ///< canonical text of what it was read as, or of the merged network
    QString otherText;     ///< canonical text of the other entry
    bool operator==(const AllowlistFinding &) const = default;
};

/// "networks[3].network", or "networks" for the list as a whole.
QString findingField(const AllowlistFinding &finding);
/// One or two sentences for people: what is wrong and the remedy.
QString findingSentence(const AllowlistFinding &finding);

struct AllowlistVerdict {
    /// Canonical networks in the order given, without refused entries and duplicates.
    QList<AllowedNetwork> networks;
    std::vector<AllowlistFinding>
        findings;           ///< refusals first, then warnings, then notes; each by entry, the list last
    bool accepted() const;  ///< nothing is refused
};

/// `list.networks[].network` as people wrote them. O(n log n).
AllowlistVerdict judgeAllowlist(const Allowlist &list, const QDateTime &nowUtc);

/// Whether a change that waits for its confirmation is to be taken back at `nowUtc`. Its end is exclusive: at that
/// instant it is. So is one whose clock went back by more than a minute to before it was made: whoever is locked out
/// waits never longer than he was promised.
bool revertIsDue(const PendingAllowlist &pending, const QDateTime &nowUtc);

/// One entry as somebody types it: its canonical text, or what is wrong with it.
struct NetworkVerdict {
    QString canonical;  ///< empty when refused
    std::optional<AllowlistProblem> refusal;
    std::vector<AllowlistProblem> notes;
};
NetworkVerdict judgeNetworkText(QStringView text);

/// Somebody who may change the allowlist, and where he was last seen.
struct AdministratorSeen {
    QString login;
    QString address;  ///< of his last sign-in or live session; empty: unknown
    bool operator==(const AdministratorSeen &) const = default;
};

struct StrandingVerdict {
    bool author = false;              ///< the person who makes the change would be locked out
    bool everyAdministrator = false;  ///< nobody whose address is known could change it back
    QStringList lockedOut;            ///< login names of the administrators that would be, in the order given
    bool strands() const { return author || everyAdministrator; }
    bool operator==(const StrandingVerdict &) const = default;
};

/// Whom `list` would lock out at `nowUtc`. A list that is not enforced locks out nobody. An administrator whose address
/// is unknown counts neither way.
StrandingVerdict strands(const Allowlist &list, QStringView authorAddress,
                         std::span<const AdministratorSeen> administrators, const QDateTime &nowUtc);

/// A past sign-in.
struct ReplayLogin {
    QString login;
    QString address;
    bool isAdministrator = false;
};

struct ReplayedPerson {
    QString login;  ///< as first written
    int refusedLogins = 0;
    int logins = 0;
    bool isAdministrator = false;
    QStringList addresses;  ///< that were refused, canonical, each once, at most ten
    bool operator==(const ReplayedPerson &) const = default;
};

struct ReplayVerdict {
    qsizetype logins = 0;             ///< judged
    qsizetype refusedLogins = 0;      ///< "11 logins …
    qsizetype unknown = 0;            ///< without an address that could be judged
    QList<ReplayedPerson> refused;    ///< … of 4 people": most refused sign-ins first, then by name
    bool everyAdministrator = false;  ///< no sign-in of any administrator would have passed
    bool operator==(const ReplayVerdict &) const = default;
};

/// Which past sign-ins `list` would refuse, were it enforced at `nowUtc`: `list.enforced` is not asked.
ReplayVerdict replay(const Allowlist &list, std::span<const ReplayLogin> logins, const QDateTime &nowUtc);

}  // namespace lw::policy
