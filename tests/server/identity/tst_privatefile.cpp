// SPDX-License-Identifier: GPL-3.0-or-later
// Files that only their owner may read: from the first byte on, never over an existing one unless asked to.
#include "server/identity/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace lw;
using namespace lw::server;

class TestPrivateFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void writeAndRead();
    void neverOver();
    void replaces();
    void manyAtOnce();
    void nothingLeftBehind();
    void openFiles_data();
    void openFiles();
    void missing();
    void tooLarge();
    void directory_data();
    void directory();
    void directoryIsMade();
    void directoryIsAFile();
    void readOnlyDirectory();

  private:
    SecretMemory m_memory;
};

namespace {

constexpr auto ownerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;

}  // namespace

void TestPrivateFile::writeAndRead()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.key"));
    QVERIFY(writePrivateFile(path, toSecret("content")).ok());
    QCOMPARE(QFileInfo(path).permissions(), ownerOnly);
    const auto read = readPrivateFile(path);
    QVERIFY(read.ok());
    QCOMPARE(read->toByteArray(), QByteArray("content"));
}

void TestPrivateFile::neverOver()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.key"));
    QVERIFY(writePrivateFile(path, toSecret("first")).ok());
    const Result<void> second = writePrivateFile(path, toSecret("second"));
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, Errc::Conflict);
    QCOMPARE(readPrivateFile(path)->toByteArray(), QByteArray("first"));
}

void TestPrivateFile::replaces()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.key"));
    QVERIFY(writePrivateFile(path, toSecret("first"), true).ok());
    QVERIFY(writePrivateFile(path, toSecret("second"), true).ok());
    QCOMPARE(readPrivateFile(path)->toByteArray(), QByteArray("second"));
    QCOMPARE(QFileInfo(path).permissions(), ownerOnly);
}

void TestPrivateFile::manyAtOnce()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.key"));
    std::atomic<int> won = 0, conflicts = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&, i] {
            const Result<void> written = writePrivateFile(path, toSecret(QByteArray::number(i)));
            if (written)
                ++won;
            else if (written.error().code == Errc::Conflict)
                ++conflicts;
        });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(won.load(), 1);
    QCOMPARE(conflicts.load(), 7);
}

void TestPrivateFile::nothingLeftBehind()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.key"));
    QVERIFY(writePrivateFile(path, toSecret("x")).ok());
    QVERIFY(!writePrivateFile(path, toSecret("y")).ok());
    QVERIFY(writePrivateFile(path, toSecret("z"), true).ok());
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a.key")});
}

void TestPrivateFile::openFiles_data()
{
    QTest::addColumn<QFileDevice::Permissions>("permissions");
    QTest::addColumn<bool>("refused");
    const auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QTest::newRow("0600") << own << false;
    QTest::newRow("0400") << QFileDevice::Permissions(QFileDevice::ReadOwner) << false;
    QTest::newRow("0640") << (own | QFileDevice::ReadGroup) << true;
    QTest::newRow("0620") << (own | QFileDevice::WriteGroup) << true;
    QTest::newRow("0604") << (own | QFileDevice::ReadOther) << true;
    QTest::newRow("0602") << (own | QFileDevice::WriteOther) << true;
    QTest::newRow("0644") << (own | QFileDevice::ReadGroup | QFileDevice::ReadOther) << true;
}

void TestPrivateFile::openFiles()
{
#ifdef Q_OS_WIN
    QSKIP("access lists are inherited there");
#endif
    QFETCH(QFileDevice::Permissions, permissions);
    QFETCH(bool, refused);
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.key"));
    QVERIFY(writePrivateFile(path, toSecret("x")).ok());
    QVERIFY(QFile::setPermissions(path, permissions));
    const auto read = readPrivateFile(path);
    QCOMPARE(read.ok(), !refused);
    if (!refused) return;
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QVERIFY(read.error().message.contains(QLatin1String("chmod 600")));
    QCOMPARE(read.error().field, path);
}

void TestPrivateFile::missing()
{
    const QTemporaryDir dir;
    QCOMPARE(readPrivateFile(dir.filePath(QStringLiteral("none"))).error().code, Errc::NotFound);
    QCOMPARE(readPublicFile(dir.filePath(QStringLiteral("none"))).error().code, Errc::NotFound);
}

void TestPrivateFile::tooLarge()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("large.pem"));
    QVERIFY(writePublicFile(path, QByteArray(65 * 1024, 'x')).ok());
    QCOMPARE(readPublicFile(path).error().code, Errc::TooLarge);
}

void TestPrivateFile::directory_data()
{
    QTest::addColumn<QFileDevice::Permissions>("permissions");
    QTest::addColumn<bool>("refused");
    const auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    QTest::newRow("0700") << own << false;
    QTest::newRow("0750") << (own | QFileDevice::ReadGroup | QFileDevice::ExeGroup) << true;
    QTest::newRow("0701") << (own | QFileDevice::ExeOther) << true;
    QTest::newRow("0707") << (own | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther) << true;
}

void TestPrivateFile::directory()
{
#ifdef Q_OS_WIN
    QSKIP("access lists are inherited there");
#endif
    QFETCH(QFileDevice::Permissions, permissions);
    QFETCH(bool, refused);
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("data"));
    QVERIFY(QDir().mkdir(path));
    QVERIFY(QFile::setPermissions(path, permissions));
    const Result<void> ready = ensurePrivateDirectory(path);
    QCOMPARE(ready.ok(), !refused);
    if (refused) QVERIFY(ready.error().message.contains(QLatin1String("chmod 700")));
}

void TestPrivateFile::directoryIsMade()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a/b/data"));
    QVERIFY(ensurePrivateDirectory(path).ok());
    QVERIFY(QFileInfo(path).isDir());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFileInfo(path).permissions() & others));
    QVERIFY(ensurePrivateDirectory(path).ok());
}

void TestPrivateFile::directoryIsAFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("data"));
    QVERIFY(writePublicFile(path, "x").ok());
    QCOMPARE(ensurePrivateDirectory(path).error().code, Errc::Io);
    QCOMPARE(ensurePrivateDirectory(path + QStringLiteral("/below")).error().code, Errc::Io);
}

void TestPrivateFile::readOnlyDirectory()
{
    const QTemporaryDir dir;
    QVERIFY(QFile::setPermissions(dir.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    if (QFileInfo(dir.path()).isWritable()) QSKIP("this user may write everywhere");
    QCOMPARE(writePrivateFile(dir.filePath(QStringLiteral("a")), toSecret("x")).error().code, Errc::Io);
    QCOMPARE(writePublicFile(dir.filePath(QStringLiteral("b")), "x").error().code, Errc::Io);
    QVERIFY(
        QFile::setPermissions(dir.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
}

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"
