// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewarden/sessionshell.h"

#include "ui/common/timetext.h"

namespace lw::app {

namespace {

QString trustWords(net::TrustedBy trust)
{
    switch (trust) {
        case net::TrustedBy::SystemStore: return SessionShell::tr("an authority of the operating system");
        case net::TrustedBy::AcceptedAuthority: return SessionShell::tr("the authority accepted for this profile");
        case net::TrustedBy::PinnedCertificate: return SessionShell::tr("its fingerprint, accepted by you");
    }
    return {};
}

QString stageWords(loginlog::SyncStage stage)
{
    switch (stage) {
        case loginlog::SyncStage::SigningFacts: return SessionShell::tr("Asking who you are and what may be seen…");
        case loginlog::SyncStage::People: return SessionShell::tr("Fetching people…");
        case loginlog::SyncStage::Checkpoint: return SessionShell::tr("Checking the signed head of the log…");
        case loginlog::SyncStage::Events: return SessionShell::tr("Fetching events…");
        case loginlog::SyncStage::Verifying: return SessionShell::tr("Verifying the log…");
        case loginlog::SyncStage::Exports: return SessionShell::tr("Telling the back end about exports…");
        case loginlog::SyncStage::Done: return SessionShell::tr("Done");
    }
    return {};
}

}  // namespace

SessionShell::SessionShell(session::ConsoleSession &session, std::function<void()> signIn, QObject *parent)
    : ShellService(parent), m_session(session), m_signIn(std::move(signIn))
{
    using session::ConsoleSession;
    connect(&m_session, &ConsoleSession::stateChanged, this, &ShellService::factsChanged);
    connect(&m_session, &ConsoleSession::syncStarted, this, &ShellService::factsChanged);
    connect(&m_session, &ConsoleSession::cacheChanged, this, [this] {
        readSpan();
        Q_EMIT contentChanged();
    });
    connect(&m_session, &ConsoleSession::syncProgress, this, [this](const loginlog::SyncProgress &progress) {
        QString words = stageWords(progress.stage);
        if (progress.stage == loginlog::SyncStage::Events && progress.total > 0)
            words = tr("Fetching events: %1 of %2, %3 a second")
                        .arg(ui::countText(qint64(progress.done)), ui::countText(qint64(progress.total)),
                             ui::countText(qint64(progress.eventsPerSecond)));
        Q_EMIT syncProgress(words, qint64(progress.done), qint64(progress.total));
    });
    connect(&m_session, &ConsoleSession::syncFinished, this, &SessionShell::onSyncFinished);
    connect(&m_session, &ConsoleSession::tampered, this, &SessionShell::onTampered);
    readSpan();
    // Evidence that was kept is shown at every opening until a person removed it.
    m_session.tamperEvidence(this, [this](Result<QList<cache::TamperEvidence>> evidence) {
        if (evidence && !evidence->isEmpty()) raiseAlarm(evidence->first());
    });
}

ui::ConnectionFacts SessionShell::facts() const
{
    ui::ConnectionFacts facts;
    const session::Profile &profile = m_session.profile();
    switch (m_session.state()) {
        case session::State::Online: facts.link = ui::Link::Online; break;
        case session::State::Connecting: facts.link = ui::Link::Connecting; break;
        case session::State::Offline:
        case session::State::Locked: facts.link = ui::Link::Offline; break;
    }
    const QUrl &base = profile.endpoint.base;
    facts.profileName = profile.name;
    facts.host = base.port() > 0 ? QStringLiteral("%1:%2").arg(base.host()).arg(base.port()) : base.host();
    facts.signedInAs = m_session.identity();
    facts.syncing = m_session.isSyncing();
    const net::ConnectionInfo info = m_session.connectionInfo();
    if (!info.protocol.isEmpty()) {
        facts.protocol = info.protocol;
        facts.cipher = info.cipher;
        facts.identity = info.peerSubject;
        facts.trustedBy = trustWords(info.trustedBy);
        facts.fingerprint = net::fingerprintText(info.fingerprint);
        facts.validUntil = info.validUntil;
    }
    facts.offlineSince = m_session.offlineSince();
    facts.lastSync = m_session.lastSync();
    if (m_checkpoint) {
        facts.checkpointSize = m_checkpoint->size;
        const QByteArray root(reinterpret_cast<const char *>(m_checkpoint->root.data()),
                              qsizetype(m_checkpoint->root.size()));
        facts.checkpointRoot = QString::fromLatin1(root.toBase64());
    }
    facts.lastError = m_lastError;
    return facts;
}

void SessionShell::readSpan()
{
    if (!m_session.events()) return;
    m_session.events()->span(this, [this](Result<cache::CacheSpan> span) {
        if (!span) return;
        m_checkpoint = span->checkpoint;
        Q_EMIT factsChanged();
    });
}

void SessionShell::syncNow()
{
    m_session.startSync();
}

void SessionShell::cancelSync()
{
    m_session.cancelSync();
}

void SessionShell::goOnline()
{
    if (m_signIn) m_signIn();
}

void SessionShell::goOffline()
{
    m_session.signOut();
}

void SessionShell::lock()
{
    // Later: locking ends the very widgets whose click this is.
    QMetaObject::invokeMethod(&m_session, &session::ConsoleSession::lock, Qt::QueuedConnection);
}

void SessionShell::noteActivity()
{
    m_session.noteActivity();
}

void SessionShell::onSyncFinished(const Result<loginlog::SyncReport> &result)
{
    if (result) {
        m_lastError.clear();
        Q_EMIT syncEnded(true,
                         result->newEvents == 0
                             ? tr("Nothing new since the last sync; the log verifies.")
                             : tr("%1 new events verified and cached.").arg(ui::countText(qint64(result->newEvents))));
    } else if (result.error().code == Errc::Cancelled) {
        Q_EMIT syncEnded(true, tr("The sync was stopped; the next one goes on where it was."));
    } else {
        m_lastError = result.error().message;
        Q_EMIT syncEnded(false, result.error().message);
    }
    Q_EMIT factsChanged();
}

void SessionShell::onTampered(const Error &error)
{
    m_session.tamperEvidence(this, [this, error](Result<QList<cache::TamperEvidence>> evidence) {
        cache::TamperEvidence alarm;
        if (evidence && !evidence->isEmpty()) alarm = evidence->first();
        if (!alarm.foundAt.isValid()) alarm.foundAt = QDateTime::currentDateTimeUtc();
        alarm.message = error.message;
        raiseAlarm(alarm);
    });
}

void SessionShell::raiseAlarm(const cache::TamperEvidence &evidence)
{
    Q_EMIT tampered({evidence.message, QString::fromUtf8(evidence.trustedNote),
                     QString::fromUtf8(evidence.offendingNote), evidence.foundAt});
}

}  // namespace lw::app
