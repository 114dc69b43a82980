// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/demobackend.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace lw::app {

Result<DemoReady> parseReadyLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto text = [&object](const char *name) { return object.value(QLatin1String(name)).toString(); };
    DemoReady ready;
    const int port = object.value(QLatin1String("port")).toInt();
    const QString host = text("host").isEmpty() ? QStringLiteral("127.0.0.1") : text("host");
    ready.address = QStringLiteral("%1:%2").arg(host).arg(port);
    ready.caPem = text("ca").toUtf8();
    ready.customer = text("customer");
    ready.login = text("login");
    QString password = text("password");
    ready.password = takeSecret(password);
    if (port <= 0 || ready.caPem.isEmpty() || ready.customer.isEmpty() || ready.login.isEmpty() ||
        ready.password.isEmpty())
        return makeError(Errc::Protocol,
                         DemoBackend::tr("The demo back end did not say where it is and how to sign in."));
    return ready;
}

DemoBackend::DemoBackend(QString folder, QObject *parent) : QObject(parent), m_folder(std::move(folder))
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoBackend::readLines);
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray text = m_process.readAllStandardError().trimmed();
        if (!text.isEmpty()) m_lastMessage = text.mid(text.lastIndexOf('\n') + 1).left(400);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("%1 could not be started: %2").arg(m_process.program(), m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this](int code) {
        fail(tr("The demo back end ended with status %1. %2").arg(code).arg(QString::fromUtf8(m_lastMessage)));
    });
}

DemoBackend::~DemoBackend()
{
    stop();
}

void DemoBackend::fail(const QString &sentence)
{
    if (!m_answer) return;
    m_answer->give(makeError(Errc::Io, sentence));
    m_answer.reset();
}

void DemoBackend::start(QObject *context, Callback<DemoReady> done)
{
    m_answer.emplace(context, std::move(done));
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("linewardend"));
    // Its input is our pipe: a console that is killed takes its back end with it.
    m_process.start(program,
                    {QStringLiteral("serve"), QStringLiteral("--demo"), QStringLiteral("--data"), m_folder,
                     QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--exit-with-stdin")});
    QTimer::singleShot(120'000, this, [this] { fail(tr("The demo back end was not ready within two minutes.")); });
}

void DemoBackend::readLines()
{
    m_pending += m_process.readAllStandardOutput();
    for (qsizetype end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        QByteArray line = m_pending.left(end);
        m_pending.remove(0, end + 1);
        if (m_answer && line.startsWith('{')) {
            m_answer->give(parseReadyLine(line));
            m_answer.reset();
        }
        wipe(line);
    }
}

void DemoBackend::stop()
{
    m_answer.reset();
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.disconnect(this);
    m_process.terminate();
    if (m_process.waitForFinished(5000)) return;
    m_process.kill();
    m_process.waitForFinished(5000);
}

}  // namespace lw::app
