/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the settings share. */
#pragma once

#include "tui/screens/settingsmodel.h"
#include "tui/widgets/list.h"

typedef struct {
    Screen base;
    List list;
    int list_row;    /* where the list was drawn */
    GArray *offered; /* gint64: the branches of the question that is open */
} Settings;

/* One row of the list. A heading has only a label. */
typedef struct {
    const char *label; /* N_() */
    const char *help;  /* N_(): one or two sentences; NULL: a heading, or with no label a gap */
    bool of_shop;      /* cannot be changed where the shop can only be read */
    /* What holds now, a new string. */
    char *(*value)(const Screen *screen);
    /* Begins to change it. */
    Outcome (*change)(Screen *screen);
} SettingRow;

/* All rows; *COUNT is their number. Static. */
const SettingRow *settings_rows(guint *count);

/* SCREEN's model; only when there is one. */
const SettingsModel *settings_model(const Screen *screen);
