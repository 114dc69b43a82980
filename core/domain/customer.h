// SPDX-License-Identifier: GPL-3.0-or-later
// The company that owns the data, and its own settings.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace lw {

/// A customer's rules for passwords. Source: seeds (6 is a floor no policy may go under; 90 days), domain defaults.
struct PasswordPolicy {
    int minLength = 12;                      ///< characters; never under passwordLengthFloor
    int minStrength = 3;                     ///< zxcvbn score 0 to 4
    int history = 4;                         ///< how many former passwords may not come back
    int maxAgeDays = 90;                     ///< 0: no rotation
    QList<int> warningDays = {14, 7, 3, 1};  ///< days before the due date, descending
    int lockAfterFailures = 10;              ///< failures in a row (PCI DSS 8.3.4: at most 10)
    int spreadDays = 0;                      ///< due dates of one day are moved up to so many days earlier
    int deviceMaxAgeDays = 0;                ///< of device secrets; 0: no rotation
    bool operator==(const PasswordPolicy &) const = default;
};

inline constexpr int passwordLengthFloor = 6;

struct Customer {
    QString id;    ///< "cus_" and 26 letters or digits
    QString slug;  ///< short name in commands, unique in the back end: "acme"
    QString name;
    QString timeZone;  ///< IANA name: "Europe/London"
    PasswordPolicy passwordPolicy;
    QStringList mfaRequiredRoles = {};  ///< people with one of these must enrol a second factor before anything else
    QStringList certificateRequiredRoles = {};  ///< people with one of these need a registered client certificate
    bool operator==(const Customer &) const = default;
};

}  // namespace lw
