// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/logendpoint.h"

#include "core/import/textview.h"
#include "core/policy/network.h"

#include <algorithm>
#include <array>

namespace lw::import {

namespace {

constexpr size_t longestHostName = 253;

bool isHostName(std::string_view text)
{
    if (text.empty() || text.size() > longestHostName || text.front() == '-' || text.front() == '.') return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
    });
}

std::optional<quint16> portFrom(std::string_view text)
{
    const auto port = takeNumber(text, 65535);
    return port && text.empty() ? std::optional(static_cast<quint16>(*port)) : std::nullopt;
}

}  // namespace

std::optional<QString> addressFrom(std::string_view text)
{
    const QString latin =
        QString::fromLatin1(text.data(), static_cast<qsizetype>(std::min(text.size(), longestHostName + 1)));
    if (auto address = policy::canonicalAddress(latin)) return address;
    if (text == "UNKNOWN") return QString();
    return isHostName(text) ? std::optional(latin) : std::nullopt;
}

std::optional<Endpoint> endpointFrom(std::string_view text)
{
    Endpoint endpoint;
    for (const std::string_view transport : {"UDP", "TCP", "TLS", "WSS", "WS"}) {
        if (text.size() <= transport.size() || !text.starts_with(transport) || text[transport.size()] != ':') continue;
        endpoint.transport = QString::fromLatin1(transport.data(), static_cast<qsizetype>(transport.size()));
        text.remove_prefix(transport.size() + 1);
        break;
    }
    std::string_view host = text;
    if (text.starts_with('[')) {
        const size_t end = text.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        host = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
    } else if (std::count(text.begin(), text.end(), ':') == 1) {
        host = text.substr(0, text.find(':'));
        text.remove_prefix(host.size());
    } else {
        text = {};
    }
    if (eat(text, ":")) {
        const auto port = portFrom(text);
        if (!port) return std::nullopt;
        endpoint.port = *port;
    } else if (!text.empty()) {
        return std::nullopt;
    }
    const auto address = addressFrom(host);
    if (!address) return std::nullopt;
    endpoint.address = *address;
    return endpoint;
}

}  // namespace lw::import
