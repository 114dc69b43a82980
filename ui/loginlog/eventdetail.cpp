// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/loginlog/eventdetail.h"

#include "ui/common/detailpanel.h"
#include "ui/common/timetext.h"
#include "ui/common/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace lw::ui {

namespace {

struct EventDetailText {
    Q_DECLARE_TR_FUNCTIONS(EventDetailText)
};

QString base64(const Hash &hash)
{
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(hash.data()), static_cast<qsizetype>(hash.size())).toBase64());
}

QString optional(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("—") : text;
}

void showOrigin(DetailPanel &panel, const AuditEvent &event)
{
    if (event.actor.name.isEmpty())
        panel.addField(EventDetailText::tr("Person"), actorTypeWords(event.actor.type));
    else
        panel.addLinkField(EventDetailText::tr("Person"), event.actor.name,
                           QLatin1String(personLink) + event.actor.name);
    if (event.actor.type != ActorType::User)
        panel.addField(EventDetailText::tr("Known as"), actorTypeWords(event.actor.type));
    if (event.origin.address.isEmpty())
        panel.addField(EventDetailText::tr("From"), optional({}));
    else
        panel.addLinkField(EventDetailText::tr("From"), event.origin.address,
                           QLatin1String(addressLink) + event.origin.address);
    if (event.origin.port) panel.addMonoField(EventDetailText::tr("Port"), QString::number(event.origin.port));
    panel.addField(EventDetailText::tr("Service"), optional(event.origin.service));
    panel.addField(EventDetailText::tr("Agent"), optional(event.origin.agent));
}

void showChange(DetailPanel &panel, const QString &title, const std::optional<QJsonObject> &state)
{
    if (!state) return;
    panel.addSection(title);
    for (auto it = state->begin(); it != state->end(); ++it)
        panel.addMonoField(
            it.key(),
            it->isString()
                ? it->toString()
                : QString::fromUtf8(QJsonDocument(QJsonArray{*it}).toJson(QJsonDocument::Compact)).chopped(1).mid(1));
}

}  // namespace

void fillEventPanel(DetailPanel &panel, const loginlog::EventDetail &detail, const QList<cache::EventRow> &around)
{
    const AuditEvent &event = detail.event;
    panel.clear();
    panel.setTitle(kindWords(event.kind), fullTime(event.time, true));
    panel.addPill(outcomeWords(event.outcome), kindTone(event.kind, event.outcome));

    showOrigin(panel, event);
    if (!event.reason.isEmpty()) panel.addField(EventDetailText::tr("Reason"), reasonWords(event.reason));
    if (!event.detail.isEmpty()) panel.addField(EventDetailText::tr("Detail"), event.detail);
    if (!event.object.type.isEmpty())
        panel.addField(EventDetailText::tr("Affects"), event.object.name.isEmpty()
                                                           ? event.object.type
                                                           : event.object.type + QLatin1Char(' ') + event.object.name);
    panel.addField(EventDetailText::tr("Told by"),
                   event.source.host.isEmpty()
                       ? event.source.format
                       : EventDetailText::tr("%1 on %2").arg(event.source.format, event.source.host));
    panel.addField(EventDetailText::tr("Event"),
                   QLatin1Char('#') + countText(static_cast<qint64>(detail.proof.leafIndex)));

    if (detail.status == loginlog::ProofStatus::Proven)
        panel.addPillLine(EventDetailText::tr("Proof valid"), Tone::Good,
                          EventDetailText::tr("leaf of the signed head of %1 events")
                              .arg(countText(static_cast<qint64>(detail.checkpoint.size))));
    else
        panel.addPillLine(EventDetailText::tr("Not proven"), Tone::Bad, detail.problem);
    panel.addMonoField(EventDetailText::tr("Leaf hash"), base64(detail.leafHash));

    showChange(panel, EventDetailText::tr("Before"), event.before);
    showChange(panel, EventDetailText::tr("After"), event.after);

    if (around.size() > 1) {
        panel.addSection(EventDetailText::tr("Before and after"));
        for (const cache::EventRow &row : around) {
            const QDateTime when = QDateTime::fromMSecsSinceEpoch(row.timeMs, Qt::UTC);
            panel.addText(when.toString(QStringLiteral("HH:mm:ss")) + QLatin1String("  ") + kindWords(row.kind), true,
                          row.index == detail.proof.leafIndex);
        }
    }
}

QByteArray proofDocument(const loginlog::EventDetail &detail)
{
    QJsonArray path;
    for (const Hash &hash : detail.proof.path)
        path.append(base64(hash));
    const QJsonObject document{
        {QStringLiteral("leaf"), QString::fromUtf8(detail.leaf)},
        {QStringLiteral("leafHash"), base64(detail.leafHash)},
        {QStringLiteral("leafIndex"), static_cast<qint64>(detail.proof.leafIndex)},
        {QStringLiteral("treeSize"), static_cast<qint64>(detail.proof.treeSize)},
        {QStringLiteral("path"), path},
        {QStringLiteral("checkpoint"), QString::fromUtf8(detail.checkpoint.note)},
    };
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

}  // namespace lw::ui
