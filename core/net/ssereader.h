// SPDX-License-Identifier: GPL-3.0-or-later
// Server-sent events (HTML living standard 9.2) out of the bytes of a stream, however they are cut.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace lw::net {

struct SseEvent {
    QByteArray name;  ///< "message" where none was given
    QByteArray data;  ///< lines joined with \n
    bool operator==(const SseEvent &) const = default;
};

class SseReader {
  public:
    static constexpr qsizetype eventMost = 64 * 1024;  ///< bytes of one event, and of one line

    /// The events that are complete now; comments and unknown fields are skipped. Errc::Protocol: a line or an event is
    /// over the limit; the reader is of no more use then.
    Result<QList<SseEvent>> feed(QByteArrayView bytes);

  private:
    void endLine(QList<SseEvent> &events);

    QByteArray m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_afterReturn = false;  ///< a \n that follows belongs to the \r before it
    bool m_first = true;         ///< a byte order mark may stand before the first line
};

}  // namespace lw::net
