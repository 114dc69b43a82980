// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/filterlanguage.h"
#include "ui/overview/attentionlist.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lw;
using loginlog::AttentionKind;

class TestAttentionList : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyKindHasWords_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= int(AttentionKind::CacheOld); ++kind)
            QTest::newRow(QByteArray::number(kind).constData()) << kind;
    }
    void everyKindHasWords()
    {
        QFETCH(int, kind);
        loginlog::AttentionItem item;
        item.kind = static_cast<AttentionKind>(kind);
        item.count = 41;
        item.subject = QStringLiteral("203.0.113.7");
        const ui::AttentionWords words = ui::attentionWords(item);
        QVERIFY(!words.pill.isEmpty());
        QVERIFY2(words.sentence.contains(QStringLiteral("41")), qPrintable(words.sentence));
        QCOMPARE(words.linkText.isEmpty(), words.pageId.isEmpty());
        if (words.pageId == QStringLiteral("loginlog")) {
            const loginlog::FilterContext context{QDateTime(QDate(2026, 11, 22), QTime(14, 2), Qt::UTC),
                                                  QTimeZone::utc()};
            const auto filter = loginlog::filterFromText(words.filter, context);
            QVERIFY2(filter.ok(), qPrintable(words.filter));
        }
    }

    void linksLeadToTheEvidence()
    {
        ui::AttentionList list;
        loginlog::AttentionItem item;
        item.kind = AttentionKind::FailuresFromAddress;
        item.count = 318;
        item.subject = QStringLiteral("203.0.113.7");
        list.setItems({item});
        QSignalSpy navigated(&list, &ui::AttentionList::navigate);
        auto *link = list.findChild<QPushButton *>(QStringLiteral("attentionLink0"));
        QVERIFY(link && !link->accessibleName().isEmpty());
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(navigated.count(), 1);
        QVERIFY(navigated[0][1].toString().contains(QStringLiteral("ip:203.0.113.7")));
    }

    void sayswhenNothingIsToDo()
    {
        ui::AttentionList list;
        QVERIFY(!list.findChild<QPushButton *>());
        QVERIFY(!list.findChildren<QLabel *>().isEmpty());
    }
};

QTEST_MAIN(TestAttentionList)
#include "tst_attentionlist.moc"
