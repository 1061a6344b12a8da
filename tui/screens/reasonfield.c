/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field of a form that takes why somebody is lost. */
#include "tui/screens/reasonfield.h"

#include "data/base/fault.h"
#include "data/base/i18n.h"
#include "data/lookup/fold.h"

#include <string.h>

static const char *label_of(const LossReason *reason)
{
    return wordlist_label(&loss_reasons, reason);
}

/* Whether a word of LABEL begins with KEY, which is folded. */
static bool has_word(const char *label, const char *key)
{
    g_autofree char *folded = fold_text(label);
    for (const char *at = folded; at != NULL; at = strchr(at, ' ')) {
        at += *at == ' ';
        if (g_str_has_prefix(at, key)) {
            return true;
        }
    }
    return false;
}

const LossReason *reason_field_find(const GPtrArray *reasons, const char *typed, bool *several)
{
    const LossReason *found = wordlist_named(&loss_reasons, reasons, typed);
    g_autofree char *key = fold_text(typed);
    guint count = found != NULL ? 1 : 0;
    for (guint i = 0; found == NULL && *key != '\0' && i < reasons->len; i++) {
        count += has_word(label_of(g_ptr_array_index(reasons, i)), key);
    }
    for (guint i = 0; found == NULL && count == 1 && i < reasons->len; i++) {
        const LossReason *reason = g_ptr_array_index(reasons, i);
        found = has_word(label_of(reason), key) ? reason : NULL;
    }
    if (several != NULL) {
        *several = count > 1;
    }
    return found;
}

static bool is_empty(const char *typed)
{
    g_autofree char *text = g_strstrip(g_strdup(typed));
    return *text == '\0';
}

char *reason_field_reading(const GPtrArray *reasons, const char *typed)
{
    bool several = false;
    if (is_empty(typed)) {
        return NULL;
    }
    const LossReason *reason = reason_field_find(reasons, typed, &several);
    if (reason == NULL) {
        return g_strdup(several ? _("several fit: go on typing")
                                : _("no such reason: F3 lists them"));
    }
    const char *family = choice_label(loss_families, reason->family);
    g_autofree char *label = fold_text(label_of(reason));
    g_autofree char *own = fold_text(typed);
    return strcmp(label, own) == 0 ? g_strdup(family)
                                   : g_strdup_printf("%s (%s)", label_of(reason), family);
}

bool reason_field_check(const GPtrArray *reasons, const char *typed, GError **error)
{
    if (is_empty(typed) || reason_field_find(reasons, typed, NULL) != NULL) {
        return true;
    }
    g_set_error_literal(error, FAULT, FAULT_REFUSED,
                        _("Not a reason of the list. F3 shows them all."));
    return false;
}

const char *reason_field_complete(const GPtrArray *reasons, const char *typed)
{
    g_autofree char *key = fold_text(typed);
    for (guint i = 0; *key != '\0' && i < reasons->len; i++) {
        const char *label = label_of(g_ptr_array_index(reasons, i));
        g_autofree char *folded = fold_text(label);
        if (g_str_has_prefix(folded, key)) {
            return label;
        }
    }
    return NULL;
}

const char *reason_field_label(const GPtrArray *reasons, gint64 id)
{
    const LossReason *reason = id != 0 ? wordlist_by_id(reasons, id) : NULL;
    return reason != NULL ? label_of(reason) : "";
}
