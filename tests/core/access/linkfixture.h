// SPDX-License-Identifier: GPL-3.0-or-later
// A BackendLink over a signed-in client of a back end in memory and an open cache; answers are set path by path.
#pragma once

#include "core/access/backendlink.h"
#include "core/cache/snapshottable.h"
#include "tests/core/loginlog/cachefixture.h"

namespace lw::test {

/// Waits for the one answer of a call.
template <typename T>
Result<T> answerOf(const std::function<void(QObject *, Callback<T>)> &start)
{
    QObject context;
    std::optional<Result<T>> result;
    start(&context, [&](Result<T> r) { result = std::move(r); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) qFatal("no answer");
    return std::move(*result);
}

class LinkFixture : public CacheFixture {
  public:
    LinkFixture()
    {
        link = std::make_unique<access::BackendLink>(
            access::BackendLink::Ways{[this] { return online ? client.get() : nullptr; },
                                      [this] { return locked ? nullptr : vault; }, [this] { ++changes; }});
        backend.intercept([this](const FakeRequest &request) -> std::optional<FakeReply> {
            const auto reply = m_replies.constFind({request.method, request.path});
            if (reply == m_replies.cend()) return std::nullopt;
            last = request;
            return *reply;
        });
    }

    /// From now on the back end answers like this. Set before anything is asked, or between two questions.
    void reply(const QByteArray &method, const QString &path, int status, const QByteArray &body = {},
               const QByteArray &etag = {})
    {
        FakeReply reply;
        reply.status = status;
        reply.body = body;
        if (!etag.isEmpty()) reply.headers.emplaceBack("ETag", etag);
        m_replies.insert({method, path}, reply);
    }
    void breakOff(const QByteArray &method, const QString &path, Errc code)
    {
        FakeReply reply;
        reply.broken = code;
        m_replies.insert({method, path}, reply);
    }
    void refuse(const QByteArray &method, const QString &path, int status, const QByteArray &type,
                const QByteArray &field = {})
    {
        reply(method, path, status,
              "{\"type\":\"urn:linewarden:problem:" + type + "\",\"title\":\"t\",\"status\":" +
                  QByteArray::number(status) + ",\"detail\":\"because\",\"field\":\"" + field + "\"}");
    }

    void keep(const QString &name, const QByteArray &body, const QByteArray &etag, const QDateTime &asOf)
    {
        const auto connection = connect();
        const Result<void> kept = cache::SnapshotTable(*connection).keep(name, {body, etag, asOf});
        if (!kept) qFatal("%s", qPrintable(kept.error().message));
    }
    std::optional<cache::Snapshot> kept(const QString &name)
    {
        const auto connection = connect();
        return cache::SnapshotTable(*connection).find(name).value();
    }

    QByteArray header(const char *name) const { return net::headerValue(last.headers, name); }

    bool online = true;
    bool locked = false;
    int changes = 0;
    FakeRequest last;  ///< that met one of the replies above
    std::unique_ptr<access::BackendLink> link;

  private:
    QHash<QPair<QByteArray, QString>, FakeReply> m_replies;
};

}  // namespace lw::test
