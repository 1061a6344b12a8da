/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a command is, and what it gets to work with. A new command: cli/NAME.c with its `const
 * Command command_NAME`, one line in commands.def, one line in Makefile.am. */
#pragma once

#include "data/base/day.h"
#include "data/shop.h"

/* How a command ends; the exit status of the process. */
typedef enum {
    CLI_DONE = 0,
    CLI_NOTHING = 1, /* nothing was found, or it was refused */
    CLI_WRONG = 2,   /* the command was not understood */
    CLI_AWAY = 3     /* the server cannot be reached: the same may work later */
} CliStatus;

/* What main.c knows and commands do not ask for themselves. */
typedef struct {
    const char *usual_shop;    /* where the shop is without --shop */
    bool shop_is_chosen;       /* that place stands in tresen.conf */
    const char *demo_shop;     /* where the demo shop is without --file */
    const char *backup_folder; /* for copies made before an upgrade */
    const char *second_place;  /* a second place for backups; NULL: none */
    const char *spare_folder;  /* for refused rows of a list that cannot lie beside the list */
    const char *config_folder; /* for what the person chose for this machine */
    GDateTime *now;            /* local time */
} CliWorld;

/* An option of a command. One name means the same kind of option (with or without a value) in every
 * command. */
typedef struct {
    const char *name;  /* without the dashes */
    const char *value; /* N_(): what stands for its value in the help, "DAY"; NULL: a switch */
    const char *help;  /* N_(): half a sentence */
} CommandOption;

typedef enum {
    SHOP_READ, /* a shop has to be there; run gets it open */
    SHOP_OWN   /* run opens or makes it itself */
} ShopNeed;

typedef struct Command Command;

/* A command at work. */
typedef struct {
    const Command *command;
    const CliWorld *world;
    const char *where;   /* the shop's place */
    bool is_usual_place; /* no --shop was given */
    char **words;        /* the arguments behind the command's name; ends with NULL */
    GHashTable *options; /* of those that were given: see Line */
    Shop *shop;          /* open with SHOP_READ, else NULL */
    Day today;
    char at[21];      /* now, as a UTC instant */
    char **screen_on; /* what the full screen shall open when the command is done; see CliEnd */
} Call;

struct Command {
    const char *name;
    const char *arguments;        /* N_(): "WORDS…"; NULL: takes none */
    const char *summary;          /* N_(): one line of the overview */
    const char *help;             /* N_(): a few sentences */
    const CommandOption *options; /* ends with a name of NULL; NULL: none */
    guint least, most;            /* how many arguments */
    const char *missing;          /* N_(): the sentence when there are fewer than LEAST */
    ShopNeed needs;
    /* Does it. Results go to standard output, sentences to standard error. */
    CliStatus (*run)(const Call *call);
};

#define COMMAND(name) extern const Command command_##name;
#include "cli/commands.def"
#undef COMMAND

/* All commands in the order of commands.def; ends with NULL. */
extern const Command *const commands[];
/* The command called NAME; NULL when there is none. */
const Command *command_named(const char *name);
/* The option NAME of COMMAND; NULL when it has none of that name. */
const CommandOption *command_option(const Command *command, const char *name);
