// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/allowlist.h"

namespace lw::policy {

namespace {

constexpr qsizetype longestQuote = 64;

QString quoted(const QString &text)
{
    return text.size() <= longestQuote ? text : text.left(longestQuote) + QStringLiteral("…");
}

}  // namespace

QLatin1String allowlistProblemName(AllowlistProblem problem)
{
    switch (problem) {
        case AllowlistProblem::Malformed: return QLatin1String("malformed");
        case AllowlistProblem::LeadingZeros: return QLatin1String("leading_zeros");
        case AllowlistProblem::Zone: return QLatin1String("zone");
        case AllowlistProblem::PrefixOutOfRange: return QLatin1String("prefix_out_of_range");
        case AllowlistProblem::Netmask: return QLatin1String("netmask");
        case AllowlistProblem::HostName: return QLatin1String("host_name");
        case AllowlistProblem::Everything: return QLatin1String("everything");
        case AllowlistProblem::EmptyWhileEnforced: return QLatin1String("empty_while_enforced");
        case AllowlistProblem::ExpiredWhileEnforced: return QLatin1String("expired_while_enforced");
        case AllowlistProblem::TooMany: return QLatin1String("too_many");
        case AllowlistProblem::Duplicate: return QLatin1String("duplicate");
        case AllowlistProblem::Shadowed: return QLatin1String("shadowed");
        case AllowlistProblem::Overlap: return QLatin1String("overlap");
        case AllowlistProblem::Mergeable: return QLatin1String("mergeable");
        case AllowlistProblem::Expired: return QLatin1String("expired");
        case AllowlistProblem::VeryWide: return QLatin1String("very_wide");
        case AllowlistProblem::HostBitsCleared: return QLatin1String("host_bits_cleared");
        case AllowlistProblem::MappedToIpv4: return QLatin1String("mapped_to_ipv4");
    }
    return QLatin1String("malformed");
}

QString findingField(const AllowlistFinding &finding)
{
    if (finding.entry < 0) return QStringLiteral("networks");
    return QStringLiteral("networks[%1].network").arg(finding.entry);
}

QString findingSentence(const AllowlistFinding &finding)
{
    const QString text = quoted(finding.text);
    switch (finding.problem) {
        case AllowlistProblem::Malformed:
            return QStringLiteral(
                       "“%1” is neither an address nor a network. Write it as 192.0.2.1, 192.0.2.0/24 or "
                       "2001:db8::/32.")
                .arg(text);
        case AllowlistProblem::LeadingZeros:
            return QStringLiteral(
                       "“%1” has leading zeros, which some programs read as octal numbers. Write it without "
                       "them.")
                .arg(text);
        case AllowlistProblem::Zone:
            return QStringLiteral(
                       "“%1” names a zone, which means something on one machine only. Leave out the %2 and "
                       "what follows it.")
                .arg(text, QStringLiteral("“%”"));
        case AllowlistProblem::PrefixOutOfRange:
            return QStringLiteral(
                       "“%1” has a length that does not exist. It is 0 to 32 for IPv4 and 0 to 128 for "
                       "IPv6, without leading zeros.")
                .arg(text);
        case AllowlistProblem::Netmask:
            return QStringLiteral("“%1” has a netmask. Write the length of the network instead, as in 192.0.2.0/24.")
                .arg(text);
        case AllowlistProblem::HostName:
            return QStringLiteral(
                       "“%1” is a name. Write the address or network that it stands for: names are not "
                       "looked up when somebody connects.")
                .arg(text);
        case AllowlistProblem::Everything:
            if (finding.entry < 0)
                return QStringLiteral(
                    "Together these networks hold every address there is, so that the list would "
                    "keep nobody out. List the networks that your people use.");
            return QStringLiteral(
                       "“%1” is every address there is, so that the list would keep nobody out. List the "
                       "networks that your people use.")
                .arg(text);
        case AllowlistProblem::EmptyWhileEnforced:
            return QStringLiteral(
                "The list is empty: nobody could connect. Add a network before you switch the "
                "allowlist on.");
        case AllowlistProblem::ExpiredWhileEnforced:
            return QStringLiteral(
                "No entry of the list counts now: nobody could connect. Add a network, or extend "
                "one, before you switch the allowlist on.");
        case AllowlistProblem::TooMany:
            return QStringLiteral("The list may have at most %1 entries. Merge neighbouring networks.")
                .arg(allowlistCeiling);
        case AllowlistProblem::Duplicate:
            return QStringLiteral("“%1” is listed already as %2. It is kept once, with the later end.")
                .arg(text, finding.otherText);
        case AllowlistProblem::Shadowed:
            return QStringLiteral("“%1” lies inside %2, which lasts at least as long: it changes nothing.")
                .arg(text, finding.otherText);
        case AllowlistProblem::Overlap:
            return QStringLiteral("“%1” lies inside %2 and outlives it: it matters only after %2 has ended.")
                .arg(text, finding.otherText);
        case AllowlistProblem::Mergeable:
            return QStringLiteral("“%1” and %2 together are exactly %3: one entry is enough.")
                .arg(text, finding.otherText, finding.read);
        case AllowlistProblem::Expired: return QStringLiteral("“%1” has expired: it lets nobody in.").arg(text);
        case AllowlistProblem::VeryWide:
            return QStringLiteral(
                       "“%1” is very wide: it lets in a large part of the internet. List the networks that "
                       "your people use.")
                .arg(text);
        case AllowlistProblem::HostBitsCleared: return QStringLiteral("“%1” was read as %2.").arg(text, finding.read);
        case AllowlistProblem::MappedToIpv4:
            return QStringLiteral("“%1” is an IPv4 address in IPv6 form and was read as %2.").arg(text, finding.read);
    }
    return {};
}

}  // namespace lw::policy
