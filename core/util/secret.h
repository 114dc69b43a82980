// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets live in locked, wiped memory; everything that had to hold one for a moment is overwritten afterwards.
#pragma once

#include <QByteArray>
#include <QString>
#include <QtCrypto>

namespace lw {

using Secret = QCA::SecureArray;

/// Overwrites the text and empties it. Detached copies elsewhere are the caller's duty.
void wipe(QString &text);
void wipe(QByteArray &bytes);

/// UTF-8 of the text as a secret; the source is wiped.
Secret takeSecret(QString &text);

/// A secret from a literal or a buffer that stays with the caller.
Secret toSecret(QByteArrayView bytes);

/// `size` bytes from the operating system's generator.
Secret randomSecret(int size);

/// Compares in a time that tells the lengths only.
bool sameSecret(const Secret &a, const Secret &b);

/// Must be called once before any of the above, and live as long as the program: QCA's set-up with secure memory.
class SecretMemory {
  public:
    SecretMemory();

  private:
    QCA::Initializer m_init;
};

}  // namespace lw
