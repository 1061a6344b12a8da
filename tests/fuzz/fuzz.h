/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parsers of the program, each fed with whatever bytes come: by libFuzzer (libfuzzer.c, "make
 * fuzz") and by the tests (replay.c). A parser that breaks a promise of its header ends the
 * program. */
#pragma once

#include <glib.h>

#include "data/base/day.h"

/* Feeds LENGTH bytes to a parser and looks at what it makes of them. */
typedef void (*FuzzRun)(const guint8 *bytes, gsize length);

typedef struct {
    const char *name; /* of the folders seeds/NAME and found/NAME */
    FuzzRun run;
} FuzzParser;

/* All of them, by name; ends with a row whose name is NULL. */
extern const FuzzParser fuzz_parsers[];
/* The one called NAME, or NULL. */
const FuzzParser *fuzz_parser(const char *name);

/* Ends the program with a message unless HOLDS. */
void fuzz_expect(bool holds, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* Ends the program unless TEXT is UTF-8; NULL is fine. */
void fuzz_expect_text(const char *text);
/* The same for an array of texts. */
void fuzz_expect_texts(const GPtrArray *texts);
/* Ends the program unless A and B, which may be NULL, are the same text. */
void fuzz_expect_same(const char *a, const char *b);
/* Ends the program unless DAY is as its header says. */
void fuzz_expect_day(Day day);

/* The bytes as a text of the same length or, when a NUL is in them, a shorter one. Free with
 * g_free. */
char *fuzz_bytes(const guint8 *bytes, gsize length);
/* Them as text that has passed the border: see utf8_storable. Free with g_free. */
char *fuzz_text(const guint8 *bytes, gsize length);
/* Them as a file; its path, which is static and the same each time. */
const char *fuzz_file(const guint8 *bytes, gsize length);
/* A folder of this process, gone when it ends. Static. */
const char *fuzz_folder(void);

/* The day it is for all parsers. */
extern const Day fuzz_today;

void fuzz_csv(const guint8 *bytes, gsize length);
void fuzz_dates(const guint8 *bytes, gsize length);
void fuzz_import(const guint8 *bytes, gsize length);
void fuzz_input(const guint8 *bytes, gsize length);
void fuzz_items(const guint8 *bytes, gsize length);
void fuzz_json(const guint8 *bytes, gsize length);
void fuzz_keys(const guint8 *bytes, gsize length);
void fuzz_names(const guint8 *bytes, gsize length);
void fuzz_numbers(const guint8 *bytes, gsize length);
void fuzz_orders(const guint8 *bytes, gsize length);
void fuzz_phone(const guint8 *bytes, gsize length);
void fuzz_query(const guint8 *bytes, gsize length);
void fuzz_quiet(const guint8 *bytes, gsize length);
void fuzz_server(const guint8 *bytes, gsize length);
void fuzz_settings(const guint8 *bytes, gsize length);
void fuzz_theme(const guint8 *bytes, gsize length);
void fuzz_vault(const guint8 *bytes, gsize length);
void fuzz_when(const guint8 *bytes, gsize length);
void fuzz_words(const guint8 *bytes, gsize length);
