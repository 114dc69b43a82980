// SPDX-License-Identifier: GPL-3.0-or-later
// The content of reports that rest on what the cache keeps of the back end's answers, so that they work offline.
#pragma once

#include "core/cache/connection.h"
#include "core/cache/snapshottable.h"
#include "core/domain/customer.h"
#include "core/report/reportcontent.h"
#include "core/util/result.h"

#include <QByteArrayView>

#include <optional>

namespace lw::loginlog {

/// What the cache keeps of an answer of the back end; nullopt when it was never seen. Corrupt: sync again.
template <typename T>
Result<std::optional<T>> keptAnswer(cache::Connection &connection, QLatin1String name,
                                    Result<T> (*read)(QByteArrayView))
{
    const Result<std::optional<cache::Snapshot>> kept = cache::SnapshotTable(connection).find(name);
    if (!kept) return kept.error();
    if (!*kept) return std::optional<T>();
    Result<T> value = read((*kept)->body);
    if (!value)
        return makeError(Errc::Corrupt,
                         QStringLiteral("What the cache keeps for this report cannot be read. Sync again."));
    return std::optional<T>(std::move(*value));
}

/// Forbidden: a permission that the report needs is missing. NotFound: the cache never held what it is about.
Result<report::ReportContent> callSpendContent(cache::Connection &connection, const report::ReportScope &scope,
                                               const Customer &customer);
Result<report::ReportContent> retentionContent(cache::Connection &connection, const report::ReportScope &scope);

}  // namespace lw::loginlog
