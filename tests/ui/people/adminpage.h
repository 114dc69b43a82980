// SPDX-License-Identifier: GPL-3.0-or-later
// The page People over a signed-in profile, and what its tests do with it.
#pragma once

#include "tests/ui/common/uichecks.h"
#include "tests/ui/support/onlineprofile.h"
#include "tests/ui/support/preparedanswers.h"
#include "ui/people/peoplepage.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace lw::test {

class AdminPage {
  public:
    explicit AdminPage(const QString &asRole = QStringLiteral("owner")) : profile(asRole)
    {
        page = std::make_unique<ui::PeoplePage>(ui::PageContext{profile.session(), answers, profile.clock()});
        QObject::connect(&profile.session(), &session::ConsoleSession::cacheChanged, page.get(), &ui::Page::refresh);
        QObject::connect(page.get(), &ui::Page::notice, page.get(), [this](const QString &text) { notices << text; });
        page->resize(1080, 740);
        page->show();
        page->refresh();
    }
    ~AdminPage() { page.reset(); }

    bool isReady()
    {
        return profile.isReady() &&
               QTest::qWaitFor([this] { return page->isReady() && table()->model()->rowCount() > 0; }, 10'000);
    }
    QTableView *table() { return page->findChild<QTableView *>(QStringLiteral("peopleTable")); }
    template <typename T>
    T *find(const char *name)
    {
        return page->findChild<T *>(QLatin1String(name));
    }
    /// As a person does: once it is there.
    void click(const char *name)
    {
        QPushButton *button = nullptr;
        const bool there = QTest::qWaitFor(
            [&] { return page->isReady() && (button = find<QPushButton>(name)) && button->isVisible(); }, 10'000);
        if (there)
            QTest::mouseClick(button, Qt::LeftButton);
        else
            QTest::qFail(name, __FILE__, __LINE__);
    }
    bool choose(const char *name)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            if (table()->model()->index(row, 0).data().toString() == QLatin1String(name)) {
                table()->setCurrentIndex(table()->model()->index(row, 0));
                return QTest::qWaitFor([this] { return page->isReady(); }, 10'000);
            }
        return false;
    }
    /// Opens the menu of a button and picks from it with the keyboard's own activation.
    bool pick(const char *button, const char *action)
    {
        click(button);
        auto *found = find<QAction>(action);
        if (!found || !found->isEnabled()) return false;
        found->trigger();
        if (auto *menu = qobject_cast<QMenu *>(found->parent())) menu->close();
        return true;
    }
    QDialog *dialog(const char *name)
    {
        QDialog *found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = find<QDialog>(name)) && found->isVisible(); }, 10'000);
        return found;
    }
    static void type(QDialog *dialog, const char *name, const QString &text)
    {
        auto *edit = dialog->findChild<QLineEdit *>(QLatin1String(name));
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    static QString label(QWidget *where, const char *name)
    {
        const auto *found = where->findChild<QLabel *>(QLatin1String(name));
        return found ? found->text() : QString();
    }
    static QPushButton *submit(QDialog *dialog)
    {
        return dialog->findChild<QPushButton *>(dialog->objectName() + QStringLiteral("Submit"));
    }
    User kept(const char *login)
    {
        const auto guard = profile.admin().lock();
        for (const User &user : std::as_const(profile.admin().backend.users))
            if (user.login == QLatin1String(login)) return user;
        return {};
    }
    QString detailText()
    {
        QStringList texts;
        for (const QLabel *text : find<QWidget>("personDetail")->findChildren<QLabel *>())
            if (text->isVisibleTo(page.get())) texts << text->text();
        return texts.join(QLatin1Char('\n'));
    }

    OnlineProfile profile;
    PreparedAnswers answers;
    std::unique_ptr<ui::PeoplePage> page;
    QStringList notices;
};

}  // namespace lw::test
