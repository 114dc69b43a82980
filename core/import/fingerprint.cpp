// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/fingerprint.h"

#include <openssl/sha.h>

namespace lw::import {

void Fingerprinter::line(std::string_view text)
{
    SHA256(reinterpret_cast<const unsigned char *>(text.data()), text.size(), m_lineHash.data());
    const QByteArray key(reinterpret_cast<const char *>(m_lineHash.data()), 16);
    auto seen = m_young.find(key);
    if (seen == m_young.end()) {
        const quint32 before = m_old.value(key, 0);
        if (m_young.size() >= generation) {
            m_old = std::move(m_young);
            m_young = {};
        }
        seen = m_young.insert(key, before);
    }
    m_ordinal = (*seen)++;
}

Hash Fingerprinter::of(quint32 repetition) const
{
    QByteArray input("linewarden import 1\0", 20);
    input.append(m_format.data(), m_format.size());
    input.append('\0');
    for (const quint32 number : {m_ordinal, repetition})
        for (int shift = 24; shift >= 0; shift -= 8)
            input.append(static_cast<char>(number >> shift & 0xffu));
    input.append(reinterpret_cast<const char *>(m_lineHash.data()), static_cast<qsizetype>(m_lineHash.size()));
    Hash hash;
    SHA256(reinterpret_cast<const unsigned char *>(input.constData()), static_cast<size_t>(input.size()), hash.data());
    return hash;
}

}  // namespace lw::import
