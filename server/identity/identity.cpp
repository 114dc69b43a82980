// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/identity.h"

#include "core/policy/network.h"
#include "server/identity/certificates.h"
#include "server/identity/privatefile.h"

#include <QDir>
#include <QRegularExpression>

#include <optional>

namespace lw::server {

namespace {

struct Paths {
    explicit Paths(const QString &dir)
        : ca(QDir(dir).filePath(QStringLiteral("ca.pem"))),
          caKey(QDir(dir).filePath(QStringLiteral("ca.key"))),
          server(QDir(dir).filePath(QStringLiteral("server.pem"))),
          serverKey(QDir(dir).filePath(QStringLiteral("server.key"))),
          logKey(QDir(dir).filePath(QStringLiteral("log.key")))
    {
    }
    QString ca, caKey, server, serverKey, logKey;
};

struct Names {
    QStringList hosts;
    QStringList addresses;
};

Result<Names> checkNames(const QStringList &hostNames, const QStringList &addresses)
{
    static const QRegularExpression host(QStringLiteral(
        "\\A(?=.{1,253}\\z)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\\z"));
    Names names;
    for (const QString &name : hostNames) {
        const QString lower = name.toLower();
        if (!host.match(lower).hasMatch())
            return makeError(Errc::InvalidInput, QStringLiteral("\"%1\" is no host name.").arg(name),
                             QStringLiteral("host-name"));
        if (!names.hosts.contains(lower)) names.hosts.append(lower);
    }
    for (const QString &address : addresses) {
        const std::optional<QString> canonical = policy::canonicalAddress(address);
        if (!canonical)
            return makeError(Errc::InvalidInput, QStringLiteral("\"%1\" is no address.").arg(address),
                             QStringLiteral("address"));
        if (!names.addresses.contains(*canonical)) names.addresses.append(*canonical);
    }
    if (names.hosts.isEmpty() && names.addresses.isEmpty())
        return makeError(Errc::InvalidInput,
                         QStringLiteral("A server certificate needs at least one host name or address."),
                         QStringLiteral("host-name"));
    return names;
}

/// Both files, neither (nullopt), or an error: half an identity is not made whole by guessing.
Result<std::optional<KeyAndCertificate>> loadPair(const QString &keyPath, const QString &certificatePath)
{
    Result<Secret> key = readPrivateFile(keyPath);
    Result<QByteArray> certificate = readPublicFile(certificatePath);
    const bool noKey = !key && key.error().code == Errc::NotFound;
    const bool noCertificate = !certificate && certificate.error().code == Errc::NotFound;
    if (noKey && noCertificate) return std::optional<KeyAndCertificate>();
    if (noKey || noCertificate)
        return makeError(
            Errc::Corrupt,
            QStringLiteral("%1 is missing, but %2 is there. Restore it from a backup; without it this back "
                           "end is another one to every console.")
                .arg(noKey ? keyPath : certificatePath, noKey ? certificatePath : keyPath),
            noKey ? keyPath : certificatePath);
    if (!key) return key.error();
    if (!certificate) return certificate.error();
    if (!belongTogether(*key, *certificate))
        return makeError(Errc::Corrupt,
                         QStringLiteral("%1 and %2 are damaged or do not belong together. Restore both from a backup.")
                             .arg(keyPath, certificatePath),
                         keyPath);
    return std::optional(KeyAndCertificate{std::move(*key), std::move(*certificate)});
}

/// The key first: a stop in between leaves a key without a certificate, which the next start reports, and never a
/// certificate that was given out and whose key is lost.
Result<void> storePair(const KeyAndCertificate &pair, const QString &keyPath, const QString &certificatePath,
                       bool replace)
{
    if (Result<void> written = writePrivateFile(keyPath, pair.keyPem, replace); !written) return written;
    return writePublicFile(certificatePath, pair.certificatePem);
}

bool stillGood(const KeyAndCertificate &server, const KeyAndCertificate &ca, const Names &names, const QDateTime &now)
{
    const Result<CertificateFacts> facts = factsOf(server.certificatePem);
    if (!facts || facts->notBefore > now || now.daysTo(facts->notAfter) < renewalDays) return false;
    if (!isSignedBy(server.certificatePem, ca.certificatePem)) return false;
    for (const QString &name : names.hosts + names.addresses)
        if (!isGoodFor(server.certificatePem, name)) return false;
    return true;
}

Result<KeyAndCertificate> authorityIn(const Paths &paths, const QDateTime &now, bool &created)
{
    auto loaded = loadPair(paths.caKey, paths.ca);
    if (!loaded) return loaded.error();
    if (*loaded) return std::move(**loaded);
    auto made = makeAuthority(now);
    if (!made) return made;
    if (Result<void> stored = storePair(*made, paths.caKey, paths.ca, false); !stored) return stored.error();
    created = true;
    return made;
}

Result<KeyAndCertificate> serverIn(const Paths &paths, const KeyAndCertificate &ca, const Names &names,
                                   const QDateTime &now, bool &renewed)
{
    auto loaded = loadPair(paths.serverKey, paths.server);
    // The server's own pair is made anew from the authority: damage to it is no loss. An open key is still refused.
    if (!loaded && loaded.error().code != Errc::Corrupt) return loaded.error();
    if (loaded && *loaded && stillGood(**loaded, ca, names, now)) return std::move(**loaded);
    auto made = makeServerCertificate(ca, names.hosts, names.addresses, now);
    if (!made) return made;
    if (Result<void> stored = storePair(*made, paths.serverKey, paths.server, true); !stored) return stored.error();
    renewed = true;
    return made;
}

Result<Secret> logKeyIn(const Paths &paths, bool firstStart)
{
    Result<Secret> key = readPrivateFile(paths.logKey);
    if (key) {
        if (isLogKey(*key)) return key;
        return makeError(Errc::Corrupt,
                         QStringLiteral("%1 is no Ed25519 key. Restore it from a backup.").arg(paths.logKey),
                         paths.logKey);
    }
    if (key.error().code != Errc::NotFound) return key;
    if (!firstStart)
        return makeError(
            Errc::Corrupt,
            QStringLiteral("%1 is missing. Restore it from a backup: with another key, every console would "
                           "take the audit log for a forgery.")
                .arg(paths.logKey),
            paths.logKey);
    Result<Secret> made = makeLogKey();
    if (!made) return made;
    if (Result<void> stored = writePrivateFile(paths.logKey, *made); !stored) return stored.error();
    return made;
}

}  // namespace

Result<Identity> loadOrCreateIdentity(const QString &dir, const QStringList &hostNames, const QStringList &addresses,
                                      const Clock &clock)
{
    Result<Names> names = checkNames(hostNames, addresses);
    if (!names) return names.error();
    if (Result<void> ready = ensurePrivateDirectory(dir); !ready) return ready.error();
    const Paths paths(QDir(dir).absolutePath());
    const QDateTime now = clock.nowUtc();
    Identity identity;

    // The log key comes first: where there is no authority yet, a first start was perhaps cut short right after it.
    const bool firstStart = !QFile::exists(paths.ca) && !QFile::exists(paths.caKey);
    Result<Secret> logKey = logKeyIn(paths, firstStart);
    if (!logKey) return logKey.error();
    Result<KeyAndCertificate> ca = authorityIn(paths, now, identity.created);
    if (!ca) return ca.error();
    Result<KeyAndCertificate> server = serverIn(paths, *ca, *names, now, identity.renewed);
    if (!server) return server.error();
    const Result<CertificateFacts> facts = factsOf(server->certificatePem);
    if (!facts) return facts.error();

    identity.caPem = ca->certificatePem;
    identity.caFile = paths.ca;
    identity.certificateChainPem = server->certificatePem + ca->certificatePem;
    identity.serverKeyPem = std::move(server->keyPem);
    identity.logKeyPem = std::move(*logKey);
    identity.certificateExpires = facts->notAfter;
    identity.certificateSha256 = facts->sha256;
    identity.renewed = identity.renewed && !identity.created;
    return identity;
}

}  // namespace lw::server
