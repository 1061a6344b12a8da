/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people are told before somebody is erased. */
#include "data/erase/erasewords.h"

#include "data/backup/list.h"
#include "data/base/i18n.h"

char *erase_backup_words(const GPtrArray *backups, bool is_server)
{
    guint open = 0;
    if (is_server) {
        return g_strdup(_("The server's own backups and logs still have them: ask the person who "
                          "looks after the server."));
    }
    for (guint i = 0; i < backups->len; i++) {
        open += !((const Backup *)g_ptr_array_index(backups, i))->is_locked;
    }
    if (backups->len == 0) {
        return g_strdup(_("There are no backups here that still have them."));
    }
    g_autofree char *have = g_strdup_printf(
        ngettext(
            "%u backup made before still has them, for up to six months; when it is brought "
            "back, they are erased again at once.",
            "%u backups made before still have them, for up to six months; when one is brought "
            "back, they are erased again at once.",
            backups->len),
        backups->len);
    return open == 0
               ? g_strdup_printf("%s %s", have,
                                 _("They are encrypted: nobody reads them without the passphrase."))
               : g_strdup_printf("%s %s", have,
                                 _("They are not encrypted: who has the files can read them."));
}
