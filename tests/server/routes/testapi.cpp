// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/routes/testapi.h"

#include <QJsonDocument>

namespace lw::server::test {

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString Answer::problem() const
{
    return json().value(QLatin1String("type")).toString().section(QLatin1Char(':'), -1);
}

TestApi::TestApi(SignIn::Limits signIn) : TestBackEnd(signIn), m_log(Log::Level::Error)
{
    addAllRoutes(router, *services);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const KeyAndCertificate authority = must(makeAuthority(now));
    const KeyAndCertificate own =
        must(makeServerCertificate(authority, {QStringLiteral("localhost")}, {QStringLiteral("127.0.0.1")}, now));
    HttpConfig config;
    config.tls = {own.certificatePem, own.keyPem};
    m_http = std::make_unique<HttpServer>(router, services->sessions, m_log);
    m_port = must(m_http->start(config));
}

TestApi::~TestApi()
{
    m_client.reset();
    m_http->stop(std::chrono::milliseconds(0));
}

Answer TestApi::call(const Call &call)
{
    QByteArray text = call.method + ' ' + call.target + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: test\r\n";
    if (!call.token.isEmpty()) text += "Authorization: Bearer " + call.token + "\r\n";
    text += call.headers;
    const bool carries = call.method == "POST" || call.method == "PUT" || call.method == "PATCH";
    if (carries && !call.headers.contains("Content-Type:")) text += "Content-Type: application/json\r\n";
    if (carries || !call.body.isEmpty()) text += "Content-Length: " + QByteArray::number(call.body.size()) + "\r\n";
    text += "\r\n" + call.body;
    // A kept connection may have ended meanwhile: then a new one, once.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (!m_client) {
            m_client = std::make_unique<lw::test::TlsClient>();
            if (!m_client->connect(m_port, m_options)) break;
        }
        const lw::test::Reply reply = m_client->ask(text, call.method == "HEAD");
        if (reply.complete && reply.headers.value("connection").toLower() != "close")
            return {reply.status, reply.headers, reply.body};
        const bool timedOut = m_client->timedOut();
        m_client.reset();
        if (reply.complete) return {reply.status, reply.headers, reply.body};
        if (timedOut) break;
    }
    return {};
}

Answer TestApi::get(const QByteArray &target, const QByteArray &token, const QByteArray &headers)
{
    return call({"GET", target, token, {}, headers});
}

Answer TestApi::post(const QByteArray &target, const QByteArray &token, const QJsonObject &body,
                     const QByteArray &idempotencyKey)
{
    const QByteArray headers = idempotencyKey.isEmpty() ? QByteArray() : "Idempotency-Key: " + idempotencyKey + "\r\n";
    return call({"POST", target, token, QJsonDocument(body).toJson(QJsonDocument::Compact), headers});
}

Answer TestApi::change(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                       const QJsonObject &body, const QByteArray &ifMatch)
{
    const QByteArray headers = ifMatch.isEmpty() ? QByteArray() : "If-Match: " + ifMatch + "\r\n";
    const QByteArray text = method == "DELETE" ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call({method, target, token, text, headers});
}

void TestApi::showCertificate(const KeyAndCertificate &certificate)
{
    m_options.certificatePem = certificate.certificatePem;
    m_options.keyPem = certificate.keyPem.toByteArray();
    m_client.reset();
}

QByteArray TestApi::token(const QString &customer, const QString &login)
{
    const SignIn::Outcome outcome = signIn(customer, login);
    return std::get<SignIn::Granted>(outcome).session.token.toByteArray();
}

}  // namespace lw::server::test
