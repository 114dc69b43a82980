// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/verifier.h"

#include <array>
#include <utility>

namespace lw::audit {

namespace {

constexpr std::array<std::pair<TamperKind, QLatin1String>, 7> kindNames{{
    {TamperKind::OtherKey, QLatin1String("other-key")},
    {TamperKind::Signature, QLatin1String("signature")},
    {TamperKind::OtherLog, QLatin1String("other-log")},
    {TamperKind::Truncated, QLatin1String("truncated")},
    {TamperKind::Fork, QLatin1String("fork")},
    {TamperKind::RemovedLeaf, QLatin1String("removed-leaf")},
    {TamperKind::ChangedLeaf, QLatin1String("changed-leaf")},
}};

Error tampered(TamperKind kind, const QString &message)
{
    return makeError(Errc::Tampered, message, tamperKindName(kind));
}

Result<void> judgeGrowth(const Checkpoint &previous, const Checkpoint &head,
                         const std::optional<ConsistencyProof> &consistency)
{
    if (previous.origin != head.origin)
        return tampered(
            TamperKind::OtherLog,
            QStringLiteral("The log calls itself %1 now; before it was %2.").arg(head.origin, previous.origin));
    if (head.size < previous.size)
        return tampered(TamperKind::Truncated,
                        QStringLiteral("The log was truncated: it now has %1 entries, %2 were signed before.")
                            .arg(head.size)
                            .arg(previous.size));
    if (head.size == previous.size && head.root != previous.root)
        return tampered(
            TamperKind::Fork,
            QStringLiteral("The log forked: two different heads are signed for %1 entries.").arg(head.size));
    if (head.size == previous.size || previous.size == 0) return {};
    if (!consistency)
        return makeError(Errc::Protocol,
                         QStringLiteral("No proof was given that the log only grew from %1 to %2 entries.")
                             .arg(previous.size)
                             .arg(head.size),
                         QStringLiteral("consistency"));
    if (consistency->oldSize != previous.size || consistency->newSize != head.size)
        return makeError(Errc::Protocol,
                         QStringLiteral("The consistency proof is for %1 to %2 entries instead of %3 to %4.")
                             .arg(consistency->oldSize)
                             .arg(consistency->newSize)
                             .arg(previous.size)
                             .arg(head.size),
                         QStringLiteral("consistency"));
    if (!verifyConsistency(*consistency, previous.root, head.root))
        return tampered(
            TamperKind::Fork,
            QStringLiteral("The log was rewritten: the %1 entries signed now do not begin with the %2 entries "
                           "signed before.")
                .arg(head.size)
                .arg(previous.size));
    return {};
}

Result<void> judgeLeaves(const LeafSum &leaves, const Checkpoint &head)
{
    if (leaves.count != head.size)
        return tampered(TamperKind::RemovedLeaf,
                        QStringLiteral("Entries were %1: there are %2, the signed head says %3.")
                            .arg(leaves.count < head.size ? QStringLiteral("removed") : QStringLiteral("added"))
                            .arg(leaves.count)
                            .arg(head.size));
    if (leaves.root != head.root)
        return tampered(
            TamperKind::ChangedLeaf,
            QStringLiteral("At least one of the %1 entries was changed after it was logged: together they do "
                           "not give the signed root.")
                .arg(leaves.count));
    return {};
}

}  // namespace

QLatin1String tamperKindName(TamperKind kind)
{
    for (const auto &[value, name] : kindNames)
        if (value == kind) return name;
    return QLatin1String();
}

std::optional<TamperKind> tamperKind(const Error &error)
{
    if (error.code != Errc::Tampered) return std::nullopt;
    for (const auto &[value, name] : kindNames)
        if (error.field == name) return value;
    return std::nullopt;
}

Result<Checkpoint> judge(const VerifierKey &pinned, const Evidence &evidence)
{
    Result<Checkpoint> head = openCheckpoint(evidence.note, pinned);
    if (!head) return head;
    if (evidence.previous) {
        Result<void> growth = judgeGrowth(*evidence.previous, *head, evidence.consistency);
        if (!growth) return growth.error();
    }
    if (evidence.leaves) {
        Result<void> leaves = judgeLeaves(*evidence.leaves, *head);
        if (!leaves) return leaves.error();
    }
    return head;
}

}  // namespace lw::audit
