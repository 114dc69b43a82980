// SPDX-License-Identifier: GPL-3.0-or-later
// What a model may say about a cell beyond its text; TableDelegate and PillDelegate paint accordingly.
#pragma once

#include <Qt>

namespace lw::ui {

enum CellRole {
    ToneRole = Qt::UserRole + 100,  ///< int(Tone): PillDelegate paints a pill, TableDelegate colours the text
    DimRole,                        ///< bool: secondary text
    MonoRole,                       ///< bool: monospace (addresses, hashes, keys)
    TabularRole,                    ///< bool: figures of equal width (times, counts)
    StrongRole,                     ///< bool: semi-bold
    FractionRole,                   ///< double 0 to 1: AgeBarDelegate fills that much of its bar
    SortRole,                       ///< the value to sort by, where the text does not sort
};

}  // namespace lw::ui
