/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promise 15: whatever was done, taken back one by one the shop is what it was; done again it is
 * what it had become; also by a program that was started anew in between. */
#include "tests/faults/anydeed.h"
#include "tests/faults/scale.h"

enum {
    SEQUENCES = 40,
    SEQUENCES_FULL = 10000,
    LEAST = 3,
    MORE = 8,
    BETWEEN_STARTS = 7,
    LOOKS = 20
};

/* The program is started anew: nothing of what was done is remembered but in the shop. */
static void start_anew(Play *play)
{
    g_autoptr(GError) error = NULL;
    db_close(play->fixture->db);
    play->fixture->db = db_open(play->fixture->where, DB_READ_WRITE, &error);
    expect_done(play->fixture->db != NULL, error);
}

/* Takes back the deed ID, which has to be the one that FIND says is next. */
static gint64 take_back(Play *play, gint64 id,
                        bool (*find)(Db *, gint64, gint64 *, const char **, GError **))
{
    g_autoptr(GError) error = NULL;
    const char *verb = NULL;
    gint64 found = 0, undo = 0;
    expect_done(find(play->fixture->db, play->who.clerk_id, &found, &verb, &error), error);
    assert_int_equal(found, id);
    if (!deed_undo(play->fixture->db, &play->who, id, &undo, &error)) {
        fail_msg("“%s” cannot be taken back: %s", verb, error->message);
    }
    return undo;
}

static void expect_content(Play *play, const char *wanted, const char *when, guint sequence)
{
    g_autofree char *found = people_dump(play->fixture->db);
    if (g_strcmp0(found, wanted) != 0) {
        fail_msg("The shop is not what it was, %s sequence %u of seed %u.\n%s\n%s", when, sequence,
                 scale_seed(), wanted, found);
    }
}

/* Takes COUNT deeds back, the last one first, and puts in their place what took them back. */
static void back_all(Play *play, gint64 *deeds, guint count)
{
    for (guint i = count; i > 0; i--) {
        deeds[i - 1] = take_back(play, deeds[i - 1], deed_last);
    }
}

/* Does again what BACKS took back, the first one first. */
static void again_all(Play *play, const gint64 *backs, guint count)
{
    for (guint i = 0; i < count; i++) {
        take_back(play, backs[i], deed_last_undone);
    }
}

static void play_sequence(Play *play, guint sequence)
{
    gint64 deeds[LEAST + MORE], firsts[LEAST + MORE];
    guint count = LEAST + roll(play, MORE);
    bool restarts = sequence % BETWEEN_STARTS == 0;
    g_autofree char *before = people_dump(play->fixture->db);
    for (guint i = 0; i < count; i++) {
        deeds[i] = firsts[i] = play_deed(play);
    }
    g_autofree char *after = people_dump(play->fixture->db);
    if (restarts) {
        start_anew(play);
    }
    back_all(play, deeds, count);
    expect_content(play, before, "taken back after", sequence);
    if (restarts) {
        start_anew(play);
    }
    again_all(play, deeds, count);
    expect_content(play, after, "done again after", sequence);
    back_all(play, firsts, count);
    expect_content(play, before, "taken back once more after", sequence);
}

static void undo__brings_back_exactly_what_was__whatever_was_done(void **state)
{
    guint count = scale(SEQUENCES, SEQUENCES_FULL);
    g_autoptr(Play) play = play_new(*state, scale_seed());
    print_message("seed %u\n", scale_seed());
    for (guint i = 0; i < count; i++) {
        play_sequence(play, i);
        if (i % (count / MIN(count, LOOKS)) == 0) {
            people_expect_sound(play->fixture->db);
        }
    }
    people_expect_sound(play->fixture->db);
    scale_tell(15, "%u sequences of deeds taken back, done again and taken back", count);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undo__brings_back_exactly_what_was__whatever_was_done),
    };
    return fixture_for_each_engine("undoall", tests, G_N_ELEMENTS(tests));
}
