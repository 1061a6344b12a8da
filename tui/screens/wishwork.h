/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with a wish: its state, its words, joining two, telling who asked. */
#pragma once

#include "data/diary/wish.h"
#include "tui/app.h"

/* Each does it as a deed of SCREEN, says so, and lets the screen be loaded anew. */

/* The wish ID is in the state wish_states[CHOSEN] from today on. */
Outcome wish_work_state(Screen *screen, gint64 id, guint chosen);
/* It is written as WORDS. */
Outcome wish_work_reword(Screen *screen, gint64 id, const char *words);
/* Who asked for it asked for INTO. */
Outcome wish_work_join(Screen *screen, gint64 id, gint64 into);
/* CUSTOMER_ID was told today that it came true; not IS_TOLD: was not told after all. CALL is what
 * they are called. */
Outcome wish_work_tell(Screen *screen, gint64 id, gint64 customer_id, const char *call,
                       bool is_told);

/* Asks for the state of the wish WISH; ANSWERED gets a const guint * for wish_work_state, NULL for
 * Esc. */
Outcome wish_ask_state(Screen *screen, const Wish *wish, ReturnFunc answered);
