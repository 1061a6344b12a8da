/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Themes: how each area of the screen looks. A theme is a text, one line an area; the same parser
 * reads built-in and own ones.
 *
 *     # a comment
 *     selected = #ffffff on #204a87 bold
 *     accent   = #1e77d0|magenta
 *     dim      = default italic
 *
 * Own ones lie in themes/NAME.theme of the folder for choices (tui/themes.h).
 *
 * A line is AREA = [COLOUR] [on COLOUR] [bold] [dim] [italic] [underline] [reverse]. A COLOUR is
 * #rrggbb, #rgb, "default" (the terminal's own), or one of the terminal's sixteen: black red
 * green yellow blue magenta cyan white, each also "bright-…". After "|" may stand one of the
 * sixteen, or "default", for terminals with fewer than 256 colours. An area not named looks like
 * "text"; "text" not named looks as the terminal does. */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* Everything that can look different. The names in theme files are the small-letter ends of
 * these. */
typedef enum {
    AREA_TEXT,         /* ordinary text */
    AREA_DIM,          /* what may be overlooked: hints, what was long ago */
    AREA_ACCENT,       /* the one accent colour */
    AREA_TITLE,        /* names at the top of a screen */
    AREA_HEADER,       /* the line with shop, day and clerk */
    AREA_HEADING,      /* headings of groups in a list: BIRTHDAYS, TO DO */
    AREA_LABEL,        /* what a value is called */
    AREA_WARNING,      /* the only loud thing: allergy, "do not …" */
    AREA_GOOD,         /* done, greeted, in order */
    AREA_BIRTHDAY,     /* a birthday */
    AREA_SELECTED,     /* the row the cursor is on */
    AREA_MATCH,        /* the part of a text that was searched for */
    AREA_FIELD,        /* a field one can type into */
    AREA_FIELD_FOCUS,  /* the one that listens */
    AREA_FIELD_HINT,   /* in it, and not typed: a hint, the rest of a word */
    AREA_RULE,         /* lines between parts */
    AREA_BAR,          /* the key bar between its entries */
    AREA_BAR_KEY,      /* a key in it */
    AREA_BAR_LABEL,    /* what the key does */
    AREA_MESSAGE,      /* "Noted." above the bar */
    AREA_DIALOG,       /* the inside of a dialog */
    AREA_DIALOG_FRAME, /* its frame */
    AREA_PROGRESS,     /* the done part of a progress bar */
    AREA_COUNT
} Area;

typedef enum { COLOUR_DEFAULT, COLOUR_ANSI, COLOUR_RGB } ColourKind;

enum { FEW_NONE = -1, FEW_DEFAULT = -2 };

/* A colour as a theme names it. */
typedef struct {
    ColourKind kind;
    uint32_t value; /* COLOUR_ANSI: 0 to 15; COLOUR_RGB: 0xrrggbb */
    int few;        /* what stands after "|": 0 to 15, FEW_DEFAULT, or FEW_NONE */
} Colour;

typedef enum {
    LOOK_BOLD = 1 << 0,
    LOOK_DIM = 1 << 1,
    LOOK_ITALIC = 1 << 2,
    LOOK_UNDERLINE = 1 << 3,
    LOOK_REVERSE = 1 << 4
} Look;

typedef struct {
    Colour ink, paper;
    unsigned looks; /* Look bits */
} Style;

typedef struct {
    char *name;
    Style styles[AREA_COUNT];
} Theme;

/* Reads a theme from TEXT (UTF-8, any line ends). NAME is what the theme is called, SOURCE what
 * its file is called in messages. A line that cannot be read is left out, and a sentence with
 * file and line ("light.theme, line 3: …") is added to FAULTS (of char *, freed with g_free; may
 * be NULL). Never fails. Free with theme_free. */
Theme *theme_read(const char *name, const char *source, const char *text, GPtrArray *faults);
void theme_free(Theme *theme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Theme, theme_free)

/* The built-in theme NAME ("default", "light", "dark", "contrast", "console", "mono"), or NULL.
 * Free with theme_free. */
Theme *theme_builtin(const char *name);

/* The name of AREA in theme files: static. */
const char *area_name(Area area);
