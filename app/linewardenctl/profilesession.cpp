// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/profilesession.h"

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
    if (*first != *second)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The two entries are not the same. The password was not changed."));
    return first;
}

}  // namespace

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
    if (!facts) return facts.error();
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
