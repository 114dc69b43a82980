// SPDX-License-Identifier: GPL-3.0-or-later
// Header fields of a message: in order, names compared without case (RFC 9110 5.1).
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace lw::server {

class Headers {
  public:
    using Field = std::pair<QByteArray, QByteArray>;

    /// Adds a field beside those of the same name.
    void add(QByteArray name, QByteArray value) { m_fields.emplaceBack(std::move(name), std::move(value)); }
    /// Replaces every field of that name.
    void set(QByteArray name, QByteArray value);
    void remove(QByteArrayView name);

    bool contains(QByteArrayView name) const { return find(name) != nullptr; }
    /// The first field's value, or an empty array.
    QByteArray value(QByteArrayView name) const;
    /// All values of that name, joined with ", " (RFC 9110 5.3).
    QByteArray joined(QByteArrayView name) const;
    const QList<Field> &fields() const { return m_fields; }

  private:
    const Field *find(QByteArrayView name) const;
    QList<Field> m_fields;
};

}  // namespace lw::server
