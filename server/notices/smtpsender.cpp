// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/notices/smtpsender.h"

#include "core/policy/network.h"
#include "server/notices/mailmessage.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstring>
#include <curl/curl.h>
#include <memory>
#include <mutex>
#include <optional>

namespace lw::server {

namespace {

using Tls = SmtpSettings::Tls;

constexpr std::array<std::pair<Tls, QLatin1String>, 3> tlsNames{
    {{Tls::StartTls, QLatin1String("starttls")}, {Tls::Tls, QLatin1String("tls")}, {Tls::None, QLatin1String("none")}}};

Error bad(const char *field, const QString &what)
{
    return makeError(Errc::InvalidInput, what, QLatin1String(field));
}

bool isLoopback(const QString &host)
{
    const QString address = policy::canonicalAddress(host).value_or(QString());
    return host == QLatin1String("localhost") || address.startsWith(QLatin1String("127.")) ||
           address == QLatin1String("::1");
}

quint16 portOf(const SmtpSettings &settings)
{
    if (settings.port != 0) return settings.port;
    return settings.tls == Tls::StartTls ? 587 : settings.tls == Tls::Tls ? 465 : 25;
}

/// Once a process, and never undone: other threads may be in the middle of it.
void startLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

QString printable(QByteArrayView line)
{
    constexpr qsizetype most = 200;
    QString text = QString::fromLatin1(line.first(std::min(line.size(), most))).trimmed();
    for (QChar &c : text)
        if (c < u' ' || c >= u'\x7F') c = u'?';
    return text;
}

}  // namespace

std::optional<Tls> smtpTlsFromName(QStringView name)
{
    for (const auto &[tls, known] : tlsNames)
        if (name == known) return tls;
    return std::nullopt;
}

Result<void> checkSmtp(const SmtpSettings &settings)
{
    if (settings.host.isEmpty()) return {};
    static const QRegularExpression name(
        QStringLiteral("\\A(?=.{1,253}\\z)(?!-)[A-Za-z0-9-]{1,63}(\\.(?!-)[A-Za-z0-9-]{1,63})*\\z"));
    if (!name.match(settings.host).hasMatch() && !policy::canonicalAddress(settings.host))
        return bad("host", QStringLiteral("“%1” is neither a host name nor an address.").arg(settings.host));
    if (settings.tls == Tls::None && !isLoopback(settings.host))
        return bad("tls", QStringLiteral("Mail to “%1” would travel in the clear. Use starttls or tls; none is for a "
                                         "mail server on this machine only.")
                              .arg(settings.host));
    if (const Result<QByteArray> from = wireAddress(settings.from); !from)
        return bad("from", QStringLiteral("Say from which address mail is sent: “%1” is none.").arg(settings.from));
    if (settings.user.isEmpty() != settings.password.isEmpty())
        return bad("user", QStringLiteral("To sign in, the mail server needs both a user and a password."));
    return {};
}

/// One conversation with the server: what is still to be sent, the last command and the last answer.
struct SmtpSender::Dialogue {
    QByteArrayView rest;
    QByteArray command;  ///< its first four letters: arguments may be secret
    QByteArray answer;
    const std::atomic<bool> &cancelled;
    bool leaving = false;  ///< the rest is courtesy

    static size_t read(char *buffer, size_t size, size_t count, void *self)
    {
        auto &dialogue = *static_cast<Dialogue *>(self);
        const auto bytes = std::min(static_cast<qsizetype>(size * count), dialogue.rest.size());
        std::memcpy(buffer, dialogue.rest.data(), static_cast<size_t>(bytes));
        dialogue.rest = dialogue.rest.sliced(bytes);
        return static_cast<size_t>(bytes);
    }
    static int trace(CURL *, curl_infotype type, char *data, size_t size, void *self)
    {
        auto &dialogue = *static_cast<Dialogue *>(self);
        const QByteArrayView text(data, static_cast<qsizetype>(size));
        if (type == CURLINFO_HEADER_OUT && text.startsWith("QUIT")) dialogue.leaving = true;
        if (dialogue.leaving) return 0;
        if (type == CURLINFO_HEADER_OUT)
            dialogue.command = text.first(std::min<qsizetype>(text.size(), 4)).toByteArray();
        if (type == CURLINFO_HEADER_IN) dialogue.answer = text.toByteArray();
        return 0;
    }
    static int progress(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
    {
        return static_cast<Dialogue *>(self)->cancelled ? 1 : 0;
    }

    /// Only what the server said to the recipient or the message counts against the recipient.
    SendResult judge(CURLcode code, const char *words) const
    {
        using Outcome = SendResult::Outcome;
        if (code == CURLE_OK) return {Outcome::Sent, printable(answer)};
        const bool aboutMessage = command == "RCPT" || command == "DATA" || rest.isEmpty();
        const bool answered = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_WEIRD_SERVER_REPLY;
        if (aboutMessage && answered && answer.startsWith('5')) return {Outcome::Refused, printable(answer)};
        if (aboutMessage && answered && answer.startsWith('4')) return {Outcome::Later, printable(answer)};
        return {Outcome::Unavailable, printable(words)};
    }
};

SmtpSender::SmtpSender(SmtpSettings settings) : m_settings(std::move(settings))
{
    startLibrary();
}

SendResult SmtpSender::send(const QByteArray &from, const QByteArray &to, const QByteArray &message)
{
    const std::unique_ptr<CURL, void (*)(CURL *)> curl(curl_easy_init(), curl_easy_cleanup);
    if (!curl || m_cancelled) return {SendResult::Outcome::Unavailable, QStringLiteral("not started")};
    Dialogue dialogue{message, {}, {}, m_cancelled, false};
    std::array<char, CURL_ERROR_SIZE> words{};
    const QString host = m_settings.host.contains(u':') ? u'[' + m_settings.host + u']' : m_settings.host;
    // The path is the name that we greet with.
    const QByteArray url = QStringLiteral("%1://%2:%3/%4")
                               .arg(m_settings.tls == Tls::Tls ? QStringLiteral("smtps") : QStringLiteral("smtp"), host)
                               .arg(portOf(m_settings))
                               .arg(QString::fromLatin1(from.mid(from.lastIndexOf('@') + 1)))
                               .toLatin1();
    const QByteArray sender = '<' + from + '>';
    const QByteArray recipient = '<' + to + '>';
    const std::unique_ptr<curl_slist, void (*)(curl_slist *)> recipients(
        curl_slist_append(nullptr, recipient.constData()), curl_slist_free_all);
    const QByteArray user = m_settings.user.toUtf8();
    const QByteArray caFile = m_settings.caFile.toUtf8();

    bool set = recipients != nullptr;
    const auto option = [&](CURLoption name, auto value) {
        set = set && curl_easy_setopt(curl.get(), name, value) == CURLE_OK;
    };
    option(CURLOPT_URL, url.constData());
    option(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    option(CURLOPT_PROXY, "");
    option(CURLOPT_NOSIGNAL, 1L);
    option(CURLOPT_CONNECTTIMEOUT, long(m_settings.connectSeconds));
    option(CURLOPT_TIMEOUT, long(m_settings.totalSeconds));
    option(CURLOPT_MAIL_FROM, sender.constData());
    option(CURLOPT_MAIL_RCPT, recipients.get());
    if (m_settings.tls == Tls::StartTls) option(CURLOPT_USE_SSL, long(CURLUSESSL_ALL));
    option(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!caFile.isEmpty()) option(CURLOPT_CAINFO, caFile.constData());
    if (!user.isEmpty()) {
        option(CURLOPT_USERNAME, user.constData());
        option(CURLOPT_PASSWORD, m_settings.password.constData());
    }
    option(CURLOPT_UPLOAD, 1L);
    option(CURLOPT_READFUNCTION, &Dialogue::read);
    option(CURLOPT_READDATA, static_cast<void *>(&dialogue));
    option(CURLOPT_VERBOSE, 1L);
    option(CURLOPT_DEBUGFUNCTION, &Dialogue::trace);
    option(CURLOPT_DEBUGDATA, static_cast<void *>(&dialogue));
    option(CURLOPT_NOPROGRESS, 0L);
    option(CURLOPT_XFERINFOFUNCTION, &Dialogue::progress);
    option(CURLOPT_XFERINFODATA, static_cast<void *>(&dialogue));
    option(CURLOPT_ERRORBUFFER, words.data());
    if (!set) return {SendResult::Outcome::Unavailable, QStringLiteral("the mail library took not every setting")};

    const CURLcode code = curl_easy_perform(curl.get());
    return dialogue.judge(code, words.front() ? words.data() : curl_easy_strerror(code));
}

}  // namespace lw::server
