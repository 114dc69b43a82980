// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notices/mailmessage.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace lw::server {

namespace {

constexpr qsizetype localMost = 64;     // RFC 5321 4.5.3.1.1
constexpr qsizetype addressMost = 254;  // RFC 5321 4.5.3.1.3, less the angle brackets
constexpr qsizetype labelMost = 63;

Error bad(const char *field, const QString &what)
{
    return makeError(Errc::InvalidInput, what, QLatin1String(field));
}

bool isAtext(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-/=?^_`{|}~").contains(c);
}

/// dot-atom of RFC 5322 3.2.3.
bool isDotAtom(QByteArrayView text)
{
    const QList<QByteArray> atoms = text.toByteArray().split('.');
    return std::all_of(atoms.begin(), atoms.end(), [](const QByteArray &atom) {
        return !atom.isEmpty() && std::all_of(atom.begin(), atom.end(), isAtext);
    });
}

bool isDomain(QByteArrayView text)
{
    const QList<QByteArray> labels = text.toByteArray().split('.');
    return std::all_of(labels.begin(), labels.end(), [](const QByteArray &label) {
        const bool letters = std::all_of(label.begin(), label.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        });
        return letters && !label.isEmpty() && label.size() <= labelMost && !label.startsWith('-') &&
               !label.endsWith('-');
    });
}

bool isAddress(QByteArrayView address)
{
    const qsizetype at = address.lastIndexOf('@');
    return at > 0 && at <= localMost && address.size() <= addressMost && isDotAtom(address.first(at)) &&
           isDomain(address.sliced(at + 1));
}

/// Whoever can put a line break into a header can write the next header.
bool isOneLine(const QString &text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
                      c == QChar::ParagraphSeparator;
           });
}

/// RFC 2047 where it is needed: lines of at most 76 characters, each word a whole number of code points.
QByteArray headerText(const QString &text)
{
    const bool plain = text.size() <= 70 && !text.contains(QLatin1String("=?")) &&
                       std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7F'; });
    if (plain) return text.toLatin1();
    constexpr qsizetype most = 39;  // bytes: 52 characters of base64, 12 around them, and the field's name
    QByteArrayList words;
    QByteArray piece;
    for (const uint point : text.toUcs4()) {
        const char32_t letter = point;
        const QByteArray bytes = QString::fromUcs4(&letter, 1).toUtf8();
        if (piece.size() + bytes.size() > most) {
            words.append("=?UTF-8?B?" + piece.toBase64() + "?=");
            piece.clear();
        }
        piece += bytes;
    }
    words.append("=?UTF-8?B?" + piece.toBase64() + "?=");
    return words.join("\r\n ");
}

/// A display name: quoted where it is ASCII.
QByteArray nameText(const QString &name)
{
    const QByteArray text = headerText(name);
    if (text.startsWith("=?")) return text;
    QByteArray quoted = text;
    quoted.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + quoted + '"';
}

/// Folded where it would not fit on one line.
QByteArray senderText(const Mail &mail)
{
    constexpr qsizetype most = 68;
    if (mail.fromName.isEmpty()) return mail.from;
    const QByteArray name = nameText(mail.fromName);
    const bool fits = name.size() + mail.from.size() + 3 <= most;
    return name + (fits ? " <" : "\r\n <") + mail.from + '>';
}

/// "Sat, 22 Nov 2026 14:00:12 +0000": RFC 5322 3.3, whatever the machine's language.
QByteArray dateText(const QDateTime &date)
{
    return QLocale::c().toString(date.toUTC(), QStringLiteral("ddd, d MMM yyyy HH:mm:ss")).toLatin1() + " +0000";
}

/// RFC 2045 6.7: lines of at most 76 characters; space at a line's end is coded, because relays strip it.
QByteArray quotedPrintable(const QString &text)
{
    constexpr qsizetype most = 75;
    QByteArray out;
    for (const QByteArray &line : text.toUtf8().replace("\r\n", "\n").split('\n')) {
        qsizetype width = 0;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const auto byte = static_cast<uchar>(line[i]);
            const bool blankAtEnd = (byte == ' ' || byte == '\t') && i + 1 == line.size();
            const bool literal =
                ((byte > ' ' && byte < 0x7F && byte != '=') || byte == ' ' || byte == '\t') && !blankAtEnd;
            const QByteArray coded = literal ? QByteArray(1, line[i]) : '=' + QByteArray(1, line[i]).toHex().toUpper();
            if (width + coded.size() > most) {
                out += "=\r\n";
                width = 0;
            }
            out += coded;
            width += coded.size();
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace

Result<QByteArray> wireAddress(const QString &address)
{
    const auto refused = [&address] {
        return bad("email", QStringLiteral("\"%1\" is no e-mail address that can be written to.").arg(address));
    };
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1 || !isOneLine(address)) return refused();
    const QString local = address.first(at);
    const QByteArray domain = QUrl::toAce(address.sliced(at + 1));
    const bool ascii = std::all_of(local.begin(), local.end(), [](QChar c) { return c > u' ' && c < u'\x7F'; });
    const QByteArray wire = local.toLatin1() + '@' + domain;
    if (!ascii || domain.isEmpty() || !isAddress(wire)) return refused();
    return wire;
}

Result<QByteArray> compose(const Mail &mail)
{
    if (!isAddress(mail.from)) return bad("from", QStringLiteral("The sender's address is none."));
    if (!isAddress(mail.to)) return bad("to", QStringLiteral("The recipient's address is none."));
    if (!isAddress(mail.messageId)) return bad("messageId", QStringLiteral("The message's id is none."));
    if (!isOneLine(mail.fromName)) return bad("fromName", QStringLiteral("The sender's name must be one line."));
    if (!isOneLine(mail.subject)) return bad("subject", QStringLiteral("The subject must be one line."));
    if (!mail.text.isValidUtf16()) return bad("text", QStringLiteral("The text is not valid."));
    if (!mail.date.isValid()) return bad("date", QStringLiteral("The message has no date."));
    QByteArray out;
    out += "Date: " + dateText(mail.date) + "\r\n";
    out += "From: " + senderText(mail) + "\r\n";
    out += "To: " + mail.to + "\r\n";
    out += "Message-ID: <" + mail.messageId + ">\r\n";
    out += "Subject: " + headerText(mail.subject) + "\r\n";
    // RFC 3834: nobody's holiday answer comes back to it.
    out += "Auto-Submitted: auto-generated\r\n";
    out += "MIME-Version: 1.0\r\n";
    out += "Content-Type: text/plain; charset=utf-8\r\n";
    out += "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
    return out + quotedPrintable(mail.text);
}

}  // namespace lw::server
