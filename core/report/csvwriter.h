// SPDX-License-Identifier: GPL-3.0-or-later
// CSV: RFC 4180, CRLF, UTF-8, a header. Text that a spreadsheet would run as a formula gets a leading apostrophe; a
// telephone number such as +442071234567 stays as it is. Made for millions of rows: one reused buffer, no allocation a
// cell. Source: domain.md (Exports); OWASP "CSV Injection".
#pragma once

#include "core/report/reportcontent.h"

#include <QByteArray>
#include <QIODevice>

#include <string_view>

namespace lw::report {

class CsvWriter {
  public:
    explicit CsvWriter(QIODevice &device);

    /// Cells of one row, in order, then endRow(). Text is neutralised and quoted as needed.
    void text(std::string_view utf8);
    void text(QStringView text);
    /// Verbatim: for cells that are known to need neither (numbers, codes, times).
    void verbatim(std::string_view utf8);
    void number(qint64 value);
    void time(qint64 msSinceEpochUtc);  ///< "2026-11-22T14:00:12.418Z"
    void endRow();

    void row(const QStringList &cells);

    /// Writes what is buffered. False once the device refused: the rest is dropped, and finish() tells why.
    bool good() const { return !m_failed; }
    Result<void> finish();
    quint64 rows() const { return m_rows; }

  private:
    void separate();
    void flush();
    char *grow(qsizetype bytes);

    QIODevice &m_device;
    QByteArray m_buffer;
    qsizetype m_used = 0;
    bool m_rowBegun = false;
    bool m_failed = false;
    quint64 m_rows = 0;
    qint64 m_day = -1;  ///< the last date written, and its ten characters
    char m_date[10] = {};
};

/// Header and every row of the content. Gives the number of rows without the header.
Result<quint64> writeCsv(const ReportContent &content, QIODevice &device, const Progress &progress = {});

}  // namespace lw::report
