/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind a note is. */
#include "tui/screens/notekind.h"

#include "data/customer/alike.h"
#include "data/customer/factguess.h"

#include <string.h>

void note_kind_init(NoteKind *kind, const GPtrArray *kinds, bool knows_birthday, Day today)
{
    *kind = (NoteKind){.knows_birthday = knows_birthday, .today = today, .kind = -1};
    kind->kinds = g_ptr_array_new_with_free_func(record_free);
    for (guint i = 0; kinds != NULL && i < kinds->len; i++) {
        g_ptr_array_add(kind->kinds, record_copy(g_ptr_array_index(kinds, i)));
    }
}

void note_kind_clear(NoteKind *kind)
{
    g_clear_pointer(&kind->kinds, g_ptr_array_unref);
}

static int find_code(const NoteKind *kind, const char *code)
{
    for (guint i = 0; i < kind->kinds->len; i++) {
        const FactKind *one = g_ptr_array_index(kind->kinds, i);
        if (strcmp(one->code, code) == 0) {
            return (int)i;
        }
    }
    return -1;
}

/* The kind of occasion a guess stands for, NULL when it is an ordinary fact. */
static const char *occasion_of(const NoteKind *kind, const FactGuess *guess)
{
    bool is_day = strcmp(guess->kind, "wedding") == 0 || strcmp(guess->kind, "name_day") == 0 ||
                  (strcmp(guess->kind, "birthday") == 0 && !kind->knows_birthday);
    return is_day && !day_is_none(guess->day) ? guess->kind : NULL;
}

void note_kind_guess(NoteKind *kind, const char *words)
{
    if (kind->chosen) {
        return;
    }
    kind->occasion = NULL;
    kind->kind = -1;
    if (words[strspn(words, " ")] == '\0') {
        return;
    }
    const FactKind *named = fact_kind_named(kind->kinds, words);
    if (named != NULL) {
        kind->kind = find_code(kind, named->code);
        return;
    }
    FactGuess guess = fact_guess(words, kind->today);
    kind->occasion = occasion_of(kind, &guess);
    kind->day = guess.day;
    kind->kind = find_code(kind, kind->occasion != NULL ? "occasion" : guess.kind);
    if (kind->kind < 0) {
        kind->kind = find_code(kind, "note");
    }
}

void note_kind_forget(NoteKind *kind)
{
    kind->chosen = false;
}

char *note_kind_complete(const NoteKind *kind, const char *typed)
{
    for (guint i = 0; i < kind->kinds->len && g_utf8_strlen(typed, -1) >= 2; i++) {
        const char *label = fact_kind_label(g_ptr_array_index(kind->kinds, i));
        const char *rest = alike_rest(label, typed);
        if (rest != NULL && *rest != '\0') {
            return g_strdup_printf("%s: ", label);
        }
    }
    return NULL;
}

void note_kind_choose(NoteKind *kind, gint64 id)
{
    for (guint i = 0; i < kind->kinds->len; i++) {
        if (((const FactKind *)g_ptr_array_index(kind->kinds, i))->head.id == id) {
            kind->kind = (int)i;
            kind->chosen = true;
            kind->occasion = NULL;
        }
    }
}

void note_kind_turn(NoteKind *kind, int step)
{
    int count = (int)kind->kinds->len;
    if (count > 0) {
        int from = kind->kind < 0 && step < 0 ? 0 : kind->kind;
        kind->kind = (from + step + count) % count;
        kind->chosen = true;
        kind->occasion = NULL;
    }
}

const FactKind *note_kind_get(const NoteKind *kind)
{
    return kind->kind >= 0 ? g_ptr_array_index(kind->kinds, kind->kind) : NULL;
}
