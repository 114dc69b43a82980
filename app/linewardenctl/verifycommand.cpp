// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/offlineverify.h"
#include "app/linewardenctl/profilesession.h"
#include "app/linewardenctl/terminal.h"
#include "core/cache/eventreader.h"
#include "core/cache/statetable.h"
#include "core/util/time.h"

#include <QFile>

namespace lw::ctl {

namespace {

int tell(const Verified &verified, const QString &what, const Output &output)
{
    const QString root = QString::fromLatin1(audit::hashBytes(verified.root).toBase64());
    QJsonObject object{{QStringLiteral("verified"), true},
                       {QStringLiteral("source"), what},
                       {QStringLiteral("origin"), verified.origin},
                       {QStringLiteral("keyName"), verified.keyName},
                       {QStringLiteral("keyId"), verified.keyId},
                       {QStringLiteral("events"), static_cast<qint64>(verified.size)},
                       {QStringLiteral("purged"), static_cast<qint64>(verified.purged)},
                       {QStringLiteral("root"), root},
                       {QStringLiteral("first"), toRfc3339(verified.first)},
                       {QStringLiteral("last"), toRfc3339(verified.last)}};
    QStringList lines{
        QStringLiteral("Verified: %1").arg(what),
        QStringLiteral("  signature   Ed25519 by %1 (key id %2) over the head of %3")
            .arg(printable(verified.keyName), verified.keyId, printable(verified.origin)),
        verified.purged == 0
            ? QStringLiteral("  events      %1, each in its canonical form (RFC 8785)").arg(verified.size)
            : QStringLiteral("  events      %1: %2 in their canonical form (RFC 8785), %3 purged, their hashes kept")
                  .arg(verified.size)
                  .arg(verified.size - verified.purged)
                  .arg(verified.purged),
        QStringLiteral("  root        %1, computed anew from every event (RFC 6962), is the signed one").arg(root)};
    if (verified.first.isValid())
        lines.append(QStringLiteral("  span        %1 to %2").arg(toRfc3339(verified.first), toRfc3339(verified.last)));
    if (verified.oldSize) {
        object.insert(QStringLiteral("oldEvents"), static_cast<qint64>(*verified.oldSize));
        lines.append(QStringLiteral("  continuity  the first %1 events are those of the older signed head")
                         .arg(*verified.oldSize));
    } else {
        lines.append(QStringLiteral("  continuity  not checked: no older head was given (--old-checkpoint)"));
    }
    lines.append(QStringLiteral(
        "  not checked whether the key is the right one: compare it with what the back end's operator gave you"));
    output.result(object, lines.join(QLatin1Char('\n')));
    return 0;
}

Result<Verified> verifyCache(session::Profile &profile, const Arguments &arguments)
{
    session::ConsoleSession session(profile);
    if (const Result<void> open = unlock(session, arguments); !open) return open.error();
    Result<std::unique_ptr<cache::Connection>> connection = session.connectForReading();
    if (!connection) return connection.error();
    cache::StateTable state(**connection);
    const auto head = state.checkpoint();
    if (!head) return head.error();
    if (!*head)
        return makeError(Errc::NotFound, QStringLiteral("Nothing was synced yet, so there is nothing to verify."));
    const auto pinned = state.value(cache::StateKey::PinnedLogKey);
    if (!pinned) return pinned.error();
    // A key given on the command line is compared with, not instead of, what was pinned.
    const QString text = arguments.has(QStringLiteral("key")) ? arguments.value(QStringLiteral("key"))
                                                              : QString::fromUtf8(pinned->value_or(QByteArray()));
    const Result<audit::VerifierKey> key = verifierKey(text);
    if (!key) return key.error();
    Result<OfflineVerifier> verifier = OfflineVerifier::begin((*head)->note, *key);
    if (!verifier) return verifier.error();
    if (arguments.has(QStringLiteral("old-checkpoint"))) {
        QFile older(arguments.value(QStringLiteral("old-checkpoint")));
        if (!older.open(QIODevice::ReadOnly))
            return makeError(
                Errc::InvalidInput,
                QStringLiteral("The file %1 cannot be read: %2.").arg(older.fileName(), older.errorString()));
        if (const Result<void> expected = verifier->expectPrefix(older.read(audit::maxNoteBytes + 1)); !expected)
            return expected.error();
    }
    std::optional<Error> wrong;
    const Result<void> read =
        cache::EventReader(**connection).forEachLeaf(0, (*head)->size, [&](quint64, QByteArrayView leaf) {
            const Result<void> added = verifier->add(leaf);
            if (!added) wrong = added.error();
            if (!wrong && interrupted()) wrong = makeError(Errc::Cancelled, QStringLiteral("Interrupted."));
            return !wrong;
        });
    if (wrong) return *wrong;
    if (!read) return read.error();
    return verifier->finish();
}

}  // namespace

int verifyCommand(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("verify [--profile NAME] | verify --leaves FILE --checkpoint FILE --key KEY"),
        QStringLiteral("Checks an audit log without any network: the signature of its head, the canonical form of "
                       "every event, and that "
                       "they hash to the signed root. Of a profile's cache, or of files that \"log export\" wrote."));
    parsed.profileOptions();
    parsed.option(QStringLiteral("leaves"), QStringLiteral("The events, one canonical JSON object a line."),
                  QStringLiteral("file"));
    parsed.option(QStringLiteral("checkpoint"), QStringLiteral("The signed head (C2SP tlog-checkpoint)."),
                  QStringLiteral("file"));
    parsed.option(QStringLiteral("key"),
                  QStringLiteral("The log's public key, \"name+hash+base64\", or a file that holds it."),
                  QStringLiteral("key"));
    parsed.option(QStringLiteral("old-checkpoint"), QStringLiteral("An older signed head that the log must continue."),
                  QStringLiteral("file"));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const bool files = parsed.has(QStringLiteral("leaves")) || parsed.has(QStringLiteral("checkpoint"));
    if (!files) {
        Result<session::Profile> profile = chosenProfile(parsed);
        if (!profile) return output.fail(profile.error());
        const Result<Verified> verified = verifyCache(*profile, parsed);
        if (!verified) return output.fail(verified.error());
        return tell(*verified, QStringLiteral("the cache of profile ") + profile->name, output);
    }
    if (!parsed.has(QStringLiteral("leaves")) || !parsed.has(QStringLiteral("checkpoint")) ||
        !parsed.has(QStringLiteral("key")))
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("--leaves, --checkpoint and --key belong together.")));
    const Result<audit::VerifierKey> key = verifierKey(parsed.value(QStringLiteral("key")));
    if (!key) return output.fail(key.error());
    const Result<Verified> verified =
        verifyFiles(parsed.value(QStringLiteral("leaves")), parsed.value(QStringLiteral("checkpoint")), *key,
                    parsed.value(QStringLiteral("old-checkpoint")));
    if (!verified) return output.fail(verified.error());
    return tell(*verified, parsed.value(QStringLiteral("leaves")), output);
}

}  // namespace lw::ctl
