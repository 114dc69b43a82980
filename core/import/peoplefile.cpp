// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/peoplefile.h"

#include "core/import/csvreader.h"
#include "core/import/displaytext.h"
#include "core/policy/accountrules.h"
#include "core/protocol/limits.h"

#include <QBuffer>
#include <QHash>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace lw::import {

namespace {

namespace limits = protocol::limits;

constexpr qint64 longestRecord = 64 * 1024;

enum Column : quint8 { Login, Name, Department, Email, Roles, Status, ColumnCount };
constexpr std::array<QLatin1String, ColumnCount> columnNames{QLatin1String("login"),      QLatin1String("name"),
                                                             QLatin1String("department"), QLatin1String("email"),
                                                             QLatin1String("roles"),      QLatin1String("status")};

using Places = std::array<qsizetype, ColumnCount>;  ///< of each column in a record; -1: not in the file

QString allColumns()
{
    QStringList names;
    for (const QLatin1String name : columnNames)
        names.append(name);
    return names.join(QLatin1String(", "));
}

Error badFile(const char *field, const QString &what)
{
    return makeError(Errc::InvalidInput, what, QLatin1String(field));
}

/// nullopt: not UTF-8.
std::optional<QString> textOf(const QByteArray &cell)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(cell);
    if (decoder.hasError()) return std::nullopt;
    return text;
}

/// What our own exports, and careful people, put before a text that a spreadsheet would run as a formula.
QString withoutShield(QString cell)
{
    static const auto dangerous = QStringLiteral("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20");
    if (cell.size() > 1 && cell.front() == u'\'' && dangerous.contains(cell[1])) cell.remove(0, 1);
    return cell;
}

Result<Places> placesOf(const CsvRecord &header)
{
    Places places;
    places.fill(-1);
    for (qsizetype i = 0; i < header.fields.size(); ++i) {
        const QString name = textOf(header.fields[i]).value_or(QString()).trimmed().toLower();
        const auto *known = std::find(columnNames.begin(), columnNames.end(), name);
        const QString shown = displayText(QString::fromUtf8(header.fields[i]).trimmed(), 64);
        if (known == columnNames.end())
            return badFile(
                "header", QStringLiteral("The first line names a column \"%1\", which a people file does not have. Its "
                                         "columns are %2.")
                              .arg(shown, allColumns()));
        qsizetype &place = places[static_cast<size_t>(known - columnNames.begin())];
        if (place >= 0)
            return badFile("header", QStringLiteral("The first line names the column \"%1\" twice.").arg(shown));
        place = i;
    }
    if (places[Login] < 0)
        return badFile("header", QStringLiteral("The first line must name the columns, and \"login\" among them. The "
                                                "columns are %1.")
                                     .arg(allColumns()));
    return places;
}

/// Reads the records after the header.
class RowReader {
  public:
    RowReader(const Places &places, qsizetype width, PeopleFile &file) : m_places(places), m_width(width), m_file(file)
    {
    }

    void read(const CsvRecord &record)
    {
        const int line = static_cast<int>(record.line);
        if (record.state == CsvRecord::State::TooLong) {
            refuse(line, {}, {}, QStringLiteral("The line is longer than any person needs. Is a quote left open?"));
            return;
        }
        if (record.state == CsvRecord::State::Malformed) {
            refuse(line, {}, {},
                   QStringLiteral("The line is no CSV: a cell with quotes must begin and end with one, and quotes "
                                  "inside it are doubled."));
            return;
        }
        const QStringList cells = cellsOf(record);
        if (record.fields.size() != m_width) {
            refuse(line, cells.value(m_places[Login]), {},
                   QStringLiteral("The line has %1 cells, but the first line names %2 columns.")
                       .arg(record.fields.size())
                       .arg(m_width));
            return;
        }
        if (cells.isEmpty()) {
            refuse(line, {}, {}, QStringLiteral("The line is not UTF-8. Save the file with that encoding."));
            return;
        }
        if (std::optional<PeopleRow> row = rowOf(line, cells)) m_file.rows.append(*std::move(row));
    }

  private:
    /// Empty: not UTF-8.
    static QStringList cellsOf(const CsvRecord &record)
    {
        QStringList cells;
        for (const QByteArray &field : record.fields) {
            std::optional<QString> text = textOf(field);
            if (!text) return {};
            cells.append(withoutShield(text->trimmed()));
        }
        return cells;
    }

    std::optional<PeopleRow> rowOf(int line, const QStringList &cells)
    {
        const auto cell = [&](Column column) -> std::optional<QString> {
            const qsizetype place = m_places[column];
            return place < 0 ? std::nullopt : std::optional(cells[place]);
        };
        PeopleRow row;
        row.line = line;
        row.login = *cell(Login);
        row.displayName = cell(Name);
        row.department = cell(Department);
        row.email = cell(Email);
        if (const std::optional<QString> roles = cell(Roles)) {
            QString list = *roles;
            row.roles = list.replace(u';', u' ').split(u' ', Qt::SkipEmptyParts);
            row.roles->removeDuplicates();
        }
        const QString status = cell(Status).value_or(QString()).toLower();
        if (!status.isEmpty()) {
            row.status = userStatusFromName(status);
            if (!row.status || *row.status == UserStatus::Locked) {
                refuse(line, row.login, columnNames[Status],
                       QStringLiteral("\"%1\" is no status that can be set. Write active, disabled, or nothing.")
                           .arg(displayText(status, 64)));
                return std::nullopt;
            }
        }
        const QString key = policy::sameLoginKey(row.login);
        const auto before = m_lines.constFind(key);
        if (!row.login.isEmpty() && before != m_lines.cend()) {
            refuse(line, row.login, columnNames[Login],
                   QStringLiteral("This login name stands in line %1 already. Keep one of the two.").arg(*before));
            return std::nullopt;
        }
        m_lines.insert(key, line);
        return row;
    }

    void refuse(int line, const QString &login, QLatin1String column, const QString &message)
    {
        m_file.errors.append({line, displayText(login, 64), column, message});
    }

    const Places &m_places;
    const qsizetype m_width;
    PeopleFile &m_file;
    QHash<QString, int> m_lines;  ///< by login name
};

}  // namespace

Result<PeopleFile> readPeopleFile(QByteArrayView csv)
{
    if (csv.size() > limits::importBytes)
        return makeError(Errc::TooLarge,
                         QStringLiteral("The file has %1 bytes; a people file may have %2.")
                             .arg(csv.size())
                             .arg(limits::importBytes),
                         QStringLiteral("file"));
    QByteArray bytes = QByteArray::fromRawData(csv.data(), csv.size());
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    CsvReader reader(device, longestRecord);
    CsvRecord record;
    bool found = false;
    while (!found && reader.next(record))
        found = !record.blank() || record.state != CsvRecord::State::Ok;
    if (!found) return badFile("file", QStringLiteral("The file is empty. Its first line names the columns."));
    if (record.state != CsvRecord::State::Ok)
        return badFile("header",
                       QStringLiteral("The first line is no CSV. It names the columns: %1.").arg(allColumns()));
    const Result<Places> places = placesOf(record);
    if (!places) return places.error();

    PeopleFile file;
    RowReader rows(*places, record.fields.size(), file);
    int count = 0;
    while (reader.next(record)) {
        if (record.blank() && record.state == CsvRecord::State::Ok) continue;
        if (++count > limits::importLines)
            return makeError(Errc::TooLarge,
                             QStringLiteral("The file has more than %1 people. Split it.").arg(limits::importLines),
                             QStringLiteral("file"));
        rows.read(record);
    }
    if (count == 0) return badFile("file", QStringLiteral("The file names its columns and nobody."));
    return file;
}

}  // namespace lw::import
