// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ssereader.h"

namespace lw::net {

Result<QList<SseEvent>> SseReader::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    for (const char c : bytes) {
        if (c == '\n' && m_afterReturn) {
            m_afterReturn = false;
            continue;
        }
        m_afterReturn = c == '\r';
        if (c == '\r' || c == '\n') {
            endLine(events);
            continue;
        }
        if (m_line.size() + m_event.data.size() >= eventMost)
            return makeError(Errc::Protocol,
                             QStringLiteral("The back end's change feed sent more than %1 KiB for one event.")
                                 .arg(eventMost / 1024));
        m_line.append(c);
    }
    return events;
}

void SseReader::endLine(QList<SseEvent> &events)
{
    QByteArray line = std::move(m_line);
    m_line = QByteArray();
    if (m_first && line.startsWith("\xEF\xBB\xBF")) line.remove(0, 3);
    m_first = false;
    if (line.isEmpty()) {
        if (m_hasData) {
            if (m_event.name.isEmpty()) m_event.name = "message";
            m_event.data.chop(1);
            events.append(std::move(m_event));
        }
        m_event = SseEvent();
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) return;  // a comment
    const QByteArray field = colon < 0 ? line : line.left(colon);
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' ')) value.remove(0, 1);
    if (field == "event") {
        m_event.name = value;
    } else if (field == "data") {
        m_event.data += value + '\n';
        m_hasData = true;
    }
}

}  // namespace lw::net
