// SPDX-License-Identifier: GPL-3.0-or-later
// Networks of an allowlist as a CSV file: network, label, owner, until. Only read here; policy::judgeAllowlist() says
// what is wrong with each network.
#pragma once

#include "core/domain/networkaccess.h"
#include "core/import/importlog.h"

#include <QTimeZone>

namespace lw::import {

struct NetworksFile {
    QList<AllowedNetwork> networks;  ///< AllowedNetwork::network as it was written
    QList<quint64> lines;            ///< of each, in the file, from 1
    QList<Refusal> refusals;         ///< lines that are no CSV record, no UTF-8, or whose date cannot be read
};

/// A header names the column network (or CIDR, address, IP, range) and perhaps label, owner and until, in any order;
/// other columns are skipped. Without a header the fields are these four in this order, all but the first may be
/// missing. until is an RFC 3339 instant or a date, whose end in `zone` is meant. Errc::InvalidInput: an empty file, a
/// header without networks, a column twice, or too many lines; Errc::Io: the device.
Result<NetworksFile> readNetworksFile(QIODevice &device, const QTimeZone &zone);

}  // namespace lw::import
