// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/allowlist.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace lw::policy {

namespace {

using Problem = AllowlistProblem;

constexpr int widestV4 = 8;   // a /8 is a whole former class A network
constexpr int widestV6 = 16;  // no holder of addresses has more than a /16
constexpr int v4Bits = 96;    // of a mapped prefix

qint64 untilMs(const QDateTime &until)
{
    return until.isValid() ? until.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

bool isEverything(const Network &network)
{
    return network.prefix == (network.isIpv4() ? v4Bits : 0);
}

bool isVeryWide(const Network &network)
{
    return network.isIpv4() ? network.prefix < v4Bits + widestV4 : network.prefix < widestV6;
}

/// "010.0.0.1" without its leading zeros is an address.
bool hasLeadingZeros(QStringView address)
{
    QStringList parts;
    for (QStringView part : address.split(u'.')) {
        while (part.size() > 1 && part.front() == u'0')
            part = part.sliced(1);
        parts.append(part.toString());
    }
    return canonicalAddress(parts.join(u'.')).has_value();
}

Problem reasonOf(QStringView text)
{
    if (text.contains(u'%')) return Problem::Zone;
    const qsizetype slash = text.indexOf(u'/');
    const QStringView address = slash < 0 ? text : text.first(slash);
    const QStringView suffix = slash < 0 ? QStringView() : text.sliced(slash + 1);
    if (canonicalAddress(address)) {
        if (canonicalAddress(suffix)) return Problem::Netmask;
        const bool digits = std::all_of(suffix.begin(), suffix.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        return slash >= 0 && digits ? Problem::PrefixOutOfRange : Problem::Malformed;
    }
    if (!address.contains(u':') && hasLeadingZeros(address)) return Problem::LeadingZeros;
    const bool letters = std::any_of(address.begin(), address.end(), [](QChar c) { return c.isLetter(); });
    return letters && !address.contains(u':') && !address.contains(u' ') ? Problem::HostName : Problem::Malformed;
}

/// What one text is read as.
struct Reading {
    std::optional<Network> network;
    std::optional<Problem> refusal;
    std::vector<Problem> notes;
};

Reading readingOf(QStringView text)
{
    Reading reading;
    reading.network = parseNetwork(text);
    if (!reading.network) {
        reading.refusal = reasonOf(text);
        return reading;
    }
    if (isEverything(*reading.network)) {
        reading.refusal = Problem::Everything;
        return reading;
    }
    const qsizetype slash = text.indexOf(u'/');
    const auto given = addressBytes(slash < 0 ? text : text.first(slash));
    if (given != reading.network->bytes) reading.notes.push_back(Problem::HostBitsCleared);
    if (text.contains(u':') && reading.network->isIpv4()) reading.notes.push_back(Problem::MappedToIpv4);
    return reading;
}

struct NetworkHash {
    size_t operator()(const Network &network) const
    {
        return qHashBits(network.bytes.data(), network.bytes.size(), static_cast<size_t>(network.prefix));
    }
};

/// The list as it is judged: entries that were read, each with its index in what was given.
class Judge {
  public:
    Judge(const Allowlist &list, const QDateTime &now) : m_list(list), m_now(now.toMSecsSinceEpoch()) {}

    AllowlistVerdict verdict(const QDateTime &now)
    {
        readAll();
        compare();
        judgeWhole(now);
        std::stable_sort(m_verdict.findings.begin(), m_verdict.findings.end(), [](const auto &a, const auto &b) {
            const auto weight = [](const AllowlistFinding &f) { return static_cast<int>(weightOf(f.problem)); };
            // What concerns the list as a whole may only follow from its entries: it comes after them.
            const auto place = [](const AllowlistFinding &f) { return static_cast<size_t>(f.entry); };
            return weight(a) != weight(b) ? weight(a) < weight(b) : place(a) < place(b);
        });
        return std::move(m_verdict);
    }

  private:
    struct Entry {
        Network network;
        qsizetype index = 0;  ///< in the list given
        qsizetype kept = 0;   ///< in the verdict
        qint64 until = 0;
    };

    void tell(Problem problem, qsizetype index, const QString &read = {}, qsizetype other = -1,
              const QString &otherText = {})
    {
        const QString text = index < 0 ? QString() : m_list.networks[index].network;
        m_verdict.findings.push_back({problem, index, other, text, read, otherText});
    }

    void readAll()
    {
        std::unordered_map<Network, size_t, NetworkHash> seen;
        for (qsizetype i = 0; i < m_list.networks.size(); ++i) {
            const AllowedNetwork &given = m_list.networks[i];
            const Reading reading = readingOf(given.network);
            const QString canonical = reading.network ? reading.network->toString() : QString();
            if (reading.refusal) {
                tell(*reading.refusal, i, canonical);
                continue;
            }
            for (Problem note : reading.notes)
                tell(note, i, canonical);
            const auto [place, fresh] = seen.try_emplace(*reading.network, m_entries.size());
            if (!fresh) {
                Entry &first = m_entries[place->second];
                tell(Problem::Duplicate, i, canonical, first.index, canonical);
                if (untilMs(given.until) > first.until) {
                    first.until = untilMs(given.until);
                    m_verdict.networks[first.kept].until = given.until;
                }
                continue;
            }
            m_entries.push_back({*reading.network, i, m_verdict.networks.size(), untilMs(given.until)});
            m_verdict.networks.append({canonical, given.label, given.owner, given.until});
        }
        for (const Entry &entry : m_entries) {
            if (entry.until <= m_now) tell(Problem::Expired, entry.index, entry.network.toString());
            if (isVeryWide(entry.network)) tell(Problem::VeryWide, entry.index, entry.network.toString());
        }
    }

    /// Entries that count, each against those that hold it and against its other half.
    void compare()
    {
        std::vector<const Entry *> sorted;
        std::unordered_map<Network, const Entry *, NetworkHash> byNetwork;
        for (const Entry &entry : m_entries) {
            if (entry.until <= m_now) continue;
            sorted.push_back(&entry);
            byNetwork.emplace(entry.network, &entry);
        }
        std::sort(sorted.begin(), sorted.end(), [](const Entry *a, const Entry *b) {
            return a->network.bytes != b->network.bytes ? a->network.bytes < b->network.bytes
                                                        : a->network.prefix < b->network.prefix;
        });
        std::vector<const Entry *> around;
        for (const Entry *entry : sorted) {
            while (!around.empty() && !around.back()->network.contains(entry->network))
                around.pop_back();
            tellNesting(*entry, around);
            tellOtherHalf(*entry, byNetwork);
            around.push_back(entry);
        }
    }

    void tellNesting(const Entry &entry, const std::vector<const Entry *> &around)
    {
        if (around.empty()) return;
        const auto holder = std::find_if(around.rbegin(), around.rend(),
                                         [&entry](const Entry *wider) { return wider->until >= entry.until; });
        const Entry &wider = holder != around.rend() ? **holder : *around.back();
        tell(holder != around.rend() ? Problem::Shadowed : Problem::Overlap, entry.index, entry.network.toString(),
             wider.index, wider.network.toString());
    }

    void tellOtherHalf(const Entry &entry, const std::unordered_map<Network, const Entry *, NetworkHash> &byNetwork)
    {
        Network half = entry.network;
        const int bit = half.prefix - 1;
        half.bytes[static_cast<size_t>(bit / 8)] ^= static_cast<quint8>(0x80u >> (bit % 8));
        const auto found = byNetwork.find(half);
        // Each pair is told once, at its later entry.
        if (found == byNetwork.end() || found->second->until != entry.until || found->second->index > entry.index)
            return;
        Network whole = entry.network;
        whole.bytes[static_cast<size_t>(bit / 8)] &= static_cast<quint8>(~(0x80u >> (bit % 8)));
        whole.prefix = bit;
        if (isEverything(whole) || whole.isIpv4() != entry.network.isIpv4()) return;
        tell(Problem::Mergeable, entry.index, whole.toString(), found->second->index, half.toString());
    }

    void judgeWhole(const QDateTime &now)
    {
        if (m_list.networks.size() > allowlistCeiling) tell(Problem::TooMany, -1);
        const bool expired = std::all_of(m_entries.begin(), m_entries.end(),
                                         [this](const Entry &entry) { return entry.until <= m_now; });
        const bool unread = m_entries.empty() && !m_list.networks.isEmpty();  // told already
        if (m_list.enforced && expired && !unread)
            tell(m_list.networks.isEmpty() ? Problem::EmptyWhileEnforced : Problem::ExpiredWhileEnforced, -1);
        if (AllowlistMatcher(m_verdict.networks).coversEverything(now)) tell(Problem::Everything, -1);
    }

    const Allowlist &m_list;
    const qint64 m_now;
    std::vector<Entry> m_entries;
    AllowlistVerdict m_verdict;
};

}  // namespace

FindingWeight weightOf(AllowlistProblem problem)
{
    if (problem <= Problem::TooMany) return FindingWeight::Refused;
    return problem <= Problem::VeryWide ? FindingWeight::Warning : FindingWeight::Note;
}

bool AllowlistVerdict::accepted() const
{
    return std::none_of(findings.begin(), findings.end(), [](const AllowlistFinding &finding) {
        return weightOf(finding.problem) == FindingWeight::Refused;
    });
}

AllowlistVerdict judgeAllowlist(const Allowlist &list, const QDateTime &nowUtc)
{
    return Judge(list, nowUtc).verdict(nowUtc);
}

NetworkVerdict judgeNetworkText(QStringView text)
{
    Reading reading = readingOf(text);
    if (reading.refusal) return {{}, reading.refusal, {}};
    return {reading.network->toString(), {}, std::move(reading.notes)};
}

bool revertIsDue(const PendingAllowlist &pending, const QDateTime &nowUtc)
{
    constexpr qint64 slackSeconds = 60;
    return nowUtc >= pending.revertsAt || nowUtc < pending.appliedAt.addSecs(-slackSeconds);
}

}  // namespace lw::policy
