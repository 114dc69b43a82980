// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/streamdecoder.h"

#include <QTest>

#include <zstd.h>

using namespace lw;
using namespace lw::net;

namespace {

QByteArray packed(const QByteArray &plain)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress(out.data(), static_cast<size_t>(out.size()), plain.constData(),
                                      static_cast<size_t>(plain.size()), 3);
    out.resize(static_cast<qsizetype>(size));
    return out;
}

QByteArray lines(quint64 count, int length = 200)
{
    QByteArray text;
    for (quint64 i = 0; i < count; ++i)
        text += QByteArray::number(i).rightJustified(length, 'x') + '\n';
    return text;
}

struct Outcome {
    QList<QByteArray> lines;
    QList<quint64> firsts;
    qsizetype largestBatch = 0;
    Result<void> result;
};

Outcome decode(StreamCoding coding, const QByteArray &bytes, quint64 from, quint64 to, qsizetype piece,
               qsizetype maxLine = 64 * 1024)
{
    Outcome outcome;
    StreamDecoder decoder(coding, from, to, maxLine, [&](LeafBatch &&batch) {
        outcome.firsts.append(batch.firstIndex);
        outcome.largestBatch = qMax(outcome.largestBatch, batch.bytes.size());
        for (const QByteArrayView line : batch.lines)
            outcome.lines.append(line.toByteArray());
        return true;
    });
    for (qsizetype at = 0; at < bytes.size() && outcome.result; at += piece)
        outcome.result = decoder.feed(bytes.mid(at, piece));
    if (outcome.result) outcome.result = decoder.finish();
    return outcome;
}

}  // namespace

class TestStreamDecoder : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whole_data()
    {
        QTest::addColumn<StreamCoding>("coding");
        QTest::addColumn<int>("piece");
        QTest::addColumn<int>("count");
        for (const int piece : {1, 7, 4096, 16 * 1024, 100'000'000})
            for (const int count : {0, 1, 2, 300}) {
                QTest::addRow("plain, pieces of %d, %d lines", piece, count)
                    << StreamCoding::Identity << piece << count;
                QTest::addRow("zstd, pieces of %d, %d lines", piece, count) << StreamCoding::Zstd << piece << count;
            }
        QTest::newRow("plain, several batches") << StreamCoding::Identity << 16 * 1024 << 20'000;
        QTest::newRow("zstd, several batches") << StreamCoding::Zstd << 16 * 1024 << 20'000;
        QTest::newRow("zstd, all at once") << StreamCoding::Zstd << 100'000'000 << 20'000;
    }

    void whole()
    {
        QFETCH(StreamCoding, coding);
        QFETCH(int, piece);
        QFETCH(int, count);
        const QByteArray plain = lines(static_cast<quint64>(count));
        const QByteArray wire = coding == StreamCoding::Zstd ? packed(plain) : plain;
        const quint64 from = 1000;
        const Outcome outcome = decode(coding, wire, from, from + static_cast<quint64>(count), piece);
        QVERIFY2(outcome.result.ok(), qPrintable(outcome.result.ok() ? QString() : outcome.result.error().message));
        QCOMPARE(outcome.lines.size(), count);
        QCOMPARE(outcome.lines.join('\n') + (count ? "\n" : ""), plain);
        if (count) QCOMPARE(outcome.firsts.constFirst(), from);
        QVERIFY(outcome.largestBatch <= 2 * 1024 * 1024);
        if (count > 10'000) QVERIFY(outcome.firsts.size() > 1);
    }

    void manyFrames()
    {
        const QByteArray wire = packed("one\ntwo\nth") + packed("ree\n") + packed("four\n");
        for (const qsizetype piece : {1, 3, 1000}) {
            const Outcome outcome = decode(StreamCoding::Zstd, wire, 0, 4, piece);
            QVERIFY(outcome.result.ok());
            QCOMPARE(outcome.lines, QList<QByteArray>({"one", "two", "three", "four"}));
        }
    }

    void broken_data()
    {
        QTest::addColumn<StreamCoding>("coding");
        QTest::addColumn<QByteArray>("wire");
        QTest::addColumn<int>("expected");
        QTest::addColumn<int>("delivered");
        const auto row = [](const char *name, StreamCoding coding, const QByteArray &wire, int expected,
                            int delivered) { QTest::newRow(name) << coding << wire << expected << delivered; };
        const StreamCoding plain = StreamCoding::Identity;
        const StreamCoding zstd = StreamCoding::Zstd;
        row("short", plain, "a\nb\n", 3, 2);
        row("nothing", plain, "", 3, 0);
        row("more than asked for", plain, "a\nb\nc\n", 2, 0);
        row("last newline missing", plain, "a\nb", 2, 1);
        row("cut inside the last line", plain, "a\nb\nc", 3, 2);
        row("empty line", plain, "a\n\nb\n", 3, 0);
        row("line too long", plain, QByteArray(70'000, 'x') + '\n', 1, 0);
        row("endless line", plain, QByteArray(5'000'000, 'x'), 1, 0);
        row("garbage as zstd", zstd, "this is not compressed\n", 1, 0);
        row("zstd cut", zstd, packed(lines(5000)).chopped(20), 5000, -1);
        row(
            "zstd with a flipped bit", zstd,
            [] {
                QByteArray bytes = packed("a line that is long enough to have a body\n");
                bytes[0] = static_cast<char>(bytes[0] ^ 0x10);
                return bytes;
            }(),
            1, 0);
        row("zstd, then garbage", zstd, packed("a\n") + "garbage!", 2, -1);
        row("zstd, last newline missing", zstd, packed("a\nb"), 2, 1);
    }

    void broken()
    {
        QFETCH(StreamCoding, coding);
        QFETCH(QByteArray, wire);
        QFETCH(int, expected);
        QFETCH(int, delivered);
        const Outcome outcome = decode(coding, wire, 0, static_cast<quint64>(expected), 1000);
        QVERIFY(!outcome.result.ok());
        QCOMPARE(outcome.result.error().code, Errc::Protocol);
        if (delivered >= 0) QCOMPARE(outcome.lines.size(), delivered);
        for (const QByteArray &line : outcome.lines)
            QVERIFY(!line.isEmpty());
    }

    void bombIsRefused()
    {
        // Megabytes of one line out of a few hundred bytes.
        const QByteArray wire = packed(QByteArray(64 * 1024 * 1024, 'a'));
        QVERIFY(wire.size() < 10'000);
        const Outcome outcome = decode(StreamCoding::Zstd, wire, 0, 1, 100'000);
        QVERIFY(!outcome.result.ok());
        QVERIFY(outcome.largestBatch == 0);
    }

    void heldBombStaysSmall()
    {
        // Five million short lines in a few kilobytes: no more than one batch comes out until it is asked for.
        const int count = 5'000'000;
        const QByteArray wire = packed(QByteArray("a\n").repeated(count));
        QVERIFY(wire.size() < 10'000);
        int batches = 0;
        quint64 seen = 0;
        StreamDecoder decoder(StreamCoding::Zstd, 0, count, 1024, [&](LeafBatch &&batch) {
            ++batches;
            seen += batch.lines.size();
            return false;
        });
        QVERIFY(decoder.feed(wire).ok());
        QCOMPARE(batches, 1);
        QVERIFY(decoder.held());
        for (int i = 2; decoder.held() && i < 100; ++i) {
            QVERIFY(decoder.resume().ok());
            QVERIFY(batches <= i);
        }
        QVERIFY(decoder.finish().ok());
        QCOMPARE(seen, quint64(count));
    }

    void hugeWindowIsRefused()
    {
        ZSTD_CCtx *context = ZSTD_createCCtx();
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 27);
        ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
        const QByteArray plain = lines(100);
        QByteArray wire(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))),
                        Qt::Uninitialized);
        ZSTD_inBuffer in{plain.constData(), static_cast<size_t>(plain.size()), 0};
        ZSTD_outBuffer out{wire.data(), static_cast<size_t>(wire.size()), 0};
        ZSTD_compressStream2(context, &out, &in, ZSTD_e_flush);
        ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
        ZSTD_freeCCtx(context);
        wire.resize(static_cast<qsizetype>(out.pos));
        const Outcome outcome = decode(StreamCoding::Zstd, wire, 0, 100, 1000);
        QVERIFY(!outcome.result.ok());
        QCOMPARE(outcome.result.error().code, Errc::Protocol);
    }

    void longestLinePasses()
    {
        const QByteArray line(64 * 1024, 'y');
        const Outcome outcome = decode(StreamCoding::Zstd, packed(line + '\n' + line + '\n'), 0, 2, 999);
        QVERIFY(outcome.result.ok());
        QCOMPARE(outcome.lines.size(), 2);
        QCOMPARE(outcome.lines.constFirst(), line);
    }
};

QTEST_GUILESS_MAIN(TestStreamDecoder)
#include "tst_streamdecoder.moc"
