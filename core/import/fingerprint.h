// SPDX-License-Identifier: GPL-3.0-or-later
// What tells two events of log files apart: the line, and which of several identical lines it was.
#pragma once

#include "core/domain/proof.h"
#include "core/import/logformat.h"

#include <QHash>

#include <string_view>

namespace lw::import {

class Fingerprinter {
  public:
    explicit Fingerprinter(Format format) : m_format(formatName(format)) {}

    /// Announces the next line that makes events; of(n) then gives the fingerprint of its n-th repetition (from 0).
    void line(std::string_view text);
    Hash of(quint32 repetition) const;

  private:
    /// Identical lines are counted among the last 64 Ki to 128 Ki different ones. Lines carry a time, so that identical
    /// ones stand close together; one that comes again after so many others is the same line, pasted twice.
    static constexpr qsizetype generation = 64 * 1024;

    QLatin1String m_format;
    Hash m_lineHash{};
    quint32 m_ordinal = 0;
    QHash<QByteArray, quint32> m_young, m_old;  ///< truncated hash of a line: how often it was seen
};

}  // namespace lw::import
