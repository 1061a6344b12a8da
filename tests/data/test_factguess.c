/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What remarks are taken for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "data/customer/factguess.h"
#include "data/customer/factrules.h"
#include "data/lookup/fold.h"

#include <string.h>

static const Day today = {2026, 3, 1};

static const char *const trust_names[] = {"none", "likely", "safe"};

typedef struct {
    const char *text;
    const char *kind;
    GuessTrust trust;
} Case;

static void assert_guess(const char *text, const char *kind, GuessTrust trust)
{
    FactGuess guess = fact_guess(text, today);
    if (strcmp(guess.kind, kind) != 0 || guess.trust != trust) {
        fail_msg("\"%s\" is taken for %s (%s), not %s (%s)", text, guess.kind,
                 trust_names[guess.trust], kind, trust_names[trust]);
    }
}

static void assert_all_guessed(const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_guess(cases[i].text, cases[i].kind, cases[i].trust);
    }
}

static void fact_guess__sorts_the_remarks_of_a_real_list(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Nussallergie", "allergy", GUESS_SAFE},
        {"laktosefrei", "allergy", GUESS_SAFE},
        {"glutenfrei!", "allergy", GUESS_SAFE},
        {"Diabetikerin", "allergy", GUESS_SAFE},
        {"isst kein Marzipan", "dislikes", GUESS_SAFE},
        {"mag Erdbeertorte", "likes", GUESS_SAFE},
        {"Sie sagt \"wie immer\" = 2 Dinkelbrötchen + 1 Laugenstange", "usual", GUESS_SAFE},
        {"holt samstags Roggenbrot", "usual", GUESS_LIKELY},
        {"will nicht geduzt werden", "address_form", GUESS_SAFE},
        {"nicht vor 9 Uhr anrufen", "no_call", GUESS_SAFE},
        {"Hochzeitstag 12. Juni", "wedding", GUESS_SAFE},
        {"Enkel heißt Jonte", "family", GUESS_SAFE},
        {"Zwillinge (3)", "family", GUESS_SAFE},
        {"Chorprobe donnerstags", "interest", GUESS_LIKELY},
        {"Schoko-Croissant, täglich", "usual", GUESS_LIKELY},
        {"Name unbekannt; Schoko-Croissant, täglich", "note", GUESS_NONE},
        {"Name unbekannt", "note", GUESS_NONE},
        {"Frau mit roter Brille, Studentin von gegenüber", "note", GUESS_NONE},
        {"arbeitet in der Bücherei", "note", GUESS_NONE},
        {"bestellt jedes Jahr zu Weihnachten Stollen", "note", GUESS_NONE},
        {"Beschwerde: Brötchen zu dunkel", "note", GUESS_NONE},
        {"rief an wg. Hochzeitstorte", "note", GUESS_NONE},
        {"spricht am liebsten Platt", "note", GUESS_NONE},
        {"kommt mit Dackel „Waldi“", "note", GUESS_NONE},
        {"zahlt immer bar", "note", GUESS_NONE},
        {"Cappuccino zum Mitnehmen", "note", GUESS_NONE},
        {"bekommt Rechnung am Monatsende", "note", GUESS_NONE},
        {"", "note", GUESS_NONE},
    };
    assert_all_guessed(cases, G_N_ELEMENTS(cases));
}

static void fact_guess__finds_allergies(void **state)
{
    (void)state;
    static const char *const safe[] = {
        "Allergie: Mandel",
        "Allergie gegen Haselnüsse",
        "Mandelallergie!",
        "NUSSALLERGIE",
        "Nussallergikerin",
        "allergisch gegen Erdnüsse",
        "allergic to nuts",
        "nut allergy",
        "verträgt keine Milch",
        "verträgt keine Milch mehr",
        "verträgt Sellerie nicht",
        "Laktoseintoleranz",
        "Fruktoseunverträglichkeit",
        "hat Zöliakie",
        "coeliac",
        "Typ-2-Diabetes",
        "diabetic",
        "gluten-free",
        "lactose intolerant",
        "darf keine Nüsse essen",
        "can't eat eggs",
        "can’t have milk",
        "must not eat nuts",
        "reagiert stark auf Sesam",
        "Torte für 12, laktosefrei",
        "Nussallergie, keine Mandeln",
        "Keine Sahne, laktosefrei",
        "Nussallergie, nicht vor 9 Uhr anrufen",
        "Nicht vergessen: Nussallergie",
        "will nicht geduzt werden, Nussallergie",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(safe); i++) {
        assert_guess(safe[i], "allergy", GUESS_SAFE);
    }
}

static void fact_guess__is_never_sure_of_an_allergy__denied_or_doubted(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"keine Nussallergie", "note", GUESS_NONE},
        {"hat keine Allergien", "note", GUESS_NONE},
        {"keine bekannten Allergien", "note", GUESS_NONE},
        {"Allergien: keine", "note", GUESS_NONE},
        {"Allergien: keine bekannt", "note", GUESS_NONE},
        {"Allergie nein", "note", GUESS_NONE},
        {"allergies: none", "note", GUESS_NONE},
        {"no allergies", "note", GUESS_NONE},
        {"no known nut allergy", "note", GUESS_NONE},
        {"not allergic to nuts", "note", GUESS_NONE},
        {"isn't allergic", "note", GUESS_NONE},
        {"nicht mehr allergisch", "note", GUESS_NONE},
        {"nicht laktosefrei", "note", GUESS_NONE},
        {"not gluten free", "note", GUESS_NONE},
        {"Allergie?", "allergy", GUESS_LIKELY},
        {"Nussallergie (?)", "allergy", GUESS_LIKELY},
        {"vielleicht Nussallergie", "allergy", GUESS_LIKELY},
        {"evtl. Nussallergie", "allergy", GUESS_LIKELY},
        {"verträgt keine Milch?", "allergy", GUESS_LIKELY},
        {"maybe allergic to nuts", "allergy", GUESS_LIKELY},
        {"Nussallergie hat sie nicht mehr", "allergy", GUESS_LIKELY},
        {"Nussallergie: nicht mehr", "allergy", GUESS_LIKELY},
        {"Nussallergie ist weg", "allergy", GUESS_LIKELY},
        {"früher Nussallergie", "allergy", GUESS_LIKELY},
        {"had a nut allergy", "allergy", GUESS_LIKELY},
        {"Tochter hat Nussallergie", "allergy", GUESS_LIKELY},
        {"son is allergic to eggs", "allergy", GUESS_LIKELY},
        {"isst keine Nüsse", "allergy", GUESS_LIKELY},
        {"no nuts", "allergy", GUESS_LIKELY},
        {"Kuchen ohne Nüsse", "allergy", GUESS_LIKELY},
        {"glutenfreies Brot", "allergy", GUESS_LIKELY},
        {"Mandel", "note", GUESS_NONE},
        {"vegan", "likes", GUESS_LIKELY},
        {"Vegetarierin", "likes", GUESS_LIKELY},
        {"verträgt Milch", "note", GUESS_NONE},
    };
    assert_all_guessed(cases, G_N_ELEMENTS(cases));
}

static void fact_guess__tells_likes_from_dislikes(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"mag Erdbeere", "likes", GUESS_SAFE},
        {"Sie mag Vanille", "likes", GUESS_SAFE},
        {"Frau Ott mag Marzipan", "likes", GUESS_SAFE},
        {"likes strawberry cake", "likes", GUESS_SAFE},
        {"She loves marzipan", "likes", GUESS_SAFE},
        {"isst gern Käsekuchen", "likes", GUESS_SAFE},
        {"trinkt am liebsten Tee", "likes", GUESS_SAFE},
        {"Lieblingskuchen: Frankfurter Kranz", "likes", GUESS_SAFE},
        {"favourite: lemon tart", "likes", GUESS_SAFE},
        {"mag Erdbeere?", "likes", GUESS_LIKELY},
        {"mag vielleicht Erdbeere", "likes", GUESS_LIKELY},
        {"mag Erdbeere, aber keine Sahne", "likes", GUESS_LIKELY},
        {"mag Erdbeere, kein Marzipan", "likes", GUESS_LIKELY},
        {"mag kein Marzipan", "dislikes", GUESS_SAFE},
        {"mag keine Nüsse", "dislikes", GUESS_SAFE},
        {"mag Marzipan nicht", "dislikes", GUESS_SAFE},
        {"mag nichts Süßes", "dislikes", GUESS_SAFE},
        {"isst nie Sahne", "dislikes", GUESS_SAFE},
        {"hasst Rosinen", "dislikes", GUESS_SAFE},
        {"doesn't like raisins", "dislikes", GUESS_SAFE},
        {"does not eat raisins", "dislikes", GUESS_SAFE},
        {"dislikes raisins", "dislikes", GUESS_SAFE},
        {"kein Marzipan", "dislikes", GUESS_LIKELY},
        {"no marzipan please", "dislikes", GUESS_LIKELY},
        {"ohne Sahne", "dislikes", GUESS_LIKELY},
        {"keine Werbung", "note", GUESS_NONE},
        {"möchte keinen Newsletter", "note", GUESS_NONE},
    };
    assert_all_guessed(cases, G_N_ELEMENTS(cases));
}

static void fact_guess__knows_the_other_kinds(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"koscher", "belief", GUESS_SAFE},
        {"isst halal", "belief", GUESS_SAFE},
        {"kosher only", "belief", GUESS_SAFE},
        {"kein Schweinefleisch", "belief", GUESS_LIKELY},
        {"fastet im Ramadan", "belief", GUESS_LIKELY},
        {"bitte siezen", "address_form", GUESS_SAFE},
        {"wir sind per Du", "address_form", GUESS_SAFE},
        {"mag nicht geduzt werden", "address_form", GUESS_SAFE},
        {"möchte mit Frau Doktor angeredet werden", "address_form", GUESS_SAFE},
        {"likes to be called Lisa", "address_form", GUESS_SAFE},
        {"duzen?", "address_form", GUESS_LIKELY},
        {"bitte nicht anrufen", "no_call", GUESS_SAFE},
        {"nur abends anrufen", "no_call", GUESS_SAFE},
        {"nicht vor 9.30 Uhr anrufen", "no_call", GUESS_SAFE},
        {"don't call before 9", "no_call", GUESS_SAFE},
        {"do not phone on Sundays", "no_call", GUESS_SAFE},
        {"erreichbar ab 17 Uhr", "no_call", GUESS_LIKELY},
        {"nicht vergessen: anrufen", "once", GUESS_LIKELY},
        {"Schirm liegt hinter der Theke", "once", GUESS_SAFE},
        {"umbrella is here", "once", GUESS_SAFE},
        {"once: give her the sample", "once", GUESS_SAFE},
        {"today: candles for the cake", "once", GUESS_SAFE},
        {"heute: Kerzen mitgeben", "once", GUESS_SAFE},
        {"collects the order on Fridays", "usual", GUESS_LIKELY},
        {"collects stamps", "interest", GUESS_LIKELY},
        {"heute: Nussallergie erwähnt", "allergy", GUESS_SAFE},
        {"her umbrella is behind the counter", "once", GUESS_SAFE},
        {"hat Schal vergessen", "once", GUESS_SAFE},
        {"left her keys", "once", GUESS_SAFE},
        {"beim nächsten Mal Muster zeigen", "once", GUESS_LIKELY},
        {"the usual: two rolls", "usual", GUESS_SAFE},
        {"nimmt das Übliche", "usual", GUESS_SAFE},
        {"nimmt immer Mohnbrötchen", "usual", GUESS_LIKELY},
        {"jeden Samstag holt sie 6 Brötchen", "usual", GUESS_LIKELY},
        {"buys rye bread on Saturdays", "usual", GUESS_LIKELY},
        {"nach der Taufe fragen", "talk", GUESS_SAFE},
        {"ask her about the trip", "talk", GUESS_SAFE},
        {"im Urlaub auf Juist", "talk", GUESS_LIKELY},
        {"Tochter heißt Lisa", "family", GUESS_SAFE},
        {"grandson is called Jonte", "family", GUESS_SAFE},
        {"hat zwei Kinder", "family", GUESS_SAFE},
        {"3 Kinder", "family", GUESS_SAFE},
        {"twins (3)", "family", GUESS_SAFE},
        {"verheiratet mit Kurt", "family", GUESS_SAFE},
        {"Enkelin mag Berliner", "family", GUESS_LIKELY},
        {"Frau von gegenüber", "note", GUESS_NONE},
        {"arbeitet im Kindergarten", "note", GUESS_NONE},
        {"interessiert sich für Orgeln", "interest", GUESS_SAFE},
        {"Hobby: Angeln", "interest", GUESS_SAFE},
        {"Werder-Fan", "interest", GUESS_LIKELY},
        {"sings in the choir", "interest", GUESS_LIKELY},
    };
    assert_all_guessed(cases, G_N_ELEMENTS(cases));
}

static void fact_guess__reads_the_day_in_the_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *kind;
        GuessTrust trust;
        const char *day;
    } cases[] = {
        {"Hochzeitstag 12. Juni", "wedding", GUESS_SAFE, "--06-12"},
        {"Hochzeitstag: 12.6.1998!", "wedding", GUESS_SAFE, "1998-06-12"},
        {"Hochzeitstag (12.06.)", "wedding", GUESS_SAFE, "--06-12"},
        {"Hochzeitstag ist am 12. Juni 1998, Torte", "wedding", GUESS_SAFE, "1998-06-12"},
        {"Hochzeitstag im Mai", "wedding", GUESS_SAFE, "--05"},
        {"verheiratet seit 1980", "wedding", GUESS_SAFE, "1980"},
        {"wedding anniversary June 12, 1998", "wedding", GUESS_SAFE, "1998-06-12"},
        {"Hochzeitstag", "wedding", GUESS_LIKELY, ""},
        {"Hochzeitstag 31. Juni", "wedding", GUESS_LIKELY, ""},
        {"Hochzeitstag 6/12/1998", "wedding", GUESS_LIKELY, ""},
        {"Hochzeitstag morgen", "wedding", GUESS_LIKELY, ""},
        {"Hochzeitstag 12. Juni?", "wedding", GUESS_LIKELY, "--06-12"},
        {"Namenstag 19. März", "name_day", GUESS_SAFE, "--03-19"},
        {"name day: 6 December", "name_day", GUESS_SAFE, "--12-06"},
        {"Geburtstag 3.5.", "birthday", GUESS_SAFE, "--05-03"},
        {"geb. 3.5.56", "birthday", GUESS_SAFE, "1956-05-03"},
        {"hat am 3. Mai Geburtstag", "birthday", GUESS_SAFE, "--05-03"},
        {"Torte zum Geburtstag", "note", GUESS_NONE, ""},
        {"Geburtstag der Tochter 3.5.", "family", GUESS_LIKELY, ""},
        {"Sohn hat am 3. Mai Geburtstag", "family", GUESS_LIKELY, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        assert_guess(cases[i].text, cases[i].kind, cases[i].trust);
        g_autofree char *day = day_to_text(fact_guess(cases[i].text, today).day);
        if (strcmp(day, cases[i].day) != 0) {
            fail_msg("\"%s\" has the day %s, not %s", cases[i].text, day, cases[i].day);
        }
    }
}

/* Each word of PATTERN (words, globs and classes, divided by blanks and bars) is written as
 * folded text has it. */
static void assert_pattern_is_folded(const char *pattern)
{
    g_auto(GStrv) words = g_strsplit_set(pattern, " |", -1);
    for (char **word = words; *word != NULL; word++) {
        if (**word == '\0' ||
            g_strv_contains((const char *const[]){"^", "$", "+", "~", "...", NULL}, *word)) {
            continue;
        }
        if (**word == '@') {
            const char *members = NULL;
            if (fact_class(*word + 1, strlen(*word + 1), &members) < 0) {
                fail_msg("there is no class %s", *word);
            }
            assert_pattern_is_folded(members);
            continue;
        }
        g_autofree char *bare = g_strdup(*word + (**word == '*'));
        if (g_str_has_suffix(bare, "*")) {
            bare[strlen(bare) - 1] = '\0';
        }
        g_autofree char *folded = fold_text(bare);
        if (strcmp(folded, bare) != 0) {
            fail_msg("\"%s\" can never fit, folded it is \"%s\"", bare, folded);
        }
    }
}

static void fact_rules__have_words_that_can_fit(void **state)
{
    (void)state;
    size_t count = 0;
    const FactRule *rules = fact_rules(&count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        assert_pattern_is_folded(rules[i].pattern);
    }
}

static void fact_guess__survives_anything(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "mag ",          "kein ", "Nuss",  "allergie ", "nicht ", ", ", "?",
        "Hochzeitstag ", "12. ",  "Juni ", "+14 ",      "Enkel ", "\n", ";",
        "\xFF",          "ß",     "\xC3",  "anrufen ",  "| ",     "* "};
    g_autoptr(GRand) rand = g_rand_new_with_seed(14);
    for (int round = 0; round < 4000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int length = g_rand_int_range(rand, 0, 14);
        for (int i = 0; i < length; i++) {
            if (round % 2 == 0) {
                g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
            } else {
                g_string_append_c(text, (char)g_rand_int_range(rand, 1, 256));
            }
        }
        g_autofree char *exact = g_strdup(text->str);
        FactGuess guess = fact_guess(exact, today);
        assert_non_null(guess.kind);
        assert_true(day_is_valid(guess.day));
        g_auto(GStrv) thoughts = fact_split(exact);
        for (char **thought = thoughts; *thought != NULL; thought++) {
            assert_true(**thought != '\0' && strpbrk(*thought, ";\n\r") == NULL);
        }
    }
    g_autofree char *many = g_strnfill(200000, ' ');
    for (size_t i = 0; i < 200000; i += 4) {
        memcpy(many + i, "mag ", 4);
    }
    assert_guess(many, "likes", GUESS_SAFE);
}

static void assert_splits(const char *remark, const char *expected)
{
    g_auto(GStrv) thoughts = fact_split(remark);
    g_autofree char *joined = g_strjoinv("|", thoughts);
    assert_string_equal(joined, expected);
}

static void fact_split__parts_at_lines_and_semicolons(void **state)
{
    (void)state;
    assert_splits("Diabetikerin\nnicht vor 9 Uhr anrufen", "Diabetikerin|nicht vor 9 Uhr anrufen");
    assert_splits("\nlaktosefrei", "laktosefrei");
    assert_splits("Name unbekannt; Schoko-Croissant, täglich",
                  "Name unbekannt|Schoko-Croissant, täglich");
    assert_splits(" a ;; b\r\n\r\n c\ra ;", "a|b|c");
    assert_splits("a\xE2\x80\xA8"
                  "b",
                  "a|b");
    assert_splits("", "");
    assert_splits(" ; \n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fact_guess__sorts_the_remarks_of_a_real_list),
        cmocka_unit_test(fact_guess__finds_allergies),
        cmocka_unit_test(fact_guess__is_never_sure_of_an_allergy__denied_or_doubted),
        cmocka_unit_test(fact_guess__tells_likes_from_dislikes),
        cmocka_unit_test(fact_guess__knows_the_other_kinds),
        cmocka_unit_test(fact_guess__reads_the_day_in_the_words),
        cmocka_unit_test(fact_rules__have_words_that_can_fit),
        cmocka_unit_test(fact_guess__survives_anything),
        cmocka_unit_test(fact_split__parts_at_lines_and_semicolons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
