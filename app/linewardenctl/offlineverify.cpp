// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/offlineverify.h"

#include "core/audit/eventcodec.h"
#include "core/audit/purgedleaf.h"

#include <QFile>

namespace lw::ctl {

namespace {

/// A leaf may have 64 KiB; the rest of the line is its newline.
constexpr qint64 mostLineBytes = 64 * 1024 + 2;

Error tampered(const QString &message, QLatin1String kind)
{
    return makeError(Errc::Tampered, message, kind);
}

Result<QByteArray> readSmall(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The file %1 cannot be read: %2.").arg(path, file.errorString()));
    if (file.size() > most)
        return makeError(Errc::TooLarge, QStringLiteral("The file %1 is too long to be what is expected.").arg(path));
    return file.read(most);
}

}  // namespace

OfflineVerifier::OfflineVerifier(const audit::VerifierKey &key, Checkpoint head) : m_key(key), m_head(std::move(head))
{
}

Result<OfflineVerifier> OfflineVerifier::begin(QByteArrayView note, const audit::VerifierKey &key)
{
    Result<Checkpoint> head = audit::openCheckpoint(note, key);
    if (!head) return head.error();
    return OfflineVerifier(key, std::move(*head));
}

Result<void> OfflineVerifier::expectPrefix(QByteArrayView olderNote)
{
    Result<Checkpoint> older = audit::openCheckpoint(olderNote, m_key);
    if (!older) return older.error();
    if (older->size > m_head.size)
        return tampered(QStringLiteral("The log was truncated: an older signed head has %1 events, the newer only %2.")
                            .arg(older->size)
                            .arg(m_head.size),
                        QLatin1String("truncated"));
    m_older = std::move(*older);
    return checkPrefix();
}

Result<void> OfflineVerifier::checkPrefix() const
{
    if (!m_older || m_range.size() != m_older->size) return {};
    const Hash root = m_older->size == 0 ? audit::emptyRoot() : m_range.root();
    if (root == m_older->root) return {};
    return tampered(QStringLiteral("History was rewritten: the first %1 events do not hash to the older signed head.")
                        .arg(m_older->size),
                    QLatin1String("fork"));
}

Result<void> OfflineVerifier::add(QByteArrayView leaf)
{
    const quint64 index = m_range.size();
    if (index == m_head.size)
        return tampered(
            QStringLiteral("There are more events than the %1 that the signed head covers.").arg(m_head.size),
            QLatin1String("removed-leaf"));
    if (const std::optional<Hash> purged = audit::purgedHash(leaf)) {
        ++m_purged;
        m_range.append(*purged);
        return checkPrefix();
    }
    const Result<AuditEvent> event = audit::eventFromLeaf(leaf);
    if (!event)
        return tampered(
            QStringLiteral("Event %1 is not in its canonical form: %2").arg(index).arg(event.error().message),
            QLatin1String("changed-leaf"));
    if (!m_first.isValid() || event->time < m_first) m_first = event->time;
    if (!m_last.isValid() || event->time > m_last) m_last = event->time;
    m_range.append(audit::leafHash(leaf));
    return checkPrefix();
}

Result<Verified> OfflineVerifier::finish() const
{
    if (m_range.size() != m_head.size)
        return tampered(QStringLiteral("Events are missing: the signed head covers %1, there are %2.")
                            .arg(m_head.size)
                            .arg(m_range.size()),
                        QLatin1String("removed-leaf"));
    const Hash root = m_head.size == 0 ? audit::emptyRoot() : m_range.root();
    if (root != m_head.root)
        return tampered(
            QStringLiteral(
                "The %1 events do not hash to the signed root: at least one was changed, removed or replaced.")
                .arg(m_head.size),
            QLatin1String("changed-leaf"));
    Verified verified;
    verified.keyName = m_key.name();
    const auto id = m_key.id();
    verified.keyId = QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(id.data()), static_cast<qsizetype>(id.size())).toHex());
    verified.origin = m_head.origin;
    verified.size = m_head.size;
    verified.purged = m_purged;
    verified.root = m_head.root;
    verified.first = m_first;
    verified.last = m_last;
    if (m_older) verified.oldSize = m_older->size;
    return verified;
}

Result<audit::VerifierKey> verifierKey(const QString &textOrFile)
{
    if (!QFile::exists(textOrFile)) return audit::VerifierKey::fromText(textOrFile);
    const Result<QByteArray> text = readSmall(textOrFile, 4096);
    if (!text) return text.error();
    return audit::VerifierKey::fromText(QString::fromUtf8(*text).trimmed());
}

Result<Verified> verifyFiles(const QString &leavesFile, const QString &noteFile, const audit::VerifierKey &key,
                             const QString &olderFile)
{
    const Result<QByteArray> note = readSmall(noteFile, audit::maxNoteBytes);
    if (!note) return note.error();
    Result<OfflineVerifier> verifier = OfflineVerifier::begin(*note, key);
    if (!verifier) return verifier.error();
    if (!olderFile.isEmpty()) {
        const Result<QByteArray> older = readSmall(olderFile, audit::maxNoteBytes);
        if (!older) return older.error();
        if (const Result<void> expected = verifier->expectPrefix(*older); !expected) return expected.error();
    }
    QFile leaves(leavesFile);
    if (!leaves.open(QIODevice::ReadOnly))
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The file %1 cannot be read: %2.").arg(leavesFile, leaves.errorString()));
    while (!leaves.atEnd()) {
        QByteArray line = leaves.readLine(mostLineBytes + 1);
        if (!line.endsWith('\n'))
            return tampered(QStringLiteral("The file of events ends inside an event, or one is longer than 64 KiB."),
                            QLatin1String("changed-leaf"));
        line.chop(1);
        if (const Result<void> added = verifier->add(line); !added) return added.error();
    }
    return verifier->finish();
}

}  // namespace lw::ctl
