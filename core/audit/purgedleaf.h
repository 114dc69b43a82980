// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a log's list of leaves for one whose content was purged: {"purged":"<leaf hash, 64 hexadecimal
// digits>"}. No event has this form. The hash is the one that the leaf had, so the log's root and every proof stay as
// they were signed; a hash that is not the right one changes the root and is found like any other change.
// Source: design (a purge removes a leaf's content and keeps its hash); docs/audit-log.md.
#pragma once

#include "core/domain/proof.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace lw::audit {

QByteArray purgedLeaf(const Hash &leafHash);

/// The hash that a purged leaf had; nullopt: the line is no such stand-in (only the exact form is one).
std::optional<Hash> purgedHash(QByteArrayView line);

/// What a line of the list counts as in the tree: a purged leaf as the hash it had, any other as leafHash() of itself.
Hash lineHash(QByteArrayView line);

}  // namespace lw::audit
