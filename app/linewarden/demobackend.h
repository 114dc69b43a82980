// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's own back end: the sibling linewardend as a child with a folder of its own. What is needed to trust it and
// to sign in comes over the child's standard output, which nobody else reads, and is written nowhere.
#pragma once

#include "core/util/async.h"
#include "core/util/secret.h"

#include <QProcess>

namespace lw::app {

struct DemoReady {
    QString address;   ///< "127.0.0.1:41234"
    QByteArray caPem;  ///< the authority that signed the child's certificate
    QString customer;
    QString login;
    Secret password;
};

/// One JSON line of the child. Protocol: a member is missing or has a wrong type.
Result<DemoReady> parseReadyLine(const QByteArray &line);

class DemoBackend final : public QObject {
    Q_OBJECT
  public:
    /// folder: where the child keeps its store; made and removed by the caller.
    explicit DemoBackend(QString folder, QObject *parent = nullptr);
    ~DemoBackend() override;

    void start(QObject *context, Callback<DemoReady> done);
    /// Asks it to finish and waits; ends it after five seconds.
    void stop();

  private:
    void readLines();
    void fail(const QString &sentence);

    QString m_folder;
    QProcess m_process;
    QByteArray m_pending;
    QByteArray m_lastMessage;  ///< of its standard error, for the sentence when it fails
    std::optional<Answer<DemoReady>> m_answer;
};

}  // namespace lw::app
