/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 20: stored text cannot drive a terminal, a printer, a calendar or a program that reads
 * what Tresen writes. Every code point and bytes by chance go as names, words and notes through
 * every screen and every command; a terminal that takes nothing but our own sequences shows the
 * same cells as the program meant to draw. */
#include "tests/faults/poison.h"
#include "tests/faults/scale.h"
#include "tests/faults/window.h"
#include "tests/tui/harness.h"
#include "tests/tui/openings.h"
#include "tests/tui/past.h"

#include "data/base/character.h"
#include "data/base/outlet.h"
#include "tui/app.h"
#include "tui/text.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a terminal is sent, on its way to the strict one. */
typedef struct {
    FILE *file;
    StrictTerm *term;
} Line;

static void line_open(Line *line, int rows, int cols)
{
    int memory = memfd_create("terminal", MFD_CLOEXEC);
    assert_true(memory >= 0);
    line->file = fdopen(memory, "w+");
    line->term = strict_term_new(rows, cols);
}

/* Lets the strict terminal have what was sent since. */
static void line_deliver(Line *line)
{
    int memory = fileno(line->file);
    fflush(line->file);
    off_t length = lseek(memory, 0, SEEK_CUR);
    g_autofree char *bytes = g_malloc((gsize)length + 1);
    assert_int_equal(pread(memory, bytes, (size_t)length, 0), length);
    strict_term_feed(line->term, bytes, (gsize)length);
    lseek(memory, 0, SEEK_SET);
    assert_int_equal(ftruncate(memory, 0), 0);
}

/* Fails unless the terminal shows MEANT and was sent nothing but ours. */
static void line_expect(const Line *line, const char *meant, const char *where)
{
    g_autofree char *shown = strict_term_text(line->term);
    if (strict_term_fault(line->term) != NULL) {
        fail_msg("%s (seed %u): %s", where, scale_seed(), strict_term_fault(line->term));
    }
    if (strict_term_is_midway(line->term) || strcmp(shown, meant) != 0) {
        fail_msg("%s (seed %u): meant\n%s\nshown\n%s", where, scale_seed(), meant, shown);
    }
}

static void expect_screen(Line *line, Harness *harness, const char *where)
{
    g_autofree char *meant = harness_text(harness);
    line_deliver(line);
    line_expect(line, meant, where);
}

/* SCREEN with ROUNDS shops full of such texts, at sizes that change. */
static void walk_screen(const ScreenClass *class, Poison *poison, guint rounds)
{
    static const int sizes[][2] = {{24, 80}, {60, 200}, {12, 40}, {20, 61}};
    g_autoptr(Opening) opening = opening_new_on(class->name, "1001");
    if (opening->shop == NULL) {
        return;
    }
    past_fill(opening->emma);
    Line line;
    line_open(&line, 24, 80);
    g_autoptr(Harness) harness = harness_new_to(line.file, 24, 80, opening->shop);
    poison_shop(opening->shop->db, poison, false);
    harness_open(harness, class, opening->arg);
    for (guint round = 0; round < rounds; round++) {
        const int *size = sizes[round % G_N_ELEMENTS(sizes)];
        if (round > 0) {
            poison_shop(opening->shop->db, poison, round % 2 == 1);
            line_deliver(&line);
            strict_term_resize(line.term, size[0], size[1]);
            harness_resize(harness, size[0], size[1]);
        }
        app_refresh(harness_app(harness));
        harness_settle(harness);
        expect_screen(&line, harness, class->name);
        harness_press(harness, round % 3 == 0 ? "Down" : round % 3 == 1 ? "PgDn" : "Up");
        expect_screen(&line, harness, class->name);
    }
    g_clear_pointer(&line.term, strict_term_free);
}

static void screens__send_nothing_but_ours__whatever_is_stored(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    guint count = 0, seen = 0;
    guint64 texts = 0;
    for (; classes[count] != NULL; count++) {
        if (!scale_picks(count + 3)) {
            continue;
        }
        seen++;
        Poison poison = {.chance = chance};
        /* Code points: a shop holds some hundred texts of eight. */
        poison.stride = 1 + 1114112 / (scale(2, 600) * 2000);
        walk_screen(classes[count], &poison, scale(2, 600));
        poison.stride = 0;
        guint points = poison.texts;
        walk_screen(classes[count], &poison, scale(1, 5000));
        texts = texts == 0 ? poison.texts - points : MIN(texts, poison.texts - points);
    }
    scale_tell(20,
               "%u screens, each with all code points and %" G_GUINT64_FORMAT
               " random byte strings: 0 sequences not ours, 0 neighbouring cells changed",
               seen, texts);
}

/* One picture with a text in each row, between neighbours that must stay. */
static void draw_texts(Terminal *terminal, Line *line, Poison *poison)
{
    static const char right[] = "|right";
    Canvas canvas = terminal_begin(terminal);
    for (int row = 0; row < canvas.rows; row++) {
        g_autofree char *text = poison_text(poison);
        canvas_text(&canvas, row, 0, 5, AREA_TEXT, "left|");
        canvas_text(&canvas, row, 5, canvas.cols - 11, AREA_TITLE, text);
        canvas_text(&canvas, row, canvas.cols - 6, 6, AREA_TEXT, right);
    }
    terminal_show(terminal);
    line_deliver(line);
    g_autofree char *meant = terminal_text(terminal);
    line_expect(line, meant, "canvas");
    g_auto(GStrv) rows = g_strsplit(meant, "\n", -1);
    for (int row = 0; row < canvas.rows; row++) {
        if (!g_str_has_prefix(rows[row], "left|") || !g_str_has_suffix(rows[row], right) ||
            text_width(rows[row]) != canvas.cols) {
            fail_msg("the neighbours are not as they were: %s", rows[row]);
        }
    }
}

static void canvas__keeps_the_neighbours__whatever_is_drawn(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    FILE *in = fopen("/dev/null", "r");
    g_autoptr(GError) error = NULL;
    Line line;
    line_open(&line, 50, 100);
    const TerminalSetup setup = {
        .in = in, .out = line.file, .type = "xterm-256color", .rows = 50, .cols = 100};
    Terminal *terminal = terminal_open(&setup, &error);
    assert_non_null(terminal);
    Poison poison = {.chance = chance, .stride = scale_is_full() ? 1 : 97};
    while (poison.next <= 0x10FFFF) {
        draw_texts(terminal, &line, &poison);
    }
    poison.stride = 0;
    poison.texts = 0;
    while (poison.texts < scale(4000, 1000000)) {
        draw_texts(terminal, &line, &poison);
    }
    scale_tell(20, "canvas: all code points, %u random byte strings: all neighbours as they were",
               poison.texts);
    terminal_close(terminal);
    fclose(line.file);
    fclose(in);
    g_clear_pointer(&line.term, strict_term_free);
}

/* Whether CLEAN, of several lines where LINES, is nothing but characters for cells. */
static bool is_harmless(const char *clean, bool lines)
{
    for (const char *at = clean; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        CharacterKind kind = character_kind(c);
        if (kind != CHARACTER_PLAIN && kind != CHARACTER_JOINER && !(lines && c == '\n')) {
            return false;
        }
    }
    return true;
}

static void check_outlets(const char *text)
{
    g_autofree char *line = outlet_text(OUTLET_LINE, text), *again = outlet_text(OUTLET_LINE, line);
    g_autofree char *body = outlet_text(OUTLET_TEXT, text), *twice = outlet_text(OUTLET_TEXT, body);
    g_autofree char *cell = outlet_text(OUTLET_TABLE, text),
                    *both = outlet_text(OUTLET_TABLE, cell);
    if (!g_utf8_validate(line, -1, NULL) || !is_harmless(line, false) || strcmp(line, again) != 0) {
        fail_msg("(seed %u) a line: \"%s\", then \"%s\"", scale_seed(), line, again);
    }
    if (!g_utf8_validate(body, -1, NULL) || !is_harmless(body, true) || strcmp(body, twice) != 0) {
        fail_msg("(seed %u) a text: \"%s\", then \"%s\"", scale_seed(), body, twice);
    }
    if (!g_utf8_validate(cell, -1, NULL) || strcmp(cell, both) != 0) {
        fail_msg("(seed %u) a cell: \"%s\", then \"%s\"", scale_seed(), cell, both);
    }
    for (const char *at = cell; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        gunichar c = g_utf8_get_char(at);
        CharacterKind kind = character_kind(c);
        assert_true(kind != CHARACTER_CONTROL && kind != CHARACTER_TURN && c != 0x85);
    }
}

static void outlets__let_nothing_through__that_could_be_obeyed(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    Poison poison = {.chance = chance, .stride = scale_is_full() ? 1 : 7};
    while (poison.next <= 0x10FFFF) {
        g_autofree char *text = poison_text(&poison);
        check_outlets(text);
    }
    poison.texts = 0;
    while (poison.texts < scale(4000, 1000000)) {
        g_autofree char *text = poison_bytes(&poison);
        check_outlets(text);
    }
    scale_tell(20,
               "text for lines, notifications and tables: all code points, %u random byte "
               "strings: 0 that could be obeyed",
               poison.texts);
}

/* What LINE has put out, row by row through the strict terminal; what is FOR_PROGRAMS may have more
 * marks on a letter and what is invisible, but nothing that could be obeyed. */
static void check_output(const char *line, const char *text, bool for_programs)
{
    g_autoptr(StrictTerm) term = strict_term_new(100, 200);
    g_auto(GStrv) rows = g_strsplit(text, "\n", -1);
    for (guint i = 0; !for_programs && rows[i] != NULL; i++) {
        strict_term_feed(term, rows[i], strlen(rows[i]));
        strict_term_feed(term, "\r\n", 2);
        if (strchr(rows[i], '\033') != NULL || strict_term_fault(term) != NULL) {
            fail_msg("%s (seed %u): %s", line, scale_seed(),
                     strict_term_fault(term) != NULL ? strict_term_fault(term) : rows[i]);
        }
    }
    if (!g_utf8_validate(text, -1, NULL)) {
        fail_msg("%s (seed %u): no UTF-8", line, scale_seed());
    }
    for (const char *at = text; *at != '\0'; at += g_utf8_skip[(guchar)*at]) {
        CharacterKind kind = character_kind(g_utf8_get_char(at));
        if (kind == CHARACTER_CONTROL || kind == CHARACTER_TURN) {
            fail_msg("%s (seed %u): U+%04X", line, scale_seed(), g_utf8_get_char(at));
        }
    }
}

/* What is printed by LINE on the poisoned shop at PATH, through the strict terminal; a file it
 * writes as well. */
static void check_command(const Sandbox *sandbox, const char *path, const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    int status = 0;
    for (guint i = 0; words[i] != NULL; i++) {
        g_ptr_array_add(all, words[i]);
    }
    g_ptr_array_add(all, (gpointer)(guintptr) "--shop");
    g_ptr_array_add(all, (gpointer)(guintptr)path);
    g_ptr_array_add(all, NULL);
    g_autofree char *said = sandbox_run(sandbox, (const char *const *)all->pdata, &status);
    g_autofree char *file = g_build_filename(sandbox->folder, "out", NULL);
    g_autofree char *written = NULL;
    if (!g_file_get_contents(file, &written, NULL, NULL)) {
        written = g_strdup("");
    }
    bool for_programs = strstr(line, "json") != NULL;
    check_output(line, said, for_programs);
    check_output(line, written, true);
    /* Not finding anybody is an answer. */
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1 || strstr(said, "Sanitizer") != NULL) {
        fail_msg("%s (seed %u) ended with %x: %s", line, scale_seed(), (guint)status, said);
    }
    unlink(file);
}

static void commands__print_nothing_that_could_be_obeyed(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "today",
        "today --json",
        "find x",
        "find x --json",
        "birthdays",
        "birthdays --all",
        "birthdays --all --json",
        "due",
        "due --json",
        "report visits",
        "export --csv out",
        "export --ics out",
        "birthdays --year 2026",
        "check",
    };
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    g_autoptr(Sandbox) sandbox = sandbox_new();
    sandbox_set(sandbox, "TRESEN_NOW", "2026-11-21T14:32:00");
    guint rounds = scale(1, 200);
    for (guint round = 0; round < rounds; round++) {
        Poison poison = {.chance = chance, .next = (gunichar)round * 5000, .stride = round % 2};
        g_autoptr(Emma) emma = emma_new();
        past_fill(emma);
        poison_shop(emma->shop->db, &poison, round % 4 > 1);
        g_autofree char *path = g_strdup(emma->path);
        for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
            check_command(sandbox, path, lines[i]);
        }
    }
    scale_tell(20, "%u commands, each on %u such shops: 0 sequences", (guint)G_N_ELEMENTS(lines),
               rounds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outlets__let_nothing_through__that_could_be_obeyed),
        cmocka_unit_test(canvas__keeps_the_neighbours__whatever_is_drawn),
        cmocka_unit_test(screens__send_nothing_but_ours__whatever_is_stored),
        cmocka_unit_test(commands__print_nothing_that_could_be_obeyed),
    };
    return cmocka_run_group_tests_name("hostile text", tests, NULL, NULL);
}
