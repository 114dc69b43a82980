// SPDX-License-Identifier: GPL-3.0-or-later
// bench_numbers NUMBERS TABLE ROUNDS: nanoseconds to classify one number of a file (one a line), with the table of a
// CSV file ("-": the shipped one); the best of so many rounds, as a line of JSON. tests/bench/numberclasses.py runs it.
#include "core/policy/numberclass.h"

#include <QFile>
#include <QStringList>

#include <chrono>
#include <cstdio>

using namespace lw;

namespace {

QByteArray content(const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 4) return 2;
    const QStringList numbers = QString::fromUtf8(content(argv[1])).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QByteArray csv = content(argv[2]);
    const Result<policy::NumberTable> table =
        csv.isEmpty() ? Result<policy::NumberTable>(policy::NumberTable::shipped()) : policy::NumberTable::fromCsv(csv);
    const int rounds = std::max(1, QByteArray(argv[3]).toInt());
    if (numbers.isEmpty() || !table) return 1;
    double best = 0;
    long long exist = 0;
    for (int round = 0; round < rounds; ++round) {
        exist = 0;
        const auto start = std::chrono::steady_clock::now();
        for (const QString &number : numbers)
            exist += policy::classifyQuickly(number, *table).callClass != CallClass::Invalid;
        const std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
        const double each = spent.count() / static_cast<double>(numbers.size());
        best = round == 0 ? each : std::min(best, each);
    }
    std::printf("{\"classify_ns\": %.1f, \"exist\": %lld, \"rows\": %lld}\n", best, exist,
                static_cast<long long>(table->size()));
    return 0;
}
