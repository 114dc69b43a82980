// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/probe.h"

#include "core/net/certificates.h"

#include <QSslCipher>
#include <QSslSocket>
#include <QTimer>

namespace lw::net {

namespace {

/// One look; deletes itself when it has answered.
class Probe final : public QSslSocket {
  public:
    Probe(Endpoint endpoint, Answer<CertificateReport> answer, int timeoutMs)
        : m_endpoint(std::move(endpoint)), m_answer(std::move(answer))
    {
        setSslConfiguration(tlsConfiguration(m_endpoint));
        // Errors are gathered, and the handshake is let through only to read the certificate: nothing is ever written.
        QObject::connect(this, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
            m_errors = errors;
            ignoreSslErrors();
        });
        QObject::connect(this, &QSslSocket::encrypted, this, [this] { report(); });
        QObject::connect(this, &QAbstractSocket::errorOccurred, this, [this](SocketError error) { failed(error); });
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, this, [this, timeoutMs] {
            end(makeError(Errc::Timeout,
                          QStringLiteral("%1 did not answer within %2 seconds. Check the address and the port.")
                              .arg(where())
                              .arg((timeoutMs + 999) / 1000)));
        });
        m_timer.start(timeoutMs);
        const quint16 port = static_cast<quint16>(m_endpoint.base.port(443));
        connectToHostEncrypted(m_endpoint.base.host(), port);
    }

  private:
    QString where() const { return QStringLiteral("%1:%2").arg(m_endpoint.base.host()).arg(m_endpoint.base.port(443)); }

    void report()
    {
        CertificateReport report;
        report.host = m_endpoint.base.host();
        report.port = static_cast<quint16>(m_endpoint.base.port(443));
        report.protocol = protocolName(sessionProtocol());
        report.cipher = sessionCipher().name();
        for (const QSslCertificate &certificate : peerCertificateChain())
            report.chain.append(factsOf(certificate));
        if (report.chain.isEmpty()) {
            end(makeError(Errc::Tls, QStringLiteral("%1 showed no certificate.").arg(where())));
            return;
        }
        bool onlyUnknown = true;
        for (const QSslError &error : std::as_const(m_errors)) {
            const QString text = inWords(error, report.host);
            if (!report.problems.contains(text)) report.problems.append(text);
            onlyUnknown = onlyUnknown && isUnknownAuthority(error);
        }
        const Result<void> pin = checkPin(m_endpoint, report.chain.constFirst().sha256);
        if (!pin) report.problems.prepend(pin.error().message);
        const bool pinned = !m_endpoint.pinnedSha256.isEmpty() && pin.ok();
        report.trusted = pin.ok() && (m_errors.isEmpty() || (pinned && onlyUnknown));
        report.acceptable = !report.trusted && onlyUnknown;
        if (report.trusted) report.problems.clear();
        end(std::move(report));
    }

    void failed(SocketError error)
    {
        switch (error) {
            case SslHandshakeFailedError:
                end(makeError(
                    Errc::Tls,
                    QStringLiteral("%1 and this program found no common secure connection (%2). TLS 1.2 or later is "
                                   "needed on the back end.")
                        .arg(where(), errorString())));
                return;
            case HostNotFoundError:
                end(makeError(Errc::Network,
                              QStringLiteral("The host %1 is not known. Check the spelling of the address.")
                                  .arg(m_endpoint.base.host())));
                return;
            case ConnectionRefusedError:
                end(makeError(Errc::Network,
                              QStringLiteral("%1 refuses connections. Check the port, and whether the back end runs.")
                                  .arg(where())));
                return;
            case RemoteHostClosedError:
                end(makeError(
                    Errc::Tls,
                    QStringLiteral("%1 closed the connection before it was secure. Is this port the back end's "
                                   "https port?")
                        .arg(where())));
                return;
            default:
                end(makeError(Errc::Network, QStringLiteral("No connection to %1: %2.").arg(where(), errorString())));
        }
    }

    void end(Result<CertificateReport> result)
    {
        if (m_ended) return;
        m_ended = true;
        m_timer.stop();
        m_answer.give(std::move(result));
        abort();
        deleteLater();
    }

    Endpoint m_endpoint;
    Answer<CertificateReport> m_answer;
    QList<QSslError> m_errors;
    QTimer m_timer;
    bool m_ended = false;
};

}  // namespace

void probeCertificate(const Endpoint &endpoint, QObject *context, Callback<CertificateReport> done, int timeoutMs)
{
    auto *probe = new Probe(endpoint, Answer<CertificateReport>(context, std::move(done)), timeoutMs);
    QObject::connect(context, &QObject::destroyed, probe, &QObject::deleteLater);
}

Endpoint accept(Endpoint endpoint, const CertificateReport &report)
{
    if (!report.chain.isEmpty()) endpoint.pinnedSha256 = report.chain.constFirst().sha256;
    return endpoint;
}

}  // namespace lw::net
