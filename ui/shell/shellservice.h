// SPDX-License-Identifier: GPL-3.0-or-later
// What the window needs to know and may ask for; the program wires it to the open profile, tests to prepared answers.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

namespace lw::ui {

enum class Link : quint8 { Offline, Connecting, Online };

/// Everything that the connection state says in words. Times are UTC.
struct ConnectionFacts {
    Link link = Link::Offline;
    bool syncing = false;
    QString profileName;  ///< "Acme"
    QString host;         ///< "pbx.acme.example" or "127.0.0.1:8443"
    QString signedInAs;   ///< "ann.lee@acme"; empty while offline
    QString protocol;     ///< "TLS 1.3"
    QString cipher;
    QString identity;      ///< the verified name in the certificate
    QString trustedBy;     ///< in words
    QString fingerprint;   ///< SHA-256, "AB:CD:…"
    QDateTime validUntil;  ///< of the certificate
    QDateTime offlineSince;
    QDateTime lastSync;          ///< invalid: never
    quint64 checkpointSize = 0;  ///< events under the last verified checkpoint
    QString checkpointRoot;      ///< base64
    QString lastError;           ///< why the last sign-in or sync failed; empty after one that did not
};

/// A log that was rewritten, truncated or forked, with both signed heads.
struct TamperFacts {
    QString message;
    QString trustedNote;
    QString offendingNote;
    QDateTime foundAt;
};

class ShellService : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;
    virtual ConnectionFacts facts() const = 0;
    virtual void syncNow() = 0;
    virtual void cancelSync() = 0;
    /// Asks for a sign-in (online again).
    virtual void goOnline() = 0;
    virtual void goOffline() = 0;
    virtual void lock() = 0;
    /// Keys or clicks came: auto-lock counts anew.
    virtual void noteActivity() = 0;

  Q_SIGNALS:
    void factsChanged();
    /// New verified content: the shown page reads the cache anew.
    void contentChanged();
    void syncProgress(const QString &text, qint64 done, qint64 total);
    void syncEnded(bool ok, const QString &sentence);
    void tampered(const lw::ui::TamperFacts &facts);
};

}  // namespace lw::ui
