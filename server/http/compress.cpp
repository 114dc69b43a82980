// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compress.h"

#include <QList>

#include <zlib.h>
#include <zstd.h>

#include <memory>

namespace lw::server {

namespace {

constexpr int gzipWindow = 15 + 16;  // 32 KiB, with a gzip header

class Encoder {
  public:
    virtual ~Encoder() = default;
    /// Appends what `in` becomes to `out`; with `last` everything that is still held back.
    virtual Result<void> put(QByteArrayView in, bool last, QByteArray &out) = 0;
};

Error broken(const char *what)
{
    return makeError(Errc::Internal, QStringLiteral("The answer could not be compressed: %1").arg(QLatin1String(what)));
}

class PlainEncoder final : public Encoder {
  public:
    Result<void> put(QByteArrayView in, bool, QByteArray &out) override
    {
        out.append(in);
        return {};
    }
};

class ZstdEncoder final : public Encoder {
  public:
    ZstdEncoder() : m_context(ZSTD_createCCtx(), ZSTD_freeCCtx)
    {
        if (m_context) ZSTD_CCtx_setParameter(m_context.get(), ZSTD_c_compressionLevel, 1);
    }

    Result<void> put(QByteArrayView in, bool last, QByteArray &out) override
    {
        if (!m_context) return broken("no memory");
        ZSTD_inBuffer input{in.data(), static_cast<size_t>(in.size()), 0};
        for (;;) {
            const qsizetype before = out.size();
            out.resize(before + static_cast<qsizetype>(ZSTD_CStreamOutSize()));
            ZSTD_outBuffer output{out.data() + before, static_cast<size_t>(out.size() - before), 0};
            const size_t left =
                ZSTD_compressStream2(m_context.get(), &output, &input, last ? ZSTD_e_end : ZSTD_e_continue);
            out.resize(before + static_cast<qsizetype>(output.pos));
            if (ZSTD_isError(left)) return broken(ZSTD_getErrorName(left));
            if (last ? left == 0 : input.pos == input.size) return {};
        }
    }

  private:
    std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> m_context;
};

class GzipEncoder final : public Encoder {
  public:
    GzipEncoder() { m_ready = deflateInit2(&m_stream, 1, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) == Z_OK; }
    ~GzipEncoder() override
    {
        if (m_ready) deflateEnd(&m_stream);
    }
    GzipEncoder(const GzipEncoder &) = delete;
    GzipEncoder &operator=(const GzipEncoder &) = delete;

    Result<void> put(QByteArrayView in, bool last, QByteArray &out) override
    {
        if (!m_ready) return broken("no memory");
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data()));
        m_stream.avail_in = static_cast<uInt>(in.size());
        for (;;) {
            constexpr qsizetype room = 64 * 1024;
            const qsizetype before = out.size();
            out.resize(before + room);
            m_stream.next_out = reinterpret_cast<Bytef *>(out.data() + before);
            m_stream.avail_out = static_cast<uInt>(room);
            const int outcome = deflate(&m_stream, last ? Z_FINISH : Z_NO_FLUSH);
            out.resize(before + room - static_cast<qsizetype>(m_stream.avail_out));
            if (outcome == Z_STREAM_ERROR) return broken("deflate");
            if (last ? outcome == Z_STREAM_END : m_stream.avail_out != 0) return {};
        }
    }

  private:
    z_stream m_stream{};
    bool m_ready = false;
};

std::shared_ptr<Encoder> makeEncoder(Coding coding)
{
    switch (coding) {
        case Coding::Zstd: return std::make_shared<ZstdEncoder>();
        case Coding::Gzip: return std::make_shared<GzipEncoder>();
        case Coding::Identity: break;
    }
    return std::make_shared<PlainEncoder>();
}

/// Weight of one list member in thousandths; a weight that cannot be read counts as none.
int weightOf(const QByteArray &parameters)
{
    const QByteArray text = parameters.trimmed().toLower();
    if (text.isEmpty()) return 1000;
    if (!text.startsWith("q=")) return 0;
    bool ok = false;
    const double q = text.sliced(2).trimmed().toDouble(&ok);
    return ok && q >= 0 && q <= 1 ? static_cast<int>(q * 1000) : 0;
}

}  // namespace

Coding chooseCoding(QByteArrayView acceptEncoding)
{
    int zstd = -1, gzip = -1, any = -1;
    for (const QByteArray &member : acceptEncoding.toByteArray().split(',')) {
        const qsizetype semicolon = member.indexOf(';');
        const QByteArray name = (semicolon < 0 ? member : member.first(semicolon)).trimmed().toLower();
        const int weight = weightOf(semicolon < 0 ? QByteArray() : member.sliced(semicolon + 1));
        if (name == "zstd") zstd = weight;
        if (name == "gzip" || name == "x-gzip") gzip = weight;
        if (name == "*") any = weight;
    }
    if (zstd < 0) zstd = any;
    if (gzip < 0) gzip = any;
    if (zstd > 0 && zstd >= gzip) return Coding::Zstd;
    return gzip > 0 ? Coding::Gzip : Coding::Identity;
}

QByteArray codingName(Coding coding)
{
    switch (coding) {
        case Coding::Zstd: return "zstd";
        case Coding::Gzip: return "gzip";
        case Coding::Identity: break;
    }
    return {};
}

ChunkSource encode(ChunkSource source, Coding coding, qsizetype pieceBytes)
{
    struct State {
        ChunkSource source;
        std::shared_ptr<Encoder> encoder;
        QByteArray piece;
        bool done = false;
    };
    auto state = std::make_shared<State>(State{std::move(source), makeEncoder(coding), {}, false});
    return [state, pieceBytes](QByteArray &chunk) -> Result<bool> {
        chunk.resize(0);
        chunk.reserve(pieceBytes * 2);
        while (!state->done && chunk.size() < pieceBytes) {
            state->piece.resize(0);
            const Result<bool> more = state->source(state->piece);
            if (!more) return more;
            state->done = !more.value();
            const Result<void> put =
                state->encoder->put(state->done ? QByteArrayView() : QByteArrayView(state->piece), state->done, chunk);
            if (!put) return put.error();
        }
        return !chunk.isEmpty();
    };
}

ChunkSource sourceOf(QByteArray body)
{
    return [rest = std::move(body)](QByteArray &chunk) mutable -> Result<bool> {
        chunk = std::exchange(rest, QByteArray());
        return !chunk.isEmpty();
    };
}

}  // namespace lw::server
