/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 21: what is pasted is text. Whatever it holds – keys, clicks, its own end, a megabyte –
 * it presses nothing: no deed is done, nothing is closed, opened or sent off. */
#include "tests/data/people.h"
#include "tests/faults/scale.h"
#include "tests/faults/window.h"
#include "tests/tui/harness.h"
#include "tests/tui/openings.h"
#include "tests/tui/past.h"

#include "tui/app.h"
#include "tui/keyreader.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define BEGIN "\033[200~"
#define END "\033[201~"

enum { MEGABYTE = 1024 * 1024 };

static const char *const pieces[] = {
    END,
    BEGIN,
    "\r",
    "\n",
    "\r\n",
    "\t",
    "\021",
    "\023",
    "\032",
    "\003",
    "\033",
    "\033\033",
    "\033OP",
    "\033OQ",
    "\033[21~",
    "\033[19~",
    "\033[3~",
    "\033x",
    "\033a",
    "\033[A",
    "\033[B",
    "\b\177",
    "\033[<0;10;5M",
    "\033[<0;10;24M",
    "\033[M !!",
    "\033[<64;1;1M",
    "\033[I",
    "\033[O",
    "\033[?62;1;6c",
    "\033[24;80R",
    "\033]11;rgb:0/0/0\033\\",
    "\033P1$r0m\033\\",
    "\033[200",
    "\033[201",
    "\033[113;5u",
    "\033[27;5;113~",
    "y",
    "j",
    "Enter ",
    "\303",
    "\360\237",
    "\233201~",
    "\302\233201~",
    "Anna\tKlein\n",
    "1042\r",
    " ",
    "x\r\r\r",
};

/* Something somebody could have made up, or come by. */
static GString *hostile_paste(GRand *chance, guint round)
{
    gsize length = round % 50 == 49 ? MEGABYTE : (gsize)g_rand_int_range(chance, 1, 300);
    GString *paste = g_string_new(NULL);
    while (paste->len < length) {
        guint32 which = (guint32)g_rand_int_range(chance, 0, G_N_ELEMENTS(pieces) + 4);
        if (which < G_N_ELEMENTS(pieces)) {
            g_string_append(paste, pieces[which]);
        } else {
            g_string_append_c(paste, (char)g_rand_int_range(chance, 1, 256));
        }
    }
    return paste;
}

static gint64 count_deeds(const Opening *opening)
{
    return opening->shop != NULL
               ? people_number(opening->shop->db, "SELECT count(*) FROM deed", DB_NO_VALUES)
               : 0;
}

static void take(const Event *event, gpointer app)
{
    /* All of it is one paste. */
    assert_int_equal(event->kind, EVENT_PASTE);
    app_feed(app, event);
}

/* PASTE in brackets arrives in one go. */
static void paste_into(Harness *harness, const GString *paste)
{
    g_autoptr(KeyReader) reader = key_reader_new(50, take, harness_app(harness));
    g_autoptr(GString) bytes = g_string_new(BEGIN);
    g_string_append_len(bytes, paste->str, (gssize)paste->len);
    g_string_append(bytes, END);
    for (gsize i = 0; i < bytes->len; i++) {
        key_reader_byte(reader, (guint8)bytes->str[i]);
    }
    key_reader_pause(reader);
    key_reader_flush(reader);
    harness_settle(harness);
}

static void screens__do_nothing__by_what_is_pasted(void **state)
{
    (void)state;
    const ScreenClass *const *classes = screen_classes();
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    guint rounds = scale(2, 500), count = 0, seen = 0;
    for (; classes[count] != NULL; count++) {
        if (!scale_picks(count)) {
            continue;
        }
        seen++;
        g_autoptr(Opening) opening = opening_new_on(classes[count]->name, "1001");
        past_fill(opening->emma);
        g_autoptr(Harness) harness = harness_new(24, 80, opening->shop);
        harness_open(harness, classes[count], opening->arg);
        /* Itself, or what it asks first. */
        const Screen *screen = app_top(harness_app(harness));
        gint64 deeds = count_deeds(opening);
        for (guint round = 0; round < rounds; round++) {
            /* A megabyte goes into a few screens in the suite, into all in the long run. */
            guint kind = scale_is_full() ? round : seen == 3 ? round + 48 : round;
            g_autoptr(GString) paste = hostile_paste(chance, kind);
            paste_into(harness, paste);
            if (app_top(harness_app(harness)) != screen || count_deeds(opening) != deeds) {
                g_autofree char *text = harness_text(harness);
                g_autofree char *shown = g_strescape(paste->str, NULL);
                fail_msg("on \"%s\" (seed %u) this paste did something: %s\n%s",
                         classes[count]->name, scale_seed(), shown, text);
            }
        }
    }
    scale_tell(21, "%u hostile pastes on each of %u screens: 0 keys pressed, 0 deeds", rounds,
               seen);
}

/* Through the real line and curses, into the form of a new customer. */
static void program__saves_nothing__by_what_is_pasted(void **state)
{
    (void)state;
    g_autoptr(GRand) chance = g_rand_new_with_seed(scale_seed());
    g_autoptr(Sandbox) sandbox = sandbox_new();
    guint rounds = scale(4, 500);
    int status = 0;
    g_autoptr(Window) window = window_new(sandbox, NULL);
    window_await(window, "›");
    window_type(window, "Zebedaeus", -1);
    window_await(window, "Zebedaeus");
    window_type(window, "\033OQ", -1);
    window_await(window, "New customer");
    for (guint round = 0; round < rounds; round++) {
        g_autoptr(GString) paste = hostile_paste(chance, round == rounds - 1 ? 49 : round % 49);
        window_type(window, BEGIN, -1);
        window_type(window, paste->str, (gssize)paste->len);
        window_type(window, END, -1);
        window_settle(window, 120);
        if (waitpid(window->program, &status, WNOHANG) != 0 ||
            !window_shows(window, "New customer")) {
            g_autofree char *shown = g_strescape(paste->str, NULL);
            g_autofree char *text = strict_term_text(window->term);
            fail_msg("round %u (seed %u): this paste did something: %s\n%s", round, scale_seed(),
                     shown, text);
        }
    }
    assert_null(strict_term_fault(window->term));
    g_autofree char *found =
        sandbox_run(sandbox, (const char *const[]){"find", "Zebedaeus", NULL}, &status);
    if (strstr(found, "Zebedaeus,") != NULL) {
        fail_msg("a paste has saved: %s", found);
    }
    window_quit(window, "after the pastes");
    scale_tell(21, "%u hostile pastes through a terminal line: 0 keys pressed, nothing saved",
               rounds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens__do_nothing__by_what_is_pasted),
        cmocka_unit_test(program__saves_nothing__by_what_is_pasted),
    };
    return cmocka_run_group_tests_name("paste", tests, NULL, NULL);
}
