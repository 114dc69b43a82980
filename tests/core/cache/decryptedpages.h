// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of a cache's file and of its journal, decrypted without SQLCipher's help, so that a search sees free pages
// and what lies between rows too.
#pragma once

#include "core/cache/keyslots.h"

#include <QFile>
#include <QtEndian>

#include <openssl/evp.h>

namespace fixture {

inline constexpr int pageBytes = 8192;

/// AES-256-CBC by the raw key, the initialisation vector at the end of the page, the salt at the beginning of the
/// first.
inline QByteArray decryptedPage(QByteArrayView sealed, bool first, const lw::Secret &key)
{
    constexpr int reserved = 80;
    const int begin = first ? 16 : 0;
    const auto *page = reinterpret_cast<const unsigned char *>(sealed.data());
    QByteArray out(pageBytes, '\0');
    int length = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), nullptr, reinterpret_cast<const unsigned char *>(key.constData()),
                       page + pageBytes - reserved);
    EVP_CIPHER_CTX_set_padding(context, 0);
    EVP_DecryptUpdate(context, reinterpret_cast<unsigned char *>(out.data()), &length, page + begin,
                      pageBytes - reserved - begin);
    EVP_CIPHER_CTX_free(context);
    out.truncate(length);
    return out;
}

inline QByteArray decryptedPages(const QString &folder, const QString &database, const lw::Secret &typed)
{
    const auto content = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const lw::Result<lw::cache::KeySlots> keys = lw::cache::KeySlots::load(folder);
    if (!keys) qFatal("%s", qPrintable(keys.error().message));
    const lw::Result<lw::Secret> key = keys->openPassphrase(typed);
    if (!key) qFatal("%s", qPrintable(key.error().message));
    QByteArray plain;
    const QByteArray file = content(database);
    for (qsizetype at = 0; at + pageBytes <= file.size(); at += pageBytes)
        plain += decryptedPage(QByteArrayView(file).sliced(at, pageBytes), at == 0, *key);
    // A head of 32 bytes, then frames: 24 bytes that begin with the page's number, and the page.
    constexpr int journalHead = 32;
    constexpr int frameHead = 24;
    const QByteArray journal = content(database + QStringLiteral("-wal"));
    for (qsizetype at = journalHead; at + frameHead + pageBytes <= journal.size(); at += frameHead + pageBytes)
        plain += decryptedPage(QByteArrayView(journal).sliced(at + frameHead, pageBytes),
                               qFromBigEndian<quint32>(journal.constData() + at) == 1, *key);
    return plain;
}

}  // namespace fixture
