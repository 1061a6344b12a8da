/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who belong to a customer: who they are, their days, and whether they are customers
 * too. */
#include "tui/screens/people.h"

#include "data/agenda/occasion.h"
#include "data/agenda/silence.h"
#include "data/base/i18n.h"
#include "data/customer/kin.h"
#include "data/customer/sheet.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/dialogs.h"
#include "tui/screens/person.h"
#include "tui/screens/removal.h"
#include "tui/takeback.h"
#include "tui/text.h"
#include "tui/widgets/listpage.h"

enum {
    KIND_MOST = 18,
    NAME_MOST = 24,
    GAP = 2,
    DAYS_FROM = 52, /* narrower screens leave the days out */
    LINK_FROM = 90, /* narrower ones show only that there is a card */
    LINK_COLS = 28
};

/* One person. */
typedef struct {
    Relation *relation;
    char *days;       /* "Birthday 3 May · Wedding day 12 June 1998" */
    char *other_call; /* of the customer the person is, NULL */
} Row;

typedef struct {
    char *call;
    GPtrArray *rows;          /* Row */
    int kind_cols, name_cols; /* the widest of each */
} Model;

typedef struct {
    Screen base;
    gint64 customer_id;
    ListPage page;
} People;

/* ---- the model ---- */

static void row_free(gpointer data)
{
    Row *row = data;
    record_free(row->relation);
    g_free(row->days);
    g_free(row->other_call);
    g_free(row);
}

static void model_free(gpointer data)
{
    Model *model = data;
    g_free(model->call);
    g_clear_pointer(&model->rows, g_ptr_array_unref);
    g_free(model);
}

static char *days_of(const Sheet *sheet, gint64 relation_id)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const Occasion *occasion = g_ptr_array_index(sheet->occasions, i);
        if (occasion->relation_id == relation_id) {
            g_autofree char *day = day_for_people(occasion_day(occasion));
            g_string_append_printf(text, "%s%s %s", text->len > 0 ? " · " : "",
                                   occasion_label(occasion), day);
        }
    }
    return g_string_free(text, FALSE);
}

static bool add_row(Db *db, Model *model, const Sheet *sheet, const Relation *relation,
                    GError **error)
{
    Row *row = g_new0(Row, 1);
    g_ptr_array_add(model->rows, row);
    row->relation = record_copy(relation);
    row->days = days_of(sheet, relation->head.id);
    int kind = text_width_shown(choice_label(relation_kinds, relation->kind));
    model->kind_cols = MAX(model->kind_cols, MIN(kind, KIND_MOST));
    model->name_cols = MAX(model->name_cols, MIN(text_width_shown(relation->name), NAME_MOST));
    if (relation->other_customer_id != 0) {
        Customer *other = record_load(db, &customer_type, relation->other_customer_id, error);
        if (other == NULL) {
            return false;
        }
        row->other_call = customer_call(other, NAME_SORTED);
        record_free(other);
    }
    return true;
}

static gpointer people_load(Shop *shop, gconstpointer ask, GError **error)
{
    if (!db_read_begin(shop->db, error)) {
        return NULL;
    }
    Model *model = g_new0(Model, 1);
    model->rows = g_ptr_array_new_with_free_func(row_free);
    g_autoptr(Sheet) sheet = sheet_load(shop->db, *(const gint64 *)ask, error);
    bool ok = sheet != NULL && silence_sheet(shop->db, sheet, error);
    for (guint i = 0; ok && i < sheet->relations->len; i++) {
        ok = add_row(shop->db, model, sheet, g_ptr_array_index(sheet->relations, i), error);
    }
    db_read_end(shop->db);
    if (!ok) {
        model_free(model);
        return NULL;
    }
    model->call = customer_call(sheet->customer, NAME_SPOKEN);
    return model;
}

static gpointer people_ask(Screen *screen)
{
    return g_memdup2(&((People *)screen)->customer_id, sizeof(gint64));
}

/* ---- the list ---- */

static const Row *row_at(gconstpointer model, guint row)
{
    return g_ptr_array_index(((const Model *)model)->rows, row);
}

static guint count_rows(gconstpointer model)
{
    return ((const Model *)model)->rows->len;
}

static gint64 row_id(gconstpointer model, guint row)
{
    return row_at(model, row)->relation->head.id;
}

static void draw_row(Canvas *line, gconstpointer people, guint index)
{
    const Model *model = people;
    const Row *row = row_at(model, index);
    bool days = line->cols >= DAYS_FROM, link = line->cols >= LINK_FROM;
    int name_cols = days ? model->name_cols : line->cols - model->kind_cols - GAP - 4;
    Canvas hidden = canvas_private(line);
    int col = canvas_text(&hidden, 0, 1, model->kind_cols, AREA_LABEL,
                          choice_label(relation_kinds, row->relation->kind)) +
              GAP;
    col = canvas_text(&hidden, 0, col, name_cols, AREA_TEXT, row->relation->name) + GAP;
    if (days) {
        int mark = row->other_call != NULL ? 3 : 1;
        int room = line->cols - col - (link ? LINK_COLS + 1 : mark);
        canvas_text(&hidden, 0, col, room, AREA_TEXT, row->days);
    }
    if (row->other_call != NULL) {
        const char *text = link ? row->other_call : "→";
        canvas_text_right(&hidden, 0, line->cols - (link ? LINK_COLS + 1 : 2), link ? LINK_COLS : 1,
                          AREA_ACCENT, text);
    }
}

static const ListClass list_class = {.count = count_rows, .id = row_id, .draw = draw_row};

/* ---- the screen ---- */

static bool people_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    People *people = (People *)screen;
    people->customer_id = arg != NULL ? *(const gint64 *)arg : 0;
    list_page_init(&people->page, &list_class);
    return true;
}

static void people_loaded(Screen *screen, gpointer old)
{
    (void)old;
    list_page_show(&((People *)screen)->page, screen->model);
}

static Outcome people_input(Screen *screen, const Event *event)
{
    return list_page_input(&((People *)screen)->page, event);
}

static void people_draw(Screen *screen, Canvas *canvas)
{
    const Model *model = screen->model;
    if (model == NULL) {
        return;
    }
    g_autofree char *title = g_strdup_printf(_("Who belongs to %s"), model->call);
    list_page_draw(
        &((People *)screen)->page, canvas, title,
        _("Nobody yet. n adds a partner, a child or a friend; their birthdays then stand "
          "on the home screen."));
}

/* ---- what can be done ---- */

static const Row *selected(const Screen *screen)
{
    int row = list_selected(&((const People *)screen)->page.list);
    return row >= 0 ? row_at(screen->model, (guint)row) : NULL;
}

static bool can_change(const Screen *screen)
{
    return selected(screen) != NULL && counter_may_write(screen);
}

static bool has_card(const Screen *screen)
{
    const Row *row = selected(screen);
    return row != NULL && row->other_call != NULL;
}

static Outcome person_saved(Screen *screen, gpointer result)
{
    if (result == NULL) {
        return OUTCOME_HANDLED;
    }
    ((People *)screen)->page.wanted = *(const gint64 *)result;
    return OUTCOME_RELOAD;
}

static Outcome open_form(Screen *screen, gint64 relation_id)
{
    const PersonArg arg = {.customer_id = ((People *)screen)->customer_id,
                           .relation_id = relation_id};
    screen_push(screen, &screen_person, &arg, person_saved);
    return OUTCOME_HANDLED;
}

static Outcome people_add(Screen *screen)
{
    return open_form(screen, 0);
}

static Outcome people_change(Screen *screen)
{
    const Row *row = selected(screen);
    return row != NULL ? open_form(screen, row->relation->head.id) : OUTCOME_HANDLED;
}

static Outcome people_card(Screen *screen)
{
    const Row *row = selected(screen);
    if (row == NULL) {
        return OUTCOME_HANDLED;
    }
    gint64 id = row->relation->other_customer_id;
    screen_result(screen, g_memdup2(&id, sizeof id), g_free);
    return OUTCOME_CLOSE;
}

typedef struct {
    RecordHead seen;
    Who who;
} Removal;

static gpointer remove_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Removal *removal = arg;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &removal->who, N_("removing a related person"), error);
    bool ok = deed != NULL && record_is_current(shop->db, &removal->seen, error) &&
              kin_remove(deed, removal->seen.id, error) && deed_commit(deed, NULL, error);
    return ok ? g_memdup2(&removal->seen.id, sizeof(gint64)) : NULL;
}

static Outcome removed(Screen *screen, gpointer result)
{
    (void)result;
    app_say(screen->app, AREA_GOOD, _("Removed. Ctrl-Z takes it back."));
    return OUTCOME_HANDLED;
}

static Outcome people_remove(Screen *screen)
{
    const Row *row = selected(screen);
    if (row == NULL) {
        return OUTCOME_HANDLED;
    }
    const Removal removal = {.seen = removal_seen(row->relation), .who = counter_who(screen)};
    const AppJob job = {
        .run = remove_run,
        .arg = g_memdup2(&removal, sizeof removal),
        .arg_free = g_free,
        .result_free = g_free,
        .done = removed,
        .failed = removal_refused,
    };
    return app_do(screen, &job);
}

static const Action actions[] = {
    {"change", "Enter", N_("Change"), N_("Changes what is known of the person."),
     .run = people_change, .when = can_change, .needs_model = true},
    {"add", "n|F2|Alt-n|Insert", N_("New"), N_("Adds somebody: a partner, a child, a friend."),
     .run = people_add, .when = counter_may_write, .needs_model = true},
    {"remove", "Delete|x", N_("Remove"),
     N_("Removes the person and their days. Ctrl-Z takes it back."), .run = people_remove,
     .when = can_change, .needs_model = true},
    {"card", "o", N_("Open card"), N_("Opens the person's own card, when they are a customer too."),
     .run = people_card, .when = has_card, .needs_model = true},
    {"undo", "Ctrl-Z", N_("Take back"), N_("Takes back what you did last, whatever it was."),
     .run = takeback_last, .when = counter_may_write, .quiet = true},
    {"again", "Ctrl-Y", N_("Do again"), N_("Does again what you have just taken back."),
     .run = takeback_again, .when = counter_may_write, .quiet = true},
    {"back", "Esc", N_("Back"), N_("Goes back to the card."), .run = screen_leave},
    {0},
};

const ScreenClass screen_people = {
    .name = "people",
    .title = N_("Related people"),
    .size = sizeof(People),
    .actions = actions,
    .open = people_open,
    .ask = people_ask,
    .ask_free = g_free,
    .load = people_load,
    .model_free = model_free,
    .loaded = people_loaded,
    .input = people_input,
    .draw = people_draw,
};
