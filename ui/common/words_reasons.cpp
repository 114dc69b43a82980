// SPDX-License-Identifier: GPL-3.0-or-later
// The words for reason codes: those the back end writes, and those that imports of foreign logs find.
#include "ui/common/words.h"

#include <QCoreApplication>
#include <QHash>

namespace lw::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::Words)
};

struct Entry {
    const char *code;
    const char *words;
};

constexpr Entry entries[] = {
    {"wrong_password", QT_TRANSLATE_NOOP("lw::ui::Words", "wrong password")},
    {"wrong_secret", QT_TRANSLATE_NOOP("lw::ui::Words", "wrong secret")},
    {"wrong_key", QT_TRANSLATE_NOOP("lw::ui::Words", "wrong key")},
    {"wrong_code", QT_TRANSLATE_NOOP("lw::ui::Words", "wrong code")},
    {"totp_wrong", QT_TRANSLATE_NOOP("lw::ui::Words", "wrong code")},
    {"totp_required", QT_TRANSLATE_NOOP("lw::ui::Words", "code missing")},
    {"totp_reused", QT_TRANSLATE_NOOP("lw::ui::Words", "code used twice")},
    {"code_reused", QT_TRANSLATE_NOOP("lw::ui::Words", "code used twice")},
    {"no_such_user", QT_TRANSLATE_NOOP("lw::ui::Words", "no such user")},
    {"no_such_device", QT_TRANSLATE_NOOP("lw::ui::Words", "no such device")},
    {"no_such_extension", QT_TRANSLATE_NOOP("lw::ui::Words", "no such extension")},
    {"no_authentication", QT_TRANSLATE_NOOP("lw::ui::Words", "no authentication")},
    {"authentication_failure", QT_TRANSLATE_NOOP("lw::ui::Words", "authentication failed")},
    {"name_mismatch", QT_TRANSLATE_NOOP("lw::ui::Words", "names differ")},
    {"account_disabled", QT_TRANSLATE_NOOP("lw::ui::Words", "account disabled")},
    {"account_locked", QT_TRANSLATE_NOOP("lw::ui::Words", "account locked")},
    {"account_expired", QT_TRANSLATE_NOOP("lw::ui::Words", "account expired")},
    {"lock_ended", QT_TRANSLATE_NOOP("lw::ui::Words", "lock ended")},
    {"unlocked", QT_TRANSLATE_NOOP("lw::ui::Words", "unlocked")},
    {"too_many_failures", QT_TRANSLATE_NOOP("lw::ui::Words", "too many failures")},
    {"too_many_registrations", QT_TRANSLATE_NOOP("lw::ui::Words", "too many registrations")},
    {"too_soon", QT_TRANSLATE_NOOP("lw::ui::Words", "tried again too soon")},
    {"rate_limited", QT_TRANSLATE_NOOP("lw::ui::Words", "too many attempts")},
    {"too_weak", QT_TRANSLATE_NOOP("lw::ui::Words", "too weak")},
    {"reused", QT_TRANSLATE_NOOP("lw::ui::Words", "used before")},
    {"idle", QT_TRANSLATE_NOOP("lw::ui::Words", "idle too long")},
    {"absolute", QT_TRANSLATE_NOOP("lw::ui::Words", "session too old")},
    {"by_administrator", QT_TRANSLATE_NOOP("lw::ui::Words", "by an administrator")},
    {"by_hand", QT_TRANSLATE_NOOP("lw::ui::Words", "by hand")},
    {"password_changed", QT_TRANSLATE_NOOP("lw::ui::Words", "password changed")},
    {"password_reset", QT_TRANSLATE_NOOP("lw::ui::Words", "password reset")},
    {"mfa_enrolled", QT_TRANSLATE_NOOP("lw::ui::Words", "MFA set up")},
    {"mfa_removed", QT_TRANSLATE_NOOP("lw::ui::Words", "MFA removed")},
    {"certificate_missing", QT_TRANSLATE_NOOP("lw::ui::Words", "certificate missing")},
    {"certificate_added", QT_TRANSLATE_NOOP("lw::ui::Words", "certificate added")},
    {"certificate_removed", QT_TRANSLATE_NOOP("lw::ui::Words", "certificate removed")},
    {"not_allowed", QT_TRANSLATE_NOOP("lw::ui::Words", "not allowed")},
    {"address_not_allowed", QT_TRANSLATE_NOOP("lw::ui::Words", "address not allowed")},
    {"acl", QT_TRANSLATE_NOOP("lw::ui::Words", "address not allowed")},
    {"unexpected_address", QT_TRANSLATE_NOOP("lw::ui::Words", "unexpected address")},
    {"address_blocked", QT_TRANSLATE_NOOP("lw::ui::Words", "address blocked")},
    {"not_confirmed", QT_TRANSLATE_NOOP("lw::ui::Words", "not confirmed in time")},
    {"lifted", QT_TRANSLATE_NOOP("lw::ui::Words", "lifted")},
    {"block_ended", QT_TRANSLATE_NOOP("lw::ui::Words", "block ended")},
    {"stranding_confirmed", QT_TRANSLATE_NOOP("lw::ui::Words", "lock-out confirmed")},
    {"permission", QT_TRANSLATE_NOOP("lw::ui::Words", "permission missing")},
    {"missing_permission", QT_TRANSLATE_NOOP("lw::ui::Words", "permission missing")},
    {"beyond_own_permissions", QT_TRANSLATE_NOOP("lw::ui::Words", "beyond one's own permissions")},
    {"last_owner", QT_TRANSLATE_NOOP("lw::ui::Words", "last owner")},
    {"policy", QT_TRANSLATE_NOOP("lw::ui::Words", "against the policy")},
    {"departure", QT_TRANSLATE_NOOP("lw::ui::Words", "departure")},
    {"reassignment", QT_TRANSLATE_NOOP("lw::ui::Words", "reassignment")},
    {"device_revoked", QT_TRANSLATE_NOOP("lw::ui::Words", "device revoked")},
    {"new_secret", QT_TRANSLATE_NOOP("lw::ui::Words", "new secret")},
    {"secret_overdue", QT_TRANSLATE_NOOP("lw::ui::Words", "secret overdue")},
    {"unregistered", QT_TRANSLATE_NOOP("lw::ui::Words", "unregistered")},
    {"password_warning", QT_TRANSLATE_NOOP("lw::ui::Words", "password due soon")},
    {"password_overdue", QT_TRANSLATE_NOOP("lw::ui::Words", "password overdue")},
    {"device_warning", QT_TRANSLATE_NOOP("lw::ui::Words", "device secret due soon")},
    {"device_overdue", QT_TRANSLATE_NOOP("lw::ui::Words", "device secret overdue")},
    {"given_up", QT_TRANSLATE_NOOP("lw::ui::Words", "given up")},
    {"refused", QT_TRANSLATE_NOOP("lw::ui::Words", "refused")},
    {"needless", QT_TRANSLATE_NOOP("lw::ui::Words", "not needed any more")},
    {"added", QT_TRANSLATE_NOOP("lw::ui::Words", "added")},
    {"removed", QT_TRANSLATE_NOOP("lw::ui::Words", "removed")},
    {"not_local_domain", QT_TRANSLATE_NOOP("lw::ui::Words", "not a local domain")},
    {"bad_request", QT_TRANSLATE_NOOP("lw::ui::Words", "malformed request")},
    {"bad_protocol", QT_TRANSLATE_NOOP("lw::ui::Words", "malformed protocol")},
    {"ambiguous_line", QT_TRANSLATE_NOOP("lw::ui::Words", "ambiguous line")},
    {"unknown_peer", QT_TRANSLATE_NOOP("lw::ui::Words", "unknown peer")},
    {"attack_detected", QT_TRANSLATE_NOOP("lw::ui::Words", "attack detected")},
    {"not_supported", QT_TRANSLATE_NOOP("lw::ui::Words", "not supported")},
    {"closed_before_login", QT_TRANSLATE_NOOP("lw::ui::Words", "closed before the login")},
    {"no_identification", QT_TRANSLATE_NOOP("lw::ui::Words", "no identification")},
    {"no_common_algorithm", QT_TRANSLATE_NOOP("lw::ui::Words", "no common algorithm")},
    {"timeout", QT_TRANSLATE_NOOP("lw::ui::Words", "timed out")},
};

const char *wordsOf(const QString &reason)
{
    static const QHash<QString, const char *> byCode = [] {
        QHash<QString, const char *> table;
        for (const Entry &entry : entries)
            table.insert(QLatin1String(entry.code), entry.words);
        return table;
    }();
    return byCode.value(reason);
}

}  // namespace

bool hasReasonWords(const QString &reason)
{
    return wordsOf(reason) != nullptr;
}

QString reasonWords(const QString &reason)
{
    if (const char *known = wordsOf(reason)) return Words::tr(known);
    QString plain = reason;
    return plain.replace(QLatin1Char('_'), QLatin1Char(' '));
}

}  // namespace lw::ui
