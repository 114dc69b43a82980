// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/proof.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lw::protocol {

namespace {

constexpr QLatin1String fieldLeafIndex("leafIndex");
constexpr QLatin1String fieldTreeSize("treeSize");
constexpr QLatin1String fieldOldSize("oldSize");
constexpr QLatin1String fieldNewSize("newSize");
constexpr QLatin1String fieldPath("path");

QJsonArray pathJson(const QList<Hash> &path)
{
    QJsonArray array;
    for (const Hash &hash : path)
        array.append(QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(hash.data()), static_cast<qsizetype>(hash.size())).toBase64()));
    return array;
}

quint64 size(JsonReader &reader, QLatin1String name)
{
    return static_cast<quint64>(reader.integer(name, 0, limits::jsonIntegerMost));
}

}  // namespace

QByteArray toJson(const InclusionProof &proof)
{
    return QJsonDocument(QJsonObject{{fieldLeafIndex, static_cast<qint64>(proof.leafIndex)},
                                     {fieldTreeSize, static_cast<qint64>(proof.treeSize)},
                                     {fieldPath, pathJson(proof.path)}})
        .toJson(QJsonDocument::Compact);
}

QByteArray toJson(const ConsistencyProof &proof)
{
    return QJsonDocument(QJsonObject{{fieldOldSize, static_cast<qint64>(proof.oldSize)},
                                     {fieldNewSize, static_cast<qint64>(proof.newSize)},
                                     {fieldPath, pathJson(proof.path)}})
        .toJson(QJsonDocument::Compact);
}

Result<InclusionProof> inclusionProofFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    InclusionProof proof{size(reader, fieldLeafIndex), size(reader, fieldTreeSize),
                         reader.hashes(fieldPath, limits::proofHashes)};
    return reader.finish(std::move(proof));
}

Result<ConsistencyProof> consistencyProofFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    ConsistencyProof proof{size(reader, fieldOldSize), size(reader, fieldNewSize),
                           reader.hashes(fieldPath, limits::proofHashes)};
    return reader.finish(std::move(proof));
}

}  // namespace lw::protocol
