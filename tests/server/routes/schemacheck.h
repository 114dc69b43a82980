// SPDX-License-Identifier: GPL-3.0-or-later
// Judges JSON by the schemas of the OpenAPI document: the part of JSON Schema that the document uses, and a rule of our
// own, that nothing is sent which the document does not mention.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace lw::server::test {

class SchemaCheck {
  public:
    explicit SchemaCheck(QJsonObject document) : m_document(std::move(document)) {}

    /// Empty: fine. Otherwise what is wrong, and where.
    QString judge(const QJsonValue &value, const QJsonObject &schema, const QString &path = QStringLiteral("$")) const;
    /// Follows a "$ref" inside the document.
    QJsonObject resolved(const QJsonObject &object) const;

  private:
    QString judgeObject(const QJsonObject &value, const QJsonObject &schema, const QString &path) const;
    QString judgeText(const QString &text, const QJsonObject &schema, const QString &path) const;
    const QJsonObject m_document;
};

}  // namespace lw::server::test
