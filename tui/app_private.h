/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of the program, for the app_*.c files: life and header in app.c, the stack in
 * app_stack.c, events in app_input.c, loads in app_load.c, jobs in app_job.c, drawing in
 * app_draw.c, drafts in app_draft.c, the main loop's sources in app_loop.c. */
#pragma once

#include "data/db/listen.h"
#include "tui/app.h"
#include "tui/filewatch.h"
#include "tui/keybar.h"
#include "tui/worker.h"

typedef struct Job Job;
/* What the app notes about the draft of a form. */
typedef struct ScreenDraft ScreenDraft;
/* What it knows of the line to the shop; app_line.c. */
typedef struct LineWatch LineWatch;

/* What the app notes about a screen. */
struct ScreenLink {
    Screen *parent; /* gets the answer; NULL for the lowest */
    ReturnFunc returned;
    gpointer result;
    GDestroyNotify result_free;
    GPtrArray *loads;    /* Work: loads on their way, the latest last */
    GPtrArray *jobs;     /* Job: in the name of this screen */
    bool stale;          /* to be loaded again when it comes in sight */
    bool is_complaining; /* a dialog about a failed load is open */
    char as_of[21];      /* the UTC instant of what the model shows */
    bool is_closed;      /* off the stack, freed after the event at hand */
    Canvas place;        /* where it was last drawn */
    ScreenDraft *draft;  /* NULL: it keeps none */
    gpointer kept;       /* see screen_keep */
    GDestroyNotify kept_free;
    char *news; /* see app_say_instead */
};

/* What waits until a load of SCREEN has come: a key to be looked up in its rows, one of its rows,
 * or RUN. */
typedef struct {
    Screen *screen; /* NULL: nothing waits */
    Key key;
    const Action *action;
    Outcome (*run)(Screen *screen);
} Waiting;

struct App {
    Terminal *terminal; /* NULL until it is open */
    Worker *worker;
    Shop *shop;
    GDateTime *(*now)(gpointer);
    gpointer now_data;
    gpointer data;

    GPtrArray *stack;  /* Screen, the lowest first */
    GPtrArray *closed; /* Screen, to be freed */
    unsigned depth;    /* of handlers being run */
    Waiting waiting;
    Waiting unsaved; /* the save that could not wait: see app_save_again */
    GQueue held;     /* Event: behind what waits, in order */
    unsigned foreground_jobs, background_jobs, own_jobs;
    unsigned stored; /* see app_stored */
    void (*follower)(Screen *lowest);
    void (*damage)(Screen *screen, const char *text); /* see app_set_damage */
    char *damage_text;                                /* what was wrong when it was last asked */
    void (*minute)(gpointer data);                    /* see app_on_minute */
    gpointer minute_data;
    unsigned rings;
    bool is_ringing; /* the window has another name until the next key */

    bool is_discreet;
    char *mark;    /* before the shop's name; NULL: none */
    char *refusal; /* see app_set_refusal */
    char *shop_name, *branch, *clerk;
    char *message;
    char *message_about; /* the part of it that is private; NULL: none */
    Area message_area;
    KeyBar *bar;
    Keymap *keymap;
    GSource *draw_source;  /* armed while there is something to draw */
    gint64 draw_at_latest; /* monotonic time */

    GMutex notice_lock;
    char *notice_posted; /* under the lock */
    char *notice;
    GSource *notice_source;

    GMainLoop *loop;
    AppEnd end;
    bool is_ending;
    GSource *signals; /* while the loop runs */
    guint clock_id, patience_id, watch_id, input_id;
    int day_of_year; /* when the clock last struck; 0: it has not */
    unsigned idle_minutes;
    unsigned strikes_without_key; /* of the clock, one a minute */
    FileWatch *file_watch;
    DbListener *listener;
    char *(*watched_state)(Shop *shop);
    char *seen_state; /* what it gave last */

    LineWatch *line;

    AppDrafts drafts;          /* own texts; .counter is NULL when none are kept */
    const char *resumed;       /* during app_resume: the uid of the draft */
    guint draft_id;            /* runs while something typed is not stored */
    bool draft_is_told;        /* that drafts cannot be stored */
    bool is_going_home;        /* as soon as the drafts are stored */
    const char *asked_to_quit; /* with which question */
};

/* Around everything that calls handlers. The outermost end frees closed screens, goes on with
 * what was held, and sees to drawing. */
void app_begin(App *app);
void app_end(App *app);
/* The picture has to be drawn again. */
void app_touch(App *app);

/* Does what OUTCOME of a handler of SCREEN says. */
void app_obey(Screen *screen, Outcome outcome);
/* Frees the screens that were taken off. */
void app_sweep(App *app);
/* Ends the loop. */
void app_end_loop(App *app, AppEnd end);

/* Whether the model of SCREEN is still to come. What could not be loaded is tried again: nothing is
 * done to what stands there from before. */
bool app_lacks_model(Screen *screen);
/* Loads all screens in sight that are stale. */
void app_load_visible(App *app);
/* SCREEN is closed: its loads and jobs have nobody to tell. */
void app_forget_loads(Screen *screen);
void app_forget_jobs(Screen *screen);

/* Lets the program do what it does by itself: see app_set_follower. */
void app_follow(App *app);

/* Whether ERROR says that the shop is damaged, and something can be done about it. */
bool app_knows_damage(const App *app, const GError *error);
/* Asks over SCREEN whether to see what can be done about ERROR; ANSWERED gives what it gets to
 * app_show_damage. */
void app_ask_damage(Screen *screen, const GError *error, ReturnFunc answered);
Outcome app_show_damage(Screen *screen, gpointer yes);

/* Whether a job of SCREEN that stores something waits or runs. */
bool app_is_writing(const Screen *screen);

/* The load of SCREEN has come (or failed): goes on with what waited for it. */
void app_release(Screen *screen, bool loaded);
/* Whether what waits for a load of SCREEN is to save what was typed there; keeps it then for
 * app_save_again, the answer to whether to try again. */
bool app_save_waits(Screen *screen);
Outcome app_save_again(Screen *screen, gpointer again);
/* Whether the window is too small to show anything: then nothing may be done unseen. */
bool app_is_too_small(const App *app);
/* Hands on held events as long as nothing holds them. */
void app_pump(App *app);
/* Looks KEY up in the rows of SCREEN and the global ones and runs the row; OUTCOME_NONE if there
 * is none. */
Outcome app_run_key(Screen *screen, Key key);
/* Ends the program, after asking where something would be lost. */
void app_ask_to_quit(App *app);

/* SCREEN has been opened: looks for a draft to offer. */
void app_draft_open(Screen *screen);
/* SCREEN has its model: puts in what waits for it. */
void app_draft_offer(Screen *screen);
/* SCREEN is closed. IS_DONE: by itself, so that its draft goes; else it is put away. */
void app_draft_close(Screen *screen, bool is_done);
/* SCREEN is freed. */
void app_draft_free(Screen *screen);
/* Something may have been typed: sees to the timer. */
void app_draft_watch(App *app);
/* Whether what is typed in SCREEN now is stored, or nothing is typed. */
bool app_draft_is_kept(const Screen *screen);
/* Whether an order about drafts is on its way. */
bool app_draft_is_busy(const App *app);
/* Whether closing SCREEN loses what is typed: it keeps no draft, or could not. */
bool app_draft_fails(const Screen *screen);

/* Gives the worker an order, and looks at the clock while it is on its way. */
Work *app_give(App *app, const WorkOrder *order);
/* Asks the shop whether there is anything new, if it is watched. */
void app_ask_state(App *app);
/* How the line stands as far as is known. */
DbLineKind app_line_kind(const App *app);
/* Notes of when the new model of SCREEN is. */
void app_line_stamp(const Screen *screen);
/* What to say of the line while SHOWN is on the screen; NULL: nothing. Free with g_free. */
char *app_line_words(const App *app, const Screen *shown);
/* A request failed since the line is down; one was answered. */
void app_line_is_down(App *app);
void app_line_has_answered(App *app);
/* Whether EVENT has been answered, since what it would wait for takes long. */
bool app_line_answers(App *app, const Event *event);
/* Whether the person gave up waiting for the job that runs; a job has ended. */
bool app_line_gives_up(App *app);
void app_line_job_ended(App *app);
/* Offers again what could not be saved while the line was down. */
void app_jobs_line_is_back(App *app);
void app_line_new(App *app);
void app_line_free(App *app);

/* Whether events have to wait. */
bool app_is_held(const App *app);
/* Whether KEY quits the program. */
bool app_is_quit_key(const App *app, Key key);

/* A source that calls CALLBACK each time its ready time is set. */
GSource *app_ready_source(App *app, GSourceFunc callback, int priority, const char *name);
/* Removes the sources of the main loop. */
void app_detach_sources(App *app);
/* Takes a GSource * out of its loop and lets it go. */
void app_end_source(gpointer source);
