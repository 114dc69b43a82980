// SPDX-License-Identifier: GPL-3.0-or-later
// The request target in its only accepted form, origin-form: "/path?query" (RFC 9112 3.2.1). Whatever could be read in
// two ways by two programs is refused rather than repaired: dot segments, empty segments, encoded slashes, NUL and
// other control characters, broken percent or UTF-8 encoding.
#pragma once

#include "core/util/result.h"

#include <QByteArrayView>
#include <QString>
#include <QUrlQuery>

namespace lw::server {

struct Target {
    QString path;  ///< decoded
    QUrlQuery query;
};

/// Errc::InvalidInput with what is wrong.
Result<Target> parseTarget(QByteArrayView raw);

}  // namespace lw::server
