// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/checkpoint.h"

#include "core/audit/merkle.h"

#include <algorithm>

namespace lw::audit {

namespace {

Error notACheckpoint(const QString &why)
{
    return makeError(Errc::InvalidInput, QStringLiteral("This is not a log checkpoint: %1.").arg(why));
}

// Decimal without sign or leading zeros, as the specification writes it; QByteArray::toULongLong is laxer.
std::optional<quint64> sizeFromText(QByteArrayView text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.isEmpty() || !digits || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    bool ok = false;
    const quint64 size = text.toULongLong(&ok);
    return ok ? std::optional(size) : std::nullopt;
}

}  // namespace

Result<QByteArray> signCheckpoint(const QString &origin, quint64 size, const Hash &root, const Signer &signer)
{
    Result<Signer> named = signer.named(origin);
    if (!named) return named.error();
    const QByteArray text =
        origin.toUtf8() + '\n' + QByteArray::number(size) + '\n' + hashBytes(root).toBase64() + '\n';
    return signNote(text, *named);
}

Result<Checkpoint> parseCheckpointText(QByteArrayView text)
{
    QList<QByteArray> lines = text.toByteArray().split('\n');
    if (lines.size() < 4 || !lines.last().isEmpty())
        return notACheckpoint(QStringLiteral("it needs three lines, each ended by a newline"));
    lines.removeLast();
    if (lines.contains(QByteArray())) return notACheckpoint(QStringLiteral("it holds an empty line"));
    const std::optional<quint64> size = sizeFromText(lines[1]);
    if (!size) return notACheckpoint(QStringLiteral("its second line is no tree size"));
    const auto decoded = QByteArray::fromBase64Encoding(lines[2], QByteArray::AbortOnBase64DecodingErrors);
    Result<Hash> root = hashFromBytes(decoded ? QByteArrayView(decoded.decoded) : QByteArrayView());
    if (!root || hashBytes(*root).toBase64() != lines[2])
        return notACheckpoint(QStringLiteral("its third line is no base64 of a SHA-256 hash"));
    if (*size == 0 && *root != emptyRoot())
        return notACheckpoint(QStringLiteral("it gives an empty log a root that is not the empty tree's"));
    // Decoding must lose nothing: two origins that differ in bytes are two logs.
    const QString origin = QString::fromUtf8(lines[0]);
    if (origin.toUtf8() != lines[0]) return notACheckpoint(QStringLiteral("its origin is not plain UTF-8 text"));
    return Checkpoint{origin, *size, *root, {}};
}

Result<Checkpoint> openCheckpoint(QByteArrayView note, const VerifierKey &key)
{
    Result<QByteArray> text = openNote(note, key);
    if (!text) return text.error();
    Result<Checkpoint> checkpoint = parseCheckpointText(*text);
    if (!checkpoint) return checkpoint;
    if (checkpoint->origin != key.name())
        return makeError(
            Errc::Tampered,
            QStringLiteral("The checkpoint belongs to the log %1, not to %2.").arg(checkpoint->origin, key.name()),
            QStringLiteral("other-log"));
    checkpoint->note = note.toByteArray();
    return checkpoint;
}

}  // namespace lw::audit
