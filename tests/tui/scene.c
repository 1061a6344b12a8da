/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fake shop and the screens of the app's tests. */
#include "tests/tui/scene.h"

#include "data/base/fault.h"
#include "tui/screens/dialogs.h"
#include "tui/widgets/prompt.h"

#include <string.h>

FakeShop *fake_new(void)
{
    FakeShop *fake = g_new0(FakeShop, 1);
    g_mutex_init(&fake->lock);
    g_cond_init(&fake->wake);
    return fake;
}

void fake_free(FakeShop *fake)
{
    g_mutex_clear(&fake->lock);
    g_cond_clear(&fake->wake);
    g_free(fake->saved);
    g_free(fake);
}

void fake_set_gate(FakeShop *fake, bool closed)
{
    g_mutex_lock(&fake->lock);
    fake->closed = closed;
    g_cond_broadcast(&fake->wake);
    g_mutex_unlock(&fake->lock);
}

/* Worker's side: counts at COUNT and waits at the gate. */
static void pass_gate(FakeShop *fake, int *count)
{
    g_mutex_lock(&fake->lock);
    (*count)++;
    g_cond_broadcast(&fake->wake);
    while (fake->closed) {
        g_cond_wait(&fake->wake, &fake->lock);
    }
    g_mutex_unlock(&fake->lock);
}

/* Test's side: until so many have begun. */
void fake_wait_for(FakeShop *fake, const int *count, int begun)
{
    g_mutex_lock(&fake->lock);
    while (*count < begun) {
        g_cond_wait(&fake->wake, &fake->lock);
    }
    g_mutex_unlock(&fake->lock);
}

typedef struct {
    char *typed;
} Matches;

static bool finder_open(Screen *screen, gconstpointer arg, GError **error)
{
    Finder *self = (Finder *)screen;
    self->box = line_edit_new(0);
    if (arg && strcmp(arg, "refuse") == 0) {
        g_set_error_literal(error, FAULT, FAULT_REFUSED, "This cannot be opened.");
        return false;
    }
    return true;
}

static gpointer finder_ask(Screen *screen)
{
    return g_strdup(line_edit_text(((Finder *)screen)->box));
}

static gpointer finder_load(Shop *shop, gconstpointer ask, GError **error)
{
    FakeShop *fake = (FakeShop *)(gpointer)shop;
    pass_gate(fake, &fake->loads);
    if (fake->fail_load) {
        g_set_error_literal(error, FAULT, FAULT_LINE_DOWN, "The shop cannot be reached.");
        return NULL;
    }
    Matches *matches = g_new0(Matches, 1);
    matches->typed = g_strdup(ask);
    return matches;
}

static void matches_free(gpointer model)
{
    g_free(((Matches *)model)->typed);
    g_free(model);
}

static const char *matched(const Screen *screen)
{
    return screen->model ? ((const Matches *)screen->model)->typed : "(nothing yet)";
}

static void finder_draw(Screen *screen, Canvas *canvas)
{
    Finder *self = (Finder *)screen;
    self->pictures++;
    prompt_draw(canvas, 0, self->box, "Name");
    int col = canvas_put(canvas, 2, 1, AREA_LABEL, "matches: ");
    canvas_put(canvas, 2, col, AREA_TEXT, matched(screen));
    canvas_put(canvas, 3, 1, AREA_TEXT, self->opened ? self->opened : "");
}

static Outcome finder_input(Screen *screen, const Event *event)
{
    LineEdit *box = ((Finder *)screen)->box;
    unsigned before = line_edit_changes(box);
    Outcome outcome = line_edit_input(box, event);
    return line_edit_changes(box) != before ? OUTCOME_RELOAD : outcome;
}

static Outcome finder_enter(Screen *screen)
{
    Finder *self = (Finder *)screen;
    g_free(self->opened);
    self->opened = g_strdup_printf("opened %s", matched(screen));
    return OUTCOME_REDRAW;
}

static Outcome finder_visit(Screen *screen)
{
    ((Finder *)screen)->visits++;
    return OUTCOME_REDRAW;
}

static gpointer run_save(Shop *shop, gpointer arg, Work *work, GError **error)
{
    FakeShop *fake = (FakeShop *)(gpointer)shop;
    pass_gate(fake, &fake->saves);
    work_report(work, 3, 10);
    fake->stop_seen = work_is_cancelled(work);
    if (fake->says_stored) {
        g_set_error_literal(error, FAULT, FAULT_STORED, "It was saved before.");
        return NULL;
    }
    if (fake->fail_save) {
        g_set_error_literal(error, FAULT, FAULT_FULL, "The disk is full.");
        return NULL;
    }
    g_free(fake->saved);
    fake->saved = g_strdup(arg);
    return g_strdup("ok");
}

static Outcome save_done(Screen *screen, gpointer result)
{
    Finder *self = (Finder *)screen;
    assert_string_equal(result, "ok");
    self->saved_seen++;
    app_say(screen->app, AREA_MESSAGE, "Noted.");
    return self->closes_when_saved ? OUTCOME_CLOSE : OUTCOME_REDRAW;
}

static void save_progress(Screen *screen, double done, double total)
{
    ((Finder *)screen)->done = done;
    ((Finder *)screen)->total = total;
}

static Outcome save(Screen *screen, bool background)
{
    const AppJob job = {
        .run = run_save,
        .arg = g_strdup(line_edit_text(((Finder *)screen)->box)),
        .arg_free = g_free,
        .result_free = g_free,
        .done = save_done,
        .progress = save_progress,
        .background = background,
    };
    return app_do(screen, &job);
}

static Outcome finder_save(Screen *screen)
{
    return save(screen, false);
}

static Outcome finder_save_behind(Screen *screen)
{
    return save(screen, true);
}

static Outcome keep_answer(Screen *screen, gpointer result)
{
    Finder *self = (Finder *)screen;
    const PromptAnswer *answer = result;
    g_free(self->answer);
    self->answer = answer ? g_strdup_printf("%s/%u", answer->text, answer->turn) : g_strdup("none");
    return OUTCOME_REDRAW;
}

static char *kind_of(const char *typed, guint turn, gconstpointer context)
{
    (void)context;
    return *typed ? g_strdup_printf("kind %u", turn) : NULL;
}

static Outcome finder_ask_fact(Screen *screen)
{
    const PromptQuestion question = {
        .title = "Fact", .question = "What do you know?", .reading = kind_of};
    return dialog_prompt(screen, &question, keep_answer);
}

static Outcome keep_choice(Screen *screen, gpointer result)
{
    Finder *self = (Finder *)screen;
    const guint *choice = result;
    g_free(self->answer);
    self->answer = choice ? g_strdup_printf("chose %u", *choice) : g_strdup("none");
    return OUTCOME_REDRAW;
}

static Outcome finder_choose(Screen *screen)
{
    static const char *const options[] = {"Anna", "Bert", "Carla"};
    return dialog_choice(screen, "Who?", options, 3, 1, keep_choice);
}

static bool has_text(const Screen *screen)
{
    return !line_edit_is_empty(((const Finder *)screen)->box);
}

static void finder_close(Screen *screen)
{
    Finder *self = (Finder *)screen;
    line_edit_free(self->box);
    g_free(self->opened);
    g_free(self->answer);
}

static const Action finder_actions[] = {
    {"open", "Enter", "Open", "Opens the match.", .run = finder_enter, .needs_model = true},
    {"visit", "F2|Alt-v", "Visit", "Counts.", .run = finder_visit},
    {"save", "F3|Alt-s", "Save", "Saves.", .run = finder_save},
    {"behind", "F4", "Behind", "Saves in the background.", .run = finder_save_behind},
    {"fact", "F5", "Fact", "Notes a fact.", .run = finder_ask_fact},
    {"who", "F6", "Who", "Changes the clerk.", .run = finder_choose},
    {"clear", "F7", "Clear", "Only when there is something.", .run = finder_visit,
     .when = has_text},
    {"back", "Esc", "Back", "Goes back.", .run = screen_leave},
    {0},
};

const ScreenClass scene_finder = {
    .name = "finder",
    .title = "Finder",
    .size = sizeof(Finder),
    .actions = finder_actions,
    .open = finder_open,
    .ask = finder_ask,
    .ask_free = g_free,
    .load = finder_load,
    .model_free = matches_free,
    .input = finder_input,
    .draw = finder_draw,
    .unsaved = has_text,
    .close = finder_close,
};

/* A screen the tests open a finder over, so that closing it does not end the program. */
static void floor_draw(Screen *screen, Canvas *canvas)
{
    (void)screen;
    canvas_put(canvas, 0, 0, AREA_TEXT, "the floor");
}

const ScreenClass scene_floor = {
    .name = "floor", .title = "Floor", .size = sizeof(Screen), .draw = floor_draw};

int scene_setup(void **state)
{
    Scene *scene = g_new0(Scene, 1);
    scene->fake = fake_new();
    scene->harness = harness_new_on("xterm-256color", 24, 80, (Shop *)(gpointer)scene->fake);
    harness_open(scene->harness, &scene_floor, NULL);
    scene->finder = (Finder *)harness_open(scene->harness, &scene_finder, NULL);
    *state = scene;
    return 0;
}

int scene_teardown(void **state)
{
    Scene *scene = *state;
    fake_set_gate(scene->fake, false);
    harness_free(scene->harness);
    fake_free(scene->fake);
    g_free(scene);
    return 0;
}

void scene_press(Scene *scene, const char *key)
{
    const Event event = {.kind = EVENT_KEY, .key = key_from_name(key)};
    app_feed(harness_app(scene->harness), &event);
}
