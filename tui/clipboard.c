/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clipboard of the person's desktop, through the terminal. */
#include "tui/clipboard.h"

#include <glib.h>
#include <string.h>

char *clipboard_sequence(const char *text)
{
    g_autofree char *coded = g_base64_encode((const guchar *)text, strlen(text));
    return g_strconcat("\033]52;c;", coded, "\033\\", NULL);
}
