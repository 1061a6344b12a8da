/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due in the demo shop. */
#include "data/demo/duties.h"

#include "data/agenda/careplan.h"
#include "data/agenda/interaction.h"
#include "data/agenda/quiet.h"
#include "data/agenda/reminder.h"
#include "data/base/i18n.h"

/* Visits an earlier list tells of, from which on somebody counts as an A, B or C. */
enum { OFTEN = 110, NOW_AND_THEN = 45, RARELY = 15 };

/* As in told.h: whom it is about, and so many days ago; negative ones are to come. */

typedef struct {
    int who, ago, due;
    int minute; /* -1: any time */
    const char *words;
    guint clerk; /* counted from 1; 0: whoever is there */
    const char *repeats;
    int step;
    guint weekdays;
    int done; /* how many days after it was due; -1: not yet */
} ToldReminder;

static const ToldReminder reminders[] = {
    {0, 364, 363, -1, "Kaffeemaschine entkalken", 0, "week", 2, 1, 0},
    {0, 364, 336, 17 * 60 + 30, "Gutscheine nachzählen", 1, "month", 1, 0, 0},
    {22, 120, 92, -1, "Sammelrechnung schreiben", 1, "month", 1, 0, 1},
    {12, 40, 1, 10 * 60, "Kranz für den Kaffeekreis: wie viele sind es?", 2, NULL, 1, 0, -1},
    {13, 6, 0, 11 * 60, "fragen, ob die Mutter den Obstboden mochte", 0, NULL, 1, 0, -1},
    {24, 9, 0, 16 * 60, "zurückrufen wegen der Gutscheine", 1, NULL, 1, 0, -1},
    {0, 3, -1, -1, "Stollen ins Fenster", 0, NULL, 1, 0, -1},
    {7, 20, -5, -1, "Kerzen für Bens Torte besorgen", 4, NULL, 1, 0, -1},
    {23, 30, -9, 8 * 60, "wegen der Weihnachtsfeier anrufen", 1, NULL, 1, 0, -1},
    {16, 70, 60, -1, "fragen, wie die Kur war", 3, NULL, 1, 0, 2},
    {26, 50, 44, 9 * 60, "Foto der Einschulungstorte mitgeben", 5, NULL, 1, 0, 0},
    {10, 33, 30, -1, "Rezeptkarte heraussuchen", 2, NULL, 1, 0, 0},
};

typedef struct {
    int who, ago, minute;
    const char *direction, *channel, *outcome, *mood, *words;
} ToldContact;

static const ToldContact contacts[] = {
    {1, 38, 620, "in", "counter", NULL, "good", "erzählt von der Taufe der Enkelin"},
    {4, 5, 680, "in", "counter", "appointment", "good", "kommt zur Beratung wieder, mit Tochter"},
    {4, 25, 1010, "out", "phone", "reached", "good", "Termin für die Verkostung"},
    {5, 2, 995, "out", "phone", "not_reached", NULL, "wegen der Inschrift, Mailbox"},
    {6, 150, 600, "out", "post", NULL, NULL, "Karte zum Hochzeitstag"},
    {12, 96, 560, "in", "phone", "order", "neutral", "Kranz, dann doch nicht"},
    {16, 100, 505, "in", "counter", NULL, "neutral", "geht in Kur"},
    {22, 61, 540, "out", "email", "reached", NULL, "Angebot für das Sommerfest"},
    {22, 59, 700, "in", "email", "documents", NULL, "bittet um die Rechnung für das Sommerfest"},
    {23, 45, 450, "in", "phone", "call_back", "neutral", "fragt nach Frühstück für zwölf"},
    {24, 13, 960, "in", "phone", "call_back", "bad", "fand keinen Parkplatz"},
    {10, 130, 640, "in", "counter", NULL, "good", "bringt eine Freundin mit"},
};

typedef struct {
    const char *class;
    int who; /* a story; 0: of a class */
    const char *channel;
    int every;
    const char *unit, *words;
} ToldPlan;

/* What the owner laid down, PLANNED days ago. */
enum { PLANNED = 60 };

static const ToldPlan plans[] = {
    {"A", 0, NULL, 3, "month", "fragen, wie es geht"},
    {"B", 0, NULL, 6, "month", NULL},
    {"C", 0, "newsletter", 1, "year", "Weihnachtskarte"},
    {NULL, 22, "email", 6, "week", "Bestellung für die Gruppe"},
    {NULL, 21, NULL, 0, "month", NULL},
};

static const struct {
    int who;
    const char *words;
} quiets[] = {
    {1, "Sa vormittag"},
    {23, "Mo-Fr 7-12 Uhr"},
    {22, "20.12.-6.1."},
    {24, "vor 9"},
};

/* The day at hand, and who is in the shop by then. */
typedef struct {
    Db *db;
    const Who *who;
    Day day, today;
    const gint64 *stories;
    guint told;
} Duties;

void duties_grade(Customer *customer, guint chance)
{
    static const char *const closenesses[] = {"close", "close", "known", "known", "known", NULL};
    gint64 visits = customer->visits_before;
    const char *class = visits >= OFTEN ? "A" : visits >= NOW_AND_THEN ? "B" : "C";
    if (visits < RARELY || chance % 7 == 0) {
        return;
    }
    record_set_text(&customer->class, class);
    record_set_text(&customer->closeness, visits >= OFTEN
                                              ? closenesses[chance % G_N_ELEMENTS(closenesses)]
                                          : chance % 5 == 0 ? "distant"
                                                            : NULL);
    customer->clerk_id = visits >= OFTEN ? 1 + chance % 6 : 0;
}

/* The customer WHO stands for; 0: nobody, -1: they have no card yet. */
static gint64 customer_of(const Duties *duties, int who)
{
    if (who == 0) {
        return 0;
    }
    gint64 id = duties->stories[who - 1];
    return (guint)who <= duties->told && id != 0 ? id : -1;
}

static bool is_on(const Duties *duties, int ago)
{
    return day_compare(duties->day, day_plus(duties->today, -ago)) == 0;
}

/* The working day AGO days ago: Saturday instead of Sunday. */
static int working(const Duties *duties, int ago)
{
    return day_weekday(day_plus(duties->today, -ago)) == 7 ? ago + 1 : ago;
}

static bool write_reminder(const Duties *duties, const ToldReminder *told, gint64 customer_id,
                           GError **error)
{
    const Series series = {.unit = series_unit(told->repeats),
                           .step = told->step,
                           .weekdays = told->weekdays,
                           .first = day_plus(duties->today, -told->due)};
    const Moment due = {series.first, told->minute >= 0 ? told->minute : MINUTE_NONE};
    g_autoptr(Deed) deed = deed_begin(duties->db, duties->who, N_("noting a reminder"), error);
    Reminder *reminder = record_new(&reminder_type);
    reminder->customer_id = customer_id;
    reminder->clerk_id = told->clerk;
    record_set_text(&reminder->words, told->words);
    reminder_set_due(reminder, due, &series);
    bool ok =
        deed != NULL && reminder_save(deed, reminder, error) && deed_commit(deed, NULL, error);
    record_free(reminder);
    return ok;
}

/* Ticks off what was due so many days before today that TOLD is done on the day at hand. */
static bool settle(const Duties *duties, const ToldReminder *told, gint64 customer_id,
                   GError **error)
{
    g_autofree char *day = day_to_text(duties->day);
    g_autoptr(GPtrArray) list = record_list(
        duties->db, &reminder_type,
        "WHERE words = $1 AND state = 'open' AND day <= $2 "
        "AND (CAST($3 AS bigint) = 0 OR customer_id = $4)",
        DB_VALUES(db_text(told->words), db_text(day), db_int(customer_id), db_int(customer_id)),
        error);
    if (list == NULL || list->len == 0) {
        return list != NULL;
    }
    const Reminder *reminder = g_ptr_array_index(list, 0);
    if (day_between(reminder_comes_up(reminder).day, duties->day) < told->done) {
        return true;
    }
    g_autoptr(Deed) deed = deed_begin(duties->db, duties->who, N_("doing a reminder"), error);
    const Moment now = {duties->day, MINUTE_NONE};
    return deed != NULL && reminder_settle(deed, reminder->head.id, NULL, now, error) &&
           deed_commit(deed, NULL, error);
}

static bool write_reminders(const Duties *duties, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(reminders); i++) {
        const ToldReminder *told = &reminders[i];
        gint64 customer_id = customer_of(duties, told->who);
        if (customer_id < 0) {
            continue;
        }
        bool is_new = is_on(duties, working(duties, told->ago));
        if ((is_new && !write_reminder(duties, told, customer_id, error)) ||
            (told->done >= 0 && !settle(duties, told, customer_id, error))) {
            return false;
        }
    }
    return true;
}

static bool write_contact(const Duties *duties, const ToldContact *told, gint64 customer_id,
                          GError **error)
{
    g_autofree char *day = day_to_text(duties->day);
    g_autoptr(Deed) deed = deed_begin(duties->db, duties->who, N_("noting a contact"), error);
    Interaction *contact = record_new(&interaction_type);
    contact->customer_id = customer_id;
    contact->minute = told->minute;
    contact->branch_id = duties->who->branch_id;
    record_set_text(&contact->day, day);
    record_set_text(&contact->direction, told->direction);
    record_set_text(&contact->channel, told->channel);
    record_set_text(&contact->outcome, told->outcome);
    record_set_text(&contact->mood, told->mood);
    record_set_text(&contact->words, told->words);
    bool ok =
        deed != NULL && interaction_save(deed, contact, error) && deed_commit(deed, NULL, error);
    record_free(contact);
    return ok;
}

static bool write_contacts(const Duties *duties, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(contacts); i++) {
        gint64 customer_id = customer_of(duties, contacts[i].who);
        if (customer_id > 0 && is_on(duties, working(duties, contacts[i].ago)) &&
            !write_contact(duties, &contacts[i], customer_id, error)) {
            return false;
        }
    }
    return true;
}

static bool write_plan(const Duties *duties, Deed *deed, GError **error)
{
    g_autofree char *day = day_to_text(duties->day);
    bool ok = true;
    for (guint i = 0; ok && i < G_N_ELEMENTS(plans); i++) {
        gint64 customer_id = customer_of(duties, plans[i].who);
        CarePlan *plan = record_new(&care_plan_type);
        plan->customer_id = MAX(customer_id, 0);
        plan->every = plans[i].every;
        record_set_text(&plan->class, plans[i].class);
        record_set_text(&plan->channel, plans[i].channel);
        record_set_text(&plan->unit, plans[i].unit);
        record_set_text(&plan->words, plans[i].words);
        record_set_text(&plan->from_day, day);
        ok = customer_id < 0 || care_plan_save(deed, plan, error);
        record_free(plan);
    }
    return ok;
}

static bool write_quiets(const Duties *duties, Deed *deed, GError **error)
{
    bool ok = true;
    for (guint i = 0; ok && i < G_N_ELEMENTS(quiets); i++) {
        Quiet *quiet = record_new(&quiet_type);
        quiet->customer_id = customer_of(duties, quiets[i].who);
        ok = quiet->customer_id < 0 || !quiet_read(quiets[i].words, duties->day, quiet) ||
             quiet_save(deed, quiet, error);
        record_free(quiet);
    }
    return ok;
}

static bool write_rest(const Duties *duties, GError **error)
{
    g_autoptr(Deed) deed =
        deed_begin(duties->db, duties->who, N_("changing the communication plan"), error);
    if (deed == NULL) {
        return false;
    }
    deed_leave_places(deed);
    return write_plan(duties, deed, error) && write_quiets(duties, deed, error) &&
           deed_commit(deed, NULL, error);
}

bool duties_write(Db *db, const Who *who, Day day, Day today, const gint64 *stories, guint told,
                  GError **error)
{
    const Duties duties = {db, who, day, today, stories, told};
    return write_reminders(&duties, error) && write_contacts(&duties, error) &&
           (!is_on(&duties, working(&duties, PLANNED)) || write_rest(&duties, error));
}
