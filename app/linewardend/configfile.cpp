// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardend/configfile.h"

#include "core/protocol/jsonreader.h"
#include "server/identity/privatefile.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace lw::app {

namespace {

constexpr qint64 mostBytes = 64 * 1024;

using protocol::JsonReader;
using Need = JsonReader::Need;

Error unknownMember(const QString &name)
{
    return makeError(Errc::InvalidInput,
                     QStringLiteral("The config file has a member “%1” that this version does not know. Correct its "
                                    "name or remove it.")
                         .arg(name),
                     name);
}

/// JsonReader takes what it knows; in a config file a name that nobody knows is a mistake that must be told.
Result<void> onlyKnown(const QJsonObject &object, const QString &prefix, const QStringList &known)
{
    for (const QString &name : object.keys())
        if (!known.contains(name)) return unknownMember(prefix + name);
    return {};
}

void readText(JsonReader &reader, const char *name, QString &into, int most = 4096)
{
    const QString value = reader.text(QLatin1String(name), most, Need::Optional);
    if (reader.has(QLatin1String(name))) into = value;
}

template <typename Int>
void readNumber(JsonReader &reader, const char *name, Int &into, qint64 least, qint64 most)
{
    const qint64 value = reader.integer(QLatin1String(name), least, most, Need::Optional);
    if (reader.has(QLatin1String(name))) into = static_cast<Int>(value);
}

void readSeconds(JsonReader &reader, const char *name, std::chrono::milliseconds &into)
{
    qint64 seconds = into.count() / 1000;
    readNumber(reader, name, seconds, 1, 3600);
    into = std::chrono::seconds(seconds);
}

const QStringList &topNames()
{
    static const QStringList names{QStringLiteral("data"),
                                   QStringLiteral("listen"),
                                   QStringLiteral("hostNames"),
                                   QStringLiteral("backEndName"),
                                   QStringLiteral("customerName"),
                                   QStringLiteral("customerSlug"),
                                   QStringLiteral("customerTimeZone"),
                                   QStringLiteral("logLevel"),
                                   QStringLiteral("ioThreads"),
                                   QStringLiteral("workers"),
                                   QStringLiteral("trustedProxies"),
                                   QStringLiteral("limits"),
                                   QStringLiteral("sessions"),
                                   QStringLiteral("passwords"),
                                   QStringLiteral("signIn"),
                                   QStringLiteral("smtp")};
    return names;
}

void readLimits(JsonReader reader, server::HttpLimits &limits)
{
    readNumber(reader, "headBytes", limits.headBytes, 1024, 1024 * 1024);
    readNumber(reader, "bodyBytes", limits.bodyBytes, 1024, 64 * 1024 * 1024);
    readNumber(reader, "headerFields", limits.headerFields, 8, 1000);
    readSeconds(reader, "handshakeSeconds", limits.handshake);
    readSeconds(reader, "headSeconds", limits.head);
    readSeconds(reader, "bodySeconds", limits.body);
    readSeconds(reader, "idleSeconds", limits.idle);
    readSeconds(reader, "writeSeconds", limits.write);
    readNumber(reader, "connections", limits.connections, 1, 100'000);
    readNumber(reader, "connectionsPerAddress", limits.connectionsPerAddress, 1, 100'000);
}

const QStringList limitNames{QStringLiteral("headBytes"),    QStringLiteral("bodyBytes"),
                             QStringLiteral("headerFields"), QStringLiteral("handshakeSeconds"),
                             QStringLiteral("headSeconds"),  QStringLiteral("bodySeconds"),
                             QStringLiteral("idleSeconds"),  QStringLiteral("writeSeconds"),
                             QStringLiteral("connections"),  QStringLiteral("connectionsPerAddress")};

const QStringList smtpNames{QStringLiteral("host"),  QStringLiteral("port"),         QStringLiteral("tls"),
                            QStringLiteral("user"),  QStringLiteral("passwordFile"), QStringLiteral("from"),
                            QStringLiteral("caFile")};

/// Whatever of a mail server the file says; `passwordFile` is read later.
void readSmtp(JsonReader reader, server::SmtpSettings &smtp, QString &passwordFile)
{
    readText(reader, "host", smtp.host, 253);
    readNumber(reader, "port", smtp.port, 1, 65'535);
    readText(reader, "user", smtp.user, 256);
    readText(reader, "from", smtp.from, 254);
    readText(reader, "caFile", smtp.caFile);
    readText(reader, "passwordFile", passwordFile);
    QString tls;
    readText(reader, "tls", tls, 16);
    if (tls.isEmpty()) return;
    const auto known = server::smtpTlsFromName(tls);
    if (!known) reader.refuse(QLatin1String("tls"), QStringLiteral("must be starttls, tls or none"));
    smtp.tls = known.value_or(smtp.tls);
}

Result<void> checkNames(const QJsonObject &root)
{
    if (auto known = onlyKnown(root, {}, topNames()); !known) return known;
    const auto part = [&root](const char *name) { return root.value(QLatin1String(name)).toObject(); };
    if (auto known = onlyKnown(part("limits"), QStringLiteral("limits."), limitNames); !known) return known;
    if (auto known = onlyKnown(part("sessions"), QStringLiteral("sessions."),
                               {QStringLiteral("idleSeconds"), QStringLiteral("absoluteSeconds")});
        !known)
        return known;
    if (auto known = onlyKnown(part("passwords"), QStringLiteral("passwords."),
                               {QStringLiteral("argon2Passes"), QStringLiteral("argon2MemoryKiB")});
        !known)
        return known;
    if (auto known = onlyKnown(part("smtp"), QStringLiteral("smtp."), smtpNames); !known) return known;
    return onlyKnown(part("signIn"), QStringLiteral("signIn."),
                     {QStringLiteral("attemptsPerAddress"), QStringLiteral("windowSeconds")});
}

}  // namespace

Result<void> applyConfig(DaemonConfig &config, QByteArrayView json)
{
    JsonReader reader = JsonReader::parse(json, mostBytes, Errc::InvalidInput);
    if (!reader.ok()) return reader.error();
    const QJsonObject root = QJsonDocument::fromJson(json.toByteArray()).object();
    if (auto names = checkNames(root); !names) return names;

    DaemonConfig next = config;
    readText(reader, "data", next.dataDir);
    readText(reader, "backEndName", next.backEndName, 200);
    readText(reader, "customerName", next.customerName, 256);
    readText(reader, "customerSlug", next.customerSlug, 64);
    readText(reader, "customerTimeZone", next.customerTimeZone, 64);
    readNumber(reader, "ioThreads", next.ioThreads, 1, 64);
    readNumber(reader, "workers", next.workers, 1, 256);
    if (reader.has(QLatin1String("hostNames"))) next.hostNames = reader.texts(QLatin1String("hostNames"), 100, 253);
    if (const auto limits = reader.optionalObject(QLatin1String("limits"))) readLimits(*limits, next.limits);
    if (auto sessions = reader.optionalObject(QLatin1String("sessions"))) {
        readNumber(*sessions, "idleSeconds", next.sessions.idleSeconds, 60, 86'400);
        readNumber(*sessions, "absoluteSeconds", next.sessions.absoluteSeconds, 60, 30 * 86'400);
    }
    if (auto passwords = reader.optionalObject(QLatin1String("passwords"))) {
        readNumber(*passwords, "argon2Passes", next.passwordCost.passes, 1, 16);
        size_t kib = next.passwordCost.memoryBytes / 1024;
        readNumber(*passwords, "argon2MemoryKiB", kib, 8, 1024 * 1024);
        next.passwordCost.memoryBytes = kib * 1024;
    }
    if (auto signIn = reader.optionalObject(QLatin1String("signIn"))) {
        readNumber(*signIn, "attemptsPerAddress", next.signIn.perWindow, 1, 100'000);
        readNumber(*signIn, "windowSeconds", next.signIn.windowSeconds, 1, 86'400);
    }
    QString passwordFile;
    if (const auto smtp = reader.optionalObject(QLatin1String("smtp"))) readSmtp(*smtp, next.smtp, passwordFile);
    QString level, listen;
    readText(reader, "logLevel", level, 16);
    if (!level.isEmpty() && !server::Log::levelFromName(level, next.logLevel))
        reader.refuse(QLatin1String("logLevel"), QStringLiteral("must be debug, info, warning or error"));
    readText(reader, "listen", listen, 64);
    QStringList proxies;
    if (reader.has(QLatin1String("trustedProxies"))) proxies = reader.texts(QLatin1String("trustedProxies"), 100, 64);
    if (!reader.ok()) return reader.error();
    if (!listen.isEmpty())
        if (auto applied = applyListen(next, listen); !applied) return applied;
    if (reader.has(QLatin1String("trustedProxies")))
        if (auto applied = applyTrustedProxies(next, proxies); !applied) return applied;
    if (!passwordFile.isEmpty())
        if (auto applied = applySmtpPassword(next, passwordFile); !applied) return applied;
    config = std::move(next);
    return {};
}

Result<void> applySmtpPassword(DaemonConfig &config, const QString &path)
{
    const auto refused = [](const QString &what) {
        return makeError(Errc::InvalidInput, what, QStringLiteral("smtp.passwordFile"));
    };
    const Result<Secret> content = server::readPrivateFile(path);
    if (!content) return refused(content.error().message);
    const char *begin = content->constData();
    const char *end = std::find_if(begin, begin + content->size(), [](char c) { return c == '\n' || c == '\r'; });
    // libcurl takes it as a C string, which would end at a NUL.
    if (begin == end || std::find(begin, end, '\0') != end)
        return refused(QStringLiteral("%1 does not hold a password in its first line.").arg(path));
    config.smtp.password = toSecret(QByteArrayView(begin, end));
    return {};
}

Result<void> applyConfigFile(DaemonConfig &config, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return makeError(Errc::Io,
                         QStringLiteral("The config file %1 cannot be read: %2.").arg(path, file.errorString()),
                         QStringLiteral("config"));
    const QByteArray json = file.read(mostBytes + 1);
    auto applied = applyConfig(config, json);
    if (applied) return applied;
    return makeError(applied.error().code, path + QStringLiteral(": ") + applied.error().message,
                     applied.error().field);
}

Result<void> applyListen(DaemonConfig &config, const QString &text)
{
    const auto refused = [&text] {
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("“%1” is not an address to listen on. Write it as 127.0.0.1:8443 or [::1]:8443; "
                           "port 0 lets the system choose.")
                .arg(text),
            QStringLiteral("listen"));
    };
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    if (colon < 0) return refused();
    QString host = text.left(colon);
    if (host.isEmpty()) host = QStringLiteral("0.0.0.0");
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'))) host = host.mid(1, host.size() - 2);
    bool number = false;
    const ushort port = text.mid(colon + 1).toUShort(&number);
    if (!number || QHostAddress(host).isNull()) return refused();
    config.listenAddress = host;
    config.listenPort = port;
    return {};
}

Result<void> applyTrustedProxies(DaemonConfig &config, const QStringList &networks)
{
    QList<policy::Network> trusted;
    for (const QString &text : networks) {
        const auto network = policy::parseNetwork(text);
        const bool everybody = network && network->prefix == (network->isIpv4() ? 96 : 0);
        if (!network || everybody)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("“%1” is not the network of a proxy. Write it as 10.0.0.5, 10.0.0.0/24 or "
                                            "fd00::/64; everybody cannot be trusted.")
                                 .arg(text),
                             QStringLiteral("trustedProxies"));
        trusted.append(*network);
    }
    config.trustedProxies = trusted;
    return {};
}

Result<void> checkConfig(const DaemonConfig &config)
{
    if (config.dataDir.isEmpty())
        return makeError(Errc::InvalidInput,
                         QStringLiteral("Say where the data lies: --data DIR, or “data” in the config file."),
                         QStringLiteral("data"));
    static const QRegularExpression name(QStringLiteral("^(?!-)[A-Za-z0-9-]{1,63}(\\.(?!-)[A-Za-z0-9-]{1,63})*$"));
    for (const QString &host : config.hostNames)
        if (!name.match(host).hasMatch())
            return makeError(Errc::InvalidInput, QStringLiteral("“%1” is not a host name.").arg(host),
                             QStringLiteral("hostNames"));
    if (config.sessions.absoluteSeconds < config.sessions.idleSeconds)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("A session's absolute end must not come before its idle end."),
                         QStringLiteral("sessions.absoluteSeconds"));
    if (const auto mail = server::checkSmtp(config.smtp); !mail)
        return makeError(mail.error().code, mail.error().message, QStringLiteral("smtp.") + mail.error().field);
    return {};
}

}  // namespace lw::app
