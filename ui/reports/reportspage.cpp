// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportspage.h"

#include "core/departures/departureservice.h"
#include "core/loginlog/eventqueries.h"
#include "core/people/peopleservice.h"
#include "core/report/controls.h"
#include "core/session/consolesession.h"
#include "ui/common/detailpanel.h"
#include "ui/common/dialogs.h"
#include "ui/common/progressstrip.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/reports/reportscope.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace lw::ui {

namespace {

using loginlog::ReportKind;

QString kindWords(ReportKind kind)
{
    switch (kind) {
        case ReportKind::LoginActivity: return ReportsPage::tr("Login activity");
        case ReportKind::PasswordRotation: return ReportsPage::tr("Password rotation");
        case ReportKind::AccessReview: return ReportsPage::tr("Access review");
        case ReportKind::Revocation: return ReportsPage::tr("Revocation");
        case ReportKind::CallSpend: return ReportsPage::tr("Call Guard and spend");
        case ReportKind::Retention: return ReportsPage::tr("Retention");
    }
    return {};
}

report::ControlSubject subjectOf(ReportKind kind)
{
    switch (kind) {
        case ReportKind::LoginActivity: return report::ControlSubject::LoginLogs;
        case ReportKind::PasswordRotation: return report::ControlSubject::PasswordRotation;
        case ReportKind::AccessReview: return report::ControlSubject::AccessRights;
        case ReportKind::Revocation: return report::ControlSubject::Revocation;
        case ReportKind::CallSpend: return report::ControlSubject::CallSpend;
        case ReportKind::Retention: return report::ControlSubject::Retention;
    }
    return report::ControlSubject::Reports;
}

/// The same citation that the report itself will carry.
QString controlsText(ReportKind kind)
{
    const report::ControlCitation cited = report::citationFor(subjectOf(kind));
    if (cited.pciDss.isEmpty())
        return ReportsPage::tr("ISO 27001 %1 · SOC 2 %2 · NIST %3. Cited; no certification is claimed.")
            .arg(cited.iso27001, cited.soc2, cited.nist);
    return ReportsPage::tr("ISO 27001 %1 · SOC 2 %2 · PCI DSS %3 · NIST %4. Cited; no certification is claimed.")
        .arg(cited.iso27001, cited.soc2, cited.pciDss, cited.nist);
}

}  // namespace

ReportsPage::ReportsPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_scope(new ReportScope(context.clock, this)),
      m_export(new QPushButton(tr("E&xport…"), this)),
      m_progress(new ProgressStrip(QStringLiteral("reportProgress"), this)),
      m_detail(new DetailPanel(this))
{
    setObjectName(QStringLiteral("reportsPage"));
    m_export->setObjectName(QStringLiteral("reportExport"));
    m_export->setProperty("primary", true);
    m_detail->setObjectName(QStringLiteral("reportDetail"));
    m_progress->setVisible(false);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_export);
    auto *content = new QWidget(this);
    content->setMaximumWidth(900);
    auto *left = new QVBoxLayout(content);
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addWidget(m_scope);
    left->addLayout(buttons);
    left->addStretch(1);
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(content, 1);
    columns->addStretch(0);
    columns->addWidget(m_detail);

    connect(m_export, &QPushButton::clicked, this, &ReportsPage::chooseAndExport);
    connect(m_scope, &ReportScope::changed, this, &ReportsPage::preview);
    connect(m_progress, &ProgressStrip::cancelled, this, &ReportsPage::cancelWork);
}

QString ReportsPage::title() const
{
    return tr("Reports");
}

void ReportsPage::refresh()
{
    loginlog::EventQueries *queries = m_context.session.events();
    if (!queries) return;
    queries->span(this, [this](Result<cache::CacheSpan> span) {
        if (span) m_span = *span;
        preview();
    });
}

void ReportsPage::open(const QString &filter)
{
    if (filter.isEmpty()) return;
    m_scope->setKind(loginlog::ReportKind::LoginActivity);
    m_scope->setFilterText(filter);
}

void ReportsPage::cancelWork()
{
    if (loginlog::ExportService *service = m_context.session.exports()) service->cancel();
}

loginlog::ReportRequest ReportsPage::request(const EventFilter &filter) const
{
    loginlog::ReportRequest request;
    request.kind = m_scope->kind();
    request.format = m_scope->format();
    request.filter = filter;
    const session::Profile &profile = m_context.session.profile();
    request.exportedBy = profile.login + QLatin1Char('@') + profile.customer;
    request.exportedAt = m_context.clock.nowUtc();
    return request;
}

void ReportsPage::preview()
{
    loginlog::EventQueries *queries = m_context.session.events();
    people::PeopleService *people = m_context.session.people();
    const auto filter = m_scope->filter();
    m_problem = filter ? QString() : filter.error().message;
    if (!queries || !people || !filter) {
        showPreview();
        return;
    }
    m_counting = true;
    if (m_scope->kind() == ReportKind::LoginActivity) {
        queries->count(*filter, this, [this](Result<quint64> count) {
            m_counting = false;
            if (count)
                m_count = *count;
            else
                m_problem = count.error().message;
            showPreview();
        });
    } else if (m_scope->kind() == ReportKind::Revocation) {
        countCases(*filter);
    } else if (m_scope->kind() == ReportKind::CallSpend || m_scope->kind() == ReportKind::Retention) {
        // It rests on what the last sync kept; should that be missing, the export says so.
        m_counting = false;
    } else {
        people->list(m_context.clock.nowUtc(), this, [this](Result<people::PeopleList> list) {
            m_counting = false;
            if (list)
                m_people = list->summary.total;
            else
                m_problem = list.error().message;
            showPreview();
        });
    }
    showPreview();
}

void ReportsPage::countCases(const EventFilter &filter)
{
    departures::DepartureService *service = m_context.session.departures();
    if (!service) {
        m_counting = false;
        return;
    }
    service->list(this, [this, filter](Result<access::Seen<QList<Departure>>> seen) {
        m_counting = false;
        m_cases = 0;
        // Nothing was kept yet, or the permission is missing: then the report has no case.
        if (seen)
            m_cases =
                static_cast<int>(std::count_if(seen->value.begin(), seen->value.end(), [&](const Departure &departure) {
                    return (!filter.from.isValid() || departure.departedAt >= filter.from) &&
                           (!filter.to.isValid() || departure.departedAt < filter.to);
                }));
        showPreview();
    });
}

void ReportsPage::showPreview()
{
    const ReportKind kind = m_scope->kind();
    m_detail->clear();
    m_detail->setTitle(tr("What will be in it"), kindWords(kind));
    if (!m_problem.isEmpty()) m_detail->addText(m_problem);
    switch (kind) {
        case ReportKind::LoginActivity:
            if (m_count)
                m_detail->addField(tr("Events"), countText(static_cast<qint64>(*m_count)),
                                   *m_count == 0 ? Tone::Warning : Tone::Neutral);
            break;
        case ReportKind::PasswordRotation:
        case ReportKind::AccessReview:
            if (m_people) m_detail->addField(tr("People"), countText(*m_people));
            break;
        case ReportKind::Revocation:
            if (m_cases) m_detail->addField(tr("Cases"), countText(*m_cases));
            break;
        case ReportKind::CallSpend:
            m_detail->addField(tr("About"), tr("rules, numbers, limits, raises, use and cost"));
            break;
        case ReportKind::Retention: m_detail->addField(tr("About"), tr("rules, legal holds and purges")); break;
    }
    if (const auto filter = m_scope->filter(); loginlog::hasPeriod(kind) && filter) {
        const QDateTime from = filter->from.isValid() ? filter->from : m_span.firstTime;
        const QDateTime to = filter->to.isValid() ? filter->to : m_span.lastTime;
        if (from.isValid() && to.isValid()) m_detail->addField(tr("Period"), spanText(from, to));
    }
    m_detail->addField(tr("Zone"), tr("UTC"));
    m_detail->addField(tr("Exported by"), request({}).exportedBy);
    if (m_span.checkpoint) {
        m_detail->addField(tr("Rests on"), tr("signed head of %1 events, verified %2")
                                               .arg(countText(static_cast<qint64>(m_span.checkpoint->size)),
                                                    fullTime(m_span.syncedAt)));
    } else {
        m_detail->addField(tr("Rests on"), tr("nothing yet: sync first"), Tone::Warning);
    }
    const bool online = m_context.session.state() == session::State::Online;
    m_detail->addNote(tr("The export is recorded"),
                      online ? tr("Taking a log away is itself an event of the audit log (PCI DSS 10.2.1.3).")
                             : tr("Taking a log away is itself an event of the audit log (PCI DSS 10.2.1.3). You are "
                                  "offline: it is queued and recorded at the next sync."));
    m_detail->addNote(tr("Controls it serves"), controlsText(kind));
    if (!m_results.isEmpty()) m_detail->addSection(tr("Exported in this session"));
    for (const loginlog::ReportResult &result : std::as_const(m_results)) {
        m_detail->addText(QFileInfo(result.path).fileName(), false, true);
        m_detail->addText(tr("%1 rows · %2 · %3")
                              .arg(countText(static_cast<qint64>(result.rows)), sizeText(result.bytes),
                                   result.notice == loginlog::NoticeState::Delivered ? tr("recorded") : tr("queued")));
    }
    const loginlog::ExportService *service = m_context.session.exports();
    m_export->setEnabled(service && !service->isRunning() && m_problem.isEmpty() && m_span.checkpoint.has_value());
    Q_EMIT readyChanged();
}

void ReportsPage::chooseAndExport()
{
    const auto filter = m_scope->filter();
    if (!filter) return;
    const bool pdf = m_scope->format() == loginlog::ReportFormat::Pdf;
    const QString name = loginlog::suggestedFileName(request(*filter), m_context.session.profile().customer);
    const QString path =
        m_context.dialogs.saveFile(this, tr("Export the report"), name, pdf ? tr("PDF (*.pdf)") : tr("CSV (*.csv)"));
    if (!path.isEmpty()) exportTo(path);
}

void ReportsPage::exportTo(const QString &path)
{
    loginlog::ExportService *service = m_context.session.exports();
    const auto filter = m_scope->filter();
    if (!service || !filter) return;
    loginlog::ReportRequest wanted = request(*filter);
    wanted.path = QDir::current().absoluteFilePath(path);
    m_progress->showProgress(tr("Writing %1").arg(QFileInfo(path).fileName()), 0, 0);
    m_progress->setCancellable(true);
    m_progress->setVisible(true);
    connect(service, &loginlog::ExportService::progress, m_progress,
            [this, name = QFileInfo(path).fileName()](const loginlog::ExportProgress &progress) {
                m_progress->showProgress(tr("Writing %1").arg(name), static_cast<qint64>(progress.rowsDone),
                                         static_cast<qint64>(progress.rowsTotal));
            });
    Q_EMIT workStarted(tr("Writing %1").arg(QFileInfo(path).fileName()), true);
    service->start(std::move(wanted), this, [this](Result<loginlog::ReportResult> result) { finish(result); });
    m_export->setEnabled(false);
}

void ReportsPage::finish(const Result<loginlog::ReportResult> &result)
{
    m_progress->setVisible(false);
    if (loginlog::ExportService *service = m_context.session.exports()) service->disconnect(m_progress);
    Q_EMIT workFinished();
    if (result) {
        m_results.prepend(*result);
        Q_EMIT notice(tr("Saved %1").arg(QDir::toNativeSeparators(result->path)));
    } else if (result.error().code != Errc::Cancelled) {
        m_context.dialogs.inform(this, tr("The report was not written"), result.error().message);
    } else {
        Q_EMIT notice(tr("Cancelled; no file was written"));
    }
    showPreview();
    Q_EMIT exported(result);
}

}  // namespace lw::ui
