// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a back end: defaults, then the config file, then the command line.
#pragma once

#include "core/policy/network.h"
#include "core/policy/sessionexpiry.h"
#include "core/util/result.h"
#include "server/auth/passwordhasher.h"
#include "server/auth/signin.h"
#include "server/http/config.h"
#include "server/http/log.h"
#include "server/notices/smtpsender.h"

#include <QStringList>

namespace lw::app {

struct DaemonConfig {
    QString dataDir;  ///< absolute
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 listenPort = 8443;                            ///< 0: the system chooses
    QStringList hostNames;                                ///< names in the server certificate besides localhost
    QString backEndName;                                  ///< part of every log's origin; empty: the first host name
    QString customerName = QStringLiteral("My company");  ///< of the customer that the first start makes
    QString customerSlug = QStringLiteral("main");
    QString customerTimeZone = QStringLiteral("UTC");
    server::HttpLimits limits;
    QList<policy::Network> trustedProxies;  ///< reverse proxies whose X-Forwarded-For is believed
    int ioThreads = 2;
    int workers = 4;
    server::PasswordHasher::Cost passwordCost;
    policy::SessionLimits sessions;
    server::SignIn::Limits signIn;
    server::SmtpSettings smtp;  ///< no host: no mail is sent
    server::Log::Level logLevel = server::Log::Level::Info;
};

/// Changes what the file names. JSON, at most 64 KiB; every member is optional, an unknown one is refused by name.
/// Errc::InvalidInput names the member, Errc::Io the file.
Result<void> applyConfigFile(DaemonConfig &config, const QString &path);
Result<void> applyConfig(DaemonConfig &config, QByteArrayView json);

/// "127.0.0.1:8443", "[::1]:0", ":8443" (every interface is 0.0.0.0). Errc::InvalidInput, field "listen".
Result<void> applyListen(DaemonConfig &config, const QString &text);

/// Networks or single addresses of reverse proxies; replaces what was set. Errc::InvalidInput, field "trustedProxies":
/// no network, or one that holds every address.
Result<void> applyTrustedProxies(DaemonConfig &config, const QStringList &networks);

/// The mail server's password, from the first line of a file that only its owner can read. Errc::InvalidInput
/// with field "smtp.passwordFile".
Result<void> applySmtpPassword(DaemonConfig &config, const QString &path);

/// What cannot be right whoever said it: no data folder, host names that are none.
Result<void> checkConfig(const DaemonConfig &config);

}  // namespace lw::app
