// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/filterlanguage.h"

#include "core/loginlog/filtertime.h"
#include "core/loginlog/filtertokens.h"
#include "core/policy/network.h"
#include "core/util/time.h"

#include <QSet>

#include <algorithm>

namespace lw::loginlog {

namespace {

QString keyList()
{
    QStringList names;
    for (const FilterKeyName &known : filterKeyNames)
        names.append(known.name + QLatin1Char(':'));
    return names.join(QLatin1String(", "));
}

bool isHostName(const QString &text)
{
    bool letter = false;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const bool alpha = (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z');
        letter = letter || alpha;
        if (!alpha && !(u >= u'0' && u <= u'9') && u != u'.' && u != u'-' && u != u'_') return false;
    }
    return letter && text.size() <= 253;
}

class Parser {
  public:
    Parser(QStringView text, const FilterContext &context) : m_text(text), m_context(context) {}

    FilterParse run()
    {
        for (const FilterToken &token : filterTokens(m_text)) {
            if (token.unclosed)
                problem(token, QStringLiteral("%1 has an opening quote without a closing one. Add the second quote.")
                                   .arg(shown(token)));
            else
                take(token);
        }
        finishKinds();
        finishPeriod();
        std::stable_sort(m_result.problems.begin(), m_result.problems.end(),
                         [](const FilterProblem &a, const FilterProblem &b) { return a.position < b.position; });
        return m_result;
    }

  private:
    QString shown(const FilterToken &token) const
    {
        const QString text = m_text.mid(token.position, qMin<qsizetype>(token.length, 80)).toString();
        return QStringLiteral("\u201c") + text + QStringLiteral("\u201d");
    }

    void problem(const FilterToken &token, const QString &message)
    {
        m_result.problems.append({token.position, token.length, message});
    }

    /// False when a key that is allowed once was there before.
    bool once(const FilterToken &token)
    {
        if (!m_seen.contains(token.key)) {
            m_seen.insert(token.key);
            return true;
        }
        problem(token, QStringLiteral("%1 is given twice. Keep one of them.").arg(shown(token)));
        return false;
    }

    void take(const FilterToken &token)
    {
        if (token.key == FilterKey::Unknown) {
            problem(token,
                    QStringLiteral(
                        "%1 is no key of the filter. Use one of %2, or put quotes around it to search for the text.")
                        .arg(token.keyText + QLatin1Char(':'), keyList()));
            return;
        }
        if (token.value.isEmpty()) {
            problem(token, token.key == FilterKey::Word
                               ? QStringLiteral("%1 is an empty text. Leave it out.").arg(shown(token))
                               : QStringLiteral("%1 needs a value directly after the colon.").arg(shown(token)));
            return;
        }
        switch (token.key) {
            case FilterKey::Word: m_result.filter.words.append(token.value); break;
            case FilterKey::Outcome: takeOutcome(token); break;
            case FilterKey::Kind: takeKinds(token); break;
            case FilterKey::Person:
                if (once(token)) m_result.filter.person = token.value;
                break;
            case FilterKey::Ip: takeAddress(token); break;
            case FilterKey::In: takeScope(token); break;
            default: takeTime(token);
        }
    }

    void takeOutcome(const FilterToken &token)
    {
        if (!once(token)) return;
        const QString value = token.value.toLower();
        if (value == QLatin1String("success") || value == QLatin1String("ok"))
            m_result.filter.outcome = Outcome::Success;
        else if (value == QLatin1String("failure") || value == QLatin1String("failed"))
            m_result.filter.outcome = Outcome::Failure;
        else
            problem(token,
                    QStringLiteral("%1 is no outcome. Use outcome:success or outcome:failure.").arg(shown(token)));
    }

    void takeKinds(const FilterToken &token)
    {
        const QStringList names = token.value.toLower().split(QLatin1Char(','));
        for (const QString &name : names) {
            const std::optional<EventKind> kind = kindFromName(name);
            if (!kind) {
                problem(token, QStringLiteral("%1 names no kind of event (\u201c%2\u201d). Kinds are login.succeeded, "
                                              "login.failed, logout and "
                                              "so on; the list appears as you type kind:.")
                                   .arg(shown(token), name.left(80)));
                return;
            }
            if (!m_result.filter.kinds.contains(*kind)) m_result.filter.kinds.append(*kind);
        }
    }

    void takeAddress(const FilterToken &token)
    {
        if (!once(token)) return;
        if (const auto network = policy::parseNetwork(token.value))
            m_result.filter.address = network->toString();
        else if (isHostName(token.value))
            m_result.filter.address = token.value;
        else
            problem(token,
                    QStringLiteral("%1 is neither an address nor a network. Write ip:203.0.113.7, ip:203.0.113.0/24 or "
                                   "ip:2001:db8::/32.")
                        .arg(shown(token)));
    }

    void takeScope(const FilterToken &token)
    {
        if (!once(token)) return;
        const QString value = token.value.toLower();
        if (value == QLatin1String("login") || value == QLatin1String("all"))
            m_scopeAll = value == QLatin1String("all");
        else
            problem(token,
                    QStringLiteral(
                        "%1 is no part of the log. Use in:login for changes of login status or in:all for every event.")
                        .arg(shown(token)));
    }

    void takeTime(const FilterToken &token)
    {
        if (!once(token)) return;
        const std::optional<TimeSpan> span = timeSpan(token.value, m_context);
        if (!span) {
            problem(token,
                    QStringLiteral("%1 is no time. Use 24h, 7d, 4w, today, yesterday, 2026-11-22 or 2026-11-22T14:00.")
                        .arg(shown(token)));
            return;
        }
        if (token.key == FilterKey::On) {
            if (!span->wholeDay) {
                problem(token,
                        QStringLiteral("%1 is no day. Use on:2026-11-22, on:today or on:yesterday.").arg(shown(token)));
                return;
            }
            m_on = token;
            m_result.filter.from = span->from;
            m_result.filter.to = span->to;
        } else {
            (token.key == FilterKey::Since ? m_result.filter.from : m_result.filter.to) =
                token.key == FilterKey::Since ? span->from : span->to;
            m_period = token;
        }
    }

    void finishKinds()
    {
        EventFilter &filter = m_result.filter;
        const bool beyond =
            std::any_of(filter.kinds.cbegin(), filter.kinds.cend(), [](EventKind kind) { return !isLoginKind(kind); });
        // Who asks for a kind outside the login log means it.
        filter.loginOnly = !m_scopeAll.value_or(beyond);
    }

    void finishPeriod()
    {
        const EventFilter &filter = m_result.filter;
        if (m_on && m_period) {
            problem(*m_period, QStringLiteral("%1 and %2 contradict each other. Keep either the day or the period.")
                                   .arg(shown(*m_on), shown(*m_period)));
            return;
        }
        if (m_period && filter.from.isValid() && filter.to.isValid() && filter.from >= filter.to)
            problem(*m_period,
                    QStringLiteral("%1 makes a period that ends before it begins. Exchange since: and until:.")
                        .arg(shown(*m_period)));
    }

    QStringView m_text;
    const FilterContext &m_context;
    FilterParse m_result;
    QSet<FilterKey> m_seen;
    std::optional<bool> m_scopeAll;
    std::optional<FilterToken> m_on, m_period;
};

}  // namespace

FilterParse parseFilter(QStringView text, const FilterContext &context)
{
    return Parser(text, context).run();
}

Result<EventFilter> filterFromText(QStringView text, const FilterContext &context)
{
    FilterParse parse = parseFilter(text, context);
    if (parse.problems.isEmpty()) return parse.filter;
    const FilterProblem &first = parse.problems.constFirst();
    return makeError(Errc::InvalidInput, first.message, text.mid(first.position, first.length).toString());
}

QString filterText(const EventFilter &filter)
{
    QStringList parts;
    if (filter.outcome) parts.append(QStringLiteral("outcome:") + outcomeName(*filter.outcome));
    if (!filter.kinds.isEmpty()) {
        QStringList names;
        for (const EventKind kind : filter.kinds)
            names.append(kindName(kind));
        parts.append(QStringLiteral("kind:") + names.join(QLatin1Char(',')));
    }
    const bool beyond =
        std::any_of(filter.kinds.cbegin(), filter.kinds.cend(), [](EventKind kind) { return !isLoginKind(kind); });
    if (filter.loginOnly == beyond) parts.append(beyond ? QStringLiteral("in:login") : QStringLiteral("in:all"));
    if (!filter.person.isEmpty()) parts.append(QStringLiteral("person:") + quotedIfNeeded(filter.person, false));
    if (!filter.address.isEmpty()) parts.append(QStringLiteral("ip:") + quotedIfNeeded(filter.address, false));
    if (filter.from.isValid()) parts.append(QStringLiteral("since:") + toRfc3339(filter.from));
    if (filter.to.isValid()) parts.append(QStringLiteral("until:") + toRfc3339(filter.to));
    for (const QString &word : filter.words)
        parts.append(quotedIfNeeded(word, true));
    return parts.join(QLatin1Char(' '));
}

}  // namespace lw::loginlog
