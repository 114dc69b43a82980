// SPDX-License-Identifier: GPL-3.0-or-later
// The program that tests kill: it syncs a log into a cache, or rotates a cache's key, and says on stdout how far it is.
//   cachechild sync FOLDER SEED SIZE...     one sync to each size
//   cachechild rotate FOLDER
#include "tests/core/cache/cachefixtures.h"

#include <QCoreApplication>

#include <cstdio>

using namespace fixture;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return 1;
}

void say(const char *what)
{
    std::puts(what);
    std::fflush(stdout);
}

int syncTo(Connection &connection, const QList<QByteArray> &log, qsizetype size)
{
    SyncWriter writer(connection, 256);
    const auto point = writer.begin(checkpoint(log, size));
    if (!point) return fail(point.error());
    for (auto at = static_cast<qsizetype>(point->next); at < size;) {
        const qsizetype end = qMin(size, at + 128);
        if (auto done = writer.append(views(log, at, end)); !done) return fail(done.error());
        at = end;
        say("leaves");
    }
    if (auto done = writer.flush(); !done) return fail(done.error());
    say("stored");
    const auto done = writer.finish(instant(firstMs));
    if (!done) return fail(done.error());
    say("finished");
    return 0;
}

}  // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    SecretMemory memory;
    const QStringList arguments = app.arguments();
    auto vault = Vault::unlockWithPassphrase(arguments.value(2), secret(passphrase));
    if (!vault) return fail(vault.error());
    if (arguments.value(1) == QLatin1String("rotate")) {
        say("rotating");
        const auto done = (*vault)->rotateKey(secret(passphrase));
        if (!done) return fail(done.error());
        say("finished");
        return 0;
    }
    const auto log = leaves(arguments.value(3).toUInt(), arguments.last().toUInt());
    auto connection = (*vault)->connect(Purpose::Write);
    if (!connection) return fail(connection.error());
    say("ready");
    for (qsizetype i = 4; i < arguments.size(); ++i)
        if (arguments[i].toULongLong() > SyncWriter(**connection).resumePoint()->visible)
            if (const int code = syncTo(**connection, log, arguments[i].toLongLong())) return code;
    return 0;
}
