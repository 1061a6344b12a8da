/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the screens about a complaint ask of the shop, and the deeds that change complaints. */
#include "tui/screens/complaintwork.h"

#include "data/base/i18n.h"
#include "data/branch.h"
#include "data/clerk.h"
#include "data/customer/customer.h"
#include "data/diary/article.h"
#include "data/diary/complaintcause.h"
#include "data/setting.h"
#include "data/shop.h"
#include "tui/counter.h"
#include "tui/screens/clerkfield.h"
#include "tui/screens/removal.h"

/* ---- loading ---- */

void complaint_model_free(gpointer data)
{
    ComplaintModel *model = data;
    record_free(model->complaint);
    g_clear_pointer(&model->causes, g_ptr_array_unref);
    g_clear_pointer(&model->branches, g_ptr_array_unref);
    g_clear_pointer(&model->clerks, g_ptr_array_unref);
    g_clear_pointer(&model->at_counter, g_ptr_array_unref);
    g_free(model->call);
    g_free(model->article);
    g_free(model->currency);
    g_free(model);
}

static bool load_complaint(Db *db, const ComplaintArg *ask, ComplaintModel *model, GError **error)
{
    if (ask->complaint_id != 0) {
        model->complaint = record_load(db, &complaint_type, ask->complaint_id, error);
        return model->complaint != NULL;
    }
    model->complaint = record_new(&complaint_type);
    model->complaint->customer_id = ask->customer_id;
    return true;
}

/* The names of the customer and the article. */
static bool load_names(Db *db, ComplaintModel *model, GError **error)
{
    gint64 customer_id = model->complaint->customer_id;
    gint64 article_id = model->complaint->article_id;
    Customer *customer =
        customer_id != 0 ? record_load(db, &customer_type, customer_id, error) : NULL;
    if (customer_id != 0 && customer == NULL) {
        return false;
    }
    model->call = customer != NULL ? customer_call(customer, NAME_SPOKEN) : NULL;
    record_free(customer);
    Article *article = article_id != 0 ? record_load(db, &article_type, article_id, error) : NULL;
    if (article_id != 0 && article == NULL) {
        return false;
    }
    model->article = article != NULL ? g_strdup(article->name) : NULL;
    record_free(article);
    return true;
}

static bool load_lists(Db *db, ComplaintModel *model, GError **error)
{
    model->causes = wordlist_all(db, &complaint_causes, error);
    model->branches = model->causes != NULL ? branch_list(db, NULL, error) : NULL;
    model->clerks = model->branches != NULL
                        ? record_list(db, &clerk_type, "ORDER BY id", DB_NO_VALUES, error)
                        : NULL;
    model->at_counter =
        model->clerks != NULL ? clerk_field_load(db, model->complaint->clerk_id, error) : NULL;
    return model->at_counter != NULL &&
           setting_get(db, SETTING_CURRENCY, "EUR", &model->currency, error);
}

gpointer complaint_model_load(Shop *shop, gconstpointer ask, GError **error)
{
    ComplaintModel *model = g_new0(ComplaintModel, 1);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = load_complaint(shop->db, ask, model, error) && load_names(shop->db, model, error) &&
             load_lists(shop->db, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, complaint_model_free);
    }
    return model;
}

const char *complaint_model_clerk(const ComplaintModel *model, gint64 id)
{
    for (guint i = 0; id != 0 && i < model->clerks->len; i++) {
        const Clerk *clerk = g_ptr_array_index(model->clerks, i);
        if (clerk->head.id == id) {
            return clerk->name;
        }
    }
    return "";
}

const char *complaint_model_branch(const ComplaintModel *model)
{
    for (guint i = 0; i < model->branches->len; i++) {
        const Branch *branch = g_ptr_array_index(model->branches, i);
        if (branch->head.id == model->complaint->branch_id) {
            return branch->name;
        }
    }
    return "";
}

/* ---- saving ---- */

typedef struct {
    Complaint *complaint; /* every run works on a copy */
    char *article;        /* NULL: as it is */
    Who who;
} Save;

gpointer complaint_save_new(Complaint *complaint, const char *article, const Who *who)
{
    Save *save = g_new0(Save, 1);
    save->complaint = complaint;
    save->article = g_strdup(article);
    save->who = *who;
    return save;
}

void complaint_save_free(gpointer data)
{
    Save *save = data;
    record_free(save->complaint);
    g_free(save->article);
    g_free(save);
}

static bool store(Deed *deed, Complaint *complaint, const char *article, GError **error)
{
    if (article != NULL && *article == '\0') {
        complaint->article_id = 0;
    } else if (article != NULL && !article_named(deed, article, &complaint->article_id, error)) {
        return false;
    }
    return complaint->head.id == 0 ? complaint_add(deed, complaint, error)
                                   : record_update(deed, complaint, error);
}

gpointer complaint_save_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Save *save = arg;
    bool is_new = save->complaint->head.id == 0;
    g_autoptr(Deed) deed =
        deed_begin(shop->db, &save->who,
                   is_new ? N_("noting a complaint") : N_("changing a complaint"), error);
    if (deed == NULL) {
        return NULL;
    }
    Complaint *complaint = record_copy(save->complaint);
    bool ok = store(deed, complaint, save->article, error) && deed_commit(deed, NULL, error);
    gint64 *id = ok ? g_memdup2(&complaint->head.id, sizeof(gint64)) : NULL;
    record_free(complaint);
    return id;
}

/* ---- the next step ---- */

typedef struct {
    Complaint *complaint;
    const char *state;
    Day today;
    Who who;
} Step;

static void step_free(gpointer data)
{
    Step *step = data;
    record_free(step->complaint);
    g_free(step);
}

/* The verb of the deed and what is said afterwards, for each of complaint_states. */
static const struct {
    const char *verb, *said;
} steps[] = {
    {N_("opening a complaint again"), N_("Back to the beginning. Ctrl-Z takes it back.")},
    {N_("acknowledging a complaint"), N_("Acknowledged. Ctrl-Z takes it back.")},
    {N_("working on a complaint"), N_("In work. Ctrl-Z takes it back.")},
    {N_("answering a complaint"), N_("Answered. Enter notes what was said.")},
    {N_("closing a complaint"), N_("Closed, agreed. Enter notes the cost and what you changed.")},
    {N_("closing a complaint"),
     N_("Closed, not agreed. Enter notes the cost and what you changed.")},
};

static gpointer step_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Step *step = arg;
    guint index = complaint_step(step->state);
    g_autoptr(Deed) deed = deed_begin(shop->db, &step->who, steps[index].verb, error);
    if (deed == NULL) {
        return NULL;
    }
    Complaint *complaint = record_copy(step->complaint);
    complaint_set_state(complaint, step->state, step->today);
    bool ok = record_update(deed, complaint, error) && deed_commit(deed, NULL, error);
    record_free(complaint);
    return ok ? g_memdup2(&index, sizeof index) : NULL;
}

static Outcome stepped(Screen *screen, gpointer index)
{
    app_say(screen->app, AREA_GOOD, _(steps[*(const guint *)index].said));
    return OUTCOME_HANDLED;
}

static Step *step_new(Screen *screen, const Complaint *complaint, const char *state)
{
    Step *step = g_new0(Step, 1);
    step->complaint = record_copy(complaint);
    step->state = state;
    step->today = counter_today(screen);
    step->who = counter_who(screen);
    return step;
}

Outcome complaint_state_now(Screen *screen, const Complaint *complaint, const char *state)
{
    const AppJob job = {
        .run = step_run,
        .arg = step_new(screen, complaint, state),
        .arg_free = step_free,
        .result_free = g_free,
        .done = stepped,
    };
    return app_do(screen, &job);
}

static gpointer remove_run(Shop *shop, gpointer arg, Work *work, GError **error)
{
    (void)work;
    const Step *step = arg;
    g_autoptr(Deed) deed = deed_begin(shop->db, &step->who, N_("removing a complaint"), error);
    bool ok = deed != NULL && record_is_current(shop->db, step->complaint, error) &&
              record_remove(deed, &complaint_type, step->complaint->head.id, error) &&
              deed_commit(deed, NULL, error);
    return ok ? g_strdup("") : NULL;
}

Outcome complaint_remove_now(Screen *screen, const Complaint *complaint,
                             Outcome (*done)(Screen *screen, gpointer result))
{
    const AppJob job = {
        .run = remove_run,
        .arg = step_new(screen, complaint, NULL),
        .arg_free = step_free,
        .result_free = g_free,
        .done = done,
        .failed = removal_refused,
    };
    return app_do(screen, &job);
}
