// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/atomicfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::report;

class TestAtomicFile : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void writesWhole();
    void replacesOld();
    void failureLeavesTheOldFile();
    void failureLeavesNothing();
    void noFolder();
    void folderOfThatName();
    void readOnlyFolder();
    void readOnlyFile();

  private:
    QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }
    QStringList entries() { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot); }
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

namespace {

std::function<Result<void>(QIODevice &)> writes(const QByteArray &bytes)
{
    return [bytes](QIODevice &device) -> Result<void> {
        if (device.write(bytes) != bytes.size()) return makeError(Errc::Io, QStringLiteral("short"));
        return {};
    };
}

Result<void> breaksOff(QIODevice &device)
{
    device.write("half");
    return makeError(Errc::Cancelled, QStringLiteral("cancelled"));
}

}  // namespace

void TestAtomicFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(QStringLiteral("report.csv"));
}

void TestAtomicFile::writesWhole()
{
    QVERIFY(writeAtomically(m_path, writes("whole")));
    QCOMPARE(content(m_path), QByteArray("whole"));
    QCOMPARE(entries(), QStringList{QStringLiteral("report.csv")});
}

void TestAtomicFile::replacesOld()
{
    QVERIFY(writeAtomically(m_path, writes("a longer old file")));
    QVERIFY(writeAtomically(m_path, writes("new")));
    QCOMPARE(content(m_path), QByteArray("new"));
}

void TestAtomicFile::failureLeavesTheOldFile()
{
    QVERIFY(writeAtomically(m_path, writes("old")));
    const auto result = writeAtomically(m_path, breaksOff);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Cancelled);
    QCOMPARE(content(m_path), QByteArray("old"));
    QCOMPARE(entries(), QStringList{QStringLiteral("report.csv")});
}

void TestAtomicFile::failureLeavesNothing()
{
    QVERIFY(!writeAtomically(m_path, breaksOff));
    QVERIFY(entries().isEmpty());
}

void TestAtomicFile::noFolder()
{
    const auto result = writeAtomically(m_dir->filePath(QStringLiteral("no/such/report.csv")), writes("x"));
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::NotFound);
    QVERIFY(result.error().message.contains(u"report.csv"));
}

void TestAtomicFile::folderOfThatName()
{
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("report.csv")));
    const auto result = writeAtomically(m_path, writes("x"));
    QVERIFY(!result);
    QVERIFY(QFileInfo(m_path).isDir());
}

void TestAtomicFile::readOnlyFolder()
{
    QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::ExeOwner);
    const auto result = writeAtomically(m_path, writes("x"));
    QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (result) QSKIP("this user may write everywhere");
    QCOMPARE(result.error().code, Errc::ReadOnly);
}

void TestAtomicFile::readOnlyFile()
{
    QVERIFY(writeAtomically(m_path, writes("old")));
    QFile::setPermissions(m_path, QFile::ReadOwner);
    const auto result = writeAtomically(m_path, writes("new"));
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    if (result) QSKIP("this user may write everywhere");
    QCOMPARE(result.error().code, Errc::ReadOnly);
    QCOMPARE(content(m_path), QByteArray("old"));
}

QTEST_GUILESS_MAIN(TestAtomicFile)
#include "tst_atomicfile.moc"
