// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/clientidentity.h"

#include <QBuffer>

namespace lw::net {

namespace {

const auto fieldFile = QStringLiteral("file");

QString day(const QDateTime &instant)
{
    return instant.toUTC().toString(QStringLiteral("d MMM yyyy HH:mm 'UTC'"));
}

}  // namespace

Result<ClientIdentity> identityFromPkcs12(const QByteArray &file, const Secret &passphrase, const QDateTime &nowUtc)
{
    if (file.isEmpty())
        return makeError(Errc::InvalidInput, QStringLiteral("The file is empty. Choose a .p12 or .pfx file."),
                         fieldFile);
    if (file.size() > identityFileBytes)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The file is larger than %1 KiB, which no certificate with a key is. Choose a "
                                        ".p12 or .pfx file.")
                             .arg(identityFileBytes / 1024),
                         fieldFile);
    // PKCS#12 is DER: a sequence. Said first, because the library tells no wrong file from a wrong passphrase.
    if (static_cast<quint8>(file.at(0)) != 0x30)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The file is no PKCS#12 file. Choose a .p12 or .pfx file, which holds a "
                                        "certificate with its private key."),
                         fieldFile);
    QByteArray bytes = file;
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    ClientIdentity identity;
    QByteArray clear = passphrase.toByteArray();
    const bool read = QSslCertificate::importPkcs12(&device, &identity.key, &identity.leaf, &identity.chain, clear);
    wipe(clear);
    if (!read)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The file does not open with this passphrase. Type it again; if it is right, "
                                        "the file is damaged or encrypted in an outdated way: export it anew with "
                                        "AES."),
                         QStringLiteral("passphrase"));
    if (identity.isNull())
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The file holds no certificate with its private key. Export both together."),
                         fieldFile);
    identity.chain.removeAll(identity.leaf);
    if (identity.leaf.expiryDate() <= nowUtc)
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("The certificate ended on %1. Ask for a new one.").arg(day(identity.leaf.expiryDate())),
            fieldFile);
    if (identity.leaf.effectiveDate() > nowUtc)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The certificate is valid only from %1. Wait until then, or set this "
                                        "machine's clock right.")
                             .arg(day(identity.leaf.effectiveDate())),
                         fieldFile);
    return identity;
}

Secret toSecret(const ClientIdentity &identity)
{
    QByteArray pem = identity.key.toPem();
    pem += identity.leaf.toPem();
    for (const QSslCertificate &issuer : identity.chain)
        pem += issuer.toPem();
    Secret secret(pem);
    wipe(pem);
    return secret;
}

Result<ClientIdentity> identityFromSecret(const Secret &stored)
{
    QByteArray pem = stored.toByteArray();
    ClientIdentity identity;
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa})
        if (identity.key.isNull()) identity.key = QSslKey(pem, algorithm, QSsl::Pem, QSsl::PrivateKey);
    identity.chain = QSslCertificate::fromData(pem, QSsl::Pem);
    wipe(pem);
    if (!identity.chain.isEmpty()) identity.leaf = identity.chain.takeFirst();
    if (identity.isNull())
        return makeError(Errc::Corrupt,
                         QStringLiteral("The client certificate that was kept cannot be read. Choose its file again."));
    return identity;
}

}  // namespace lw::net
