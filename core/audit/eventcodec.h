// SPDX-License-Identifier: GPL-3.0-or-later
// AuditEvent <-> leaf: the canonical JSON bytes that are hashed into the log. The format is described for outsiders in
// docs/audit-log.md; it carries v:1 and any other version is refused.
#pragma once

#include "core/domain/event.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lw::audit {

inline constexpr qsizetype maxLeafBytes = 64 * 1024;

/// The leaf of an event. Empty optional members and empty sub-objects are left out; the time is cut to milliseconds;
/// what is not Unicode text (lone surrogates, noncharacters) becomes U+FFFD, so that nobody's strange login name can
/// stop the log. Does not judge: the back end appends what checkedLeaf() gives.
QByteArray leafBytes(const AuditEvent &event);

/// Whether a reader would accept the event's leaf: an id, a time in the years 1 to 9999, a source format, before and
/// after that are I-JSON, and a leaf of at most maxLeafBytes. Errc::InvalidInput names the field, Errc::TooLarge the
/// size.
Result<void> checkEvent(const AuditEvent &event);

/// leafBytes() of an event that checkEvent() accepts, in one step: for whoever appends many.
Result<QByteArray> checkedLeaf(const AuditEvent &event);

/// Strict: refuses (Errc::InvalidInput, the field named) unknown members and names, wrong types, empty members, bytes
/// that are not canonical, and leaves over maxLeafBytes. For every accepted leaf, leafBytes() gives the same bytes
/// back.
Result<AuditEvent> eventFromLeaf(QByteArrayView leaf);

}  // namespace lw::audit
