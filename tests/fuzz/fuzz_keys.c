/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key files. */
#include "tests/fuzz/fuzz.h"

#include "tui/keymap.h"
#include "tui/keys.h"

#include <string.h>

void fuzz_keys(const guint8 *bytes, gsize length)
{
    g_autofree char *text = fuzz_bytes(bytes, length);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) keymap = keymap_read(text, "keys", faults);
    fuzz_expect(keymap != NULL, "no keys");
    fuzz_expect_texts(faults);
    g_autoptr(GArray) groups = key_groups();
    for (guint i = 0; i < groups->len; i++) {
        const KeyGroup *group = &g_array_index(groups, KeyGroup, i);
        for (const Action *action = group->actions; action->name != NULL; action++) {
            const char *keys = keymap_keys(keymap, group->class, action);
            Key known[KEYMAP_MOST_KEYS];
            fuzz_expect(*keys == '\0' || keys_from_names(keys, known, KEYMAP_MOST_KEYS) > 0,
                        "no keys: %s", keys);
            if (strcmp(keys, action->keys) == 0) {
                continue;
            }
            g_autofree char *refusal = keymap_refusal(keymap, group->class, action, keys);
            fuzz_expect(refusal == NULL, "held, and refused: %s", refusal);
        }
    }
    Key key = key_from_name(text);
    if (key != K_NONE) {
        g_autofree char *name = key_to_name(key);
        fuzz_expect(key_from_name(name) == key, "“%s” is another key", name);
    }
}
