/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year in the demo shop. */
#include "data/demo/year.h"

#include "data/agenda/due.h"
#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/base/instant.h"
#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/demo/comings.h"
#include "data/demo/duties.h"
#include "data/demo/happenings.h"
#include "data/demo/newcomer.h"
#include "data/demo/staff.h"
#include "data/demo/words.h"

enum {
    YEAR_DAYS = 365,
    SUNDAY = 7,
    OPENS = 8 * 60,
    CLOSES = 18 * 60,
    SMALL_SHOP = 1000, /* up to here the days around today belong to the stories */
    /* Deeds a day of a large shop: each is about several customers then. */
    MOST_CARD_DEEDS = 8,
    MOST_NOTES = 20, /* that are made a day */
    MOST_GREETINGS = 12,
    NOTES_PERCENT = 45, /* of the customers, later in the year */
    GREETED_PERCENT = 80,
    MOST_REGULARS = 5000, /* whose visits are noted: a large shop is for looking people up */
    SINGLE_DAYS = 3,      /* so many days ago each visit has a deed of its own */
};

/* The year under way. */
typedef struct {
    Db *db;
    Newcomers all;
    guint customers;
    Day begin, day; /* the first day, and the one at hand */
    Day unwritten;  /* the first day whose visits are not written down yet */
    guint told;     /* stories whose card was there before the day at hand */
    guint notes;    /* that were made */
    Comings *comings;
    Happenings *happenings;
    Chance chance; /* of notes and greetings; the cards have one of their own … */
    Chance doors;  /* … and so has who is at the counter */
    YearProgress progress;
    gpointer data;
} Year;

Day year_begin(Day today)
{
    Day day = day_plus(today, -YEAR_DAYS);
    return day_weekday(day) == SUNDAY ? day_plus(day, 1) : day;
}

void year_instant(Day day, int minute, char text[21])
{
    g_autoptr(GDateTime) moment =
        g_date_time_new_local(day.year, day.month, day.day, minute / 60, minute % 60, 0);
    instant_write(moment, text);
}

/* Who stands at the counter of a branch on the day at hand: two clerks a branch, the owner
 * anywhere; the last one left after nine months. */
static Who somebody_at(const Year *year, Chance *chance, gint64 branch_id, int minute)
{
    Who who = {.branch_id = branch_id};
    guint place = (guint)(who.branch_id - 1) * 2 + chance_below(chance, 2);
    bool is_late = day_between(year->begin, year->day) > YEAR_DAYS * 3 / 4;
    if (place == 5 && !is_late && chance_of(chance, 50)) {
        place = YEAR_CLERKS - 1;
    }
    who.clerk_id = 1 + (chance_of(chance, 12) ? 1 : (gint64)place);
    year_instant(year->day, minute, who.at);
    return who;
}

static Who somebody(Year *year, int minute)
{
    gint64 branch_id = 1 + (gint64)chance_below(&year->chance, YEAR_BRANCHES);
    return somebody_at(year, &year->chance, branch_id, minute);
}

/* A deed of the year: the search index is put in order once, in the end. */
static Deed *begin(const Year *year, const Who *who, const char *verb, GError **error)
{
    Deed *deed = deed_begin(year->db, who, verb, error);
    if (deed != NULL) {
        deed_leave_places(deed);
    }
    return deed;
}

/* ---- new cards ---- */

/* How many cards there are in the evening of the day so many days after the first: most come in the
 * beginning. */
static guint cards_by(int days, guint total)
{
    guint64 left = (guint64)(YEAR_DAYS - MIN(days, YEAR_DAYS)), whole = YEAR_DAYS;
    return (guint)(total - total * left * left / (whole * whole));
}

static bool write_card(Year *year, Deed *deed, GError **error)
{
    Newcomers *all = &year->all;
    bool is_told = all->made < stories_count();
    gint64 who = deed_who(deed)->clerk_id;
    g_autoptr(Guest) guest = is_told ? newcomer_told(all, all->made, year->day, who)
                                     : newcomer_made_up(all, year->day, who);
    duties_grade(guest->sheet->customer, all->made + 1);
    if (all->made < MOST_REGULARS) {
        int last = 0, every = is_told ? stories_at(all->made)->every : 0;
        happenings_meet(year->happenings, all->made + 1, is_told);
        if (comings_expect(year->comings, guest, all->made + 1, year->day, every, &last) &&
            !is_told) {
            happenings_miss(year->happenings, all->made + 1, last);
        }
    }
    if (!guest_save(deed, guest, error)) {
        return false;
    }
    if (is_told) {
        all->stories[all->made] = guest->sheet->customer->head.id;
    }
    all->made++;
    return true;
}

/* COUNT cards in one deed. */
static bool write_cards(Year *year, int minute, guint count, GError **error)
{
    Who who = somebody(year, minute);
    g_autoptr(Deed) deed = begin(year, &who, N_("adding a customer"), error);
    bool ok = deed != NULL;
    for (guint i = 0; ok && i < count; i++) {
        ok = write_card(year, deed, error);
    }
    return ok && deed_commit(deed, NULL, error);
}

/* ---- notes ---- */

static bool note(Year *year, Deed *deed, gint64 customer_id, const char *kind, const char *words,
                 const char *done_at, GError **error)
{
    Fact *fact = record_new(&fact_type);
    fact->customer_id = customer_id;
    fact->kind_id = fact_kind_by_code(year->all.kinds, kind)->head.id;
    fact->done_by = done_at != NULL ? deed_who(deed)->clerk_id : 0;
    record_set_text(&fact->words, words);
    record_set_text(&fact->done_at, done_at);
    bool ok = record_insert(deed, fact, error);
    record_free(fact);
    return ok;
}

static bool write_note(Year *year, const Who *who, gint64 customer_id, const char *kind,
                       const char *words, Day done, GError **error)
{
    char done_at[21] = "";
    if (!day_is_none(done)) {
        year_instant(done, OPENS + chance_between(&year->chance, 10, CLOSES - OPENS - 10), done_at);
    }
    g_autoptr(Deed) deed = begin(year, who, N_("adding a note"), error);
    return deed != NULL &&
           note(year, deed, customer_id, kind, words, *done_at != '\0' ? done_at : NULL, error) &&
           deed_commit(deed, NULL, error);
}

/* What was noted of a story on the day at hand, after its first one. */
static bool write_told(Year *year, guint place, int minute, GError **error)
{
    const Story *story = stories_at(place);
    for (guint i = 0; i < STORY_FACTS && story->facts[i].words != NULL; i++) {
        const StoryFact *fact = &story->facts[i];
        if (fact->ago == 0 ||
            day_compare(newcomer_noted_on(&year->all, fact, year->begin), year->day) != 0) {
            continue;
        }
        Who who = somebody(year, minute + (int)i);
        Day done = fact->done != 0 ? day_plus(year->all.today, -fact->done) : DAY_NONE;
        if (!write_note(year, &who, year->all.stories[place], fact->kind, fact->words, done,
                        error)) {
            return false;
        }
    }
    return true;
}

/* Something about somebody made up. Words are chosen by customer and day, so that they hardly come
 * twice on one card. */
static bool write_any_note(Year *year, int minute, GError **error)
{
    static const struct {
        const char *kind;
        const WordTable *words;
        guint percent;
    } kinds[] = {
        {"talk", &words_talk, 42},
        {"note", &words_note, 30},
        {"family", &words_family, 14},
        {"once", &words_once, 14},
    };
    guint told = stories_count();
    Who who = somebody(year, minute);
    guint customer = told + 1 + chance_below(&year->chance, year->all.made - told);
    guint dice = chance_below(&year->chance, 100), kind = 0;
    while (dice >= kinds[kind].percent) {
        dice -= kinds[kind++].percent;
    }
    guint days = (guint)day_between(year->begin, year->day);
    const WordTable *words = kinds[kind].words;
    const char *text = words->texts[(customer * 13 + days) % words->count];
    Day done = DAY_NONE;
    /* What waited was passed on the next time they came; the latest ones still wait. */
    if (kinds[kind].words == &words_once && day_between(year->day, year->all.today) > 40) {
        done = day_plus(year->day, chance_between(&year->chance, 1, 6) * 5);
        done = day_weekday(done) == SUNDAY ? day_plus(done, 1) : done;
    }
    return write_note(year, &who, customer, kinds[kind].kind, text, done, error);
}

/* ---- greetings ---- */

static bool is_missed(const Year *year, gint64 customer_id)
{
    for (guint i = 0; i < stories_count(); i++) {
        if (year->all.stories[i] == customer_id) {
            return stories_at(i)->is_missed;
        }
    }
    return false;
}

/* Whether anybody congratulates. */
static bool is_greeted(Year *year, const Due *due)
{
    bool is_recent = day_between(due->kept, year->all.today) <= 8;
    guint percent = due->relation_name != NULL ? GREETED_PERCENT / 2 : GREETED_PERCENT;
    if (is_recent && year->all.spares_week) {
        return !is_missed(year, due->customer->head.id);
    }
    return chance_of(&year->chance, percent);
}

/* Congratulates on the days that have come since the last working day. */
static bool greet_all(Year *year, int minute, GError **error)
{
    static const char *const ways[] = {"in the shop", "in the shop", "call", "card", NULL};
    bool is_monday = day_weekday(year->day) == 1;
    LeapRule rule;
    if (!due_leap_rule(year->db, &rule, error)) {
        return false;
    }
    g_autoptr(GPtrArray) due =
        due_list(year->db, day_plus(year->day, is_monday ? -1 : 0), year->day, NULL, rule, error);
    for (guint i = 0; due != NULL && i < due->len && i < MOST_GREETINGS; i++) {
        const Due *one = g_ptr_array_index(due, i);
        if (!is_greeted(year, one)) {
            continue;
        }
        Who who = somebody(year, minute + (int)i);
        const char *how = ways[chance_below(&year->chance, G_N_ELEMENTS(ways))];
        g_autoptr(Deed) deed = deed_begin(year->db, &who, N_("ticking somebody as greeted"), error);
        if (deed == NULL || !due_greet(deed, one->occasion->head.id, one->kept.year, how, error) ||
            !deed_commit(deed, NULL, error)) {
            return false;
        }
    }
    return due != NULL;
}

/* ---- day by day ---- */

static bool report(const Year *year, GError **error)
{
    if (year->progress == NULL || year->progress(year->all.made, year->customers, year->data)) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_CANCELLED, _("Cancelled. No demo shop was made."));
    return false;
}

/* The morning: new cards, spread over a few deeds. */
static bool morning(Year *year, guint cards, GError **error)
{
    guint new = cards - year->all.made, deeds = MIN(new, MOST_CARD_DEEDS);
    for (guint i = 0; i < deeds; i++) {
        guint count = (cards - year->all.made) / (deeds - i);
        int minute = OPENS + (int)i * 30 + chance_between(&year->chance, 0, 29);
        if (!write_cards(year, minute, count, error) || !report(year, error)) {
            return false;
        }
    }
    return true;
}

/* The afternoon: what clerks hear and who has a birthday. */
static bool afternoon(Year *year, guint notes, GError **error)
{
    bool ok = true;
    int minute = OPENS + MOST_CARD_DEEDS * 30;
    for (guint i = 0; ok && i < year->told; i++) {
        ok = write_told(year, i, minute + (int)i * 3, error);
    }
    minute += 100;
    guint most = year->notes + MOST_NOTES;
    for (guint i = 0; ok && year->notes < MIN(notes, most); i++) {
        ok = write_any_note(year, minute + (int)i, error);
        year->notes++;
    }
    return ok && greet_all(year, CLOSES - MOST_GREETINGS - 20, error);
}

static Deed *begin_visits(Year *year, gint64 branch_id, GError **error)
{
    Who who = somebody_at(year, &year->doors, branch_id, CLOSES - 20 + (int)branch_id);
    return begin(year, &who, N_("noting a visit"), error);
}

/* The visits of a branch since the last time, in one deed. */
static bool write_month(Year *year, gint64 branch_id, GError **error)
{
    g_autoptr(Deed) deed = begin_visits(year, branch_id, error);
    return deed != NULL && comings_write(year->comings, deed, year->unwritten, year->day, error) &&
           deed_commit(deed, NULL, error);
}

/* The visits of a branch on the day at hand, each for itself, so that one can be taken back. */
static bool write_singly(Year *year, gint64 branch_id, GError **error)
{
    guint count = comings_count(year->comings, year->day, branch_id);
    for (guint i = 0; i < count; i++) {
        g_autoptr(Deed) deed = begin_visits(year, branch_id, error);
        if (deed == NULL || !comings_write_one(year->comings, deed, year->day, i, error) ||
            !deed_commit(deed, NULL, error)) {
            return false;
        }
    }
    return true;
}

/* Visits are written down from the till's lists on the first Saturday of a month, in the end each
 * evening. */
static bool evening(Year *year, GError **error)
{
    int ago = day_between(year->day, year->all.today);
    bool is_time =
        day_weekday(year->day) == SUNDAY - 1 && (year->day.day <= 7 || ago <= SINGLE_DAYS + 2);
    if (ago > SINGLE_DAYS + 1 && !is_time) {
        return true;
    }
    bool ok = true;
    for (gint64 branch_id = 1; ok && branch_id <= YEAR_BRANCHES; branch_id++) {
        ok = (ago <= SINGLE_DAYS ? write_singly : write_month)(year, branch_id, error);
    }
    year->unwritten = day_plus(year->day, 1);
    return ok;
}

/* What else happens on the day at hand, to somebody who comes as well as to those it is told of. */
static bool happen(Year *year, GError **error)
{
    gint64 branch_id = 1 + (gint64)chance_below(&year->doors, YEAR_BRANCHES), visitor = 0;
    guint count = comings_count(year->comings, year->day, branch_id);
    if (count > 0) {
        visitor = comings_customer(year->comings, year->day, branch_id,
                                   chance_below(&year->doors, count));
    }
    Who who = somebody_at(year, &year->doors, branch_id, CLOSES - 10);
    return happenings_write(year->happenings, year->db, &who, year->day, visitor, error) &&
           duties_write(year->db, &who, year->day, year->all.today, year->all.stories, year->told,
                        error);
}

static bool live(Year *year, GError **error)
{
    int days = day_between(year->begin, year->all.today);
    guint made_up = year->customers - MIN(year->customers, stories_count());
    for (int i = 0; i < days; i++) {
        year->day = day_plus(year->begin, i);
        bool is_last = i >= days - 2;
        if (day_weekday(year->day) == SUNDAY) {
            continue;
        }
        year->told = MIN(year->all.made, stories_count());
        guint cards = is_last ? year->customers : cards_by(i + 1, year->customers);
        guint notes = cards_by(i + 1, made_up) * NOTES_PERCENT / 100;
        if (year->all.made <= stories_count()) {
            notes = 0;
        }
        if (!morning(year, cards, error) || !afternoon(year, notes, error) ||
            !evening(year, error) || !happen(year, error)) {
            return false;
        }
    }
    return report(year, error);
}

bool year_fill(Db *db, guint customers, Day today, YearProgress progress, gpointer data,
               GError **error)
{
    g_autoptr(GPtrArray) kinds = fact_kind_list(db, error);
    g_autofree gint64 *stories = g_new0(gint64, stories_count());
    g_autoptr(Comings) comings = comings_new(year_begin(today), today);
    g_autoptr(Happenings) happenings = happenings_new(db, today, error);
    Year year = {.db = db,
                 .customers = customers,
                 .begin = year_begin(today),
                 .day = year_begin(today),
                 .unwritten = year_begin(today),
                 .comings = comings,
                 .happenings = happenings,
                 .chance = {0x7e57},
                 .doors = {0xd005},
                 .progress = progress,
                 .data = data};
    year.all = (Newcomers){.chance = {0xca4e},
                           .today = today,
                           .spares_week = customers <= SMALL_SHOP,
                           .kinds = kinds,
                           .stories = stories};
    return kinds != NULL && happenings != NULL && staff_hire(db, year.begin, OPENS, error) &&
           live(&year, error);
}
