// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tls.h"

#include "server/http/peercertificate.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <string_view>

namespace lw::server {

namespace {

constexpr std::string_view http11 = "http/1.1";

Error tlsError(const char *what)
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
    ERR_clear_error();
    QString text = QStringLiteral("TLS cannot be set up: %1").arg(QLatin1String(what));
    if (reason) text += QStringLiteral(" (%1)").arg(QLatin1String(reason));
    return makeError(Errc::Tls, text + QStringLiteral(". Check the certificate and key in the data directory."));
}

/// Clients that name protocols must name ours; those that name none are taken to mean it.
int selectProtocol(SSL *, const unsigned char **out, unsigned char *outLength, const unsigned char *in,
                   unsigned int inLength, void *)
{
    for (unsigned int at = 0; at < inLength; at += in[at] + 1U) {
        const std::string_view name(reinterpret_cast<const char *>(in + at + 1), in[at]);
        if (name != http11) continue;
        *out = in + at + 1;
        *outLength = in[at];
        return SSL_TLSEXT_ERR_OK;
    }
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

Result<void> useMaterial(SSL_CTX *context, const TlsMaterial &material)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> chain(
        BIO_new_mem_buf(material.certificateChainPem.constData(),
                        static_cast<int>(material.certificateChainPem.size())),
        BIO_free);
    bool first = true;
    for (;;) {
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(
            PEM_read_bio_X509(chain.get(), nullptr, nullptr, nullptr), X509_free);
        if (!certificate) break;
        const bool used = first ? SSL_CTX_use_certificate(context, certificate.get()) == 1
                                : SSL_CTX_add1_chain_cert(context, certificate.get()) == 1;
        if (!used) return tlsError("a certificate is not usable");
        first = false;
    }
    if (first) return tlsError("there is no certificate");
    ERR_clear_error();
    const std::unique_ptr<BIO, decltype(&BIO_free)> keyText(
        BIO_new_mem_buf(material.privateKeyPem.constData(), material.privateKeyPem.size()), BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(keyText.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    if (!key || SSL_CTX_use_PrivateKey(context, key.get()) != 1) return tlsError("the private key is not usable");
    if (SSL_CTX_check_private_key(context) != 1) return tlsError("key and certificate do not belong together");
    return {};
}

}  // namespace

Result<std::shared_ptr<boost::asio::ssl::context>> makeTlsContext(const TlsMaterial &material)
{
    ERR_clear_error();
    auto context = std::make_shared<boost::asio::ssl::context>(boost::asio::ssl::context::tls_server);
    SSL_CTX *native = context->native_handle();
    SSL_CTX_set_options(native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                                    SSL_OP_PRIORITIZE_CHACHA | SSL_OP_SINGLE_ECDH_USE);
    constexpr char session[] = "linewardend";
    // @SECLEVEL is OpenSSL's own floor under key sizes and digests; the distribution's default must not lower it.
    const bool set = SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) == 1 &&
                     SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20:@SECLEVEL=2") == 1 &&
                     SSL_CTX_set1_groups_list(native, "X25519:P-256:P-384") == 1 &&
                     SSL_CTX_set_session_id_context(native, reinterpret_cast<const unsigned char *>(session),
                                                    sizeof session - 1) == 1;
    if (!set) return tlsError("this OpenSSL lacks what is needed");
    SSL_CTX_set_alpn_select_cb(native, selectProtocol, nullptr);
    askForCertificates(native);
    if (const Result<void> used = useMaterial(native, material); !used) return used.error();
    return context;
}

}  // namespace lw::server
