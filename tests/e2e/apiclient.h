// SPDX-License-Identifier: GPL-3.0-or-later
// A client of a running linewardend that sends exactly what a test says, and the first steps that tests of a fresh back
// end share.
#pragma once

#include "tests/e2e/programs.h"
#include "tests/server/http/tlsclient.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <atomic>
#include <memory>

namespace lw::test {

struct ApiAnswer {
    int status = 0;  ///< 0: none came
    QByteArray body;
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString text(const char *member) const { return json().value(QLatin1String(member)).toString(); }
};

class ApiClient {
  public:
    explicit ApiClient(quint16 port) : m_port(port) {}

    static QByteArray requestText(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                                  const QByteArray &body = {})
    {
        QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: test\r\n";
        if (!token.isEmpty()) text += "Authorization: Bearer " + token + "\r\n";
        static std::atomic<int> count = 0;
        if (method == "POST") text += "Idempotency-Key: key-" + QByteArray::number(++count) + "\r\n";
        if (method == "PATCH" || method == "PUT") text += "If-Match: *\r\n";
        if (method == "GET" || method == "DELETE") return text + "\r\n";
        return text + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
               "\r\n\r\n" + body;
    }

    ApiAnswer call(const QByteArray &method, const QByteArray &target, const QByteArray &token = {},
                   const QJsonObject &body = {})
    {
        const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
        const QByteArray text = requestText(method, target, token, json);
        // A kept connection may have ended meanwhile: then a new one, once.
        for (int attempt = 0; attempt < 2; ++attempt) {
            if (!m_client) {
                m_client = std::make_unique<TlsClient>();
                if (!m_client->connect(m_port)) break;
            }
            const Reply reply = m_client->ask(text);
            if (reply.complete) return {reply.status, reply.body};
            m_client.reset();
        }
        m_client.reset();
        return {};
    }

    ApiAnswer signIn(const QString &login, const QString &password)
    {
        return call("POST", "/v1/session", {},
                    {{QStringLiteral("customer"), QStringLiteral("acme")},
                     {QStringLiteral("login"), login},
                     {QStringLiteral("password"), password}});
    }

    /// A session of somebody who has a one-time password, after it was changed; empty when anything was refused.
    QByteArray firstSignIn(const QString &login, const QString &oneTime, const QString &password)
    {
        const QByteArray token = signIn(login, oneTime).text("token").toLatin1();
        const ApiAnswer changed = call("POST", "/v1/me/password", token,
                                       {{QStringLiteral("current"), oneTime}, {QStringLiteral("next"), password}});
        return changed.status == 204 ? token : QByteArray();
    }

  private:
    quint16 m_port;
    std::unique_ptr<TlsClient> m_client;
};

/// A back end with a customer "acme" whose passwords cost little.
class FreshBackEnd {
  public:
    FreshBackEnd()
    {
        programs.write(QStringLiteral("config.json"),
                       R"({"passwords": {"argon2Passes": 1, "argon2MemoryKiB": 64}, "customerSlug": "acme"})");
    }

    /// Before start(): notices go to a mail server on this machine.
    void sendMailTo(quint16 port)
    {
        const QJsonObject config{
            {QStringLiteral("passwords"),
             QJsonObject{{QStringLiteral("argon2Passes"), 1}, {QStringLiteral("argon2MemoryKiB"), 64}}},
            {QStringLiteral("customerSlug"), QStringLiteral("acme")},
            {QStringLiteral("smtp"), QJsonObject{{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                                 {QStringLiteral("port"), port},
                                                 {QStringLiteral("tls"), QStringLiteral("none")},
                                                 {QStringLiteral("from"), QStringLiteral("linewarden@acme.example")}}}};
        programs.write(QStringLiteral("config.json"), QJsonDocument(config).toJson());
    }

    bool start()
    {
        m_process = std::make_unique<BackEnd>();
        if (!m_process->start(programs, {QStringLiteral("--config"), programs.path(QStringLiteral("config.json"))}))
            return false;
        m_api = std::make_unique<ApiClient>(port());
        return true;
    }

    /// SIGKILL, or what the system has for it.
    void kill() { m_process.reset(); }

    /// Of its ready file: "url", "fingerprint", …
    QString fact(const char *name) const { return m_process->value(name); }
    quint16 port() const { return static_cast<quint16>(m_process->number("port")); }
    ApiClient &api() { return *m_api; }

    /// The owner's session, after the first start.
    QByteArray ownerToken()
    {
        static const QRegularExpression oneTime(QStringLiteral("^    (\\S+)$"), QRegularExpression::MultilineOption);
        const auto match = oneTime.match(QString::fromUtf8(m_process->output()));
        return m_api->firstSignIn(QStringLiteral("owner"), match.captured(1), ownerPassword());
    }
    static QString ownerPassword() { return QStringLiteral("violet-harbour-lantern-9"); }

    Programs programs;

  private:
    std::unique_ptr<BackEnd> m_process;
    std::unique_ptr<ApiClient> m_api;
};

}  // namespace lw::test
