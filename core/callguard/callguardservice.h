// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's numbers and what Call Guard bars. Reads and changes as access::AccessService.
#pragma once

#include "core/access/backendlink.h"
#include "core/access/seen.h"
#include "core/protocol/callguard.h"

namespace lw::callguard {

class CallGuardService {
  public:
    explicit CallGuardService(access::BackendLink &link) : m_link(link) {}

    /// In their order.
    void numbers(QObject *context, Callback<access::Seen<QList<GuardedNumber>>> done);
    /// As the back end has it now, with the tag that a change needs.
    void number(const QString &number, QObject *context, Callback<access::Seen<GuardedNumber>> done);
    /// All or none; the answer has them canonical. InvalidInput and Conflict name "numbers[3].number".
    void add(const QList<GuardedNumber> &numbers, QObject *context, Callback<QList<GuardedNumber>> done);
    void change(const GuardedNumber &number, const QByteArray &etag, QObject *context,
                Callback<access::Seen<GuardedNumber>> done);
    void remove(const QString &number, const QByteArray &etag, QObject *context, Callback<void> done);
    /// Opts numbers in or out, all or none.
    void switchGuard(const protocol::GuardSwitch &wish, QObject *context, Callback<protocol::GuardSwitched> done);

    /// A CSV file: what each line would do, or all of it done. InvalidInput: a line is refused, nothing is stored.
    void importNumbers(const QByteArray &csv, bool dryRun, QObject *context, Callback<protocol::NumbersImport> done);
    /// All numbers as such a file.
    void exportNumbers(QObject *context, Callback<QByteArray> done);

    void settings(QObject *context, Callback<access::Seen<GuardSettings>> done);
    void changeSettings(const GuardSettings &settings, const QByteArray &etag, QObject *context,
                        Callback<access::Seen<GuardSettings>> done);

  private:
    access::BackendLink &m_link;
};

}  // namespace lw::callguard
