// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardend/openfiles.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

#include <algorithm>
#include <limits>

namespace lw::app {

#ifdef Q_OS_UNIX

int allowOpenFiles(int wanted)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
    const auto enough = static_cast<rlim_t>(wanted);
    if (limit.rlim_cur < enough) {
        rlimit raised = limit;
        raised.rlim_cur = std::min(enough, limit.rlim_max);
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
    }
    return static_cast<int>(std::min(limit.rlim_cur, static_cast<rlim_t>(std::numeric_limits<int>::max())));
}

#else

int allowOpenFiles(int wanted)
{
    return wanted;  // sockets are not counted there
}

#endif

}  // namespace lw::app
