// SPDX-License-Identifier: GPL-3.0-or-later
// bench_allowlist NETWORKS ADDRESSES ROUNDS: nanoseconds to judge one address, from its text, against all networks of a
// file (one a line); the best of so many rounds, as a line of JSON. tests/bench/network.py runs it beside its peers.
#include "core/policy/allowlist.h"

#include <QFile>

#include <chrono>
#include <cstdio>

using namespace lw;

namespace {

QStringList lines(const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QString::fromLatin1(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

double nanoseconds(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - since).count();
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 4) return 2;
    QList<AllowedNetwork> networks;
    for (const QString &text : lines(argv[1]))
        networks.append({text, {}, {}, {}});
    const QStringList addresses = lines(argv[2]);
    const int rounds = std::max(1, QByteArray(argv[3]).toInt());
    if (networks.isEmpty() || addresses.isEmpty()) return 1;
    const QDateTime now = QDateTime::currentDateTimeUtc();

    const auto began = std::chrono::steady_clock::now();
    const policy::AllowlistMatcher matcher(networks);
    const double built = nanoseconds(began);
    double best = 0;
    qsizetype allowed = 0;
    for (int round = 0; round < rounds; ++round) {
        allowed = 0;
        const auto start = std::chrono::steady_clock::now();
        for (const QString &address : addresses)
            allowed += matcher.allows(address, now);
        const double each = nanoseconds(start) / static_cast<double>(addresses.size());
        best = round == 0 ? each : std::min(best, each);
    }
    std::printf("{\"build_ms\": %.3f, \"match_ns\": %.1f, \"allowed\": %lld}\n", built / 1e6, best,
                static_cast<long long>(allowed));
    return 0;
}
