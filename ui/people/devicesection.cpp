// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/devicesection.h"

#include "core/policy/passwordage.h"
#include "ui/common/dialogs.h"
#include "ui/common/onetimesecret.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/people/devicedialog.h"

#include <QBoxLayout>
#include <QPointer>

namespace lw::ui {

namespace {

void showSecret(const protocol::DeviceWithSecret &made, const QString &title, const QString &person, QWidget *host)
{
    OneTimeSecret shown;
    shown.title = title;
    shown.advice = DeviceSection::tr(
        "Enter name and secret in the device. The secret is shown this once; the back end keeps only "
        "what is needed to check it.");
    shown.label = DeviceSection::tr("Secret");
    shown.secret = made.secret;
    shown.besides = {{DeviceSection::tr("Device of"), person},
                     {DeviceSection::tr("SIP user name"), made.device.sipUser}};
    auto *dialog = new OneTimeSecretDialog(std::move(shown), host);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace

QString deviceSecretWords(const Device &device, const PasswordPolicy &policy, const QDateTime &now)
{
    const policy::PasswordAgeVerdict verdict = policy::deviceSecretAge(device, policy, now);
    const QString words = DeviceSection::tr("secret of %1").arg(dayText(device.secretChangedAt.toUTC().date()));
    if (verdict.state != policy::PasswordState::Overdue) return words;
    return words + QLatin1Char('\n') +
           DeviceSection::tr("secret overdue since %1").arg(dayText(verdict.dueAt.toUTC().date()));
}

DeviceSection::DeviceSection(people::PeopleAdmin *admin, Dialogs &dialogs, const QString &userId,
                             const QString &personName, bool mayChange, const PasswordPolicy &policy,
                             const QDateTime &now, QWidget *host)
    : m_admin(admin),
      m_dialogs(dialogs),
      m_userId(userId),
      m_personName(personName),
      m_mayChange(mayChange),
      m_policy(policy),
      m_now(now),
      m_host(host),
      m_entries(new QVBoxLayout),
      m_note(new QLabel(tr("Reading the devices…")))
{
    setObjectName(QStringLiteral("deviceSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_entries->setSpacing(10);
    column->addLayout(m_entries);
    m_note->setObjectName(QStringLiteral("deviceNote"));
    setRole(m_note, LabelRole::Secondary);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    if (!mayChange) return;
    auto *add = new QPushButton(tr("Add a device…"));
    add->setObjectName(QStringLiteral("deviceAdd"));
    setRole(add, ButtonRole::Link);
    column->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &DeviceSection::addDevice);
}

void DeviceSection::refresh()
{
    if (!m_admin || m_loading) return;
    m_loading = true;
    m_admin->devices(m_userId, this, [this](Result<access::Seen<QList<Device>>> seen) { display(std::move(seen)); });
}

void DeviceSection::display(Result<access::Seen<QList<Device>>> seen)
{
    m_loading = false;
    while (QLayoutItem *item = m_entries->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    if (!seen) {
        m_note->setText(seen.error().code == Errc::NotFound ? tr("Devices are not known offline yet.")
                                                            : seen.error().message);
    } else {
        for (const Device &device : std::as_const(seen->value))
            addEntry(device);
        m_note->setText(seen->live ? QString() : tr("As of %1.").arg(fullTime(seen->asOf)));
        if (seen->value.isEmpty())
            m_note->setText(
                tr("None. A phone or PBX signs in with a name and secret of its own, never with the "
                   "person's password."));
    }
    m_note->setVisible(!m_note->text().isEmpty());
    Q_EMIT readyChanged();
}

void DeviceSection::addEntry(const Device &device)
{
    const bool revoked = device.revokedAt.isValid();
    auto *entry = new QWidget;
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    auto *label = new QLabel(device.label.isEmpty() ? device.sipUser : device.label);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    head->addWidget(label, 1);
    head->addWidget(new Pill(revoked                          ? tr("revoked")
                             : device.kind == DeviceKind::Pbx ? tr("PBX")
                                                              : tr("phone"),
                             revoked ? Tone::Neutral : Tone::Accent),
                    0, Qt::AlignTop);
    column->addLayout(head);
    auto *name = new QLabel(device.sipUser);
    name->setFont(Theme::current().font(FontRole::Mono));
    name->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    name->setAccessibleName(tr("SIP user name %1").arg(device.sipUser));
    column->addWidget(name);
    QString state;
    if (revoked)
        state = tr("since %1").arg(fullTime(device.revokedAt));
    else if (device.registrations > 0)
        state = tr("registered %n time(s), last %1", nullptr, device.registrations)
                    .arg(agoText(device.lastRegisteredAt, m_now));
    else
        state = device.lastRegisteredAt.isValid()
                    ? tr("not registered, last %1").arg(agoText(device.lastRegisteredAt, m_now))
                    : tr("never registered");
    if (!revoked) state += QLatin1Char('\n') + deviceSecretWords(device, m_policy, m_now);
    auto *words = new QLabel(state);
    setRole(words, LabelRole::Secondary);
    words->setWordWrap(true);
    column->addWidget(words);
    if (!revoked && m_mayChange) {
        auto *actions = new QHBoxLayout;
        actions->setSpacing(12);
        auto *fresh = new QPushButton(tr("New secret…"));
        fresh->setObjectName(QStringLiteral("deviceRenew_") + device.sipUser);
        fresh->setAccessibleName(tr("New secret for %1").arg(label->text()));
        auto *end = new QPushButton(tr("Revoke…"));
        end->setObjectName(QStringLiteral("deviceRevoke_") + device.sipUser);
        end->setAccessibleName(tr("Revoke %1").arg(label->text()));
        for (QPushButton *button : {fresh, end}) {
            setRole(button, ButtonRole::Link);
            actions->addWidget(button);
        }
        actions->addStretch(1);
        column->addLayout(actions);
        connect(fresh, &QPushButton::clicked, this, [this, device] { renew(device); });
        connect(end, &QPushButton::clicked, this, [this, device] { revoke(device); });
    }
    m_entries->addWidget(entry);
}

void DeviceSection::addDevice()
{
    if (!m_admin) return;
    auto *dialog = new DeviceDialog(*m_admin, m_userId, m_personName, m_host);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_host,
            [self = QPointer<DeviceSection>(this), dialog, host = m_host, person = m_personName] {
                if (const auto made = dialog->takeMade())
                    showSecret(*made, tr("Secret of “%1”").arg(made->device.label), person, host);
                if (self) self->refresh();
            });
    dialog->open();
}

void DeviceSection::renew(const Device &device)
{
    const QPointer<DeviceSection> self(this);
    const QPointer<QWidget> host(m_host);
    const QString person = m_personName;
    Dialogs &dialogs = m_dialogs;
    people::PeopleAdmin *admin = m_admin;
    const bool sure = dialogs.confirm(
        host, {tr("Make a new secret for “%1”?").arg(device.label),
               tr("%n live registration(s) end at once, and the device cannot register until it has the new secret.",
                  nullptr, device.registrations),
               tr("The former secret cannot be brought back; another new one can be made at any time."),
               tr("Make a new secret"), true});
    // Auto-lock may have ended the page, and the service with it, while the question stood.
    if (!host || !sure || !admin) return;
    admin->renewDeviceSecret(device.id, host,
                             [self, host, person, &dialogs](const Result<protocol::DeviceWithSecret> &made) {
                                 if (!made) return dialogs.inform(host, tr("No new secret"), made.error().message);
                                 showSecret(*made, tr("New secret of “%1”").arg(made->device.label), person, host);
                                 if (self) self->refresh();
                             });
}

void DeviceSection::revoke(const Device &device)
{
    const QPointer<DeviceSection> self(this);
    const QPointer<QWidget> host(m_host);
    Dialogs &dialogs = m_dialogs;
    people::PeopleAdmin *admin = m_admin;
    const bool sure =
        dialogs.confirm(host, {tr("Revoke “%1”?").arg(device.label),
                               tr("%n live registration(s) end at once, and the device cannot register any more.",
                                  nullptr, device.registrations),
                               tr("A revoked device does not come back; add it as a new one."), tr("Revoke it"), true});
    if (!host || !sure || !admin) return;
    admin->revokeDevice(device.id, host, [self, host, device, &dialogs](const Result<void> &done) {
        if (!done) return dialogs.inform(host, tr("Not revoked"), done.error().message);
        if (!self) return;
        Q_EMIT self->notice(tr("“%1” is revoked.").arg(device.label));
        self->refresh();
    });
}

}  // namespace lw::ui
