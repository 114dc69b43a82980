// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/accountrules.h"

#include <algorithm>
#include <memory>
#include <unicode/uspoof.h>

namespace lw::policy {

namespace {

Error bad(const char *field, const QString &what)
{
    return makeError(Errc::InvalidInput, what, QLatin1String(field));
}

struct CloseChecker {
    void operator()(USpoofChecker *checker) const { uspoof_close(checker); }
};

/// ICU's checker is safe to share once it is set up. Null: ICU has no data.
const USpoofChecker *checker()
{
    static const std::unique_ptr<USpoofChecker, CloseChecker> shared = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<USpoofChecker, CloseChecker> made(uspoof_open(&status));
        // One script, or Latin with the scripts of Chinese, Japanese and Korean, which look like nothing else.
        uspoof_setRestrictionLevel(made.get(), USPOOF_HIGHLY_RESTRICTIVE);
        uspoof_setChecks(made.get(), USPOOF_RESTRICTION_LEVEL | USPOOF_MIXED_NUMBERS | USPOOF_INVISIBLE, &status);
        if (U_FAILURE(status)) qFatal("ICU cannot judge names: %s", u_errorName(status));
        return made;
    }();
    return shared.get();
}

const UChar *unitsOf(const QString &text)
{
    return reinterpret_cast<const UChar *>(text.utf16());
}

/// UTS #39: names with the same skeleton look the same. The case is folded afterwards, because "Ian" is mistaken for
/// "lan" only as it is written.
QString skeletonOf(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    QString skeleton(text.size() * 4 + 16, Qt::Uninitialized);
    int32_t length =
        uspoof_getSkeleton(checker(), 0, unitsOf(text), static_cast<int32_t>(text.size()),
                           reinterpret_cast<UChar *>(skeleton.data()), static_cast<int32_t>(skeleton.size()), &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        skeleton.resize(length);
        length = uspoof_getSkeleton(checker(), 0, unitsOf(text), static_cast<int32_t>(text.size()),
                                    reinterpret_cast<UChar *>(skeleton.data()), length, &status);
    }
    // Without a skeleton a name resembles itself only.
    if (U_FAILURE(status)) return text.toCaseFolded();
    skeleton.truncate(length);
    return skeleton.toCaseFolded();
}

/// Every way to read a name: as it is written, and in small letters.
QStringList looksOf(const QString &login)
{
    const QString written = login.normalized(QString::NormalizationForm_KC);
    QStringList looks{skeletonOf(written)};
    if (const QString small = skeletonOf(written.toCaseFolded()); small != looks.front()) looks.append(small);
    return looks;
}

bool isUnseen(char32_t point)
{
    switch (QChar::category(point)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph: return true;
        default: return point == QChar::ReplacementCharacter;
    }
}

/// True when the text has a character that cannot be seen, steers the line it stands in, or is half of one.
bool hasUnseen(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return !text.isValidUtf16() || std::any_of(points.begin(), points.end(), isUnseen);
}

bool isJoint(char32_t point)
{
    return point == U'.' || point == U'-' || point == U'_';
}

bool isNameCharacter(char32_t point)
{
    return QChar::isLetterOrNumber(point) || QChar::category(point) == QChar::Mark_NonSpacing ||
           QChar::category(point) == QChar::Mark_SpacingCombining;
}

Result<QString> checkedText(const char *field, const QString &what, const QString &text, int most, bool mayBeEmpty)
{
    const QString stored = text.normalized(QString::NormalizationForm_C).trimmed();
    if (hasUnseen(stored))
        return bad(field, QStringLiteral("%1 holds a character that cannot be seen. Type it anew.").arg(what));
    if (stored.isEmpty() && !mayBeEmpty) return bad(field, QStringLiteral("%1 is missing.").arg(what));
    if (stored.size() > most)
        return bad(field, QStringLiteral("%1 is too long. Use at most %2 characters.").arg(what).arg(most));
    return stored;
}

bool isAtomCharacter(QChar c)
{
    return c.isLetterOrNumber() || QStringLiteral("!#$%&'*+-/=?^_`{|}~.").contains(c);
}

/// A host name, or nothing that mail goes to.
bool isMailDomain(QStringView domain)
{
    constexpr qsizetype longestLabel = 63;
    const auto labels = domain.split(u'.');
    return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), [](QStringView label) {
               return !label.isEmpty() && label.size() <= longestLabel && label.front() != u'-' &&
                      label.back() != u'-' && std::all_of(label.begin(), label.end(), [](QChar c) {
                          return c.isLetterOrNumber() || c == u'-';
                      });
           });
}

bool isMailbox(QStringView mailbox)
{
    constexpr qsizetype longestMailbox = 64;
    return !mailbox.isEmpty() && mailbox.size() <= longestMailbox && mailbox.front() != u'.' &&
           mailbox.back() != u'.' && !mailbox.toString().contains(QLatin1String("..")) &&
           std::all_of(mailbox.begin(), mailbox.end(), isAtomCharacter);
}

}  // namespace

QString sameLoginKey(QStringView login)
{
    return login.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
}

Result<QString> checkedLogin(const QString &login)
{
    constexpr const char *field = "login";
    if (hasUnseen(login))
        return bad(field, QStringLiteral("The login name holds a character that cannot be seen. Type it anew."));
    const QString stored = login.normalized(QString::NormalizationForm_KC);
    if (stored.isEmpty()) return bad(field, QStringLiteral("The login name is missing."));
    if (stored.size() > loginLengthMost)
        return bad(field,
                   QStringLiteral("The login name is too long. Use at most %1 characters.").arg(loginLengthMost));
    const QList<uint> points = stored.toUcs4();
    for (const uint point : points)
        if (!isNameCharacter(point) && !isJoint(point))
            return bad(field,
                       QStringLiteral("The login name holds \"%1\". Use letters, digits, and . _ - between them.")
                           .arg(QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1)));
    if (!QChar::isLetterOrNumber(points.front()) || isJoint(points.back()))
        return bad(field, QStringLiteral("The login name must begin and end with a letter or a digit."));
    UErrorCode status = U_ZERO_ERROR;
    const int32_t found =
        uspoof_check2(checker(), unitsOf(stored), static_cast<int32_t>(stored.size()), nullptr, &status);
    if (U_FAILURE(status) || found != 0)
        return bad(field, QStringLiteral("The login name mixes letters or digits of several scripts. Type it in one."));
    return stored;
}

Result<QString> checkedDisplayName(const QString &name)
{
    return checkedText("displayName", QStringLiteral("The name"), name, accountTextMost, false);
}

Result<QString> checkedDepartment(const QString &department)
{
    return checkedText("department", QStringLiteral("The department"), department, accountTextMost, true);
}

Result<QString> checkedReason(const QString &reason)
{
    return checkedText("exemption.reason", QStringLiteral("The reason of the exemption"), reason, reasonLengthMost,
                       false);
}

Result<QString> checkedEmail(const QString &email)
{
    constexpr const char *field = "email";
    Result<QString> stored = checkedText(field, QStringLiteral("The e-mail address"), email, emailLengthMost, true);
    if (!stored || stored->isEmpty()) return stored;
    const qsizetype at = stored->lastIndexOf(u'@');
    if (at < 0 || !isMailbox(QStringView(*stored).first(at)) || !isMailDomain(QStringView(*stored).sliced(at + 1)))
        return bad(field, QStringLiteral("\"%1\" is no e-mail address, such as ann@example.com.").arg(*stored));
    return stored;
}

TakenLogins::TakenLogins(const QStringList &logins)
{
    for (const QString &login : logins)
        add(login);
}

void TakenLogins::add(const QString &login)
{
    m_same.insert(sameLoginKey(login), login);
    for (const QString &look : looksOf(login))
        m_looks.insert(look, login);
}

Result<void> TakenLogins::admit(const QString &login) const
{
    const auto same = m_same.constFind(sameLoginKey(login));
    if (same != m_same.cend())
        return makeError(
            Errc::Conflict,
            QStringLiteral("The login name \"%1\" is taken, and none is used twice. Choose another.").arg(*same),
            QStringLiteral("login"));
    for (const QString &look : looksOf(login)) {
        const auto like = m_looks.constFind(look);
        if (like != m_looks.cend())
            return makeError(Errc::Conflict,
                             QStringLiteral("The login name looks like \"%1\", which is taken: one would be mistaken "
                                            "for the other. Choose another.")
                                 .arg(*like),
                             QStringLiteral("login"));
    }
    return {};
}

}  // namespace lw::policy
