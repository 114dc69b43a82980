// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/identity/certificates.h"

#include "server/identity/identity.h"

#include <QTimeZone>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace lw::server {

namespace {

template <auto free>
struct Freer {
    template <typename T>
    void operator()(T *object) const
    {
        free(object);
    }
};
void freeBio(BIO *bio)
{
    BIO_free_all(bio);
}
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using Bio = std::unique_ptr<BIO, Freer<freeBio>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using Time = std::unique_ptr<ASN1_TIME, Freer<ASN1_TIME_free>>;

constexpr int backdateSeconds = 3600;  // clocks of clients differ a little

Error cryptoError(const char *what)
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = code != 0 ? ERR_reason_error_string(code) : "no reason given";
    Error error = makeError(Errc::Crypto, QStringLiteral("OpenSSL could not %1: %2.")
                                              .arg(QLatin1String(what), QLatin1String(reason ? reason : "unknown")));
    ERR_clear_error();
    return error;
}

Bio readerOf(const char *data, qsizetype size)
{
    return Bio(BIO_new_mem_buf(data, static_cast<int>(size)));
}

Certificate readCertificate(const QByteArray &pem)
{
    const Bio bio = readerOf(pem.constData(), pem.size());
    Certificate certificate(bio ? PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    ERR_clear_error();
    return certificate;
}

Key readKey(const Secret &pem)
{
    const Bio bio = readerOf(pem.constData(), pem.size());
    Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    ERR_clear_error();
    return key;
}

Result<Secret> keyPem(EVP_PKEY *key)
{
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (!bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return cryptoError("write a key");
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return toSecret(QByteArrayView(data, static_cast<qsizetype>(size)));
}

Result<QByteArray> certificatePem(X509 *certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509(bio.get(), certificate) != 1) return cryptoError("write a certificate");
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, static_cast<qsizetype>(size));
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1) return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40);  // positive, and never shorter
    const Number number(BN_bin2bn(bytes, sizeof bytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setTimes(X509 *certificate, const QDateTime &from, int days)
{
    const Time start(ASN1_TIME_set(nullptr, from.addSecs(-backdateSeconds).toSecsSinceEpoch()));
    const Time end(ASN1_TIME_set(nullptr, from.addDays(days).toSecsSinceEpoch()));
    return start && end && X509_set1_notBefore(certificate, start.get()) == 1 &&
           X509_set1_notAfter(certificate, end.get()) == 1;
}

bool setSubject(X509 *certificate, const QByteArray &commonName)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto add = [name](const char *field, const QByteArray &value) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char *>(value.constData()),
                                          static_cast<int>(value.size()), -1, 0) == 1;
    };
    return add("O", "Linewarden") && add("CN", commonName);
}

QDateTime utcOf(const ASN1_TIME *time)
{
    tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

QByteArray alternativeNames(const QStringList &hostNames, const QStringList &addresses)
{
    QByteArrayList parts;
    for (const QString &name : hostNames)
        parts.append("DNS:" + name.toLatin1());
    for (const QString &address : addresses)
        parts.append("IP:" + address.toLatin1());
    return parts.join(',');
}

struct Plan {
    QByteArray commonName;
    int days = 0;
    QList<std::pair<int, QByteArray>> extensions;
};

/// Makes key and certificate; without an issuer the certificate signs itself.
Result<KeyAndCertificate> make(const Plan &plan, X509 *issuer, EVP_PKEY *issuerKey, const QDateTime &nowUtc)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate) return cryptoError("make a key");
    X509 *parent = issuer ? issuer : certificate.get();
    bool made = X509_set_version(certificate.get(), X509_VERSION_3) == 1 && setSerial(certificate.get()) &&
                setTimes(certificate.get(), nowUtc, plan.days) && setSubject(certificate.get(), plan.commonName) &&
                X509_set_pubkey(certificate.get(), key.get()) == 1 &&
                X509_set_issuer_name(certificate.get(), X509_get_subject_name(parent)) == 1;
    for (const auto &[nid, value] : plan.extensions)
        made = made && addExtension(certificate.get(), parent, nid, value);
    if (!made || X509_sign(certificate.get(), issuerKey ? issuerKey : key.get(), EVP_sha256()) == 0)
        return cryptoError("make a certificate");
    Result<Secret> privatePart = keyPem(key.get());
    if (!privatePart) return privatePart.error();
    Result<QByteArray> publicPart = certificatePem(certificate.get());
    if (!publicPart) return publicPart.error();
    return KeyAndCertificate{std::move(*privatePart), std::move(*publicPart)};
}

}  // namespace

Result<KeyAndCertificate> makeAuthority(const QDateTime &nowUtc)
{
    const Plan plan{"Linewarden back end authority " + nowUtc.date().toString(Qt::ISODate).toLatin1(),
                    caDays,
                    {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
                     {NID_key_usage, "critical,keyCertSign,cRLSign"},
                     {NID_subject_key_identifier, "hash"}}};
    return make(plan, nullptr, nullptr, nowUtc);
}

Result<KeyAndCertificate> makeServerCertificate(const KeyAndCertificate &authority, const QStringList &hostNames,
                                                const QStringList &addresses, const QDateTime &nowUtc)
{
    const Certificate issuer = readCertificate(authority.certificatePem);
    const Key issuerKey = readKey(authority.keyPem);
    if (!issuer || !issuerKey)
        return makeError(Errc::Corrupt, QStringLiteral("The authority's key or certificate cannot be read."));
    const QStringList all = hostNames + addresses;
    const Plan plan{all.isEmpty() ? QByteArray("linewardend") : all.first().left(64).toLatin1(),
                    serverCertificateDays,
                    {{NID_basic_constraints, "critical,CA:FALSE"},
                     {NID_key_usage, "critical,digitalSignature"},
                     {NID_ext_key_usage, "serverAuth"},
                     {NID_subject_key_identifier, "hash"},
                     {NID_authority_key_identifier, "keyid:always"},
                     {NID_subject_alt_name, alternativeNames(hostNames, addresses)}}};
    return make(plan, issuer.get(), issuerKey.get(), nowUtc);
}

Result<Secret> makeLogKey()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    if (!key) return cryptoError("make an Ed25519 key");
    return keyPem(key.get());
}

Result<CertificateFacts> factsOf(const QByteArray &pem)
{
    const Certificate certificate = readCertificate(pem);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest, &size) != 1)
        return makeError(Errc::Corrupt, QStringLiteral("This is not a certificate."));
    const QByteArray bytes(reinterpret_cast<const char *>(digest), static_cast<qsizetype>(size));
    return CertificateFacts{utcOf(X509_get0_notBefore(certificate.get())), utcOf(X509_get0_notAfter(certificate.get())),
                            QString::fromLatin1(bytes.toHex())};
}

bool belongTogether(const Secret &pem, const QByteArray &certificatePem)
{
    const Certificate certificate = readCertificate(certificatePem);
    const Key key = readKey(pem);
    const bool match = certificate && key && X509_check_private_key(certificate.get(), key.get()) == 1;
    ERR_clear_error();
    return match;
}

bool isSignedBy(const QByteArray &certificatePem, const QByteArray &authorityPem)
{
    const Certificate certificate = readCertificate(certificatePem);
    const Certificate authority = readCertificate(authorityPem);
    const bool holds = certificate && authority && X509_check_issued(authority.get(), certificate.get()) == X509_V_OK &&
                       X509_verify(certificate.get(), X509_get0_pubkey(authority.get())) == 1;
    ERR_clear_error();
    return holds;
}

bool isGoodFor(const QByteArray &certificatePem, const QString &hostNameOrAddress)
{
    const Certificate certificate = readCertificate(certificatePem);
    const QByteArray name = hostNameOrAddress.toLatin1();
    return certificate &&
           (X509_check_ip_asc(certificate.get(), name.constData(), 0) == 1 ||
            X509_check_host(certificate.get(), name.constData(), static_cast<size_t>(name.size()), 0, nullptr) == 1);
}

bool isLogKey(const Secret &pem)
{
    const Key key = readKey(pem);
    return key && EVP_PKEY_is_a(key.get(), "ED25519") == 1;
}

}  // namespace lw::server
