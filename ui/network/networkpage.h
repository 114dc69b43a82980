// SPDX-License-Identifier: GPL-3.0-or-later
// From where people may connect, and who is turned away. Changes are proposed first and replayed against the cached
// login log; what is saved is in force at once and reverts by itself unless it is confirmed.
#pragma once

#include "core/access/accessservice.h"
#include "core/access/allowlistreplay.h"
#include "core/people/peoplelist.h"
#include "core/policy/allowlist.h"
#include "core/util/async.h"
#include "ui/network/allowlistdraft.h"
#include "ui/network/networkimport.h"
#include "ui/shell/page.h"
#include "ui/shell/pagecontext.h"

#include <QHash>
#include <QTimer>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace lw::ui {

class BlockedCard;
class FindingsCard;
class NetworkTableCard;
class PendingBanner;
class ReviewCard;

class NetworkPage final : public Page {
    Q_OBJECT
  public:
    explicit NetworkPage(PageContext context, QWidget *parent = nullptr);
    ~NetworkPage() override;

    QString title() const override;
    void refresh() override;
    void focusSearch() override;
    void open(const QString &filter) override;
    bool isReady() const override { return m_reads == 0 && !m_replaying && !m_judging; }

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    using NetworkSeen = access::Seen<protocol::NetworkAccess>;
    using BlocksSeen = access::Seen<protocol::BlockList>;

    // What it is made of
    QWidget *makeHead();
    void connectParts();
    void addActions();

    // Reading
    void readPeople(access::AccessService &service);
    void takeNetwork(const NetworkSeen &seen);
    void failNetwork(const Error &error);
    void takeBlocks(const BlocksSeen &seen);
    void onStateChanged();
    void onTick();
    void ended();  ///< one of the reads

    // Proposing
    void showDraft();
    void showHead();
    void updateControls();
    void judge();
    void takeVerdict(const policy::AllowlistVerdict &verdict);
    void replay();
    void takeReplay(const Result<access::ReplayResult> &result);
    void editRow(int row);
    void discard();
    void importFile();
    void showImport(const QString &name, Result<NetworkImport> import);
    void exportFile();
    bool listsOwnAddress(const Allowlist &list) const;

    // Saving
    void save();
    void send(const QString &typedLogin);
    void sent(const Result<NetworkSeen> &result);
    void askStranding(const QString &sentence);
    void meetOthers();
    void resolve(const NetworkSeen &theirs);
    void confirmPending();
    void revertPending();
    void pendingAnswered(const Result<NetworkSeen> &result, const QString &sentence);

    // Blocked addresses
    void openBlock(const QString &pinned);
    void openRules();
    void lift(const QString &address);

    QString ownLogin() const;
    bool mayChange() const;
    QDateTime now() const { return m_context.clock.nowUtc(); }

    PageContext m_context;
    PendingBanner *m_pending;
    QScrollArea *m_scroll;
    QLabel *m_headline;
    QLabel *m_subline;
    QPushButton *m_switch;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_add;
    NetworkTableCard *m_table;
    FindingsCard *m_findings;
    ReviewCard *m_review;
    BlockedCard *m_blocked;

    NetworkSeen m_network;
    BlocksSeen m_blocks;
    AllowlistDraft m_draft;
    QByteArray m_draftTag;  ///< of the version that the draft started from
    QHash<QString, quint64> m_use;
    std::optional<access::ReplayResult> m_replay;
    QStringList m_people;
    QTimeZone m_zone = QTimeZone::utc();
    QTimer m_tick;
    Worker m_worker;  ///< judges lists of many thousand networks
    int m_lastState = -1;
    int m_reads = 0;
    int m_generation = 0;  ///< of the draft that verdict and replay are for
    bool m_known = false;
    bool m_replaying = false;
    bool m_judging = false;
    bool m_busy = false;
};

}  // namespace lw::ui
