// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/mfastep.h"

#include "ui/common/formfield.h"
#include "ui/common/onetimesecret.h"
#include "ui/common/qrcode.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QRegularExpressionValidator>

namespace lw::ui {

namespace {

constexpr int codeDigits = 6;
constexpr int groupLength = 4;

/// "ABCD EFGH …": easier to type from a screen.
QString grouped(const Secret &secret)
{
    QString text;
    text.reserve(secret.size() * 2);
    for (int i = 0; i < secret.size(); ++i) {
        if (i > 0 && i % groupLength == 0) text += QLatin1Char(' ');
        text += QLatin1Char(secret.at(i));
    }
    return text;
}

QLabel *numbered(int number, const QString &text)
{
    auto *label = new QLabel(QStringLiteral("%1. %2").arg(number).arg(text));
    label->setWordWrap(true);
    return label;
}

}  // namespace

MfaStep::MfaStep(ConnectService &service, QWidget *parent)
    : Step(QStringLiteral("mfaStep"), tr("Second factor"), {}, parent),
      m_service(service),
      m_reason(new QLabel),
      m_code(new QrCode(QStringLiteral("mfaQrCode"))),
      m_secretText(new QLabel),
      m_digits(makeEdit(QStringLiteral("mfaCode"))),
      m_digitsField(new FormField(tr("C&ode from the app"), m_digits)),
      m_copy(new QPushButton(tr("Copy the &key"))),
      m_parts(new QWidget)
{
    setRole(m_reason, LabelRole::Dim);
    m_reason->setWordWrap(true);
    m_reason->hide();
    body()->addWidget(m_reason);
    m_code->setAccessibleName(tr("QR code of the key; the same key stands beside it as text"));
    m_secretText->setObjectName(QStringLiteral("mfaSecret"));
    m_secretText->setFont(Theme::current().font(FontRole::MonoStrong));
    m_secretText->setWordWrap(true);
    m_secretText->setTextFormat(Qt::PlainText);
    m_secretText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_secretText->setAccessibleName(tr("Key as text"));
    m_copy->setObjectName(QStringLiteral("mfaCopy"));
    m_copy->setAutoDefault(false);
    setRole(m_copy, ButtonRole::Link);
    m_digits->setMaxLength(codeDigits);
    m_digits->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,6}")), m_digits));

    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(numbered(1, tr("Open an authenticator app on your phone and scan this code.")));
    auto *orType = new QLabel(tr("No camera? Type this key in the app instead:"));
    setRole(orType, LabelRole::Secondary);
    orType->setWordWrap(true);
    words->addWidget(orType);
    words->addWidget(m_secretText);
    words->addWidget(m_copy, 0, Qt::AlignLeft);
    words->addSpacing(4);
    words->addWidget(numbered(2, tr("Type the six digits that the app shows now.")));
    words->addWidget(m_digitsField);
    words->addStretch(1);
    auto *row = new QHBoxLayout(m_parts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(20);
    row->addWidget(m_code, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    m_parts->hide();
    body()->addWidget(m_parts);
    connect(m_digits, &QLineEdit::textChanged, this, &Step::stateChanged);
    connect(m_copy, &QPushButton::clicked, this, [this] { copySecret(m_secret); });
}

MfaStep::~MfaStep()
{
    wipeShown();
}

void MfaStep::wipeShown()
{
    QString shown = m_secretText->text();
    m_secretText->clear();
    wipe(shown);
    m_code->setContent({});
    m_secret = Secret();
    m_shown = false;
    forgetCopied();
}

void MfaStep::setReason(const QString &sentence)
{
    m_reason->setText(sentence);
    m_reason->setVisible(!sentence.isEmpty());
}

bool MfaStep::canSubmit() const
{
    return Step::canSubmit() && (!m_shown || m_digits->text().size() == codeDigits);
}

void MfaStep::begin()
{
    wipeShown();
    m_parts->hide();
    setProblem({});
    setBusy(tr("Asking for a key…"));
    m_service.beginMfa(this, [this](Result<protocol::MfaEnrolment> enrolment) {
        setBusy({});
        if (!enrolment) return setProblem(enrolment.error().message);
        show(std::move(*enrolment));
    });
}

void MfaStep::show(protocol::MfaEnrolment enrolment)
{
    m_secret = enrolment.secret;
    m_secretText->setText(grouped(m_secret));
    m_code->setContent(enrolment.uri);
    m_shown = true;
    m_parts->show();
    m_digits->clear();
    m_digits->setFocus();
    Q_EMIT stateChanged();
}

void MfaStep::submit()
{
    if (!m_shown) return begin();
    setProblem({});
    m_digitsField->setError({});
    setBusy(tr("Checking the code…"));
    m_service.confirmMfa(m_digits->text(), this, [this](Result<protocol::RecoveryCodes> codes) {
        setBusy({});
        m_digits->clear();
        if (!codes) {
            if (codes.error().field == QLatin1String("code"))
                m_digitsField->setError(codes.error().message);
            else
                setProblem(codes.error().message);
            m_digits->setFocus();
            return;
        }
        m_codes = std::move(*codes);
        wipeShown();
        Q_EMIT done();
    });
}

protocol::RecoveryCodes MfaStep::takeCodes()
{
    return std::exchange(m_codes, {});
}

}  // namespace lw::ui
