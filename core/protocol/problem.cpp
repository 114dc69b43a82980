// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/problem.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace lw::protocol {

namespace {

constexpr QLatin1String typePrefix("urn:linewarden:problem:");

struct TypeRow {
    QLatin1String name;
    int status;
    QLatin1String title;
    Errc code;
    QLatin1String field;  ///< what tells it apart from another row of the same code
};

// For one Errc the row with a matching field goes first, then the one without.
constexpr std::array<TypeRow, 18> types{{
    {QLatin1String("invalid-input"),
     400,
     QLatin1String("Something in the request is not right"),
     Errc::InvalidInput,
     {}},
    {QLatin1String("not-found"), 404, QLatin1String("There is no such object"), Errc::NotFound, {}},
    {QLatin1String("totp-required"), 401, QLatin1String("A one-time code is needed"), Errc::Unauthorized, fieldTotp},
    {QLatin1String("unauthorised"), 401, QLatin1String("Not signed in"), Errc::Unauthorized, {}},
    {QLatin1String("password-change-required"), 403, QLatin1String("The password must be changed first"),
     Errc::Forbidden, fieldMustChangePassword},
    {QLatin1String("mfa-enrolment-required"), 403, QLatin1String("A second factor must be set up first"),
     Errc::Forbidden, fieldMustEnrolMfa},
    {QLatin1String("client-certificate-required"), 403, QLatin1String("A registered client certificate is needed"),
     Errc::Forbidden, fieldClientCertificate},
    {QLatin1String("forbidden"), 403, QLatin1String("The permission for this is missing"), Errc::Forbidden, {}},
    {QLatin1String("conflict"), 409, QLatin1String("It exists already or its state forbids this"), Errc::Conflict, {}},
    {QLatin1String("stale"), 412, QLatin1String("It was changed meanwhile"), Errc::Stale, {}},
    {QLatin1String("precondition-required"),
     428,
     QLatin1String("The request must say what it changes"),
     Errc::Precondition,
     {}},
    {QLatin1String("account-locked"), 423, QLatin1String("The account is locked"), Errc::AccountLocked, {}},
    {QLatin1String("rate-limited"), 429, QLatin1String("Too many requests"), Errc::RateLimited, {}},
    {QLatin1String("unavailable"), 503, QLatin1String("The back end is busy or stopping"), Errc::RateLimited,
     fieldUnavailable},
    {QLatin1String("too-large"), 413, QLatin1String("The request is over a size limit"), Errc::TooLarge, {}},
    {QLatin1String("timeout"), 408, QLatin1String("The request took too long"), Errc::Timeout, {}},
    {QLatin1String("unsupported"), 501, QLatin1String("The back end cannot do this"), Errc::Unsupported, {}},
    {QLatin1String("internal"), 500, QLatin1String("An error inside the back end"), Errc::Internal, {}},
}};

const TypeRow &internalRow()
{
    return types.back();
}

const TypeRow &rowOf(const Error &error)
{
    const TypeRow *general = &internalRow();
    for (const TypeRow &row : types) {
        if (row.code != error.code) continue;
        if (row.field.isEmpty()) {
            general = &row;
        } else if (error.field == row.field) {
            return row;
        }
    }
    return *general;
}

// What an HTTP status means when nothing better is known.
const TypeRow &rowOfStatus(int status)
{
    if (status == 414 || status == 431) status = 413;
    if (status == 405 || status == 406 || status == 415) status = 501;
    for (const TypeRow &row : types)
        if (row.status == status && row.field.isEmpty()) return row;
    if (status == 502 || status == 503 || status == 504)
        for (const TypeRow &row : types)
            if (row.status == 503) return row;
    return internalRow();
}

Problem problemOfRow(const TypeRow &row)
{
    Problem problem;
    problem.type = typePrefix + QString(row.name);
    problem.title = row.title;
    problem.status = row.status;
    return problem;
}

}  // namespace

Problem problemOf(const Error &error, std::optional<int> retryAfterSeconds)
{
    const TypeRow &row = rowOf(error);
    Problem problem = problemOfRow(row);
    problem.retryAfterSeconds = retryAfterSeconds;
    if (row.code == Errc::Internal) {
        problem.detail =
            QStringLiteral("The back end failed on its side. Its log tells more under the id of this request.");
        return problem;
    }
    problem.detail = error.message;
    problem.field = error.field;
    return problem;
}

Problem problemWithStatus(const Error &error, int status)
{
    Problem problem = problemOf(error);
    problem.status = status;
    return problem;
}

Error errorOf(const Problem &problem)
{
    for (const TypeRow &row : types) {
        if (problem.type != typePrefix + QString(row.name)) continue;
        const QString field = row.field.isEmpty() ? problem.field : QString(row.field);
        return makeError(row.code, problem.detail.isEmpty() ? problem.title : problem.detail, field);
    }
    const TypeRow &row = rowOfStatus(problem.status);
    return makeError(row.code, problem.detail.isEmpty() ? problem.title : problem.detail, problem.field);
}

QByteArray toJson(const Problem &problem)
{
    QJsonObject object{{QStringLiteral("type"), problem.type},
                       {QStringLiteral("title"), problem.title},
                       {QStringLiteral("status"), problem.status},
                       {QStringLiteral("detail"), problem.detail}};
    if (!problem.field.isEmpty()) object.insert(QStringLiteral("field"), problem.field);
    if (problem.retryAfterSeconds) object.insert(QStringLiteral("retryAfter"), *problem.retryAfterSeconds);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Problem problemFromJson(QByteArrayView body, int status)
{
    using Need = JsonReader::Need;
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::Protocol);
    const auto text = [&](const char *name, int most, Need need) {
        return reader.text(QLatin1String(name), most, need, JsonReader::Empty::Allowed);
    };
    Problem problem;
    problem.status = status;
    problem.type = text("type", 256, Need::Required);
    problem.title = text("title", limits::sentenceLength, Need::Required);
    problem.detail = text("detail", limits::sentenceLength, Need::Optional);
    problem.field = text("field", 256, Need::Optional);
    if (reader.has(QLatin1String("retryAfter")))
        problem.retryAfterSeconds = static_cast<int>(reader.integer(QLatin1String("retryAfter"), 0, 31'536'000));
    if (reader.ok() && problem.type.startsWith(typePrefix)) return problem;
    problem = problemOfRow(rowOfStatus(status));
    problem.status = status;
    problem.detail = QStringLiteral("The back end answered with HTTP status %1 and no explanation.").arg(status);
    return problem;
}

}  // namespace lw::protocol
