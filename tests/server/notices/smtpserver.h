// SPDX-License-Identifier: GPL-3.0-or-later
// A mail server for tests: real SMTP (RFC 5321) over a real socket on 127.0.0.1, with STARTTLS, TLS from the first byte
// and AUTH PLAIN, and with every way in which a server says no.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace lw::server::test {

class SmtpServer {
  public:
    struct Manners {
        bool startTls = false;  ///< offers it, with the certificate below
        bool tlsFromTheStart = false;
        bool breakStartTls = false;  ///< says 454 when it is asked for
        QByteArray greeting = "220 test.example ESMTP";
        QByteArray answerToMail = "250 2.1.0 fine";
        QMap<QByteArray, QByteArray> answerToRecipient;  ///< "250 2.1.5 fine" for those it does not name
        QByteArray answerToData = "354 go on";
        QByteArray answerToMessage = "250 2.0.0 taken";
        bool hangUpAfterMessage = false;  ///< before the answer
        bool silent = false;              ///< accepts the connection and says nothing
        QByteArray password;              ///< AUTH PLAIN for "mailer" is offered and needed when not empty
        QByteArray certificatePem;        ///< of TLS
        QByteArray keyPem;
    };
    struct Mail {
        QByteArray from;
        QByteArray to;
        QByteArray data;  ///< with dots unstuffed
        bool encrypted = false;
    };

    explicit SmtpServer(Manners manners);
    ~SmtpServer();

    quint16 port() const { return m_port; }
    void setManners(Manners manners);
    QList<Mail> mails() const;
    /// Commands of every conversation, first words only.
    QStringList commands() const;
    int conversations() const { return m_conversations; }

  private:
    struct Listener;
    struct Conversation;
    void serve();
    Manners manners() const;
    void note(const QByteArray &command);
    void keep(Mail mail);

    mutable std::mutex m_mutex;
    Manners m_manners;
    QList<Mail> m_mails;
    QStringList m_commands;
    std::atomic<int> m_conversations{0};
    std::atomic<bool> m_stop{false};
    quint16 m_port = 0;
    std::unique_ptr<Listener> m_listener;
    std::thread m_thread;
};

}  // namespace lw::server::test
