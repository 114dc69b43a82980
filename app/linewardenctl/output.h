// SPDX-License-Identifier: GPL-3.0-or-later
// Results go to standard output, everything else to standard error; JSON where it was asked for.
#pragma once

#include "app/linewardenctl/exitcode.h"

#include <QJsonObject>
#include <QString>

namespace lw::ctl {

class Output {
  public:
    explicit Output(bool json) : m_json(json) {}
    bool json() const { return m_json; }

    /// The result: the object in JSON mode, the text else.
    void result(const QJsonObject &object, const QString &text) const;
    /// One line of a longer result.
    void line(const QString &text) const;
    void line(const QJsonObject &object) const;
    /// For people, on standard error; nothing in JSON mode.
    void note(const QString &text) const;
    /// Overwritten by the next; only at a terminal.
    void progress(const QString &text) const;
    /// {"error":{"code","message","field"}} or "linewardenctl: message" on standard error; gives the exit code.
    int fail(const Error &error) const;
    int fail(const Error &error, ExitCode code) const;

  private:
    bool m_json;
};

/// Text of others at a terminal: control characters (which could move the cursor or set the title) become \xNN.
QString printable(const QString &text);

}  // namespace lw::ctl
