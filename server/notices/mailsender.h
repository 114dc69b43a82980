// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever takes a message to its recipient; SMTP in earnest, a script in tests.
#pragma once

#include <QByteArray>
#include <QString>

namespace lw::server {

struct SendResult {
    enum class Outcome {
        Sent,         ///< the mail server answers for it now
        Refused,      ///< this recipient, for good
        Later,        ///< this recipient, not now
        Unavailable,  ///< no mail server that takes anything at all: others need not be tried now
    };
    Outcome outcome = Outcome::Unavailable;
    QString detail;  ///< the server's or the library's words, printable, never a secret
};

class MailSender {
  public:
    virtual ~MailSender() = default;
    /// Blocks. Addresses and message as of mailmessage.h.
    virtual SendResult send(const QByteArray &from, const QByteArray &to, const QByteArray &message) = 0;
    /// From any thread: send() ends soon, with Unavailable, and so does every later one.
    virtual void cancel() = 0;
};

}  // namespace lw::server
