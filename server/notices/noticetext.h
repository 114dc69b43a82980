// SPDX-License-Identifier: GPL-3.0-or-later
// What a notice says, in plain words. It asks for no password and has no link to press, and says so: that is how people
// tell it from the mails that do.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/device.h"
#include "core/domain/user.h"
#include "server/store/leveltable.h"
#include "server/store/noticetable.h"

namespace lw::server {

struct NoticeFacts {
    NoticeKind kind = NoticeKind::PasswordWarning;
    User user;
    Customer customer;
    std::optional<Device> device;    ///< of the kinds about one
    QDateTime at;                    ///< UTC: when it is or was due, or when the reset was made
    int daysLeft = 0;                ///< of a warning
    std::optional<ToldLevel> spend;  ///< of SpendLevel
};

struct NoticeText {
    QString subject;
    QString text;
};

/// Instants are given in the customer's time zone, with its name.
NoticeText noticeText(const NoticeFacts &facts);

}  // namespace lw::server
