/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the app play with: a fake shop whose work can be stopped at a gate, a screen
 * that finds and saves, and both on a terminal. */
#pragma once

#include "tests/tui/harness.h"
#include "tui/lineedit.h"

/* The worker's side counts and waits, the test's side looks and lets go. */
typedef struct {
    GMutex lock;
    GCond wake;
    bool closed;      /* loads and jobs wait at the gate */
    int loads, saves; /* how many began */
    bool fail_load, fail_save, says_stored, stop_seen;
    char *saved;
} FakeShop;

FakeShop *fake_new(void);
void fake_free(FakeShop *fake);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FakeShop, fake_free)

/* Closes or opens the gate. */
void fake_set_gate(FakeShop *fake, bool closed);
/* Waits until so many have BEGUN; COUNT is &fake->loads or &fake->saves. */
void fake_wait_for(FakeShop *fake, const int *count, int begun);

/* A screen with a box, whose model is what is typed. Enter opens, F2 counts, F3 saves, F4 saves in
 * the background, F5 asks for a fact, F6 lets choose, F7 counts if something is typed. */
typedef struct {
    Screen base;
    LineEdit *box;
    char *opened, *answer;
    unsigned visits, saved_seen;
    unsigned pictures; /* how often it was drawn */
    double done, total;
    bool closes_when_saved;
} Finder;

extern const ScreenClass scene_finder;
/* A screen that only says "the floor". */
extern const ScreenClass scene_floor;

typedef struct {
    FakeShop *fake;
    Harness *harness;
    Finder *finder; /* on top, over a floor */
} Scene;

/* For cmocka: the scene is in *state. */
int scene_setup(void **state);
int scene_teardown(void **state);

/* Hands KEY to the app and does not settle. */
void scene_press(Scene *scene, const char *key);
