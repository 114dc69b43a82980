// SPDX-License-Identifier: GPL-3.0-or-later
// C2SP signed notes (https://c2sp.org/signed-note) with Ed25519 keys (signature type 0x01).
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <array>
#include <memory>

namespace lw::audit {

/// Room for 16 post-quantum co-signatures, which the specification asks every verifier to take.
inline constexpr qsizetype maxNoteBytes = 128 * 1024;
inline constexpr qsizetype maxNoteSignatures = 100;

/// A public key under a name. The text form is what people pin and hand to other verifiers:
/// "name+8 hex digits+base64(0x01 || 32-byte key)".
class VerifierKey {
  public:
    /// Errc::InvalidInput: not that form, another algorithm, or a hash that does not belong to name and key.
    static Result<VerifierKey> fromText(QStringView text);
    /// Errc::InvalidInput: a name that is empty or holds a space, '+' or control character, or a key not of 32 bytes.
    static Result<VerifierKey> fromPublicKey(const QString &name, QByteArrayView publicKey);

    QString text() const;
    QString name() const { return m_name; }
    QByteArray publicKey() const { return m_publicKey; }
    /// SHA-256(name || 0x0A || 0x01 || public key), the first four bytes.
    std::array<unsigned char, 4> id() const { return m_id; }
    bool verify(QByteArrayView message, QByteArrayView signature) const;

    bool operator==(const VerifierKey &) const = default;

  private:
    VerifierKey() = default;
    QString m_name;
    QByteArray m_publicKey;
    std::array<unsigned char, 4> m_id{};
};

/// An Ed25519 private key under a name. Copies share the key, which is wiped with the last of them.
class Signer {
  public:
    static Result<Signer> generate(const QString &name);
    /// PKCS#8 PEM without a passphrase, as `openssl genpkey -algorithm ed25519` writes it.
    static Result<Signer> fromPem(const QString &name, const Secret &pem);
    Result<Secret> toPem() const;

    /// The same key under another name: one signing key serves the logs of several customers.
    Result<Signer> named(const QString &name) const;
    const VerifierKey &verifierKey() const { return m_verifierKey; }
    QString name() const { return m_verifierKey.name(); }
    /// 64 bytes.
    Result<QByteArray> sign(QByteArrayView message) const;

  private:
    struct Key;
    Signer(std::shared_ptr<const Key> key, VerifierKey verifierKey);
    static Result<Signer> fromKey(const QString &name, std::shared_ptr<const Key> key);
    std::shared_ptr<const Key> m_key;
    VerifierKey m_verifierKey;
};

/// Text, blank line and one signature line. The text must be UTF-8, end with a newline and hold no other control
/// character (Errc::InvalidInput).
Result<QByteArray> signNote(QByteArrayView text, const Signer &signer);
/// The note with one more signature line at its end.
Result<QByteArray> addSignature(QByteArrayView note, const Signer &signer);

struct NoteSignature {
    QString name;
    std::array<unsigned char, 4> id{};
    QByteArray signature;
};

/// A note taken apart; nothing in it may be believed before a signature of a known key was verified.
struct ParsedNote {
    QByteArray text;  ///< with its final newline
    QList<NoteSignature> signatures;
};

/// Errc::InvalidInput: not a signed note. Errc::TooLarge: over maxNoteBytes or maxNoteSignatures.
Result<ParsedNote> parseNote(QByteArrayView note);

/// The text, when at least one signature is by `key` and every signature by `key` verifies. Signatures by other keys
/// are ignored. Otherwise Errc::Tampered with field "other-key" (none by this key) or "signature" (does not fit the
/// text); Errc::InvalidInput or Errc::TooLarge as parseNote().
Result<QByteArray> openNote(QByteArrayView note, const VerifierKey &key);

}  // namespace lw::audit
