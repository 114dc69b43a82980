// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callguard/callguardpage.h"

#include "core/session/consolesession.h"
#include "ui/callguard/barringdetail.h"
#include "ui/callguard/guardsettingsdialog.h"
#include "ui/callguard/guardwords.h"
#include "ui/callguard/numberdialog.h"
#include "ui/callguard/numbermodel.h"
#include "ui/callguard/numbersimportdialog.h"
#include "ui/common/card.h"
#include "ui/common/detailpanel.h"
#include "ui/common/dialogs.h"
#include "ui/common/emptystate.h"
#include "ui/common/filterbar.h"
#include "ui/common/formfield.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QSaveFile>

#include <algorithm>

namespace lw::ui {

using session::State;

CallGuardPage::CallGuardPage(PageContext context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_model(new NumberModel(this)),
      m_proxy(new NumberProxy(this)),
      m_headline(new QLabel),
      m_subline(new QLabel),
      m_settings(new QPushButton(tr("&Company settings…"))),
      m_all(new QPushButton(tr("&Opt all in…"))),
      m_add(new QPushButton(tr("&Add number…"))),
      m_more(new QPushButton(tr("&More…"))),
      m_import(new QAction(tr("&Import numbers…"), this)),
      m_filter(new FilterBar(QStringLiteral("numbersFilter"), tr("Filter numbers"), this)),
      m_table(new TableView(this)),
      m_detail(new DetailPanel(this)),
      m_tried(makeEdit(QStringLiteral("tryNumber"), tr("any number, in any notation"))),
      m_verdict(new Pill),
      m_reason(new QLabel)
{
    setObjectName(QStringLiteral("callGuardPage"));
    m_filter->setPlaceholder(tr("number, label, department, guarded"));
    m_proxy->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("numbersTable"));
    m_table->setAccessibleName(tr("Numbers"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegateForColumn(NumberModel::Guard, new PillDelegate(m_table));
    m_table->setColumn(NumberModel::Number, 136, 0);
    m_table->setColumn(NumberModel::Label, 150, 3);
    m_table->setColumn(NumberModel::Department, 120, 2);
    m_table->setColumn(NumberModel::Guard, 118, 0);
    m_table->setColumn(NumberModel::Own, 150, 4, 720);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(NumberModel::Number, Qt::AscendingOrder);

    auto *card = new Card(QString(), this);
    card->noMargins();
    card->body()->addWidget(m_table);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(Theme::pageMargin, Theme::pageMargin, Theme::pageMargin, Theme::pageMargin);
    left->setSpacing(Theme::cardGap);
    left->addWidget(makeHead());
    left->addWidget(m_filter);
    left->addWidget(card, 1);
    left->addWidget(makeTry());
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addLayout(left, 1);
    columns->addWidget(m_detail);
    m_detail->setObjectName(QStringLiteral("numberDetail"));
    m_detail->showPlaceholder(tr("Choose a number to see what is barred for it, and by whose setting."));
    connectParts();
    showHead();
    showVerdict();
}

CallGuardPage::~CallGuardPage() = default;

QWidget *CallGuardPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_headline->setObjectName(QStringLiteral("guardHeadline"));
    setRole(m_headline, LabelRole::CardTitle);
    m_subline->setObjectName(QStringLiteral("guardSubline"));
    m_subline->setWordWrap(true);
    setRole(m_subline, LabelRole::Secondary);
    words->addWidget(m_headline);
    words->addWidget(m_subline);
    row->addLayout(words, 1);
    row->addSpacing(8);
    m_settings->setObjectName(QStringLiteral("guardSettings"));
    m_all->setObjectName(QStringLiteral("guardAll"));
    m_add->setObjectName(QStringLiteral("numberAdd"));
    setRole(m_add, ButtonRole::Primary);
    m_more->setObjectName(QStringLiteral("guardMore"));
    m_import->setObjectName(QStringLiteral("numbersImportAction"));
    auto *menu = new QMenu(m_more);
    menu->addAction(m_import);
    QAction *out = menu->addAction(tr("&Export numbers…"));
    out->setObjectName(QStringLiteral("numbersExportAction"));
    connect(m_import, &QAction::triggered, this, &CallGuardPage::openImport);
    connect(out, &QAction::triggered, this, &CallGuardPage::exportAll);
    connect(m_more, &QPushButton::clicked, menu,
            [this, menu] { menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4))); });
    for (QPushButton *button : {m_settings, m_all, m_more, m_add})
        row->addWidget(button, 0, Qt::AlignTop);
    return head;
}

QWidget *CallGuardPage::makeTry()
{
    auto *card = new Card(tr("Would this call pass?"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_tried->setAccessibleName(tr("Number to try"));
    m_tried->setFixedWidth(240);
    m_verdict->setObjectName(QStringLiteral("tryVerdict"));
    m_reason->setObjectName(QStringLiteral("tryReason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    row->addWidget(m_tried);
    row->addWidget(m_verdict, 0, Qt::AlignVCenter);
    row->addWidget(m_reason, 1);
    card->body()->addLayout(row);
    return card;
}

void CallGuardPage::connectParts()
{
    connect(m_filter, &FilterBar::changed, this, [this](const QString &text) {
        m_proxy->setWords(text);
        if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
            m_table->setCurrentIndex(m_proxy->index(0, 0));
    });
    connect(m_table, &TableView::currentRowChanged, this, &CallGuardPage::showCurrent);
    connect(m_table, &TableView::rowOpened, this, &CallGuardPage::editCurrent);
    connect(m_table->emptyState(), &EmptyState::actionTriggered, this, [this] {
        if (m_model->rowCount() > 0)
            m_filter->setText({});
        else if (m_add->isEnabled())
            addNumber();
    });
    connect(m_add, &QPushButton::clicked, this, &CallGuardPage::addNumber);
    connect(m_all, &QPushButton::clicked, this, &CallGuardPage::switchAll);
    connect(m_settings, &QPushButton::clicked, this, &CallGuardPage::openSettings);
    connect(m_tried, &QLineEdit::textChanged, this, &CallGuardPage::showVerdict);
    const auto offer = [this](const QString &text, QPushButton *button) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        addAction(action);
    };
    offer(tr("Add a number"), m_add);
    offer(tr("Call Guard for the company"), m_settings);
    connect(&m_context.session, &session::ConsoleSession::stateChanged, this, [this] {
        const int state = static_cast<int>(m_context.session.state());
        if (state == m_lastState) return;
        m_lastState = state;
        if (m_context.session.state() != State::Connecting) refresh();
    });
}

void CallGuardPage::focusSearch()
{
    m_filter->edit()->setFocus(Qt::ShortcutFocusReason);
    m_filter->edit()->selectAll();
}

void CallGuardPage::open(const QString &filter)
{
    m_filter->setText(filter);
}

bool CallGuardPage::mayChange() const
{
    return m_known && m_numbers.live && m_context.session.mayDo(Permission::NumbersWrite);
}

QTimeZone CallGuardPage::zone() const
{
    const auto me = m_context.session.me();
    const QTimeZone zone = me ? QTimeZone(me->customer.timeZone.toLatin1()) : QTimeZone();
    return zone.isValid() ? zone : QTimeZone::utc();
}

void CallGuardPage::refresh()
{
    callguard::CallGuardService *service = m_context.session.callGuard();
    if (!service || m_reads > 0) return;
    m_lastState = static_cast<int>(m_context.session.state());
    m_reads = 2;
    service->settings(this, [this](Result<access::Seen<GuardSettings>> seen) {
        --m_reads;
        if (!seen) return fail(seen.error());
        m_company = std::move(*seen);
        if (m_reads == 0) take();
    });
    service->numbers(this, [this](Result<access::Seen<QList<GuardedNumber>>> seen) {
        --m_reads;
        if (!seen) return fail(seen.error());
        m_numbers = std::move(*seen);
        m_known = true;
        if (m_reads == 0) take();
    });
}

void CallGuardPage::take()
{
    if (!m_known) return;
    const QString wanted = m_chosen;
    m_model->setContent(m_numbers.value, m_company.value);
    if (m_numbers.value.isEmpty())
        m_table->emptyState()->setContent(tr("No numbers yet"),
                                          tr("Add the numbers that your company calls from. A call from any other is "
                                             "refused by the telephone system, "
                                             "but for emergency calls."),
                                          mayChange() ? tr("Add number…") : QString());
    else
        m_table->emptyState()->setContent(tr("No number matches"), tr("No number fits this filter."), tr("Show all"));
    const int row = m_model->rowOf(wanted);
    const QModelIndex index = row >= 0 ? m_proxy->mapFromSource(m_model->index(row, 0)) : m_proxy->index(0, 0);
    if (index.isValid()) m_table->setCurrentIndex(index);
    showHead();
    showCurrent();
    Q_EMIT readyChanged();
}

void CallGuardPage::fail(const Error &error)
{
    if (!m_known) {
        const bool forbidden = error.code == Errc::Forbidden;
        m_table->emptyState()->setContent(
            forbidden ? tr("Your roles do not show numbers") : tr("The numbers are not known here yet"),
            forbidden ? tr("An owner can give you a role that may see them.") : error.message);
        m_detail->showPlaceholder(error.message);
    }
    showHead();
    Q_EMIT readyChanged();
}

void CallGuardPage::showHead()
{
    const int all = m_model->rowCount();
    m_headline->setText(m_known ? tr("%n number(s), %1 guarded", nullptr, all).arg(m_model->guarded())
                                : tr("Numbers and what they may call"));
    QString line;
    if (m_known) {
        const QString rules = rulesWords(m_company.value.barring);
        line = rules.isEmpty() ? tr("Nothing is barred for the company as a whole.")
                               : tr("For the company: %1.").arg(rules);
        if (!m_numbers.live) line += u' ' + tr("As of %1.").arg(fullTime(m_numbers.asOf));
    }
    m_subline->setText(line);
    m_subline->setVisible(!line.isEmpty());
    const bool may = mayChange() && !m_busy;
    const QString why = m_context.session.state() == State::Online
                            ? tr("Your roles do not change numbers.")
                            : tr("You are offline. Sign in to change something.");
    for (QPushButton *button : {m_settings, m_all, m_add}) {
        button->setEnabled(may);
        button->setToolTip(may || m_busy ? QString() : why);
    }
    m_all->setEnabled(may && m_model->guarded() < all);
    m_import->setEnabled(may);
    m_more->setEnabled(m_context.session.state() == State::Online && m_known);
}

const GuardedNumber *CallGuardPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->number(m_proxy->mapToSource(index).row()) : nullptr;
}

void CallGuardPage::showCurrent()
{
    showVerdict();
    const GuardedNumber *row = current();
    if (!row)
        return m_detail->showPlaceholder(tr("Choose a number to see what is barred for it, and by whose setting."));
    m_chosen = row->number;
    const policy::EffectiveBarring in = policy::effectiveBarring(*row, m_company.value);
    m_detail->clear();
    m_detail->setTitle(row->label.isEmpty() ? row->number : row->label, row->number);
    m_detail->addPill(in.guarded ? tr("guarded") : tr("not guarded"), in.guarded ? Tone::Good : Tone::Warning);
    m_detail->addField(tr("Call Guard"), guardWords(row->guard));
    if (!row->department.isEmpty()) m_detail->addField(tr("Department"), row->department);
    m_detail->addField(tr("Added"), fullTime(row->addedAt));
    addBarring(*m_detail, in);
    m_detail->addNote(tr("Emergency calls"), tr("999, 112, 101, 111 and their like always pass, whatever is set."));
    if (!mayChange()) return;
    auto *edit = m_detail->addAction(QStringLiteral("numberEdit"), tr("&Edit…"), true);
    connect(edit, &QPushButton::clicked, this, &CallGuardPage::editCurrent);
    const QString number = row->number;
    const bool guarded = in.guarded;
    auto *opt = m_detail->addAction(QStringLiteral("numberOpt"), guarded ? tr("Opt o&ut…") : tr("Opt &in"));
    connect(opt, &QPushButton::clicked, this, [this, number, guarded] {
        if (!guarded) return switchGuard(GuardState::On, {number});
        const QPointer<CallGuardPage> self(this);
        const bool sure = m_context.dialogs.confirm(
            this, {tr("Opt %1 out of Call Guard?").arg(number),
                   tr("Nothing is barred for this number any more: premium and international calls pass at once."),
                   tr("Opt it in again at any time."), tr("Opt out"), true});
        if (self && sure) switchGuard(GuardState::Off, {number});
    });
    auto *gone = m_detail->addAction(QStringLiteral("numberRemove"), tr("&Remove…"));
    connect(gone, &QPushButton::clicked, this, &CallGuardPage::removeCurrent);
}

void CallGuardPage::showVerdict()
{
    const QString typed = m_tried->text().trimmed();
    const GuardedNumber *from = current();
    m_verdict->setVisible(!typed.isEmpty() && m_known);
    if (typed.isEmpty() || !m_known) {
        setRole(m_reason, LabelRole::Secondary);
        m_reason->setText(from ? tr("Type what would be dialled from %1. Nothing is called.").arg(from->number)
                               : tr("Type what would be dialled. Nothing is called."));
        return;
    }
    setRole(m_reason, LabelRole::Plain);
    const policy::Classification to = policy::classify(typed);
    const policy::BarringVerdict verdict =
        policy::judgeBarring(to.canonical, to.callClass, from ? *from : GuardedNumber(),
                             policy::CompiledGuard(m_company.value), m_context.clock.nowUtc(), zone());
    m_verdict->setPill(verdict.barred ? tr("barred") : tr("passes"), verdictTone(verdict));
    QString words = verdictWords(verdict, to.problem);
    if (to.callClass != CallClass::Invalid)
        words = tr("%1 is “%2”. %3").arg(to.canonical, classWords(to.callClass), words);
    m_reason->setText(words);
    m_reason->setAccessibleName(words);
}

void CallGuardPage::addNumber()
{
    callguard::CallGuardService *service = m_context.session.callGuard();
    if (!service || !mayChange()) return;
    auto *dialog = new NumberDialog(*service, m_company.value, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_chosen = dialog->number();
        Q_EMIT notice(tr("%1 is added.").arg(m_chosen));
        refresh();
    });
    dialog->open();
}

void CallGuardPage::editCurrent()
{
    const GuardedNumber *row = current();
    callguard::CallGuardService *service = m_context.session.callGuard();
    if (!row || !service || !mayChange() || m_busy) return;
    m_busy = true;
    service->number(row->number, this, [this](Result<access::Seen<GuardedNumber>> seen) {
        m_busy = false;
        Q_EMIT readyChanged();
        if (!seen) return m_context.dialogs.inform(this, tr("The number is not read"), seen.error().message);
        callguard::CallGuardService *now = m_context.session.callGuard();
        if (!now) return;
        auto *dialog = new NumberDialog(*now, m_company.value, std::move(*seen), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            Q_EMIT notice(tr("%1 is saved.").arg(dialog->number()));
            refresh();
        });
        dialog->open();
    });
}

void CallGuardPage::removeCurrent()
{
    const GuardedNumber *row = current();
    if (!row || m_busy) return;
    const QString number = row->number;
    const QPointer<CallGuardPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {tr("Remove %1 from the inventory?").arg(number),
               tr("Every call from it but emergency calls is refused from then on."),
               tr("It can be added again; its own rules are gone then."), tr("Remove it"), true});
    callguard::CallGuardService *service = self ? m_context.session.callGuard() : nullptr;
    if (!sure || !service) return;
    m_busy = true;
    service->remove(number, "*", this, [this, number](const Result<void> &removed) {
        m_busy = false;
        if (removed)
            Q_EMIT notice(tr("%1 is removed.").arg(number));
        else
            m_context.dialogs.inform(this, tr("Not removed"), removed.error().message);
        refresh();
    });
}

void CallGuardPage::switchGuard(GuardState guard, const QStringList &numbers)
{
    callguard::CallGuardService *service = m_context.session.callGuard();
    if (!service || m_busy) return;
    m_busy = true;
    service->switchGuard({guard, numbers.isEmpty(), numbers}, this,
                         [this, guard](const Result<protocol::GuardSwitched> &switched) {
                             m_busy = false;
                             if (!switched)
                                 m_context.dialogs.inform(this, tr("Nothing was changed"), switched.error().message);
                             else if (guard == GuardState::On)
                                 Q_EMIT notice(tr("%n number(s) opted in.", nullptr, switched->changed));
                             else
                                 Q_EMIT notice(tr("%n number(s) opted out.", nullptr, switched->changed));
                             refresh();
                         });
}

void CallGuardPage::switchAll()
{
    const int missing = m_model->rowCount() - m_model->guarded();
    const QPointer<CallGuardPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this,
        {tr("Opt all numbers in?"),
         tr("%n number(s) that are not guarded now become guarded at once; every number is then opted in by itself, "
            "whatever the company settings say.",
            nullptr, missing),
         tr("Each can be opted out again."), tr("Opt them in"), false});
    if (self && sure) switchGuard(GuardState::On, {});
}

void CallGuardPage::openImport()
{
    callguard::CallGuardService *service = m_context.session.callGuard();
    if (!service || !mayChange()) return;
    auto *dialog = new NumbersImportDialog(*service, m_context.dialogs, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        Q_EMIT notice(tr("%1 numbers added, %2 changed.").arg(dialog->report().added).arg(dialog->report().changed));
        refresh();
    });
    dialog->open();
}

void CallGuardPage::exportAll()
{
    callguard::CallGuardService *service = m_context.session.callGuard();
    if (!service || m_busy) return;
    const QString path =
        m_context.dialogs.saveFile(this, tr("Export numbers"), QStringLiteral("numbers.csv"), tr("CSV (*.csv)"));
    if (path.isEmpty()) return;
    m_busy = true;
    service->exportNumbers(this, [this, path](const Result<QByteArray> &csv) {
        m_busy = false;
        Q_EMIT readyChanged();
        if (!csv) return m_context.dialogs.inform(this, tr("Not exported"), csv.error().message);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*csv) != csv->size() || !file.commit())
            return m_context.dialogs.inform(this, tr("Not exported"),
                                            tr("The file cannot be written: %1").arg(file.errorString()));
        Q_EMIT notice(tr("Saved %1").arg(path));
    });
}

void CallGuardPage::openSettings()
{
    callguard::CallGuardService *service = m_context.session.callGuard();
    if (!service || !mayChange()) return;
    const int inheriting = static_cast<int>(
        std::count_if(m_numbers.value.cbegin(), m_numbers.value.cend(),
                      [](const GuardedNumber &number) { return number.guard == GuardState::Inherit; }));
    auto *dialog = new GuardSettingsDialog(*service, m_company, inheriting, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        Q_EMIT notice(tr("The settings of Call Guard are saved."));
        refresh();
    });
    dialog->open();
}

}  // namespace lw::ui
