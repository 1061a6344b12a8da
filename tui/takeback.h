/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl-Z and Ctrl-Y: taking back what was done last, and doing it again. */
#pragma once

#include "data/history/history.h"
#include "tui/screen.h"

/* Takes back the last deed of the clerk at the counter (of nobody, when nobody said who it is) and
 * says which one it was, and whom it was about. Asks first when it concerns several customers or
 * is of another day. For action rows. */
Outcome takeback_last(Screen *screen);
/* Takes back the deed ID and says which one it was. */
Outcome takeback_deed(Screen *screen, gint64 id);
/* Takes back the deed ID, which anybody may have done, after asking; one that takes another back is
 * done again so (TURN). IS_UNDONE: it does not stand any more, which is said. */
Outcome takeback_chosen(Screen *screen, gint64 id, HistoryTurn turn, bool is_undone);
/* Does again what the clerk took back last, as long as nothing new was done after it; says and asks
 * as takeback_last does. For action rows. */
Outcome takeback_again(Screen *screen);
