// SPDX-License-Identifier: GPL-3.0-or-later
// The real programs as child processes, each ended with the test.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

namespace lw::test {

struct Ran {
    int exit = -1;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonObject error() const { return QJsonDocument::fromJson(err).object().value(QLatin1String("error")).toObject(); }
};

/// One folder for everything that the programs may write: homes, temporary files, caches.
class Programs {
  public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString home() const { return path(QStringLiteral("home")); }

    static QString binary(const QString &name) { return QDir(QStringLiteral(LW_BIN_DIR)).filePath(name); }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *place : {"home", "tmp", "runtime"})
            QDir().mkpath(path(QLatin1String(place)));
        environment.insert(QStringLiteral("HOME"), home());
        environment.insert(QStringLiteral("TMPDIR"), path(QStringLiteral("tmp")));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), path(QStringLiteral("runtime")));
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "LINEWARDEN_HOME"})
            environment.remove(QLatin1String(name));
        return environment;
    }

    /// Secrets go in by standard input: descriptor 0, a line each.
    Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.setWorkingDirectory(m_folder.path());
        process.start(binary(program), arguments);
        Ran ran;
        if (!process.waitForStarted()) return ran;
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000)) {
            process.kill();
            process.waitForFinished();
            return ran;
        }
        ran.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
        ran.out = process.readAllStandardOutput();
        ran.err = process.readAllStandardError();
        return ran;
    }

    Ran ctl(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(QStringLiteral("linewardenctl"), arguments, input);
    }

    QByteArray file(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

  private:
    QTemporaryDir m_folder;
};

/// A running linewardend; ended at the latest with the object.
class BackEnd {
  public:
    ~BackEnd()
    {
        if (m_process.state() == QProcess::NotRunning) return;
        m_process.kill();
        m_process.waitForFinished();
    }

    bool start(const Programs &programs, const QStringList &more = {})
    {
        m_process.setProcessEnvironment(programs.environment());
        const QString ready = programs.path(QStringLiteral("ready.json"));
        QFile::remove(ready);
        m_process.start(Programs::binary(QStringLiteral("linewardend")),
                        QStringList{QStringLiteral("serve"), QStringLiteral("--data"),
                                    programs.path(QStringLiteral("server")), QStringLiteral("--listen"),
                                    QStringLiteral("127.0.0.1:0"), QStringLiteral("--ready-file"), ready} +
                            more);
        const bool up = QTest::qWaitFor(
            [&] {
                if (m_process.state() == QProcess::NotRunning) return true;
                QFile file(ready);
                if (!file.open(QIODevice::ReadOnly)) return false;
                m_ready = QJsonDocument::fromJson(file.readAll()).object();
                return !m_ready.isEmpty();
            },
            60'000);
        return up && !m_ready.isEmpty();
    }

    /// SIGTERM (or what the system has for it); gives the exit code.
    int stop()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(30'000)) return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
    }

    QString value(const char *name) const { return m_ready.value(QLatin1String(name)).toString(); }
    int number(const char *name) const { return m_ready.value(QLatin1String(name)).toInt(); }
    QByteArray output()
    {
        m_out += m_process.readAllStandardOutput();
        return m_out;
    }

  private:
    QProcess m_process;
    QJsonObject m_ready;
    QByteArray m_out;
};

}  // namespace lw::test
