// SPDX-License-Identifier: GPL-3.0-or-later
// The words for verdicts of the policy code.
#include "ui/common/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace lw::ui {

using namespace policy;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::Words)
};

/// "PCI DSS 8.3.9", "NIST SP 800-63B"; a clause that is only a heading would break the sentence: "Cyber Essentials".
QString source(Standard standard, QLatin1String clause)
{
    const bool numbered = std::any_of(clause.begin(), clause.end(), [](char c) { return c >= '0' && c <= '9'; });
    return numbered ? standardName(standard) + QLatin1Char(' ') + clause : standardName(standard);
}

}  // namespace

QString passwordStateWords(PasswordState state)
{
    switch (state) {
        case PasswordState::Fresh: return Words::tr("Fresh");
        case PasswordState::DueSoon: return Words::tr("Due soon");
        case PasswordState::Due: return Words::tr("Due today");
        case PasswordState::Overdue: return Words::tr("Overdue");
        case PasswordState::Exempt: return Words::tr("Exempt");
        case PasswordState::NeverSet: return Words::tr("Never set");
        case PasswordState::NotRotated: return Words::tr("No rotation");
    }
    return Words::tr("Unknown");
}

Tone passwordStateTone(PasswordState state)
{
    switch (state) {
        case PasswordState::Fresh: return Tone::Good;
        case PasswordState::DueSoon:
        case PasswordState::Due: return Tone::Warning;
        case PasswordState::Overdue:
        case PasswordState::NeverSet: return Tone::Bad;
        case PasswordState::Exempt:
        case PasswordState::NotRotated: return Tone::Neutral;
    }
    return Tone::Neutral;
}

QString passwordDueWords(const PasswordAgeVerdict &verdict)
{
    switch (verdict.state) {
        case PasswordState::Fresh:
        case PasswordState::DueSoon: return Words::tr("in %n day(s)", nullptr, verdict.daysLeft);
        case PasswordState::Due: return Words::tr("within 24 h");
        case PasswordState::Overdue:
            return verdict.daysLeft == 0 ? Words::tr("overdue since today")
                                         : Words::tr("%n day(s) overdue", nullptr, -verdict.daysLeft);
        case PasswordState::Exempt: return Words::tr("exempt");
        case PasswordState::NeverSet: return Words::tr("at next sign-in");
        case PasswordState::NotRotated: return Words::tr("no rotation");
    }
    return {};
}

QString standardName(Standard standard)
{
    switch (standard) {
        case Standard::PciDss: return QStringLiteral("PCI DSS");
        case Standard::Nist: return QStringLiteral("NIST");
        case Standard::CyberEssentials: return QStringLiteral("Cyber Essentials");
    }
    return Words::tr("unknown standard");
}

QString standardWords(const StandardVerdict &verdict)
{
    const QString who = source(verdict.standard, verdict.clause);
    switch (verdict.says) {
        case Says::RotationRequiredAndMet:
            return Words::tr("%1 asks for a change every 90 days while the password is the only factor; met.").arg(who);
        case Says::RotationRequiredButNotMet:
            return Words::tr("%1 asks for a change every 90 days while the password is the only factor; not met.")
                .arg(who);
        case Says::RotationNotRequired:
            return Words::tr("%1 does not ask for rotation here: there is a second factor.").arg(who);
        case Says::AdvisesAgainstRotation: return Words::tr("%1 advises against periodic changes.").arg(who);
        case Says::AgreesNoRotation: return Words::tr("%1 agrees: no periodic changes.").arg(who);
    }
    return {};
}

QString gapWords(const PolicyGap &gap)
{
    const QString who = source(gap.standard, gap.clause);
    switch (gap.gap) {
        case Gap::LengthTooShort: return Words::tr("%1 asks for at least %2 characters.").arg(who).arg(gap.required);
        case Gap::HistoryTooShort:
            return Words::tr("%1 asks that the last %2 passwords cannot come back.").arg(who).arg(gap.required);
        case Gap::LockoutTooLate:
            return Words::tr("%1 asks for a lock after at most %2 failures.").arg(who).arg(gap.required);
        case Gap::NoDenyList: return Words::tr("%1 asks that well-known passwords are refused.").arg(who);
        case Gap::RotationTooSlow:
            return Words::tr("%1 asks for a change every %2 days while the password is the only factor.")
                .arg(who)
                .arg(gap.required);
    }
    return {};
}

QString passwordRuleWords(PasswordRule rule, const PasswordPolicy &policy)
{
    switch (rule) {
        case PasswordRule::TooShort:
            return Words::tr("Use at least %1 characters.").arg(qMax(policy.minLength, passwordLengthFloor));
        case PasswordRule::TooLong: return Words::tr("Use at most %1 characters.").arg(passwordLengthCeiling);
        case PasswordRule::TooWeak:
            return Words::tr("This is too easy to guess: use several unrelated words, or more characters.");
        case PasswordRule::PersonalWord:
            return Words::tr("Do not use your own name, your login name or the company's name.");
        case PasswordRule::ControlCharacter:
            return Words::tr("Remove the character that cannot be typed on every keyboard.");
        case PasswordRule::BrokenText: return Words::tr("Type it again: it holds broken characters.");
    }
    return {};
}

QString strengthWords(int score)
{
    switch (qBound(0, score, 4)) {
        case 0: return Words::tr("very weak");
        case 1: return Words::tr("weak");
        case 2: return Words::tr("fair");
        case 3: return Words::tr("good");
        default: return Words::tr("strong");
    }
}

Tone strengthTone(int score)
{
    if (score <= 1) return Tone::Bad;
    return score == 2 ? Tone::Warning : Tone::Good;
}

}  // namespace lw::ui
