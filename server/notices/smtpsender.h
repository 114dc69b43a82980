// SPDX-License-Identifier: GPL-3.0-or-later
// Mail over SMTP, by libcurl. The connection is encrypted and the server's certificate verified, or nothing is sent;
// only a server on this very machine may be spoken to in the clear.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"
#include "server/notices/mailsender.h"

#include <atomic>

namespace lw::server {

struct SmtpSettings {
    enum class Tls {
        StartTls,  ///< must be offered, or nothing is sent
        Tls,       ///< from the first byte
        None       ///< loopback only
    };
    QString host;      ///< empty: no mail is sent
    quint16 port = 0;  ///< 0: 587 with STARTTLS, 465 with TLS, 25 without
    Tls tls = Tls::StartTls;
    QString user;  ///< empty: no sign-in
    Secret password;
    QString from;    ///< address
    QString caFile;  ///< PEM with the authorities to believe; empty: the system's
    int connectSeconds = 20;
    int totalSeconds = 60;
};

/// "starttls", "tls", "none".
std::optional<SmtpSettings::Tls> smtpTlsFromName(QStringView name);

/// Errc::InvalidInput with the field "host", "port", "tls", "user" or "from". A host that is empty is fine.
Result<void> checkSmtp(const SmtpSettings &settings);

class SmtpSender final : public MailSender {
  public:
    /// Settings that checkSmtp() found right.
    explicit SmtpSender(SmtpSettings settings);

    SendResult send(const QByteArray &from, const QByteArray &to, const QByteArray &message) override;
    void cancel() override { m_cancelled = true; }

  private:
    struct Dialogue;
    const SmtpSettings m_settings;
    std::atomic<bool> m_cancelled{false};
};

}  // namespace lw::server
