// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of "people" that have files of their own.
#pragma once

#include "core/protocol/user.h"

#include <QStringList>

namespace lw::ctl {

int createPerson(const QStringList &arguments);
int changePerson(const QStringList &arguments);
int disablePeople(const QStringList &arguments);
int expirePasswords(const QStringList &arguments);
int resetPassword(const QStringList &arguments);
int resetMfa(const QStringList &arguments);
int importPeople(const QStringList &arguments);
int exportPeople(const QStringList &arguments);
int undoImport(const QStringList &arguments);
int personData(const QStringList &arguments);
int erasePerson(const QStringList &arguments);
int personCertificates(const QStringList &arguments);

QString describedPerson(const protocol::UserEntry &entry);

}  // namespace lw::ctl
