/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading and writing on where a signal broke a call off. */
#include "data/base/filebytes.h"

#include <errno.h>
#include <unistd.h>

gssize file_read(int file, gpointer bytes, gsize length)
{
    gssize got;
    do {
        got = read(file, bytes, length);
    } while (got < 0 && errno == EINTR);
    return got;
}

gssize file_read_full(int file, gpointer bytes, gsize length)
{
    gsize got = 0;
    while (got < length) {
        gssize more = file_read(file, (guint8 *)bytes + got, length - got);
        if (more < 0) {
            return -1;
        }
        if (more == 0) {
            break;
        }
        got += (gsize)more;
    }
    return (gssize)got;
}

bool file_write_all(int file, gconstpointer bytes, gsize length)
{
    gsize done = 0;
    while (done < length) {
        gssize written = write(file, (const guint8 *)bytes + done, length - done);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        done += (gsize)written;
    }
    return true;
}
