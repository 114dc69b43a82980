// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/devicedialog.h"

#include "ui/common/formfield.h"

#include <QComboBox>

namespace lw::ui {

DeviceDialog::DeviceDialog(people::PeopleAdmin &admin, const QString &userId, const QString &personName,
                           QWidget *parent)
    : FormDialog(QStringLiteral("deviceDialog"), tr("Add a device of %1").arg(personName),
                 tr("The back end makes a name and a secret for it; the secret is shown once."), parent),
      m_admin(admin),
      m_userId(userId),
      m_kind(new QComboBox),
      m_label(makeEdit(QStringLiteral("deviceLabel"), tr("such as Desk phone, room 12"))),
      m_labelField(new FormField(tr("&Label"), m_label))
{
    m_kind->setObjectName(QStringLiteral("deviceKind"));
    m_kind->addItem(tr("Phone"), static_cast<int>(DeviceKind::Phone));
    m_kind->addItem(tr("PBX server or trunk"), static_cast<int>(DeviceKind::Pbx));
    auto *kindField = new FormField(tr("&Kind"), m_kind);
    const auto hint = [this, kindField] {
        kindField->setHint(m_kind->currentData().toInt() == static_cast<int>(DeviceKind::Pbx)
                               ? tr("PBX servers connect from listed networks only, always: there is no switch for it.")
                               : QString());
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, hint);
    body()->addWidget(kindField);
    body()->addWidget(m_labelField);
    setSubmitText(tr("&Add the device"));
    connect(m_label, &QLineEdit::textChanged, this, &DeviceDialog::updateSubmit);
    watchLines();
    m_label->setFocus();
}

bool DeviceDialog::canSubmit() const
{
    return !m_label->text().trimmed().isEmpty();
}

void DeviceDialog::submit()
{
    setBusy(tr("Adding the device…"));
    m_admin.addDevice(m_userId, {static_cast<DeviceKind>(m_kind->currentData().toInt()), m_label->text().trimmed()},
                      this, [this](Result<protocol::DeviceWithSecret> made) {
                          setBusy({});
                          if (made) {
                              m_made = std::make_shared<protocol::DeviceWithSecret>(std::move(*made));
                              return accept();
                          }
                          if (made.error().field == QLatin1String("label"))
                              m_labelField->setError(made.error().message);
                          else
                              setProblem(made.error().message);
                      });
}

}  // namespace lw::ui
