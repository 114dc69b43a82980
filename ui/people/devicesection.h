// SPDX-License-Identifier: GPL-3.0-or-later
// Phones and trunks of one person inside the detail panel: what registers with which name, new ones, new secrets, the
// end of one.
#pragma once

#include "core/access/seen.h"
#include "core/domain/customer.h"
#include "core/domain/device.h"
#include "core/people/peopleadmin.h"

#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace lw::ui {

class Dialogs;

/// "secret of 2 Mar 2026", and since when it is overdue under the policy's age of device secrets.
QString deviceSecretWords(const Device &device, const PasswordPolicy &policy, const QDateTime &now);

class DeviceSection final : public QWidget {
    Q_OBJECT
  public:
    /// admin null: nothing can be asked. mayChange: online, and the permission is there. host: the page, which outlives
    /// this: a sync may fill the panel anew while a dialog stands, and no secret that was made may get lost by that.
    DeviceSection(people::PeopleAdmin *admin, Dialogs &dialogs, const QString &userId, const QString &personName,
                  bool mayChange, const PasswordPolicy &policy, const QDateTime &now, QWidget *host);
    void refresh();
    bool isReady() const { return !m_loading; }
    void addDevice();

  Q_SIGNALS:
    void readyChanged();
    void notice(const QString &text);

  private:
    void display(Result<access::Seen<QList<Device>>> seen);
    void addEntry(const Device &device);
    void renew(const Device &device);
    void revoke(const Device &device);

    people::PeopleAdmin *m_admin;
    Dialogs &m_dialogs;
    QString m_userId;
    QString m_personName;
    bool m_mayChange;
    PasswordPolicy m_policy;
    QDateTime m_now;
    QWidget *m_host;
    QVBoxLayout *m_entries;
    QLabel *m_note;
    bool m_loading = false;
};

}  // namespace lw::ui
