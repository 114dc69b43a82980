// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/endpoint.h"

namespace lw::net {

namespace {

Error badAddress(const QString &why)
{
    return makeError(Errc::InvalidInput, why, QStringLiteral("address"));
}

}  // namespace

Result<QUrl> parseBaseUrl(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return badAddress(
            QStringLiteral("The address is empty. Enter the back end's host name, for example pbx.example.com:8443."));
    const qsizetype schemeEnd = trimmed.indexOf(QLatin1String("://"));
    const QString scheme = schemeEnd < 0 ? QStringLiteral("https") : trimmed.left(schemeEnd).toLower();
    if (scheme == QLatin1String("http"))
        return badAddress(
            QStringLiteral("http:// would send passwords and logs unencrypted. Linewarden connects by https:// only."));
    if (scheme != QLatin1String("https"))
        return badAddress(QStringLiteral("%1:// is not supported. Linewarden connects by https:// only.").arg(scheme));

    const QString full = schemeEnd < 0 ? QStringLiteral("https://") + trimmed : trimmed;
    QUrl url(full, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return badAddress(
            QStringLiteral("\"%1\" is no address. Enter a host name or an IP address, with :port where it is not 443.")
                .arg(trimmed.left(200)));
    if (!url.userInfo().isEmpty())
        return badAddress(
            QStringLiteral("The address carries a user name or password. Leave it out; you are asked for both later."));
    if (url.hasQuery() || url.hasFragment())
        return badAddress(QStringLiteral("The address must end before \"?\" and \"#\"."));
    if (url.port() == 0)
        return badAddress(QStringLiteral("Port 0 cannot be connected to. Leave the port out or give the real one."));
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    if (path.contains(QLatin1String("//")) || path.contains(QLatin1String("/../")) ||
        path.endsWith(QLatin1String("/..")))
        return badAddress(QStringLiteral("The path of the address holds empty or \"..\" parts. Leave them out."));
    url.setScheme(QStringLiteral("https"));
    url.setPath(path, QUrl::StrictMode);
    if (url.port() == 443) url.setPort(-1);
    return url;
}

QString fingerprintText(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex(':').toUpper());
}

Result<QByteArray> parseFingerprint(const QString &text)
{
    QByteArray hex;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const bool digit = (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'f') || (u >= u'A' && u <= u'F');
        if (digit)
            hex.append(static_cast<char>(u));
        else if (u != u':' && u != u' ')
            hex.append('x');
    }
    if (hex.size() != 64 || hex.contains('x'))
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("A fingerprint is the SHA-256 of the certificate: 64 hexadecimal digits, colons allowed."),
            QStringLiteral("fingerprint"));
    return QByteArray::fromHex(hex);
}

}  // namespace lw::net
