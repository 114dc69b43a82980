// SPDX-License-Identifier: GPL-3.0-or-later
// GET /v1/calls/records: finished calls with what they cost, the newest first. Amounts are texts ("12.50").
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace lw::protocol {

/// "/v1/calls/records?limit=…" with the filter; `cursor` empty: the first page.
QString callListPath(const CallFilter &filter, int limit, const QString &cursor);

struct CallPage {
    QString currency;  ///< of every cost
    QList<CallRecord> calls;
    QString nextCursor;  ///< empty: the last page
    bool operator==(const CallPage &) const = default;
};
QByteArray toJson(const CallPage &page);
Result<CallPage> callPageFromJson(QByteArrayView body);

}  // namespace lw::protocol
