// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a people file, and every cell of it as login name, name and e-mail address: no crash, each line is
// either read or refused with a sentence, and what is accepted is accepted again in the form in which it is stored.
#include "core/import/peoplefile.h"
#include "core/policy/accountrules.h"
#include "tests/fuzz/promise.h"

using namespace lw;
using lw::fuzz::promise;

namespace {

void judge(Result<QString> (*check)(const QString &), const QString &text)
{
    const Result<QString> once = check(text);
    if (!once) {
        promise(!once.error().message.isEmpty() && !once.error().field.isEmpty());
        return;
    }
    promise(once->isValidUtf16());
    const Result<QString> again = check(*once);
    promise(again.ok() && *again == *once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (size > 0 && data[0] & 1) bytes.prepend("login,name,email,roles,status\n");
    const Result<import::PeopleFile> file = import::readPeopleFile(bytes);
    if (!file) {
        promise(!file.error().message.isEmpty());
        return 0;
    }
    for (const import::PeopleLineError &error : file->errors)
        promise(error.line > 1 && !error.message.isEmpty());
    policy::TakenLogins taken;
    for (const import::PeopleRow &row : file->rows) {
        promise(row.line > 1);
        judge(policy::checkedLogin, row.login);
        judge(policy::checkedDisplayName, row.displayName.value_or(QString()));
        judge(policy::checkedEmail, row.email.value_or(QString()));
        const Result<QString> login = policy::checkedLogin(row.login);
        if (!login || !taken.admit(*login)) continue;
        taken.add(*login);
        promise(!taken.admit(*login));
    }
    return 0;
}
