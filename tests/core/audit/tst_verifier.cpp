// SPDX-License-Identifier: GPL-3.0-or-later
// Tampering of each kind by an adversary who holds the log and, for some kinds, even its signing key.
#include "core/audit/eventcodec.h"
#include "core/audit/verifier.h"
#include "tests/core/audit/eventsamples.h"

#include <QTest>

using namespace lw;
using namespace lw::audit;
using namespace lw::tests;

namespace {

const QString origin = QStringLiteral("linewarden.example/acme");

// A log as the back end keeps it; whoever holds it can do with the leaves what he likes.
struct Log {
    QList<QByteArray> leaves;

    explicit Log(int size, unsigned seed = 1)
    {
        std::mt19937 random(seed);
        for (int i = 0; i < size; ++i)
            leaves.append(leafBytes(randomEvent(random)));
    }

    LeafSum sum(qsizetype size) const
    {
        CompactRange range;
        for (qsizetype i = 0; i < size; ++i)
            range.append(leafHash(leaves[i]));
        return {range.size(), range.root()};
    }
    LeafSum sum() const { return sum(leaves.size()); }

    QByteArray note(qsizetype size, const Signer &signer) const
    {
        return *signCheckpoint(origin, static_cast<quint64>(size), sum(size).root, signer);
    }
    QByteArray note(const Signer &signer) const { return note(leaves.size(), signer); }

    ConsistencyProof proof(quint64 oldSize, quint64 newSize) const
    {
        return *proveConsistency(oldSize, newSize, [this](unsigned level, quint64 index) -> Result<Hash> {
            CompactRange range;
            for (quint64 i = index << level; i < (index + 1) << level; ++i)
                range.append(leafHash(leaves[static_cast<qsizetype>(i)]));
            return range.root();
        });
    }
};

}  // namespace

class TestVerifier : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void honestGrowth_data();
    void honestGrowth();
    void changedLeaf_data();
    void changedLeaf();
    void removedLeaf_data();
    void removedLeaf();
    void addedLeaf();
    void reorderedLeaves();
    void truncatedTail();
    void forkOfTheSameSize();
    void forkThatGrew_data();
    void forkThatGrew();
    void otherKey();
    void alteredNote();
    void otherCustomersNote();
    void previousOfAnotherLog();
    void proofMissingOrForOtherSizes();
    void forgedProof();
    void notACheckpoint();
    void kindNames();

  private:
    Result<Checkpoint> judgeAfter(qsizetype oldSize, const Log &now, std::optional<LeafSum> leaves) const;
    TamperKind kindOf(const Result<Checkpoint> &result) const;

    SecretMemory m_memory;
    Signer m_signer = *Signer::generate(origin);
    VerifierKey m_pinned = m_signer.verifierKey();
    Log m_log{40};
};

// What a console that believed m_log's first oldSize entries says of the log `now`.
Result<Checkpoint> TestVerifier::judgeAfter(qsizetype oldSize, const Log &now, std::optional<LeafSum> leaves) const
{
    Evidence evidence;
    evidence.note = now.note(m_signer);
    evidence.previous = *openCheckpoint(m_log.note(oldSize, m_signer), m_pinned);
    if (oldSize <= now.leaves.size())
        evidence.consistency = now.proof(static_cast<quint64>(oldSize), static_cast<quint64>(now.leaves.size()));
    evidence.leaves = leaves;
    return judge(m_pinned, evidence);
}

TamperKind TestVerifier::kindOf(const Result<Checkpoint> &result) const
{
    if (result) qFatal("the tampered log was believed");
    const std::optional<TamperKind> kind = tamperKind(result.error());
    if (!kind) qFatal("not seen as tampering: %s", qPrintable(result.error().message));
    return *kind;
}

void TestVerifier::honestGrowth_data()
{
    QTest::addColumn<int>("oldSize");
    for (int size : {0, 1, 2, 3, 7, 8, 31, 32, 33, 39, 40})
        QTest::addRow("from %d", size) << size;
}

void TestVerifier::honestGrowth()
{
    QFETCH(int, oldSize);
    const Result<Checkpoint> head = judgeAfter(oldSize, m_log, m_log.sum());
    QVERIFY2(head.ok(), head ? "" : qPrintable(head.error().message));
    QCOMPARE(head->size, quint64(40));
    QCOMPARE(head->root, m_log.sum().root);
    // Without leaves at hand, and at first contact without anything to compare with.
    QVERIFY(judgeAfter(oldSize, m_log, std::nullopt).ok());
    QVERIFY(judge(m_pinned, {m_log.note(oldSize, m_signer), std::nullopt, std::nullopt, m_log.sum(oldSize)}).ok());
}

void TestVerifier::changedLeaf_data()
{
    QTest::addColumn<int>("index");
    for (int index : {0, 1, 19, 31, 32, 39})
        QTest::addRow("leaf %d", index) << index;
}

void TestVerifier::changedLeaf()
{
    QFETCH(int, index);
    // In the leaves that arrive, while the signed head is honest.
    Log arrived = m_log;
    QByteArray &leaf = arrived.leaves[index];
    leaf[leaf.size() / 2] = static_cast<char>(leaf[leaf.size() / 2] ^ 1);
    const Result<Checkpoint> result = judgeAfter(20, m_log, arrived.sum());
    QCOMPARE(kindOf(result), TamperKind::ChangedLeaf);
    QVERIFY(result.error().message.contains(QStringLiteral("changed")));
    // And when the back end itself changed it and signed the result: the earlier head gives it away.
    if (index < 20) QCOMPARE(kindOf(judgeAfter(20, arrived, arrived.sum())), TamperKind::Fork);
}

void TestVerifier::removedLeaf_data()
{
    changedLeaf_data();
}

void TestVerifier::removedLeaf()
{
    QFETCH(int, index);
    Log arrived = m_log;
    arrived.leaves.removeAt(index);
    const Result<Checkpoint> result = judgeAfter(20, m_log, arrived.sum());
    QCOMPARE(kindOf(result), TamperKind::RemovedLeaf);
    QVERIFY(result.error().message.contains(QStringLiteral("removed")));
    // Removed and made up for by another at the end.
    arrived.leaves.append(m_log.leaves[0]);
    QCOMPARE(kindOf(judgeAfter(20, m_log, arrived.sum())), TamperKind::ChangedLeaf);
    // Signed without the entry.
    if (index < 20) QCOMPARE(kindOf(judgeAfter(20, arrived, arrived.sum())), TamperKind::Fork);
}

void TestVerifier::addedLeaf()
{
    Log arrived = m_log;
    arrived.leaves.insert(5, m_log.leaves[0]);
    const Result<Checkpoint> result = judgeAfter(20, m_log, arrived.sum());
    QCOMPARE(kindOf(result), TamperKind::RemovedLeaf);
    QVERIFY(result.error().message.contains(QStringLiteral("added")));
    QCOMPARE(kindOf(judgeAfter(20, arrived, arrived.sum())), TamperKind::Fork);
}

void TestVerifier::reorderedLeaves()
{
    Log arrived = m_log;
    arrived.leaves.swapItemsAt(3, 4);
    QCOMPARE(kindOf(judgeAfter(20, m_log, arrived.sum())), TamperKind::ChangedLeaf);
    QCOMPARE(kindOf(judgeAfter(20, arrived, arrived.sum())), TamperKind::Fork);
}

void TestVerifier::truncatedTail()
{
    for (qsizetype size : {0, 1, 19, 39}) {
        Log shorter = m_log;
        shorter.leaves.resize(size);
        const Result<Checkpoint> result = judgeAfter(40, shorter, shorter.sum());
        QCOMPARE(kindOf(result), TamperKind::Truncated);
        QVERIFY(result.error().message.contains(QStringLiteral("truncated")));
    }
}

void TestVerifier::forkOfTheSameSize()
{
    Log other = m_log;
    other.leaves.last() = leafBytes(fullEvent());
    const Result<Checkpoint> result = judgeAfter(40, other, other.sum());
    QCOMPARE(kindOf(result), TamperKind::Fork);
    QVERIFY(result.error().message.contains(QStringLiteral("forked")));
}

void TestVerifier::forkThatGrew_data()
{
    QTest::addColumn<int>("oldSize");
    for (int size : {1, 2, 3, 8, 21, 32, 39})
        QTest::addRow("after %d", size) << size;
}

void TestVerifier::forkThatGrew()
{
    QFETCH(int, oldSize);
    // The last entry that the console believed is another one in the log that it is shown now.
    Log other = m_log;
    other.leaves[oldSize - 1] = leafBytes(fullEvent());
    QCOMPARE(kindOf(judgeAfter(oldSize, other, other.sum())), TamperKind::Fork);
    QCOMPARE(kindOf(judgeAfter(oldSize, Log(40, 99), std::nullopt)), TamperKind::Fork);
}

void TestVerifier::otherKey()
{
    const Signer other = *Signer::generate(origin);
    const Result<Checkpoint> result = judge(m_pinned, {m_log.note(other), std::nullopt, std::nullopt, m_log.sum()});
    QCOMPARE(kindOf(result), TamperKind::OtherKey);
    QVERIFY(result.error().message.contains(QStringLiteral("key")));
    // Signed by both: a key that is being replaced.
    const QByteArray both = *addSignature(m_log.note(other), m_signer);
    QVERIFY(judge(m_pinned, {both, std::nullopt, std::nullopt, m_log.sum()}).ok());
}

void TestVerifier::alteredNote()
{
    const QByteArray note = m_log.note(m_signer);
    const QByteArray smaller = QByteArray(note).replace("\n40\n", "\n39\n");
    QVERIFY(smaller != note);
    QCOMPARE(kindOf(judge(m_pinned, {smaller, {}, {}, {}})), TamperKind::Signature);
    const QByteArray otherRoot =
        QByteArray(note).replace(hashBytes(m_log.sum().root).toBase64(), hashBytes(m_log.sum(39).root).toBase64());
    QCOMPARE(kindOf(judge(m_pinned, {otherRoot, {}, {}, {}})), TamperKind::Signature);
}

void TestVerifier::otherCustomersNote()
{
    const QByteArray note = *signCheckpoint(QStringLiteral("linewarden.example/other"), 40, m_log.sum().root, m_signer);
    QCOMPARE(kindOf(judge(m_pinned, {note, {}, {}, m_log.sum()})), TamperKind::OtherKey);
    const QByteArray wrongOrigin =
        *signNote("linewarden.example/other\n40\n" + hashBytes(m_log.sum().root).toBase64() + '\n', m_signer);
    QCOMPARE(kindOf(judge(m_pinned, {wrongOrigin, {}, {}, m_log.sum()})), TamperKind::OtherLog);
}

void TestVerifier::previousOfAnotherLog()
{
    Checkpoint previous = *openCheckpoint(m_log.note(20, m_signer), m_pinned);
    previous.origin = QStringLiteral("linewarden.example/other");
    QCOMPARE(kindOf(judge(m_pinned, {m_log.note(m_signer), previous, m_log.proof(20, 40), {}})), TamperKind::OtherLog);
}

void TestVerifier::proofMissingOrForOtherSizes()
{
    const Checkpoint previous = *openCheckpoint(m_log.note(20, m_signer), m_pinned);
    const QByteArray note = m_log.note(m_signer);
    Result<Checkpoint> result = judge(m_pinned, {note, previous, std::nullopt, m_log.sum()});
    QCOMPARE(result.error().code, Errc::Protocol);
    QCOMPARE(result.error().field, QStringLiteral("consistency"));
    for (const auto &[from, to] : {std::pair<quint64, quint64>{19, 40}, {20, 39}, {0, 40}, {40, 40}}) {
        result = judge(m_pinned, {note, previous, m_log.proof(from, to), m_log.sum()});
        QCOMPARE(result.error().code, Errc::Protocol);
    }
}

void TestVerifier::forgedProof()
{
    const Checkpoint previous = *openCheckpoint(m_log.note(20, m_signer), m_pinned);
    const QByteArray note = m_log.note(m_signer);
    ConsistencyProof proof = m_log.proof(20, 40);
    QVERIFY(judge(m_pinned, {note, previous, proof, {}}).ok());
    proof.path.last()[0] ^= 1;
    QCOMPARE(kindOf(judge(m_pinned, {note, previous, proof, {}})), TamperKind::Fork);
    proof.path.clear();
    QCOMPARE(kindOf(judge(m_pinned, {note, previous, proof, {}})), TamperKind::Fork);
}

void TestVerifier::notACheckpoint()
{
    for (const QByteArray &note : {QByteArray(), QByteArray("<html>busy</html>"), *signNote("hello\n", m_signer)}) {
        const Result<Checkpoint> result = judge(m_pinned, {note, {}, {}, {}});
        QCOMPARE(result.error().code, Errc::InvalidInput);
        QVERIFY(!tamperKind(result.error()));
    }
}

void TestVerifier::kindNames()
{
    QSet<QString> names;
    for (TamperKind kind : {TamperKind::OtherKey, TamperKind::Signature, TamperKind::OtherLog, TamperKind::Truncated,
                            TamperKind::Fork, TamperKind::RemovedLeaf, TamperKind::ChangedLeaf}) {
        const QString name = tamperKindName(kind);
        names.insert(name);
        QCOMPARE(tamperKind(makeError(Errc::Tampered, {}, name)), std::optional(kind));
        QVERIFY(!tamperKind(makeError(Errc::InvalidInput, {}, name)));
    }
    QCOMPARE(names.size(), 7);
    QVERIFY(!tamperKind(makeError(Errc::Tampered, {}, QStringLiteral("else"))));
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
