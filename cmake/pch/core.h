// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for core modules: what nearly every file there includes.
#pragma once
#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>
