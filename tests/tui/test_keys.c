/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of keys, and what the bytes of terminals mean. */
#include "tui/keys.h"

#include "tui/keyreader.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    const char *name;
    Key key;
} NameCase;

static const NameCase name_cases[] = {
    {"b", 'b'},
    {"B", 'B'},
    {"ä", 0xE4},
    {"-", '-'},
    {"Space", ' '},
    {"F1", K_F0 + 1},
    {"F12", K_F0 + 12},
    {"Esc", K_ESC},
    {"PgDn", K_PGDN},
    {"Ctrl-z", K_CTRL + 'z'},
    {"Alt-n", K_ALT + 'n'},
    {"Alt-N", K_ALT + 'N'},
    {"Alt--", K_ALT + '-'},
    {"Shift-Tab", K_SHIFT + K_TAB},
    {"Ctrl-Alt-Up", K_CTRL + K_ALT + K_UP},
    {"Alt-F4", K_ALT + K_F0 + 4},
};

static void key_from_name__reads__what_key_to_name_writes(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(name_cases); i++) {
        assert_int_equal(key_from_name(name_cases[i].name), name_cases[i].key);
        g_autofree char *name = key_to_name(name_cases[i].key);
        assert_int_equal(key_from_name(name), name_cases[i].key);
    }
    assert_int_equal(key_from_name("Ctrl-Z"), K_CTRL + 'z');
}

static void key_from_name__refuses__what_is_no_key(void **state)
{
    (void)state;
    static const char *const names[] = {"",       "F0",      "F25",    "F1x",    "Foo",
                                        "ab",     "Ctrl-",   "Ctrl-I", "Ctrl-m", "Ctrl-[",
                                        "Ctrl-ä", "Shift-a", "\n",     "\xff"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_int_equal(key_from_name(names[i]), K_NONE);
    }
}

static void keys_from_names__splits__twins(void **state)
{
    (void)state;
    Key keys[2];
    assert_int_equal(keys_from_names("F2|Alt-n", keys, 2), 2);
    assert_int_equal(keys[0], K_F0 + 2);
    assert_int_equal(keys[1], K_ALT + 'n');
    assert_int_equal(keys_from_names("a|b|c", keys, 2), 3);
    assert_int_equal(keys_from_names("a|Nope", keys, 2), 0);
    assert_int_equal(keys_from_names("", keys, 2), 0);
}

/* Writes each event as its name, pastes as "…". */
static void note_event(const Event *event, gpointer data)
{
    GString *notes = data;
    if (notes->len > 0) {
        g_string_append_c(notes, ' ');
    }
    if (event->kind == EVENT_PASTE) {
        g_string_append_printf(notes, "{%s}", event->text);
    } else if (event->kind == EVENT_CLICK) {
        g_string_append_printf(notes, "click-%d-%d", event->row, event->col);
    } else if (event->kind == EVENT_WHEEL) {
        g_string_append_printf(notes, "wheel%+d-%d-%d", event->steps, event->row, event->col);
    } else {
        g_autofree char *name = key_to_name(event->key);
        g_string_append(notes, name);
    }
}

static void feed(KeyReader *reader, const char *bytes)
{
    for (; *bytes; bytes++) {
        key_reader_byte(reader, (guint8)*bytes);
    }
}

typedef struct {
    const char *bytes, *events;
} ByteCase;

static const ByteCase byte_cases[] = {
    {"mül", "m ü l"},
    {"\r\t\x7f\x08", "Enter Tab Backspace Backspace"},
    {"\x01\x1a\x10", "Ctrl-A Ctrl-Z Ctrl-P"},
    {"\x1b", "Esc"},
    {"\x1b\x1b", "Esc Esc"},
    {"\x1bn", "Alt-n"},
    {"\x1bü", "Alt-ü"},
    {"\x1b\x7f", "Alt-Backspace"},
    {"\x1b[A\x1bOB", "Up Down"},
    {"\x1b[1;5D\x1b[1;3C\x1b[1;2H", "Ctrl-Left Alt-Right Shift-Home"},
    {"\x1b[15~\x1b[24~\x1b[3~\x1b[5~", "F5 F12 Delete PgUp"},
    {"\x1b[3;5~", "Ctrl-Delete"},
    {"\x1b[Z", "Shift-Tab"},
    {"\x1bOP\x1b[[B\x1b[12~", "F1 F2 F2"},
    {"\x1b[97;5u\x1b[27;5;97~\x1b[27u", "Ctrl-A Ctrl-A Esc"},
    {"\x1bOM\x1bOq", "Enter 1"},
    {"\x1b[?1;2c\x1b[>0;276;0c\x1b[12;40R", ""},
    {"\x1b[I\x1b[Ox", "x"},
    {"\x1b[<0;10;5Mx\x1b[<0;10;5m", "click-4-9 x"},
    {"\x1b[<16;1;1M\x1b[<64;80;24M\x1b[<65;2;3M", "click-0-0 wheel-3-23-79 wheel+3-2-1"},
    {"\x1b[<1;1;1M\x1b[<35;4;4M\x1b[<0;0;1M\x1b[<0;1;99999M\x1b[<0;1M\x1b[<;;M\x1b[<0;1;1;1Mx",
     "x"},
    {"\x1b[M !!x\x1b[M`%#", "click-0-0 x wheel-3-2-4"},
    {"\x1b[M\x01\x01\x01x\x1b[M#!!y", "x y"},
    {"\x1b[200~a\x1b[<0;1;1M\x1b[M !!\x1b[201~", "{a[<0;1;1M[M !!}"},
    {"\x1b]11;rgb:ffff/ffff/ffff\x07x\x1b]10;?\x1b\\y", "x y"},
    {"\x1bP>|xterm(379)\x1b\\z", "z"},
    {"\x1b[99~\x1b[zx", "x"},
    {"\x1b[1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1~x", "x"},
    {"\xff\xc3x\xe2\x82\xac", "\ufffd x €"},
    {"\x1b[200~Anna\r\nBert\tx\x1b[31m\x01\x1b[201~", "{Anna\nBert\tx[31m}"},
    {"\x1b[200~a\x1b[201~\rb\x1b[201~", "{a\nb}"},
    {"\x1b[200~a\x1b[201~\x1b[200~b\x1b[201~", "{a[200~b}"},
    {"\x1b[200~\x1b[20\x1b[201~", "{[20}"},
    {"\x1b[200~\x1b[201~", ""},
    {"\x1b[201~", ""},
};

static void key_reader__understands__what_terminals_send(void **state)
{
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(byte_cases); i++) {
        g_autoptr(GString) notes = g_string_new(NULL);
        g_autoptr(KeyReader) reader = key_reader_new(50, note_event, notes);
        feed(reader, byte_cases[i].bytes);
        key_reader_pause(reader);
        /* A paste may go on for a while. */
        bool has_paste = strchr(byte_cases[i].events, '{') != NULL;
        assert_string_equal(notes->str, has_paste ? "" : byte_cases[i].events);
        key_reader_flush(reader);
        assert_string_equal(notes->str, byte_cases[i].events);
    }
}

static void key_reader__waits__for_the_rest_of_a_sequence(void **state)
{
    (void)state;
    g_autoptr(GString) notes = g_string_new(NULL);
    g_autoptr(KeyReader) reader = key_reader_new(70, note_event, notes);
    assert_int_equal(key_reader_patience(reader), 0);
    feed(reader, "\x1b[1;5");
    key_reader_pause(reader);
    assert_int_equal(key_reader_patience(reader), 70);
    feed(reader, "D\xc3");
    key_reader_pause(reader);
    feed(reader, "\xbc");
    key_reader_pause(reader);
    assert_string_equal(notes->str, "Ctrl-Left ü");
    feed(reader, "\x1b[");
    key_reader_pause(reader);
    key_reader_flush(reader);
    assert_string_equal(notes->str, "Ctrl-Left ü Alt-[");
    assert_int_equal(key_reader_patience(reader), 0);
}

static void key_reader__gives_up__a_paste_that_never_ends(void **state)
{
    (void)state;
    g_autoptr(GString) notes = g_string_new(NULL);
    g_autoptr(KeyReader) reader = key_reader_new(50, note_event, notes);
    feed(reader, "\x1b[200~halb");
    key_reader_key(reader, K_F0 + 10);
    key_reader_pause(reader);
    assert_string_equal(notes->str, "");
    assert_true(key_reader_patience(reader) >= 1000);
    key_reader_flush(reader);
    feed(reader, "x");
    assert_string_equal(notes->str, "{halb} x");
}

static void key_reader__caps__a_paste(void **state)
{
    (void)state;
    g_autoptr(GString) notes = g_string_new(NULL);
    g_autoptr(KeyReader) reader = key_reader_new(50, note_event, notes);
    feed(reader, "\x1b[200~");
    for (int i = 0; i < 2 * 1024 * 1024; i++) {
        key_reader_byte(reader, 'a');
    }
    feed(reader, "\x1b[201~");
    key_reader_flush(reader);
    assert_int_equal(notes->len, 1024 * 1024 + 2);
    feed(reader, "q");
    assert_true(g_str_has_suffix(notes->str, " q"));
}

/* Whatever a paste holds, nothing but one paste comes of it. */
static void note_kind(const Event *event, gpointer data)
{
    unsigned *counts = data;
    counts[event->kind]++;
    if (event->kind == EVENT_PASTE) {
        for (const char *at = event->text; *at; at = g_utf8_find_next_char(at, NULL)) {
            gunichar c = g_utf8_get_char(at);
            assert_true(c == '\n' || c == '\t' || !g_unichar_iscntrl(c));
        }
    }
}

static void key_reader__never_presses_a_key__out_of_a_paste(void **state)
{
    (void)state;
    static const char *const parts[] = {"\x1b",    "[201~",  "[200~",    "\r",   "\x03",
                                        "q",       "\x1bOP", "\x1b[21~", "\xff", "ä",
                                        "\x1b[20", "1~",     "\x9b"};
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    for (int round = 0; round < 500; round++) {
        unsigned counts[4] = {0};
        g_autoptr(KeyReader) reader = key_reader_new(50, note_kind, counts);
        feed(reader, "\x1b[200~x");
        for (int i = 0; i < 20; i++) {
            feed(reader, parts[g_rand_int_range(random, 0, G_N_ELEMENTS(parts))]);
            if (i % 5 == 0) {
                key_reader_key(reader, K_F0 + 10);
            }
        }
        feed(reader, "\x1b[201~\r");
        /* A pause of the line is not yet its end. */
        key_reader_pause(reader);
        assert_int_equal(counts[EVENT_PASTE], 0);
        assert_in_range(key_reader_patience(reader), 1, 100);
        feed(reader, "\x1b[<0;1;1M\x11");
        key_reader_flush(reader);
        assert_int_equal(counts[EVENT_KEY] + counts[EVENT_CLICK], 0);
        assert_int_equal(counts[EVENT_PASTE], 1);
    }
}

static void key_reader__survives__random_bytes(void **state)
{
    (void)state;
    static const char likely[] = "\x1b[O]P;0123456789~uMAR\\\x07";
    g_autoptr(GRand) random = g_rand_new_with_seed(9);
    unsigned counts[4] = {0};
    g_autoptr(KeyReader) reader = key_reader_new(50, note_kind, counts);
    for (int i = 0; i < 300000; i++) {
        bool any = g_rand_boolean(random);
        key_reader_byte(reader,
                        any ? (guint8)g_rand_int_range(random, 0, 256)
                            : (guint8)likely[g_rand_int_range(random, 0, sizeof likely - 1)]);
        if (i % 7 == 0) {
            key_reader_pause(reader);
        }
        if (i % 101 == 0) {
            key_reader_flush(reader);
            assert_int_equal(key_reader_patience(reader), 0);
        }
    }
    assert_true(counts[EVENT_KEY] > 1000);
}

int main(void)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(key_from_name__reads__what_key_to_name_writes),
        cmocka_unit_test(key_from_name__refuses__what_is_no_key),
        cmocka_unit_test(keys_from_names__splits__twins),
        cmocka_unit_test(key_reader__understands__what_terminals_send),
        cmocka_unit_test(key_reader__waits__for_the_rest_of_a_sequence),
        cmocka_unit_test(key_reader__gives_up__a_paste_that_never_ends),
        cmocka_unit_test(key_reader__caps__a_paste),
        cmocka_unit_test(key_reader__never_presses_a_key__out_of_a_paste),
        cmocka_unit_test(key_reader__survives__random_bytes),
    };
    return cmocka_run_group_tests_name("keys", tests, NULL, NULL);
}
