/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which keys an action has, and which it may have. */
#include "tui/keymap_private.h"

#include "data/base/i18n.h"
#include "tui/globals.h"

#include <string.h>

static void binding_free(gpointer data)
{
    Binding *binding = data;
    g_free(binding->keys);
    g_free(binding);
}

Keymap *keymap_new(void)
{
    Keymap *keymap = g_new0(Keymap, 1);
    keymap->bindings = g_ptr_array_new_with_free_func(binding_free);
    return keymap;
}

void keymap_free(Keymap *keymap)
{
    if (keymap) {
        g_ptr_array_unref(keymap->bindings);
        g_free(keymap);
    }
}

const char *keymap_keys(const Keymap *keymap, const ScreenClass *class, const Action *action)
{
    const char *keys = action->keys;
    for (guint i = 0; i < keymap->bindings->len; i++) {
        const Binding *binding = g_ptr_array_index(keymap->bindings, i);
        if (binding->class == class && binding->action == action) {
            keys = binding->keys;
            if (!binding->is_shared) {
                break;
            }
        }
    }
    return keys;
}

/* ---- what a key is for ---- */

typedef enum {
    KIND_FREE,   /* reaches the rows everywhere */
    KIND_SIGN,   /* a letter or another sign: a box takes it */
    KIND_DIGIT,  /* a digit: the card takes it for a customer's number */
    KIND_ITSELF, /* moves, edits or ticks */
} KeyKind;

/* What lists, forms and boxes take for moving, editing and taking back. */
static const Key editing_keys[] = {
    K_UP,         K_DOWN,       K_LEFT,       K_RIGHT,      K_HOME,       K_END,
    K_PGUP,       K_PGDN,       K_DELETE,     K_BACKSPACE,  K_TAB,        K_CTRL + 'a',
    K_CTRL + 'e', K_CTRL + 'k', K_CTRL + 'u', K_CTRL + 'w', K_CTRL + 'y', K_CTRL + 'z',
    K_ALT + 'b',  K_ALT + 'd',  K_ALT + 'f',  ' ',
};

static KeyKind kind_of(Key key)
{
    /* With Ctrl, Alt or Shift arrows and the like move, too. */
    Key plain = key & ~(Key)(K_CTRL | K_ALT | K_SHIFT);
    for (gsize i = 0; i < G_N_ELEMENTS(editing_keys); i++) {
        if (key == editing_keys[i] || (plain >= K_SPECIAL && plain == editing_keys[i])) {
            return KIND_ITSELF;
        }
    }
    if (!key_is_text(key)) {
        return KIND_FREE;
    }
    return key >= '0' && key <= '9' ? KIND_DIGIT : KIND_SIGN;
}

static const Action *actions_of(const ScreenClass *class)
{
    return class ? class->actions : global_actions();
}

/* Whether KEY reaches the rows of CLASS: it is free, or one of its kind is built in there. */
static bool reaches_rows(const ScreenClass *class, Key key)
{
    KeyKind kind = kind_of(key);
    bool reaches = kind == KIND_FREE;
    for (const Action *action = actions_of(class); action && action->name && !reaches; action++) {
        Key built_in[KEYMAP_MOST_KEYS];
        unsigned count = keys_from_names(action->keys, built_in, KEYMAP_MOST_KEYS);
        for (unsigned i = 0; i < MIN(count, KEYMAP_MOST_KEYS); i++) {
            reaches = reaches ||
                      (kind == KIND_ITSELF ? built_in[i] == key : kind_of(built_in[i]) == kind);
        }
    }
    return reaches;
}

/* ---- what is refused ---- */

static const char *title_of(const ScreenClass *class)
{
    return class ? _(class->title) : _("Everywhere");
}

/* Whether KEYS leave out a key that has to stay; a sentence. */
static char *missing_key(const ScreenClass *class, const Action *action, const char *keys)
{
    static const Key fixed[] = {K_ENTER, K_ESC};
    for (gsize i = 0; i < G_N_ELEMENTS(fixed); i++) {
        if (keys_have(action->keys, fixed[i]) && !keys_have(keys, fixed[i])) {
            g_autofree char *label = key_label(fixed[i]);
            return g_strdup_printf(_("%s has to stay one of the keys of \"%s\"."), label,
                                   _(action->label));
        }
    }
    bool is_way_out = action == global_action("help") || action == global_action("quit");
    if (!class && is_way_out && *keys == '\0') {
        return g_strdup_printf(_("\"%s\" needs a key."), _(action->label));
    }
    return NULL;
}

char *keymap_misfit(const ScreenClass *class, const Action *action, const char *keys)
{
    char *missing = missing_key(class, action, keys);
    if (missing) {
        return missing;
    }
    Key each[KEYMAP_MOST_KEYS];
    unsigned count = keys_from_names(keys, each, KEYMAP_MOST_KEYS);
    if (count > KEYMAP_MOST_KEYS) {
        return g_strdup_printf(_("More than %d keys for the same are too many."), KEYMAP_MOST_KEYS);
    }
    for (unsigned i = 0; i < count; i++) {
        if (!reaches_rows(class, each[i])) {
            g_autofree char *label = key_label(each[i]);
            return g_strdup_printf(_("\"%s\" is for typing and moving here (%s). Take an F-key, or "
                                     "a letter with Alt or Ctrl."),
                                   label, title_of(class));
        }
    }
    return NULL;
}

/* Whether A and B have a key in common as they are built in. */
static bool share_built_in(const Action *a, const Action *b)
{
    Key keys[KEYMAP_MOST_KEYS];
    unsigned count = keys_from_names(a->keys, keys, KEYMAP_MOST_KEYS);
    for (unsigned i = 0; i < MIN(count, KEYMAP_MOST_KEYS); i++) {
        if (keys_have(b->keys, keys[i])) {
            return true;
        }
    }
    return false;
}

/* Whether a row of CLASS other than ACTION has one of the COUNT KEYS; a sentence. */
static char *clash_with(const Keymap *keymap, const ScreenClass *class, const Action *action,
                        const Key *keys, unsigned count)
{
    for (const Action *other = actions_of(class); other && other->name; other++) {
        if (other == action || share_built_in(other, action)) {
            continue;
        }
        const char *taken = keymap_keys(keymap, class, other);
        for (unsigned i = 0; i < count; i++) {
            if (keys_have(taken, keys[i])) {
                g_autofree char *label = key_label(keys[i]);
                /* TRANSLATORS: a key, what it does, and on which screen: "n" already does "Note"
                 * (Customer). */
                return g_strdup_printf(_("\"%s\" already does \"%s\" (%s)."), label,
                                       _(other->label), title_of(class));
            }
        }
    }
    return NULL;
}

char *keymap_clash(const Keymap *keymap, const ScreenClass *class, const Action *action,
                   const char *keys)
{
    Key each[KEYMAP_MOST_KEYS];
    unsigned count = MIN(keys_from_names(keys, each, KEYMAP_MOST_KEYS), KEYMAP_MOST_KEYS);
    char *clash = clash_with(keymap, NULL, action, each, count);
    if (clash || class) {
        return clash ? clash : clash_with(keymap, class, action, each, count);
    }
    const ScreenClass *const *classes = screen_classes();
    for (gsize i = 0; classes[i] && !clash; i++) {
        clash = clash_with(keymap, classes[i], action, each, count);
    }
    return clash;
}

char *keymap_refusal(const Keymap *keymap, const ScreenClass *class, const Action *action,
                     const char *keys)
{
    char *misfit = keymap_misfit(class, action, keys);
    return misfit ? misfit : keymap_clash(keymap, class, action, keys);
}

/* ---- all actions ---- */

static void add_group(GArray *groups, const ScreenClass *class)
{
    const KeyGroup group = {.class = class, .actions = actions_of(class)};
    if (group.actions && group.actions->name) {
        g_array_append_val(groups, group);
    }
}

GArray *key_groups(void)
{
    GArray *groups = g_array_new(FALSE, FALSE, sizeof(KeyGroup));
    const ScreenClass *const *classes = screen_classes();
    add_group(groups, NULL);
    for (int pass = 0; pass < 2; pass++) {
        for (gsize i = 0; classes[i]; i++) {
            if ((classes[i]->place == SCREEN_DIALOG) == (pass == 1)) {
                add_group(groups, classes[i]);
            }
        }
    }
    return groups;
}

const char *key_group_title(const KeyGroup *group)
{
    return title_of(group->class);
}

char *key_action_name(const ScreenClass *class, const Action *action)
{
    return g_strdup_printf("%s.%s", class ? class->name : "global", action->name);
}
