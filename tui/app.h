/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full-screen program: one GLib main loop, a stack of screens, one worker thread for the
 * shop. All functions are for the main thread unless they say otherwise. */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "tui/keymap.h"
#include "tui/runlock.h"
#include "tui/screen.h"
#include "tui/terminal.h"
#include "tui/worker.h"

typedef struct {
    /* open; stays the caller's and must outlive the app; gets the usual looks. NULL: it comes with
     * app_take_terminal */
    Terminal *terminal;
    /* handed to loads and jobs on the worker; may be NULL at first; stays the caller's */
    Shop *shop;
    GDateTime *(*now)(gpointer); /* the local time now, a new reference; called with now_data */
    gpointer now_data;
    gpointer data; /* what all screens share; see app_data. Stays the caller's */
} AppConfig;

/* Makes the program, with an empty stack. Free with app_free. */
App *app_new(const AppConfig *config);
/* Closes all screens, ends the worker (jobs that were accepted are finished first, loads are
 * dropped), frees. NULL is allowed. */
void app_free(App *app);
/* Gives an app that was made without one its TERMINAL, as in AppConfig, but without looks:
 * app_set_theme is called next. Screens can be opened before and load meanwhile. */
void app_take_terminal(App *app, Terminal *terminal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(App, app_free)

/* Opens the lowest screen. Returns as screen_push. */
Screen *app_open(App *app, const ScreenClass *class, gconstpointer arg);

typedef enum {
    APP_ENDED_BY_PERSON,  /* F10, or the lowest screen was closed */
    APP_ENDED_BY_SIGNAL,  /* SIGTERM, SIGINT, SIGHUP */
    APP_ENDED_BY_TERMINAL /* the terminal is gone */
} AppEnd;

/* Runs until the program ends. */
AppEnd app_run(App *app);

/* The data of the config. */
gpointer app_data(App *app);
/* The time now, from the clock of the config. Unref it. */
GDateTime *app_now(App *app);
/* The shop jobs are given, as told by the config or app_set_shop. Not to be used on the main
 * thread while jobs run. */
Shop *app_shop(App *app);
/* Replaces the shop for jobs that begin from now on; the caller sees that no job still uses the
 * old one (call it from `done`). */
void app_set_shop(App *app, Shop *shop);

/* The header line: shop, branch and clerk, copied; NULL or "" leaves the part out. */
void app_set_header(App *app, const char *shop, const char *branch, const char *clerk);

/* A loud word before the shop's name, copied, that every screen shows: that the shop is a demo.
 * NULL or "": none. */
void app_set_mark(App *app, const char *mark);

/* The keys that hold: those built in until app_set_keymap. The app's; do not keep it. */
const Keymap *app_keymap(const App *app);
/* KEYMAP holds from now on; it is the app's from then on. */
void app_set_keymap(App *app, Keymap *keymap);
/* The keys ("F2|Alt-n", "" for none) that ACTION, a row of SCREEN or a global one, has now.
 * Valid until the next app_set_keymap. */
const char *app_keys(const Screen *screen, const Action *action);
/* Whether one of the rows of SCREEN has KEY at some time. */
bool app_has_key(const Screen *screen, Key key);
/* The first of them as people read it ("F2"), for bar, menu and sentences; "" when there is none.
 * Free with g_free. */
char *app_key_label(const Screen *screen, const Action *action);

/* Whether what a customer at the counter should not read is hidden; see canvas_private. Off at
 * first. */
void app_set_discreet(App *app, bool discreet);
bool app_is_discreet(const App *app);

/* Draws everything again from nothing, also what seems to be there (Ctrl-L). */
void app_repaint(App *app);

/* Shows everything in the looks of THEME, which stays the caller's, from now on. */
void app_set_theme(App *app, const Theme *theme);
/* Shows symbols and lines in plain ASCII from now on, or again as the terminal can. */
void app_set_ascii(App *app, bool ascii);
/* The name of the theme for this terminal when nobody chose one: "default"; on the Linux console
 * "console", without colours "mono". Static. */
const char *app_usual_theme(const App *app);
/* Whether the terminal shows colours. Without them (NO_COLOR counts) every theme looks like
 * "mono". */
bool app_has_colours(const App *app);

/* Puts TEXT onto the clipboard of the person's desktop, where the terminal can do that. */
void app_copy(App *app, const char *text);
/* The message line above the bar: TEXT (copied) in the look of AREA, until the next key. NULL
 * takes it away. */
void app_say(App *app, Area area, const char *text);
/* The same; ABOUT, a part of TEXT, is private: see canvas_private. */
void app_say_about(App *app, Area area, const char *text, const char *about);
/* When the job of SCREEN that is begun next has gone well, TEXT (copied; NULL: nothing) is said
 * instead of what its `done` says; when it fails, TEXT is forgotten. */
void app_say_instead(Screen *screen, const char *text);
/* From any thread: a notice that stays until it is taken away with NULL ("Waiting for another
 * program …"). It does not cover messages. */
void app_notice(App *app, const char *text);
/* Shows ERROR as a dialog over SCREEN, with Esc or Enter as way on. */
void app_tell(Screen *screen, const GError *error);

/* Loads SCREEN again; a load of it that still waits is dropped for this one. */
void app_reload(Screen *screen);
/* What is stored has changed: loads the top screen again now, and the others when they come to
 * the top. */
void app_refresh(App *app);
/* The window has another size: draws again and loads again what is in sight, since screens load no
 * more than the window shows. */
void app_resized(App *app);
/* Calls app_refresh whenever another process changes the file PATH (its journal counts). NULL
 * ends it. */
void app_watch_file(App *app, const char *path);
/* The same, but only when the text that STATE (worker thread; NULL on a fault; freed with g_free)
 * gives has changed as well: not everything in the file is worth a reload. The first change always
 * is one, for the text is not asked for before it. */
void app_watch_shop(App *app, const char *path, char *(*state)(Shop *shop));

/* The same for the shop of DB on a server, which tells of changes itself. */
void app_watch_server(App *app, const Db *db, char *(*state)(Shop *shop));

/* Tells from now on how the line to the shop of DB (which nobody uses during the call; NULL: none)
 * stands: when it is slow, down, or leads to a copy, of when what is shown is, and that it is
 * there again; asks again by itself while it is not. CHANGED is called when it is found out whether
 * something can be stored. */
void app_follow_line(App *app, Db *db, void (*changed)(App *app, bool read_only));
/* Whether a copy of the server answers at the moment, which can only be read. */
bool app_reads_copy(const App *app);
/* After app_run: waits for what is to be stored on a server, but no longer than SECONDS, and hardly
 * for what is only read. False when it still hangs: then app_free would as well. *IS_LOST then says
 * whether it was something to be stored. */
bool app_wind_up(App *app, guint seconds, bool *is_lost);
/* Why nothing can be stored (copied), for the keys that then do nothing; NULL: it can. */
void app_set_refusal(App *app, const char *text);

/* Goes back to the lowest screen, closing those above it without an answer. Forms that keep drafts
 * are closed as soon as theirs is stored; what has something unsaved and keeps none stays, and so
 * does a screen with a job on its way. */
void app_home(App *app);
/* Does that by itself when the clock strikes after MINUTES without a key or the mouse, and again
 * each minute as long as something is in the way; 0 for never, which is the beginning. */
void app_set_idle(App *app, unsigned minutes);

/* Whose drafts a program keeps; see data/draft.h. */
typedef struct {
    const char *counter;    /* the id of the counter, copied */
    RunLock *run;           /* this run, must outlive the app */
    const char *folder;     /* where the runs of this counter have their locks, copied */
    const gint64 *clerk_id; /* who types; read with each draft, must outlive the app */
} AppDrafts;

/* From now on what is typed into forms with `draft` is stored in the shop within a few seconds,
 * offered again when the same form is opened for the same customer, and removed when the form is
 * saved or left knowingly. NULL: no drafts (any more), which is the beginning. */
void app_keep_drafts(App *app, const AppDrafts *drafts);
/* The drafts that are kept; NULL: none. */
const AppDrafts *app_drafts(App *app);
/* Stores now what is typed in all forms and not stored yet; the timer does it by itself. */
void app_save_drafts(App *app);
/* The uid of what may be stored of SCREEN as a draft, "" when nothing is. The screen's. */
const char *app_draft_uid(const Screen *screen);
/* The instant for a deed of SCREEN into AT (21 bytes, see instant.h): now, but for what is typed in
 * a form that keeps drafts when it was first to be saved as it is. So what is saved again because
 * it was refused is known for the same deed (deed_begin). */
void app_tried_at(const Screen *screen, char at[21]);
/* Opens the form of DRAFT over PARENT with its words; see ScreenClass.resume. NULL when it cannot
 * be opened. */
Screen *app_resume(Screen *parent, const Draft *draft, ReturnFunc returned);

/* Something done on the worker, mostly a deed: writing, an import, a slow file. Jobs run one
 * after the other, in order. */
typedef struct {
    /* Worker thread. The result, or NULL; failed if ERROR is set. */
    gpointer (*run)(Shop *shop, gpointer arg, Work *work, GError **error);
    gpointer arg; /* owned by the app from app_do on */
    GDestroyNotify arg_free;
    GDestroyNotify result_free;
    /* Main thread, if it went well and the screen is still there. Screens have been marked for
     * reload before. May be NULL. */
    Outcome (*done)(Screen *screen, gpointer result);
    /* Main thread, if it failed. True: the screen has seen to it. NULL or false: the app shows
     * the message, and where it may help (not after a conflict, a refusal and the like) Enter tries
     * again. */
    bool (*failed)(Screen *screen, const GError *error);
    /* Main thread, after work_report. May be NULL. */
    void (*progress)(Screen *screen, double done, double total);
    /* false: keys typed meanwhile wait for `done`, in order. true: they go on to the screen */
    bool background;
    bool reads_only; /* nothing stored changes: no reload afterwards */
    /* In the background, and nobody asked for it: nobody is told when it fails since the line is
     * down, or asked whether to quit while it runs */
    bool by_itself;
} AppJob;

/* Hands JOB (copied) to the worker in the name of SCREEN. Returns at once, always
 * OUTCOME_HANDLED. When SCREEN closes before the end, the job still runs to its end; only `done`,
 * `failed` and `progress` are left out, and a failure is told all the same. */
Outcome app_do(Screen *screen, const AppJob *job);
/* Grows with each job that went well and is not reads_only: compare it to see whether something was
 * done meanwhile. What other programs store does not count. */
unsigned app_stored(const App *app);
/* Calls CALL, which begins a job that is reads_only, with the lowest screen: now if there is one,
 * when one is opened, after each job that went well and is not reads_only, and on a new day. For
 * what the program does by itself then. NULL: nothing, which is the beginning. */
void app_set_follower(App *app, void (*call)(Screen *lowest));
/* Gives the worker ORDER (copied) in nobody's name: to look something up that no screen shows. It
 * is dropped when the program ends. */
void app_order(App *app, const WorkOrder *order);
/* Where a load or a job finds the shop damaged (FAULT_DAMAGED), the person is asked whether to see
 * what can be done, and then CALL opens that over SCREEN; TEXT says what is wrong. NULL, which is
 * the beginning: they are told, and no more. */
void app_set_damage(App *app, void (*call)(Screen *screen, const char *text));
/* Asks the job of SCREEN that runs or waits to stop. */
void app_cancel_job(Screen *screen);

/* Runs RUN for SCREEN as soon as no load of it is on its way, now if there is none; what is typed
 * meanwhile waits behind it in order. The rows' needs_model does this by itself. */
Outcome app_after_load(Screen *screen, Outcome (*run)(Screen *screen));

/* Runs ACTION on SCREEN as if its key had been pressed: it waits for the model if it needs it, and
 * does nothing where it makes no sense now. */
Outcome app_perform(Screen *screen, const Action *action);

/* Hands an event to the program as if the terminal had sent it. Tests use it; rows and columns
 * are the terminal's. */
void app_feed(App *app, const Event *event);
/* A minute is over: sees to a new day, and to who has been away for long. The loop does it by
 * itself when a minute of the clock begins. */
void app_strike(App *app);
/* Calls MINUTE with DATA each time the clock strikes, behind what the app sees to itself. NULL:
 * nothing, which is the beginning. */
void app_on_minute(App *app, void (*minute)(gpointer data), gpointer data);
/* Rings the terminal's bell, and lets the window be called TITLE (a text of the program's own)
 * until the next key; NULL leaves its name. */
void app_ring(App *app, const char *title);
/* How often it rang. */
unsigned app_rings(const App *app);
/* The lowest screen, which stays as long as the program runs, or NULL. */
Screen *app_lowest(const App *app);
/* The uppermost screen, or NULL. */
Screen *app_top(App *app);
/* Whether nothing is on its way: no load, no job, no held key, no picture. */
bool app_is_idle(App *app);
/* Draws now what has changed; the loop does it by itself before it sleeps. */
void app_draw(App *app);
