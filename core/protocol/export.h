// SPDX-License-Identifier: GPL-3.0-or-later
// POST /v1/audit/exports: the console tells that somebody took a report away, so that it becomes an audit event.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace lw::protocol {

struct ExportNotice {
    QString report;  ///< "login-activity", "password-rotation": kebab case
    QString format;  ///< "pdf", "csv"
    QString filter;  ///< the filter's text, may be empty
    qint64 rows = 0;
    QByteArray sha256;           ///< 32 bytes: of the written file; hex in the JSON
    QDateTime exportedAt;        ///< UTC; earlier than now when it was queued while offline
    quint64 checkpointSize = 0;  ///< size of the tree head that the report rests on
    bool operator==(const ExportNotice &) const = default;
};

QByteArray toJson(const ExportNotice &notice);
/// Errc::InvalidInput names the field.
Result<ExportNotice> exportNoticeFromJson(QByteArrayView body);

/// What 201 says.
struct ExportReceipt {
    QString eventId;
    bool operator==(const ExportReceipt &) const = default;
};

QByteArray toJson(const ExportReceipt &receipt);
Result<ExportReceipt> exportReceiptFromJson(QByteArrayView body);

}  // namespace lw::protocol
