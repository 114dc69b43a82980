// SPDX-License-Identifier: GPL-3.0-or-later
// A TLS server on loopback that answers exactly what a test says, byte for byte, or not at all.
#pragma once

#include "tests/core/net/testcertificates.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslServer>
#include <QSslSocket>

#include <functional>

namespace lw::test {

struct SeenRequest {
    QByteArray method, target, body;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray header(const QByteArray &name) const;
};

class ScriptedServer : public QObject {
    Q_OBJECT
  public:
    using Handler = std::function<void(const SeenRequest &, QSslSocket *)>;

    ScriptedServer(const Identity &identity, const QList<QSslCertificate> &chain, Handler handler);
    ~ScriptedServer() override;

    quint16 port() const { return m_server.serverPort(); }
    const QList<SeenRequest> &seen() const { return m_seen; }
    /// Bytes of application data that any client ever sent.
    qint64 received() const { return m_received; }
    int connections() const { return m_connections; }
    void setHandler(Handler handler) { m_handler = std::move(handler); }

    /// "HTTP/1.1 STATUS …" with Content-Length.
    static QByteArray reply(int status, const QByteArray &body, const QByteArray &type = "application/json",
                            const QByteArray &moreHeaders = {});

  private:
    void accepted();
    void readFrom(QSslSocket *socket);

    QSslServer m_server;
    Handler m_handler;
    QList<SeenRequest> m_seen;
    QHash<QSslSocket *, QByteArray> m_buffers;
    qint64 m_received = 0;
    int m_connections = 0;
};

}  // namespace lw::test
