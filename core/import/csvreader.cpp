// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/csvreader.h"

namespace lw::import {

using State = CsvRecord::State;

CsvReader::CsvReader(QIODevice &device, qint64 maxRecordBytes)
    : m_source(device), m_max(static_cast<qsizetype>(std::max<qint64>(maxRecordBytes, 1)))
{
}

void CsvReader::endField(CsvRecord &record)
{
    record.fields.append(m_field);
    m_field.clear();
    m_place = Place::FieldStart;
}

void CsvReader::refuse(CsvRecord &record, State state)
{
    record.state = state;
    record.fields.clear();
    record.raw.clear();
    m_field.clear();
    // from here on only the end of the line counts, so that one stray quote does not swallow the rest of the file
    m_place = Place::Plain;
}

bool CsvReader::next(CsvRecord &record)
{
    record = {};
    record.line = m_lines + 1;
    m_field.clear();
    m_place = Place::FieldStart;
    bool any = false;
    while (true) {
        const std::string_view block = m_source.block();
        if (block.empty()) {
            if (!any) return false;
            ++m_lines;
            record.complete = false;
            if (m_place == Place::Quoted) refuse(record, State::Malformed);
            if (record.state == State::Ok) endField(record);
            return true;
        }
        any = true;
        for (size_t i = 0; i < block.size(); ++i) {
            const char c = block[i];
            if (c == '\n' && m_place != Place::Quoted) {
                m_source.consume(i + 1);
                ++m_lines;
                if (record.state != State::Ok) return true;
                if (m_place == Place::Plain && m_field.endsWith('\r')) m_field.chop(1);
                if (record.raw.endsWith('\r')) record.raw.chop(1);
                endField(record);
                return true;
            }
            if (c == '\n') ++m_lines;
            if (record.state != State::Ok) continue;
            if (record.raw.size() >= m_max) {
                refuse(record, State::TooLong);
                continue;
            }
            record.raw.append(c);
            switch (m_place) {
                case Place::FieldStart:
                    if (c == '"') {
                        m_place = Place::Quoted;
                        break;
                    }
                    m_place = Place::Plain;
                    [[fallthrough]];
                case Place::Plain:
                    if (c == ',')
                        endField(record);
                    else if (c == '"')
                        refuse(record, State::Malformed);
                    else
                        m_field.append(c);
                    break;
                case Place::Quoted:
                    if (c == '"')
                        m_place = Place::AfterQuote;
                    else
                        m_field.append(c);
                    break;
                case Place::AfterQuote:
                    if (c == '"') {
                        m_field.append(c);
                        m_place = Place::Quoted;
                    } else if (c == ',') {
                        endField(record);
                    } else if (c != '\r') {
                        refuse(record, State::Malformed);
                    }
                    break;
            }
        }
        m_source.consume(block.size());
    }
}

}  // namespace lw::import
