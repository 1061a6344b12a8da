/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of a few options. */
#include "tui/screens/dialogs.h"

#include "data/base/i18n.h"
#include "tui/text.h"
#include "tui/widgets/list.h"

typedef struct {
    const char *title;
    const char *const *options, *const *keys;
    guint count, first;
    bool is_private;
} ChoiceArg;

typedef struct {
    Screen base;
    char *title;
    GPtrArray *options; /* char * */
    GPtrArray *keys;    /* char *, of each option; empty: they have none */
    List list;
    guint chosen;
    bool is_private;
} Choice;

static guint option_count(gconstpointer model)
{
    return ((const GPtrArray *)model)->len;
}

static void option_draw(Canvas *line, gconstpointer model, guint row)
{
    canvas_text(line, 0, 1, line->cols - 1, AREA_DIALOG, ((const GPtrArray *)model)->pdata[row]);
}

static const ListClass options_class = {.count = option_count, .draw = option_draw};

static bool choice_open(Screen *screen, gconstpointer arg, GError **error)
{
    (void)error;
    const ChoiceArg *choice = arg;
    Choice *self = (Choice *)screen;
    self->options = g_ptr_array_new_with_free_func(g_free);
    self->keys = g_ptr_array_new_with_free_func(g_free);
    self->title = g_strdup(choice ? choice->title : NULL);
    self->is_private = choice && choice->is_private;
    for (guint i = 0; choice && i < choice->count; i++) {
        g_ptr_array_add(self->options, g_strdup(choice->options[i]));
        if (choice->keys != NULL) {
            g_ptr_array_add(self->keys, g_strdup(choice->keys[i]));
        }
    }
    list_init(&self->list, &options_class);
    list_show(&self->list, self->options);
    list_select(&self->list, choice ? choice->first : 0);
    return true;
}

static const char *choice_heading(const Screen *screen)
{
    return ((const Choice *)screen)->title;
}

static void choice_measure(Screen *screen, int max_rows, int max_cols, int *rows, int *cols)
{
    const Choice *self = (const Choice *)screen;
    *rows = MIN((int)self->options->len, max_rows);
    /* The frame takes the title and a few cells around it. */
    *cols = text_width_shown(self->title) + 4;
    for (guint i = 0; i < self->options->len; i++) {
        *cols = MAX(*cols, text_width_shown(g_ptr_array_index(self->options, i)) + 2);
    }
    *cols = MIN(MAX(*cols, 24), max_cols);
}

static void choice_draw(Screen *screen, Canvas *canvas)
{
    Choice *self = (Choice *)screen;
    Canvas place = self->is_private ? canvas_private(canvas) : *canvas;
    list_draw(&self->list, &place, true);
}

/* The next entry that begins with the letter KEY; the selected one when none does. */
static guint next_with(const Choice *self, Key key)
{
    guint count = self->options->len, at = (guint)MAX(list_selected(&self->list), 0);
    for (guint step = 1; step <= count; step++) {
        guint index = (at + step) % count;
        gunichar first = g_utf8_get_char(g_ptr_array_index(self->options, index));
        if (g_unichar_tolower(first) == g_unichar_tolower(key)) {
            return index;
        }
    }
    return at;
}

static Outcome take(Choice *self, guint option)
{
    self->chosen = option;
    screen_result(&self->base, &self->chosen, NULL);
    return OUTCOME_CLOSE;
}

static Outcome choice_input(Screen *screen, const Event *event)
{
    Choice *self = (Choice *)screen;
    for (guint i = 0; event->kind == EVENT_KEY && i < self->keys->len; i++) {
        if (keys_have(g_ptr_array_index(self->keys, i), event->key)) {
            return take(self, i);
        }
    }
    if (event->kind == EVENT_KEY && key_is_text(event->key)) {
        list_select(&self->list, next_with(self, event->key));
        return OUTCOME_REDRAW;
    }
    return list_input(&self->list, event, true);
}

static Outcome choice_take(Screen *screen)
{
    Choice *self = (Choice *)screen;
    return list_has_selection(&self->list) ? take(self, (guint)list_selected(&self->list))
                                           : OUTCOME_CLOSE;
}

static void choice_close(Screen *screen)
{
    Choice *self = (Choice *)screen;
    g_ptr_array_unref(self->options);
    g_ptr_array_unref(self->keys);
    g_free(self->title);
}

static const Action actions[] = {
    {"take", "Enter", N_("Choose"), N_("Takes the selected entry."), .run = choice_take},
    {"back", "Esc", N_("Back"), N_("Goes back without choosing."), .run = screen_leave},
    {0},
};

const ScreenClass screen_choice = {
    .name = "choice",
    .title = N_("Choice"),
    .size = sizeof(Choice),
    .place = SCREEN_DIALOG,
    .actions = actions,
    .heading = choice_heading,
    .open = choice_open,
    .input = choice_input,
    .draw = choice_draw,
    .measure = choice_measure,
    .close = choice_close,
};

Outcome dialog_choice(Screen *parent, const char *title, const char *const *options, guint count,
                      guint first, ReturnFunc answered)
{
    const ChoiceArg arg = {.title = title, .options = options, .count = count, .first = first};
    screen_push(parent, &screen_choice, &arg, answered);
    return OUTCOME_HANDLED;
}

Outcome dialog_choice_keys(Screen *parent, const char *title, const char *const *options,
                           const char *const *keys, guint count, ReturnFunc answered)
{
    const ChoiceArg arg = {.title = title, .options = options, .keys = keys, .count = count};
    screen_push(parent, &screen_choice, &arg, answered);
    return OUTCOME_HANDLED;
}

Outcome dialog_choice_private(Screen *parent, const char *title, const char *const *options,
                              guint count, ReturnFunc answered)
{
    const ChoiceArg arg = {.title = title, .options = options, .count = count, .is_private = true};
    screen_push(parent, &screen_choice, &arg, answered);
    return OUTCOME_HANDLED;
}
