// SPDX-License-Identifier: GPL-3.0-or-later
// Proofs that others made (transparency-dev/merkle). A proof inside a subtree is a proof in a tree of that subtree's
// size, counted from its start; consistency of a subtree is expressible where the subtree starts at leaf 0.
#include "core/audit/merkle.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lw;
using namespace lw::audit;

namespace {

const QString folder = QStringLiteral(LW_SHARED_DATA "/crypto/merkle/");

Hash hashOf(const QJsonValue &value)
{
    return *hashFromBytes(QByteArray::fromBase64(value.toString().toLatin1()));
}

QList<Hash> pathOf(const QJsonObject &vector)
{
    QList<Hash> path;
    for (const QJsonValue element : vector.value(QLatin1String("proof")).toArray())
        path.append(hashOf(element));
    return path;
}

quint64 number(const QJsonObject &vector, const char *name)
{
    return static_cast<quint64>(vector.value(QLatin1String(name)).toInteger());
}

void addVectors(const QStringList &folders)
{
    QTest::addColumn<QJsonObject>("vector");
    for (const QString &name : folders) {
        QDirIterator files(folder + name, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) continue;
            const QString row = file.fileName().sliced(folder.size());
            QTest::newRow(qPrintable(row)) << QJsonDocument::fromJson(file.readAll()).object();
        }
    }
}

}  // namespace

class TestMerkleVectors : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void inclusion_data() { addVectors({QStringLiteral("inclusion"), QStringLiteral("subtreeinclusion")}); }
    void inclusion();
    void consistency_data() { addVectors({QStringLiteral("consistency"), QStringLiteral("subtreeconsistency")}); }
    void consistency();
};

void TestMerkleVectors::initTestCase()
{
    if (!QFile::exists(folder)) QSKIP("The Merkle vectors are not at ../shared/data/crypto/merkle.");
}

void TestMerkleVectors::inclusion()
{
    QFETCH(QJsonObject, vector);
    QVERIFY(vector.contains(QLatin1String("leafIdx")));
    InclusionProof proof;
    if (vector.contains(QLatin1String("treeSize"))) {
        proof = {number(vector, "leafIdx"), number(vector, "treeSize"), pathOf(vector)};
    } else {
        const quint64 start = number(vector, "start");
        proof = {number(vector, "leafIdx") - start, number(vector, "end") - start, pathOf(vector)};
    }
    const Hash leaf = hashOf(vector.value(QLatin1String("leafHash")));
    const Hash root = hashOf(vector.value(QLatin1String("root")));
    const bool wantError = vector.value(QLatin1String("wantErr")).toBool();
    QCOMPARE(verifyInclusion(proof, leaf, root).ok(), !wantError);
    Hash other = leaf;
    other[0] ^= 1;
    QVERIFY(!verifyInclusion(proof, other, root));
}

void TestMerkleVectors::consistency()
{
    QFETCH(QJsonObject, vector);
    QVERIFY(vector.contains(QLatin1String("root1")));
    ConsistencyProof proof;
    if (vector.contains(QLatin1String("size1"))) {
        proof = {number(vector, "size1"), number(vector, "size2"), pathOf(vector)};
    } else {
        if (number(vector, "start") != 0) QSKIP("RFC 6962 has no consistency proof for a subtree in the middle.");
        proof = {number(vector, "end"), number(vector, "size"), pathOf(vector)};
    }
    const Hash oldRoot = hashOf(vector.value(QLatin1String("root1")));
    const Hash newRoot = hashOf(vector.value(QLatin1String("root2")));
    const bool wantError = vector.value(QLatin1String("wantErr")).toBool();
    QCOMPARE(verifyConsistency(proof, oldRoot, newRoot).ok(), !wantError);
    Hash other = oldRoot;
    other[31] ^= 0x80;
    QVERIFY(!verifyConsistency(proof, other, newRoot));
}

QTEST_GUILESS_MAIN(TestMerkleVectors)
#include "tst_merklevectors.moc"
