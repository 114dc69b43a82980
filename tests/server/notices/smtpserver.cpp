// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/notices/smtpserver.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>

#include <optional>

namespace lw::server::test {

namespace asio = boost::asio;
using asio::ip::tcp;

struct SmtpServer::Listener {
    asio::io_context context;
    tcp::acceptor acceptor{context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)};
};

/// One client, from greeting to goodbye, in the server's thread.
struct SmtpServer::Conversation {
    SmtpServer &server;
    const Manners manners;
    asio::ssl::context tlsContext{asio::ssl::context::tls_server};
    asio::ssl::stream<tcp::socket> stream;
    bool encrypted = false;
    bool signedIn = false;
    std::string pending{};

    Conversation(SmtpServer &owner, tcp::socket socket)
        : server(owner), manners(owner.manners()), stream(useCertificate(), tlsContext)
    {
        stream.next_layer() = std::move(socket);
    }

    tcp::socket useCertificate()
    {
        if (!manners.certificatePem.isEmpty()) {
            tlsContext.use_certificate_chain(
                asio::buffer(manners.certificatePem.constData(), size_t(manners.certificatePem.size())));
            tlsContext.use_private_key(asio::buffer(manners.keyPem.constData(), size_t(manners.keyPem.size())),
                                       asio::ssl::context::pem);
        }
        return tcp::socket(server.m_listener->context);
    }

    void say(const QByteArray &line)
    {
        const QByteArray whole = line + "\r\n";
        const auto buffer = asio::buffer(whole.constData(), size_t(whole.size()));
        if (encrypted)
            asio::write(stream, buffer);
        else
            asio::write(stream.next_layer(), buffer);
    }

    QByteArray line()
    {
        const auto buffer = asio::dynamic_buffer(pending);
        const size_t length = encrypted ? asio::read_until(stream, buffer, "\r\n")
                                        : asio::read_until(stream.next_layer(), buffer, "\r\n");
        const QByteArray text(pending.data(), qsizetype(length) - 2);
        pending.erase(0, length);
        return text;
    }

    void encrypt()
    {
        stream.handshake(asio::ssl::stream_base::server);
        encrypted = true;
    }

    void greet()
    {
        QByteArrayList offers{"250-test.example"};
        if (manners.startTls && !encrypted) offers.append("250-STARTTLS");
        if (!manners.password.isEmpty()) offers.append("250-AUTH PLAIN");
        offers.append("250 8BITMIME");
        for (const QByteArray &offer : offers)
            say(offer);
    }

    void signIn(const QByteArray &argument)
    {
        QByteArray initial = argument.mid(argument.indexOf(' ') + 1).trimmed();
        if (!argument.contains(' ')) {
            say("334 ");
            initial = line();
        }
        const QByteArray wanted = QByteArray("\0mailer\0", 8) + manners.password;
        signedIn = QByteArray::fromBase64(initial) == wanted;
        say(signedIn ? "235 2.7.0 welcome" : "535 5.7.8 no");
    }

    /// False: the conversation ends.
    bool takeMessage(Mail &mail)
    {
        say(manners.answerToData);
        if (!manners.answerToData.startsWith("354")) return true;
        for (QByteArray text = line(); text != "."; text = line())
            mail.data += (text.startsWith('.') ? text.mid(1) : text) + "\r\n";
        mail.encrypted = encrypted;
        if (manners.answerToMessage.startsWith("250")) server.keep(mail);
        if (manners.hangUpAfterMessage) return false;
        say(manners.answerToMessage);
        return true;
    }

    void run()
    {
        if (manners.silent) {
            std::array<char, 1> byte{};
            stream.next_layer().read_some(asio::buffer(byte));
            return;
        }
        if (manners.tlsFromTheStart) encrypt();
        say(manners.greeting);
        Mail mail;
        for (;;) {
            const QByteArray command = line();
            server.note(command);
            const QByteArray verb = command.left(4).toUpper();
            const QByteArray argument = command.mid(command.indexOf(':') + 1).trimmed();
            if (verb == "EHLO") {
                greet();
            } else if (verb == "STAR") {
                say(manners.breakStartTls ? "454 4.7.0 not now" : "220 go on");
                if (!manners.breakStartTls) encrypt();
            } else if (verb == "AUTH") {
                signIn(command.mid(5));
            } else if (verb == "MAIL") {
                mail = Mail{argument.left(argument.indexOf('>') + 1), {}, {}, false};
                say(!manners.password.isEmpty() && !signedIn ? QByteArray("530 5.7.0 sign in first")
                                                             : manners.answerToMail);
            } else if (verb == "RCPT") {
                mail.to = argument;
                say(manners.answerToRecipient.value(argument, "250 2.1.5 fine"));
            } else if (verb == "DATA") {
                if (!takeMessage(mail)) return;
            } else if (verb == "QUIT") {
                say("221 2.0.0 bye");
                return;
            } else {
                say("502 5.5.1 what?");
            }
        }
    }
};

SmtpServer::SmtpServer(Manners manners) : m_manners(std::move(manners)), m_listener(std::make_unique<Listener>())
{
    m_port = m_listener->acceptor.local_endpoint().port();
    m_thread = std::thread([this] { serve(); });
}

SmtpServer::~SmtpServer()
{
    m_stop = true;
    // Wakes the thread, which waits for a client.
    boost::system::error_code ignored;
    tcp::socket(m_listener->context).connect(tcp::endpoint(asio::ip::address_v4::loopback(), m_port), ignored);
    m_thread.join();
}

void SmtpServer::serve()
{
    for (;;) {
        boost::system::error_code failed;
        tcp::socket socket(m_listener->context);
        m_listener->acceptor.accept(socket, failed);
        if (failed || m_stop) return;
        ++m_conversations;
        try {
            Conversation(*this, std::move(socket)).run();
        } catch (const std::exception &) {
            // The client hung up, or did not trust us: what the tests look at is what came before.
        }
    }
}

SmtpServer::Manners SmtpServer::manners() const
{
    const std::lock_guard lock(m_mutex);
    return m_manners;
}

void SmtpServer::setManners(Manners manners)
{
    const std::lock_guard lock(m_mutex);
    m_manners = std::move(manners);
}

QList<SmtpServer::Mail> SmtpServer::mails() const
{
    const std::lock_guard lock(m_mutex);
    return m_mails;
}

QStringList SmtpServer::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

void SmtpServer::note(const QByteArray &command)
{
    const std::lock_guard lock(m_mutex);
    m_commands.append(QString::fromLatin1(command.left(4).toUpper()));
}

void SmtpServer::keep(Mail mail)
{
    const std::lock_guard lock(m_mutex);
    m_mails.append(std::move(mail));
}

}  // namespace lw::server::test
