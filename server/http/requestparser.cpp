// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/requestparser.h"

#include "server/http/target.h"

namespace lw::server {

namespace http = boost::beast::http;

namespace {

constexpr int longestToken = 4096;

QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

Refusal bad(const char *detail)
{
    return Refusal{400, QLatin1String(detail)};
}

/// What must hold for the raw bytes of a head before anybody reads meaning into them.
std::optional<Refusal> checkRaw(QByteArrayView head)
{
    for (qsizetype i = 0; i < head.size(); ++i) {
        const char c = head[i];
        if (c == '\0') return bad("The head holds a NUL.");
        if (c == '\n' && (i == 0 || head[i - 1] != '\r'))
            return bad("A line of the head ends without a carriage return.");
        if (c == '\r' && (i + 1 >= head.size() || head[i + 1] != '\n'))
            return bad("The head holds a lone carriage return.");
        if (c == '\n' && i + 1 < head.size() && (head[i + 1] == ' ' || head[i + 1] == '\t'))
            return bad("A header field is folded over several lines.");
    }
    return std::nullopt;
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~' || c == '+' || c == '/' || c == '=';
}

}  // namespace

RequestParser::RequestParser(const HttpLimits &limits) : m_limits(limits)
{
    // Sizes are judged here, not in Beast: its limits would end the parse before we know what to answer.
    header_limit(static_cast<std::uint32_t>(limits.headBytes));
    body_limit(boost::none);
    eager(false);
}

qsizetype RequestParser::headLength(QByteArrayView bytes, qsizetype seen)
{
    constexpr qsizetype overlap = 3;
    const qsizetype end = bytes.indexOf("\r\n\r\n", std::max<qsizetype>(0, seen - overlap));
    return end < 0 ? -1 : end + 4;
}

std::optional<Refusal> RequestParser::takeHead(QByteArrayView head)
{
    if (auto refusal = checkRaw(head)) return refusal;
    ErrorCode error;
    put(boost::asio::buffer(head.data(), static_cast<std::size_t>(head.size())), error);
    if (auto refusal = refusalOf(error)) return refusal;
    if (!is_header_done()) return bad("The head is malformed.");
    m_headDone = true;
    if (auto refusal = checkFields()) return refusal;

    Result<Target> target = parseTarget(m_target);
    if (!target) return Refusal{400, target.error().message};
    m_request.path = std::move(target->path);
    m_request.query = std::move(target->query);

    body_limit(std::uint64_t(0));
    return std::nullopt;
}

bool RequestParser::mayExceed(qint64 bytes) const
{
    const auto length = content_length();
    return length ? *length > static_cast<std::uint64_t>(bytes) : chunked();
}

std::optional<Refusal> RequestParser::limitBody(qint64 bytes)
{
    m_bodyMost = bytes;
    if (content_length() && mayExceed(bytes)) return refusalOf(http::error::body_limit);
    body_limit(static_cast<std::uint64_t>(bytes));
    return std::nullopt;
}

std::optional<Refusal> RequestParser::checkFields() const
{
    if (m_fields > m_limits.headerFields)
        return Refusal{431, QStringLiteral("There are more than %1 header fields.").arg(m_limits.headerFields)};
    if (m_version >= 11 && m_hosts != 1) return bad("There must be exactly one Host field.");
    if (m_hosts > 1) return bad("There is more than one Host field.");
    if (m_lengths > 1) return bad("There is more than one Content-Length.");
    if (m_authorizations > 1) return bad("There is more than one Authorization field.");
    if (m_otherCoding || (m_version < 11 && chunked())) return bad("The only transfer coding understood is chunked.");
    if (m_otherExpectation) return Refusal{417, QStringLiteral("The only expectation understood is 100-continue.")};
    return std::nullopt;
}

std::optional<Refusal> RequestParser::takeBody(QByteArrayView bytes, qsizetype &used)
{
    ErrorCode error;
    used =
        static_cast<qsizetype>(put(boost::asio::buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error));
    if (error == http::error::need_more) return std::nullopt;
    return refusalOf(error);
}

std::optional<Refusal> RequestParser::refusalOf(const ErrorCode &error) const
{
    if (!error) return std::nullopt;
    if (error == http::error::body_limit)
        return Refusal{413, QStringLiteral("The body is larger than the limit of %1 bytes.").arg(m_bodyMost)};
    if (error == http::error::header_limit)
        return Refusal{431, QStringLiteral("The head is larger than the limit of %1 bytes.").arg(m_limits.headBytes)};
    if (error == http::error::bad_version) return bad("Only HTTP/1.1 and HTTP/1.0 are understood.");
    return Refusal{400, QStringLiteral("The request is malformed: %1.").arg(QString::fromStdString(error.message()))};
}

void RequestParser::on_request_impl(http::verb, Text method, Text target, int version, ErrorCode &)
{
    m_request.method = bytesOf(method);
    m_target = bytesOf(target);
    m_version = version;
}

void RequestParser::takeAuthorization(Text value)
{
    constexpr qsizetype schemeLength = 7;
    ++m_authorizations;
    const QByteArrayView text(value.data(), static_cast<qsizetype>(value.size()));
    if (text.size() <= schemeLength || text.size() > longestToken ||
        qstrnicmp(text.data(), schemeLength, "bearer ", schemeLength) != 0)
        return;
    const QByteArrayView token = text.sliced(schemeLength).trimmed();
    for (const char c : token)
        if (!isTokenCharacter(c)) return;
    m_token = toSecret(token);
}

void RequestParser::on_field_impl(http::field name, Text text, Text value, ErrorCode &)
{
    if (m_headDone) return;  // trailers mean nothing here
    ++m_fields;
    switch (name) {
        case http::field::authorization: takeAuthorization(value); return;
        case http::field::host: m_hosts += value.empty() ? 2 : 1; break;
        case http::field::content_length: m_lengths += value.find(',') == Text::npos ? 1 : 2; break;
        case http::field::transfer_encoding: m_otherCoding |= !boost::beast::iequals(value, "chunked"); break;
        case http::field::expect:
            (boost::beast::iequals(value, "100-continue") ? m_expectsContinue : m_otherExpectation) = true;
            break;
        default: break;
    }
    m_request.headers.add(bytesOf(text), bytesOf(value));
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t> &length, ErrorCode &)
{
    // Announced and within the limit: one allocation. Not announced: grows with what really arrives.
    if (length) m_request.body.reserve(static_cast<qsizetype>(*length));
}

std::size_t RequestParser::on_body_impl(Text bytes, ErrorCode &)
{
    m_request.body.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return bytes.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text bytes, ErrorCode &error)
{
    return on_body_impl(bytes, error);
}

}  // namespace lw::server
