// SPDX-License-Identifier: GPL-3.0-or-later
// The real back end in this process: store, services, routes, TLS listener; and a client that speaks to it.
#pragma once

#include "server/http/httpserver.h"
#include "server/identity/certificates.h"
#include "server/routes/allroutes.h"
#include "tests/server/auth/testbackend.h"
#include "tests/server/http/tlsclient.h"

#include <QJsonObject>

namespace lw::server::test {

struct Answer {
    int status = 0;
    QHash<QByteArray, QByteArray> headers;  ///< names in lower case
    QByteArray body;

    QJsonObject json() const;
    /// The last word of a problem's type.
    QString problem() const;
    QString field() const { return json().value(QLatin1String("field")).toString(); }
};

class TestApi : public TestBackEnd {
  public:
    explicit TestApi(SignIn::Limits signIn = {1'000'000, 60});
    ~TestApi();

    struct Call {
        QByteArray method = "GET";
        QByteArray target;
        QByteArray token;
        QByteArray body;
        QByteArray headers;  ///< lines, each with CRLF; with a Content-Type unless the body is JSON
    };
    Answer call(const Call &call);
    Answer get(const QByteArray &target, const QByteArray &token, const QByteArray &headers = {});
    Answer post(const QByteArray &target, const QByteArray &token, const QJsonObject &body,
                const QByteArray &idempotencyKey = {});
    /// PUT, PATCH or DELETE; without If-Match when `ifMatch` is empty.
    Answer change(const QByteArray &method, const QByteArray &target, const QByteArray &token, const QJsonObject &body,
                  const QByteArray &ifMatch = {});

    /// From now on the client's connections show this certificate; an empty one: none.
    void showCertificate(const KeyAndCertificate &certificate);

    /// For a client of the test's own.
    quint16 port() const { return m_port; }

    /// The token of a new session with goodPassword.
    QByteArray token(const QString &customer, const QString &login);

    Router router;

  private:
    Log m_log;
    std::unique_ptr<HttpServer> m_http;
    quint16 m_port = 0;
    lw::test::TlsClient::Options m_options;
    std::unique_ptr<lw::test::TlsClient> m_client;
};

}  // namespace lw::server::test
