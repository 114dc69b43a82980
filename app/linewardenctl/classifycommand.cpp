// SPDX-License-Identifier: GPL-3.0-or-later
// "classify": what kind of number something is, with the rule that says so. Needs no back end and no profile.
#include "app/linewardenctl/arguments.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/exitcode.h"
#include "app/linewardenctl/output.h"
#include "core/policy/numberclass.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

namespace lw::ctl {

namespace {

constexpr qint64 lineMost = 4096;  ///< bytes; longer lines are told to be none

QString kindOf(const policy::Classification &number)
{
    // Of a Crown dependency the class says what the call costs; this says what the number is.
    if (number.callClass != CallClass::CrownDependencies) return QString(callClassName(number.callClass));
    return number.canonical.startsWith(QLatin1String("+447")) ? QStringLiteral("mobile") : QStringLiteral("geographic");
}

QJsonObject jsonOf(const QString &typed, const policy::Classification &number)
{
    QJsonObject object{{QStringLiteral("input"), typed},
                       {QStringLiteral("number"), number.canonical},
                       {QStringLiteral("class"), QString(callClassName(number.callClass))},
                       {QStringLiteral("kind"), kindOf(number)},
                       {QStringLiteral("rule"), number.rule},
                       {QStringLiteral("name"), number.name}};
    if (!number.extension.isEmpty()) object.insert(QStringLiteral("extension"), number.extension);
    if (!number.problem.isEmpty()) object.insert(QStringLiteral("problem"), number.problem);
    return object;
}

QString lineOf(const QString &typed, const policy::Classification &number)
{
    if (number.callClass == CallClass::Invalid)
        return QStringLiteral("%1\tinvalid\t%2").arg(printable(typed), number.problem);
    QString why = number.rule.isEmpty() ? QStringLiteral("two to five digits within the company")
                                        : QStringLiteral("%1 (%2)").arg(number.name, number.rule);
    if (!number.extension.isEmpty()) why += QStringLiteral(", extension ") + number.extension;
    return QStringLiteral("%1\t%2\t%3").arg(number.canonical, QString(callClassName(number.callClass)), why);
}

void print(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fputc('\n', stdout);
}

void printOne(const QString &typed, bool json)
{
    const policy::Classification number = policy::classify(typed);
    print(json ? QJsonDocument(jsonOf(typed, number)).toJson(QJsonDocument::Compact) : lineOf(typed, number).toUtf8());
}

int classifyFile(const QString &path, bool json, const Output &output)
{
    QFile file(path);
    const bool open =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return output.fail(makeError(Errc::InvalidInput,
                                     QStringLiteral("The file %1 cannot be read: %2.").arg(path, file.errorString()),
                                     QStringLiteral("file")));
    bool within = false;  // a line that was too long and goes on
    while (true) {
        QByteArray line = file.readLine(lineMost);
        if (line.isEmpty()) break;
        const bool ends = line.endsWith('\n');
        const bool goesOn = within;
        within = !ends && !file.atEnd();
        if (goesOn) continue;
        while (line.endsWith('\n') || line.endsWith('\r'))
            line.chop(1);
        printOne(QString::fromUtf8(line), json);
    }
    if (std::fflush(stdout) != 0)
        return output.fail(makeError(Errc::Io, QStringLiteral("The answer cannot be written.")));
    return 0;
}

}  // namespace

int classifyCommand(const QStringList &arguments)
{
    Arguments parsed(
        QStringLiteral("classify NUMBER | classify --file FILE|- [--json]"),
        QStringLiteral("Says what kind of number something is, in any notation, and which rule says so. With --file a "
                       "number a line, and a line each as the answer."));
    parsed.option(QStringLiteral("file"),
                  QStringLiteral("Read numbers from this file, a line each; - is standard input."),
                  QStringLiteral("file"));
    if (const auto done = parsed.parse(arguments, 0, 1)) return *done;
    const bool json = parsed.has(QStringLiteral("json"));
    const Output output(json);
    const bool file = parsed.has(QStringLiteral("file"));
    if (file == !parsed.positional().isEmpty())
        return output.fail(makeError(Errc::InvalidInput,
                                     QStringLiteral("Give one number, or a file of numbers with --file."),
                                     QStringLiteral("number")));
    if (file) return classifyFile(parsed.value(QStringLiteral("file")), json, output);
    const QString typed = parsed.positional().constFirst();
    printOne(typed, json);
    return policy::classify(typed).callClass == CallClass::Invalid ? static_cast<int>(ExitCode::Usage) : 0;
}

}  // namespace lw::ctl
