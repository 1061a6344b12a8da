/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clerk at the counter: starts the program in a terminal, types as clerks do and takes the time
 * from each key to the painted screen. keys PROGRAM SHOP CUSTOMERS KEYS. */
#include "data/lookup/lookup.h"
#include "tests/bench/figures.h"
#include "tests/bench/pty.h"
#include "tests/bench/seed.h"
#include "tests/bench/typing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROWS = 24,
    COLS = 80,
    STARTS = 101,
    SEEN = 5,     /* so many matches are looked for on the screen … */
    BODY_ROW = 3, /* … from this row on, by their numbers … */
    LETTERS = 8,  /* … or, where the reasons need that column, by the beginning of their names */
    PASSES = 3    /* the same keys are typed so often */
};

/* After a key the screen is finished when it shows what it should and nothing came for QUIET
 * milliseconds, or longer where the same query takes long in this process: the time taken is that
 * of the last byte. */
#define QUIET 25.0
#define QUIET_AT_START 60.0 /* the first picture waits for the load for 50 */
#define REST 60000          /* microseconds, after a sqlite3, whose end tells that it is done */
#define PATIENCE 5000.0

/* What the screen should show. */
typedef struct {
    char *box;          /* what was typed; "" for the day's list */
    GPtrArray *numbers; /* of the first matches, in order */
    GPtrArray *names;   /* how theirs begin */
    double took;        /* milliseconds, for the query alone */
} Wanted;

typedef struct {
    Db *db;
    Vocabulary *vocabulary;
    Pty *pty;
    GString *box;
    GArray *all, *letters, *backs, *clears; /* of every pass */
    GArray *best;                           /* of each key the quickest */
    GArray *noise;
    guint unpainted;
} Clerk;

static void need(bool done, const GError *error)
{
    figures_need(done, "keys", error);
}

static void wanted_clear(Wanted *wanted)
{
    g_free(wanted->box);
    g_ptr_array_unref(wanted->numbers);
    g_ptr_array_unref(wanted->names);
}

static Wanted wanted_new(const char *box)
{
    return (Wanted){.box = g_strdup(box),
                    .numbers = g_ptr_array_new_with_free_func(g_free),
                    .names = g_ptr_array_new_with_free_func(g_free)};
}

static Wanted wanted_for(const Clerk *clerk)
{
    g_autoptr(GError) error = NULL;
    Wanted wanted = wanted_new(clerk->box->str);
    g_strstrip(wanted.box);
    if (*wanted.box == '\0') {
        return wanted;
    }
    double begin = figures_now();
    g_autoptr(Found) found = lookup_find(clerk->db, clerk->vocabulary, wanted.box, SEEN, &error);
    wanted.took = figures_now() - begin;
    need(found != NULL, error);
    for (guint i = 0; i < found->matches->len; i++) {
        const Match *match = g_ptr_array_index(found->matches, i);
        const Customer *customer = match->sheet->customer;
        g_autofree char *called = customer_call(customer, NAME_SORTED);
        g_autofree char *name =
            g_utf8_substring(called, 0, MIN(g_utf8_strlen(called, -1), LETTERS));
        g_ptr_array_add(wanted.numbers, g_strdup(customer->number));
        g_ptr_array_add(wanted.names, g_strconcat(" ", name, NULL));
    }
    return wanted;
}

/* Whether LINE shows the NUMBER, as a column of its own, or begins with the NAME. */
static bool is_row_of(const char *line, const char *number, const char *name)
{
    static const char alike[] = " ≈";
    gsize length = strlen(number);
    for (const char *at = strstr(line, number); at != NULL; at = strstr(at + 1, number)) {
        if (at > line && at[-1] == ' ' && (at[length] == ' ' || at[length] == '\0')) {
            return true;
        }
    }
    return g_str_has_prefix(line + (g_str_has_prefix(line, alike) ? strlen(alike) : 0), name);
}

/* The first row from FROM on that shows the PLACE-th match, ROWS if there is none. */
static guint row_of(const Term *screen, guint from, const Wanted *wanted, guint place)
{
    const char *number = g_ptr_array_index(wanted->numbers, place);
    const char *name = g_ptr_array_index(wanted->names, place);
    for (guint row = from; row < ROWS; row++) {
        g_autofree char *line = term_row(screen, row);
        if (is_row_of(line, number, name)) {
            return row;
        }
    }
    return ROWS;
}

/* Whether what was typed stands in the box, and the first matches below it in their order. */
static bool is_painted(const Term *screen, gconstpointer data)
{
    const Wanted *wanted = data;
    guint row = BODY_ROW - 1;
    int box = term_find(screen, 0, *wanted->box != '\0' ? wanted->box : "›");
    if (box < 0 || box > (int)row) {
        return false;
    }
    for (guint i = 0; row < ROWS && i < wanted->numbers->len; i++) {
        row = row_of(screen, row + 1, wanted, i);
    }
    return row < ROWS;
}

static void press(Clerk *clerk, guint place, gunichar key)
{
    char bytes[6];
    typing_apply(clerk->box, key);
    Wanted wanted = wanted_for(clerk);
    gsize length = (gsize)g_unichar_to_utf8(key, bytes);
    figures_add(clerk->noise, figures_noise());
    double quiet = MAX(QUIET, 3 * wanted.took + 10), begin = figures_now();
    need(pty_send(clerk->pty, bytes, length), NULL);
    bool painted = pty_settle(clerk->pty, quiet, PATIENCE, is_painted, &wanted);
    need(!clerk->pty->is_over, NULL);
    clerk->unpainted += painted ? 0 : 1;
    /* A key that changes nothing on the screen paints nothing. */
    double took = clerk->pty->last > 0 ? clerk->pty->last - begin : 0;
    figures_add(clerk->all, took);
    figures_lower(clerk->best, place, took);
    figures_add(key == (gunichar)TYPING_CLEAR  ? clerk->clears
                : key == (gunichar)TYPING_BACK ? clerk->backs
                                               : clerk->letters,
                took);
    if (g_getenv("BENCH_SHOW") != NULL) {
        fprintf(stderr, "%8.2f “%s”%s\n", took, wanted.box, painted ? "" : " not painted");
    }
    wanted_clear(&wanted);
}

static Pty *start(char *const argv[], double *took)
{
    Wanted wanted = wanted_new("");
    Pty *pty = pty_start(argv, ROWS, COLS);
    need(pty != NULL && pty_settle(pty, QUIET_AT_START, PATIENCE, is_painted, &wanted), NULL);
    *took = pty->last - pty->started;
    wanted_clear(&wanted);
    return pty;
}

/* Milliseconds until a sqlite3 that opens nothing has written its answer to SQL, or its prompt
 * (NULL), to a terminal, started and watched as the program is. */
static double start_bare(const char *sqlite, const char *sql)
{
    g_autofree char *program = g_strdup(sqlite), *words = g_strdup(sql);
    char file[] = ":memory:";
    g_autoptr(Pty) pty =
        pty_start((char *const[]){program, sql != NULL ? file : NULL, words, NULL}, ROWS, COLS);
    need(pty != NULL, NULL);
    pty_settle(pty, QUIET_AT_START, PATIENCE, NULL, NULL);
    need(pty->last > 0, NULL);
    double took = pty->last - pty->started;
    g_usleep(REST);
    return took;
}

/* In turns with a bare sqlite3, and each start beside the two of it around: the machine's state
 * changes more than what is measured. */
static void measure_start(char *const argv[])
{
    static const char sql[] = "SELECT 1";
    g_autofree char *sqlite = g_find_program_in_path("sqlite3");
    g_autoptr(GArray) times = figures_new(), bare = figures_new(), ratios = figures_new();
    g_autoptr(GArray) prompts = figures_new();
    need(sqlite != NULL, NULL);
    /* The first ones read from the disk what the others find in memory. */
    double took, before;
    start_bare(sqlite, sql);
    pty_free(start(argv, &took));
    before = start_bare(sqlite, sql);
    for (guint i = 0; i < STARTS; i++) {
        pty_free(start(argv, &took));
        double after = start_bare(sqlite, sql);
        figures_add(times, took);
        figures_add(bare, before);
        figures_add(ratios, 2 * took / (before + after));
        figures_add(prompts, start_bare(sqlite, NULL));
        before = start_bare(sqlite, sql);
    }
    figures_tell_all("start", times);
    figures_tell("sqlite.beside", figures_at(bare, 0.5));
    figures_tell("sqlite.prompt", figures_at(prompts, 0.5));
    figures_tell("start.ratio", figures_at(ratios, 0.5));
}

/* "VmHWM:     1234 kB", in MB. */
static void tell_memory(pid_t pid, const char *field, const char *name)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/status", (int)pid);
    g_autofree char *text = NULL;
    need(g_file_get_contents(path, &text, NULL, NULL), NULL);
    const char *at = strstr(text, field);
    figures_tell(name, at != NULL ? strtod(at + strlen(field), NULL) / 1024 : 0);
}

/* COUNT keys (gunichar) or a few more, so that the last one empties the box. */
static GArray *keys_of(guint customers, guint count)
{
    Chance chance = {BENCH_SEED + 1};
    g_autoptr(Corpus) corpus = corpus_new(BENCH_SEED);
    GArray *keys = g_array_new(FALSE, FALSE, sizeof(gunichar));
    while (keys->len < count) {
        g_autoptr(CorpusPerson) person = typing_visitor(&chance, corpus, customers);
        g_autofree char *query = typing_query(&chance, person);
        g_autofree char *strokes = typing_strokes(&chance, query);
        glong length;
        g_autofree gunichar *typed = g_utf8_to_ucs4_fast(strokes, -1, &length);
        const gunichar clear = TYPING_CLEAR;
        g_array_append_vals(keys, typed, (guint)length);
        g_array_append_val(keys, clear);
    }
    return keys;
}

/* All KEYS in a run of the program of its own. */
static void type_all(Clerk *clerk, char *const command[], const GArray *keys, bool is_last)
{
    double took;
    g_autoptr(Pty) pty = start(command, &took);
    clerk->pty = pty;
    if (is_last) {
        tell_memory(pty->pid, "VmHWM:", "memory.start");
    }
    for (guint i = 0; i < keys->len; i++) {
        press(clerk, i, g_array_index(keys, gunichar, i));
    }
    if (is_last) {
        tell_memory(pty->pid, "VmHWM:", "memory.most");
    }
}

static void measure_keys(Clerk *clerk, char *const command[], const GArray *keys)
{
    GArray **lists[] = {&clerk->all,    &clerk->letters, &clerk->backs,
                        &clerk->clears, &clerk->best,    &clerk->noise};
    static const char *const names[] = {"key", "letter", "back", "clear", "key.best", "noise"};
    clerk->box = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        *lists[i] = figures_new();
    }
    for (guint pass = 1; pass <= PASSES; pass++) {
        type_all(clerk, command, keys, pass == PASSES);
    }
    figures_tell("key.unpainted", clerk->unpainted);
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        figures_tell_all(names[i], *lists[i]);
        g_array_unref(*lists[i]);
    }
    g_string_free(clerk->box, TRUE);
}

int main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    if (argc != 5) {
        fputs("usage: keys PROGRAM SHOP CUSTOMERS KEYS\n", stderr);
        return EXIT_FAILURE;
    }
    char option[] = "--shop";
    char *const command[] = {argv[1], option, argv[2], NULL};
    measure_start(command);

    g_autoptr(Db) db = db_open(argv[2], DB_READ_ONLY, &error);
    need(db != NULL, error);
    g_autoptr(Vocabulary) vocabulary = vocabulary_new();
    g_autoptr(GArray) keys =
        keys_of((guint)strtoul(argv[3], NULL, 10), (guint)strtoul(argv[4], NULL, 10));
    Clerk clerk = {.db = db, .vocabulary = vocabulary};
    measure_keys(&clerk, command, keys);
    return EXIT_SUCCESS;
}
