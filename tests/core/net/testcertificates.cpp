// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/testcertificates.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509v3.h>

#include <memory>

namespace lw::test {

namespace {

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(PKCS12 *file) const { PKCS12_free(file); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

template <typename Write>
QByteArray pem(Write write)
{
    const Owned<BIO> bio(BIO_new(BIO_s_mem()));
    write(bio.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

void extend(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    Q_ASSERT(extension);
    X509_add_ext(certificate, extension.get(), -1);
}

Identity make(const CertificateOptions &options, const Identity *authority, bool isAuthority)
{
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    const Owned<X509> certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    static long serial = 1000;
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), static_cast<long>(options.validFromDays * 86'400));
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), static_cast<long>(options.validUntilDays * 86'400));
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const QByteArray common = options.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(common.constData()),
                               -1, -1, 0);

    Owned<X509> issuer;
    Owned<EVP_PKEY> issuerKey;
    if (authority) {
        const QByteArray certificatePem = authority->certificate.toPem();
        const QByteArray keyPem = authority->key.toPem();
        const Owned<BIO> a(BIO_new_mem_buf(certificatePem.constData(), -1));
        const Owned<BIO> b(BIO_new_mem_buf(keyPem.constData(), -1));
        issuer.reset(PEM_read_bio_X509(a.get(), nullptr, nullptr, nullptr));
        issuerKey.reset(PEM_read_bio_PrivateKey(b.get(), nullptr, nullptr, nullptr));
    }
    X509 *signer = issuer ? issuer.get() : certificate.get();
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer));
    extend(certificate.get(), signer, NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    if (isAuthority)
        extend(certificate.get(), signer, NID_key_usage, "critical,keyCertSign,cRLSign");
    else
        extend(certificate.get(), signer, NID_subject_alt_name, options.names.join(QLatin1Char(',')).toUtf8());
    X509_sign(certificate.get(), issuerKey ? issuerKey.get() : key.get(), EVP_sha256());

    Identity identity;
    identity.certificate = QSslCertificate(pem([&](BIO *bio) { PEM_write_bio_X509(bio, certificate.get()); }));
    identity.key =
        QSslKey(pem([&](BIO *bio) { PEM_write_bio_PrivateKey(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); }),
                QSsl::Ec);
    return identity;
}

}  // namespace

Identity makeAuthority(const QString &name)
{
    CertificateOptions options;
    options.commonName = name;
    options.validFromDays = -400;
    options.validUntilDays = 400;
    return make(options, nullptr, true);
}

Identity issue(const Identity &authority, const CertificateOptions &options)
{
    return make(options, &authority, false);
}

Identity selfSigned(const CertificateOptions &options)
{
    return make(options, nullptr, false);
}

QByteArray pkcs12(const Identity &identity, const QByteArray &passphrase)
{
    const QByteArray keyPem = identity.key.toPem();
    const QByteArray certificatePem = identity.certificate.toPem();
    const Owned<BIO> keyBio(BIO_new_mem_buf(keyPem.constData(), int(keyPem.size())));
    const Owned<BIO> certificateBio(BIO_new_mem_buf(certificatePem.constData(), int(certificatePem.size())));
    const Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));
    const Owned<X509> certificate(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr));
    const Owned<PKCS12> file(
        PKCS12_create(passphrase.constData(), "test", key.get(), certificate.get(), nullptr, 0, 0, 0, 0, 0));
    return pem([&](BIO *bio) { i2d_PKCS12_bio(bio, file.get()); });
}

}  // namespace lw::test
