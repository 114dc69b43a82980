// SPDX-License-Identifier: GPL-3.0-or-later
// A change that is in force and reverts by itself: how long it has left, Confirm, Revert now. Hidden while there is
// none.
#pragma once

#include "core/domain/networkaccess.h"
#include "ui/common/banner.h"

#include <optional>

namespace lw::ui {

class PendingBanner final : public QWidget {
    Q_OBJECT
  public:
    explicit PendingBanner(QWidget *parent = nullptr);

    void show(const std::optional<PendingAllowlist> &pending, const Allowlist &inForce, bool mayChange,
              const QDateTime &now);
    /// Moves the countdown on. True once, when the time is up.
    bool tick(const QDateTime &now);
    void setBusy(bool busy);

  Q_SIGNALS:
    void confirmRequested();
    void revertRequested();

  private:
    void say(const QDateTime &now);

    Banner *m_banner;
    QPushButton *m_confirm;
    QPushButton *m_revert;
    std::optional<PendingAllowlist> m_pending;
    QString m_changes;
    QString m_said;
    bool m_mayChange = false;
    bool m_upTold = false;
};

}  // namespace lw::ui
