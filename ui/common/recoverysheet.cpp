// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/recoverysheet.h"

#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QFont>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace lw::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::RecoverySheet)
};

QString headText(const RecoverySheet &sheet)
{
    if (!sheet.title.isEmpty()) return sheet.title;
    return Words::tr("Linewarden recovery key");
}

QString adviceText(const RecoverySheet &sheet)
{
    if (!sheet.advice.isEmpty()) return sheet.advice;
    return Words::tr(
        "This key opens the encrypted cache when the passphrase is lost. Whoever holds it can read the log. "
        "Keep it on paper in a safe place, away from the computer.");
}

Result<void> writePdf(const RecoverySheet &sheet, QSaveFile &file)
{
    QPdfWriter pdf(&file);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setTitle(headText(sheet));
    pdf.setResolution(300);
    QPainter painter;
    if (!painter.begin(&pdf)) return makeError(Errc::Io, Words::tr("The PDF could not be written."));
    QFont font = painter.font();
    font.setPointSize(18);
    font.setBold(true);
    painter.setFont(font);
    const QRect page(0, 0, pdf.width(), pdf.height());
    painter.drawText(page.adjusted(0, 200, 0, 0), Qt::AlignTop | Qt::AlignHCenter, headText(sheet));
    font.setPointSize(11);
    font.setBold(false);
    painter.setFont(font);
    painter.drawText(page.adjusted(100, 420, -100, 0), Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap,
                     sheet.about + QLatin1Char('\n') + dayText(sheet.day));
    const QFont plain = font;
    QFont mono(QStringLiteral("monospace"));
    mono.setStyleHint(QFont::Monospace);
    mono.setPointSize(16);
    painter.setFont(mono);
    QString key = QString::fromUtf8(sheet.key.constData(), sheet.key.size());
    QRect keyBox;
    painter.drawText(page.adjusted(100, 800, -100, 0), Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, key,
                     &keyBox);
    wipe(key);
    painter.setFont(plain);
    painter.drawText(page.adjusted(200, qMax(1400, keyBox.bottom() + 200), -200, 0), Qt::AlignTop | Qt::TextWordWrap,
                     adviceText(sheet));
    painter.end();
    return {};
}

}  // namespace

Result<void> writeRecoverySheet(const RecoverySheet &sheet, const QString &path)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return makeError(
            Errc::Io, Words::tr("%1 could not be written (%2). Choose another place.").arg(path, file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly)) return failed();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        if (auto written = writePdf(sheet, file); !written) {
            file.cancelWriting();
            return written.error();
        }
    } else {
        const QString head = QStringLiteral("%1\n%2\n%3\n\n").arg(headText(sheet), sheet.about, dayText(sheet.day));
        file.write(head.toUtf8());
        file.write(sheet.key.constData(), sheet.key.size());
        file.write(QStringLiteral("\n\n%1\n").arg(adviceText(sheet)).toUtf8());
    }
    if (!file.commit()) return failed();
    return {};
}

}  // namespace lw::ui
