// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/testserver.h"

#include <QJsonDocument>
#include <QMutexLocker>

namespace lw::test {

Result<server::Principal> FakeAuthenticator::authenticate(const Secret &token, const server::Request &)
{
    const QByteArray text = token.toByteArray();
    if (text != "good-token" && text != "must-change")
        return makeError(Errc::Unauthorized, QStringLiteral("The session has ended. Sign in again."));
    server::Principal principal;
    principal.userId = QStringLiteral("usr_1");
    principal.permissions = permissions;
    principal.mustChangePassword = text == "must-change";
    return principal;
}

TestServer::TestServer()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    authority = server::makeAuthority(now).value();
    auto own =
        server::makeServerCertificate(authority, {QStringLiteral("localhost")}, {QStringLiteral("127.0.0.1")}, now);
    config.tls.certificateChainPem = own->certificatePem;
    config.tls.privateKeyPem = own->keyPem;
    config.limits.connectionsPerAddress = config.limits.connections;
    m_logger = std::make_unique<server::Log>(server::Log::Level::Debug, [this](const QByteArray &line) {
        const QMutexLocker lock(&m_mutex);
        m_log += line;
    });
    answer("GET", QStringLiteral("/ping"), [](const server::Request &) { return server::text("pong"); });
    answer("POST", QStringLiteral("/echo"),
           [](const server::Request &r) { return server::text(QByteArray(r.body.constData(), r.body.size())); });
    http = std::make_unique<server::HttpServer>(router, authenticator, *m_logger);
}

TestServer::~TestServer()
{
    http->stop(std::chrono::milliseconds(0));
}

void TestServer::answer(const QByteArray &method, const QString &path,
                        std::function<server::Response(const server::Request &)> handle)
{
    server::Route route;
    route.method = method;
    route.pathTemplate = path;
    route.operationId = path;
    route.anonymous = true;
    route.handle = std::move(handle);
    router.add(route);
}

quint16 TestServer::start()
{
    const auto started = http->start(config);
    if (!started) qFatal("%s", qPrintable(started.error().message));
    port = *started;
    return port;
}

QByteArray TestServer::rawLog() const
{
    const QMutexLocker lock(&m_mutex);
    return QByteArray(m_log.constData(), m_log.size());
}

QList<QJsonObject> TestServer::logLines(const QString &message) const
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : rawLog().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty() && (message.isEmpty() || object.value(QLatin1String("msg")).toString() == message))
            lines.append(object);
    }
    return lines;
}

QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &extraHeaders,
                   const QByteArray &body)
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + extraHeaders;
    if (!body.isEmpty()) text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

}  // namespace lw::test
