/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stream of an encrypted backup. */
#include "data/backup/vaultstream.h"

#include "data/base/filebytes.h"

#include <zlib.h>

enum {
    CHUNK = 1 << 16,
    SEALED_CHUNK = CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES,
    LEVEL = 3 /* a third of the time of the usual 6, for files a tenth larger */
};

/* A stream under way, either way. */
typedef struct {
    int from, to;
    crypto_secretstream_xchacha20poly1305_state *state;
    const guint8 *header; /* VAULT_HEADER bytes */
    crypto_generichash_state hash;
    z_stream zip;
    guint8 plain[CHUNK];
    guint8 packed[CHUNK];
    guint8 sealed[SEALED_CHUNK];
} Stream;

static Stream *stream_new(int from, int to, crypto_secretstream_xchacha20poly1305_state *state,
                          const guint8 *header)
{
    Stream *stream = g_new0(Stream, 1);
    stream->from = from;
    stream->to = to;
    stream->state = state;
    stream->header = header;
    crypto_generichash_init(&stream->hash, NULL, 0, STREAM_SUM);
    return stream;
}

static void stream_end(Stream *stream, guint8 sum[STREAM_SUM])
{
    crypto_generichash_final(&stream->hash, sum, STREAM_SUM);
    sodium_memzero(stream, sizeof *stream);
    g_free(stream);
}

/* Encrypts what is packed, and writes it. */
static bool push_chunk(Stream *stream, bool is_last)
{
    unsigned long long length = 0;
    crypto_secretstream_xchacha20poly1305_push(
        stream->state, stream->sealed, &length, stream->packed, CHUNK - stream->zip.avail_out,
        stream->header, VAULT_HEADER,
        is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    stream->zip.next_out = stream->packed;
    stream->zip.avail_out = CHUNK;
    return file_write_all(stream->to, stream->sealed, length);
}

static VaultEnd push_all(Stream *stream)
{
    stream->zip.next_out = stream->packed;
    stream->zip.avail_out = CHUNK;
    for (int code = Z_OK; code != Z_STREAM_END;) {
        gssize length = file_read_full(stream->from, stream->plain, CHUNK);
        if (length < 0) {
            return VAULT_INPUT;
        }
        crypto_generichash_update(&stream->hash, stream->plain, (gsize)length);
        stream->zip.next_in = stream->plain;
        stream->zip.avail_in = (uInt)length;
        do {
            if (stream->zip.avail_out == 0 && !push_chunk(stream, false)) {
                return VAULT_OUTPUT;
            }
            code = deflate(&stream->zip, length < CHUNK ? Z_FINISH : Z_NO_FLUSH);
        } while (stream->zip.avail_out == 0);
    }
    return push_chunk(stream, true) ? VAULT_DONE : VAULT_OUTPUT;
}

VaultEnd stream_push(int from, int to, crypto_secretstream_xchacha20poly1305_state *state,
                     const guint8 header[VAULT_HEADER], guint8 sum[STREAM_SUM])
{
    Stream *stream = stream_new(from, to, state, header);
    VaultEnd end = VAULT_NO_MEMORY;
    if (deflateInit(&stream->zip, LEVEL) == Z_OK) {
        end = push_all(stream);
        deflateEnd(&stream->zip);
    }
    stream_end(stream, sum);
    return end;
}

/* Unpacks LENGTH bytes of what is packed, and writes them. *IS_OVER when that was all there is. */
static VaultEnd unpack(Stream *stream, gsize length, bool *is_over)
{
    stream->zip.next_in = stream->packed;
    stream->zip.avail_in = (uInt)length;
    int code = Z_OK;
    do {
        stream->zip.next_out = stream->plain;
        stream->zip.avail_out = CHUNK;
        code = inflate(&stream->zip, Z_NO_FLUSH);
        gsize made = CHUNK - stream->zip.avail_out;
        crypto_generichash_update(&stream->hash, stream->plain, made);
        if (stream->to >= 0 && !file_write_all(stream->to, stream->plain, made)) {
            return VAULT_OUTPUT;
        }
    } while (code == Z_OK && stream->zip.avail_out == 0);
    *is_over = code == Z_STREAM_END;
    bool is_sound = code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR;
    return is_sound && stream->zip.avail_in == 0 ? VAULT_DONE : VAULT_BROKEN;
}

/* Reads and decrypts a chunk into what is packed. */
static VaultEnd pull_chunk(Stream *stream, gsize *length, bool *is_last)
{
    unsigned char tag = 0;
    unsigned long long packed = 0;
    gssize sealed = file_read_full(stream->from, stream->sealed, SEALED_CHUNK);
    if (sealed < 0) {
        return VAULT_INPUT;
    }
    if ((gsize)sealed < crypto_secretstream_xchacha20poly1305_ABYTES ||
        crypto_secretstream_xchacha20poly1305_pull(stream->state, stream->packed, &packed, &tag,
                                                   stream->sealed, (unsigned long long)sealed,
                                                   stream->header, VAULT_HEADER) != 0) {
        return VAULT_BROKEN;
    }
    *length = packed;
    *is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return VAULT_DONE;
}

static VaultEnd pull_all(Stream *stream)
{
    bool is_last = false, is_over = false;
    while (!is_last) {
        gsize length = 0;
        VaultEnd end = pull_chunk(stream, &length, &is_last);
        if (end == VAULT_DONE && length > 0) {
            end = is_over ? VAULT_BROKEN : unpack(stream, length, &is_over);
        }
        if (end != VAULT_DONE) {
            return end;
        }
    }
    guint8 more;
    gssize left = file_read_full(stream->from, &more, 1);
    return left == 0 && is_over ? VAULT_DONE : left < 0 ? VAULT_INPUT : VAULT_BROKEN;
}

VaultEnd stream_pull(int from, int to, crypto_secretstream_xchacha20poly1305_state *state,
                     const guint8 header[VAULT_HEADER], guint8 sum[STREAM_SUM])
{
    Stream *stream = stream_new(from, to, state, header);
    VaultEnd end = VAULT_NO_MEMORY;
    if (inflateInit(&stream->zip) == Z_OK) {
        end = pull_all(stream);
        inflateEnd(&stream->zip);
    }
    stream_end(stream, sum);
    return end;
}
