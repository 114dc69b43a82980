// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets in JSON bodies without leaving copies behind: Qt's reader would keep them in memory that nobody wipes.
#pragma once

#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <vector>

namespace lw::protocol {

/// Appends the text quoted and escaped. Reserve the room first, so that growing does not leave a copy.
void appendJsonText(QByteArray &out, QByteArrayView utf8);

/// A copy of a body from which secrets are cut before anything else reads it; wiped when it goes.
class SecretBody {
  public:
    explicit SecretBody(QByteArrayView body);
    ~SecretBody();
    SecretBody(const SecretBody &) = delete;
    SecretBody &operator=(const SecretBody &) = delete;

    /// Moves the text of the top-level member `name` out, as UTF-8, and overwrites it in the copy with an empty text.
    /// Empty when there is no such member, when it is no text, or when it appears twice; the body itself is judged by
    /// JsonReader.
    Secret take(QLatin1String name);
    /// The same for every member `name` that is text, at whatever depth, in the order of the body: elements of a list,
    /// each with a secret of its own.
    QList<Secret> takeEach(QLatin1String name);
    /// The same for a list of texts. Empty when there is no such member, when it is no list of texts, or when it
    /// appears twice.
    std::vector<Secret> takeList(QLatin1String name);
    QByteArrayView rest() const { return m_body; }

  private:
    std::vector<qsizetype> valuesOf(QLatin1String name, bool topOnly = true) const;
    bool cut(qsizetype open, Secret &secret, qsizetype &close);

    QByteArray m_body;
};

}  // namespace lw::protocol
