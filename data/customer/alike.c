/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing the beginnings of texts as people type them. */
#include "data/customer/alike.h"

#include <stdbool.h>
#include <string.h>

enum { SHARP_S = 0xDF, CAPITAL_SHARP_S = 0x1E9E, DIAERESIS = 0x308 };

/* The letter without case and accents. */
static gunichar base_of(gunichar letter)
{
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize count = g_unichar_fully_decompose(letter, FALSE, parts, G_N_ELEMENTS(parts));
    return g_unichar_tolower(count > 0 ? parts[0] : letter);
}

/* Whether it is ä, ö or ü, in any case. */
static bool is_umlaut(gunichar letter)
{
    gunichar base, mark;
    return g_unichar_decompose(letter, &base, &mark) && mark == DIAERESIS && base < 0x80 &&
           strchr("aouAOU", (int)base) != NULL;
}

static bool is_sharp_s(gunichar letter)
{
    return letter == SHARP_S || letter == CAPITAL_SHARP_S;
}

static bool is_letter(const char *text, char letter)
{
    return g_ascii_tolower(*text) == letter;
}

/* Goes one letter on in both; false where they differ. */
static bool go_on(const char **stored, const char **typed)
{
    gunichar a = g_utf8_get_char(*stored), b = g_utf8_get_char(*typed);
    const char *stored_next = g_utf8_find_next_char(*stored, NULL);
    const char *typed_next = g_utf8_find_next_char(*typed, NULL);
    if (is_sharp_s(a) != is_sharp_s(b)) {
        const char **both = is_sharp_s(a) ? &typed_next : &stored_next;
        if (!is_letter(is_sharp_s(a) ? *typed : *stored, 's')) {
            return false;
        }
        *both += is_letter(*both, 's') ? 1 : 0;
    } else if (base_of(a) != base_of(b)) {
        return false;
    } else if (is_umlaut(a) && !is_umlaut(b) && is_letter(typed_next, 'e')) {
        typed_next++;
    } else if (is_umlaut(b) && !is_umlaut(a) && is_letter(stored_next, 'e')) {
        stored_next++;
    }
    *stored = stored_next;
    *typed = typed_next;
    return true;
}

const char *alike_rest(const char *stored, const char *typed)
{
    while (*typed != '\0') {
        if (*stored == '\0' || !go_on(&stored, &typed)) {
            return NULL;
        }
    }
    return stored;
}

static void add(AlikeStep *steps, guint *count, const char *letters, gsize typed)
{
    for (guint i = 0; i < *count; i++) {
        if (strcmp(steps[i].letters, letters) == 0 && steps[i].typed == typed) {
            return;
        }
    }
    AlikeStep *step = &steps[(*count)++];
    g_strlcpy(step->letters, letters, sizeof step->letters);
    step->typed = typed;
}

/* LETTER as it is, in small, and as a capital. */
static void add_cases(AlikeStep *steps, guint *count, gunichar letter, gsize typed)
{
    const gunichar cases[] = {letter, g_unichar_tolower(letter), g_unichar_toupper(letter)};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        char letters[8] = "";
        g_unichar_to_utf8(cases[i], letters);
        add(steps, count, letters, typed);
    }
}

/* The umlaut over the vowel BASE. */
static gunichar umlaut_of(gunichar base)
{
    gunichar umlaut = 0;
    return g_unichar_compose(base, DIAERESIS, &umlaut) ? umlaut : base;
}

guint alike_steps(const char *typed, AlikeStep *steps)
{
    guint count = 0;
    gunichar letter = g_utf8_get_char(typed), base = base_of(letter);
    const char *next = g_utf8_find_next_char(typed, NULL);
    gsize length = (gsize)(next - typed);
    bool is_vowel = base < 0x80 && strchr("aou", (int)base) != NULL;
    add_cases(steps, &count, letter, length);
    if (is_umlaut(letter)) {
        /* Stored as "ae", or without its dots. */
        add_cases(steps, &count, base, length);
        const char small[] = {(char)base, 'e', '\0'};
        const char capital[] = {g_ascii_toupper((char)base), 'e', '\0'};
        add(steps, &count, small, length);
        add(steps, &count, capital, length);
    } else if (is_vowel && base == g_unichar_tolower(letter)) {
        add_cases(steps, &count, umlaut_of(base), length);
        if (is_letter(next, 'e')) {
            add_cases(steps, &count, umlaut_of(base), length + 1);
        }
    } else if (base == 's') {
        add(steps, &count, "ß", length);
        if (is_letter(next, 's')) {
            add(steps, &count, "ß", length + 1);
        }
    } else if (is_sharp_s(letter)) {
        add(steps, &count, "ss", length);
    }
    return count;
}
