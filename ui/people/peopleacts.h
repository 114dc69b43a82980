// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does with people, from the question to the outcome: every act says in numbers what will happen,
// and why it is not offered where it is not.
#pragma once

#include "core/access/seen.h"
#include "core/loginlog/peoplecsv.h"
#include "core/protocol/accounts.h"
#include "ui/people/peoplefacts.h"
#include "ui/shell/pagecontext.h"

#include <QPointer>
#include <QWidget>

#include <functional>

namespace lw::ui {

class PeopleActs final : public QObject {
    Q_OBJECT
  public:
    /// window: above which dialogs stand; it outlives this.
    PeopleActs(PageContext context, std::function<PeopleFacts()> facts, QWidget *window);

    /// Why people cannot be changed at all now; empty: they can.
    QString whyNot() const;
    /// Why this person cannot be changed by whoever sits here; empty: he can.
    QString whyNot(const User &user) const;
    bool isBusy() const { return m_running > 0; }

    void add();
    void edit(const User &user);
    void exempt(const User &user);
    void resetPassword(const User &user);
    void resetMfa(const User &user);
    void expire(const QList<User> &people);
    void disable(const QList<User> &people);
    void enable(const User &user);
    /// Why what there is about a person cannot be handed out or erased; empty: it can.
    QString whyNoData() const;
    /// Everything about the person into a file.
    void handOut(const User &user);
    void erase(const User &user);
    void importFile();
    /// filter: what the rows were filtered by, for the log.
    void exportList(const QList<people::PersonRow> &rows, loginlog::PeopleColumns columns, const QString &filter);
    void showRules();

  Q_SIGNALS:
    void notice(const QString &text);
    void busyChanged();

  private:
    void start() { ++m_running, Q_EMIT busyChanged(); }
    void end() { --m_running, Q_EMIT busyChanged(); }
    void withPerson(const User &user, std::function<void(access::Seen<protocol::UserEntry>)> then);
    void showPassword(const protocol::UserWithPassword &made);
    void tell(const QString &title, const Result<void> &result, const QString &sentence);
    bool confirm(const QString &title, const QString &text, const QString &wayBack, const QString &verb);

    PageContext m_context;
    std::function<PeopleFacts()> m_facts;
    QWidget *m_window;
    int m_running = 0;
};

}  // namespace lw::ui
