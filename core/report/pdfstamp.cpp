// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfstamp.h"

#include <QCryptographicHash>
#include <QList>

namespace lw::report {

namespace {

/// The file's bytes with the places of its objects, which move with every change before them.
struct PdfFile {
    QByteArray bytes;
    QList<qint64> offsets;  ///< by object number; 0 is the free one
    qint64 xref = 0;

    void replace(qsizetype at, qsizetype length, const QByteArray &text)
    {
        bytes.replace(at, length, text);
        const qint64 moved = text.size() - length;
        for (qint64 &offset : offsets)
            if (offset > at) offset += moved;
        if (xref > at) xref += moved;
    }
};

bool readXref(PdfFile &file)
{
    const qsizetype mark = file.bytes.lastIndexOf("startxref");
    if (mark < 0) return false;
    file.xref = file.bytes.mid(mark + 9, 24).trimmed().split('\n').first().trimmed().toLongLong();
    if (file.bytes.mid(file.xref, 5) != "xref\n") return false;
    qsizetype at = file.xref + 5;
    const qsizetype lineEnd = file.bytes.indexOf('\n', at);
    const QList<QByteArray> range = file.bytes.mid(at, lineEnd - at).simplified().split(' ');
    if (range.size() != 2 || range[0] != "0") return false;
    at = lineEnd + 1;
    for (int i = 0; i < range[1].toInt(); ++i, at += 20)
        file.offsets << file.bytes.mid(at, 10).toLongLong();
    return at < file.bytes.size();
}

void writeXref(PdfFile &file)
{
    qsizetype at = file.bytes.indexOf('\n', file.xref + 5) + 1;
    for (qsizetype i = 0; i < file.offsets.size(); ++i, at += 20)
        file.bytes.replace(at, 10, QByteArray::number(file.offsets[i]).rightJustified(10, '0'));
    const qsizetype mark = file.bytes.lastIndexOf("startxref") + 10;
    file.bytes.replace(mark, file.bytes.indexOf('\n', mark) - mark, QByteArray::number(file.xref));
}

/// Replaces what stands between `before` and `after`, every time, from `from` up to the end mark; the new end mark.
qsizetype replaceAll(PdfFile &file, const QByteArray &before, char after, qsizetype from, qsizetype to,
                     const QByteArray &text)
{
    for (qsizetype at = file.bytes.indexOf(before, from); at >= 0 && at < to; at = file.bytes.indexOf(before, at + 1)) {
        const qsizetype begin = at + before.size(), end = file.bytes.indexOf(after, begin);
        if (end < 0 || end > to) break;
        to += text.size() - (end - begin);
        file.replace(begin, end - begin, text);
    }
    return to;
}

bool stampMetadata(PdfFile &file, const QDateTime &instant)
{
    const qsizetype object = file.bytes.indexOf("/Type /Metadata");
    const qsizetype lengthAt = file.bytes.indexOf("/Length ", object) + 8;
    const qsizetype begin = file.bytes.indexOf("stream\n", object) + 7, end = file.bytes.indexOf("endstream", begin);
    if (object < 0 || lengthAt < 8 || begin < 7 || end < 0 || lengthAt > begin) return false;
    const QByteArray iso = instant.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")).toLatin1();
    qsizetype newEnd = end;
    for (const char *name : {"xmp:CreateDate=\"", "xmp:ModifyDate=\"", "xmp:MetadataDate=\""})
        newEnd = replaceAll(file, name, '"', begin, newEnd, iso);
    // newer Qt names the document by a random UUID: 36 characters, the same for every report
    const QByteArray nil("00000000-0000-0000-0000-000000000000");
    for (qsizetype at = file.bytes.indexOf("uuid:", begin); at >= 0 && at + 41 < newEnd;
         at = file.bytes.indexOf("uuid:", at + 5))
        file.replace(at + 5, nil.size(), nil);
    const qsizetype lengthEnd = file.bytes.indexOf('\n', lengthAt);
    const qint64 length = file.bytes.mid(lengthAt, lengthEnd - lengthAt).trimmed().toLongLong();
    if (length <= 0) return false;
    file.replace(lengthAt, lengthEnd - lengthAt, QByteArray::number(length + newEnd - end));
    return true;
}

bool stampInfo(PdfFile &file, const QDateTime &instant)
{
    const QByteArray date = "D:" + instant.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + "Z";
    const qsizetype begin = file.bytes.indexOf("/CreationDate (");
    if (begin < 0) return false;
    for (const char *name : {"/CreationDate (", "/ModDate ("})
        replaceAll(file, name, ')', begin, file.bytes.indexOf("endobj", begin), date);
    return true;
}

bool stampIdentifier(PdfFile &file)
{
    const qsizetype id = file.bytes.indexOf("/ID [", file.xref);
    const qsizetype end = file.bytes.indexOf(']', id);
    if (id < 0 || end < 0) return false;
    file.replace(id + 5, end - id - 5, QByteArray());
    writeXref(file);
    const QByteArray digest = QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).first(16).toHex();
    file.replace(id + 5, 0, " <" + digest + "> <" + digest + "> ");
    return true;
}

}  // namespace

Result<QByteArray> stampPdf(QByteArray pdf, const QDateTime &instantUtc)
{
    const QDateTime instant =
        instantUtc.isValid() ? instantUtc.toUTC() : QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    PdfFile file{std::move(pdf), {}, 0};
    if (!readXref(file) || !stampInfo(file, instant) || !stampMetadata(file, instant) || !stampIdentifier(file))
        return makeError(Errc::Internal, QStringLiteral("The PDF came out in an unexpected form; please report this."));
    return file.bytes;
}

}  // namespace lw::report
