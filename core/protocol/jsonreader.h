// SPDX-License-Identifier: GPL-3.0-or-later
// A strict reader for the contract's JSON: unknown members are ignored, everything else must be of the right type and
// within its limits. The first thing wrong is kept and named by its path: "users[3].login must be text."
#pragma once

#include "core/domain/proof.h"
#include "core/util/result.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace lw::protocol {

/// A view of one object of the document. Readers of sub-objects share the error, so that a codec reads everything and
/// asks once at the end. After an error the getters give empty values.
class JsonReader {
  public:
    /// `code` is what every error will have: InvalidInput for a request, Protocol for an answer.
    static JsonReader parse(QByteArrayView json, qint64 maxBytes, Errc code);

    enum class Need { Required, Optional };
    enum class Empty { Refused, Allowed };

    QString text(QLatin1String name, int maxLength, Need need = Need::Required, Empty empty = Empty::Refused);
    bool boolean(QLatin1String name, Need need = Need::Required);
    qint64 integer(QLatin1String name, qint64 least, qint64 most, Need need = Need::Required);
    /// RFC 3339; invalid when absent (or null) and optional.
    QDateTime instant(QLatin1String name, Need need = Need::Required);
    QStringList texts(QLatin1String name, int maxCount, int maxLength);
    QList<qint64> integers(QLatin1String name, int maxCount, qint64 least, qint64 most);
    QList<Hash> hashes(QLatin1String name, int maxCount);  ///< base64 of 32 bytes each
    JsonReader object(QLatin1String name);
    std::optional<JsonReader> optionalObject(QLatin1String name);  ///< nullopt when absent or null
    std::vector<JsonReader> objects(QLatin1String name, int maxCount);

    bool has(QLatin1String name) const;     ///< present and not null
    bool isNull(QLatin1String name) const;  ///< present, and null: a merge patch removes it (RFC 7396)
    /// For rules of the codec's own: "field what."
    void refuse(QLatin1String name, const QString &what);

    bool ok() const;
    const Error &error() const { return m_state->error; }

    /// value when nothing was wrong.
    template <typename T>
    Result<T> finish(T value) const
    {
        if (!ok()) return error();
        return value;
    }

  private:
    struct State {
        Errc code;
        Error error;
        bool failed = false;
    };
    JsonReader(QJsonObject object, QString path, std::shared_ptr<State> state);
    QString pathOf(QLatin1String name) const;
    void fail(const QString &path, const QString &what);
    QJsonValue value(QLatin1String name, Need need);
    QJsonArray array(QLatin1String name, int maxCount);
    bool checkText(const QJsonValue &value, const QString &path, int maxLength, Empty empty);

    QJsonObject m_object;
    QString m_path;
    std::shared_ptr<State> m_state;
};

}  // namespace lw::protocol
