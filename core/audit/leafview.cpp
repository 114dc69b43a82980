// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/leafview.h"

#include "core/audit/eventcodec.h"

#include <simdjson.h>

#include <array>
#include <cstring>
#include <limits>
#include <utility>

namespace lw::audit {

namespace {

namespace sj = simdjson;

bool twoDigits(const char *at, int &out)
{
    const int tens = at[0] - '0', ones = at[1] - '0';
    out = tens * 10 + ones;
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
}

int daysInMonth(int year, int month)
{
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<size_t>(month - 1)];
}

// Days since 1970-01-01 of the proleptic Gregorian calendar, by counting from 1 March so that the leap day comes last.
std::int64_t daysFromCivil(int year, int month, int day)
{
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t m = month <= 2 ? month + 9 : month - 3;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * m + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

// Exactly "2026-11-22T14:00:12.418Z". Year 0 is refused, as QDate knows none.
bool parseTime(std::string_view text, std::int64_t &ms)
{
    if (text.size() != 24) return false;
    const char *t = text.data();
    if (t[4] != '-' || t[7] != '-' || t[10] != 'T' || t[13] != ':' || t[16] != ':' || t[19] != '.' || t[23] != 'Z')
        return false;
    int century = 0, yearLow = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, milliHigh = 0;
    if (!twoDigits(t, century) || !twoDigits(t + 2, yearLow) || !twoDigits(t + 5, month) || !twoDigits(t + 8, day) ||
        !twoDigits(t + 11, hour) || !twoDigits(t + 14, minute) || !twoDigits(t + 17, second) ||
        !twoDigits(t + 20, milliHigh) || t[22] < '0' || t[22] > '9')
        return false;
    const int year = century * 100 + yearLow;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 ||
        second > 59)
        return false;
    ms = ((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    ms = ms * 1000 + milliHigh * 10 + (t[22] - '0');
    return true;
}

std::string_view view(QLatin1String name)
{
    return {name.data(), static_cast<size_t>(name.size())};
}

bool parseKind(std::string_view name, EventKind &kind)
{
    static const auto names = [] {
        std::array<std::pair<std::string_view, EventKind>, std::tuple_size_v<std::decay_t<decltype(allEventKinds())>>>
            rows;
        for (size_t i = 0; i < rows.size(); ++i)
            rows[i] = {view(kindName(allEventKinds()[i])), allEventKinds()[i]};
        return rows;
    }();
    for (const auto &[text, value] : names) {
        if (text != name) continue;
        kind = value;
        return true;
    }
    return false;
}

bool parseOutcome(std::string_view name, Outcome &outcome)
{
    outcome = name == "success" ? Outcome::Success : Outcome::Failure;
    return name == "success" || name == "failure";
}

bool parseActorType(std::string_view name, ActorType &type)
{
    for (ActorType candidate : {ActorType::User, ActorType::Device, ActorType::Unknown, ActorType::System}) {
        if (view(actorTypeName(candidate)) != name) continue;
        type = candidate;
        return true;
    }
    return false;
}

}  // namespace

// simdjson's DOM and not its on-demand reader: only the former picks the vector code of the machine at run time, and it
// checks the whole leaf. Its memory is reused from leaf to leaf.
struct LeafParser::State {
    sj::dom::parser parser;
    std::array<char, static_cast<size_t>(maxLeafBytes) + sj::SIMDJSON_PADDING> buffer{};
    const char *failed = "";  ///< the member at fault; empty: the leaf as a whole
    bool tooLarge = false;

    bool fail(const char *member)
    {
        if (*failed == 0) failed = member;
        return false;
    }

    bool text(sj::dom::element value, std::string_view &out, const char *member)
    {
        return (value.get_string().get(out) == sj::SUCCESS && !out.empty()) || fail(member);
    }

    // Calls member(name, value) for each member; an empty object is never written and therefore refused.
    template <typename F>
    bool object(sj::dom::element value, const char *name, F &&member)
    {
        sj::dom::object members;
        if (value.get_object().get(members) != sj::SUCCESS || members.begin() == members.end()) return fail(name);
        for (const auto [key, child] : members)
            if (!member(key, child)) return fail(name);
        return true;
    }

    bool actor(sj::dom::element value, LeafView &out)
    {
        std::string_view type;
        const bool read = object(value, "actor", [&](std::string_view key, sj::dom::element member) {
            if (key == "id") return text(member, out.actorId, "actor.id");
            if (key == "name") return text(member, out.actorName, "actor.name");
            return key == "type" && text(member, type, "actor.type");
        });
        return read && (parseActorType(type, out.actorType) || fail("actor.type"));
    }

    bool origin(sj::dom::element value, LeafView &out)
    {
        return object(value, "origin", [&](std::string_view key, sj::dom::element member) {
            if (key == "address") return text(member, out.address, "origin.address");
            if (key == "agent") return text(member, out.agent, "origin.agent");
            if (key == "service") return text(member, out.service, "origin.service");
            std::uint64_t port = 0;
            if (key != "port") return false;
            if (member.get_uint64().get(port) != sj::SUCCESS || port == 0 ||
                port > std::numeric_limits<std::uint16_t>::max())
                return fail("origin.port");
            out.port = static_cast<std::uint16_t>(port);
            return true;
        });
    }

    bool objectRef(sj::dom::element value, LeafView &out)
    {
        return object(value, "object", [&](std::string_view key, sj::dom::element member) {
            if (key == "id") return text(member, out.objectId, "object.id");
            if (key == "name") return text(member, out.objectName, "object.name");
            return key == "type" && text(member, out.objectType, "object.type");
        });
    }

    bool source(sj::dom::element value, LeafView &out)
    {
        return object(value, "source", [&](std::string_view key, sj::dom::element member) {
            if (key == "format") return text(member, out.sourceFormat, "source.format");
            return key == "host" && text(member, out.sourceHost, "source.host");
        });
    }

    bool leaf(std::string_view bytes, LeafView &out);
};

bool LeafParser::State::leaf(std::string_view bytes, LeafView &out)
{
    failed = "";
    tooLarge = bytes.size() > static_cast<size_t>(maxLeafBytes);
    if (tooLarge) return false;
    if (!bytes.empty()) std::memcpy(buffer.data(), bytes.data(), bytes.size());
    std::memset(buffer.data() + bytes.size(), 0, sj::SIMDJSON_PADDING);
    sj::dom::element root;
    if (parser.parse(buffer.data(), bytes.size(), false).get(root) != sj::SUCCESS) return false;

    out = LeafView();
    std::string_view kind, outcome, time;
    std::uint64_t version = 0;
    bool hasActor = false;
    const bool read = object(root, "", [&](std::string_view key, sj::dom::element value) {
        // In the order of a canonical leaf.
        if (key == "actor") return hasActor = actor(value, out);
        if (key == "after") return value.is_object() || fail("after");
        if (key == "before") return value.is_object() || fail("before");
        if (key == "detail") return text(value, out.detail, "detail");
        if (key == "id") return text(value, out.id, "id");
        if (key == "kind") return text(value, kind, "kind");
        if (key == "object") return objectRef(value, out);
        if (key == "origin") return origin(value, out);
        if (key == "outcome") return text(value, outcome, "outcome");
        if (key == "reason") return text(value, out.reason, "reason");
        if (key == "source") return source(value, out);
        if (key == "time") return text(value, time, "time");
        return key == "v" && value.get_uint64().get(version) == sj::SUCCESS;
    });
    if (!read) return false;
    if (version != 1) return fail("v");
    if (!hasActor) return fail("actor");
    if (out.id.empty()) return fail("id");
    if (out.sourceFormat.empty()) return fail("source.format");
    if (!parseTime(time, out.timeMs)) return fail("time");
    if (!parseKind(kind, out.kind)) return fail("kind");
    return parseOutcome(outcome, out.outcome) || fail("outcome");
}

LeafParser::LeafParser() : m_state(std::make_unique<State>()) {}
LeafParser::~LeafParser() = default;
LeafParser::LeafParser(LeafParser &&) noexcept = default;
LeafParser &LeafParser::operator=(LeafParser &&) noexcept = default;

bool LeafParser::parse(std::string_view leaf, LeafView &out)
{
    return m_state->leaf(leaf, out);
}

Error LeafParser::error() const
{
    if (m_state->tooLarge)
        return makeError(Errc::TooLarge, QStringLiteral("An entry is over the limit of %1 bytes.").arg(maxLeafBytes));
    const QString member = QString::fromLatin1(m_state->failed);
    return makeError(
        Errc::InvalidInput,
        member.isEmpty()
            ? QStringLiteral("This is not an entry of the audit log.")
            : QStringLiteral("%1 is missing or not what an entry of the audit log holds there.").arg(member),
        member);
}

}  // namespace lw::audit
