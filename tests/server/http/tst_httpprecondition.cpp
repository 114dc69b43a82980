// SPDX-License-Identifier: GPL-3.0-or-later
// If-Match: only the half of a tag that an administrator can edit is compared.
#include "server/http/precondition.h"

#include <QTest>

using namespace lw;
using namespace lw::server;

class TestPrecondition : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theHalvesAreIndependent()
    {
        const QByteArray first = editTag("name", "name and last login");
        const QByteArray login = editTag("name", "name and a later login");
        const QByteArray edited = editTag("another name", "another name and last login");
        QVERIFY(first.startsWith('"') && first.endsWith('"') && first.contains('.'));
        QVERIFY(first != login);
        QCOMPARE(first.first(first.indexOf('.')), login.first(login.indexOf('.')));
        QVERIFY(first.first(first.indexOf('.')) != edited.first(edited.indexOf('.')));
    }

    void matches_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<int>("code");  // -1: fits
        const int fits = -1, stale = int(Errc::Stale), missing = int(Errc::Precondition);
        const auto row = [](const char *name, const char *header, const char *tag, int code) {
            QTest::newRow(name) << QByteArray(header) << QByteArray(tag) << code;
        };
        row("the same", "\"a.1\"", "\"a.1\"", fits);
        row("a login in between", "\"a.1\"", "\"a.2\"", fits);
        row("an edit in between", "\"a.1\"", "\"b.1\"", stale);
        row("without halves", "\"abc\"", "\"abc\"", fits);
        row("without halves, another", "\"abc\"", "\"abd\"", stale);
        row("one of several", "\"x.1\", \"a.9\"", "\"a.1\"", fits);
        row("anything", "*", "\"a.1\"", fits);
        row("weak", "W/\"a.1\"", "\"a.1\"", stale);
        row("unquoted", "a.1", "\"a.1\"", stale);
        row("an empty tag", "\"\"", "\"a.1\"", stale);
        row("an empty half", "\".1\"", "\".1\"", stale);
        row("half a quote", "\"", "\"a.1\"", stale);
        row("missing", "", "\"a.1\"", missing);
        row("blank", "  ", "\"a.1\"", missing);
    }
    void matches()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, tag);
        QFETCH(int, code);
        Request request;
        if (!header.isEmpty()) request.headers.set("If-Match", header);
        const Result<void> match = requireMatch(request, tag);
        QCOMPARE(match ? -1 : int(match.error().code), code);
        if (!match) QCOMPARE(match.error().field, QStringLiteral("If-Match"));
    }
};

QTEST_GUILESS_MAIN(TestPrecondition)
#include "tst_httpprecondition.moc"
