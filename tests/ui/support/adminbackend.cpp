// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/adminbackend.h"

#include "core/net/tlsfacts.h"
#include "core/policy/passwordage.h"
#include "core/protocol/customer.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/problem.h"

namespace lw::test {

namespace {

using net::headerValue;

FakeReply json(int status, const QByteArray &body, const QByteArray &etag = {})
{
    FakeReply reply{status, body, {{"Content-Type", "application/json"}}, -1, false, {}};
    if (!etag.isEmpty()) reply.headers.emplaceBack("ETag", etag);
    return reply;
}

FakeReply noContent()
{
    return {204, {}, {}, -1, false, {}};
}

FakeReply problem(Errc code, const QString &sentence, const QString &field = {})
{
    const protocol::Problem found = protocol::problemOf(makeError(code, sentence, field));
    return json(found.status, protocol::toJson(found));
}

FakeReply refusal(const Error &error)
{
    return problem(error.code, error.message, error.field);
}

QString identifier(const char *prefix, int number)
{
    return QStringLiteral("%1_%2").arg(QLatin1String(prefix)).arg(number, 26, 10, QLatin1Char('0'));
}

}  // namespace

AdminBackend::AdminBackend(QList<User> people)
{
    backend.users = std::move(people);
    backend.intercept([this](const FakeRequest &request) {
        const std::lock_guard guard(m_mutex);
        return answer(request);
    });
}

User *AdminBackend::person(const QString &id)
{
    for (User &user : backend.users)
        if (user.id == id) return &user;
    return nullptr;
}

QByteArray AdminBackend::tag() const
{
    return "\"" + QByteArray::number(m_version) + "." + QByteArray::number(m_version) + "\"";
}

FakeReply AdminBackend::entry(const User &user, int status) const
{
    return json(status, protocol::toJson(protocol::UserEntry{user, {QStringLiteral("fresh"), {}, 1}}), tag());
}

bool AdminBackend::isStale(const FakeRequest &request)
{
    if (staleOnce) {
        staleOnce = false;
        ++m_version;
        if (meanwhile) meanwhile(*this);
        return true;
    }
    return headerValue(request.headers, "If-Match") != tag();
}

std::optional<FakeReply> AdminBackend::answer(const FakeRequest &request)
{
    const QStringList path = request.path.split(QLatin1Char('/'), Qt::SkipEmptyParts).mid(1);
    if (path.isEmpty() || path[0] == QLatin1String("session") || path[0] == QLatin1String("audit")) return std::nullopt;
    if (request.method != "GET") {
        done << QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
        lastBody = request.body;
    }
    std::optional<FakeReply> reply;
    if (path[0] == QLatin1String("users")) reply = people(request, path);
    if (path[0] == QLatin1String("roles")) reply = rolesAnswer(request, path);
    if (path[0] == QLatin1String("sessions")) reply = sessionsAnswer(request, path);
    if (path[0] == QLatin1String("numbers")) reply = numbersAnswer(request, path);
    if (path[0] == QLatin1String("callguard")) reply = guardAnswer(request);
    if (path[0] == QLatin1String("retention")) reply = retentionAnswer(request, path);
    if (path[0] == QLatin1String("spend")) reply = spendAnswer(request, path);
    if (path[0].startsWith(QLatin1String("rates"))) reply = ratesAnswer(request);
    if (path[0] == QLatin1String("devices")) reply = devicesAnswer(request, path);
    if (path[0] == QLatin1String("customer")) {
        if (request.method == "PUT") {
            const auto rules = protocol::customerRulesFromJson(request.body);
            if (!rules) return refusal(rules.error());
            if (isStale(request)) return problem(Errc::Stale, QStringLiteral("The rules changed meanwhile."));
            backend.customer.passwordPolicy = rules->passwordPolicy;
            backend.customer.mfaRequiredRoles = rules->mfaRequiredRoles;
            backend.customer.certificateRequiredRoles = rules->certificateRequiredRoles;
            ++m_version;
        }
        reply = json(200, protocol::toJson(backend.customer), tag());
    }
    const bool looks = request.method == "GET" || request.path.endsWith(QLatin1String("/preview"));
    if (reply && !looks && reply->status < 300) ++m_version;
    return reply;
}

std::optional<FakeReply> AdminBackend::people(const FakeRequest &request, const QStringList &path)
{
    if (path.size() == 1 && request.method == "GET") {
        // The back end's own tag counts people only: a change of one of them would look like none.
        FakeRequest anew = request;
        anew.headers.clear();
        anew.headers.emplaceBack("Authorization", headerValue(request.headers, "Authorization"));
        return backend.honest(anew);
    }
    if (path.size() == 1) {
        const auto wish = protocol::newUserFromJson(request.body);
        if (!wish) return refusal(wish.error());
        User user;
        user.id = identifier("usr", 900 + ++m_made);
        user.login = wish->login;
        user.displayName = wish->displayName;
        user.department = wish->department;
        user.email = wish->email;
        user.roles = wish->roles;
        user.createdAt = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
        user.mustChangePassword = true;
        backend.users.append(user);
        return json(201, protocol::toJson(protocol::UserWithPassword{{user, {QStringLiteral("never_set"), {}, -1}},
                                                                     toSecret("lake-orbit-47-plum")}));
    }
    if (path[1] == QLatin1String("expiry") || path[1] == QLatin1String("disable")) {
        const auto selection = protocol::userSelectionFromJson(request.body);
        if (!selection) return refusal(selection.error());
        for (const QString &id : selection->userIds)
            if (User *user = person(id)) {
                if (path[1] == QLatin1String("disable"))
                    user->status = UserStatus::Disabled;
                else
                    user->mustChangePassword = true;
            }
        return noContent();
    }
    if (path[1] == QLatin1String("import")) return imports(request, path);
    User *user = person(path[1]);
    if (!user) return problem(Errc::NotFound, QStringLiteral("There is no such person."));
    return onePerson(request, path, *user);
}

std::optional<FakeReply> AdminBackend::onePerson(const FakeRequest &request, const QStringList &path, User &user)
{
    const QString what = path.value(2);
    if (what == QLatin1String("password"))
        return json(200, protocol::toJson(protocol::UserWithPassword{{user, {QStringLiteral("never_set"), {}, -1}},
                                                                     toSecret("moss-ferry-12-kite")}));
    if (what == QLatin1String("mfa")) {
        user.mfa = MfaKind::None;
        return noContent();
    }
    if (what == QLatin1String("data")) return json(200, personData);
    if (what == QLatin1String("erasure")) {
        PurgeRun run;
        run.id = identifier("prg", ++m_made);
        run.cause = PurgeCause::Erasure;
        run.subjectId = user.id;
        run.startedAt = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
        purges.prepend(run);
        return json(202, protocol::toJson(run));
    }
    if (what == QLatin1String("sessions")) return sessionsAnswer(request, path);
    if (what == QLatin1String("devices")) return devicesAnswer(request, path);
    if (what == QLatin1String("certificates")) return certificatesAnswer(request, path);
    if (request.method == "GET") return entry(user);
    const auto patch = protocol::userPatchFromJson(request.body);
    if (!patch) return refusal(patch.error());
    if (isStale(request)) return problem(Errc::Stale, QStringLiteral("This person was changed meanwhile."));
    if (patch->displayName) user.displayName = *patch->displayName;
    if (patch->department) user.department = *patch->department;
    if (patch->email) user.email = *patch->email;
    if (patch->roles) user.roles = *patch->roles;
    if (patch->status) user.status = *patch->status;
    if (patch->exemption) user.exemption = *patch->exemption;
    ++m_version;
    return entry(user);
}

std::optional<FakeReply> AdminBackend::imports(const FakeRequest &request, const QStringList &path)
{
    using protocol::ImportLine;
    using protocol::ImportPlan;
    if (path.size() == 2) {
        // One line a person; a line that says "bad" is refused.
        m_plan = {};
        m_plan.id = identifier("pln", 1);
        m_plan.createdAt = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
        m_plan.createdBy = QStringLiteral("sami.haddad");
        const QList<QByteArray> lines = request.body.trimmed().split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            ImportLine line;
            line.line = static_cast<int>(i) + 1;
            line.login = QString::fromUtf8(lines[i].trimmed().split(',').value(0));
            line.action = lines[i].startsWith("bad") ? ImportLine::Action::Refused : ImportLine::Action::Create;
            line.detail = line.action == ImportLine::Action::Create
                              ? QStringLiteral("A new person with the role user.")
                              : QStringLiteral("The e-mail address has no @. Correct it.");
            if (line.action == ImportLine::Action::Refused) line.field = QStringLiteral("email");
            (line.action == ImportLine::Action::Create ? m_plan.creates : m_plan.refused) += 1;
            m_plan.lines.append(line);
        }
        m_plan.state = m_plan.refused > 0 ? ImportPlan::State::Refused : ImportPlan::State::Planned;
        return json(201, protocol::toJson(m_plan));
    }
    if (path.value(3) == QLatin1String("apply")) {
        m_plan.state = ImportPlan::State::Applied;
        for (ImportLine &line : m_plan.lines)
            line.oneTimePassword = toSecret("fern-tide-" + QByteArray::number(line.line));
        return json(200, protocol::toJson(m_plan));
    }
    m_plan.state = ImportPlan::State::Undone;
    for (ImportLine &line : m_plan.lines)
        line.oneTimePassword = Secret();
    return json(200, protocol::toJson(m_plan));
}

std::optional<FakeReply> AdminBackend::rolesAnswer(const FakeRequest &request, const QStringList &path)
{
    const auto own = [&](const QString &name) {
        return std::find_if(roles.begin(), roles.end(), [&](const Role &role) { return role.name == name; });
    };
    if (request.method == "GET") return json(200, protocol::toJson(roles), tag());
    if (request.method == "POST") {
        const auto role = protocol::roleFromJson(request.body);
        if (!role) return refusal(role.error());
        roles.append(*role);
        return json(201, protocol::toJson(*role));
    }
    if (isStale(request)) return problem(Errc::Stale, QStringLiteral("Roles were changed meanwhile."));
    const auto there = own(path.value(1));
    if (there == roles.end()) return problem(Errc::NotFound, QStringLiteral("There is no such role."));
    if (request.method == "DELETE") {
        roles.erase(there);
        return noContent();
    }
    const auto role = protocol::roleFromJson(request.body);
    if (!role) return refusal(role.error());
    *there = *role;
    return json(200, protocol::toJson(*role));
}

std::optional<FakeReply> AdminBackend::sessionsAnswer(const FakeRequest &request, const QStringList &path)
{
    if (request.method == "GET") return json(200, protocol::toJson(sessions));
    const bool all = path[0] == QLatin1String("users");
    const auto ended = sessions.removeIf([&](const protocol::LiveSession &session) {
        return all ? session.userId == path[1] : session.id == path.value(1);
    });
    if (ended == 0 && !all) return problem(Errc::NotFound, QStringLiteral("There is no such session."));
    return json(200, protocol::toJson(protocol::SessionsEnded{static_cast<int>(ended)}));
}

std::optional<FakeReply> AdminBackend::devicesAnswer(const FakeRequest &request, const QStringList &path)
{
    if (path.size() == 1) {
        QList<Device> all;
        for (const QList<Device> &some : std::as_const(devices))
            all += some;
        return json(200, protocol::toJson(all), tag());
    }
    if (path[0] == QLatin1String("users")) {
        if (request.method == "GET") return json(200, protocol::toJson(devices.value(path[1])), tag());
        const auto wish = protocol::newDeviceFromJson(request.body);
        if (!wish) return refusal(wish.error());
        Device device;
        device.id = identifier("dev", 900 + ++m_made);
        device.userId = path[1];
        device.kind = wish->kind;
        device.label = wish->label;
        device.sipUser = QStringLiteral("acme-%1").arg(900 + m_made);
        device.createdAt = device.secretChangedAt = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
        devices[path[1]].append(device);
        return json(201, protocol::toJson(protocol::DeviceWithSecret{device, toSecret("s3cr3t-of-a-phone-0001")}));
    }
    for (QList<Device> &some : devices)
        for (Device &device : some) {
            if (device.id != path.value(1)) continue;
            if (request.method == "DELETE") {
                device.revokedAt = QDateTime(QDate(2026, 11, 22), QTime(14, 1), Qt::UTC);
                device.registrations = 0;
                return noContent();
            }
            return json(200, protocol::toJson(protocol::DeviceWithSecret{device, toSecret("s3cr3t-of-a-phone-0002")}));
        }
    return problem(Errc::NotFound, QStringLiteral("There is no such device."));
}

FakeReply AdminBackend::numbersAnswer(const FakeRequest &request, const QStringList &path)
{
    if (path.size() == 1 && request.method == "GET") return json(200, protocol::toJson(numbers), tag());
    if (path.size() == 1) {
        const auto wish = protocol::guardedNumbersFromJson(request.body);
        if (!wish) return refusal(wish.error());
        numbers += *wish;
        return json(201, protocol::toJson(*wish));
    }
    if (path[1] == QLatin1String("export"))
        return json(200, "number,label\r\n\"'+442079460001\",\"Reception\"\r\n", tag());
    if (path[1] == QLatin1String("import")) {
        protocol::NumbersImport report = numbersImport;
        report.stored = !request.query.hasQueryItem(QStringLiteral("dryRun"));
        return json(200, protocol::toJson(report));
    }
    if (path[1] == QLatin1String("guard")) {
        const auto wish = protocol::guardSwitchFromJson(request.body);
        if (!wish) return refusal(wish.error());
        protocol::GuardSwitched switched;
        for (GuardedNumber &number : numbers) {
            if (!wish->all && !wish->numbers.contains(number.number)) continue;
            switched.changed += number.guard == wish->guard ? 0 : 1;
            number.guard = wish->guard;
        }
        return json(200, protocol::toJson(switched));
    }
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        if (protocol::numberPathParameter(numbers[i].number) != path[1]) continue;
        if (request.method == "GET") return json(200, protocol::toJson(numbers[i]), tag());
        if (isStale(request)) return problem(Errc::Stale, QStringLiteral("This number was changed meanwhile."));
        if (request.method == "DELETE") {
            numbers.removeAt(i);
            return noContent();
        }
        const auto wish = protocol::guardedNumberFromJson(request.body);
        if (!wish) return refusal(wish.error());
        numbers[i] = *wish;
        return json(200, protocol::toJson(*wish), tag());
    }
    return problem(Errc::NotFound, QStringLiteral("There is no such number."));
}

FakeReply AdminBackend::guardAnswer(const FakeRequest &request)
{
    if (request.method == "PUT") {
        const auto wish = protocol::guardSettingsFromJson(request.body);
        if (!wish) return refusal(wish.error());
        if (isStale(request)) return problem(Errc::Stale, QStringLiteral("The settings were changed meanwhile."));
        guardSettings = *wish;
    }
    return json(200, protocol::toJson(guardSettings), tag());
}

std::optional<FakeReply> AdminBackend::spendAnswer(const FakeRequest &request, const QStringList &path)
{
    const QString what = path.value(1);
    if (what == QLatin1String("usage")) return json(200, protocol::toJson(spend));
    if (what == QLatin1String("history")) return json(200, protocol::toJson(spendDays));
    if (what == QLatin1String("replay")) {
        const auto wish = protocol::replayWishFromJson(request.body);
        return wish ? json(200, protocol::toJson(replay)) : refusal(wish.error());
    }
    if (what == QLatin1String("reset")) {
        const auto wish = protocol::spendResetFromJson(request.body);
        if (!wish) return refusal(wish.error());
        for (SpendUsage &usage : spend.usages) {
            if (usage.number != wish->number || usage.period != wish->period) continue;
            usage.forgiven = usage.spent;
            return json(200, protocol::toJson(usage));
        }
        return problem(Errc::Conflict, QStringLiteral("Nothing was spent."));
    }
    if (what == QLatin1String("raises")) {
        if (request.method == "GET") return json(200, protocol::toJson(raises));
        if (request.method == "DELETE") {
            raises.removeIf([&](const TemporaryRaise &raise) { return raise.id == path.value(2); });
            return noContent();
        }
        auto wish = protocol::raiseFromJson(request.body);
        if (!wish) return refusal(wish.error());
        wish->id = QStringLiteral("rse_%1").arg(++m_made);
        wish->from = QDateTime::currentDateTimeUtc();
        wish->createdBy = QStringLiteral("owner");
        raises.append(*wish);
        return json(201, protocol::toJson(*wish));
    }
    if (request.method == "PUT") {
        const auto wish = protocol::spendSettingsFromJson(request.body);
        if (!wish) return refusal(wish.error());
        if (isStale(request)) return problem(Errc::Stale, QStringLiteral("The limits were changed meanwhile."));
        spendSettings = *wish;
    }
    return json(200, protocol::toJson(spendSettings), tag());
}

FakeReply AdminBackend::retentionAnswer(const FakeRequest &request, const QStringList &path)
{
    const QDateTime now(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
    const QString what = path.value(1);
    if (what.isEmpty()) {
        if (request.method == "PUT") {
            const auto rules = protocol::retentionRulesFromJson(request.body);
            if (!rules) return refusal(rules.error());
            if (isStale(request)) return problem(Errc::Stale, QStringLiteral("The rules changed meanwhile."));
            retention = *rules;
        }
        protocol::RetentionState state;
        state.rules = retention;
        if (!retention.allPermanent()) state.nextRunAt = now.addDays(1);
        if (!purges.isEmpty()) state.lastRun = purges.constFirst();
        // With the tag that it has once the change is counted.
        if (request.method == "PUT") return json(200, protocol::toJson(state));
        return json(200, protocol::toJson(state), tag());
    }
    if (what == QLatin1String("preview")) return json(200, protocol::toJson(purgeCounts));
    if (what == QLatin1String("runs")) {
        if (request.method == "GET") return json(200, protocol::toJson(purges));
        PurgeRun run;
        run.id = identifier("prg", ++m_made);
        run.cause = PurgeCause::Asked;
        run.startedBy = QStringLiteral("sami.haddad");
        run.startedAt = now;
        run.finishedAt = now;
        run.counts = purgeCounts;
        purges.prepend(run);
        return json(202, protocol::toJson(run));
    }
    if (request.method == "GET") return json(200, protocol::toJson(holds));
    if (request.method == "DELETE") {
        for (LegalHold &hold : holds)
            if (hold.id == path.value(2)) {
                hold.releasedAt = now;
                hold.releasedBy = QStringLiteral("sami.haddad");
                return noContent();
            }
        return problem(Errc::NotFound, QStringLiteral("There is no such hold."));
    }
    auto hold = protocol::holdFromJson(request.body);
    if (!hold) return refusal(hold.error());
    hold->id = identifier("hld", ++m_made);
    hold->createdAt = now;
    hold->createdBy = QStringLiteral("sami.haddad");
    holds.prepend(*hold);
    return json(201, protocol::toJson(*hold));
}

FakeReply AdminBackend::ratesAnswer(const FakeRequest &request)
{
    if (request.method == "GET") {
        FakeReply reply = json(200, "prefix,price_per_minute,currency\r\n", tag());
        return reply;
    }
    protocol::DeckAnswer answer = deck;
    answer.stored = !request.query.hasQueryItem(QStringLiteral("dryRun"));
    return json(200, protocol::toJson(answer));
}

FakeReply AdminBackend::certificatesAnswer(const FakeRequest &request, const QStringList &path)
{
    QList<protocol::RegisteredCertificate> &own = certificates[path[1]];
    if (request.method == "GET") return json(200, protocol::toJson(own), tag());
    if (request.method == "DELETE") {
        own.removeIf([&](const auto &certificate) { return certificate.fingerprint == path.value(3); });
        return noContent();
    }
    const auto wish = protocol::newCertificateFromJson(request.body);
    if (!wish) return refusal(wish.error());
    protocol::RegisteredCertificate registered;
    registered.fingerprint = wish->fingerprint;
    if (!wish->certificatePem.isEmpty()) {
        const net::CertificateFacts facts = net::factsOf(QSslCertificate(wish->certificatePem));
        registered.fingerprint = QString::fromLatin1(facts.sha256.toHex());
        registered.subject = QStringLiteral("CN=") + facts.subject;
    }
    registered.addedAt = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
    own.append(registered);
    return json(201, protocol::toJson(registered));
}

}  // namespace lw::test
