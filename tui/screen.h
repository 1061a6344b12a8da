/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen is. To write one:
 *
 * 1. One file tui/screens/NAME.c with a struct that begins with Screen, a table of actions, the
 *    functions, and at the foot one constant; one line SCREEN(NAME) in tui/screens.def; one line
 *    in Makefile.am.
 *
 *        typedef struct {
 *            Screen base;            // first: a Card * is a Screen *
 *            gint64 customer;        // what it was opened for
 *            List list;              // widgets are plain state
 *        } Card;
 *
 *        static const Action actions[] = {
 *            {"visit", "b", N_("Visit"), N_("Notes that this customer is here."),
 *             .run = card_visit, .needs_model = true},
 *            {"back", "Esc", N_("Back"), N_("Goes back to the list."), .run = screen_leave},
 *            {0},
 *        };
 *
 *        const ScreenClass screen_card = {
 *            .name = "card", .title = N_("Customer"), .size = sizeof(Card),
 *            .actions = actions, .open = card_open, .ask = card_ask, .ask_free = g_free,
 *            .load = card_load, .model_free = card_model_free, .loaded = card_loaded,
 *            .input = card_input, .draw = card_draw, .close = card_close,
 *        };
 *
 * 2. `open` copies what it needs from its argument and makes its widgets. It asks no database.
 * 3. `ask` copies what the load needs (an id, what is in the box) into a value of its own; `load`
 *    gets that value on the worker thread and returns a model, a plain struct. It must not touch
 *    the screen. The app swaps the model into screen->model and calls `loaded`. screen->model is
 *    NULL until the first load is done: `draw` shows what it can without it.
 * 4. `draw` draws what is in the struct and nothing else, any number of times, at any size.
 * 5. `input` gets every event first: give it to the widgets (list_input, line_edit_input,
 *    form_input) and return their outcome. What it answers with OUTCOME_NONE is looked up in the
 *    action rows, then in the global ones. Rows whose effect rests on the model say needs_model:
 *    while a load is on its way, the app holds them back, and everything typed after them in
 *    order. So Enter acts on what was typed, even when the matches come later.
 * 6. Handlers never draw and never wait. They change the struct and return what has to happen.
 *    What writes goes through app_do. Another screen is opened by screen_push, dialogs by the
 *    functions in tui/screens/dialogs.h; both return at once, the answer comes to the function
 *    given with them.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "data/draft.h"
#include "data/shop.h"
#include "tui/canvas.h"
#include "tui/keys.h"

typedef struct App App;
typedef struct Screen Screen;

/* What has to happen after a handler. Bits; all but OUTCOME_NONE say that the event was taken. */
typedef enum {
    OUTCOME_NONE = 0,         /* not mine: look further */
    OUTCOME_HANDLED = 1 << 0, /* taken, and nothing on the screen changes */
    OUTCOME_REDRAW = 1 << 1,  /* draw again */
    OUTCOME_RELOAD = 1 << 2,  /* load again, then draw; also draws at once */
    OUTCOME_CLOSE = 1 << 3,   /* close this screen (the result is what screen_result was given) */
    OUTCOME_QUIT = 1 << 4,    /* end the program (asks first where something would be lost) */
    OUTCOME_AS_ENTER = 1 << 5 /* go on as if Enter had been pressed: a click on the row */
} Outcome;

/* One thing a person can do on a screen. Dispatch, key bar, help, palette and mouse come from
 * these rows. */
typedef struct {
    const char *name;  /* for rebinding and tests: "visit" */
    const char *keys;  /* "b", "F2|Alt-n"; the first one stands in the bar */
    const char *label; /* N_(): one or two words for the bar */
    const char *help;  /* N_(): one sentence */
    Outcome (*run)(Screen *screen);
    /* whether it makes sense now; NULL: always. Elsewhere the key is not taken */
    bool (*when)(const Screen *screen);
    bool needs_model; /* wait for a load that is on its way */
    bool quiet;       /* not in the bar, only in help and palette */
    bool menu;        /* home and everywhere: one of the entries of the menu (F9) */
} Action;

/* How much of the terminal a screen is given. */
typedef enum {
    SCREEN_PAGE,  /* everything between the app's header line and the key bar */
    SCREEN_BARE,  /* the same and the header's two lines: the screen has a head of its own */
    SCREEN_DIALOG /* a frame in the middle, over the screen below; `measure` says how large */
} ScreenPlace;

/* Called in the parent when the child has closed. RESULT is what the child gave with
 * screen_result, NULL when it gave none (Esc); it is freed after the call. */
typedef Outcome (*ReturnFunc)(Screen *parent, gpointer result);

typedef struct {
    const char *name;  /* as in screens.def */
    const char *title; /* N_(): heads the help, and a dialog's frame */
    /* Dialogs only: what stands in the frame instead of the title, translated; may return NULL.
     * May be NULL. */
    const char *(*heading)(const Screen *screen);
    gsize size; /* of the struct that begins with Screen; it is given zeroed */
    ScreenPlace place;
    const Action *actions; /* ends with a row whose name is NULL; may be NULL */

    /* Main thread, once. ARG is what screen_push was given and lives only during the call. False
     * and an error: it is not opened, `close` is still called, and the message is shown. May be
     * NULL. */
    bool (*open)(Screen *screen, gconstpointer arg, GError **error);

    /* Main thread, before each load: a value with all the load has to know, owned by the app from
     * then on. May be NULL. */
    gpointer (*ask)(Screen *screen);
    GDestroyNotify ask_free;
    /* Worker thread: the model, never NULL without an error. NULL here: the screen has no model
     * and is never loading. */
    gpointer (*load)(Shop *shop, gconstpointer ask, GError **error);
    GDestroyNotify model_free;
    /* Main thread, after a new model has been put into screen->model and before drawing. OLD is
     * freed after the call; NULL at first. */
    void (*loaded)(Screen *screen, gpointer old);
    /* Main thread, when a load failed on a screen that has a model. OUTCOME_NONE: the app says so
     * and offers to try again. May be NULL. */
    Outcome (*load_failed)(Screen *screen, const GError *error);

    /* Main thread. The first to see an event; see above. May be NULL. */
    Outcome (*input)(Screen *screen, const Event *event);
    /* Main thread. CANVAS is filled with AREA_TEXT (AREA_DIALOG in dialogs) before. */
    void (*draw)(Screen *screen, Canvas *canvas);
    /* What can be typed on it, for the help: each an example and a sentence about it, translated;
     * an empty example goes on with the one before. Free with g_strfreev. May be NULL. */
    char **(*examples)(const Screen *screen);
    /* Dialogs only: how many rows and columns inside the frame it wants, at most MAX_ROWS and
     * MAX_COLS. */
    void (*measure)(Screen *screen, int max_rows, int max_cols, int *rows, int *cols);
    /* Whether closing it now loses something typed: the app asks before it quits. NULL: never. */
    bool (*unsaved)(const Screen *screen);
    /* Forms whose words outlive a crash have all three of these; formdraft.h does most of the work.
     * The app keeps, offers and removes the drafts by itself.
     *
     * Main thread: writes into DRAFT, which is empty, whom the form is about (always) and what was
     * typed and is not saved, with a title. False when nothing of it is worth keeping. */
    bool (*draft)(const Screen *screen, Draft *draft);
    /* Main thread, once the form is filled: puts the words of DRAFT into it, but for the fields in
     * which something was typed already. True when somebody has changed what is stored since. */
    bool (*restore)(Screen *screen, const Draft *draft);
    /* Main thread: opens the form again by screen_push with what DRAFT is about and RETURNED, over
     * the customer's card, or over home for one without a customer. NULL: it cannot be. */
    Screen *(*resume)(Screen *parent, const Draft *draft, ReturnFunc returned);
    /* Main thread, once: frees what the struct holds, not the model and not the struct. May be
     * NULL. */
    void (*close)(Screen *screen);
} ScreenClass;

typedef struct ScreenLink ScreenLink;

struct Screen {
    const ScreenClass *class;
    App *app;
    gpointer model;   /* what the last load returned; NULL before */
    ScreenLink *link; /* the app's own notes */
};

/* Opens a screen of CLASS over PARENT, which must be on the stack. RETURNED may be NULL. Returns
 * the new screen, NULL when it could not be opened (the person has been told). The caller returns
 * OUTCOME_HANDLED: drawing is seen to. */
Screen *screen_push(Screen *parent, const ScreenClass *class, gconstpointer arg,
                    ReturnFunc returned);

/* Sets what the parent is told when SCREEN closes, and that RESULT is freed with FREE_RESULT (may
 * be NULL). Closes nothing itself. */
void screen_result(Screen *screen, gpointer result, GDestroyNotify free_result);

/* Lets SCREEN keep DATA, in place of what it kept, until it is freed with FREE_DATA: for what helps
 * many kinds of screens (rejoin.h) and has to remember something of each. */
void screen_keep(Screen *screen, gpointer data, GDestroyNotify free_data);
/* What it keeps, or NULL. */
gpointer screen_kept(const Screen *screen);

/* An action that closes the screen: for the row "Esc". */
Outcome screen_leave(Screen *screen);
/* Closes SCREEN with a result that says no more than that it was done: not NULL. */
Outcome screen_done(Screen *screen);

/* Whether a load of SCREEN is waiting or running. */
bool screen_is_loading(const Screen *screen);
/* How many rows SCREEN, which is no dialog, has on the terminal as it is now: for `ask`, which
 * comes before it is drawn. */
int screen_rows(const Screen *screen);
/* Likewise how many columns. */
int screen_cols(const Screen *screen);

/* The row called NAME of ROWS, which end as those of a class do and may be NULL; NULL: none. */
const Action *action_named(const Action *rows, const char *name);

/* All classes of screens.def, in its order; ends with NULL. */
const ScreenClass *const *screen_classes(void);
/* The class called NAME, or NULL. */
const ScreenClass *screen_class(const char *name);
