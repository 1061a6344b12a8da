/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the terminal back in order when the program dies: by any signal that ends it and can be
 * caught, or by exit() from anywhere. The handlers only write prepared bytes and set the saved
 * modes. */
#pragma once

#include <glib.h>
#include <signal.h>
#include <termios.h>

/* May only do what is allowed in signal handlers. */
typedef void (*RescueHandler)(int signal_number, siginfo_t *info, void *context);

/* From now on: on the program's death write RESET (copied, at most 500 bytes) to OUTPUT and set
 * MODES on INPUT. Handlers that others have installed (sanitizers) are left alone. */
void rescue_arm(int input, int output, const struct termios *modes, const char *reset);
/* From now on HANDLER, which ends the program, is called when this signal comes, on the stack that
 * the thread was lent. A handler that somebody else has installed stays. */
void rescue_catch(int signal_number, RescueHandler handler);
/* From now on this thread ends the program: others that call this wait until it has, so that what
 * kills several at once, as want of memory does, cuts none of them short; and what they draw goes
 * nowhere. For signal handlers, too. */
void rescue_claim(void);
/* Claims the end, gives the terminal back and dies of this signal. For signal handlers, too. */
void rescue_die(int signal_number);
/* Lends this thread STACK, of SIZE bytes, for signal handlers, unless it has one: its own may be
 * what has run out. Kept as long as the thread lives. */
void rescue_lend_stack(void *stack, gsize size);
/* Gives the terminal back, once, where it has not been; for signal handlers too. */
void rescue_now(void);
/* The terminal has been given back: nothing to do on death any more. */
void rescue_disarm(void);
