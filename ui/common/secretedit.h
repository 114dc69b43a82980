// SPDX-License-Identifier: GPL-3.0-or-later
// A field for a password, passphrase or code: hidden unless shown on purpose, not remembered, wiped after use.
#pragma once

#include "core/util/secret.h"

#include <QLineEdit>

namespace lw::ui {

class SecretEdit final : public QLineEdit {
    Q_OBJECT
  public:
    explicit SecretEdit(const QString &objectName, const QString &label, QWidget *parent = nullptr);
    ~SecretEdit() override;

    bool isBlank() const { return text().isEmpty(); }
    /// The content as a secret; the field is emptied and what it held is overwritten.
    Secret take();
    /// A copy as a secret; the field keeps its content (meters, comparing two fields).
    Secret peek() const;
    void wipeContent();

  private:
    QAction *m_reveal;
};

}  // namespace lw::ui
