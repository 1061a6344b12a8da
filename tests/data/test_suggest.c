/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What completes the typing. */
#include "tests/data/people.h"

#include "data/customer/factkind.h"
#include "data/customer/suggest.h"

#include <string.h>

static const Person people[] = {
    {.given = "Anna",
     .family = "Ott",
     .street = "Am Dobben 7",
     .postcode = "28203",
     .place = "Bremen",
     .salutation = "Frau",
     .facts = "likes: mag Erdbeere; usual: Roggenbrot"},
    {.given = "Ida",
     .family = "Ott",
     .street = "Am Dobben 12a",
     .postcode = "28203",
     .place = "Bremen",
     .salutation = "Frau",
     .title = "Dr.",
     .facts = "likes: Erdbeere"},
    {.given = "Kurt",
     .family = "Ott",
     .street = "Am Dobbenweg 1",
     .postcode = "28195",
     .place = "Bremen",
     .salutation = "Herr",
     .facts = "usual: Erdbeere"},
    {.given = "Jan",
     .family = "Klein",
     .street = "Mühlenstraße 4",
     .postcode = "26160",
     .place = "Bad Zwischenahn",
     .company = "Bäckerei Groß & Söhne",
     .facts = "allergy: Erdnüsse; talk: Enkel im Fußball"},
    {.given = "Uwe",
     .family = "Klein",
     .street = "am Markt 1",
     .postcode = "28195",
     .place = "Bremen",
     .facts = "allergy: Erdnüsse; talk: Enkel im Fußball"},
    {.given = "Eva",
     .family = "Klein",
     .street = "Am Markt 2",
     .postcode = "28195",
     .place = "Bremen",
     .company = "Bäckerei Weiß",
     .facts = "talk: Enkel in Haft"},
    {.given = "Mia",
     .family = "Klein",
     .street = "Am Dobben 7",
     .postcode = "49074",
     .place = "Osnabrück"},
};

static gint64 kind_id(Db *db, const char *code)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, &error);
    expect_done(kinds != NULL, error);
    return fact_kind_by_code(kinds, code)->head.id;
}

/* All of them, "|" between. */
static char *told(Db *db, SuggestWhat what, const char *typed, SuggestContext context, guint most)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) list = suggest_list(db, what, typed, &context, most, &error);
    expect_done(list != NULL, error);
    g_ptr_array_add(list, NULL);
    return g_strjoinv("|", (char **)list->pdata);
}

static void expect(Db *db, SuggestWhat what, const char *typed, SuggestContext context,
                   const char *wanted)
{
    g_autofree char *list = told(db, what, typed, context, 10);
    if (strcmp(list, wanted) != 0) {
        fail_msg("\"%s\" is completed by \"%s\", not by \"%s\"", typed, list, wanted);
    }
}

static Db *with_people(void **state)
{
    Fixture *fixture = *state;
    people_furnish(fixture->db);
    for (gsize i = 0; i < G_N_ELEMENTS(people); i++) {
        people_add(fixture->db, &people[i]);
    }
    return fixture->db;
}

static void suggest_list__completes_addresses(void **state)
{
    Db *db = with_people(state);
    const SuggestContext nothing = {0};
    expect(db, SUGGEST_STREET, "Am Dob", nothing, "Am Dobben |Am Dobbenweg 1");
    expect(db, SUGGEST_STREET, "am d", nothing, "Am Dobben |Am Dobbenweg 1");
    expect(db, SUGGEST_STREET, "  am d", nothing, "Am Dobben |Am Dobbenweg 1");
    expect(db, SUGGEST_STREET, "Am Dobbenw", nothing, "Am Dobbenweg 1");
    /* Once there is a number, nobody else's is of use. */
    expect(db, SUGGEST_STREET, "Am Dobben 1", nothing, "");
    expect(db, SUGGEST_STREET, "Am Dobbenweg 1", nothing, "");
    expect(db, SUGGEST_STREET, "AM MA", nothing, "Am Markt 2|am Markt 1");
    expect(db, SUGGEST_STREET, "muehlenstr", nothing, "Mühlenstraße 4");
    expect(db, SUGGEST_STREET, "muhlenstrass", nothing, "Mühlenstraße 4");
    expect(db, SUGGEST_STREET, "a", nothing, "");
    expect(db, SUGGEST_PLACE, "b", nothing, "Bremen|Bad Zwischenahn");
    expect(db, SUGGEST_PLACE, "br", nothing, "Bremen");
    expect(db, SUGGEST_PLACE, "osnabru", nothing, "Osnabrück");
    expect(db, SUGGEST_PLACE, "Bremen", nothing, "");
    expect(db, SUGGEST_PLACE, "", nothing, "");
}

static void suggest_list__knows_postcodes_and_places(void **state)
{
    Db *db = with_people(state);
    expect(db, SUGGEST_PLACE, "", (SuggestContext){.postcode = "28195"}, "Bremen");
    expect(db, SUGGEST_PLACE, "", (SuggestContext){.postcode = " 28195 "}, "Bremen");
    expect(db, SUGGEST_PLACE, "", (SuggestContext){.postcode = "99999"}, "");
    expect(db, SUGGEST_PLACE, "o", (SuggestContext){.postcode = "28195"}, "Osnabrück");
    expect(db, SUGGEST_POSTCODE, "", (SuggestContext){.street = "Am Dobben 99"}, "28203|49074");
    expect(db, SUGGEST_POSTCODE, "4", (SuggestContext){.street = "Am Dobben 99"}, "49074");
    expect(db, SUGGEST_POSTCODE, "",
           (SuggestContext){.street = "Am Dobben 99", .place = "osnabrueck"}, "49074");
    expect(db, SUGGEST_POSTCODE, "", (SuggestContext){.street = "Nirgends 1"}, "");
    expect(db, SUGGEST_POSTCODE, "28", (SuggestContext){0}, "");
}

static void suggest_list__completes_words_of_the_card(void **state)
{
    Db *db = with_people(state);
    const SuggestContext nothing = {0};
    expect(db, SUGGEST_SALUTATION, "f", nothing, "Frau");
    expect(db, SUGGEST_TITLE, "d", nothing, "Dr.");
    expect(db, SUGGEST_COMPANY, "baeck", nothing, "Bäckerei Groß & Söhne|Bäckerei Weiß");
    expect(db, SUGGEST_COMPANY, "bäckerei gros", nothing, "Bäckerei Groß & Söhne");
    expect(db, SUGGEST_DAY_LABEL, "s", nothing, "");
    expect(db, SUGGEST_NOTHING, "Bre", nothing, "");
}

static void suggest_list__completes_notes__of_others_only_what_is_no_secret(void **state)
{
    Db *db = with_people(state);
    const SuggestContext likes = {.kind_id = kind_id(db, "likes")},
                         usual = {.kind_id = kind_id(db, "usual")},
                         talk = {.kind_id = kind_id(db, "talk")},
                         allergy = {.kind_id = kind_id(db, "allergy")};
    expect(db, SUGGEST_NOTE, "er", likes, "Erdbeere");
    expect(db, SUGGEST_NOTE, "mag er", likes, "mag Erdbeere");
    expect(db, SUGGEST_NOTE, "er", usual, "Erdbeere");
    expect(db, SUGGEST_NOTE, "ro", usual, "Roggenbrot");
    expect(db, SUGGEST_NOTE, "ro", likes, "Roggenbrot");
    /* Two talk of football; of the third nobody else reads. */
    expect(db, SUGGEST_NOTE, "enkel", talk, "Enkel im Fußball");
    expect(db, SUGGEST_NOTE, "erd", allergy, "");
    expect(db, SUGGEST_NOTE, "er", (SuggestContext){0}, "");
}

static void suggest_list__forgets__what_nobody_has_any_more(void **state)
{
    Db *db = with_people(state);
    g_autoptr(GError) error = NULL;
    const SuggestContext nothing = {0};
    Deed *deed = people_begin(db);
    gint64 id = people_number(db, "SELECT customer_id FROM address WHERE place = $1",
                              DB_VALUES(db_text("Osnabrück")));
    expect_done(sheet_remove(deed, id, &error), error);
    gint64 done = people_commit(deed);
    expect(db, SUGGEST_PLACE, "os", nothing, "");
    people_undo(db, done);
    expect(db, SUGGEST_PLACE, "os", nothing, "Osnabrück");
}

/* The order is the number of uses; a list is as long as was asked for. */
static void suggest_list__puts_the_most_used_first(void **state)
{
    Fixture *fixture = *state;
    people_furnish(fixture->db);
    static const Person crowd[] = {
        {.family = "A", .place = "Berne"},       {.family = "B", .place = "Bremerhaven"},
        {.family = "C", .place = "Bremerhaven"}, {.family = "D", .place = "Bremen"},
        {.family = "E", .place = "Bremen"},      {.family = "F", .place = "Bremen"},
        {.family = "G", .place = "bremen"}};
    for (gsize i = 0; i < G_N_ELEMENTS(crowd); i++) {
        people_add(fixture->db, &crowd[i]);
    }
    expect(fixture->db, SUGGEST_PLACE, "b", (SuggestContext){0}, "Bremen|Bremerhaven|Berne|bremen");
    g_autofree char *two = told(fixture->db, SUGGEST_PLACE, "b", (SuggestContext){0}, 2);
    assert_string_equal(two, "Bremen|Bremerhaven");
}

static void suggest_list__stands_hostile_texts(void **state)
{
    Db *db = with_people(state);
    g_autofree char *endless = g_strnfill(3000, 'm');
    const Person one = {
        .family = "Lang", .place = endless, .street = "\x01\x02", .company = "Z%_'\"\\"};
    people_add(db, &one);
    expect(db, SUGGEST_PLACE, "mmmmmm", (SuggestContext){0}, "");
    expect(db, SUGGEST_PLACE, endless, (SuggestContext){0}, "");
    expect(db, SUGGEST_COMPANY, "z%", (SuggestContext){0}, "Z%_'\"\\");
    expect(db, SUGGEST_COMPANY, "%%", (SuggestContext){0}, "");
    expect(db, SUGGEST_STREET, "\x01\x02", (SuggestContext){0}, "");
    expect(db, SUGGEST_STREET, "sssssssssssssssssssssssssssssssssssssss", (SuggestContext){0}, "");
}

/* Each statement is served by an index: no walk over the whole table. */
static void suggest_list__walks_along_indexes(void **state)
{
    const Fixture *fixture = *state;
    static const char *const parts[] = {
        "SELECT substr(street, 1, 100) FROM address WHERE street IS NOT NULL AND substr(street, 1, "
        "100) >= 'a' ORDER BY substr(street, 1, 100) LIMIT 1",
        "SELECT substr(place, 1, 100) FROM address WHERE postcode IS NOT NULL AND substr(postcode, "
        "1, 100) = '1' AND substr(place, 1, 100) >= 'a' ORDER BY substr(place, 1, 100) LIMIT 1",
        "SELECT substr(company, 1, 100) FROM customer WHERE company IS NOT NULL AND "
        "substr(company, 1, 100) >= 'a' ORDER BY substr(company, 1, 100) LIMIT 1",
        "SELECT substr(words, 1, 100) FROM fact WHERE kind_id = 1 AND substr(words, 1, 100) >= 'a' "
        "ORDER BY substr(words, 1, 100) LIMIT 1",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *sql = g_strconcat("EXPLAIN QUERY PLAN ", parts[i], NULL);
        g_autoptr(Rows) rows = db_query(fixture->db, sql, DB_NO_VALUES, &error);
        expect_done(rows != NULL, error);
        assert_true(rows_next(rows, &error));
        assert_non_null(strstr(rows_text(rows, 3), "USING"));
        assert_non_null(strstr(rows_text(rows, 3), "SEARCH"));
        assert_false(rows_next(rows, &error));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(suggest_list__completes_addresses),
        cmocka_unit_test(suggest_list__knows_postcodes_and_places),
        cmocka_unit_test(suggest_list__completes_words_of_the_card),
        cmocka_unit_test(suggest_list__completes_notes__of_others_only_what_is_no_secret),
        cmocka_unit_test(suggest_list__forgets__what_nobody_has_any_more),
        cmocka_unit_test(suggest_list__puts_the_most_used_first),
        cmocka_unit_test(suggest_list__stands_hostile_texts),
    };
    const struct CMUnitTest plans[] = {
        cmocka_unit_test(suggest_list__walks_along_indexes),
    };
    return fixture_for_each_engine("suggest", tests, G_N_ELEMENTS(tests)) +
           fixture_on_sqlite("suggest plans", plans, G_N_ELEMENTS(plans));
}
