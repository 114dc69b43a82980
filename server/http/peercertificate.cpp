// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/peercertificate.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <ctime>
#include <memory>

namespace lw::server {

namespace {

using CertificatePointer = std::unique_ptr<X509, decltype(&X509_free)>;

// A chain of a few certificates; what OpenSSL allows by default is thrice that.
constexpr long mostCertificateBytes = 32 * 1024;

QByteArray fingerprintOf(const X509 *certificate)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char *>(digest.data()), &size) != 1) return {};
    digest.truncate(static_cast<qsizetype>(size));
    return digest;
}

QString subjectOf(const X509 *certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
    // As UTF-8, with nothing in it that could end a line or hide behind an escape of a terminal.
    constexpr unsigned long form = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (!out || X509_NAME_print_ex(out.get(), X509_get_subject_name(certificate), 0, form) < 0) return {};
    char *text = nullptr;
    const long size = BIO_get_mem_data(out.get(), &text);
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

QDateTime instantOf(const ASN1_TIME *time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

}  // namespace

Result<PeerCertificate> certificateFromPem(QByteArrayView pem)
{
    ERR_clear_error();
    const std::unique_ptr<BIO, decltype(&BIO_free)> text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())),
                                                         BIO_free);
    const CertificatePointer certificate(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr), X509_free);
    ERR_clear_error();
    if (!certificate)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("This is no certificate in PEM, which begins with \"-----BEGIN "
                                        "CERTIFICATE-----\"."));
    PeerCertificate facts;
    facts.fingerprint = fingerprintOf(certificate.get());
    facts.subject = subjectOf(certificate.get());
    facts.notBefore = instantOf(X509_get0_notBefore(certificate.get()));
    facts.notAfter = instantOf(X509_get0_notAfter(certificate.get()));
    if (const EVP_PKEY *key = X509_get0_pubkey(certificate.get())) facts.securityBits = EVP_PKEY_get_security_bits(key);
    return facts;
}

QByteArray peerFingerprint(const SSL *connection)
{
    const X509 *certificate = SSL_get0_peer_certificate(connection);
    if (!certificate) return {};
    // 0 is an error of the comparison and counts as not valid.
    const bool valid = X509_cmp_current_time(X509_get0_notBefore(certificate)) < 0 &&
                       X509_cmp_current_time(X509_get0_notAfter(certificate)) > 0;
    return valid ? fingerprintOf(certificate) : QByteArray();
}

void askForCertificates(SSL_CTX *context)
{
    // The chain is not judged: a certificate that somebody made himself is as good as any once it is registered, and
    // one that a big authority signed is worth nothing before.
    SSL_CTX_set_cert_verify_callback(
        context, [](X509_STORE_CTX *, void *) { return 1; }, nullptr);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_max_cert_list(context, mostCertificateBytes);
}

}  // namespace lw::server
