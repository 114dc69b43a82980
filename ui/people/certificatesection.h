// SPDX-License-Identifier: GPL-3.0-or-later
// The client certificates registered for one person, inside the detail panel: which, new ones, the end of one.
#pragma once

#include "core/people/peopleadmin.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace lw::ui {

class Dialogs;

class CertificateSection final : public QWidget {
    Q_OBJECT
  public:
    struct Person {
        QString userId, name;
        bool required = false;   ///< by one of the person's roles
        bool mayChange = false;  ///< online, and the permission is there
    };
    /// admin null: nothing can be asked. host: the page, which outlives this.
    CertificateSection(people::PeopleAdmin *admin, Dialogs &dialogs, Person person, QWidget *host);
    void refresh();
    bool isReady() const { return !m_loading; }

  Q_SIGNALS:
    void readyChanged();
    void notice(const QString &text);

  private:
    void display(const Result<QList<protocol::RegisteredCertificate>> &certificates);
    void addEntry(const protocol::RegisteredCertificate &certificate);
    void add();
    void remove(const protocol::RegisteredCertificate &certificate);

    people::PeopleAdmin *m_admin;
    Dialogs &m_dialogs;
    Person m_person;
    QWidget *m_host;
    QVBoxLayout *m_entries;
    QLabel *m_note;
    qsizetype m_count = 0;
    bool m_loading = false;
};

}  // namespace lw::ui
