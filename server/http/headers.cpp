// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/headers.h"

namespace lw::server {

namespace {

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && qstrnicmp(a.data(), a.size(), b.data(), b.size()) == 0;
}

}  // namespace

const Headers::Field *Headers::find(QByteArrayView name) const
{
    for (const Field &field : m_fields)
        if (sameName(field.first, name)) return &field;
    return nullptr;
}

void Headers::set(QByteArray name, QByteArray value)
{
    remove(name);
    add(std::move(name), std::move(value));
}

void Headers::remove(QByteArrayView name)
{
    m_fields.removeIf([name](const Field &field) { return sameName(field.first, name); });
}

QByteArray Headers::value(QByteArrayView name) const
{
    const Field *field = find(name);
    return field ? field->second : QByteArray();
}

QByteArray Headers::joined(QByteArrayView name) const
{
    QByteArray all;
    for (const Field &field : m_fields) {
        if (!sameName(field.first, name)) continue;
        if (!all.isEmpty()) all += ", ";
        all += field.second;
    }
    return all;
}

}  // namespace lw::server
