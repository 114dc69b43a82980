// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/output.h"

#include "app/linewardenctl/terminal.h"

#include <QJsonDocument>

#include <cstdio>

namespace lw::ctl {

namespace {

void put(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

}  // namespace

void Output::result(const QJsonObject &object, const QString &text) const
{
    put(stdout, m_json ? compact(object) : text.toUtf8() + '\n');
    std::fflush(stdout);
}

void Output::line(const QString &text) const
{
    put(stdout, text.toUtf8() + '\n');
}

void Output::line(const QJsonObject &object) const
{
    put(stdout, compact(object));
}

void Output::note(const QString &text) const
{
    if (!m_json) put(stderr, text.toUtf8() + '\n');
}

void Output::progress(const QString &text) const
{
    if (m_json || !errorIsTerminal()) return;
    put(stderr, "\r" + text.toUtf8() + "\x1b[K");
    if (text.isEmpty()) put(stderr, "\r");
}

int Output::fail(const Error &error) const
{
    return fail(error, exitCodeOf(error));
}

int Output::fail(const Error &error, ExitCode code) const
{
    if (m_json) {
        QJsonObject object{{QStringLiteral("code"), QString(errorName(error.code))},
                           {QStringLiteral("message"), error.message}};
        if (!error.field.isEmpty()) object.insert(QStringLiteral("field"), error.field);
        put(stderr, compact({{QStringLiteral("error"), object}}));
    } else {
        put(stderr, "linewardenctl: " + printable(error.message).toUtf8() + '\n');
    }
    return static_cast<int>(code);
}

QString printable(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const bool control = u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 ||
                             (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
        if (control)
            out += QStringLiteral("\\x") + QString::number(u, 16).rightJustified(2, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

}  // namespace lw::ctl
