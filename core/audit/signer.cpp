// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/note.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace lw::audit {

namespace {

using Bio = std::unique_ptr<BIO, decltype([](BIO *bio) { BIO_free(bio); })>;
using PrivateKey = std::unique_ptr<EVP_PKEY, decltype([](EVP_PKEY *key) { EVP_PKEY_free(key); })>;
using SigningContext = std::unique_ptr<EVP_MD_CTX, decltype([](EVP_MD_CTX *context) { EVP_MD_CTX_free(context); })>;

Error cryptoError(const QString &message)
{
    return makeError(Errc::Crypto, message);
}

// A key file with a passphrase is refused rather than asking on the terminal, which is OpenSSL's default.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

}  // namespace

struct Signer::Key {
    PrivateKey key;
};

Signer::Signer(std::shared_ptr<const Key> key, VerifierKey verifierKey)
    : m_key(std::move(key)), m_verifierKey(std::move(verifierKey))
{
}

Result<Signer> Signer::fromKey(const QString &name, std::shared_ptr<const Key> key)
{
    QByteArray publicKey(32, Qt::Uninitialized);
    size_t size = static_cast<size_t>(publicKey.size());
    if (EVP_PKEY_get_raw_public_key(key->key.get(), reinterpret_cast<unsigned char *>(publicKey.data()), &size) != 1)
        return cryptoError(QStringLiteral("The public half of the signing key could not be read."));
    Result<VerifierKey> verifierKey = VerifierKey::fromPublicKey(name, publicKey);
    if (!verifierKey) return verifierKey.error();
    return Signer(std::move(key), *verifierKey);
}

Result<Signer> Signer::generate(const QString &name)
{
    PrivateKey key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    if (!key) return cryptoError(QStringLiteral("OpenSSL could not make an Ed25519 key."));
    return fromKey(name, std::make_shared<const Key>(Key{std::move(key)}));
}

Result<Signer> Signer::fromPem(const QString &name, const Secret &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), pem.size()));
    PrivateKey key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr) : nullptr);
    if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519)
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("The signing key must be an Ed25519 private key in PEM form without a passphrase."),
            QStringLiteral("key"));
    return fromKey(name, std::make_shared<const Key>(Key{std::move(key)}));
}

Result<Secret> Signer::toPem() const
{
    // Secure memory for the text on its way out; BIO_s_secmem falls back to wiped ordinary memory.
    const Bio bio(BIO_new(BIO_s_secmem()));
    char *data = nullptr;
    if (!bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), m_key->key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return cryptoError(QStringLiteral("The signing key could not be written as PEM."));
    const long size = BIO_get_mem_data(bio.get(), &data);
    return toSecret(QByteArrayView(data, static_cast<qsizetype>(size)));
}

Result<Signer> Signer::named(const QString &name) const
{
    return fromKey(name, m_key);
}

Result<QByteArray> Signer::sign(QByteArrayView message) const
{
    QByteArray signature(64, Qt::Uninitialized);
    size_t size = static_cast<size_t>(signature.size());
    const SigningContext context(EVP_MD_CTX_new());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key->key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       reinterpret_cast<const unsigned char *>(message.data()),
                       static_cast<size_t>(message.size())) != 1)
        return cryptoError(QStringLiteral("OpenSSL could not sign."));
    return signature;
}

}  // namespace lw::audit
