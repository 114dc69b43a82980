// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/csvwriter.h"

#include "core/util/spreadsheet.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace lw::report {

namespace {

constexpr qsizetype flushAt = 256 * 1024;
constexpr qint64 dayMs = 24LL * 3600 * 1000;

constexpr std::array<bool, 256> mustQuote = [] {
    std::array<bool, 256> table{};
    for (const char c : {'"', ',', '\r', '\n'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

void put(char *&at, int value, int digits)
{
    for (int i = digits - 1; i >= 0; --i, value /= 10)
        at[i] = static_cast<char>('0' + value % 10);
    at += digits;
}

}  // namespace

CsvWriter::CsvWriter(QIODevice &device) : m_device(device)
{
    m_buffer.resize(flushAt * 2);
}

char *CsvWriter::grow(qsizetype bytes)
{
    if (m_used + bytes > m_buffer.size()) {
        flush();
        if (bytes > m_buffer.size()) m_buffer.resize(bytes);
    }
    return m_buffer.data() + m_used;
}

void CsvWriter::separate()
{
    if (m_rowBegun) {
        *grow(1) = ',';
        ++m_used;
    }
    m_rowBegun = true;
}

void CsvWriter::verbatim(std::string_view utf8)
{
    separate();
    std::memcpy(grow(static_cast<qsizetype>(utf8.size())), utf8.data(), utf8.size());
    m_used += static_cast<qsizetype>(utf8.size());
}

void CsvWriter::text(std::string_view utf8)
{
    separate();
    if (utf8.empty()) return;
    const bool formula = runsAsFormula(utf8);
    const bool quote =
        std::any_of(utf8.begin(), utf8.end(), [](char c) { return mustQuote[static_cast<unsigned char>(c)]; });
    char *const begin = grow(static_cast<qsizetype>(utf8.size()) * (quote ? 2 : 1) + 3);
    char *at = begin;
    if (quote) *at++ = '"';
    if (formula) *at++ = '\'';
    if (quote) {
        for (const char c : utf8) {
            if (c == '"') *at++ = '"';
            *at++ = c;
        }
        *at++ = '"';
    } else {
        std::memcpy(at, utf8.data(), utf8.size());
        at += utf8.size();
    }
    m_used += at - begin;
}

void CsvWriter::text(QStringView value)
{
    const QByteArray utf8 = value.toUtf8();
    text(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
}

void CsvWriter::number(qint64 value)
{
    separate();
    char *const begin = grow(24);
    m_used += std::to_chars(begin, begin + 24, value).ptr - begin;
}

void CsvWriter::time(qint64 ms)
{
    separate();
    const qint64 day = ms >= 0 ? ms / dayMs : (ms - dayMs + 1) / dayMs;
    if (day != m_day || m_date[0] == 0) {
        const QDate date = QDate(1970, 1, 1).addDays(day);
        char *at = m_date;
        put(at, date.year(), 4);
        *at++ = '-';
        put(at, date.month(), 2);
        *at++ = '-';
        put(at, date.day(), 2);
        m_day = day;
    }
    const int rest = static_cast<int>(ms - day * dayMs);
    char *const begin = grow(24);
    std::memcpy(begin, m_date, sizeof m_date);
    char *at = begin + sizeof m_date;
    *at++ = 'T';
    put(at, rest / 3600000, 2);
    *at++ = ':';
    put(at, rest / 60000 % 60, 2);
    *at++ = ':';
    put(at, rest / 1000 % 60, 2);
    *at++ = '.';
    put(at, rest % 1000, 3);
    *at++ = 'Z';
    m_used += at - begin;
}

void CsvWriter::endRow()
{
    std::memcpy(grow(2), "\r\n", 2);
    m_used += 2;
    m_rowBegun = false;
    ++m_rows;
    if (m_used >= flushAt) flush();
}

void CsvWriter::row(const QStringList &cells)
{
    for (const QString &cell : cells)
        text(cell);
    endRow();
}

void CsvWriter::flush()
{
    if (m_used > 0 && !m_failed) m_failed = m_device.write(m_buffer.constData(), m_used) != m_used;
    m_used = 0;
}

Result<void> CsvWriter::finish()
{
    flush();
    if (m_failed)
        return makeError(Errc::Io,
                         QStringLiteral("The CSV could not be written to its end: %1.").arg(m_device.errorString()));
    return {};
}

Result<quint64> writeCsv(const ReportContent &content, QIODevice &device, const Progress &progress)
{
    constexpr quint64 tellEvery = 4096;
    CsvWriter writer(device);
    QStringList cells;
    for (const ReportColumn &column : content.columns)
        cells << column.title;
    writer.row(cells);
    quint64 rows = 0;
    while (writer.good()) {
        auto more = content.rows(cells);
        if (!more) return more.error();
        if (!*more) break;
        writer.row(cells);
        if (++rows % tellEvery == 0 && progress && !progress(rows, content.rowCount))
            return makeError(Errc::Cancelled, QStringLiteral("The export was cancelled; no file was written."));
    }
    if (auto finished = writer.finish(); !finished) return finished.error();
    if (progress) progress(rows, rows);
    return rows;
}

}  // namespace lw::report
