/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of keys, in the action tables and for people. */
#include "tui/keys.h"

#include "data/base/i18n.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    Key key;
    const char *label; /* what people call it */
} KeyName;

static const KeyName key_names[] = {
    {"Up", K_UP, "↑"},
    {"Down", K_DOWN, "↓"},
    {"Left", K_LEFT, "←"},
    {"Right", K_RIGHT, "→"},
    {"Home", K_HOME, N_("Home")},
    {"End", K_END, N_("End")},
    {"PgUp", K_PGUP, N_("PgUp")},
    {"PgDn", K_PGDN, N_("PgDn")},
    {"Insert", K_INSERT, N_("Insert")},
    {"Delete", K_DELETE, N_("Delete")},
    {"Backspace", K_BACKSPACE, N_("Backspace")},
    {"Enter", K_ENTER, N_("Enter")},
    {"Tab", K_TAB, N_("Tab")},
    {"Esc", K_ESC, N_("Esc")},
    {"Space", ' ', N_("Space")},
};

static const KeyName modifier_names[] = {
    {"Ctrl-", K_CTRL, N_("Ctrl-")},
    {"Alt-", K_ALT, N_("Alt-")},
    {"Shift-", K_SHIFT, N_("Shift-")},
};

/* Letters that arrive as another key when Ctrl is held. */
#define CTRL_TAKEN "hijm[?"

static Key special_from_name(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(key_names); i++) {
        if (strcmp(name, key_names[i].name) == 0) {
            return key_names[i].key;
        }
    }
    if (name[0] == 'F' && g_ascii_isdigit(name[1])) {
        char *end;
        long number = strtol(name + 1, &end, 10);
        return *end == '\0' && number >= 1 && number <= 24 ? K_F0 + (Key)number : K_NONE;
    }
    return K_NONE;
}

/* The modifiers NAME begins with; *NAME is moved past them. */
static Key take_modifiers(const char **name)
{
    Key modifiers = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(modifier_names);) {
        const char *prefix = modifier_names[i].name;
        if (g_str_has_prefix(*name, prefix) && (*name)[strlen(prefix)] != '\0') {
            modifiers |= modifier_names[i].key;
            *name += strlen(prefix);
            i = 0;
        } else {
            i++;
        }
    }
    return modifiers;
}

Key key_from_name(const char *name)
{
    Key modifiers = take_modifiers(&name);
    Key key = special_from_name(name);
    if (key == K_NONE && g_utf8_validate(name, -1, NULL) && g_utf8_strlen(name, -1) == 1) {
        key = g_utf8_get_char(name);
        if (g_unichar_iscntrl(key)) {
            return K_NONE;
        }
    }
    bool is_char = key != K_NONE && key < K_SPECIAL;
    if (is_char && (modifiers & K_CTRL)) {
        key = key < 0x80 ? (Key)g_ascii_tolower((char)key) : key;
        if (key > 0x7F || strchr(CTRL_TAKEN, (int)key)) {
            return K_NONE;
        }
    }
    if (key == K_NONE || (is_char && (modifiers & K_SHIFT))) {
        return K_NONE;
    }
    return key | modifiers;
}

/* The name of KEY, with FOR_PEOPLE in their language. */
static char *spell(Key key, bool for_people)
{
    GString *name = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(modifier_names); i++) {
        if (key & modifier_names[i].key) {
            g_string_append(name, for_people ? _(modifier_names[i].label) : modifier_names[i].name);
        }
    }
    bool has_ctrl = key & K_CTRL;
    key &= ~(Key)(K_CTRL | K_ALT | K_SHIFT);
    for (gsize i = 0; i < G_N_ELEMENTS(key_names); i++) {
        if (key == key_names[i].key) {
            g_string_append(name, for_people ? _(key_names[i].label) : key_names[i].name);
            return g_string_free(name, FALSE);
        }
    }
    if (key > K_F0 && key <= K_F24) {
        g_string_append_printf(name, "F%u", key - K_F0);
    } else {
        /* As it stands on the key. */
        g_string_append_unichar(name, has_ctrl ? g_unichar_toupper(key) : key);
    }
    return g_string_free(name, FALSE);
}

char *key_to_name(Key key)
{
    return spell(key, false);
}

char *key_label(Key key)
{
    return spell(key, true);
}

unsigned keys_from_names(const char *names, Key *keys, unsigned max)
{
    g_auto(GStrv) each = g_strsplit(names, "|", -1);
    unsigned count = 0;
    for (; each[count]; count++) {
        Key key = key_from_name(each[count]);
        if (key == K_NONE) {
            return 0;
        }
        if (count < max) {
            keys[count] = key;
        }
    }
    return count;
}

bool keys_have(const char *names, Key key)
{
    g_auto(GStrv) each = g_strsplit(names, "|", -1);
    bool found = false;
    for (gsize i = 0; each[i]; i++) {
        Key one = key_from_name(each[i]);
        if (one == K_NONE) {
            return false;
        }
        found = found || one == key;
    }
    return found;
}

char *keys_label(const char *names)
{
    g_auto(GStrv) each = g_strsplit(names, "|", -1);
    GString *text = g_string_new(NULL);
    for (gsize i = 0; each[i]; i++) {
        Key key = key_from_name(each[i]);
        if (key == K_NONE) {
            g_string_truncate(text, 0);
            break;
        }
        g_autofree char *label = key_label(key);
        g_string_append_printf(text, "%s%s", i > 0 ? ", " : "", label);
    }
    return g_string_free(text, FALSE);
}

bool key_is_text(Key key)
{
    return key != K_NONE && key < K_SPECIAL && !g_unichar_iscntrl(key);
}

Event *event_copy(const Event *event)
{
    Event *copy = g_new(Event, 1);
    *copy = *event;
    copy->text = g_strdup(event->text);
    return copy;
}

void event_free(Event *event)
{
    if (event) {
        g_free(event->text);
        g_free(event);
    }
}
