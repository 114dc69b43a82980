// SPDX-License-Identifier: GPL-3.0-or-later
// "calls": finished calls with what they cost.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/policy/numberclass.h"
#include "core/protocol/limits.h"
#include "core/report/csvwriter.h"
#include "core/spend/spendservice.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <limits>

namespace lw::ctl {

namespace {

namespace limits = protocol::limits;

Error wrong(const char *option, const QString &sentence)
{
    const QLatin1String name(option);
    return makeError(Errc::InvalidInput, QStringLiteral("--%1 %2").arg(name, sentence), name);
}

Result<CallFilter> filterOf(const Arguments &parsed)
{
    CallFilter filter;
    if (const QString number = parsed.value(QStringLiteral("number")); !number.isEmpty()) {
        const policy::Classification read = policy::classify(number);
        if (read.canonical.isEmpty()) return wrong("number", QStringLiteral("cannot be read: ") + read.problem);
        filter.number = read.canonical;
    }
    const Result<QDateTime> from = instantOption(parsed, QStringLiteral("from"));
    if (!from) return from.error();
    const Result<QDateTime> until = instantOption(parsed, QStringLiteral("until"));
    if (!until) return until.error();
    filter.from = *from;
    filter.until = *until;
    if (const QString name = parsed.value(QStringLiteral("class")); !name.isEmpty()) {
        filter.callClass = callClassFromName(name);
        if (!filter.callClass)
            return wrong("class", QStringLiteral("takes a class of calls such as premium or international."));
    }
    return filter;
}

Result<qint64> mostOf(const Arguments &parsed)
{
    const QString text = parsed.value(QStringLiteral("most"));
    if (text.isEmpty()) return limits::callsPage;
    if (text == QLatin1String("all")) return std::numeric_limits<qint64>::max();
    bool ok = false;
    const qint64 most = text.toLongLong(&ok);
    if (!ok || most < 1) return wrong("most", QStringLiteral("takes how many calls to show, 1 or more, or all."));
    return most;
}

/// Calls on their way to standard output, page by page: a company has millions.
class CallOutput {
  public:
    virtual ~CallOutput() = default;
    virtual Result<void> take(const protocol::CallPage &page) = 0;
    /// `more`: there are calls that were not asked for.
    virtual Result<void> finish(bool more) = 0;
};

class CallTableOutput final : public CallOutput {
  public:
    explicit CallTableOutput(const Output &output) : m_output(output) {}
    Result<void> take(const protocol::CallPage &page) override
    {
        m_currency = page.currency;
        for (const CallRecord &call : page.calls)
            m_table.row({momentText(call.startedAt), call.caller, call.destination,
                         QString(callClassName(call.callClass)), QString::number(call.seconds), toText(call.cost, 2),
                         call.callId});
        return {};
    }
    Result<void> finish(bool more) override
    {
        m_output.line(m_table.text(QStringLiteral("There are no such calls.")));
        m_output.note(QStringLiteral("Costs in %1.").arg(m_currency));
        if (more) m_output.note(QStringLiteral("There are more: --most 1000 or --most all shows them."));
        return {};
    }

  private:
    const Output &m_output;
    QString m_currency;
    Table m_table{{QStringLiteral("STARTED"), QStringLiteral("CALLER"), QStringLiteral("DESTINATION"),
                   QStringLiteral("CLASS"), QStringLiteral("SECONDS"), QStringLiteral("COST"), QStringLiteral("CALL")}};
};

/// One object, as the contract's page.
class CallJsonOutput final : public CallOutput {
  public:
    explicit CallJsonOutput(const Output &output) : m_output(output) {}
    Result<void> take(const protocol::CallPage &page) override
    {
        const QJsonObject object = QJsonDocument::fromJson(protocol::toJson(page)).object();
        m_currency = page.currency;
        for (const QJsonValue &call : object.value(QLatin1String("calls")).toArray())
            m_calls.append(call);
        return {};
    }
    Result<void> finish(bool more) override
    {
        m_output.result({{QStringLiteral("currency"), m_currency},
                         {QStringLiteral("calls"), m_calls},
                         {QStringLiteral("more"), more}},
                        {});
        return {};
    }

  private:
    const Output &m_output;
    QString m_currency;
    QJsonArray m_calls;
};

class CallCsvOutput final : public CallOutput {
  public:
    CallCsvOutput()
    {
        (void)m_file.open(stdout, QIODevice::WriteOnly);
        m_csv.row({QStringLiteral("started_at_utc"), QStringLiteral("caller"), QStringLiteral("destination"),
                   QStringLiteral("class"), QStringLiteral("seconds"), QStringLiteral("cost"),
                   QStringLiteral("currency"), QStringLiteral("rate_prefix"), QStringLiteral("call_id")});
    }
    Result<void> take(const protocol::CallPage &page) override
    {
        for (const CallRecord &call : page.calls) {
            m_csv.time(call.startedAt.toMSecsSinceEpoch());
            m_csv.text(call.caller);
            m_csv.text(call.destination);
            m_csv.text(QString(callClassName(call.callClass)));
            m_csv.number(call.seconds);
            m_csv.text(toText(call.cost));
            m_csv.text(page.currency);
            m_csv.verbatim(call.ratePrefix.toStdString());  // "+" and digits, which no spreadsheet runs
            m_csv.text(call.callId);
            m_csv.endRow();
        }
        if (m_csv.good()) return {};
        return m_csv.finish();
    }
    Result<void> finish(bool) override { return m_csv.finish(); }

  private:
    QFile m_file;
    report::CsvWriter m_csv{m_file};
};

Result<void> walk(spend::SpendService &service, const CallFilter &filter, qint64 most, CallOutput &out)
{
    QString cursor;
    for (;;) {
        const int limit = static_cast<int>(std::min<qint64>(most, limits::callsPageMost));
        const Result<protocol::CallPage> page =
            await<protocol::CallPage>([&](QObject *context, Callback<protocol::CallPage> done) {
                service.calls(filter, limit, cursor, context, std::move(done));
            });
        if (!page) return page.error();
        if (Result<void> taken = out.take(*page); !taken) return taken;
        most -= page->calls.size();
        if (page->nextCursor.isEmpty() || most <= 0) return out.finish(!page->nextCursor.isEmpty());
        if (page->calls.isEmpty() || page->nextCursor == cursor)
            return makeError(Errc::Protocol, QStringLiteral("The back end's list of calls does not end."));
        cursor = page->nextCursor;
    }
}

int list(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("calls list [options]"),
                     QStringLiteral("Lists finished calls with what they cost, the newest first."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("number"), QStringLiteral("Only calls of or to this number, in any notation."),
                  QStringLiteral("number"));
    parsed.option(QStringLiteral("from"), QStringLiteral("Only calls that began then or later."),
                  QStringLiteral("instant"));
    parsed.option(QStringLiteral("until"), QStringLiteral("Only calls that began earlier."), QStringLiteral("instant"));
    parsed.option(QStringLiteral("class"), QStringLiteral("Only calls to numbers of this class, such as premium."),
                  QStringLiteral("class"));
    parsed.option(QStringLiteral("most"), QStringLiteral("How many calls at most (100), or all."),
                  QStringLiteral("N|all"));
    parsed.option(QStringLiteral("csv"), QStringLiteral("As CSV with a header, times in UTC."));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    if (output.json() && parsed.has(QStringLiteral("csv")))
        return output.fail(wrong("csv", QStringLiteral("and --json are two forms. Leave one out.")));
    const Result<CallFilter> filter = filterOf(parsed);
    if (!filter) return output.fail(filter.error());
    const Result<qint64> most = mostOf(parsed);
    if (!most) return output.fail(most.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    std::unique_ptr<CallOutput> out;
    if (output.json())
        out = std::make_unique<CallJsonOutput>(output);
    else if (parsed.has(QStringLiteral("csv")))
        out = std::make_unique<CallCsvOutput>();
    else
        out = std::make_unique<CallTableOutput>(output);
    if (Result<void> shown = walk(service, *filter, *most, *out); !shown) return output.fail(shown.error());
    return 0;
}

}  // namespace

int callsCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {{"list", "finished calls with what they cost", list}};
    return runAction("calls", actions, arguments);
}

}  // namespace lw::ctl
