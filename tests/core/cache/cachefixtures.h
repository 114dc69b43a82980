// SPDX-License-Identifier: GPL-3.0-or-later
// Vaults with a cheap passphrase, and logs made from a number: the same number gives the same log.
#pragma once

#include "core/audit/eventcodec.h"
#include "core/audit/merkle.h"
#include "core/cache/keywrap.h"
#include "core/cache/syncwriter.h"
#include "core/cache/vault.h"
#include "core/domain/eventfilter.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace fixture {

using namespace lw;
using namespace lw::cache;

inline constexpr KdfCost cheap{1, 8192};
inline const char *const passphrase = "correct horse battery staple";

inline Secret secret(const char *text)
{
    return toSecret(QByteArrayView(text));
}

inline QDateTime instant(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

inline constexpr qint64 firstMs = 1'700'000'000'000;

/// Times go mostly, not always, forward; every optional member is sometimes missing.
inline AuditEvent sampleEvent(quint32 seed, quint32 index)
{
    QRandomGenerator random(seed * 1'000'003U + index);
    const auto one = [&](const QStringList &list) { return list[static_cast<qsizetype>(random.bounded(list.size()))]; };
    AuditEvent event;
    event.id = QStringLiteral("evt_%1").arg(index, 26, 36, QLatin1Char('0'));
    event.time = instant(firstMs + index * 60'000LL + random.bounded(-200'000, 200'000));
    event.kind = allEventKinds()[random.bounded(static_cast<quint32>(allEventKinds().size()))];
    event.outcome = random.bounded(3) == 0 ? Outcome::Failure : Outcome::Success;
    event.actor.type = random.bounded(4) == 0 ? ActorType::Unknown : ActorType::User;
    event.actor.name = one({QStringLiteral("ann.lee"), QStringLiteral("Ann.Lee"), QStringLiteral("bo chen"),
                            QStringLiteral("zoë"), QStringLiteral("ZOË"), QStringLiteral("203.0.113.7"), QString()});
    if (random.bounded(2)) event.actor.id = QStringLiteral("usr_%1").arg(random.bounded(4), 26, 10, QLatin1Char('0'));
    event.origin.address = one({QStringLiteral("203.0.113.7"), QStringLiteral("203.0.113.200"),
                                QStringLiteral("198.51.100.1"), QStringLiteral("2001:db8::1"),
                                QStringLiteral("2001:db8:1::7"), QStringLiteral("desk-7.example"), QString()});
    if (random.bounded(2)) event.origin.port = static_cast<quint16>(random.bounded(1, 65'535));
    event.origin.service = one({QStringLiteral("SIP/UDP"), QStringLiteral("console"), QString()});
    event.origin.agent = one({QStringLiteral("Yealink SIP-T46S 66.86"), QStringLiteral("Zoiper"), QString()});
    event.object.type = one({QStringLiteral("account"), QStringLiteral("session"), QString()});
    event.object.name = one({QStringLiteral("desk 7"), QString()});
    event.reason = one({QStringLiteral("wrong_password"), QStringLiteral("no_such_user"), QString()});
    event.detail = random.bounded(3) ? QString() : QStringLiteral("attempt %1 of Ünïcode").arg(random.bounded(20));
    event.source.format = QStringLiteral("asterisk");
    event.source.host = one({QStringLiteral("pbx1"), QString()});
    return event;
}

/// Also events that are no change of login status.
inline EventFilter everything()
{
    EventFilter filter;
    filter.loginOnly = false;
    return filter;
}

inline QList<QByteArray> leaves(quint32 seed, quint32 count)
{
    QList<QByteArray> list;
    for (quint32 i = 0; i < count; ++i)
        list << audit::leafBytes(sampleEvent(seed, i));
    return list;
}

/// Of the first `size` leaves. The cache is given checkpoints that were opened with the pinned key already: it never
/// looks at the note, which is therefore any bytes here.
inline Checkpoint checkpoint(const QList<QByteArray> &leaves, qsizetype size)
{
    audit::CompactRange range;
    for (qsizetype i = 0; i < size; ++i)
        range.append(audit::leafHash(leaves[i]));
    return {QStringLiteral("linewarden.test/acme"), static_cast<quint64>(size), range.root(),
            "note of size " + QByteArray::number(size)};
}

inline std::vector<QByteArrayView> views(const QList<QByteArray> &leaves, qsizetype from, qsizetype to)
{
    return std::vector<QByteArrayView>(leaves.begin() + from, leaves.begin() + to);
}

/// A whole sync; the error of the step that failed.
inline Result<Checkpoint> sync(Connection &connection, const QList<QByteArray> &leaves, const Checkpoint &target)
{
    SyncWriter writer(connection);
    const auto point = writer.begin(target);
    if (!point) return point.error();
    const auto size = static_cast<qsizetype>(target.size);
    if (auto done = writer.append(views(leaves, static_cast<qsizetype>(point->next), size)); !done) return done.error();
    return writer.finish(instant(firstMs));
}

class TempVault {
  public:
    TempVault()
    {
        auto made = Vault::create(path(), secret(passphrase), cheap);
        if (!made) qFatal("%s", qPrintable(made.error().message));
        vault = std::move(made->vault);
        recoveryKey = made->recoveryKey;
    }
    QString path() const { return m_dir.filePath(QStringLiteral("cache")); }
    std::unique_ptr<Connection> connect(Purpose purpose = Purpose::Read)
    {
        auto connection = vault->connect(purpose);
        if (!connection) qFatal("%s", qPrintable(connection.error().message));
        return std::move(*connection);
    }
    std::unique_ptr<Vault> vault;
    Secret recoveryKey;

  private:
    QTemporaryDir m_dir;
};

/// Fails the test with the error's sentence.
#define LW_OK(result)                                                                       \
    do {                                                                                    \
        const auto &lwResult = (result);                                                    \
        QVERIFY2(lwResult.ok(), lwResult.ok() ? "" : qPrintable(lwResult.error().message)); \
    } while (false)

}  // namespace fixture
