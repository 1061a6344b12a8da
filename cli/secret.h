/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passphrase for a command: typed where nobody sees it, or from a file; never on the command
 * line, where everybody on the machine could read it. */
#pragma once

#include "cli/command.h"

/* The option with the file of a passphrase, for a command's table. */
#define SECRET_OPTION                                                                              \
    {                                                                                              \
        "passphrase-file", N_("FILE"),                                                             \
            N_("the passphrase is the first line of it; “-” is the input")                         \
    }

/* The passphrase CALL's --passphrase-file holds, else what is typed at the terminal after PROMPT
 * (with AGAIN, unless NULL, once more, until both are the same). NULL, and a sentence was said,
 * when there is none: no terminal, no such file, an empty one, or the person broke off. Free with
 * passphrase_free. */
char *secret_ask(const Call *call, const char *prompt, const char *again);
