// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/profilesession.h"

#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/terminal.h"
#include "app/linewardenctl/wait.h"
#include "core/protocol/problem.h"

namespace lw::ctl {

namespace {

using session::ConsoleSession;

Result<net::SessionFacts> trySignIn(ConsoleSession &session, const Secret &password, const QString &code)
{
    return await<net::SessionFacts>([&](QObject *context, Callback<net::SessionFacts> done) {
        session.signIn(password, code, context, std::move(done));
    });
}

Result<Secret> newPassword(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("new-password-fd")))
        return arguments.optionalSecret(QStringLiteral("new-password-fd"));
    Result<Secret> first = promptSecret(QStringLiteral("New password:"));
    if (!first) return first;
    const Result<Secret> second = promptSecret(QStringLiteral("New password again:"));
    if (!second) return second;
    if (!sameSecret(*first, *second))
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The two entries are not the same. The password was not changed."));
    return first;
}

/// The certificate that --client-certificate names; nothing without it.
Result<void> showCertificate(ConsoleSession &session, const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("client-certificate"))) return {};
    const Result<QByteArray> file =
        readFile(arguments.value(QStringLiteral("client-certificate")), net::identityFileBytes);
    if (!file) return file.error();
    const Result<Secret> passphrase = arguments.secret(QStringLiteral("certificate-passphrase-fd"),
                                                       QStringLiteral("Passphrase of the client certificate's file:"));
    if (!passphrase) return passphrase.error();
    const Result<net::ClientIdentity> identity =
        net::identityFromPkcs12(*file, *passphrase, QDateTime::currentDateTimeUtc());
    if (!identity) return identity.error();
    return await<void>(
        [&](QObject *context, Callback<void> done) { session.useClientIdentity(*identity, context, std::move(done)); });
}

Error withRemedy(Error error, const ConsoleSession &session)
{
    if (error.field == protocol::fieldClientCertificate)
        error.message += session.clientCertificate()
                             ? QStringLiteral(" The certificate shown is SHA-256 %1: have it registered for you.")
                                   .arg(net::fingerprintText(session.clientCertificate()->sha256))
                             : QStringLiteral(
                                   " Pass yours with --client-certificate, or open the cache that keeps it "
                                   "with --passphrase-fd or --key-store.");
    return error;
}

}  // namespace

bool opensCache(const Arguments &arguments)
{
    for (const char *option : {"key-store", "recovery-key-fd", "passphrase-fd"})
        if (arguments.has(QLatin1String(option))) return true;
    return false;
}

Result<session::Profile> chosenProfile(const Arguments &arguments)
{
    return session::ProfileStore().find(arguments.value(QStringLiteral("profile")));
}

Result<void> unlock(ConsoleSession &session, const Arguments &arguments)
{
    if (!session.hasCache())
        return makeError(
            Errc::WrongKey,
            QStringLiteral("The profile \u201c%1\u201d has no cache on this machine. Run \"linewardenctl connect\" "
                           "again, or check the folder %2.")
                .arg(session.profile().name, session.profile().cacheDir));
    if (arguments.has(QStringLiteral("key-store")))
        return await<void>(
            [&](QObject *context, Callback<void> done) { session.unlockWithKeyStore(context, std::move(done)); });
    if (arguments.has(QStringLiteral("recovery-key-fd"))) {
        const Result<Secret> key = arguments.optionalSecret(QStringLiteral("recovery-key-fd"));
        if (!key) return key.error();
        return await<void>([&](QObject *context, Callback<void> done) {
            session.unlockWithRecoveryKey(*key, context, std::move(done));
        });
    }
    const Result<Secret> passphrase =
        arguments.secret(QStringLiteral("passphrase-fd"), QStringLiteral("Passphrase of the cache:"));
    if (!passphrase) return passphrase.error();
    return await<void>([&](QObject *context, Callback<void> done) {
        session.unlockWithPassphrase(*passphrase, context, std::move(done));
    });
}

Result<void> signIn(ConsoleSession &session, const Arguments &arguments, const Output &output)
{
    const QString who = session.profile().login + QLatin1Char('@') + session.profile().customer;
    if (const Result<void> shown = showCertificate(session, arguments); !shown) return shown.error();
    const Result<Secret> password =
        arguments.secret(QStringLiteral("password-fd"), QStringLiteral("Password of %1:").arg(printable(who)));
    if (!password) return password.error();
    const Result<Secret> code = arguments.optionalSecret(QStringLiteral("totp-fd"));
    if (!code) return code.error();
    Result<net::SessionFacts> facts = trySignIn(session, *password, QString::fromUtf8(code->toByteArray()));
    if (!facts && facts.error().field == protocol::fieldTotp && code->isEmpty()) {
        const Result<Secret> typed = promptSecret(QStringLiteral("One-time code:"));
        if (!typed) return facts.error();
        facts = trySignIn(session, *password, QString::fromUtf8(typed->toByteArray()));
    }
    if (!facts) return withRemedy(facts.error(), session);
    if (!session.mustChangePassword()) return {};

    output.note(QStringLiteral("The password has to be changed before anything else."));
    const Result<Secret> next = newPassword(arguments);
    if (!next) return next.error();
    const Result<void> changed = await<void>([&](QObject *context, Callback<void> done) {
        session.changePassword(*password, *next, context, std::move(done));
    });
    if (!changed) return changed.error();
    output.note(QStringLiteral("The password was changed."));
    return {};
}

}  // namespace lw::ctl
