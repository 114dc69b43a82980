// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and rules from hostile bytes: what is canonical stays what it is, the quick way says what the long way says,
// refusals have their sentence, and no rule ever bars an emergency number.
#include "core/policy/barring.h"
#include "core/policy/numberclass.h"
#include "tests/fuzz/promise.h"

using namespace lw;
using lw::fuzz::promise;

namespace {

void number(const QString &text)
{
    const policy::Classification found = policy::classify(text);
    const policy::QuickClass quick = policy::classifyQuickly(text);
    promise(quick.callClass == found.callClass && quick.view() == found.canonical);
    if (found.callClass == CallClass::Invalid) {
        promise(!found.problem.isEmpty());
        return;
    }
    const policy::Classification again = policy::classify(found.canonical);
    promise(again.canonical == found.canonical && again.callClass == found.callClass);
    (void)policy::inventoryNumber(text);
}

/// One prefix a line.
void rules(QByteArrayView data)
{
    BarringRules rules;
    for (const QByteArray &line : data.toByteArray().split('\n'))
        rules.prefixes.append({QString::fromUtf8(line), !line.startsWith(' '), {}});
    const Result<BarringRules> judged = policy::judgeRules(rules, true);
    if (!judged) {
        promise(!judged.error().message.isEmpty() && !judged.error().field.isEmpty());
        return;
    }
    const Result<BarringRules> again = policy::judgeRules(*judged, true);
    promise(again.ok() && *again == *judged);
    GuardSettings settings;
    settings.barring = *judged;
    const policy::CompiledGuard guard(settings);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'795'356'012'418, Qt::UTC);
    promise(!policy::judgeBarring(u"999", CallClass::Emergency, {}, guard, now, QTimeZone::utc()).barred);
    for (const PrefixRule &rule : judged->prefixes)
        promise(policy::judgeBarring(rule.prefix, CallClass::ShortCode, {}, guard, now, QTimeZone::utc()).barred ==
                rule.barred);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    if (size == 0) return 0;
    const QByteArrayView data(bytes + 1, static_cast<qsizetype>(std::min<size_t>(size - 1, 2048)));
    switch (bytes[0] % 3) {
        case 0: number(QString::fromUtf8(data)); break;
        case 1: rules(data); break;
        default:
            if (const Result<policy::NumberTable> table = policy::NumberTable::fromCsv(data))
                (void)policy::classify(u"+442071234567", *table);
            break;
    }
    return 0;
}
