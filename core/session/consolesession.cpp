// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/consolesession.h"

namespace lw::session {

using cache::Vault;

namespace {

/// Changes that follow one another closely are synced together.
constexpr int gatherMs = 250;
/// What others do is synced at most so often.
constexpr int othersMs = 1'500;

}  // namespace

ConsoleSession::ConsoleSession(Profile profile, QObject *parent)
    : ConsoleSession(std::move(profile), ProfileStore(), {}, parent)
{
}

ConsoleSession::ConsoleSession(Profile profile, ProfileStore store, net::BackendClient::TransportFactory transport,
                               QObject *parent)
    : QObject(parent),
      m_profile(std::move(profile)),
      m_store(std::move(store)),
      m_transport(std::move(transport)),
      m_keys(std::make_unique<Worker>()),
      m_offlineSince(QDateTime::currentDateTimeUtc())
{
    m_autoLock.setParent(this);
    m_autoLock.setObjectName(QStringLiteral("autoLock"));
    m_autoLock.setSingleShot(true);
    connect(&m_autoLock, &QTimer::timeout, this, &ConsoleSession::lock);
    m_soon.setParent(this);
    m_soon.setObjectName(QStringLiteral("syncSoon"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherMs);
    connect(&m_soon, &QTimer::timeout, this, &ConsoleSession::syncSoon);
    m_others.setParent(this);
    m_others.setObjectName(QStringLiteral("syncForOthers"));
    m_others.setSingleShot(true);
    m_others.setInterval(othersMs);
    connect(&m_others, &QTimer::timeout, this, &ConsoleSession::syncSoon);
    m_link = std::make_unique<access::BackendLink>(access::BackendLink::Ways{
        [this] { return m_online && m_client && m_client->hasSession() ? m_client.get() : nullptr; },
        [this] { return m_vault; }, [this] { onChanged(); }});
    m_self = std::make_unique<access::SelfService>(*m_link);
}

ConsoleSession::~ConsoleSession()
{
    m_keys->dropPending();
    closeCache();
    m_self.reset();
    m_link.reset();
}

State ConsoleSession::state() const
{
    if (!m_vault) return State::Locked;
    if (m_signIns > 0) return State::Connecting;
    return m_online ? State::Online : State::Offline;
}

QDateTime ConsoleSession::offlineSince() const
{
    return m_online ? QDateTime() : m_offlineSince;
}

net::ConnectionInfo ConsoleSession::connectionInfo() const
{
    return m_client && m_online ? m_client->connectionInfo() : net::ConnectionInfo();
}

QString ConsoleSession::identity() const
{
    return m_online && m_me ? m_me->user.login + QLatin1Char('@') + m_me->customer.slug : QString();
}

std::optional<protocol::Me> ConsoleSession::me() const
{
    return m_me;
}

bool ConsoleSession::mustChangePassword() const
{
    return m_online && m_mustChange;
}

bool ConsoleSession::mustEnrolMfa() const
{
    return m_online && m_mustEnrol;
}

bool ConsoleSession::mayDo(Permission permission) const
{
    return m_online && m_me && !m_mustChange && !m_mustEnrol && m_me->permissions.contains(permission);
}

QDateTime ConsoleSession::lastSync() const
{
    return m_lastSync;
}

void ConsoleSession::opened(std::shared_ptr<Vault> vault)
{
    closeCache();
    m_vault = std::move(vault);
    m_events = std::make_unique<loginlog::EventQueries>(m_vault);
    m_people = std::make_unique<people::PeopleService>(m_vault);
    m_exports = std::make_unique<loginlog::ExportService>(m_vault, m_client.get());
    m_exports->setBackEnd(m_profile.endpoint.base.toString());
    m_access = std::make_unique<access::AccessService>(*m_link);
    m_departures = std::make_unique<departures::DepartureService>(*m_link);
    m_callGuard = std::make_unique<callguard::CallGuardService>(*m_link);
    m_spend = std::make_unique<spend::SpendService>(*m_link);
    m_retention = std::make_unique<retention::RetentionService>(*m_link);
    m_peopleAdmin = std::make_unique<people::PeopleAdmin>(*m_link);
    m_replay = std::make_unique<access::AllowlistReplay>(m_vault);
    readLastSync();
    noteActivity();
    Q_EMIT unlocked();
    Q_EMIT stateChanged();
}

void ConsoleSession::readLastSync()
{
    m_events->span(this, [this](Result<cache::CacheSpan> span) {
        if (!span || m_lastSync == span->syncedAt) return;
        m_lastSync = span->syncedAt;
        Q_EMIT stateChanged();
    });
}

void ConsoleSession::closeCache()
{
    if (!m_vault) return;
    m_autoLock.stop();
    // Running statements are interrupted first, so that nothing below waits for them.
    if (m_sync) m_sync->cancel();
    if (m_replay) m_replay->cancel();
    m_vault->lock();
    m_sync.reset();
    m_replay.reset();
    m_peopleAdmin.reset();
    m_departures.reset();
    m_callGuard.reset();
    m_retention.reset();
    m_spend.reset();
    m_access.reset();
    m_exports.reset();
    m_people.reset();
    m_events.reset();
    m_vault.reset();
    m_lastSync = QDateTime();
}

void ConsoleSession::lock()
{
    const bool wasOpen = m_vault != nullptr;
    if (wasOpen) Q_EMIT aboutToLock();
    m_keys->dropPending();
    closeCache();
    m_identity = net::ClientIdentity();
    // The end of the session there may ask for the certificate once more.
    endSession(this, [this](const Result<void> &) {
        if (m_client && m_identity.isNull()) m_client->setIdentity(net::ClientIdentity());
    });
    if (wasOpen) Q_EMIT locked();
    Q_EMIT stateChanged();
}

void ConsoleSession::setAutoLockMinutes(int minutes)
{
    m_autoLockMinutes = qMax(0, minutes);
    noteActivity();
}

void ConsoleSession::noteActivity()
{
    if (!m_vault || m_autoLockMinutes == 0) {
        m_autoLock.stop();
        return;
    }
    m_autoLock.start(m_autoLockMinutes * 60 * 1000);
}

net::BackendClient &ConsoleSession::client()
{
    if (!m_client) {
        m_client = std::make_unique<net::BackendClient>(m_profile.endpoint, m_transport);
        m_client->setIdentity(m_identity);
        connect(m_client.get(), &net::BackendClient::connectionInfoChanged, this, &ConsoleSession::stateChanged);
        connect(m_client.get(), &net::BackendClient::sessionLost, this, [this] { setOnline(false); });
        connect(m_client.get(), &net::BackendClient::logChanged, this, &ConsoleSession::onLogChanged);
        if (m_exports) m_exports->setClient(m_client.get());
    }
    return *m_client;
}

void ConsoleSession::signIn(Secret password, QString totp, QObject *context, Callback<net::SessionFacts> done)
{
    const Answer<net::SessionFacts> answer(context, std::move(done));
    const int generation = m_generation;
    ++m_signIns;
    Q_EMIT stateChanged();
    const auto end = [this, answer, generation](Result<net::SessionFacts> result) {
        if (generation == m_generation) {
            --m_signIns;
            setOnline(result.ok());
            Q_EMIT stateChanged();
        } else if (result) {
            result = makeError(Errc::Cancelled, QStringLiteral("The session was locked meanwhile. Sign in again."));
        }
        answer.give(std::move(result));
    };
    client().signIn({m_profile.customer, m_profile.login, password, totp}, this,
                    [this, end](Result<net::SessionFacts> facts) {
                        if (!facts || !m_client) return end(std::move(facts));
                        m_client->me(this, [this, end, facts](Result<protocol::Me> me) {
                            if (!me) return end(me.error());
                            m_mustChange = facts->mustChangePassword;
                            m_mustEnrol = facts->mustEnrolMfa;
                            adopt(*me);
                            end(facts);
                            followChanges();
                        });
                    });
}

void ConsoleSession::adopt(const protocol::Me &me)
{
    m_me = me;
    if (!m_profile.logKey.isEmpty() || me.logKey.isEmpty()) return;
    m_profile.logKey = me.logKey;
    // For people to compare; what is believed is the cache's own pin. A profile that was never saved stays unsaved.
    if (m_store.find(m_profile.id)) (void)m_store.save(m_profile);
}

void ConsoleSession::changePassword(Secret current, Secret next, QObject *context, Callback<void> done)
{
    const Answer<void> answer(context, std::move(done));
    client().changePassword(current, next, this, [this, answer](Result<void> result) {
        if (result) {
            m_mustChange = false;
            if (m_me) m_me->mustChangePassword = false;
            followChanges();
            Q_EMIT stateChanged();
        }
        answer.give(std::move(result));
    });
}

void ConsoleSession::signOut()
{
    endSession();
    Q_EMIT stateChanged();
}

void ConsoleSession::signOut(QObject *context, Callback<void> done)
{
    const Answer<void> answer(context, std::move(done));
    endSession(this, [answer](const Result<void> &result) { answer.give(result); });
    Q_EMIT stateChanged();
}

void ConsoleSession::endSession(QObject *context, Callback<void> done)
{
    ++m_generation;
    m_signIns = 0;
    if (m_sync) m_sync->cancel();
    if (m_client && m_client->hasSession())
        m_client->signOut(context ? context : this, std::move(done));
    else if (done)
        Answer<void>(context, std::move(done)).give({});
    m_me.reset();
    m_mustChange = false;
    m_mustEnrol = false;
    m_soon.stop();
    m_others.stop();
    m_toldSize = 0;
    m_syncAgain = false;
    if (m_online) m_offlineSince = QDateTime::currentDateTimeUtc();
    m_online = false;
}

Result<void> ConsoleSession::setEndpoint(const net::Endpoint &endpoint)
{
    signOut();
    m_sync.reset();
    if (m_exports) m_exports->setClient(nullptr);
    m_client.reset();
    m_profile.endpoint = endpoint;
    return m_store.find(m_profile.id) ? m_store.save(m_profile) : Result<void>();
}

void ConsoleSession::setOnline(bool online)
{
    if (m_online == online) return;
    m_online = online;
    if (!online) m_offlineSince = QDateTime::currentDateTimeUtc();
    Q_EMIT stateChanged();
}

bool ConsoleSession::isSyncing() const
{
    return m_sync && m_sync->isRunning();
}

void ConsoleSession::startSync()
{
    if (isSyncing()) return;
    if (!m_vault || !m_client || !m_client->hasSession()) {
        Q_EMIT syncFinished(
            makeError(Errc::Unauthorized, QStringLiteral("Unlock the cache and sign in first, then sync.")));
        return;
    }
    m_sync = std::make_unique<loginlog::SyncJob>(*m_client, m_vault, m_profile.logKey);
    connect(m_sync.get(), &loginlog::SyncJob::progress, this, &ConsoleSession::syncProgress);
    connect(m_sync.get(), &loginlog::SyncJob::finished, this, &ConsoleSession::onSyncFinished);
    Q_EMIT syncStarted();
    m_sync->start();
}

void ConsoleSession::onSyncFinished(const Result<loginlog::SyncReport> &result)
{
    if (result) {
        setOnline(true);
        if (m_me && result->me) m_me = result->me;
        readLastSync();
        Q_EMIT cacheChanged();
    } else {
        const Errc code = result.error().code;
        if (code == Errc::Network || code == Errc::Timeout || code == Errc::Tls) setOnline(false);
        if (code == Errc::Tampered) Q_EMIT tampered(result.error());
        // Who may not read the log still gets the people and whatever else he may see.
        if (code == Errc::Forbidden) Q_EMIT cacheChanged();
    }
    Q_EMIT syncFinished(result);
    if (m_syncAgain && m_online) m_soon.start();
    m_syncAgain = false;
}

void ConsoleSession::onChanged()
{
    if (!m_client) return;
    m_soon.start();
    if (!m_mustEnrol) return;
    // The change may have been the one that everything waited for.
    m_client->me(this, [this](const Result<protocol::Me> &me) {
        if (!me || !m_online) return;
        m_mustEnrol = me->mustEnrolMfa;
        m_me = *me;
        followChanges();
        Q_EMIT stateChanged();
        m_soon.start();
    });
}

void ConsoleSession::syncSoon()
{
    if (!m_online || !m_vault || m_mustChange || m_mustEnrol) return;
    // What runs may have asked before the change.
    if (isSyncing())
        m_syncAgain = true;
    else
        startSync();
}

void ConsoleSession::followChanges()
{
    if (m_client && mayDo(Permission::LogRead)) m_client->followChanges();
}

void ConsoleSession::onLogChanged(const net::LogChange &change)
{
    const bool first = m_toldSize == 0;
    const bool more = change.size > m_toldSize;
    m_toldSize = change.size;
    // The first says only where things stand. That a sync read the log is no reason for another.
    static const QStringList reading{QString(kindName(EventKind::LogViewed))};
    if (first || !more || change.kinds == reading) return;
    if (!m_others.isActive()) m_others.start();
}

void ConsoleSession::cancelSync()
{
    if (m_sync) m_sync->cancel();
}

}  // namespace lw::session
