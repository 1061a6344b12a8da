/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of characters, and what leaves the program by each medium. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/base/character.h"
#include "data/base/outlet.h"

#define LOST "\xEF\xBF\xBD"
#define DOT "\xC2\xB7"
#define CIRCLE "\xE2\x97\x8C"
#define ACUTE "\xCC\x81"
#define JOINER "\xE2\x80\x8D"
#define OVERRIDE "\xE2\x80\xAE"
#define SOFT_HYPHEN "\xC2\xAD"
#define NEXT_LINE "\xC2\x85"

static void character_kind__knows__each_kind(void **state)
{
    static const struct {
        gunichar c;
        CharacterKind kind;
    } cases[] = {
        {0, CHARACTER_CONTROL},      {'\b', CHARACTER_CONTROL},     {'\t', CHARACTER_BREAK},
        {'\r', CHARACTER_BREAK},     {0x0E, CHARACTER_CONTROL},     {0x1B, CHARACTER_CONTROL},
        {' ', CHARACTER_PLAIN},      {'~', CHARACTER_PLAIN},        {0x7F, CHARACTER_CONTROL},
        {0x84, CHARACTER_CONTROL},   {0x85, CHARACTER_BREAK},       {0x86, CHARACTER_CONTROL},
        {0x9B, CHARACTER_CONTROL},   {0x9F, CHARACTER_CONTROL},     {0xA0, CHARACTER_PLAIN},
        {0xAD, CHARACTER_HIDDEN},    {0xFC, CHARACTER_PLAIN},       {0x301, CHARACTER_PLAIN},
        {0x61C, CHARACTER_TURN},     {0x600, CHARACTER_UNFIT},      {0x200B, CHARACTER_HIDDEN},
        {0x200C, CHARACTER_JOINER},  {0x200D, CHARACTER_JOINER},    {0x200E, CHARACTER_TURN},
        {0x2028, CHARACTER_BREAK},   {0x202E, CHARACTER_TURN},      {0x202F, CHARACTER_PLAIN},
        {0x2065, CHARACTER_UNFIT},   {0x2066, CHARACTER_TURN},      {0x2069, CHARACTER_TURN},
        {0x206A, CHARACTER_UNFIT},   {0xD800, CHARACTER_UNFIT},     {0xE000, CHARACTER_PLAIN},
        {0xFDD0, CHARACTER_UNFIT},   {0xFE0F, CHARACTER_SELECTOR},  {0xFEFF, CHARACTER_HIDDEN},
        {0xFFFD, CHARACTER_PLAIN},   {0xFFFF, CHARACTER_UNFIT},     {0x1F600, CHARACTER_PLAIN},
        {0xE0041, CHARACTER_HIDDEN}, {0xE0100, CHARACTER_SELECTOR}, {0x10FFFF, CHARACTER_UNFIT},
        {0x110000, CHARACTER_UNFIT},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (character_kind(cases[i].c) != cases[i].kind) {
            fail_msg("U+%04X is not %d", cases[i].c, (int)cases[i].kind);
        }
    }
    guint noncharacters = 0;
    for (gunichar c = 0; c <= 0x10FFFF; c++) {
        noncharacters += character_is_noncharacter(c);
    }
    assert_int_equal(noncharacters, 66);
}

static void outlet_text__lets_through__what_the_medium_takes(void **state)
{
    static const struct {
        const char *text, *line, *several, *table;
    } cases[] = {
        {NULL, "", "", ""},
        {"", "", "", ""},
        {"Hilde", "Hilde", "Hilde", "Hilde"},
        {"Müller", "Müller", "Müller", "Müller"},
        {"a\nb\tc", "a b c", "a\nb c", "a\nb\tc"},
        {"a\r\nb\rc", "a  b c", "a\nb\nc", "a\r\nb\rc"},
        {"a\vb" NEXT_LINE "c", "a b c", "a\nb\nc", "a" LOST "b" LOST "c"},
        {"\033[2J", LOST "[2J", LOST "[2J", LOST "[2J"},
        {"\xC2\x9B"
         "x\177",
         LOST "x" LOST, LOST "x" LOST, LOST "x" LOST},
        {"a" OVERRIDE "b", "a" LOST "b", "a" LOST "b", "ab"},
        {"a" SOFT_HYPHEN "b", "a" DOT "b", "a" DOT "b", "a" SOFT_HYPHEN "b"},
        {"a" JOINER "b", "ab", "a" JOINER "b", "a" JOINER "b"},
        {JOINER "b" JOINER, DOT "b" DOT, DOT "b" DOT, JOINER "b" JOINER},
        {"⚠\xEF\xB8\x8F!", "⚠!", "⚠!", "⚠\xEF\xB8\x8F!"},
        {ACUTE "a", CIRCLE ACUTE "a", CIRCLE ACUTE "a", ACUTE "a"},
        {"a\n" ACUTE, "a " CIRCLE ACUTE, "a\n" CIRCLE ACUTE, "a\n" ACUTE},
        {"a" ACUTE ACUTE ACUTE ACUTE ACUTE "b", "a" ACUTE ACUTE ACUTE ACUTE "b",
         "a" ACUTE ACUTE ACUTE ACUTE "b", "a" ACUTE ACUTE ACUTE ACUTE ACUTE "b"},
        {"\xFFx\xC3", LOST "x" LOST, LOST "x" LOST, LOST "x" LOST},
        {"\xED\xA0\x80", LOST LOST LOST, LOST LOST LOST, LOST LOST LOST},
    };
    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *line = outlet_text(OUTLET_LINE, cases[i].text);
        g_autofree char *several = outlet_text(OUTLET_TEXT, cases[i].text);
        g_autofree char *table = outlet_text(OUTLET_TABLE, cases[i].text);
        assert_string_equal(line, cases[i].line);
        assert_string_equal(several, cases[i].several);
        assert_string_equal(table, cases[i].table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(character_kind__knows__each_kind),
        cmocka_unit_test(outlet_text__lets_through__what_the_medium_takes),
    };
    return cmocka_run_group_tests_name("outlet", tests, NULL, NULL);
}
