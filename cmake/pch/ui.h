// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for the console: Qt Widgets as a whole, plus what core modules use.
#pragma once
#include "cmake/pch/core.h"

#include <QtWidgets/QtWidgets>
