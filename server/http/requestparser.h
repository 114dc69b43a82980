// SPDX-License-Identifier: GPL-3.0-or-later
// One request, from bytes. Beast's parser takes it apart; what Beast lets pass for compatibility, but two programs
// could read in two ways (request smuggling), is refused here: line endings other than CRLF, NUL, folded lines, several
// Content-Length, any Transfer-Encoding but "chunked", no or several Host. Source: RFC 9112 (5.2, 6.1, 6.3, 11.2).
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"
#include "server/http/config.h"
#include "server/http/message.h"

#include <boost/beast/http/basic_parser.hpp>

#include <optional>

namespace lw::server {

/// Why a request is not even handed to the router. The connection ends after the answer.
struct Refusal {
    int status = 400;
    QString detail;
};

class RequestParser final : public boost::beast::http::basic_parser<true> {
  public:
    explicit RequestParser(const HttpLimits &limits);

    /// The length of the head in `bytes` with its empty line; -1 while it is incomplete. The first `seen` bytes were
    /// searched before.
    static qsizetype headLength(QByteArrayView bytes, qsizetype seen);

    /// Takes a complete head.
    std::optional<Refusal> takeHead(QByteArrayView head);
    /// Once the head was taken, before its body: true when the body is, or may become, larger than `bytes`.
    bool mayExceed(qint64 bytes) const;
    /// Holds the body to this size. Without it no body is taken at all.
    std::optional<Refusal> limitBody(qint64 bytes);
    /// Takes bytes of the body and says how many it used; 0 without a refusal means that it needs more.
    std::optional<Refusal> takeBody(QByteArrayView bytes, qsizetype &used);

    bool expectsContinue() const { return m_expectsContinue; }
    bool keepAlive() const { return m_version >= 11 && keep_alive(); }
    bool isHttp10() const { return m_version < 11; }
    Request &request() { return m_request; }
    /// The bearer token; empty when there is none or when the scheme is another one.
    const Secret &token() const { return m_token; }

  private:
    using ErrorCode = boost::beast::error_code;
    using Text = boost::beast::string_view;

    std::optional<Refusal> refusalOf(const ErrorCode &error) const;
    std::optional<Refusal> checkFields() const;
    void takeAuthorization(Text value);

    void on_request_impl(boost::beast::http::verb, Text method, Text target, int version, ErrorCode &) override;
    void on_response_impl(int, Text, int, ErrorCode &) override {}
    void on_field_impl(boost::beast::http::field name, Text text, Text value, ErrorCode &error) override;
    void on_header_impl(ErrorCode &) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t> &length, ErrorCode &) override;
    std::size_t on_body_impl(Text bytes, ErrorCode &) override;
    void on_chunk_header_impl(std::uint64_t, Text, ErrorCode &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, ErrorCode &) override;
    void on_finish_impl(ErrorCode &) override {}

    const HttpLimits &m_limits;
    qint64 m_bodyMost = 0;
    Request m_request;
    Secret m_token;
    QByteArray m_target;
    int m_version = 11;
    int m_fields = 0;
    int m_hosts = 0;
    int m_lengths = 0;
    int m_authorizations = 0;
    bool m_headDone = false;
    bool m_expectsContinue = false;
    bool m_otherExpectation = false;
    bool m_otherCoding = false;
};

}  // namespace lw::server
