/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-C and its like during long work: noticed instead of obeyed, so that the work can be taken
 * back. */
#pragma once

#include <stdbool.h>

typedef struct {
    int file; /* a signalfd; -1: none could be had, and the signals end the program as usual */
} Interrupt;

/* From now on SIGINT, SIGTERM and SIGHUP are kept back for this process's only thread. */
Interrupt interrupt_begin(void);
/* Whether one of them has come since; from then on always true. */
bool interrupt_came(Interrupt *interrupt);
/* The signals do again what they did before; one that came and was not asked for is dropped. */
void interrupt_end(Interrupt *interrupt);
