// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/precondition.h"

namespace lw::server {

namespace {

QByteArray inner(QByteArrayView tag)
{
    return tag.size() < 2 ? QByteArray() : tag.sliced(1, tag.size() - 2).toByteArray();
}

/// What stands before the dot; a tag without halves is compared whole.
QByteArray editHalf(QByteArrayView tag)
{
    const QByteArray text = inner(tag);
    const qsizetype dot = text.indexOf('.');
    return dot < 0 ? text : text.first(dot);
}

}  // namespace

QByteArray editTag(QByteArrayView editable, QByteArrayView whole)
{
    return '"' + inner(etagOf(editable)) + '.' + inner(etagOf(whole)) + '"';
}

Result<void> requireMatch(const Request &request, QByteArrayView tag)
{
    const QString field = QStringLiteral("If-Match");
    const QByteArray given = request.headers.joined("If-Match");
    if (given.trimmed().isEmpty())
        return makeError(Errc::Precondition,
                         QStringLiteral("Say with If-Match which version you change: the ETag that you read it with."),
                         field);
    for (const QByteArray &member : given.split(',')) {
        const QByteArray wanted = member.trimmed();
        // A weak tag never fits here (RFC 9110 13.1.1).
        if (wanted == "*") return {};
        if (wanted.startsWith('"') && wanted.endsWith('"') && !editHalf(wanted).isEmpty() &&
            editHalf(wanted) == editHalf(tag))
            return {};
    }
    return makeError(Errc::Stale,
                     QStringLiteral("It was changed by somebody else meanwhile. Read it again and repeat your change."),
                     field);
}

}  // namespace lw::server
