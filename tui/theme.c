/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading themes. How near a terminal comes to their colours is in colour.c. */
#include "tui/theme.h"

#include "data/base/i18n.h"
#include "tui/theme_builtin.h"

#include <stdlib.h>
#include <string.h>

static const char *const area_names[AREA_COUNT] = {
    [AREA_TEXT] = "text",
    [AREA_DIM] = "dim",
    [AREA_ACCENT] = "accent",
    [AREA_TITLE] = "title",
    [AREA_HEADER] = "header",
    [AREA_HEADING] = "heading",
    [AREA_LABEL] = "label",
    [AREA_WARNING] = "warning",
    [AREA_GOOD] = "good",
    [AREA_BIRTHDAY] = "birthday",
    [AREA_SELECTED] = "selected",
    [AREA_MATCH] = "match",
    [AREA_FIELD] = "field",
    [AREA_FIELD_FOCUS] = "field_focus",
    [AREA_FIELD_HINT] = "field_hint",
    [AREA_RULE] = "rule",
    [AREA_BAR] = "bar",
    [AREA_BAR_KEY] = "bar_key",
    [AREA_BAR_LABEL] = "bar_label",
    [AREA_MESSAGE] = "message",
    [AREA_DIALOG] = "dialog",
    [AREA_DIALOG_FRAME] = "dialog_frame",
    [AREA_PROGRESS] = "progress",
};

static const char *const ansi_names[] = {
    "black",        "red",           "green",       "yellow",         "blue",
    "magenta",      "cyan",          "white",       "bright-black",   "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
    "bright-white",
};

typedef struct {
    const char *name;
    Look look;
} LookName;

static const LookName look_names[] = {
    {"bold", LOOK_BOLD},           {"dim", LOOK_DIM},         {"italic", LOOK_ITALIC},
    {"underline", LOOK_UNDERLINE}, {"reverse", LOOK_REVERSE},
};

static const Colour colour_default = {.kind = COLOUR_DEFAULT, .few = FEW_NONE};

const char *area_name(Area area)
{
    return area_names[area];
}

static int find_area(const char *name)
{
    for (int area = 0; area < AREA_COUNT; area++) {
        if (strcmp(name, area_names[area]) == 0) {
            return area;
        }
    }
    return -1;
}

/* 0 to 15, FEW_NONE if there is none called NAME. */
static int find_ansi(const char *name)
{
    for (int i = 0; i < (int)G_N_ELEMENTS(ansi_names); i++) {
        if (strcmp(name, ansi_names[i]) == 0) {
            return i;
        }
    }
    return FEW_NONE;
}

/* Reads "#rgb" or "#rrggbb". */
static bool read_rgb(const char *word, uint32_t *rgb)
{
    gsize digits = strlen(word + 1);
    if ((digits != 3 && digits != 6) || strspn(word + 1, "0123456789abcdefABCDEF") != digits) {
        return false;
    }
    uint32_t value = (uint32_t)strtoul(word + 1, NULL, 16);
    if (digits == 3) {
        value = ((value & 0xF00) << 8 | (value & 0x0F0) << 4 | (value & 0x00F)) * 0x11;
    }
    *rgb = value;
    return true;
}

static bool read_colour(const char *word, Colour *colour)
{
    *colour = colour_default;
    g_auto(GStrv) parts = g_strsplit(word, "|", 2);
    if (parts[0] && parts[1]) {
        colour->few = strcmp(parts[1], "default") == 0 ? FEW_DEFAULT : find_ansi(parts[1]);
        if (colour->few == FEW_NONE) {
            return false;
        }
    }
    int ansi = parts[0] ? find_ansi(parts[0]) : -1;
    if (ansi >= 0) {
        colour->kind = COLOUR_ANSI;
        colour->value = (uint32_t)ansi;
        return true;
    }
    if (parts[0] && parts[0][0] == '#') {
        colour->kind = COLOUR_RGB;
        return read_rgb(parts[0], &colour->value);
    }
    return g_strcmp0(parts[0], "default") == 0;
}

static bool read_look(const char *word, unsigned *looks)
{
    for (gsize i = 0; i < G_N_ELEMENTS(look_names); i++) {
        if (strcmp(word, look_names[i].name) == 0) {
            *looks |= look_names[i].look;
            return true;
        }
    }
    return false;
}

static bool same_colour(const Colour *a, const Colour *b)
{
    return a->kind != COLOUR_DEFAULT && a->kind == b->kind && a->value == b->value;
}

/* Reads what stands right of "=". Returns the first word that means nothing, NULL when all did;
 * free it. */
static char *read_style(const char *text, Style *style)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t", -1);
    bool ink_is_set = false;
    *style = (Style){.ink = colour_default, .paper = colour_default};
    for (gsize i = 0; words[i]; i++) {
        if (*words[i] == '\0' || read_look(words[i], &style->looks)) {
            continue;
        }
        if (strcmp(words[i], "on") == 0) {
            do {
                i++;
            } while (words[i] && *words[i] == '\0');
            if (!words[i] || !read_colour(words[i], &style->paper)) {
                return g_strdup(words[i] ? words[i] : "on");
            }
        } else if (ink_is_set || !read_colour(words[i], &style->ink)) {
            return g_strdup(words[i]);
        } else {
            ink_is_set = true;
        }
    }
    return NULL;
}

/* What a theme is while its lines are read. */
typedef struct {
    Theme *theme;
    bool is_set[AREA_COUNT];
    const char *source;
    unsigned line;
    GPtrArray *faults;
} Reader;

G_GNUC_PRINTF(2, 3)
static void complain(Reader *reader, const char *format, ...)
{
    if (reader->faults) {
        va_list arguments;
        va_start(arguments, format);
        g_autofree char *what = g_strdup_vprintf(format, arguments);
        va_end(arguments);
        /* Translators: file, line number, and a sentence about the fault there. */
        g_ptr_array_add(reader->faults,
                        g_strdup_printf(_("%s, line %u: %s"), reader->source, reader->line, what));
    }
}

static void read_line(Reader *reader, char *line)
{
    g_strstrip(line);
    if (*line == '\0' || *line == '#') {
        return;
    }
    char *equals = strchr(line, '=');
    if (!equals) {
        complain(reader,
                 _("This line has no \"=\". It should look like \"selected = white on blue\"."));
        return;
    }
    *equals = '\0';
    g_strchomp(line);
    int area = find_area(line);
    if (area < 0) {
        complain(reader, _("There is no area called \"%s\"."), line);
        return;
    }
    Style style;
    g_autofree char *strange = read_style(equals + 1, &style);
    if (strange) {
        complain(
            reader,
            _("\"%s\" is neither a colour nor one of bold, dim, italic, underline and reverse."),
            strange);
    } else if (same_colour(&style.ink, &style.paper)) {
        complain(reader,
                 _("Text and background of \"%s\" have the same colour, so nobody could read it."),
                 line);
    } else {
        reader->theme->styles[area] = style;
        reader->is_set[area] = true;
    }
}

Theme *theme_read(const char *name, const char *source, const char *text, GPtrArray *faults)
{
    Reader reader = {.theme = g_new0(Theme, 1), .source = source, .faults = faults};
    reader.theme->name = g_strdup(name);
    reader.theme->styles[AREA_TEXT] = (Style){.ink = colour_default, .paper = colour_default};
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_auto(GStrv) lines = g_strsplit(g_strdelimit(valid, "\r", ' '), "\n", -1);
    for (unsigned i = 0; lines[i]; i++) {
        reader.line = i + 1;
        read_line(&reader, lines[i]);
    }
    for (int area = 0; area < AREA_COUNT; area++) {
        if (!reader.is_set[area]) {
            reader.theme->styles[area] = reader.theme->styles[AREA_TEXT];
        }
    }
    return reader.theme;
}

void theme_free(Theme *theme)
{
    if (theme) {
        g_free(theme->name);
        g_free(theme);
    }
}

Theme *theme_builtin(const char *name)
{
    for (unsigned i = 0; i < builtin_themes_count; i++) {
        if (strcmp(name, builtin_themes[i].name) == 0) {
            return theme_read(name, name, builtin_themes[i].text, NULL);
        }
    }
    return NULL;
}
