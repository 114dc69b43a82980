// SPDX-License-Identifier: GPL-3.0-or-later
// bench_replay CALLS ROUNDS: CPU seconds to judge so many calls again with limits, barring and a rate deck of 1,000
// prefixes; the best of so many rounds, as a line of JSON.
#include "core/policy/callreplay.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>
#include <vector>

using namespace lw;

namespace {

policy::ReplaySettings settings(const QDateTime &from)
{
    policy::ReplaySettings made;
    std::vector<Rate> rates;
    for (int i = 0; i < 1'000; ++i)
        rates.push_back({QStringLiteral("+%1").arg(370'000 + i), {}, Decimal{100'000 + i}, {}, 60, 1, {}});
    rates.push_back({QStringLiteral("+44"), {}, Decimal{12'000}, {}, 1, 1, {}});
    made.deck = policy::RateDeck(QStringLiteral("GBP"), std::move(rates));
    for (int i = 0; i < 200; ++i) {
        GuardedNumber number;
        number.number = QStringLiteral("+44207946%1").arg(i, 4, 10, QLatin1Char('0'));
        made.numbers.append(number);
    }
    made.guard.barring.prefixes = {{QStringLiteral("+370005"), true, {}}, {QStringLiteral("+53"), true, {}}};
    made.guard.barring.hours =
        QList<CallHours>{{1, 0, 1'440}, {2, 0, 1'440}, {3, 0, 1'440}, {4, 0, 1'440}, {5, 0, 1'440}, {6, 480, 1'080}};
    made.zone = QTimeZone("Europe/London");
    made.from = from;
    made.until = from.addDays(90);
    return made;
}

std::vector<CallRecord> callsOf(const policy::ReplaySettings &with, int count)
{
    std::mt19937 engine(1);
    std::vector<CallRecord> calls(static_cast<size_t>(count));
    const qint64 span = with.from.msecsTo(with.until);
    for (int i = 0; i < count; ++i) {
        CallRecord &call = calls[static_cast<size_t>(i)];
        call.callId = QString::number(i);
        call.caller = with.numbers[static_cast<qsizetype>(engine() % 200)].number;
        const bool abroad = engine() % 4 == 0;
        call.destination = abroad ? QStringLiteral("+%1%2").arg(370'000 + engine() % 1'000).arg(engine() % 100'000)
                                  : QStringLiteral("+442071%1").arg(100'000 + engine() % 800'000);
        call.callClass = abroad ? CallClass::International : CallClass::Geographic;
        call.startedAt = with.from.addMSecs(span / count * i);
        call.seconds = static_cast<int>(engine() % 600);
        call.cost = Decimal{static_cast<qint64>(engine() % 1'000'000)};
    }
    return calls;
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 3) return 2;
    const int count = std::max(1, QByteArray(argv[1]).toInt());
    const int rounds = std::max(1, QByteArray(argv[2]).toInt());
    const policy::ReplaySettings with = settings(QDateTime(QDate(2026, 8, 1), QTime(0, 0), Qt::UTC));
    const std::vector<CallRecord> calls = callsOf(with, count);
    double best = 0;
    qint64 refused = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::clock_t start = std::clock();
        policy::CallReplay replay(with);
        for (const CallRecord &call : calls)
            replay.judge(call);
        const double spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        best = round == 0 ? spent : std::min(best, spent);
        refused = replay.verdict().refused + replay.verdict().cut;
    }
    std::printf("{\"calls\": %d, \"cpu_s\": %.3f, \"affected\": %lld}\n", count, best, static_cast<long long>(refused));
    return 0;
}
