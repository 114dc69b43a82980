// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/filtertokens.h"

#include "core/policy/network.h"

namespace lw::loginlog {

namespace {

void classify(FilterToken &token, qsizetype colon)
{
    if (colon <= 0) return;
    const QString key = token.value.left(colon);
    for (const QChar c : key)
        if (c.unicode() >= 128 || !c.isLetter()) return;
    for (const FilterKeyName &known : filterKeyNames) {
        if (key.compare(known.name, Qt::CaseInsensitive) != 0) continue;
        token.key = known.key;
        token.value.remove(0, colon + 1);
        return;
    }
    // "dead:beef::1" is something to look for, "usr:ann" is a slip.
    if (policy::parseNetwork(token.value)) return;
    token.key = FilterKey::Unknown;
    token.keyText = key;
}

}  // namespace

QList<FilterToken> filterTokens(QStringView text)
{
    QList<FilterToken> tokens;
    qsizetype at = 0;
    while (at < text.size()) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        FilterToken token;
        token.position = at;
        qsizetype colon = -1;
        bool quoted = false, anyQuote = false;
        for (; at < text.size() && (quoted || !text[at].isSpace()); ++at) {
            const QChar c = text[at];
            if (c == u'"') {
                quoted = !quoted;
                anyQuote = true;
            } else if (quoted && c == u'\\' && at + 1 < text.size() &&
                       (text[at + 1] == u'"' || text[at + 1] == u'\\')) {
                token.value.append(text[++at]);
            } else {
                if (c == u':' && colon < 0 && !anyQuote) colon = token.value.size();
                token.value.append(c);
            }
        }
        token.length = at - token.position;
        token.unclosed = quoted;
        classify(token, colon);
        tokens.append(token);
    }
    return tokens;
}

QString quotedIfNeeded(const QString &value, bool word)
{
    bool needed = value.isEmpty();
    for (const QChar c : value)
        needed = needed || c.isSpace() || c == u'"' || c == u'\\' || (word && c == u':');
    if (!needed) return value;
    QString inner = value;
    inner.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    inner.replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + inner + QLatin1Char('"');
}

}  // namespace lw::loginlog
