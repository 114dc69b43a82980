// SPDX-License-Identifier: GPL-3.0-or-later
// A server whose TLS ends at a chosen version, by OpenSSL itself: Qt and the distribution's settings refuse to be that
// old.
#pragma once

#include "tests/core/net/testcertificates.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace lw::test {

class OldTlsServer : public QObject {
  public:
    OldTlsServer(const Identity &identity, int maxVersion)
    {
        m_context = SSL_CTX_new(TLS_server_method());
        SSL_CTX_set_security_level(m_context, 0);
        SSL_CTX_set_min_proto_version(m_context, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(m_context, maxVersion);
        SSL_CTX_set_cipher_list(m_context, "ALL:@SECLEVEL=0");
        const QByteArray certificatePem = identity.certificate.toPem();
        const QByteArray keyPem = identity.key.toPem();
        BIO *a = BIO_new_mem_buf(certificatePem.constData(), -1);
        BIO *b = BIO_new_mem_buf(keyPem.constData(), -1);
        X509 *certificate = PEM_read_bio_X509(a, nullptr, nullptr, nullptr);
        EVP_PKEY *key = PEM_read_bio_PrivateKey(b, nullptr, nullptr, nullptr);
        SSL_CTX_use_certificate(m_context, certificate);
        SSL_CTX_use_PrivateKey(m_context, key);
        X509_free(certificate);
        EVP_PKEY_free(key);
        BIO_free(a);
        BIO_free(b);
        connect(&m_server, &QTcpServer::newConnection, this, [this] { accepted(); });
        m_server.listen(QHostAddress::LocalHost, 0);
    }
    ~OldTlsServer() override { SSL_CTX_free(m_context); }

    quint16 port() const { return m_server.serverPort(); }
    int hellos() const { return m_hellos; }
    int handshakes() const { return m_handshakes; }

  private:
    void accepted()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        SSL *ssl = SSL_new(m_context);
        SSL_set_bio(ssl, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        SSL_set_accept_state(ssl);
        ++m_hellos;
        connect(socket, &QIODevice::readyRead, this, [this, socket, ssl] {
            const QByteArray in = socket->readAll();
            BIO_write(SSL_get_rbio(ssl), in.constData(), static_cast<int>(in.size()));
            ERR_clear_error();
            const int done = SSL_do_handshake(ssl);
            if (done == 1) ++m_handshakes;
            const bool failed = done != 1 && SSL_get_error(ssl, done) == SSL_ERROR_SSL;
            char out[8192];
            for (int n = 0; (n = BIO_read(SSL_get_wbio(ssl), out, sizeof out)) > 0;)
                socket->write(out, n);
            if (failed) socket->disconnectFromHost();
        });
        connect(socket, &QObject::destroyed, this, [ssl] { SSL_free(ssl); });
    }

    QTcpServer m_server;
    SSL_CTX *m_context = nullptr;
    int m_hellos = 0;
    int m_handshakes = 0;
};

}  // namespace lw::test
