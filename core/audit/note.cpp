// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/note.h"

#include <QStringDecoder>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <cstring>

namespace lw::audit {

namespace {

constexpr char ed25519Type = 0x01;
constexpr qsizetype publicKeySize = 32;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype idSize = 4;

QByteArrayView dash()
{
    return QByteArrayView("\xE2\x80\x94 ", 4);  // em dash, space
}

Error notANote(const QString &why)
{
    return makeError(Errc::InvalidInput, QStringLiteral("This is not a signed note: %1.").arg(why));
}

bool isKeyName(QStringView name)
{
    return !name.isEmpty() && std::none_of(name.begin(), name.end(), [](QChar c) {
        return c.isSpace() || c == u'+' || c.unicode() < 0x20 || c.unicode() == 0x7F;
    });
}

std::array<unsigned char, 4> keyId(const QString &name, QByteArrayView publicKey)
{
    QByteArray bytes = name.toUtf8();
    bytes += '\n';
    bytes += ed25519Type;
    bytes.append(publicKey);
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<size_t>(bytes.size()),
           digest.data());
    return {digest[0], digest[1], digest[2], digest[3]};
}

// Strict: standard alphabet, padded, nothing that a second encoding would write differently.
std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    const QByteArray bytes = text.toByteArray();
    auto decoded = QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.toBase64() != bytes) return std::nullopt;
    return decoded.decoded;
}

// UTF-8 without control characters but newline; a byte order mark counts as text.
std::optional<QString> toText(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    const bool clean = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 || c == u'\n'; });
    if (decoder.hasError() || !clean) return std::nullopt;
    return text;
}

}  // namespace

Result<VerifierKey> VerifierKey::fromPublicKey(const QString &name, QByteArrayView publicKey)
{
    if (!isKeyName(name))
        return makeError(Errc::InvalidInput,
                         QStringLiteral("A key's name must not be empty nor hold spaces, '+' or control characters."),
                         QStringLiteral("name"));
    if (publicKey.size() != publicKeySize)
        return makeError(Errc::InvalidInput, QStringLiteral("An Ed25519 public key has 32 bytes."),
                         QStringLiteral("key"));
    VerifierKey key;
    key.m_name = name;
    key.m_publicKey = publicKey.toByteArray();
    key.m_id = keyId(name, publicKey);
    return key;
}

Result<VerifierKey> VerifierKey::fromText(QStringView text)
{
    const auto bad = [](const QString &why) {
        return makeError(Errc::InvalidInput, QStringLiteral("Not a log key of the form name+hash+key: %1.").arg(why),
                         QStringLiteral("key"));
    };
    // Base64 may hold '+' too, so that only the first two separate.
    const qsizetype first = text.indexOf(u'+');
    const qsizetype second = first < 0 ? -1 : text.indexOf(u'+', first + 1);
    if (second < 0) return bad(QStringLiteral("a part is missing"));
    const QByteArray hash = text.sliced(first + 1, second - first - 1).toUtf8();
    const std::optional<QByteArray> bytes = fromBase64(text.sliced(second + 1).toUtf8());
    if (!bytes || bytes->isEmpty()) return bad(QStringLiteral("the key is not base64"));
    if (bytes->front() != ed25519Type) return bad(QStringLiteral("the key is not an Ed25519 key"));
    Result<VerifierKey> key = fromPublicKey(text.first(first).toString(), QByteArrayView(*bytes).sliced(1));
    if (!key) return key;
    const QByteArray expected(reinterpret_cast<const char *>(key->m_id.data()), idSize);
    if (hash != expected.toHex()) return bad(QStringLiteral("the hash does not belong to this name and key"));
    return key;
}

QString VerifierKey::text() const
{
    const QByteArray id(reinterpret_cast<const char *>(m_id.data()), idSize);
    return m_name + u'+' + QString::fromLatin1(id.toHex()) + u'+' +
           QString::fromLatin1((QByteArray(1, ed25519Type) + m_publicKey).toBase64());
}

bool VerifierKey::verify(QByteArrayView message, QByteArrayView signature) const
{
    if (signature.size() != signatureSize) return false;
    const auto bytes = [](QByteArrayView view) { return reinterpret_cast<const unsigned char *>(view.data()); };
    EVP_PKEY *key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes(m_publicKey),
                                                static_cast<size_t>(m_publicKey.size()));
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const bool good = key != nullptr && context != nullptr &&
                      EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, key) == 1 &&
                      EVP_DigestVerify(context, bytes(signature), static_cast<size_t>(signature.size()), bytes(message),
                                       static_cast<size_t>(message.size())) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    return good;
}

Result<QByteArray> signNote(QByteArrayView text, const Signer &signer)
{
    const std::optional<QString> clean = toText(text);
    if (!clean || !text.endsWith('\n'))
        return makeError(Errc::InvalidInput,
                         QStringLiteral("A note's text must be UTF-8, end with a newline and hold no "
                                        "other control character."));
    return addSignature(text.toByteArray() + '\n', signer);
}

Result<QByteArray> addSignature(QByteArrayView note, const Signer &signer)
{
    const qsizetype gap = note.lastIndexOf(QByteArrayView("\n\n", 2));
    if (gap < 0 || !note.endsWith('\n')) return notANote(QStringLiteral("no blank line before the signatures"));
    Result<QByteArray> signature = signer.sign(note.first(gap + 1));
    if (!signature) return signature.error();
    const std::array<unsigned char, 4> id = signer.verifierKey().id();
    QByteArray out = note.toByteArray();
    out.append(dash());
    out += signer.name().toUtf8() + ' ';
    out += (QByteArray(reinterpret_cast<const char *>(id.data()), idSize) + *signature).toBase64() + '\n';
    Result<ParsedNote> check = parseNote(out);
    if (!check) return check.error();
    return out;
}

Result<ParsedNote> parseNote(QByteArrayView note)
{
    if (note.size() > maxNoteBytes)
        return makeError(
            Errc::TooLarge,
            QStringLiteral("The signed note has %1 bytes; the limit is %2.").arg(note.size()).arg(maxNoteBytes));
    if (!toText(note)) return notANote(QStringLiteral("it holds control characters or is not UTF-8"));
    const qsizetype gap = note.lastIndexOf(QByteArrayView("\n\n", 2));
    if (gap < 0) return notANote(QStringLiteral("no blank line before the signatures"));
    ParsedNote parsed;
    parsed.text = note.first(gap + 1).toByteArray();
    QByteArrayView rest = note.sliced(gap + 2);
    if (rest.isEmpty()) return notANote(QStringLiteral("no signature line"));
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        if (end < 0) return notANote(QStringLiteral("the last signature line is cut off"));
        QByteArrayView line = rest.first(end);
        rest = rest.sliced(end + 1);
        if (!line.startsWith(dash())) return notANote(QStringLiteral("a signature line does not begin with a dash"));
        line = line.sliced(dash().size());
        const qsizetype space = line.indexOf(' ');
        const QString name = toText(line.first(std::max<qsizetype>(space, 0))).value_or(QString());
        if (space < 0 || !isKeyName(name)) return notANote(QStringLiteral("a signature line names no key"));
        const std::optional<QByteArray> bytes = fromBase64(line.sliced(space + 1));
        if (!bytes || bytes->size() <= idSize)
            return notANote(QStringLiteral("a signature is not base64 or too short"));
        if (parsed.signatures.size() == maxNoteSignatures)
            return makeError(Errc::TooLarge,
                             QStringLiteral("The note carries more than %1 signatures.").arg(maxNoteSignatures));
        NoteSignature signature{name, {}, bytes->sliced(idSize)};
        std::memcpy(signature.id.data(), bytes->constData(), signature.id.size());
        parsed.signatures.append(signature);
    }
    return parsed;
}

Result<QByteArray> openNote(QByteArrayView note, const VerifierKey &key)
{
    Result<ParsedNote> parsed = parseNote(note);
    if (!parsed) return parsed.error();
    bool signedByKey = false;
    for (const NoteSignature &signature : parsed->signatures) {
        if (signature.name != key.name() || signature.id != key.id()) continue;
        if (!key.verify(parsed->text, signature.signature))
            return makeError(
                Errc::Tampered,
                QStringLiteral("The signature of %1 does not fit the text: the note was changed after it was "
                               "signed.")
                    .arg(key.name()),
                QStringLiteral("signature"));
        signedByKey = true;
    }
    if (!signedByKey)
        return makeError(
            Errc::Tampered,
            QStringLiteral("The note is not signed by the pinned key of %1 but by another key.").arg(key.name()),
            QStringLiteral("other-key"));
    return parsed->text;
}

}  // namespace lw::audit
