// SPDX-License-Identifier: GPL-3.0-or-later
// A list of networks from a file: what each line would become, before any of it goes into the proposed list. And the
// way back out, as a file that this reads.
#pragma once

#include "core/import/networksfile.h"
#include "core/policy/allowlist.h"
#include "ui/common/formdialog.h"
#include "ui/network/allowlistdraft.h"

class QRadioButton;

namespace lw::ui {

/// What a file would do to a proposed list. Pure.
struct NetworkImport {
    QList<AllowedNetwork> networks;  ///< canonical, each once
    int fresh = 0;                   ///< not in the list yet
    int changed = 0;                 ///< in the list with another label, owner or end
    int same = 0;
    int missing = 0;      ///< in the list and not in the file: gone if the list is replaced
    QStringList refused;  ///< "line 7: …"
    QStringList notes;    ///< "line 3: …"
};
NetworkImport judgeImport(const import::NetworksFile &file, const AllowlistDraft &draft, const QDateTime &now);

/// CSV with the header network,label,owner,until (RFC 3339, UTC).
Result<void> writeNetworks(const QList<AllowedNetwork> &networks, QIODevice &device);

class NetworkImportDialog final : public FormDialog {
    Q_OBJECT
  public:
    NetworkImportDialog(const QString &fileName, NetworkImport import, QWidget *parent = nullptr);
    bool replaces() const;
    const NetworkImport &read() const { return m_import; }

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    NetworkImport m_import;
    QRadioButton *m_add;
    QRadioButton *m_replace;
};

}  // namespace lw::ui
