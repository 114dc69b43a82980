// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/eventcodec.h"

#include "core/audit/json.h"
#include "core/util/time.h"

#include <algorithm>
#include <initializer_list>

namespace lw::audit {

namespace {

constexpr int formatVersion = 1;

// Canonical members are written in order of their names, so that the leaf needs no tree and no sorting.
class ObjectWriter {
  public:
    explicit ObjectWriter(QByteArray &out) : m_out(out) {}
    void text(const char *name, const QString &value)
    {
        if (value.isEmpty()) return;
        key(name);
        writeCanonicalText(value, m_out);
    }
    void word(const char *name, QLatin1String value)  ///< one of our own names, which need no escape
    {
        if (value.isEmpty()) return;
        key(name);
        m_out.append('"').append(value.data(), value.size()).append('"');
    }
    void number(const char *name, int value)
    {
        key(name);
        m_out += QByteArray::number(value);
    }
    void json(const char *name, const QJsonObject &value)
    {
        key(name);
        writeCanonical(value, m_out);
    }
    template <typename Members>
    void object(const char *name, Members &&members)
    {
        key(name);
        ObjectWriter inner(m_out);
        members(inner);
        inner.close();
    }
    void close() { m_out += m_open ? "}" : "{}"; }

  private:
    void key(const char *name)
    {
        m_out += m_open ? ",\"" : "{\"";
        m_out += name;
        m_out += "\":";
        m_open = true;
    }
    QByteArray &m_out;
    bool m_open = false;
};

// Reads one object of the leaf; the first thing wrong is kept, named by its path.
class ObjectReader {
  public:
    ObjectReader(const JsonNode *node, QString path, Error *error, std::initializer_list<QLatin1String> known)
        : m_node(node), m_path(std::move(path)), m_error(error)
    {
        if (m_node == nullptr) return;
        if (m_node->type != JsonNode::Type::Object) {
            fail(m_path, QStringLiteral("must be an object"));
            m_node = nullptr;
            return;
        }
        for (const auto &[name, child] : m_node->members)
            if (std::find(known.begin(), known.end(), name) == known.end())
                fail(pathOf(name), QStringLiteral("is not known in version 1"));
    }

    bool present() const { return m_node != nullptr; }

    const JsonNode *take(QLatin1String name, bool required)
    {
        const JsonNode *child = m_node == nullptr ? nullptr : m_node->member(QString(name));
        if (child == nullptr && required) fail(pathOf(name), QStringLiteral("is missing"));
        return child;
    }

    QString text(QLatin1String name, bool required = false)
    {
        const JsonNode *child = take(name, required);
        if (child == nullptr) return {};
        if (child->type != JsonNode::Type::Text)
            fail(pathOf(name), QStringLiteral("must be text"));
        else if (child->text.isEmpty())
            fail(pathOf(name), QStringLiteral("must not be empty"));
        return child->text;
    }

    template <typename E>
    void name(QLatin1String member, std::optional<E> (*fromName)(QStringView), E &out)
    {
        const QString given = text(member, true);
        if (given.isEmpty()) return;
        const std::optional<E> value = fromName(given);
        if (value)
            out = *value;
        else
            fail(pathOf(member), QStringLiteral("has an unknown value"));
    }

    int integer(QLatin1String name, bool required, int least, int most)
    {
        const JsonNode *child = take(name, required);
        if (child == nullptr) return 0;
        if (child->type == JsonNode::Type::Number && child->number >= least && child->number <= most) {
            const int value = static_cast<int>(child->number);
            if (value == child->number) return value;
        }
        fail(pathOf(name), QStringLiteral("must be a whole number from %1 to %2").arg(least).arg(most));
        return 0;
    }

    std::optional<QJsonObject> object(QLatin1String name)
    {
        const JsonNode *child = take(name, false);
        if (child == nullptr) return std::nullopt;
        if (child->type != JsonNode::Type::Object) {
            fail(pathOf(name), QStringLiteral("must be an object"));
            return std::nullopt;
        }
        return toQJson(*child).toObject();
    }

    void fail(const QString &path, const QString &what)
    {
        if (m_error->field.isEmpty())
            *m_error = makeError(Errc::InvalidInput, QStringLiteral("%1 %2.").arg(path, what), path);
    }

    QString pathOf(QAnyStringView name) const
    {
        return m_path.isEmpty() ? name.toString() : m_path + u'.' + name.toString();
    }

  private:
    const JsonNode *m_node;
    QString m_path;
    Error *m_error;
};

constexpr QLatin1String operator""_n(const char *text, size_t size)
{
    return QLatin1String(text, static_cast<qsizetype>(size));
}

Actor readActor(ObjectReader &leaf, Error &error)
{
    Actor actor;
    ObjectReader reader(leaf.take("actor"_n, true), QStringLiteral("actor"), &error, {"id"_n, "name"_n, "type"_n});
    actor.id = reader.text("id"_n);
    actor.name = reader.text("name"_n);
    if (reader.present()) reader.name("type"_n, actorTypeFromName, actor.type);
    return actor;
}

ObjectRef readObject(ObjectReader &leaf, Error &error)
{
    ObjectReader reader(leaf.take("object"_n, false), QStringLiteral("object"), &error, {"id"_n, "name"_n, "type"_n});
    return {reader.text("type"_n), reader.text("id"_n), reader.text("name"_n)};
}

Origin readOrigin(ObjectReader &leaf, Error &error)
{
    ObjectReader reader(leaf.take("origin"_n, false), QStringLiteral("origin"), &error,
                        {"address"_n, "agent"_n, "port"_n, "service"_n});
    Origin origin;
    origin.address = reader.text("address"_n);
    origin.agent = reader.text("agent"_n);
    origin.port = static_cast<quint16>(reader.integer("port"_n, false, 1, 65535));
    origin.service = reader.text("service"_n);
    return origin;
}

EventSource readSource(ObjectReader &leaf, Error &error)
{
    ObjectReader reader(leaf.take("source"_n, true), QStringLiteral("source"), &error, {"format"_n, "host"_n});
    return {reader.present() ? reader.text("format"_n, true) : QString(), reader.text("host"_n)};
}

Error notCanonical()
{
    return makeError(Errc::InvalidInput, QStringLiteral("The entry's bytes are not in canonical form (RFC 8785)."));
}

Error tooLarge(qsizetype size)
{
    return makeError(Errc::TooLarge,
                     QStringLiteral("An entry of %1 bytes is over the limit of %2 bytes.").arg(size).arg(maxLeafBytes));
}

}  // namespace

QByteArray leafBytes(const AuditEvent &event)
{
    QByteArray out;
    out.reserve(512);
    ObjectWriter leaf(out);
    leaf.object("actor", [&](ObjectWriter &actor) {
        actor.text("id", event.actor.id);
        actor.text("name", event.actor.name);
        actor.word("type", actorTypeName(event.actor.type));
    });
    if (event.after) leaf.json("after", *event.after);
    if (event.before) leaf.json("before", *event.before);
    leaf.text("detail", event.detail);
    leaf.text("id", event.id);
    leaf.word("kind", kindName(event.kind));
    if (event.object != ObjectRef())
        leaf.object("object", [&](ObjectWriter &object) {
            object.text("id", event.object.id);
            object.text("name", event.object.name);
            object.text("type", event.object.type);
        });
    if (event.origin != Origin())
        leaf.object("origin", [&](ObjectWriter &origin) {
            origin.text("address", event.origin.address);
            origin.text("agent", event.origin.agent);
            if (event.origin.port != 0) origin.number("port", event.origin.port);
            origin.text("service", event.origin.service);
        });
    leaf.word("outcome", outcomeName(event.outcome));
    leaf.text("reason", event.reason);
    leaf.object("source", [&](ObjectWriter &source) {
        source.text("format", event.source.format);
        source.text("host", event.source.host);
    });
    leaf.text("time", toRfc3339(event.time));
    leaf.number("v", formatVersion);
    leaf.close();
    return out;
}

Result<QByteArray> checkedLeaf(const AuditEvent &event)
{
    const auto refuse = [](QLatin1String field, const QString &what) {
        return makeError(Errc::InvalidInput, QStringLiteral("%1 %2.").arg(field, what), field);
    };
    const QString missing = QStringLiteral("is missing");
    if (event.id.isEmpty()) return refuse("id"_n, missing);
    if (event.source.format.isEmpty()) return refuse("source.format"_n, missing);
    const QString noName = QStringLiteral("has no name in the log's format");
    if (kindName(event.kind).isEmpty()) return refuse("kind"_n, noName);
    if (outcomeName(event.outcome).isEmpty()) return refuse("outcome"_n, noName);
    if (actorTypeName(event.actor.type).isEmpty()) return refuse("actor.type"_n, noName);
    const int year = event.time.isValid() ? event.time.toUTC().date().year() : 0;
    if (year < 1 || year > 9999) return refuse("time"_n, QStringLiteral("must lie in the years 1 to 9999"));
    QByteArray leaf = leafBytes(event);
    if (leaf.size() > maxLeafBytes) return tooLarge(leaf.size());
    // Only objects of free form can hold what no rule above has judged: nesting, and names that became equal.
    if (event.before || event.after) {
        Result<AuditEvent> read = eventFromLeaf(leaf);
        if (!read) return read.error();
    }
    return leaf;
}

Result<void> checkEvent(const AuditEvent &event)
{
    Result<QByteArray> leaf = checkedLeaf(event);
    if (!leaf) return leaf.error();
    return {};
}

Result<AuditEvent> eventFromLeaf(QByteArrayView leaf)
{
    if (leaf.size() > maxLeafBytes) return tooLarge(leaf.size());
    Result<JsonNode> tree = parseJson(leaf);
    if (!tree) return tree.error();

    Error error;
    ObjectReader reader(&*tree, QString(), &error,
                        {"actor"_n, "after"_n, "before"_n, "detail"_n, "id"_n, "kind"_n, "object"_n, "origin"_n,
                         "outcome"_n, "reason"_n, "source"_n, "time"_n, "v"_n});
    if (!reader.present())
        return makeError(Errc::InvalidInput, QStringLiteral("An entry of the audit log must be a JSON object."));
    reader.integer("v"_n, true, formatVersion, formatVersion);
    AuditEvent event;
    event.id = reader.text("id"_n, true);
    const QString time = reader.text("time"_n, true);
    event.time = fromRfc3339(time);
    if (!time.isEmpty() && toRfc3339(event.time) != time)
        reader.fail(QStringLiteral("time"), QStringLiteral("must have the form 2026-11-22T14:00:12.418Z"));
    reader.name("kind"_n, kindFromName, event.kind);
    reader.name("outcome"_n, outcomeFromName, event.outcome);
    event.actor = readActor(reader, error);
    event.origin = readOrigin(reader, error);
    event.object = readObject(reader, error);
    event.source = readSource(reader, error);
    event.reason = reader.text("reason"_n);
    event.detail = reader.text("detail"_n);
    event.before = reader.object("before"_n);
    event.after = reader.object("after"_n);
    if (!error.field.isEmpty()) return error;

    // Catches other spellings of the same JSON, and sub-objects that are there but empty.
    if (QByteArrayView(leafBytes(event)) != leaf) return notCanonical();
    return event;
}

}  // namespace lw::audit
