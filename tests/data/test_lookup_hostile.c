/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is typed or pasted into the box gets an answer, never a fault, and changes nothing. */
#include "tests/data/hostile.h"
#include "tests/data/people.h"

#include "data/lookup/lookup.h"

#include <string.h>

enum { LIMIT = 20, MEBIBYTE = 1024 * 1024, MANY_WORDS = 500, MANY_MARKS = 10000 };

static const Person people[] = {
    {.number = "1042",
     .title = "Dr.",
     .given = "Anna",
     .family = "Müller",
     .phone = "0421 84220",
     .birthday = "1956-05-03",
     .visits = 40,
     .last_visit = "2026-02-20",
     .facts = "allergy: Nüsse; likes: Cappuccino; usual: Torte"},
    {.number = "12", .description = "Mann mit dem Dackel", .facts = "once: Schirm liegt hier"},
    {.number = "K-13", .given = "Hilde", .family = "Weiß", .street = "Große Gasse 7"},
    {.number = "§17", .given = "Ирина", .family = "Иванова", .email = "ida.m@example.org"},
    {.number = "0", .company = "東京 GmbH", .place = "Bremen", .birthday = "--02-29"},
    {.number = "18", .given = "Søren", .family = "O'Hara", .partner = "محمد"},
};

/* The names of those who are called like words of a query language, or like a column. */
/* clang-format off */
static const char *const strange_names[] = {
    "And", "Or", "Not", "Near", "Null", "True", "Select", "Words", "Word", "Token", "Sound",
    "Part", "Place", "Rowid", "Rank", "Visits", "Lexemes", "Simple", "Table", "Begin", "Lookup"};

/* All of them ask for Müller. */
static const char *const disguises[] = {
    "mü\u200bller", "m\u00adüller", "mül\u2060ler", "\ufeffmüller", "\u202emüller\u202c",
    "\u2066müller\u2069", "müller\u200f", "mu\u0308ller", "mu\u0308\u0301\u0327ller",
    "ｍüｌｌｅｒ", "𝐦ü𝐥𝐥𝐞𝐫", "\u00a0müller", "\u3000müller\u3000", "\tmüller\n", "\x1bmüller",
    "müller\xff", "\xc3 müller", "müller\xe2\x80", "„müller“", "(müller)", "müller*", "müller:*"};
/* clang-format on */

/* A shop, and what it held before anything was typed. */
typedef struct {
    Db *db;
    Vocabulary *vocabulary;
    char *before;
} Trial;

static Trial trial_begin(void **state)
{
    Trial trial = {.db = ((Fixture *)*state)->db, .vocabulary = vocabulary_new()};
    people_furnish(trial.db);
    Deed *deed = people_begin(trial.db);
    for (guint i = 0; i < G_N_ELEMENTS(people); i++) {
        people_add_in(deed, &people[i]);
    }
    for (guint i = 0; i < G_N_ELEMENTS(strange_names); i++) {
        people_add_in(deed, &(Person){.family = strange_names[i]});
    }
    people_commit(deed);
    trial.before = people_dump(trial.db);
    return trial;
}

static void trial_end(Trial *trial)
{
    g_autofree char *after = people_dump(trial->db);
    assert_string_equal(after, trial->before);
    people_expect_sound(trial->db);
    vocabulary_unref(trial->vocabulary);
    g_free(trial->before);
}

static bool is_text(const char *text)
{
    return text != NULL && *text != '\0' && g_utf8_validate(text, -1, NULL);
}

/* What is wrong with the match at INDEX; NULL: nothing. */
static const char *flaw_of_match(const Found *found, guint index)
{
    const Match *match = g_ptr_array_index(found->matches, index);
    if (match->sheet == NULL || match->sheet->customer->head.id != match->customer_id) {
        return "a match is without its customer";
    }
    if (match->nearness >= NEAR_COUNT || match->hit >= GROUP_COUNT) {
        return "a match is out of range";
    }
    if ((match->nearness >= NEAR_SOUND) != (index >= found->alike_from)) {
        return "what is alike does not stand behind what fits";
    }
    if ((match->hit_words != NULL && !is_text(match->hit_words)) || match->marks == NULL) {
        return "a match has no words";
    }
    for (guint i = 0; match->marks[i] != NULL; i++) {
        if (!is_text(match->marks[i])) {
            return "a mark is no text";
        }
    }
    for (guint i = 0; i < index; i++) {
        if (((const Match *)g_ptr_array_index(found->matches, i))->customer_id ==
            match->customer_id) {
            return "a customer comes twice";
        }
    }
    return NULL;
}

static const char *flaw_of(const Found *found, guint limit)
{
    if (found->matches->len > limit || found->alike_from > found->matches->len) {
        return "there are too many";
    }
    if (!found->is_more && found->total < found->matches->len) {
        return "they are not counted right";
    }
    const char *flaw = NULL;
    for (guint i = 0; i < found->matches->len && flaw == NULL; i++) {
        flaw = flaw_of_match(found, i);
    }
    return flaw;
}

static Found *ask(const Trial *trial, const Vocabulary *vocabulary, const char *query, guint limit)
{
    g_autoptr(GError) error = NULL;
    Found *found = lookup_find(trial->db, vocabulary, query, limit, &error);
    const char *flaw = error != NULL ? error->message : "there is no answer";
    if (found != NULL && error == NULL) {
        flaw = flaw_of(found, limit);
    }
    if (flaw != NULL) {
        g_autofree char *beginning = g_strndup(query, 60);
        g_autofree char *shown = g_strescape(beginning, NULL);
        fail_msg("“%s”: %s.", shown, flaw);
    }
    return found;
}

/* With the words of the program and without; how many were found without. */
static guint type_in(const Trial *trial, const char *query)
{
    g_autoptr(Found) plain = ask(trial, NULL, query, LIMIT);
    found_free(ask(trial, trial->vocabulary, query, LIMIT));
    return plain->matches->len;
}

static void type_all(const Trial *trial, const char *const *queries)
{
    for (gsize i = 0; queries[i] != NULL; i++) {
        type_in(trial, queries[i]);
    }
}

G_GNUC_PRINTF(2, 3)
static void type_made(const Trial *trial, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *query = g_strdup_vprintf(format, values);
    va_end(values);
    type_in(trial, query);
}

static char *repeat(const char *piece, gsize count)
{
    GString *text = g_string_sized_new(strlen(piece) * count);
    for (gsize i = 0; i < count; i++) {
        g_string_append(text, piece);
    }
    return g_string_free(text, FALSE);
}

static void lookup_find__speaks_no_query_language__of_any_engine(void **state)
{
    Trial trial = trial_begin(state);
    type_all(&trial, hostile_commands);
    trial_end(&trial);
}

/* Whether the first one found is called FAMILY. */
static bool is_first(const Found *found, const char *family)
{
    const Match *match = found->matches->len > 0 ? g_ptr_array_index(found->matches, 0) : NULL;
    return match != NULL && strcmp(match->sheet->customer->family_name, family) == 0;
}

static void expect_first(const Trial *trial, const char *query, const char *family)
{
    g_autoptr(Found) plain = ask(trial, NULL, query, LIMIT);
    g_autoptr(Found) rich = ask(trial, trial->vocabulary, query, LIMIT);
    if (!is_first(plain, family) || !is_first(rich, family)) {
        g_autofree char *shown = g_strescape(query, NULL);
        fail_msg("“%s” does not find %s.", shown, family);
    }
}

static void lookup_find__finds_those__who_are_called_like_a_command(void **state)
{
    Trial trial = trial_begin(state);
    for (guint i = 0; i < G_N_ELEMENTS(strange_names); i++) {
        g_autofree char *large = g_ascii_strup(strange_names[i], -1);
        g_autofree char *quoted = g_strdup_printf("\"%s\"", strange_names[i]);
        expect_first(&trial, strange_names[i], strange_names[i]);
        expect_first(&trial, large, strange_names[i]);
        expect_first(&trial, quoted, strange_names[i]);
    }
    trial_end(&trial);
}

static void lookup_find__answers__any_punctuation(void **state)
{
    Trial trial = trial_begin(state);
    for (int a = 1; a < 128; a++) {
        if (g_ascii_isalnum(a)) {
            continue;
        }
        type_made(&trial, "%c", a);
        type_made(&trial, "%c%c", a, a);
        type_made(&trial, "%c %c", a, a);
        type_made(&trial, "m%cller", a);
        type_made(&trial, "%cmüller", a);
        type_made(&trial, "müller%c", a);
        type_made(&trial, "anna %c müller", a);
        type_made(&trial, "%canna%c müller%c", a, a, a);
        type_made(&trial, "0421%c84220", a);
        type_made(&trial, "3%c5%c1956", a, a);
        for (int b = a + 1; g_ascii_ispunct(a) && b < 128; b++) {
            if (g_ascii_ispunct(b)) {
                type_made(&trial, "%c%ca%c%c 1", a, b, b, a);
            }
        }
    }
    trial_end(&trial);
}

static void lookup_find__answers__half_characters(void **state)
{
    /* Characters of one to four bytes. */
    static const char text[] = "aß東🎂m";
    Trial trial = trial_begin(state);
    for (gsize from = 0; from < sizeof text - 1; from++) {
        for (gsize to = from + 1; to < sizeof text; to++) {
            int count = (int)(to - from);
            type_made(&trial, "%.*s", count, text + from);
            type_made(&trial, "m%.*sller", count, text + from);
            type_made(&trial, "anna %.*s", count, text + from);
            type_made(&trial, "%.*s 12", count, text + from);
        }
    }
    for (int byte = 0x80; byte <= 0xFF; byte++) {
        type_made(&trial, "%c", byte);
        type_made(&trial, "%c%c%c%c", byte, byte, byte, byte);
        type_made(&trial, "%c\x80", byte);
        type_made(&trial, "m%cller", byte);
        type_made(&trial, "müller%c", byte);
    }
    type_all(&trial, hostile_bytes);
    trial_end(&trial);
}

/* A word of the first and the last of 16 characters, of which all blocks are made. */
static void add_block(GString *text, gunichar first)
{
    g_string_append_c(text, 'm');
    g_string_append_unichar(text, first);
    g_string_append_unichar(text, first + 15);
    g_string_append_c(text, ' ');
}

/* Surrogates and characters that are none as well. From U+20000 on there are only large blocks. */
static void lookup_find__answers__characters_of_every_block(void **state)
{
    Trial trial = trial_begin(state);
    for (gunichar c = 0x80; c < 0x110000; c += c < 0x20000 ? 0x80 : 0x1000) {
        g_autoptr(GString) alone = g_string_new(NULL);
        g_autoptr(GString) words = g_string_new(NULL);
        g_string_append_unichar(alone, c + 0x45);
        for (gunichar block = c; block < c + 0x80; block += 0x10) {
            add_block(words, block);
        }
        type_in(&trial, alone->str);
        type_in(&trial, words->str);
    }
    trial_end(&trial);
}

static void lookup_find__answers__scripts_and_marks_in_any_mixture(void **state)
{
    Trial trial = trial_begin(state);
    type_all(&trial, hostile_scripts);
    for (guint i = 0; hostile_marks[i] != NULL; i++) {
        g_autofree char *tower = repeat(hostile_marks[i], MANY_MARKS);
        type_made(&trial, "%s", tower);
        type_made(&trial, "m%süller", tower);
        type_made(&trial, "m%sü%sller %s%s", tower, tower, tower, tower);
    }
    trial_end(&trial);
}

static void lookup_find__answers__any_number_and_any_day(void **state)
{
    static const int days[] = {0, 1, 3, 28, 29, 30, 31, 32};
    Trial trial = trial_begin(state);
    type_all(&trial, hostile_numbers);
    for (int month = 0; month <= 13; month++) {
        for (guint i = 0; i < G_N_ELEMENTS(days); i++) {
            type_made(&trial, "%d.%d.", days[i], month);
            type_made(&trial, "%02d.%02d.%d", days[i], month, 1900 + days[i]);
            type_made(&trial, "%d-%02d-%02d", 2000 + month, month, days[i]);
        }
    }
    trial_end(&trial);
}

static void lookup_find__answers__what_does_not_end(void **state)
{
    Trial trial = trial_begin(state);
    for (guint i = 0; hostile_pieces[i] != NULL; i++) {
        const char *piece = hostile_pieces[i];
        g_autofree char *endless = repeat(piece, MEBIBYTE / strlen(piece));
        g_autofree char *many = repeat(piece, MANY_WORDS);
        type_in(&trial, endless);
        type_made(&trial, "müller %s", many);
    }
    g_autoptr(GString) different = g_string_new(NULL);
    g_autoptr(GString) digits = g_string_new(NULL);
    for (int i = 0; i < MANY_WORDS; i++) {
        g_string_append_printf(different, "m%c%cller ", 'a' + i % 26, 'a' + i / 26);
        g_string_append_printf(digits, "%d ", i * 7919);
    }
    type_in(&trial, different->str);
    type_in(&trial, digits->str);
    g_autofree char *ten_thousand = repeat("0123456789", 1000);
    type_in(&trial, ten_thousand);
    type_made(&trial, "+%s", ten_thousand);
    trial_end(&trial);
}

static void lookup_find__finds_nothing__where_nothing_is_typed(void **state)
{
    Trial trial = trial_begin(state);
    g_autoptr(GString) all = g_string_new(NULL);
    assert_int_equal(type_in(&trial, ""), 0);
    for (guint i = 0; hostile_blanks[i] != NULL; i++) {
        g_autofree char *many = repeat(hostile_blanks[i], MANY_MARKS);
        assert_int_equal(type_in(&trial, hostile_blanks[i]), 0);
        assert_int_equal(type_in(&trial, many), 0);
        g_string_append_printf(all, "%s ", hostile_blanks[i]);
    }
    assert_int_equal(type_in(&trial, all->str), 0);
    g_autofree char *endless = repeat(all->str, MEBIBYTE / all->len);
    assert_int_equal(type_in(&trial, endless), 0);
    trial_end(&trial);
}

static void lookup_find__sees_through__what_cannot_be_seen(void **state)
{
    Trial trial = trial_begin(state);
    for (guint i = 0; i < G_N_ELEMENTS(disguises); i++) {
        expect_first(&trial, disguises[i], "Müller");
    }
    g_autofree char *tower = repeat("\u0308", MANY_MARKS);
    g_autofree char *query = g_strdup_printf("mu%sller", tower);
    expect_first(&trial, query, "Müller");
    trial_end(&trial);
}

static void lookup_find__keeps_to_any_limit(void **state)
{
    static const char *const queries[] = {"m", "müller", "maller", "0", "\"", "3.5."};
    static const guint limits[] = {0, 1, 2, 1000, G_MAXINT, G_MAXUINT};
    Trial trial = trial_begin(state);
    for (guint i = 0; i < G_N_ELEMENTS(queries); i++) {
        for (guint limit = 0; limit < G_N_ELEMENTS(limits); limit++) {
            found_free(ask(&trial, trial.vocabulary, queries[i], limits[limit]));
        }
    }
    trial_end(&trial);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_find__speaks_no_query_language__of_any_engine),
        cmocka_unit_test(lookup_find__finds_those__who_are_called_like_a_command),
        cmocka_unit_test(lookup_find__answers__any_punctuation),
        cmocka_unit_test(lookup_find__answers__half_characters),
        cmocka_unit_test(lookup_find__answers__characters_of_every_block),
        cmocka_unit_test(lookup_find__answers__scripts_and_marks_in_any_mixture),
        cmocka_unit_test(lookup_find__answers__any_number_and_any_day),
        cmocka_unit_test(lookup_find__answers__what_does_not_end),
        cmocka_unit_test(lookup_find__finds_nothing__where_nothing_is_typed),
        cmocka_unit_test(lookup_find__sees_through__what_cannot_be_seen),
        cmocka_unit_test(lookup_find__keeps_to_any_limit),
    };
    return fixture_for_each_engine("lookup_hostile", tests, G_N_ELEMENTS(tests));
}
