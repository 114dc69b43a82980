// SPDX-License-Identifier: GPL-3.0-or-later
// A shell service with prepared facts and pages that only count; for tests of the window.
#pragma once

#include "ui/shell/page.h"
#include "ui/shell/shellservice.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lw::test {

class FakeShell final : public ui::ShellService {
  public:
    ui::ConnectionFacts state;
    int syncs = 0, cancels = 0, onlines = 0, offlines = 0, locks = 0, activity = 0;

    ui::ConnectionFacts facts() const override { return state; }
    void syncNow() override { ++syncs; }
    void cancelSync() override { ++cancels; }
    void goOnline() override { ++onlines; }
    void goOffline() override { ++offlines; }
    void lock() override { ++locks; }
    void noteActivity() override { ++activity; }
};

class FakePage final : public ui::Page {
  public:
    FakePage(const QString &id, QWidget *parent) : Page(parent), m_title(QStringLiteral("Title of ") + id)
    {
        setObjectName(id + QStringLiteral("Page"));
        auto *column = new QVBoxLayout(this);
        search = new QLineEdit(this);
        search->setObjectName(id + QStringLiteral("Search"));
        search->setAccessibleName(QStringLiteral("Search"));
        column->addWidget(search);
        column->addWidget(new QLabel(id));
        auto *action = new QAction(QStringLiteral("Do &") + id, this);
        connect(action, &QAction::triggered, this, [this] { ++actionsRun; });
        addAction(action);
    }
    QString title() const override { return m_title; }
    void refresh() override { ++refreshes; }
    void focusSearch() override { search->setFocus(); }
    void open(const QString &filter) override { opened.append(filter); }
    void cancelWork() override { ++cancelled; }

    QLineEdit *search;
    int refreshes = 0, actionsRun = 0, cancelled = 0;
    QStringList opened;

  private:
    QString m_title;
};

/// Three pages; made counts how often each was made.
inline QList<ui::PageFactory> fakePages(QHash<QString, int> *made)
{
    QList<ui::PageFactory> list;
    for (const QString &id : {QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")})
        list.append({id,
                     id.toUpper(),
                     id == QLatin1String("one") ? QString() : QStringLiteral("Group"),
                     [id, made](QWidget *parent) -> ui::Page * {
                         ++(*made)[id];
                         return new FakePage(id, parent);
                     },
                     {}});
    return list;
}

}  // namespace lw::test
