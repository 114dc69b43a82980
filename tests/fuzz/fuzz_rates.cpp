// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a rate deck: no crash, each row is read or refused with a sentence; what was read is written and read
// back the same, prices its own prefixes, and never grants a call that costs more than its budget.
#include "core/import/ratedeckfile.h"
#include "tests/fuzz/promise.h"

#include <QBuffer>

using namespace lw;
using lw::fuzz::promise;

namespace {

Result<import::DeckFile> read(QByteArray bytes)
{
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    return import::readDeckFile(device);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (size > 0 && data[0] & 1)
        bytes.prepend("prefix,price_per_minute,currency,connection_fee,first_increment,next_increment,valid_from\n");
    const Result<import::DeckFile> file = read(bytes);
    if (!file) {
        promise(!file.error().message.isEmpty());
        return 0;
    }
    for (const import::DeckRefusal &refusal : file->refusals)
        promise(!refusal.reason.isEmpty() && refusal.line > 0);
    if (file->rates.empty()) return 0;
    const policy::RateDeck deck(file->currency, file->rates);
    const Result<import::DeckFile> again = read(import::deckCsv(deck));
    promise(again.ok() && again->refused == 0 && again->rates == deck.rates());
    for (const Rate &rate : deck.rates()) {
        const QDateTime at = rate.validFrom.isValid() ? rate.validFrom : QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
        const Rate *found = deck.find(rate.prefix, at);
        promise(found && found->prefix == rate.prefix);
        for (const qint64 budget : {qint64(0), qint64(1), qint64(1'000'000), qint64(1'000'000'000'000)}) {
            const int seconds = policy::secondsFor(rate, Decimal{budget}, 3'600);
            promise(seconds >= 0 && seconds <= 3'600);
            promise(seconds == 0 || policy::costOf(rate, seconds) <= Decimal{budget});
        }
    }
    return 0;
}
