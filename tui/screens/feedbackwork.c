/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading and storing feedback. Runs on the worker. */
#include "tui/screens/feedbackwork.h"

#include "data/base/i18n.h"
#include "data/customer/customer.h"
#include "data/diary/article.h"
#include "data/diary/feedbacklist.h"
#include "data/diary/wish.h"

enum { SIMILAR_MOST = 3, ARTICLES_MOST = 200 };

typedef struct {
    Feedback *stored;
    FeedbackOrder order; /* its texts are owned */
    Who who;
} Save;

/* ---- loading ---- */

void feedback_ask_free(gpointer data)
{
    FeedbackAsk *ask = data;
    g_free(ask->wish);
    g_free(ask);
}

void feedback_model_free(gpointer data)
{
    FeedbackModel *model = data;
    record_free(model->feedback);
    g_free(model->call);
    g_free(model->article);
    g_free(model->wish);
    g_clear_pointer(&model->similar, g_ptr_array_unref);
    g_clear_pointer(&model->articles, g_ptr_array_unref);
    g_clear_pointer(&model->phases, g_ptr_array_unref);
    g_clear_pointer(&model->touchpoints, g_ptr_array_unref);
    g_free(model);
}

static bool load_whose(Db *db, gint64 customer_id, FeedbackModel *model, GError **error)
{
    FeedbackSigns signs;
    if (customer_id == 0) {
        return true;
    }
    Customer *customer = record_load(db, &customer_type, customer_id, error);
    if (customer != NULL) {
        model->call = customer_call(customer, NAME_SPOKEN);
    }
    record_free(customer);
    if (model->call == NULL || !feedback_signs_load(db, customer_id, &signs, error)) {
        return false;
    }
    model->is_ambassador = feedback_is_ambassador(&signs);
    return true;
}

static bool load_stored(Db *db, const FeedbackAsk *ask, FeedbackModel *model, GError **error)
{
    model->feedback = ask->feedback_id != 0
                          ? record_load(db, &feedback_type, ask->feedback_id, error)
                          : record_new(&feedback_type);
    if (model->feedback == NULL) {
        return false;
    }
    if (ask->feedback_id == 0) {
        model->feedback->customer_id = ask->customer_id;
        return true;
    }
    Article *article = model->feedback->article_id != 0
                           ? record_load(db, &article_type, model->feedback->article_id, error)
                           : NULL;
    bool ok = article != NULL || model->feedback->article_id == 0;
    model->article = g_strdup(article != NULL ? article->name : NULL);
    record_free(article);
    return ok;
}

/* The labels of CHOICES, then the shop's own words for them; NULL on a fault. */
static GPtrArray *known_words(Db *db, const Choice *choices, FeedbackBy by, GError **error)
{
    g_autoptr(GPtrArray) own = feedback_own_words(db, by, error);
    if (own == NULL) {
        return NULL;
    }
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    for (const Choice *choice = choices; choice->code != NULL; choice++) {
        g_ptr_array_add(words, g_strdup(_(choice->label)));
    }
    for (guint i = 0; i < own->len; i++) {
        g_ptr_array_add(words, g_strdup(g_ptr_array_index(own, i)));
    }
    return words;
}

static GPtrArray *known_articles(Db *db, gint64 customer_id, GError **error)
{
    g_autoptr(GPtrArray) articles = article_favourites(db, customer_id, ARTICLES_MOST, error);
    GPtrArray *names = articles != NULL ? g_ptr_array_new_with_free_func(g_free) : NULL;
    for (guint i = 0; articles != NULL && i < articles->len; i++) {
        const Article *article = g_ptr_array_index(articles, i);
        g_ptr_array_add(names, g_strdup(article->name));
    }
    return names;
}

static bool load_all(Db *db, const FeedbackAsk *ask, FeedbackModel *model, GError **error)
{
    if (!load_stored(db, ask, model, error) ||
        !load_whose(db, model->feedback->customer_id, model, error)) {
        return false;
    }
    model->wish = g_strdup(ask->wish);
    model->similar =
        ask->wish != NULL ? wish_similar(db, ask->wish, SIMILAR_MOST, error) : g_ptr_array_new();
    model->articles =
        model->similar != NULL ? known_articles(db, model->feedback->customer_id, error) : NULL;
    model->phases =
        model->articles != NULL ? known_words(db, feedback_phases, FEEDBACK_BY_PHASE, error) : NULL;
    model->touchpoints = model->phases != NULL
                             ? known_words(db, feedback_touchpoints, FEEDBACK_BY_TOUCHPOINT, error)
                             : NULL;
    return model->touchpoints != NULL;
}

gpointer feedback_load(Shop *shop, gconstpointer ask, GError **error)
{
    FeedbackModel *model = g_new0(FeedbackModel, 1);
    bool ok = db_read_begin(shop->db, error);
    if (ok) {
        ok = load_all(shop->db, ask, model, error);
        db_read_end(shop->db);
    }
    if (!ok) {
        g_clear_pointer(&model, feedback_model_free);
    }
    return model;
}

/* ---- storing ---- */

gpointer feedback_save_new(const Feedback *stored, const FeedbackOrder *order, const Who *who)
{
    Save *save = g_new0(Save, 1);
    *save = (Save){record_copy(stored), *order, *who};
    save->order.day = g_strdup(order->day);
    save->order.phase = g_strdup(order->phase);
    save->order.touchpoint = g_strdup(order->touchpoint);
    save->order.article = g_strdup(order->article);
    save->order.words = g_strdup(order->words);
    /* These are codes of tables. */
    save->order.kind = g_intern_string(order->kind);
    save->order.expectation = g_intern_string(order->expectation);
    save->order.channel = g_intern_string(order->channel);
    return save;
}

static void free_text(const char *text)
{
    g_free((char *)(guintptr)text);
}

void feedback_save_free(gpointer data)
{
    Save *save = data;
    free_text(save->order.day);
    free_text(save->order.phase);
    free_text(save->order.touchpoint);
    free_text(save->order.article);
    free_text(save->order.words);
    record_free(save->stored);
    g_free(save);
}

static bool store(Deed *deed, const Save *save, gint64 *id, GError **error)
{
    *id = save->stored->head.id;
    return *id != 0 ? feedback_change(deed, save->stored, &save->order, error)
                    : feedback_add(deed, &save->order, id, error);
}

gpointer feedback_save_run(Shop *shop, gpointer data, Work *work, GError **error)
{
    (void)work;
    const Save *save = data;
    gint64 id = 0;
    const char *verb = save->stored->head.id != 0 ? N_("changing feedback") : N_("noting feedback");
    g_autoptr(Deed) deed = deed_begin(shop->db, &save->who, verb, error);
    if (deed == NULL || !store(deed, save, &id, error) || !deed_commit(deed, NULL, error)) {
        return NULL;
    }
    Feedback *feedback = record_load(shop->db, &feedback_type, id, error);
    char *brief = feedback != NULL ? feedback_brief(feedback) : NULL;
    record_free(feedback);
    return brief;
}
