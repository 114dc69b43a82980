// SPDX-License-Identifier: GPL-3.0-or-later
// Signed notes, checkpoints and verifier keys from hostile bytes: nothing opens that our key did not sign.
#include "core/audit/checkpoint.h"
#include "core/audit/merkle.h"
#include "core/audit/verifier.h"
#include "tests/fuzz/promise.h"

using namespace lw;
using namespace lw::audit;
using lw::fuzz::promise;

namespace {

const Signer &signer()
{
    static const SecretMemory memory;
    static const Signer key = *Signer::generate(QStringLiteral("fuzz.example/log"));
    return key;
}

// A valid checkpoint with one byte changed, as the data says, opens nowhere.
void changedNote(QByteArrayView data)
{
    static const QByteArray good =
        *signCheckpoint(QStringLiteral("fuzz.example/log"), 7, leafHash(QByteArrayView("x")), signer());
    if (data.size() < 2) return;
    QByteArray note = good;
    const auto at = static_cast<qsizetype>(static_cast<unsigned char>(data[0])) % note.size();
    if (note[at] == data[1]) return;
    note[at] = data[1];
    promise(!openCheckpoint(note, signer().verifierKey()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)
{
    const QByteArrayView data(bytes, static_cast<qsizetype>(size));
    const VerifierKey &key = signer().verifierKey();

    promise(!openNote(data, key));
    if (const Result<ParsedNote> parsed = parseNote(data)) {
        promise(parsed->text.endsWith('\n') && !parsed->signatures.isEmpty());
        const Result<QByteArray> more = addSignature(data, signer());
        if (more) promise(*openNote(*more, key) == parsed->text);
    }
    if (const Result<QByteArray> note = signNote(data, signer()))
        promise(QByteArrayView(*openNote(*note, key)) == data);
    if (const Result<Checkpoint> head = parseCheckpointText(data))
        promise(data.startsWith(head->origin.toUtf8() + '\n' + QByteArray::number(head->size) + '\n' +
                                hashBytes(head->root).toBase64() + '\n'));
    const QString text = QString::fromUtf8(data);
    if (const Result<VerifierKey> read = VerifierKey::fromText(text)) promise(read->text() == text);
    promise(!judge(key, {data.toByteArray(), {}, {}, {}}));
    changedNote(data);
    return 0;
}
