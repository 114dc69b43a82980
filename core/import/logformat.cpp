// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/logformat.h"

namespace lw::import {

QLatin1String formatName(Format format)
{
    switch (format) {
        case Format::Asterisk: return QLatin1String("asterisk");
        case Format::OpenSsh: return QLatin1String("openssh");
        case Format::Csv: return QLatin1String("csv");
        case Format::NdJson: return QLatin1String("ndjson");
    }
    return QLatin1String();
}

const std::array<Format, 4> &allFormats()
{
    static constexpr std::array<Format, 4> all{Format::Asterisk, Format::OpenSsh, Format::Csv, Format::NdJson};
    return all;
}

std::optional<Format> formatFromName(QStringView name)
{
    for (Format format : allFormats())
        if (name == formatName(format)) return format;
    return std::nullopt;
}

}  // namespace lw::import
