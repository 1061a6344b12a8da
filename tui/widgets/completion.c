/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rest of what is being typed, dim after the cursor. */
#include "tui/widgets/completion.h"

#include "data/base/i18n.h"
#include "data/customer/alike.h"
#include "tui/text.h"

#include <string.h>

enum { GAP = 3 };

void completion_clear(Completion *completion)
{
    g_clear_pointer(&completion->asked, g_free);
    g_clear_pointer(&completion->text, g_free);
    completion->is_shown = false;
}

void completion_set(Completion *completion, const char *asked, const char *text)
{
    if (g_strcmp0(completion->text, text) != 0) {
        completion->is_shown = false;
    }
    g_free(completion->asked);
    completion->asked = g_strdup(asked);
    g_free(completion->text);
    completion->text = g_strdup(text);
}

const char *completion_rest(const Completion *completion, const LineEdit *line)
{
    const char *typed = line_edit_text(line);
    if (completion->text == NULL || line_edit_cursor(line) != strlen(typed) ||
        !g_str_has_prefix(typed, completion->asked)) {
        return NULL;
    }
    const char *rest = alike_rest(completion->text, typed);
    return rest != NULL && *rest != '\0' ? rest : NULL;
}

bool completion_take(Completion *completion, LineEdit *line, const Event *event)
{
    bool is_key = event->kind == EVENT_KEY && (event->key == K_RIGHT || event->key == K_END);
    if (!is_key || !completion->is_shown || completion_rest(completion, line) == NULL) {
        return false;
    }
    line_edit_replace(line, completion->text);
    completion->is_known = true;
    completion_clear(completion);
    return true;
}

void completion_draw(Completion *completion, const LineEdit *line, Canvas *canvas, int row, int col,
                     int width)
{
    const char *rest = completion_rest(completion, line);
    completion->is_shown = rest != NULL && width > 1 && !canvas_is_discreet(canvas);
    if (!completion->is_shown) {
        return;
    }
    Canvas part = canvas_part(canvas, row, col, 1, width);
    int end = canvas_put(&part, 0, 0, AREA_FIELD_HINT, rest);
    const char *key = _("→ takes it");
    if (!completion->is_known && end + GAP + text_width(key) <= part.cols) {
        canvas_put(&part, 0, end + GAP, AREA_FIELD_HINT, key);
    }
}
