/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside something that is due in a list: when, and since when. New strings, freed with
 * g_free. */
#pragma once

#include "data/agenda/todo.h"

/* The column before it: "overdue", "today", "15:00" for a time of today, "complaint", "tomorrow".
 * NOW has its minute. */
char *todo_row_when(const TodoItem *item, Moment now);
/* The same for narrow windows. */
char *todo_row_when_brief(const TodoItem *item, Moment now);
/* The same below a heading that says already that all is overdue: since when, "11:00" for a time of
 * today, "yesterday 10:00", "18 Nov". */
char *todo_row_since(const TodoItem *item, Moment now);
/* Whether it is a reminder that comes up at another time than was agreed. */
bool todo_is_put_off(const TodoItem *item);
/* What stands behind it, dim: since when it is overdue, until when it was agreed, when there was
 * the last contact. NULL: nothing. */
char *todo_row_hint(const TodoItem *item, Moment now);
