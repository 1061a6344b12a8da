/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row a screen that wants more than an empty shop. */
#include "tests/tui/openings_private.h"

#include "tests/data/people.h"

#include "data/agenda/occasion.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/customer/factkind.h"
#include "data/diary/complaintcause.h"
#include "data/diary/feedback.h"
#include "tui/screens/behind.h"
#include "tui/screens/card.h"
#include "tui/screens/careline.h"
#include "tui/screens/changes.h"
#include "tui/screens/conflict.h"
#include "tui/screens/deed.h"
#include "tui/screens/dial.h"
#include "tui/screens/edit.h"
#include "tui/screens/feedback.h"
#include "tui/screens/greeting.h"
#include "tui/screens/import.h"
#include "tui/screens/importrun.h"
#include "tui/screens/interaction.h"
#include "tui/screens/letter.h"
#include "tui/screens/note.h"
#include "tui/screens/person.h"
#include "tui/screens/quiet.h"
#include "tui/screens/reminder.h"
#include "tui/screens/rule.h"
#include "tui/screens/survey.h"
#include "tui/screens/timeline.h"
#include "tui/screens/wish.h"

#include <string.h>

typedef struct {
    const char *name;
    void (*fill)(Opening *opening); /* NULL: nothing but the shop */
    bool takes_customer;
} OpeningRow;

/* Emma's shop with its customers instead of the empty one, and the one with NUMBER of them. */
static void take_customer(Opening *opening, const char *number)
{
    emma_free(opening->emma);
    opening->emma = emma_new();
    opening->shop = opening->emma->shop;
    opening->customer = emma_customer(opening->emma, number);
}

/* Everybody who came in the month. */
static void fill_behind(Opening *opening)
{
    BehindArg *arg = g_new0(BehindArg, 1);
    arg->behind = (Behind){.kind = BEHIND_RETURNING,
                           .span = {.from = {2026, 11, 1}, .to = {2026, 11, 21}},
                           .window = PRESENCE_WINDOW};
    arg->title = "Visits";
    opening->arg = opening->own = arg;
}

static void fill_careline(Opening *opening)
{
    CareLineArg *arg = g_new0(CareLineArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

static void fill_card(Opening *opening)
{
    CardArg *arg = g_new0(CardArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* What two wrote about the customer. */
static void fill_conflict(Opening *opening)
{
    static const ConflictRow rows[] = {
        {"Last name", "Wagner", "Wegener", false, CONFLICT_MINE},
        {"Description", "mit dem roten Schirm", "", false, CONFLICT_THEIRS},
        {"Street", "Am Markt 3, hinten im Hof, zweite Treppe links, bei Ott klingeln",
         "Lange Gasse 7, gegenüber vom Bahnhof, drittes Haus hinter der Apotheke", true,
         CONFLICT_BOTH},
    };
    ConflictArg *arg = g_new0(ConflictArg, 1);
    arg->rows = rows;
    arg->count = G_N_ELEMENTS(rows);
    arg->clerk = "Lina B.";
    arg->at = "2026-11-20T13:30:00Z";
    arg->remark = "What warns is never dropped.";
    opening->arg = opening->own = arg;
}

static void fill_dial(Opening *opening)
{
    DialArg *arg = g_new0(DialArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

static void fill_edit(Opening *opening)
{
    EditArg *arg = g_new0(EditArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

static void fill_erase(Opening *opening)
{
    opening->arg = opening->own = g_memdup2(&opening->customer, sizeof opening->customer);
}

static void fill_feedback(Opening *opening)
{
    FeedbackArg *arg = g_new0(FeedbackArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

static void fill_survey(Opening *opening)
{
    SurveyArg *arg = g_new0(SurveyArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* The customer, if there is one, wishes for something; returns the wish, 0 when nobody does. */
static gint64 add_wish(const Opening *opening)
{
    g_autoptr(GError) error = NULL;
    FeedbackOrder order = feedback_order("2026-11-20");
    gint64 id = 0;
    if (opening->customer == 0) {
        return 0;
    }
    order.customer_id = opening->customer;
    order.kind = "wish";
    order.words = "Mohnkuchen mit Zuckerguss";
    Deed *deed = people_begin(opening->shop->db);
    expect_done(feedback_add(deed, &order, &id, &error), error);
    people_commit(deed);
    return people_number(opening->shop->db, "SELECT MAX(id) FROM wish", DB_NO_VALUES);
}

static void fill_wishes(Opening *opening)
{
    add_wish(opening);
}

static void fill_wish(Opening *opening)
{
    WishArg *arg = g_new0(WishArg, 1);
    arg->wish_id = add_wish(opening);
    opening->arg = opening->own = arg;
}

static void fill_note(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    NoteArg *arg = g_new0(NoteArg, 1);
    arg->customer_id = opening->customer;
    opening->kinds = fact_kind_list(opening->shop->db, &error);
    expect_done(opening->kinds != NULL, error);
    arg->kinds = opening->kinds;
    opening->arg = opening->own = arg;
}

void fill_people(Opening *opening)
{
    gint64 *id = g_new(gint64, 1);
    *id = opening->customer;
    opening->arg = opening->own = id;
}

static void fill_person(Opening *opening)
{
    PersonArg *arg = g_new0(PersonArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

static void fill_changes(Opening *opening)
{
    ChangesArg *arg = g_new0(ChangesArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* The deed that made the last customer. */
static void fill_deed(Opening *opening)
{
    DeedArg *arg = g_new0(DeedArg, 1);
    arg->deed_id =
        people_number(opening->shop->db, "SELECT MAX(deed_id) FROM change", DB_NO_VALUES);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

static void fill_timeline(Opening *opening)
{
    TimelineArg *arg = g_new0(TimelineArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* Before there is a shop. */
static void fill_start(Opening *opening)
{
    opening->path = g_build_filename(opening->emma->folder, "new.tresen", NULL);
    opening->arg = opening->path;
    opening->shop = NULL;
}

/* A list of two customers. */
static void write_list(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    opening->path = g_build_filename(opening->emma->folder, "list.csv", NULL);
    const char *text = "Vorname;Nachname;Telefon\nAnna;Ott;0421 1234\nBert;Klein;\n";
    expect_done(g_file_set_contents(opening->path, text, -1, &error), error);
}

/* Something else is where the demo was to be: it is not made, and says so. */
static void fill_demomake(Opening *opening)
{
    write_list(opening);
    opening->arg = opening->path;
}

static void fill_importmap(Opening *opening)
{
    write_list(opening);
    ImportArg *arg = g_new0(ImportArg, 1);
    arg->path = opening->path;
    opening->arg = opening->own = arg;
}

static void fill_importrun(Opening *opening)
{
    write_list(opening);
    ImportRunArg *arg = g_new0(ImportRunArg, 1);
    arg->path = opening->path;
    opening->arg = opening->own = arg;
}

static void fill_interaction(Opening *opening)
{
    InteractionArg *arg = g_new0(InteractionArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* A Saturday morning, in words. */
static void fill_quiet(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    QuietArg *arg = g_new0(QuietArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
    if (opening->customer == 0) {
        return;
    }
    Deed *deed = people_begin(opening->shop->db);
    Quiet *quiet = record_new(&quiet_type);
    quiet->customer_id = opening->customer;
    quiet->weekdays = 32;
    quiet->from_minute = 480;
    quiet->to_minute = 720;
    record_set_text(&quiet->words, "samstags lieber nicht vor dem Mittag");
    expect_done(quiet_save(deed, quiet, &error), error);
    record_free(quiet);
    people_commit(deed);
}

static void fill_reminder(Opening *opening)
{
    ReminderArg *arg = g_new0(ReminderArg, 1);
    arg->customer_id = opening->customer;
    opening->arg = opening->own = arg;
}

/* Of a day of the customer's. */
static void fill_greeting(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    GreetingArg *arg = g_new0(GreetingArg, 1);
    Deed *deed = people_begin(opening->shop->db);
    Occasion *occasion = record_new(&occasion_type);
    occasion->customer_id = opening->customer;
    record_set_text(&occasion->kind, "name_day");
    occasion_set_day(occasion, (Day){0, 11, 21});
    expect_done(opening->customer == 0 || record_insert(deed, occasion, &error), error);
    *arg = (GreetingArg){opening->customer, occasion->head.id, 2026};
    record_free(occasion);
    people_commit(deed);
    opening->arg = opening->own = arg;
}

static void fill_wordlist(Opening *opening)
{
    opening->arg = &complaint_causes;
}

static void fill_rule(Opening *opening)
{
    RuleArg *arg = g_new0(RuleArg, 1);
    arg->rule_id = people_number(opening->shop->db, "SELECT MIN(id) FROM rule", DB_NO_VALUES);
    opening->arg = opening->own = arg;
}

/* A text that a rule offers. */
static void fill_letter(Opening *opening)
{
    g_autoptr(GError) error = NULL;
    LetterArg *arg = g_new0(LetterArg, 1);
    Deed *deed = people_begin(opening->shop->db);
    Reminder *reminder = record_new(&reminder_type);
    reminder->customer_id = arg->customer_id = opening->customer;
    record_set_text(&reminder->words, "Write to them: after the first visit");
    record_set_text(&reminder->due_day, "2026-11-21");
    record_set_text(&reminder->channel, "email");
    record_set_text(&reminder->draft, "Hallo,\n\nvielen Dank für Ihren Besuch.\n\n{clerk}");
    expect_done(opening->customer == 0 || reminder_save(deed, reminder, &error), error);
    arg->reminder_id = reminder->head.id;
    record_free(reminder);
    people_commit(deed);
    opening->arg = opening->own = arg;
}

static const OpeningRow rows[] = {
    {"behind", fill_behind, true},
    {"bringback", fill_bringback, true},
    {"card", fill_card, true},
    {"careline", fill_careline, true},
    {"changes", fill_changes, true},
    {"complaintcase", fill_complaintcase, true},
    {"conflict", fill_conflict, true},
    {"customers", NULL, true},
    {"dashboard", NULL, true},
    {"deed", fill_deed, true},
    {"dial", fill_dial, true},
    {"edit", fill_edit, true},
    {"erase", fill_erase, true},
    {"feedback", fill_feedback, true},
    {"feedbacks", fill_wishes, true},
    {"interaction", fill_interaction, true},
    {"greeting", fill_greeting, true},
    {"letter", fill_letter, true},
    {"loss", fill_loss, true},
    {"losses", fill_losses, true},
    {"note", fill_note, true},
    {"people", fill_people, true},
    {"person", fill_person, true},
    {"promise", fill_promise, true},
    {"promises", fill_promises, true},
    {"preorder", fill_preorder, true},
    {"preorders", fill_preorders, true},
    {"quiet", fill_quiet, true},
    {"reminder", fill_reminder, true},
    {"rule", fill_rule, false},
    {"rules", NULL, true},
    {"survey", fill_survey, true},
    {"visit", fill_visit, true},
    {"wish", fill_wish, true},
    {"wishes", fill_wishes, true},
    {"timeline", fill_timeline, true},
    {"demomake", fill_demomake, false},
    {"importmap", fill_importmap, false},
    {"importrun", fill_importrun, false},
    {"newshop", fill_start, false},
    {"start", fill_start, false},
    {"wordlist", fill_wordlist, false},
};

static const OpeningRow *row_of(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

Opening *opening_new_on(const char *name, const char *number)
{
    const OpeningRow *row = row_of(name);
    Opening *opening = g_new0(Opening, 1);
    opening->emma = emma_new_empty();
    opening->shop = opening->emma->shop;
    if (number != NULL) {
        take_customer(opening, number);
    }
    if (row != NULL && row->fill != NULL) {
        row->fill(opening);
    }
    return opening;
}

Opening *opening_new(const char *name)
{
    const OpeningRow *row = row_of(name);
    return opening_new_on(name, row != NULL && row->takes_customer ? "1001" : NULL);
}

void opening_free(Opening *opening)
{
    emma_free(opening->emma);
    if (opening->kinds) {
        g_ptr_array_unref(opening->kinds);
    }
    g_free(opening->own);
    g_free(opening->path);
    g_free(opening);
}
