// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/linereader.h"

#include <QFileDevice>

namespace lw::import {

namespace {
constexpr qint64 blockBytes = 64 * 1024;
}

std::string_view ByteSource::block()
{
    while (m_at >= static_cast<size_t>(m_buffer.size())) {
        m_buffer.resize(blockBytes);
        const qint64 got = m_device.read(m_buffer.data(), blockBytes);
        m_buffer.resize(std::max<qint64>(got, 0));
        m_at = 0;
        if (got <= 0) {
            const auto *file = qobject_cast<const QFileDevice *>(&m_device);
            // of a sequential device -1 is the end as well
            m_failed =
                m_failed || (got < 0 && !m_device.isSequential()) || (file && file->error() != QFileDevice::NoError);
            return {};
        }
        if (!m_begun && m_buffer.startsWith("\xef\xbb\xbf")) m_at = 3;
        m_begun = true;
    }
    return {m_buffer.constData() + m_at, static_cast<size_t>(m_buffer.size()) - m_at};
}

LineReader::LineReader(QIODevice &device, qint64 maxLineBytes)
    : m_source(device), m_max(static_cast<size_t>(std::max<qint64>(maxLineBytes, 1)))
{
}

bool LineReader::next(RawLine &line)
{
    line = {};
    m_line.clear();
    size_t length = 0;
    while (true) {
        const std::string_view block = m_source.block();
        if (block.empty()) {
            if (length == 0) return false;
            line.complete = false;
            break;
        }
        const size_t end = block.find('\n');
        const std::string_view part = block.substr(0, end);
        length += part.size();
        if (length <= m_max + 1) m_line.append(part.data(), static_cast<qsizetype>(part.size()));
        m_source.consume(end == std::string_view::npos ? block.size() : end + 1);
        if (end != std::string_view::npos) break;
    }
    line.number = ++m_number;
    line.overLong = length > m_max + 1;
    if (line.overLong) return true;
    if (line.complete && m_line.endsWith('\r')) m_line.chop(1);
    line.overLong = static_cast<size_t>(m_line.size()) > m_max;
    if (!line.overLong) line.text = {m_line.constData(), static_cast<size_t>(m_line.size())};
    return true;
}

}  // namespace lw::import
