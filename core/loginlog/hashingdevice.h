// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes what passes through on its way into a file, so that the digest in the export notice is that of the file.
#pragma once

#include <QCryptographicHash>
#include <QIODevice>

namespace lw::loginlog {

class HashingDevice final : public QIODevice {
  public:
    explicit HashingDevice(QIODevice &target) : m_target(target) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

    bool isSequential() const override { return true; }
    QByteArray sha256() const { return m_hash.result(); }
    qint64 written() const { return m_written; }

  protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 taken = m_target.write(data, size);
        if (taken > 0) {
            m_hash.addData(QByteArrayView(data, taken));
            m_written += taken;
        } else {
            setErrorString(m_target.errorString());
        }
        return taken;
    }

  private:
    QIODevice &m_target;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_written = 0;
};

}  // namespace lw::loginlog
