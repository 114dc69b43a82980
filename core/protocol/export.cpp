// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/export.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lw::protocol {

namespace {

constexpr QLatin1String fieldReport("report");
constexpr QLatin1String fieldFormat("format");
constexpr QLatin1String fieldFilter("filter");
constexpr QLatin1String fieldRows("rows");
constexpr QLatin1String fieldSha256("sha256");
constexpr QLatin1String fieldExportedAt("exportedAt");
constexpr QLatin1String fieldCheckpointSize("checkpointSize");
constexpr QLatin1String fieldEventId("eventId");
constexpr int wordLength = 64;

// Words that become part of an audit event and of file names: kebab case, nothing else.
QString word(JsonReader &reader, QLatin1String field)
{
    const QString text = reader.text(field, wordLength);
    const bool kebab = std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
    if (!kebab) reader.refuse(field, QStringLiteral("must consist of small letters, digits and hyphens"));
    return text;
}

QByteArray digest(JsonReader &reader)
{
    const QByteArray hex = reader.text(fieldSha256, 64).toUtf8();
    QByteArray bytes = QByteArray::fromHex(hex);
    if (bytes.size() != 32 || bytes.toHex() != hex)
        reader.refuse(fieldSha256, QStringLiteral("must be 64 small hexadecimal digits"));
    return bytes;
}

}  // namespace

QByteArray toJson(const ExportNotice &notice)
{
    return QJsonDocument(QJsonObject{{fieldReport, notice.report},
                                     {fieldFormat, notice.format},
                                     {fieldFilter, notice.filter},
                                     {fieldRows, notice.rows},
                                     {fieldSha256, QString::fromLatin1(notice.sha256.toHex())},
                                     {fieldExportedAt, toRfc3339(notice.exportedAt)},
                                     {fieldCheckpointSize, static_cast<qint64>(notice.checkpointSize)}})
        .toJson(QJsonDocument::Compact);
}

Result<ExportNotice> exportNoticeFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    ExportNotice notice;
    notice.report = word(reader, fieldReport);
    notice.format = word(reader, fieldFormat);
    notice.filter =
        reader.text(fieldFilter, limits::filterLength, JsonReader::Need::Optional, JsonReader::Empty::Allowed);
    notice.rows = reader.integer(fieldRows, 0, limits::jsonIntegerMost);
    notice.sha256 = digest(reader);
    notice.exportedAt = reader.instant(fieldExportedAt);
    notice.checkpointSize = static_cast<quint64>(reader.integer(fieldCheckpointSize, 0, limits::jsonIntegerMost));
    return reader.finish(std::move(notice));
}

QByteArray toJson(const ExportReceipt &receipt)
{
    return QJsonDocument(QJsonObject{{fieldEventId, receipt.eventId}}).toJson(QJsonDocument::Compact);
}

Result<ExportReceipt> exportReceiptFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    ExportReceipt receipt{reader.text(fieldEventId, wordLength)};
    return reader.finish(std::move(receipt));
}

}  // namespace lw::protocol
