/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a terminal sends. */
#include "tests/fuzz/fuzz.h"

#include "tui/keyreader.h"

#include <string.h>

enum { PASTE_MOST = 1024 * 1024 };

static void take(const Event *event, gpointer data)
{
    (void)data;
    switch (event->kind) {
    case EVENT_KEY:
        fuzz_expect(event->key != K_NONE, "no key");
        if (key_is_text(event->key)) {
            fuzz_expect(g_unichar_validate(event->key), "no character");
        }
        break;
    case EVENT_PASTE:
        fuzz_expect_text(event->text);
        fuzz_expect(strlen(event->text) <= PASTE_MOST, "too long a paste");
        for (const char *at = event->text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
            fuzz_expect(*at == '\n' || *at == '\t' || !g_unichar_iscntrl(g_utf8_get_char(at)),
                        "a control character in a paste");
        }
        break;
    case EVENT_CLICK:
        fuzz_expect(event->row >= 0 && event->col >= 0, "a click outside");
        break;
    case EVENT_WHEEL:
        break;
    }
}

/* Bytes that no terminal sends stand for time: 0xFF for a pause, 0xFE for patience that ended. */
void fuzz_input(const guint8 *bytes, gsize length)
{
    g_autoptr(KeyReader) reader = key_reader_new(100, take, NULL);
    for (gsize i = 0; i < length; i++) {
        if (bytes[i] == 0xFF) {
            key_reader_pause(reader);
        } else if (bytes[i] == 0xFE) {
            key_reader_flush(reader);
        } else {
            key_reader_byte(reader, bytes[i]);
        }
    }
    key_reader_pause(reader);
    key_reader_flush(reader);
    fuzz_expect(key_reader_patience(reader) == 0, "still waiting behind the end");
}
