// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/scriptedserver.h"

#include <QSslConfiguration>

namespace lw::test {

QByteArray SeenRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers)
        if (key.compare(name, Qt::CaseInsensitive) == 0) return value;
    return {};
}

ScriptedServer::ScriptedServer(const Identity &identity, const QList<QSslCertificate> &chain, Handler handler)
    : m_handler(std::move(handler))
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> all{identity.certificate};
    all.append(chain);
    tls.setLocalCertificateChain(all);
    tls.setPrivateKey(identity.key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accepted);
    if (!m_server.listen(QHostAddress::LocalHost, 0)) qFatal("no loopback port");
}

ScriptedServer::~ScriptedServer()
{
    m_server.disconnect(this);
    for (QSslSocket *socket : m_server.findChildren<QSslSocket *>()) {
        socket->disconnect(this);
        socket->abort();
    }
}

void ScriptedServer::accepted()
{
    while (QTcpSocket *next = m_server.nextPendingConnection()) {
        auto *socket = qobject_cast<QSslSocket *>(next);
        ++m_connections;
        connect(socket, &QIODevice::readyRead, this, [this, socket] { readFrom(socket); });
        connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0) readFrom(socket);
    }
}

void ScriptedServer::readFrom(QSslSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    const QByteArray bytes = socket->readAll();
    m_received += bytes.size();
    buffer.append(bytes);
    for (;;) {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0) return;
        SeenRequest request;
        QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            request.headers.emplaceBack(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (buffer.size() < end + 4 + length) return;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        m_seen.append(request);
        const QPointer<QSslSocket> alive(socket);
        m_handler(request, socket);
        if (!alive || !m_buffers.contains(socket)) return;
    }
}

QByteArray ScriptedServer::reply(int status, const QByteArray &body, const QByteArray &type,
                                 const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type + "\r\n" + moreHeaders +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

}  // namespace lw::test
