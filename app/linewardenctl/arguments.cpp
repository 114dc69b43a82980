// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/arguments.h"

#include "app/linewardenctl/exitcode.h"
#include "app/linewardenctl/terminal.h"

#include <cstdio>

namespace lw::ctl {

Arguments::Arguments(const QString &usage, const QString &description) : m_usage(usage)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
    m_parser.addOption(
        {QStringLiteral("json"), QStringLiteral("Answer in JSON, errors included (on standard error).")});
}

void Arguments::option(const QString &name, const QString &description, const QString &value)
{
    m_parser.addOption({name, description, value});
}

void Arguments::profileOptions()
{
    option(QStringLiteral("profile"), QStringLiteral("The profile to use; may be left out where there is only one."),
           QStringLiteral("name"));
    option(QStringLiteral("passphrase-fd"), QStringLiteral("Read the cache's passphrase from this file descriptor."),
           QStringLiteral("n"));
    option(QStringLiteral("recovery-key-fd"),
           QStringLiteral("Open the cache with the recovery key from this file descriptor."), QStringLiteral("n"));
    option(QStringLiteral("key-store"), QStringLiteral("Open the cache with the operating system's key store."));
}

void Arguments::signInOptions()
{
    option(QStringLiteral("password-fd"), QStringLiteral("Read the sign-in password from this file descriptor."),
           QStringLiteral("n"));
    option(QStringLiteral("totp-fd"), QStringLiteral("Read the one-time code from this file descriptor."),
           QStringLiteral("n"));
    option(
        QStringLiteral("new-password-fd"),
        QStringLiteral("Read the new password from this file descriptor, should the present one have to be changed."),
        QStringLiteral("n"));
    option(QStringLiteral("client-certificate"),
           QStringLiteral("Show the certificate of this PKCS#12 file (.p12, .pfx); an open cache keeps it."),
           QStringLiteral("file"));
    option(QStringLiteral("certificate-passphrase-fd"),
           QStringLiteral("Read the passphrase of that file from this file descriptor."), QStringLiteral("n"));
}

std::optional<int> Arguments::parse(const QStringList &arguments, int leastPositional, int mostPositional)
{
    const auto usage = [&](const QString &problem) {
        const QByteArray text =
            QStringLiteral("linewardenctl: %1\nUsage: linewardenctl %2\n").arg(problem, m_usage).toUtf8();
        std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
        return static_cast<int>(ExitCode::Usage);
    };
    const bool parsed = m_parser.parse(QStringList{QStringLiteral("linewardenctl")} + arguments);
    if (has(QStringLiteral("help"))) {
        // Qt's first line names the executable's path; ours names the subcommand.
        const QString text = m_parser.helpText();
        const QByteArray help =
            (QStringLiteral("Usage: linewardenctl ") + m_usage + text.mid(text.indexOf(QLatin1Char('\n')))).toUtf8();
        std::fwrite(help.constData(), 1, static_cast<size_t>(help.size()), stdout);
        return static_cast<int>(ExitCode::Ok);
    }
    if (!parsed) return usage(m_parser.errorText());
    const qsizetype count = positional().size();
    if (count < leastPositional) return usage(QStringLiteral("An argument is missing."));
    if (count > mostPositional)
        return usage(QStringLiteral("\"%1\" is one argument too many.").arg(positional().at(mostPositional)));
    return std::nullopt;
}

Result<Secret> Arguments::secret(const QString &name, const QString &prompt) const
{
    return has(name) ? optionalSecret(name) : promptSecret(prompt);
}

Result<Secret> Arguments::optionalSecret(const QString &name) const
{
    if (!has(name)) return Secret();
    bool number = false;
    const int descriptor = value(name).toInt(&number);
    if (!number || descriptor < 0)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("--%1 takes the number of an open file descriptor.").arg(name), name);
    return readSecretLine(descriptor);
}

}  // namespace lw::ctl
