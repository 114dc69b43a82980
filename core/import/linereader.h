// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a device in constant memory: a line over the limit is skipped to its end without being kept.
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <string_view>

namespace lw::import {

/// Bytes of a device one block at a time; a byte order mark at the very beginning is skipped.
class ByteSource {
  public:
    explicit ByteSource(QIODevice &device) : m_device(device) {}
    /// The unread bytes of the present block; reads the next one when there are none. Empty: the end, or failed().
    std::string_view block();
    void consume(size_t count) { m_at += count; }
    bool failed() const { return m_failed; }

  private:
    QIODevice &m_device;
    QByteArray m_buffer;
    size_t m_at = 0;
    bool m_begun = false;
    bool m_failed = false;
};

struct RawLine {
    std::string_view text;  ///< without "\n" or "\r\n"; valid until the next call; empty when overLong
    quint64 number = 0;     ///< from 1
    bool overLong = false;
    bool complete = true;  ///< false: the last line, without a line end
};

class LineReader {
  public:
    LineReader(QIODevice &device, qint64 maxLineBytes);
    bool next(RawLine &line);
    bool failed() const { return m_source.failed(); }

  private:
    ByteSource m_source;
    size_t m_max;
    QByteArray m_line;
    quint64 m_number = 0;
};

}  // namespace lw::import
