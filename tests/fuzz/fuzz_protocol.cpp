// SPDX-License-Identifier: GPL-3.0-or-later
// The contract's messages from hostile bytes: what is read and written again is read as the same.
#include "core/protocol/accounts.h"
#include "core/protocol/certificate.h"
#include "core/protocol/customer.h"
#include "core/protocol/departure.h"
#include "core/protocol/device.h"
#include "core/protocol/export.h"
#include "core/protocol/health.h"
#include "core/protocol/livesession.h"
#include "core/protocol/me.h"
#include "core/protocol/mfa.h"
#include "core/protocol/problem.h"
#include "core/protocol/proof.h"
#include "core/protocol/role.h"
#include "core/protocol/secretjson.h"
#include "core/protocol/session.h"
#include "core/protocol/user.h"
#include "tests/fuzz/promise.h"

using namespace lw;
using namespace lw::protocol;
using lw::fuzz::promise;

namespace {

template <typename T>
void roundTrip(QByteArrayView data, Result<T> (*read)(QByteArrayView))
{
    fuzz::roundTrip(data, read, [](const T &message) { return toJson(message); });
}

void secrets(QByteArrayView data)
{
    SecretBody body(data);
    const Secret secret = body.take(QLatin1String("password"));
    promise(body.rest().size() == data.size());
    if (secret.isEmpty()) return;
    QByteArray json = "{\"password\":";
    appendJsonText(json, QByteArrayView(secret.constData(), secret.size()));
    SecretBody again(json + '}');
    promise(again.take(QLatin1String("password")).toByteArray() == secret.toByteArray());
}

void secretLists(QByteArrayView data)
{
    SecretBody body(data);
    const std::vector<Secret> list = body.takeList(QLatin1String("codes"));
    promise(body.rest().size() == data.size());
    for (const Secret &one : list)
        promise(one.size() <= data.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    static const SecretMemory memory;
    if (size == 0) return 0;
    const QByteArrayView data(bytes + 1, static_cast<qsizetype>(size) - 1);
    switch (bytes[0] % 37) {
        case 0: roundTrip(data, loginRequestFromJson); break;
        case 1: roundTrip(data, sessionGrantFromJson); break;
        case 2: roundTrip(data, sessionStatusFromJson); break;
        case 3: roundTrip(data, meFromJson); break;
        case 4: roundTrip(data, passwordChangeFromJson); break;
        case 5: roundTrip(data, userPageFromJson); break;
        case 6: roundTrip(data, userFromJson); break;
        case 7: roundTrip(data, customerFromJson); break;
        case 8: roundTrip(data, inclusionProofFromJson); break;
        case 9: roundTrip(data, consistencyProofFromJson); break;
        case 10: roundTrip(data, exportNoticeFromJson); break;
        case 11: roundTrip(data, healthFromJson); break;
        case 13: roundTrip(data, newUserFromJson); break;
        case 14: roundTrip(data, userWithPasswordFromJson); break;
        case 15: roundTrip(data, userPatchFromJson); break;
        case 16: roundTrip(data, userSelectionFromJson); break;
        case 17: roundTrip(data, importPlanFromJson); break;
        case 18: roundTrip(data, customerRulesFromJson); break;
        case 19: roundTrip(data, departuresFromJson); break;
        case 20: roundTrip(data, newDeparturesFromJson); break;
        case 21: roundTrip(data, liveSessionsFromJson); break;
        case 22: roundTrip(data, sessionsEndedFromJson); break;
        case 23: roundTrip(data, deviceFromJson); break;
        case 24: roundTrip(data, devicesFromJson); break;
        case 25: roundTrip(data, newDeviceFromJson); break;
        case 26: roundTrip(data, deviceWithSecretFromJson); break;
        case 27: roundTrip(data, registrationRequestFromJson); break;
        case 28: roundTrip(data, registrationGrantFromJson); break;
        case 29: roundTrip(data, roleFromJson); break;
        case 30: roundTrip(data, rolesFromJson); break;
        case 31: roundTrip(data, mfaEnrolmentFromJson); break;
        case 32: roundTrip(data, mfaCodeFromJson); break;
        case 33: roundTrip(data, recoveryCodesFromJson); break;
        case 34: roundTrip(data, ownPasswordFromJson); break;
        case 35: roundTrip(data, registeredCertificatesFromJson); break;
        case 36: roundTrip(data, newCertificateFromJson); break;
        default: {
            const Problem problem = problemFromJson(data, 400);
            promise(problem.status == 400 && !errorOf(problem).message.isEmpty());
            break;
        }
    }
    secrets(data);
    secretLists(data);
    return 0;
}
