// SPDX-License-Identifier: GPL-3.0-or-later
// The tree against a second, naive reading of RFC 6962 section 2.1, for every size up to 130, and against every single
// change of a proof.
#include "core/audit/merkle.h"

#include <QCryptographicHash>
#include <QTest>

using namespace lw;
using namespace lw::audit;

namespace {

constexpr quint64 mostLeaves = 130;

// MTH() of RFC 6962, word for word.
Hash naiveRoot(const std::vector<Hash> &leaves, size_t begin, size_t end)
{
    if (begin == end) return emptyRoot();
    if (end - begin == 1) return leaves[begin];
    size_t k = 1;
    while (k * 2 < end - begin)
        k *= 2;
    return nodeHash(naiveRoot(leaves, begin, begin + k), naiveRoot(leaves, begin + k, end));
}

// A store of perfect subtrees, as the back end keeps one.
struct Store {
    std::vector<std::vector<Hash>> levels;
    CompactRange range;

    void append(const Hash &leaf)
    {
        range.append(leaf, [this](unsigned level, quint64 index, const Hash &hash) {
            if (levels.size() <= level) levels.resize(level + 1);
            QCOMPARE(static_cast<quint64>(levels[level].size()), index);
            levels[level].push_back(hash);
        });
    }

    NodeAt nodeAt() const
    {
        return [this](unsigned level, quint64 index) -> Result<Hash> {
            if (level >= levels.size() || index >= levels[level].size())
                return makeError(Errc::Internal, QStringLiteral("asked for node %1 of level %2").arg(index).arg(level));
            return levels[level][index];
        };
    }
};

}  // namespace

class TestMerkle : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void knownRoots_data();
    void knownRoots();
    void everySize_data();
    void everySize();
    void everyInclusionProof_data() { everySize_data(); }
    void everyInclusionProof();
    void everyConsistencyProof_data() { everySize_data(); }
    void everyConsistencyProof();
    void mutatedInclusion_data();
    void mutatedInclusion();
    void mutatedConsistency_data();
    void mutatedConsistency();
    void proofsRefused();
    void storeErrorsArePassedOn();
    void restoreRefuses_data();
    void restoreRefuses();
    void hugeTree();
    void hashesFromBytes();

  private:
    Hash rootOf(quint64 size) const { return naiveRoot(m_leaves, 0, size); }
    std::vector<Hash> m_leaves;
    Store m_store;
};

void TestMerkle::initTestCase()
{
    for (quint64 i = 0; i < mostLeaves; ++i) {
        m_leaves.push_back(leafHash(QByteArray("leaf ") + QByteArray::number(i)));
        m_store.append(m_leaves.back());
    }
}

// Roots of the eight inputs that Certificate Transparency implementations have used since RFC 6962.
void TestMerkle::knownRoots_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("root");
    const char *roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                           "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                           "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                           "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                           "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                           "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                           "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                           "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                           "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    for (int size = 0; size < 9; ++size)
        QTest::addRow("size %d", size) << size << QByteArray::fromHex(roots[size]);
}

void TestMerkle::knownRoots()
{
    QFETCH(int, size);
    QFETCH(QByteArray, root);
    const QByteArray inputs[] = {"",
                                 QByteArray::fromHex("00"),
                                 QByteArray::fromHex("10"),
                                 QByteArray::fromHex("2021"),
                                 QByteArray::fromHex("3031"),
                                 QByteArray::fromHex("40414243"),
                                 QByteArray::fromHex("5051525354555657"),
                                 QByteArray::fromHex("606162636465666768696a6b6c6d6e6f")};
    CompactRange range;
    for (int i = 0; i < size; ++i)
        range.append(leafHash(inputs[i]));
    QCOMPARE(hashBytes(range.root()), root);
    if (size == 0) QCOMPARE(hashBytes(emptyRoot()), root);
}

void TestMerkle::everySize_data()
{
    QTest::addColumn<quint64>("size");
    for (quint64 size = 0; size <= mostLeaves; ++size)
        QTest::addRow("%llu", static_cast<unsigned long long>(size)) << size;
}

void TestMerkle::everySize()
{
    QFETCH(quint64, size);
    CompactRange range;
    for (quint64 i = 0; i < size; ++i)
        range.append(m_leaves[i]);
    QCOMPARE(range.size(), size);
    QCOMPARE(range.root(), rootOf(size));
    QCOMPARE(*rootAt(size, m_store.nodeAt()), rootOf(size));

    Result<CompactRange> restored = CompactRange::restore(range.serialise());
    QVERIFY(restored.ok());
    QVERIFY(*restored == range);
    QCOMPARE(restored->serialise(), range.serialise());
    for (quint64 i = size; i < mostLeaves; ++i)
        restored->append(m_leaves[i]);
    QCOMPARE(restored->root(), rootOf(mostLeaves));
}

void TestMerkle::everyInclusionProof()
{
    QFETCH(quint64, size);
    const Hash root = rootOf(size);
    for (quint64 index = 0; index < size; ++index) {
        const Result<InclusionProof> proof = proveInclusion(index, size, m_store.nodeAt());
        QVERIFY(proof.ok());
        QCOMPARE(proof->leafIndex, index);
        QCOMPARE(proof->treeSize, size);
        QVERIFY(verifyInclusion(*proof, m_leaves[index], root).ok());
        QVERIFY(!verifyInclusion(*proof, m_leaves[(index + 1) % mostLeaves], root));
    }
    const Result<InclusionProof> beyond = proveInclusion(size, size, m_store.nodeAt());
    QVERIFY(!beyond);
    QCOMPARE(beyond.error().field, QStringLiteral("index"));
}

void TestMerkle::everyConsistencyProof()
{
    QFETCH(quint64, size);
    const Hash newRoot = rootOf(size);
    for (quint64 oldSize = 0; oldSize <= size; ++oldSize) {
        const Result<ConsistencyProof> proof = proveConsistency(oldSize, size, m_store.nodeAt());
        QVERIFY(proof.ok());
        QVERIFY(verifyConsistency(*proof, rootOf(oldSize), newRoot).ok());
        const Hash other = rootOf(oldSize == 0 ? 1 : oldSize - 1);
        QVERIFY(!verifyConsistency(*proof, other, newRoot));
        if (size > 0 && oldSize > 0) QVERIFY(!verifyConsistency(*proof, rootOf(oldSize), rootOf(size - 1)));
    }
    const Result<ConsistencyProof> backwards = proveConsistency(size + 1, size, m_store.nodeAt());
    QVERIFY(!backwards);
    QCOMPARE(backwards.error().field, QStringLiteral("from"));
}

void TestMerkle::mutatedInclusion_data()
{
    QTest::addColumn<quint64>("index");
    QTest::addColumn<quint64>("size");
    for (const auto &[index, size] : std::initializer_list<std::pair<quint64, quint64>>{
             {0, 1}, {0, 2}, {1, 2}, {2, 3}, {0, 7}, {6, 7}, {3, 8}, {63, 64}, {64, 65}, {100, 130}, {129, 130}})
        QTest::addRow("leaf %d of %d", static_cast<int>(index), static_cast<int>(size)) << index << size;
}

void TestMerkle::mutatedInclusion()
{
    QFETCH(quint64, index);
    QFETCH(quint64, size);
    const InclusionProof good = *proveInclusion(index, size, m_store.nodeAt());
    const Hash leaf = m_leaves[index];
    const Hash root = rootOf(size);
    const auto refused = [&](const InclusionProof &proof) {
        const Result<void> result = verifyInclusion(proof, leaf, root);
        return !result && result.error().code == Errc::Tampered;
    };
    QVERIFY(!refused(good));
    for (size_t bit = 0; bit < 256; ++bit) {
        const auto flip = [bit](Hash hash) {
            hash[bit / 8] ^= static_cast<unsigned char>(1u << (bit % 8));
            return hash;
        };
        QVERIFY(!verifyInclusion(good, flip(leaf), root));
        QVERIFY(!verifyInclusion(good, leaf, flip(root)));
        for (qsizetype i = 0; i < good.path.size(); ++i) {
            InclusionProof proof = good;
            proof.path[i] = flip(proof.path[i]);
            QVERIFY(refused(proof));
        }
    }
    for (qsizetype i = 0; i < good.path.size(); ++i) {
        InclusionProof without = good, twice = good;
        without.path.removeAt(i);
        QVERIFY(refused(without));
        twice.path.insert(i, good.path[i]);
        QVERIFY(refused(twice));
        if (i == 0) continue;
        InclusionProof swapped = good;
        swapped.path.swapItemsAt(i, i - 1);
        QVERIFY(refused(swapped));
    }
    InclusionProof longer = good;
    longer.path.append(root);
    QVERIFY(refused(longer));
    // The same path for another place; some neighbouring sizes share the shape of the path, and then the root decides.
    for (quint64 other = 0; other < size + 3; ++other) {
        InclusionProof moved = good;
        moved.leafIndex = other;
        if (other != index) QVERIFY(refused(moved));
    }
    InclusionProof empty = good;
    empty.treeSize = 0;
    QVERIFY(refused(empty));
    empty.treeSize = index;
    QVERIFY(refused(empty));
}

void TestMerkle::mutatedConsistency_data()
{
    QTest::addColumn<quint64>("oldSize");
    QTest::addColumn<quint64>("newSize");
    for (const auto &[oldSize, newSize] : std::initializer_list<std::pair<quint64, quint64>>{{1, 2},
                                                                                             {1, 130},
                                                                                             {2, 3},
                                                                                             {3, 4},
                                                                                             {3, 7},
                                                                                             {4, 7},
                                                                                             {6, 8},
                                                                                             {7, 8},
                                                                                             {63, 64},
                                                                                             {64, 65},
                                                                                             {64, 128},
                                                                                             {65, 130},
                                                                                             {100, 129}})
        QTest::addRow("%d to %d", static_cast<int>(oldSize), static_cast<int>(newSize)) << oldSize << newSize;
}

void TestMerkle::mutatedConsistency()
{
    QFETCH(quint64, oldSize);
    QFETCH(quint64, newSize);
    const ConsistencyProof good = *proveConsistency(oldSize, newSize, m_store.nodeAt());
    const Hash oldRoot = rootOf(oldSize);
    const Hash newRoot = rootOf(newSize);
    const auto refused = [&](const ConsistencyProof &proof) {
        const Result<void> result = verifyConsistency(proof, oldRoot, newRoot);
        return !result && result.error().code == Errc::Tampered;
    };
    QVERIFY(!refused(good));
    for (size_t bit = 0; bit < 256; ++bit) {
        const auto flip = [bit](Hash hash) {
            hash[bit / 8] ^= static_cast<unsigned char>(1u << (bit % 8));
            return hash;
        };
        QVERIFY(!verifyConsistency(good, flip(oldRoot), newRoot));
        QVERIFY(!verifyConsistency(good, oldRoot, flip(newRoot)));
        for (qsizetype i = 0; i < good.path.size(); ++i) {
            ConsistencyProof proof = good;
            proof.path[i] = flip(proof.path[i]);
            QVERIFY(refused(proof));
        }
    }
    for (qsizetype i = 0; i < good.path.size(); ++i) {
        ConsistencyProof without = good, twice = good;
        without.path.removeAt(i);
        QVERIFY(refused(without));
        twice.path.insert(i, good.path[i]);
        QVERIFY(refused(twice));
    }
    ConsistencyProof longer = good;
    longer.path.append(newRoot);
    QVERIFY(refused(longer));
    ConsistencyProof none = good;
    none.path.clear();
    QVERIFY(refused(none));
    ConsistencyProof backwards{newSize, oldSize, good.path};
    QVERIFY(!verifyConsistency(backwards, newRoot, oldRoot));
    QVERIFY(!verifyConsistency(good, newRoot, oldRoot));
}

void TestMerkle::proofsRefused()
{
    const Hash one = rootOf(1), two = rootOf(2);
    QVERIFY(verifyConsistency({0, 0, {}}, emptyRoot(), emptyRoot()).ok());
    QVERIFY(!verifyConsistency({0, 0, {}}, emptyRoot(), one));
    QVERIFY(!verifyConsistency({0, 0, {}}, one, emptyRoot()));
    QVERIFY(verifyConsistency({0, 2, {}}, emptyRoot(), two).ok());
    QVERIFY(!verifyConsistency({0, 2, {}}, one, two));
    QVERIFY(!verifyConsistency({0, 2, {one}}, emptyRoot(), two));
    QVERIFY(verifyConsistency({2, 2, {}}, two, two).ok());
    QVERIFY(!verifyConsistency({2, 2, {}}, one, two));
    QVERIFY(!verifyConsistency({2, 2, {one}}, two, two));
    QVERIFY(!verifyInclusion({0, 0, {}}, one, emptyRoot()));
    // Whoever chooses the root himself cannot make a taller tree pass for a smaller one.
    QVERIFY(verifyInclusion({1, 2, {one}}, m_leaves[1], two).ok());
    QVERIFY(!verifyInclusion({0, 1, {one}}, m_leaves[1], two));
    QVERIFY(!verifyInclusion({0, 1, {m_leaves[1]}}, m_leaves[0], two));
    // A tree's root is no leaf and a leaf's hash no node: the prefixes keep them apart.
    QVERIFY(leafHash(hashBytes(m_leaves[0]) + hashBytes(m_leaves[1])) != two);
}

void TestMerkle::storeErrorsArePassedOn()
{
    const NodeAt broken = [](unsigned, quint64) -> Result<Hash> {
        return makeError(Errc::Corrupt, QStringLiteral("page 7 is damaged"));
    };
    QCOMPARE(rootAt(5, broken).error().code, Errc::Corrupt);
    QCOMPARE(proveInclusion(2, 5, broken).error().code, Errc::Corrupt);
    QCOMPARE(proveConsistency(3, 5, broken).error().code, Errc::Corrupt);
    QVERIFY(rootAt(0, broken).ok());
    QVERIFY(proveConsistency(5, 5, broken).ok());
}

void TestMerkle::restoreRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    CompactRange range;
    for (quint64 i = 0; i < 5; ++i)
        range.append(leafHash(QByteArray::number(i)));
    const QByteArray good = range.serialise();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("short size") << good.first(7);
    QTest::newRow("size only") << good.first(8);
    QTest::newRow("a hash short") << good.chopped(32);
    QTest::newRow("a byte short") << good.chopped(1);
    QTest::newRow("a byte long") << good + 'x';
    QTest::newRow("a hash long") << good + QByteArray(32, 'x');
    QByteArray other = good;
    other[7] = 7;
    QTest::newRow("other size") << other;
}

void TestMerkle::restoreRefuses()
{
    QFETCH(QByteArray, bytes);
    const Result<CompactRange> range = CompactRange::restore(bytes);
    QVERIFY(!range);
    QCOMPARE(range.error().code, Errc::Corrupt);
}

void TestMerkle::hugeTree()
{
    // All perfect subtrees of the same level are equal, so that a tree of 2^62 + 12345 leaves can be asked for proofs.
    std::vector<Hash> levels{leafHash("same")};
    while (levels.size() < 64)
        levels.push_back(nodeHash(levels.back(), levels.back()));
    int asked = 0;
    const NodeAt nodeAt = [&](unsigned level, quint64) -> Result<Hash> {
        ++asked;
        return levels[level];
    };
    const quint64 size = (quint64(1) << 62) + 12345;
    const Hash root = *rootAt(size, nodeAt);
    for (quint64 index : {quint64(0), size / 3, size - 1}) {
        asked = 0;
        const Result<InclusionProof> proof = proveInclusion(index, size, nodeAt);
        QVERIFY(verifyInclusion(*proof, levels[0], root).ok());
        QVERIFY(asked < 200);
    }
    const quint64 oldSize = (quint64(1) << 61) + 77;
    asked = 0;
    const Result<ConsistencyProof> proof = proveConsistency(oldSize, size, nodeAt);
    QVERIFY(verifyConsistency(*proof, *rootAt(oldSize, nodeAt), root).ok());
    QVERIFY(asked < 300);
}

void TestMerkle::hashesFromBytes()
{
    const Hash hash = leafHash("x");
    QCOMPARE(*hashFromBytes(hashBytes(hash)), hash);
    for (int size : {0, 31, 33, 64})
        QCOMPARE(hashFromBytes(QByteArray(size, 'x')).error().code, Errc::InvalidInput);
    // Leaves around the size of the stack buffer.
    for (int size : {0, 1, 2046, 2047, 2048, 2049, 70'000}) {
        const QByteArray leaf(size, 'l');
        QCOMPARE(hashBytes(leafHash(leaf)), QCryptographicHash::hash('\0' + leaf, QCryptographicHash::Sha256));
    }
}

QTEST_GUILESS_MAIN(TestMerkle)
#include "tst_merkle.moc"
