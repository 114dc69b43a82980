// SPDX-License-Identifier: GPL-3.0-or-later
// The table of number ranges: its file, and the look-up of the longest prefix.
#include "core/policy/numbertable.h"

#include <QFile>

#include <optional>

// Q_INIT_RESOURCE must stand outside every namespace.
static void initTables()
{
    Q_INIT_RESOURCE(numbers);
}

namespace lw::policy {

namespace {

constexpr qsizetype rowsMost = 100'000;
constexpr qsizetype prefixMost = 15;
constexpr qsizetype nameMost = 100;
constexpr int lengthMost = 20;

Error wrong(int line, const QString &field, const QString &sentence)
{
    return makeError(Errc::InvalidInput, QStringLiteral("Line %1, %2: %3").arg(line).arg(field, sentence), field);
}

bool allDigits(QStringView text)
{
    for (const QChar c : text)
        if (c < u'0' || c > u'9') return false;
    return !text.isEmpty();
}

std::optional<quint64> lengthsFrom(QStringView text)
{
    quint64 bits = 0;
    const auto parts = text.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView part : parts) {
        bool ok = false;
        const int length = part.toInt(&ok);
        if (!ok || length < 1 || length > lengthMost) return std::nullopt;
        bits |= quint64(1) << length;
    }
    return bits == 0 ? std::nullopt : std::optional(bits);
}

/// "# country: 44" gives 44.
QString directive(QStringView line, QStringView name)
{
    line = line.sliced(1).trimmed();
    if (!line.startsWith(name) || line.size() <= name.size() || line[name.size()] != u':') return {};
    return line.sliced(name.size() + 1).trimmed().toString();
}

}  // namespace

Result<NumberTable> NumberTable::fromCsv(QByteArrayView csv)
{
    auto data = std::make_shared<Data>();
    const QString text = QString::fromUtf8(csv);
    bool header = false;
    int number = 0;
    const auto lines = QStringView(text).split(u'\n');
    for (const QStringView whole : lines) {
        ++number;
        const QStringView line = whole.trimmed();
        if (line.isEmpty()) continue;
        if (line.startsWith(u'#')) {
            if (const QString country = directive(line, u"country"); !country.isEmpty()) data->country = country;
            continue;
        }
        if (!header) {
            if (line != u"prefix,lengths,class,name")
                return wrong(number, QStringLiteral("header"),
                             QStringLiteral("the columns are prefix,lengths,class,name."));
            header = true;
            continue;
        }
        const auto fields = line.split(u',');
        if (fields.size() != 4)
            return wrong(number, QStringLiteral("row"),
                         QStringLiteral("a row has four fields without commas in them."));
        const bool plus = fields[0].startsWith(u'+');
        const QStringView digits = plus ? fields[0].sliced(1) : fields[0];
        if (!allDigits(digits) || digits.size() > prefixMost)
            return wrong(number, QStringLiteral("prefix"),
                         QStringLiteral("1 to %1 digits, with \"+\" in front for E.164.").arg(prefixMost));
        const auto lengths = lengthsFrom(fields[1]);
        if (!lengths)
            return wrong(number, QStringLiteral("lengths"),
                         QStringLiteral("numbers from 1 to %1 with blanks between them.").arg(lengthMost));
        const auto callClass = callClassFromName(fields[2]);
        if (!callClass || *callClass == CallClass::Invalid)
            return wrong(number, QStringLiteral("class"), QStringLiteral("\"%1\" is no class.").arg(fields[2]));
        if (fields[3].size() > nameMost)
            return wrong(number, QStringLiteral("name"), QStringLiteral("at most %1 characters.").arg(nameMost));
        if (static_cast<qsizetype>(data->ranges.size()) >= rowsMost)
            return wrong(number, QStringLiteral("row"), QStringLiteral("a table has at most %1 rows.").arg(rowsMost));
        const QByteArray ascii = digits.toLatin1();
        DigitTrie &trie = plus ? data->international : data->plain;
        if (!trie.insert(std::span(ascii.constData(), static_cast<size_t>(ascii.size())),
                         static_cast<std::int32_t>(data->ranges.size())))
            return wrong(number, QStringLiteral("prefix"), QStringLiteral("%1 stands twice.").arg(fields[0]));
        data->ranges.push_back({fields[0].toString(), *lengths, *callClass, fields[3].toString()});
    }
    if (!allDigits(data->country))
        return wrong(1, QStringLiteral("country"),
                     QStringLiteral("a line such as \"# country: 44\" names the home country's calling code."));
    data->countryDigits = data->country.toLatin1();
    NumberTable table;
    table.m_data = std::move(data);
    return table;
}

const NumberTable &NumberTable::shipped()
{
    static const NumberTable table = [] {
        initTables();
        QFile file(QStringLiteral(":/numbers/uk.csv"));
        if (!file.open(QIODevice::ReadOnly)) qFatal("the table of numbers is not linked in");
        Result<NumberTable> read = fromCsv(file.readAll());
        if (!read) qFatal("the table of numbers: %s", qPrintable(read.error().message));
        return std::move(*read);
    }();
    return table;
}

const NumberRange *NumberTable::find(QStringView canonical) const
{
    const bool plus = canonical.startsWith(u'+');
    const QByteArray digits = (plus ? canonical.sliced(1) : canonical).toLatin1();
    if (!allDigits(plus ? canonical.sliced(1) : canonical)) return nullptr;
    return find(std::span(digits.constData(), static_cast<size_t>(digits.size())), plus);
}

const NumberRange *NumberTable::find(std::span<const char> digits, bool international) const
{
    const std::int32_t at = (international ? m_data->international : m_data->plain).longest(digits);
    return at == DigitTrie::none ? nullptr : &m_data->ranges[static_cast<size_t>(at)];
}

QString NumberTable::country() const
{
    return m_data->country;
}

QByteArrayView NumberTable::countryDigits() const
{
    return m_data->countryDigits;
}

qsizetype NumberTable::size() const
{
    return static_cast<qsizetype>(m_data->ranges.size());
}

}  // namespace lw::policy
