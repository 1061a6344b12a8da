/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who comes when in the demo shop, and what they buy. */
#include "data/demo/comings.h"

#include "data/customer/fact.h"
#include "data/customer/factkind.h"
#include "data/demo/goods.h"
#include "data/demo/year.h"
#include "data/diary/visit.h"
#include "data/diary/visititem.h"

/* One in SLIPPING of those who came often has not come lately. */
enum { SLIPPING = 13, GONE = 60, SUNDAY = 7, BASKET = 4, LATEST = 18 * 60 - 5 };

/* One visit to come. */
typedef struct {
    gint64 customer_id;
    int minute;
    const char *channel;
    guint count;
    Goods basket[BASKET];
} Coming;

struct Comings {
    Day begin;
    guint days;
    Chance chance;
    GArray **plan; /* Coming, for each day and branch */
};

Comings *comings_new(Day begin, Day today)
{
    Comings *comings = g_new0(Comings, 1);
    comings->begin = begin;
    comings->days = (guint)MAX(day_between(begin, today), 0) + 1;
    comings->chance = (Chance){0xc0fe};
    comings->plan = g_new0(GArray *, (gsize)comings->days * YEAR_BRANCHES);
    for (guint i = 0; i < comings->days * YEAR_BRANCHES; i++) {
        comings->plan[i] = g_array_new(FALSE, FALSE, sizeof(Coming));
    }
    return comings;
}

void comings_free(Comings *comings)
{
    if (comings != NULL) {
        for (guint i = 0; i < comings->days * YEAR_BRANCHES; i++) {
            g_array_unref(comings->plan[i]);
        }
        g_free(comings->plan);
        g_free(comings);
    }
}

static GArray *plan_of(const Comings *comings, Day day, gint64 branch_id)
{
    guint place = (guint)day_between(comings->begin, day);
    return comings->plan[place * YEAR_BRANCHES + (guint)branch_id - 1];
}

/* Mornings are for bread, afternoons for cake. */
static int minute_for(Chance *chance, int usual_hour)
{
    int hour = chance_of(chance, 80) ? usual_hour : chance_between(chance, 8, 17);
    int minute = hour * 60 + chance_between(chance, 0, 59) + chance_between(chance, -20, 20);
    return CLAMP(minute, 8 * 60 + 2, LATEST);
}

static void fill_basket(Chance *chance, Coming *coming, const GArray *usual)
{
    for (guint i = 0; i < usual->len && i < BASKET && chance_of(chance, 88); i++) {
        coming->basket[coming->count++] = g_array_index(usual, Goods, i);
    }
    while (coming->count < BASKET && (coming->count == 0 || chance_of(chance, 24))) {
        coming->basket[coming->count++] = goods_any(chance);
    }
}

/* The working day at or before DAY. */
static Day open_day(Day day)
{
    return day_weekday(day) == SUNDAY ? day_plus(day, -1) : day;
}

/* About EVERY days before. */
static Day visit_before(Chance *chance, Day day, int every)
{
    int spread = every / 5 + (every > 1 ? 1 : 0);
    int gap = every + chance_between(chance, -spread, spread);
    Day before = open_day(day_plus(day, -MAX(gap, 1)));
    return before;
}

/* Plans the visits up to the one LAST days before today. Returns how many there are from DAY on;
 * *EARLIER is the one before them. */
static guint plan_all(Comings *comings, gint64 id, Day day, int last, int every, const char *usual,
                      Day *earlier)
{
    /* Each customer is drawn by itself, so that one more changes nobody else. */
    Chance chance = {comings->chance.state + (guint64)id * 7919};
    g_autoptr(GArray) basket = goods_of(usual != NULL ? usual : "");
    Day today = day_plus(comings->begin, (int)comings->days - 1);
    static const int hours[] = {8, 8, 9, 9, 10, 11, 13, 15, 15, 16, 17};
    int hour = hours[chance_below(&chance, G_N_ELEMENTS(hours))];
    gint64 home = 1 + chance_below(&chance, YEAR_BRANCHES);
    Day at = open_day(day_plus(today, -MAX(last, 1)));
    guint count = 0;
    *earlier = DAY_NONE;
    for (; day_compare(at, day) >= 0; count++) {
        gint64 branch_id =
            chance_of(&chance, 92) ? home : 1 + (gint64)chance_below(&chance, YEAR_BRANCHES);
        Coming coming = {.customer_id = id, .minute = minute_for(&chance, hour)};
        guint way = chance_below(&chance, 100);
        coming.channel = way < 95 ? "counter" : way < 97 ? "phone" : way < 99 ? "web" : "delivery";
        fill_basket(&chance, &coming, basket);
        GArray *plan = plan_of(comings, at, branch_id);
        g_array_append_val(plan, coming);
        at = visit_before(&chance, at, every);
        *earlier = at;
    }
    return count;
}

/* The words of their usual order; NULL when nobody noted one. */
static const char *usual_of(const Guest *guest)
{
    gint64 kind_id = fact_kind_by_code(guest->kinds, "usual")->head.id;
    for (guint i = 0; i < guest->sheet->facts->len; i++) {
        const Fact *fact = g_ptr_array_index(guest->sheet->facts, i);
        if (fact->kind_id == kind_id) {
            return fact->words;
        }
    }
    return NULL;
}

bool comings_expect(Comings *comings, Guest *guest, gint64 id, Day day, int every, int *last)
{
    Customer *customer = guest->sheet->customer;
    gint64 visits = customer->visits_before;
    *last = 0;
    Day at = DAY_NONE, earlier = DAY_NONE;
    Day today = day_plus(comings->begin, (int)comings->days - 1);
    if (customer->last_visit_before == NULL || !day_from_text(customer->last_visit_before, &at)) {
        return false;
    }
    bool is_made_up = every == 0;
    if (is_made_up) {
        every = visits > 120 ? 4 : visits > 40 ? 10 : visits > 10 ? 30 : 90;
    }
    *last = day_between(at, today);
    if (is_made_up && every <= 10 && id % SLIPPING == 0) {
        *last += 35 + (int)(id % 47);
    }
    guint count = plan_all(comings, id, day, *last, every, usual_of(guest), &earlier);
    if (count > 0) {
        g_autofree char *before = day_to_text(earlier);
        customer->visits_before = MAX(visits - count, 0);
        record_set_text(&customer->last_visit_before, customer->visits_before > 0 ? before : NULL);
    }
    return *last >= GONE && *last > 2 * every;
}

static gint by_minute(gconstpointer a, gconstpointer b)
{
    const Coming *left = a, *right = b;
    return left->minute - right->minute;
}

guint comings_count(const Comings *comings, Day day, gint64 branch_id)
{
    return plan_of(comings, day, branch_id)->len;
}

gint64 comings_customer(const Comings *comings, Day day, gint64 branch_id, guint place)
{
    return g_array_index(plan_of(comings, day, branch_id), Coming, place).customer_id;
}

static Visit *visit_of(const Coming *coming, const char *day, gint64 branch_id)
{
    Visit *visit = record_new(&visit_type);
    visit->customer_id = coming->customer_id;
    record_set_text(&visit->kind, "visit");
    record_set_text(&visit->day, day);
    visit->minute = coming->minute;
    visit->branch_id = branch_id;
    record_set_text(&visit->channel, coming->channel);
    visit->amount = 0;
    for (guint i = 0; i < coming->count; i++) {
        visit->amount += goods_price(coming->basket[i].place) * coming->basket[i].quantity;
    }
    return visit;
}

static void add_items(GPtrArray *items, const Coming *coming, gint64 visit_id)
{
    for (guint i = 0; i < coming->count; i++) {
        VisitItem *item = record_new(&visit_item_type);
        item->customer_id = coming->customer_id;
        item->visit_id = visit_id;
        item->article_id = coming->basket[i].place + 1;
        item->quantity = coming->basket[i].quantity;
        item->amount = goods_price(coming->basket[i].place) * item->quantity;
        g_ptr_array_add(items, item);
    }
}

static bool write_all(Deed *deed, const GPtrArray *comings, const GPtrArray *visits, GError **error)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(record_free);
    if (!record_insert_all(deed, &visit_type, visits, error)) {
        return false;
    }
    for (guint i = 0; i < comings->len; i++) {
        const RecordHead *head = g_ptr_array_index(visits, i);
        add_items(items, g_ptr_array_index(comings, i), head->id);
    }
    return record_insert_all(deed, &visit_item_type, items, error);
}

bool comings_write(Comings *comings, Deed *deed, Day from, Day to, GError **error)
{
    gint64 branch_id = deed_who(deed)->branch_id;
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func(record_free);
    for (Day day = from; day_compare(day, to) <= 0; day = day_plus(day, 1)) {
        GArray *plan = plan_of(comings, day, branch_id);
        g_autofree char *text = day_to_text(day);
        g_array_sort(plan, by_minute);
        for (guint i = 0; i < plan->len; i++) {
            g_ptr_array_add(all, &g_array_index(plan, Coming, i));
            g_ptr_array_add(visits,
                            visit_of(g_ptr_array_index(all, all->len - 1), text, branch_id));
        }
    }
    return write_all(deed, all, visits, error);
}

bool comings_write_one(const Comings *comings, Deed *deed, Day day, guint place, GError **error)
{
    gint64 branch_id = deed_who(deed)->branch_id;
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_autoptr(GPtrArray) visits = g_ptr_array_new_with_free_func(record_free);
    g_autofree char *text = day_to_text(day);
    g_ptr_array_add(one, &g_array_index(plan_of(comings, day, branch_id), Coming, place));
    g_ptr_array_add(visits, visit_of(g_ptr_array_index(one, 0), text, branch_id));
    return write_all(deed, one, visits, error);
}
