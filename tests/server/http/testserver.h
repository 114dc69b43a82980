// SPDX-License-Identifier: GPL-3.0-or-later
// A back end's transport in this process, with a certificate of its own, routes of the test, and its log lines kept.
#pragma once

#include "core/util/secret.h"
#include "server/http/httpserver.h"
#include "server/identity/certificates.h"

#include <QJsonObject>
#include <QList>
#include <QMutex>

namespace lw::test {

/// Knows two tokens, "good-token" and "must-change", and counts what it refused.
class FakeAuthenticator final : public server::Authenticator {
  public:
    Result<server::Principal> authenticate(const Secret &token, const server::Request &request) override;
    void denied(const server::Principal &, const server::Request &, Permission) override { ++deniedCount; }
    std::atomic<int> deniedCount = 0;
    Permissions permissions = {Permission::UsersRead};
};

class TestServer {
  public:
    TestServer();
    ~TestServer();

    /// A route without a session.
    void answer(const QByteArray &method, const QString &path,
                std::function<server::Response(const server::Request &)> handle);
    quint16 start();
    void stop(std::chrono::milliseconds grace = std::chrono::seconds(5)) { http->stop(grace); }

    QList<QJsonObject> logLines(const QString &message = {}) const;
    QByteArray rawLog() const;

    server::KeyAndCertificate authority;
    server::Router router;
    FakeAuthenticator authenticator;
    server::HttpConfig config;
    std::unique_ptr<server::HttpServer> http;
    quint16 port = 0;

  private:
    mutable QMutex m_mutex;
    QByteArray m_log;
    std::unique_ptr<server::Log> m_logger;
};

/// The shortest request of that method that a route answers.
QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &extraHeaders = {},
                   const QByteArray &body = {});

}  // namespace lw::test
