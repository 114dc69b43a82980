// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/audit: a strict reader of I-JSON (RFC 7493) into a small tree, and its canonical writer. Qt's own
// reader will not do: it drops a byte order mark at the start of a text, keeps the last of two equal names, and takes
// lone surrogates.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>
#include <QString>

#include <vector>

namespace lw::audit {

struct JsonMember;

struct JsonNode {
    enum class Type { Null, False, True, Number, Text, Array, Object };
    Type type = Type::Null;
    double number = 0;
    QString text;
    std::vector<JsonNode> items;
    std::vector<JsonMember> members;  ///< sorted by UTF-16 code units, as RFC 8785 asks

    const JsonNode *member(QStringView name) const;
};

struct JsonMember {
    QString first;
    JsonNode second;
};

/// Errors as canonicalise().
Result<JsonNode> parseJson(QByteArrayView json);

void writeCanonical(const JsonNode &node, QByteArray &out);
void writeCanonicalText(QStringView text, QByteArray &out);
void writeCanonical(const QJsonValue &value, QByteArray &out);

/// Objects of before and after travel through the domain as Qt values.
QJsonValue toQJson(const JsonNode &node);

}  // namespace lw::audit
