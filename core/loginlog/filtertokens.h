// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of the filter language: words and key:value pairs, with quotes.
#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <array>

namespace lw::loginlog {

enum class FilterKey : quint8 { Word, Outcome, Kind, Person, Ip, Since, Until, On, In, Unknown };

struct FilterToken {
    qsizetype position = 0;
    qsizetype length = 0;
    FilterKey key = FilterKey::Word;
    QString keyText;        ///< as written, for Unknown
    QString value;          ///< unquoted
    bool unclosed = false;  ///< a quote without its partner
};

struct FilterKeyName {
    FilterKey key;
    QLatin1String name;
};
inline constexpr std::array<FilterKeyName, 8> filterKeyNames{{{FilterKey::Outcome, QLatin1String("outcome")},
                                                              {FilterKey::Kind, QLatin1String("kind")},
                                                              {FilterKey::Person, QLatin1String("person")},
                                                              {FilterKey::Ip, QLatin1String("ip")},
                                                              {FilterKey::Since, QLatin1String("since")},
                                                              {FilterKey::Until, QLatin1String("until")},
                                                              {FilterKey::On, QLatin1String("on")},
                                                              {FilterKey::In, QLatin1String("in")}}};

QList<FilterToken> filterTokens(QStringView text);

/// The value in quotes where it has to be; `word`: it stands alone, so that a colon has to be hidden too.
QString quotedIfNeeded(const QString &value, bool word);

}  // namespace lw::loginlog
