// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for tests.
#pragma once
#include "cmake/pch/core.h"

#include <QTest>
