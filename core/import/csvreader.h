// SPDX-License-Identifier: GPL-3.0-or-later
// Records of a CSV file. Source: RFC 4180, with "\n" accepted as well as "\r\n" and a byte order mark skipped.
#pragma once

#include "core/import/linereader.h"

#include <QList>

namespace lw::import {

struct CsvRecord {
    enum class State : quint8 {
        Ok,
        TooLong,    ///< over the limit; skipped to the end of its line
        Malformed,  ///< text beside quotes, or a quote that never ends
    };
    State state = State::Ok;
    QList<QByteArray> fields;
    QByteArray raw;        ///< the record's bytes without its line end
    quint64 line = 0;      ///< it begins on, from 1
    bool complete = true;  ///< false: the last record, without a line end
    bool blank() const { return raw.isEmpty(); }
};

class CsvReader {
  public:
    CsvReader(QIODevice &device, qint64 maxRecordBytes);
    /// False at the end. A refused record does not stop the reader.
    bool next(CsvRecord &record);
    bool failed() const { return m_source.failed(); }
    quint64 linesRead() const { return m_lines; }

  private:
    enum class Place { FieldStart, Plain, Quoted, AfterQuote };
    void endField(CsvRecord &record);
    void refuse(CsvRecord &record, CsvRecord::State state);

    ByteSource m_source;
    qsizetype m_max;
    quint64 m_lines = 0;
    QByteArray m_field;
    Place m_place = Place::FieldStart;
};

}  // namespace lw::import
