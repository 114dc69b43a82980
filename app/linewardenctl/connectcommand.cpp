// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/profilesession.h"
#include "app/linewardenctl/terminal.h"
#include "app/linewardenctl/wait.h"
#include "core/net/probe.h"

#include <QFile>

namespace lw::ctl {

namespace {

QString described(const net::CertificateReport &report)
{
    const net::CertificateFacts &leaf = report.chain.constFirst();
    QStringList lines{QStringLiteral("Certificate of %1:%2 (%3, %4)")
                          .arg(report.host)
                          .arg(report.port)
                          .arg(report.protocol, report.cipher),
                      QStringLiteral("  subject      %1").arg(printable(leaf.subject)),
                      QStringLiteral("  issuer       %1").arg(printable(leaf.issuer)),
                      QStringLiteral("  names        %1").arg(printable(leaf.names.join(QLatin1String(", ")))),
                      QStringLiteral("  valid        %1 to %2")
                          .arg(leaf.validFrom.toString(Qt::ISODate), leaf.validUntil.toString(Qt::ISODate)),
                      QStringLiteral("  key          %1").arg(leaf.key),
                      QStringLiteral("  SHA-256      %1").arg(net::fingerprintText(leaf.sha256))};
    for (const QString &problem : report.problems)
        lines.append(QStringLiteral("  problem      %1").arg(printable(problem)));
    return lines.join(QLatin1Char('\n'));
}

/// What is trusted from now on, or why nothing is.
Result<net::Endpoint> trust(net::Endpoint endpoint, const Arguments &arguments, const Output &output)
{
    if (arguments.has(QStringLiteral("ca"))) {
        QFile file(arguments.value(QStringLiteral("ca")));
        if (!file.open(QIODevice::ReadOnly))
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The file %1 cannot be read: %2.").arg(file.fileName(), file.errorString()),
                             QStringLiteral("ca"));
        endpoint.caPem = file.read(1024 * 1024);
    }
    const Result<net::CertificateReport> report =
        await<net::CertificateReport>([&](QObject *context, Callback<net::CertificateReport> done) {
            net::probeCertificate(endpoint, context, std::move(done));
        });
    if (!report) return report.error();
    const QByteArray shown = report->chain.constFirst().sha256;
    if (arguments.has(QStringLiteral("accept-fingerprint"))) {
        const Result<QByteArray> expected =
            net::parseFingerprint(arguments.value(QStringLiteral("accept-fingerprint")));
        if (!expected) return expected.error();
        if (*expected != shown)
            return makeError(
                Errc::Tls,
                QStringLiteral("The back end shows another certificate than the one to accept. Expected: SHA-256 %1. "
                               "Shown: SHA-256 %2. Nothing was sent.")
                    .arg(net::fingerprintText(*expected), net::fingerprintText(shown)),
                QStringLiteral("fingerprint"));
        if (report->trusted || report->acceptable) return net::accept(endpoint, *report);
    }
    if (report->trusted) return endpoint;
    if (!report->acceptable)
        return makeError(
            Errc::Tls,
            QStringLiteral("The certificate cannot be accepted. %1").arg(report->problems.join(QLatin1Char(' '))));
    output.note(described(*report));
    const Result<QString> answer = promptLine(
        QStringLiteral("Compare the fingerprint with what the back end's operator gave you. Trust it? Type yes:"));
    if (!answer)
        return makeError(
            Errc::Tls,
            QStringLiteral(
                "The certificate is not trusted: SHA-256 %1. %2 Compare the fingerprint with what the back end's "
                "operator gave you, then pass it with --accept-fingerprint.")
                .arg(net::fingerprintText(shown), report->problems.join(QLatin1Char(' '))),
            QStringLiteral("fingerprint"));
    if (answer->trimmed().compare(QLatin1String("yes"), Qt::CaseInsensitive) != 0)
        return makeError(Errc::Cancelled, QStringLiteral("The certificate was not accepted. Nothing was sent."));
    return net::accept(endpoint, *report);
}

Result<Secret> newPassphrase(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("passphrase-fd")))
        return arguments.optionalSecret(QStringLiteral("passphrase-fd"));
    Result<Secret> first = promptSecret(QStringLiteral("Passphrase for the cache on this machine:"));
    if (!first) return first;
    const Result<Secret> second = promptSecret(QStringLiteral("Passphrase again:"));
    if (!second) return second;
    if (!sameSecret(*first, *second))
        return makeError(Errc::InvalidInput, QStringLiteral("The two entries are not the same. Nothing was saved."));
    return first;
}

int run(const Arguments &arguments, const Output &output)
{
    const Result<QUrl> base = net::parseBaseUrl(arguments.positional().constFirst());
    if (!base) return output.fail(base.error());
    if (!arguments.has(QStringLiteral("customer")) || !arguments.has(QStringLiteral("login")))
        return output.fail(makeError(Errc::InvalidInput, QStringLiteral("--customer and --login are needed.")));
    const session::ProfileStore store;
    const QString name = arguments.has(QStringLiteral("name")) ? arguments.value(QStringLiteral("name"))
                                                               : arguments.value(QStringLiteral("customer"));
    if (const Result<session::Profile> taken = store.find(name);
        taken && taken->name.compare(name, Qt::CaseInsensitive) == 0)
        return output.fail(
            makeError(Errc::Conflict,
                      QStringLiteral("There is a profile \u201c%1\u201d already. Choose another --name.").arg(name),
                      QStringLiteral("name")));

    net::Endpoint endpoint;
    endpoint.base = *base;
    Result<net::Endpoint> trusted = trust(endpoint, arguments, output);
    if (!trusted) return output.fail(trusted.error());

    const session::Profile profile = store.create(name, *trusted, arguments.value(QStringLiteral("customer")),
                                                  arguments.value(QStringLiteral("login")));
    session::ConsoleSession session(profile);
    if (const Result<void> signedIn = signIn(session, arguments, output); !signedIn)
        return output.fail(signedIn.error());
    const Result<Secret> passphrase = newPassphrase(arguments);
    if (!passphrase) return output.fail(passphrase.error());
    const Result<session::NewCache> cache =
        await<session::NewCache>([&](QObject *context, Callback<session::NewCache> done) {
            session.createCache(*passphrase, context, std::move(done));
        });
    if (!cache) return output.fail(cache.error());
    if (const Result<void> saved = store.save(session.profile()); !saved) return output.fail(saved.error());

    const QString recovery = QString::fromUtf8(cache->recoveryKey.toByteArray());
    const net::ConnectionInfo info = session.connectionInfo();
    output.result(
        {{QStringLiteral("profile"), profile.name},
         {QStringLiteral("address"), profile.endpoint.base.toString()},
         {QStringLiteral("identity"), session.identity()},
         {QStringLiteral("protocol"), info.protocol},
         {QStringLiteral("certificateSha256"), QString::fromLatin1(info.fingerprint.toHex())},
         {QStringLiteral("logKey"), session.profile().logKey},
         {QStringLiteral("cacheFolder"), profile.cacheDir},
         {QStringLiteral("recoveryKey"), recovery}},
        QStringLiteral("Connected to %1 as %2 (%3). Profile: %4\nRecovery key of the cache, shown only now; keep it "
                       "away from this "
                       "machine:\n  %5")
            .arg(profile.endpoint.base.toString(), session.identity(), info.protocol, profile.name, recovery));
    (void)await<void>([&](QObject *context, Callback<void> done) { session.signOut(context, std::move(done)); });
    return 0;
}

}  // namespace

int connectCommand(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("connect ADDRESS --customer SLUG --login NAME [options]"),
                     QStringLiteral("Looks at a back end's certificate, signs in, makes the encrypted cache and "
                                    "remembers all this as a profile."));
    parsed.option(QStringLiteral("customer"), QStringLiteral("The customer's short name."), QStringLiteral("slug"));
    parsed.option(QStringLiteral("login"), QStringLiteral("The login name."), QStringLiteral("name"));
    parsed.option(QStringLiteral("name"), QStringLiteral("A name for the profile (default: the customer)."),
                  QStringLiteral("name"));
    parsed.option(QStringLiteral("accept-fingerprint"),
                  QStringLiteral("Pin the certificate with this fingerprint without asking."),
                  QStringLiteral("sha256"));
    parsed.option(QStringLiteral("ca"), QStringLiteral("Trust the authorities of this PEM file for this back end."),
                  QStringLiteral("file"));
    parsed.option(QStringLiteral("passphrase-fd"),
                  QStringLiteral("Read the new cache's passphrase from this file descriptor."), QStringLiteral("n"));
    parsed.signInOptions();
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    return run(parsed, Output(parsed.has(QStringLiteral("json"))));
}

}  // namespace lw::ctl
