// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <algorithm>
#include <vector>

namespace lw::ui {

int fuzzyScore(QStringView query, QStringView title)
{
    QString letters;
    for (const QChar c : query)
        if (!c.isSpace()) letters += c.toCaseFolded();
    if (letters.isEmpty()) return 1;
    // best[i]: highest score with the letters so far, the last of them at title position i (0: impossible).
    const auto size = static_cast<size_t>(title.size());
    std::vector<int> best(size, 0), next(size, 0);
    for (qsizetype l = 0; l < letters.size(); ++l) {
        int reachable = l == 0 ? 1 : 0;
        std::fill(next.begin(), next.end(), 0);
        for (size_t i = 0; i < size; ++i) {
            const auto at = static_cast<qsizetype>(i);
            if (l > 0 && i > 0) reachable = std::max(reachable, best[i - 1]);
            if (title.at(at).toCaseFolded() != letters.at(l)) continue;
            const bool wordStart = i == 0 || !title.at(at - 1).isLetterOrNumber();
            int score = 0;
            if (reachable > 0) score = reachable + (wordStart ? 8 : 1);
            if (l > 0 && i > 0 && best[i - 1] > 0) score = std::max(score, best[i - 1] + 10);
            next[i] = score;
        }
        std::swap(best, next);
    }
    const int found = size == 0 ? 0 : *std::max_element(best.begin(), best.end());
    // Among equal matches the shorter title is meant.
    return found == 0 ? 0 : found * 64 + std::max(0, 63 - static_cast<int>(title.size()));
}

}  // namespace lw::ui
