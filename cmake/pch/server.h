// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for the back end's transport: Asio and Beast are by far its most expensive headers.
#pragma once
#include "cmake/pch/core.h"

#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
