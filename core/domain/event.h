// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the audit log: a change of login status, an administrative change, a refusal, or a look at a log.
// Source: seed "Each change of user login status is logged"; PCI DSS 4.0.1 10.2.1 (what) and 10.2.2 (the six fields).
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <array>
#include <optional>

namespace lw {

/// What happened. The names in the contract are given by kindName(); the numbers are stored in the cache: append only.
enum class EventKind : quint8 {
    LoginSucceeded = 1,
    LoginFailed = 2,
    LoginRefused = 3,  ///< turned away before authentication (address not allowed, policy)
    Logout = 4,
    SessionExpired = 5,
    AccountLocked = 6,
    AccountUnlocked = 7,
    MfaSucceeded = 8,
    MfaFailed = 9,
    PasswordChanged = 10,
    PasswordChangeFailed = 11,
    AccessRevoked = 12,
    CallRejected = 13,     ///< a call attempt of somebody unknown to the telephony system
    ConnectionProbe = 14,  ///< a connection that ended without completing authentication
    LogViewed = 15,        ///< somebody read the log (PCI DSS 10.2.1.3)
    ReportExported = 16,   ///< somebody took a report or log away
    LogImported = 17,      ///< log files of another system became events
    UserCreated = 18,
    UserChanged = 19,
    CustomerCreated = 20,
    AccessDenied = 21,  ///< an authenticated request without the permission
    MfaEnrolled = 22,
    MfaRemoved = 23,  ///< by the person or an administrator
    RecoveryCodeUsed = 24,
    SessionRevoked = 25,   ///< ended by somebody else
    PasswordReset = 26,    ///< an administrator gave a one-time password
    PasswordExpired = 27,  ///< an administrator made it due
    RoleCreated = 28,
    RoleChanged = 29,
    RoleRemoved = 30,
    PolicyChanged = 31,   ///< the customer's rules
    PeopleImported = 32,  ///< a plan was applied or undone
    DeviceCreated = 33,
    DeviceChanged = 34,  ///< its secret too
    DeviceRevoked = 35,
    DeviceRegistered = 36,  ///< a registration began
    DeviceRefused = 37,     ///< a registration was refused
    DepartureOpened = 38,
    DepartureWithdrawn = 39,
    RevocationProved = 40,  ///< outcome failure: something still worked
    NetworkChanged = 41,    ///< the allowlist
    NetworkConfirmed = 42,
    NetworkReverted = 43,  ///< not confirmed in time, or by hand
    AddressBlocked = 44,
    AddressUnblocked = 45,
    NoticeSent = 46,  ///< an e-mail; outcome failure: it could not be sent
    CallRefused = 47,
    NumbersChanged = 48,  ///< added, changed or removed
    GuardChanged = 49,    ///< the customer's own settings
    RatesChanged = 50,
    SpendChanged = 51,       ///< the customer's settings and limits
    SpendRaised = 52,        ///< for a while, or a raise was taken back
    SpendLevelReached = 53,  ///< a warning level or the limit
    SpendReset = 54,         ///< after a breach
    RetentionChanged = 55,   ///< how long classes of data are kept
    HoldPlaced = 56,
    HoldReleased = 57,
    DataPurged = 58,    ///< a purge ended, with its counts
    DataExported = 59,  ///< everything about a person was handed out
    PersonErased = 60
};

enum class Outcome : quint8 { Success = 1, Failure = 2 };

enum class ActorType : quint8 {
    User = 1,    ///< a person of the customer, by unique ID where known
    Device = 2,  ///< a phone or trunk with SIP credentials of its own
    System = 3,  ///< the back end itself (deadlines, first start)
    Unknown = 4  ///< a name somebody claimed, matching nobody
};

struct Actor {
    ActorType type = ActorType::Unknown;
    QString id;    ///< unique ID, empty when the name matches nobody
    QString name;  ///< login name as given
    bool operator==(const Actor &) const = default;
};

struct Origin {
    QString address;   ///< canonical IPv4 or IPv6 text, or a host name where the source had no address
    quint16 port = 0;  ///< 0: unknown
    QString service;   ///< "console", "SIP/UDP", "SIP/TLS", "IAX2", "AMI", "SSH" …
    QString agent;     ///< user agent or device, as the peer gave it
    bool operator==(const Origin &) const = default;
};

struct ObjectRef {
    QString type;  ///< "account", "session", "report", "log", "extension" …
    QString id;
    QString name;
    bool operator==(const ObjectRef &) const = default;
};

struct EventSource {
    QString format;  ///< "linewardend", "asterisk", "openssh", "csv", "ndjson"
    QString host;    ///< the machine that wrote the line, where the line says so
    bool operator==(const EventSource &) const = default;
};

struct AuditEvent {
    QString id;      ///< unique in the customer, assigned by the back end ("evt_" and 26 letters or digits)
    QDateTime time;  ///< UTC, milliseconds
    EventKind kind = EventKind::LoginFailed;
    Outcome outcome = Outcome::Failure;
    Actor actor;
    Origin origin;
    ObjectRef object;
    QString reason;  ///< stable code: "wrong_password", "no_such_user", "idle" … ; empty when there is none
    QString detail;  ///< free text for people, never a secret
    EventSource source;
    std::optional<QJsonObject> before;  ///< administrative changes: the object before …
    std::optional<QJsonObject> after;   ///< … and after
    bool operator==(const AuditEvent &) const = default;
};

/// Stable names of the contract: "login.succeeded" … An unknown name gives nullopt.
QLatin1String kindName(EventKind kind);
std::optional<EventKind> kindFromName(QStringView name);
const std::array<EventKind, 60> &allEventKinds();

QLatin1String outcomeName(Outcome outcome);
std::optional<Outcome> outcomeFromName(QStringView name);

QLatin1String actorTypeName(ActorType type);
std::optional<ActorType> actorTypeFromName(QStringView name);

/// True for the kinds that make up the login log ("change of login status"), in the sense of the seeds.
bool isLoginKind(EventKind kind);

}  // namespace lw
